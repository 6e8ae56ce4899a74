"""How local bodies write about money, form by form: each has a text of its own and what must come out of it.

The number is the form's in the list of phenomena that the reading was built from; a number can have several texts.
"""

from __future__ import annotations

import pytest

from tests.extraction.page import act

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
Sums = list[tuple[str, float]]

FORMS: dict[str, tuple[str, Sums, Sums]] = {
    "1 octroyer": ("octroie 900 € à l'Amicale du Ru.", [("Amicale du Ru", 900)], []),
    "1 verbs": ("abonde de 900 € le fonds Terres Neuves.", [("fonds Terres Neuves", 900)], []),
    "1 participer": ("participe à hauteur de 900 € à la Biennale du Ru.", [("Biennale du Ru", 900)], []),
    "1 compléter": (
        "complète par une aide de 900 € la subvention de l'Amicale du Ru.", [("Amicale du Ru", 900)], []),
    "2 colon": ("attribue : Amicale du Ru : 800 €.", [("Amicale du Ru", 800)], []),
    "2 bénéfice": ("alloue, au bénéfice de l'Amicale du Ru, 800 €.", [("Amicale du Ru", 800)], []),
    "3 surname first": (
        "attribue les bourses suivantes :\n- 2000 € VAUQUELIN Léa – atelier\n- 1500 € MORTAGNE Ali – stage",
        [("VAUQUELIN Léa", 2000), ("MORTAGNE Ali", 1500)], []),
    "4 borne by": (
        "attribue 7 000 € au projet OMBRE porté par Pôle Zéphyr et labellisé par Pôle Borée.",
        [("Zéphyr", 7000)], []),
    "5 venue and parent": (
        "attribue 3 000 € à La Grange, scène de l'association Arc-en-Ru.", [("Grange", 3000)], []),
    "6 former name": ("attribue 400 € au Club Zéphyr (ex Team Zéphyr).", [("Club Zéphyr", 400)], []),
    "6 dotted acronym": ("attribue 400 € à l'A.S.R.", [("A.S.R", 400)], []),
    "7 lycée": ("attribue 400 € au lycée Jeanne Vaubert.", [("lycée Jeanne Vaubert", 400)], []),
    "7 syndicat": (
        "attribue une participation de 400 € au syndicat des Eaux du Ru.", [("syndicat des Eaux du Ru", 400)], []),
    "8 annex": ("attribue les subventions selon le tableau annexé.", [], []),
    "9 point of thousands": (
        "attribue une subvention de 1.090.000,00 euros à l'Amicale du Ru.", [("Amicale du Ru", 1090000)], []),
    "9 spoilt word": ("attribue une subvention de 300 €uros à l'Amicale du Ru.", [("Amicale du Ru", 300)], []),
    "9 Swiss dash": (
        "attribue une subvention de 1 000.- € à l'Amicale du Ru.", [("Amicale du Ru", 1000)], []),
    "9 sign below": ("attribue une subvention de 12 500\n€ à l'Amicale du Ru.", [("Amicale du Ru", 12500)], []),
    "9 glued sign": ("attribue une subvention de 600.00€ à l'Amicale du Ru.", [("Amicale du Ru", 600)], []),
    "10 millions": ("attribue une subvention de 7, 2 M€ à l'Amicale du Ru.", [("Amicale du Ru", 7200000)], []),
    "10 thousands": ("attribue une subvention de 45 k€ à l'Amicale du Ru.", [("Amicale du Ru", 45000)], []),
    "10 in words": (
        "attribue une subvention de douze mille euros (12 000 €) à l'Amicale du Ru.", [("Amicale du Ru", 12000)], []),
    "10 words behind": (
        "attribue une subvention de 12 000 € (douze mille euros) à l'Amicale du Ru.", [("Amicale du Ru", 12000)], []),
    "10 francs": ("attribue une subvention de 5.000 F à l'Amicale du Ru.", [], []),
    "11 before and after tax": ("retient l'entreprise Batirue pour 10 000 € H.T soit 12 000 € T.T.C.", [], []),
    "12 ceiling": (
        "attribue à l'Amicale du Ru une subvention dans la limite de 4 000 €.", [("Amicale du Ru", 4000)], []),
    "13 unit rate": ("attribue à l'école du Ru une aide de 300 € par élève.", [], []),
    "14 percentage": (
        "attribue à l'Amicale du Ru une subvention de 5 000 €, au taux de 50 %.", [("Amicale du Ru", 5000)], []),
    "15 estimate": (
        "attribue à l'Amicale du Ru une subvention de 5 000 € pour un projet estimé à 20 000 €.",
        [("Amicale du Ru", 5000)], []),
    "16 lost digits": (
        "attribue une subvention d'un montant maximum de répartis comme suit à l'Amicale du Ru.", [], []),
    "17 total and parts": (
        "attribue 30 000 €, dont 20 000 € à Danse du Ru et 10 000 € à Chant du Ru.",
        [("Danse du Ru", 20000), ("Chant du Ru", 10000)], []),
    "18 joint total": ("attribue des aides à Danse du Ru, Chant du Ru et Judo du Ru. Total : 85 000 €.", [], []),
    "19 envelope": (
        "attribue une enveloppe de 40 000 € pour 12 entreprises, dont 5 000 € à la SARL Batirue.",
        [("SARL Batirue", 5000)], []),
    "20 glued": (
        "vote les subventions suivantes :\nAssociation 2022 2023\nClub Zéphyr500,001.000,00\nFoyer du Ru/320,00",
        [("Club Zéphyr", 1000), ("Foyer du Ru", 320)], [("Club Zéphyr", 500)]),
    "20 cut row": (
        "vote les subventions suivantes :\nClub Zéphyr   500,00 €\nFoyer du Ru\nJudo du Ru   300,00 €",
        [("Club Zéphyr", 500), ("Judo du Ru", 300)], []),
    "21 two kinds": (
        "attribue à l'Amicale du Ru une subvention de fonctionnement de 900 € et une subvention d'investissement "
        "de 400 €.", [("Amicale du Ru", 900), ("Amicale du Ru", 400)], []),
    "22 once": (
        "Il est proposé une subvention de 800 € à l'Amicale du Ru.\n\n"
        + DECIDES + "attribue une subvention de 800 € à l'Amicale du Ru.", [("Amicale du Ru", 800)], []),
    "23 season": (
        "attribue à l'Amicale du Ru une subvention de 800 € pour la saison 2023-2024.", [("Amicale du Ru", 800)], []),
    "24 schedule": (
        "attribue à l'Amicale du Ru : 2024 : 9 000 € ; 2025 : 6 000 €.",
        [("Amicale du Ru", 9000), ("Amicale du Ru", 6000)], []),
    "25 balance": (
        "attribue à l'Amicale du Ru 5 000 € en complément de l'acompte de 5 000 €.", [("Amicale du Ru", 5000)], []),
    "26 advance": (
        "attribue à l'Amicale du Ru une avance de 2 000 € sur la subvention 2024.", [("Amicale du Ru", 2000)], []),
    "27 erratum": (
        "corrige l'erreur : au lieu de « 500 € à l'Amicale du Ru », lire « 800 € à l'Amicale du Ru ».",
        [("Amicale du Ru", 800)], [("Amicale du Ru", 500)]),
    "27 old rate": (
        "décide de réviser à 300 € la cotisation à l'Union du Ru (contre 250 €).",
        [("Union du Ru", 300)], [("Union du Ru", 250)]),
    "28 complementary": (
        "attribue à l'Amicale du Ru une subvention complémentaire de 200 €.", [("Amicale du Ru", 200)], []),
    "28 in kind": (
        "attribue à l'Amicale du Ru une subvention en nature valorisée à 600 €.", [("Amicale du Ru", 600)], []),
    "29 withdrawal": ("annule la subvention de 800 € attribuée à l'Amicale du Ru.", [], [("Amicale du Ru", 800)]),
    "29 part": ("retire la subvention de 800 € accordée à l'Amicale du Ru.", [], [("Amicale du Ru", 800)]),
    "30 four names": (
        "renouvelle son adhésion à l'Union du Ru et verse la cotisation de 250 € à l'Union du Ru.",
        [("Union du Ru", 250)], []),
    "31 condition": (
        "attribue 900 € à l'Amicale du Ru et subordonne le versement à la signature de la convention.",
        [("Amicale du Ru", 900)], []),
    "32 line": (
        "attribue 900 € à l'Amicale du Ru, imputés au chapitre 939.", [("Amicale du Ru", 900)], []),
    "33 past": (
        "attribue 900 € à l'Amicale du Ru (contre 8 000 € en 2023).",
        [("Amicale du Ru", 900)], [("Amicale du Ru", 8000)]),
    "33 credits": ("ouvre une autorisation de programme de 90 000 € pour l'Amicale du Ru.", [], []),
    "33 cumulative": (
        "attribue 900 € à l'Amicale du Ru, portant à 2 700 € le total des aides.", [("Amicale du Ru", 900)], []),
    "34 turnover": ("constate que la société Batirue réalise un chiffre d'affaires de 90 000 €.", [], []),
    "34 purchases": ("note que la coopérative du Ru gère un volume d'achats de 2 M€.", [], []),
    "34 pupil": ("fixe à 700 € le coût par élève de l'école du Ru.", [], []),
    "35 asked for": ("autorise le maire à solliciter une subvention de 900 € auprès du Département.", [], []),
    "36 no money": (
        "attribue 900 € à l'Amicale du Ru (77), qui compte 12 emplois et 4 500 parts.", [("Amicale du Ru", 900)], []),
    "37 hyphen": ("attribue une subven-\ntion de 900 € à l'Amicale du Ru.", [("Amicale du Ru", 900)], []),
    "37 next number": (
        "attribue une subvention de 900 € à l'Amicale du Ru.\n\nDélibération suivante : 2023-15",
        [("Amicale du Ru", 900)], []),
    "38 vote by item": (
        "attribue :\n- Amicale du Ru : 900 € (unanimité)\n- Judo du Ru : 400 € (2 abstentions)",
        [("Amicale du Ru", 900), ("Judo du Ru", 400)], []),
    "38 in debate": (
        "M. Hugo BARSAC dit que 5 000 € suffiraient à l'Amicale du Ru.\n\n"
        + DECIDES + "attribue 900 € à l'Amicale du Ru.", [("Amicale du Ru", 900)], []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "granted", "background"), FORMS.values(), ids=FORMS)
def test_form(text: str, granted: Sums, background: Sums) -> None:
    decision = text if DECIDES in text else DECIDES + text
    found = act(decision=decision, title="SOUTIEN AUX ASSOCIATIONS").deliberations[0].funding
    told = {
        status: [(f.beneficiary, f.amount) for f in found if f.status == status] for status in ("granted", "background")
    }
    assert told == {"granted": granted, "background": background}


def test_every_form_has_a_text() -> None:
    assert {int(name.split()[0]) for name in FORMS} == set(range(1, 39))


TWO = [
    ("attribue 500 € à l'Amicale du Ru et au Judo Club.", ("Amicale du Ru", "Judo Club"), "à before each"),
    ("attribue 500 € à l'Amicale du Ru et la Chorale du Val.", ("Amicale du Ru", "Chorale du Val"), "a noun for each"),
    ("attribue 500 € à Danse et Chant.", (), "can be one name"),
    ("attribue 500 € à l'Amicale du Ru et des Prés.", (), "one name"),
    ("rappelle que Val Danse et Ru Chant sont nées en 2020. Val Danse a 12 membres, Ru Chant 14.\n\nAttribue 500 € à "
     "Val Danse et Ru Chant.", ("Val Danse", "Ru Chant"), "each named elsewhere"),
    ("vote les subventions suivantes :\nVal Danse, Ru Chant et Judo Club   500,00 €\nFoyer des Prés   200,00 €",
     ("Val Danse", "Ru Chant", "Judo Club"), "three in a row of a table"),
    ("vote les subventions suivantes :\nAmicale du Ru et Chorale du Val   500,00 €\nFoyer des Prés   200,00 €",
     ("Amicale du Ru", "Chorale du Val"), "two in a row of a table"),
    ("vote les subventions suivantes :\nDanse et Chant   500,00 €\nFoyer des Prés   200,00 €", (), "one name in a row"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "why"), TWO)
def test_one_sum_for_two(text: str, names: tuple[str, ...], why: str) -> None:
    found = act(decision=DECIDES + text, title="SOUTIEN AUX ASSOCIATIONS").deliberations[0].funding
    assert [fact.shared for fact in found if fact.amount == 500] == [names]


ERRATA = [
    "corrige la subvention à l'Amicale du Ru : au lieu de « 500 € », lire « 800 € ».",
    "rectifie : lire 800 € à l'Amicale du Ru au lieu de 500 €.",
    "rectifie la subvention à l'Amicale du Ru : au lieu de 500 €, il convient de lire 800 €.",
]


@pytest.mark.parametrize("text", ERRATA)
def test_an_erratum_grants_the_new_sum_and_recalls_the_old_one(text: str) -> None:
    found = act(decision=DECIDES + text, title="ERRATUM").deliberations[0].funding
    assert [(fact.beneficiary, fact.amount, fact.status) for fact in found] == [
        ("Amicale du Ru", 800, "granted"),
        ("Amicale du Ru", 500, "background"),
    ]


RECALLED = [
    ("Il est rappelé que l'aide versée en 2015 à la Ludothèque Sud s'élevait à 24 500,00 €.", "Ludothèque Sud"),
    ("Il convient de rappeler que la subvention versée en 2014 à l'Harmonie du Val était de 700 €.", "Harmonie du Val"),
    ("En 2016, la participation versée à l'Harmonie du Val s'est élevée à 700 €.", "Harmonie du Val"),
    ("La subvention allouée à l'Harmonie du Val a été de 700 € en 2016.", "Harmonie du Val"),
    ("Pour mémoire, le Club des Deux Rives avait perçu 30.000,00 euros en 2012.", "Club des Deux Rives"),
    ("Pour mémoire, l'Harmonie du Val percevait 700 € en 2012.", "Harmonie du Val"),
    ("L'Harmonie du Val bénéficiait jusqu'ici d'une aide de 700 €.", "Harmonie du Val"),
    ("Rappel : subvention versée à l'Harmonie du Val en 2016 : 700 €.", "Harmonie du Val"),
    ("Pour rappel, une aide de 700 € a été attribuée à l'Harmonie du Val en 2016.", "Harmonie du Val"),
]


@pytest.mark.parametrize(("text", "name"), RECALLED)
@pytest.mark.parametrize("order", ["{told}\n\n{decides}", "{decides}\n{told}"])
def test_a_sum_that_is_recalled_is_granted_to_nobody(text: str, name: str, order: str) -> None:
    decides = DECIDES + "attribue une subvention de 900 € à l'Amicale du Ru."
    found = act(decision=order.format(told=text, decides=decides)).deliberations[0].funding
    assert [(fact.beneficiary, fact.status) for fact in found] == [("Amicale du Ru", "granted"), (name, "background")]


AFTER_A_RECALL = [
    "Rappelant que l'aide s'élevait à 500 € en 2012, le conseil, à l'unanimité, décide d'attribuer 900 € à "
    "l'Amicale du Ru.",
    "Le Conseil, à l'unanimité, compte tenu de l'aide qui était de 500 € et ne suffisait pas, accorde 900 € "
    "à l'Amicale du Ru.",
]


@pytest.mark.parametrize("text", AFTER_A_RECALL)
def test_what_a_sentence_grants_after_a_recall_is_granted(text: str) -> None:
    found = act(decision=text).deliberations[0].funding
    assert [(fact.beneficiary, fact.amount) for fact in found if fact.status == "granted"] == [("Amicale du Ru", 900)]
