"""What the tests share: the examples, the reference texts beside the checkout, and a graph built once."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from hypothesis import settings

from delibgraph.build import Report, build
from delibgraph.reading import sources
from tests.tools import SHARED, chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# Machines are noisy: how long an example takes is no property of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# A shell's background job ignores Ctrl-C, and so would every process that the tests start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """The acts in ``examples/``."""
    return sources([ROOT / "examples"])


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The five real acts, where the reference folder lies beside the checkout."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("no ../shared/seeds beside this checkout")
    return sorted((SHARED / "seeds").glob("*.txt"))


@pytest.fixture(scope="session")
def built(examples: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The examples' graph and the report of its build."""
    out = tmp_path_factory.mktemp("built") / "out"
    return out, build(examples, out)


@pytest.fixture(scope="session")
def built_seeds(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    """The seeds' graph and the report of its build."""
    out = tmp_path_factory.mktemp("seeds") / "out"
    return out, build(seeds, out)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium without a window."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def oxigraph_server() -> Iterator[str]:
    """An empty Oxigraph server in memory; gives its address."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert program, "the oxigraph server comes with the development tools"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with subprocess.Popen([program, "serve", "--bind", address], stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(600):
                try:
                    with urlopen(f"http://{address}/"):
                        break
                except OSError:
                    time.sleep(0.1)
            yield f"http://{address}"
        finally:
            process.terminate()
