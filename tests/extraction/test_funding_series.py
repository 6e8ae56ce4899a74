"""Grants told in runs: lists that run on in their line, rows that say what each sum is, sums joined to the next."""

from __future__ import annotations

import pytest

from delibgraph.extraction import extract
from delibgraph.reading import Document

HEAD = (
    "COMMUNE DE VALSERRE\nCONSEIL MUNICIPAL\nSéance du 3 mars 2023\nPrésents : M. Paul DURAND, Mme Jeanne PETIT\n\n"
    "Objet : {title}\n\n"
)
VOTES = "\nAdopté à l'unanimité.\n"
CLUBS = [("Aviron du Gué", 300.0), ("Chorale Arioso", 150.0), ("Scouts de Brume", 90.0)]


def read(text: str, title: str = "Subventions aux associations") -> dict[str, list[tuple[str, float]]]:
    """The granted and recalled sums of one deliberation."""
    [act] = extract(Document("page.txt", HEAD.format(title=title) + text + VOTES, "0" * 64))
    told: dict[str, list[tuple[str, float]]] = {"granted": [], "background": []}
    for item in act.deliberations:
        for one in item.funding:
            told[one.status].append((one.beneficiary, one.amount))
    return told


def run(form: str, between: str) -> str:
    return between.join(form.format(name=name, amount=f"{amount:g}") for name, amount in CLUBS)


OPENS = "Le Conseil municipal attribue les subventions suivantes : "
RUNS = {
    "commas and semicolons": OPENS + run("{name}, {amount} €", " ; ") + ".",
    "semicolons": OPENS + run("{name} {amount} €", "; ") + ".",
    "colons and commas": OPENS + run("{name} : {amount} €", ", ") + ".",
    "commas alone": OPENS + run("{name} {amount} euros", ", ") + ".",
    "brackets": OPENS + run("{name} ({amount} €)", ", ") + ".",
    "notes in brackets": OPENS + run("{name} (loisirs), {amount} €", "; ") + ".",
    "full stops": OPENS + run("{name} : {amount} €", ". ") + ".",
    "dashes": OPENS + run("{name} : {amount} €", " – ") + ".",
    "a last and": OPENS + "Aviron du Gué, 300 €, Chorale Arioso, 150 € et Scouts de Brume, 90 €.",
    "bullets": OPENS + run("{name} : {amount} €", " • ") + ".",
    "a line of its own under a heading": "Attributions\n\n" + run("{name}, {amount} €", " ; ") + ".",
    "broken lines": OPENS + "Aviron du Gué, 300 € ; Chorale\nArioso, 150 € ; Scouts de Brume,\n90 €.",
    "equal signs": OPENS + run("{name} = {amount} €", " ; ") + ".",
    "more behind it": OPENS + run("{name} : {amount} €", ", ") + ". La dépense est inscrite au budget.",
}


@pytest.mark.parametrize("text", RUNS.values(), ids=RUNS)
def test_a_list_that_runs_on_in_its_line(text: str) -> None:
    assert read(text)["granted"] == CLUBS


def test_two_sums_of_one_name_in_such_a_list_are_two_grants() -> None:
    told = read(OPENS + "Aviron du Gué, 300 € et 200 € ; Chorale Arioso, 150 € ; Scouts de Brume, 90 €.")
    assert told["granted"] == [CLUBS[0], ("Aviron du Gué", 200), *CLUBS[1:]]


NO_GRANTS = {
    "shares of communes": "Participation des communes. Elle est fixée ainsi : "
    "Brume 900 €, Gué 800 €, Arioso-le-Bas 700 €.",
    "financers": "Plan de financement : DETR : 9 000 €, Région : 8 000 €, fonds propres : 7 000 €.",
    "prices": "Les tarifs de la salle sont fixés : Grande salle 300 €, Petite salle 150 €, Cuisine 90 €.",
}


@pytest.mark.parametrize("text", NO_GRANTS.values(), ids=NO_GRANTS)
def test_a_run_of_other_sums_grants_nothing(text: str) -> None:
    assert read(text, "Finances communales")["granted"] == []


BASED = [("Commune de Gué", 3000.0), ("Commune de Brume", 1000.0)]
LABELLED = {
    "costs and aid": "- Commune de Gué : travaux 9 000 € HT, aide 3 000 €\n"
    "- Commune de Brume : travaux 4 000 € HT, aide 1 000 €",
    "dots": "Commune de Gué ..... travaux 9 000 € ..... aide 3 000 €\n"
    "Commune de Brume ..... travaux 4 000 € ..... aide 1 000 €",
    "asked and granted": "Commune de Gué : demandé 5 000 €, accordé 3 000 €\n"
    "Commune de Brume : demandé 4 000 €, accordé 1 000 €",
    "rates": "Bénéficiaire Dépense Taux Montant\nCommune de Gué 10 000,00 € HT 30,00 % 3 000,00 €\n"
    "Commune de Brume 5 000,00 € HT 20,00 % 1 000,00 €",
    "what it is for": "Commune de Gué : réfection du lavoir, 3 000 €, soit 30 % du coût\n"
    "Commune de Brume : achat d'un défibrillateur : 1 000 €",
}


@pytest.mark.parametrize("text", LABELLED.values(), ids=LABELLED)
def test_a_row_that_says_what_its_sums_are(text: str) -> None:
    assert read("Les aides suivantes sont accordées :\n" + text, "Fonds de concours")["granted"] == BASED


def test_operating_and_investment_in_one_row_are_two_grants() -> None:
    told = read(OPENS + "\n- Aviron du Gué : fonctionnement 300 € ; investissement 80 €\n- Chorale Arioso : 150 €")
    assert told["granted"] == [("Aviron du Gué", 300), ("Aviron du Gué", 80), ("Chorale Arioso", 150)]


def test_sums_without_a_sign_before_their_names() -> None:
    text = "Le Conseil décide d'attribuer :\n"
    text += "- 300 à l'Aviron du Gué\n- 150 au profit de la Chorale Arioso\n- 90 Scouts de Brume"
    assert read(text)["granted"] == CLUBS


JOINED = {
    "and": "accorde une aide de 300 € et une subvention d'équipement de 80 € à l'Aviron du Gué.",
    "uses": "attribue 300 € de fonctionnement et 80 € d'investissement à l'Aviron du Gué.",
    "comma": "vote une subvention de fonctionnement de 300 €, une subvention exceptionnelle de 80 € à l'Aviron du Gué.",
    "the same": "accorde 300 € à l'association Aviron du Gué, et accorde à la même association une aide de 80 €.",
}


@pytest.mark.parametrize("text", JOINED.values(), ids=JOINED)
def test_two_sums_for_whom_one_of_them_names(text: str) -> None:
    assert read(f"Le Conseil {text}")["granted"] == [("Aviron du Gué", 300), ("Aviron du Gué", 80)]


COSTS = {
    "running costs": "décide de participer à hauteur de 300 € aux frais de fonctionnement de l'Aviron du Gué.",
    "travels": "verse 300 € pour les frais de déplacement de l'Aviron du Gué.",
    "charges": "participe pour 300 € aux charges de l'Aviron du Gué.",
    "something bought": "décide de verser 300 € à l'association Aviron du Gué pour l'achat de rames.",
    "revised": "décide de réviser à 300 € pour 2023 l'aide, au profit de l'association Aviron du Gué.",
    "in parts": "fixe à 300 € la subvention de l'Aviron du Gué, versée en deux fois : 200 € en mars, 100 € en mai.",
    "beside others": "En complément de la Région, verse une aide de 300 € à l'Aviron du Gué.",
}


@pytest.mark.parametrize("text", COSTS.values(), ids=COSTS)
def test_a_share_of_somebody_s_costs(text: str) -> None:
    assert read(f"Le Conseil {text}")["granted"] == [CLUBS[0]]


TOLD = {
    "asked, an aside in brackets": "L'association Aviron du Gué (anciennement Rames) demande une aide de 800 €.",
    "asked, an aside": "L'association Aviron du Gué, qui tient le ponton, a demandé 800 € pour ses rames.",
    "the demand": "Vu la demande présentée par l'association Aviron du Gué le 2 mai, tendant à obtenir 800 €,",
    "given then": "L'Aviron du Gué est connu. La commune lui a accordé 800 € en 2018.",
    "given then, the year first": "En 2018, la commune a voté 800 € à l'association Aviron du Gué.",
    "fixed then": "La convention fixait à 800 € l'aide annuelle.",
    "given beside": "L'Aviron du Gué refait son ponton ; la Région intervient pour 800 €.",
    "brought by another": "L'Aviron du Gué refait son ponton ; le Département apporte 800 €.",
}


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_a_sum_that_is_only_told_is_background(text: str) -> None:
    told = read(f"{text}\nLe Conseil, après en avoir délibéré, attribue 300 € à l'association Aviron du Gué.")
    assert told == {"granted": [CLUBS[0]], "background": [("Aviron du Gué", 800)]}


def test_who_speaks_in_the_debate_asks_for_nothing() -> None:
    told = read("M. DURAND souhaite qu'une aide de 800 € soit étudiée.\nLe Conseil attribue 300 € à l'Aviron du Gué.")
    assert told["granted"] == [CLUBS[0]]
    assert ("DURAND", 800) not in told["background"]


def test_a_text_without_accents_gives_to_whom_a_leads() -> None:
    text = "Le Conseil decide d allouer 300,- euros a l Aviron du Gue pour la saison."
    [act] = extract(Document("page.txt", HEAD.replace("é", "e").format(title="Subvention") + text, "0" * 64))
    assert [(g.beneficiary, g.amount) for g in act.deliberations[0].funding] == [("Aviron du Gue", 300)]
