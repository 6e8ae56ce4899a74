"""What is decided: number, title, reasons, grants, vote (layouts.md 50–52, 60 and the reference on money)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.generator.layouts.names import form, titled
from tests.generator.layouts.page import Page
from tests.generator.marks import quote
from tests.generator.model import Grant, Person

NUMBERS = {
    "none": "{title}",
    "deliberation": "DELIBERATION N°{n}\n\n{TITLE}",
    "number-colon": "N°{n} : {title}",
    "bare-colon": "{n} : {title}",
    "deliberation-line": "Délibération n° {n}\nObjet : {title}",
    "bare-line": "{n}\n\n{TITLE}",
}
"""Number and title of the deliberation."""
AMOUNTS = ("spaces", "euros", "decimals", "point", "nbsp", "dash")
GRANTS = {
    "grants": "décide d'attribuer une subvention de {s} {to}",
    "allots": "alloue {to} une subvention de fonctionnement de {s}",
    "approves": "approuve le versement d'une subvention de {s} {to}",
    "authorises": "autorise le versement d'une subvention d'un montant de {s} {to}",
    "pays": "décide de verser {s} {to}",
    "accords": "accorde une subvention exceptionnelle de {s} au profit {of}",
    "grants-octroyer": "décide d'octroyer {to} une aide de {s}",
    "takes-part": "participe à hauteur de {s} au projet porté par {b}",
    "is-given": "dit qu'une subvention de {s} est versée {to}",
    "in-favour": "vote une subvention de {s} en faveur {of}",
}
"""Verbs of a grant (funding.md 1, 2) as a sentence for each."""
LISTS = ("bullets", "dashes", "table", "beneficiary-last")
"""Layouts of several grants under one sentence."""
DECISIONS = (*GRANTS, *LISTS)
VOTES = (
    "silent-unanimity",
    "adopted-unanimity",
    "vote-label",
    "counted-line",
    "counted-block",
    "by-votes",
    "in-favour-against",
    "majority",
    "named",
)
REASONS = ("none", "recalled", "asked", "both")


def heading(page: Page) -> str:
    """The deliberation's number and title."""
    piece = page.piece("number")
    names = [grant.beneficiary for grant in page.sitting.grants]
    title = f"Subvention {to_whom(page.sitting.grants[0])}" if len(names) == 1 else "Subventions aux associations"
    words = title.upper() if "{TITLE}" in NUMBERS[piece] else title
    words = page.put("title", words)
    if piece != "none":
        page.gold["number"] = page.sitting.number
    said = NUMBERS[piece].format(n=page.sitting.number, title=words, TITLE=words)
    return f"{said}." if page.peek("flow") == "run-on" else said


def called(grant: Grant) -> str:
    """A beneficiary with its article and kind: "l'association Voile et Estran"."""
    return grant.article + (f"{grant.kind} {grant.beneficiary}" if grant.kind else grant.beneficiary)


def to_whom(grant: Grant) -> str:
    """A beneficiary after "à"."""
    return f"à {called(grant)}".replace("à le ", "au ", 1)


def of_whom(grant: Grant) -> str:
    """A beneficiary after "de"."""
    return f"de {called(grant)}".replace("de le ", "du ", 1)


def amount(page: Page, euros: float) -> str:
    """A sum as printed (funding.md 9)."""
    piece = page.piece("amount")
    cents = round(euros * 100) % 100
    thousands = f"{int(euros):,}".replace(",", " ")
    tail = f",{cents:02}" if cents or piece == "decimals" else ""
    if piece == "point":
        return f"{thousands.replace(' ', '.')}{tail} €"
    if piece == "nbsp":
        return f"{thousands.replace(' ', chr(0xA0))}{tail} €"
    if piece == "dash" and not cents:
        return f"{thousands}.- €"
    return f"{thousands}{tail} euros" if piece == "euros" else f"{thousands}{tail} €"


def reasons(page: Page) -> str:
    """Money that is talked about only (funding.md 33–35): last year's grant, the sum asked for."""
    piece, grant, recalled = page.piece("reasons"), page.sitting.grants[0], page.sitting.recalled
    told: list[str] = []
    if piece in ("recalled", "both") and recalled and recalled.amount != grant.amount:
        shown = replace(grant, beneficiary=page.mention(grant.beneficiary))
        told.append(
            f"En {recalled.year}, {called(shown)} avait reçu une subvention de {amount(page, recalled.amount)}."
        )
        page.gold["funding"].append(
            {
                "beneficiary": quote(shown.beneficiary),
                "amount": recalled.amount,
                "year": recalled.year,
                "status": "background",
            }
        )
    if piece in ("asked", "both"):
        told.append(f"{_capital(called(grant))} mène des actions ouvertes à tous et demande l'aide de la collectivité.")
    return "\n\n".join(told)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _listed(grant: Grant) -> str:
    """A beneficiary in a list, without its article."""
    return f"{_capital(grant.kind)} {grant.beneficiary}" if grant.kind else grant.beneficiary


def decision(page: Page) -> str:
    """The sentence or list that grants the money, with the vote where it stands inside."""
    sitting = page.sitting
    organ = sitting.body.organ
    the = "La" if organ.startswith("Commission") else "Le"
    vote = ", à l'unanimité" if page.peek("vote") == "silent-unanimity" else ""
    head = f"{the} {organ}, après en avoir délibéré{vote}"
    grants = [remember(page, grant) for grant in sitting.grants]
    piece = page.piece("decision")
    if piece in LISTS:
        return f"{head}, {_list(page, grants, piece)}"
    said = [
        GRANTS[piece].format(s=amount(page, g.amount), b=called(g), to=to_whom(g), of=of_whom(g)) + _when(g)
        for g in grants
    ]
    return f"{head}, {said[0]}." if len(said) == 1 else f"{head} :\n" + "\n".join(f"- {one} ;" for one in said)


def remember(page: Page, grant: Grant) -> Grant:
    """Put a grant into the gold; the one returned prints its beneficiary as a mention."""
    shown = replace(grant, beneficiary=page.mention(grant.beneficiary))
    name = quote(shown.beneficiary)
    item = {"beneficiary": name, "amount": grant.amount, "status": "granted"}
    page.gold["funding"].append(item | ({"year": grant.year} if grant.year else {}))
    if grant.kind:
        page.gold["organisations"].append({"name": name, "kinds": [grant.kind]})
    return shown


def _when(grant: Grant) -> str:
    return f" au titre de l'année {grant.year}" if grant.year else ""


def _list(page: Page, grants: Sequence[Grant], piece: str) -> str:
    """Several grants under one sentence."""
    when = _when(grants[0])
    sums = [(_listed(g), amount(page, g.amount)) for g in grants]
    if piece == "table":
        rows = "\n".join(f"{name:<50}{money}" for name, money in sums)
        return f"vote les subventions suivantes{when} :\n\nAssociation{' ' * 39}Montant voté\n{rows}"
    if piece == "beneficiary-last":
        return f"attribue les subventions suivantes{when} :\n" + "\n".join(
            f"- {money} {to_whom(g)}" for (_, money), g in zip(sums, grants, strict=True)
        )
    bullet = "• " if piece == "bullets" else "- "
    return f"vote les subventions suivantes{when} :\n" + "\n".join(f"{bullet}{name} : {money}" for name, money in sums)


def vote(page: Page) -> str:
    """The result of the vote (layouts.md 51, 52)."""
    piece, ballot = page.piece("vote"), page.sitting.ballot
    for_, against, abstentions = ballot.for_, ballot.against, ballot.abstentions
    gold = page.gold["vote"]
    gold["outcome"] = "adopted"
    if piece in ("silent-unanimity", "adopted-unanimity", "vote-label"):
        gold["unanimous"] = True
        words = {"silent-unanimity": "", "vote-label": "Vote : unanimité"}
        return words.get(piece, page.dice.pick(("Adopté à l'unanimité.", "Ce dossier a été adopté à l'unanimité.")))
    if piece in ("counted-line", "counted-block"):
        gold.update({"for": for_, "against": against, "abstentions": abstentions})
        parts = (f"Pour : {for_}", f"Contre : {against}", f"Abstention{'s' if abstentions > 1 else ''} : {abstentions}")
        return (" - " if piece == "counted-line" else "\n").join(parts)
    return _told(page, piece)


def _told(page: Page, piece: str) -> str:
    """A vote in words; without dissent it is unanimous."""
    ballot, gold = page.sitting.ballot, page.gold["vote"]
    gold["unanimous"] = ballot.unanimous
    if ballot.unanimous:
        return "Adopté à l'unanimité."
    gold.update({"for": ballot.for_, "against": ballot.against or None, "abstentions": ballot.abstentions or None})
    against = f"{ballot.against} contre" if ballot.against else ""
    away = f"{ballot.abstentions} abstention{'s' if ballot.abstentions > 1 else ''}" if ballot.abstentions else ""
    dissent = [part for part in (against, away) if part]
    if piece == "majority":
        return f"Adopté à la majorité : {', '.join([f'{ballot.for_} pour', *dissent])}."
    if piece == "by-votes":
        return f"Adopté par {' et '.join([f'{ballot.for_} voix pour', *dissent])}."
    if piece == "named":
        gold["for"] = None
        return _named(page)
    names = [_names(page, people) for people in (ballot.opponents, ballot.abstainers) if people]
    return f"Adopté à {ballot.for_} voix pour, {', '.join(f'{d} ({n})' for d, n in zip(dissent, names, strict=True))}."


def _names(page: Page, people: tuple[Person, ...]) -> str:
    words = [titled(page, person, form(page, person)) for person in people]
    return " et ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _named(page: Page) -> str:
    """Those who dissent by name, with nobody counted (layouts.md 52)."""
    ballot = page.sitting.ballot
    told = []
    if ballot.opponents:
        told.append(f"{_names(page, ballot.opponents)} {'votent' if len(ballot.opponents) > 1 else 'vote'} contre")
    if ballot.abstainers:
        told.append(f"{_names(page, ballot.abstainers)} s'abstien{'nent' if len(ballot.abstainers) > 1 else 't'}")
    return f"Adopté à la majorité, {', '.join(told)}."
