"""Lists of names: headings, separators, civilities for a run, communes, roles and remarks inside (layouts.md 18–38)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.generator import lexicon
from tests.generator.layouts.names import civility, form, office
from tests.generator.layouts.page import Page
from tests.generator.marks import quote
from tests.generator.model import Person

LISTS = {
    "comma": ", ",
    "dash": " – ",
    "hyphen": " - ",
    "double-hyphen": " -- ",
    "semicolon": " ; ",
    "dot": ". ",
    "none": " ",
    "bullets": "\n",
    "lines": "\n",
    "lines-comma": ",\n",
    "slash": " / ",
}
"""What parts two names (layouts.md 25)."""
INLINE = tuple(piece for piece, separator in LISTS.items() if "\n" not in separator)
HEADINGS = ("plain", "capitals", "spaced", "unaccented", "markdown", "bare-line", "counted")
"""How a heading is dressed; its wording is a slot of its own."""
PRESENT_WORDS = (
    "Présents",
    "Étaient présents",
    "Membres présents",
    "Membres titulaires présents",
    "Conseillers présents",
    "Sont présents",
    "Étaient présents à la séance",
    "Présents à l'ouverture de la séance",
    "Délégués présents",
    "Présent",
    "Présent(e)s",
    "Liste des présents",
    "Mesdames et Messieurs les membres présents",
    "ranks",
)
ABSENT_WORDS = (
    "Absents",
    "Absents excusés",
    "Excusés",
    "Excusé",
    "Étaient absents",
    "Membres absents excusés",
    "Absent(e)s excusé(e)s",
    "Étaient absents et excusés",
    "Absents non excusés",
    "S'étaient fait excuser",
    "Absente excusée",
    "Étaient excusés sans pouvoir",
    "Membres titulaires absents",
)
COMMUNES = ("none", "none", "parentheses", "capitals-parentheses", "heading", "label", "of", "empty-parentheses")
"""Where a member's commune stands (layouts.md 32)."""
ROLES = ("none", "none", "comma", "dash", "deputies", "all-roles")
REMARKS = ("none", "none", "none", "late", "early", "item")
_REMARK = {"late": "(arrivé{e} à 19h40)", "early": "(départ à 21h15)", "item": "(à partir du point 4)"}
GUESTS = ("none", "none", "staff", "technical", "invited")
NOBODY = ("silent", "silent", "none-said", "empty-heading", "slash")
"""What a record says under absent when nobody is (layouts.md 18)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a list as printed, what stands before its civility, and what follows it."""

    person: Person
    mention: str
    tail: str = ""
    head: str = ""


def heading(page: Page, words: str, number: int | None = None, total: str | None = None) -> str:
    """A heading over a list, with its colon; a number in brackets is one of the record's totals."""
    dress = page.piece("heading")
    if dress == "counted" and number:
        if total and page.gold["counts"].get(total) is None:
            page.gold["counts"][total] = number
        return f"{words} {page.dice.pick(('({})', '[{}]')).format(number)} :"
    if dress == "spaced":
        return " ".join(_bare(words).upper().replace(" ", "  ")) + " :"
    if dress == "bare-line":
        return words
    dressed = {"unaccented": f"{_bare(words)} :", "markdown": f"**{words} :**", "capitals": f"{words.upper()} :"}
    return dressed.get(dress, f"{words} :")


def _bare(words: str) -> str:
    return words.translate(str.maketrans("éèêÉÈÀà", "eeeEEAa")).replace("'", " ")


def is_inline(page: Page) -> bool:
    """Whether the names of a list follow one another on a line."""
    return page.peek("list") in INLINE


def below(page: Page, title: str, names: str) -> str:
    """A heading with its list: on one line where the list is, else under it."""
    on_line = is_inline(page) and page.peek("heading") not in ("bare-line", "spaced") and page.dice.chance(0.7)
    return f"{title}{' ' if on_line or page.peek('flow') == 'run-on' else chr(10)}{names}"


def entry(page: Page, person: Person) -> Entry:
    """One member with the commune that some bodies print after every name."""
    mention = page.mention(form(page, person))
    commune = page.peek("commune")
    if person.commune and commune not in ("none", "heading", "label"):
        page.piece("commune")
        empty = commune == "empty-parentheses" and len(person.commune) % 3 == 0
        place = "" if empty else person.commune.upper() if commune.startswith("capitals") else person.commune
        return Entry(person, mention, f" de {person.commune}" if commune == "of" else f" ({place})")
    return Entry(person, mention)


def listing(page: Page, entries: Sequence[Entry]) -> str:
    """The names of a list with their civilities and separators."""
    separator = LISTS[page.piece("list")]
    if is_inline(page) and page.piece("civility") in ("run", "once"):
        parts = _runs(page, entries)
    else:
        parts = [printed(page, e) for e in entries]
    if page.peek("list") == "bullets":
        bullet = page.dice.pick(("• ", "- ", "* "))
        return "\n".join(bullet + part for part in parts)
    return separator.join(parts) + page.dice.pick(("", "", "."))


def printed(page: Page, item: Entry) -> str:
    """One name with its civility and all that belongs to it."""
    return item.head + civility(page, item.person) + item.mention + item.tail


def _runs(page: Page, entries: Sequence[Entry]) -> list[str]:
    """A civility for a run of men or women, or one for everybody (layouts.md 28)."""
    if page.peek("civility") == "once":
        words = [e.mention + e.tail for e in entries]
        return [f"{page.dice.pick(('Mmes et MM.', 'MM. et Mmes', 'Mesdames et Messieurs'))} {words[0]}", *words[1:]]
    first = entries[0].person.woman if entries else False
    parts: list[str] = []
    for woman in (first, not first):
        run = [e for e in entries if e.person.woman == woman]
        plural = ("Mmes" if woman else "MM.") if len(run) > 1 else ("Mme" if woman else "M.")
        parts += [(f"{plural} " if i == 0 else "") + e.mention + e.tail for i, e in enumerate(run)]
    return parts


def communes(page: Page, entries: Sequence[Entry]) -> str:
    """Members under or behind the names of their communes."""
    piece, lines = page.piece("commune"), list[str]()
    for commune in dict.fromkeys(e.person.commune for e in entries):
        here = [e for e in entries if e.person.commune == commune]
        names = [printed(page, e) for e in here]
        title = str(commune).upper()
        lines += [title, *names] if piece == "heading" else [f"{title} : {', '.join(names)}"]
    page.piece("list")
    return "\n".join(lines)


def ranks(page: Page, entries: Sequence[Entry]) -> str:
    """Those present without a heading, by rank (layouts.md 34): the chair, the deputies, the others."""
    ranked = sorted(entries, key=lambda item: item.person != page.sitting.president)
    chair, deputies, others = ranked[0], ranked[1:4], ranked[4:]
    is_town = page.sitting.body.kind == "commune"
    title = office(page)
    blocks = [f"{civility(page, chair.person)}{chair.mention}, {title}{chair.tail}"]
    blocks += [
        ", ".join(printed(page, e) for e in block) + f", {rank}."
        for block, rank in (
            (deputies, "Adjoints au Maire" if is_town else "Vice-Présidents"),
            (others, "Conseillers municipaux" if is_town else "membres"),
        )
        if block
    ]
    page.gold["roles"].append([quote(chair.mention), title])
    return "\n\n".join(blocks)


def guests(page: Page) -> str:
    """People who attend and are no members (layouts.md 37)."""
    piece = page.piece("guests")
    if piece == "none":
        return ""
    dice = page.dice
    names = [(f"{lexicon.given_name(dice, w)} {lexicon.surname(dice).upper()}", w) for w in (False, True)]
    (man, _), (woman, _) = names
    if piece == "staff":
        return f"Assistaient également à la séance : M. {man}, {lexicon.STAFF[0]}, Mme {woman}, {lexicon.STAFF[3]}."
    if piece == "invited":
        return f"Invités permanents : M. {man}, Mme {woman}"
    return f"Assistait sans voix délibérative : Mme {woman}, {lexicon.STAFF[2]}"


def remark(page: Page, person: Person) -> str:
    """What is said of one member's coming and going."""
    piece = page.piece("remark")
    return " " + _REMARK[piece].format(e="e" if person.woman else "") if piece != "none" else ""
