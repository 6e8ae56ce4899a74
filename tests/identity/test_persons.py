"""Persons: the pairs that are one person, the pairs that never are, and short names."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from delibgraph.facts import Act
from delibgraph.identity import Identities, Judgement, resolve

ActMaker = Callable[..., Act]

ONE_PERSON = [
    ("Gilles DURAND", "GILLES DURAND", "case"),
    ("Gilles DURAND", "Gilles Durand", "case"),
    ("Claude PELAC", "claude PELAC", "odd case"),
    ("Pierre NICOLAS", "Pierre NICOLAs", "odd case in a surname"),
    ("Françoise BÉRARD", "Francoise BERARD", "accents"),
    ("Gilles DURAND", "DURAND Gilles", "order"),
    ("Gilles DURAND", "Durand Gilles", "order, without capitals"),
    ("Jean-Paul VILLENET", "VILLENET JEAN PAUL", "order, capitals throughout"),
    ("Ramona GONZALEZ GRAIL", "GONZALEZ-GRAIL Ramona", "order and a hyphen in a compound surname"),
    ("Guillain DE FRANCE", "Guillain De FRANCE", "case of a particle"),
    ("Jean-Luc BASSON", "Jean Luc BASSON", "lost hyphen"),
    ("Marie-Cécile FLERAS", "MarieCécile FLERAS", "run together"),
    ("Marie-Cécile FLERAS", "FLERAS MarieCécile", "run together, other order"),
    ("Jean-Jacques LECAT", "Jean-\nJacques LECAT", "line end in a name"),
    ("Gwenaël LE HERMOL", "Gwenaël LEHERMOL", "lost space in a surname"),
    ("Sylvie VALENTE-LE HIR", "Sylvie VALENTE-LE-HIR", "hyphen for a space"),
    ("Jean d’ORMESSON", "Jean D'ORMESSON", "apostrophes"),
    ("Yves LECOCQ", "Yves LECOCCQ", "letter doubled"),
    ("Aline MOUSEGHIAN", "Aline MOUSSEGHIAN", "letter doubled in a long surname"),
    ("Régis CADEGROS", "Régis CADERGOS", "letters swapped"),
    ("Siham COLLET", "Siham COLIET", "shapes alike"),
    ("Nadia BERROUKECHE", "Nadia BEROUKECHE", "letter lost"),
    ("Emmanuelle CHAROLLAIS-CHEYTION", "Emmanuelle CHAROLAIS-CHEITION", "two slips in a very long surname"),
    ("DURAND G.", "G. DURAND", "initial on either side"),
    ("DRAMET", "Dramet", "a surname alone, case"),
]

TWO_PERSONS = [
    ("Jean-Luc DEGRAIX", "Jean-Claude DEGRAIX", "compound given names"),
    ("Jean DEGRAIX", "Jean-Luc DEGRAIX", "part of a compound given name"),
    ("Martin DELMERIN", "Martine DELMERIN", "given names of two genders"),
    ("Denis DELMERIN", "Denise DELMERIN", "given names of two genders"),
    ("Delmerin Denis", "Delmerin Denise", "the same, surname first, without capitals"),
    ("DELMERIN DENIS", "DELMERIN DENISE", "the same, capitals throughout"),
    ("Frédéric DURAND", "Frédérique DURAND", "given names of two genders"),
    ("Michel SEGELAND", "Michèle SEGELAND", "given names of two genders"),
    ("Paul MARTIN", "Paul MARTINE", "surname with a last letter more"),
    ("Paul DURAND", "Paul DURANT", "last letter of a surname"),
    ("Paul ROUSSEL", "Paul ROUSSELLE", "end of a surname"),
    ("Paul RENARD", "Paul RENAUD", "short surnames, one letter of another shape"),
    ("Paul RICARD", "Paul RICHARD", "short surnames, one letter more"),
    ("Paul PETIT", "Paul PETTIT", "surname of five letters"),
    ("Paul HERNANDEZ", "Paul FERNANDEZ", "first letter of a surname"),
    ("Paul CHARPENTIER", "Luc CHARPENTIER", "another given name"),
    ("Denis LAURENT", "Laurent DENIS", "given name and surname change places"),
    ("Yves LECOCQ", "Y. LECOCCQ", "initial and slip together"),
    ("Y. LECOCQ", "Y. LECOCCQ", "slip with initials alone"),
    ("Emmanuelle CHAROLLAIS", "Emmanuelle CHAROLLAIS-CHEYTION", "part of a compound surname"),
    ("Gilles DURAND", "DURAND", "surname alone in an act that names no such member"),
    ("Gilles DURAND", "P. DURAND", "another initial"),
    ("MC VERDAC", "Michel VERDAC", "two initials for one given name"),
]


def _same(acts: list[Act], left: str, right: str) -> bool:
    identities = resolve(acts)
    return identities.person(acts[0], left) == identities.person(acts[-1], right)


@pytest.mark.parametrize(("left", "right", "why"), ONE_PERSON)
def test_one_person(act: ActMaker, left: str, right: str, why: str) -> None:
    assert _same([act(1, [left]), act(2, [right])], left, right)


@pytest.mark.parametrize(("left", "right", "why"), TWO_PERSONS)
def test_two_persons(act: ActMaker, left: str, right: str, why: str) -> None:
    assert not _same([act(1, [left]), act(2, [right])], left, right)


def _sittings(act: ActMaker, *lists: list[str]) -> list[Act]:
    """One sitting a month with these lists, each with two members more."""
    return [
        act(n, [*names, "Zoé QUINEZ", "Luc OVIDAL"], date=datetime.date(2021, n + 1, 1))
        for n, names in enumerate(lists)
    ]


TAKES_THE_PLACE = [
    ("Paul DURAND", "Paul DURANT", True, "the end of a surname, between two sittings of the other name"),
    ("Paul PETIT", "Paul PETTIT", True, "a short surname"),
    ("Sabrina VERLOUX", "Sbrina VERLOUX", True, "a slip in the given name"),
    ("CATHERINE NAUTARD", "CATEHRINE NAUTARD", True, "capitals throughout"),
    ("Denis DELMERIN", "Denise DELMERIN", False, "two known given names"),
    ("Paul CHARPENTIER", "Luc CHARPENTIER", False, "another given name"),
    ("Paul MARVAL", "Paul MERVOT", False, "three letters"),
]


@pytest.mark.parametrize(("usual", "slip", "expected", "why"), TAKES_THE_PLACE)
def test_who_takes_another_s_place_for_a_while_is_the_same(
    act: ActMaker, usual: str, slip: str, expected: bool, why: str
) -> None:
    acts = _sittings(act, [usual], [slip], [usual])
    identities = resolve(acts)
    assert (identities.person(acts[0], usual) == identities.person(acts[1], slip)) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Emmanuelle CHAROLLAIS", "Emmanuelle CHAROLLAIS-CHEYTION"),
        ("Emmanuelle CHAROLLAIS", "CHEYTION-CHAROLLAIS Emmanuelle"),
        ("Emmanuelle CHAROLLAIS", "Emmanuelle CHAROLLAIS épouse CHEYTION"),
    ],
)
def test_a_surname_grows_by_marriage(act: ActMaker, before: str, after: str) -> None:
    acts = _sittings(act, [before], [before], [after])
    assert _same(acts, before, after)
    beside = [*acts, act(9, [before, after])]
    assert not _same(beside, before, after)


@pytest.mark.parametrize("holder", ["E. MARSETR", "MARSETR", "Estelle MARSETR"])
def test_a_holder_is_the_member_listed_but_for_a_slip(act: ActMaker, holder: str) -> None:
    only = act(1, ["Estelle MARSERT", "Zoé QUINEZ", "Luc OVIDAL"], [("Zoé QUINEZ", holder)])
    assert resolve([only]).person(only, holder).name == "Estelle MARSERT"


@pytest.mark.parametrize(
    "pair", [("Yves LECOCQ", "Yves LECOCCQ"), ("Gilles DURAND", "G. DURAND"), ("Gilles DURAND", "DURAND")]
)
@pytest.mark.parametrize("where", ["listed", "proxies", "replaced"])
def test_side_by_side_is_never_one(act: ActMaker, pair: tuple[str, str], where: str) -> None:
    beside = act(1, pair) if where == "listed" else act(1, **{where: [pair]})
    assert not _same([beside], *pair)


def test_side_by_side_in_one_act_parts_them_in_all(act: ActMaker) -> None:
    acts = [act(1, ["Yves LECOCQ"]), act(2, ["Yves LECOCQ", "Yves LECOCCQ"]), act(3, ["Yves LECOCCQ"])]
    assert not _same(acts, "Yves LECOCQ", "Yves LECOCCQ")
    (row,) = resolve(acts).judgements
    assert (row.judgement, row.left, row.right) == ("different", "Yves LECOCCQ", "Yves LECOCQ")
    assert "one list" in row.reason


def test_a_constraint_holds_through_a_chain(act: ActMaker) -> None:
    """The middle spelling is equally near to two that stand side by side, and joins neither."""
    acts = [
        act(1, ["Anne CHARBONIER", "Anne CHARBONNIERR"]),
        act(2, ["Anne CHARBONNIER"]),
        act(3, ["Anne CHARRBONNIER"]),
    ]
    identities = resolve(acts)
    left, right = (identities.person(acts[0], name) for name in ("Anne CHARBONIER", "Anne CHARBONNIERR"))
    assert left != right


def test_equally_near_to_two_different_people_joins_neither(act: ActMaker) -> None:
    acts = [act(1, ["Anne MORELLON", "Anne MORRELON"]), act(2, ["Anne MORELON"])]
    identities = resolve(acts)
    assert len(identities.persons) == 3
    assert {row.judgement for row in identities.judgements} == {"different"}
    assert any("fits as well" in row.reason for row in identities.judgements)


def test_one_name_printed_twice_in_one_act_is_one_person(act: ActMaker) -> None:
    """Present until an hour and represented from then on, in another order and with a lost hyphen."""
    names = ["Marie-Cécile FLERAS", "FLERAS Marie-Cécile", "MarieCécile FLERAS"]
    only = act(1, names)
    (person,) = resolve([only]).persons.values()
    assert {person.name, *person.also} == set(names)


@pytest.mark.parametrize(
    ("civilities", "expected"),
    [(("M.", "M."), 1), (("M.", None), 1), (("M.", "Mme"), 2), (("Monsieur", "MM."), 1), (("Mlle", "Mme"), 1)],
)
def test_civility_speaks_against_a_slip(act: ActMaker, civilities: tuple[str, str], expected: int) -> None:
    acts = [act(1, [("Dominique LECOCQ", civilities[0])]), act(2, [("Dominique LECOCCQ", civilities[1])])]
    assert len(resolve(acts).persons) == expected


def test_civility_parts_through_a_chain(act: ActMaker) -> None:
    """A spelling without civility is equally near to a man and to a woman, and joins neither."""
    acts = [act(1, [("Dominique LECOCCQ", "M.")]), act(2, ["Dominique LECOCQ"]), act(3, [("Dominique LECCOCQ", "Mme")])]
    assert len(resolve(acts).persons) == 3


def test_civility_does_not_speak_against_equal_names(act: ActMaker) -> None:
    acts = [act(1, [("Christine DUPENLOUP", "M.")]), act(2, [("DUPENLOUP Christine", "Mme")])]
    assert len(resolve(acts).persons) == 1


SHORT = [
    ("MC VERDAC", ["VERDAC Marie-Claude", "VERDAC Paul"], "VERDAC Marie-Claude"),
    ("A DUVERIN", ["DUVERIN Adrien-Jean"], "DUVERIN Adrien-Jean"),
    ("J-M. CREMEAU", ["Jean-Marc CREMEAU", "Jean-Luc CREMEAU"], "Jean-Marc CREMEAU"),
    ("Ph. DURAND", ["Paul DURAND", "Philippe DURAND"], "Philippe DURAND"),
    ("M-Christine THIVANT", ["Marie-Christine THIVANT", "Marc THIVANT"], "Marie-Christine THIVANT"),
    ("PIGNEL-CRÉMAS", ["Hubert PIGNEL-CRÉMAS", "Hubert PIGNEL"], "Hubert PIGNEL-CRÉMAS"),
    ("PERRY", ["Pierre PERRY", "Guy ORVELLE"], "Pierre PERRY"),
    ("Servot", ["Christian Servot", "Servot-Martin Luc"], "Christian Servot"),
    ("SEGIN", ["M. SEGIN", "M. VILLERT"], "M. SEGIN"),
    ("DURAND", ["Gilles DURAND", "Paul DURAND"], None),
    ("G. DURAND", ["Gilles DURAND", "Guy DURAND"], None),
    ("Laurent", ["Laurent Durand", "Paul Martin"], None),
    ("MARTIN", ["Martin DUPONT"], None),
]


@pytest.mark.parametrize(("short", "members", "meant"), SHORT)
def test_a_short_name_means_the_only_member_whom_it_fits(
    act: ActMaker, short: str, members: list[str], meant: str | None
) -> None:
    only = act(1, [*members, "Zoé QUINEZ"], [("Zoé QUINEZ", short)])
    identities = resolve([only])
    person = identities.person(only, short)
    if meant is None:
        assert person.name == short
    else:
        assert person == identities.person(only, meant)
        assert (short in person.also) or (short == person.name)


def test_a_surname_means_another_member_in_another_act(act: ActMaker) -> None:
    acts = [act(1, ["Gilles DURAND"], [("A B", "DURAND")]), act(2, ["Paul DURAND"], [("A B", "DURAND")])]
    acts.append(act(3, ["Paul DURAND", "Gilles DURAND"], [("A B", "DURAND")]))
    identities = resolve(acts)
    assert [identities.person(each, "DURAND").name for each in acts] == ["Gilles DURAND", "Paul DURAND", "DURAND"]


def test_a_grantor_is_not_their_own_holder(act: ActMaker) -> None:
    only = act(1, ["Gilles DURAND", "Paul DURAND"], [("Paul DURAND", "DURAND")])
    assert resolve([only]).person(only, "DURAND").name == "Gilles DURAND"


@pytest.mark.parametrize(
    ("others", "meant"),
    [
        (["Gilles DURAND"], "Gilles DURAND"),
        (["Gilles DURAND", "Guy DURAND"], "G. DURAND"),
        (["Paul DURAND"], "G. DURAND"),
    ],
)
def test_initials_mean_the_only_one_of_the_body(act: ActMaker, others: list[str], meant: str) -> None:
    acts = [act(1, ["G. DURAND"]), act(2, others)]
    assert resolve(acts).person(acts[0], "G. DURAND").name == meant


def test_initials_beside_another_spelling_of_a_namesake_mean_nobody(act: ActMaker) -> None:
    """In the whole body two namesakes fit, and that one of them stands beside the initials decides nothing."""
    acts = [act(1, ["G. LECOCQ", "Gilles LECOCCQ"]), act(2, ["Gilles LECOCQ"]), act(3, ["Guy LECOCQ"])]
    identities = resolve(acts)
    assert identities.person(acts[0], "G. LECOCQ").name == "G. LECOCQ"
    assert identities.person(acts[0], "Gilles LECOCCQ") == identities.person(acts[1], "Gilles LECOCQ")


def test_more_initials_say_more(act: ActMaker) -> None:
    acts = [act(1, ["J. CREMEAU", "J.-M. CREMEAU"]), act(2, ["Jean-Marc CREMEAU"])]
    identities = resolve(acts)
    assert identities.person(acts[0], "J.-M. CREMEAU").name == "Jean-Marc CREMEAU"
    assert identities.person(acts[0], "J. CREMEAU").name == "J. CREMEAU"


@pytest.mark.parametrize("name", ["Denis Laurent", "Laurent Denis"])
def test_where_both_orders_are_names_the_given_name_stands_first(act: ActMaker, name: str) -> None:
    acts = [act(1, ["Denis LAURENT", "Laurent DENIS"]), act(2, [name])]
    first, last = name.split()
    assert resolve(acts).person(acts[1], name) == resolve(acts).person(acts[0], f"{first} {last.upper()}")


def test_one_telling_spelling_tells_for_all_equal_ones(act: ActMaker) -> None:
    """Capitals throughout hide which word is the surname; another act shows it, and so a slip can be seen."""
    acts = [act(1, ["DAGEAUX DAVIT"]), act(2, ["Davit DAGEAUX"]), act(3, ["Davit DAGGEAUX"])]
    assert len(resolve(acts).persons) == 1


def test_namesakes_told_apart_by_an_initial_stay_apart(act: ActMaker) -> None:
    acts = [act(1, ["Gilles DURAND", "G. DURAND"]), act(2, ["Guy DURAND"]), act(3, ["G. DURAND"])]
    identities = resolve(acts)
    assert identities.person(acts[0], "G. DURAND") != identities.person(acts[0], "Gilles DURAND")


def test_civility_tells_which_member_is_meant(act: ActMaker) -> None:
    members = [("Gilles DURAND", "M."), ("Anne DURAND", "Mme")]
    acts = [act(1, members), act(2, [("DURAND", "Mme"), ("Luc SEGIN", "M.")], [("Gilles DURAND", "Anne DURAND")])]
    assert resolve(acts).person(acts[1], "DURAND").name == "Anne DURAND"


def test_persons_of_two_bodies_are_two(act: ActMaker) -> None:
    acts = [act(1, ["Jean MARTIN"]), act(2, ["Jean MARTIN"], body="Lyrac")]
    assert sorted(resolve(acts).persons) == ["lyrac/jean-martin", "ville-de-trelles/jean-martin"]


def test_the_name_is_the_most_frequent_full_one(act: ActMaker) -> None:
    acts = [act(n, ["Françoise BÉRARD"], [("A B", "BÉRARD"), ("C D", "F. BÉRARD")]) for n in range(3)]
    acts += [act(n, ["FRANCOISE BERARD"]) for n in range(3, 6)] + [act(6, ["Francoise BERARD"])]
    person = resolve(acts).person(acts[0], "BÉRARD")
    assert person.name == "Françoise BÉRARD"
    assert person.also == ("BÉRARD", "F. BÉRARD", "FRANCOISE BERARD", "Francoise BERARD")
    assert person.key == "ville-de-trelles/francoise-berard"


def test_equal_slugs_have_different_keys(act: ActMaker) -> None:
    acts = [act(1, ["LAURENT Denis", "DENIS Laurent"])]
    people = resolve(acts).persons
    assert sorted(people) == ["ville-de-trelles/denis-laurent", "ville-de-trelles/laurent-denis"]
    acts.append(act(2, ["Denis LAURENT"]))
    acts.append(act(3, ["Denis LAURENT"]))
    people = resolve(acts).persons
    assert sorted(people) == ["ville-de-trelles/denis-laurent", "ville-de-trelles/denis-laurent-2"]


def _rows(identities: Identities) -> list[tuple[str, str, str]]:
    return [(row.left, row.right, row.judgement) for row in identities.judgements]


def test_joins_are_judgements_unless_they_are_trivial(act: ActMaker) -> None:
    acts = [act(1, ["Yves LECOCQ", "Paul DURAND"]), act(2, ["Yves LECOCCQ", "DURAND PAUL"]), act(3, ["Yves LECOCQ"])]
    (row,) = resolve(acts).judgements
    assert row == Judgement(
        "person/ville-de-trelles/yves-lecocq",
        "Yves LECOCCQ",
        "Yves LECOCQ",
        "same",
        0.857,
        "equal given names, surnames a slip apart",
        bodies=("ville-de-trelles", "ville-de-trelles"),
    )


def test_refusals_are_judgements(act: ActMaker) -> None:
    only = act(1, ["Gilles DURAND", "Guy DURAND"], [("A B", "G. DURAND")])
    assert _rows(resolve([only])) == [
        ("G. DURAND", "Gilles DURAND", "different"),
        ("G. DURAND", "Guy DURAND", "different"),
    ]


def test_one_pair_is_one_row_with_the_best_score(act: ActMaker) -> None:
    acts = [act(1, ["Gilles DURAND"], [("A B", "G. DURAND")]), act(2, ["G. DURAND"])]
    assert [(row.right, row.score) for row in resolve(acts).judgements] == [("G. DURAND", 0.9)]
