"""``python -m benchmarks.registers``: names looked up in a register of ten million rows, in bounded memory.

The file is made on the fly in Sirene's columns with invented names, and deleted after.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from pathlib import Path

from delibgraph.registers.files import recognise
from delibgraph.registers.lookup import key, look_up
from tests.generator import lexicon
from tests.generator.dice import Dice

_HEADER = (
    "siren,statutDiffusionUniteLegale,sigleUniteLegale,identifiantAssociationUniteLegale,"
    "dateDernierTraitementUniteLegale,etatAdministratifUniteLegale,denominationUniteLegale,"
    "denominationUsuelle1UniteLegale,categorieJuridiqueUniteLegale,nicSiegeUniteLegale\n"
)


def write(path: Path, rows: int) -> None:
    """A register of units with names out of a pool, numbered so that most differ."""
    dice = Dice("registers")
    pool = [f"{lexicon.surname(dice)} {lexicon.surname(dice)}".upper() for _ in range(5_000)]
    with path.open("w", encoding="utf-8") as target:
        target.write(_HEADER)
        for start in range(0, rows, 100_000):
            lines = (
                f"{300_000_000 + n},O,,,2024-03-01T09:00:00,A,{pool[n % 5_000]} {n // 5_000},,5710,00011\n"
                for n in range(start, min(start + 100_000, rows))
            )
            target.write("".join(lines))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--names", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "StockUniteLegale_2024-04-01.csv"
        write(path, given.rows)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        dice = Dice("registers")
        pool = [f"{lexicon.surname(dice)} {lexicon.surname(dice)}" for _ in range(5_000)]
        names = {
            key(f"{pool[n % 5_000]} {n // 5_000}") for n in range(0, given.rows, max(1, given.rows // given.names))
        }
        start = time.perf_counter()
        found = look_up(recognise(path), names)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(
            f"{given.rows:,} rows ({path.stat().st_size / 1e6:,.0f} MB), {len(names):,} names, "
            f"{len(found.rows):,} found: "
            f"{seconds:.1f} s, {given.rows / seconds:,.0f} rows a second, peak memory {peak / 1024:,.0f} MB "
            f"({before / 1024:,.0f} MB before)"
        )


if __name__ == "__main__":
    main()
