"""Apache Jena reads the files, loads them into TDB2, and gives the named queries' rows with the union of the graphs.

A start of Jena takes seconds, so the main questions alone are asked; ``JENA_ASKS=all`` asks every case.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions, parse_query_results

from delibgraph.build import Report
from delibgraph.exports.shards import write_shards
from delibgraph.queries import named, short, things
from delibgraph.rdf.vocabulary import XSD
from tests.competency.test_competency import CASES, GRAPH, expected, oxigraph
from tests.validation.processors import jena

MAIN = [
    "proxies",
    "proxies-per-holder-by-sitting",
    "attendance-by-member",
    "sitting-roster",
    "votes",
    "funding",
    "findings",
]
ASKED = [case for case in CASES if os.environ.get("JENA_ASKS") == "all" or case.stem in MAIN]


@pytest.fixture(scope="module")
def tdb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A TDB2 database of the small graph."""
    folder = tmp_path_factory.mktemp("jena")
    done = jena(folder, "tdb2.tdbloader", "--loc", folder / "tdb", GRAPH)
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case.stem)
def test_tdb_gives_the_expected_rows(case: Path, tdb: Path) -> None:
    values, rows = expected(case)
    query = tdb / f"{case.stem}.rq"
    text = named()[case.stem.partition("@")[0]].bound(values, lambda told: things(oxigraph(), told))
    query.write_text(text, encoding="utf-8")
    union = ("--set", "tdb:unionDefaultGraph=true")
    done = jena(tdb, "tdb2.tdbquery", "--loc", tdb / "tdb", *union, "--results=json", "--query", query)
    assert done.returncode == 0, done.stderr.decode()
    found = parse_query_results(done.stdout, QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    assert [names, *([_shown(term) for term in solution] for solution in found)] == rows


def _shown(term: object) -> str:
    """A term as the cases have it; Jena writes a decimal with a point."""
    if isinstance(term, Literal) and term.datatype == XSD.decimal and "." in term.value:
        return term.value.rstrip("0").rstrip(".")
    return short(term)  # type: ignore[arg-type]


def test_riot_reads_the_shards_without_a_warning(built: tuple[Path, Report], tmp_path: Path) -> None:
    write_shards(built[0], tmp_path / "shards", 400_000)
    done = jena(tmp_path, "riotcmd.riot", "--validate", *sorted((tmp_path / "shards").glob("*.gz")))
    assert (done.returncode, done.stdout + done.stderr) == (0, b"")
