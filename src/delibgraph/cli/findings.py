"""Findings for people, on a terminal: by document, each with its words, its place, its article and what to check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click
from rich.console import Console
from rich.text import Text

from delibgraph.rdf import ValidationResult
from delibgraph.views.findings import message, place, source

_STYLES = {"violation": "bold red", "warning": "yellow", "info": "dim"}
_LEGEND = {"en": ("law", "check"), "fr": ("texte", "vérifier")}
_SHORT = 8
"""The most findings that the end of a build tells one by one."""


def print_findings(results: Mapping[str, Sequence[ValidationResult]], lang: str, *, err: bool = False) -> None:
    """Every finding under its document; the wide lines are left to the terminal to break."""
    console = Console(highlight=False, stderr=err)
    for name, found in results.items():
        if found:
            console.print(Text(name or ("l’ensemble" if lang == "fr" else "the graph as a whole"), style="bold"))
        for finding in found:
            console.print(
                Text(f"  {finding.severity}", style=_STYLES[finding.severity]),
                Text(f"{finding.code}: {message(finding, lang)}"),
                soft_wrap=True,
            )
            for line in _details(finding, lang):
                console.print(Text(f"    {line}", style="dim"), soft_wrap=True)


def _details(finding: ValidationResult, lang: str) -> Iterator[str]:
    law, check = _LEGEND[lang]
    if where := place(finding, lang):
        yield where
    told = source(finding, lang)
    if told.article:
        yield f"{law}: {told.article} {told.link}"
    yield f"{check}: {told.advice}"


def print_summary(results: Mapping[str, Sequence[ValidationResult]], graph: object) -> None:
    """The end of a build: the grave findings where they are few, else how many of each code and where to look."""
    grave = {name: [one for one in found if one.severity != "info"] for name, found in results.items()}
    count = sum(map(len, grave.values()))
    if 0 < count <= _SHORT:
        print_findings(grave, "en", err=True)
    elif count:
        codes = Counter(one.code for found in grave.values() for one in found)
        told = ", ".join(f"{code} {times}" for code, times in _first(codes))
        documents = sum(bool(found) for found in grave.values())
        click.echo(f"{count} findings in {documents} documents: {told}", err=True)
        click.echo(f"read them: delibgraph validate {graph} (--format html for a page)", err=True)


def _first(codes: Counter[str]) -> Iterable[tuple[str, object]]:
    """The commonest codes, the others as one."""
    common = codes.most_common(_SHORT)
    others = codes.total() - sum(times for _, times in common)
    return [*common, *([("others", others)] if others else [])]
