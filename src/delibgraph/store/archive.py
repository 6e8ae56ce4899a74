"""The graph as one gzipped N-Quads file that knows its parts.

A part is what stands and falls together: a document's quads, a body's identities, the ontology. Parts share no quad.
Each is a member of the gzip file, which may hold any number of them (RFC 1952, clause 2.2): every tool reads the file
as a whole, and one part is read without the others. The manifest beside the file says where each part stands.
"""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pydantic import TypeAdapter, ValidationError
from pyoxigraph import Quad

from delibgraph.store.files import MANIFEST, NQUADS

_LEVEL = 3
"""Of gzip: two fifths of the time that the usual 6 takes, for a file that is a sixth larger."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Quads ready for the archive: sorted N-Quads, each line once, gzipped, with the lines' number and SHA-256."""

    member: bytes
    sha256: str
    quads: int


@dataclass(frozen=True, slots=True)
class Part:
    """Where a part stands in the file (bytes from ``start``, ``length`` of them), and what it is known by."""

    sha256: str
    start: int
    length: int
    quads: int


@dataclass(frozen=True, slots=True)
class _Manifest:
    """What :data:`MANIFEST` holds: the size of the file that it belongs to, and its parts by name."""

    size: int
    parts: dict[str, Part]


_MANIFEST: TypeAdapter[_Manifest] = TypeAdapter(_Manifest)


def pack(quads: Iterable[Quad]) -> Packed:
    """Quads as a member of the archive: equal sets give equal bytes."""
    return pack_lines(f"{quad} .\n" for quad in quads)


def pack_lines(nquads: Iterable[str]) -> Packed:
    """As :func:`pack`, of quads that are given as lines of N-Quads."""
    lines = sorted(set(nquads))
    content = "".join(lines).encode()
    return Packed(gzip.compress(content, _LEVEL, mtime=0), hashlib.sha256(content).hexdigest(), len(lines))


@dataclass(frozen=True, slots=True)
class Archive:
    """A graph's file and its parts, by name; without parts where there is none, or where its manifest does not fit."""

    path: Path
    parts: Mapping[str, Part] = field(default_factory=dict)

    @classmethod
    def under(cls, folder: Path) -> Archive:
        """The archive in a build's folder."""
        path = folder / NQUADS
        with suppress(OSError, ValidationError):
            manifest = _MANIFEST.validate_json((folder / MANIFEST).read_bytes())
            if path.stat().st_size == manifest.size:
                return cls(path, manifest.parts)
        return cls(path)

    def lines(self, name: str) -> list[bytes]:
        """The N-Quads lines of one part.

        Raises:
            OSError: the file cannot be read, or is damaged there.
            KeyError: there is no such part.
        """
        part = self.parts[name]
        with self.path.open("rb") as file:
            file.seek(part.start)
            return gzip.decompress(file.read(part.length)).splitlines(keepends=True)


class ArchiveWriter:
    """Writes an archive, a part at a time, and holds no quad."""

    def __init__(self, path: Path) -> None:
        """Begin a file.

        Raises:
            OSError: it cannot be written.
        """
        self.path = path
        self.parts: dict[str, Part] = {}
        self._file: IO[bytes] = path.open("wb")

    def add(self, name: str, packed: Packed) -> None:
        """Add a part.

        Raises:
            ValueError: a part of that name is there.
            OSError: the disk is full.
        """
        if name in self.parts:
            raise ValueError(f"{name} is in the archive already")
        self.parts[name] = Part(packed.sha256, self._file.tell(), len(packed.member), packed.quads)
        self._file.write(packed.member)

    def archive(self) -> Archive:
        """What is written so far, to be read."""
        self._file.flush()
        return Archive(self.path, dict(self.parts))

    def manifest(self) -> bytes:
        """What the manifest of the file has to say."""
        return _MANIFEST.dump_json(_Manifest(sum(part.length for part in self.parts.values()), self.parts))

    def close(self) -> None:
        """End the file, which is on disk then; doing so again is harmless."""
        if not self._file.closed:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
