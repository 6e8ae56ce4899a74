"""The vote, as it is told."""

from __future__ import annotations

from typing import Any

import pytest

from delibgraph.facts import Vote
from tests.extraction.page import LISTS, act, page

CASES: dict[str, dict[str, Any]] = {
    "Le Conseil approuve par 12 voix pour, deux conseillers ayant voté contre et 3 membres s'étant abstenus.": {
        "unanimous": False,
        "for_": 12,
        "against": 2,
        "abstentions": 3,
    },
    "Le Conseil, à l'unanimité des présents :\n- APPROUVE le programme ;\n- DIT que les crédits sont au budget ;\n"
    "- DONNE pouvoir au Maire pour signer toute pièce utile à ce dossier et à ses suites.\n\n"
    "Vote : Pour 18 – Contre 0 – Abstention 0": {"unanimous": True, "for_": 18, "against": 0, "abstentions": 0},
    "Le Conseil, après en avoir délibéré, à l'unanimité, approuve le programme.": {"unanimous": True},
    "Le Conseil, après en avoir délibéré, approuve le programme. Adopté à l’unanimité.": {"unanimous": True},
    "Le Conseil approuve, à l unanimité, le programme.": {"unanimous": True},
    "Le Conseil, à l'unanimité moins une abstention, approuve le programme.": {"unanimous": False, "abstentions": 1},
    "Le Conseil, à l'unanimité, moins deux voix contre, approuve le programme.": {"unanimous": False, "against": 2},
    "Le Conseil approuve le programme.\n\nPrésents\tPouvoirs\tPour\tContre\tAbstention\n9\t2\t8\t1\t2": {
        "unanimous": False,
        "for_": 8,
        "against": 1,
        "abstentions": 2,
    },
    "Le Conseil approuve le programme. Pour : 17 - Contre : 0 - Abstention : 0": {
        "unanimous": True,
        "for_": 17,
        "against": 0,
        "abstentions": 0,
    },
    "Le Conseil, par 14 voix pour, 1 contre et 2 abstentions, approuve le programme.": {
        "unanimous": False,
        "for_": 14,
        "against": 1,
        "abstentions": 2,
    },
    "Le Conseil approuve à la majorité le programme (deux voix contre).": {"unanimous": False, "against": 2},
    "Le Conseil, par 12 voix pour et aucune contre, décide le programme.": {
        "unanimous": False,
        "for_": 12,
        "against": 0,
    },
    "Le Conseil, par 3 voix pour et 12 voix contre, rejette le programme.": {
        "outcome": "rejected",
        "unanimous": False,
        "for_": 3,
        "against": 12,
    },
    "Le Conseil, à l'unanimité, M. Hugo BARSAC s'abstenant, approuve le programme.": {
        "unanimous": True,
        "abstentions": 1,
    },
    "Le Conseil, à la majorité, M. Hugo BARSAC (et son mandant) s'abstenant, approuve le programme.": {
        "unanimous": False,
        "abstentions": 2,
    },
    "Le Conseil approuve : M. Paul DELMAS vote contre, Mmes Anne FERROL et Léa CORVANT s'abstiennent.": {
        "unanimous": False,
        "against": 1,
        "abstentions": 2,
    },
    "Le Conseil approuve le programme. M. DELMAS et Mme FERROL se sont abstenus.": {
        "unanimous": False,
        "abstentions": 2,
    },
    "Le Conseil approuve le programme par 17 voix POUR. ONT VOTÉ CONTRE : /": {"for_": 17, "against": 0},
    "Le Conseil approuve le programme.\nVote : Pour : 14\nContre : 2 (M. DELMAS, Mme FERROL)\nAbstention : néant": {
        "for_": 14,
        "against": 2,
        "abstentions": 0,
    },
    "Le Conseil approuve. Pour : 14 ; Contre : M. DELMAS, Mme FERROL ; Abstentions : Mme CORVANT": {
        "for_": 14,
        "against": 2,
        "abstentions": 1,
    },
    "Le Conseil approuve.\nPOUR .......... 14\nCONTRE ........ 2\nABSTENTION .... 1": {
        "for_": 14,
        "against": 2,
        "abstentions": 1,
    },
    "Le Conseil approuve.\n14 POUR     2 CONTRE     1 ABSTENTION(S)": {"for_": 14, "against": 2, "abstentions": 1},
    "Le Conseil approuve.\n14 voix pour - 2 voix contre - 0 abstention": {"for_": 14, "against": 2, "abstentions": 0},
    "Le Conseil approuve.\nVotants : 17 – Pour : 14 – Contre : 2 – Abst. : 1": {
        "for_": 14,
        "against": 2,
        "abstentions": 1,
    },
    "Délibération adoptée à l'unanimité (17 voix).": {"unanimous": True, "for_": 17},
    "Le Conseil adopte le programme à l'unanimité ( 17 votes ).": {"unanimous": True, "for_": 17},
    "Le Conseil approuve. VOTE : POUR 14 CONTRE 2 ABSTENTION 1": {"for_": 14, "against": 2, "abstentions": 1},
    "Adopté à la majorité.\nM. Paul DELMAS vote contre.\nMmes FERROL et CORVANT s'abstiennent.": {
        "against": 1,
        "abstentions": 2,
    },
    "Adopté à la majorité avec l'abstention de Mme FERROL et M. DELMAS.": {"abstentions": 2},
    "Le Conseil approuve par douze voix pour, deux voix contre et une abstention.": {
        "for_": 12,
        "against": 2,
        "abstentions": 1,
    },
    "Le Conseil, à l'unanimité, approuve le programme. M. DELMAS ne prend pas part au vote.": {"unanimous": True},
    "Le Conseil approuve à l'unanimité des suffrages exprimés (3 abstentions).": {"unanimous": True, "abstentions": 3},
    "Le Conseil approuve à l'unanimité le programme, soit 14 voix pour.": {"unanimous": True, "for_": 14},
    "Le Conseil approuve.\n\nPour | Contre | Abstention\n12 | 2 | 1": {"for_": 12, "against": 2, "abstentions": 1},
    "Le Conseil approuve.\nVote :\nPour\tContre\tAbstentions\n12\t2\t1": {"for_": 12, "against": 2, "abstentions": 1},
    "| POUR | CONTRE | ABSTENTION |\n|---|---|---|\n| 12 | 0 | 3 |\n\nLe Conseil approuve le programme.": {
        "for_": 12,
        "against": 0,
        "abstentions": 3,
    },
    "Le Conseil approuve.\nPour\n12\nContre\n2\nAbstention\n1\n": {"for_": 12, "against": 2, "abstentions": 1},
    "Votants : 15\nExprimés : 14\nPour : 12\nContre : 2\nAbstention : 1\nLe Conseil approuve.": {
        "for_": 12,
        "against": 2,
        "abstentions": 1,
    },
    "Nombre de votes pour : 15 ; nombre de votes contre : 1 ; abstentions : néant.": {
        "for_": 15,
        "against": 1,
        "abstentions": 0,
    },
    "Résultat du vote : OUI : 12 NON : 2": {"for_": 12, "against": 2},
    "Le Conseil donne son accord à 14 voix, pour entretenir les chemins.": {"for_": 14},
    "Le Conseil approuve le programme avec 24 voix.": {"for_": 24},
    "Le Conseil adopte le programme par 8 voix contre 6.": {"for_": 8, "against": 6},
    "Tout le monde est pour.": {"unanimous": True},
    "Le Conseil, après en avoir délibéré, unanime, approuve le programme.": {"unanimous": True},
    "Le programme est approuvé par un vote unanime.": {"unanimous": True},
    "Adopté à l'una-nimité.": {"unanimous": True},
    "Le Conseil approuve d'un commun accord le programme.": {"unanimous": True},
    "Le programme est adopté par l'ensemble des membres présents.": {"unanimous": True},
    "Le Conseil, quasi unanime, approuve le programme.": {"unanimous": None},
    "Tout le monde est pour sauf Mme FERROL qui s'abstient.": {"abstentions": 1},
    "Mis au vote.\nContre : 14": {"outcome": "rejected", "against": 14},
    "Mis au vote.\nContre : 1": {"against": 1},
    "Le Conseil municipal approuve le programme.": {"unanimous": None},
    "Le Conseil émet un avis favorable à l'unanimité.": {"unanimous": True},
    "Le Conseil émet un avis défavorable à l'unanimité.": {"unanimous": True},
    "Accord unanime du Conseil.": {"unanimous": True},
    "Tous les conseillers approuvent le programme.": {"unanimous": True},
    "Adopté par 12 voix sur 12.": {"unanimous": True, "for_": 12},
    "Le Conseil refuse la proposition à l'unanimité.": {"outcome": "rejected", "unanimous": True},
    "La proposition est rejetée par 8 voix contre 4.": {"outcome": "rejected", "for_": 4, "against": 8},
    "Le Conseil décide de reporter ce point à une prochaine séance.": {"outcome": "postponed", "unanimous": None},
    "Le Conseil décide d'ajourner la question.": {"outcome": "postponed", "unanimous": None},
    "Le Conseil décide de surseoir à statuer.": {"outcome": "postponed", "unanimous": None},
    "Le Conseil, Mme VALMY s'abstenant, approuve le programme.": {"abstentions": 1},
    "Le Conseil approuve à la majorité. Ont voté contre : M. A, Mme B. S'est abstenue : Mme C.": {
        "against": 2,
        "abstentions": 1,
    },
    "Le Conseil approuve à l'unanimité. (Abstention de Mme VALMY)": {"unanimous": True, "abstentions": 1},
    "Le Conseil, par onze voix pour, une voix contre et zéro abstention, approuve.": {
        "for_": 11,
        "against": 1,
        "abstentions": 0,
    },
    "Le Conseil, à la majorité (abstention : 1 Mme VALMY, pour : 11) :\n* décide d'adhérer.": {
        "for_": 11,
        "abstentions": 1,
    },
    "Le Conseil, à 33 voix pour et 1abstention, approuve le programme.": {"for_": 33, "abstentions": 1},
    "Le Conseil approuve.\npour (11) contre (1) abstention (0)": {"for_": 11, "against": 1, "abstentions": 0},
    "Nombre d'élus ayant voté pour : 11\nNombre d'élus ayant voté contre : 1\n\nLe Conseil approuve.": {
        "for_": 11,
        "against": 1,
    },
    "Vu l'avis favorable de la commission par 5 voix pour et 2 contre,\n"
    "Le Conseil, après en avoir délibéré, à l'unanimité, approuve.": {"unanimous": True},
    "Considérant que le comité a rendu un avis favorable à l'unanimité,\n"
    "Le Conseil, après en avoir délibéré, par 11 voix pour et 1 contre, approuve.": {"for_": 11, "against": 1},
    "VOTE DES SUBVENTIONS\nLe Conseil vote à l'unanimité le programme.": {"unanimous": True},
    "Le Conseil approuve le programme.\nAdopté, abstention du groupe Vidour Autrement": {"unanimous": None},
    "Le Conseil, ouï l'exposé et après en avoir délibéré, DONNE SON ACCORD.": {"unanimous": None},
}


@pytest.mark.parametrize(("decision", "told"), CASES.items())
def test_forms(decision: str, told: dict[str, Any]) -> None:
    vote = act(decision=decision).deliberations[0].vote
    assert vote is not None
    expected = Vote(**{"outcome": "adopted", "unanimous": False, **told})
    got = (vote.outcome, vote.unanimous, vote.for_, vote.against, vote.abstentions)
    assert got == (expected.outcome, expected.unanimous, expected.for_, expected.against, expected.abstentions)


def test_the_span_holds_the_words_that_tell_it() -> None:
    decision = "Il est rappelé le contexte.\n\nLe Conseil, par 14 voix pour et 1 contre, approuve le programme."
    vote = act(decision=decision).deliberations[0].vote
    assert vote is not None
    assert vote.span is not None
    assert "14 voix pour et 1 contre" in page(decision=decision)[slice(*vote.span)]


def test_the_figures_of_the_heading_where_the_decision_tells_none() -> None:
    head = f"VOTE : Pour : 13 Contre : 0 Abstention : 0\n\n{LISTS}"
    for decision in ("Le Conseil :\n- APPROUVE le programme.", "Le Conseil :\n- ACCORDE 500 € au Club Léo."):
        vote = act(lists=head, decision=decision).deliberations[0].vote
        assert vote is not None
        assert (vote.outcome, vote.for_, vote.against, vote.abstentions) == ("adopted", 13, 0, 0)


@pytest.mark.parametrize(
    "decision",
    [
        "Le Conseil prend acte de la communication de M. le Maire.",
        "Le Conseil refuse le programme proposé.",
        "Le Conseil émet un avis réservé.",
    ],
)
def test_no_vote_is_told(decision: str) -> None:
    assert act(decision=decision).deliberations[0].vote is None


def test_the_grant_s_vote_among_several() -> None:
    decision = (
        "Le Conseil, à l'unanimité, approuve le procès-verbal.\n\n"
        "Le Conseil, par 14 voix pour et 1 contre, attribue à l'association Les Vanneaux une subvention de 800 €."
    )
    vote = act(decision=decision).deliberations[0].vote
    assert vote is not None
    assert (vote.unanimous, vote.for_, vote.against) == (False, 14, 1)


def test_named_votes_beside_a_majority() -> None:
    decision = "Adopté à la majorité, M. Paul DELMAS vote contre, Mme Anne FERROL et Mme Léa CORVANT s'abstiennent."
    vote = act(decision=decision).deliberations[0].vote
    assert vote is not None
    assert (vote.unanimous, vote.against, vote.abstentions) == (False, 1, 2)


@pytest.mark.parametrize(
    ("decision", "against", "abstentions"),
    [
        ("Le Conseil approuve le programme à la majorité.\nContre : Groupe Vidour Ensemble", None, None),
        ("Le Conseil approuve le programme à la majorité.\nAbstention : groupe des Combes", None, None),
        ("Le Conseil approuve le programme à la majorité.\nContre : 3 (groupe Vidour Ensemble)", 3, None),
        ("Le Conseil approuve le programme à la majorité.\nContre : M. Hugo BARSAC, Mme Léa CORVANT", 2, None),
        ("Le Conseil approuve le programme à la majorité.\nAbstention : M. Hugo GROUPEL", None, 1),
        ("Le Conseil approuve à la majorité (les membres du groupe Vidour s'abstiennent).", None, None),
        ("Le Conseil approuve à la majorité (Mme Léa CORVANT, présidente du groupe Vidour, s'abstient).", None, 1),
        (
            "Le Conseil approuve le programme.\ncontre : Paul DELMAS\ns'abstiennent : Anne FERROL (et son mandant Luc "
            "GARNEL)\npour : les autres membres",
            1,
            2,
        ),
    ],
)
def test_nobody_knows_how_many_a_group_is(decision: str, against: int | None, abstentions: int | None) -> None:
    vote = act(page(decision)).deliberations[0].vote
    assert vote is not None
    assert (vote.unanimous, vote.against, vote.abstentions) == (False, against, abstentions)


@pytest.mark.parametrize(("said", "told"), [("à l'unanimité", (9, 0, 0)), ("à la majorité", (None, None, None))])
def test_the_figures_that_the_heading_prints_for_a_unanimous_vote(said: str, told: tuple[int | None, ...]) -> None:
    heading = "Présents : 8\nVotants : 9\nPour : 9\nContre : 0\nAbstention : 0\n\n"
    vote = act(heading + LISTS, f"Le Conseil, après en avoir délibéré, {said}, décide.").deliberations[0].vote
    assert vote is not None
    assert (vote.for_, vote.against, vote.abstentions) == told


def test_as_many_in_favour_as_could_vote_are_unanimous() -> None:
    sitting = act(decision="Le Conseil approuve le programme.").sitting
    voters = sum(entry.status == "present" for entry in sitting.attendance) + len(sitting.proxies)
    for ayes, unanimous in ((voters, True), (voters - 1, False)):
        vote = act(decision=f"Le Conseil approuve le programme. Vote : {ayes} pour.").deliberations[0].vote
        assert vote is not None
        assert (vote.for_, vote.unanimous) == (ayes, unanimous)
