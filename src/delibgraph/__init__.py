"""delibgraph: French local deliberations as a checked knowledge graph."""

__version__ = "0.1.0"
__all__ = ["__version__"]
