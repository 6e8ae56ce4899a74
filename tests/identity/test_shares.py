"""Persons who are told body by body are those who are told of all bodies at once, whatever people have decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from delibgraph.facts import Act
from delibgraph.identity import Across, ContradictionError, Name, Ruling, Rulings, Share, resolve
from delibgraph.identity.crossing import resolve_all_persons, with_officers
from delibgraph.identity.judged import judged, printed
from delibgraph.identity.names import tidy
from delibgraph.identity.rulings import Verdict

ActMaker = Callable[..., Act]
Key = TypeVar("Key")
Value = TypeVar("Value")
_PEOPLE = ["Yves LECOCQ", "Yves LECOCCQ", "LECOCQ", "Y. LECOCQ", "Luc LECOCQ", "Luc SEGIN", "Jean MARTIN", "MARTIN"]
_GROUPS = ["Openscop", "OPENS COP", "Comité des fêtes", "comité des fêtes de Lyrac", "Lyrac", "CDF"]
_BODIES = {"Trelles": "trelles", "Lyrac": "lyrac", "Orbelle": "orbelle", "Montarvel": "montarvel"}
_GONE = "brevolles"
_NAMES = st.builds(Name, st.sampled_from([*_BODIES.values(), _GONE]), st.sampled_from(_PEOPLE))
_VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(["same", "same", "different", "unsure"])
_RULINGS = st.lists(
    st.builds(lambda left, right, verdict: Ruling("person", left, right, verdict, "Ada"), _NAMES, _NAMES, _VERDICTS),
    max_size=5,
)


def _acts(data: st.DataObject, act: ActMaker) -> list[Act]:
    groups = st.lists(st.sampled_from(_GROUPS), max_size=3)
    some = st.lists(st.sampled_from(_PEOPLE), max_size=4)
    count = data.draw(st.integers(2, 6))
    return [
        act(number, data.draw(some), body=data.draw(st.sampled_from(sorted(_BODIES))), granted=data.draw(groups))
        for number in range(count)
    ]


def _shares(acts: Sequence[Act], rulings: Sequence[Ruling]) -> tuple[Across, list[Share]] | None:
    try:
        across = Across.of(acts, Rulings.of(rulings))
    except ContradictionError:
        return None
    return across, list(across.shares())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_shares_are_the_whole(act: ActMaker, data: st.DataObject) -> None:
    acts = sorted(_acts(data, act), key=lambda one: one.sha256)
    rulings = data.draw(_RULINGS)
    if (found := _shares(acts, rulings)) is None:
        return
    across, shares = found
    acts_of: dict[str, list[Act]] = {}
    for one in acts:
        acts_of.setdefault(across.identities.act_bodies[one.sha256, one.part], []).append(one)
    people = resolve_all_persons(acts_of, Rulings.of(rulings))
    told = [share.resolved(acts) for share in shares]
    names = with_officers(acts_of, people.persons, people.names)
    assert _together([one.persons for one in told]) == people.persons
    assert _together([one.person_names for one in told]) == names
    assert _together([one.act_person_names for one in told]) == people.act_names
    known = printed(names)
    for (_, _, name), key in sorted(people.act_names.items()):
        known.setdefault(Name(key.partition("/")[0], tidy(name)), key)
    rows = {row for one in told for row in one.judgements if row.about.startswith("person/")}
    assert rows == set(judged(people.judgements, across.stated, {"person": known}))
    assert rows | set(across.identities.judgements) == set(resolve(acts, Rulings.of(rulings)).judgements)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_share_has_what_its_acts_need_and_no_more(act: ActMaker, data: st.DataObject) -> None:
    acts = _acts(data, act)
    rulings = data.draw(_RULINGS)
    if (found := _shares(acts, rulings)) is None:
        return
    whole = resolve(acts, Rulings.of(rulings))
    bodies = [body for share in found[1] for body in share.identities.bodies]
    assert sorted(bodies) == sorted(whole.bodies)
    for share in found[1]:
        told = share.resolved(acts)
        assert {person.body for person in told.persons.values()} <= told.bodies.keys()
        parts = {name: part for name, part in told.parts() if name.removeprefix("body/") in told.bodies}
        assert parts == {name: part for name, part in whole.parts() if name in parts}
        for one in acts:
            if whole.body(one).key in told.bodies:
                assert (told.body(one), told.organ(one)) == (whole.body(one), whole.organ(one))
                for entry in one.sitting.attendance:
                    assert told.person(one, entry.person) == whole.person(one, entry.person)
                for paid in one.deliberations[0].funding:
                    assert told.organisation(one, paid.beneficiary) == whole.organisation(one, paid.beneficiary)


def test_bodies_share_persons_only_where_people_have_said_so(act: ActMaker) -> None:
    acts = [act(number, ["Jean MARTIN"], body=body) for number, body in enumerate(_BODIES)]
    rulings = [
        Ruling("person", Name("trelles", "Jean MARTIN"), Name(_GONE, "Luc SEGIN"), "same", "Ada"),
        Ruling("person", Name(_GONE, "Luc SEGIN"), Name("lyrac", "Jean MARTIN"), "same", "Ada"),
    ]
    groups = [set(share.identities.bodies) for share in Across.of(acts, Rulings.of(rulings)).shares()]
    assert groups == [{"lyrac", "trelles"}, {"montarvel"}, {"orbelle"}]
    assert len(resolve(acts, Rulings.of(rulings)).persons) == 3


def _together(found: Sequence[Mapping[Key, Value]]) -> dict[Key, Value]:
    """Mappings that have no key in common, as one."""
    whole = {key: value for one in found for key, value in one.items()}
    assert len(whole) == sum(map(len, found))
    return whole
