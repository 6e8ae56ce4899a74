"""What each shape checks, read from the shapes themselves: its code, its severity and its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from delibgraph.facts import Severity
from delibgraph.rdf.vocabulary import DCTERMS, DG, RDFS, SH
from delibgraph.resources import folder

SEVERITIES: dict[str, Severity] = {
    SH.Violation.value: "violation",
    SH.Warning.value: "warning",
    SH.Info.value: "info",
}


@dataclass(slots=True)
class Check:
    """One shape's public face. ``messages`` are templates by language; ``{?name}`` stands for a value.

    ``article`` is the article of law, ``source`` where it, a standard or a term of the ontology is to be read.
    """

    shape: str
    code: str = ""
    severity: Severity = "violation"
    messages: dict[str, str] = field(default_factory=dict)
    article: str = ""
    source: str = ""


@cache
def checks() -> dict[str, Check]:
    """Every check, by its shape's IRI.

    Raises:
        FileNotFoundError: the installation lacks its shapes.
        SyntaxError: a shapes file is no Turtle.
    """
    return read_checks(sorted(folder("shapes").glob("*.ttl")))


def read_checks(paths: Iterable[Path]) -> dict[str, Check]:
    """The checks that the files hold, by their IRIs.

    Raises:
        SyntaxError: a file is no Turtle.
    """
    found: dict[str, Check] = {}
    for path in paths:
        for triple in parse(path=path, format=RdfFormat.TURTLE):
            if isinstance(triple.subject, NamedNode):
                _note(found.setdefault(triple.subject.value, Check(triple.subject.value)), triple)
    return {shape: check for shape, check in found.items() if check.code}


def _note(check: Check, triple: Quad) -> None:
    value = triple.object
    if isinstance(value, NamedNode):
        if triple.predicate == SH.severity:
            check.severity = SEVERITIES[value.value]
        elif triple.predicate in (DCTERMS.source, RDFS.seeAlso):
            check.source = value.value
    elif isinstance(value, Literal):
        if triple.predicate == DG.findingCode:
            check.code = value.value
        elif triple.predicate == DG.article:
            check.article = value.value
        elif triple.predicate == SH.message and value.language:
            check.messages[value.language] = value.value
