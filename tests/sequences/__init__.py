"""Sequences of what happens to a folder of documents: one comes, changes, goes, a person decides, all is built again.

After each sequence the folder's graph, which was changed step by step, must be that of a build from scratch: the same
decisions, the same file byte by byte, the same store.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import DefaultGraph

from delibgraph.build import build
from delibgraph.identity import ContradictionError, Name, Ruling, Rulings
from delibgraph.identity.ledger import DECISIONS, row_of, to_csv
from delibgraph.store import NQUADS, open_store

_ACT = """{body}
Conseil municipal
Séance du {day} mars 2023
Délibération n° 2023-{number}

Présents : Mme Zoé QUINEZ, Maire, M. Luc OVIDAL, M. Paul {surname}
Excusés : Mme Anne FLERAS qui donne pouvoir à M. Luc OVIDAL

Le conseil municipal, après en avoir délibéré, à l'unanimité,
ATTRIBUE une subvention de {amount} € à l'association {paid}.
"""
_BODIES = {"Commune de Trelles": "commune-de-trelles", "COMMUNE DE TREILES": "commune-de-treiles"}
_SURNAMES, _PAID = ("DURAND", "DURANT", "OVIDAL"), ("Mécavirenne", "Mécavirene")
_FILES = (NQUADS, DECISIONS)


class Sequence:
    """A folder with documents, and the graph that follows them; the same seed does the same."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Begin with two documents and their graph."""
        self.dice, self.folder, self.out = random.Random(seed), folder / "documents", folder / "out"
        self.folder.mkdir()
        self.kept: list[Ruling] = []
        steps: list[Callable[[], None]] = [self.add, self.change, self.remove, self.decide, self.rebuild]
        self.steps = {step.__name__: step for step in steps}
        self.add()
        self.add()
        self.build()

    @property
    def documents(self) -> list[Path]:
        """The documents, in an order of chance."""
        found = sorted(self.folder.glob("*.txt"))
        return self.dice.sample(found, len(found))

    def add(self) -> None:
        """A document comes; at times with the words of another."""
        self._write(self.folder / f"{self.dice.randrange(10**9)}.txt")

    def change(self) -> None:
        """A document has other words now."""
        self._write(self.dice.choice(self.documents))

    def remove(self) -> None:
        """A document goes; the last one stays."""
        if len(self.documents) > 1:
            self.dice.choice(self.documents).unlink()

    def decide(self) -> None:
        """A person decides whether two spellings mean one, whatever was decided on them before."""
        body, sort = self.dice.choice(list(_BODIES.values())), self.dice.choice(["person", "organisation", "body"])
        key, names = {
            "person": (body, [f"Paul {surname}" for surname in _SURNAMES]),
            "organisation": (body, list(_PAID)),
            "body": ("commune", list(_BODIES)),
        }[sort]
        left, right = (Name(key, name) for name in self.dice.sample(names, 2))
        row = Ruling(sort, left, right, self.dice.choice(["same", "different", "unsure"]), "Ada")  # type: ignore[arg-type]
        rows = [*(other for other in self.kept if other.pair != row.pair), row]
        try:
            Rulings.of(rows)
        except ContradictionError:
            return
        self.kept = rows

    def rebuild(self) -> None:
        """Nothing changes."""

    def build(self) -> None:
        """Bring the graph up to date; a decision that the documents contradict is taken back."""
        try:
            self._build(self.out)
        except ContradictionError:
            self.kept.pop()
            (self.out / DECISIONS).unlink(missing_ok=True)
            self.build()

    def run(self, steps: int) -> str:
        """So many steps, and what differs from a build from scratch, if anything."""
        told = []
        for _ in range(steps):
            told.append(self.dice.choice(list(self.steps)))
            self.steps[told[-1]]()
            self.build()
        scratch = self.out.with_name("scratch")
        self._build(scratch)
        wrong = [name for name in _FILES if (self.out / name).read_bytes() != (scratch / name).read_bytes()]
        one, other = (set(open_store(folder)) for folder in (self.out, scratch))
        merged = {quad.triple for quad in one if isinstance(quad.graph_name, DefaultGraph)}
        if one != other or merged != {quad.triple for quad in one if quad.graph_name != DefaultGraph()}:
            wrong.append("store")
        return f"{', '.join(told)}: {', '.join(wrong)} differ" if wrong else ""

    def _write(self, path: Path) -> None:
        day, words = self.dice.randint(4, 7), self.dice.choice
        text = _ACT.format(
            body=words(list(_BODIES)), day=day, number=day, surname=words(_SURNAMES), amount=words((500, 800)),
            paid=words(_PAID),
        )  # fmt: skip
        path.write_text(text, encoding="utf-8")

    def _build(self, out: Path) -> None:
        decided = self.folder.with_name("decided.csv")
        decided.write_text(to_csv(map(row_of, self.kept)), encoding="utf-8")
        build(self.documents, out, decisions=decided)
