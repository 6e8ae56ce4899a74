"""What people decide holds, whatever the machine thinks: through withdrawals, rebuilds and new documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delibgraph.facts import Act, Organisation
from delibgraph.identity import ContradictionError, Identities, Name, Ruling, Rulings, resolve
from delibgraph.identity.claims import Claim
from delibgraph.identity.names import tidy

ActMaker = Callable[..., Act]
TRELLES, LYRAC = "ville-de-trelles", "lyrac"


def _ruling(left: tuple[str, str], verdict: str, right: tuple[str, str], sort: str = "person", at: str = "") -> Ruling:
    return Ruling(sort, Name(*left), Name(*right), verdict, "Ada", at)  # type: ignore[arg-type]


def _one(identities: Identities, acts: Sequence[Act], sort: str, name: Name) -> set[str]:
    """The keys of all whom a name means in the acts of its body, or that a body of that name and mark has."""
    if sort == "body":
        return {identities.act_bodies[each.sha256, each.part] for each in acts if Claim.of(each).name == name}
    names = identities.person_names if sort == "person" else identities.organisation_names
    keys = {key for (body, printed), key in names.items() if Name(body, tidy(printed)) == name}
    if sort == "person":
        bodies = identities.act_bodies
        keys |= {
            key
            for (sha256, part, printed), key in identities.act_person_names.items()
            if Name(bodies[sha256, part], tidy(printed)) == name
        }
    return keys


def _assert_holds(identities: Identities, rulings: Iterable[Ruling], acts: Sequence[Act] = ()) -> None:
    for row in rulings:
        left, right = (_one(identities, acts, row.sort, name) for name in (row.left, row.right))
        if row.verdict == "same" and left and right:
            assert left == right
            assert len(left) == 1
        elif row.verdict == "different":
            assert left.isdisjoint(right)


CASES = [
    ("same", "Paul DURAND", "Luc MARTIN", "names with nothing in common"),
    ("different", "Yves LECOCQ", "Yves LECOCCQ", "a slip that the machine joins"),
    ("different", "Yves LECOCQ", "YVES LECOCQ", "spellings that differ in case alone"),
    ("different", "Yves LECOCQ", "LECOCQ Yves", "spellings that differ in order alone"),
    ("same", "Yves LECOCQ", "LECOCQ", "a short name"),
    ("different", "Yves LECOCQ", "LECOCQ", "a short name that fits"),
    ("same", "Y. LECOCQ", "LECOCQ", "two short names"),
]


@pytest.mark.parametrize(("verdict", "left", "right", "why"), CASES)
@pytest.mark.parametrize("side_by_side", [False, True])
def test_a_ruling_holds(act: ActMaker, verdict: str, left: str, right: str, why: str, side_by_side: bool) -> None:
    lists = [[left, right]] if side_by_side else [[left], [right], [left, "Zoé QUINEZ"]]
    acts = [act(n, names) for n, names in enumerate(lists)]
    rows = [_ruling((TRELLES, left), verdict, (TRELLES, right))]
    identities = resolve(acts, Rulings.of(rows))
    _assert_holds(identities, rows)
    (row,) = [row for row in identities.judgements if row.by == "Ada"]
    assert (row.judgement, row.left, row.right) == (verdict, left, right)


def test_a_withdrawn_ruling_leaves_nothing_behind(act: ActMaker) -> None:
    acts = [act(1, ["Yves LECOCQ"]), act(2, ["Yves LECOCCQ"])]
    rulings = Rulings.of([_ruling((TRELLES, "Yves LECOCQ"), "different", (TRELLES, "Yves LECOCCQ"))])
    assert resolve(acts, rulings) != resolve(acts)
    assert resolve(acts, Rulings.of([])) == resolve(acts)


def test_persons_of_two_bodies_become_one(act: ActMaker) -> None:
    acts = [act(1, ["Jean MARTIN"]), act(2, ["Jean MARTIN", "MARTIN J."], body="Lyrac")]
    identities = resolve(acts, Rulings.of([_ruling((TRELLES, "Jean MARTIN"), "same", (LYRAC, "Jean MARTIN"))]))
    person = identities.person(acts[0], "Jean MARTIN")
    assert person == identities.person(acts[1], "Jean MARTIN")
    assert person.key == "lyrac/jean-martin"
    assert len(identities.persons) == 2


def test_a_key_that_another_person_has_is_not_taken(act: ActMaker) -> None:
    acts = [act(1, ["Jean MARTIN", "Luc SEGIN"]), act(2, ["Jean MARTIN", "Anne OVIDAL"], body="Lyrac")]
    identities = resolve(acts, Rulings.of([_ruling((TRELLES, "Luc SEGIN"), "same", (LYRAC, "Jean MARTIN"))]))
    keys = {identities.person(acts[0], name).key.partition("/")[2] for name in ("Jean MARTIN", "Luc SEGIN")}
    assert len(keys) == 2


def test_organisations_are_ruled_across_bodies(act: ActMaker) -> None:
    acts = [act(1, granted=["Comité des fêtes"]), act(2, body="Lyrac", granted=["Comité des fêtes"])]
    rows = [_ruling((TRELLES, "Comité des fêtes"), "same", (LYRAC, "Comité des fêtes"), "organisation")]
    (organisation,) = resolve(acts, Rulings.of(rows)).organisations.values()
    assert organisation.key == "comite-des-fetes"


def test_a_body_that_got_its_siren_keeps_its_rulings(act: ActMaker) -> None:
    acts = [act(1, ["Paul DURAND"]), act(2, ["Luc MARTIN"])]
    rulings = Rulings.of([_ruling((TRELLES, "Paul DURAND"), "same", (TRELLES, "Luc MARTIN"))])
    assert len(resolve(acts, rulings).persons) == 1
    assert len(resolve([*acts, act(3, siren="214200770")], rulings).persons) == 1


BODIES = [
    ("same", {"body": "Trelles"}, {"body": "Lyrac"}, "names with nothing in common"),
    ("same", {"body": "Trelles", "siren": "214200770"}, {"body": "Trelles", "siren": "214200710"}, "two SIRENs"),
    ("same", {"body": "Trelles", "siren": "214200770"}, {"body": "Treles"}, "a slip"),
    ("same", {"body": "Trelles (Loire)"}, {"body": "Trelles (Ain)"}, "two departments"),
    ("different", {"body": "Trelles"}, {"body": "Commune de Trelles"}, "with and without a prefix"),
    ("different", {"body": "Trelles", "siren": "214200770"}, {"body": "Trelles"}, "a SIREN in one"),
    ("different", {"body": "Trelles", "siren": "214200770"}, {"body": "SEM", "siren": "214200770"}, "one SIREN"),
    ("unsure", {"body": "Trelles"}, {"body": "Treles"}, "a slip"),
]


@pytest.mark.parametrize(("verdict", "left", "right", "why"), BODIES)
def test_a_ruling_on_bodies_holds(
    act: ActMaker, verdict: str, left: dict[str, str], right: dict[str, str], why: str
) -> None:
    acts = [act(1, ["Zoé QUINEZ"], **left), act(2, ["QUINEZ Zoé"], **right)]
    one, other = (Claim.of(each).name for each in acts)
    rows = [_ruling((one.body, one.spelling), verdict, (other.body, other.spelling), "body")]
    identities = resolve(acts, Rulings.of(rows))
    _assert_holds(identities, rows, acts)
    assert len(identities.bodies) == len(identities.persons) == (1 if verdict == "same" else 2)
    [row] = [row for row in identities.judgements if row.about.startswith("body/")]
    assert (row.judgement, row.by) == (verdict, "Ada")


def test_a_ruling_on_persons_goes_with_their_body(act: ActMaker) -> None:
    acts = [act(1, ["Paul DURAND", "Luc MARTIN"], body="Trelles"), act(2, ["Anne FLERAS"], siren="214200770")]
    on_persons = _ruling(("trelles", "Paul DURAND"), "same", ("trelles", "Luc MARTIN"))
    on_bodies = _ruling(("", "Trelles"), "same", ("214200770", "Ville de Trelles"), "body")
    assert len(resolve(acts, Rulings.of([on_persons, on_bodies])).persons) == 2


def test_a_contradiction_is_told_with_its_chain() -> None:
    rows = [
        _ruling((TRELLES, "A"), "same", (TRELLES, "B")),
        _ruling((TRELLES, "B"), "same", (LYRAC, "C")),
        _ruling((LYRAC, "C"), "different", (TRELLES, "A")),
    ]
    with pytest.raises(ContradictionError, match="contradict") as told:
        Rulings.of(rows)
    for part in ("“A” (ville-de-trelles)", "“B” (ville-de-trelles)", "“C” (lyrac)", "≠", "Ada", "withdraw"):
        assert part in str(told.value)
    Rulings.of(rows[:2])


def test_a_join_holds_through_a_name_that_no_act_prints(act: ActMaker) -> None:
    rows = [
        _ruling((TRELLES, "Yves LECOCQ"), "same", (TRELLES, "Y. LE COCQ")),
        _ruling((TRELLES, "Y. LE COCQ"), "same", (TRELLES, "Luc SEGIN")),
    ]
    assert len(resolve([act(1, ["Yves LECOCQ", "Luc SEGIN"])], Rulings.of(rows)).persons) == 1


def test_of_two_rulings_on_one_pair_the_later_stands() -> None:
    rows = [
        _ruling(("b", "A"), "same", ("b", "B"), at="2026-01-01T00:00:00+00:00"),
        _ruling(("b", "B"), "different", ("b", "A"), at="2026-02-01T00:00:00+00:00"),
    ]
    assert [row.verdict for row in Rulings.of(rows).rows] == ["different"]


_PEOPLE = ["Yves LECOCQ", "YVES LECOCQ", "Yves LECOCCQ", "Yves LECOQ", "LECOCQ", "Y. LECOCQ", "Luc LECOCQ", "Luc SEGIN"]
_GROUPS = [
    "Openscop",
    "OPENS COP",
    "OPENSOP",
    "Comité des fêtes",
    "comité des fêtes",
    "CDF",
    "Quatrium",
    "Quatrium Loire",
]
_BODIES = {"Ville de Trelles": TRELLES, "Trelles": "trelles", "Treles": "treles", "Lyrac": LYRAC}
_SIRENS = [None, None, None, "214200770", "214200710"]


def _draw_act(data: st.DataObject, act: ActMaker, number: int) -> Act:
    some = st.lists(st.sampled_from(_PEOPLE), max_size=4)
    groups = st.lists(st.sampled_from(_GROUPS), max_size=2)
    return act(
        number,
        data.draw(some),
        [(data.draw(st.sampled_from(_PEOPLE)), data.draw(st.sampled_from(_PEOPLE)))] * data.draw(st.integers(0, 1)),
        body=data.draw(st.sampled_from(sorted(_BODIES))),
        siren=data.draw(st.sampled_from(_SIRENS)),
        granted=data.draw(groups),
        organisations=[Organisation(name, (0, 1)) for name in data.draw(groups)],
    )


def _draw_ruling(data: st.DataObject, acts: Sequence[Act], number: int) -> Ruling:
    sort = data.draw(st.sampled_from(["body", "person", "organisation"]))
    if sort == "body":
        printed = st.sampled_from(sorted({Claim.of(each).name for each in acts}))
        left, right = ((name.body, name.spelling) for name in (data.draw(printed), data.draw(printed)))
    else:
        names = st.sampled_from(_PEOPLE if sort == "person" else _GROUPS)
        bodies = st.sampled_from([*sorted(_BODIES.values()), "214200770"])
        left, right = ((data.draw(bodies), data.draw(names)) for _ in range(2))
    verdict = data.draw(st.sampled_from(["same", "different", "different", "unsure"]))
    return _ruling(left, verdict, right, sort, f"2026-01-01T00:00:{number:02}+00:00")


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_the_graph_is_what_the_rulings_say_every_time(act: ActMaker, data: st.DataObject) -> None:
    """Random decisions, withdrawals and new documents; after each step all that is decided holds."""
    acts = [_draw_act(data, act, 0)]
    kept: list[Ruling] = []
    for number in range(1, data.draw(st.integers(2, 7))):
        step = data.draw(st.sampled_from(["decide", "decide", "withdraw", "document"]))
        new, rows = acts, kept
        if step == "document":
            new = [*acts, _draw_act(data, act, number)]
        elif step == "withdraw":
            rows = kept[:-1]
        else:
            row = _draw_ruling(data, acts, number)
            rows = [*(other for other in kept if other.pair != row.pair), row]
        try:
            identities = resolve(new, Rulings.of(rows))
        except ContradictionError:  # told, and nothing is changed
            continue
        acts, kept = new, data.draw(st.permutations(rows))
        _assert_holds(identities, kept, acts)
        assert resolve(data.draw(st.permutations(acts)), Rulings.of(kept)) == identities
