"""The prefecture's stamp, in its layouts."""

from __future__ import annotations

import datetime

import pytest

from delibgraph.extraction import extract
from delibgraph.extraction.header.stamps import read_stamp
from delibgraph.extraction.text.view import View
from tests.extraction.page import LISTS, SITTING_NAMES, act, document, page

ENVELOPE = """Envoyé en préfecture le 18/07/2023
Reçu en préfecture le 19/07/2023
Publié le 20/07/2023
ID : 042-244200770-20230712-2023_14-DE"""
RECEIPT = """Accusé de réception en préfecture
042-244200770-20230712-2023_14-DE
Date de télétransmission : 18/07/2023
Date de réception préfecture : 19/07/2023"""


@pytest.mark.parametrize("stamp", [ENVELOPE, RECEIPT])
def test_the_layouts(stamp: str) -> None:
    found = read_stamp(View.of(stamp))
    assert found.transmission_id == "042-244200770-20230712-2023_14-DE"
    assert found.siren == "244200770"
    assert found.received == datetime.date(2023, 7, 19)
    assert stamp[slice(*found.spans["transmission_id"])] == found.transmission_id
    assert stamp[slice(*found.spans["received_date"])] == "19/07/2023"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (ENVELOPE, "2023-07-20"),
        ("Affiché le 3 mars 2020", "2020-03-03"),
        ("Date de publication : 3 mars 2020", "2020-03-03"),
        ("IRéception par le préfet ! 02/03/2020] Publication : 03/03/2020", "2020-03-03"),
        ("Publiée ou notifiée le 03/03/2020", "2020-03-03"),
        ("Acte mis en ligne le 3 mars 2020", "2020-03-03"),
        ("Réception par le préfet : 02/03/2020\nAffichage : 03/03/2020", "2020-03-03"),
        (
            "Rendu exécutoire après dépôt en Préfecture le 2/03/2020\net publication ou notification du 03/03/2020",
            "2020-03-03",
        ),
        ("Certifié exécutoire\nTransmission en préfecture : 02/03/2020\nPublication le 3 mars 2020", "2020-03-03"),
        ("Rendu exécutoire par dépôt en sous-préfecture le 2 mars 2020 et affichage du 3 mars 2020", "2020-03-03"),
    ],
)
def test_when_it_was_posted(text: str, published: str) -> None:
    assert str(read_stamp(View.of(text)).published) == published


@pytest.mark.parametrize(
    "text",
    [
        "Reçu en mairie le 3 mars 2020",
        "Réf. 042-24420077-20230712-14-DE",
        "tél. 04 77 49 21 49",
        "Le 3 mars 2020, le Conseil s'est réuni.",
    ],
)
def test_what_is_no_stamp(text: str) -> None:
    found = read_stamp(View.of(text))
    assert (found.transmission_id, found.siren, found.received) == (None, None, None)
    assert found.lines == ()


@pytest.mark.parametrize(
    "identifier", ["2A-212000046-20200303-12-AI", "974-219740115-20200303-D_4-DE", "99_DE-042-244200770-20230712-9-DE"]
)
def test_departments_beyond_two_figures(identifier: str) -> None:
    assert identifier.endswith(str(read_stamp(View.of(f"ID : {identifier}\n")).transmission_id))


def test_a_stamp_within_a_list_is_no_member() -> None:
    lists = f"Présents : M. Hugo BARSAC, Mme Léa\n{ENVELOPE}\nCORVANT, M. Paul DELMAS, Mme Anne FERROL"
    found = act(lists)
    assert tuple(entry.person for entry in found.sitting.attendance) == SITTING_NAMES
    assert found.sitting.siren == "244200770"
    assert str(found.deliberations[0].received_date) == "2023-07-19"


def test_a_bare_date_is_the_stamp_s_beside_another_line_of_it() -> None:
    beside, alone = "Reçu en préfecture\n3 mars 2020\nVu le code", "Vu le code\n\n3 mars 2020\n\nVu la loi"
    assert len(read_stamp(View.of(beside)).lines) == 2
    assert read_stamp(View.of(alone)).lines == ()


@pytest.mark.parametrize(
    "text",
    [
        "AR Prefecture\n\n042-244200770-20230712-2023_14-DE\nReçu le 19/07/2023\nPublié le 20/07/2023",
        "A.R. Préfecture\nReçu le : 19/07/2023",
        "Acte rendu exécutoire après dépôt en Préfecture le 19/07/2023",
        "Acte certifié exécutoire, transmis au contrôle de légalité le 19/07/2023 et affiché le 20/07/2023.",
    ],
)
def test_when_it_was_received(text: str) -> None:
    assert read_stamp(View.of(text)).received == datetime.date(2023, 7, 19)


@pytest.mark.parametrize(
    "text", ["Devis reçu le 19/07/2023", "avis de publication du 20/07/2023", "Affichage : 20/07/2023"]
)
def test_a_day_without_a_stamp_is_neither(text: str) -> None:
    found = read_stamp(View.of(text))
    assert (found.received, found.published) == (None, None)


@pytest.mark.parametrize("stamp", [ENVELOPE, RECEIPT])
def test_a_stamp_within_a_list_does_not_end_it(stamp: str) -> None:
    lists = (
        "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS.\n\nOnt donné pouvoir :\n"
        f"M. Luc GARNEL donne pouvoir à Mme Léa CORVANT\n\n{stamp}\n\nMme Zoé HERVAL donne pouvoir à M. Paul DELMAS"
    )
    assert [proxy.grantor for proxy in act(lists).sitting.proxies] == ["Luc GARNEL", "Zoé HERVAL"]


ID = "042-244200770-20230712-2023_14-DE"
R, P = "2023-07-19", "2023-07-20"


@pytest.mark.parametrize(
    ("text", "received", "published", "identifier"),
    [
        ("Télétransmis le 19/07/2023 - AR " + ID, R, None, ID),
        ("Transmis le 19 juillet 2023 – Affiché le 20 juillet 2023", R, P, None),
        ("Transmis au contrôle de légalité le 19 juillet 2023\nID télétransmission : " + ID, R, None, ID),
        ("Certifié exécutoire\nTransmis en S/Préfecture de Valserre le 19/07/2023\nAffiché le 20/07/2023", R, P, None),
        ("Visa préfecture de la Loire 19/07/2023", R, None, None),
        ("(cachet) Sous-préfecture de Valserre-Trelles - 19 JUIL. 2023", R, None, None),
        ("Envoi Préfecture : mercredi 19 juillet 2023\nRetour Préfecture : mercredi 19 juillet 2023", R, None, None),
        ("Accusé de réception en préfecture : " + ID + "\nDate de télétransmission : 19 juillet 2023", R, None, ID),
        ("Accusé de réception en préfecture\n" + ID + "\nReçu le 19/07/2023", R, None, ID),
        ("Reçu en Sous-Préfecture le : 19/07/2023\nAffiché le : 20/07/2023", R, P, None),
        (
            "Acte rendu exécutoire après transmission en Préfecture le : 19/07/2023 et publication le : 20/07/2023",
            R,
            P,
            None,
        ),
        (
            "Acte rendu exécutoire\naprès dépôt en Préfecture\nle 19/07/2023\net publication ou "
            "notification\ndu 20/07/2023",
            R,
            P,
            None,
        ),
        (
            "Envoyé en préfecture le 18/07/2023\nReçu en préfecture le 19/07/2023\nAffiché le 20/07/2023\nID : " + ID,
            R,
            P,
            ID,
        ),
        (
            "Envoyé en préfecture le 18/07/2023 Reçu en préfecture le 19/07/2023 Publié le 20/07/2023 ID : " + ID,
            R,
            P,
            ID,
        ),
        (
            "Envoyé en préfecture le 18/07/2023\nReçu en préfecture le 19/07/2023\n\n \nPublié le\n20/07/2023\nID : "
            + ID,
            R,
            P,
            ID,
        ),
        (
            "Accusé de réception en préfecture\n"
            + ID
            + "\nDate de télétransmission : 18/07/2023\nDate de réception préfecture : 19/07/2023",
            R,
            None,
            ID,
        ),
        (
            "Accusé de réception - Ministère de l'Intérieur\n"
            + ID
            + "\nAcquitté exécutoire\nRéception par le préfet : 19/07/2023\nPublication : 20/07/2023",
            R,
            P,
            ID,
        ),
        ("AR CONTROLE DE LEGALITE : " + ID + "\nen date du 19/07/2023 ; REFERENCE ACTE : 2023_14", R, None, ID),
        ("Télétransmis en Préfecture le 19/07/2023\nAffiché en mairie le 20/07/2023", R, P, None),
        ("Transmis à la préfecture le 19.07.2023\nPublié sur le site internet le 20.07.2023", R, P, None),
        ("Déposé en préfecture le 19 juillet 2023", R, None, None),
        ("Publié électroniquement le 20/07/2023", None, P, None),
        ("Mis en ligne sur le site de la commune le 20/07/2023", None, P, None),
        ("Date d'affichage : 20/07/2023", None, P, None),
        ("Date d'affichage du compte rendu : 20/07/2023", None, P, None),
        ("Date de publication sur le site : 20/07/2023", None, P, None),
        (
            "Certifié exécutoire compte tenu de sa transmission en Préfecture le 19/07/2023 et de sa "
            "publication le 20/07/2023",
            R,
            P,
            None,
        ),
        (
            "Le Maire certifie sous sa responsabilité le caractère exécutoire de cet acte transmis en "
            "préfecture le 19/07/2023, publié le 20/07/2023",
            R,
            P,
            None,
        ),
        ("Acte publié le 20/07/2023\nTransmis au représentant de l'Etat le 19/07/2023", R, P, None),
        ("Transmis au Représentant de l'État le 19 juillet 2023 - Publié le 20 juillet 2023", R, P, None),
        ("Préfecture de la Loire\nReçu le 19 JUIL. 2023", R, None, None),
        ("REÇU LE\n19 JUIL. 2023\nSOUS-PREFECTURE DE VALSERRE", R, None, None),
        (
            "Identifiant de télétransmission : " + ID + "\nDate de réception en préfecture : 19 juillet 2023",
            R,
            None,
            ID,
        ),
        ("Reçu par le contrôle de légalité le 19/07/2023", R, None, None),
        ("Reçu au contrôle de légalité le 19 juillet 2023", R, None, None),
        ("Numéro d'acte : " + ID + "\nTransmission : 19/07/2023", R, None, ID),
        ("Date de transmission en préfecture : 19/07/2023\nDate d'accusé réception : 19/07/2023", R, None, None),
        ("Notifié le 20/07/2023\nReçu à la préfecture le 19/07/2023", R, P, None),
        ("ID : 042-244200770-20230712-2023 14-DE", None, None, ID),
        ("042 - 244200770 - 20230712 - 2023_14 - DE", None, None, ID),
        ("Acte transmis le 19/07/2023 au contrôle de légalité", R, None, None),
        ("Affiché du 20/07/2023 au 20/09/2023", None, P, None),
        ("Mairie de Valserre - Publié le : 20/07/2023 10:42 (Europe/Paris)\nCollectivité : Valserre", None, P, None),
    ],
)
def test_other_layouts(text: str, received: str | None, published: str | None, identifier: str | None) -> None:
    found = read_stamp(View.of(f"COMMUNE DE VALSERRE\n\n{text}\n\nLe Conseil municipal"))
    days = tuple(str(day) if day else None for day in (found.received, found.published))
    assert (*days, found.transmission_id) == (received, published, identifier)


@pytest.mark.parametrize(
    "text",
    [
        "Le dossier a été transmis le 19/07/2023 à la commission",
        "La demande a été déposée le 19/07/2023",
        "L'avis a été publié le 20/07/2023 au journal officiel",
        "Date d'affichage de la convocation : 20/07/2023",
        "Convocation affichée le 20/07/2023",
        "Vu l'avis de marché publié le 20/07/2023",
        "Vu le courrier reçu le 19/07/2023 en mairie, transmis à la Préfecture",
    ],
)
def test_what_is_sent_or_posted_otherwise(text: str) -> None:
    found = read_stamp(View.of(f"COMMUNE DE VALSERRE\n\n{text}\n\nLe Conseil municipal"))
    assert (found.received, found.published, found.transmission_id) == (None, None, None)


def test_what_was_posted_before_the_sitting_is_not_the_act() -> None:
    [read] = extract(document(page(f"Affiché le 3 mars 2023\n{LISTS}") + "\nAffiché le 20 mars 2023\n"))
    assert str(read.deliberations[0].published_date) == "2023-03-20"


RECORD = """CONSEIL MUNICIPAL DE VALSERRE
Séance du 12 mars 2023
Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS

2023_01 – Entretien des chemins
Le conseil décide, à l'unanimité, d'approuver le programme.

2023_02 – Tarifs de la salle
Le conseil décide, à l'unanimité, de fixer le tarif à 40 €.

2023_03 – Coupe de bois
Le conseil décide, à l'unanimité, d'accepter la coupe.

Fait à Valserre, le Maire, Hugo BARSAC
{end}
"""


@pytest.mark.parametrize(
    ("end", "received", "published"),
    [
        ("Vu pour être affiché le 15 mars 2023.", None, "2023-03-15"),
        ("Publié le 15 mars 2023", None, "2023-03-15"),
        (
            "Acte rendu exécutoire après dépôt en Préfecture le : 14/03/2023 et publication du : 15/03/2023",
            "2023-03-14",
            "2023-03-15",
        ),
        ("Reçu en préfecture le 14/03/2023", "2023-03-14", None),
    ],
)
def test_a_record_stamped_once_at_its_end(end: str, received: str | None, published: str | None) -> None:
    [found] = extract(document(RECORD.format(end=end)))
    assert len(found.deliberations) > 1
    for deliberation in found.deliberations:
        assert str(deliberation.received_date) == str(received)
        assert str(deliberation.published_date) == str(published)


def test_an_identifier_is_that_of_one_deliberation() -> None:
    end = "Reçu en préfecture le 14/03/2023\nID : 042-214200770-20230312-2023_03-DE"
    [found] = extract(document(RECORD.format(end=end)))
    assert [one.received_date for one in found.deliberations[:-1]] == [None] * (len(found.deliberations) - 1)
