"""What took long to make, kept by the hash of what it was made from.

The folder is ``DELIBGRAPH_CACHE`` where that is set, else the system's place for caches. It may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import platformdirs


def folder() -> Path:
    """Where the cache lies."""
    named = os.environ.get("DELIBGRAPH_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("delibgraph", appauthor=False))


def recall(kind: str, key: str) -> bytes | None:
    """What was kept under the key, if anything."""
    with contextlib.suppress(OSError):
        return _place(kind, key).read_bytes()
    return None


def keep(kind: str, key: str, value: bytes) -> None:
    """Keep the value, whole or not at all. A cache that cannot be written is no reason to fail."""
    place = _place(kind, key)
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            file.write(value)
        Path(file.name).replace(place)


def _place(kind: str, key: str) -> Path:
    return folder() / kind / key[:2] / key
