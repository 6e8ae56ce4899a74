"""The tables hold what the graph holds: rows against SPARQL, CSV against Parquet."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from delibgraph.build import Report
from delibgraph.exports import write_tables
from delibgraph.exports.tables import TABLES, columns, rows
from delibgraph.queries import records, run
from delibgraph.store import open_store

parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture(scope="module")
def store(built: tuple[Path, Report]) -> Store:
    return open_store(built[0])


def asked(store: Store, query: str) -> list[dict[str, str | None]]:
    answer = run(store, query)
    assert isinstance(answer, QuerySolutions)
    return list(records(answer))


@pytest.mark.parametrize("table", TABLES)
def test_a_row_for_each_node(table: str, store: Store) -> None:
    kind = TABLES[table][0].value
    found = [str(row["iri"]) for row in rows(store, table)]
    assert found == sorted(found)
    assert found == [row["x"] for row in asked(store, f"SELECT DISTINCT ?x WHERE {{ ?x a <{kind}> }} ORDER BY ?x")]
    assert found


def test_proxies_answer_as_sparql_does(store: Store) -> None:
    told = sorted((row["sitting_name"], row["grantor_name"], row["holder_name"]) for row in rows(store, "proxies"))
    answer = asked(
        store,
        """SELECT ?date ?grantor ?holder WHERE { ?p a dg:Proxy ; dg:sitting/dg:date ?date ;
           dg:grantor/foaf:name ?grantor ; dg:holder/foaf:name ?holder }""",
    )
    assert told == sorted((row["date"], row["grantor"], row["holder"]) for row in answer)
    assert len(told) == 43


def test_every_property_of_a_fact_has_a_column(store: Store) -> None:
    aside = {"type", "evidence", "recordedIn", "wasGeneratedBy", "wasDerivedFrom", "sourceShape", "judgement"}
    for table, (kind, wanted) in TABLES.items():
        used = asked(store, f"SELECT DISTINCT ?p WHERE {{ ?x a <{kind.value}> ; ?p ?o }}")
        known = {column.predicate.value for column in wanted}
        missing = {row["p"] for row in used} - known
        assert {str(iri).replace("#", "/").rpartition("/")[2] for iri in missing} <= aside, table


def test_evidence_quotes_the_document(store: Store, examples: list[Path]) -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in examples}
    proofs = list(rows(store, "evidence"))
    facts = {row["fact"] for row in proofs}
    assert {row["iri"] for row in rows(store, "proxies")} <= facts
    for row in proofs:
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert texts[str(row["document_name"])][start:end] == row["quote"]


def test_parquet_and_csv_say_the_same(store: Store, tmp_path: Path) -> None:
    counts = write_tables(store, tmp_path / "c", "csv")
    assert write_tables(store, tmp_path / "p", "parquet") == counts
    for table, count in counts.items():
        with (tmp_path / "c" / f"{table}.csv").open(encoding="utf-8", newline="") as source:
            plain = list(csv.DictReader(source))
        packed = parquet.read_table(tmp_path / "p" / f"{table}.parquet")
        assert packed.num_rows == len(plain) == count
        assert packed.column_names == list(columns(table))
        for name, kind in columns(table).items():
            if kind == "text":
                assert [" ".join((text or "").split()) for text in packed[name].to_pylist()] == [
                    row[name].removeprefix("'") for row in plain
                ]
    amounts = parquet.read_table(tmp_path / "p" / "funding.parquet")["amount"].to_pylist()
    total = asked(store, "SELECT (SUM(?a) AS ?sum) WHERE { ?f a dg:Funding ; dg:amount ?a }")[0]["sum"]
    assert float(sum(amounts)) == float(total or 0) > 0
