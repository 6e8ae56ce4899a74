"""Grants as bodies write them that know no template: reckoned, refused, asked for, in words, under a name alone."""

from __future__ import annotations

import pytest

from delibgraph.facts import Funding
from tests.extraction.page import act

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
TITLE = "SUBVENTIONS"
Sums = list[tuple[str, float]]

GRANTED: dict[str, Sums] = {
    # reckoned from a price by unit, a share, a count
    f"{DECIDES}alloue :\n- au collège Aubrac : 45 € x 20 élèves, soit 900 € ;\n- au lycée Monge : 30 % de 2 000 €, "
    "soit 600 €.": [("collège Aubrac", 900), ("lycée Monge", 600)],
    f"{DECIDES}vote les subventions suivantes :\nSou des écoles : 12 € par enfant, soit 480 € pour 40 enfants\n"
    "Amicale du Bief : 150 €": [("Sou des écoles", 480), ("Amicale du Bief", 150)],
    f"{DECIDES}vote les subventions suivantes :\nClasse verte : 10 enfants à 15 €, soit 150 € versés à l'association "
    "Les Pinsons\nAmicale du Bief : 90 €": [("Les Pinsons", 150), ("Amicale du Bief", 90)],
    f"{DECIDES}approuve la convention avec l'Office de la Lande : il lui verse 20 % d'un budget de 30 000 €, soit "
    "6 000 €.": [("Office de la Lande", 6000)],
    # in words
    f"{DECIDES}décide le versement d'un don de mille euros à la Croix Bleue.": [("Croix Bleue", 1000)],
    f"{DECIDES}décide d'abonder le fonds « Rives Solidaires » à hauteur de deux mille cinq cents euros.": [
        ("fonds « Rives Solidaires »", 2500)
    ],
    f"{DECIDES}attribue à l'Amicale du Bief une aide de huit cents euros (800 €).": [("Amicale du Bief", 800)],
    # nouns, passives and futures for verbs
    "Une subvention d'équilibre de 9 000 € sera versée par le budget principal au budget annexe « Eau ». Adopté à "
    "l'unanimité.": [("budget annexe « Eau »", 9000)],
    f"{DECIDES}accepte le projet : la coopérative de l'école Pergaud recevra 350 €.": [
        ("coopérative de l'école Pergaud", 350)
    ],
    f"{DECIDES}fixe à 1 200 € la participation communale versée à l'école Sainte-Aldegonde.": [
        ("école Sainte-Aldegonde", 1200)
    ],
    f"{DECIDES}approuve la convention 2021-2023 avec le Centre social Les Aulnes et fixe la participation annuelle de "
    "la commune à 25 000 €.": [("Centre social Les Aulnes", 25000)],
    f"{DECIDES}approuve :\nAide exceptionnelle. 700 € au profit du Refuge des Crêtes, pour ses travaux.": [
        ("Refuge des Crêtes", 700)
    ],
    # who is named by a title of the paragraph, by a noun alone, by what was asked
    "Amicale du Bief. Le conseil accorde, à l'unanimité, 300 €.": [("Amicale du Bief", 300)],
    f"Le pôle Mécarive rassemble des entreprises. {DECIDES}approuve l'adhésion au pôle et le versement de la "
    "cotisation annuelle de 900 €.": [("Mécarive", 900)],
    "Le Foyer rural demande une subvention de 900 €. Le Conseil décide d'attribuer 500 €. Adopté à l'unanimité.": [
        ("Foyer rural", 500)
    ],
    # names that hold "aux", "et" or a note
    f"{DECIDES}attribue à l'association La Halte aux Merles une subvention de 400 €.": [("La Halte aux Merles", 400)],
    f"{DECIDES}attribue 200 euros à l association La Boule d Argent et 350 à l association Vidour Danse.": [
        ("La Boule d Argent", 200),
        ("Vidour Danse", 350),
    ],
    f"{DECIDES}vote les aides suivantes :\n- 2000 € DURAND Léa – atelier de gravure à Sarvis\n- 900 € PETIT Jean": [
        ("DURAND Léa", 2000),
        ("PETIT Jean", 900),
    ],
    # rows
    f"{DECIDES}vote les subventions suivantes :\nEnsemble vocal ........ 80 euros\nAmicale du Bief ..... 150 eu-\nros\n"
    "Vélo Club .......... /\nSouvenir du Bief ..... 30 euros (contre 50 euros en 2021)": [
        ("Ensemble vocal", 80),
        ("Amicale du Bief", 150),
        ("Souvenir du Bief", 30),
    ],
    "Le conseil vote ligne par ligne :\n– Amicale du Bief : 450 € → unanimité\n– Vélo Club : 200 € → 9 voix pour "
    "(Mme FERROL ne prend pas part au vote)\n– Les Restos du Bief : 500 € demandés → rejeté, 2 voix pour, 8 contre": [
        ("Amicale du Bief", 450),
        ("Vélo Club", 200),
    ],
    "Associations locales : Foot 1 500 €, Tennis 400 €, Pétanque 200 €.\nAdopté à l'unanimité.": [
        ("Foot", 1500),
        ("Tennis", 400),
        ("Pétanque", 200),
    ],
}
BACKGROUND: dict[str, Sums] = {
    f"{DECIDES}ne donne pas suite à la demande de l'association Vent Debout (200 €).": [("Vent Debout", 200)],
    "Le Bureau attribue 900 € à l'Amicale du Bief. Le dossier de la SCOP Lumen (600 €) est rejeté. Unanimité.": [
        ("SCOP Lumen", 600)
    ],
    "Amicale du Bief. Demande de 600 € pour l'achat d'une tente : refusée, une location étant possible.": [
        ("Amicale du Bief", 600)
    ],
    f"{DECIDES}refuse la demande de 250 € du Moto-Club des Pins.": [("Moto-Club des Pins", 250)],
    f"{DECIDES}décide : l'aide de 8 000 € attribuée le 14 octobre 2022 à l'association Deux Rives est annulée.": [
        ("Deux Rives", 8000)
    ],
    f"{DECIDES}verse 500 € au Vélo Club, en complément des 300 € déjà attribués par la délibération du 18 mars.": [
        ("Vélo Club", 300)
    ],
    f"En 2021, la Ville avait soutenu le festival à hauteur de 700 €. {DECIDES}attribue 900 € à l'Amicale du Bief.": [
        ("Amicale du Bief", 700)
    ],
    f"L'Amicale du Bief sollicite 900 € et une avance de 200 € lui a été versée en mai. {DECIDES}attribue à l'Amicale "
    "du Bief une subvention de 600 €.": [("Amicale du Bief", 900), ("Amicale du Bief", 200)],
    f"{DECIDES}participe à hauteur de 500 € au Fonds Rural. Il est précisé que le Département l'abonde de 4 000 €.": [
        ("Fonds Rural", 4000)
    ],
    f"Mme FERROL signale que la section des jeunes de Vidour a déjà reçu 800 € en mars. {DECIDES}prend acte.": [
        ("section des jeunes de Vidour", 800)
    ],
    f"{DECIDES}approuve l'erratum : lire, pour l'Amicale du Bief, « 760 € » au lieu de « 670 € ».": [
        ("Amicale du Bief", 670)
    ],
}
NONE = (
    f"{DECIDES}fixe comme suit la participation à appeler auprès des communes membres :\n\nQuiny : 38 295 €\n"
    "Sarvis : 24 840 €",
    f"{DECIDES}approuve la contribution des communautés membres à 2 € par habitant, soit :\nCC du Vidour : 25 012 €\n"
    "CC du Haut Bief : 11 470 €",
    f"{DECIDES}accorde sa garantie à hauteur de 50 % pour un prêt de 50 000 € souscrit par la SA Logis.",
    f"Vu la demande, {DECIDES}sollicite une subvention de 5 000 € auprès du Département.",
    "Pour information, le Trésor Public demande 25 € de frais. Participation à l'eau : 250 €. Adopté à l'unanimité.",
    f"{DECIDES}attribue les aides du programme « Sobre » (programme global de 60 000 € sur trois ans).",
    "Plan de financement :\nCollectivité de Sarvis (40 %) : 16 000 €\nPart communale (20 %) : 8 000 €\nAdopté.",
)


def _status(found: tuple[Funding, ...], status: str) -> Sums:
    return sorted((fact.beneficiary, fact.amount) for fact in found if fact.status == status)


def _read(text: str) -> tuple[Funding, ...]:
    return tuple(fact for one in act(decision=text, title=TITLE).deliberations for fact in one.funding)


@pytest.mark.parametrize(("text", "sums"), GRANTED.items())
def test_granted(text: str, sums: Sums) -> None:
    assert _status(_read(text), "granted") == sorted(sums)


@pytest.mark.parametrize(("text", "sums"), BACKGROUND.items())
def test_told_and_not_granted(text: str, sums: Sums) -> None:
    found = _read(text)
    assert _status(found, "background") == sorted(sums)
    assert not set(_status(found, "granted")) & set(sums)


@pytest.mark.parametrize("text", NONE)
def test_no_grant(text: str) -> None:
    assert _read(text) == ()


@pytest.mark.parametrize(
    ("title", "text", "kind", "year"),
    [
        ("SUBVENTIONS SPORTIVES 2022", f"{DECIDES}attribue 500 € au Vélo Club.", "subvention", 2022),
        ("FONDS", f"{DECIDES}participe à hauteur de 900 € au Fonds Rural.", "participation", None),
        ("ADHÉSIONS ET COTISATIONS", f"{DECIDES}verse 900 € à la Fédération des Haies.", "cotisation", None),
        ("DONS", f"{DECIDES}décide de faire un don de 900 € au Secours Rural.", "don", None),
        ("DIVERS", f"{DECIDES}vote une aide de 900 € au Secours populaire.", "aide", None),
    ],
)
def test_kind_and_year(title: str, text: str, kind: str, year: int | None) -> None:
    [found] = [fact for one in act(decision=text, title=title).deliberations for fact in one.funding]
    assert (found.kind, found.year) == (kind, year)
