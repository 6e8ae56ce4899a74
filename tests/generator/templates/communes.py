"""Templates of communes: the register's printed form, a town's letterhead form, minutes told in sentences."""

from __future__ import annotations

from typing import Any

from tests.generator.dice import Dice
from tests.generator.marks import quote
from tests.generator.model import Sitting
from tests.generator.templates import wording
from tests.generator.templates.sheet import Sheet, joined, row, runs

COMMUNES = ("Commune {of}|Conseil municipal|commune",)
TOWNS = ("Ville {of}|Conseil municipal|commune",)
_RUNS = (("M.", "MM.", "Mme", "Mmes"), ("Monsieur", "Messieurs", "Madame", "Mesdames"))


def village_form(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """The register's printed form: figures in a margin, the year in words, lists closed by words on the majority."""
    orders = ("family-given-title", "family-title", "given-family-title", "family-initials")
    sheet = Sheet(sitting, dice, orders, ("abbreviated", "without-point", "mr"))
    head = sheet.draw("head", ("MAIRIE", "REPUBLIQUE FRANCAISE", "Département de " + sitting.body.department.title()))
    blocks = [head, sheet.body(), "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL"]
    blocks.append(f"{sheet.draw('number_label', ('N°', 'Délibération', 'D.C.M. n°'))} " + _number(sheet))
    legal = sitting.counts.in_office + dice.between(0, 2)
    blocks.append(
        f"Nombre de membres\nafférents au Conseil Municipal : {legal}\nen exercice : {sheet.count('in_office')}\n"
        f"qui ont pris part à la délibération : {sheet.count('votes')}"
    )
    label = sheet.draw(
        "convocation", ("Date de la convocation\n{}", "Convoqué le {}", "Date d'envoi des convocations {}")
    )
    blocks.append(wording.convoked(sheet, label))
    when = wording.sat(sheet, sheet.draw("date", ("year-and", "year-first")))
    chair = sheet.name("president", sitting.president)
    blocks.append(
        f"{when[0].upper()}{when[1:]} à {wording.hour(sheet)}, le Conseil Municipal de cette commune, régulièrement "
        "convoqué, s'est réuni au nombre prescrit par la loi, dans le lieu habituel de ses séances, sous la présidence "
        f"de {chair}, {sheet.office()}."
    )
    listed = sheet.draw("chair_listed", ("yes", "no")) == "yes"
    people = [person for person in sitting.present if listed or person != sitting.president]
    link = sheet.draw("link", (" - ", ", ", " ; "))
    label = sheet.draw(
        "present_words",
        ("PRESENTS : {}", "Étaient présents : {} formant la majorité des membres en exercice.", "Membres présents {}."),
    )
    blocks.append(label.format(runs(sheet, people, sheet.seat, _RUNS[0], link)))
    blocks += _village_away(sheet)
    words = (
        "Un scrutin a eu lieu, {} a été nommé{e} pour remplir les fonctions de secrétaire.",
        "{} remplit les fonctions de secrétaire.",
        "Secrétaire : {} (désigné{e} conformément à l'article L.2121-15 du C.G.C.T.).",
    )
    said = sheet.draw("secretary", words)
    blocks.append(said.format(sheet.name("secretary", sitting.secretary), e="e" if sitting.secretary.woman else ""))
    blocks.append(
        f"{sheet.draw('object', ('OBJET :', 'Objet de la délibération :', 'Objet -'))} {wording.title(sheet)}"
    )
    blocks += [wording.recall(sheet), f"{sheet.chair()} expose l'affaire à l'assemblée."]
    blocks.append(f"Le Conseil Municipal, ouï cet exposé, {wording.decision(sheet)}")
    blocks += [wording.vote(sheet), "Fait et délibéré les jour, mois et an susdits."]
    blocks += [f"Pour copie conforme,\nLe {sheet.office()},\n{sheet.signed()}", wording.stamp(sheet)]
    return joined(blocks), sheet


def _number(sheet: Sheet) -> str:
    return wording.number(sheet, ("{yy:02}-{n:03}", "{n:02}-{y}", "{y}{m:02}{d:02}-{n:02}", "{y}-D-{n:02}"))


def _village_away(sheet: Sheet) -> list[str]:
    """Those away, in one sentence with what became of each."""
    sitting = sheet.sitting
    form = sheet.draw(
        "proxy",
        (
            "{a} ayant donné mandat à {b}",
            "{a} (mandataire : {b})",
            "{a} ayant pour mandataire {b}",
            "{a} excusé{e} avec pouvoir à {b}",
        ),
    )
    powers = [sheet.power(proxy, form) for proxy in sitting.proxies]
    tails = sheet.form("away", {"apart": None, "excused": " (excusé{e})", "without": " sans procuration"})
    if tails is None:
        blocks = [f"Absents représentés : {', '.join(powers)}."] if powers else []
        missing = [sheet.missed(person) for person in sitting.absent]
        return blocks + ([f"Absent{'s' if len(missing) > 1 else ''} : {row(missing)}."] if missing else [])
    alone = [sheet.missed(person) + tails.format(e="e" if person.woman else "") for person in sitting.absent]
    return [f"Absents : {', '.join([*powers, *alone])}."] if powers or alone else []


def town_form(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """A town's form with a letterhead: a rapporteur, ranks inside the list, "de A à B" under capitals."""
    sheet = Sheet(sitting, dice, ("given-family", "given-family-title", "initials-family"), ("abbreviated", "in-full"))
    letterhead = sheet.draw("letterhead", ("Hôtel de Ville\nPlace de la Halle", "Direction générale des services", ""))
    blocks = [sheet.body("{CAPITALS}" if dice.chance(0.5) else "{}"), letterhead]
    when = wording.sat(sheet, sheet.draw("date", ("weekday", "capitals", "points")))
    organ = sheet.draw(
        "opening",
        (
            "CONSEIL MUNICIPAL\nSéance publique du {}",
            "CONSEIL MUNICIPAL – SÉANCE ORDINAIRE DU {}",
            "Conseil municipal\nSéance : {}",
        ),
    )
    blocks.append(organ.format(when))
    numbers = ("{y}-{m:02}-{d:02}/{n:02}", "{n:02}.{m:02}.{y}", "DCM-{yy:02}-{n:03}", "D{y}{n:04}")
    label = sheet.draw("number_label", ("N° de l'acte : {}", "DÉLIBÉRATION {}", "Acte n° {}"))
    blocks.append(label.format(wording.number(sheet, numbers)))
    reporter = dice.pick(sitting.present)
    blocks.append(f"Rapporteur : {sheet.title(reporter)}{sheet.words(reporter)}")
    blocks.append(f"{sheet.draw('object', ('Objet :', 'INTITULÉ :', 'Affaire :'))} {wording.title(sheet)}")
    blocks += [
        wording.convoked(
            sheet, sheet.draw("convocation", ("Convocations adressées le {}", "Conseil convoqué le {}")), "figures"
        )
    ]
    blocks.append(_town_counts(sheet))
    if sheet.draw("president", ("chair-label", "silent")) == "chair-label":
        blocks.append(f"Présidence : {sheet.name('president', sitting.president)}, {sheet.office()}")
    blocks.append(
        sheet.draw("present_words", ("MEMBRES PRÉSENTS :", "ONT SIÉGÉ :", "PRÉSENTS À LA SÉANCE"))
        + f"\n{_by_rank(sheet)}"
    )
    blocks += _town_away(sheet)
    words = sheet.draw(
        "secretary",
        (
            "SECRÉTARIAT DE SÉANCE : {}",
            "Le secrétariat de la séance est assuré par {}.",
            "{} est désigné{e} en qualité de secrétaire.",
        ),
    )
    e = "e" if sitting.secretary.woman else ""
    blocks.append(words.format(sheet.name("secretary", sitting.secretary), e=e))
    blocks += [
        wording.recall(sheet),
        f"Le Conseil municipal, après débat, {wording.decision(sheet)}",
        wording.vote(sheet),
    ]
    blocks += [
        f"Ainsi délibéré en séance,\n{sheet.signed('given-family-title')}\n{sheet.office()} de la {sitting.body.name}"
    ]
    return joined([*blocks, wording.stamp(sheet)]), sheet


def _town_counts(sheet: Sheet) -> str:
    if sheet.draw("counts", ("composing", "boxes")) == "composing":
        legal = f"Nombre de membres composant le Conseil : {sheet.sitting.counts.in_office + sheet.dice.between(0, 1)}"
        return sheet.figures(legal + "\nEn exercice : {o}\nPrésents à l'ouverture : {p}\nReprésentés : {r}")
    return sheet.figures("Effectif en exercice {o} | Présents {p} | Procurations {r} | Votants {v}")


def _by_rank(sheet: Sheet) -> str:
    """The chair, the deputies and the others in three blocks of one list, each closed by its rank."""
    sitting = sheet.sitting
    others = [person for person in sitting.present if person != sitting.president]
    chair, deputies, rest = sheet.seated(sitting.president), others[:4], others[4:]
    sheet.gold["roles"].append([sheet.gold["present"][0], sheet.office()])
    style = _RUNS[0] if sheet.titles[0] == "M. " else _RUNS[1]
    blocks = [f"{chair}, {sheet.office()},"]
    for people, rank in ((deputies, "Adjoints au Maire"), (rest, "Conseillers municipaux")):
        if people:
            blocks.append(
                f"{runs(sheet, people, sheet.seat, style, ', ')}, {rank}" + ("," if people is deputies else ".")
            )
    return "\n".join(blocks)


def _town_away(sheet: Sheet) -> list[str]:
    sitting = sheet.sitting
    form = sheet.draw(
        "proxy",
        ("de {a} à {b}", "{a} a remis pouvoir à {b}", "{b} vote pour {a}", "{a} => {b}", "{a} (représenté{e}, {b})"),
    )
    label = sheet.draw("proxy_words", ("POUVOIRS DONNÉS :", "ONT REMIS POUVOIR :", "POUVOIRS DE VOTE"))
    powers = [sheet.power(proxy, form) for proxy in sitting.proxies]
    blocks = [f"{label}\n" + "\n".join(powers)] if powers else []
    missing = [sheet.missed(person) for person in sitting.absent]
    label = sheet.draw("absent_words", ("ABSENTS NON REPRÉSENTÉS :", "N'ONT PAS SIÉGÉ :", "ABSENT(S) :"))
    return blocks + ([f"{label}\n" + ", ".join(missing)] if missing else [])


def minutes_prose(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """Minutes of several deliberations, the attendance told in sentences; the chair speaks."""
    sheet = Sheet(sitting, dice, ("given-family-title", "given-family", "family-title"), ("in-full", "abbreviated"))
    when = wording.sat(sheet, sheet.draw("date", ("weekday", "words", "figures")))
    head = sheet.draw(
        "opening",
        (
            "PROCÈS-VERBAL DU CONSEIL MUNICIPAL\n{b}\nRéunion du {d}",
            "{b}\n\nProcès-verbal de la réunion du Conseil municipal en date du {d}",
        ),
    )
    blocks = [head.format(b=sheet.body(), d=when)]
    chair = sheet.name("president", sitting.president)
    blocks.append(f"La séance, présidée par {chair}, {sheet.office()}, est déclarée ouverte à {wording.hour(sheet)}.")
    if sheet.draw("present_words", ("all-but", "answer", "around")) == "all-but":
        blocks += _all_but(sheet)
    else:
        blocks += _told(sheet)
    words = sheet.draw(
        "secretary",
        (
            "Le conseil désigne {} pour assurer le secrétariat.",
            "{} accepte d'être secrétaire de séance.",
            "Les fonctions de secrétaire sont remplies par {}.",
        ),
    )
    blocks.append(words.format(sheet.name("secretary", sitting.secretary)))
    if dice.chance(0.5):
        blocks.append("Le compte rendu de la réunion précédente est adopté sans observation.")
    blocks += _items(sheet)
    blocks.append("Informations diverses\nLe repas des aînés aura lieu au printemps.")
    blocks.append(f"L'ordre du jour étant épuisé, la séance est levée à {sitting.hour + 2} heures.")
    return joined(blocks), sheet


def _all_but(sheet: Sheet) -> list[str]:
    """No list of those present: everybody but those named."""
    sitting = sheet.sitting
    if not sitting.proxies and not sitting.absent:
        return ["Tous les conseillers en exercice sont présents."]
    powers = [sheet.power(proxy, "{a}, excusé{e}, qui a confié son pouvoir à {b}") for proxy in sitting.proxies]
    alone = [f"{sheet.missed(person)}, absent{'e' if person.woman else ''}" for person in sitting.absent]
    return [f"Tous les conseillers sont présents à l'exception de {row([*powers, *alone], ', et de ')}."]


def _told(sheet: Sheet) -> list[str]:
    sitting = sheet.sitting
    people = [sheet.seated(person) for person in sitting.present]
    form = {
        "answer": "{} répondent à l'appel de leur nom.",
        "around": "Autour de la table : {}.",
    }[sheet.used["present_words"]]
    blocks = [form.format(row(people))]
    proxy = sheet.draw(
        "proxy",
        ("{a} a chargé {b} de voter en son nom", "{a} a confié son pouvoir à {b}", "{a} se fait représenter par {b}"),
    )
    blocks += [f"{sheet.power(one, proxy)}." for one in sitting.proxies]
    if sitting.absent:
        missing = row([sheet.missed(person) for person in sitting.absent])
        several = len(sitting.absent) > 1
        words = (
            "{} {sont} absent{s}.",
            "{} {ont} prié l'assemblée de bien vouloir les excuser.",
            "On note l'absence de {}.",
        )
        said = sheet.draw("absent_words", words)
        blocks.append(
            said.format(
                missing, sont="sont" if several else "est", ont="ont" if several else "a", s="s" if several else ""
            )
        )
    return blocks


_OTHERS = (
    "Réfection de la toiture du préau",
    "Tarifs du cimetière communal",
    "Renouvellement du bail de la boulangerie",
    "Dénomination de la rue du Lavoir",
    "Contrat d'entretien des chaudières",
    "Régularisation de la voirie au lieu-dit Les Ormes",
)
_OTHER_VOTES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Accord unanime du conseil.", {"unanimous": True}),
    ("Le conseil approuve à l'unanimité.", {"unanimous": True}),
    ("Vote : {v} pour", {"for": "{v}"}),
    ("Proposition adoptée par {f} voix pour et 1 voix contre.", {"unanimous": False, "for": "{f}", "against": 1}),
)


def _items(sheet: Sheet) -> list[str]:
    """The deliberations: some of other matters, and among them the grants."""
    dice, year = sheet.dice, sheet.sitting.date.year
    heading = sheet.draw(
        "number",
        ("DÉLIBÉRATION {y}/{n:02} – {t}", "{n:02}/{y} - {t}", "DCM {y}-{n:02} : {t}", "{i}°/ {t}", "Point n°{i} – {t}"),
    )
    titles = dice.sample(_OTHERS, dice.between(1, 4))
    at, start = dice.between(0, len(titles)), dice.between(3, 60)
    blocks: list[str] = []
    rows: list[dict[str, Any]] = []
    sheet.gold["deliberations"] = rows
    for i in range(len(titles) + 1):
        n = start + i
        numbers = {"D": f"{year}/{n:02}", "{n": f"{n:02}/{year}", "DCM": f"{year}-{n:02}"}
        number = next((numbers[k] for k in ("DCM", "D", "{n") if heading.startswith(k)), None)
        if i == at:
            words = wording.title(sheet)
            title = sheet.gold["title"]
            reason = wording.recall(sheet)
            text = (
                f"{reason}\n" * bool(reason)
                + f"Après échange, le conseil {wording.decision(sheet)}\n{wording.vote(sheet)}"
            )
            told = sheet.gold["vote"]
        else:
            words = sheet.mention(titles[i if i < at else i - 1])
            title = quote(words)
            text, told = _other(sheet)
        rows.append({"number": number, "title": title, "vote": told})
        blocks.append(f"{heading.format(y=year, n=n, i=i + 1, t=words)}\n{text}")
    first = next((item for item in rows if item["number"]), rows[0])
    sheet.gold.update(number=first["number"], title=first["title"])
    sheet.gold["complete"] = [*sheet.gold["complete"], "deliberations"]
    return blocks


def _other(sheet: Sheet) -> tuple[str, dict[str, Any]]:
    votes = sheet.sitting.counts.votes
    words, gold = sheet.dice.pick(_OTHER_VOTES if votes > 3 else _OTHER_VOTES[:3])
    figures = {"{v}": votes, "{f}": votes - 1}
    text = f"{sheet.chair()} présente le dossier et les devis reçus.\n{words.format(v=votes, f=votes - 1)}"
    return text, {"outcome": "adopted"} | {key: figures.get(str(value), value) for key, value in gold.items()}
