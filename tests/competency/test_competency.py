"""Each named query gives the expected rows on a small graph, on Oxigraph and on rdflib alike.

``NAME.csv`` or ``NAME@CASE.csv`` holds the rows in their order, after a line ``# parameter=value`` for each parameter.
To add a question, add the query and its rows.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store, parse_query_results

from delibgraph.build import Report
from delibgraph.queries import named, run, short, things
from delibgraph.store import NQUADS, PREFIXES, open_store, read_quads
from delibgraph.store.endpoints import Endpoint, Remote
from delibgraph.store.files import ntriples
from delibgraph.store.loading import load, plan

HERE = Path(__file__).parent
GRAPH = HERE / "graph.trig"
CASES = sorted(HERE.glob("*.csv"))


@cache
def oxigraph(path: Path = GRAPH) -> Store:
    return open_store(path)


@cache
def reference(path: Path = GRAPH) -> rdflib.Graph:
    return rdflib.Graph().parse(data=ntriples({quad.triple for quad in read_quads(path)}), format="nt")


def expected(case: Path) -> tuple[dict[str, str], list[list[str]]]:
    lines = case.read_text(encoding="utf-8").splitlines()
    values: dict[str, str] = {}
    while lines[0].startswith("# "):
        name, _, value = lines.pop(0)[2:].partition("=")
        values[name] = value
    return values, list(csv.reader(lines))


def from_oxigraph(name: str, values: dict[str, str], path: Path = GRAPH) -> list[list[str]]:
    answer = run(oxigraph(path), name, values)
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [names, *([short(term) for term in solution] for solution in answer)]


def from_rdflib(name: str, values: dict[str, str], path: Path = GRAPH) -> list[list[str]]:
    query = named()[name].bound(values, lambda text: things(oxigraph(path), text))
    result = reference(path).query(query)
    assert result.vars is not None
    rows = [[shown(binding.get(variable)) for variable in result.vars] for binding in result.bindings]
    return [[str(variable) for variable in result.vars], *rows]


def shown(term: rdflib.term.Identifier | None) -> str:
    if term is None:
        return ""
    if isinstance(term, rdflib.URIRef):
        prefix, base = max(PREFIXES.items(), key=lambda item: len(item[1]) if term.startswith(item[1]) else 0)
        return f"{prefix}:{term[len(base) :]}"
    if isinstance(term, rdflib.Literal) and isinstance(term.value, Decimal):
        return f"{term.value.normalize():f}"
    return " ".join(str(term).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_query_gives_the_expected_rows_on_both_engines(case: Path) -> None:
    values, rows = expected(case)
    name = case.stem.partition("@")[0]
    assert from_oxigraph(name, values) == rows
    assert from_rdflib(name, values) == rows


def test_a_server_gives_the_same_rows(oxigraph_server: str) -> None:
    """The Oxigraph server, loaded as users load it, with the union of its graphs as the default graph."""
    store = Store()
    store.bulk_extend(read_quads(GRAPH))
    with Remote(Endpoint.of(f"{oxigraph_server}/store")) as remote:
        load(store, remote, plan(store, remote))
        wrong = []
        for case in CASES:
            values, rows = expected(case)
            query = named()[case.stem.partition("@")[0]].bound(values, lambda text: things(oxigraph(), text))
            answer = remote.send(
                "POST",
                f"{oxigraph_server}/query?union-default-graph",
                content=query.encode(),
                headers={"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"},
            )
            found = parse_query_results(answer.content, QueryResultsFormat.JSON)
            assert isinstance(found, QuerySolutions)
            names = [variable.value for variable in found.variables]
            if [names, *([short(term) for term in solution] for solution in found)] != rows:
                wrong.append(case.stem)
    assert wrong == []


@pytest.mark.parametrize("name", sorted(named()))
def test_both_engines_agree_on_the_examples(name: str, built: tuple[Path, Report]) -> None:
    required = {"member": "reynaud", "of": "Mécaloire", "name": "Mécaloire"}
    values = {one.name: required[one.name] for one in named()[name].parameters if one.default == "required"}
    graph = built[0] / NQUADS
    rows = from_oxigraph(name, values, graph)
    assert rows == from_rdflib(name, values, graph)
    assert len(rows) > 1


@pytest.mark.parametrize(
    "name", sorted(name for name, one in named().items() if all(p.default != "required" for p in one.parameters))
)
def test_a_file_that_is_copied_asks_what_the_runner_asks(name: str) -> None:
    """Of rdflib, which is told nothing of the parameters' defaults."""
    result = reference(GRAPH).query(named()[name].text)
    assert result.vars is not None
    rows = [[shown(binding.get(variable)) for variable in result.vars] for binding in result.bindings]
    assert rows == from_oxigraph(name, {})[1:]


def test_every_query_is_asked() -> None:
    assert {case.stem.partition("@")[0] for case in CASES} == set(named())


def test_every_case_expects_some_row() -> None:
    assert [case.name for case in CASES if len(expected(case)[1]) < 2] == []


def test_merged_graph_counts_a_proxy_of_two_documents_once() -> None:
    answer = run(oxigraph(), "SELECT (COUNT(?proxy) AS ?n) WHERE { ?proxy a dg:Proxy }")
    assert isinstance(answer, QuerySolutions)
    assert [short(solution["n"]) for solution in answer] == ["6"]
