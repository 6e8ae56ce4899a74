"""How the vote went: unanimity, majority, figures, or named votes; the decision's own where there are several."""

from __future__ import annotations

import regex

from delibgraph.extraction.phrases import Phrase
from delibgraph.extraction.view import View, trim
from delibgraph.facts import Outcome, Span, Vote

_NUMBERS = {
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "aucun": 0,
    "aucune": 0,
}
_N = rf"(?<![\w,.])(?P<n>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNANIMOUS = Phrase("unanimite unanimement", r"unanimite|unanimement")
_MAJORITY = Phrase(
    "majorite",
    r"(?<=(?:a|par)[ ]+(?:la[ ]+|une[ ]+)?(?:large[ ]+)?)majorite(?![ ]+(?:absolue[ ]*:|des[ ]+membres))",
)
_REJECTED = Phrase("rejette rejete rejetee repousse n", r"rejette|rejetee?|repousse|n'est[ ]pas[ ]adopte")
_FOR = regex.compile(
    rf"{_N}[ ]+(?:voix[ ]+)?\(?pour\)?(?!\w)|(?<!\w)pour[ ]*:[ ]*{_N}(?!\w)|{_N}[ ]+votes?[ ]+(?:favorables?|pour)"
)
_AGAINST = regex.compile(rf"{_N}[ ]+(?:voix[ ]+|votes?[ ]+)?contre(?!\w)|(?<!\w)contre[ ]*:[ ]*{_N}(?!\w)")
_ABSTAINED = regex.compile(rf"{_N}[ ]+abstentions?|(?<!\w)abstentions?[ ]*:[ ]*{_N}(?!\w)")
_FIGURES = Phrase("pour contre favorable favorables", r"pour|contre|favorables?")
_VOTING_AGAINST = regex.compile(r"(?:votent|vote|votant|ayant[ ]vote|ont[ ]vote)[ ]+contre")
_ABSTAINING = regex.compile(r"s'(?:abstenant|abstient|abstiennent)|se[ ]sont[ ]abstenus?")
_TELLER = regex.compile(r"(?<!\w)(?:m\.?|mme|mlle|monsieur|madame)(?=[ ])")
_WITH_PROXY = regex.compile(r"et[ ]+son[ ]+mandant")
_BEFORE_NAMES = regex.compile(r"majorite|unanimite|pour(?!\w)|contre(?!\w)|abst\w+|[:;]")
"""What stands before those who are named with their vote."""
_POSTPONED = regex.compile(r"(?:reportee?|ajournee?|retiree?)[ ]+(?:a une|de l'ordre)")
_VOTED = regex.compile(
    r"adopte|approuve|vote|decide|delibere|autorise|accorde|attribue|accepte|voix|pour[ ]*:|unanimite|majorite|"
    r"alloue|verse"
)
_STOP = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art|al))[.;](?=[\s)])|\n[ ]*\n|\n[ ]*[-•]")
_REACH = 400
"""Characters that a sentence extends from a place in it at most."""


def read_vote(view: View, start: int, near: int | None) -> Vote | None:
    """The vote told after ``start``; with a grant at ``near``, the one that stands nearest to it."""
    places = sorted(place for place in _places(view, start) if _VOTED.search(view.folded, *_sentence(view, place)))
    if not places:
        return None
    place = places[0] if near is None else min(places, key=lambda at: abs(at - near))
    return _read(view, _sentence(view, place))


def _places(view: View, start: int) -> list[int]:
    """Where votes are told."""
    told = [match.start() for phrase in (_UNANIMOUS, _MAJORITY, _REJECTED) for match in phrase.finditer(view, start)]
    for word in _FIGURES.finditer(view, start):
        around = max(start, word.start() - 20), word.end() + 12
        if _FOR.search(view.folded, *around) or _AGAINST.search(view.folded, *around):
            told.append(word.start())
    return told


def _sentence(view: View, at: int) -> Span:
    """The sentence around a place; the dot of "M." ends none."""
    start, end = max(0, at - _REACH), min(len(view.plain), at + _REACH)
    ends = [match.end() for match in _STOP.finditer(view.folded, start, end)]
    return (
        max((stop for stop in ends if stop <= at), default=start),
        min((stop for stop in ends if stop > at), default=end),
    )


def _read(view: View, span: Span) -> Vote:
    unanimous = _UNANIMOUS.search(view, *span) is not None
    in_favour, against, abstentions = (_figure(view, told, span) for told in (_FOR, _AGAINST, _ABSTAINED))
    against = _named(view, _VOTING_AGAINST, span) if against is None else against
    abstentions = _named(view, _ABSTAINING, span) if abstentions is None else abstentions
    outcome: Outcome = "adopted"
    if _REJECTED.search(view, *span) or (in_favour is not None and against is not None and against > in_favour):
        outcome = "rejected"
    elif _POSTPONED.search(view.folded, *span):
        outcome = "postponed"
    return Vote(outcome, unanimous, in_favour, against, abstentions, _told(view, span))


def _named(view: View, verdict: regex.Pattern[str], span: Span) -> int | None:
    """How many votes those make who are named with it ("M. A (et son mandant) et Mme B s'abstiennent"): three here."""
    match = verdict.search(view.folded, *span)
    if not match:
        return None
    start = max((lead.end() for lead in _BEFORE_NAMES.finditer(view.folded, span[0], match.start())), default=span[0])
    told = (start, match.start())
    people, proxies = (len(pattern.findall(view.folded, *told)) for pattern in (_TELLER, _WITH_PROXY))
    return max(1, people) + proxies


def _told(view: View, span: Span) -> Span:
    """The words that tell the vote, without the marks and blanks before them."""
    start, end = trim(view.plain, *span)
    while start < end and not view.plain[start].isalnum():
        start += 1
    return start, end


def _figure(view: View, told: regex.Pattern[str], span: Span) -> int | None:
    match = told.search(view.folded, *span)
    if not match:
        return None
    word = next(group for group in match.captures("n") if group)
    return int(word) if word.isdigit() else _NUMBERS[word]
