"""A folder with a store in it: one process at a time writes, and a new store takes the last one's place."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from delibgraph.store.embedded import PREVIOUS, StoreError
from delibgraph.store.files import STORE

_LOCK = ".lock"


def swap(new: Path, folder: Path) -> None:
    """Put a store in the place of the folder's, by renames.

    Raises:
        OSError: the folder cannot be written.
    """
    current, previous = folder / STORE, folder / PREVIOUS
    if current.exists():
        shutil.rmtree(previous, ignore_errors=True)
        current.rename(previous)
    new.rename(current)
    shutil.rmtree(previous, ignore_errors=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; the system lets it go when the process ends, however it ends.

    Raises:
        StoreError: another process holds it.
    """
    with (folder / _LOCK).open("w") as lock:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StoreError(
                    f"{folder}: another build is writing here (wait for it, or choose another folder)"
                ) from error
        yield
