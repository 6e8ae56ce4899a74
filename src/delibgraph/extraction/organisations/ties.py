"""What organisations are to each other: relays, members, partners, labels, projects that one bears.

Each relation is a cue between two names; which name is the subject is said by the cue. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from delibgraph.extraction.organisations.mentions import Mentions, Named, sentence_of
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Relation, RelationKind

_OF = r"(?=d(?:e|u|es)[ \n]|d')"
_TERRITORIAL = r"(?:territoriale?|locale?|departementale?|regionale?|de[ ]proximite)"


@dataclass(frozen=True, slots=True)
class _Cue:
    """A phrase between subject and object."""

    kind: RelationKind
    phrase: Phrase


_CUES = (
    _Cue(
        "relay-of",
        Phrase("relais", rf"relais(?:[ ]+{_TERRITORIAL})*[ \n]+{_OF}"),
    ),
    _Cue(
        "member-of",
        Phrase(
            "membre adherente adherent adhere affiliee affilie fait",
            rf"(?:membre|adherente?)(?:[ ]+(?:fondateur|actif|associe|historique))?[ \n]+{_OF}"
            rf"|(?:adherente?|affiliee?|adhere)[ \n]+(?:a|aux?)(?=[ \n])|fait[ \n]+partie[ \n]+{_OF}",
        ),
    ),
    _Cue(
        "labelled-by",
        Phrase(
            "labellise labellisee labelise labelisee",
            r"label+isee?[ \n]+(?:\w+[ \n]+){0,3}?par(?=[ \n])",
        ),
    ),
    _Cue("partner-of", Phrase("partenariat partenaire", rf"partenariat[ \n]+avec(?=[ \n])|partenaire[ \n]+{_OF}")),
    _Cue("borne-by", Phrase("porte portee", r"portee?[ \n]+par(?=[ \n])")),
)
_BETWEEN = Phrase(
    "partenariat",
    r"partenariat(?:[ ]+(?:engage|conclu|noue|mene|signe|etabli|existant)e?[ \n]+par|[ \n]+entre)?(?=[ \n])",
)
"""A partnership that is told with both of its parties behind it."""
_WITH = regex.compile(r"[ \n]*(?:avec|et)(?=[ \n])")
_JOINS = Phrase(
    "adhesion adherer",
    r"(?:adhesion|adherer)(?:[ ]+(?:annuelle|de[ ]+la[ ]+(?:commune|ville|metropole|communaute|collectivite)))?"
    r"(?:[ ]+pour[ ]+(?:l'annee[ ]+)?\d{4})?[ \n]+(?:a|aux?)(?=[ \n])",
)
"""The body itself becomes a member, or stays one."""
_LEAVES = regex.compile(r"resili|retrait|retir|met(?:tre)?[ ]+fin|ne[ ]+(?:pas|plus)|refus|cess|quitt|demissi")
_RELIES = Phrase(
    "s",
    r"s'appu(?:ie|ient|yer|yant)[ \n]+(?:[^.;,]{1,40}?[ \n])?sur(?=[ \n])"
    r"(?:[^.;,]{0,60}?(?<!\w)dont)?(?=[ \n])",
)
"""An organisation that relies on another one for its territory has a relay in it."""
_IN_TERRITORY = regex.compile(r"territori|localement|en[ ]+local|relais")
_THE_KIND = regex.compile(
    r"(?<!\w)(?:le|la|l'|ce|cet|cette)[ ]?(?P<kind>pole|cluster|grappe|association|federation|reseau)(?=[ \n])"
)
_PROJECT = regex.compile(
    r"(?<!\w)(?P<name>(?:projets?|programme|action|dispositif|operation|evenement|festival|initiative|demarche)"
    r"[ \n](?:[^.;,:\n]|\n(?!\n)){2,90}?)[ ,\n]*$"
)
_SAID = regex.compile(r"[ \n](?:est|sont|a[ ]ete|qui|portee?|labellisee?|et)(?!\w)")
_SUBJECT_REACH = 120


def read_relations(view: View, mentions: Mentions, start: int) -> Iterator[tuple[Relation, tuple[Named, ...]]]:
    """The relations told from an offset on, each with the organisations that it names."""
    for cue in _CUES:
        for match in cue.phrase.finditer(view, start):
            yield from _told(view, mentions, cue, match)
    for match in _BETWEEN.finditer(view, start):
        yield from _between(view, mentions, match)
    for match in _JOINS.finditer(view, start):
        sentence = sentence_of(view, *match.span())
        if (joined := mentions.after(match.end(), sentence[1])) and not _LEAVES.search(view.folded, *sentence):
            yield Relation(None, "member-of", joined.name, (match.start(), joined.end)), (joined,)
    for match in _RELIES.finditer(view, start):
        yield from _relays(view, mentions, match)


def _told(
    view: View, mentions: Mentions, cue: _Cue, match: regex.Match[str]
) -> Iterator[tuple[Relation, tuple[Named, ...]]]:
    """The relation of a cue: one for each object that is named behind it."""
    sentence = sentence_of(view, *match.span())
    objects = mentions.listed(match.end(), sentence[1])
    if not objects:
        return
    if cue.kind in ("borne-by", "labelled-by") and (project := _project(view, sentence[0], match.start())):
        name, at = project
        yield Relation(name, cue.kind, objects[0].name, (at, objects[0].end), is_project=True), (objects[0],)
        return
    subject = mentions.before(match.start())
    if subject is None or cue.kind == "borne-by":
        return
    for one in objects:
        if one.name != subject.name:
            yield Relation(subject.name, cue.kind, one.name, (subject.start, one.end)), (subject, one)


def _between(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Relation, tuple[Named, ...]]]:
    """A partnership of two sides: "le partenariat engagé par A avec B et C", "entre A et B", "le partenariat A B"."""
    end = sentence_of(view, *match.span())[1]
    first = mentions.after(match.end(), end)
    if first is None or not first.is_known:
        return
    link = _WITH.match(view.folded, first.end, end)
    others = mentions.listed(link.end() if link else first.end, end)
    if link is None:
        others = [one for one in others[:1] if one.is_known and one.start - first.end < 3]
    for one in others:
        if one.name != first.name:
            yield Relation(first.name, "partner-of", one.name, (first.start, one.end)), (first, one)


def _relays(view: View, mentions: Mentions, match: regex.Match[str]) -> Iterator[tuple[Relation, tuple[Named, ...]]]:
    """Who is whose relay, told from the other side: "le pôle s'appuie sur le territoire sur la grappe X"."""
    sentence = sentence_of(view, *match.span())
    if not _IN_TERRITORY.search(view.folded, *sentence):
        return
    relay = mentions.after(match.end(), sentence[1])
    if relay is None or not relay.is_known:
        return
    kinds = [*_THE_KIND.finditer(view.folded, sentence[0], match.start())]
    named = mentions.last(match.start(), sentence[0])
    whole = named.name if named else mentions.of_kind(kinds[-1]["kind"]) if kinds else None
    if whole is not None and whole != relay.name:
        start = named.start if named else kinds[-1].start()
        yield Relation(relay.name, "relay-of", whole, (start, relay.end)), (relay,)


def _project(view: View, start: int, end: int) -> tuple[str, int] | None:
    """The project named right before an offset, and where; several unnamed ones are none."""
    found = _PROJECT.search(view.folded, max(start, end - _SUBJECT_REACH), end)
    if found is None or view.folded[found.start() : found.start() + 8].startswith("projets "):
        return None
    said = _SAID.search(view.folded, *found.span("name"))
    return tidy(view.plain[found.start("name") : said.start() if said else found.end("name")]), found.start()
