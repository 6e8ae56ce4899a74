from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from delibgraph.reading import ReadingError, read
from delibgraph.reading.doc import read_doc
from tests.reading.packing import docx, paragraph, row
from tests.tools import need


@pytest.mark.parametrize("suffix", ["doc", "rtf"])
def test_an_old_file_is_converted(tmp_path: Path, suffix: str) -> None:
    need("soffice")
    table = f"<w:tbl>{row(paragraph('M. ROUX'), paragraph('Mme DURAND'))}</w:tbl>"
    source = docx(
        tmp_path / "a.docx", paragraph("Étaient présents :") + paragraph("M. Guy PETIT") + table + paragraph("Fin")
    )
    office = str(shutil.which("soffice"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", suffix, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    rows = read(tmp_path / f"a.{suffix}").text.splitlines()
    assert [line for line in rows if line] == ["Étaient présents :", "M. Guy PETIT", "M. ROUX\tMme DURAND", "Fin"]


def test_without_a_converter_the_error_names_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(ReadingError, match="apt-get install libreoffice-writer-nogui"):
        read_doc(tmp_path / "a.doc")
