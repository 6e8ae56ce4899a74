"""What holds for any acts: no order matters, no name is lost, nobody is two people."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delibgraph.facts import Act, Organisation
from delibgraph.identity import Identities, resolve
from delibgraph.identity import Organisation as IdentifiedOrganisation
from delibgraph.identity.names import compact, tidy

ActMaker = Callable[..., Act]

_GIVEN = [
    "Jean",
    "Jean-Luc",
    "Jean Claude",
    "JeanClaude",
    "Denis",
    "Denise",
    "Martin",
    "Martine",
    "G.",
    "J-C.",
    "MC",
    "",
]
_SURNAMES = [
    "LECOCQ",
    "LECOCCQ",
    "LECOQ",
    "LECCOCQ",
    "Lecocq",
    "DENIS",
    "MARTIN",
    "Martin",
    "LE HERMOL",
    "LEHERMOL",
    "DE FRANCE",
]
_NAMES = st.one_of(
    st.builds(lambda first, last: f"{first} {last}".strip(), st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES)),
    st.builds(lambda first, last: f"{last} {first}".strip(), st.sampled_from(_GIVEN), st.sampled_from(_SURNAMES)),
    st.text(max_size=6),
)
_CIVILITIES = st.sampled_from(["M.", "Mme", None])
_ORGANISATION_NAMES = st.one_of(
    st.sampled_from(
        [
            "Openscop",
            "OPENS COP",
            "OPENSOP",
            "Quatrium",
            "Quatrium Loire",
            "Quatrium Bretagne",
            "l'association Openscop",
        ]
    ),
    st.text(max_size=4),
)
_BODIES = st.sampled_from(["Trelles", "Ville de Trelles", "TRELLES", "Communauté de communes de Trelles", "—", None])


@st.composite
def _acts(draw: st.DrawFn, act: ActMaker) -> list[Act]:
    return [
        act(
            number,
            draw(st.lists(st.tuples(_NAMES, _CIVILITIES), max_size=4)),
            draw(st.lists(st.tuples(_NAMES, st.one_of(_NAMES, st.none())), max_size=2)),
            draw(st.lists(st.tuples(_NAMES, _NAMES), max_size=1)),
            body=draw(_BODIES),
            kind=draw(st.sampled_from(["commune", "syndicat", None])),
            siren=draw(st.sampled_from(["214200770", "215200778", None])),
            organ=draw(st.sampled_from(["Bureau", "BUREAU", None])),
            president=draw(st.one_of(_NAMES, st.none())),
            secretary=draw(st.one_of(_NAMES, st.none())),
            granted=draw(st.lists(_ORGANISATION_NAMES, max_size=2)),
            organisations=[
                Organisation(name, (0, 1), (), tuple(also))
                for name, also in draw(
                    st.lists(st.tuples(_ORGANISATION_NAMES, st.lists(_ORGANISATION_NAMES, max_size=1)), max_size=2)
                )
            ],
        )
        for number in range(draw(st.integers(1, 5)))
    ]


def _in_order(identities: Identities) -> list[object]:
    """All that the identities hold, in its order."""
    return [list(getattr(identities, name).items()) for name in ("bodies", "organs", "persons", "organisations")]


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_the_result_depends_on_the_set_of_acts_alone(act: ActMaker, data: st.DataObject) -> None:
    acts = data.draw(_acts(act))
    shuffled = data.draw(st.permutations(acts)) + data.draw(st.lists(st.sampled_from(acts), max_size=2))
    assert resolve(shuffled) == resolve(acts)
    assert _in_order(resolve(shuffled)) == _in_order(resolve(acts))


@settings(max_examples=250, deadline=None)
@given(st.data())
def test_names_side_by_side_are_never_one_unless_they_are_equal(act: ActMaker, data: st.DataObject) -> None:
    acts = data.draw(_acts(act))
    identities = resolve(acts)
    for each in acts:
        for left, right in _side_by_side(each):
            if sorted(compact(left)) != sorted(compact(right)):
                assert identities.person(each, left) != identities.person(each, right), (left, right)


def _side_by_side(act: Act) -> Iterator[tuple[str, str]]:
    listed = [entry.person for entry in act.sitting.attendance]
    yield from ((left, right) for place, left in enumerate(listed) for right in listed[:place])
    yield from ((proxy.grantor, proxy.holder) for proxy in act.sitting.proxies if proxy.holder is not None)
    yield from ((entry.person, entry.replaces) for entry in act.sitting.attendance if entry.replaces is not None)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_every_name_resolves_to_an_entity_that_has_it(act: ActMaker, data: st.DataObject) -> None:
    acts = data.draw(_acts(act))
    identities = resolve(acts)
    for each in acts:
        body = identities.body(each)
        assert identities.organ(each).body == body.key
        for name in _person_names(each):
            person = identities.person(each, name)
            assert person.body == body.key
            assert person.key.startswith(f"{body.key}/")
            assert compact(name) in {compact(spelling) for spelling in (person.name, *person.also)}
        for deliberation in each.deliberations:
            for funding in deliberation.funding:
                assert identities.organisation(each, funding.beneficiary).key in identities.organisations
            for organisation in deliberation.organisations:
                for spelling in (organisation.name, *organisation.also):
                    assert identities.organisation(each, spelling).key in identities.organisations


def _person_names(act: Act) -> Iterator[str]:
    sitting = act.sitting
    names = [sitting.president, sitting.secretary]
    names += [name for entry in sitting.attendance for name in (entry.person, entry.replaces)]
    names += [name for proxy in sitting.proxies for name in (proxy.grantor, proxy.holder)]
    yield from (name for name in names if name is not None)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_judgements_are_one_a_pair_and_about_something(act: ActMaker, data: st.DataObject) -> None:
    identities = resolve(data.draw(_acts(act)))
    known = {f"body/{key}" for key in identities.bodies} | {f"person/{key}" for key in identities.persons}
    known |= {f"organisation/{key}" for key in identities.organisations}
    pairs = [
        (row.about, frozenset(zip(row.bodies, (row.left, row.right), strict=True))) for row in identities.judgements
    ]
    assert len(pairs) == len(set(pairs))
    shown = {(body, tidy(name)): key for (body, name), key in identities.organisation_names.items()}
    for row in identities.judgements:
        assert row.about in known
        assert 0 < row.score <= 1
        assert row.reason
        if row.about.startswith("organisation/"):
            sides = {shown[at] for at in zip(row.bodies, (row.left, row.right), strict=True)}
            assert f"organisation/{min(sides)}" == row.about or row.judgement != "same"
            assert len(sides) == (1 if row.judgement == "same" else 2)


def _organisation(identities: Identities, name: str) -> IdentifiedOrganisation:
    """The one organisation that any act names so."""
    (key,) = {key for (_, printed), key in identities.organisation_names.items() if printed == name}
    return identities.organisations[key]


def test_an_act_that_two_files_hold_counts_once(act: ActMaker) -> None:
    acts = [act(1, ["GILLES DURAND"]), act(2, ["Gilles DURAND"]), act(3, ["GILLES DURAND"])]
    copies = [dataclasses.replace(acts[1], document=f"copy {number}.txt") for number in range(3)]
    assert resolve([*acts, *copies]) == resolve(acts)


def test_no_acts_no_identities() -> None:
    assert resolve([]) == Identities()


def test_the_seeds(seed_acts: list[Act]) -> None:
    """The five annotated acts: one metropolis in four sittings' acts, and a pôle métropolitain."""
    identities = resolve(seed_acts)
    assert list(identities.bodies) == ["244200770", "pole-metropolitain-du-genevois-francais"]
    lecocq = identities.persons["244200770/yves-lecocq"]
    assert (lecocq.name, lecocq.also) == ("Yves LECOCQ", ("Yves LECOCCQ",))
    openscop = {_organisation(identities, name) for name in ("Openscop", "OPENS COP", "OPENSOP")}
    (organisation,) = openscop
    assert organisation.name == "Openscop"
    assert _organisation(identities, "Quatrium") == _organisation(identities, "Quatrium Auvergne-Rhône-Alpes")
    spelled = [person for person in identities.persons.values() if person.also]
    assert spelled == [lecocq]


def test_the_two_acts_of_one_sitting_in_the_seeds(seed_acts: list[Act]) -> None:
    identities = resolve(seed_acts)
    acts = [each for each in seed_acts if str(each.sitting.date) == "2023-07-12"]
    assert len(acts) == 2
    assert identities.organ(acts[0]) == identities.organ(acts[1])
    first, second = ({identities.person(each, name).key for name in _person_names(each)} for each in acts)
    assert first == second
    assert len(first) == 70


@pytest.mark.parametrize("also", ["OPENSCOP", "openscop", "OpenSCOP"])
def test_a_spelling_of_the_title_joins_the_seed_s_organisation(act: ActMaker, seed_acts: list[Act], also: str) -> None:
    identities = resolve([*seed_acts, act(1, granted=[also])])
    assert _organisation(identities, also) == _organisation(identities, "OPENS COP")
