"""A file's document and acts: read, or taken from what an earlier build read.

Reading and extraction look at one file alone, so what they gave for a file holds as long as its bytes and their code
are the same. A build keeps it under its folder: only new and changed files are read again, and a build that was cut off
goes on where it stopped.
"""

from __future__ import annotations

import gzip
import hashlib
import tempfile
import zlib
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path, PurePath

from pydantic import TypeAdapter, ValidationError

from delibgraph.engines import LONGEST, Processes, Tell, alive
from delibgraph.extraction import extract
from delibgraph.facts import Act
from delibgraph.reading import Document, ReadingError, Remote, Source, file_name, read
from delibgraph.reading.document import quiet
from delibgraph.reading.limits import MEMORY

Pages = Callable[[str, int, int], None]
"""Told after each page: the file's name, how many pages are done, how many there are."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was passed over, what was wrong with it and the way out; ``no_act``: it was read, and is no act."""

    path: str
    problem: str
    way_out: str
    no_act: bool = False


class NoActError(ReadingError):
    """A file that can be read and is no deliberation."""


@dataclass(frozen=True, slots=True)
class Facts:
    """A document with the acts in it; one ``recalled`` from an earlier build has no way back to its pages."""

    document: Document
    acts: tuple[Act, ...]
    recalled: bool = False

    def of(self, path: str) -> Facts:
        """The same facts of a document that lies elsewhere."""
        acts = tuple(replace(act, document=path) for act in self.acts)
        return replace(self, document=replace(self.document, path=path), acts=acts)


def read_facts(path: Path, pages: Callable[[int, int], None] = quiet) -> Facts:
    """A file's document and acts; ``pages`` is told after each page how many are done, and how many there are.

    Raises:
        NoActError: the file holds no deliberation.
        ReadingError: the file cannot be read.
    """
    document = read(path, pages)
    acts = extract(document)
    if not acts:
        raise NoActError(path, "is no deliberation: no list of members and no decision", "leave it out")
    return Facts(document, tuple(acts))


def try_facts(path: Path, pages: Pages = lambda *_: None) -> Facts | Failure:
    """A file's facts, or why there are none; whatever goes wrong with one document stays with it."""
    try:
        return read_facts(path, lambda done, total: pages(path.name, done, total))
    except ReadingError as error:
        return Failure(str(path), error.problem, error.way_out, isinstance(error, NoActError))
    except MemoryError:
        return Failure(str(path), "takes too much memory", "leave it out, or split it")
    except Exception as error:
        return Failure(str(path), f"{type(error).__name__}: {error}", "a defect of delibgraph: report it with the file")


def each_facts(paths: Sequence[Path], pages: Pages) -> Generator[Facts | Failure, None, None]:
    """The facts of many files in their order, read in a process apart, so that none takes too long or too much."""
    engine = Processes(apart=True)
    with engine.telling(pages) as tell, closing(engine.work(partial(_read_apart, tell), paths, passed_over)) as results:
        yield from results


def _read_apart(tell: Tell, path: Path) -> Facts | Failure:
    def page(name: str, done: int, total: int) -> None:
        alive()
        tell(name, done, total)

    return try_facts(path, page)


def passed_over(path: Source) -> Failure:
    """What becomes of a file on which a worker died."""
    problem = f"takes more than {LONGEST:.0f} seconds or {MEMORY >> 30} GB, or breaks the program that reads it"
    return Failure(str(path), problem, "leave it out, or split it")


@dataclass(frozen=True, slots=True)
class _Record:
    """What is kept of a document, as JSON; all of it but the page map, which no later stage asks for."""

    text: str
    encoding: str
    pages: tuple[int, ...]
    unread: tuple[int, ...]
    mended: tuple[tuple[int, int], ...]
    lost: tuple[tuple[int, int], ...]
    acts: tuple[Act, ...]


_RECORD: TypeAdapter[_Record] = TypeAdapter(_Record)


def _facts(place: Path, path: str, sha256: str) -> Facts:
    """What a record says, as of a file of this name."""
    record = _RECORD.validate_json(gzip.decompress(place.read_bytes()))
    document = Document(
        path, record.text, sha256, record.encoding, record.pages,
        unread=record.unread, mended=record.mended, lost=record.lost,
    )  # fmt: skip
    return Facts(document, record.acts, recalled=True).of(path)


@dataclass(frozen=True, slots=True)
class Kept:
    """What builds read, one file a document, under a folder that may be deleted between two builds."""

    folder: Path

    def facts(self, source: Source, pages: Pages = lambda *_: None) -> Facts | Failure:
        """A file's facts as they were kept, or read and kept now; or why there are none.

        Raises:
            OSError: the facts cannot be kept.
        """
        return self._remote(source, pages) if isinstance(source, Remote) else self._local(source, pages)

    def _remote(self, source: Remote, pages: Pages) -> Facts | Failure:
        try:
            with source.fetched() as path:
                facts = self._local(path, pages)
        except ReadingError as error:
            return Failure(str(source), error.problem, error.way_out)
        return replace(facts, path=str(source)) if isinstance(facts, Failure) else facts.of(str(source))

    def _local(self, path: Path, pages: Pages) -> Facts | Failure:
        facts = self.recall(path)
        if facts and not facts.document.unread:  # a recogniser may have been installed since
            return facts
        read_now = try_facts(path, pages)
        if not isinstance(read_now, Failure):
            self.keep(read_now)
        return read_now

    def recall(self, path: Path) -> Facts | None:
        """What was kept of a file with these bytes and this ending, if anything."""
        try:
            return self.kept(str(path), _hash(path))
        except OSError:
            return None

    def kept(self, path: str, sha256: str) -> Facts | None:
        """What was kept under this hash and ending, as of a file of this name; a damaged record is none."""
        with suppress(OSError, EOFError, ValidationError, zlib.error):
            return _facts(self._place(sha256, path), path, sha256)
        return None

    def document(self, sha256: str) -> Document | None:
        """What was kept of the document whose hash begins with these digits, by whatever name, if anything."""
        with suppress(OSError, EOFError, ValidationError, zlib.error):
            for place in self.folder.glob(f"{sha256}*.json.gz"):
                return _facts(place, "", sha256).document
        return None

    def keep(self, facts: Facts) -> None:
        """Keep a document's facts.

        Raises:
            OSError: the folder cannot be written, or the disk is full.
        """
        document = facts.document
        record = _Record(
            document.text, document.encoding, document.pages, document.unread, document.mended, document.lost,
            facts.acts,
        )  # fmt: skip
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder, prefix=".", delete=False) as file:
            file.write(gzip.compress(_RECORD.dump_json(record, by_alias=True), 1, mtime=0))
        Path(file.name).replace(self._place(document.sha256, document.path))

    def prune(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Forget all but these documents, given by path and hash."""
        names = {self._place(sha256, path).name for path, sha256 in wanted}
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name not in names:
                    path.unlink()

    def _place(self, sha256: str, path: str) -> Path:
        return self.folder / f"{sha256[:32]}-{_code()}{PurePath(file_name(path)).suffix.lower()}.json.gz"


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@cache
def _code() -> str:
    """A digest of the code that reads and extracts: another version of it reads everything anew."""
    here = Path(__file__).parent
    parts = [here / "facts.py", *sorted((here / "reading").rglob("*.py")), *sorted((here / "extraction").rglob("*.py"))]
    return hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()[:12]
