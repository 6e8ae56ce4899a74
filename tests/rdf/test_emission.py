"""The facts of a document become its quads: to the letter on one act, and by property on many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from delibgraph.facts import Act, Attendance, Deliberation, Funding, Proxy, Sitting, Status, Vote
from delibgraph.identity import Identities, resolve
from delibgraph.rdf import document_quads, identity_quads
from delibgraph.rdf.vocabulary import DG, DGC, ID, OA, RDF
from delibgraph.reading import Document

EXPECTED = Path(__file__).parent / "cases" / "valmont.nq"
PLAIN = "Ann Bee Cid Dot Eli Fay Gus Hal sat here. The mayor\nopened the sitting — à 18 h."
NAMES = PLAIN.split()[:8]
FACTS = {DG.Sitting, DG.Attendance, DG.Proxy, DG.Deliberation, DG.Vote, DG.Funding}


def nquads(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def lines(quads: Iterable[Quad]) -> list[str]:
    return sorted(nquads(quads).decode().splitlines())


def iri(term: object) -> str:
    assert isinstance(term, NamedNode)
    return term.value


def text(term: object) -> str:
    assert isinstance(term, Literal)
    return term.value


def objects(quads: Iterable[Quad], subject: object, predicate: object) -> set[object]:
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate}


def test_an_act_gives_exactly_these_quads(act: Act, document: Document, identities: Identities) -> None:
    quads = [*document_quads([act], document, identities), *identity_quads(identities)]
    assert lines(quads) == EXPECTED.read_text(encoding="utf-8").splitlines()


def test_a_second_part_says_nothing_twice(act: Act, document: Document) -> None:
    parts = [act, replace(act, part=2)]
    quads = list(document_quads(parts, document, resolve(parts)))
    assert len(quads) == len(set(quads))
    assert lines(quads) == lines(document_quads([act], document, resolve([act])))


def test_the_order_of_a_list_makes_no_difference(act: Act, document: Document, identities: Identities) -> None:
    sitting = replace(act.sitting, attendance=act.sitting.attendance[::-1])
    turned = document_quads([replace(act, sitting=sitting)], document, identities)
    assert lines(turned) == lines(document_quads([act], document, identities))


def test_two_states_of_one_member_are_two_nodes_and_presence_comes_first(act: Act, document: Document) -> None:
    present = act.sitting.attendance[0]
    absent = replace(present, status="absent", seat=None, role=None)
    for order in ((present, absent), (absent, present)):
        changed = replace(act, sitting=replace(act.sitting, attendance=order))
        quads = list(document_quads([changed], document, resolve([changed])))
        states = {iri(q.subject): q.object for q in quads if q.predicate == DG.attendanceStatus}
        base = f"{ID}attendance/commune-de-valmont/conseil-municipal/2023-05-04/luc-oeuf"
        assert states == {base: DGC["attendance-present"], f"{base}/absent": DGC["attendance-absent"]}


def test_an_unnamed_holder_and_a_missing_date_have_their_words(act: Act, document: Document) -> None:
    proxy = replace(act.sitting.proxies[0], holder=None)
    changed = replace(act, sitting=replace(act.sitting, date=None, proxies=(proxy,)))
    quads = list(document_quads([changed], document, resolve([changed])))
    sitting = f"commune-de-valmont/conseil-municipal/undated-{act.sha256[:8]}"
    subjects = {iri(quad.subject) for quad in quads}
    assert f"{ID}sitting/{sitting}" in subjects
    assert f"{ID}proxy/{sitting}/zoe-lys/unnamed" in subjects
    assert not [quad for quad in quads if quad.predicate in (DG.holder, DG.date, DG.observedOn)]


def test_background_money_has_no_funder(act: Act, document: Document, identities: Identities) -> None:
    (deliberation,) = act.deliberations
    background = replace(deliberation.funding[0], status="background")
    changed = replace(act, deliberations=(replace(deliberation, funding=(background,)),))
    quads = list(document_quads([changed], document, identities))
    assert not [quad for quad in quads if quad.predicate == DG.funder]
    assert {q.object for q in quads if q.predicate == DG.fundingStatus} == {DGC["funding-background"]}


def test_grants_alike_but_for_their_purpose_stay_two(act: Act, document: Document, identities: Identities) -> None:
    (deliberation,) = act.deliberations
    one = replace(deliberation.funding[0], purpose="tournoi")
    changed = replace(act, deliberations=(replace(deliberation, funding=(one, one, replace(one, purpose="local"))),))
    quads = list(document_quads([changed], document, identities))
    amounts = {iri(quad.subject): quad.object for quad in quads if quad.predicate == DG.amount}
    base = f"{ID}funding/commune-de-valmont/2023-17/les-amis/1500.5-2023-granted"
    assert set(amounts) == {base, f"{base}-2"}


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (9, 3), (0, 10_000)])
def test_a_span_that_is_no_place_is_refused(
    act: Act, document: Document, identities: Identities, span: tuple[int, int]
) -> None:
    (deliberation,) = act.deliberations
    broken = replace(act, deliberations=(replace(deliberation, vote=Vote("adopted", span=span)),))
    with pytest.raises(ValueError, match="is no place"):
        list(document_quads([broken], document, identities))


names = st.sampled_from(NAMES)


@st.composite
def acts(draw: st.DrawFn) -> Act:
    def place(name: str) -> tuple[int, int]:
        return PLAIN.index(name), PLAIN.index(name) + draw(st.integers(1, 20))

    states: list[Status] = ["present", "absent", "excused", "represented"]
    attendance = tuple(
        Attendance(name, draw(st.sampled_from(states)), place(name)) for name in draw(st.lists(names, max_size=8))
    )
    pairs = draw(st.lists(st.tuples(names, st.none() | names), max_size=4))
    proxies = tuple(Proxy(grantor, holder, place(grantor)) for grantor, holder in pairs)
    sitting = Sitting(body="Valmont", organ="Conseil", attendance=attendance, proxies=proxies)
    return Act("a.txt", "ab" * 32, sitting)


@given(acts())
def test_every_fact_has_evidence_that_quotes_the_text(act: Act) -> None:
    document = Document("a.txt", PLAIN, act.sha256)
    quads = list(document_quads([act], document, resolve([act])))
    facts = {quad.subject for quad in quads if quad.predicate == RDF.type and quad.object in FACTS}
    assert facts
    for fact in facts:
        places = objects(quads, fact, DG.evidence)
        assert places
        for place in places:
            selectors = objects(quads, place, OA.hasSelector)
            found = {
                term: next(text(value) for s in selectors for value in objects(quads, s, term))
                for term in (OA.start, OA.end, OA.exact)
            }
            assert PLAIN[int(found[OA.start]) : int(found[OA.end])] == found[OA.exact]


@given(acts())
def test_quads_are_ground_and_stated_once(act: Act) -> None:
    quads = list(document_quads([act], Document("a.txt", PLAIN, act.sha256), resolve([act])))
    assert len(quads) == len(set(quads))
    assert not [quad for quad in quads if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]
    assert {iri(quad.graph_name) for quad in quads} == {f"https://w3id.org/delibgraph/graph/document/{'ab' * 8}"}


@given(st.integers(1, 10**12), st.sampled_from([1, 10, 100]), st.integers(1900, 2100))
def test_a_store_gives_back_the_literals_that_were_written(cents: int, scale: int, year: int) -> None:
    funding = Funding("Ann", cents / scale, "granted", (0, 3), year=year)
    deliberation = Deliberation((0, 10), number="1", funding=(funding,))
    act = Act("a.txt", "ab" * 32, Sitting(body="Valmont"), deliberations=(deliberation,))
    quads = list(document_quads([act], Document("a.txt", PLAIN, act.sha256), resolve([act])))
    store = Store()
    store.load(nquads(quads), format=RdfFormat.N_QUADS)
    assert lines(store) == lines(quads)
    assert set(parse(nquads(quads), format=RdfFormat.N_QUADS)) == set(quads)


def test_text_is_nfc_and_quotes_are_not_touched(act: Act, document: Document) -> None:
    decomposed = "E\u0300ve Roy"
    read = document.text.replace("Ève Roy", decomposed)
    start = read.index(decomposed)
    attendance = (Attendance(decomposed, "present", (start, start + len(decomposed))),)
    changed = replace(
        act, sitting=replace(act.sitting, attendance=attendance, proxies=(), president=None, secretary=None, spans={})
    )
    changed = replace(changed, deliberations=())
    identities = resolve([changed])
    quads = list(document_quads([changed], replace(document, text=read), identities))
    assert Literal(decomposed) in {quad.object for quad in quads if quad.predicate == OA.exact}
    assert Literal("Ève Roy") in {quad.object for quad in identity_quads(identities)}
