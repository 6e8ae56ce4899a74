from __future__ import annotations

from pathlib import Path

import pytest

from delibgraph.reading import ReadingError, read
from tests.reading.packing import odt

CASES = {
    "paragraphs": (
        "<text:h>Présents</text:h><text:p>M. <text:span>Guy</text:span> PETIT</text:p>",
        "Présents\nM. Guy PETIT\n",
    ),
    "spaces": ("<text:p>A<text:s text:c='3'/>B<text:tab/>C<text:line-break/>D</text:p>", "A   B\tC\nD\n"),
    "list": (
        "<text:list><text:list-item><text:p>M. A</text:p></text:list-item><text:list-item><text:p>M. B</text:p>"
        "</text:list-item></text:list>",
        "M. A\nM. B\n",
    ),
    "table": (
        "<table:table><table:table-row><table:table-cell><text:p>M. ROUX</text:p></table:table-cell><table:table-cell>"
        "<text:p>Mme DURAND</text:p></table:table-cell></table:table-row></table:table>",
        "M. ROUX\tMme DURAND\n",
    ),
    "deleted": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>EFFACÉ</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>Gardé</text:p>",
        "Gardé\n",
    ),
    "comment": (
        "<text:p>M. A<office:annotation><text:p>à vérifier</text:p></office:annotation>, maire</text:p>",
        "M. A, maire\n",
    ),
    "frame": (
        "<text:p><draw:frame><draw:text-box><text:p>Reçu le 13</text:p></draw:text-box></draw:frame></text:p>",
        "Reçu le 13\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_content_comes_out_in_order(tmp_path: Path, case: str) -> None:
    body, expected = CASES[case]
    assert read(odt(tmp_path / "a.odt", body)).text == expected


def test_a_locked_file_is_named(tmp_path: Path) -> None:
    manifest = {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"}
    with pytest.raises(ReadingError, match="locked by a password"):
        read(odt(tmp_path / "a.odt", "<text:p>x</text:p>", **manifest))
