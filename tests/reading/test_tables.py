"""Tables of PDFs and scans: their ruling lines say what stands in one cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from delibgraph.extraction import extract
from delibgraph.reading import boxes, read
from delibgraph.reading.assembly import assemble
from delibgraph.reading.ocr import recognise
from delibgraph.reading.pdf import read_pdf
from delibgraph.reading.ruling import ruled, tables
from tests.reading import rendering
from tests.tools import need

STYLE = ParagraphStyle("cell", fontName="Helvetica", fontSize=10, leading=12)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
Style = Sequence[tuple[object, ...]]


def draw(path: Path, cells: Sequence[Sequence[str]], widths: Sequence[float], style: Style = GRID) -> Path:
    """A page with a line, a table whose cells are as wide as that, in points, and a line."""
    told = [[Paragraph(cell.replace("\n", "<br/>"), STYLE) for cell in row] for row in cells]
    table = Table(told, colWidths=widths, style=style)
    story: list[Flowable] = [Paragraph("Avant le tableau.", STYLE), table, Paragraph("Après le tableau.", STYLE)]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return path


def rows(path: Path) -> list[str]:
    """The lines between the first and the last of such a page."""
    lines = [line for line in read_pdf(path).text.splitlines() if line]
    assert (lines[0], lines[-1]) == ("Avant le tableau.", "Après le tableau.")
    return lines[1:-1]


WORD = st.text("abcdefghijklmnoprstuvéèàç", min_size=1, max_size=9)
CELL = st.lists(WORD, max_size=5).map(" ".join)


@given(
    st.integers(2, 4).flatmap(lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=1, max_size=6)),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_a_row_is_a_line_however_its_cells_wrap(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]], data: st.DataObject
) -> None:
    widths = [data.draw(st.floats(70, 110)) for _ in cells[0]]
    found = rows(draw(tmp_path_factory.mktemp("drawn") / "a.pdf", cells, widths))
    assert found == [line for row in cells if (line := "\t".join(row).rstrip("\t"))]


@pytest.mark.parametrize(
    ("cells", "widths", "style", "expected"),
    [
        pytest.param(
            [["Présents", "Absents"], ["Mme Anne DURAND\nM. Guy PETIT", "M. Luc MOREAU (pouvoir à M. Guy PETIT)"]],
            [120, 120],
            GRID,
            ["Présents", "Mme Anne DURAND", "M. Guy PETIT", "Absents", "M. Luc MOREAU (pouvoir à M. Guy PETIT)"],
            id="lists below what heads them",
        ),
        pytest.param(
            [["Commune", "Délégués"], ["Aubrelle", "Anne DURAND\nGuy PETIT"], ["Bresquin", "Luc MOREAU\nZoé BLANC"]],
            [120, 120],
            GRID,
            ["Commune\tDélégués", "Aubrelle", "Anne DURAND", "Guy PETIT", "Bresquin", "Luc MOREAU", "Zoé BLANC"],
            id="several lines in a cell",
        ),
        pytest.param(
            [["Aubrelle", "Anne DURAND", "X"], ["", "Guy PETIT", ""], ["Bresquin", "Luc MOREAU", "X"]],
            [90, 120, 40],
            [*GRID, ("SPAN", (0, 0), (0, 1))],
            ["Aubrelle\tAnne DURAND\tX", "\tGuy PETIT", "Bresquin\tLuc MOREAU\tX"],
            id="a cell over two rows is in the first",
        ),
        pytest.param(
            [["Nom", "Voté\nen 2023", "Proposé 2024", ""], ["", "", "Fixe", "Projet"], *[["Ovale", "5", "6", "7"]] * 3],
            [90, 60, 60, 60],
            [*GRID, ("SPAN", (2, 0), (3, 0))],
            ["Nom\tVoté en 2023\tProposé 2024 Fixe\tProjet", *["Ovale\t5\t6\t7"] * 3],
            id="names of columns in two rows",
        ),
        pytest.param(
            [["Mme Anne DURAND M. Guy PETIT"], ["M. Luc MOREAU"]],
            [400],
            GRID,
            ["Mme Anne DURAND M. Guy PETIT", "M. Luc MOREAU"],
            id="a frame is no table",
        ),
    ],
)
def test_forms(tmp_path: Path, cells: list[list[str]], widths: list[float], style: Style, expected: list[str]) -> None:
    assert rows(draw(tmp_path / "a.pdf", cells, widths, style)) == expected


def test_columns_without_lines_stand_apart_and_below_one_another(tmp_path: Path) -> None:
    cells = [
        ["Nom", "Présent", "Absent", "Pouvoir à"],
        ["DURAND Anne", "X", "", ""],
        ["MOREAU-LEMOINE Luc", "", "X", "DURAND Anne"],
        ["PETIT Guy", "X", "", ""],
    ]
    found = rows(draw(tmp_path / "a.pdf", cells, [140, 60, 60, 120], []))
    at = [found[0].index(name) for name in cells[0]]
    for row, line in zip(cells, found, strict=True):
        assert line.split() == " ".join(row).split()
        assert all(abs(line.index(cell) - at[column]) < 3 for column, cell in enumerate(row) if cell and column)
    [act] = extract(read(tmp_path / "a.pdf"))
    told = {entry.person: entry.status for entry in act.sitting.attendance}
    assert told == {"DURAND Anne": "present", "MOREAU-LEMOINE Luc": "represented", "PETIT Guy": "present"}


def test_words_of_a_cell_lead_back_to_their_place(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [["Nom", "Pouvoir à"], ["Guy PETIT", "Mme Marguerite DURAND-LEMOINE"]], [90, 120])
    document = read(path)
    name = "Marguerite DURAND-LEMOINE"
    start = document.text.index(name)
    places = boxes(document, (start, start + len(name)))
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0]
        height = page.get_height()
        layer = page.get_textpage()
        under = [
            layer.get_text_bounded(left - 1, height - bottom - 1, right + 1, height - top + 1).strip()
            for _, left, top, right, bottom in places
        ]
    assert " ".join(under) == name


@pytest.mark.parametrize("kind", ["clean", "scanned"])
def test_rows_of_a_scanned_table(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("tesseract")
    monkeypatch.setenv("DELIBGRAPH_CACHE", str(tmp_path))
    cells = [["Nom", "Présent", "Pouvoir à"], ["Anne DURAND", "X", ""], ["Guy PETIT", "", "Anne DURAND"]]
    page: Image.Image = rendering.table(cells)
    for _ in range(2):  # the second from the cache
        text, *_ = assemble([recognise(rendering.scanned(page, skew=1.0) if kind == "scanned" else page)])
        assert text.splitlines() == ["Nom\tPrésent\tPouvoir à", "Anne DURAND\tX", "Guy PETIT\t\tAnne DURAND"]


@pytest.mark.parametrize(
    "cells",
    [
        [
            ["Commune", "Délégué", "Présent", "Absent", "Pouvoir à"],
            ["Aubrelle", "Mme Anne DURAND", "X", "", ""],
            ["", "M. Guy PETIT", "", "X", "Mme Anne DURAND"],
            ["Saint-Bresquin-des-Aulnes", "M. Luc MOREAU", "X", "", ""],
            ["Coustances", "Mme Zoé BLANC", "", "X", ""],
        ],
        [  # who has no mark is away
            ["Commune", "Délégué", "Présent", "Pouvoir à", "Remarques"],
            ["Aubrelle", "Mme Anne DURAND", "X", "", ""],
            ["", "M. Guy PETIT", "", "Mme Anne DURAND", ""],
            ["Saint-Bresquin-des-Aulnes", "M. Luc MOREAU", "X", "", ""],
            ["Coustances", "Mme Zoé BLANC", "", "", ""],
        ],
        [  # what says who is away is empty for who sat
            ["Commune", "Délégué", "Absent / pouvoir", "Canton", "Visa"],
            ["Aubrelle", "Mme Anne DURAND", "", "Nord", ""],
            ["", "M. Guy PETIT", "Pouvoir à Mme Anne DURAND", "Nord", ""],
            ["Saint-Bresquin-des-Aulnes", "M. Luc MOREAU", "", "", ""],
            ["Coustances", "Mme Zoé BLANC", "Absent", "", ""],
        ],
    ],
)
def test_cells_say_who_sat(tmp_path: Path, cells: list[list[str]]) -> None:
    [act] = extract(read(draw(tmp_path / "a.pdf", cells, [80, 90, 60, 60, 80], [*GRID, ("SPAN", (0, 1), (0, 2))])))
    told = {entry.person: entry.status for entry in act.sitting.attendance}
    assert told == {
        "Anne DURAND": "present", "Guy PETIT": "represented", "Luc MOREAU": "present", "Zoé BLANC": "absent",
    }  # fmt: skip
    assert [(proxy.grantor, proxy.holder) for proxy in act.sitting.proxies] == [("Guy PETIT", "Anne DURAND")]


@given(st.lists(st.tuples(*[st.floats(0, 600)] * 4), max_size=40))
def test_any_lines_make_tables_without_holes(lines: list[tuple[float, float, float, float]]) -> None:
    thin = [
        (x, y, x + 1 if n % 2 else max(x, z), max(y, w) if n % 2 else y + 1) for n, (x, y, z, w) in enumerate(lines)
    ]
    for table in tables(ruled(thin)):
        left, top, right, bottom = table.box
        assert len(table.columns) > 2
        assert table.cell((left + right) / 2, (top + bottom) / 2) is not None
        assert table.cell(left - 1, top) is None
        assert all(table.width(cell) > 0 for row in table.cells for cell in row)
