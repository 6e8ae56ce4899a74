"""The example notebook runs on the examples, says what the graph says, and is kept without its outputs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import delibgraph as dg
from delibgraph.build import Report

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
pytest.importorskip("ipykernel", reason="ipykernel is not installed")
pytest.importorskip("pandas", reason="pandas is not installed")


def test_it_is_kept_without_outputs() -> None:
    cells = [cell for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert len(cells) == 6
    assert [(cell["outputs"], cell["execution_count"]) for cell in cells] == [([], None)] * len(cells)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:zmq", "ignore::DeprecationWarning:jupyter_client")
def test_it_runs_on_the_examples(built: tuple[Path, Report], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELIBGRAPH_OUT", str(built[0]))
    monkeypatch.setenv("PYTHONPATH", str(NOTEBOOK.parents[1] / "src"))
    done = nbclient.NotebookClient(nbformat.read(NOTEBOOK, as_version=4), timeout=300, kernel_name="python3").execute()
    told = "\n".join(shown(output) for cell in done.cells if cell.cell_type == "code" for output in cell.outputs)
    graph = dg.open(built[0])
    proxies = graph.proxies()
    assert f"{proxies.number_of_nodes()} nodes and {proxies.number_of_edges()} edges" in told
    rows = graph.query("clusters-funded-by-year")
    assert f"<p>{len(rows)} rows</p>" in told
    assert re.search(r"\b2021 +44880\.0\b", told)
    assert "<th>SourceDocument</th>" in told


def shown(output: dict[str, Any]) -> str:
    data = output.get("data", {})
    return str(output.get("text", "")) + str(data.get("text/html", "")) + str(data.get("text/plain", ""))
