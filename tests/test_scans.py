"""From a picture of an act to its proxies: a real act drawn as pages, clean and as a worn scanner would."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import regex

from delibgraph.evaluation import judge, read_gold
from delibgraph.extraction import extract
from delibgraph.identity import resolve
from delibgraph.reading import Document, ocr
from delibgraph.reading.assembly import assemble
from tests.reading.rendering import pages, scanned
from tests.tools import need

_MARKS = regex.compile(r"(?m)^#+ |\*\*|\*(?=\w)|(?<=\w)\*|\^\{|\}")
"""Markdown, which a transcription has and a printed page has not."""


@pytest.mark.parametrize(("kind", "least"), [("clean", 0.95), ("scanned", 0.85)])
def test_proxies_of_a_scanned_act(
    seeds: list[Path], kind: str, least: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("tesseract")
    monkeypatch.setenv("DELIBGRAPH_CACHE", str(tmp_path))
    text = _MARKS.sub("", seeds[0].read_text(encoding="utf-8"))
    drawn = pages(text[: text.index("\n", text.rindex("donne pouvoir à"))])
    sources = [ocr.recognise(scanned(page, seed=at) if kind == "scanned" else page) for at, page in enumerate(drawn)]
    found, starts, page_map = assemble(sources)
    document = Document("a.pdf", found, hashlib.sha256(found.encode()).hexdigest(), "pdf", starts, page_map)
    [act] = extract(document)
    scores = judge(act, read_gold(seeds[0].with_suffix(".json")), resolve([act])).scores
    assert scores["proxies"].right > 10
    assert scores["proxies"].f1 >= least
    assert scores["present"].f1 >= least
    misread = {item.span for item in scores["present"].inventions if item.span}
    told = {finding.span for finding in act.findings if finding.code == "ocr-confidence" and finding.span}
    assert all(any(low < span[1] and span[0] < high for low, high in told) for span in misread)
