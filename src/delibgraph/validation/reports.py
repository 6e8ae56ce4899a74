"""Findings as reports for other programs, and a baseline of those that somebody has accepted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from delibgraph import __version__
from delibgraph.rdf import ValidationResult, finding_iri
from delibgraph.rdf.iris import digest, node
from delibgraph.rdf.vocabulary import DG, RDF, SH, XSD
from delibgraph.validation.checks import SEVERITIES, checks

Found = Mapping[str, Sequence[ValidationResult]]
"""The findings of each document, by its name."""
_LEVELS = {"violation": "error", "warning": "warning", "info": "note"}
_SEVERITY_NODES = {severity: NamedNode(iri) for iri, severity in SEVERITIES.items()}


def fingerprint(document: str, finding: ValidationResult) -> str:
    """What makes a finding the same from one run to the next: its document, code and things, not its words or place."""
    return digest(document, finding.code, finding.focus, finding.value, finding.shape or finding.span)


def to_sarif(found: Found, lang: str) -> str:
    """A SARIF 2.1.0 log (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), as code-review tools read it."""
    results = [
        {
            "ruleId": finding.code,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message_fr if lang == "fr" else finding.message},
            "partialFingerprints": {"delibgraph/v1": fingerprint(document, finding)},
            **_locations(document, finding),
        }
        for document, findings in found.items()
        for finding in findings
    ]
    words = {check.code: check.messages.get(lang, check.code) for check in checks().values()}
    rules = [{"id": code, "shortDescription": {"text": words.get(code, code)}} for code in sorted(_codes(found))]
    tool = {"driver": {"name": "delibgraph", "version": __version__, "rules": rules}}
    log = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": tool, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def to_turtle(found: Found) -> str:
    """A SHACL validation report (https://www.w3.org/TR/shacl/#validation-report), without blank nodes."""
    report = node("report", digest(*sorted(fingerprint(name, f) for name, each in found.items() for f in each)))
    conforms = not any(finding.severity == "violation" for each in found.values() for finding in each)
    triples = [
        Triple(report, RDF.type, SH["ValidationReport"]),
        Triple(report, SH["conforms"], Literal(str(conforms).lower(), datatype=XSD.boolean)),
    ]
    for document, findings in found.items():
        for finding in findings:
            result = finding_iri(finding, digest(document))
            triples += [Triple(report, SH["result"], result), *_result(result, finding)]
    prefixes = {"sh": SH.base, "dg": DG.base, "xsd": XSD.base}
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints that a file accepts.

    Raises:
        ValueError: the file is no baseline.
        OSError: it cannot be read.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))["accepted"]
        return frozenset(str(entry["fingerprint"]) for entry in entries)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: no baseline (delibgraph validate GRAPH --write-baseline {path})") from error


def to_baseline(found: Found) -> str:
    """All findings as accepted, with their words for who reads the file."""
    entries = [
        {
            "fingerprint": fingerprint(document, finding),
            "document": document,
            "code": finding.code,
            "message": finding.message,
        }
        for document, findings in found.items()
        for finding in findings
    ]
    return json.dumps({"accepted": entries}, ensure_ascii=False, indent=1) + "\n"


def beyond(found: Found, accepted: frozenset[str]) -> dict[str, list[ValidationResult]]:
    """The findings that are not accepted."""
    return {
        name: [finding for finding in findings if fingerprint(name, finding) not in accepted]
        for name, findings in found.items()
    }


def _locations(document: str, finding: ValidationResult) -> dict[str, Any]:
    if not document:
        return {}
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(document)}}  # a URI: SARIF 2.1.0, 3.4.3
    if finding.span:
        place["region"] = {"charOffset": finding.span[0], "charLength": finding.span[1] - finding.span[0]}
    return {"locations": [{"physicalLocation": place}]}


def _codes(found: Found) -> set[str]:
    return {finding.code for findings in found.values() for finding in findings}


def _result(result: NamedNode, finding: ValidationResult) -> Iterable[Triple]:
    yield Triple(result, RDF.type, SH.ValidationResult)
    yield Triple(result, SH.resultSeverity, _SEVERITY_NODES[finding.severity])
    yield Triple(result, DG.findingCode, Literal(finding.code))
    yield Triple(result, SH.resultMessage, Literal(finding.message, language="en"))
    yield Triple(result, SH.resultMessage, Literal(finding.message_fr, language="fr"))
    for predicate, value in ((SH.focusNode, finding.focus), (SH.sourceShape, finding.shape)):
        if value:
            yield Triple(result, predicate, NamedNode(value))
