"""Grants in texts that lost their lines or their signs of money, and what is told beside them."""

from __future__ import annotations

import pytest

from tests.extraction.granted import DECIDES, Cases, granted, listed
from tests.extraction.page import act

GRANTS: Cases = [
    (
        "SUBVENTIONS 2019",
        f"{DECIDES}vote les subventions suivantes : Amicale du Bief : 450 Chorale Arioso : 1 200 Vélo Club : 300 "
        "2) Voirie : le devis est de 9 000",
        "Amicale du Bief = 450 | Chorale Arioso = 1200 | Vélo Club = 300",
    ),
    (
        "SUBVENTIONS 2019",
        f"{DECIDES}attribue les subventions ci-après : SPORT Vélo Club 300 - Judo Bleu 1 450 dont 200 pour un stage. "
        "CULTURE Chorale Arioso 250 - Les Amis du Lavoir 90. DIT que la dépense sera imputée au budget.",
        "Vélo Club = 300 | Judo Bleu = 1450 | Chorale Arioso = 250 | Les Amis du Lavoir = 90",
    ),
    ("AIDES", "Le Conseil vote à l'unanimité 350 à l'Amicale du Bief.", "Amicale du Bief = 350"),
    (
        "CINÉMA",
        "Le Conseil décide de participer à hauteur de 700 aux frais de l association Ciné Brume.",
        "Ciné Brume = 700",
    ),
    (
        "SUBVENTIONS",
        "Les clubs suivants ont sollicité la commune : - Judo Bleu : 900 € - Vélo Club : 400 € Le Conseil autorise "
        "l'attribution de ces subventions. Adopté à l'unanimité.",
        "Judo Bleu = 900 | Vélo Club = 400",
    ),
    (
        "COOPÉRATIVES",
        "Le Conseil décide de verser à chaque coopérative 10 € par élève : coopérative de Brume (32 élèves) 320 € ; "
        "coopérative du Gué (21 élèves) 210 €.",
        "coopérative de Brume = 320 | coopérative du Gué = 210",
    ),
    (
        "Budget : subventions d'équilibre",
        "Budget annexe du port : 8 000 € ; budget annexe du camping : 2 500 €. Vote : 11 pour.",
        "Budget annexe du port = 8000 (subvention d'équilibre) | budget annexe du camping = 2500",
    ),
    (
        "FONDS DE CONCOURS",
        f"{DECIDES}attribue :\nun fonds de concours de 900 € à la commune de Brume pour le lavoir ;\nun fonds de "
        "concours de 700 € à la commune de Sarve pour le four.",
        "commune de Brume = 900 | commune de Sarve = 700",
    ),
    (
        "ÉCONOMIE",
        f"{DECIDES}attribue une aide de 300 € à la SCOP Lumen\nAdopté, abstention du groupe Rives\nAffectation d'une "
        "autorisation de programme de 2 M€ au titre des lycées",
        "SCOP Lumen = 300",
    ),
    (
        "AVANCE",
        f"{DECIDES}autorise une avance de 600 €, soit le quart de la subvention de 2 400 €, à l'association Foyer du "
        "Gué.",
        "Foyer du Gué = 600 (avance)",
    ),
    (
        "Avances sur subventions 2023",
        f"{DECIDES}verse une avance calculée sur 25 % de la subvention 2022 :\n- CCAS : 500 €\n- Judo Bleu : 200 €",
        "CCAS = 500 (avance, 2023) | Judo Bleu = 200 (avance, 2023)",
    ),
    (
        "SUBVENTIONS 2019",
        "Amicale du Bief 500 - Chorale Arioso 1 200 - Judo Bleu 300. Adopté à l'unanimité.",
        "Amicale du Bief = 500 | Chorale Arioso = 1200 | Judo Bleu = 300",
    ),
    (
        "SUBVENTIONS 2019",
        f"{DECIDES}vote les subventions : Amicale du Bief 500, Chorale Arioso 1 200, Judo Bleu 300.",
        "Amicale du Bief = 500 | Chorale Arioso = 1200 | Judo Bleu = 300",
    ),
    (
        "SUBVENTIONS 2019",
        f"{DECIDES}attribue 500 à l'Amicale du Bief, 1 200 à la Chorale Arioso et 300 au Judo Bleu.",
        "Amicale du Bief = 500 | Chorale Arioso = 1200 | Judo Bleu = 300",
    ),
    (
        "SUBVENTIONS 2019",
        f"{DECIDES}vote les subventions suivantes :\nAmicale du Bief12345678900012500,00 €\nChorale Arioso "
        "987 654 321 00021 1 200,00 €\nJudo Bleu (W123456789) : 300,00 €",
        "Amicale du Bief = 500 | Chorale Arioso = 1200 | Judo Bleu = 300",
    ),
    (
        "ERRATUM",
        f"{DECIDES}rectifie l'erreur :\nau lieu de « une subvention de 500 € est attribuée à l'Amicale du Bief »,\n"
        "lire « une subvention de 800 € est attribuée à l'Amicale du Bief ».",
        "Amicale du Bief = 800",
    ),
    (
        "ERRATUM",
        f"La délibération attribue 500 € à l'Amicale du Bief.\n{DECIDES}la rectifie comme suit :\n- au lieu de : "
        "« Amicale du Bief : 500 € »\nlire : « Amicale du Bief : 800 € ».",
        "Amicale du Bief = 800",
    ),
    (
        "Aide au voyage scolaire",
        "Vu la participation de 12 élèves, le conseil décide de verser 240 € au Foyer du collège du Gué.",
        "Foyer du collège du Gué = 240 (aide)",
    ),
    (
        "CONVENTION AVEC LA SCIC RIVAGE",
        f"{DECIDES}\n- approuve le versement d'une subvention de fonctionnement de 650 € ;\n- approuve le versement "
        "d'une subvention d'équipement de 240 €.",
        "SCIC RIVAGE = 650 (subvention de fonctionnement) | SCIC RIVAGE = 240 (subvention d'équipement)",
    ),
    (
        "ÉCONOMIE",
        "Économie sociale\nSubvention de 300 € à la SCOP Lumen\nAdopté à l'unanimité.",
        "SCOP Lumen = 300",
    ),
    (
        "ÉCONOMIE",
        "Subvention de 300 € à l'Amicale du Bief et de 120 € à la SCOP Lumen\nAdopté, abstention du groupe Rives",
        "Amicale du Bief = 300 | SCOP Lumen = 120",
    ),
    (
        "SUBVENTION EN BAISSE",
        "Le maire rappelle le budget.\n\nCOMITE DES FETES DE BRUME\nLe bal a été annulé. Le conseil décide de réduire "
        "la subvention votée en avril, qui passe de 900 € à 500 €.",
        "COMITE DES FETES DE BRUME = 500",
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), GRANTS)
def test_grants_without_lines_or_signs(title: str, text: str, expected: str) -> None:
    assert granted(title, text, expected) == listed(expected)


NONE = {
    "names and figures that nothing opens": "Ont couru : Vélo Club 300 - Judo Bleu 450 - Chorale Arioso 250.",
    "counts": f"{DECIDES}approuve les effectifs suivants : Vélo Club : 45 Judo Bleu : 60 Chorale Arioso : 30",
    "counts in a list of grants": f"{DECIDES}aide les clubs suivants (nombre d'adhérents) : Vélo Club : 45 Judo Bleu : "
    "60 Chorale Arioso : 30",
    "what others owe": "Les participations suivantes sont appelées : Brume : 450 Sarve : 600 Combes : 120",
    "refused": f"{DECIDES}refuse les demandes des clubs suivants : Vélo Club : 450 Judo Bleu : 600 Aviron : 120",
    "who speaks": "Le pré a été estimé 900 € par les Domaines et l'on nous demande de le céder pour 700 €.",
    "a programme": f"{DECIDES}affecte une autorisation d'engagement de 5 000 € au profit des lycées.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_grants_nothing(text: str) -> None:
    assert act(decision=text, title="SUJETS DIVERS").deliberations[0].funding == ()


TOLD = {
    "the pronoun asks": "Judo Bleu : il demande 800 € pour un stage. Le conseil accorde 300 €.",
    "it asked": "Le club demandait 800 € pour un stage.\nLa subvention de 300 € est accordée au Judo Bleu.",
    "given last year": "Mme FERROL rappelle les 800 € donnés l'an passé.\nLa subvention de 300 € est accordée au "
    "Judo Bleu.",
    "a relative clause": "M. DELMAS demande pourquoi le Judo Bleu, qui avait perçu 800 € en 2022, baisse.\nLe conseil "
    "accorde 300 € au Judo Bleu.",
    "in a bracket": "Le Judo Bleu (800 € en 2022) va bien.\nLe conseil accorde 300 € au Judo Bleu.",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_what_is_told_beside_a_grant(text: str) -> None:
    found = act(decision=text, title="SUBVENTION AU JUDO BLEU").deliberations[0].funding
    assert [(one.status, one.amount) for one in found] == [("granted", 300), ("background", 800)]
    assert {one.beneficiary.upper() for one in found} == {"JUDO BLEU"}


def test_a_grant_that_the_line_below_rejects_is_background() -> None:
    title = "Subvention exceptionnelle – Vélo Club de Brume – maillots – 400 €"
    found = act(decision="Rejetée\n4 pour, 9 contre", title=title).deliberations[0].funding
    assert [(one.status, one.amount, one.beneficiary) for one in found] == [("background", 400, "Vélo Club de Brume")]


def test_a_figure_that_is_lost_is_told() -> None:
    text = f"{DECIDES}vote les subventions suivantes : Judo Bleu : 600 Vélo Club : 450 Amicale du Bief : Chorale : 350"
    found = act(decision=text, title="SUBVENTIONS")
    assert [one.amount for one in found.deliberations[0].funding] == [600, 450, 350]
    assert "grants-unread" in {finding.code for finding in found.findings}


def test_another_matter_s_kind_is_not_the_list_s() -> None:
    text = (
        "Le conseil verse une participation de 240 € au foyer du collège.\nDEMANDES DIVERSES\n"
        "ADMR de Brume : 120 €\nAmicale du Gué : 100 €\nAdopté à l'unanimité."
    )
    kinds = {one.beneficiary: one.kind for one in act(decision=text, title="SUJETS DIVERS").deliberations[0].funding}
    assert kinds.get("ADMR de Brume") == kinds.get("Amicale du Gué") == "subvention"
