from __future__ import annotations

import os
import random
import signal
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from delibgraph.reading import Document, ReadingError, guard, read
from delibgraph.reading.limits import MEMORY
from tests.reading.drawing import draw, lines
from tests.reading.packing import docx, odt, pack, paragraph

BILLION = '<!DOCTYPE a [<!ENTITY a "M. Guy PETIT"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.fixture
def helper(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A helper of the test's own, so that it sees the test's environment."""
    monkeypatch.setattr(guard, "_current", None)
    yield
    guard._close()


def converter(folder: Path, script: str) -> None:
    """A program that answers in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize("prologue", [BILLION, OUTSIDE])
@pytest.mark.parametrize("form", [docx, odt])
def test_entities_are_refused(tmp_path: Path, form: object, prologue: str) -> None:
    path = (
        docx(tmp_path / "a.docx", paragraph("&a;"), prologue=prologue)
        if form is docx
        else odt(tmp_path / "a.odt", "<text:p>&x;</text:p>", prologue=prologue)
    )
    with pytest.raises(ReadingError, match="declares entities"):
        read(path)


@pytest.mark.parametrize("suffix", ["docx", "odt"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, suffix: str) -> None:
    name = {"docx": "word/document.xml", "odt": "content.xml"}[suffix]
    path = pack(tmp_path / f"a.{suffix}", {name: b"<a>" + b" " * 60_000_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(ReadingError, match="unpacks to over"):
        read(path)


def test_an_archive_of_endless_parts_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.xml", "")
    with pytest.raises(ReadingError, match="parts in one file"):
        read(tmp_path / "a.docx")


def test_pages_without_end_are_refused_or_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(ReadingError, match=r"pages|page 1 is broken|not a PDF|no text"):
        read(path)


def test_what_hangs_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helper: None) -> None:
    converter(tmp_path, "sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(guard, "SECONDS", 1.5)
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(ReadingError, match="takes longer than"):
        read(tmp_path / "a.doc")
    assert read(draw(tmp_path / "b.pdf", [lines(["Le conseil décide."])])).text == "Le conseil décide.\n"


def test_what_crashes_takes_nothing_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helper: None) -> None:
    converter(tmp_path, f"kill -{signal.SIGSEGV.value} $PPID; sleep 5")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(ReadingError, match="broke down"):
        read(tmp_path / "a.doc")
    assert read(draw(tmp_path / "b.pdf", [lines(["Le conseil décide."])])).text == "Le conseil décide.\n"


def test_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helper: None) -> None:
    converter(tmp_path, f"ulimit -v > {tmp_path}/limit; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(ReadingError, match="not a document that LibreOffice can read"):
        read(tmp_path / "a.doc")
    assert int((tmp_path / "limit").read_text()) <= MEMORY // 1024


def outcome(path: Path) -> Document | ReadingError:
    try:
        return read(path)
    except ReadingError as error:
        return error


@pytest.mark.parametrize("seed", range(4))
def test_mutated_files_give_a_document_or_a_clear_error(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = [
        draw(tmp_path / "a.pdf", [lines(["M. Guy PETIT", "Mme Zoé BLANC"])] * 2),
        docx(tmp_path / "a.docx", paragraph("M. Guy PETIT") * 5),
        odt(tmp_path / "a.odt", "<text:p>M. Guy PETIT</text:p>" * 5),
    ]
    html = tmp_path / "a.html"
    html.write_text("<html><body><p>M. Guy PETIT</p><table><tr><td>a</td></tr></table></body></html>", encoding="utf-8")
    outcomes = []
    for path in [*whole, html]:
        data = path.read_bytes()
        for _ in range(25):
            mutated = bytearray(data[: chance.randrange(1, len(data) + 1)] if chance.random() < 0.4 else data)
            for _ in range(chance.randrange(1, 20)):
                mutated[chance.randrange(len(mutated))] = chance.randrange(256)
            path.write_bytes(mutated)
            outcomes.append(outcome(path))
    assert {type(found) for found in outcomes} == {Document, ReadingError}
    assert all(found.problem and found.way_out for found in outcomes if isinstance(found, ReadingError))
