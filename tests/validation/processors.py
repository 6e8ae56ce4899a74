"""Other SHACL processors, run on a graph by their command lines: Apache Jena's and TopBraid's.

Jena is Debian's (``libapache-jena-java``); TopBraid's libraries lie in the environment of the oracles.
"""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from delibgraph.rdf import Triples
from delibgraph.rdf.vocabulary import SH
from tests.tools import ORACLE, lack, need

JARS = Path("/usr/share/java")
_SHADED = "org/apache/jena/ext/"


class Result(NamedTuple):
    """A result of a SHACL validation report; no value where it is the focus node itself."""

    shape: str
    focus: str
    value: str | None
    severity: str
    component: str


def by_jena(data: Triples, shapes: Triples, folder: Path) -> set[Result]:
    """What Jena finds, as it says it."""
    paths = _written(data, shapes, folder)
    return _results(jena(folder, "shacl.shacl", "validate", "--data", paths[0], "--shapes", paths[1]))


def by_topbraid(data: Triples, shapes: Triples, folder: Path) -> set[Result]:
    """What TopBraid SHACL finds, as it says it."""
    need("java")
    library = next(ORACLE.glob("lib/python*/site-packages/brick_tq_shacl/topquadrant_shacl/lib"), None)
    if library is None:
        lack("TopBraid SHACL is not in the environment of the oracles (requirements-oracle.txt)")
    paths = _written(data, shapes, folder)
    program = ["java", "-cp", f"{library}/*", "org.topbraid.shacl.tools.Validate"]
    command = [*program, "-datafile", str(paths[0]), "-shapesfile", str(paths[1])]
    return _results(subprocess.run(command, capture_output=True, check=False))


def jena(folder: Path, program: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run one of Jena's programs; skips the test where Jena is missing. ``folder`` takes what it needs beside it."""
    need("java")
    if not (JARS / "jena-shacl.jar").exists():
        lack("Apache Jena is not installed (Debian: apt-get install libapache-jena-java)")
    command = ["java", "-cp", ":".join(map(str, class_path(folder))), program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False)


def read_report(report: Triples) -> set[Result]:
    """The results of a SHACL validation report."""

    def one(predicate: NamedNode, node: NamedNode | BlankNode | Literal) -> str | None:
        return next((value.value for value in report.forward(predicate).get(node, ())), None)

    found = set()
    for node in report.objects(SH["result"]):
        focus, value = one(SH.focusNode, node) or "", one(SH.value, node)
        shape, severity = one(SH.sourceShape, node) or "", one(SH.resultSeverity, node) or ""
        component = one(SH.sourceConstraintComponent, node) or ""
        found.add(Result(shape, focus, None if value == focus else value, severity, component))
    return found


def _written(data: Triples, shapes: Triples, folder: Path) -> list[Path]:
    """The two graphs as files of Turtle's simplest form, by the name that both processors take for Turtle."""
    paths = [folder / "data.ttl", folder / "shapes.ttl"]
    for path, graph in zip(paths, (data, shapes), strict=True):
        statements = [Triple(s, p, o) for s, p, o in graph if not isinstance(s, Literal)]
        path.write_bytes(serialize(statements, format=RdfFormat.N_TRIPLES) or b"")
    return paths


def _results(done: subprocess.CompletedProcess[bytes]) -> set[Result]:
    assert done.stdout.strip(), done.stderr.decode()
    return read_report(Triples.of(parse(done.stdout, format=RdfFormat.TURTLE)))


def class_path(folder: Path) -> list[Path]:
    """Every library of Debian's but its other loggers.

    Debian's Jena looks for the messages of its XML Schema types beside its classes, where they are not: they lie under
    the name that its build gave them first.
    """
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith(_SHADED) and name.endswith(".properties"):
                path = folder / name.removeprefix(_SHADED)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    jars = (path for path in sorted(JARS.glob("*.jar")) if "slf4j" not in path.name and "log4j" not in path.name)
    return [folder, *jars, JARS / "slf4j-api.jar", JARS / "slf4j-nop.jar"]
