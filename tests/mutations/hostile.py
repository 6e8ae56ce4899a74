"""Files made to do harm: each is a function of a folder and of chance, and gives the path of one file."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from tests.reading.drawing import draw
from tests.reading.packing import W, docx, odt, pack, paragraph, row

_ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "M. Guy PETIT"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>',
    '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY % c SYSTEM "http://127.0.0.1:9/x.dtd"> %c;]>',
)

_PAGE = (
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {0} {0}]/Contents 5 0 R/Resources<</XObject<</A 4 0 R>>>>>>endobj"
)


def entities(folder: Path, chance: random.Random) -> Path:
    """Entities that grow, or that reach for other files and hosts."""
    prologue = chance.choice(_ENTITIES)
    if chance.random() < 0.5:
        return docx(folder / "a.docx", paragraph("&c;"), prologue=prologue)
    return odt(folder / "a.odt", "<text:p>&c;</text:p>", prologue=prologue)


def zip_bomb(folder: Path, chance: random.Random) -> Path:
    """Much from little: one part, many parts, or an archive in an archive."""
    suffix, name = chance.choice([("docx", "word/document.xml"), ("odt", "content.xml")])
    kind = chance.randrange(3)
    if kind == 0:
        return pack(folder / f"a.{suffix}", {name: b"<a>" + b" " * 60_000_000})
    if kind == 1:
        return pack(folder / f"a.{suffix}", {f"{number}.xml": b" " * 2_000_000 for number in range(30)})
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b.xml", b" " * 40_000_000)
    return pack(folder / f"a.{suffix}", {name: "<a/>", "word/embeddings/b.docx": inner.getvalue()})


def lying_archive(folder: Path, chance: random.Random) -> Path:
    """An archive whose headers state other sizes and places than it has."""
    data = bytearray(docx(folder / "a.docx", paragraph("M. Guy PETIT") * 50).read_bytes())
    end = data.rfind(b"PK\x05\x06")
    at = data.find(b"PK\x01\x02", chance.randrange(end))
    struct.pack_into("<I", data, max(at, 0) + chance.choice([20, 24, 42]), chance.choice([0, 1, 2**31, 2**32 - 1]))
    (folder / "a.docx").write_bytes(data)
    return folder / "a.docx"


def deep(folder: Path, chance: random.Random) -> Path:
    """Elements in elements, a hundred thousand deep."""
    depth = chance.choice([300, 5_000, 100_000])
    kind = chance.randrange(3)
    if kind == 0:
        body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("M. Guy PETIT") + "</w:tc></w:tr></w:tbl>" * depth
        return docx(folder / "a.docx", body)
    if kind == 1:
        return odt(folder / "a.odt", "<text:list>" * depth + "<text:p>a</text:p>" + "</text:list>" * depth)
    (folder / "a.html").write_text("<div><table><tr><td>" * depth + "M. Guy PETIT", encoding="utf-8")
    return folder / "a.html"


def wide(folder: Path, chance: random.Random) -> Path:
    """A table without end, or an attribute of megabytes."""
    if chance.random() < 0.5:
        return docx(folder / "a.docx", "<w:tbl>" + row(*[paragraph("M. Guy PETIT")] * 200) * 100 + "</w:tbl>")
    (folder / "a.html").write_text(f"<p title='{'a' * 5_000_000}'>Séance</p>" + "<b>" * 50_000, encoding="utf-8")
    return folder / "a.html"


def endless_pages(folder: Path, chance: random.Random) -> Path:
    """A page tree that names itself, or that states more pages than there are."""
    kids, count = chance.choice(
        [("2 0 R 2 0 R", 2_000_000_000), ("3 0 R", 2_900), ("2 0 R", -1), ("3 0 R " * 3_500, 3_500)]
    )
    return _pdf(
        folder,
        f"2 0 obj<</Type/Pages/Kids[{kids}]/Count {count}>>endobj",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
    )


def loops(folder: Path, chance: random.Random) -> Path:
    """Objects, streams and forms that refer to themselves, arrays in arrays, and a table of objects gone wrong."""
    form = "4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 4>>stream\n"
    return _pdf(
        folder,
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        _PAGE.format(200),
        form + "/A Do\nendstream endobj",
        chance.choice([
            "5 0 obj<</Length 5 0 R>>stream\n/A Do /A Do\nendstream endobj",
            "5 0 obj" + "[" * 60_000 + "]" * 60_000 + "endobj",
            "5 0 obj<</Length 6>>stream\n/A Do\nendstream endobj\nxref\n0 999999999\n0000000009 65535 f",
            "5 0 obj 5 0 R endobj",
        ]),
    )  # fmt: skip


def flood(folder: Path, chance: random.Random) -> Path:
    """A stream that unpacks to a hundred megabytes of text operators, or through filters in filters."""
    operators = b"BT /F1 1 Tf (M. Guy PETIT) Tj ET\n" * chance.choice([20_000, 3_000_000])
    filters = chance.choice([1, 1, 3])
    for _ in range(filters):
        operators = zlib.compress(operators, 9)
    names = "/FlateDecode " * filters
    stream = f"5 0 obj<</Length {len(operators)}/Filter[{names}]>>stream\n".encode() + operators
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return _pdf(
        folder,
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        f"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 5 0 R/Resources{font}>>endobj",
        stream + b"\nendstream endobj",
    )


def huge_picture(folder: Path, chance: random.Random) -> Path:
    """A picture of more dots than memory holds, in a file of a few kilobytes."""
    width, height = chance.choice([(60_000, 60_000), (2_000_000_000, 2), (12_000, 9_000), (1, 100_000)])
    data = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    data += _chunk(b"IDAT", zlib.compress(b"\0" * 1_000_000, 9)) + _chunk(b"IEND", b"")
    (folder / "a.png").write_bytes(data)
    return folder / "a.png"


def huge_page(folder: Path, chance: random.Random) -> Path:
    """A scan on a page as large as a house, or a picture in a PDF of more dots than memory holds."""
    if chance.random() < 0.5:
        return _pdf(
            folder,
            "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
            _PAGE.format(14400),
            "4 0 obj<</Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
            "/Length 3>>stream\nabc\nendstream endobj",
            "5 0 obj<</Length 30>>stream\n14400 0 0 14400 0 0 cm /A Do  \nendstream endobj",
        )
    return draw(folder / "a.pdf", [Image.effect_noise((chance.choice([40, 600]), 500), 80)])


def frames(folder: Path, chance: random.Random) -> Path:
    """A TIFF of pages upon pages, or one whose list of pages leads back to its start."""
    first = Image.new("L", (8, 8), 255)
    first.save(folder / "a.tif", save_all=True, append_images=[first] * chance.choice([2, 3_100]))
    if chance.random() < 0.5:
        data = bytearray((folder / "a.tif").read_bytes())
        start = struct.unpack_from("<I", data, 4)[0]
        struct.pack_into("<I", data, start + 2 + 12 * struct.unpack_from("<H", data, start)[0], start)
        (folder / "a.tif").write_bytes(data)
    return folder / "a.tif"


def long_line(folder: Path, chance: random.Random) -> Path:
    """Megabytes of text without an end, a name, a bracket or a label that closes."""
    piece = chance.choice(
        ["M. ", "(", "présents : ", "a", "M. Guy PETIT, ", "1 000 ", "\n", " ", "pouvoir à M. ", "-", "A"]
    )
    (folder / "a.txt").write_text("Présents : " + piece * (chance.choice([100_000, 1_000_000]) // len(piece)), "utf-8")
    return folder / "a.txt"


def misnamed(folder: Path, chance: random.Random) -> Path:
    """A file of another format than its name says."""
    suffix = chance.choice([".pdf", ".docx", ".odt", ".html", ".png", ".txt", ".tif"])
    head = chance.choice([b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"<html>", b"{\\rtf1", b"II*\0", b""])
    (folder / f"a{suffix}").write_bytes(head + chance.randbytes(chance.choice([1, 300, 30_000])))
    return folder / f"a{suffix}"


def broken_styles(folder: Path, chance: random.Random) -> Path:
    """Word parts that are not what the library expects of them."""
    junk = chance.choice(
        ["<w:p><w:pPr><w:pStyle/></w:pPr></w:p>", "<w:tbl><w:p/></w:tbl>", "<w:r><w:sym w:char='zz'/></w:r>"]
    )
    note = f"<w:footnotes {W}>{junk}</w:footnotes>"
    path = docx(folder / "a.docx", junk * chance.choice([1, 2_000]) + paragraph("M. Guy PETIT"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/footnotes.xml", note)
        archive.writestr("word/styles.xml", chance.choice(["<a/>", "", "<w:styles", note]))
    return path


def _pdf(folder: Path, *objects: str | bytes) -> Path:
    parts = [b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj"]
    parts += [part.encode() if isinstance(part, str) else part for part in objects]
    (folder / "a.pdf").write_bytes(b"\n".join([*parts, b"trailer<</Root 1 0 R>>\n%%EOF"]))
    return folder / "a.pdf"


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


HOSTILE: tuple[Callable[[Path, random.Random], Path], ...] = (
    entities, zip_bomb, lying_archive, deep, wide, endless_pages, loops, flood, huge_picture, huge_page, frames,
    long_line, misnamed, broken_styles,
)  # fmt: skip
