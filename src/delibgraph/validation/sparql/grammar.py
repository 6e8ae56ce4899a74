"""A quick parser for the SELECT queries of constraints, with rdflib's algebra as its outcome.

It knows the part of the grammar (https://www.w3.org/TR/sparql11-query/#sparqlGrammar) that shapes use. Any other text
goes to rdflib's own parser, which knows all of it and takes many times as long; both give one algebra.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Query

from delibgraph.validation.sparql.expressions import arguments

_TOKEN = re.compile(
    r"""(?P<gap>\s+|\#[^\n]*)
    | (?P<iri><[^<>"{}|^`\\\s]*>)
    | (?P<variable>[?$][A-Za-z_][A-Za-z_0-9]*)
    | (?P<string>"[^"\\\n]*"(?![@^"]))
    | (?P<decimal>[0-9]+\.[0-9]+(?![eE0-9.]))
    | (?P<integer>[0-9]+(?![eE0-9.]))
    | (?P<name>[A-Za-z][A-Za-z0-9]*:[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*)
    | (?P<word>[A-Za-z]+)
    | (?P<sign>&&|\|\||!=|<=|>=|[{}().;,|/=<>!+*-])""",
    re.VERBOSE,
)
_SIGNS = ("=", "!=", "<", ">", "<=", ">=")
_AGGREGATES = ("COUNT", "SUM", "MIN", "MAX", "SAMPLE")


class _UnknownError(Exception):
    """A text beyond this parser."""


def parse_query(text: str, prefixes: Mapping[str, str]) -> Query:
    """The query, translated to rdflib's algebra.

    Raises:
        Exception: the text is no SPARQL; rdflib's parser raises of many kinds.
    """
    try:
        tree: Any = [[], _Parser(text, prefixes).query()]
        return translateQuery(tree)
    except _UnknownError:
        head = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in prefixes.items())
        return prepareQuery(head + text)


class _Parser:
    """Reads one text from left to right; each method reads the rule of the grammar that it is named after."""

    def __init__(self, text: str, prefixes: Mapping[str, str]) -> None:
        self.prefixes = prefixes
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            if (found := _TOKEN.match(text, at)) is None:
                raise _UnknownError
            at, kind = found.end(), str(found.lastgroup)
            if kind != "gap":
                self.tokens.append((kind, found[0].upper() if kind == "word" else found[0]))
        self.tokens.append(("end", ""))
        self.at = 0

    @property
    def next(self) -> str:
        return self.tokens[self.at][1]

    def take(self, *wanted: str) -> str:
        """The next token, if it is among these; nothing otherwise."""
        found = self.next if self.next in wanted else ""
        self.at += bool(found)
        return found

    def need(self, *wanted: str) -> None:
        for one in wanted:
            if not self.take(one):
                raise _UnknownError

    def kind(self, *wanted: str) -> str | None:
        """The next token, if it is of these kinds."""
        kind, text = self.tokens[self.at]
        if kind not in wanted:
            return None
        self.at += 1
        return text

    def query(self) -> CompValue:
        found = self.select("SelectQuery")
        if self.tokens[self.at][0] != "end":
            raise _UnknownError
        return found

    def select(self, name: str) -> CompValue:
        self.need("SELECT")
        said: dict[str, Any] = {"modifier": modifier} if (modifier := self.take("DISTINCT")) else {}
        said["projection"] = self.several(self.projected)
        self.take("WHERE")
        said["where"] = self.group()
        if self.take("GROUP"):
            self.need("BY")
            said["groupby"] = CompValue("GroupClause", condition=self.several(self.variable))
        if self.take("HAVING"):
            said["having"] = CompValue("HavingClause", condition=[self.bracketed()])
        return CompValue(name, **said)

    def several(self, rule: Callable[[], Any]) -> list[Any]:
        """What a rule reads, as often as it does, and once at least."""
        found = []
        while (one := rule()) is not None:
            found.append(one)
        if not found:
            raise _UnknownError
        return found

    def projected(self) -> CompValue | None:
        if (variable := self.variable()) is not None:
            return CompValue("vars", var=variable)
        if not self.take("("):
            return None
        expression = self.expression()
        self.need("AS")
        found = CompValue("vars", expr=expression, evar=self.known(self.variable()))
        self.need(")")
        return found

    def variable(self) -> rdflib.Variable | None:
        found = self.kind("variable")
        return None if found is None else rdflib.Variable(found[1:])

    def known(self, found: Any) -> Any:
        """What was read; nothing else will do."""
        if found is None:
            raise _UnknownError
        return found

    def group(self) -> CompValue:
        self.need("{")
        parts = []
        while not self.take("}"):
            parts.append(self.part())
            self.take(".")
        return CompValue("GroupGraphPatternSub", part=parts)

    def part(self) -> CompValue:
        if self.take("FILTER"):
            return CompValue("Filter", expr=self.bracketed() if self.next == "(" else self.call())
        if self.take("OPTIONAL"):
            return CompValue("OptionalGraphPattern", graph=self.group())
        if self.take("BIND"):
            self.need("(")
            expression = self.expression()
            self.need("AS")
            found = CompValue("Bind", expr=expression, var=self.known(self.variable()))
            self.need(")")
            return found
        if self.next == "{":
            choices = [self.braced()]
            while self.take("UNION"):
                choices.append(self.braced())
            return CompValue("GroupOrUnionGraphPattern", graph=choices)
        return CompValue("TriplesBlock", triples=[self.triples()])

    def braced(self) -> CompValue:
        if self.tokens[self.at + 1][1] != "SELECT":
            return self.group()
        self.need("{")
        found = self.select("SubSelect")
        self.need("}")
        return found

    def triples(self) -> list[Any]:
        subject, found = self.known(self.term()), []
        while True:
            path = self.variable() or self.path()
            found += [subject, path, self.known(self.term())]
            while self.take(","):
                found += [subject, path, self.known(self.term())]
            if not self.take(";"):
                return found

    def path(self) -> CompValue:
        choices = [self.sequence()]
        while self.take("|"):
            choices.append(self.sequence())
        return CompValue("PathAlternative", part=choices)

    def sequence(self) -> CompValue:
        steps = [CompValue("PathElt", part=self.known(self.iri()))]
        while self.take("/"):
            steps.append(CompValue("PathElt", part=self.known(self.iri())))
        if self.next in ("*", "+", "(", "^"):
            raise _UnknownError
        return CompValue("PathSequence", part=steps)

    def iri(self) -> rdflib.URIRef | None:
        if (found := self.kind("iri")) is not None:
            return rdflib.URIRef(found[1:-1])
        if (found := self.kind("name")) is None:
            return None
        prefix, _, local = found.partition(":")
        return rdflib.URIRef(self.known(self.prefixes.get(prefix)) + local)

    def term(self) -> rdflib.term.Node | None:
        if (variable := self.variable()) is not None:
            return variable
        if (found := self.kind("string")) is not None:
            return rdflib.Literal(found[1:-1])
        for kind in ("integer", "decimal"):
            if (found := self.kind(kind)) is not None:
                return rdflib.Literal(found, datatype=rdflib.XSD[kind])
        if found := self.take("TRUE", "FALSE"):
            return rdflib.Literal(found == "TRUE")
        return self.iri()

    def bracketed(self) -> Any:
        self.need("(")
        found = self.expression()
        self.need(")")
        return found

    def expression(self) -> Any:
        return self.logic("ConditionalOrExpression", "||", self.conjunction)

    def conjunction(self) -> Any:
        return self.logic("ConditionalAndExpression", "&&", self.relation)

    def logic(self, name: str, sign: str, part: Callable[[], Any]) -> Any:
        first, others = part(), []
        while self.take(sign):
            others.append(part())
        return CompValue(name, expr=first, other=others) if others else first

    def relation(self) -> Any:
        first = self.sum()
        if sign := self.take(*_SIGNS):
            return CompValue("RelationalExpression", expr=first, op=sign, other=self.sum())
        sign = "NOT " if self.take("NOT") else ""
        if self.take("IN"):
            return CompValue("RelationalExpression", expr=first, op=f"{sign}IN", other=self.listed())
        if sign:
            raise _UnknownError
        return first

    def sum(self) -> Any:
        return self.arithmetic("AdditiveExpression", "+-", self.product)

    def product(self) -> Any:
        return self.arithmetic("MultiplicativeExpression", "*/", self.unary)

    def arithmetic(self, name: str, known: str, part: Callable[[], Any]) -> Any:
        first, signs, others = part(), [], []
        while sign := self.take(*known):
            signs.append(sign)
            others.append(part())
        return CompValue(name, expr=first, op=signs, other=others) if others else first

    def unary(self) -> Any:
        if self.take("!"):
            return CompValue("UnaryNot", expr=self.primary())
        if self.take("-"):
            return CompValue("UnaryMinus", expr=self.primary())
        return self.primary()

    def primary(self) -> Any:
        if self.next == "(":
            return self.bracketed()
        term = self.term()
        if isinstance(term, rdflib.URIRef) and self.next == "(":
            return CompValue("Function", iri=term, expr=self.listed())
        return self.call() if term is None else term

    def listed(self) -> list[Any]:
        self.need("(")
        found = [self.expression()]
        while self.take(","):
            found.append(self.expression())
        self.need(")")
        return found

    def call(self) -> CompValue:
        """An aggregate, EXISTS, or a function by its name."""
        word = self.known(self.kind("word"))
        if word == "NOT":
            self.need("EXISTS")
            return CompValue("Builtin_NOTEXISTS", graph=self.group())
        if word == "EXISTS":
            return CompValue("Builtin_EXISTS", graph=self.group())
        if word in _AGGREGATES:
            self.need("(")
            distinct = self.take("DISTINCT")
            found = self.take("*") or self.expression()
            self.need(")")
            return CompValue(f"Aggregate_{word.capitalize()}", distinct=distinct, vars=found)
        names, given = self.known(arguments(word)), self.listed()
        if names == ("arg",) and word in ("CONCAT", "COALESCE"):
            given = [given]
        if len(given) > len(names):
            raise _UnknownError
        name = f"is{word[2:]}" if word.startswith("IS") else word
        return CompValue(f"Builtin_{name}", **dict(zip(names, given, strict=False)))
