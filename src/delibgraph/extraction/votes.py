"""How the vote went: unanimity, majority, figures, or named votes; the decision's own where there are several."""

from __future__ import annotations

import regex

from delibgraph.extraction.ballots import abstained, against, in_favour
from delibgraph.extraction.phrases import Phrase
from delibgraph.extraction.view import View, trim
from delibgraph.facts import Outcome, Span, Vote

_UNANIMOUS = Phrase("unanimite unanimement", r"unanimite|unanimement")
_MAJORITY = Phrase(
    "majorite",
    r"(?<=(?:a|par)\s+(?:la\s+|une\s+)?(?:large\s+)?)majorite(?![ ]+(?:absolue[ ]*:|des[ ]+membres))",
)
_REJECTED = Phrase("rejette rejete rejetee repousse n", r"rejette|rejetee?|repousse|n'est[ ]pas[ ]adopte")
_FIGURES = Phrase("pour contre favorable favorables", r"pour|contre|favorables?")
_NAMED = Phrase(
    "vote votent votant abstient abstiennent abstenant abstenus abstenu abstenue",
    r"(?:vote|votent|votant)\s+contre|(?<=s')abst\w+|(?<=se\s+sont\s+|s'est\s+)abst\w+",
)
_POSTPONED = regex.compile(r"(?:reportee?|ajournee?|retiree?)[ ]+(?:a une|de l'ordre)")
_VOTED = regex.compile(
    r"adopte|approuve|vote|decide|delibere|autorise|accorde|attribue|accepte|voix|pour[ ]*:|unanimite|majorite|"
    r"alloue|verse"
)
_STOP = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art|al))[.;](?=[\s)])|\n[ ]*\n|\n[ ]*[-•]")
_REACH = 400
"""Characters that a sentence extends from a place in it at most."""
_FRAGMENT = regex.compile(
    r"""
    [\s;.,|/()*•–-]*
    (?: (?:(?:ont|a)[ ]vote|votes?|voix|pour|contre|abst\w+|se[ ]sont[ ]abst\w+|suffrages?)[ ]*(?:[a-z]+[ ]*)?[:=(\d]
      | \d{1,3}[ ]+(?:voix|votes?|pour|contre|abst\w+)(?!\w)
      | (?:mm?\.?|mmes?|monsieur|madame|messieurs|mesdames)(?!\w)[^.;]{0,150}?(?:vot\w+[ ]+contre|abst[ie]\w+) )
    """,
    regex.VERBOSE,
)
"""What goes on telling a vote after its first sentence: further figures, or members with how they voted."""
_FRAGMENTS = 6
"""The most of these that follow one another."""


def read_vote(view: View, start: int, near: int | None) -> Vote | None:
    """The vote told after ``start``; with a grant at ``near``, the one that stands nearest to it."""
    places = vote_places(view, start)
    if not places:
        return None
    place = places[0] if near is None else min(places, key=lambda at: abs(at - near))
    return _read(view, _told_in(view, place, start))


def vote_places(view: View, start: int) -> list[int]:
    """Where votes are told, in order."""
    told = {place for place in _places(view, start) if _VOTED.search(view.folded, *_sentence(view, place))}
    return sorted(told | {match.start() for match in _NAMED.finditer(view, start)})


def _places(view: View, start: int) -> set[int]:
    phrases = (_UNANIMOUS, _MAJORITY, _REJECTED)
    told = {match.start() for phrase in phrases for match in phrase.finditer(view, start)}
    for word in _FIGURES.finditer(view, start):
        around = max(start, word.start() - 20), word.end() + 12
        if in_favour(view, around) is not None or against(view, around) is not None:
            told.add(word.start())
    return told


def _sentence(view: View, at: int) -> Span:
    """The sentence around a place; the dot of "M." ends none."""
    start, end = max(0, at - _REACH), min(len(view.plain), at + _REACH)
    ends = [match.end() for match in _STOP.finditer(view.folded, start, end)]
    return (
        max((stop for stop in ends if stop <= at), default=start),
        min((stop for stop in ends if stop > at), default=end),
    )


def _told_in(view: View, place: int, after: int) -> Span:
    """The sentence around a place, with the fragments after it that tell the rest of the vote."""
    start, end = _sentence(view, place)
    for _ in range(_FRAGMENTS):
        more = _FRAGMENT.match(view.folded, end, end + _REACH)
        if not more:
            break
        end = max(more.end(), _sentence(view, more.end() - 1)[1])
    return max(start, min(after, place)), end


def _read(view: View, span: Span) -> Vote:
    unanimous = _UNANIMOUS.search(view, *span) is not None
    ayes, noes, abstentions = (figure(view, span) for figure in (in_favour, against, abstained))
    outcome: Outcome = "adopted"
    if _REJECTED.search(view, *span) or (ayes is not None and noes is not None and noes > ayes):
        outcome = "rejected"
    elif _POSTPONED.search(view.folded, *span):
        outcome = "postponed"
    return Vote(outcome, unanimous and not noes, ayes, noes, abstentions, _told(view, span))


def _told(view: View, span: Span) -> Span:
    """The words that tell the vote, without the marks and blanks before them."""
    start, end = trim(view.plain, *span)
    while start < end and not view.plain[start].isalnum():
        start += 1
    return start, end
