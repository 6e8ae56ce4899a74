"""The head of a record: body, organ, dates, chair, secretary, figures, stamp (layouts.md 36, 46–50)."""

from __future__ import annotations

from tests.generator.layouts.dates import MONTHS, printed_date, spelt
from tests.generator.layouts.names import form, office, titled
from tests.generator.layouts.page import Page
from tests.generator.marks import quote
from tests.generator.model import Body, Person

OPENINGS = {
    "register": "EXTRAIT DU REGISTRE DES DELIBERATIONS\n\n{BODY}\n\nSEANCE {DU_ORGAN} DU {DATE}",
    "minutes": "PROCES-VERBAL\n{body}\n{organ}\nRéunion du {date} à {hour} heures",
    "town": "{BODY}\n{ORGAN} DU {DATE}\nCOMPTE RENDU",
    "summary": "Compte rendu {du_organ} du {date}\n\n{body}",
    "republic": "REPUBLIQUE FRANÇAISE\n\nDEPARTEMENT DE {DEPARTMENT}\n\n{BODY}\n\nSéance du {date}\n\n{organ}",
    "web": "{organ} du {date}\n\nTexte intégral\n\n(1)\n\n{body}\nCOMPTE RENDU {DU_ORGAN} DU {DATE}",
    "spaced": "{S P A C E D}\n\n{ORGAN} DU {DATE}",
    "deliberations": "DELIBERATIONS {DU_ORGAN}\n{body}\nSéance du {date}",
    "dashed": "PROCES-VERBAL - SEANCE DU {DATE}\n{body} - {organ}",
    "decisions": "{BODY}\n\nRELEVÉ DES DÉCISIONS\n{organ}\nRéunion du {date}",
}
"""The first lines, from which body, organ and date are read."""
DATES = ("figures", "padded", "weekday", "slashes", "short-slashes", "dashes", "words")
SESSIONS = ("none", "none", "year-of", "gathered", "two-digit-words", "convoked")
"""A sentence that tells the sitting."""
CONVOCATIONS = ("none", "label", "bare-label", "sent", "was-convoked", "capital-label", "affixed")
_CONVOCATIONS = {
    "label": "Date de la convocation : {c}",
    "bare-label": "Convocation du : {c}",
    "sent": "Convocation envoyée le {c}.",
    "was-convoked": "{Le_organ} a été convoqué{e} le {c}",
    "capital-label": "DATE DE CONVOCATION : {C}",
    "affixed": "Date de convocation : {c}\nDate d'affichage : {p}",
}
PRESIDENTS = ("none", "label", "capital-label", "chaired", "president-of-sitting", "opened")
_PRESIDENTS = {
    "label": "Président : {x}",
    "capital-label": "PRESIDENT : {x}",
    "chaired": "La séance est ouverte à {h} heures sous la présidence de {x}, {office}.",
    "president-of-sitting": "Président{e} de séance : {x}",
    "opened": "Sous la présidence de {x}.",
}
SECRETARIES = ("none", "label", "short-label", "elected", "designated", "capital-label", "designation", "has-been")
_SECRETARIES = {
    "label": "Secrétaire de séance : {x}",
    "short-label": "Secrétaire : {x}",
    "elected": "{x} est élu{e} secrétaire de séance.",
    "designated": "{x} a été désigné{e} secrétaire de séance.",
    "capital-label": "SECRETAIRE ELU{E} : {x}",
    "designation": "Désignation secrétaire de séance : {x}",
    "has-been": "{x} a été nommé{e} secrétaire.",
}
COUNTS = {
    "none": ("", ()),
    "block": (
        "Nombre de membres en exercice : {o}\nNombre de présents : {p}\nNombre de pouvoirs : {r}\nNombre de voix : {v}",
        ("in_office", "present", "proxies", "votes"),
    ),
    "padded": (
        "Membres en exercice : {o}\nNombre de procurations : {r:02}\nPrésents : {p:02}\nVotants : {v:02}",
        ("in_office", "present", "proxies", "votes"),
    ),
    "line": ("Conseillers en exercice : {o} - Présents : {p} - Votants : {v}", ("in_office", "present", "votes")),
    "comma-line": ("En exercice : {o}, présents : {p}, votants : {v}", ("in_office", "present", "votes")),
    "elected": (
        "Conseillers élus : {o}\nConseillers en fonction : {o}\nConseillers présents : {p}",
        ("in_office", "present"),
    ),
    "long-label": ("NOMBRE DE CONSEILLERS EN EXERCICE AU JOUR DE LA SEANCE : {o}", ("in_office",)),
    "legal": ("Effectif légal du Conseil : {o} Conseillers présents ou représentés : {v}", ("in_office", "votes")),
    "torn-label": (
        "Nombre de délégués\ntitulaires\nen exercice : {o}\nPrésents : {p}\nPouvoirs : {r}",
        ("in_office", "present", "proxies"),
    ),
    "prose": ("{p} présents, {v} votants dont {r} procurations.", ("present", "proxies", "votes")),
    "prose-quorum": ("Le quorum est atteint avec {p} membres présents sur {o} en exercice.", ("present", "in_office")),
    "equals": ("Membres en exercice = {o} ; présents = {p} ; votants = {v}", ("in_office", "present", "votes")),
}
"""A record's totals and which of them each wording prints."""
STAMPS = ("none", "none", "prefecture", "acknowledged", "sent", "publication", "capital-days")
_STAMPS = {
    "prefecture": "RECU EN PREFECTURE\n\nLe {r}\n\nVIA DOTELEC - iXBus\n\n{id}\n\nDate de mise en ligne : {p}",
    "acknowledged": "Accusé de réception en préfecture\n{id}\nDate de télétransmission : {rs}\n"
    "Date de réception préfecture : {rs}",
    "sent": "Envoyé en préfecture le {rs}\nReçu en préfecture le {rs}\nPublié le {ps}\nID : {id}",
    "publication": "Transmis en Préfecture le {rs}\nPublié ou notifié le {ps}",
    "capital-days": "RECU EN PREFECTURE\nLe {r}\n{id}\nDATE D'AFFICHAGE :{pc}",
}


def article(organ: str) -> tuple[str, str]:
    """An organ's article, alone and after "de"."""
    return ("la", "de la") if organ.startswith("Commission") else ("le", "du")


def opening(page: Page) -> str:
    """The first lines; body, organ and date of the gold come from here."""
    sitting, gold = page.sitting, page.gold
    name, organ = sitting.body.name, sitting.body.organ
    date = printed_date(sitting.date, page.piece("date"))
    _, of = article(organ)
    gold.update(body=name, organ=organ, sitting_date=sitting.date.isoformat())
    template = OPENINGS[page.piece("opening")]
    if sitting.body.kind == "département":
        template = template.replace("DEPARTEMENT DE {DEPARTMENT}\n\n", "")
    upper = "{BODY}" in template
    mention = page.mention(name.upper() if upper else name)
    if upper or "{body}" in template:
        gold["body"] = quote(mention)
    return template.replace("{S P A C E D}", " ".join(name.upper())).format(
        body=mention,
        BODY=mention,
        organ=organ,
        ORGAN=organ.upper(),
        date=date,
        DATE=date.upper(),
        hour=sitting.hour,
        du_organ=f"{of} {organ[0].lower()}{organ[1:]}",
        DU_ORGAN=f"{of} {organ}".upper(),
        DEPARTMENT=sitting.body.department.upper(),
    )


def session(page: Page) -> str:
    """The sentence that tells the sitting, with the chair in it in some records."""
    piece, sitting = page.piece("session"), page.sitting
    if piece == "none":
        return ""
    the, of = article(sitting.body.organ)
    organ, e, hour = f"{sitting.body.organ} {_of_body(sitting.body)}", "e" if the == "la" else "", sitting.hour
    chair = f" sous la présidence de {_chair(page)}" if page.peek("president") == "opened" else ""
    if piece == "gathered":
        when = printed_date(sitting.date, "weekday")
        return f"Les membres {of} {organ} se sont réunis le {when} à {hour}h00{chair}."
    if piece == "convoked":
        page.gold["convocation_date"] = sitting.convocation.isoformat()
        convoked = printed_date(sitting.convocation, "figures")
        return f"Convoqué{e} le {convoked}, {the} {organ} s'est réuni{e}{chair}, à {hour}h00."
    year, day = spelt(sitting.date.year), spelt(sitting.date.day, first=True)
    if piece == "two-digit-words":
        year = year.replace("deux mille", "deux mil")
    when = f"L'an {year}, le {day} {MONTHS[sitting.date.month - 1]} à {hour} heures"
    return f"{when}, {the} {organ}, dûment convoqué{e}, s'est réuni{e} au lieu ordinaire de ses séances{chair}."


def _of_body(body: Body) -> str:
    if body.name.startswith(("Département", "Syndicat")):
        return f"du {body.name}"
    return f"de {body.name}" if body.kind == "métropole" else f"de la {body.name}"


def _chair(page: Page) -> str:
    person = page.sitting.president
    mention = page.put("president", form(page, person, _full(page)))
    return f"{titled(page, person, mention)}, {office(page)}"


def _full(page: Page) -> str | None:
    """Outside the lists a name is as there, or in full."""
    return "given-family" if page.piece("full_names") == "yes" else None


def convocation(page: Page) -> str:
    """The line that tells the convocation's day."""
    piece, sitting = page.piece("convocation"), page.sitting
    if piece == "none" or page.gold["convocation_date"]:
        return ""
    page.gold["convocation_date"] = sitting.convocation.isoformat()
    if piece == "affixed":
        page.gold["published_date"] = sitting.published.isoformat()
    day = printed_date(sitting.convocation, "figures" if page.peek("date") == "words" else page.peek("date"))
    the, _ = article(sitting.body.organ)
    return _CONVOCATIONS[piece].format(
        c=day,
        C=day.upper(),
        p=printed_date(sitting.published, "figures"),
        e="e" if the == "la" else "",
        Le_organ=f"{the.title()} {sitting.body.organ}",
    )


def president(page: Page) -> str:
    """The line that tells the chair, unless the sentence of the sitting did."""
    piece, person = page.peek("president"), page.sitting.president
    if page.gold["president"]:
        page.piece("president")
        return ""
    if page.piece("president") == "none":
        return ""
    mention = page.put("president", form(page, person, _full(page)))
    said = titled(page, person, mention)
    return _PRESIDENTS[piece].format(x=said, h=page.sitting.hour, office=office(page), e="e" if person.woman else "")


def secretary(page: Page) -> str:
    """The line or sentence that names the secretary."""
    piece, person = page.piece("secretary"), page.sitting.secretary
    if piece == "none":
        return ""
    said = _named(page, "secretary", person)
    return _SECRETARIES[piece].format(x=said, e="e" if person.woman else "", E="E" if person.woman else "")


def _named(page: Page, field: str, person: Person) -> str:
    return titled(page, person, page.put(field, form(page, person, _full(page))))


def counts(page: Page) -> str:
    """The totals that the record prints of itself."""
    template, fields = COUNTS[page.piece("counts")]
    told = page.sitting.counts
    page.gold["counts"] |= {field: getattr(told, field) for field in fields}
    return template.format(o=told.in_office, p=told.present, r=told.proxies, v=told.votes)


def stamp(page: Page) -> str:
    """The stamp of the transmission to the prefecture."""
    piece, sitting, gold = page.piece("stamp"), page.sitting, page.gold
    if piece == "none":
        return ""
    digits = "".join(c for c in sitting.number if c.isdigit())
    mention = f"042-{sitting.body.siren}-{sitting.date:%Y%m%d}-D{digits}-DE"
    gold["received_date"] = sitting.received.isoformat()
    if piece != "acknowledged":
        gold["published_date"] = sitting.published.isoformat()
    if piece != "publication":
        gold.update(transmission_id=mention, body_siren=sitting.body.siren)
    return _STAMPS[piece].format(
        id=mention,
        r=printed_date(sitting.received, "figures"),
        rs=f"{sitting.received:%d/%m/%Y}",
        p=printed_date(sitting.published, "figures"),
        ps=f"{sitting.published:%d/%m/%Y}",
        pc=f"{sitting.published:%Y%m%d}",
    )


def signature(page: Page) -> str:
    """The close of an extract, from which the offices of those listed are read."""
    if page.piece("signature") == "none":
        return ""
    person = page.sitting.president
    mention = page.mention(form(page, person, "given-family"))
    if person in page.listed:
        page.gold["roles"].append([quote(mention), office(page)])
    the = "La" if person.woman and office(page) != "Maire" else "Le"
    return f"Pour extrait conforme,\n{the} {office(page)},\n\n{mention}"
