"""Old Word files (DOC) and RTF, through LibreOffice: converted to DOCX in a folder of their own, then read as such."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.docx import docx_text
from delibgraph.reading.files import contents
from delibgraph.reading.limits import SECONDS


def read_doc(path: Path, _: Progress = quiet) -> Document:
    """A Word 97 or RTF document.

    Raises:
        ReadingError: no LibreOffice here, or it cannot read the file, or not within the time.
    """
    data = contents(path)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise ReadingError(
            path,
            f"a '{path.suffix}' file is read through LibreOffice, which is not here",
            "apt-get install libreoffice-writer-nogui, or save the file as .docx",
        )
    with tempfile.TemporaryDirectory(prefix="delibgraph-") as place:
        folder = Path(place)
        copy = folder / f"source{path.suffix.lower()}"
        copy.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--norestore", "--convert-to", "docx", "--outdir", place, str(copy)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=0.9 * SECONDS, check=False)  # noqa: S603
        except subprocess.TimeoutExpired as error:
            raise ReadingError(path, "LibreOffice did not finish with it", "save the file as .docx") from error
        converted = folder / "source.docx"
        if done.returncode or not converted.exists():
            raise ReadingError(path, "is not a document that LibreOffice can read", "save the file as .docx")
        text = docx_text(path, converted.read_bytes())
    if not text.strip():
        raise ReadingError(path, "holds no text", "if it holds pictures of pages, save it as PDF")
    return Document(str(path), text, hashlib.sha256(data).hexdigest())
