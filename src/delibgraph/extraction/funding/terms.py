"""What a grant is bound to: its conditions, the agreement that it is given under, the parts in which it is paid.

Each grammar is a few patterns on folded text. A condition, agreement or instalment goes to the grants of its sentence,
else to the only beneficiary that the decision grants money to. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import regex

from delibgraph.extraction.text.money import amounts
from delibgraph.extraction.text.periods import period_in
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Agreement, Funding, Instalment

_STOP = regex.compile(
    r"(?<!(?<!\w)(?:m|mm|mme|n|art))[.;](?=\s|$)|\n[ ]*\n|\n(?=[ ]*(?:[-–•*]|"
    r"(?:dit|autorise|approuve|decide|precise|impute|"
    r"charge|donne|adopte|inscrit|valide|accepte|rappelle|fixe|attribue|accorde|alloue|verse)(?:nt)?[ ]))"
)
"""Where a sentence or an item of a list ends."""

_CONDITION = Phrase(
    "sous subordonne subordonnee subordonnees subordonnent conditionne conditionnee conditionnees a",
    r"sous[ ]+(?:la[ ]+)?(?:reserve|condition)s?[ ]+(?:suspensives?[ ]+)?(?:de|du|des|d'|que|qu')"
    r"|a[ ]+(?:la[ ]+)?condition[ ]+(?:de|d'|que|qu')"
    r"|(?:subordonne|conditionne)(?:e?s?|nt)[ ]+"
    r"(?:(?:le[ ]+versement|la[ ]+subvention|l'octroi|l'attribution)[^.;]{0,60}?[ ])?(?:a|au|aux)[ ]",
)
"""What a grant hangs on."""
_CONDITION_END = regex.compile(
    r"[.;]|\n[ ]*\n|\n(?=[ ]*[-–•*])|[ ]+et[ ]+(?=(?:autorise|approuve|impute|dit[ ]que)\b)|"
    r",[ ]+(?=(?:et[ ]+)?(?:versee?s?|imputee?s?|payables?|autorise|approuve|dit|impute|precise|"
    r"une?[ ]+subvention|au[ ]+titre|la[ ]+somme|pour[ ])\b)"
)
_OF_MONEY = regex.compile(
    r"versement|subvention|aide|participation|somme|fonds|attribu|accord|octro|dotation|cotisation"
)
_OBJECTS = r"(?:objectifs?|aide|attribution|utilite|engagement)"
_AGREEMENT = Phrase(
    "convention conventions avenant contrat",
    rf"(?:avenant[ ]+(?:n[ ]?[°o][ ]?\d+[ ]+)?(?:\d{{4}}[ ]+)?a[ ]+la[ ]+)?"
    rf"(?:convention|contrat[ ]+(?:de[ ]+ville|d'objectifs|de[ ]+partenariat))s?(?!\w)"
    rf"(?:[ \n]+(?:pluri-?annuelle|annuelle|biennale|triennale|quadriennale|cadre|tripartite|financiere|attributive|"
    rf"de|et|des|du|objectifs|moyens|partenariat|financement|cooperation|subvention(?:nement)?|developpement|soutien|"
    rf"participation|mandat)(?!\w)|[ \n]+d'{_OBJECTS}(?!\w))*",
)
_TRAILING = regex.compile(r"(?:[ \n]+(?:de|et|des|du))+$")
_PART = r"(?:acompte|avance|solde|versement|tranche|echeance)"
_ORDINAL = (
    r"(?:premiere?|1ere?|1er|seconde?|deuxieme|2e(?:me)?|dernier|derniere|troisieme|3e(?:me)?|quatrieme|4e(?:me)?)"
)
_INSTALMENT = regex.compile(
    rf"(?<!\w)(?:(?:(?:un|le|une|la|l')[ ]*)?(?:{_ORDINAL}[ ]+)?(?P<what>{_PART})s?(?!\w)|"
    r"(?<=[ :\n(-])(?P<share>\d{1,3}(?:,\d+)?)[ ]?%)"
)
_MANY = regex.compile(
    r"(?<!\w)(?:acomptes?|avance|solde|en[ ]+(?:deux|trois|quatre|plusieurs|\d)[ ]+"
    r"(?:fois|versements?|tranches?|echeances?)|\d{1,3}[ ]?%[^.;]{0,200}\d[ ]?%)(?!\w)"
)
"""What tells that a grant is paid in parts."""
_SHARE = regex.compile(r"(?P<share>\d{1,3}(?:,\d+)?)[ ]?%")
_MONTH = r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_DUE = regex.compile(
    r"(?<!\w)(?P<due>(?:a[ ]+(?:la|l'|compter|partir|reception)|sur|apres|des|avant|fin|courant|une[ ]+fois|"
    rf"au[ ]+(?:vu|plus|cours|debut|terme|mois)|en[ ]+(?:{_MONTH}|fin|debut|\d{{4}}))(?!\w|[ ]+(?:hauteur|titre)).*)",
    regex.DOTALL,
)
_LATER = regex.compile(r"(?<!\w)(?:en[ ]+complement|deja[ ]+verse|deduction)")
"""What tells of parts that were paid before."""
_LEADS_ON = regex.compile(r"[ ,]+(?:et|puis|ainsi que)?(?:[ ]+(?:le|la|un|une|de|à hauteur de))?$")
_CENT = 0.005


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the decision, with the grants whose sum stands in it, by their place in the funding."""

    start: int
    end: int
    grants: tuple[int, ...]


def with_terms(view: View, funding: Sequence[Funding], decision: int) -> list[Funding]:
    """The funding with what the decision, which begins at an offset, says of its grants' terms."""
    granted = tuple(at for at, grant in enumerate(funding) if grant.status == "granted")
    if not granted:
        return list(funding)
    reader = _Reader(view, funding, granted, _sentences(view, funding, granted, decision))
    conditions, agreements, instalments = reader.conditions(), reader.agreements(), reader.instalments()
    return [
        replace(grant, conditions=conditions.get(at), agreement=agreements.get(at), instalments=instalments.get(at, ()))
        for at, grant in enumerate(funding)
    ]


def _sentences(view: View, funding: Sequence[Funding], granted: Sequence[int], start: int) -> list[_Sentence]:
    """The sentences from an offset on."""
    stops = [*_STOP.finditer(view.folded, start), None]
    sentences = []
    for stop in stops:
        end = stop.start() if stop else len(view.folded)
        grants = tuple(at for at in granted if start <= funding[at].span[0] < end)
        sentences.append(_Sentence(start, end, grants))
        start = stop.end() if stop else end
    return sentences


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the terms of the grants of one decision; every answer is keyed by a grant's place in the funding."""

    view: View
    funding: Sequence[Funding]
    granted: tuple[int, ...]
    sentences: Sequence[_Sentence]

    def conditions(self) -> dict[int, str]:
        """What each grant hangs on, as printed."""
        found: dict[int, str] = {}
        for cue in _CONDITION.finditer(self.view, self.sentences[0].start):
            sentence = self._sentence(cue.start())
            stop = _CONDITION_END.search(self.view.folded, cue.end(), sentence.end)
            text = tidy(self.view.plain[cue.start() : stop.start() if stop else sentence.end])
            of_money = _OF_MONEY.search(self.view.folded, sentence.start, cue.end()) is not None
            for at in sentence.grants or (self.granted if of_money else ()):
                found.setdefault(at, text)
        return found

    def agreements(self) -> dict[int, Agreement]:
        """The agreement that each grant is given under; another mention's period counts if it is the only one."""
        told = [_agreement(self.view, cue) for cue in _AGREEMENT.finditer(self.view)]
        periods = {(one.starts, one.ends) for one in told if one.starts}
        starts, ends = next(iter(periods)) if len(periods) == 1 else (None, None)
        found: dict[int, Agreement] = {}
        for one in told:
            if one.span[0] < self.sentences[0].start:
                continue
            sentence = self._sentence(one.span[0])
            whole = one if one.starts else replace(one, starts=starts, ends=ends)
            for at in sentence.grants or self._named(sentence) or self._alone():
                if at not in found or (found[at].starts is None and whole.starts):
                    found[at] = whole
        return found

    def instalments(self) -> dict[int, tuple[Instalment, ...]]:
        """The parts in which each grant is paid, where they do not come to more than the grant."""
        found: dict[int, list[Instalment]] = {}
        for sentence in self.sentences:
            place = self.view.folded, sentence.start, sentence.end
            grants = sentence.grants or self._alone()
            if len(grants) == 1 and _MANY.search(*place) and not _LATER.search(*place):
                parts = _parts(self.view, sentence, self.funding[grants[0]].amount)
                found.setdefault(grants[0], []).extend(parts)
        return {at: tuple(parts) for at, parts in found.items() if _adds_up(parts, self.funding[at].amount)}

    def _sentence(self, at: int) -> _Sentence:
        """The sentence around a place of the decision."""
        return self.sentences[bisect_right(self.sentences, at, key=lambda sentence: sentence.start) - 1]

    def _alone(self) -> tuple[int, ...]:
        """The grants, if they all go to one beneficiary."""
        return self.granted if len({self.funding[at].beneficiary for at in self.granted}) == 1 else ()

    def _named(self, sentence: _Sentence) -> tuple[int, ...]:
        """The grants whose beneficiary the sentence names."""
        text = self.view.folded[sentence.start : sentence.end]
        return tuple(at for at in self.granted if fold(self.funding[at].beneficiary) in text)


def _agreement(view: View, cue: regex.Match[str]) -> Agreement:
    """An agreement with the period that stands right behind its name."""
    end = cue.start() + len(_TRAILING.sub("", cue[0]))
    starts, ends, last = period_in(view, end, len(view.folded)) or (None, None, end)
    return Agreement(tidy(view.plain[cue.start() : end]).lower(), (cue.start(), last), starts, ends)


def _parts(view: View, sentence: _Sentence, whole: float) -> Iterator[Instalment]:
    """The instalments of a sentence, each up to the next one."""
    cues = [*_INSTALMENT.finditer(view.folded, sentence.start, sentence.end)]
    own = [cue for at, cue in enumerate(cues) if not (at and cue["share"] and cues[at - 1]["what"])]
    for cue, following in zip_longest(own, own[1:]):
        stop = following.start() if following else sentence.end
        text = view.folded[cue.start() : stop]
        sums = [one.value for one in amounts(text) if abs(one.value - whole) > _CENT]
        share = _SHARE.search(text)
        if sums or share or cue["what"] == "solde":
            due = _DUE.search(text)
            yield Instalment(
                (cue.start(), cue.start() + len(_LEADS_ON.sub("", text.rstrip(" ,:;\n")).rstrip(" ,"))),
                sums[0] if sums else None,
                float(share["share"].replace(",", ".")) if share else None,
                tidy(_LEADS_ON.sub("", tidy(view.plain[cue.start() + due.start() : stop]))) if due else None,
            )


def _adds_up(parts: Sequence[Instalment], whole: float) -> bool:
    """Whether parts can be those of a grant: two at least, each less than it, together no more."""
    sums, shares = [part.amount for part in parts if part.amount], [part.share for part in parts if part.share]
    return len(parts) > 1 and sum(sums) <= whole + _CENT and sum(shares) <= 100 and all(one < whole for one in sums)
