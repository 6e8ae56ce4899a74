"""An act as PDF, DOCX, ODT and HTML, and what can befall such a file."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from tests.reading.drawing import draw, lines
from tests.reading.packing import docx, odt, paragraph

_ROWS = 48


def pdf(path: Path, text: str) -> Path:
    """The act on pages with a text layer."""
    rows = [row.replace("\t", "    ")[:110] for row in text.splitlines()]
    return draw(path, [lines(rows[at : at + _ROWS], step=14) for at in range(0, len(rows), _ROWS)])


def word(path: Path, text: str) -> Path:
    """The act as a Word file."""
    return docx(path, "".join(paragraph(escape(row)) for row in text.splitlines()))


def opendocument(path: Path, text: str) -> Path:
    """The act as an OpenDocument text."""
    return odt(path, "".join(f"<text:p>{escape(row)}</text:p>" for row in text.splitlines()))


def page(path: Path, text: str) -> Path:
    """The act as a web page."""
    rows = "".join(f"<p>{escape(row)}</p>\n" for row in text.splitlines() if row.strip())
    path.write_text(f"<!doctype html><html><head><meta charset='utf-8'></head><body>{rows}</body></html>", "utf-8")
    return path


FORMS: dict[str, Callable[[Path, str], Path]] = {".pdf": pdf, ".docx": word, ".odt": opendocument, ".html": page}


def damaged(data: bytes, chance: random.Random) -> tuple[str, bytes]:
    """What befell the file, and its bytes."""
    how = chance.choice(["cut", "bytes", "hole", "twice", "structure", "part"])
    whole = bytearray(data)
    match how:
        case "cut":
            return how, data[: chance.randrange(1, len(data))]
        case "bytes":
            for _ in range(chance.choice([1, 10, 100])):
                whole[chance.randrange(len(whole))] = chance.randrange(256)
        case "hole":
            start = chance.randrange(len(whole))
            del whole[start : start + chance.randrange(1, 800)]
        case "twice":
            start = chance.randrange(len(whole))
            whole[start:start] = whole[start : start + chance.randrange(1, 4000)] * chance.choice([1, 20])
        case "structure":
            return how, _renumbered(data, chance)
        case "part":
            return how, _damaged_part(data, chance) or data[len(data) // 2 :]
    return how, bytes(whole) or b"\0"


def _renumbered(data: bytes, chance: random.Random) -> bytes:
    """Figures in the file's structure are others: offsets, lengths, references, counts."""
    whole = bytearray(data)
    figures = [at for at, byte in enumerate(whole) if 48 <= byte <= 57]
    for at in chance.sample(figures, min(len(figures), chance.choice([1, 5, 40]))):
        whole[at] = 48 + chance.randrange(10)
    return bytes(whole)


def _damaged_part(data: bytes, chance: random.Random) -> bytes | None:
    """A part of an archive, spoilt and packed again with a right checksum; nothing where the file is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        return None
    name = chance.choice(sorted(parts))
    part = bytearray(parts[name] or b" ")
    for _ in range(chance.choice([1, 5, 50])):
        part[chance.randrange(len(part))] = chance.choice([*b"<>&\"'/", chance.randrange(256)])
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in parts.items():
            archive.writestr(other, bytes(part) if other == name else content)
    return packed.getvalue()
