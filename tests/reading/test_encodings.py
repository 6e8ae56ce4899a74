"""What should hold for plain text, however it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from delibgraph.reading import read

ACT = """Étaient présents : Mme Zoé BLANC, M. Étienne LEFÈVRE, M. Loïc CÔTÉ
L’an deux mille vingt-quatre, à l’unanimité, une subvention de 2 500 € à l’association « Cœur de ville »
"""
PLAIN = ACT.replace("’", "'").replace("€", "euros").replace("œ", "oe")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ACT, "utf-8"),
        (ACT, "utf-8-sig"),
        (ACT, "utf-16"),
        (ACT, "cp1252"),
        (PLAIN, "latin-1"),
        (ACT, "utf-16-le"),
        (ACT, "mac_roman"),
        (PLAIN, "cp850"),
        (ACT.replace("’", "'"), "iso8859_15"),
    ],
)
def test_letters_come_out_right(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read(tmp_path / "a.txt").text == text


@pytest.mark.parametrize(
    "spoilt",
    [
        ACT.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x9d"),
        PLAIN.encode().decode("latin-1"),
        PLAIN.encode().decode("mac_roman"),
        PLAIN.encode().decode("latin-1").encode().decode("latin-1"),
    ],
    ids=["as cp1252", "as latin-1", "as MacRoman", "twice"],
)
def test_mojibake_is_repaired(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "a.txt").write_text(spoilt, encoding="utf-8")
    assert "Zoé BLANC, M. Étienne LEFÈVRE, M. Loïc CÔTÉ" in read(tmp_path / "a.txt").text


@pytest.mark.parametrize(
    "text", ["Ã la mairie de SÃO PAULO, M. Â. DURAND\n", "La lettre Ã et le signe â‚¬ en exemple : 2 € à payer\n"]
)
def test_what_only_looks_spoilt_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert "2 € à payer" in read(tmp_path / "a.txt").text or read(tmp_path / "a.txt").text == text


def test_composed_and_decomposed_letters_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Zoe\u0301 LEFE\u0300VRE\n", encoding="utf-8")
    assert read(tmp_path / "a.txt").text == "Zoé LEFÈVRE\n"
