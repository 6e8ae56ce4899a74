"""Where prose decides: the text after the lists goes through the spaCy pipeline for money and organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from delibgraph.extraction.funding.grants import read_funding
from delibgraph.extraction.funding.sharing import joined
from delibgraph.extraction.funding.terms import with_terms
from delibgraph.extraction.organisations.joining import is_name, join, squeeze, tells_kind
from delibgraph.extraction.organisations.pipeline import read_stretch
from delibgraph.extraction.organisations.statements import read_statements, settled
from delibgraph.extraction.text.view import View
from delibgraph.facts import Finding, Funding, MemberCount, Office, Organisation, Relation, Span

_BLANK_LINE = regex.compile(r"\n[ ]*\n")
_STRETCH = 50_000
"""Characters that go through the pipeline at once; longer texts are cut at a blank line."""


@dataclass(frozen=True, slots=True)
class Prose:
    """What the prose of an act says."""

    funding: tuple[Funding, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    findings: tuple[Finding, ...] = ()
    relations: tuple[Relation, ...] = ()
    offices: tuple[Office, ...] = ()
    member_counts: tuple[MemberCount, ...] = ()


def read_prose(
    view: View, start: int, decision: int | None, title: tuple[str, Span] | None, body: str | None, adopted: bool
) -> Prose:
    """The money and the organisations in the text from ``start``, decided from ``decision`` on.

    ``title`` may stand before that; the organisations that it names are the text's as well.
    """
    docs = [read_stretch(view, *stretch) for stretch in _stretches(view, start)]
    funding, findings = read_funding(view, docs, title and title[0], decision, adopted, body)
    paid = [
        (name, grant.span, None)
        for grant in funding
        for name in grant.beneficiaries
        if grant.status == "granted" or is_name(name)
    ]
    is_ahead = title is not None and title[1][1] <= start and tells_kind(title[0])
    named_in = [read_stretch(view, *title[1]), *docs] if title and is_ahead else docs
    organisations = join(view, named_in, paid, body)
    said = read_statements(view, organisations, start)
    if said.named:
        others = ((one.name, (one.start, one.end), None) for one in said.named)
        organisations = join(view, named_in, paid, body, others)
    said = settled(said, organisations)
    bound = with_terms(
        view, [_renamed(grant, organisations) for grant in funding], start if decision is None else decision
    )
    return Prose(tuple(bound), tuple(organisations), tuple(findings), said.relations, said.offices, said.member_counts)


def _stretches(view: View, start: int) -> Iterator[Span]:
    while start < len(view.plain):
        cut = _BLANK_LINE.search(view.plain, start + _STRETCH)
        end = min(cut.end() if cut else len(view.plain), start + 2 * _STRETCH)
        yield start, end
        start = end


def _renamed(grant: Funding, organisations: Sequence[Organisation]) -> Funding:
    """The grant under its beneficiaries' usual spellings."""
    names = [_usual(name, organisations) for name in grant.beneficiaries]
    return replace(grant, beneficiary=joined(names), shared=tuple(names) if grant.shared else ())


def _usual(name: str, organisations: Sequence[Organisation]) -> str:
    key = squeeze(name)
    usual = next((o.name for o in organisations if key in (squeeze(o.name), *map(squeeze, o.also))), name)
    return name if key.startswith(_SCHOOLS) and key.endswith(squeeze(usual)) else usual


_SCHOOLS = ("lycee", "college", "ecole")
"""Nouns that are part of a school's name; an organisation is known by its kind and what follows."""
