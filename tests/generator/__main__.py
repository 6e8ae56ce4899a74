"""``python -m tests.generator``: write random acts and their gold into a folder."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.generator import FAMILIES, HELD_OUT, cases


def main() -> None:
    """Write ``NAME.txt`` and ``NAME.json`` for each act, and ``pieces.jsonl`` with what each layout is made of."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator", description=main.__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--noise", type=float, default=0.0, help="damage, from 0 (none) to 1 (bad)")
    parser.add_argument("--hold-out", action="append", default=[], choices=list(FAMILIES), metavar="FAMILY")
    parser.add_argument("--held-out", action="store_true", help="the templates held out in place of the families")
    parser.add_argument("--councils", type=int, default=0, help="so many bodies that meet again and again")
    asked = parser.parse_args()
    families = HELD_OUT if asked.held_out else FAMILIES
    drawn = cases(
        asked.count,
        asked.seed,
        noise=asked.noise,
        hold_out=asked.hold_out,
        families=families,
        councils=asked.councils,
    )
    asked.out.mkdir(parents=True, exist_ok=True)
    with (asked.out / "pieces.jsonl").open("w", encoding="utf-8") as record:
        for case in drawn:
            (asked.out / f"{case.name}.txt").write_text(case.text, encoding="utf-8", newline="\n")
            gold = json.dumps(case.gold, ensure_ascii=False, indent=1)
            (asked.out / f"{case.name}.json").write_text(f"{gold}\n", encoding="utf-8", newline="\n")
            row = {"name": case.name, "family": case.family, "pieces": case.pieces}
            record.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
