"""``python -m benchmarks.organisations``: whether joining organisations stays near linear in the number of names."""

from __future__ import annotations

import argparse
import hashlib
import time

from delibgraph.facts import Act, Deliberation, Funding, Sitting
from delibgraph.identity import resolve
from tests.generator import lexicon
from tests.generator.dice import Dice

_SHAPES = (
    "Comité des fêtes {of}",
    "Amicale {name}",
    "{name} Loisirs",
    "Club {name} {other}",
    "{name} et {other}",
    "Les Amis de {name}",
    "{name} Industries",
    "SARL {name} {other}",
    "Chorale {name}",
    "Tennis club {of}",
)


def acts(count: int, seed: int) -> list[Act]:
    """Acts of ten grants each, of a body for every hundred acts, that hold this many different names."""
    dice, names = Dice(seed, "names"), set[str]()
    while len(names) < count:
        name, other, of = lexicon.surname(dice), lexicon.surname(dice), f"de {lexicon.place(dice)}"
        names.add(dice.pick(_SHAPES).format(name=name, other=other, of=of))
    in_order = sorted(names)
    made = []
    for number, start in enumerate(range(0, count, 10)):
        grants = tuple(Funding(name, 100.0, "granted", (0, 1)) for name in in_order[start : start + 10])
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        sitting = Sitting(body=f"Commune de Val-{number // 100}", body_kind="commune")
        made.append(Act(f"{number}.txt", digest, sitting, deliberations=(Deliberation((0, 1), funding=grants),)))
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, nargs="+", default=[12_500, 25_000, 50_000, 100_000])
    for count in parser.parse_args().names:
        made = acts(count, 1)
        start = time.process_time()
        found = len(resolve(made).organisations)
        seconds = time.process_time() - start
        print(f"{count:,} names: {found:,} organisations, {seconds:.1f} s, {seconds / count * 1e6:.0f} µs a name")


if __name__ == "__main__":
    main()
