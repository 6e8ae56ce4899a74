"""The graph from Python: opened, projected, asked, shown in a notebook."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import networkx as nx
import pytest

import delibgraph as dg
from delibgraph.access import KnowledgeGraph, Rows
from delibgraph.projections import multigraph, proxy_rows
from delibgraph.queries import QueryError
from delibgraph.store import StoreError, open_store

SOURCE = Path(__file__).parents[1] / "src"
GRAPH = Path(__file__).parent / "competency" / "graph.trig"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return dg.open(GRAPH)


def test_projections_are_networkx_graphs_within_bounds(graph: KnowledgeGraph) -> None:
    assert isinstance(graph.proxies(), nx.MultiDiGraph)
    own = multigraph(proxy_rows(open_store(GRAPH)))
    assert list(graph.proxies().edges(keys=True, data=True)) == list(own.edges(keys=True, data=True))
    assert graph.proxies(body="vallée").number_of_edges() == 1
    assert graph.proxies(organ="bureau", since="2023-01-01").number_of_edges() == 2
    assert graph.proxies(since=None).number_of_edges() == own.number_of_edges()
    assert graph.funding(body="vallée").number_of_edges() == 2
    assert graph.attendance(through="2021-12-31").number_of_edges() == 3
    assert graph.co_attendance(through="2021-12-31").number_of_edges() == 3
    assert graph.co_funding().number_of_edges() == 2
    with pytest.raises(QueryError, match="has no parameter town"):
        graph.proxies(town="x")


def test_rows_have_python_values(graph: KnowledgeGraph) -> None:
    rows = graph.query("funding", to="mécavallée", since=datetime.date(2023, 1, 1))
    assert (len(rows), rows.columns[:4]) == (1, ("date", "body", "beneficiary", "amount"))
    assert (rows[0]["date"], rows[0]["amount"]) == (datetime.date(2023, 7, 12), Decimal(20000))
    truth = graph.query("SELECT ?u ?v { ?v dg:unanimous ?u } ORDER BY ?u")
    assert [row["u"] for row in truth] == [False, True]
    assert graph.query("proxies-per-holder-by-sitting", at_least=2)[0]["proxies"] == 2
    assert isinstance(rows[:1], Rows)
    assert repr(rows[:0]).startswith("<0 rows: date, body")
    with pytest.raises(QueryError, match="only a SELECT has rows"):
        graph.query("ASK { ?s ?p ?o }")


def test_rows_become_a_data_frame(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.query("funding").frame()
    assert list(frame.columns) == list(graph.query("funding").columns)
    assert frame["amount"].sum() == pytest.approx(173700.5)
    assert list(graph.query("funding", to="nobody").frame().columns) == list(frame.columns)


def test_without_pandas_the_way_out_is_named(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install 'delibgraph\[notebook\]'"):
        graph.query("funding").frame()


def test_a_notebook_shows_tables_with_escaped_text(graph: KnowledgeGraph) -> None:
    assert "<td>Mécavallée</td>" in graph.query("funding")._repr_html_()
    hostile = graph.query('SELECT ("<script>" AS ?x) (?nothing AS ?y) {}')
    assert "<td>&lt;script&gt;</td><td></td>" in hostile._repr_html_()
    many = Rows(["n"], [{"n": number} for number in range(30)])
    assert many._repr_html_().count("<tr>") == 21
    assert "30 rows, of which 20 are shown" in many._repr_html_()
    shown = graph._repr_html_()
    assert "<th>Proxy</th>" in shown
    assert "<td>6</td>" in shown


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file or folder"):
        dg.open(tmp_path / "nothing")
    assert dg.open.__module__ == "delibgraph.access"
    with pytest.raises(AttributeError, match="no attribute 'close'"):
        dg.close  # noqa: B018 (the lookup is the test)


def test_the_package_alone_imports_nothing_heavy() -> None:
    heavy = {"networkx", "pyoxigraph", "pandas", "spacy", "igraph"}
    code = f"import sys, delibgraph; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "[]"
