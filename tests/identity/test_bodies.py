"""Bodies and organs: which names are one body's, with and without a SIREN."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from delibgraph.facts import Act
from delibgraph.identity import resolve

ActMaker = Callable[..., Act]

ONE_BODY = [
    ("Saint-Etienne Métropole", "SAINT ETIENNE METROPOLE", "case, accents, hyphens"),
    ("Saint-Etienne Métropole", "St-Étienne Métropole", "saint shortened"),
    ("Ville de Port-Sauzon", "Port-Sauzon", "ville de"),
    ("Ville de Port-Sauzon", "commune de Port Sauzon", "ville de, commune de"),
    ("Mairie d'Aups", "Aups", "elided article"),
    ("La Ville d’Aups", "Commune d'Aups", "article before ville"),
    ("Ville du Mans", "Le Mans", "article melted into du"),
    ("Commune des Abrets", "Les Abrets", "article melted into des"),
    ("Conseil général de la Haute-Maine", "Département de la Haute-Maine", "council and department"),
    ("Conseil départemental de la Haute-Maine", "DEPARTEMENT DE LA HAUTE MAINE", "council and department"),
    ("Conseil régional de Bretagne", "Région Bretagne", "council and region"),
    ("Pôle métropolitain du Genevois français", "Pole Metropolitain Genevois Francais", "little words of institutions"),
    ("La Métropole de Lyon", "Métropole de Lyon", "article before an institution"),
]

TWO_BODIES = [
    ("Communauté de communes de Trelles", "Trelles", "an intercommunal body and a commune"),
    ("Communauté de communes de Trelles", "Commune de Trelles", "an intercommunal body and a commune"),
    ("Métropole de Lyon", "Ville de Lyon", "a metropolis and a commune"),
    ("Communauté de communes du Val", "Communauté d'agglomération du Val", "two kinds of communauté"),
    ("Le Bois", "Les Bois", "articles in communes' names"),
    ("Saint-Martin", "Saint-Martin-de-Ré", "a longer name"),
    ("Trelles", "Treilles", "one letter: bodies join by equal names alone"),
]


@pytest.mark.parametrize(("left", "right", "why"), ONE_BODY)
def test_one_body(act: ActMaker, left: str, right: str, why: str) -> None:
    assert len(resolve([act(1, body=left), act(2, body=right)]).bodies) == 1


@pytest.mark.parametrize(("left", "right", "why"), TWO_BODIES)
def test_two_bodies(act: ActMaker, left: str, right: str, why: str) -> None:
    assert len(resolve([act(1, body=left), act(2, body=right)]).bodies) == 2


def test_a_siren_is_the_key_and_joins_any_names(act: ActMaker) -> None:
    acts = [act(1, body="Saint-Etienne Métropole", siren="244200770"), act(2, body="SEM", siren="244 200 770")]
    acts += [act(3, body="Métropole", siren="24420077000011"), act(4, body=None, siren="244200770")]
    (body,) = resolve(acts).bodies.values()
    assert (body.key, body.siren) == ("244200770", "244200770")
    assert {body.name, *body.also} == {"Saint-Etienne Métropole", "SEM", "Métropole"}


def test_a_name_joins_the_only_body_of_that_name_with_a_siren(act: ActMaker) -> None:
    acts = [act(1, body="Ville de Trelles", siren="214200770"), act(2, body="TRELLES")]
    identities = resolve(acts)
    assert identities.body(acts[1]).key == "214200770"
    assert [(row.about, row.right, row.judgement) for row in identities.judgements] == [
        ("body/214200770", "TRELLES", "same")
    ]


@pytest.mark.parametrize("number", ["", "12", "2142007701", "n° inconnu"])
def test_a_number_that_is_no_siren_counts_for_nothing(act: ActMaker, number: str) -> None:
    acts = [act(1, siren=number), act(2, siren="214200770")]
    identities = resolve(acts)
    assert list(identities.bodies) == ["214200770"]
    assert [row.reason for row in identities.judgements] == ["the only body of that name with a SIREN"]


def test_a_name_of_two_bodies_with_sirens_joins_neither(act: ActMaker) -> None:
    acts = [
        act(1, body="Trelles", siren="214200770"),
        act(2, body="Trelles", siren="215200778"),
        act(3, body="Trelles"),
    ]
    identities = resolve(acts)
    assert [identities.body(each).key for each in acts] == ["214200770", "215200778", "trelles"]
    assert [(row.judgement, {row.left, row.right}, row.bodies) for row in identities.judgements] == [
        ("undecided", {"Trelles"}, (siren, "")) for siren in ("214200770", "215200778")
    ]


DOUBTS: list[tuple[dict[str, str], dict[str, str], bool, str]] = [
    ({"body": "Port-Sauzon"}, {"body": "Port-Sauzom"}, True, "one letter apart"),
    ({"body": "Port-Sauzon", "siren": "214200770"}, {"body": "Port Sauzcn"}, True, "one letter, a SIREN in one"),
    ({"body": "Commune de Trelles"}, {"body": "TreIIes"}, False, "two letters apart"),
    ({"body": "Aups"}, {"body": "Aups I"}, False, "too short a name"),
    ({"body": "Trelles (Loire)"}, {"body": "Trelles (Ain)"}, False, "two departments"),
    ({"body": "Trelles", "kind": "commune"}, {"body": "Trelles", "kind": "métropole"}, False, "two kinds"),
    ({"body": "Port-Sauzon", "siren": "214200770"}, {"body": "Port-Sauzom", "siren": "215200778"}, False, "two SIRENs"),
    ({"body": "Trelles", "siren": "214200770"}, {"body": "Trelles", "siren": "214200710"}, True, "a misread SIREN"),
    ({"body": "Syndicat 12 du Val"}, {"body": "Syndicat 13 du Val"}, False, "another figure"),
]


@pytest.mark.parametrize(("left", "right", "is_asked", "why"), DOUBTS)
def test_bodies_that_may_be_one_are_undecided(
    act: ActMaker, left: dict[str, str], right: dict[str, str], is_asked: bool, why: str
) -> None:
    identities = resolve([act(1, **left), act(2, **right)])
    assert len(identities.bodies) == 2
    assert [row.judgement for row in identities.judgements] == ["undecided"] * is_asked


def test_a_name_without_department_may_be_that_of_each_place(act: ActMaker) -> None:
    acts = [act(1, body="Trelles (Loire)"), act(2, body="Trelles (Ain)"), act(3, body="Trelles")]
    identities = resolve(acts)
    assert len(identities.bodies) == 3
    assert sorted({row.left, row.right} for row in identities.judgements) == [
        {"Trelles", "Trelles (Ain)"},
        {"Trelles", "Trelles (Loire)"},
    ]


def test_members_in_common_raise_the_score_of_a_doubt(act: ActMaker) -> None:
    people = ["Zoé QUINEZ", "Luc OVIDAL", "Anne FLERAS"]
    acts = [act(1, people, body="Port-Sauzon"), act(2, people, body="Port-Sauzom")]
    [shared] = [row for row in resolve(acts).judgements if row.about.startswith("body/")]
    [alone] = resolve([acts[0], act(2, body="Port-Sauzom")]).judgements
    assert shared.score > alone.score
    assert "3 names in common" in shared.reason


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("commune", None), 1),
        (("commune", "commune"), 1),
        (("commune", "Ville"), 1),
        (("commune", "métropole"), 2),
        (("commune", "métropole", None), 3),
    ],
)
@pytest.mark.parametrize("siren", [None, "214200770"])
def test_kinds_part_bodies_of_one_name(
    act: ActMaker, kinds: tuple[str | None, ...], expected: int, siren: str | None
) -> None:
    acts = [act(n, body="Trelles", kind=kind, siren=None if n else siren) for n, kind in enumerate(kinds)]
    assert len(resolve(acts).bodies) == expected


@pytest.mark.parametrize("name", [None, "", " ", "—"])
def test_a_body_without_a_name_is_its_document_s_own(act: ActMaker, name: str | None) -> None:
    acts = [act(1, body=name), act(2, body=name)]
    identities = resolve(acts)
    assert [identities.body(each).key for each in acts] == [f"unknown-{each.sha256[:8]}" for each in acts]


def test_the_name_is_the_most_frequent_then_mixed_then_accented(act: ActMaker) -> None:
    names = ["SAINT-ETIENNE", "Saint-Etienne", "Saint-Étienne"]
    acts = [act(n, body=name) for n, name in enumerate(names)]
    (body,) = resolve(acts).bodies.values()
    assert (body.name, body.key) == ("Saint-Étienne", "saint-etienne")
    (body,) = resolve([*acts, act(9, body="SAINT-ETIENNE")]).bodies.values()
    assert body.name == "SAINT-ETIENNE"


def test_the_kind_is_the_most_frequent(act: ActMaker) -> None:
    acts = [act(n, siren="214200770", kind=kind) for n, kind in enumerate(["commune", None, "ville", "commune"])]
    assert resolve(acts).body(acts[0]).kind == "commune"


def test_organs_join_by_slug_within_a_body(act: ActMaker) -> None:
    names = ["Bureau métropolitain", "Bureau Métropolitain", "BUREAU METROPOLITAIN", "Conseil métropolitain", None]
    acts = [act(n, organ=name) for n, name in enumerate(names)] + [act(9, body="Lyrac", organ="Bureau métropolitain")]
    identities = resolve(acts)
    keys = [identities.organ(each).key for each in acts]
    assert keys == [
        *["ville-de-trelles/bureau-metropolitain"] * 3,
        "ville-de-trelles/conseil-metropolitain",
        "ville-de-trelles/unknown",
        "lyrac/bureau-metropolitain",
    ]
    assert identities.organ(acts[2]).name == "Bureau Métropolitain"
    assert identities.organ(acts[4]).name is None


def test_an_organ_is_one_under_its_several_names(act: ActMaker) -> None:
    names = ("Conseil communautaire", "Conseil de communauté", "CONSEIL DE LA COMMUNAUTÉ", "Conseil d'agglomération")
    acts = [act(n, organ=name) for n, name in enumerate((*names, "Bureau communautaire"))]
    identities = resolve(acts)
    assert len({identities.organ(each).key for each in acts}) == 2


def test_two_acts_of_one_sitting_share_body_organ_and_date(act: ActMaker) -> None:
    day = datetime.date(2023, 7, 12)
    acts = [act(1, body="Ville de Trelles", date=day), act(2, body="TRELLES", organ="CONSEIL MUNICIPAL", date=day)]
    identities = resolve(acts)
    assert identities.organ(acts[0]) == identities.organ(acts[1])
