"""What came of a document: facts with findings, a clear error, or a defect."""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from delibgraph.documents import Facts, read_facts
from delibgraph.facts import Act
from delibgraph.reading import ReadingError


@dataclass(frozen=True, slots=True)
class Outcome:
    """``kind`` is facts, error or defect; ``told`` the findings' codes, the error's words or the defect's."""

    how: str
    kind: str
    told: str
    seconds: float = 0.0
    megabytes: float = 0.0
    """The most memory that the process has held so far."""


def outcome(how: str, path: Path) -> Outcome:
    """Read the file as the commands do, and judge what came of it."""
    start = time.perf_counter()
    try:
        kind, told = "facts", _checked(read_facts(path))
    except ReadingError as error:
        clear = error.problem and error.way_out and "\n" not in str(error) and len(error.problem) < 300
        kind, told = ("error", error.problem) if clear else ("defect", f"an error that is not clear: {error!r}")
    except Exception as error:
        kind, told = "defect", f"{type(error).__name__}: {error}"
    unit = 1 if sys.platform == "darwin" else 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return Outcome(how, kind, told, time.perf_counter() - start, held)


def _checked(facts: Facts) -> str:
    """The findings' codes.

    Raises:
        AssertionError: a fact points outside the text, or at nothing.
    """
    for act in facts.acts:
        for start, end in _spans(act):
            assert 0 <= start < end <= len(facts.document.text), f"span {start}–{end} of {len(facts.document.text)}"
    return " ".join(sorted({finding.code for act in facts.acts for finding in act.findings}))


def _spans(act: Act) -> list[tuple[int, int]]:
    sitting = act.sitting
    found = [entry.span for entry in sitting.attendance] + [proxy.span for proxy in sitting.proxies]
    found += list(sitting.spans.values())
    found += [finding.span for finding in act.findings if finding.span]
    for deliberation in act.deliberations:
        found += [deliberation.span, *(grant.span for grant in deliberation.funding)]
        found += [organisation.span for organisation in deliberation.organisations]
        found += list(deliberation.spans.values())
        if deliberation.vote and deliberation.vote.span:
            found.append(deliberation.vote.span)
    return found
