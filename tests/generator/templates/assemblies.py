"""Templates of communities, syndicates, departments and public establishments."""

from __future__ import annotations

from tests.generator.dice import Dice
from tests.generator.model import Person, Sitting
from tests.generator.templates import wording
from tests.generator.templates.sheet import Sheet, joined, row, runs

COMMUNITIES = (
    "Communauté de communes {of}|Conseil communautaire|communauté",
    "Communauté de communes entre Plaine et {place}|Conseil communautaire|communauté",
)
SYNDICATES = (
    "Syndicat mixte de transport scolaire {of}|Comité syndical|syndicat",
    "Syndicat départemental d'énergie {basin}|Comité syndical|syndicat",
)
DEPARTMENTS = (
    "Département {basin}|Commission permanente|département",
    "Département {basin}|Conseil départemental|département",
)
SOCIAL_CENTRES = ("Centre communal d'action sociale {of}|Conseil d'administration|établissement",)
MIXED = ("Commune {of}|Conseil municipal|commune", *COMMUNITIES[:1], *SYNDICATES[:1])


def roll_table(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """A table of attendance: a row a member, by commune, with marks or words in the columns."""
    sheet = Sheet(sitting, dice, ("family-given", "family-given-capitals", "given-family"), ("none",))
    when = wording.sat(sheet, sheet.draw("date", ("weekday", "slashes", "capitals")))
    head = sheet.draw(
        "opening",
        (
            "{b}\nCONSEIL COMMUNAUTAIRE DU {d}\nREGISTRE DES DÉLIBÉRATIONS",
            "{b}\n\nSéance du Conseil communautaire\n{d}",
        ),
    )
    blocks = [head.format(b=sheet.body("{CAPITALS}" if dice.chance(0.3) else "{}"), d=when)]
    label = sheet.draw("convocation", ("Date d'envoi de la convocation : {}", "Conseillers convoqués le {}"))
    blocks.append(wording.convoked(sheet, label, "figures"))
    form = sheet.draw("table", ("marks", "words", "pipes"))
    blocks.append("ÉTAT DES PRÉSENCES" if dice.chance(0.5) else "Feuille de présence")
    blocks.append("\n".join(_rows(sheet, form)))
    blocks.append(sheet.figures("Total des présents : {p}\nTotal des pouvoirs : {r}\nTotal des votants : {v}"))
    words = sheet.draw("president", ("{}, Président{e}, ouvre la séance.", "Séance présidée par {}"))
    e = "e" if sitting.president.woman else ""
    blocks.append(words.format(sheet.name("president", sitting.president, "given-family"), e=e))
    words = sheet.draw("secretary", ("Secrétaire désigné{e} : {}", "{} est secrétaire de la présente séance."))
    blocks.append(
        words.format(
            sheet.name("secretary", sitting.secretary, "given-family"), e="e" if sitting.secretary.woman else ""
        )
    )
    numbers = ("{y}-{n:03}-CC", "CC_{y}_{n:02}", "{n:03}-{yy:02}")
    blocks.append(f"Délibération {wording.number(sheet, numbers)}\n{wording.title(sheet)}")
    blocks += [wording.recall(sheet), f"Le Conseil communautaire, après en avoir débattu, {wording.decision(sheet)}"]
    return joined([*blocks, wording.vote(sheet), wording.stamp(sheet)]), sheet


def _rows(sheet: Sheet, form: str) -> list[str]:
    """The table: the commune before each member, the state, and whom the proxy goes to."""
    sitting = sheet.sitting
    states: list[tuple[Person, str]] = [(person, "present") for person in sitting.present]
    states += [(person, "absent") for person in sitting.absent]
    proxies = {proxy.grantor: proxy for proxy in sitting.proxies}
    states += [(person, "proxy") for person in proxies]
    states.sort(key=lambda item: (str(item[0].commune), item[0].family, item[0].given))
    everyone = [person for person, state in states if state == "present"]
    seats = {person: _seat(sheet, person) for person in everyone}
    cells = []
    for person, state in states:
        if state == "present":
            cells.append((person, seats[person], "P", ""))
        elif state == "absent":
            cells.append((person, sheet.miss(person), "A", ""))
        else:
            said = sheet.power(proxies[person], "{a}\0{b}").split("\0")
            cells.append((person, said[0], "E", said[1]))
    wide = max((len(name) for _, name, _, _ in cells), default=0) + 6
    return _marked(cells, wide) if form == "marks" else _worded(cells, wide) if form == "words" else _piped(cells)


def _seat(sheet: Sheet, person: Person) -> str:
    if sheet.sitting.replaced_by(person):
        return sheet.substitute(person, "{x} (suppléant{e} de {y})")
    return sheet.seat(person)


Cell = tuple[Person, str, str, str]


def _marked(cells: list[Cell], wide: int) -> list[str]:
    head = f"{'Commune':<34}{'Délégué':<{wide}}{'Présent':<12}{'Excusé':<12}{'Absent':<12}Pouvoir à"
    lines = []
    for person, name, state, holder in cells:
        marks = "".join(f"{'X' if state == column else '':<12}" for column in "PEA")
        lines.append(f"{person.commune!s:<34}{name:<{wide}}{marks}{holder}".rstrip())
    return [head, *lines]


def _worded(cells: list[Cell], wide: int) -> list[str]:
    words = {"P": "Présent", "A": "Absent", "E": "Pouvoir à "}
    lines, last = [], ""
    for person, name, state, holder in cells:
        if str(person.commune) != last:
            last = str(person.commune)
            lines.append(last.upper())
        said = words[state] + ("e" if person.woman and state != "E" else "")
        lines.append(f"{name:<{wide}}{said}{holder}")
    return lines


def _piped(cells: list[Cell]) -> list[str]:
    words = {"P": "présent", "A": "absent", "E": "excusé"}
    head = ["| Commune | Nom | État | Donne pouvoir à |", "|---|---|---|---|"]
    return head + [
        f"| {person.commune!s:<30} | {name:<30} | {words[state]}{'e' if person.woman else ''} | {holder} |"
        for person, name, state, holder in cells
    ]


def colleges(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """Delegates in a sentence for each member body, substitutes and proxies told in words of their own."""
    sheet = Sheet(sitting, dice, ("given-family", "family-given", "family"), ("abbreviated", "in-full"))
    blocks = [
        sheet.body(),
        sheet.draw("head", ("Siège : 4 quai du Port", "Délibération du Comité Syndical", "COMITE SYNDICAL")),
    ]
    when = wording.sat(sheet, sheet.draw("date", ("year-figures", "weekday", "words")))
    chair = sheet.name("president", sitting.president)
    at = when[0].upper() + when[1:] if when.startswith("l'an") else f"Le {when}"
    blocks.append(f"{at}, à {wording.hour(sheet)}, le Comité syndical s'est tenu sous la présidence de {chair}.")
    blocks.append(
        wording.convoked(
            sheet,
            sheet.draw(
                "convocation",
                ("La convocation a été adressée aux délégués le {}.", "Date de convocation du Comité : {}"),
            ),
        )
    )
    blocks.append(
        sheet.draw(
            "present_words",
            ("Avaient pris place :", "Délégués ayant siégé :", "Étaient présents avec voix délibérative :"),
        )
    )
    blocks.append("\n".join(_by_commune(sheet)))
    form = sheet.draw(
        "proxy",
        (
            "{b} dispose du pouvoir de {a}.",
            "{b}, porteu{r} d'un pouvoir de {a}.",
            "{a} a transmis son pouvoir à {b}.",
            "{a} ayant mandaté {b}.",
        ),
    )
    told = [_held(sheet, form, at) for at in range(len(sitting.proxies))]
    blocks.append("\n".join(told))
    if sitting.absent:
        label = sheet.draw(
            "absent_words", ("Avaient prié d'excuser leur absence :", "Délégués empêchés :", "Manquaient à la séance :")
        )
        blocks.append(f"{label} {' ; '.join(sheet.missed(person) for person in sitting.absent)}")
    quorum = sitting.counts.in_office // 2 + 1
    blocks.append(
        f"Délégués en exercice : {sheet.count('in_office')} / Quorum : {quorum} / Délégués présents : "
        f"{sheet.count('present')} / Pouvoirs : {sheet.count('proxies')}"
    )
    words = sheet.draw("secretary", ("{} est appelé{e} au secrétariat.", "Secrétaire de la séance : {}"))
    blocks.append(words.format(sheet.name("secretary", sitting.secretary), e="e" if sitting.secretary.woman else ""))
    number = wording.number(sheet, ("{y}-CS-{n:02}", "CS{yy:02}{m:02}-{n:02}", "{n}-{m:02}-{y}"))
    label = sheet.draw("number_label", ("Délibération N° {} : ", "Délibération référencée {}\n", "{} / "))
    blocks.append(label.format(number) + wording.title(sheet))
    blocks += [wording.recall(sheet), f"Le Comité, sur proposition du Bureau, {wording.decision(sheet)}"]
    return joined([*blocks, wording.vote(sheet), f"{sheet.chair()},\n{sheet.signed()}", wording.stamp(sheet)]), sheet


def _held(sheet: Sheet, form: str, at: int) -> str:
    proxy = sheet.sitting.proxies[at]
    said = sheet.power(proxy, form, r="se" if proxy.holder.woman else "r")
    return said[0].upper() + said[1:]


def _by_commune(sheet: Sheet) -> list[str]:
    """A line for each commune; a substitute after the one replaced."""
    label = sheet.draw("commune", ("Au titre de la commune {of} :", "Pour {at} :", "Délégués pour {at} –"))
    form = sheet.draw(
        "substitute",
        ("{y}, empêché{f}, suppléé{f} par {x}", "{x} siégeant à la place de {y}", "{x}, suppléant{e}, pour {y}"),
    )
    people = sorted(sheet.sitting.present, key=lambda person: str(person.commune))
    lines = []
    for commune in dict.fromkeys(person.commune for person in people):
        here = [person for person in people if person.commune == commune]
        said = [
            sheet.substitute(person, form) if sheet.sitting.replaced_by(person) else sheet.seated(person)
            for person in here
        ]
        lines.append(
            f"{label.format(at=commune, of=_of(str(commune)))} {'; '.join(said) if len(said) > 2 else row(said)}"
        )
    return lines


def _of(place: str) -> str:
    return f"d'{place}" if place[0] in "AEIOUÉ" else f"de {place}"


def articles(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """A department's act: runs joined by "et", votes delegated, a decision in articles."""
    sheet = Sheet(sitting, dice, ("given-family", "given-family-title"), ("in-full", "abbreviated"))
    sheet.gold["organ"] = sitting.body.organ
    date = sheet.draw("date", ("weekday", "figures", "capitals"))
    opening = sheet.draw("opening", ("{o}\nRéunion du {d}", "DÉLIBÉRATION {OF} {O}\nSÉANCE DU {d}"))
    of = "DE LA" if sitting.body.organ.startswith("Commission") else "DU"
    when = wording.sat(sheet, date)
    blocks = [sheet.body("{CAPITALS}" if dice.chance(0.5) else "{}")]
    blocks.append(opening.format(o=sitting.body.organ, O=sitting.body.organ.upper(), OF=of, d=when))
    numbers = ("{y}-{m:02}-{n:04}", "CP{yy:02}-{n:03}", "{y}.{m:02}.{d:02}.{n}")
    blocks.append(
        f"{sheet.draw('number_label', ('Délibération n°', 'Acte :'))} {wording.number(sheet, numbers)}\n"
        f"Rapport n° {dice.between(100, 420)}"
    )
    blocks.append(wording.title(sheet, capitals=dice.chance(0.5)))
    label = sheet.draw("president", ("Présidence de {}", "Président de la réunion : {}"))
    blocks.append(label.format(sheet.name("president", sitting.president)))
    style = _FULL if sheet.titles[0] == "Monsieur " else _SHORT
    label = sheet.draw(
        "present_words",
        ("Présents : {}.", "Participaient à la réunion : {}.", "Membres ayant pris part aux débats : {}."),
    )
    blocks.append(label.format(runs(sheet, list(sitting.present), sheet.seat, style, "and")))
    form = sheet.draw(
        "proxy", ("{a} (vote délégué à {b})", "{a} a délégué son vote à {b}", "{a}, procuration de vote à {b}")
    )
    powers = [sheet.power(proxy, form) for proxy in sitting.proxies]
    if powers:
        label = sheet.draw(
            "proxy_words",
            (
                "Excusés ayant délégué leur vote :",
                "Absents ayant donné délégation de vote en application de l'article L. 3121-16 du CGCT :",
            ),
        )
        blocks.append(f"{label} {', '.join(powers)}.")
    if sitting.absent:
        blocks.append(
            sheet.draw("absent_words", ("Excusés sans délégation : {}.", "Absents : {}.")).format(
                row([sheet.missed(p) for p in sitting.absent])
            )
        )
    blocks += ["Vu le code général des collectivités territoriales,", wording.recall(sheet), "Après en avoir délibéré,"]
    blocks += [
        f"{'LA' if of == 'DE LA' else 'LE'} {sitting.body.organ.upper()}\nDÉCIDE",
        wording.article(sheet),
        wording.vote(sheet),
    ]
    return joined([*blocks, f"{sheet.chair()}\n{sheet.signed()}", wording.stamp(sheet)]), sheet


_FULL = ("Monsieur", "Messieurs", "Madame", "Mesdames")
_SHORT = ("M.", "MM.", "Mme", "Mmes")


def social_centre(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """The board of a social centre: members elected and appointed, mandates, figures in a line of their own."""
    sheet = Sheet(
        sitting, dice, ("family-given-title", "given-family", "initials-family"), ("mr", "english-point", "abbreviated")
    )
    when = wording.sat(sheet, sheet.draw("date", ("slashes", "weekday", "year-figures")))
    blocks = [sheet.body(), "Extrait des délibérations du Conseil d'Administration"]
    start = f"{when[0].upper()}{when[1:]}" if when.startswith("l'an") else f"Le {when}"
    blocks.append(
        f"{start}, à {wording.hour(sheet)}, le Conseil d'Administration s'est assemblé à la Maison des Solidarités, "
        f"{sheet.name('president', sitting.president)} présidant la séance."
    )
    people = list(sitting.present)
    half = len(people) // 2
    bullet = sheet.draw("list", ("- ", "", "o "))
    blocks.append(
        "Administrateurs présents\nParmi les membres élus :\n"
        + "\n".join(bullet + sheet.seated(p) for p in people[:half])
    )
    blocks.append("Parmi les membres nommés :\n" + "\n".join(bullet + sheet.seated(p) for p in people[half:]))
    form = sheet.draw(
        "proxy", ("{a}, mandat donné à {b}", "{a} – mandataire {b}", "{a} qui a mandaté {b}", "{a} représenté{e} : {b}")
    )
    powers = [bullet + sheet.power(proxy, form) for proxy in sitting.proxies]
    if powers:
        blocks.append(
            f"{sheet.draw('proxy_words', ('Administrateurs représentés :', 'Mandats de vote :'))}\n" + "\n".join(powers)
        )
    if sitting.absent:
        label = sheet.draw("absent_words", ("Administrateurs excusés :", "Absents sans mandat :"))
        blocks.append(f"{label}\n" + "\n".join(bullet + sheet.missed(p) for p in sitting.absent))
    blocks.append(sheet.figures("En exercice {o} - Présents {p} - Mandats {r} - Votants {v}"))
    words = sheet.draw("secretary", ("Secrétaire : {}, administrat{r}", "{} tient la plume."))
    blocks.append(
        words.format(sheet.name("secretary", sitting.secretary), r="rice" if sitting.secretary.woman else "eur")
    )
    number = wording.number(sheet, ("CCAS-{y}-{n:02}", "{y}/CCAS/{n:02}", "{n:02}-{yy:02}"))
    blocks.append(f"N° {number}\nOBJET : {wording.title(sheet)}")
    blocks += [
        wording.recall(sheet),
        f"Le Conseil d'Administration, après discussion, {wording.decision(sheet)}",
        wording.vote(sheet),
    ]
    return joined(
        [*blocks, f"Certifié conforme au registre,\n{sheet.chair()},\n{sheet.signed()}", wording.stamp(sheet)]
    ), sheet


def numbered_roll(sitting: Sitting, dice: Dice) -> tuple[str, Sheet]:
    """The roll in the order of the table, each member numbered and with their state after the name."""
    sheet = Sheet(sitting, dice, ("family-given", "given-family", "family-given-title"), ("abbreviated", "none", "mr"))
    blocks = [sheet.body("{CAPITALS}" if dice.chance(0.5) else "{}")]
    when = wording.sat(sheet, sheet.draw("date", ("figures", "points", "words")))
    blocks.append(
        sheet.draw("opening", ("{o} – séance du {d}", "Registre des délibérations – {o} du {d}")).format(
            o=sitting.body.organ, d=when
        )
    )
    number = wording.number(sheet, ("{n:03}/{yy:02}", "{y}/{m:02}-{n:02}", "{y}N{n:03}"))
    blocks.append(
        f"{sheet.draw('number_label', ('Numéro :', 'N° d’ordre :', 'Délibération'))} {number}\n"
        f"{sheet.draw('object', ('Objet :', 'OBJET –'))} {wording.title(sheet)}"
    )
    blocks.append(
        wording.convoked(sheet, sheet.draw("convocation", ("Convocation faite le {}", "Envoi des convocations : {}")))
    )
    blocks.append(
        sheet.draw(
            "president", ("Appel nominal fait par {}, {}, qui préside :", "{}, {}, préside et procède à l'appel :")
        ).format(sheet.name("president", sitting.president), sheet.office())
    )
    blocks.append(_roll(sheet))
    blocks.append(sheet.figures("Soit {p} présents et {v} votants sur {o} membres en exercice."))
    words = sheet.draw("secretary", ("Désigné{e} secrétaire : {}", "{} est élu{e} pour tenir le secrétariat."))
    blocks.append(words.format(sheet.name("secretary", sitting.secretary), e="e" if sitting.secretary.woman else ""))
    organ = sheet.the_organ()
    blocks += [wording.recall(sheet), f"{organ[0].upper()}{organ[1:]} {wording.decision(sheet)}", wording.vote(sheet)]
    return joined([*blocks, f"Pour ampliation,\n{sheet.signed()}, {sheet.office()}", wording.stamp(sheet)]), sheet


def _roll(sheet: Sheet) -> str:
    """All members with their state, numbered, on lines or in a row."""
    sitting = sheet.sitting
    rank = sheet.draw("rank", ("{i}. ", "{i} – ", "{i:02} "))
    style = sheet.form("state", {"comma": ", {}", "bracket": " ({})", "leaders": " ........ {}", "colon": " : {}"})
    power = sheet.draw(
        "proxy", ("excusé{e}, pouvoir à {b}", "absent{e}, a donné procuration à {b}", "représenté{e} par {b}")
    )
    proxies = {proxy.grantor: proxy for proxy in sitting.proxies}
    seated = {person: _roll_seat(sheet, person, style) for person in sitting.present}
    away = [*sitting.absent, *proxies]
    told = list(sitting.present)
    for person in away:
        told.insert(sheet.dice.between(1, len(told)), person)
    lines = []
    for i, person in enumerate(told, 1):
        e = "e" if person.woman else ""
        if person in seated:
            said = seated[person]
        elif person in proxies:
            said = sheet.power(proxies[person], "{a}" + style.format(power))
        else:
            said = sheet.missed(person) + style.format(f"absent{e}")
        lines.append(rank.format(i=i) + said)
    return (" ; " if sheet.draw("list", ("lines", "row")) == "row" else "\n").join(lines)


def _roll_seat(sheet: Sheet, person: Person, style: str) -> str:
    if sheet.sitting.replaced_by(person):
        return sheet.substitute(person, "{x}" + style.format("suppléant{e} de {y}, présent{e}"))
    return sheet.seated(person) + style.format(f"présent{'e' if person.woman else ''}")
