"""One sum of money for several: as much for each of them, or one sum that they share.

Forms: ``docs/funding.md``. Names are taken only where the whole list is understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from delibgraph.extraction.funding.clauses import clean
from delibgraph.extraction.funding.payees import is_nobody
from delibgraph.extraction.funding.recipients import can_be_paid
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Span

_SUM = r"(?:une?[ ]+(?:subvention|aide|somme|participation|dotation|montant|bourse)|la[ ]+somme|chacune?)(?!\w)"
_AFTER_EACH = regex.compile(
    r"\G[ ,]*(?:(?:a|pour)[ ]+chacune?[ ]+(?:de[ ]+|des[ ]+|d'entre[ ]+)|chacune?[ ]+(?:a|aux?)[ ]*:?[ ]+)"
)
_BEFORE_EACH = regex.compile(
    rf"(?<!\w)(?:a|pour)[ ]+chacune?[ ]+(?:de[ ]+|des[ ]+)(?P<names>[^.;]+?)[ ,]+{_SUM}[^.;]*$"
)
_EACH_LAST = regex.compile(r"\G[ ,]*chacune?s?(?!\w)(?![ ]+(?:a|aux?|des?)[ ])")
_GIVEN_BEFORE = regex.compile(rf"(?<!\w)(?:a|aux?)[ ]+(?P<names>[^.;]+?)[ ,]+{_SUM}[^.;]*$")
_AMONG = regex.compile(
    r"\G[^.;€]{0,40}?(?<!\w)(?:repartie?s?|partagee?s?|ventilee?s?|a[ ]+(?:repartir|partager))[ ]+"
    r"(?:[^.;,]{0,30}?[ ])?entre[ ]+"
)
_GIVEN_AFTER = regex.compile(r"\G[ ]*(?:aux?|a)[ ]+")
_END = regex.compile(
    rf"[.;€\n]|,?[ ](?:pour|au[ ]+titre|afin|dans[ ]+le|sous[ ]+reserve|conformement|selon|en[ ]+20|{_SUM}|"
    r"et[ ]+(?:autorise|approuve|dit|impute|precise|de[ ]))"
)
_SORT = regex.compile(
    r"^(?:(?:les|des|ces|aux)[ ])?(?:\p{Ll}[\p{L}'-]*[ ]){0,3}?\p{Ll}[\p{L}'-]*s[ ](?:\p{Ll}[\p{L}'-]*[ ]){0,3}[:]?[ ]?"
    r"(?=[«\"]?[ ]?\p{Lu})"
)
"""What a list's names are called before it ("trois associations sportives")."""
_ANNOUNCED = regex.compile(r"^[^,:]*(?:suivante?s?|ci-dessous)[ ]*[,:]?[ ]*")
_COMMA = regex.compile(r"[ ]*,[ ]*")
_AND = regex.compile(r"[ ]+(?:et|ainsi[ ]que)[ ]+(?:(?:à|au|aux)[ ]+)?|[ ]+ainsi[ ]qu'(?:à|au|aux)[ ]+")
_LEAD = regex.compile(r"^(?:(?:à|au|aux)[ ]+)?(?:l['’ ][ ]?|la[ ]|le[ ]|les[ ])?")
_FEWEST_TOGETHER = 3
"""Names in a row after "à" that are as many beneficiaries; two can be one name ("Danse et Chant")."""
_TO_EACH = regex.compile(r"[ ](?:et[ ]+|ainsi[ ]que[ ]+|ainsi[ ]qu')(?:à|au|aux)[ ]")
_HEADS = vocabulary(
    "association amicale club comite collectif compagnie cooperative union foyer office cluster pole societe "
    "federation ligue section groupement harmonie chorale fanfare orchestre ecole college lycee commune sarl sas scop "
    "ccas syndicat mission entente fondation"
)
"""Common nouns, folded, that begin an organisation's name and stand within no other's."""
_WORD = regex.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Shares:
    """The beneficiaries of one sum; ``each`` says that each of them gets it."""

    names: tuple[str, ...]
    each: bool


def shares(view: View, told: Span, amount: Span) -> Shares | None:
    """Who gets a sum, where its sentence gives it to several in one breath."""
    if (each := _AFTER_EACH.search(view.folded, amount[1], told[1])) and (names := _named(view, each.end(), told[1])):
        return Shares(names, each=True)
    if (among := _AMONG.search(view.folded, amount[1], told[1])) and (names := _named(view, among.end(), told[1])):
        return Shares(names, each=False)
    before = [*_BEFORE_EACH.finditer(view.folded, told[0], amount[0], overlapped=True)]
    if not before and _EACH_LAST.search(view.folded, amount[1], told[1]):
        before = [*_GIVEN_BEFORE.finditer(view.folded, told[0], amount[0], overlapped=True)]
    for given in before:
        if names := _list(view.plain[slice(*given.span("names"))]):
            return Shares(names, each=True)
    after = _GIVEN_AFTER.search(view.folded, amount[1], told[1])
    together = sharing(view, _row(view, after.end(), told[1])) if after else ()
    return Shares(together, each=False) if together else None


def sharing(view: View, printed: str) -> tuple[str, ...]:
    """The names of a row that a sum is given to together; none where it names one, and two can be one name.

    They are two where "à" stands before the second, where a noun for an organisation begins each, or where the text
    names each of them elsewhere by itself.
    """
    names = _list(printed)
    if not names or len(names) >= _FEWEST_TOGETHER or _TO_EACH.search(printed):
        return names
    parts = [_WORD.search(fold(_LEAD.sub("", part.strip()))) for part in _AND.split(" ".join(printed.split()))]
    if all(word and word[0] in _HEADS for word in parts):
        return names
    one, other = (r"[ \n]+".join(map(regex.escape, fold(name).split())) for name in names)
    together = len(regex.findall(rf"(?<!\w){one}[ \n]+et[ \n]+(?:l[ae]s?[ ]|l')?{other}(?!\w)", view.folded))
    alone = [len(regex.findall(rf"(?<!\w){name}(?!\w)", view.folded)) for name in (one, other)]
    return names if min(alone) > together else ()


def _named(view: View, start: int, end: int) -> tuple[str, ...]:
    """The names of a list that begins there, up to what ends it."""
    return _list(_row(view, start, end))


def _row(view: View, start: int, end: int) -> str:
    """The words of a list that begins there, up to what ends it; none where a sum ends it."""
    joined = view.folded[start:end].replace("\n", " ", 1)
    stop = _END.search(joined)
    if stop and stop[0] == "€":
        return ""
    return view.plain[start : start + stop.start() if stop else end]


def _list(printed: str) -> tuple[str, ...]:
    """The names of a row joined by commas and a last "et"; none unless each is one."""
    parts = _COMMA.split(_SORT.sub("", _ANNOUNCED.sub("", " ".join(printed.split()))))
    last = _AND.split(parts[-1])
    if len(last) > 2 or (len(last) == 1 and len(parts) > 1):
        return ()
    names = [clean(_LEAD.sub("", name)) for name in [*parts[:-1], *last]]
    return tuple(names) if len(names) > 1 and all(map(_is_name, names)) else ()


def _is_name(name: str) -> bool:
    """Whether a part of a row is a name: a capital in it, and a capital or a noun for a beneficiary first."""
    opens = name[:1].isupper() or can_be_paid(name.lower())
    return opens and sum(map(str.isalpha, name)) > 1 and any(map(str.isupper, name)) and not is_nobody(name)


def each_of(printed: str) -> tuple[str, ...]:
    """The names of a row parted by commas alone, or with a last "et"; none unless each is one."""
    names = tuple(clean(_LEAD.sub("", name)) for part in _COMMA.split(printed) for name in _AND.split(part))
    return names if len(names) > 1 and all(map(_is_name, names)) else ()


def joined(names: Sequence[str]) -> str:
    """Several names as one text.

    >>> joined(["Alpha Danse", "Beta Chant", "Gamma Judo"])
    'Alpha Danse, Beta Chant et Gamma Judo'
    """
    return " et ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def names_listed(plain: str, start: int) -> list[str]:
    """The names of a list: on lines of their own, each behind a bullet, or in a row up to the full stop."""
    if bullets := _BULLETS.match(plain, start):
        return [line.strip(" -–•*▪,;.") for line in bullets[0].strip().splitlines() if line.strip()]
    row = _ROW_OF_NAMES.match(plain, start)
    return [name.strip() for name in _PARTS_OF_ROW.split(row[0]) if name.strip()] if row else []


_BULLETS = regex.compile(r"(?:[ ]*\n)?(?:[ ]*[-–•*▪][ ]*[^\n]+\n?)+")
_ROW_OF_NAMES = regex.compile(r"[^.\n]+(?:\n[^.\n]+)?(?=\.|\n|$)")
_PARTS_OF_ROW = regex.compile(r"[,;]|[ ](?:et|ainsi que)[ ](?:(?:à|au|aux)[ ])?")
