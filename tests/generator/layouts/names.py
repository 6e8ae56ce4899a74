"""How one person is printed: the order of the names, the civility, the short forms."""

from __future__ import annotations

from collections.abc import Callable

from tests.generator.layouts.page import Page
from tests.generator.model import Person

NAMES: dict[str, Callable[[Person], str]] = {
    "given-family": lambda p: f"{p.given} {_capitals(p.family)}",
    "family-given": lambda p: f"{_capitals(p.family)} {p.given}",
    "title-case": lambda p: f"{p.given} {p.family}",
    "family-initial": lambda p: f"{_capitals(p.family)} {initials(p)}.",
    "initial-family": lambda p: f"{initials(p)}. {_capitals(p.family)}",
    "bare-initial": lambda p: f"{initials(p).replace('-', '')} {_capitals(p.family)}",
    "family": lambda p: _capitals(p.family),
    "family-title": lambda p: p.family,
    "all-capitals": lambda p: _capitals(f"{p.given} {p.family}"),
    "mixed": lambda p: f"{p.given} {_capitals(p.family)}",
}
"""The orders of layouts.md 26, by name of the piece."""
SHORT = ("family", "family-title")
CIVILITIES = {
    "each": ("M.", "Mme"),
    "full": ("Monsieur", "Madame"),
    "mr": ("Mr", "Mme"),
    "glued": ("M.", "Mme "),
    "no-point": ("M", "Mme"),
    "run": ("M.", "Mme"),
    "once": ("M.", "Mme"),
    "none": ("", ""),
}
"""A man's and a woman's civility; a run and one for all are printed by the list."""
HOLDERS = ("same", "same", "family", "initial", "bare-initial", "swapped", "title-case", "role", "role-and-name")
"""How a holder is printed beside how members are in their list (layouts.md 9, 10)."""


def _capitals(name: str) -> str:
    return name.upper()


def initials(person: Person) -> str:
    """The initials of a first name: "J-P" of Jean-Paul."""
    return "-".join(part[0] for part in person.given.split("-"))


def form(page: Page, person: Person, piece: str | None = None) -> str:
    """A person's name as a piece prints it; a surname that two share gets an initial (layouts.md 29)."""
    piece = piece or page.piece("name")
    if piece == "mixed" and (len(person.given) + len(person.family)) % 2:
        piece = "family-given"
    words = NAMES[piece](person)
    if piece in SHORT and is_shared(page, person):
        return f"{words} {initials(person)}."
    return words


def is_shared(page: Page, person: Person) -> bool:
    """Whether another member has the same surname."""
    return sum(member.family == person.family for member in page.sitting.members) > 1


def civility(page: Page, person: Person, slot: str = "civility") -> str:
    """What is printed before one name, with its blank."""
    piece = page.piece(slot)
    title = CIVILITIES[piece][person.woman]
    return title if not title or piece == "glued" else f"{title} "


def titled(page: Page, person: Person, mention: str) -> str:
    """A printed name with its civility, outside a list of many."""
    return civility(page, person) + mention


def holder(page: Page, person: Person) -> tuple[str, str]:
    """A holder as printed, civility and all, and the mention that the gold quotes."""
    piece = page.peek("holder")
    if person != page.sitting.president or person not in page.listed:
        piece = "same" if piece.startswith("role") else piece
    if is_shared(page, person) and piece in ("family", "initial", "bare-initial"):
        piece = "same"
    page.used["holder"] = piece
    chair = page.sitting.body.chair
    office = (f"Madame la {_woman(chair)}" if person.woman else f"Monsieur le {chair}").replace("la Maire", "le Maire")
    if piece == "role":
        return office, page.listed[person]
    mention = page.mention(form(page, person, _HOLDER_FORMS.get(piece) or _swapped(page, piece)))
    return (f"{office} {mention}" if piece == "role-and-name" else titled(page, person, mention)), mention


_HOLDER_FORMS = {
    "family": "family",
    "initial": "initial-family",
    "bare-initial": "bare-initial",
    "title-case": "title-case",
}


def _swapped(page: Page, piece: str) -> str:
    usual = page.peek("name")
    if piece != "swapped":
        return usual
    return {"given-family": "family-given", "family-given": "given-family"}.get(usual, usual)


def office(page: Page) -> str:
    """What the president is called, in the feminine where she is a woman."""
    chair = page.sitting.body.chair
    return _woman(chair) if page.sitting.president.woman else chair


def _woman(chair: str) -> str:
    return "Maire" if chair == "Maire" else f"{chair}e"
