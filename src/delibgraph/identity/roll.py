"""The roll of one body: who is named in its acts, in which forms, and which names stand side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from delibgraph.facts import Act
from delibgraph.identity.forms import Form, forms
from delibgraph.identity.names import tidy, words
from delibgraph.identity.rulings import NO_LINKS, Links

Gender = str
"""``m`` or ``f``, as a civility says it."""

_GENDERS: dict[str, Gender] = {
    **dict.fromkeys(("m", "mm", "mr", "mrs", "monsieur", "messieurs"), "m"),
    **dict.fromkeys(("mme", "mmes", "madame", "mesdames", "mlle", "mlles", "melle", "mademoiselle"), "f"),
}


@dataclass(slots=True)
class Mention:
    """A form in one act: the contexts in which it stands there, and the genders that civilities give it."""

    contexts: set[int] = field(default_factory=set)
    genders: set[Gender] = field(default_factory=set)

    def contradicts(self, other: Mention) -> bool:
        """Whether civilities speak against a join; a name that has been given both is of either gender."""
        return bool(self.genders and other.genders) and self.genders.isdisjoint(other.genders)


@dataclass(frozen=True, slots=True)
class Roll:
    """The forms of a body, numbered, and where they stand.

    ``nodes`` gives the number of a spelling's form. ``named`` holds, for each act, its forms. ``whole`` has, for each
    form, its mentions in all acts as one; ``short`` has the single mentions of those forms that are no full names, by
    act and form, because a short name can mean another person in another act. ``known`` are the forms that people have
    joined to others, short or not.
    """

    acts: Sequence[Act]
    forms: Sequence[Form]
    nodes: dict[str, int]
    named: Sequence[set[int]]
    whole: Sequence[Mention]
    short: dict[tuple[int, int], Mention]
    known: frozenset[int] = frozenset()

    @classmethod
    def of(cls, acts: Sequence[Act], links: Links = NO_LINKS) -> Roll:
        """Read the roll from the acts of one body; ``links`` are what people have decided on its names."""
        spellings = Counter(spelling for act in acts for spelling in {tidy(name) for name in names(act)})
        in_order = forms(spellings, {name.spelling for name in links.named})
        nodes = {spelling: node for node, form in enumerate(in_order) for spelling in form.spellings}
        known = frozenset(nodes[name.spelling] for name in links.joined if name.spelling in nodes)
        roll = cls(acts, in_order, nodes, [set() for _ in acts], [Mention() for _ in in_order], {}, known)
        contexts = count()
        for index, act in enumerate(acts):
            roll._enter(index, act, contexts)
        return roll

    def _enter(self, index: int, act: Act, contexts: Iterator[int]) -> None:
        self.named[index].update(self.node(name) for name in names(act))
        for node in self.named[index]:
            if not self.is_whole(node):
                self.short[index, node] = Mention()
        whole_list = next(contexts)
        for entry in act.sitting.attendance:
            mention = self.mention(index, self.node(entry.person))
            mention.contexts.add(whole_list)
            if entry.civility and (gender := _gender(entry.civility)):
                mention.genders.add(gender)
        for pair in _pairs(act):
            context = next(contexts)
            for name in pair:
                self.mention(index, self.node(name)).contexts.add(context)

    def node(self, name: str) -> int:
        """The form of a name as printed."""
        return self.nodes[tidy(name)]

    def is_whole(self, node: int) -> bool:
        """Whether the form means one person in all acts: a full name, or one that people have decided on."""
        return self.forms[node].name.is_full or node in self.known

    def mention(self, index: int, node: int) -> Mention:
        """Where the form stands: in this act for a short form, in all acts for a full name."""
        return self.short.get((index, node), self.whole[node])

    def by_family(self) -> dict[str, list[int]]:
        """The forms that have a given name or its initials, by surname."""
        families: defaultdict[str, list[int]] = defaultdict(list)
        for node, form in enumerate(self.forms):
            if form.name.given:
                families[form.name.family].append(node)
        return families


def names(act: Act) -> Iterator[str]:
    """Every name of a person that the act prints, as printed, with repetitions."""
    sitting = act.sitting
    for entry in sitting.attendance:
        yield entry.person
        if entry.replaces is not None:
            yield entry.replaces
    for proxy in sitting.proxies:
        yield proxy.grantor
        if proxy.holder is not None:
            yield proxy.holder
    if sitting.president is not None:
        yield sitting.president
    if sitting.secretary is not None:
        yield sitting.secretary


def _pairs(act: Act) -> Iterator[tuple[str, str]]:
    """Names that cannot be one person's: grantor and holder, substitute and replaced."""
    for proxy in act.sitting.proxies:
        if proxy.holder is not None:
            yield proxy.grantor, proxy.holder
    for entry in act.sitting.attendance:
        if entry.replaces is not None:
            yield entry.person, entry.replaces


@lru_cache(maxsize=1_000)
def _gender(civility: str) -> Gender | None:
    return next((_GENDERS[word] for word in words(civility)[:1] if word in _GENDERS), None)
