"""What one round of work leaves for the next, on disk: many things in one file, each read by itself by any worker."""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from delibgraph.engines.engine import EngineError

Place = tuple[int, int]
"""Where a thing lies in the file: its first byte, and how many there are."""


class Spool:
    """A file under a folder, for the time of one context.

    The process of the command writes it, whoever gets a copy reads it. The things are pickles that the same build has
    made.
    """

    def __init__(self, folder: Path) -> None:
        """No file is made before there is something to put in it."""
        self._folder = folder
        self.path: Path | None = None
        self._file: IO[bytes] | None = None
        self._end = 0

    def __enter__(self) -> Self:
        """Open until the end of the context."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Remove the file."""
        if self._file is not None:
            self._file.close()
        if self.path is not None:
            self.path.unlink(missing_ok=True)

    def __getstate__(self) -> dict[str, object]:
        """Travel to a worker, who finds on a shared disk all that was added before."""
        if self._file is not None:
            os.fsync(self._file.fileno())
        return {**self.__dict__, "_file": None}

    def add(self, packed: bytes) -> Place:
        """Add a thing that was :func:`packed`.

        Raises:
            OSError: the folder cannot be written, or the disk is full.
        """
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = tempfile.NamedTemporaryFile(dir=self._folder, prefix=".spool-", delete=False)  # noqa: SIM115
            self.path = Path(self._file.name)
        self._file.write(packed)
        self._file.flush()
        place = self._end, len(packed)
        self._end += len(packed)
        return place

    def read(self, places: Iterable[Place]) -> Iterator[Any]:
        """The things at these places.

        Raises:
            EngineError: the file is gone, or is not to be seen from here.
        """
        try:
            with (self.path or self._folder).open("rb") as file:
                for start, length in places:
                    file.seek(start)
                    yield pickle.loads(file.read(length))  # noqa: S301 (this build's own)
        except OSError as error:
            raise EngineError(
                f"{self._folder}: what the build has put aside there is gone "
                "(build again; the workers of a cluster must share that folder)"
            ) from error


def packed(thing: object) -> bytes:
    """A thing as :meth:`Spool.read` gives it back."""
    return pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
