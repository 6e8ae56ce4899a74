"""The street is one way: every import of every module is read and held against the order of the rooms."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "delibgraph"
STREET = [
    "imports",
    "resources",
    "facts",
    "reading",
    "extraction",
    "identity",
    "registers",
    "rdf",
    "validation",
    "store",
    "queries",
    "projections",
    "exports",
    "views",
    "explorer",
]
READING_ORDER = ["text", "attendance", "organisations", "funding", "items", "header"]
"""The rooms of extraction; what stands beside them puts their answers together."""
WHOLE = {"access", "build", "cli", "decisions", "documents", "engines", "evaluation", "library", "partition"}
WHOLE |= {"__init__", "__main__"}
NO_RDF = {"reading", "extraction", "identity", "registers", "facts"}
RDF_PACKAGES = {"rdflib", "pyoxigraph", "pyshacl"}
MODULES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it goes"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    here = room(path)
    assert here in {*STREET, *WHOLE}, f"{here} has no place in the street"
    if here in WHOLE:
        return
    for name in imports(path):
        if name.startswith("delibgraph."):
            there = name.split(".")[1]
            allowed = there in STREET and STREET.index(there) <= STREET.index(here)
            assert allowed or name == "delibgraph.__version__", f"{here} imports {name}"


@pytest.mark.parametrize("path", sorted((SOURCE / "engines").glob("*.py")), ids=lambda path: path.name)
def test_engines_know_no_documents(path: Path) -> None:
    own = {name for name in imports(path) if name.startswith("delibgraph.")}
    assert {name for name in own if ".engines." not in name} <= {
        "delibgraph.__version__",
        "delibgraph.reading.limits.MEMORY",
        "delibgraph.reading.limits.SECONDS",
    }


@pytest.mark.parametrize(
    "path", sorted((SOURCE / "extraction").glob("*/*.py")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_rooms_of_extraction_build_on_one_another(path: Path) -> None:
    here = READING_ORDER.index(path.parent.name)
    for name in imports(path):
        if name.startswith("delibgraph.extraction."):
            assert name.split(".")[2] in READING_ORDER[: here + 1], f"{path.parent.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_facts_know_no_rdf(path: Path) -> None:
    if room(path) in NO_RDF:
        assert not {name.split(".")[0] for name in imports(path)} & RDF_PACKAGES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_outgrows_its_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
