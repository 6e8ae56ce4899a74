"""What is said of organisations: relations, offices, members, acronyms and former names; and what is said of nobody."""

from __future__ import annotations

import pytest

from delibgraph.facts import Deliberation
from tests.extraction.page import act, page

APPROVES = "\n\nLe Conseil municipal, après en avoir délibéré, à l'unanimité, approuve."

RELATIONS: dict[str, tuple[tuple[str | None, str, str], ...]] = {
    "L'association Rues Vertes, relais territorial du pôle Vidour, conseille les entreprises.": (
        ("Rues Vertes", "relay-of", "Vidour"),
    ),
    "Le pôle CIMAX s'appuie dans ce volet territorial sur les grappes industrielles dont Mécarive.": (
        ("Mécarive", "relay-of", "CIMAX"),
    ),
    "Le cluster Mécarive est membre de la Fédération nationale des Clusters et de l'Alliance Industrie.": (
        ("Mécarive", "member-of", "Fédération nationale des Clusters"),
        ("Mécarive", "member-of", "Alliance Industrie"),
    ),
    "La société Mécadur, membre du cluster Mécarive, et la société Alpex, adhérente à la grappe Vidourix.": (
        ("Mécadur", "member-of", "Mécarive"),
        ("Alpex", "member-of", "Vidourix"),
    ),
    "La commune renouvelle son adhésion à l'association Rues Vertes.": ((None, "member-of", "Rues Vertes"),),
    "La grappe Mécarive a été labellisée par le pôle CIMAX.": (("Mécarive", "labelled-by", "CIMAX"),),
    "L'association Rues Vertes, en partenariat avec l'association Vidour Judo, organise la fête.": (
        ("Rues Vertes", "partner-of", "Vidour Judo"),
    ),
    "Le cluster Mécarive est actif : le partenariat engagé par Mécarive avec FACADE et Vidour Entreprendre continue.": (
        ("Mécarive", "partner-of", "FACADE"),
        ("Mécarive", "partner-of", "Vidour Entreprendre"),
    ),
    "Le projet ALPHA porté par l'association Rues Vertes est labellisé par le pôle CIMAX.": (
        ("projet ALPHA", "borne-by", "Rues Vertes"),
        ("projet ALPHA", "labelled-by", "CIMAX"),
    ),
    # nobody's
    "La commune met fin à l'adhésion à l'association Rues Vertes.": (),
    "Le pôle CIMAX, labellisé par l'État en 2022, est actif.": (),
    "Sur 2022, douze projets ont été labellisés par le pôle CIMAX et portés par deux entreprises.": (),
    "Le projet de halle porté par la commune est approuvé.": (),
    "La poursuite du partenariat avec la Cité du Bois et la délégation départementale de la Loire est utile.": (),
    "Les huit communes membres de la Communauté soutiennent l'association Rues Vertes.": (),
}

OFFICES: dict[str, tuple[tuple[str, str | None, str], ...]] = {
    "M. Guy ROCHE, président du club Vidour Basket, et Mme Anne PETIT, trésorière de l'association Rues Vertes.": (
        ("Guy ROCHE", "président", "club Vidour Basket"),
        ("Anne PETIT", "trésorière", "Rues Vertes"),
    ),
    "Le président de l'association Rues Vertes, M. Paul MARTIN, présente le bilan.": (
        ("Paul MARTIN", "président", "Rues Vertes"),
    ),
    "Le cluster Mécarive, présidé par Mme Léa BLANC, est actif.": (("Léa BLANC", "président", "Mécarive"),),
    "La grappe Mécarive a changé. Ainsi, Bastien AUBIN de la société ORME ASTRAL en est le nouveau Président.": (
        ("Bastien AUBIN", None, "ORME ASTRAL"),
        ("Bastien AUBIN", "Président", "Mécarive"),
    ),
    "Mme Claire BLANC, conseillère municipale et présidente de l'école de musique « Les Cordes », sort de la salle.": (
        ("Claire BLANC", "présidente", "Les Cordes"),
    ),
    "M. Guy ROCHE est élu président du conseil d'administration de l'association Rues Vertes.": (
        ("Guy ROCHE", "président", "Rues Vertes"),
    ),
    "Jean Roche, directeur de la Mission locale du Vidour, présente le rapport.": (
        ("Jean Roche", "directeur", "Mission locale du Vidour"),
    ),
    "L'association Rues Vertes reçoit 500 €. M. Guy ROCHE, président de l'association, ne prend pas part au vote.": (
        ("Guy ROCHE", "président", "Rues Vertes"),
    ),
    "L'association Rues Vertes, représentée par sa présidente, Mme Anne PETIT, occupe la salle.": (
        ("Anne PETIT", "présidente", "Rues Vertes"),
    ),
    "Le cluster Mécarive, représenté par M. Guy ROCHE, son directeur général, demande une aide.": (
        ("Guy ROCHE", "directeur général", "Mécarive"),
    ),
    "La grappe Vidourix réunit dix ateliers. Elle est présidée par M. Paul MARTIN, directeur technique d'Alpex.": (
        ("Paul MARTIN", "président", "Vidourix"),
        ("Paul MARTIN", "directeur technique", "Alpex"),
    ),
    "M. Guy ROCHE ne vote pas sur l'aide à l'association Rues Vertes, dont il est le trésorier.": (
        ("Guy ROCHE", "trésorier", "Rues Vertes"),
    ),
    "Pour l'association Rues Vertes, la Présidente, Anne PETIT.": (("Anne PETIT", "Présidente", "Rues Vertes"),),
    # nobody's
    "L'association Rues Vertes, représentée par son président, occupe la salle.": (),
    "M. Guy ROCHE, président de la Métropole, et Mme Anne PETIT, vice-présidente du Département, saluent.": (),
    "M. Guy ROCHE, 4ème Vice-Président. Le Président, Gaël PERRIN.": (),
    "Le président de l'association Rues Vertes présente le bilan.": (),
}

COUNTS: dict[str, tuple[tuple[str, int, str, str | None], ...]] = {
    "Mécarive est une association qui rassemble 61 entreprises et 13 organismes adhérents.": (
        ("Mécarive", 61, "entreprises", None),
        ("Mécarive", 13, "organismes", None),
    ),
    "Au 31 décembre 2023, le cluster Mécarive comptait 45 adhérents.": (("Mécarive", 45, "adhérents", "2023-12-31"),),
    "Le cluster Mécarive compte 1 048 membres en 2024.": (("Mécarive", 1048, "membres", "2024"),),
    "L'association Rues Vertes est présidée par M. Paul MARTIN et compte 120 adhérents.": (
        ("Rues Vertes", 120, "adhérents", None),
    ),
    "Avec ses 45 licenciés, le club Vidour Basket est actif.": (("club Vidour Basket", 45, "licenciés", None),),
    # nobody's
    "31 adhérents de l'association Rues Vertes ont participé pour un volume d'achat de 326 878 €.": (),
    "L'association Rues Vertes compte 12 salariés et un chiffre d'affaires de 420 millions d'euros.": (),
    "L'association Rues Vertes a réuni 100 participants.": (),
}

NAMES: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    "L'Agence nationale du Bois (ANB) est citée.": ("Agence nationale du Bois", "ANB", ()),
    "Le pôle CIMAX (Creating Integrated Machines) est cité.": ("CIMAX", "CIMAX", ()),
    "L'association « Vidour Danse » (anciennement « Danse Passion ») est citée.": (
        "Vidour Danse",
        None,
        ("Danse Passion",),
    ),
    "L'association Terres Libres, ex-Terres du Vidour, est citée.": ("Terres Libres", None, ("Terres du Vidour",)),
    "Vidour Emploi, devenu l'association Vidour Avenir, est cité.": ("Vidour Avenir", None, ("Vidour Emploi",)),
    "Le pôle CIMAX (Vallée du Vidour) est cité.": ("CIMAX", None, ()),
    "L'association Rues Vertes (Sarvis) est citée.": ("Rues Vertes", None, ()),
}


def said(words: str) -> Deliberation:
    [deliberation] = act(decision=words + APPROVES, title="VIE ASSOCIATIVE").deliberations
    return deliberation


@pytest.mark.parametrize("words", RELATIONS)
def test_relations(words: str) -> None:
    found = said(words).relations
    assert tuple((one.subject, one.kind, one.object) for one in found) == RELATIONS[words]
    assert all(one.is_project == bool(one.subject and one.subject.startswith("projet")) for one in found)


@pytest.mark.parametrize("words", OFFICES)
def test_offices(words: str) -> None:
    assert tuple((one.person, one.office, one.organisation) for one in said(words).offices) == OFFICES[words]


@pytest.mark.parametrize("words", COUNTS)
def test_members_and_no_sum_is_granted(words: str) -> None:
    found = said(words)
    counts = tuple((one.organisation, one.count, one.members, one.date) for one in found.member_counts)
    assert counts == COUNTS[words]
    assert found.funding == ()


@pytest.mark.parametrize("words", NAMES)
def test_acronyms_and_former_names(words: str) -> None:
    name, acronym, former = NAMES[words]
    [organisation] = said(words).organisations
    assert (organisation.name, organisation.acronym, organisation.former) == (name, acronym, former)
    assert set(former) <= set(organisation.also)


@pytest.mark.parametrize("words", [*RELATIONS, *OFFICES, *COUNTS])
def test_whoever_is_spoken_of_is_an_organisation_of_the_deliberation(words: str) -> None:
    found = said(words)
    named = {organisation.name for organisation in found.organisations}
    spoken = {one.object for one in found.relations} | {one.organisation for one in found.offices}
    spoken |= {one.subject for one in found.relations if one.subject and not one.is_project}
    spoken |= {one.organisation for one in found.member_counts}
    assert spoken <= named


@pytest.mark.parametrize("words", [*RELATIONS, *OFFICES, *COUNTS])
def test_a_span_holds_the_words_that_say_it(words: str) -> None:
    text = page(decision=words + APPROVES, title="VIE ASSOCIATIVE")
    found = said(words)
    for relation in found.relations:
        assert relation.object in text[slice(*relation.span)]
    for office in found.offices:
        assert office.person in text[slice(*office.span)]
    for count in found.member_counts:
        assert str(count.count) in text[slice(*count.span)].replace(" ", "")


def test_a_member_of_the_sitting_is_told_in_full() -> None:
    lists = "Étaient présents : M. Guy ROCHE, Mme Anne PETIT."
    [deliberation] = act(
        lists, "Mme PETIT, trésorière de l'association Rues Vertes, sort." + APPROVES, "VIE ASSOCIATIVE"
    ).deliberations
    assert [one.person for one in deliberation.offices] == ["Anne PETIT"]
