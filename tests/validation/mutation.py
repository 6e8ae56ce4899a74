"""``python -m tests.validation.mutation``: weaken every constraint in turn, and see some example notice.

A mutant is a shape with one constraint taken out or weakened: a triple of a core constraint, or a filter, an optional
part, a branch, a comparison or a connective of a SPARQL constraint. It is noticed where an invalid example of its code
no longer gives the code, or a valid one gives it. Shapes of one code answer together. Core constraints are asked of
pySHACL, SPARQL of Oxigraph.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store, Variable, parse
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH

from delibgraph.resources import folder

EXAMPLES = Path(__file__).parent / "examples"
EQUIVALENT = Path(__file__).parent / "equivalent-mutants.txt"
DG = rdflib.Namespace("https://w3id.org/delibgraph/ontology#")
# An example whose literal does not fit its datatype is meant.
logging.getLogger("rdflib.term").setLevel(logging.CRITICAL)
_META = {SH.severity, SH.message, SH.prefixes, SH.path, SH.inversePath}
_SWAPS = {">=": ">", "<=": "<", ">": ">=", "<": "<=", "!=": "=", "=": "!=", "&&": "||", "||": "&&"}
_OPERATOR = re.compile(r"(?<= )(>=|<=|!=|>|<|=|&&|\|\|)(?= )")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A weakened shape: what was done to it, and what it now is (a graph of core constraints, or a query)."""

    shape: str
    change: str
    core: rdflib.Graph | None = None
    query: str = ""

    @property
    def name(self) -> str:
        """The shape and the change, on one line."""
        return f"{self.shape.rpartition('#')[2]}: {self.change}"


@cache
def shapes() -> rdflib.Graph:
    """Every shape and check of sets."""
    graph = rdflib.Graph()
    for path in sorted(folder("shapes").rglob("*.ttl")):
        graph.parse(path)
    return graph


@cache
def _prefixes() -> str:
    declared = list(shapes().objects(None, SH.declare))
    return "".join(
        f"PREFIX {shapes().value(one, SH.prefix)}: <{shapes().value(one, SH.namespace)}>\n" for one in declared
    )


def query_of(shape: rdflib.term.Node) -> str | None:
    """The SPARQL of a shape or of a check of sets; ``None`` of a core one."""
    text = shapes().value(shapes().value(shape, SH.sparql), SH.select) or shapes().value(shape, SH.select)
    return None if text is None else str(text)


def core_of(shape: rdflib.term.Node) -> rdflib.Graph:
    """The triples of one core shape, blank nodes included, without its words."""
    graph, todo = rdflib.Graph(), [shape]
    while todo:
        node = todo.pop()
        for _, predicate, value in shapes().triples((node, None, None)):
            if predicate not in (SH.message, DG.findingCode, DG.article):
                graph.add((node, predicate, value))
                if isinstance(value, rdflib.BNode):
                    todo.append(value)
    return graph


Triple = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]


def _changed(graph: rdflib.Graph, out: Triple | None = None, into: Triple | None = None) -> rdflib.Graph:
    """A copy with one triple taken out and one put in."""
    copy = rdflib.Graph()
    for triple in graph:
        if triple != out:
            copy.add(triple)
    if into:
        copy.add(into)
    return copy


def core_mutants(shape: rdflib.URIRef) -> Iterator[Mutant]:
    """Each constraint taken out or moved to its edge, each anchor of a pattern and each member of a list dropped."""
    graph, name = core_of(shape), str(shape)
    weaker: dict[rdflib.term.Node, rdflib.URIRef] = {SH.lessThan: SH.lessThanOrEquals, SH.minExclusive: SH.minInclusive}
    for subject, predicate, value in sorted(graph, key=str):
        shown = f"{str(predicate).rpartition('#')[2]} {value.n3() if not isinstance(value, rdflib.BNode) else '…'}"
        if predicate in _META or not str(predicate).startswith(str(SH)):
            continue
        triple = (subject, predicate, value)
        if predicate != SH.alternativePath:
            yield Mutant(name, f"no {shown}", _changed(graph, triple))
        if predicate in weaker:
            yield Mutant(name, f"weaker {shown}", _changed(graph, triple, (subject, weaker[predicate], value)))
        if predicate == SH.pattern:
            for text in {str(value).removeprefix("^"), str(value).removesuffix("$")} - {str(value)}:
                loose = _changed(graph, triple, (subject, SH.pattern, rdflib.Literal(text)))
                yield Mutant(name, f"pattern {text}", loose)
        if predicate in (SH["in"], SH["or"], SH.alternativePath):
            for at, member in enumerate(Collection(graph, value)):
                copy = _changed(graph)
                members = Collection(copy, value)
                del members[at]
                kept = f"{member.n3()}" if not isinstance(member, rdflib.BNode) else str(at)
                yield Mutant(name, f"{str(predicate).rpartition('#')[2]} without {kept}", copy)


def _balanced(text: str, start: int) -> int:
    """The end of the bracket that opens at ``start``."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] in "({") - (text[at] in ")}")
        if depth == 0:
            return at + 1
    raise ValueError(text[start:])


def query_mutants(shape: str, query: str) -> Iterator[Mutant]:
    """Each filter, optional part, branch and condition of groups taken out, each comparison and connective turned."""
    for match in re.finditer(r"FILTER( NOT EXISTS| EXISTS)? ?(?=[({])|OPTIONAL (?={)|HAVING (?=\()", query):
        end = _balanced(query, match.end())
        words = re.sub(r"\s+", " ", query[match.start() : end])
        yield Mutant(shape, f"no {words}", query=query[: match.start()] + query[end:])
    for match in re.finditer(r"UNION (?={)", query):
        end = _balanced(query, match.end())
        words = re.sub(r"\s+", " ", query[match.start() : end])
        yield Mutant(shape, f"no {words}", query=query[: match.start()] + query[end:])
    for match in _OPERATOR.finditer(query):
        start = query.rfind("\n", 0, match.start()) + 1
        line = query[start : query.find("\n", match.end())]
        column = match.start() - start - (len(line) - len(line.lstrip()))
        changed = query[: match.start()] + _SWAPS[match[0]] + query[match.end() :]
        yield Mutant(shape, f"{match[0]} at {column} turned in: {line.strip()}", query=changed)


def mutants() -> Iterator[Mutant]:
    """Every mutant of every shape, in order."""
    for shape in sorted(set(shapes().subjects(DG.findingCode)), key=str):
        query = query_of(shape)
        if query is None:
            assert isinstance(shape, rdflib.URIRef)
            yield from core_mutants(shape)
        else:
            yield from query_mutants(str(shape), query)


@cache
def examples(code: str) -> Sequence[Path]:
    """The examples of a code, the invalid ones first."""
    return sorted((EXAMPLES / code).glob("*.t*"), key=lambda path: (not path.name.startswith("invalid"), path.name))


@cache
def _quads(path: Path) -> list[Quad]:
    files = (path, folder("ontology") / "regimes.ttl")
    triples = [triple for file in files for triple in parse(path=file)]
    return list({Quad(triple.subject, triple.predicate, triple.object) for triple in triples})


@cache
def _store(path: Path) -> Store:
    store = Store()
    store.bulk_extend(_quads(path))
    return store


@cache
def _graph(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path)


def _core_fires(core: rdflib.Graph, path: Path) -> bool:
    conforms, _, _ = pyshacl.validate(_graph(path), shacl_graph=core, inplace=True, meta_shacl=False)
    return not conforms


def _query_fires(shape: str, query: str, path: Path) -> bool:
    """Whether the query finds anything at a focus node; one that is no SPARQL any more finds nothing."""
    targets = [NamedNode(str(target)) for target in shapes().objects(rdflib.URIRef(shape), SH.targetClass)]
    text, store = _prefixes() + query, _store(path)
    try:
        if not targets:
            return any(True for _ in _rows(store.query(text)))
        kind = NamedNode(str(RDF.type))
        nodes = {quad.subject for target in targets for quad in store.quads_for_pattern(None, kind, target, None)}
        return any(True for node in nodes for _ in _rows(store.query(text, substitutions={Variable("this"): node})))
    except SyntaxError:
        return False


def _rows(answer: object) -> QuerySolutions:
    assert isinstance(answer, QuerySolutions)
    return answer


def fires(mutant: Mutant, path: Path) -> bool:
    """Whether the mutant finds something in an example. A check of one document sees no set, and is silent on one."""
    if path.suffix == ".trig" and (rdflib.URIRef(mutant.shape), SH.targetClass, None) in shapes():
        return False
    if mutant.core is not None:
        return _core_fires(mutant.core, path)
    return _query_fires(mutant.shape, mutant.query, path)


@cache
def _fires_as_it_is(shape: str, path: Path) -> bool:
    node = rdflib.URIRef(shape)
    query = query_of(node)
    return fires(Mutant(shape, "", core_of(node)) if query is None else Mutant(shape, "", query=query), path)


def noticed(mutant: Mutant) -> bool:
    """Whether some example of the mutant's code no longer gives what its name says."""
    code = shapes().value(rdflib.URIRef(mutant.shape), DG.findingCode)
    others = [str(shape) for shape in shapes().subjects(DG.findingCode, code) if str(shape) != mutant.shape]
    for path in examples(str(code)):
        found = {_severity(other) for other in others if _fires_as_it_is(other, path)}
        found |= {_severity(mutant.shape)} if fires(mutant, path) else set()
        if bool(found) != path.name.startswith("invalid") or found != (severity_of(path) or found):
            return True
    return False


def unfit() -> list[str]:
    """Examples that the shapes as they are do not answer as their names say: such a one would notice any mutant."""
    wrong = []
    for code in sorted(set(shapes().objects(None, DG.findingCode)), key=str):
        checks = [str(shape) for shape in shapes().subjects(DG.findingCode, code)]
        for path in examples(str(code)):
            if any(_fires_as_it_is(check, path) for check in checks) != path.name.startswith("invalid"):
                wrong.append(f"{code}/{path.name}")
    return wrong


def _severity(shape: str) -> str:
    return str(shapes().value(rdflib.URIRef(shape), SH.severity)).rpartition("#")[2].lower()


@cache
def severity_of(path: Path) -> set[str]:
    """The one severity that an example demands, in brackets on its first line; empty where it demands none."""
    return set(re.findall(r"\[(\w+)\]", path.read_text(encoding="utf-8").partition("\n")[0]))


def equivalent() -> set[str]:
    """The names of mutants that say the same as the shape, each with a line of comment that says why."""
    lines = EQUIVALENT.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def main() -> int:
    """Try every mutant; tell of those that no example notices, and exit 1 where there is one."""
    known, missed, count = equivalent(), [], 0
    for mutant in mutants():
        count += 1
        if mutant.name not in known and not noticed(mutant):
            missed.append(mutant.name)
            print(mutant.name, flush=True)
    print(f"{count} mutants, {len(known)} of them equivalent, {len(missed)} unnoticed", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
