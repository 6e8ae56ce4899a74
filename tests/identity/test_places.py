"""Generic names stay at home, bodies of one name are told by department, numbers beside names decide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from delibgraph.facts import Act, Organisation
from delibgraph.identity import resolve

ActMaker = Callable[..., Act]
GENERIC = [
    "comité des fêtes",
    "association sportive",
    "coopérative scolaire",
    "amicale des sapeurs-pompiers",
    "ADMR",
    "École Jules Ferry",
    "Anciens combattants",
    "l'amicale laïque",
]


@pytest.mark.parametrize("name", GENERIC)
def test_a_generic_name_of_two_communes_is_two_organisations(act: ActMaker, name: str) -> None:
    acts = [act(1, body="Trelles", granted=[name]), act(2, body="Lyrac", granted=[name])]
    identities = resolve(acts)
    assert len(identities.organisations) == 2
    assert identities.organisation(acts[0], name).key.startswith("trelles/")
    assert identities.organisation(acts[1], name).key.startswith("lyrac/")


def test_a_generic_name_goes_with_the_commune_named_beside_it(act: ActMaker) -> None:
    acts = [
        act(1, body="Trelles", granted=["Comité des fêtes"]),
        act(2, body="Lyrac", granted=["Comité des fêtes de Trelles", "Comité des fêtes"]),
    ]
    identities = resolve(acts)
    here = identities.organisation(acts[0], "Comité des fêtes")
    assert here == identities.organisation(acts[1], "Comité des fêtes de Trelles")
    assert here != identities.organisation(acts[1], "Comité des fêtes")
    assert here.key == "trelles/comite-des-fetes"


def test_a_commune_s_name_that_two_bodies_bear_tells_nothing_to_a_third(act: ActMaker) -> None:
    acts = [
        act(1, body="Saint-Jean", siren="214200770", granted=["Comité des fêtes"]),
        act(2, body="Saint-Jean", siren="213100778", granted=["Comité des fêtes"]),
        act(3, body="Lyrac", granted=["Comité des fêtes de Saint-Jean"]),
    ]
    assert len(resolve(acts).organisations) == 3


def test_a_proper_name_is_known_everywhere(act: ActMaker) -> None:
    acts = [act(1, body="Trelles", granted=["Mécaloire"]), act(2, body="Lyrac", granted=["MECALOIRE"])]
    assert list(resolve(acts).organisations) == ["mecaloire"]


@pytest.mark.parametrize("sirens", [("214200770", "214200788"), ("214200770", "213100778")])
def test_a_club_s_own_name_is_known_within_its_department(act: ActMaker, sirens: tuple[str, str]) -> None:
    acts = [act(n, body=f"Val-{n}", siren=siren, granted=["Tennis club des Aulnes"]) for n, siren in enumerate(sirens)]
    is_one_department = sirens[0][2:4] == sirens[1][2:4]
    assert len(resolve(acts).organisations) == (1 if is_one_department else 2)


def _numbered(name: str, *numbers: str) -> Organisation:
    return Organisation(name, (0, 1), identifiers=numbers)


@pytest.mark.parametrize("number", ["732829320", "W423001234"])
def test_one_number_is_one_organisation_whatever_its_names(act: ActMaker, number: str) -> None:
    acts = [
        act(1, organisations=[_numbered("Mécaloire", number)]),
        act(2, body="Lyrac", organisations=[_numbered("Grappe du Gier", number)]),
    ]
    (organisation,) = resolve(acts).organisations.values()
    assert organisation.identifiers == (number,)


def test_the_establishments_of_one_unit_are_one(act: ActMaker) -> None:
    acts = [act(1, granted=["Fonderies Marteau, SIRET 732 829 320 00074"])]
    acts.append(act(2, organisations=[_numbered("Fonderie Bleue", "73282932000082")]))
    (organisation,) = resolve(acts).organisations.values()
    assert organisation.identifiers == ("73282932000074", "73282932000082")


def test_two_sirens_are_two_organisations_of_one_name(act: ActMaker) -> None:
    acts = [
        act(1, organisations=[_numbered("Openscop", "732829320")]),
        act(2, organisations=[_numbered("OPENSOP", "552100554")]),
    ]
    assert len(resolve(acts).organisations) == 2


def test_an_acronym_stands_for_the_only_name_with_its_initials(act: ActMaker) -> None:
    acts = [
        act(1, granted=["Groupe Alpin des Bergers"]),
        act(2, granted=["G.A.B."]),
        act(3, body="Lyrac", granted=["GAB"]),
    ]
    identities = resolve(acts)
    assert identities.organisation(acts[1], "G.A.B.") == identities.organisation(acts[0], "Groupe Alpin des Bergers")
    other = [*acts, act(4, granted=["Gymnastes Associés du Bois"])]
    assert resolve(other).organisation(acts[1], "G.A.B.") != resolve(other).organisation(
        acts[0], "Groupe Alpin des Bergers"
    )


@pytest.mark.parametrize(
    ("left", "right", "count"),
    [
        ("Trelles (42)", "Trelles (Loire)", 1),
        ("Trelles (42)", "TRELLES (département de la Loire)", 1),
        ("Trelles (42)", "Trelles", 1),
        ("Trelles (42)", "Trelles (38)", 2),
        ("Trelles (Corse-du-Sud)", "Trelles (2A)", 1),
    ],
)
def test_bodies_of_one_name_are_told_by_department(act: ActMaker, left: str, right: str, count: int) -> None:
    assert len(resolve([act(1, body=left), act(2, body=right)]).bodies) == count


def test_a_name_and_a_department_find_the_siren_of_that_department(act: ActMaker) -> None:
    acts = [
        act(1, body="Trelles", siren="214200770"),
        act(2, body="Trelles", siren="213800778"),
        act(3, body="Trelles (Isère)"),
    ]
    identities = resolve(acts)
    assert identities.body(acts[2]).key == "213800778"
