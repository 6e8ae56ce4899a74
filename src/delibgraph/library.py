"""What a build kept of its documents, for whoever shows them: the text, the acts, and where the file was."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from delibgraph.documents import Facts

KEPT, REPORT = "facts", "report.json"
"""What a build's folder holds beside the graph: what was read of each document, and what the build did."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file that the last build could not read, what was wrong with it, and the way out."""

    path: str
    problem: str
    way_out: str


@dataclass(slots=True)
class Library:
    """The documents of a build in a folder. A new build there is seen; a folder without one has no documents."""

    out: Path
    _stamp: int = 0
    _paths: dict[str, str] = field(default_factory=dict)
    _failures: list[PassedOver] = field(default_factory=list)

    def recall(self, sha256: str) -> Facts | None:
        """The facts of a document by its hash, its path as the build had it; none where nothing was kept of it.

        What was kept by another version of the code is not used, for its spans may differ.
        """
        self._refresh()
        path = self._paths.get(sha256)
        return _kept(self.out / KEPT, path, sha256, self._stamp) if path else None

    def failures(self) -> list[PassedOver]:
        """The files that the last build passed over."""
        self._refresh()
        return self._failures

    def _refresh(self) -> None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            stamp = (self.out / REPORT).stat().st_mtime_ns
            if stamp != self._stamp:
                report: dict[str, Any] = json.loads((self.out / REPORT).read_bytes())
                self._paths = {one["sha256"]: one["document"] for one in report["built"]}
                self._failures = [PassedOver(one["path"], one["problem"], one["way_out"]) for one in report["failures"]]
                self._stamp = stamp


@lru_cache(maxsize=32)
def _kept(folder: Path, path: str, sha256: str, _: int) -> Facts | None:
    from delibgraph.documents import Kept  # the readers take long to import, and most pages show no text

    return Kept(folder).kept(path, sha256)
