"""Which documents are made: the same for the same seed, each from its own number."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from delibgraph.reading import sources
from tests.generator import cases
from tests.mutations.hostile import HOSTILE
from tests.mutations.packed import FORMS, damaged
from tests.mutations.texts import MUTATIONS

EXAMPLES = Path(__file__).parents[2] / "examples"
SHARES = {"text": 0.62, "packed": 0.33, "hostile": 0.05}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A document by its number and seed: what it was made from, what befell it. ``make`` gives the same each time."""

    number: int
    seed: int
    kinds: tuple[str, ...] = tuple(SHARES)

    def make(self, folder: Path) -> tuple[str, Path]:
        """What befell it, and the file."""
        chance = random.Random(f"{self.seed} {self.number}")
        kind = chance.choices(self.kinds, [SHARES[kind] for kind in self.kinds])[0]
        if kind == "hostile":
            harm = HOSTILE[chance.randrange(len(HOSTILE))]
            return f"hostile {harm.__name__}", harm(folder, chance)
        name, text = chance.choice(acts())
        if kind == "packed":
            suffix = chance.choice(sorted(FORMS))
            how, data = damaged(packed(name, suffix), chance)
            path = folder / f"a{suffix}"
            path.write_bytes(data)
            return f"{suffix[1:]} {how}", path
        mutation = chance.choice(MUTATIONS)
        path = folder / "a.txt"
        path.write_bytes(mutation(text, chance) or b"?")
        return f"text {mutation.__name__}", path


def mutants(count: int, seed: int, *kinds: str) -> Iterator[Mutant]:
    """The documents, all kinds or those named."""
    return (Mutant(number, seed, kinds or tuple(SHARES)) for number in range(count))


@cache
def acts() -> list[tuple[str, str]]:
    """The acts that documents are made from: the examples and generated ones."""
    examples = [(path.stem, path.read_text(encoding="utf-8")) for path in sources([EXAMPLES])]
    return examples + [(case.name, case.text) for case in cases(40, 41)]


@cache
def packed(name: str, suffix: str) -> bytes:
    """The act as a file of the format."""
    with tempfile.TemporaryDirectory() as folder:
        return FORMS[suffix](Path(folder) / f"a{suffix}", dict(acts())[name]).read_bytes()
