"""A small act with every kind of fact in it, on a text of its own."""

from __future__ import annotations

import datetime
import hashlib

import pytest

from delibgraph.facts import (
    Act,
    Attendance,
    Counts,
    Deliberation,
    Funding,
    Organisation,
    Proxy,
    Sitting,
    Span,
    Vote,
)
from delibgraph.identity import Identities, resolve
from delibgraph.reading import Document

TEXT = """Commune de Valmont - Conseil municipal du 4 mai 2023 - Délibération n° 2023-17
Présents : M. Luc Œuf, maire, Mme Ève Roy
Suppléant : M. Jean Bois remplace M. Paul Pré
Pouvoir : Mme Zoé Lys à Mme Ève Roy (à partir du point 3)
Le club « Les
Amis » reçoit 1 500,50 €. Adopté par 3 voix pour et 1 contre.
"""


def span(words: str) -> Span:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.fixture
def document() -> Document:
    """The text as read."""
    return Document("acts/valmont.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest())


@pytest.fixture
def act(document: Document) -> Act:
    """What the text says."""
    attendance = (
        Attendance("Luc Œuf", "present", span("Luc Œuf"), seat="titular", role="maire"),
        Attendance("Ève Roy", "present", span("Ève Roy"), until="22:40"),
        Attendance("Jean Bois", "present", span("Jean Bois"), seat="substitute", replaces="Paul Pré"),
    )
    sitting = Sitting(
        body="Commune de Valmont",
        body_kind="commune",
        organ="Conseil municipal",
        date=datetime.date(2023, 5, 4),
        convocation_date=datetime.date(2023, 4, 26),
        president="Luc Œuf",
        secretary="Ève Roy",
        counts=Counts(5, 3, 1, None),
        attendance=attendance,
        proxies=(Proxy("Zoé Lys", "Ève Roy", span("Mme Zoé Lys à Mme Ève Roy"), from_="point 3"),),
        spans={"date": span("4 mai 2023")},
    )
    deliberation = Deliberation(
        span("Le club « Les\nAmis » reçoit 1 500,50 €. Adopté par 3 voix pour et 1 contre."),
        number="2023-17",
        title="Subvention au club",
        matter="7.5",
        transmission_id="076-217600018-20230504-17-DE",
        received_date=datetime.date(2023, 5, 9),
        vote=Vote("adopted", False, for_=3, against=1, span=span("Adopté par 3 voix pour et 1 contre")),
        funding=(
            Funding(
                "Les Amis", 1500.50, "granted", span("Les\nAmis » reçoit 1 500,50 €"), kind="subvention", year=2023
            ),
        ),
        organisations=(Organisation("Les Amis", span("Les\nAmis"), ("club", "association")),),
        spans={"number": span("n° 2023-17")},
    )
    return Act(document.path, document.sha256, sitting, deliberations=(deliberation,))


@pytest.fixture
def identities(act: Act) -> Identities:
    """Who is who in the act."""
    return resolve([act])
