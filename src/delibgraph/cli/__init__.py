"""The command line: one module a group of commands, each loaded when it is called."""

from __future__ import annotations

from delibgraph.cli.main import main

__all__ = ["main"]
