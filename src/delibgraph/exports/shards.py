"""Bulk files for stores that load from disk: the archive's parts in shards of bounded size, with their sums.

A shard holds whole parts, so no named graph of a document is split; each is N-Quads under gzip. ``manifest.json`` names
each file with its lines, its bytes before and after packing, and the SHA-256 of both.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from delibgraph.store import Archive, StoreError, write_atomically
from delibgraph.store.files import replacing

MANIFEST = "manifest.json"
RAW = 256 << 20
"""Bytes of N-Quads that a shard holds at most, but for a part that is larger by itself."""


def write_shards(graph: Path, out: Path, raw: int = RAW) -> int:
    """Write ``graph-0001.nq.gz`` and so on into a folder, and their manifest last; how many there are.

    The same archive gives the same bytes. Shards of an earlier run that are not needed any more go.

    Raises:
        StoreError: there is no archive in the build's folder.
        OSError: the folder cannot be written, the disk is full, or the archive is damaged.
    """
    archive = Archive.under(graph)
    if not archive.parts:
        raise StoreError(f"{graph}: holds no archive with a manifest (delibgraph build SOURCES… --out {graph})")
    out.mkdir(parents=True, exist_ok=True)
    (out / MANIFEST).unlink(missing_ok=True)
    files = []
    for number, names in enumerate(_divided(archive, raw), 1):
        path = out / f"graph-{number:04}.nq.gz"
        files.append(_write(path, archive, names))
    for path in out.glob("graph-*.nq.gz"):
        if path.name not in {one["file"] for one in files}:
            path.unlink()
    manifest = {"format": "application/n-quads", "compression": "gzip", "files": files}
    write_atomically(out / MANIFEST, json.dumps(manifest, indent=1).encode() + b"\n")
    return len(files)


def _divided(archive: Archive, raw: int) -> Iterator[list[str]]:
    """The parts' names in their order, so many together as stay under the bound."""
    held, names = 0, list[str]()
    for name in archive.parts:
        size = sum(map(len, archive.lines(name)))
        if names and held + size > raw:
            yield names
            held, names = 0, []
        names.append(name)
        held += size
    if names:
        yield names


def _write(path: Path, archive: Archive, names: list[str]) -> dict[str, str | int]:
    whole, lines, size = hashlib.sha256(), 0, 0
    with replacing(path) as target, gzip.GzipFile("", "wb", 6, target, mtime=0) as packed:
        for name in names:
            found = archive.lines(name)
            content = b"".join(found)
            packed.write(content)
            whole.update(content)
            lines, size = lines + len(found), size + len(content)
    with path.open("rb") as file:
        sum_ = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "file": path.name,
        "quads": lines,
        "bytes": path.stat().st_size,
        "sha256": sum_,
        "rawBytes": size,
        "rawSha256": whole.hexdigest(),
    }
