"""Small pages, one for each phenomenon of ``docs/layouts.md``; the names are invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.extraction.page import LISTS, SITTING_NAMES

Pair = tuple[str, str | None]
SITTING = SITTING_NAMES
GARNEL, HERVAL = ("Luc GARNEL", "Léa CORVANT"), ("Zoé HERVAL", "Paul DELMAS")


@dataclass(frozen=True)
class Case:
    """What the lists say. Away are the absent, the excused, the represented and the replaced."""

    lists: str
    present: tuple[str, ...] = SITTING
    away: tuple[str, ...] = ()
    proxies: tuple[Pair, ...] = ()
    substitutes: tuple[Pair, ...] = ()


def after(lists: str, *, proxies: tuple[Pair, ...] = (GARNEL,), away: tuple[str, ...] = ()) -> Case:
    """Something said after the list of the four who sit."""
    return Case(f"{LISTS}\n{lists}", SITTING, (*(grantor for grantor, _ in proxies), *away), proxies)


def sat(lists: str, *present: str, **more: Any) -> Case:
    """A list of those who sit."""
    return Case(f"Présents : {lists}", present, **more)


PROXIES = {
    "a verb": after("Absents : M. Luc GARNEL a donné pouvoir à Mme Léa CORVANT"),
    "a participle": after("Absents : M. Luc GARNEL ayant donné procuration à Mme Léa CORVANT"),
    "a relative clause": after(
        "Absents excusés : M. Luc GARNEL qui a donné pouvoir à Mme Léa CORVANT, Mme Zoé HERVAL", away=("Zoé HERVAL",)
    ),
    "a heading with a verb": after("Ayant remis un pouvoir : M. Luc GARNEL à Mme Léa CORVANT"),
    "a mandate delegated": after("Ayant délégué leur mandat : M. Luc GARNEL à Mme Léa CORVANT"),
    "proxies deposited": after("Dépôts de pouvoirs : M. Luc GARNEL à Mme Léa CORVANT"),
    "a delegation of the vote": after("Absents : M. Luc GARNEL, délégation de vote à Mme Léa CORVANT"),
    "no verb": after(
        "Pouvoirs : M. Luc GARNEL à Mme Léa CORVANT, Mme Zoé HERVAL à M. Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "a colon": after(
        "Absents : M. Luc GARNEL : pouvoir à Mme Léa CORVANT ; Mme Zoé HERVAL : pouvoir à M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "the noun between": after("Absents : M. Luc GARNEL procuration à Mme Léa CORVANT"),
    "capitals": after("Absents : M. Luc GARNEL POUVOIR A Mme Léa CORVANT"),
    "an arrow": after("Pouvoirs : M. Luc GARNEL → Mme Léa CORVANT"),
    "parentheses": after("Absents : M. Luc GARNEL (pouvoir à Mme Léa CORVANT), Mme Zoé HERVAL", away=("Zoé HERVAL",)),
    "the holder alone in parentheses": after("Absents représentés : M. Luc GARNEL (Mme Léa CORVANT)"),
    "passive": after("Absents : M. Luc GARNEL est représenté par Mme Léa CORVANT"),
    "passive under a heading": after("Représentés : M. Luc GARNEL par Mme Léa CORVANT"),
    "names of the represented": after("Noms des absents représentés : M. Luc GARNEL par Mme Léa CORVANT"),
    "the holder first": sat(
        "M. Hugo BARSAC, Mme Léa CORVANT (ayant la procuration de M. Luc GARNEL), M. Paul DELMAS.",
        *SITTING[:3],
        away=("Luc GARNEL",),
        proxies=(GARNEL,),
    ),
    "the holder first, a plus": sat(
        "M. Hugo BARSAC, Mme Léa CORVANT (+ pouvoir M. Luc GARNEL), M. Paul DELMAS.",
        *SITTING[:3],
        away=("Luc GARNEL",),
        proxies=(GARNEL,),
    ),
    "the holder first, a sentence": after("Mme Léa CORVANT a le pouvoir de M. Luc GARNEL"),
    "the noun first": after("Procuration de M. Luc GARNEL à Mme Léa CORVANT"),
    "ellipsis": after(
        "Absents : M. Luc GARNEL avait donné pouvoir à Mme Léa CORVANT, Mme Zoé HERVAL à M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "ellipsis without a heading": after(
        "M. Luc GARNEL avait donné pouvoir à Mme Léa CORVANT, Mme Zoé HERVAL à M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "no preposition": after("Absents : M. Luc GARNEL pouvoir Mme Léa CORVANT"),
    "a capital for a preposition": after(
        "Pouvoirs : M. Luc GARNEL A Mme Léa CORVANT, Mme Zoé HERVAL à M. Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "two prepositions": after(
        "Pouvoirs : M. Luc GARNEL à Mme Léa CORVANT, Mme Zoé HERVAL par M. Paul DELMAS", proxies=(GARNEL, HERVAL)
    ),
    "pourvoir": after("Absents : M. Luc GARNEL (pourvoir à Mme Léa CORVANT)"),
    "a commune between": after("Pouvoirs : M. Luc GARNEL (Valserre)à Mme Léa CORVANT"),
    "the mayor": Case(
        "Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT\nAbsents : M. Luc GARNEL, pouvoir à M. le Maire",
        SITTING[:2],
        ("Luc GARNEL",),
        (("Luc GARNEL", "Hugo BARSAC"),),
    ),
    "the president": Case(
        "Présidente : Mme Anne FERROL\n" + LISTS + "\nAbsents : M. Luc GARNEL, pouvoir à Mme la Présidente",
        SITTING,
        ("Luc GARNEL",),
        (("Luc GARNEL", "Anne FERROL"),),
    ),
    "a surname": after("Pouvoirs : M. Luc GARNEL à Mme CORVANT"),
    "an initial": after("Pouvoirs : M. Luc GARNEL à L. Corvant"),
    "a title before the holder": after(
        "Absents : M. Luc GARNEL, pouvoir au Dr. Paul DELMAS", proxies=(("Luc GARNEL", "Paul DELMAS"),)
    ),
    "two holders in turn": after(
        "Absents : M. Luc GARNEL (pouvoir de 10 h 15 à 10 h 45 à Mme Léa CORVANT et à M. Paul DELMAS ensuite)",
        proxies=(GARNEL, ("Luc GARNEL", "Paul DELMAS")),
    ),
    "told twice": after("Pouvoirs : M. Luc GARNEL à Mme Léa CORVANT\nMandats : M. Luc GARNEL à Mme Léa CORVANT"),
    "without a proxy": after(
        "Absents : M. Luc GARNEL (pouvoir à Mme Léa CORVANT), Mme Zoé HERVAL (sans pouvoir)", away=("Zoé HERVAL",)
    ),
    "no proxy given": after(
        "Absents : M. Luc GARNEL (pouvoir donné à Mme Léa CORVANT), Mme Zoé HERVAL (pas de pouvoir donné)",
        away=("Zoé HERVAL",),
    ),
    "torn columns of one length": after(
        "Ont donné pouvoir : M. Luc GARNEL, Mme Zoé HERVAL\nà : Mme Léa CORVANT, M. Paul DELMAS",
        proxies=(GARNEL, HERVAL),
    ),
    "torn columns of two lengths": after(
        "Ont donné pouvoir : M. Luc GARNEL, Mme Zoé HERVAL\nà : Mme Léa CORVANT",
        proxies=(("Luc GARNEL", None), ("Zoé HERVAL", None)),
    ),
    "grantors alone": after(
        "Ont donné procuration : M. Luc GARNEL, Mme Zoé HERVAL", proxies=(("Luc GARNEL", None), ("Zoé HERVAL", None))
    ),
    "an authorisation to sign": after(
        "Absent : M. Luc GARNEL\n\nLe Conseil donne pouvoir au Président pour signer.", proxies=(), away=("Luc GARNEL",)
    ),
    "another sitting's": after(
        "Le procès-verbal de la séance précédente est corrigé : M. Paul DELMAS avait donné pouvoir à Mme Anne FERROL.",
        proxies=(),
    ),
    "headings over nothing": after("Absents excusés :\nAbsents non excusés :", proxies=()),
    "none": after("Absents excusés : Néant\nPouvoirs : /", proxies=()),
    "none beside one": after("Absent : M. Luc GARNEL\nProcurations : Néant", proxies=(), away=("Luc GARNEL",)),
}

REPLACED: dict[str, Any] = {
    "present": ("Hugo BARSAC", "Zoé HERVAL", "Paul DELMAS"),
    "away": ("Luc GARNEL",),
    "substitutes": (("Zoé HERVAL", "Luc GARNEL"),),
}
SUBSTITUTES = {
    "a substitute of": Case(
        "Présents : M. Hugo BARSAC, Mme Zoé HERVAL, suppléante de M. Luc GARNEL, M. Paul DELMAS", **REPLACED
    ),
    "over two lines": Case(
        "Présents :\nM. Hugo BARSAC\nMme Zoé HERVAL\nsuppléante de M. Luc GARNEL\nM. Paul DELMAS", **REPLACED
    ),
    "the noun": Case(
        "Présents : M. Hugo BARSAC, Mme Zoé HERVAL (ayant la suppléance de M. Luc GARNEL), M. Paul DELMAS", **REPLACED
    ),
    "among those present": Case(
        "Présents : M. Hugo BARSAC, M. Luc GARNEL remplacé par sa suppléante Mme Zoé HERVAL, M. Paul DELMAS", **REPLACED
    ),
    "told from both sides": Case(
        "Présents : M. Hugo BARSAC, M. Paul DELMAS\n"
        "Excusés : Mme Zoé HERVAL (remplace M. Luc GARNEL), M. Luc GARNEL (remplacé par Mme Zoé HERVAL)",
        **REPLACED,
    ),
    "suppléé": Case(
        "Présents : M. Hugo BARSAC, M. Paul DELMAS\nExcusés : M. Luc GARNEL suppléé par Mme Zoé HERVAL", **REPLACED
    ),
    "no comma after": Case(
        "Présents : M. Hugo BARSAC, M. Luc GARNEL représenté par sa suppléante Mme Zoé HERVAL M. Paul DELMAS",
        **REPLACED,
    ),
    "no vote": Case(
        "Présents : M. Hugo BARSAC, M. Paul DELMAS\nAssistent sans voix délibérative : Mme Zoé HERVAL, M. Luc GARNEL",
        ("Hugo BARSAC", "Paul DELMAS"),
    ),
    "substitutes without a vote": Case(
        "Présents : M. Hugo BARSAC, M. Paul DELMAS\nSuppléants sans voix délibérative : Mme Zoé HERVAL",
        ("Hugo BARSAC", "Paul DELMAS"),
    ),
}

LISTED = {
    "commas": sat("M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL", *SITTING),
    "dashes": sat("M. Hugo BARSAC – Mme Léa CORVANT – M. Paul DELMAS", *SITTING[:3]),
    "hyphens": sat("Hugo BARSAC - Léa CORVANT - Paul DELMAS", *SITTING[:3]),
    "double hyphens": sat("Hugo BARSAC -- Léa CORVANT -- Paul DELMAS", *SITTING[:3]),
    "semicolons": sat("Hugo BARSAC ; Léa CORVANT ; Paul DELMAS", *SITTING[:3]),
    "dots": sat("Mme CORVANT Léa. MM. BARSAC Hugo. DELMAS Paul.", "CORVANT Léa", "BARSAC Hugo", "DELMAS Paul"),
    "bullets": sat("\n• Hugo BARSAC\n• Léa CORVANT\n• Paul DELMAS", *SITTING[:3]),
    "lines": sat("\nHugo BARSAC\nLéa CORVANT\nPaul DELMAS", *SITTING[:3]),
    "nothing between": sat(
        "MM. BARSAC Hugo DELMAS Paul GARNEL Luc IMBERT Guy", "BARSAC Hugo", "DELMAS Paul", "GARNEL Luc", "IMBERT Guy"
    ),
    "a comma missing": sat("Hugo BARSAC, Léa CORVANT Paul DELMAS, Anne FERROL", *SITTING),
    "surname and initial": sat("BARSAC H., CORVANT L., DELMAS P.", "BARSAC H.", "CORVANT L.", "DELMAS P."),
    "initial and surname": sat("H. BARSAC, L. CORVANT, P. DELMAS", "H. BARSAC", "L. CORVANT", "P. DELMAS"),
    "initials without dots": sat("JL Barsac, MC Corvant, P Delmas", "JL Barsac", "MC Corvant", "P Delmas"),
    "surnames": sat("MM. BARSAC, DELMAS, Mmes CORVANT, FERROL", "BARSAC", "DELMAS", "CORVANT", "FERROL"),
    "all capitals": sat("HUGO BARSAC, LEA CORVANT, PAUL DELMAS", "HUGO BARSAC", "LEA CORVANT", "PAUL DELMAS"),
    "both orders": sat(
        "Hugo BARSAC, CORVANT Léa, Paul DELMAS, FERROL Anne", "Hugo BARSAC", "CORVANT Léa", "Paul DELMAS", "FERROL Anne"
    ),
    "M. as an initial": sat(
        "H. BARSAC, M. CORVANT, P. DELMAS, J. FERROL", "H. BARSAC", "M. CORVANT", "P. DELMAS", "J. FERROL"
    ),
    "M. twice": sat("M. M. BARSAC, Mme L. CORVANT, M. P. DELMAS", "M. BARSAC", "L. CORVANT", "P. DELMAS"),
    "a glued civility": sat(
        "M.BARSAC Hugo, Mme CORVANT Léa, M.DELMAS Paul", "BARSAC Hugo", "CORVANT Léa", "DELMAS Paul"
    ),
    "one civility for many": sat(
        "Mmes Léa CORVANT, Anne FERROL, MM. Hugo BARSAC, Paul DELMAS",
        "Léa CORVANT",
        "Anne FERROL",
        "Hugo BARSAC",
        "Paul DELMAS",
    ),
    "Mrs": sat("Mrs BARSAC, DELMAS, Mmes CORVANT, FERROL", "BARSAC", "DELMAS", "CORVANT", "FERROL"),
    "other titles": sat(
        "Maître Hugo BARSAC, Docteur Léa CORVANT, Melle Anne FERROL", "Hugo BARSAC", "Léa CORVANT", "Anne FERROL"
    ),
    "namesakes": sat(
        "MM. BARSAC H., BARSAC P., DELMAS Paul, Mme DELMAS Anne", "BARSAC H.", "BARSAC P.", "DELMAS Paul", "DELMAS Anne"
    ),
    "nearly one name": sat("M. Hugo BARSAC, M. Hugo BARSAN", "Hugo BARSAC", "Hugo BARSAN"),
    "compound surnames": sat(
        "M. Guy LOUIS DIT PETIT, Mme Léa DE LA VILLE, M. Jan VAN DER BERG, M. Ali BEN SALAH, Mme Anne DUPONT –MARTIN, "
        "M. Luc HAMEL/BRUN, Mme Zoé LY",
        "Guy LOUIS DIT PETIT",
        "Léa DE LA VILLE",
        "Jan VAN DER BERG",
        "Ali BEN SALAH",
        "Anne DUPONT –MARTIN",
        "Luc HAMEL/BRUN",
        "Zoé LY",
    ),
    "offices": sat(
        "M. Hugo BARSAC, Maire, Mme Léa CORVANT, 1ère Adjointe, M. Paul DELMAS - Conseiller Général, Mme Anne FERROL",
        *SITTING,
    ),
    "an office for a run": sat(
        "M. Hugo BARSAC, MM. Paul DELMAS, Luc GARNEL, Adjoints, Mme Anne FERROL",
        "Hugo BARSAC",
        "Paul DELMAS",
        "Luc GARNEL",
        "Anne FERROL",
    ),
    "dotted leaders": sat(
        "\nM. Hugo BARSAC ........... Maire\nMme Léa CORVANT ......... Adjointe\nM. Paul DELMAS", *SITTING[:3]
    ),
    "communes as headings": sat(
        "\nCommune de Montrel : M. Hugo BARSAC, Mme Léa CORVANT\nCommune de Sarvis : M. Paul DELMAS", *SITTING[:3]
    ),
    "communes in capitals": sat("\nMONTREL : M. Hugo BARSAC, Mme Léa CORVANT\nSARVIS : M. Paul DELMAS", *SITTING[:3]),
    "communes after": sat("M. Hugo BARSAC (MONTREL), Mme Léa CORVANT (SARVIS), M. Paul DELMAS ()", *SITTING[:3]),
    "remarks": sat(
        "M. Hugo BARSAC (arrivé à 22h30), Mme Léa CORVANT (absente pour les vœux 1 à 4), "
        "M. Paul DELMAS (départ au point 5)",
        *SITTING[:3],
    ),
    "all but one": Case(
        "Étaient présents : tous les membres en exercice à l'exception de M. Luc GARNEL.", (), ("Luc GARNEL",)
    ),
    "offices as headings": Case(
        "Maire : M. Hugo BARSAC\nAdjoints : Mme Léa CORVANT, M. Paul DELMAS\nConseillers : Mme Anne FERROL\n"
        "Absent : M. Guy IMBERT",
        SITTING,
        ("Guy IMBERT",),
    ),
    "a quorum completed": Case(
        "Présents à l'appel nominal : M. Hugo BARSAC, Mme Léa CORVANT\n"
        "Ont complété le quorum : M. Paul DELMAS, Mme Anne FERROL",
        SITTING,
    ),
    "guests": after("Assistaient également : M. Luc GARNEL, trésorier ; Mme Zoé HERVAL, directrice", proxies=()),
    "permanent guests": after("Invités permanents : M. Luc GARNEL", proxies=()),
    "staff in the list": sat(
        "M. Hugo BARSAC, Mme Léa CORVANT, M. Luc GARNEL, directeur général des services", *SITTING[:2]
    ),
    "a heading in the singular": after(
        "Excusé : M. Luc GARNEL, Mme Zoé HERVAL", proxies=(), away=("Luc GARNEL", "Zoé HERVAL")
    ),
    "totals in headings": Case(
        "Présents (3) : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS\nExcusés [2] : M. Luc GARNEL, Mme Zoé HERVAL",
        SITTING[:3],
        ("Luc GARNEL", "Zoé HERVAL"),
    ),
    "a lost space": sat("M.Hugo BARSAC, Mme Léa CORVANT, M.Paul DELMAS", *SITTING[:3]),
    "a stray space": sat("M. Jean- Pierre BARSAC, Mme Léa CORVANT", "Jean-Pierre BARSAC", "Léa CORVANT"),
    "odd case": sat("M. NICOLAs DELMAS, Mme Léa CORVANT", "NICOLAs DELMAS", "Léa CORVANT"),
    "spaced headings": Case(
        "P R É S E N T S : M. Hugo BARSAC, Mme Léa CORVANT\nA B S E N T S : M. Paul DELMAS",
        SITTING[:2],
        ("Paul DELMAS",),
    ),
    "line breaks in names": sat("M. Hugo BARSAC, Mme Léa\nCORVANT, M. Paul DELMAS, Mme\nAnne FERROL", *SITTING),
    "a page break": sat("M. Hugo BARSAC, Mme Léa CORVANT,\n\f\n2\n\nM. Paul DELMAS, Mme Anne FERROL", *SITTING),
    "a total from the margin": sat(
        "M. Hugo BARSAC, Mme Léa CORVANT,\nEn exercice : 15\nM. Paul DELMAS, Mme Anne FERROL", *SITTING
    ),
    "a site's own words": sat("M. Hugo BARSAC, Mme Léa CORVANT\nPartager sur Facebook\nMentions légales", *SITTING[:2]),
    "Markdown": Case(
        "**Présents :** M. Hugo BARSAC, Mme Léa CORVANT\n\n**Absents excusés :** M. Paul DELMAS",
        SITTING[:2],
        ("Paul DELMAS",),
    ),
}

OPEN = {
    "a commune after de": sat("\nM. Hugo BARSAC de MONTREL\nMme Léa CORVANT de SARVIS", *SITTING[:2]),
    "a first name run together": sat("M. JeanPierre BARSAC, Mme Léa CORVANT", "Jean-Pierre BARSAC", "Léa CORVANT"),
}
