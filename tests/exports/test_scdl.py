"""The national tables: validata finds them right, and every row that cannot be published is told with its reason."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import tomllib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from delibgraph.build import Report
from delibgraph.exports import Settings, Table, deliberations, read_settings, settings_template, subventions
from delibgraph.exports.settings import siret
from delibgraph.queries import run
from delibgraph.store import open_store
from tests.tools import ORACLE, SHARED, lack

SCHEMAS = {
    "deliberations": SHARED / "reference" / "scdl" / "deliberations-2.1.5.schema.json",
    "subventions": SHARED / "reference" / "scdl" / "subventions-2.1.1.schema.json",
}
MAKERS: dict[str, Callable[[Store, Settings, dict[str, str]], Table]] = {
    "deliberations": deliberations,
    "subventions": subventions,
}
NOBODY = "000000000"  # a SIREN of the right form that nobody bears
TERMS = """
[defaults]
matter = "7.5"
budget = "Budget principal"
url = "https://example.org/actes/{document}"
convention_date = "sitting"
payment = "unique"
payment_period = "{year}-01-01/{year}-12-31"
eu_notified = false
"""


def keyed(siren: str) -> str:
    """The first right SIRET of a SIREN."""
    for number in range(10):
        with suppress(ValueError):
            return siret(f"{siren}{number:05d}")
    raise AssertionError(f"{siren} is no SIREN")


def settings(store: Store, folder: Path) -> Settings:
    """Settings that give every body and beneficiary an identifier of the right form, none of them a real one."""
    lines = [TERMS]
    for table in settings_template(store, {}).splitlines():
        if table.startswith("[bodies."):
            key = json.loads(table.removeprefix("[bodies.").partition("]")[0])
            lines.append(f'{table}\nsiret = "{keyed(key if key.isdigit() else NOBODY)}"')
        elif table.startswith("[beneficiaries."):
            lines.append(f'{table}\nrna = "W123456789"')
    path = folder / "settings.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_settings(path)


def errors(content: bytes, name: str, folder: Path) -> list[str]:
    if not SCHEMAS[name].is_file():
        pytest.skip("no ../shared/reference/scdl beside this checkout")
    if not ORACLE.exists():
        lack(f"validata is not installed at {ORACLE} (make test does it)")
    path = folder / f"{name}.csv"
    path.write_bytes(content)
    script = Path(__file__).with_name("validata.py")
    told = subprocess.run(
        [ORACLE / "bin" / "python", script, path, SCHEMAS[name]], capture_output=True, encoding="utf-8", check=True
    )
    found = json.loads(told.stdout.splitlines()[-1])
    assert isinstance(found, list)
    return found


@pytest.fixture(params=["built", "built_seeds"])
def store(request: pytest.FixtureRequest) -> Store:
    folder, _ = request.getfixturevalue(request.param)
    return open_store(folder)


@pytest.mark.parametrize("name", SCHEMAS)
def test_validata_finds_no_error(name: str, store: Store, tmp_path: Path) -> None:
    table = MAKERS[name](store, settings(store, tmp_path), {})
    assert len(table.rows) >= 4
    assert errors(table.csv(), name, tmp_path) == []


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("deliberations", ",7.5,", ",75,"),
        ("deliberations", "Finances locales/", "Finances locales "),
        ("subventions", "aide en numéraire", "aide"),
        ("subventions", ",1.00,", ",100,"),
    ],
)
def test_validata_finds_a_wrong_row(name: str, right: str, wrong: str, store: Store, tmp_path: Path) -> None:
    content = MAKERS[name](store, settings(store, tmp_path), {}).csv().decode()
    assert right in content
    assert errors(content.replace(right, wrong, 1).encode(), name, tmp_path) != []


def test_every_row_is_published_or_told(store: Store, tmp_path: Path) -> None:
    for name, count in (("deliberations", "dg:Deliberation"), ("subventions", "dg:Funding")):
        narrowed = "; dg:fundingStatus dgc:funding-granted" if name == "subventions" else ""
        asked = run(store, f"SELECT DISTINCT ?x WHERE {{ ?x a {count} {narrowed} }}")
        assert isinstance(asked, QuerySolutions)
        total = len(list(asked))
        for given in (Settings(), settings(store, tmp_path)):
            table = MAKERS[name](store, given, {})
            assert len(table.rows) + len(table.rejected) == total


def test_without_settings_nothing_is_made_up(store: Store) -> None:
    table = subventions(store, Settings(), {})
    assert table.rows == ()
    for row in table.rejected:
        for words in ("SIRET is not known", "date of a convention", "terms of payment", "period", "notification"):
            assert words in row.reason


def test_votes_add_up_or_are_left_out(built: tuple[Path, Report], tmp_path: Path) -> None:
    graph = open_store(built[0])
    rows = {row["DELIB_ID"]: row for row in deliberations(graph, settings(graph, tmp_path), {}).rows}
    names = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
    told = {number: tuple(row.get(name) for name in names) for number, row in rows.items()}
    assert told["2023-12"] == ("19", "17", "14", "1", "2")
    assert told["2023.00367"] == ("70", "60", "60", "0", "0"), "unanimous, so all who voted"
    assert told["CS2021-15"] == (None,) * 5, "the act does not say how many voted"


def test_a_membership_fee_is_no_grant(built: tuple[Path, Report], tmp_path: Path) -> None:
    graph = open_store(built[0])
    table = subventions(graph, settings(graph, tmp_path), {})
    fees = [row for row in table.rejected if "membership fee" in row.reason]
    assert len(fees) == 2
    assert ("2880" in {row["montant"] for row in table.rows}) is False


def test_a_siret_of_another_siren_is_refused(built: tuple[Path, Report]) -> None:
    graph = open_store(built[0])
    other = Settings.model_validate({"bodies": {"244200770": {"siret": keyed(NOBODY)}}})
    reasons = [row.reason for row in deliberations(graph, other, {"of_body": "244200770"}).rejected]
    assert reasons
    assert all("does not belong to SIREN 244200770" in reason for reason in reasons)


def test_a_formula_is_inert() -> None:
    graph = Store()
    graph.update(
        """
        PREFIX dg: <https://w3id.org/delibgraph/ontology#> PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        INSERT DATA {
          <x:b> a dg:Body ; skos:prefLabel "Ville" . <x:o> org:unitOf <x:b> .
          <x:s> a dg:Sitting ; dg:organ <x:o> ; dg:date "2023-01-01"^^xsd:date .
          <x:d> a dg:Deliberation ; dg:sitting <x:s> ; dg:number "1" ; dct:title "=HYPERLINK(\\"http://x\\")" .
        }
        """
    )
    given = Settings.model_validate({"defaults": {"matter": "7.5"}, "bodies": {"ville": {"siret": keyed(NOBODY)}}})
    table = deliberations(graph, given, {})
    (row,) = csv.DictReader(io.StringIO(table.csv().decode()))
    assert row["DELIB_OBJET"] == '\'=HYPERLINK("http://x")'
    assert row["DELIB_MATIERE_NOM"] == "Finances locales/Subventions"


def test_what_a_register_gave_is_used() -> None:
    graph = Store()
    graph.update(
        f"""
        PREFIX dg: <https://w3id.org/delibgraph/ontology#> PREFIX dgc: <https://w3id.org/delibgraph/code/>
        PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        INSERT DATA {{
          <x:b> a dg:Body ; skos:prefLabel "Ville" ; dg:siret "{keyed(NOBODY)}" . <x:o> org:unitOf <x:b> .
          <x:s> a dg:Sitting ; dg:organ <x:o> ; dg:date "2023-01-01"^^xsd:date .
          <x:d> a dg:Deliberation ; dg:sitting <x:s> ; dg:number "1" .
          <x:a> a dg:Organisation ; skos:prefLabel "Les Amis" ; dg:rna "W123456789" .
          <x:f> a dg:Funding ; dg:fundingStatus dgc:funding-granted ; dg:deliberation <x:d> ; dg:beneficiary <x:a> ;
            dg:amount 10.5 ; dg:currency "EUR" ; dg:purpose "fête" ; dg:year "2023"^^xsd:gYear .
        }}
        """
    )
    terms = tomllib.loads(TERMS)["defaults"]
    (row,) = subventions(graph, Settings.model_validate({"defaults": terms}), {}).rows
    assert (row["idAttribuant"], row["idBeneficiaire"], row["rnaBeneficiaire"]) == (keyed(NOBODY), "", "W123456789")


def test_a_sum_that_several_share_is_told_and_not_published() -> None:
    graph = Path(__file__).parents[1] / "competency" / "graph.trig"
    told = [one for one in subventions(open_store(graph), Settings(), {}).rejected if "/shared-" in one.iri]
    assert len(told) == 2
    assert all("several share the sum" in one.reason for one in told)
