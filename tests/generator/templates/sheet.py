"""The page that a template held out prints on: it draws its forms as it goes, and puts into the gold what it prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from tests.generator.dice import Dice
from tests.generator.layouts.names import initials, is_shared
from tests.generator.layouts.page import Page
from tests.generator.marks import quote
from tests.generator.model import Person, Proxy, Sitting

_Form = TypeVar("_Form")
ORDERS: Mapping[str, Callable[[Person], str]] = {
    "given-family": lambda p: f"{p.given} {p.family.upper()}",
    "given-family-title": lambda p: f"{p.given} {p.family}",
    "family-given": lambda p: f"{p.family.upper()} {p.given}",
    "family-given-title": lambda p: f"{p.family} {p.given}",
    "family-given-capitals": lambda p: f"{p.family} {p.given}".upper(),
    "initials-family": lambda p: f"{initials(p)}. {p.family.upper()}",
    "family-initials": lambda p: f"{p.family.upper()} {initials(p)}.",
    "family": lambda p: p.family.upper(),
    "family-title": lambda p: p.family,
}
TITLES: Mapping[str, tuple[str, str]] = {
    "abbreviated": ("M. ", "Mme "),
    "in-full": ("Monsieur ", "Madame "),
    "english-point": ("Mr. ", "Mme. "),
    "mr": ("Mr ", "Mme "),
    "without-point": ("M ", "Mme "),
    "none": ("", ""),
}
_HOLDERS = ("same", "same", "same", "family", "office", "other-order")
_OTHER = {"given-family": "family-given", "family-given": "given-family", "family-given-title": "given-family-title"}


class Sheet(Page):
    """A page that keeps one manner of naming people; :attr:`used` records each form drawn."""

    def __init__(self, sitting: Sitting, dice: Dice, orders: Sequence[str], titles: Sequence[str]) -> None:
        """Draw the order of names and the civility from those that the template allows."""
        super().__init__(sitting, {}, dice)
        self._order = self.draw("name", orders)
        self.titles = TITLES[self.draw("civility", titles)]
        self._holder = self.draw("holder", _HOLDERS)

    def draw(self, slot: str, forms: Sequence[str]) -> str:
        """One of the forms, which takes part in the text."""
        self.used[slot] = self.dice.pick(forms)
        return self.used[slot]

    def form(self, slot: str, forms: Mapping[str, _Form]) -> _Form:
        """What one of the forms of a table stands for."""
        return forms[self.draw(slot, tuple(forms))]

    def words(self, person: Person, order: str | None = None) -> str:
        """A person's name; a surname that two share gets an initial."""
        order = order or self._order
        said = ORDERS[order](person)
        return (
            f"{said} {initials(person)}."
            if order.startswith("family") and said.casefold() == (person.family.casefold()) and is_shared(self, person)
            else said
        )

    def title(self, person: Person) -> str:
        """The civility with its blank."""
        return self.titles[person.woman]

    def seat(self, person: Person) -> str:
        """A member listed as present, without civility."""
        mention = self.mention(self.words(person))
        self.gold["present"].append(quote(mention))
        self.listed[person] = mention
        return mention

    def seated(self, person: Person) -> str:
        """A member listed as present, with civility."""
        return self.title(person) + self.seat(person)

    def miss(self, person: Person) -> str:
        """A member listed as absent, without civility."""
        mention = self.mention(self.words(person))
        self.gold["absent"].append(quote(mention))
        return mention

    def missed(self, person: Person) -> str:
        """A member listed as absent, with civility."""
        return self.title(person) + self.miss(person)

    def name(self, field: str, person: Person, order: str | None = None) -> str:
        """A person with civility in a field of the gold."""
        return self.title(person) + self.put(field, self.words(person, order))

    def power(self, proxy: Proxy, form: str, **more: str) -> str:
        """A proxy in words: ``{a}`` gives, ``{b}`` holds, ``{e}`` is the grantor's feminine ending."""
        grantor = self.mention(self.words(proxy.grantor))
        said, bearer = self.bearer(proxy.holder)
        self.gold["proxies"].append([quote(grantor), quote(bearer)])
        e = "e" if proxy.grantor.woman else ""
        return form.format(a=self.title(proxy.grantor) + grantor, b=said, e=e, **more)

    def bearer(self, person: Person) -> tuple[str, str]:
        """A holder as printed and the mention that the gold quotes; the chair may be named by the office."""
        if self._holder == "office" and person == self.sitting.president and person in self.listed:
            return self.chair(), self.listed[person]
        order = None
        if self._holder == "family" and self.titles[0] and not is_shared(self, person):
            order = "family-title" if self._order.endswith("title") else "family"
        if self._holder == "other-order":
            order = _OTHER.get(self._order)
        mention = self.mention(self.words(person, order))
        return self.title(person) + mention, mention

    def substitute(self, person: Person, form: str) -> str:
        """A substitute who sits, ``{x}``, with the one replaced, ``{y}``; ``{e}`` and ``{f}`` are their endings."""
        replaced = self.sitting.replaced_by(person)
        if replaced is None:
            raise ValueError(f"{person} replaces nobody")
        seat = self.seat(person)
        mention = self.mention(self.words(replaced))
        self.gold["substitutes"].append([quote(seat), quote(mention)])
        return form.format(
            x=self.title(person) + seat,
            y=self.title(replaced) + mention,
            e="e" if person.woman else "",
            f="e" if replaced.woman else "",
        )

    def office(self) -> str:
        """What the president is called, in the feminine where she is a woman."""
        chair = self.sitting.body.chair
        return f"{chair}e" if self.sitting.president.woman and chair != "Maire" else chair

    def chair(self) -> str:
        """The president by the office: "M. le Maire", "Madame la Présidente"."""
        man, woman = ("Monsieur ", "Madame ") if self.titles[0] == "Monsieur " else ("M. ", "Mme ")
        the = "la" if self.sitting.president.woman and self.office() != "Maire" else "le"
        return f"{woman if self.sitting.president.woman else man}{the} {self.office()}"

    def count(self, field: str) -> int:
        """One of the record's totals, printed."""
        value: int = getattr(self.sitting.counts, field)
        self.gold["counts"][field] = value
        return value

    def figures(self, form: str) -> str:
        """A line of totals: ``{o}`` in office, ``{p}`` present, ``{r}`` proxies, ``{v}`` votes."""
        letters = {"o": "in_office", "p": "present", "r": "proxies", "v": "votes"}
        told = {letter: self.count(field) for letter, field in letters.items() if f"{{{letter}}}" in form}
        return form.format(**told)

    def body(self, form: str = "{}") -> str:
        """The body's name as printed, in capitals where the form says so ("{CAPITALS}")."""
        name = self.sitting.body.name
        capitals = "{CAPITALS}" in form
        self.gold["organ"] = self.sitting.body.organ
        mention = self.put("body", name.upper() if capitals else name)
        return form.replace("{CAPITALS}", "{}").format(mention)

    def organ(self) -> str:
        """The organ within a sentence: "conseil municipal"."""
        organ = self.sitting.body.organ
        return organ[0].lower() + organ[1:]

    def the_organ(self) -> str:
        """The organ with its article: "le conseil municipal"."""
        return ("la " if self.sitting.body.organ.startswith("Commission") else "le ") + self.organ()

    def signed(self, order: str = "given-family") -> str:
        """The president's name under the act; who is listed, maybe in a shorter form, has the office from here."""
        if self.sitting.president in self.listed:
            self.gold["roles"].append([quote(self.listed[self.sitting.president]), self.office()])
        return self.words(self.sitting.president, order)


def row(parts: Sequence[str], last: str = " et ") -> str:
    """Words in a sentence: "A, B et C"."""
    return last.join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def runs(sheet: Sheet, people: Sequence[Person], say: Callable[[Person], str], style: Sequence[str], link: str) -> str:
    """Women and men in two runs, a civility for each: ``style`` is man, men, woman, women."""
    blocks = []
    for woman in dict.fromkeys(person.woman for person in people):
        names = [say(person) for person in people if person.woman == woman]
        title = style[2 * woman + (len(names) > 1)]
        joined = row(names) if link == "and" else link.join(names)
        blocks.append(f"{title} {joined}")
    return (", " if link == "and" else link).join(blocks)


def joined(blocks: Sequence[str]) -> str:
    """The blocks of an act, those that say nothing aside."""
    return "\n\n".join(block for block in blocks if block) + "\n"
