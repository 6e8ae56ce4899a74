"""The graph in a browser and for programs: pages, SPARQL over HTTP, dereferenceable IRIs."""

from __future__ import annotations

from delibgraph.explorer.app import application
from delibgraph.explorer.workers import Limits

__all__ = ["Limits", "application"]
