"""The README's commands are run and its output is the real one."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from delibgraph.build import Report

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.findall(r"```console\n\$ (delibgraph [^\n]+)\n(.*?)```", README, re.DOTALL)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.fixture(scope="module")
def place(built: tuple[Path, Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``examples`` and a built ``out``, as a reader of the README has it."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "examples").symlink_to(ROOT / "examples")
    (folder / "out").symlink_to(built[0])
    return folder


def run(arguments: list[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout + done.stderr


def timeless(text: str) -> list[str]:
    lines = (re.sub(r"in \d+\.\d s", "in a moment", line).rstrip() for line in text.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize(("command", "shown"), CONSOLE, ids=[command[:40] for command, _ in CONSOLE])
def test_console_output_is_the_real_one(command: str, shown: str, place: Path) -> None:
    arguments = shlex.split(command)[1:]
    if "build" in arguments:
        arguments[arguments.index("out")] = "another"
    told = timeless(run(["-m", "delibgraph", *arguments], place).replace("another", "out"))
    expected = timeless(shown)
    assert expected
    if "…" not in expected:
        assert told == expected
    for part in re.split(r"(?m)^…$", "\n".join(expected)):
        assert part.strip() in "\n".join(told)


def test_there_is_something_to_hold_the_readme_to() -> None:
    assert len(CONSOLE) >= 6
    assert len(PYTHON) == 1


def test_python_runs(place: Path) -> None:
    told = run(["-W", "error", "-c", PYTHON[0]], place)
    assert "Proxy(grantor='Gilles ARTIGUES', holder='Denis CHAMBE'" in told
    assert "times=2" in told
