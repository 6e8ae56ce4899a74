"""What a deliberation does to an earlier one: it corrects, replaces, amends or repeals it.

Only what the act itself does counts: its title, its decision, a note between the two ("annule et remplace la
délibération n° 12"). A recital tells what others did. An earlier deliberation is known by its number or its date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex

from delibgraph.extraction.items.headings import NUMBER
from delibgraph.extraction.text.dates import first_date
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, tidy
from delibgraph.facts import Amendment, AmendmentKind, Span

_ACTS: dict[AmendmentKind, str] = {
    "replaces": "remplace remplacer remplacement remplacant",
    "corrects": "rectifie rectifier rectification rectificative rectifiant corrige corriger corrigeant correction "
    "erratum errata",
    "amends": "modifie modifier modification modificative modifiant complete completer completant complement",
    "repeals": "abroge abroger abrogation abrogeant rapporte rapporter rapportant retrait retire retirer retirant "
    "annule annuler annulation annulant",
}
"""Words of a deliberation that does it, folded."""
_DONE: dict[AmendmentKind, str] = {
    "replaces": r"annulee\s+et\s+remplacee|remplacee",
    "corrects": "rectifiee|corrigee",
    "amends": "modifiee|completee",
    "repeals": "abrogee|rapportee|retiree|annulee",
}
"""Words of the deliberation that it is done to."""
_WORDS_BETWEEN = (
    r"(?:\s*[:,(]\s*|\s+(?:[dl]')?(?:(?:la|les?|de|du|des|a|au|aux|sur|dans|sa|notre|ainsi|partiellement|totalement|"
    r"articles?|alineas?|points?|\d{1,2}|et|termes|dispositions|erreur|materielle)(?!\w))?)*"
)
_DOES = Phrase(
    " ".join(_ACTS.values()),
    r"(?:(?P<replaces>annul\w+\s+et\s+(?:de\s+)?remplac\w+)|"
    + "|".join(f"(?P<{kind}>{'|'.join(words.split())})" for kind, words in _ACTS.items())
    + rf")(?!\w){_WORDS_BETWEEN}\s*(?<!\w)(?P<act>deliberations?)(?!\w)",
)
_IS_DONE = Phrase(
    "deliberation",
    r"(?P<act>deliberation)[^.;]{4,140}?\s+est\s+(?:(?:ainsi|donc|partiellement)\s+)?"
    rf"(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _DONE.items())})(?!\w)",
)
_NOTE = frozenset(["replaces", "corrects"])
"""What a note between title and decision can say."""
_SIGNED = regex.compile(
    rf"(?i:n[ ]?[°º]s?|num[ée]ro)\.?[ ]*:?[ ]*(?P<value>{NUMBER}|(?:\p{{L}}{{1,6}}[-_ ]?)?\d(?:[\w./-]*\w)?)"
)
_BARE = regex.compile(rf"\s*(?P<value>{NUMBER})(?!\w)")
_CLAUSE_END = regex.compile(
    r"[;!?]|\.(?=\s|$)|\n[ ]*\n|(?<!\w)(?:portant|relati(?:f|ve|fs|ves)|concernant|approuvant|fixant|instaurant|"
    r"qui|dont|ainsi|et|est|comme|afin|par|pour)(?!\w)"
)
_RECITAL = regex.compile(r"(?:\A|[\n.;•])[ -]*(?:vu|considerant|attendu|rappelant|rappelle)(?!\w)[^.;\n]*\Z")
_SENTENCE = 400
"""Characters back within which the first word of a sentence is looked for."""
_REACH = 140
"""Characters after "délibération" within which its number and its date stand."""


def read_amendments(view: View, title: Span | None, decision: int | None) -> tuple[Amendment, ...]:
    """The earlier deliberations that this one touches, each once, in the order of the text.

    Source of the kinds: the European Legislation Identifier (``eli:corrects``, ``eli:repeals``, ``eli:amends``).
    """
    found: dict[tuple[AmendmentKind, str], Amendment] = {}
    for told in _told(view, title, decision):
        key = told.kind, told.number or str(told.date)
        first = found.setdefault(key, told)
        found[key] = replace(first, date=first.date or told.date)
    dated = {(one.kind, one.date) for one in found.values() if one.number}
    return tuple(one for one in found.values() if one.number or (one.kind, one.date) not in dated)


def _told(view: View, title: Span | None, decision: int | None) -> Iterator[Amendment]:
    start = title[0] if title else 0
    for phrase in (_DOES, _IS_DONE):
        for match in phrase.finditer(view, start):
            kind: AmendmentKind = next(kind for kind in _ACTS if match[kind])
            at = match.start()
            in_title = title is not None and at < title[1]
            decides = decision is not None and at >= decision
            if not (in_title or decides or kind in _NOTE) or (not in_title and _is_recital(view, at)):
                continue
            yield from _of(view, kind, (at, match.end("act")))


def _is_recital(view: View, at: int) -> bool:
    return _RECITAL.search(view.folded, max(0, at - _SENTENCE), at) is not None


def _of(view: View, kind: AmendmentKind, span: Span) -> Iterator[Amendment]:
    """The earlier deliberation, by the number and the date that follow in its clause."""
    start = span[1]
    until = _CLAUSE_END.search(view.folded, start, start + _REACH)
    end = until.start() if until else min(len(view.folded), start + _REACH)
    dated = first_date(view, start, end)
    numbered = _SIGNED.search(view.plain, start, end) or _BARE.match(view.plain, start, end)
    if numbered or dated:
        last = max(one.end() if isinstance(one, regex.Match) else one.end for one in (numbered, dated) if one)
        number = tidy(numbered["value"]) if numbered else None
        yield Amendment(kind, (span[0], last), number, dated.date if dated else None)
