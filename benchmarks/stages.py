"""``python -m benchmarks.stages``: seconds of the processor by stage of a build, and what share validation takes.

A build in one process with nothing recalled, of generated acts or of files. What a stage calls of another is counted
once, for the stage that calls; what no stage below claims is the store and the files.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from delibgraph import build as street
from delibgraph.documents import Kept
from delibgraph.partition import Partition, Teller
from delibgraph.queries import Answers
from delibgraph.reading import sources
from delibgraph.validation import CompiledEngine, DocumentValidator
from tests.generator import cases

STAGES: list[tuple[str, Any, str]] = [
    ("reading and extraction", Kept, "facts"),
    ("identity: bodies and organisations", Partition, "of"),
    ("identity: persons", Teller, "__call__"),
    ("emission", street, "document_graph"),
    ("compiling the shapes", CompiledEngine, "__init__"),
    ("validation", DocumentValidator, "validate"),
    ("validation", street, "located"),
    ("checks of sets", street, "validate_store"),
    ("answers made ready", Answers, "run"),
]
VALIDATION = {"compiling the shapes", "validation", "checks of sets"}


def measured(paths: list[Path], out: Path) -> dict[str, float]:
    """Seconds of the processor by stage."""
    spent = dict.fromkeys((stage for stage, *_ in STAGES), 0.0)

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            start = time.process_time()
            try:
                return function(*given, **named)
            finally:
                spent[stage] += time.process_time() - start

        return run

    patches = [patch.object(owner, name, timed(stage, getattr(owner, name))) for stage, owner, name in STAGES]
    for one in patches:
        one.start()
    start = time.process_time()
    street.build(paths, out)
    total = time.process_time() - start
    for one in patches:
        one.stop()
    spent["store and files"] = total - sum(spent.values())
    return spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="generated acts, where no source is named")
    parser.add_argument("source", nargs="*", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        paths = sources(given.source)
        for case in [] if paths else cases(given.count, seed=1, councils=max(1, given.count // 20)):
            paths.append(Path(scratch) / f"{case.name}.txt")
            paths[-1].write_text(case.text, encoding="utf-8")
        spent = measured(paths, Path(scratch) / "out")
    total = sum(spent.values())
    for stage, seconds in spent.items():
        print(f"{stage:34} {seconds:8.2f} s {seconds / total:6.1%}")
    share = sum(seconds for stage, seconds in spent.items() if stage in VALIDATION) / total
    print(f"{len(paths)} documents, {total:.2f} s; validation in all: {share:.1%}")


if __name__ == "__main__":
    main()
