"""What a text says of the organisations that it names: relations, offices, members. Forms: ``docs/funding.md``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from delibgraph.extraction.organisations.membership import read_member_counts
from delibgraph.extraction.organisations.mentions import Mentions, Named
from delibgraph.extraction.organisations.posts import read_offices
from delibgraph.extraction.organisations.ties import read_relations
from delibgraph.extraction.text.view import View
from delibgraph.facts import MemberCount, Office, Organisation, Relation


@dataclass(frozen=True, slots=True)
class Statements:
    """What is said of organisations; ``named`` are those that only a statement names."""

    relations: tuple[Relation, ...] = ()
    offices: tuple[Office, ...] = ()
    member_counts: tuple[MemberCount, ...] = ()
    named: tuple[Named, ...] = ()


def settled(said: Statements, organisations: Sequence[Organisation]) -> Statements:
    """The statements under the usual names of the organisations; one on a name that is none of theirs goes."""
    names = {spelling: one.name for one in organisations for spelling in (*one.also, one.name)}
    relations = (
        replace(one, object=names[one.object], subject=names.get(one.subject or "", one.subject))
        for one in said.relations
        if one.object in names and (one.subject is None or one.is_project or one.subject in names)
    )
    offices = (replace(one, organisation=names[one.organisation]) for one in said.offices if one.organisation in names)
    counts = (
        replace(one, organisation=names[one.organisation]) for one in said.member_counts if one.organisation in names
    )
    return Statements(tuple(relations), tuple(offices), tuple(counts))


def read_statements(view: View, organisations: Sequence[Organisation], start: int) -> Statements:
    """The statements from an offset on, each once."""
    mentions = Mentions(view, organisations, start)
    relations = [*read_relations(view, mentions, start)]
    offices = [*read_offices(view, mentions, start)]
    counts = [*read_member_counts(view, mentions, start)]
    named = {
        one.name: one
        for one in (
            *(one for _, all_ in relations for one in all_),
            *(one for _, one in offices),
            *(one for _, one in counts),
        )
        if not one.is_known
    }
    once = {(r.subject, r.kind, r.object): r for r, _ in reversed(relations)}
    held = {(o.person, o.organisation, o.office): o for o, _ in reversed(offices)}
    figures = {(c.organisation, c.members, c.date): c for c, _ in reversed(counts)}
    return Statements(
        tuple(sorted(once.values(), key=lambda one: one.span)),
        tuple(sorted(held.values(), key=lambda one: one.span)),
        tuple(sorted(figures.values(), key=lambda one: one.span)),
        tuple(named.values()),
    )
