"""Runs a named query or SPARQL text on a store, and reads only: no update, no call to another server."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from delibgraph.queries.catalogue import QueryError, named
from delibgraph.store.files import PREFIXES

Answer = QuerySolutions | QueryTriples | QueryBoolean
Value = NamedNode | Literal | BlankNode | Triple

# What can hide a word from a reader of SPARQL text: strings, IRIs, comments, escaped characters of local names
# (https://www.w3.org/TR/sparql11-query/#sparqlGrammar).
_OPAQUE = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n\r]*"
    r"|\\.",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![\w?$:@.-])SERVICE(?![\w:.-])", re.IGNORECASE)
_LOAD = re.compile(r"(?<![\w?$:@.-])LOAD(?![\w:.-])", re.IGNORECASE)
_UPDATE = re.compile(r"(?<![\w?$:@.-])(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)(?![\w:.-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """A part of an answer: ``limit`` rows after the first ``offset`` of them."""

    limit: int | None = None
    offset: int | None = None

    def of(self, text: str) -> str:
        """The query with these bounds after it."""
        bounds = (("LIMIT", self.limit), ("OFFSET", self.offset))
        return "\n".join([text, *(f"{word} {number}" for word, number in bounds if number is not None)])


def run(
    store: Store,
    query: str,
    values: Mapping[str, str] | None = None,
    dataset: Mapping[str, Any] | None = None,
    *,
    page: Page | None = None,
) -> Answer:
    """The answer of a named query, or of SPARQL text; solutions come one by one as they are asked for.

    The prefixes of ``docs/model.md`` need no declaration. ``values`` sets a named query's parameters, ``dataset``
    pyoxigraph's ``default_graph`` and ``named_graphs``, ``page`` asks for a part of the answer. Where the store's
    default graph holds nothing, it is the union of the named graphs: so it is in a store that clients write.

    Raises:
        QueryError: no such name, wrong parameters, a syntax error, an update, or a ``SERVICE`` clause.
    """
    whole = _text(store, query, values or {})
    text = page.of(whole) if page else whole
    _refuse_service(text)
    merged = next(store.quads_for_pattern(None, None, None, DefaultGraph()), None) is not None
    try:
        return store.query(text, prefixes=PREFIXES, **(dataset or {"use_default_graph_as_union": not merged}))
    except SyntaxError as error:
        bare = _OPAQUE.sub(" ", text)
        hint = " (queries only read; build again to change the graph)" if _UPDATE.search(bare) else ""
        if text != whole and not hint:
            hint = " (a page is asked of a query without LIMIT, OFFSET and VALUES at its end)"
        raise QueryError(f"no SPARQL query: {error}{hint}") from error


def refuse_calls(update: str) -> None:
    """Refuse an update that would reach beyond the store.

    Raises:
        QueryError: it has ``LOAD`` or ``SERVICE`` in it.
    """
    _refuse_service(update)
    if _LOAD.search(_OPAQUE.sub(" ", update)):
        raise QueryError("LOAD reads from another place, which is not done here (send the triples themselves)")


def _refuse_service(text: str) -> None:
    if _SERVICE.search(_OPAQUE.sub(" ", text)):
        raise QueryError("SERVICE calls another server, which is not done here (ask that server itself)")


def records(solutions: QuerySolutions) -> Iterator[dict[str, str | None]]:
    """Each solution as plain text by variable name; ``None`` where a variable has no value."""
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: plain(term) for name, term in zip(names, solution, strict=True)}


def plain(term: Value | None) -> str | None:
    """A term's text: an IRI, or a literal's value without type and language."""
    return None if term is None else str(term) if isinstance(term, Triple) else term.value


def things(store: Store, name: str) -> list[NamedNode]:
    """What bears the name: the node itself of an IRI or a prefixed name (``id:person/…``), else all that are called so.

    Raises:
        QueryError: the name looks like an IRI and is none.
    """
    prefix, _, tail = name.partition(":")
    iri = PREFIXES[prefix] + tail if prefix in PREFIXES else name if re.match(r"https?://", name) else None
    if iri is None:
        found = cast(QuerySolutions, run(store, "things-named", {"name": name}))
        return list(dict.fromkeys(cast(NamedNode, solution["thing"]) for solution in found))
    try:
        return [NamedNode(iri)]
    except ValueError as error:
        raise QueryError(f"<{iri}> is no IRI (check its characters)") from error


def _text(store: Store, query: str, values: Mapping[str, str]) -> str:
    catalogue = named()
    if query in catalogue:
        return catalogue[query].bound(values, lambda name: things(store, name))
    if re.fullmatch(r"[\w-]*", query):
        import difflib  # takes long to import, and slips are rare

        near = difflib.get_close_matches(query, catalogue, n=3) or sorted(catalogue)
        raise QueryError(f"no query is named '{query}' (perhaps {', '.join(near)})")
    if values:
        raise QueryError("only a named query takes parameters")
    return query
