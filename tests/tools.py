"""What tests need of the machine: skipped with a reason where it is missing, failed where it must be there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

SHARED = Path(__file__).parents[2] / "shared"
ORACLE = Path(sys.prefix) / "oracle"
"""The environment of programs that judge what the project makes, and share no version with it."""


def need(*programs: str) -> None:
    """Skip the test where a program is missing; fail it where DELIBGRAPH_REQUIRE_TOOLS is set."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        lack(f"not installed: {', '.join(missing)}")


def lack(what: str) -> NoReturn:
    """Skip the test for want of something; fail it where DELIBGRAPH_REQUIRE_TOOLS is set."""
    (pytest.fail if os.environ.get("DELIBGRAPH_REQUIRE_TOOLS") else pytest.skip)(what)


def chromium() -> str:
    """The path of a Chromium on this machine, by whichever name it goes."""
    found = [path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))]
    return found[0] if found else lack("no Chromium on this machine (Debian: apt-get install chromium)")


def real(name: str) -> Path:
    """A real document of the reference folder beside the checkout."""
    path = SHARED / "real-dev" / name
    if not path.exists():
        pytest.skip(f"no ../shared/real-dev/{name} beside this checkout")
    return path
