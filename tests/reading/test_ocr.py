from __future__ import annotations

import importlib
from pathlib import Path

import numpy
import pytesseract
import pytest
from PIL import Image
from rapidfuzz.distance import Levenshtein

from delibgraph.reading import ReadingError, boxes, guard, ocr, read
from delibgraph.reading.assembly import assemble
from delibgraph.reading.image import read_image
from delibgraph.reading.pdf import read_pdf
from delibgraph.reading.scans import clean, even, skew
from tests.reading.drawing import draw, lines
from tests.reading.rendering import DPI, MARGIN, SIZE, pages, scanned, table
from tests.tools import need, real

TEXT = """COMMUNE DE VALMONT
Séance du conseil municipal du 12 mars 2024
Étaient présents : Mme Anne DURAND, M. Guy PETIT, Mme Marie-
José BLANC, M. Luc MOREAU, M. Étienne LEFÈVRE.
Absents ayant donné pouvoir : M. Paul ROUX à Mme Anne DURAND.
Secrétaire de séance : M. Luc MOREAU
"""
NAMES = ["Anne DURAND", "Guy PETIT", "Luc MOREAU", "Marie-José BLANC", "Étienne LEFÈVRE", "Paul ROUX"]
_FAMILIES = {
    "ROUX": ("Paul", "Anne"),
    "PETIT": ("Guy", "Zoé"),
    "MOREAU": ("Luc", "Eva"),
    "GARNIER": ("Jean", "Inès"),
    "FONTAINE": ("Marc", "Léa"),
    "CHEVALIER": ("Hugo", "Nora"),
    "LAMBERT": ("Théo", "Rose"),
    "BARBIER": ("Yves", "Lise"),
}
ROWS = [(f"M. {his} {family}", f"Mme {hers} {family}") for family, (his, hers) in _FAMILIES.items()]


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELIBGRAPH_CACHE", str(tmp_path / "cache"))


def strip(page: Image.Image, height: int = 800) -> Image.Image:
    """The top of the page: enough for a test, and quicker."""
    return page.crop((0, 0, SIZE[0], height))


def text_of(image: Image.Image) -> str:
    return assemble([ocr.recognise(image)])[0]


def error_rate(found: str, expected: str) -> float:
    found, expected = " ".join(found.split()), " ".join(expected.replace("-\n", "-").split())
    return Levenshtein.distance(found, expected) / len(expected)


@pytest.mark.parametrize("angle", [-4.0, -1.3, 0.0, 2.0, 3.5])
def test_skew_is_found(angle: float) -> None:
    page = strip(pages(TEXT * 3)[0], 1600)
    assert skew(page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)) == pytest.approx(-angle, abs=0.15)


def test_uneven_light_is_evened() -> None:
    values = numpy.asarray(even(scanned(Image.new("L", (900, 900), 255), skew=0, noise=0, shade=0.5)))
    assert values.min() > 220
    assert values.std() < 5


@pytest.mark.parametrize("skewed", [0.0, 2.0])
def test_a_table_is_told_by_its_rules(skewed: float) -> None:
    assert clean(scanned(strip(table(ROWS), 1200), skew=skewed)).ruled
    assert not clean(scanned(strip(pages(TEXT)[0]), skew=skewed)).ruled


@pytest.mark.parametrize(("kind", "most"), [("clean", 0.01), ("scanned", 0.02)])
def test_names_survive(kind: str, most: float) -> None:
    need("tesseract")
    page = strip(pages(TEXT)[0])
    found = text_of(scanned(page) if kind == "scanned" else page)
    assert [name for name in NAMES if name not in found] == []
    assert error_rate(found, TEXT) <= most


@pytest.mark.parametrize("kind", ["clean", "scanned"])
def test_rows_of_a_bordered_table_survive(kind: str) -> None:
    need("tesseract")
    page = strip(table(ROWS), 1000)
    found = text_of(scanned(page, skew=1.0) if kind == "scanned" else page).splitlines()
    assert ["\t".join(row) for row in ROWS] == [row for row in found if row]


def test_boxes_lie_on_the_right_line(tmp_path: Path) -> None:
    need("tesseract")
    path = tmp_path / "scan.png"
    strip(pages(TEXT)[0]).rotate(2.0, Image.Resampling.BICUBIC, fillcolor=255).save(path, dpi=(DPI, DPI))
    document = read_image(path)
    step = round(11 * 1.35 * DPI / 72)
    for line, name in [(2, "Guy PETIT"), (4, "Paul ROUX"), (5, "Luc MOREAU")]:
        start = document.text.rindex(name)
        ((page, left, top, right, bottom),) = boxes(document, (start, start + len(name)))
        middle = ((left + right) / 2 - SIZE[0] * 72 / DPI / 2) * -numpy.tan(numpy.radians(2.0))
        expected = (MARGIN + line * step + step / 2) * 72 / DPI + middle
        assert page == 1
        assert (top + bottom) / 2 == pytest.approx(expected, abs=step * 72 / DPI / 2)
        assert 5 < bottom - top < 18


def test_a_second_reading_costs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    need("tesseract")
    page = strip(pages(TEXT)[0], 500)
    first = text_of(page)
    monkeypatch.setattr(pytesseract, "image_to_data", lambda *_, **__: pytest.fail("recognised again"))
    assert text_of(page) == first
    for kept in (tmp_path / "cache" / "ocr").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"damaged")
    with pytest.raises(pytest.fail.Exception, match="recognised again"):
        text_of(page)


def test_a_picture_among_pages_of_text_is_recognised_on_its_own(tmp_path: Path) -> None:
    need("tesseract")
    path = draw(tmp_path / "a.pdf", [lines(["Première page, en toutes lettres."]), pages(TEXT)[0]])
    told: list[int] = []
    document = read(path, lambda done, _: told.append(done))
    assert document.text.startswith("Première page, en toutes lettres.\n")
    assert "Guy PETIT" in document.text[document.pages[1] :]
    assert document.unread == ()
    assert told == [1, 2]


def test_a_stamp_does_not_hide_a_scan(tmp_path: Path) -> None:
    need("tesseract")
    stamp = [(330.0, 815.0, "Reçu en préfecture le 13/03/2024")]
    text = read_pdf(draw(tmp_path / "a.pdf", [pages(TEXT)[0]], stamp=stamp)).text
    assert "Reçu en préfecture le 13/03/2024" in text
    assert "Guy PETIT" in text


def test_pages_of_one_tiff(tmp_path: Path) -> None:
    need("tesseract")
    first, second = (strip(pages(text)[0], 500) for text in ("Page première, le conseil", "Page seconde, la suite"))
    first.save(tmp_path / "a.tiff", save_all=True, append_images=[second], dpi=(DPI, DPI))
    document = read(tmp_path / "a.tiff")
    assert document.text.split("\n")[:2] == ["Page première, le conseil", "Page seconde, la suite"]
    assert len(document.pages) == 2


def test_without_tesseract_the_error_names_the_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    ocr.version.cache_clear()
    scan = draw(tmp_path / "a.pdf", [pages(TEXT)[0]])
    strip(pages(TEXT)[0]).save(tmp_path / "a.png")
    try:
        for reading, path in ((read_pdf, scan), (read_image, tmp_path / "a.png")):
            with pytest.raises(ReadingError, match="apt-get install tesseract-ocr tesseract-ocr-fra"):
                reading(path)
        mixed = read_pdf(draw(tmp_path / "b.pdf", [lines(["Le conseil décide."]), pages(TEXT)[0]]))
    finally:
        ocr.version.cache_clear()
    assert mixed.text.strip() == "Le conseil décide."
    assert mixed.unread == (2,)


def test_a_missing_optional_part_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name, name="pytesseract")

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(ReadingError, match=r"pip install 'delibgraph\[ocr\]'"):
        guard._read("image", tmp_path / "a.png", lambda *_: None)


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"GIF89a" + b"\0" * 90, b"M. Guy PETIT"])
def test_broken_pictures_are_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(ReadingError, match=r"picture|empty"):
        read(tmp_path / "a.png")


def test_a_real_scan_gives_its_members(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    need("tesseract")
    import pypdfium2

    page = pypdfium2.PdfDocument(real("036.pdf"))[0].render(scale=DPI / 72, grayscale=True).to_pil()
    found = text_of(page.crop((0, 0, page.width, page.height // 3)))
    for name in ("Philippe Barbillon", "Marie-José Pont", "Hervé Brunel à Denis Valck", "David Cresson"):
        assert name in found
