"""Plain text and Markdown: encodings, and every way in which a file is none."""

from __future__ import annotations

import codecs
import hashlib
import pickle
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction import extract
from delibgraph.reading import ReadingError, read, sources
from delibgraph.reading.text import LARGEST

SENTENCE = "Séance du 12 mars 2023 : « l’Été » à 12 500 €.\n"


def written(folder: Path, data: bytes, name: str = "acte.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8-sig"),
        (SENTENCE.encode("cp1252"), "cp1252"),
        (codecs.BOM_UTF16_LE + SENTENCE.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str) -> None:
    document = read(written(tmp_path, data))
    assert document.text == SENTENCE
    assert document.encoding == encoding
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.pages == ()


def test_what_windows_1252_does_not_know_is_latin_1(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"S\xe9ance du 12 mars " * 20 + b"\x81")).encoding == "latin-1"


def test_accents_are_composed(tmp_path: Path) -> None:
    document = read(written(tmp_path, unicodedata.normalize("NFD", SENTENCE).encode()))
    assert document.text == SENTENCE
    assert len(document.text) < len(unicodedata.normalize("NFD", SENTENCE))


def test_spans_count_composed_characters(tmp_path: Path) -> None:
    text = (
        "COMMUNE DE VALSERRE\nConseil municipal\nSéance du 12 mars 2023\nPrésents : M. Théo ÉVRARD, Mme Léa CORVANT\n\n"
        "Le Conseil, à l'unanimité, approuve le programme.\n"
    )
    [act] = extract(read(written(tmp_path, unicodedata.normalize("NFD", text).encode())))
    assert [text[slice(*entry.span)] for entry in act.sitting.attendance] == ["Théo ÉVRARD", "Léa CORVANT"]


def test_the_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "\ufeff# **Titre**\r\n\f\tl’an\u00a02023\u2028fin\n"
    assert read(written(tmp_path, text.encode(), "acte.md")).text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "holds no text"),
        (b" \n\t\r\n", "holds no text"),
        (codecs.BOM_UTF8, "holds no text"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "is binary, not text"),
        (b"PK\x03\x04" + b"\0" * 100, "is binary, not text"),
        (bytes(range(1, 32)) * 40, "is binary, not text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41", "is binary, not text"),
    ],
)
def test_files_that_hold_no_text(tmp_path: Path, data: bytes, problem: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(ReadingError) as raised:
        read(path)
    assert (raised.value.path, raised.value.problem) == (path, problem)
    assert raised.value.way_out
    assert str(raised.value) == f"{path}: {problem} ({raised.value.way_out})"


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file"):
        read(tmp_path / "absent.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="is a folder"):
        read(tmp_path)


def test_a_format_that_nothing_reads(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"no reader for '\.xyz'.*\.txt"):
        read(written(tmp_path, b"texte", "acte.xyz"))


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "bruit.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ReadingError, match=r"bytes of text.*split the file"):
        read(path)


def test_an_error_travels_between_processes() -> None:
    error = ReadingError(Path("a.txt"), "holds no text", "look again")
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.path, again.problem, again.way_out) == (
        str(error),
        error.path,
        error.problem,
        error.way_out,
    )


def test_the_sources_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    names = ("z.txt", "b/a.md", "b/c.TXT", "b/liste.csv", "note.rst")
    paths = {name: written(tmp_path, b"texte", name) for name in names}
    assert sources([tmp_path]) == sorted([paths["z.txt"], paths["b/a.md"], paths["b/c.TXT"]])
    assert sources([paths["z.txt"], tmp_path, paths["z.txt"]])[0] == paths["z.txt"]
    assert len(sources([paths["z.txt"], tmp_path])) == 3
    assert sources([paths["note.rst"]]) == [paths["note.rst"]]


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_a_reading_error(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            document = read(written(Path(folder), data))
        except ReadingError as error:
            told = error.problem
        else:
            told = "NFC" if unicodedata.is_normalized("NFC", document.text) and document.text.strip() else document.text
    assert told in {"NFC", "holds no text", "is binary, not text"}
