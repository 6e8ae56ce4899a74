"""The forms in which prose names organisations, class by class, and the words that only look like one."""

from __future__ import annotations

import pytest

from delibgraph.facts import Act, Organisation
from tests.extraction.page import act

APPROVES = "\n\nLe Conseil municipal, après en avoir délibéré, à l'unanimité, approuve le programme."

NAMED: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {
    "a kind before the name": {
        "Le technopole Vidour Arômes a signé.": {"Vidour Arômes": ("technopole",)},
        "L'entreprise adaptée Brive-Services emploie dix personnes.": {"Brive-Services": ("entreprise adaptée",)},
        "Elle anime le living lab Fab'Ruche.": {"Fab'Ruche": ("living lab",)},
        "L'association Chêne & Granit bâtit un four.": {"Chêne & Granit": ("association",)},
        "Une action de l'école d'ingénieurs Polytech Vidour.": {"Polytech Vidour": ("école d'ingénieurs",)},
        "Le projet est suivi par l'incubateur Nova Ruche.": {"Nova Ruche": ("incubateur",)},
        "La fondation Marcel Ardoin aide ce lieu.": {"Marcel Ardoin": ("fondation",)},
    },
    "a kind and what describes it": {
        "La plateforme d'analyse Chimilab est ouverte.": {"Chimilab": ("plateforme d'analyse",)},
        "Elle gère une plateforme d'analyse, Chimilab.": {"Chimilab": ("plateforme d'analyse",)},
        "L'association locale dénommée Rues Vertes œuvre ici.": {"Rues Vertes": ("association",)},
        "La nouvelle entité, dénommée Vidour Cosmet, naît en mai.": {"Vidour Cosmet": ()},
        "L'agence d'innovation Vidour Avance est née.": {"Vidour Avance": ("agence d'innovation",)},
    },
    "legal forms and letters": {
        "Le siège de la SAS Lutival est ici.": {"SAS Lutival": ("SAS",)},
        "Le GAEC des Trois Hêtres est ici.": {"GAEC des Trois Hêtres": ("GAEC",)},
        "Le GIP Vidour Arômes est ici.": {"GIP Vidour Arômes": ("GIP",)},
        "Le SIVOS de Perrin-Bizac est ici.": {"SIVOS de Perrin-Bizac": ("SIVOS",)},
        "L'OGEC Notre-Dame gère l'école.": {"OGEC Notre-Dame": ("OGEC",)},
        "L'IUT de Montrel forme les jeunes.": {"IUT de Montrel": ("IUT",)},
        "La commune, la CCI et l'Université de Montrel sont liées.": {
            "CCI": (),
            "Université de Montrel": ("université",),
        },
    },
    "a kind after the name": {
        "Mécarive est l'agence d'innovation et de promotion du pays.": {"Mécarive": ("agence d'innovation",)},
        "Le dossier de la filière : Mécarive, association loi 1901, y répond.": {"Mécarive": ("association",)},
        "Vidour Énergie, pôle de compétitivité de la filière bois, y répond.": {
            "Vidour Énergie": ("pôle de compétitivité",)
        },
        "Amis du Vidour est une association de quartier.": {"Amis du Vidour": ("association",)},
    },
    "a kind told of whom the paragraph is about": {
        "Mécarive est une association qui aide. Reconnue « grappe d'entreprises » en 2011, elle emploie dix agents.": {
            "Mécarive": ("association", "grappe d'entreprises")
        },
        "Le cluster Mécarive grandit. Il a été transformé, au 1er mai, en société publique locale.": {
            "Mécarive": ("cluster", "société publique locale")
        },
        "Le technopole Vidour Arômes, géré sous forme de groupement d'intérêt public (GIP), est actif.": {
            "Vidour Arômes": ("technopole", "groupement d'intérêt public", "GIP")
        },
        "Association ALEC Vidour\nLe syndicat cotise à l'agence locale de l'énergie pour 2021.": {
            "ALEC Vidour": ("association", "agence locale de l'énergie")
        },
    },
    "names in small letters": {
        "Elle compte l'Ecole nationale du bois et de la forêt parmi les siens.": {
            "Ecole nationale du bois et de la forêt": ("école",)
        },
        "Le reste est payé par l'Agence de l'eau.": {"Agence de l'eau": ("agence",)},
        "Un accord avec l'office de tourisme du Vidour est utile.": {
            "office de tourisme du Vidour": ("office de tourisme",)
        },
        "Un accord avec la compagnie du Vent Vert est utile.": {"compagnie du Vent Vert": ("compagnie",)},
    },
    "clubs": {
        "Le club Vidour Basket a gagné.": {"club Vidour Basket": ()},
        "Le Tennis Club dispose d'une salle.": {"Tennis Club": ()},
        "Le Moto Club « Les Ravines » a gagné.": {"Moto Club « Les Ravines »": ()},
    },
    "a mere name behind a phrase": {
        "Une garantie est accordée à Vidour Habitat pour un prêt.": {"Vidour Habitat": ()},
        "L'accueil est géré par l'ADSEV depuis mai.": {"ADSEV": ()},
        "Elle emprunte auprès du Crédit Montrelais la somme utile.": {"Crédit Montrelais": ()},
    },
    "an acronym that spells it out": {
        "L'Agence pour le développement du pays montrelais (ADPM) suit le dossier.": {
            "Agence pour le développement du pays montrelais": ("agence",)
        },
        "Le Comité des œuvres sociales (C.O.S.) du service suit le dossier.": {"Comité des œuvres sociales": ()},
        "L'Union départementale des scieurs de l'Allière (UDS) suit le dossier.": {
            "Union départementale des scieurs de l'Allière": ()
        },
    },
    "a line of its own": {
        "Entreprise\nSARL Scierie du Bief\nDésertines\nExtension de l'atelier": {"SARL Scierie du Bief": ("SARL",)},
    },
    "words before and behind the kind": {
        "Le pôle de compétitivité à vocation mondiale Aérovid a grandi.": {"Aérovid": ("pôle de compétitivité",)},
        "L'Association pour le Réveil du Bois demande une aide.": {
            "Association pour le Réveil du Bois": ("association",)
        },
        "La Chambre d'agriculture donne son avis.": {"Chambre d'agriculture": ("chambre d'agriculture",)},
        "Le projet va à la SCIC SAS Vidour Bois.": {"SAS Vidour Bois": ("SCIC", "SAS")},
    },
    "several in a row": {
        "Les pôles de compétitivité Axelor, Minalor et Techtor aident.": dict.fromkeys(
            ("Axelor", "Minalor", "Techtor"), ("pôle de compétitivité",)
        ),
        "Les associations Vidour Judo, Les Amis du Ru et Danse Passion aident.": dict.fromkeys(
            ("Vidour Judo", "Les Amis du Ru", "Danse Passion"), ("association",)
        ),
        "Le SIVOS de Perrin et la SCIC La Ruche sont liés.": {
            "SIVOS de Perrin": ("SIVOS",),
            "SCIC La Ruche": ("SCIC",),
        },
    },
}
CASES = [(text, wanted) for texts in NAMED.values() for text, wanted in texts.items()]

NOBODY = (
    "Le conseil, la commission et la commune se félicitent de ce bilan.",
    "L'agence et le cluster ont transmis leur bilan annuel.",
    "Le club de Montrel a transmis son bilan.",
    "Une aide est accordée à Montrel pour la halle.",
    "Une délégation est accordée à Léa DURAND pour ce dossier.",
    "Elle emprunte auprès du Trésor Public la somme utile.",
    "Elle est inscrite sur la liste, sas et hall compris.",
    "Association   Attribué 2022   Demandé 2023   Voté 2023",
    "ASSOCIATIONS SPORTIVES          FONCTIONNEMENT          INVESTISSEMENT",
    "La société reconnue par l'État a un réseau en Hauts-de-France.",
    "Le projet de la région Nouvelle-Aquitaine avance.",
    "Une coopérative de jeunes a été créée.",
    "Le Comité social territorial (CST) a donné son avis.",
    "Le Plan local d'urbanisme (PLU) est révisé.",
)

JOINED: dict[str, tuple[str, tuple[str, ...]]] = {
    "La SASP Vidour Volley joue ici. Vidour Volley a gagné, et Vidour Volley le fête.": (
        "Vidour Volley",
        ("SASP Vidour Volley",),
    ),
    "Le Basket Club des Forges a gagné. La salle du Basket Club est prête.": (
        "Basket Club des Forges",
        ("Basket Club",),
    ),
    "Née en 2012 : le cluster Mécarive a changé. Créé sous le nom de Vidour Technopole, il grandit.": (
        "Mécarive",
        ("Vidour Technopole",),
    ),
    "Le cluster Beauté du Vidour a changé. L'association Cosmevid (ex-Cluster Beauté du Vidour) lui succède.": (
        "Cosmevid",
        ("Beauté du Vidour", "Cluster Beauté du Vidour"),
    ),
}


def organisations(text: str, title: str = "ENTRETIEN DES CHEMINS") -> list[Organisation]:
    return list(act(decision=text + APPROVES, title=title).deliberations[0].organisations)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_forms(text: str, wanted: dict[str, tuple[str, ...]]) -> None:
    assert {found.name: found.kinds for found in organisations(text)} == wanted


@pytest.mark.parametrize("text", NOBODY)
def test_ordinary_words_are_nobody(text: str) -> None:
    assert organisations(text) == []


@pytest.mark.parametrize("text", JOINED)
def test_one_organisation_under_several_names(text: str) -> None:
    [found] = organisations(text)
    assert (found.name, found.also) == JOINED[text]


def test_the_kind_that_the_title_tells() -> None:
    text = "Mécarive est une association. Mécarive sollicite une aide."
    [found] = organisations(text, "Cluster MÉCARIVE – Convention annuelle")
    assert set(found.kinds) == {"association", "cluster"}


def test_two_that_are_paid_stay_two() -> None:
    decision = (
        "Le Conseil municipal, après en avoir délibéré, à l'unanimité, attribue une subvention de 500 € au Basket Club "
        "des Forges et une subvention de 300 € au Basket Club."
    )
    found = act(decision=decision, title="SUBVENTIONS").deliberations[0].organisations
    assert {"Basket Club des Forges", "Basket Club"} <= {one.name for one in found}


def roles(text: str) -> dict[str, str]:
    listed = "Présents : M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS, Mme Anne FERROL."
    found: Act = act(lists=f"{text}\n{listed}")
    return {entry.person: entry.role for entry in found.sitting.attendance if entry.role}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sous la présidence de M. Hugo BARSAC, Maire.", {"Hugo BARSAC": "Maire"}),
        (
            "Sous la présidence de Mme Léa CORVANT, Présidente du Conseil départemental.",
            {"Léa CORVANT": "Présidente du Conseil départemental"},
        ),
        ("Président : M. Hugo BARSAC", {"Hugo BARSAC": "Président"}),
        ("Président de séance : M. Hugo BARSAC", {}),
        (
            "Sous la présidence de Mme Léa CORVANT, Vice-Présidente, en l'absence de M. Hugo BARSAC, Président",
            {"Léa CORVANT": "Vice-Présidente", "Hugo BARSAC": "Président"},
        ),
        ("Sous la présidence de M. Hugo BARSAC", {}),
    ],
)
def test_the_office_of_the_chair(text: str, wanted: dict[str, str]) -> None:
    assert roles(text) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Pour extrait conforme, la Présidente, Léa CORVANT", {"Léa CORVANT": "Présidente"}),
        ("Ainsi fait et délibéré. Le Maire : Hugo BARSAC", {"Hugo BARSAC": "Maire"}),
        ("Le Président du Conseil Régional,\nHugo BARSAC", {"Hugo BARSAC": "Président du Conseil Régional"}),
        ("La secrétaire, Anne FERROL", {}),
        ("Le maire, chargé de ce dossier, remercie Hugo BARSAC", {}),
    ],
)
def test_the_office_of_who_signs(line: str, wanted: dict[str, str]) -> None:
    decides = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, approuve le programme."
    found = act(decision=f"{decides}\n\n{line}")
    assert {entry.person: entry.role for entry in found.sitting.attendance if entry.role} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Le conseil attribue une subvention de 500 € à l'Union Sportive du Bief (USB).",
        "Les subventions suivantes :\nUnion Sportive du Bief (USB) : 500 €\nJudo Montrel : 300 €",
        "Les subventions suivantes :\nUnion Sportive du Bief - U.S.B. : 500 €\nJudo Montrel : 300 €",
    ],
)
def test_the_acronym_behind_a_beneficiary_is_its_other_name(text: str) -> None:
    one = organisations(text)[0]
    assert one.name == "Union Sportive du Bief"
    assert "usb" in {spelling.lower().replace(".", "") for spelling in one.also}
