"""Names that may be one, side by side with their sentences; who has brought the token decides."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from pyoxigraph import NamedNode
from starlette.datastructures import State
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from delibgraph.explorer.pages import page, spoken
from delibgraph.explorer.reasons import in_french
from delibgraph.explorer.requests import content, media, pairs_of, workers
from delibgraph.explorer.session import Gate, come_from_here
from delibgraph.explorer.tables import Row as Found
from delibgraph.explorer.tables import place
from delibgraph.explorer.texts import Library
from delibgraph.explorer.wording import ANSWERS, SORTS
from delibgraph.explorer.workers import RefusedError
from delibgraph.identity import ContradictionError, Name
from delibgraph.identity.entities import MACHINE
from delibgraph.identity.ledger import LedgerError, Row
from delibgraph.queries import bearers, mentions, sentence
from delibgraph.rdf.vocabulary import ID

_PAGE, _SENTENCES, _LAST = 5, 3, 20
"""Pairs on one page, sentences of a name, and decisions that are shown again."""
_LONGEST = 20_000
"""Bytes of a form."""
_NAME = 100
"""Characters of who decides."""
_SCORES = 8
"""Scores for which the pairs to look at are kept."""
_KEPT = ("sort", "page", "doubtful")
"""Parameters of the page that stay after an answer."""


class Decisions(Protocol):
    """The decisions of a build's folder."""

    @property
    def path(self) -> Path: ...  # noqa: D102
    def rows(self) -> Sequence[Row]:
        """All of them."""

    def open(self, doubtful: float | None = None) -> Sequence[Row]:
        """The pairs that a person should look at, the likeliest first; with joins up to the score ``doubtful``."""

    def decide(self, answers: Sequence[tuple[Row, str]], who: str) -> None:
        """Note what a person says of pairs."""

    def withdraw(self, is_meant: Callable[[Row], bool]) -> int:
        """Take people's decisions back."""


@dataclass(slots=True)
class Reading:
    """What a book says, read again where its file has changed."""

    book: Decisions
    _stamp: tuple[int, ...] = ()
    _rows: Sequence[Row] = ()
    _open: dict[float | None, Sequence[Row]] = field(default_factory=dict)

    def read(self, doubtful: float | None) -> tuple[Sequence[Row], Sequence[Row]]:
        """The pairs to look at, and all rows.

        Raises:
            LedgerError, OSError: the file cannot be read.
        """
        told = self.book.path.stat()
        stamp = told.st_ino, told.st_mtime_ns, told.st_size
        if stamp != self._stamp or len(self._open) > _SCORES:
            self._rows, self._open, self._stamp = self.book.rows(), {}, stamp
        if doubtful not in self._open:
            self._open[doubtful] = self.book.open(doubtful)
        return self._open[doubtful], self._rows


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of a document around a name: before it, itself, after it; and where they stand."""

    before: str
    name: str
    after: str
    document: str
    href: str


@dataclass(frozen=True, slots=True)
class Side:
    """One name of a pair: the body whose acts print it, its sentences, and the query that finds them."""

    name: Name
    body: str
    href: str | None
    sentences: list[Sentence]
    query: str


def open_book(state: State, doubtful: float | None = None) -> tuple[Sequence[Row], Sequence[Row]]:
    """The pairs to look at, and all rows, of the application's book.

    Raises:
        RefusedError: there are no decisions here (404), or they cannot be read (503).
    """
    reading = state.reading = state.reading or Reading(_book(state))
    try:
        return reading.read(doubtful)
    except (LedgerError, OSError) as error:
        raise RefusedError(503, f"the decisions cannot be read: {error}") from error


async def review(request: Request) -> Response:
    """The pairs that nothing decides, some at a time, and what people have decided last.

    Raises:
        RefusedError: there are no decisions here (404), they cannot be read (503), or a score is none (400).
    """
    gate = _gate(request)
    language, asked = spoken(request), request.query_params
    doubtful = _score(asked.get("doubtful", ""))
    open_, rows = await asyncio.to_thread(open_book, request.app.state, doubtful)
    counts = {sort: sum(row.sort == sort for row in open_) for sort in SORTS}
    chosen = [row for row in open_ if asked.get("sort") in (None, row.sort)]
    pages = max(1, -(-len(chosen) // _PAGE))
    number = min(int(asked["page"]), pages) if asked.get("page", "").isdecimal() and len(asked["page"]) < 6 else 1
    shown = chosen[_PAGE * (max(number, 1) - 1) :][:_PAGE]
    bodies = await _bodies(request, {name.body for row in shown for name in (row.left, row.right)}, language)
    sides = await asyncio.gather(
        *(_side(request, row.sort, name, bodies, language) for row in shown for name in (row.left, row.right))
    )
    pairs = [(row, sides[2 * i : 2 * i + 2]) for i, row in enumerate(shown)]
    decided = sorted((row for row in rows if row.ruling), key=lambda row: row.when, reverse=True)
    answer = page(
        request,
        "review.html.j2",
        reason=in_french,
        pairs=pairs,
        counts=counts,
        chosen=asked.get("sort"),
        sorts={sort: words[language == "fr"] for sort, words in SORTS.items()},
        answers={verdict: words[language == "fr"] for verdict, words in ANSWERS.items()},
        number=max(number, 1),
        pages=pages,
        doubtful=doubtful,
        decided=decided[:_LAST],
        all_decided=len(decided),
        done=asked.get("done"),
        can_enter=gate is not None,
        who=gate.who(request) if gate else None,
        seal=gate.seal(request) if gate else "",
        kept={key: asked[key] for key in _KEPT if asked.get(key)},
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


async def decide(request: Request) -> Response:
    """Take in a form: the token, a decision, one taken back, or a good-bye; then show the page again.

    Raises:
        RefusedError: it is not let in (403), says nothing (400), or cannot be noted (409).
    """
    book, gate = _book(request.app.state), _gate(request)
    if gate is None:
        raise RefusedError(403, "this server only shows what is undecided (delibgraph serve DIR --review lets decide)")
    if media(request) != "application/x-www-form-urlencoded":
        raise RefusedError(415, "a form is wanted")
    form = dict(pairs_of(await content(request, _LONGEST)))
    back = {key: form[key] for key in ("lang", *_KEPT) if form.get(key)}
    act = form.get("act", "")
    if act == "enter":
        come_from_here(request)
        response = _again(back)
        gate.enter(request, response, form.get("token", ""), _called(form))
        return response
    who = gate.check(request, form)
    if act == "leave":
        response = _again(back)
        gate.leave(response)
        return response
    if act not in (*ANSWERS, "withdraw"):
        raise RefusedError(400, f"{act}: no such answer ({', '.join(ANSWERS)}, withdraw)")
    async with request.app.state.deciding:
        await asyncio.to_thread(_note, book, form, act, who)
    return _again({**back, "done": act})


def _note(book: Decisions, form: Mapping[str, str], act: str, who: str) -> None:
    left, right = (Name(form.get(f"{side}_body", ""), form.get(side, "")) for side in ("left", "right"))
    pair = form.get("of", ""), frozenset((left, right))
    try:
        if act == "withdraw":
            book.withdraw(lambda row: row.pair == pair)
            return
        meant = [row for row in book.open(_score(form.get("doubtful", ""))) if row.pair == pair]
        if not meant:
            raise RefusedError(409, f"“{left.spelling}” and “{right.spelling}” are decided already, or no longer there")
        book.decide([(meant[0], act)], who)
    except ContradictionError as error:
        raise RefusedError(409, f"nothing was noted: {error}") from error
    except (LedgerError, OSError) as error:
        raise RefusedError(503, f"nothing was noted: {error}") from error


def _score(told: str) -> float | None:
    """The score up to which the machine's joins are asked about, too; none where nothing is told."""
    try:
        score = float(told.strip().replace(",", ".")) if told.strip() else None
    except ValueError:
        score = math.nan
    if score is not None and not 0 <= score <= 1:
        raise RefusedError(400, f"doubtful={told}: no score (0 to 1, as 0.8)")
    return score


def _called(form: Mapping[str, str]) -> str:
    """The name under which somebody decides; nobody is the machine."""
    who = " ".join(form.get("who", "").split())[:_NAME] or "unknown"
    if who == MACHINE:
        raise RefusedError(400, f"{MACHINE} is the machine's own name (give yours)")
    return who


def _again(parameters: Mapping[str, str]) -> Response:
    return RedirectResponse(f"/review?{urlencode(parameters)}#pairs", 303)


def _book(state: State) -> Decisions:
    book: Decisions | None = state.book
    if book is None or not book.path.is_file():
        raise RefusedError(404, "there are no decisions here: this is not the folder of a build")
    return book


def _gate(request: Request) -> Gate | None:
    gate: Gate | None = request.app.state.gate
    return gate


async def _bodies(request: Request, keys: set[str], language: str) -> dict[str, tuple[str, str]]:
    """The names and pages of the bodies with these keys."""
    nodes = " ".join(sorted(str(NamedNode(f"{ID}body/{key}")) for key in keys if key.replace("-", "").isalnum()))
    rows = await workers(request).rows(
        f"SELECT ?body ?name {{ VALUES ?body {{ {nodes} }} ?body skos:prefLabel ?name }}"
    )
    return {
        row["body"]["value"].removeprefix(f"{ID}body/"): (row["name"]["value"], place(row["body"]["value"], language))
        for row in rows
    }


async def _side(request: Request, sort: str, name: Name, bodies: Mapping[str, tuple[str, str]], language: str) -> Side:
    nodes = await workers(request).rows(bearers(sort, name.body, name.spelling))
    query = mentions((row["node"]["value"] for row in nodes), name.spelling)
    found = await workers(request).rows(query)
    said = await asyncio.to_thread(_sentences, request.app.state.library, found, name.spelling, language)
    body, href = bodies.get(name.body, (name.body, None))
    return Side(name, body, href, said, query)


def _sentences(library: Library, found: Sequence[Found], name: str, language: str) -> list[Sentence]:
    """One sentence a document, of those that print the name; where none does, the first place that there is."""
    shown: dict[str, Sentence] = {}
    other: list[Sentence] = []
    for row in sorted(found, key=lambda row: name not in row["quote"]["value"]):
        told = library.recall(row["sha256"]["value"])
        words = told.document.text if told else ""
        text = sentence(words, int(row["start"]["value"]), int(row["end"]["value"]), row["quote"]["value"])
        before, printed, after = text.partition(name)
        one = Sentence(before, printed, after, row["document"]["value"], place(row["place"]["value"], language))
        if printed:
            shown.setdefault(row["document"]["value"], one)
        elif not other:
            other.append(one)
        if len(shown) == _SENTENCES:
            break
    return list(shown.values()) or other
