"""How many voted for, against, or not at all: by figures, in words, or by the names of those who did."""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_WORDS = {
    **dict.fromkeys(("aucun", "aucune", "neant", "personne", "nul", "zero"), 0),
    "une": 1,
    **{
        word: number
        for number, word in enumerate(
            [
                "un",
                "deux",
                "trois",
                "quatre",
                "cinq",
                "six",
                "sept",
                "huit",
                "neuf",
                "dix",
                "onze",
                "douze",
                "treize",
                "quatorze",
                "quinze",
                "seize",
            ],
            1,
        )
    },
    "vingt": 20,
    "trente": 30,
}
_N = rf"(?<![\w,.])(?P<n>\d{{1,3}}(?![\w%€]|[ ]?€)|(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?!\w))"
_FIGURE = regex.compile(rf"\b(?:\d|(?:{'|'.join(_WORDS)})(?!\w))")
"""What any figure holds: looked for before the longer patterns."""
_MEMBERS = r"(?:membres|conseill\w+|elue?s|deleguee?s|personnes)"
_COLON = r"[ ]*[:=][ ]*"
_IN_A_ROW = r"[ ]+(?=\d{1,3}[ ,;|/\n–-]+(?:voix[ ]+)?(?:contre|abst))"
"""Before a figure without a colon: in a row of figures ("POUR 12 CONTRE 0")."""
_VOTES = r"(?:(?:voix|votes?|avis)\s{1,2})?"
_OTHERS = rf"{_N.replace('(?P<n>', '(?:')}(?![ ]+(?:abst|voix|votes?))"
"""The figure after "8 voix contre": that of those against."""
_FOR = regex.compile(
    rf"{_N}\s{{1,2}}(?:voix\s{{1,2}})?\(?pour\)?(?!\w)|(?<!\w)pour(?:{_COLON}|{_IN_A_ROW}){_N}"
    rf"|(?!une?[ ]avis){_N}[ ]+(?:votes?|voix|avis)[ ]+(?:favorables?|pour)"
    rf"|(?<!\w)[pli]?unanimi+te[ ]*\([ ]*{_N}[ ]+(?:voix|votes?)(?![ ]+contre)"
    rf"|{_N}[ ]+voix[ ]+contre(?=[ ]+{_OTHERS})"
    rf"|(?<!\w)(?:a|avec|par)[ ]+{_N}[ ]+voix(?!\s*\(?(?:contre|defav|abst|\d))"
)
_AGAINST = regex.compile(
    rf"(?<!(?<!\w)pour[ ]*:?[ ]*)(?!une?[ ]avis){_N}\s{{1,2}}{_VOTES}"
    rf"\(?(?:contre(?![ ]+{_OTHERS})|defavorables?)\)?(?!\w)"
    rf"|{_N}[ ]+{_MEMBERS}[ ]+(?:ayant[ ]vote|ont[ ]vote|votant|votent)[ ]+contre"
    rf"|(?<=\d[ ]+(?:voix[ ]+)?contre[ ]+){_N}(?![ ]+(?:abst|voix|votes?))"
    rf"|(?<!\w)contre(?:{_COLON}|[ ]+(?=\d{{1,3}}[ ,;|/\n–-]+(?:voix[ ]+)?abst)){_N}"
)
_ABSTAINED = regex.compile(
    rf"{_N}[ ]+{_MEMBERS}[ ]+(?:s'etant[ ]abst|se[ ]sont[ ]abst|s'abst)"
    rf"|(?<!(?<!\w)contre[ ]*:?[ ]*){_N}\s{{1,2}}abstentions?|(?<!\w)(?P<n>\d{{1,3}})abstentions?"
    rf"|(?<!\w)(?:abstentions?|abstenus?)(?:\(s\))?(?:{_COLON}|"
    rf"[ ]+(?=\d{{1,3}}[ ]*(?:$|[.;,\n)]))){_N}"
)
_CIVILITY = r"(?:MM?\.?|Mmes?|Mlles?|M[rR]s?\.?|Messieurs|Mesdames|Monsieur|Madame)[ ]+"
_WORD = (
    r"(?:(?!(?i:abst|contre|pour|vote|unanim|major|adopt|(?:conseil|comit[ée]|bureau|assembl[ée]e|commission|membres)(?!\p{L})))\p{Lu}[\p{L}'.-]*"
    r"|(?:de|du|des|la|le|les|d'|et[ ]son[ ]mandant)(?!\p{L}))"
)
_PERSON = rf"(?:{_CIVILITY}(?:et[ ]+{_CIVILITY})?)?{_WORD}(?:[ ]+{_WORD})*+(?:[ ]*\([^)]*\))?"
_PEOPLE = rf"{_PERSON}(?:[ ]*(?:[,;–]|-(?=[ ])|(?<!\w)et[ ]|ainsi[ ]que[ ])[ ]*{_PERSON})*"
_BEFORE = regex.compile(rf"(?<![\p{{L}}.'-]){_PEOPLE}[ ,]*$")
_AFTER = regex.compile(rf"[ ]*{_PEOPLE}")
"""People one after the other, on plain text without line breaks: before what they did, and after it."""
_SEPARATOR = regex.compile(r"[,;–]|[ ]-[ ]|(?<!\w)et[ ](?!son)|ainsi[ ]que")
_WITH_PROXY = regex.compile(r"et[ ]+son[ ]+mandant|pouvoir|procuration")
_ASIDE = regex.compile(r"\([^)]*\)")
_VOTING_AGAINST = regex.compile(r"(?:votent|vote|votant|(?:ayant|ont|a)[ ]vote)[ ]+contre(?![ ]*:)")
_ABSTAINING = regex.compile(
    r"s'(?:abstenant|abstient|abstiennent)(?![ ]*:)|(?:se[ ]sont|s'est|s'etant)[ ]abstenue?s?(?!\w|[ ]*:)"
)
_AGAINST_ARE = regex.compile(r"(?<!\w)contre[ ]*:|(?:(?:voix|votes?)[ ]+contre|opposition)[ ]+d(?:es?|')(?!\w)")
_ABSTAINED_ARE = regex.compile(r"(?<!\w)abst\w+[ ]*(?::|d(?:es?|')(?!\w))")
_GROUP = regex.compile(r"(?i)(?<!\p{L})groupes?[ ]+(?=\p{L})")
_GROUP_ALONE = regex.compile(r"(?ri)(?<!\p{L}|pr[ée]sidente?[ ]du[ ])groupes?[ ]+\p{L}[^.;()]{0,80}$")
"""A group, and nobody of it by name, before what it did."""
_NOBODY = regex.compile(r"[ ]*(?:/|-{1,3}|–|neant|aucune?|ø|personne)(?=[ ]*(?:$|[\s.;,)|–-]))")


def in_favour(view: View, span: Span) -> int | None:
    """How many voted for it, as far as a stretch tells."""
    return _figure(view, _FOR, span) if _holds(view, span, "pour", "voix", "votes", "favorable") else None


def against(view: View, span: Span) -> int | None:
    """How many voted against it, counted by figures or by names."""
    if not _holds(view, span, "contre", "defavorable", "opposition", "voix", "vote"):
        return None
    return _counted(view, span, _AGAINST, _VOTING_AGAINST, _AGAINST_ARE)


def abstained(view: View, span: Span) -> int | None:
    """How many abstained, counted by figures or by names."""
    if not _holds(view, span, "abst"):
        return None
    return _counted(view, span, _ABSTAINED, _ABSTAINING, _ABSTAINED_ARE)


def _holds(view: View, span: Span, *words: str) -> bool:
    """Whether a stretch has one of these words, without which the longer patterns need not be asked."""
    return any(view.folded.find(word, *span) >= 0 for word in words)


def _counted(
    view: View, span: Span, told: regex.Pattern[str], verdict: regex.Pattern[str], heading: regex.Pattern[str]
) -> int | None:
    """The figure where one is printed, else those named before a verb or after a heading."""
    figure = _figure(view, told, span)
    if figure is not None:
        return figure
    line = view.plain[slice(*span)].replace("\n", " ")
    if match := verdict.search(view.folded, *span):
        if _GROUP_ALONE.search(line, 0, match.start() - span[0]):
            return None
        named = _BEFORE.search(line, 0, match.start() - span[0])
        return _people(named[0]) if named else 1
    for match in heading.finditer(view.folded, *span):
        if _NOBODY.match(view.folded, match.end(), span[1]):
            return 0
        if named := _AFTER.match(line, match.end() - span[0]):
            return _people(named[0])
    return None


def _people(words: str) -> int | None:
    """How many votes these people make: "M. A (et son mandant) et Mme B" are three, a group nobody knows how many."""
    if _GROUP.search(words):
        return None
    return len(_SEPARATOR.findall(_ASIDE.sub("", words).strip(" ,;"))) + 1 + len(_WITH_PROXY.findall(words))


def _figure(view: View, told: regex.Pattern[str], span: Span) -> int | None:
    match = told.search(view.folded, *span) if _FIGURE.search(view.folded, *span) else None
    if not match:
        return None
    word = next(group for group in match.captures("n") if group)
    return int(word) if word.isdigit() else _WORDS[word]
