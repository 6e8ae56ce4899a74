"""Where prose decides: the text after the lists goes through the spaCy pipeline for money and organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.funding import read_funding
from delibgraph.extraction.organisations import join, squeeze
from delibgraph.extraction.pipeline import read_stretch
from delibgraph.extraction.view import View
from delibgraph.facts import Finding, Funding, Organisation, Span

_BLANK_LINE = regex.compile(r"\n[ ]*\n")
_STRETCH = 50_000
"""Characters that go through the pipeline at once; longer texts are cut at a blank line."""


@dataclass(frozen=True, slots=True)
class Prose:
    """What the prose of an act says."""

    funding: tuple[Funding, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_prose(
    view: View, start: int, decision: int | None, title: str | None, body: str | None, adopted: bool
) -> Prose:
    """The money and the organisations in the text from ``start``, decided from ``decision`` on."""
    docs = [read_stretch(view, *stretch) for stretch in _stretches(view, start)]
    funding, findings = read_funding(view, docs, title, decision, adopted, body)
    paid = [(grant.beneficiary, grant.span, None) for grant in funding if grant.status == "granted"]
    organisations = join(view, docs, paid, body)
    return Prose(tuple(_renamed(grant, organisations) for grant in funding), tuple(organisations), tuple(findings))


def _stretches(view: View, start: int) -> Iterator[Span]:
    while start < len(view.plain):
        cut = _BLANK_LINE.search(view.plain, start + _STRETCH)
        end = min(cut.end() if cut else len(view.plain), start + 2 * _STRETCH)
        yield start, end
        start = end


def _renamed(grant: Funding, organisations: Sequence[Organisation]) -> Funding:
    """The grant under its beneficiary's usual spelling."""
    key = squeeze(grant.beneficiary)
    known = next((o for o in organisations if key in (squeeze(o.name), *map(squeeze, o.also))), None)
    return grant if known is None else replace(grant, beneficiary=known.name)
