"""A sum of money that a text tells, with what its clause says of it."""

from __future__ import annotations

from dataclasses import dataclass

from delibgraph.extraction.text.money import Amount
from delibgraph.facts import Span


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in its clause, with what the clause says of it; ``called`` where it is called a grant right there,
    ``shared`` where it is one sum for several, ``led`` where it stands before its name in a list,
    ``near`` where its own sentence says what it is called, ``asked`` where the beneficiary asks for it,
    ``proposed`` where it stands in a column of what is proposed."""

    amount: Amount
    clause: Span
    sentence: Span
    beneficiary: str | None
    decided: bool
    kind: str | None
    year: int | None
    purpose: str | None
    past: bool
    called: bool = False
    listed: bool = False
    shared: tuple[str, ...] = ()
    led: bool = False
    near: bool = True
    asked: bool = False
    proposed: bool = False
