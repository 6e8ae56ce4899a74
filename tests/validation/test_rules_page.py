"""The page of the rules says of every check what the shapes say of it."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, RDFS, SH

from delibgraph.resources import folder

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
DG = rdflib.Namespace("https://w3id.org/delibgraph/ontology#")
FILES = sorted(folder("shapes").rglob("*.ttl"))


def rows(path: Path) -> list[str]:
    """The table rows of one file of shapes: code, severity, words, source."""
    graph = rdflib.Graph().parse(path)
    found = []
    for shape in graph.subjects(DG.findingCode):
        code, severity = graph.value(shape, DG.findingCode), str(graph.value(shape, SH.severity)).rpartition("#")[2]
        words = next(str(text) for text in graph.objects(shape, SH.message) if getattr(text, "language", "") == "en")
        link, article = graph.value(shape, DCTERMS.source), graph.value(shape, DG.article)
        about = str(graph.value(shape, RDFS.seeAlso))
        term = f"`dg:{about.removeprefix(DG)}`" if about.startswith(DG) else f"[`{about.rpartition('/')[2]}`]({about})"
        found.append(f"| `{code}` | {severity.lower()} | {words} | {f'[{article}]({link})' if link else term} |")
    return sorted(found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(folder("shapes"))))
def test_every_check_has_its_row(path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8").splitlines()
    assert [row for row in rows(path) if row not in page] == []


def test_the_page_has_no_row_of_a_check_that_is_gone() -> None:
    known = {row for path in FILES for row in rows(path)}
    page = PAGE.read_text(encoding="utf-8").splitlines()
    assert [line for line in page if line.startswith("| `") and line.count("|") == 5 and line not in known] == []
