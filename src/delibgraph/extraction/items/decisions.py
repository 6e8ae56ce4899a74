"""Where a text decides: the sentence that says the body deliberated, the votes, the verbs of deciding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from delibgraph.extraction.items.votes import result_places, vote_places
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, once
from delibgraph.extraction.text.wholeness import is_closed, is_whole
from delibgraph.facts import Vote

_STARTS = (
    regex.compile(
        r"(?:apres[ ]+(?:en[ ]+)?avoir|ayant)[ ]+(?:entendu[^\n.]{0,80})?delibere|(?<!\w)(?:delibere|decide)[ ]*:"
    ),
    regex.compile(
        r"(?<!\w)(?:decid|approuv|autoris|accord|allou|attribu|octro[iy]|vot|vers|adopt)(?:e|ent|ee|ees|er|é)?(?!\w)|unanimite"
    ),
)
_SENTENCE_END = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art))[.;](?=\s)|:(?=\s)(?![^()]{0,80}\))|\n[ ]*\n")
_DELIBERATED = Phrase(
    "apres ayant", r"(?:apres\s+(?:en\s+)?avoir|ayant)\s+(?:entendu[^.]{0,120})?(?:en\s+)?delibere|apres\s+deliberation"
)
_DECIDES = (
    r"(?:decide|approuve|accepte|autorise|adopte|valide|fixe|designe|elit|nomme|vote|arrete|accorde|attribue|alloue|"
    r"confirme|charge|retient|sollicite|refuse|rejette|renonce|ratifie|instaure|demande|choisit|mandate)(?:nt)?"
    r"|(?:prend|prennent|donne|donnent)\s+(?:acte|(?:son|leur|un)\s+(?:accord|avis))"
    r"|(?:emet|emettent|rend|rendent)\s+un\s+avis|est\s+(?:favorable|d'accord)"
)
_APART = 500
"""Characters between the votes of two deliberations; those of one stand nearer."""
_ORGAN_DECIDES = Phrase(
    "conseil comite bureau assemblee commission conseillers membres delegues elus",
    rf"\w+(?:\s+d'administration)?,?(?:\s+(?!a\s|ont\s|avait|avaient|d'|de\s+(?:bien\s+)?vouloir|qui\s|que\s|propose)[^\s.;:]+){{0,14}}?"
    rf"[\s,:]+(?:a\s+l'unanimite\s*[,:]?\s+)?(?:{_DECIDES})(?!\w)",
)

_OPEN = regex.compile(r"(?:(?:refuse|rejette|renonce|demande|arrete|charge|mandate)(?:nt)?|acte|un\s+avis)$")
"""How what decides ends without saying that what was proposed holds."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Where a text decides, in order: ``votes`` are the places that tell an outcome, ``strong`` these and those that

    say the body deliberated, ``all`` these and the others, and the end of a text that was cut off.
    """

    votes: Sequence[int]
    strong: Sequence[int]
    all: Sequence[int]

    def within(self, start: int, end: int) -> bool:
        """Whether anything is decided between two offsets."""
        return bisect_left(self.all, start) < bisect_left(self.all, end)

    def deliberated(self, start: int, end: int) -> bool:
        """Whether the body votes or is said to have deliberated between two offsets."""
        return bisect_left(self.strong, start) < bisect_left(self.strong, end)

    def voted(self, start: int, end: int) -> bool:
        """Whether the outcome of a vote is told between two offsets."""
        return bisect_left(self.votes, start) < bisect_left(self.votes, end)


def decision_start(view: View, after: int) -> int | None:
    """Where the decision starts: at the sentence that says the body deliberated, else at the first that decides."""
    match = next((m for pattern in _STARTS if (m := pattern.search(view.folded, after))), None)
    if match is None:
        return None
    ends = [stop.end() for stop in _SENTENCE_END.finditer(view.folded, after, match.start())]
    return ends[-1] if ends else after


@once
def find_decisions(view: View, start: int) -> Decisions:
    """All places from ``start`` on that decide something."""
    votes = vote_places(view, start)
    strong = {*votes, *(match.start() for match in _DELIBERATED.finditer(view, start))}
    others = result_places(view, start) + [match.end() - 1 for match in _ORGAN_DECIDES.finditer(view, start)]
    others += [] if is_whole(view) and is_closed(view) else [len(view.plain) - 1]
    return Decisions(sorted(votes), sorted(strong), sorted({*strong, *others}))


def times_voted(view: View, start: int, end: int) -> int:
    """How many votes a stretch tells, those far from one another counted apart."""
    places = [at for at in vote_places(view, start) if at < end]
    return sum(at - before > _APART for before, at in pairwise([start - _APART - 1, *places]))


def times_deliberated(view: View, start: int, end: int) -> int:
    """How often a stretch says that the body deliberated."""
    return sum(1 for _ in _DELIBERATED.finditer(view, start, end))


def read_outcome(view: View, start: int) -> Vote | None:
    """What became of an item of which no vote is told: what the organ decides is adopted (CGCT L2121-20)."""
    told = (match.span() for match in _ORGAN_DECIDES.finditer(view, start) if not _OPEN.search(match[0]))
    span = next(told, None)
    return Vote("adopted", span=span) if span else None
