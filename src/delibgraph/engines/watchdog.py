"""A worker ends itself when it gives no sign of life: what hangs in C hears no signal, and no exception reaches it."""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, TypeVar

from delibgraph.reading.limits import SECONDS

In = TypeVar("In")
Out = TypeVar("Out")
LONGEST = 2 * SECONDS
"""Seconds without a sign of life (:func:`alive`) after which a worker ends itself."""


def alive() -> None:
    """A worker's sign of life, at each item and wherever one takes long for a good reason."""
    if _nowhere is not None:
        faulthandler.dump_traceback_later(LONGEST, exit=True, file=_nowhere)


def watched(function: Callable[[In], Out], items: Sequence[In]) -> list[Out]:
    """The results of the items, in a process that does this and nothing else."""
    global _nowhere
    if _nowhere is None:
        _nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (until the process ends)
    results = []
    try:
        for item in items:
            alive()
            results.append(function(item))
    finally:
        faulthandler.cancel_dump_traceback_later()
    return results


_nowhere: IO[str] | None = None
