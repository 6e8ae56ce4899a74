"""Packages that import a module of theirs when one of its names is first used, so that small programs start at once.

``delibgraph serve`` needs the vocabulary and the store, and nothing that reads documents.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_demand(package: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """A package's ``__getattr__`` (https://peps.python.org/pep-0562/); ``places`` tells the module of each name."""

    def find(name: str) -> Any:
        if name not in places:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{places[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return find
