from __future__ import annotations

from pathlib import Path

import pytest

from delibgraph.reading import ReadingError, read
from tests.reading.packing import docx, pack, paragraph, row


def body_text(path: Path, body: str, header: str = "") -> str:
    return read(docx(path / "a.docx", body, header)).text


def test_paragraphs_are_lines_and_headers_are_left_out(tmp_path: Path) -> None:
    body = paragraph("Étaient présents :") + paragraph("") + paragraph("M. Guy PETIT") + paragraph("Mme Zoé BLANC")
    assert body_text(tmp_path, body, "Mairie de Valmont") == "Étaient présents :\n\nM. Guy PETIT\nMme Zoé BLANC\n"


def test_a_row_of_a_table_is_a_line(tmp_path: Path) -> None:
    rows = row(paragraph("Mandant"), paragraph("Mandataire")) + row(paragraph("M. ROUX"), paragraph("Mme DURAND"))
    assert body_text(tmp_path, f"<w:tbl>{rows}</w:tbl>") == "Mandant\tMandataire\nM. ROUX\tMme DURAND\n"


def test_columns_laid_out_as_a_table_follow_one_another(tmp_path: Path) -> None:
    left, right = (paragraph(a) + paragraph(b) for a, b in (("M. A un", "M. B deux"), ("Mme C trois", "Mme D quatre")))
    text = body_text(tmp_path, f"<w:tbl>{row(left, right)}</w:tbl>")
    assert text == "M. A un\nM. B deux\nMme C trois\nMme D quatre\n"


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>M. Guy PETIT</w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:delText>, absent</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>, excusé</w:t></w:r></w:ins></w:p>'
    )
    assert body_text(tmp_path, body) == "M. Guy PETIT, excusé\n"


def test_text_boxes_tabs_breaks_and_hyphens(tmp_path: Path) -> None:
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph('Reçu le 13/03/2024')}</w:txbxContent>"
    box += "</v:textbox></v:shape></w:pict></w:r>"
    body = "<w:p><w:r><w:t>Jean</w:t><w:noBreakHyphen/><w:t>Paul</w:t><w:tab/><w:t>Maire</w:t><w:br/><w:t>déli</w:t>"
    body += f"<w:softHyphen/><w:t>béré</w:t></w:r>{box}</w:p>"
    assert body_text(tmp_path, body) == "Jean-Paul\tMaire\ndélibéré\n\nReçu le 13/03/2024\n"


def test_other_packages_and_empty_ones_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no Word document"):
        read(pack(tmp_path / "a.docx", {"content.xml": "<a/>"}))
    with pytest.raises(ReadingError, match="holds no text"):
        read(docx(tmp_path / "b.docx", paragraph("")))
    (tmp_path / "c.docx").write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(ReadingError, match="broken or of another format"):
        read(tmp_path / "c.docx")
