"""The five seed documents, as annotated: two findings, no more, and the law of another day."""

from __future__ import annotations

import datetime
import gzip
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

from delibgraph.facts import Finding
from delibgraph.identity import resolve
from delibgraph.rdf import document_quads, finding_quads, identity_quads, ontology_quads
from delibgraph.validation import DocumentValidator, merge, revalidate

if TYPE_CHECKING:
    from tests.validation.conftest import Gold


def test_the_seeds_give_exactly_two_findings(seeds: dict[str, Gold]) -> None:
    found = {
        (number, result.code, result.severity, result.message, result.value)
        for number, gold in seeds.items()
        for result in gold.findings()
        if result.severity != "info"
    }
    assert found == {
        (
            "003",
            "transmission-date",
            "warning",
            "The transmission identifier bears the date 2018-05-18, which is not the sitting’s.",
            "2018-05-18",
        ),
        (
            "004",
            "members-in-office",
            "warning",
            "The record accounts for 43 of its 44 members in office.",
            "43",
        ),
    }


def test_two_proxies_are_lawful_in_june_2022_and_not_in_september(seeds: dict[str, Gold]) -> None:
    gold = seeds["001"]
    assert gold.act.sitting.date == datetime.date(2022, 6, 16)
    later = datetime.date(2022, 9, 16)
    stamped = replace(gold.act.deliberations[0], transmission_id=None, received_date=None)
    act = replace(gold.act, sitting=replace(gold.act.sitting, date=later), deliberations=(stamped,))
    (finding,) = (found for found in gold.findings(act) if found.severity != "info")
    assert (finding.code, finding.severity) == ("proxies-per-holder", "violation")
    assert finding.message == "Gaël PERDRIAU holds more proxies than the law allows on the sitting’s date."
    assert finding.span is not None
    assert gold.document.text[slice(*finding.span)] in ("Jordan DA SILVA", "Nadia SEMACHE")


def test_a_member_lost_from_a_list_does_not_go_unnoticed(seeds: dict[str, Gold]) -> None:
    for gold in seeds.values():
        sitting = gold.act.sitting
        for lost in (0, len(sitting.attendance) // 2):
            shorter = replace(sitting, attendance=sitting.attendance[:lost] + sitting.attendance[lost + 1 :])
            codes = {result.code for result in gold.findings(replace(gold.act, sitting=shorter))}
            assert codes & {"present-count", "members-in-office"}


def test_a_proxy_lost_does_not_go_unnoticed(seeds: dict[str, Gold]) -> None:
    for gold in seeds.values():
        sitting = replace(gold.act.sitting, proxies=gold.act.sitting.proxies[1:])
        assert "proxy-count" in {result.code for result in gold.findings(replace(gold.act, sitting=sitting))}


def test_a_built_graph_gives_the_findings_of_its_build_again(seeds: dict[str, Gold], tmp_path: Path) -> None:
    acts = [gold.act for gold in seeds.values()]
    identities = resolve(acts)
    shared = list(identity_quads(identities))
    own = Finding("broken-off", "warning", "The text breaks off.", "Le texte s’arrête.", (3, 9))
    same = Finding("members-in-office", "warning", "43 of 44", "43 sur 44", (20, 40))
    validator, quads, built = DocumentValidator(shared), [*shared, *ontology_quads()], {}
    for number, gold in seeds.items():
        stated = list(document_quads([gold.act], gold.document, identities))
        read = {"002": [own], "004": [same]}.get(number, [])
        results = merge(validator.validate(stated), read)
        quads += [*stated, *finding_quads(results, gold.document)]
        built[Path(gold.document.path).name] = results
    path = tmp_path / "graph.nq.gz"
    path.write_bytes(gzip.compress(serialize(quads, format=RdfFormat.N_QUADS) or b""))
    again = revalidate(path)
    assert again == built
    assert {
        (found.code, found.span)
        for results in again.values()
        for found in results
        if found.code not in ("agreement", "transmission-date")
    } == {
        ("broken-off", (3, 9)),
        ("members-in-office", (20, 40)),
    }
