"""Organisations: spellings that are one, names that stay two, and what texts state themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from delibgraph.facts import Act, Organisation
from delibgraph.identity import resolve

ActMaker = Callable[..., Act]

ONE_ORGANISATION = [
    ("Mécaloire", "MECALOIRE", "case and accents"),
    ("Mécaloire", "l'association Mécaloire", "generic word and article"),
    ("Mécaloire", "Association MÉCALOIRE", "generic word"),
    ("Mont-Blanc Industries", "Mont Blanc Industries", "hyphen"),
    ("Les Copains d'abord", "Copains d’abord", "article and apostrophe"),
    ("SASU Eric MARCHAND", "Éric Marchand", "legal form before"),
    ("Bourbon Paysages SARL", "BOURBON PAYSAGES", "legal form after"),
    ("Bourbon Paysages (S.A.R.L.)", "Bourbon Paysages", "legal form with dots"),
    ("A.D.M.R. de la Loire", "ADMR de la Loire", "dots in an acronym"),
    ("OPENS COP", "OPENSCOP", "stray space"),
    ("OPENSOP", "Openscop", "lost letter"),
    ("OPENS COP", "OPENSOP", "lost letter and stray space"),
    ("Polyméris", "Plyméris", "lost letter"),
    ("Forez Entreprendre", "Forez Enterprendre", "letters swapped"),
    ("Agence Nationale de la Recherche", "Agence Nationalle de la Recherche", "letter doubled in a long name"),
    ("Quatrium", "Quatrium Auvergne-Rhône-Alpes", "a region added"),
    ("Quatrium", "Quatrium de la Loire", "a department added"),
]

TWO_ORGANISATIONS = [
    ("FACE", "FACET", "short names"),
    ("Qantis", "Quantis", "a name of six letters"),
    ("EDEL 42", "EDEL 43", "figures"),
    ("École Jules Ferry 1", "École Jules Ferry 2", "figures"),
    ("Club sportif A", "Club sportif B", "a letter of its own"),
    ("Amicale de Fontaine", "Amicale de Fontaines", "last letter"),
    ("Fondation Christian", "Fondation Christiane", "last letter"),
    ("Union sportive Lyrac", "Union sportive Lorac", "the words that differ are short"),
    ("Quatrium", "Quatrium Formation", "the addition is no place"),
    ("FACE", "FACE Loire", "a short name may be anything"),
    ("Ligue de l'enseignement", "Ligue de l'enseignement de la Loire", "a federation and its branch"),
    ("Association", "Association Mécaloire", "a generic word alone"),
]


def _same(acts: list[Act], left: str, right: str) -> bool:
    identities = resolve(acts)
    return identities.organisation(acts[0], left) == identities.organisation(acts[-1], right)


@pytest.mark.parametrize(("left", "right", "why"), ONE_ORGANISATION)
def test_one_organisation(act: ActMaker, left: str, right: str, why: str) -> None:
    assert _same([act(1, granted=[left]), act(2, background=[right])], left, right)


@pytest.mark.parametrize(("left", "right", "why"), TWO_ORGANISATIONS)
def test_two_organisations(act: ActMaker, left: str, right: str, why: str) -> None:
    assert not _same([act(1, granted=[left]), act(2, background=[right])], left, right)


def _named(name: str, *also: str, kinds: tuple[str, ...] = ()) -> Organisation:
    return Organisation(name, (0, 1), kinds, also)


def test_what_a_text_states_is_joined(act: ActMaker) -> None:
    acts = [act(1, organisations=[_named("Mont Blanc Industries", "AURAI 4.0")]), act(2, granted=["AURAI 4.0"])]
    identities = resolve(acts)
    (organisation,) = identities.organisations.values()
    assert (organisation.name, organisation.also) == ("Mont Blanc Industries", ("AURAI 4.0",))
    assert [(row.judgement, row.score) for row in identities.judgements] == [("same", 1.0)]


def test_a_spelling_that_two_organisations_claim_joins_neither(act: ActMaker) -> None:
    acts = [
        act(1, organisations=[_named("Cluses Arve et Montagnes", "CCAM")]),
        act(2, organisations=[_named("Alpes et Maurienne", "CCAM")]),
    ]
    identities = resolve(acts)
    assert len(identities.organisations) == 3
    assert [row.judgement for row in identities.judgements] == ["different", "different"]


def test_two_claimants_that_are_one_make_no_conflict(act: ActMaker) -> None:
    acts = [
        act(1, organisations=[_named("Openscop", "OSC", "Openscop Manufacture")]),
        act(2, organisations=[_named("Openscop Manufacture", "OSC")]),
    ]
    assert len(resolve(acts).organisations) == 1


def test_two_beneficiaries_of_one_deliberation_are_two(act: ActMaker) -> None:
    identities = resolve([act(1, granted=["Polyméris", "Polymmeris"])])
    assert len(identities.organisations) == 2
    (row,) = identities.judgements
    assert (row.judgement, row.reason) == ("different", "money is granted to both in one deliberation")


@pytest.mark.parametrize("pair", [("Mécaloire", "MCL"), ("Quatrium", "Quatrium Loire")])
def test_beneficiaries_of_one_deliberation_are_two_whatever_else_is_said(act: ActMaker, pair: tuple[str, str]) -> None:
    acts = [act(1, granted=pair), act(2, organisations=[_named("Mécaloire", "MCL")])]
    identities = resolve(acts)
    assert identities.organisation(acts[0], pair[0]) != identities.organisation(acts[0], pair[1])
    assert ("different", "money is granted to both in one deliberation") in {
        (row.judgement, row.reason) for row in identities.judgements
    }


def test_a_refusal_that_a_text_overrules_is_not_told(act: ActMaker) -> None:
    """One letter apart from two beneficiaries, and claimed by two names that turn out to be one."""
    short, joined, other = "Polymeris", "Pollymeris", "Polyymeris"
    claimants = ("Pollymeris Matériello", "Pollymeris Matérielo")
    acts = [
        act(1, granted=[joined, other]),
        act(2, organisations=[_named(name, short) for name in claimants]),
        act(3, organisations=[_named(claimants[0], joined)]),
    ]
    identities = resolve(acts)
    assert identities.organisation(acts[1], short) == identities.organisation(acts[0], joined)
    assert identities.organisation(acts[1], short) != identities.organisation(acts[0], other)
    refused = {frozenset((row.left, row.right)) for row in identities.judgements if row.judgement == "different"}
    assert refused == {frozenset((short, other)), frozenset((joined, other))}


def test_a_short_name_of_two_places_joins_neither(act: ActMaker) -> None:
    acts = [act(1, granted=["Quatrium"]), act(2, granted=["Quatrium Bretagne"]), act(3, granted=["Quatrium Loire"])]
    identities = resolve(acts)
    assert len(identities.organisations) == 3
    assert {row.judgement for row in identities.judgements} == {"different"}


def test_a_place_is_added_within_the_acts_of_one_body_alone(act: ActMaker) -> None:
    acts = [act(1, granted=["Quatrium"]), act(2, granted=["Quatrium Bretagne"], body="Lyrac")]
    assert len(resolve(acts).organisations) == 2


def test_kinds_are_united_and_the_name_is_the_most_frequent(act: ActMaker) -> None:
    acts = [
        act(1, organisations=[_named("MECALOIRE", kinds=("cluster", "association"))]),
        act(2, organisations=[_named("Mécaloire", "MÉCA LOIRE", kinds=("association",))], granted=["Mécaloire"]),
    ]
    (organisation,) = resolve(acts).organisations.values()
    assert organisation.kinds == ("association", "cluster")
    assert (organisation.key, organisation.name) == ("mecaloire", "Mécaloire")
    assert organisation.also == ("MECALOIRE", "MÉCA LOIRE")


def test_names_without_letters_have_keys(act: ActMaker) -> None:
    identities = resolve([act(1, granted=["№ ***", "???", "Ωμέγα"])])
    keys = sorted(identities.organisations)
    assert keys[0] == "no"
    assert all(key.startswith("unnamed-") for key in keys[1:])
    assert len(keys) == 3


def test_an_acronym_of_one_body_and_a_name_of_another_are_shown_to_a_person(act: ActMaker) -> None:
    spelt, short = "Agence nationale du Bois Cintré", "ANBC"
    acts = [
        act(1, body="Trelles", organisations=[Organisation(spelt, (0, 1))]),
        act(2, body="Valmont", organisations=[Organisation(short, (0, 1))]),
    ]
    found = resolve(acts)
    assert len(found.organisations) == 2
    assert [{row.left, row.right} for row in found.judgements if row.judgement == "undecided"] == [{spelt, short}]
    other = act(3, body="Sarvis", organisations=[Organisation("Amicale des Nageurs de Brive-Crest", (0, 1))])
    assert [row for row in resolve([*acts, other]).judgements if row.judgement == "undecided"] == []
    stated = act(4, body="Sarvis", organisations=[Organisation(spelt, (0, 1), also=(short,))])
    assert len(resolve([*acts, stated]).organisations) == 1
