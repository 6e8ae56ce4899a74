"""The census of organisations: every name in the acts, in which form, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from delibgraph.facts import Act, Deliberation
from delibgraph.identity.lexicon import LEGAL_FORMS
from delibgraph.identity.names import preferred, tidy, words

_ARTICLES = frozenset({"l", "la", "le", "les"})
_GENERIC = frozenset({"association", "asso"})


@dataclass(slots=True)
class OrganisationForm:
    """Spellings with one normal name, with the number of acts that name the organisation so; none for a spelling that
    texts merely add to another.

    ``bodies`` holds the keys of the bodies whose acts use the name; ``grants`` the numbers of the deliberations that
    grant it money.
    """

    spellings: Counter[str] = field(default_factory=Counter)
    kinds: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    grants: set[int] = field(default_factory=set)

    @property
    def label(self) -> str:
        """The spelling that stands for the form."""
        return preferred(self.spellings)

    @property
    def normal(self) -> tuple[str, ...]:
        """The words of the normal name."""
        return normal_name(self.label)


@dataclass(frozen=True, slots=True)
class Census:
    """The forms, numbered; the number of each name as printed; the pairs of forms that a text states to be one."""

    forms: Sequence[OrganisationForm]
    nodes: Mapping[str, int]
    claims: Sequence[tuple[int, int]]


def normal_name(name: str) -> tuple[str, ...]:
    """The words of an organisation's name without article, "association" and legal form, single letters run together.

    >>> normal_name("l'association Forez Entreprendre (S.A.R.L.)")
    ('forez', 'entreprendre')
    """
    plain = words(name)
    plain = plain[1:] if plain[:1] == ("l",) and len(plain) > 1 else plain
    parts: list[str] = []
    for is_letter, run in groupby(plain, key=lambda word: len(word) == 1 and word.isalpha()):
        together = list(run)
        parts.extend(["".join(together)] if is_letter else together)
    start, end = 0, len(parts)
    while end - start > 1 and parts[start] in _ARTICLES | _GENERIC | LEGAL_FORMS:
        start += 1
    while end - start > 1 and parts[end - 1] in LEGAL_FORMS:
        end -= 1
    return tuple(parts[start:end])


def census(acts: Sequence[Act], act_bodies: Mapping[tuple[str, int], str]) -> Census:
    """Count the organisations of the acts; ``act_bodies`` gives the key of each act's body, by SHA-256 and part."""
    found: dict[str, OrganisationForm] = {}
    letters: dict[str, str] = {}
    claims: set[tuple[str, str]] = set()
    deliberations = [(act, deliberation) for act in acts for deliberation in act.deliberations]
    for name in {name for _, deliberation in deliberations for name in _names(deliberation)}:
        letters[name] = "".join(normal_name(name)) or f"\0{tidy(name)}"
        found.setdefault(letters[name], OrganisationForm()).spellings[tidy(name)] += 0
    for number, (act, deliberation) in enumerate(deliberations):
        for name in _names(deliberation):
            found[letters[name]].bodies.add(act_bodies[act.sha256, act.part])
        for funding in deliberation.funding:
            if funding.status == "granted":
                found[letters[funding.beneficiary]].grants.add(number)
        for organisation in deliberation.organisations:
            found[letters[organisation.name]].kinds.update(organisation.kinds)
            claims.update((letters[organisation.name], letters[other]) for other in organisation.also)
    for act in acts:
        for name in {name: None for deliberation in act.deliberations for name in _main_names(deliberation)}:
            found[letters[name]].spellings[tidy(name)] += 1
    order = {form: number for number, form in enumerate(sorted(found))}
    return Census(
        [found[form] for form in order],
        {name: order[letters[name]] for name in sorted(letters)},
        sorted({(order[name], order[other]) for name, other in claims}),
    )


def _main_names(deliberation: Deliberation) -> list[str]:
    beneficiaries = [funding.beneficiary for funding in deliberation.funding]
    return beneficiaries + [organisation.name for organisation in deliberation.organisations]


def _names(deliberation: Deliberation) -> list[str]:
    others = [other for organisation in deliberation.organisations for other in organisation.also]
    return _main_names(deliberation) + others
