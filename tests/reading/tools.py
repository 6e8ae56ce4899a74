"""What reading tests need of the machine: skipped with a reason where it is missing, failed where it must be there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


def need(*programs: str) -> None:
    """Skip the test where a program is missing; fail it where DELIBGRAPH_REQUIRE_TOOLS is set."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and os.environ.get("DELIBGRAPH_REQUIRE_TOOLS"):
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def real(name: str) -> Path:
    """A real document of the reference folder beside the checkout."""
    path = SHARED / "real-dev" / name
    if not path.exists():
        pytest.skip(f"no ../shared/real-dev/{name} beside this checkout")
    return path
