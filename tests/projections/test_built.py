"""The projection of a built graph is what the documents' facts say."""

from __future__ import annotations

from pathlib import Path

from delibgraph.build import Report
from delibgraph.documents import read_facts
from delibgraph.facts import Act
from delibgraph.projections import held_by_sitting, multigraph, proxy_rows
from delibgraph.projections.graphs import MultiDiGraph
from delibgraph.queries import run, write
from delibgraph.store import open_store
from delibgraph.views.summary import summarise


def acts(paths: list[Path]) -> list[Act]:
    return [act for path in paths for act in read_facts(path).acts]


def projected(out: Path) -> MultiDiGraph:
    return multigraph(proxy_rows(open_store(out)))


def test_every_proxy_of_the_examples_is_an_edge(examples: list[Path], built: tuple[Path, Report]) -> None:
    told = {
        (act.sitting.body, act.sitting.organ, act.sitting.date, proxy.grantor)
        for act in acts(examples)
        for proxy in act.sitting.proxies
        if proxy.holder
    }
    graph = projected(built[0])
    assert len({(edge["sitting"], grantor) for grantor, _, edge in graph.edges(data=True)}) == len(told)


def test_every_edge_has_its_sentence_and_its_documents(built: tuple[Path, Report]) -> None:
    edges = [edge for _, _, edge in projected(built[0]).edges(data=True)]
    assert edges
    assert [edge["proxy"] for edge in edges if not edge["quotes"] or not edge["documents"]] == []


def test_two_acts_of_one_sitting_count_once(built_seeds: tuple[Path, Report]) -> None:
    graph = projected(built_seeds[0])
    of_the_day = [edge for _, _, edge in graph.edges(data=True) if edge.get("date") == "2023-07-12"]
    assert len(of_the_day) == 14
    assert {len(edge["documents"]) for edge in of_the_day} == {2}
    assert summarise(graph).sittings == 4


def test_the_member_with_two_proxies(built_seeds: tuple[Path, Report]) -> None:
    found = held_by_sitting(projected(built_seeds[0]), at_least=2)
    assert [(one.holder_name, one.date, one.count) for one in found] == [("Gaël PERDRIAU", "2022-06-16", 2)]


def test_the_figures_of_the_views_equal_sparql(built: tuple[Path, Report], tmp_path: Path) -> None:
    store, summary = open_store(built[0]), summarise(projected(built[0]))
    with (tmp_path / "counts.csv").open("wb") as target:
        write(
            run(
                store,
                "SELECT (COUNT(DISTINCT ?p) AS ?proxies) (COUNT(DISTINCT ?s) AS ?sittings) (MIN(?d) AS ?first) "
                "(MAX(?d) AS ?last) { ?p dg:holder ?h ; dg:sitting ?s OPTIONAL { ?s dg:date ?d } }",
            ),
            target,
            "csv",
        )
    rows = (tmp_path / "counts.csv").read_text(encoding="utf-8").split()
    assert rows[1] == f"{summary.proxies},{summary.sittings},{summary.first},{summary.last}"
