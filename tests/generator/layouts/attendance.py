"""Who sat and who did not: the sections of a record, each with the gold of what it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.generator.layouts import proxies
from tests.generator.layouts.names import form, office, titled
from tests.generator.layouts.page import Page
from tests.generator.layouts.roll import (
    ABSENT_WORDS,
    Entry,
    below,
    communes,
    entry,
    guests,
    heading,
    listing,
    ranks,
    remark,
)
from tests.generator.marks import quote
from tests.generator.model import Person

SUBSTITUTES = {
    "comma": ", suppléant{e} de {y}",
    "parentheses": " (suppléant{e} de {y})",
    "two-lines": "\n(suppléant{e} de\n{y})",
    "replaces": " (remplace {y})",
    "having": " (ayant la suppléance de {y})",
    "replacing": " en remplacement de {y}",
    "own-heading": ", suppléant{e} de {y}",
    "unnamed": " (suppléant{e})",
    "unnamed-letter": " (S)",
}
"""What follows a substitute's name (layouts.md 19–24); two of them name nobody who is replaced."""
REPLACED_FIRST = {
    "replaced-by": "{y} remplacé{e} par {s} ",
    "supplied-by": "{y} suppléé{e} par ",
    "represented-by": "{y} représenté{e} par {s} ",
}
"""What stands before a substitute's name, the replaced first."""
DEPUTY_ROLES = ("1er Adjoint", "2ème Adjoint", "3ème Adjoint", "4e Adjoint")


def present(page: Page) -> str:
    """Those who sit, the chair among them or not (layouts.md 36), substitutes in the list or apart."""
    sitting = page.sitting
    shown = [p for p in sitting.present if p != sitting.president or page.peek("chair_listed") == "yes"]
    page.piece("chair_listed")
    entries = [_seat(page, person, at) for at, person in enumerate(shown)]
    if page.peek("bounds") == "leaver" and sitting.proxies:
        leaver = entry(page, sitting.proxies[0].grantor)
        entries.append(replace(leaver, tail=f"{leaver.tail} (départ à 21h30)"))
    page.gold["present"] = [quote(e.mention) for e in entries]
    if page.peek("proxy") in proxies.BESIDE_HOLDER:
        page.listed.update({e.person: e.mention for e in entries})
        held: dict[Person, str] = {}
        for proxy in sitting.proxies:
            held[proxy.holder] = held.get(proxy.holder, "") + proxies.beside(page, proxy)
        entries = [replace(e, tail=e.tail + held.get(e.person, "")) for e in entries]
    page.listed.update({e.person: e.mention for e in entries})
    return _present_lists(page, entries)


def _present_lists(page: Page, entries: list[Entry]) -> str:
    words = page.piece("present_words")
    if words == "ranks":
        return ranks(page, entries)
    apart = [e for e in entries if page.peek("substitute") == "own-heading" and page.sitting.replaced_by(e.person)]
    seated = [e for e in entries if e not in apart]
    title = heading(page, words, len(entries), "present")
    if page.peek("commune") in ("heading", "label") and seated[0].person.commune:
        blocks = [f"{title}\n{communes(page, seated)}"]
    else:
        blocks = [below(page, title, listing(page, seated))]
    if apart:
        blocks.append(below(page, heading(page, "Délégués suppléants"), listing(page, apart)))
    return "\n\n".join(blocks)


def _seat(page: Page, person: Person, at: int) -> Entry:
    """One of those present: commune, role, remark, and whom they replace."""
    made = entry(page, person)
    replaced = page.sitting.replaced_by(person)
    if replaced is not None:
        return _substitute(page, made, replaced)
    role = _role(page, person, at)
    if role:
        page.gold["roles"].append([quote(made.mention), role.strip(" ,-–")])
    late = remark(page, person) if at == 4 else ""
    return replace(made, tail=role + made.tail + late)


def _role(page: Page, person: Person, at: int) -> str:
    piece = page.peek("role")
    is_chair = person == page.sitting.president
    if piece == "none" or not (
        is_chair or (piece in ("deputies", "all-roles") and page.sitting.body.kind == "commune")
    ):
        return ""
    page.piece("role")
    if is_chair:
        return f" - {office(page)}" if piece == "dash" else f", {office(page)}"
    shown = at - 1 if 0 < at <= 4 else None
    if shown is not None:
        return f", {DEPUTY_ROLES[shown]}{'e' if person.woman else ''}"
    return (
        f", Conseill{'ère' if person.woman else 'er'} municipal{'e' if person.woman else ''}"
        if piece == "all-roles"
        else ""
    )


def _substitute(page: Page, made: Entry, replaced: Person) -> Entry:
    piece = page.piece("substitute")
    if piece.startswith("unnamed"):
        return replace(made, tail=made.tail + SUBSTITUTES[piece].format(e="e" if made.person.woman else ""))
    mention = page.mention(form(page, replaced))
    page.gold["substitutes"].append([quote(made.mention), quote(mention)])
    other = titled(page, replaced, mention)
    if piece in REPLACED_FIRST:
        kind = "sa suppléante" if made.person.woman else "son suppléant"
        return replace(made, head=REPLACED_FIRST[piece].format(y=other, s=kind, e="e" if replaced.woman else ""))
    return replace(made, tail=made.tail + SUBSTITUTES[piece].format(y=other, e="e" if made.person.woman else ""))


def absent(page: Page) -> str:
    """Those away without a proxy; in some records those whom a substitute replaces, and the grantors once more."""
    sitting = page.sitting
    people = list(sitting.absent) if page.peek("merged") == "no" or not sitting.proxies else []
    if sitting.substitutes and page.piece("replaced_listed") == "yes":
        people += [s.replaced for s in sitting.substitutes if not page.peek("substitute").startswith("unnamed")]
    if sitting.proxies and people and page.piece("grantors_again") == "yes":
        people += [proxy.grantor for proxy in sitting.proxies]
    if page.peek("proxy") in proxies.BESIDE_HOLDER:
        people = list(dict.fromkeys([*people, *(proxy.grantor for proxy in sitting.proxies)]))
    if not people:
        return _nobody(page) if page.peek("merged") == "no" else ""
    entries = [entry(page, person) for person in people]
    page.gold["absent"] += [quote(e.mention) for e in entries]
    words = page.dice.pick(ABSENT_WORDS)
    page.used["absent_words"] = words
    return below(page, heading(page, words, len(entries)), listing(page, entries))


def _nobody(page: Page) -> str:
    piece = page.piece("nobody")
    if piece == "silent":
        return ""
    title = heading(page, "Absents")
    return {"none-said": f"{title} Néant", "slash": f"{title} /", "empty-heading": f"Absents excusés :\n{title}"}[piece]


def sections(page: Page) -> Iterator[str]:
    """Those present, represented and absent, and the guests, in the order in which records print them."""
    yield present(page)
    blocks = [absent]
    if page.sitting.proxies and page.peek("proxy") not in proxies.BESIDE_HOLDER:
        at = 1 if page.piece("absent_first") == "yes" else 0
        blocks.insert(at, proxies.section)
    for block in blocks:
        if text := block(page):
            yield text
    if text := guests(page):
        yield text
