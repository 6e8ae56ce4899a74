"""Files become documents: one reader a format, chosen by the file's suffix.

A new format is a module with a function ``(Path, Progress) -> Document`` and a row in :data:`READERS`.
"""

from __future__ import annotations

from pathlib import Path

from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.guard import Reader, guarded
from delibgraph.reading.pages import PageMap, Place
from delibgraph.reading.places import boxes
from delibgraph.reading.remote import Remote, Source, file_name, files_at, is_address
from delibgraph.reading.text import read_text

__all__ = [
    "READERS",
    "Document",
    "PageMap",
    "Place",
    "Progress",
    "ReadingError",
    "Remote",
    "Source",
    "boxes",
    "file_name",
    "is_address",
    "read",
    "remote_sources",
    "sources",
]


def _plain(path: Path, _: Progress) -> Document:
    return read_text(path)


READERS: dict[str, Reader] = {
    **dict.fromkeys((".txt", ".md"), _plain),
    ".pdf": guarded("pdf"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), guarded("image")),
    **dict.fromkeys((".html", ".htm"), guarded("html")),
    ".docx": guarded("docx"),
    ".odt": guarded("odt"),
    **dict.fromkeys((".doc", ".rtf"), guarded("doc")),
}


def read(path: Path, progress: Progress = quiet) -> Document:
    """The document in the file. ``progress`` is told after each page of a paged format.

    Raises:
        ReadingError: the file is missing, empty, too large, binary, or of a format that nothing here reads.
    """
    if not path.exists():
        raise ReadingError(path, "no such file", "check the path")
    if path.is_dir():
        raise ReadingError(path, "is a folder", "name the folder in a build, or its files one by one")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ReadingError(path, f"no reader for '{path.suffix}'", f"formats read: {', '.join(sorted(READERS))}")
    return reader(path, progress)


def sources(paths: list[Path]) -> list[Path]:
    """The files to read: each file as named, each folder's readable files below it, sorted, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(
                dict.fromkeys(sorted(p for p in path.rglob("*") if p.suffix.lower() in READERS and p.is_file()))
            )
        else:
            found[path] = None
    return list(found)


def remote_sources(address: str) -> list[Remote]:
    """The documents to read at an address: the one there, or the readable ones below it.

    Raises:
        ReadingError: the folder cannot be listed.
    """
    return files_at(address, READERS)
