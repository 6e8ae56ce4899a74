"""Where the ontology and the shapes lie: in the wheel's data folder, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder ``ontology`` or ``shapes``, the one source of truth that travels in the wheel.

    Raises:
        FileNotFoundError: the installation is broken and holds no such folder.
    """
    for candidate in (_PACKAGE / "data" / name, _PACKAGE.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"delibgraph is installed without its {name}/ folder; install it again")
