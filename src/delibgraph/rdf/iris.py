"""The IRIs of ``docs/model.md``: stable, readable, made from the facts alone.

A *key* or a *path* is the tail of an IRI, without its sort: the sitting ``244200770/bureau/2023-07-12`` is the node
``id:sitting/244200770/bureau/2023-07-12``. Whatever a key holds, the IRI is safe: other characters are percent-encoded.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from pyoxigraph import NamedNode

from delibgraph.facts import Attendance, Deliberation, Span
from delibgraph.identity.names import slug
from delibgraph.rdf.vocabulary import GRAPH, ID

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TITLE_LENGTH = 60
_SAFE = re.compile(r"[\w/.~-]*", re.ASCII)


def digest(*parts: object, length: int = 16) -> str:
    """The first hexadecimal digits of the SHA-256 of the parts, kept apart."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:length]


@lru_cache(maxsize=4096)
def node(sort: str, key: str) -> NamedNode:
    """The node of any thing that the documents speak of: ``id:{sort}/{key}``. Most are named twice."""
    return NamedNode(f"{ID}{sort}/{key if _SAFE.fullmatch(key) else quote(key, safe='/-._~')}")


def sitting_path(organ: str, date: datetime.date | None, sha256: str) -> str:
    """A sitting: its organ's key and its date; a sitting without a date is its document's own."""
    return f"{organ}/{date.isoformat() if date else 'undated-' + sha256[:8]}"


def mandate(organ: str, person: str) -> NamedNode:
    """What a person is in an organ."""
    return node("mandate", f"{organ}/{_within_body(person)}")


def attendance(sitting: str, person: str, second: Attendance | None = None) -> NamedNode:
    """A person's state in a sitting; a second, contradicting state is a node of its own."""
    tail = f"/{second.status}" if second else ""
    return node("attendance", f"{sitting}/{_within_body(person)}{tail}")


def proxy(sitting: str, grantor: str, holder: str | None) -> NamedNode:
    """A proxy; ``unnamed`` stands for a holder whom the text does not name."""
    return node("proxy", f"{sitting}/{_within_body(grantor)}/{_within_body(holder) if holder else 'unnamed'}")


def deliberation_path(body: str, sitting: str, deliberation: Deliberation, sha256: str) -> str:
    """A deliberation: by its number, else by its title within the sitting, else by its place.

    A number that bears a year is the body's; one that bears none ("12") starts anew each sitting or year, and counts
    within the sitting.
    """
    if path := numbered_path(body, sitting, deliberation.number or ""):
        return path
    title = slug(deliberation.title or "")
    if len(title) > _TITLE_LENGTH:
        title = f"{title[:_TITLE_LENGTH].rstrip('-')}-{digest(title, length=8)}"
    return f"{sitting}/{title or f'{sha256[:8]}-{deliberation.span[0]}'}"


def numbered_path(body: str, sitting: str | None, number: str) -> str | None:
    """A deliberation by its number; none where it has none, or where its sitting is needed and not known."""
    if not (number := slug(number)):
        return None
    known_in = body if _YEAR.search(number) else sitting
    return f"{known_in}/{number}" if known_in else None


def funding_path(deliberation: str, organisation: str, amount: Decimal, year: int | None, status: str) -> str:
    """Money of one amount for one organisation in one deliberation."""
    return f"{deliberation}/{organisation}/{amount}-{year or 'undated'}-{status}"


def document(sha256: str) -> NamedNode:
    """The file."""
    return node("document", sha256[:16])


def document_graph(sha256: str) -> NamedNode:
    """The named graph of all that one document says."""
    return NamedNode(f"{GRAPH}document/{sha256[:16]}")


def evidence(sha256: str, span: Span) -> NamedNode:
    """A place in a document."""
    return NamedNode(f"{ID}evidence/{sha256[:16]}/{span[0]}-{span[1]}")


def extraction(version: str) -> NamedNode:
    """The activity of reading documents with one version of delibgraph."""
    return node("extraction", version)


def _within_body(person: str) -> str:
    """A person's key without the body that opens it."""
    return person.partition("/")[2] or person
