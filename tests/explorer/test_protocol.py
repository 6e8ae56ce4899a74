"""The SPARQL 1.1 Protocol clause by clause, the Graph Store's reads, and what hostile requests get.

Each test names its clause of https://www.w3.org/TR/sparql11-protocol/; ``docs/serving.md`` lists them.
"""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path

import httpx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from pyoxigraph import DefaultGraph, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from delibgraph.build import Report
from delibgraph.explorer.workers import Limits
from delibgraph.queries import run
from delibgraph.rdf.vocabulary import DG, GRAPH
from delibgraph.store import open_store
from tests.explorer.conftest import Serve
from tests.explorer.fuzzing import answered, requests

SELECT = "SELECT ?p WHERE { ?p a dg:Proxy } ORDER BY ?p"
CONSTRUCT = "CONSTRUCT { ?p a dg:Proxy } WHERE { ?p a dg:Proxy }"
ALLOWED = "access-control-allow-origin"
QUERY_TYPE = {"Content-Type": "application/sparql-query"}


def asked(client: httpx.Client, query: str) -> httpx.Response:
    return client.post("/sparql", content=query.encode(), headers=QUERY_TYPE)


@pytest.mark.parametrize("way", ["get", "form", "direct"])
def test_2_1_1_to_2_1_3_the_three_ways_of_a_query(way: str, client: httpx.Client) -> None:
    answers = {
        "get": lambda: client.get("/sparql", params={"query": SELECT}),
        "form": lambda: client.post("/sparql", data={"query": SELECT}),
        "direct": lambda: asked(client, SELECT),
    }
    answer = answers[way]()
    assert answer.status_code == 200
    assert len(answer.json()["results"]["bindings"]) == 43


@pytest.mark.parametrize(
    ("media", "format_"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_2_1_6_solutions_in_each_format(media: str, format_: QueryResultsFormat, client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    rows = parse_query_results(answer.content, format_)
    assert isinstance(rows, QuerySolutions)
    assert len(list(rows)) == 43


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_2_1_6_triples_in_each_format(media: str, client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    format_ = RdfFormat.from_media_type(media)
    assert format_ is not None
    assert len(list(parse(answer.content, format_))) == 43


def test_a_few_triples_are_drawn(client: httpx.Client) -> None:
    def asked(query: str) -> httpx.Response:
        return client.get("/sparql", params={"query": query}, headers={"Accept": "image/svg+xml"})

    answer = asked(CONSTRUCT)
    assert answer.headers["content-type"].partition(";")[0] == "image/svg+xml"
    assert answer.text.startswith("<svg")
    assert answer.text.count("dg:Proxy") == 43
    refused = asked("CONSTRUCT WHERE { ?s ?p ?o }")
    assert (refused.status_code, "add LIMIT" in refused.text) == (400, True)
    assert asked(SELECT).status_code == 406


def test_2_1_6_what_is_most_wanted_comes(client: httpx.Client) -> None:
    def media(accept: str, query: str = SELECT) -> str:
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        return f"{answer.status_code} {answer.headers['content-type'].partition(';')[0]}"

    assert media("text/csv;q=0.9, text/tab-separated-values;q=0.2") == "200 text/csv"
    assert media("text/turtle, text/csv;q=0.1") == "200 text/csv", "a SELECT has no Turtle"
    assert media("application/*", CONSTRUCT) == "200 application/n-triples"
    assert media("image/png").startswith("406")
    assert media("text/csv;q=0").startswith("406")
    assert media("text/csv", "ASK {}").startswith("406"), "a boolean has no CSV"


def test_2_1_4_the_data_set_of_a_request(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"

    def number(**parameters: str) -> int:
        answer = client.get("/sparql", params={"query": count, **parameters})
        return int(answer.json()["results"]["bindings"][0]["n"]["value"])

    whole, identity = number(), number(**{"default-graph-uri": f"{GRAPH}identity"})
    assert 0 < identity < whole
    assert number(**{"named-graph-uri": f"{GRAPH}identity"}) == 0, (
        "with a data set of its own, the default graph is empty"
    )
    inside = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    answer = client.get("/sparql", params={"query": inside, "named-graph-uri": f"{GRAPH}identity"})
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == [f"{GRAPH}identity"]
    wrong = client.get("/sparql", params={"query": count, "default-graph-uri": "no iri"})
    assert wrong.status_code == 400


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT nonsense", "no SPARQL query"),
        ("DELETE WHERE { ?s ?p ?o }", "only read"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("LOAD <http://127.0.0.1:1/>", "only read"),
        ("proxies", "no SPARQL query"),
        ("", "no SPARQL query"),
    ],
)
def test_2_1_7_a_wrong_query_is_a_400(query: str, words: str, client: httpx.Client) -> None:
    answer = asked(client, query)
    assert answer.status_code == 400
    assert words in answer.text


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "POST", "url": "/sparql", "data": {"update": "DELETE WHERE { ?s ?p ?o }"}}, 403),
        (
            {
                "method": "POST",
                "url": "/sparql",
                "content": b"x",
                "headers": {"Content-Type": "application/sparql-update"},
            },
            403,
        ),
        ({"method": "POST", "url": "/sparql", "content": b"x", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"method": "POST", "url": "/sparql", "content": b"\xff", "headers": QUERY_TYPE}, 400),
        ({"method": "POST", "url": "/sparql", "content": b"#" * 20_000, "headers": QUERY_TYPE}, 413),
        ({"method": "POST", "url": "/sparql?query=ASK{}", "data": {"query": "ASK {}"}}, 200),
        ({"method": "GET", "url": "/sparql?query=ASK{}&query=ASK{}"}, 400),
        ({"method": "GET", "url": "/sparql?nothing=1"}, 400),
        ({"method": "GET", "url": "/sparql?query=%ff"}, 400),
        ({"method": "PUT", "url": "/sparql"}, 405),
        ({"method": "DELETE", "url": f"/store?graph={GRAPH}identity"}, 403),
        ({"method": "PUT", "url": f"/store?graph={GRAPH}identity", "content": b""}, 403),
        ({"method": "GET", "url": "/store"}, 400),
        ({"method": "GET", "url": "/store?graph=no iri"}, 400),
        ({"method": "GET", "url": "/store?graph=https://example.org/none"}, 404),
        ({"method": "GET", "url": "/id/person/nobody"}, 404),
        ({"method": "GET", "url": "/id/<script>"}, 400),
        ({"method": "GET", "url": "/static/../app.py"}, 404),
        ({"method": "GET", "url": "/", "headers": {"Host": "evil.example"}}, 400),
    ],
)
def test_what_a_wrong_request_gets(request_: dict[str, object], status: int, client: httpx.Client) -> None:
    assert client.request(**request_).status_code == status  # type: ignore[arg-type]


def test_an_answer_is_that_of_the_store(client: httpx.Client, built: tuple[Path, Report]) -> None:
    here = run(open_store(built[0]), SELECT)
    assert isinstance(here, QuerySolutions)
    there = asked(client, SELECT).json()["results"]["bindings"]
    assert [row["p"]["value"] for row in there] == [str(row["p"]).strip("<>") for row in here]


def test_head_answers_without_a_body(client: httpx.Client) -> None:
    answer = client.head("/sparql", params={"query": SELECT})
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"].startswith("application/sparql-results+json")


def test_graph_store_gives_each_graph(client: httpx.Client, built: tuple[Path, Report]) -> None:
    store = open_store(built[0])
    for graph in store.named_graphs():
        answer = client.get("/store", params={"graph": graph.value}, headers={"Accept": "application/n-triples"})
        assert len(answer.text.splitlines()) == len(list(store.quads_for_pattern(None, None, None, graph)))
    whole = client.get("/store?default", headers={"Accept": "application/n-triples"})
    assert len(whole.text.splitlines()) == len(list(store.quads_for_pattern(None, None, None, DefaultGraph())))


def test_the_service_describes_itself(client: httpx.Client) -> None:
    for path, kind in (
        ("/sparql", "http://www.w3.org/ns/sparql-service-description#Service"),
        ("/.well-known/void", "http://rdfs.org/ns/void#Dataset"),
    ):
        graph = rdflib.Graph().parse(data=client.get(path).text, format="turtle")
        assert (None, rdflib.RDF.type, rdflib.URIRef(kind)) in graph


def test_an_iri_gives_data_or_a_page(client: httpx.Client) -> None:
    path = "/id/body/244200770"
    page = client.get(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"].startswith("text/html")
    assert "Saint-Etienne Métropole" in page.text
    data = client.get(path, headers={"Accept": "application/ld+json"})
    assert any("244200770" in json.dumps(node) for node in data.json())
    turtle = rdflib.Graph().parse(data=client.get(path).text, format="turtle")
    assert len(turtle) > 5


def test_the_ontology_is_a_page_or_turtle(client: httpx.Client) -> None:
    for language in ("fr", "en"):
        page = client.get(f"/ontology?lang={language}", headers={"Accept": "text/html"}).text
        assert [term for term in sorted(DG.terms) if f'id="{term}"' not in page] == []
    graph = rdflib.Graph().parse(data=client.get("/ontology").text, format="turtle")
    assert (rdflib.URIRef(DG.Proxy.value), None, None) in graph
    assert "@context" in client.get("/ontology/context.jsonld").json()


def test_other_sites_scripts_are_let_in_by_name_alone(client: httpx.Client) -> None:
    def allowed(origin: str) -> str | None:
        found: str | None = client.get("/sparql?query=ASK{}", headers={"Origin": origin}).headers.get(ALLOWED)
        return found

    assert allowed("https://allowed.example") == "https://allowed.example"
    assert allowed("https://other.example") is None


SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(STR(?a) != STR(?i)) }"


def test_a_slow_query_ends_and_hinders_nobody(serve: Serve, built: tuple[Path, Report]) -> None:
    site = serve(built[0], Limits(seconds=10, at_once=2, wait=60))
    with httpx.Client(base_url=site, timeout=120) as client:
        asked(client, "ASK {}")
        slow: list[httpx.Response] = []
        thread = threading.Thread(target=lambda: slow.append(asked(client, SLOW)))
        thread.start()
        time.sleep(0.5)
        quick = [asked(client, "ASK {}").status_code for _ in range(20)]
        assert thread.is_alive(), "the slow query is still running while the others are answered"
        thread.join()
        assert quick == [200] * 20
        assert slow[0].status_code == 504
        assert "more than 10 seconds" in slow[0].text
        assert asked(client, SELECT).status_code == 200


def test_too_many_at_once_are_told_to_come_back(serve: Serve, built: tuple[Path, Report]) -> None:
    site = serve(built[0], Limits(seconds=4, at_once=1, wait=0.2))
    with httpx.Client(base_url=site, timeout=120) as client:
        asked(client, "ASK {}")
        thread = threading.Thread(target=asked, args=(client, SLOW))
        thread.start()
        time.sleep(0.5)
        refused = asked(client, "ASK {}")
        thread.join()
    assert refused.status_code == 503
    assert refused.headers["retry-after"]


def test_an_answer_has_a_longest_length(serve: Serve, built: tuple[Path, Report]) -> None:
    site = serve(built[0], Limits(answer=1000))
    with httpx.Client(base_url=site, timeout=120) as client:
        assert asked(client, "SELECT * { ?s ?p ?o }").status_code == 413
        assert asked(client, "ASK {}").status_code == 200


def test_a_new_build_is_seen(serve: Serve, tmp_path: Path, examples: list[Path]) -> None:
    from delibgraph.build import build

    out = tmp_path / "out"
    build(examples[:1], out)
    site = serve(out, Limits())
    with httpx.Client(base_url=site, timeout=120) as client:
        count = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a dg:SourceDocument }"
        before = asked(client, count).json()["results"]["bindings"][0]["n"]["value"]
        build(examples[:2], out)
        after = asked(client, count).json()["results"]["bindings"][0]["n"]["value"]
    assert (before, after) == ("1", "2")


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(request=requests())
def test_no_request_is_a_fault_of_the_server(request: httpx.Request | None, client: httpx.Client) -> None:
    """``python -m tests.explorer.fuzzing`` asks ten thousand."""
    assert request is None or answered(client, request) < 500
