"""Sums and names that follow one another in a sentence: which of them belong together.

"50 € à la chasse, 300 € aux cyclos, pour le tennis : 1 000 €", "au lycée Monge : 900 € pour le voyage et 300 € pour le
bal", "129 € à l'Amicale, à la Chorale, au Judo" are chains: what stands between two sums tells whose the first is,
whose the second is, and that both go to one where it names no other. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from delibgraph.extraction.funding.payees import is_financer, is_nobody
from delibgraph.extraction.funding.recipients import FIRST, RECIPIENTS, can_be_paid, subject_of
from delibgraph.extraction.funding.remarks import noted
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View, fold

_LONGEST = 400
"""Characters between two sums of a chain."""
_BEFORE = 160
"""Characters before a chain in which its first name stands."""
_BULLET = regex.compile(r"\s*\n[ ]*(?:[-–•*▪§>]|\d{1,2}[.)°])[ ]*")
_BRACKETS = regex.compile(r"\([^()]*\)")
_QUOTES = regex.compile(r"(?:«[^«»]*»|\"[^\"]*\")")
_PARTS = regex.compile(r"[ ]*(?:[;,]|(?<=[ ])(?:et|ainsi que|puis|enfin)(?=[ ])|(?<=[ ])ainsi qu(?='))[ ']*")
_ARTICLE = r"(?:l'[ ]?|la[ ]|le[ ]|les[ ])?"
_TO = (
    rf"(?:(?:(?:en[ ]faveur|au[ ]profit|au[ ]bénéfice)[ ](?:de|du|des)|à|au|aux|pour)[ ]|"
    rf"(?:en[ ]faveur|au[ ]profit|au[ ]bénéfice)[ ]d'){_ARTICLE}"
)
_NOT_NAMED = (
    r"(?!(?:profit|bénéfice|faveur|niveau|titre|cadre|taux|cours|sein|chapitre|article|compte|hauteur|raison|"
    r"fonctionnement|investissement|partir|"
    r"compter|condition|concurrence|savoir|part|parts|total|son|sa|ses|leur|leurs|un|une|des|\d)(?!\w))"
)
_PURPOSES = r"(?:pour|au titre|à titre|afin|en vue|dans le cadre)"
_NAME_ENDS = rf"(?=[ ](?:{_PURPOSES}|qui|dont)[ ]|[ ]*$)"
_NAMED = regex.compile(rf"(?P<to>{_TO}){_NOT_NAMED}(?P<name>.+?){_NAME_ENDS}")
"""A name behind "à", up to what the money is for."""
_USED = regex.compile(rf"[ ]*(?:(?:{_PURPOSES}|destiné\w*|de|d'|en)(?=[ ']|(?<='))|\()")
"""What the money is for, right behind a sum."""
_SORT = (
    r"(?:subventions?|aides?|sommes?|participations?|dotations?|contributions?|cotisations?|bourses?|primes?|montants?|"
    r"avances?|acomptes?|compléments?|abondements?)"
)
_LEAD = regex.compile(
    rf"(?:^|(?<=[ :,]))(?:cel(?:le|ui)[ ]|(?:et[ ])?(?:d'|de[ ])?(?:une?[ ]|la[ ]|l'|le[ ])?(?:(?P<other>autre|"
    rf"seconde)[ ]?)?(?:de[ ])?(?:(?P<sort>{_SORT})"
    r"(?:[ ](?:exceptionnelle|complémentaire|supplémentaire|annuelle|identique|forfaitaire|de[ ]\w+|d'\w+))*[ ]?)?)?"
    r"(?:de[ ]|d'|d'un[ ]montant[ ]de[ ]|à[ ]hauteur[ ]de[ ])?[ ]*$"
)
"""What leads to a sum ("une subvention exceptionnelle de")."""
_OPENS = regex.compile(
    rf"[ :,]*(?:(?:les|des|deux|trois|ses)[ ]+)?{_SORT}(?:[ ]suivante?s?|[ ]ci-après)?[ ]*:[ ]*(?:[-–•*▪§][ ]"
    rf"*)?(?:l'une[ ](?:de[ ])?)?$"
)
"""What stands between a name and the first of its sums ("à l'Amicale deux subventions :")."""
_VERB = regex.compile(
    r"(?<!\w)(?:est|sont|sera|seront|ete|ont|avait|avaient|demand\w*|sollicit\w*|refus\w*|rejet\w*|coute\w*|budget|"
    r"contre(?![ ]l(?:[ea]s?[ ]|'))|"
    r"lieu|repond\w*|propos\w*|rappel\w*|precis\w*|indiqu\w*|decid\w*|autoris\w*|approuv\w*|soit|devis|emprunt|prix|"
    r"tarif\w*|"
    r"ttc|ht|attribue\w*|accord\w*|alloue\w*|verse\w*|octroie|vote\w*|porte|passe|ramene|taux|montants?|cout\w*|"
    r"recettes?|"
    r"depenses?|par|dont|sur|total|unanimite|abstentions?)(?!\w)"
)
"""What no name holds."""
_FEWEST = 3
"""Names of a chain in which each may be written without a capital."""


@dataclass(frozen=True, slots=True)
class Link:
    """Whom a sum of a chain goes to, each of them to all of it, and where the chain begins; ``several`` where the chain
    names three at least."""

    names: tuple[str, ...]
    start: int
    several: bool = False


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two sums: whom the first goes to ("pour" can say what for), whom the second goes to."""

    after: tuple[str, ...] = ()
    by_use: bool = False
    purpose: str | None = None
    used: bool = False
    head: str | None = None
    strong: bool = False
    bare: bool = False
    other: bool = False
    same: bool = False


def chains(view: View, amounts: Sequence[Amount]) -> Mapping[int, Link]:
    """The sums that stand in chains, by where they begin, each with whom it goes to."""
    notes = noted(view.plain, ((amount.start, amount.end) for amount in amounts))
    told = [amount for amount in amounts if amount.start not in notes]
    found: dict[int, Link] = {}
    for run, gaps in _runs(view, told):
        tail = _gap(view.plain[run[-1].end : _stop(view, run[-1].end)], last=True)
        alike = tail is not None and (tail.same or len(tail.after) >= _FEWEST)
        if not gaps and not alike:
            continue
        names = _names(gaps, _head(view, run[0]), tail)
        several = len({name for given in names for name in given}) >= _FEWEST
        start = _opening(view, run[0].start)
        for amount, given in zip(run, names, strict=True):
            if given and all(several or can_be_paid(name) for name in given):
                found[amount.start] = Link(given, start, several)
    return found


def _opening(view: View, at: int) -> int:
    """Where the words that open a chain begin: its line, or the paragraph above that ends with a colon."""
    line = max(view.plain.rfind("\n", 0, at) + 1, at - _BEFORE)
    above = view.plain[max(0, line - _LONGEST) : line].rstrip()
    if not above.endswith(":") or line != view.plain.rfind("\n", 0, at) + 1:
        return line
    return max(above.rfind("\n\n"), above.rfind(". "), 0) + max(0, line - _LONGEST)


def _stop(view: View, at: int) -> int:
    """Where the sentence of a place ends."""
    end = _ENDS.search(view.plain, at, at + _LONGEST)
    return end.start() if end else at


_ENDS = regex.compile(r"[.](?=\s|$)(?<!\b\p{Lu}\.)|\n[ ]*\n|\n(?=[ ]*[-–•*▪§])|;|$")


def _runs(view: View, amounts: Sequence[Amount]) -> Iterator[tuple[list[Amount], list[_Gap]]]:
    """The sums that follow one another with nothing but names and uses between them; most are alone."""
    run: list[Amount] = []
    gaps: list[_Gap] = []
    for amount in amounts:
        between = view.plain[run[-1].end : amount.start] if run else ""
        gap = _gap(between) if between and len(between) < _LONGEST and not (run[-1].rate or amount.rate) else None
        if gap is None and run:
            yield run, gaps
            run, gaps = [], []
        run.append(amount)
        gaps += [gap] if gap else []
    if run:
        yield run, gaps


def _gap(between: str, *, last: bool = False) -> _Gap | None:
    """What stands between two sums, or behind the last one; ``None`` where it is no link."""
    if enclosed := _ENCLOSED.fullmatch(between):
        between = enclosed["told"]
    told = _BULLET.sub(" ; ", _BRACKETS.sub("", between))
    told = _SUMS.split(told)[0] if last else told
    if "\n\n" in told or "€" in told or _TORN.match(told):
        return None
    noted = _BRACKETS.match(between.lstrip()) is not None
    text = _GIVEN.sub(" ", told.replace("\n", " "))
    masked = _QUOTES.sub(lambda quote: "«" + "x" * (len(quote[0]) - 2) + "»", text)
    if not last and regex.search(r"\.(?=[ ])(?<!(?<!\p{L})\p{L}\.)", masked):
        return None
    bounds = [(0, 0), *(match.span() for match in _PARTS.finditer(masked)), (len(text), len(text))]
    seps = [masked[start:end].strip() for start, end in bounds[:-1]]
    parts = [text[end:start].strip() for (_, end), (start, _) in pairwise(bounds)]
    if len(parts) < 2 and not last:
        return None
    head, strong, bare, other = None, False, False, False
    if not last:
        lead = _LEAD.search(f"{parts[-1]} ")
        if lead is None:
            return None
        rest = parts[-1][: lead.start()].strip()
        other = bool(lead["other"] or lead["sort"]) or told.strip() == "et"
        if rest:
            head, strong = _head_name(rest), rest.endswith(":")
            bare = not strong and _NAMED.match(rest) is None
            if head is None or (bare and not _PROPER.match(rest)):
                return None
        elif len(parts) > 2 and seps[-1] == "," and seps[-2] == ";":
            head = _head_name(parts.pop(-2))
            if head is None:
                return None
        parts = parts[:-1]
    behind = _after(parts, seps)
    return replace(behind, used=behind.used or noted, head=head, strong=strong, bare=bare, other=other)


_ENCLOSED = regex.compile(r"[ ]?\)(?P<told>[^()]+?)[ ]?\([ ]?")
"""Between two sums that each stand in brackets behind a name ("A (500 €), B (300 €)")."""
_SUMS = regex.compile(r",?[ ](?=[^,;]*\d[ ]?(?:€|euros?))")
_TORN = regex.compile(r"[ ]*(?:à|au|aux)[ ]*\n(?![ ]{2,12}\p{L})")
"""A sum whose name stands on the next page."""
_GIVEN = regex.compile(
    r"^[ ]*(?:(?:est|sont|sera|seront)[ ])?(?:attribu|accord|allou|octroy|vers|vot)ée?s?[ ]+(?=(?:à|au|aux)[ ])"
)
"""What may stand between a sum and its "à"."""


_PROPER = regex.compile(r"(?:l'|la |le |les |[\p{Lu}\d«\"])")


def _head_name(printed: str) -> str | None:
    """The name before a sum, without the "à" that may lead to it."""
    bare = printed.strip(" :=–-")
    named = _NAMED.fullmatch(bare)
    name = named["name"] if named else bare
    return name if _is_name(name) and not _USED.match(name) else None


def _after(parts: Sequence[str], seps: Sequence[str]) -> _Gap:
    """The names behind a sum, each with its "à" or all behind a colon, and whether it is told what the money is for."""
    names: list[str] = []
    listed = parts[:1] != [] and parts[0].startswith(":")
    by_use = same = False
    for part, sep in zip(parts, seps, strict=False):
        bare = _AS_MUCH.sub("", part.lstrip(": "))
        same = same or bare != part.lstrip(": ")
        named = _NAMED.match(bare)
        if named is None and listed and bare[:1].isupper():
            named = _BARE.match(bare)
        by_for = named is not None and bare.startswith("pour")
        if named is None or (by_for and not _can_be_for(named["name"])):
            if names and sep == "et" and part and not _PURPOSE.match(part):
                names[-1] = f"{names[-1]} et {part}"
                continue
            purpose = named["name"] if named and not names and _is_name(named["name"]) else None
            return _Gap(tuple(names), by_use, purpose, not names and _USED.match(part) is not None)
        if not _is_name(named["name"]):
            return _Gap(tuple(names), by_use)
        by_use = by_use or (by_for and not names)
        names.append(named["name"].strip())
    return _Gap(tuple(names), by_use, same=same)


_PURPOSE = regex.compile(rf"{_PURPOSES}(?!\w)")
_AS_MUCH = regex.compile(r"^(?:autant|de même|la même somme)[ ]+(?=(?:à|au|aux|pour)[ ])")
_BARE = regex.compile(rf"(?P<name>.+?){_NAME_ENDS}")


def _can_be_for(name: str) -> bool:
    """Whether "pour" leads to somebody, rather than to what the money is for."""
    first = FIRST.match(fold(name))
    return first is not None and first["word"] in RECIPIENTS


def _is_name(name: str) -> bool:
    """Whether words can be the name of somebody."""
    if not (2 < len(name) < _LONGEST_NAME and sum(map(str.isalpha, name)) > 1):
        return False
    return not (is_nobody(name) or is_financer(name) or _VERB.search(fold(name)))


_LONGEST_NAME = 130


def _head(view: View, amount: Amount) -> str | None:
    """Whom the words before the first sum of a chain name."""
    line = max(0, amount.start - _BEFORE)
    told = view.plain[line : amount.start]
    told = told[told.rfind("\n\n") + 1 :].replace("\n", " ")
    if listed := _ITEM.search(view.plain, line, amount.start):
        return listed["name"] if _is_name(listed["name"]) else None
    subject = subject_of(view, line, amount.start)
    if subject and subject.gets:
        return subject.name
    if kept := _KEPT.search(told):
        return kept["name"] if _is_name(kept["name"]) else None
    told = _FOR_YEAR.sub("", _OPENS.sub("", told))
    lead = _LEAD.search(told)
    told = (told[: lead.start()] if lead else told).rstrip(" :,(")
    found = _LED_TO.finditer(told, overlapped=True)
    names = [match["name"] for match in found if not match[0].startswith("pour") and _is_name(match["name"])]
    return names[0] if names else None


_FOR_YEAR = regex.compile(r",?[ ](?:pour|en|au[ ]titre[ ]de)[ ](?:l'(?:année|exercice)[ ])?20\d\d[ ,:]*$")
_LED_TO = regex.compile(rf"(?<!\w){_TO}{_NOT_NAMED}(?P<name>(?:[^,;:€.\n]|(?<=(?<!\p{{L}})\p{{L}})\.)+)$")
_KEPT = regex.compile(
    r"(?<!\w)(?:retien|soutien)(?:t|nent)[ ]+(?:l'|la[ ]|le[ ]|les[ ])?(?P<name>[^,;:€.()]+?)[ ]*\([ ]*$"
)
"""Who is chosen, its sum in a bracket ("le conseil retient le Judo (300 €)")."""
_ITEM = regex.compile(r"(?m)^[ ]*(?:[-–•*▪§][ ]*)?(?P<name>[\p{Lu}«\"][^:;,€\n]{2,80}?)[ ]*:[ ]*\Z")
"""A name that heads a line, its sums behind a colon."""


def _names(gaps: Sequence[_Gap], head: str | None, tail: _Gap | None) -> list[tuple[str, ...]]:
    """Whom each sum of a chain goes to."""
    given: list[tuple[str, ...]] = []
    current: tuple[str, ...] = ()
    led = by_use = False
    for gap, beside in zip((_Gap(head=head), *gaps), (*gaps, tail or _Gap()), strict=True):
        used = beside.used or beside.by_use
        own = beside.after
        if gap.head and gap.bare and not (given and given[-1]):
            own = ()
        elif gap.head and (not own or gap.strong or beside.by_use):
            own, led = (gap.head,), True
        elif current and (led and beside.by_use):
            own = current
        elif own:
            led, by_use = False, beside.by_use
        elif by_use and beside.purpose:
            own = (beside.purpose,)
        elif current and (used or gap.other):
            own = current
        given.append(own)
        current = own if len(own) == 1 else ()
    return given
