from __future__ import annotations

import json
import pickle
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.reading import ReadingError, boxes, pdf, read
from delibgraph.reading.assembly import assemble
from delibgraph.reading.pdf import read_pdf
from delibgraph.reading.rows import Row, Source
from tests.reading.drawing import Text, draw, lines
from tests.tools import real

REAL = ["019.pdf", "020.pdf", "021.pdf", "031.pdf", "032.pdf", "033.pdf", "034.pdf"]
NAMES = ["Mme Anne DURAND", "M. Guy PETIT", "M. Luc MOREAU", "Mme Zoé BLANC", "M. Paul ROUX", "Mme Ève CARON"]


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("layout", ["plain", "table", "columns"])
def test_members_keep_their_order(tmp_path: Path, layout: str) -> None:
    layouts: dict[str, list[Text]] = {
        "plain": lines(NAMES),
        "table": [(left, 740 - 20 * (n // 2), name) for n, name in enumerate(NAMES) for left in [70 + 250 * (n % 2)]],
        "columns": lines(NAMES[:3]) + lines(NAMES[3:], left=320),
    }
    text = read(draw(tmp_path / "a.pdf", [layouts[layout]])).text
    assert [text.find(name) for name in NAMES] == sorted(text.find(name) for name in NAMES)
    assert all(name in text for name in NAMES)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Mme Marie-", "José PONT", "Mme Marie-José PONT"),
        ("Mme VALENTE-", "LE HIR", "Mme VALENTE-LE HIR"),
        ("les amé-", "nagements", "les aménagements"),  # the whole word stands elsewhere on the page
        ("le sous-", "préfet", "le sous-préfet"),
        ("la délibé-", "ration", "la délibération"),  # neither half is a word
        ("un avant-", "projet", "un avant-projet"),
        ("un chasse-", "neige", "un chasse-neige"),  # it stands so elsewhere
        ("la mon-", "tagne", "la mon-tagne"),  # half of it is a word here
        ("Présents : 12 -", "Votants : 14", "Présents : 12 -\nVotants : 14"),
    ],
)
def test_hyphens_at_line_ends(tmp_path: Path, left: str, right: str, expected: str) -> None:
    page = lines(
        ["Des aménagements sont prévus.", "Un sous-préfet est là, avec un préfet, mon chasse-neige.", left, right]
    )
    assert expected in read_pdf(draw(tmp_path / "a.pdf", [page])).text


def test_a_gap_is_a_blank_line_and_a_cut_name_is_none(tmp_path: Path) -> None:
    rows = ["SUBVENTION AUX ASSOCIATIONS", "", "Le conseil décide.", "Présents : Mme Marie-", "José PONT,", "M. PETIT"]
    page = [row for row in lines(rows) if row[2]]
    text = read_pdf(draw(tmp_path / "a.pdf", [page])).text
    assert text == "SUBVENTION AUX ASSOCIATIONS\n\nLe conseil décide.\nPrésents : Mme Marie-José PONT,\nM. PETIT\n"


def record(pages: int) -> list[list[tuple[float, float, str]]]:
    """Pages with a header, a footer that counts, and a list that runs over them."""
    drawn = []
    for number in range(1, pages + 1):
        body = lines([f"M. Membre NUMÉRO{number}{letter}," for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklm"])
        head = [(200.0, 805.0, "Commune de Valmont - Registre des délibérations")]
        foot = [(250.0, 30.0, f"Page {number} sur {pages}"), (60.0, 30.0, "Conseil du 12 mars 2024")]
        drawn.append(head + body + foot)
    return drawn


def test_running_lines_do_not_cut_a_list(tmp_path: Path) -> None:
    document = read_pdf(draw(tmp_path / "a.pdf", record(4)))
    rows = document.text.splitlines()
    members = [index for index, row in enumerate(rows) if row.startswith("M. Membre")]
    assert len(members) == 4 * 39
    assert len([row for row in rows if "Registre" in row]) == 1, "what a header says stays, once"
    assert members == list(range(members[0], members[0] + 4 * 39)), "nothing stands between two members"
    assert [row for row in rows if "sur 4" in row] == [rows[-1]], "what a footer says stays, after the last member"
    assert document.page_map is not None
    assert (3, "Commune de Valmont - Registre des délibérations") in document.page_map.left_out


@pytest.mark.parametrize("form", ["{}", "- {} -", "Page {}", "{}/5", "p. {}", "Folio {}"])
def test_page_numbers_are_left_out(tmp_path: Path, form: str) -> None:
    body = ["Le conseil décide ce qui suit :"] + ["Vu le code général des collectivités territoriales,"] * 6
    pages = [[*lines([*body, f"Article {n} : adopté."]), (290.0, 28.0, form.format(n))] for n in range(1, 6)]
    document = read_pdf(draw(tmp_path / "a.pdf", pages))
    assert [row for row in document.text.splitlines() if row.strip() == form.format(3)] == []
    assert "Article 3 : adopté." in document.text


def test_figures_of_the_body_stay(tmp_path: Path) -> None:
    pages = [lines(["Votants", "12", "Pour", "12"]), lines(["Votants", "11", "Pour", "9"])]
    assert read_pdf(draw(tmp_path / "a.pdf", pages)).text.split() == [
        "Votants",
        "12",
        "Pour",
        "12",
        "Votants",
        "11",
        "Pour",
        "9",
    ]


def test_acts_of_one_page_keep_their_headings(tmp_path: Path) -> None:
    head = ["EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS", "Commune de Valmont"]
    pages = []
    for number in range(1, 6):
        body = [f"Délibération n° {number}", "L'an deux mille vingt-quatre, le douze mars,", "Étaient présents :"]
        pages.append(lines(head, top=810) + lines(body, top=700) + lines(NAMES, top=600))
    text = read_pdf(draw(tmp_path / "a.pdf", pages)).text
    assert text.count("EXTRAIT DU REGISTRE") == 5
    assert [f"n° {number}" in text for number in range(1, 6)] == [True] * 5


def test_a_first_line_that_happens_to_come_back_stays(tmp_path: Path) -> None:
    tops = [
        "Rapporteur : M. PETIT",
        "Vu le code,",
        "Rapporteur : M. PETIT",
        "Décide",
        "Article 2",
        "Rapporteur : M. PETIT",
    ]
    pages = [lines([top, f"et le texte {n}", *NAMES], top=790) for n, top in enumerate(tops)]
    assert read_pdf(draw(tmp_path / "a.pdf", pages)).text.count("Rapporteur") == 3


def under(path: Path, place: tuple[int, float, float, float, float]) -> str:
    """The text layer's characters in the box, asked of PDFium the other way round."""
    page = pypdfium2.PdfDocument(path)[place[0] - 1]
    height = page.get_height()
    _, left, top, right, bottom = place
    layer = page.get_textpage()
    return str(layer.get_text_bounded(left - 1, height - bottom - 1, right + 1, height - top + 1))


@pytest.mark.parametrize(("file", "name"), [("033.pdf", "Gilles Trouillet"), ("019.pdf", "Christian DEBLOIS")])
def test_boxes_lie_on_the_name(file: str, name: str) -> None:
    path = real(file)
    document = read(path)
    start = document.text.index(name)
    places = boxes(document, (start, start + len(name)))
    assert len(places) == 1
    assert under(path, places[0]).strip() == name
    assert 0 < places[0][1] < places[0][3] < 596
    assert 5 < places[0][4] - places[0][2] < 20


def test_boxes_of_a_name_over_two_lines() -> None:
    path = real("033.pdf")
    document = read(path)
    start = document.text.index("Marie-José Pont")
    first, second = boxes(document, (start, start + len("Marie-José Pont")))
    assert first[4] < second[4]
    assert under(path, first).strip().startswith("Marie")
    assert under(path, second).strip() == "José Pont"


def test_every_page_leads_back_to_itself(tmp_path: Path) -> None:
    document = read_pdf(draw(tmp_path / "a.pdf", record(3)))
    for number in (1, 2, 3):
        start = document.text.index(f"NUMÉRO{number}C")
        assert [place[0] for place in boxes(document, (start, start + 9))] == [number]
    assert len(document.pages) == 3
    assert document.text[document.pages[1] :].startswith("M. Membre NUMÉRO2A")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_boxes_are_those_of_the_page_as_displayed(tmp_path: Path, turn: int) -> None:
    path = draw(tmp_path / "a.pdf", [[(70, 740, "Anne DURAND")]], turn=turn)
    place = boxes(document := read_pdf(path), (0, 11))[0]
    assert document.text == "Anne DURAND\n"
    width, height = 595.28, 841.89
    upright = {0: (70, height - 740), 90: (740, 70), 180: (width - 70, 740), 270: (height - 740, width - 70)}[turn]
    assert place[1] - 3 <= upright[0] <= place[3] + 3
    assert place[2] - 3 <= upright[1] <= place[4] + 3


def test_boxes_refuse_another_file(tmp_path: Path) -> None:
    path = draw(tmp_path / "a.pdf", [lines(NAMES)])
    document = read(path)
    draw(path, [lines(NAMES[::-1])])
    with pytest.raises(ReadingError, match="no longer the file"):
        boxes(document, (0, 4))


@pytest.mark.parametrize("file", REAL)
def test_real_records_come_out_whole(file: str) -> None:
    path = real(file)
    document = read(path)
    gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = squeezed(document.text).casefold()
    surnames = [name.casefold() for key in ("present", "absent") for name in gold[key]]
    assert [name for name in surnames if name not in text] == []
    assert not any(row.strip().isdigit() for row in document.text.splitlines()[:3])
    assert len(pickle.dumps(document.page_map)) < 2500 * len(document.pages)
    assert document.unread == ()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7 and no more", "not a PDF"),
        (b"M. Guy PETIT", "not a PDF"),
        (b"\0" * 5000, "not a PDF"),
    ],
)
def test_broken_files_are_named(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    with pytest.raises(ReadingError, match=problem):
        read(path)


def test_a_locked_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="locked by a password"):
        read(draw(tmp_path / "a.pdf", [lines(NAMES)], password="secret"))


def test_a_file_without_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="holds no text"):
        read(draw(tmp_path / "a.pdf", [[]]))


def test_too_many_pages_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    with pytest.raises(ReadingError, match="at most 2"):
        read_pdf(draw(tmp_path / "a.pdf", record(3)))


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    read(draw(tmp_path / "a.pdf", record(3)), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


WORDS = st.text(alphabet="abcdÉé \u00ad-\ufffe\ue000\uf0b7\ufb01'", min_size=1, max_size=12)


@given(st.lists(st.lists(WORDS, max_size=6), min_size=1, max_size=4))
def test_every_character_leads_back_to_its_source(pages: list[list[str]]) -> None:
    sources = []
    for page in pages:
        offset, rows = 0, []
        for number, text in enumerate(page):
            rows.append(Row(((offset, text),), 70.0, 300.0 + 15 * number, 310.0 + 15 * number))
            offset += len(text) + 1
        sources.append(Source(842.0, tuple(rows)))
    text, starts, page_map = assemble(sources)
    assert len(starts) == len(page_map.pages) == len(pages)
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        raw = "\n".join(pages[number])
        for index in range(start, end):
            spans = page_map.pages[number].source_spans(index, index + 1)
            if text[index].isalpha() and text[index] not in "fi":
                assert [raw[low:high] for low, high in spans] == [text[index]]
