"""The packed formats (DOCX, ODT): their parts, looked at before anything is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from delibgraph.reading.document import ReadingError
from delibgraph.reading.limits import LARGEST_TEXT

MOST_PARTS = 10_000


def parts(path: Path, data: bytes) -> dict[str, bytes]:
    """The XML parts of the archive by name, each within the limit and free of document type declarations.

    Neither format allows such a declaration (ECMA-376 part 2; OpenDocument 1.3 part 2), and with it go all entities.

    Raises:
        ReadingError: not an archive, broken, locked, or a part that unpacks to more than the limit.
    """
    found: dict[str, bytes] = {}
    unpacked = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS:
                raise ReadingError(path, f"{len(entries):,} parts in one file", "save it again from a word processor")
            for entry in entries:
                if not entry.filename.endswith((".xml", ".rels")):
                    continue
                with archive.open(entry) as part:
                    content = part.read(LARGEST_TEXT - unpacked + 1)
                unpacked += len(content)
                if unpacked > LARGEST_TEXT:
                    raise ReadingError(path, f"unpacks to over {LARGEST_TEXT:,} bytes", "split the file")
                if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                    raise ReadingError(path, "declares entities, which this format forbids", "do not trust this file")
                found[entry.filename] = content
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error, struct.error) as error:
        raise ReadingError(path, "is broken or of another format", "save it again from a word processor") from error
    except RuntimeError as error:
        raise ReadingError(path, "is locked by a password", "save an open copy") from error
    return found
