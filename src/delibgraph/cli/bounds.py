"""Work that ends when its time is over, or at Ctrl-C, even where the store is in the middle of a query."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

import click


def within(seconds: float | None, work: Callable[[], None]) -> None:
    """Do the work, in ``seconds`` or, without them, in the time that it takes; what it raises is raised here.

    A query runs outside Python, where no signal reaches it. So it has a thread of its own, and the process ends around
    it: with 1 when the time is over, with 130 at Ctrl-C. Nothing is lost, since a query only reads.
    """
    raised: list[BaseException] = []
    done = threading.Event()

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True).start()
    try:
        if not done.wait(seconds):
            _end(1, f"Error: the query took more than {seconds:g} seconds (ask for less, or give it more --timeout)")
    except KeyboardInterrupt:
        _end(130, "interrupted")
    if raised:
        raise raised[0]


def _end(code: int, message: str) -> NoReturn:
    with suppress(OSError):
        click.echo(message, err=True)
        sys.stderr.flush()
    os._exit(code)
