"""Who chaired, who kept the minutes and when the sitting was convened, in the words of many records."""

from __future__ import annotations

import pytest

from tests.extraction.page import LISTS, act


@pytest.mark.parametrize(
    ("told", "secretary"),
    [
        ("Ce soir, Mme Léa CORVANT prend note de la séance.", "Léa CORVANT"),
        ("Mme Léa CORVANT\na été désigné(e) secrétaire pour la soirée.", "Léa CORVANT"),
        ("Mme Léa CORVANT a été élu(e) secrétaire", "Léa CORVANT"),
        ("A été élu secrétaire de séance : M. Paul DELMAS", "Paul DELMAS"),
        ("Secrétaire de séance désigné à l'unanimité : M. Paul DELMAS", "Paul DELMAS"),
        ("Secrétaire(s) de séance : M. Paul DELMAS", "Paul DELMAS"),
        ("Secrétaire de la séance: Léa CORVANT", "Léa CORVANT"),
        ("Le secrétariat a été assuré par : M. Paul DELMAS", "Paul DELMAS"),
        ("Le secrétariat de la séance est assuré par M. Paul DELMAS", "Paul DELMAS"),
        ("M. Paul DELMAS assure le secrétariat de la séance.", "Paul DELMAS"),
        ("M. Paul DELMAS assure les fonctions de secrétaire de séance.", "Paul DELMAS"),
        (
            "En vertu de l'article L.2121-15 du CGCT, M. Paul DELMAS est désigné pour remplir la fonction "
            "de secrétaire",
            "Paul DELMAS",
        ),
        ("M. Paul DELMAS est désigné en qualité de secrétaire de séance", "Paul DELMAS"),
        (
            "Mme Léa CORVANT, désignée conformément à l'article L2121-15, remplit les fonctions de secrétaire",
            "Léa CORVANT",
        ),
        ("Le Conseil a désigné Mme Léa CORVANT, secrétaire de séance", "Léa CORVANT"),
        ("Désignation d'un(e) secrétaire de séance : Mme Léa CORVANT", "Léa CORVANT"),
        ("Secrétaire : Mme Léa CORVANT, assistée de Mme Rose NORVAL, DGS", "Léa CORVANT"),
        ("Mme Léa CORVANT a été nommée secrétaire, assistée de M. Guy NORVAL", "Léa CORVANT"),
        ("Est désignée secrétaire de séance Mme Léa CORVANT", "Léa CORVANT"),
        ("Le secrétariat est tenu par Mme Léa CORVANT", "Léa CORVANT"),
        ("Mme Léa CORVANT prend le secrétariat de la séance", "Léa CORVANT"),
        ("Mme Léa CORVANT est désignée comme secrétaire", "Léa CORVANT"),
        ("Rédacteur du compte rendu : M. Paul DELMAS (secrétaire de séance)", "Paul DELMAS"),
        ("Prise de notes : M. Paul DELMAS, secrétaire de séance", "Paul DELMAS"),
        ("SECRETAIRE\nMme Léa CORVANT", "Léa CORVANT"),
        ("Secrétaire élue pour la durée de la session : Léa CORVANT", "Léa CORVANT"),
        ("NOMINATION DU SECRETAIRE DE SEANCE Madame Léa CORVANT propose sa candidature, acceptée.", "Léa CORVANT"),
        ("Désignation du secrétaire de séance – M. Paul DELMAS", "Paul DELMAS"),
        (
            "Le Maire propose la candidature de M. Paul DELMAS, conseiller, en qualité de secrétaire de séance, "
            "qui est acceptée.",
            "Paul DELMAS",
        ),
        ("M. le Maire propose de nommer Léa CORVANT secrétaire de séance, ce qui est accepté.", "Léa CORVANT"),
        ("Il est proposé de désigner Paul DELMAS comme secrétaire de séance.", "Paul DELMAS"),
        ("Mme Léa CORVANT sera secrétaire de séance.\nSecrétaire auxiliaire :\nM. Paul DELMAS", "Léa CORVANT"),
        ("M. Hugo BARSAC ouvre la séance ; Mme Léa CORVANT est désignée\nsecrétaire de séance.", "Léa CORVANT"),
        ("également M. Guy NORVAL, M. Hugo BARSAC Est nommé secrétaire, M. Paul DELMAS", "Paul DELMAS"),
        (
            "Sont désignés, en qualité de secrétaire et secrétaire adjoint de séance : Léa CORVANT et Paul DELMAS.",
            "Léa CORVANT",
        ),
        (
            "Le Maire fait procéder à la désignation du secrétaire de séance. Seul Paul DELMAS se porte volontaire, "
            "il est élu à l'unanimité.",
            "Paul DELMAS",
        ),
        (
            "Date de convocation : Secrétaire de séance : Acte publié le : 6 mars 2023 Mme Léa CORVANT 14 mars 2023",
            "Léa CORVANT",
        ),
    ],
)
def test_who_kept_the_minutes(told: str, secretary: str) -> None:
    assert act(f"{LISTS}\n{told}").sitting.secretary == secretary


@pytest.mark.parametrize(
    ("told", "president"),
    [
        ("La séance s'est déroulée sous la conduite de Mme Léa CORVANT, Présidente.", "Léa CORVANT"),
        ("sous la présidence de :\nMonsieur Hugo BARSAC, Maire", "Hugo BARSAC"),
        ("sous la présidence de Monsieur BARSAC, Maire.", "Hugo BARSAC"),
        ("Sous la présidence de M. le Maire, Hugo BARSAC", "Hugo BARSAC"),
        ("Président de séance : M. Hugo BARSAC", "Hugo BARSAC"),
        ("Présidence : M. Hugo BARSAC, Maire", "Hugo BARSAC"),
        ("Présidence de M. Hugo BARSAC", "Hugo BARSAC"),
        ("Sous la Présidence de Hugo BARSAC, Président", "Hugo BARSAC"),
        ("Présidée par M. Hugo BARSAC", "Hugo BARSAC"),
        ("Le Conseil municipal s'est réuni, M. Hugo BARSAC étant Président de séance", "Hugo BARSAC"),
        ("M. Hugo BARSAC, Maire, assure la présidence.", "Hugo BARSAC"),
        ("Étant présents sous la présidence de M. le Maire : Hugo BARSAC", "Hugo BARSAC"),
        (
            "Le Conseil s'est réuni sous la présidence de Mme Léa CORVANT, 1ère adjointe, en remplacement "
            "de M. Guy NORVAL, Maire empêché",
            "Léa CORVANT",
        ),
        ("La séance est présidée par Mme Léa CORVANT, première vice-présidente", "Léa CORVANT"),
        ("PRESIDENT DE SEANCE\nHugo BARSAC", "Hugo BARSAC"),
        ("Le président, M. Hugo BARSAC, constate le quorum.", "Hugo BARSAC"),
        ("En l'absence de M. Guy NORVAL, Maire, Mme Léa CORVANT préside la séance.", "Léa CORVANT"),
    ],
)
def test_who_chaired(told: str, president: str) -> None:
    assert act(f"{told}\n\n{LISTS}").sitting.president == president


def test_who_the_next_label_names_did_not_chair() -> None:
    assert act(f"Le Conseil s'est réuni sous la présidence de Monsieur\n{LISTS}").sitting.president is None


def test_the_date_of_a_posting_is_no_convocation() -> None:
    assert act(f"Date de convocation : Date d'affichage : 6 mars 2023\n{LISTS}").sitting.convocation_date is None


@pytest.mark.parametrize(
    ("told", "convoked"),
    [
        ("Convocation expédiée par la poste le 6 mars 2023", "2023-03-06"),
        ("Convocations envoyées le 6 mars 2023", "2023-03-06"),
        ("Date d'envoi de la convocation : 6 mars 2023", "2023-03-06"),
        ("Date de la convocation : lundi 6 mars 2023", "2023-03-06"),
        ("convoqués par lettre du 6 mars 2023", "2023-03-06"),
        ("sur convocation du maire datée du 6 mars 2023", "2023-03-06"),
        ("dûment convoqué le 6 mars, s'est réuni", "2023-03-06"),
        ("suite à la convocation du 6 mars 2023", "2023-03-06"),
        ("en vertu de la convocation en date du 06.03.2023", "2023-03-06"),
        ("DATE DE CONVOCATION\n6 mars 2023", "2023-03-06"),
        ("Date convocation : 06/03/23", "2023-03-06"),
        ("Convocation adressée aux conseillers le 6 mars 2023", "2023-03-06"),
        ("Convoqué le : 06/03/2023", "2023-03-06"),
        ("Date de convocation    Date d'affichage\n06/03/2023             07/03/2023", "2023-03-06"),
        ("régulièrement convoqué par courrier électronique en date du six mars deux mille vingt-trois", "2023-03-06"),
        ("sur la convocation qui leur a été adressée par le Maire le 6 mars 2023", "2023-03-06"),
        ("Envoi de la convocation le 6 mars 2023", "2023-03-06"),
        (
            "Les convocations individuelles et l'ordre du jour ont été transmis aux conseillers le 06/03/2023",
            "2023-03-06",
        ),
        ("Dates : convocation 06/03/2023 – affichage 07/03/2023", "2023-03-06"),
        ("Convocation : 06/03/2023", "2023-03-06"),
        ("Le 6 mars 2023, le Conseil municipal a été convoqué pour le 12 mars 2023", "2023-03-06"),
        ("réunis sur la convocation\nqui leur a été adressée par le président le 06/03/2023.", "2023-03-06"),
        ("Date de transmission de la convocation : 06/03/2023", "2023-03-06"),
        ("légalement convoqué le 6 mars s'est réuni à l'espace Vidour", "2023-03-06"),
        ("Le Conseil, convoqué\nle six mars, s'est assemblé", "2023-03-06"),
        ("Date de convocation : Secrétaire : Acte publié le: Le6 mars 2023 Mme Léa CORVANT 14 mars 2023", "2023-03-06"),
        ("Date de la convocation : Afférents Qui ont pris VIDOUR Lundi 6 mars 2023 au Conseil", "2023-03-06"),
        ("Date de convocation du Conseil : le lundi 6 mars PRÉSENTS : M. Hugo BARSAC", "2023-03-06"),
    ],
)
def test_when_it_was_convened(told: str, convoked: str) -> None:
    assert str(act(f"{told}\n\n{LISTS}").sitting.convocation_date) == convoked


def test_a_signature_gives_the_chair_s_first_name() -> None:
    lists = "Réunis sous la présidence de M. NORVAL, Maire.\n" + LISTS
    decision = "Le Conseil, à l'unanimité, approuve le programme.\n\nPour extrait conforme.\nLe Maire, Guy NORVAL\n"
    assert act(lists, decision).sitting.president == "Guy NORVAL"


def test_the_chair_of_the_sitting_is_told_far_from_the_lists() -> None:
    text = f"{LISTS}\n\n{'Les chemins sont usés. ' * 60}\nPrésidente de séance : Mme Léa CORVANT"
    assert act(text).sitting.president == "Léa CORVANT"
