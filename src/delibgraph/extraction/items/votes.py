"""How the vote went: unanimity, majority, figures, or named votes; the decision's own where there are several."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.items.ballots import abstained, against, in_favour
from delibgraph.extraction.items.tallies import tallies
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, once, trim
from delibgraph.facts import Outcome, Span, Vote

_UNANIMOUS = Phrase(
    "unanimite unanimement unanime unanimes unanimiite punanimite lunanimite iunanimite una unani unanim commun "
    "ensemble integralite",
    r"[pli]?unanimi+te|unanimement|(?<!(?:presque|quasi)[ -])unanimes?(?!\w)|una-?ni-?mi-?te"
    r"|(?<=d'un[ ])commun[ ]accord"
    r"|(?<=(?:par|de)[ ]l')(?:ensemble|integralite)[ ]des[ ](?:membres|conseillers|elus|delegues|presents|votants"
    r"|suffrages|voix)",
)
_EVERYBODY = Phrase(
    "tout tous",
    r"(?:tout[ ]le[ ]monde|tous(?:[ ]les[ ]\w+)?)[ ]"
    r"(?:(?:est|sont|vote|votent)[ ](?:pour|d'accord|favorables?)|approuvent|acceptent|adoptent)(?!\w)"
    r"(?!\s*,?\s*(?:sauf|moins|hormis|excepte|a[ ]l'exception))",
)
"""All are in favour, told without the word."""
_BUT = regex.compile(r"unanimi+te[ ,]+(?:moins|sauf|hormis|excepte)(?!\w)|unanimi+te[ ,]+a[ ]l'exception(?!\w)")
"""Unanimity of all but some is none."""
_ALL_OF = regex.compile(r"(?<!\w)(?P<n>\d{1,3})[ ]voix[ ](?:pour[ ])?sur[ ](?P=n)(?!\w)")
"""As many votes as there are ("12 voix sur 12")."""
_ALL_BUT = Phrase(
    "tout tous",
    r"(?:tout[ ]le[ ]monde|tous(?:[ ]les[ ]\w+)?)[ ](?:est|sont|vote|votent)[ ](?:pour|d'accord|favorables?)"
    r"\s*,?\s*(?:sauf|moins|hormis|excepte|a[ ]l'exception)",
)
"""All but some are in favour."""
_MAJORITY = Phrase(
    "majorite",
    r"(?<=(?:a|par)\s+(?:la\s+|une\s+)?(?:large\s+)?)majorite(?![ ]+(?:absolue[ ]*:|des[ ]+membres\s+en[ ]+exercice))"
    r"|(?<=(?:^|\n|[|])[ ]*)majorite(?=[ ]*(?:[(|]|\n|$))",
)
"""A majority, as words of a sentence or alone in its cell."""
_REJECTED = Phrase(
    "rejette rejettent rejete rejetee repousse refuse refusent refusee n",
    r"rejette(?:nt)?|rejetee?|repousse|(?<=(?:conseil|comite|bureau|assemblee|membres|elus|conseillers)(?:[ ]\w+)?"
    r"(?:[ ,]+a[ ]l'unanimite[^.;:,]{0,40})?[ ,]+)refuse(?:nt)?(?=[ ](?!de[ ](?:vote|pren)))"
    r"|(?<=(?:est|a[ ]ete)[ ])refusee?|n'est[ ]pas[ ]adopte",
)
_OUTNUMBERED = regex.compile(r"(?<!\w)\d{1,3}[ ]voix[ ]contre[ ]\d{1,3}(?![ ]*(?:\w|,[ ]*\d))")
"""The figures of a proposal that was rejected "par 8 voix contre 4"."""
_FIGURES = Phrase("pour contre favorable favorables voix", r"pour|contre|favorables?|voix")
_ABSTENTIONS = Phrase("abstention abstentions", r"abstentions?(?![ ]*:)")
_NAMED = Phrase(
    "vote votent votant abstient abstiennent abstenant abstenus abstenu abstenue",
    r"(?:vote|votent|votant)\s+contre|(?<=s')abst\w+|(?<=se\s+sont\s+|s'est\s+)abst\w+",
)
_LABELLED = regex.compile(
    r"(?m)^[ ]*(?:resultats?[ ]du[ ])?votes?[ ]*:(?=[^.;]{0,60}(?<!\w)(?:abst|contre|pour|unanim|majorit))"
)
"""The label of a vote at the head of a line, whatever the order of its figures."""
_PUT_OFF = Phrase(
    "reporte reportee reportes reportees ajourne ajournee ajournes ajournees retire retiree retires retirees "
    "reporter ajourner surseoir differer",
    r"(?<=(?<!\w)decide(?:nt)?[ ,]+(?:a[ ]l'unanimite[^.;:]{0,40}[ ,]+)?(?:de[ ]|d'))"
    r"(?:reporter|ajourner|surseoir|differer)|"
    r"(?<=(?:est|sont|ete)\s+)(?:(?:reporte|ajourne)e?s?(?=\s+(?:a|et|au)(?!\w)|[ ]*[.\n]|$)|"
    r"retiree?s?\s+de\s+l'ordre)",
)
_RESULT = Phrase(
    "adopte adoptee adoptes adoptees approuve approuvee approuves approuvees rejete rejetee",
    r"\w+(?=[ ]*(?:[.,!;)(|]|\n|$|[ ]\w))",
)
_OUTCOMES: dict[str, Outcome] = {
    "rej": "rejected",
    "ret": "withdrawn",
    "rep": "postponed",
    "pre": "noted",
    "ajo": "postponed",
    "sur": "postponed",
    "dif": "postponed",
}
_WORD = regex.compile(r"\w+")
_ENDS_LINE = regex.compile(r"[ ]*[.]?[ |]*(?:\n|$)|[ ]*\(|[ ]*,[ ]*(?i:abst|contre|avec[ ])")
_CELL = regex.compile(r"(?r)(?:^|\n|[|:–]|[ ]-)[ ]*$")
"""Before a result that stands alone in its cell or closes its line."""
_NOTED = Phrase("prend", r"prend[ ]acte(?=[ ]*(?:\n|$))")
_SAID = regex.compile(r"(?r)(?:est|sont|a[ ]ete|(?:vote|avis|decision|resultat)[ ]*:)[ ]*$")
_COUNTED = regex.compile(r"(?r)(?<![\w,.])(?:\d{1,3}|une?|deux|trois|quatre|cinq|six)[ ]*$")
_VOTED = regex.compile(
    r"adopte|approuve|vote|decide|delibere|autorise|accord|attribue|accepte|voix|(?:pour|contre)[ ]*:|unanimite|"
    r"majorite|alloue|verse"
)
_SMALLEST = 7
"""Members of the smallest council (CGCT L2121-2): of fewer voters some were not read."""
_STOP = regex.compile(r"(?<!(?<!\w)(?:m|mm|mme|n|art|al))[.;](?=[\s)])|\n[ ]*\n|\n[ ]*[-•]")
_ALONE = 250
"""Characters around figures of abstentions in which no vote is told."""
_SAID_REACH = 20
"""Characters before a word that make it a result."""
_REACH = 400
"""Characters that a sentence extends from a place in it at most."""
_FRAGMENT = regex.compile(
    r"""
    [\s;.,|/()*•–-]*
    (?: abstentions?[ ]+d(?:e[ ]|')m
      | (?:(?:ont|a)[ ]vote|votes?|voix|pour|contre|abst\w+|(?:se[ ]sont|s'est)[ ]abst\w+|suffrages?)[ ]*
        (?:[a-z]+[ ]*)?[:=(\d]
      | \d{1,3}[ ]+(?:voix|votes?|pour|contre|abst\w+)(?!\w)
      | (?:mm?\.?|mmes?|monsieur|madame|messieurs|mesdames)(?!\w)[^.;]{0,150}?(?:vot\w+[ ]+contre|abst[ie]\w+) )
    """,
    regex.VERBOSE,
)
"""What goes on telling a vote after its first sentence: further figures, or members with how they voted."""
_TALLY = regex.compile(r"(?m)^[ ]*(?:\d{1,3}[ ]+)?abstentions?[ ]*:[^\n]{2,200}")
_BLOCK = regex.compile(r"pour[ ]*(?::|\d{1,3}[ ]*[–,;|/-])")
_APART, _NEXT = 1500, 120
"""Characters up to a block of figures that completes a vote, and up to the sentence that sums bare figures up."""
_VISA = regex.compile(r"[^\w\n]*(?:vu|considerant)(?!\w)[^\n]{0,300}?(?<!\w)avis(?!\w)")
_DECIDED = regex.compile(
    r"(?:[,;:\n][ ]*(?:le|la|l')[ ]?(?:conseil|comite|bureau|assemblee|commission)|delibere)(?!\w)"
)
"""A visa that tells of an opinion, and who decides after all in a sentence that begins like one."""
_FRAGMENTS = 6
"""The most of these that follow one another."""


def weighed(vote: Vote | None, voters: int) -> Vote | None:
    """The vote, weighed against how many could vote: rejected where those against, who alone are told, are more than
    half of them, unanimous where all of them were in favour."""
    if vote is None or vote.outcome != "adopted" or vote.unanimous or voters <= 0:
        return vote
    if vote.for_ is None:
        return replace(vote, outcome="rejected") if 2 * (vote.against or 0) > max(voters, _SMALLEST) else vote
    return replace(vote, unanimous=True) if vote.for_ == voters and not (vote.against or vote.abstentions) else vote


def read_vote(view: View, start: int, near: int | None) -> Vote | None:
    """The vote told after ``start``; with a grant at ``near``, the one that stands nearest to it."""
    places = vote_places(view, start)
    if not places:
        return _result(view, start)
    place = places[0] if near is None else min(places, key=lambda at: abs(at - near))
    vote = _tallied(view, _read(view, _told_in(view, place, start)), places)
    return _completed(view, vote, [at for at in places if vote.span and at >= vote.span[1]])


def _tallied(view: View, vote: Vote, places: Sequence[int]) -> Vote:
    """The vote with those who abstained, told on a line of their own under what was decided ("Abstention : M. A")."""
    if vote.span is None or (vote.against, vote.abstentions) != (None, None):
        return vote
    end = min((at for at in places if at >= vote.span[1]), default=len(view.plain))
    line = _TALLY.search(view.folded, vote.span[1], min(end, vote.span[1] + _APART))
    return replace(vote, abstentions=abstained(view, line.span())) if line else vote


def _completed(view: View, vote: Vote, places: Sequence[int]) -> Vote:
    """The vote with what the next statement adds: the figures of a unanimous vote, the word for bare figures."""
    if not places or vote.span is None or places[0] - vote.span[1] > _APART:
        return vote
    more = _read(view, _told_in(view, places[0], vote.span[1]))
    bare = (vote.for_, vote.against, vote.abstentions) == (None, None, None)
    block = more.span is not None and _BLOCK.search(view.folded, *more.span) is not None
    near = places[0] - vote.span[1] < _NEXT
    if vote.unanimous and bare and (block or near) and more.for_ is not None and not more.against:
        return replace(vote, for_=more.for_, against=more.against, abstentions=more.abstentions)
    if not vote.unanimous and not bare and not vote.against and more.unanimous and near:
        return replace(vote, unanimous=True)
    return vote


def _result(view: View, start: int) -> Vote | None:
    """An outcome without a word on how the vote went: "ADOPTÉE", "est approuvé", "est reporté"."""
    place = next(iter(result_places(view, start)), None)
    if place is None:
        return None
    told = _WORD.match(view.plain, place)
    return Vote(_OUTCOMES.get(view.folded[place : place + 3], "adopted"), span=told.span() if told else None)


def result_places(view: View, start: int) -> list[int]:
    """Where an outcome is told by a word alone, in order."""
    told = [match.start() for phrase in (_PUT_OFF, _NOTED) for match in phrase.finditer(view, start)]
    for match in _RESULT.finditer(view, start):
        word = view.plain[slice(*match.span())]
        if (
            word.isupper()
            or (
                (word.istitle() or _CELL.search(view.plain, max(start, match.start() - _SAID_REACH), match.start()))
                and _ENDS_LINE.match(view.plain, match.end())
            )
            or _SAID.search(view.folded, max(start, match.start() - _SAID_REACH), match.start())
        ):
            told.append(match.start())
    return sorted(told)


@once
def vote_places(view: View, start: int) -> Sequence[int]:
    """Where votes are told, in order."""
    told = {place for place in _places(view, start) if _VOTED.search(view.folded, *_sentence(view, place))}
    told |= {match.start() for phrase in (_NAMED, _EVERYBODY, _ALL_BUT) for match in phrase.finditer(view, start)}
    told |= {tally.span[0] for tally in tallies(view, start)}
    told |= {match.end() - 1 for match in _LABELLED.finditer(view.folded, start)}
    told |= _abstentions(view, start, sorted(told))
    return sorted(place for place in told if not _of_others(view, place))


def _of_others(view: View, place: int) -> bool:
    """Whether a visa tells the vote of those who were heard ("Vu l'avis favorable à l'unanimité du comité …")."""
    line = view.plain.rfind("\n", 0, place) + 1
    visa = _VISA.match(view.folded, line, place)
    return visa is not None and not _DECIDED.search(view.folded, visa.end(), place)


def _abstentions(view: View, start: int, told: Sequence[int]) -> set[int]:
    """Where nothing but abstentions is counted, far from where any vote is told."""
    return {
        word.start()
        for word in _ABSTENTIONS.finditer(view, start)
        if _COUNTED.search(view.folded, max(start, word.start() - _SAID_REACH), word.start())
        and bisect_left(told, word.start() - _ALONE) == bisect_left(told, word.start() + _ALONE)
    }


def _places(view: View, start: int) -> set[int]:
    phrases = (_UNANIMOUS, _MAJORITY, _REJECTED)
    told = {match.start() for phrase in phrases for match in phrase.finditer(view, start)}
    for word in _FIGURES.finditer(view, start):
        around = max(start, word.start() - 20), word.end() + 12
        if in_favour(view, around) is not None or against(view, around) is not None:
            told.add(word.start())
    return told


@once
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
    if _VISA.match(view.folded, trim(view.plain, start, place)[0], place):
        start = next((match.start() for match in _DECIDED.finditer(view.folded, start, place)), start)
    for _ in range(_FRAGMENTS):
        more = _FRAGMENT.match(view.folded, end, end + _REACH)
        if not more:
            break
        end = max(more.end(), _sentence(view, more.end() - 1)[1])
    return max(start, min(after, place)), end


def _read(view: View, span: Span) -> Vote:
    unanimous = any(phrase.search(view, *span) for phrase in (_UNANIMOUS, _EVERYBODY))
    unanimous &= not _BUT.search(view.folded, *span)
    told = next((tally for tally in tallies(view, span[0]) if tally.span[0] < span[1]), None)
    figures = (told.for_, told.against, told.abstentions) if told else (None, None, None)
    span = (span[0], max(span[1], told.span[1])) if told else span
    ayes, noes, abstentions = (
        read(view, span) if figure is None else figure
        for figure, read in zip(figures, (in_favour, against, abstained), strict=True)
    )
    outcome: Outcome | None = "adopted"
    if _REJECTED.search(view, *span) or (ayes is not None and noes is not None and noes > ayes):
        outcome = "rejected"
        if ayes and noes and ayes > noes and _OUTNUMBERED.search(view.folded, *span):
            ayes, noes = noes, ayes
    elif _PUT_OFF.search(view, *span):
        outcome = "postponed"
    everybody = bool(ayes) and (noes, abstentions) == (0, 0)  # the figures say it without the word
    everybody |= _ALL_OF.search(view.folded, *span) is not None
    return Vote(outcome, (unanimous or everybody) and not noes, ayes, noes, abstentions, _told(view, span))


def _told(view: View, span: Span) -> Span:
    """The words that tell the vote, without the marks and blanks before them."""
    start, end = trim(view.plain, *span)
    while start < end and not view.plain[start].isalnum():
        start += 1
    return start, end
