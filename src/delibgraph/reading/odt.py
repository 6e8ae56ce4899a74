"""ODT (OpenDocument text, ISO/IEC 26300): its content in order; deleted text, comments and notes' numbers are left out.

Headers and footers belong to the styles in this format, so they are not in the content at all.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from lxml import etree

from delibgraph.reading.archive import parts
from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.files import contents
from delibgraph.reading.flow import Tags, lines

_TAGS = Tags(
    blocks=frozenset(["p", "h", "list", "list-item", "table", "text-box", "section"]),
    rows=frozenset(["table-row"]),
    cells=frozenset(["table-cell"]),
    breaks=frozenset(["line-break"]),
    tabs=frozenset(["tab"]),
    spaces=frozenset(["s"]),
    skipped=frozenset(
        [
            "annotation",
            "automatic-styles",
            "covered-table-cell",
            "font-face-decls",
            "forms",
            "note-citation",
            "scripts",
            "sequence-decls",
            "tracked-changes",
            "variable-decls",
        ]
    ),
)


def read_odt(path: Path, _: Progress = quiet) -> Document:
    """An OpenDocument text.

    Raises:
        ReadingError: broken, locked, hostile, or without any text.
    """
    data = contents(path)
    found = parts(path, data)
    if "content.xml" not in found:
        raise ReadingError(path, "is no OpenDocument text", "name the file after its format")
    if b"encryption-data" in found.get("META-INF/manifest.xml", b""):
        raise ReadingError(path, "is locked by a password", "save an open copy")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(found["content.xml"], parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError(path, "is broken", "save it again from a word processor") from error
    text = lines(root, _TAGS)
    if not text.strip():
        raise ReadingError(path, "holds no text", "if it holds pictures of pages, save it as PDF")
    return Document(str(path), text, hashlib.sha256(data).hexdigest())
