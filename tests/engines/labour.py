"""Work that ends well, badly, or with its worker: by name, so that a worker elsewhere finds it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def double(number: int) -> int:
    return 2 * number


def minus(number: int) -> int:
    return -number


def invert(number: int) -> int:
    return 1 // number


def refuse(number: int) -> int:
    raise PermissionError(number)


def die_on_seven(number: int) -> int:
    if number == 7:
        os._exit(3)
    return number


def hang_on_three(number: int) -> int:
    while number == 3:
        time.sleep(0.01)
    return number


def run_out_of_memory(number: int) -> int:
    try:
        return len(bytearray(number << 30))
    except MemoryError:
        return -1


def die_once(place: Path) -> str:
    """As if killed from without, the first time."""
    if not place.exists():
        place.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def lost(_: Path) -> str:
    return "lost"


def wait(seconds: float) -> float:
    """Take so long."""
    time.sleep(seconds)
    return seconds
