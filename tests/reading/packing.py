"""Small DOCX and ODT files, packed by hand so that each test shows what is in them."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def pack(path: Path, parts: dict[str, str | bytes]) -> Path:
    """A zip archive of the parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def paragraph(text: str) -> str:
    """A paragraph of WordprocessingML."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def row(*cells: str) -> str:
    """A table row of WordprocessingML; each cell is paragraphs."""
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def docx(path: Path, body: str, header: str = "", prologue: str = "") -> Path:
    """A DOCX with the body, and a page header."""
    types = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/header1.xml" ContentType="{_MAIN}.header+xml"/></Types>'
    )
    document = (
        f'{prologue}<w:document {W} xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}'
        '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr></w:body></w:document>'
    )
    return pack(
        path,
        {
            "[Content_Types].xml": types,
            "_rels/.rels": _relation("officeDocument", "word/document.xml"),
            "word/_rels/document.xml.rels": _relation("header", "header1.xml"),
            "word/header1.xml": f"<w:hdr {W}>{paragraph(header)}</w:hdr>",
            "word/document.xml": document,
        },
    )


def _relation(kind: str, target: str) -> str:
    relation = f'<Relationship Id="h" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'


def odt(path: Path, body: str, prologue: str = "", **parts: str | bytes) -> Path:
    """An ODT with the body."""
    content = f"{prologue}<office:document-content {_ODT}><office:body><office:text>{body}</office:text></office:body>"
    content += "</office:document-content>"
    return pack(path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts})
