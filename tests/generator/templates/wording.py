"""Dates, sums, grants, votes and stamps in words that the tuned families do not use, each with its gold."""

from __future__ import annotations

import datetime

from tests.generator import lexicon
from tests.generator.layouts.dates import DAYS, MONTHS, spelt
from tests.generator.layouts.decision import called, of_whom, remember, to_whom
from tests.generator.marks import quote
from tests.generator.model import Grant, Person
from tests.generator.templates.sheet import Sheet, row

CLUBS: tuple[lexicon.Club, ...] = (
    ("Les Amis du Vieux Lavoir", "association", "l'"),
    ("Football club de la Haute Plaine", "", "le "),
    ("Comité des œuvres sociales", "", "le "),
    ("Terres en partage", "association", "l'"),
    ("Banque alimentaire du Marais", "", "la "),
    ("TECHNOBOCAGE", "pôle de compétitivité", "le "),
    ("Batterie-fanfare de Sainte-Ode", "", "la "),
    ("Radio Quatre Vents", "association", "l'"),
    ("Aéroclub du Plateau", "", "l'"),
    ("Pédibus et Compagnie", "association", "l'"),
    ("Ludothèque La Toupie", "", "la "),
    ("Fibre Verte", "cluster", "le "),
    ("Société de chasse Saint-Hubert", "", "la "),
    ("Prévention Jeunesse 2000", "association", "l'"),
    ("École de musique du canton", "", "l'"),
    ("Ciné-club Le Rialto", "", "le "),
)
"""Those who are granted money in the templates held out."""


def day(date: datetime.date, form: str) -> str:
    """A date: "12 mars 2019", "12.03.2019", "12/03/2019", "MARDI 12 MARS 2019", "douze mars deux mil dix-neuf"."""
    number, month = "1er" if date.day == 1 else str(date.day), MONTHS[date.month - 1]
    year = spelt(date.year).replace("deux mille", "deux mil")
    forms = {
        "figures": f"{number} {month} {date.year}",
        "points": f"{date:%d.%m.%Y}",
        "slashes": f"{date:%d/%m/%Y}",
        "weekday": f"{DAYS[date.weekday()]} {number} {month} {date.year}",
        "capitals": f"{DAYS[date.weekday()]} {number} {month} {date.year}".upper(),
        "words": f"{DAYS[date.weekday()]} {spelt(date.day, first=True)} {month} {year}",
        "year-first": f"l'an {year}, le {spelt(date.day, first=True)} du mois de {month}",
        "year-and": f"l'an {year} et le {spelt(date.day, first=True)} {month}",
        "year-figures": f"l'an {date.year}, le {number} {month}",
    }
    return forms[form]


def money(sheet: Sheet, euros: float) -> str:
    """A sum as printed."""
    form = sheet.used.get("amount") or sheet.draw("amount", ("decimals", "solid", "Euros", "point-euros", "eur"))
    cents = round(euros * 100) % 100
    tail = f",{cents:02}" if cents or form in ("decimals", "point-euros") else ""
    spaced = f"{int(euros):,}".replace(",", " ")
    return {
        "decimals": f"{spaced}{tail} €",
        "solid": f"{int(euros)}{tail}€",
        "Euros": f"{spaced}{tail} Euros",
        "point-euros": f"{spaced.replace(' ', '.')}{tail} euros",
        "eur": f"{spaced}{tail} EUR",
    }[form]


TITLES = {
    "grant-year": ("Attribution d'une subvention {to} – Année {y}", "Attribution des subventions {y}"),
    "support": ("Soutien financier {to}", "Vie associative : soutien financier {y}"),
    "agreement": ("Convention de partenariat et participation financière {to}", "Subventions de fonctionnement {y}"),
    "aid": ("Aide exceptionnelle {to}", "Aides aux structures locales"),
}
"""Titles of one grant and of several."""


def title(sheet: Sheet, *, capitals: bool = False) -> str:
    """The deliberation's title."""
    grants = sheet.sitting.grants
    words = sheet.form("title", TITLES)[len(grants) > 1].format(to=to_whom(grants[0]), y=sheet.sitting.date.year)
    return sheet.put("title", words.upper() if capitals else words)


def number(sheet: Sheet, forms: tuple[str, ...]) -> str:
    """The deliberation's number: ``{y}``, ``{yy}``, ``{m}``, ``{d}`` of the sitting's day and a running ``{n}``."""
    date = sheet.sitting.date
    form, running = sheet.draw("number", forms), sheet.dice.between(2, 140)
    said = form.format(y=date.year, yy=date.year % 100, m=date.month, d=date.day, n=running)
    sheet.gold["number"] = said
    return said


VERBS = {
    "fixes": "fixe à {s} le montant de la subvention allouée {to}{when}",
    "supports": "décide d'apporter son soutien {to} par une subvention de {s}{when}",
    "agrees": "donne son accord pour le versement {to} d'une aide financière de {s}{when}",
    "sum-of": "attribue {to}{when} la somme de {s}",
    "share": "vote l'attribution {to} d'une participation de {s}{when}",
    "renews": "décide le renouvellement de la subvention {of}{when}, pour un montant de {s}",
}
SEVERAL = ("leaders", "voted-column", "sentence", "sum-for")
_WHEN = (" au titre de {y}", " pour l'exercice {y}", " pour l'année {y}", " sur le budget {y}")


def decision(sheet: Sheet) -> str:
    """What follows the deciding organ's name, with its full stop: one grant or several."""
    grants = [remember(sheet, grant) for grant in sheet.sitting.grants]
    when = _when(sheet)
    if len(grants) == 1:
        return (
            sheet.form("decision", VERBS).format(s=money(sheet, grants[0].amount), when=when, **_forms(grants[0])) + "."
        )
    form = sheet.draw("decision", SEVERAL)
    if form == "sentence":
        told = row([f"{called(g)} ({money(sheet, g.amount)})" for g in grants])
        return f"décide d'accorder une subvention{when} aux bénéficiaires suivants : {told}."
    return f"décide d'accorder les subventions ci-après{when} :\n{_listed(sheet, grants, form)}"


def _when(sheet: Sheet) -> str:
    year = sheet.sitting.grants[0].year
    return sheet.dice.pick(_WHEN).format(y=year) if year else ""


def _forms(grant: Grant) -> dict[str, str]:
    return {"to": to_whom(grant), "of": of_whom(grant), "b": called(grant)}


def _listed(sheet: Sheet, grants: list[Grant], form: str) -> str:
    sums = [money(sheet, grant.amount) for grant in grants]
    names = [f"{g.kind.capitalize()} {g.beneficiary}" if g.kind else g.beneficiary for g in grants]
    if form == "sum-for":
        return "\n".join(f"- {s} pour {called(g)} ;" for s, g in zip(sums, grants, strict=True))
    if form == "leaders":
        lines = [f"{name} {'.' * 12} {s}" for name, s in zip(names, sums, strict=True)]
        return "\n".join([*lines, f"TOTAL {'.' * 12} {money(sheet, sum(g.amount for g in grants))}"])
    head = f"{'Bénéficiaire':<60}{'Demandé':<20}{'Voté'}"
    asked = [money(sheet, grant.amount + 250 * sheet.dice.between(1, 6)) for grant in grants]
    return "\n".join([head, *(f"{n:<60}{a:<20}{s}" for n, a, s in zip(names, asked, sums, strict=True))])


def article(sheet: Sheet) -> str:
    """Articles that decide the grants, each its own where there are several."""
    grants = [remember(sheet, grant) for grant in sheet.sitting.grants]
    form = sheet.draw("decision", ("article-is-granted", "article-to-grant"))
    words = {
        "article-is-granted": "Une subvention d'un montant de {s} est accordée {to}{when}.",
        "article-to-grant": "D'accorder {to} une subvention de {s}{when}.",
    }[form]
    when = _when(sheet)
    said = [words.format(s=money(sheet, g.amount), when=when, **_forms(g)) for g in grants]
    said.append(f"{sheet.chair()} est chargé{'e' if sheet.sitting.president.woman else ''} de l'exécution.")
    return "\n\n".join(f"Article {'1er' if i == 1 else i} – {one}" for i, one in enumerate(said, 1))


def recall(sheet: Sheet) -> str:
    """Last year's grant, told as a reason; a sum of the background."""
    recalled, grant = sheet.sitting.recalled, sheet.sitting.grants[0]
    if recalled is None or recalled.amount == grant.amount:
        return ""
    form = sheet.draw(
        "recall",
        (
            "Pour mémoire, {b} avait perçu {s} en {y}.",
            "Il est rappelé que l'aide versée en {y} {to} s'élevait à {s}.",
        ),
    )
    mention = sheet.mention(grant.beneficiary)
    item = {"beneficiary": quote(mention), "amount": recalled.amount, "year": recalled.year, "status": "background"}
    sheet.gold["funding"].append(item)
    shown = Grant(mention, grant.kind, grant.article, 0.0)
    return form.format(s=money(sheet, recalled.amount), y=recalled.year, b=called(shown), to=to_whom(shown))


UNANIMOUS = {
    "hands": "Le vote a lieu à main levée : adopté à l'unanimité.",
    "of-cast": "ADOPTÉ À L'UNANIMITÉ DES SUFFRAGES EXPRIMÉS.",
    "voices": "Délibération adoptée à l'unanimité ({v} voix).",
    "members": "Décision prise à l'unanimité des membres présents et représentés.",
    "for-label": "Résultat du scrutin : POUR à l'unanimité",
    "answer": "Mise aux voix, cette proposition recueille l'unanimité.",
}
DISSENT = {
    "voices-against": "Par {f} voix pour{against}{abstain}, la proposition est adoptée.",
    "carried": "Mis aux voix, le rapport est adopté par {f} voix{against}{abstain}.",
    "majority": "À la majorité ({f} pour{against}{abstain}), le projet est approuvé.",
}
FIGURES = {
    "dotted": "POUR .......... {f}\nCONTRE ........ {c}\nABSTENTION .... {a}",
    "cast": "Votants : {v} – Pour : {f} – Contre : {c} – Abst. : {a}",
    "voices": "Ont voté pour : {f} / Ont voté contre : {c} / Se sont abstenus : {a}",
    "figures-first": "{f} POUR     {c} CONTRE     {a} ABSTENTION(S)",
    "equals": "Résultat du vote : pour = {f}, contre = {c}, abstention = {a}",
}


def vote(sheet: Sheet) -> str:
    """The result of the vote."""
    ballot, gold = sheet.sitting.ballot, sheet.gold["vote"]
    gold["outcome"] = "adopted"
    if sheet.dice.chance(0.4):
        words = sheet.form("vote", {f"figures-{key}": form for key, form in FIGURES.items()})
        gold.update({"for": ballot.for_, "against": ballot.against, "abstentions": ballot.abstentions})
        if "{v}" in words:
            sheet.count("votes")
        return words.format(v=sheet.sitting.counts.votes, f=ballot.for_, c=ballot.against, a=ballot.abstentions)
    gold["unanimous"] = ballot.unanimous
    if ballot.unanimous:
        words = sheet.form("vote", {f"unanimous-{key}": form for key, form in UNANIMOUS.items()})
        if "{v}" in words:
            gold["for"] = ballot.for_
        return words.format(v=ballot.for_)
    words = sheet.form("vote", {f"dissent-{key}": form for key, form in DISSENT.items()})
    gold.update({"for": ballot.for_, "against": ballot.against or None, "abstentions": ballot.abstentions or None})
    against = f", {ballot.against} contre {_in_brackets(sheet, ballot.opponents)}" if ballot.against else ""
    away = "abstentions" if ballot.abstentions > 1 else "abstention"
    abstain = f", {ballot.abstentions} {away} {_in_brackets(sheet, ballot.abstainers)}" if ballot.abstentions else ""
    return words.format(f=ballot.for_, against=against.rstrip(), abstain=abstain.rstrip())


def _in_brackets(sheet: Sheet, people: tuple[Person, ...]) -> str:
    named = sheet.used.get("dissenters") or sheet.draw("dissenters", ("named", "unnamed"))
    if named == "unnamed":
        return ""
    return f"({', '.join(sheet.title(person) + sheet.words(person) for person in people)})"


STAMPS = {
    "none": "",
    "enforceable": "Acte rendu exécutoire après dépôt en Préfecture le {r}\net publication ou notification du {p}",
    "ministry": (
        "Accusé de réception - Ministère de l'Intérieur\n{id}\nAccusé certifié exécutoire\n"
        "Réception par le préfet : {r}\nAffichage : {p}"
    ),
    "ar": "AR Prefecture\n\n{id}\nReçu le {r}\nPublié le {p}",
    "certified": "Acte certifié exécutoire, transmis au contrôle de légalité le {r} et affiché le {p}.",
}


def stamp(sheet: Sheet) -> str:
    """What shows that the act was sent to the prefecture and made public."""
    form, sitting, gold = sheet.form("stamp", STAMPS), sheet.sitting, sheet.gold
    if not form:
        return ""
    style = sheet.draw("stamp_date", ("slashes", "figures"))
    digits = "".join(c for c in str(gold["number"] or "1") if c.isdigit())
    known = f"042-{sitting.body.siren}-{sitting.date:%Y%m%d}-{digits}-DE"
    gold.update(received_date=sitting.received.isoformat(), published_date=sitting.published.isoformat())
    if "{id}" in form:
        gold.update(transmission_id=known, body_siren=sitting.body.siren)
    return form.format(id=known, r=day(sitting.received, style), p=day(sitting.published, style))


def convoked(sheet: Sheet, form: str, date: str = "slashes") -> str:
    """The convocation's day in a form with ``{}``."""
    sheet.gold["convocation_date"] = sheet.sitting.convocation.isoformat()
    return form.format(day(sheet.sitting.convocation, date))


def sat(sheet: Sheet, date: str) -> str:
    """The day of the sitting."""
    sheet.gold["sitting_date"] = sheet.sitting.date.isoformat()
    return day(sheet.sitting.date, date)


def hour(sheet: Sheet) -> str:
    """The hour of the sitting."""
    at = sheet.sitting.hour
    return sheet.draw("hour", ("{} heures 30", "{} h 00", "{}H15")).format(at)
