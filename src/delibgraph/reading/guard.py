"""Foreign formats are read in a process apart, so that a hostile file can cost no more than its limits.

PDFium, libxml2 and Tesseract are C and C++: what hangs there cannot be interrupted, and what crashes there takes its
process along. Each process that reads keeps one helper; the helper is killed when a document overruns its time, dies
when it overruns its memory, and the next document gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from delibgraph.reading.document import Document, Progress, ReadingError
from delibgraph.reading.limits import LONGEST, MEMORY, SECONDS

Reader = Callable[[Path, Progress], Document]

PARTS = {
    "docx": "office",
    "odt": "office",
    "doc": "office",
    "html": "html",
    "image": "ocr",
}
"""The optional part of the package that brings what a module needs."""


def guarded(module: str) -> Reader:
    """The reader ``read_MODULE`` of the module, run in the helper.

    Where a process cannot be limited (Windows), it runs here.
    """

    def reader(path: Path, progress: Progress) -> Document:
        if os.name != "posix":
            return _read(module, path, progress)
        with _lock:
            return _helper().read(module, path, progress)

    return reader


class _Helper:
    """The process apart, and the pipe to it."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._here, there = Pipe()
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OMP_THREAD_LIMIT": "1"}
        environment |= {"OPENBLAS_NUM_THREADS": "1", "PYTHONWARNINGS": "ignore"}
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", f"from delibgraph.reading.guard import serve; serve({there.fileno()})"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(there.fileno(),),
            start_new_session=True,
            env=environment,
        )
        there.close()

    @property
    def usable(self) -> bool:
        """Whether it runs and belongs to this process, not to the one that this was forked from."""
        return self.owner == os.getpid() and self._process.poll() is None

    def read(self, module: str, path: Path, progress: Progress) -> Document:
        """The document, or the error that the helper met or was.

        Raises:
            ReadingError: as the reader says; over the time; or the helper died.
        """
        ends = time.monotonic() + LONGEST
        try:
            self._here.send((module, str(path)))
            while self._here.poll(max(min(SECONDS, ends - time.monotonic()), 0.0)):
                kind, value = self._here.recv()
                if kind == "page":
                    progress(*value)
                elif kind == "read":
                    return self._checked(value)
                else:
                    raise value
        except (EOFError, OSError) as error:
            self.close()
            problem = "cannot be read: its reader broke down on it or ran out of memory"
            raise ReadingError(path, problem, "save or print the file again") from error
        except BaseException as error:
            if not isinstance(error, ReadingError):
                self.close()
            raise
        self.close()
        raise ReadingError(
            path, f"takes longer than {SECONDS:.0f} seconds", "save or print the file again, or split it"
        )

    def close(self) -> None:
        """Kill it, with what it started."""
        if self.owner == os.getpid():
            self._here.close()
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()

    def _checked(self, value: Any) -> Document:
        if not isinstance(value, Document):
            raise TypeError(type(value))
        return value


_lock = threading.Lock()
_current: _Helper | None = None


def _helper() -> _Helper:
    global _current
    if _current is None or not _current.usable:
        _current = _Helper()
    return _current


@atexit.register
def _close() -> None:
    if _current is not None and _current.usable:
        _current.close()


def serve(descriptor: int) -> None:
    """The helper: read what is asked for, one document after the other, until the asking side is gone."""
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    with Connection(descriptor) as there, contextlib.suppress(EOFError, OSError):
        while True:
            module, path = there.recv()
            there.send(_answer(module, Path(path), there))


def _answer(module: str, path: Path, there: Connection) -> tuple[str, Document | ReadingError]:
    def progress(done: int, total: int) -> None:
        there.send(("page", (done, total)))

    try:
        return "read", _read(module, path, progress)
    except ReadingError as error:
        return "failed", error
    except MemoryError:
        return "failed", ReadingError(path, "takes too much memory", "split the file")
    except Exception as error:
        return "failed", ReadingError(path, f"cannot be read ({type(error).__name__})", "save the file again")


def _read(module: str, path: Path, progress: Progress) -> Document:
    try:
        reader: Reader = getattr(importlib.import_module(f"delibgraph.reading.{module}"), f"read_{module}")
    except ImportError as error:
        part = PARTS.get(module, "all")
        problem = f"'{path.suffix}' files need an optional part that is not installed ({error.name})"
        raise ReadingError(path, problem, f"pip install 'delibgraph[{part}]'") from error
    return reader(path, progress)
