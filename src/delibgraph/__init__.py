"""delibgraph: French local deliberations as a checked knowledge graph.

``delibgraph.open("out")`` opens a built graph; the stages have packages of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from delibgraph.access import open_graph as open  # noqa: A004 (meant to be read as delibgraph.open)

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def __getattr__(name: str) -> Any:
    """``open``, imported when it is first used, so that the command line's help stays quick."""
    if name != "open":
        raise AttributeError(f"module 'delibgraph' has no attribute {name!r}")
    from delibgraph.access import open_graph

    return open_graph
