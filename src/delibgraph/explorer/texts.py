"""The text of documents for the pages: what the library recalls, and the pages of a PDF as pictures."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from delibgraph.explorer.passages import Span

if TYPE_CHECKING:
    from delibgraph.facts import Act
    from delibgraph.reading import Document

SECONDS = 40.0
"""What one picture of a page may take, with the places of the facts on it."""


class Told(Protocol):
    """A document with the acts in it."""

    @property
    def document(self) -> Document: ...  # noqa: D102
    @property
    def acts(self) -> Sequence[Act]: ...  # noqa: D102


class PassedOver(Protocol):
    """A file that a build passed over."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def problem(self) -> str: ...  # noqa: D102
    @property
    def way_out(self) -> str: ...  # noqa: D102


class Library(Protocol):
    """Where the texts are kept."""

    def recall(self, sha256: str) -> Told | None:
        """A document by the hash of its file."""

    def failures(self) -> Sequence[PassedOver]:
        """The files that were passed over."""


class NoLibrary:
    """A graph without texts: it was made elsewhere, or what was kept is gone."""

    def recall(self, sha256: str) -> None:
        """Nothing."""

    def failures(self) -> Sequence[PassedOver]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as a picture: its size in points, a PNG in base64, and for each span its boxes."""

    width: float
    height: float
    png: str
    boxes: list[list[tuple[float, float, float, float]]]


@dataclass(slots=True)
class Leaves:
    """Draws pages, one process each, two at once, and keeps the last ones."""

    most: int = 24
    _kept: OrderedDict[tuple[str, int, tuple[Span, ...]], Leaf] = field(default_factory=OrderedDict)
    _slots: asyncio.Semaphore | None = None

    async def leaf(self, document: Document, number: int, spans: Sequence[Span]) -> Leaf | None:
        """The page, counted from 1; without boxes where they take too long, none where the file is gone or broken."""
        key = (document.sha256, number, tuple(spans))
        if key not in self._kept:
            drawn = await self._drawn(document, number, spans)
            if drawn is None or len(drawn.boxes) != len(spans):
                return drawn
            self._kept[key] = drawn
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return self._kept[key]

    async def _drawn(self, document: Document, number: int, spans: Sequence[Span]) -> Leaf | None:
        self._slots = self._slots or asyncio.Semaphore(2)
        async with self._slots:
            lines = await _lines([document.path, document.sha256, str(number)], json.dumps(spans).encode())
        found: list[Any] = []
        for line in lines:
            with suppress(ValueError):
                found.append(json.loads(line))
        return Leaf(**found[0], boxes=found[1] if len(found) > 1 else []) if found else None


def drawable(document: Document) -> bool:
    """Whether the file is a PDF and lies where it was read."""
    path = Path(document.path)
    return path.suffix.lower() == ".pdf" and path.is_file()


def page_of(document: Document, place: int) -> int:
    """The page, counted from 1, on which a character stands."""
    return max(1, sum(1 for start in document.pages if start <= place))


async def _lines(arguments: list[str], told: bytes) -> list[bytes]:
    """What the process wrote until it ended or its time was up."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "delibgraph.explorer.leaf", *arguments),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=64 << 20,
    )
    assert process.stdin is not None  # noqa: S101 (a pipe)
    assert process.stdout is not None  # noqa: S101 (a pipe)
    lines: list[bytes] = []
    try:
        async with asyncio.timeout(SECONDS):
            process.stdin.write(told)
            process.stdin.close()
            async for line in process.stdout:
                lines.append(line)
    except (TimeoutError, ConnectionError, ValueError):
        pass
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    return lines
