"""The bytes of a file, within the limits."""

from __future__ import annotations

from pathlib import Path

from delibgraph.reading.document import ReadingError
from delibgraph.reading.limits import LARGEST_FILE


def contents(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """The file's bytes.

    Raises:
        ReadingError: the file cannot be read, is empty, or is larger than ``largest`` bytes.
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise ReadingError(path, f"{size:,} bytes", f"at most {largest:,} are read; split the file")
        data = path.read_bytes()
    except OSError as error:
        raise ReadingError(path, error.strerror or str(error), "check that the file can be read") from error
    if not data:
        raise ReadingError(path, "is empty", "fetch it again")
    return data
