"""The sitting's own facts: body, organ, dates, chair, minutes, totals, number and title."""

from __future__ import annotations

import datetime

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Act, Counts
from tests.extraction.page import LISTS, act, document

DECISION = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, approuve le programme d'entretien.\n"
TAIL = f"\n\n{LISTS}{DECISION}"


def headed(head: str) -> Act:
    [found] = extract(document(head + TAIL))
    return found


@pytest.mark.parametrize(
    "head",
    [
        "Séance du 12 mars 2023",
        "SÉANCE DU 12” MARS 2023",
        "Séance du 12\nmars 2023",
        "SÉANCE ORDINAIRE DU CONSEIL MUNICIPAL DU LUNDI 12 MARS 2023",
        "Réunion du Conseil municipal du 12/03/2023",
        "L'an deux mil vingt-trois, le douze mars, le Conseil municipal s'est réuni",
        "L’an deux mille vingt-trois et le douze mars, à 20 heures, le Conseil, dûment convoqué le 2 mars 2023",
        "Convocation du 2 mars 2023\nConseil municipal – 12 mars 2023",
        "Date de convocation : 02/03/2023\nDate de la séance : 12/03/2023",
        "Le Conseil municipal s'est réuni à la mairie le 12 mars 2023 sur convocation du 2 mars 2023",
        "Approbation du procès-verbal de la séance du 5 février 2023\nSéance du 12 mars 2023",
        "L'an deux mil vingt-trois, le douze mars. Le PV de la séance du 5 février 2023 est approuvé",
        "L'an deux mil vingt-trois, le douze mars. Approbation du dernier conseil municipal du 5 février 2023",
        "Vu la délibération du 1er janvier 2020\nSéance du 12 mars 2023\nAffiché le 20 mars 2023",
        "Le 12 mars 2023 à 20 h 30, le Conseil municipal, légalement convoqué, s'est réuni en mairie",
        "Le douze mars deux mille vingt-trois, le Conseil municipal s'est réuni",
        "Le 12 mars deux mil vingt-trois, les membres se sont réunis",
        "Les membres ont été invités à se réunir. Le Conseil s'est réuni à la salle des fêtes, sous la présidence de "
        "M. Hugo BARSAC, le 12 mars 2023",
        "CR du 12 mars 2023",
        "Compte rendu du 12 mars 2023",
        "CM du 12/03/2023",
        "Session ordinaire du 12 mars 2023",
        "Date : 12 mars 2023",
        "DIMANCHE 12 MARS 2023\nCONSEIL MUNICIPAL",
        "DÉLIBÉRATIONS DU CONSEIL MUNICIPAL\n\nDimanche 12 mars 2023 à 20 h",
        "L'AN DEUX MILLE VINGT TROIS\nLe douze mars à 20 heures",
        "L'an  Deux  Mil  vingt-trois,  le  12  mars,  le  Conseil  municipal",
        "En exercice : 5   L’an deux mil vingt trois   Votants : 4   le douze mars, à 20 heures",
        "Date de convocation L'an deux mille vingt-trois, le douze mars\n05/03/2023 à vingt heures",
        "Conseil municipal – Séance du 12 mars – Convocation du 5 mars 2023",
        "Séance du Conseil municipal, convoqué le 5 mars 2023\nConseil municipal du 12 mars 2023",
        "Conseil municipal du 12 mars 2023\nChacun a reçu le compte rendu de la séance\ndu 5 février 2023",
        "Conseil municipal du 12 mars 2023\nDécisions prises depuis la séance du 5 février 2023",
        "L'an deux mille vingt-trois, le 12 mars. Lecture est donnée du procès-verbal\nde la séance du 5 février 2023",
        "Le dimanche douze mars deux mil vingt-trois, à 20H15, le Comité syndical s'est tenu à Valserre",
        "Le dimanche 12 mars 2023, à 20 h, le Conseil municipal de Valserre s'est tenu en mairie",
        "Le 12 mars 2023, la Commission permanente a siégé à Valserre",
        "Le 12 mars 2023 à 18 heures,\nle Bureau communautaire a tenu sa séance à Valserre",
        "Le 12 mars 2023, le conseil d'administration s'est rassemblé",
        "RÉUNION DU CONSEIL MUNICIPAL\n          DU DOUZE MARS 2023",
        "Séance du dimanche douze mars 2023",
        "Conseil municipal de Valserre — feuille de présence, pouvoirs et procès-verbal — dimanche 12 mars 2023, 20h",
        "Séance du 12 mars 2023\nLe présent compte rendu a été approuvé à la séance du 2 avril 2023",
        "L'an deux mil vingt-trois, le douze mars. Procès-verbal adopté en séance du 2 avril 2023",
        "L'an deux mil vingt-trois, le douze mars. Sur les comptes rendus des conseils du 5 et du 19 février 2023",
        "DÉLIBÉRATION N° CP 2023-18\nDU 12 MARS 2023",
        "Délibération n° 9 du dimanche 12 mars 2023\nVu l'avis de la commission des sports du 1er février 2023",
        "SÉANCE N° 4 Date : 12/03/2023\nSur convocation en date du : 02/03/2023",
        "Assemblée générale du Pays de Valserre dimanche 12 mars 2023",
        "Compte rendu de la réunion du dimanche 12mars 2023",
        "La Commission permanente s'est réunie en séance ordinaire à l'Hôtel de Région de Valserre, le dimanche douze "
        "mars deux mil vingt-trois",
        "Procès-verbal du conseil municipal\nDimanche 12 mars 2023 – Salle polyvalente de Sarvis\nPrésents :",
    ],
)
def test_the_sitting_s_date(head: str) -> None:
    found = headed(f"Commune de Valserre\n{head}")
    assert found.sitting.date == datetime.date(2023, 3, 12)
    assert "dates-differ" not in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Séance du 12 mars 2023\nL'an deux mil vingt-trois, le treize mars, le Conseil", "dates-differ"),
        ("CONSEIL MUNICIPAL\nLundi 13 mars 2023\nL'an deux mil vingt-trois, le 12 mars, le Conseil", "dates-differ"),
        ("Séance du 12 mars 2023\nDate de convocation : 15 mars 2023", "convocation-date"),
    ],
)
def test_dates_that_contradict_each_other_are_told(head: str, code: str) -> None:
    found = headed(f"Commune de Valserre\nObjet : Voirie\n\n{head}")
    assert {finding.code for finding in found.findings} == {code}


@pytest.mark.parametrize(
    "head",
    [
        "Date de convocation : 2 mars 2023",
        "Date de la convocation du conseil : 02/03/2023",
        "Convocation du 2 mars 2023",
        "Le Conseil, convoqué le 2 mars 2023, s'est réuni",
        "Convocation en date du jeudi 2 mars 2023",
        "Le Conseil, dûment convoqué le deux mars, s'est réuni à la salle polyvalente de Lorville",
        "Séance du 12 mars 2023\nLe Conseil, dûment convoqué le 2 mars, s'est réuni",
        "Le Conseil, dûment convoqué le 2\nmars 2023, s'est réuni",
        "Séance du 12 mars 2023\nLes membres du Conseil, convoqués le deux mars deux mille vingt-trois, se sont réunis",
        "convocation adressée par M. le Maire le 2 mars 2023",
        "Convocation aux membres du Conseil municipal et affichage aux lieux habituels le 2 mars 2023",
    ],
)
def test_the_convocation(head: str) -> None:
    assert headed(f"Commune de Valserre\nSéance du 12 mars 2023\n{head}").sitting.convocation_date == datetime.date(
        2023, 3, 2
    )


@pytest.mark.parametrize(
    ("head", "president"),
    [
        ("Président : M. Hugo BARSAC", "Hugo BARSAC"),
        ("Présidente de séance : Mme FERROL", "Anne FERROL"),
        ("sous la présidence de Anne\nFERROL, Présidente", "Anne FERROL"),
        (
            "sous la présidence de Mme Anne FERROL, Maire\nMonsieur le Président :\nJe vous propose de commencer",
            "Anne FERROL",
        ),
        ("sous la présidence de Mme Anne FERROL, Maire", "Anne FERROL"),
        ("séance présidée par M. Yves NORVAL", "Yves NORVAL"),
        ("Présidence de Madame Anne FERROL", "Anne FERROL"),
        ("Présidence : M. Paul DELMAS, 1er adjoint", "Paul DELMAS"),
        ("Présidence de : M. Paul DELMAS", "Paul DELMAS"),
        ("Président de la réunion : M. Hugo BARSAC", "Hugo BARSAC"),
        ("Le Conseil s'est assemblé à Valserre, Mme. Anne FERROL présidant la séance.", "Anne FERROL"),
        ("Appel nominal fait par M. Paul DELMAS, premier adjoint, qui préside :", "Paul DELMAS"),
        ("Mme Léa CORVANT préside la séance.", "Léa CORVANT"),
        ("M. Paul DELMAS assure la présidence de la séance.", "Paul DELMAS"),
        ("M. Paul DELMAS, Maire, ouvre la séance à 20 h 30.", "Paul DELMAS"),
        ("Monsieur Paul DELMAS, maire de Valserre, ouvre la séance.", "Paul DELMAS"),
        ("M. Paul DELMAS déclare la séance ouverte.", "Paul DELMAS"),
        ("La séance est ouverte à 20 h par Mme Léa CORVANT, Maire.", "Léa CORVANT"),
        ("La présidence de séance est assurée par M. Paul DELMAS.", "Paul DELMAS"),
        ("Mme Léa CORVANT prend la présidence de la séance.", "Léa CORVANT"),
        ("M. Paul DELMAS, doyen d'âge, a pris la présidence de l'assemblée.", "Paul DELMAS"),
        ("Présidents : M. Paul DELMAS, puis, à partir du point 8, Mme Léa CORVANT", "Paul DELMAS"),
        ("Présidait la séance : M. Paul DELMAS", "Paul DELMAS"),
        ("Séance présidée par : Paul DELMAS", "Paul DELMAS"),
        ("Présidence de séance – M. Paul DELMAS", "Paul DELMAS"),
        ("Mme Léa CORVANT est désignée présidente de séance.", "Léa CORVANT"),
        ("M. Paul DELMAS, Président, procède à l'appel nominal.", "Paul DELMAS"),
        ("Mme Léa CORVANT, secrétaire, procède à l'appel nominal.", None),
        ("M. P. DELMAS préside la séance.", "Paul DELMAS"),
        ("Président de séance : le maire. Secrétaire : Mme Léa CORVANT", None),
        ("M. Paul DELMAS assure la présidence du comité des fêtes.", None),
        ("M. Paul DELMAS préside la commission des travaux.", None),
        ("Présidence de la commission des travaux", None),
        ("Vice-président : M. Paul DELMAS", None),
    ],
)
def test_who_chaired(head: str, president: str | None) -> None:
    assert headed(f"Commune de Valserre\nSéance du 12 mars 2023\n{head}").sitting.president == president


@pytest.mark.parametrize(
    ("lists", "president"),
    [
        ("Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT, M. Paul DELMAS", "Hugo BARSAC"),
        ("Présents : BARSAC Hugo (Maire), CORVANT Léa (adjointe), DELMAS Paul", "BARSAC Hugo"),
        ("Étaient présents : Hugo BARSAC - Maire, Léa CORVANT - 1ère adjointe", "Hugo BARSAC"),
        ("Présents : Monsieur Hugo BARSAC, Député-Maire, Mme Léa CORVANT", "Hugo BARSAC"),
        ("Présents : M. Hugo BARSAC (Maire délégué), Mme Léa CORVANT (Maire), M. Paul DELMAS", "Léa CORVANT"),
        ("Présents : M. Hugo BARSAC (Maire délégué), Mme Léa CORVANT, M. Paul DELMAS", None),
        ("Présents : M. Hugo BARSAC, Vice-Président, Mme Léa CORVANT, M. Paul DELMAS", None),
        ("Présents : Mme Léa CORVANT, M. Paul DELMAS. Excusé : M. Hugo BARSAC, Maire", None),
        ("Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT, Maire, M. Paul DELMAS", None),
        ("Sous la présidence de Mme Léa CORVANT\nPrésents : M. Hugo BARSAC, Maire, Mme Léa CORVANT", "Léa CORVANT"),
    ],
)
def test_the_mayor_among_those_present_chaired(lists: str, president: str | None) -> None:
    assert act(lists).sitting.president == president


def test_who_takes_the_chair_for_one_item_did_not_chair_the_sitting() -> None:
    told = "M. Hugo BARSAC quitte la salle. Mme Léa CORVANT prend la présidence de séance."
    assert act(f"{LISTS}\n{told}").sitting.president is None


def test_mayors_of_an_assembly_of_communes_do_not_chair() -> None:
    lists = "Présents : M. Hugo BARSAC, Maire, Mme Léa CORVANT, Présidente, M. Paul DELMAS"
    [found] = extract(document(f"Communauté de communes du Vidour\nConseil communautaire\n\n{lists}{DECISION}"))
    assert found.sitting.president == "Léa CORVANT"


def test_a_signature_tells_who_the_mayor_is_that_chaired() -> None:
    signed = "Le Conseil, à l'unanimité, approuve le programme.\n\nLe Maire,\n\nHugo BARSAC\n"
    told = act(f"Sous la présidence de Monsieur le Maire.\n{LISTS}", signed)
    assert told.sitting.president == "Hugo BARSAC"
    assert act(LISTS, signed).sitting.president is None


def test_a_chair_without_a_name_is_told() -> None:
    found = act(f"Sous la présidence de Monsieur le Maire.\n{LISTS}")
    assert found.sitting.president is None
    assert {finding.code for finding in found.findings} == {"chair-unread"}


@pytest.mark.parametrize(
    ("told", "secretary"),
    [
        ("Secrétaire de séance\nLéa CORVANT\n", "Léa CORVANT"),
        ("Mme Anne FERROL (secrétaire de séance) procède à l'appel.", "Anne FERROL"),
        ("Secrétaire de séance : Mme Anne FERROL", "Anne FERROL"),
        ("Le Maire propose le secrétariat de séance à Léa CORVANT qui l'accepte.", "Léa CORVANT"),
        ("Secrétaire : M. DELMAS", "Paul DELMAS"),
        ("M. Paul DELMAS est élu secrétaire de séance.", "Paul DELMAS"),
        ("Mme Léa CORVANT a été désignée secrétaire de séance.", "Léa CORVANT"),
        ("Le secrétaire sera M. DELMAS.", "Paul DELMAS"),
        ("Secrétaire désigné : M. Paul DELMAS", "Paul DELMAS"),
        ("Secrétaire désigné(e) : Mme Léa CORVANT", "Léa CORVANT"),
        ("Mme. Léa CORVANT tient la plume.", "Léa CORVANT"),
        ("La plume est tenue par Mme Léa CORVANT.", "Léa CORVANT"),
        ("M. Paul DELMAS est appelé au secrétariat.", "Paul DELMAS"),
        ("Mme Léa CORVANT est élue pour tenir le secrétariat.", "Léa CORVANT"),
        ("Les fonctions de secrétaire sont remplies par M. Paul DELMAS.", "Paul DELMAS"),
        ("Mme Léa CORVANT accepte d'être secrétaire de séance.", "Léa CORVANT"),
        ("Mme Léa CORVANT est secrétaire de la présente séance.", "Léa CORVANT"),
        ("Désignation du secrétaire de séance : Mme Léa CORVANT est désignée.", "Léa CORVANT"),
        ("Monsieur le Maire propose la nomination de Léa CORVANT, secrétaire de séance.", "Léa CORVANT"),
        ("Secrétariat de séance : Mme Léa CORVANT", "Léa CORVANT"),
        ("A été nommée secrétaire : Mme Léa CORVANT", "Léa CORVANT"),
        ("Secrétariat de séance\n\nMme Léa CORVANT se propose d'être secrétaire de séance.", "Léa CORVANT"),
        ("Désignation d'un secrétaire (article L.2121-15 du CGCT)\nMme Léa CORVANT a été désignée.", "Léa CORVANT"),
        ("Le Conseil désigne Mme Léa CORVANT secrétaire de séance.", "Léa CORVANT"),
        ("Le Maire propose de désigner Mme Léa CORVANT comme secrétaire de séance. Accord unanime.", "Léa CORVANT"),
        ("Le Conseil a choisi pour secrétaire Mme Léa CORVANT.", "Léa CORVANT"),
        ("Mme Léa CORVANT remplit les fonctions de secrétaire.", "Léa CORVANT"),
        ("Mme Léa CORVANT est volontaire pour être secrétaire.", "Léa CORVANT"),
        ("Mme Léa CORVANT se porte candidate au secrétariat de séance.", "Léa CORVANT"),
        ("Secrétaire de séance Mme Léa CORVANT", "Léa CORVANT"),
        ("Secrétaire de séance – Léa CORVANT", "Léa CORVANT"),
        ("La séance est ouverte. Léa CORVANT est secrétaire de séance.", "Léa CORVANT"),
        ("Mme Léa CORVANT, secrétaire de séance, procède à l'appel.", "Léa CORVANT"),
        ("Nomination d'un secrétaire. M. Paul DELMAS est désigné pour remplir cette fonction.", "Paul DELMAS"),
        (
            "Il a été procédé à l'élection d'un secrétaire pris dans le sein du conseil ; Mme Léa CORVANT ayant obtenu "
            "la majorité des suffrages, a été désignée pour remplir ces fonctions qu'elle a acceptées.",
            "Léa CORVANT",
        ),
    ],
)
def test_who_kept_the_minutes(told: str, secretary: str) -> None:
    assert act(f"{LISTS}\n{told}").sitting.secretary == secretary


@pytest.mark.parametrize(
    ("head", "counts"),
    [
        ("Conseillers en exercice : 15\nPrésents : 9\nPouvoirs : 2\nVotants : 11", Counts(15, 9, 2, 11)),
        ("En exercice : 15, présents : 09, votants : 11", Counts(15, 9, None, 11)),
        ("Nombre de membres en exercice : 15 - Présents : 9 - Votants : 9", Counts(15, 9, None, 9)),
        ("15 conseillers en exercice, 9 présents, 11 votants dont 2 procurations", Counts(15, 9, 2, 11)),
        ("Canton : SARVIS présents : 9\nArrondissement : MONTREL en exercice : 15", Counts(15, 9, None, None)),
        ("18 conseillers étaient présents et représentés (02 procurations : A. Norval, B. Imbert)", Counts(proxies=2)),
        ("Effectif légal : 15\nNombre de conseillers présents : 9", Counts(15, 9, None, None)),
        ("Présents : 9\nAbsents et procurations : 4", Counts(None, 9, None, None)),
        ("Nombre de présents : 9\nNombre de suffrages exprimés : 11", Counts(None, 9, None, 11)),
        ("Présents : 9 Pouvoirs : 2 Absents : 1", Counts(None, 9, 2, None)),
        ("Nombre d'élus en exercice : 15\nNombre d'élus présents : 9", Counts(15, 9, None, None)),
        ("En exercice : 15\nQui ont pris part à la délibération : 11", Counts(15, None, None, 11)),
        ("| En exercice | Présents | Votants |\n| --- | --- | --- |\n| 15 | 9 | 11 |", Counts(15, 9, None, 11)),
        ("En exercice\tPrésents\tVotants\n15\t9\t11", Counts(15, 9, None, 11)),
        (
            "Afférents au Conseil | En exercice | Qui ont pris part à la délibération\n15 | 15 | 11",
            Counts(15, None, None, 11),
        ),
    ],
)
def test_printed_totals(head: str, counts: Counts) -> None:
    found = headed(f"Commune de Valserre\nSéance du 12 mars 2023\n{head}").sitting
    assert found.counts == counts
    assert {"in_office", "present", "proxies", "votes"} & found.spans.keys() == {
        name for name in ("in_office", "present", "proxies", "votes") if getattr(counts, name) is not None
    }


def test_offices_from_the_signatures() -> None:
    decision = (
        "Le Conseil, à l'unanimité, approuve le programme.\n\nLe Maire,\n\nHugo BARSAC\n\n"
        "Mme Léa CORVANT\n2ème Adjointe\n\nLa secrétaire de séance,\nAnne FERROL\n"
    )
    roles = {entry.person: entry.role for entry in act(decision=decision).sitting.attendance}
    assert roles == {"Hugo BARSAC": "Maire", "Léa CORVANT": "2ème Adjointe", "Paul DELMAS": None, "Anne FERROL": None}


@pytest.mark.parametrize(
    "told",
    [
        "Date de convocation .................................. 05/03/2023",
        "Date de convocation …………… : 5 mars 2023",
        "Le dimanche cinq mars deux mil vingt-trois, convocation est adressée à chaque élu pour le 12 mars 2023.",
        "Le 5 mars 2023, les convocations ont été envoyées aux membres du conseil.",
        "sur la convocation qui leur a été adressée par le Maire, le 5 mars Étaient présents :",
        "Le Maire certifie que la convocation a été faite le 5 mars 2023, et que le compte rendu est affiché.",
    ],
)
@pytest.mark.parametrize("where", ["before", "after"])
def test_when_the_members_were_called(told: str, where: str) -> None:
    heads = f"COMMUNE DE VALSERRE\nConseil municipal du 12 mars 2023\n{told if where == 'before' else ''}\n{LISTS}\n\n"
    tail = told if where == "after" and "certifie" in told else ""
    if where == "after" and not tail:
        heads = f"COMMUNE DE VALSERRE\n{told}\nConseil municipal du 12 mars 2023\n{LISTS}\n\n"
    [found] = extract(document(f"{heads}{DECISION}\n{tail}"))
    assert str(found.sitting.convocation_date) == "2023-03-05"
    assert str(found.sitting.date) == "2023-03-12"


@pytest.mark.parametrize("before", ["COMPTE-RENDU. ", "Tel Fax mairie@valserre.example "])
def test_the_sitting_after_other_fields_of_its_line(before: str) -> None:
    [found] = extract(document(f"{before}Conseil Communautaire 12 mars 2023 Valserre 18h30\n{LISTS}\n\n{DECISION}"))
    assert str(found.sitting.date) == "2023-03-12"
