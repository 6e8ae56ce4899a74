"""The whole street under random decisions: after each build the graph is what the decisions say, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions

from delibgraph.build import build
from delibgraph.cli.main import group
from delibgraph.identity import ContradictionError, Name, Ruling, Rulings
from delibgraph.identity.ledger import DECISIONS, row_of, to_csv
from delibgraph.identity.rulings import Sort, Verdict
from delibgraph.queries import records, run
from delibgraph.store import open_store

_ACT = """{body}
Conseil municipal
Séance du {day} mars 2023
Délibération n° 2023-{day}

Présents : Mme Zoé QUINEZ, Maire, M. Luc OVIDAL, M. Paul {surname}, Mme Anne FLERAS

Le conseil municipal, après en avoir délibéré, à l'unanimité,
ATTRIBUE une subvention de 500 € à l'association {paid}.
"""
_BODIES = {"Commune de Trelles": "commune-de-trelles", "COMMUNE DE TREILES": "commune-de-treiles"}
_SURNAMES, _PAID = ("DURAND", "DURANT", "OVIDAL"), ("Mécavirenne", "Mécavirene")
_MEANT = """
SELECT DISTINCT ?title ?body ?person ?organisation WHERE {
  ?sitting a dg:Sitting ; dg:organ/org:unitOf ?body ; dg:recordedIn/dcterms:title ?title .
  ?attendance dg:sitting ?sitting ; dg:official ?person ; dg:evidence/oa:hasSelector/oa:exact ?printed .
  FILTER(CONTAINS(?printed, "Paul"))
  ?deliberation dg:sitting ?sitting . ?funding dg:deliberation ?deliberation ; dg:beneficiary ?organisation .
}
"""


@dataclass(frozen=True)
class _Printed:
    """What one document prints."""

    body: str
    surname: str
    paid: str

    def write(self, path: Path, day: int) -> Path:
        text = _ACT.format(body=self.body, day=day, surname=self.surname, paid=self.paid)
        path.write_text(text, encoding="utf-8")
        return path

    def name(self, sort: str) -> Name:
        """The name as a decision on the sort gives it."""
        key = _BODIES[self.body]
        return {
            "body": Name("commune", self.body),
            "person": Name(key, f"Paul {self.surname}"),
            "organisation": Name(key, self.paid),
        }[sort]


_PRINTED = st.builds(_Printed, *map(st.sampled_from, (tuple(_BODIES), _SURNAMES, _PAID)))


@st.composite
def _rulings(draw: st.DrawFn) -> Ruling:
    sort: Sort = draw(st.sampled_from(["body", "person", "organisation"]))
    verdict: Verdict = draw(st.sampled_from(["same", "different", "unsure"]))
    left, right = (draw(_PRINTED).name(sort) for _ in range(2))
    return Ruling(sort, left, right, verdict, "Ada")


def _assert_holds(out: Path, printed: Sequence[_Printed], kept: Sequence[Ruling]) -> None:
    found = run(open_store(out), _MEANT)
    assert isinstance(found, QuerySolutions)
    meant = {int(str(row["title"]).partition(".")[0]): row for row in records(found)}
    assert sorted(meant) == list(range(len(printed)))
    for row in kept:
        left, right = (
            {meant[number][row.sort] for number, one in enumerate(printed) if one.name(row.sort) == name}
            for name in (row.left, row.right)
        )
        if row.verdict == "different":
            assert left.isdisjoint(right)
        elif row.verdict == "same" and left and right:
            assert left == right
            assert len(left) == 1


def _imported(out: Path, row: Ruling, folder: Path) -> bool:
    """Whether ``review`` takes a decision in."""
    assert isinstance(group, click.Group)
    table = folder / "row.csv"
    table.write_text(to_csv([row_of(row)]), encoding="utf-8")
    return CliRunner().invoke(group, ["review", str(out), "--import", str(table)]).exit_code == 0


def _withdrawn(out: Path, kept: Sequence[Ruling]) -> list[Ruling]:
    """What is left once the last decision is taken back, and with it all on the same two spellings."""
    assert isinstance(group, click.Group)
    names = (kept[-1].left.spelling, kept[-1].right.spelling)
    told = CliRunner().invoke(group, ["review", str(out), "--withdraw", *names])
    assert told.exit_code == 0, told.output
    return [row for row in kept if {row.left.spelling, row.right.spelling} != set(names)]


def _built(paths: Sequence[Path], out: Path) -> bool:
    try:
        build(paths, out)
    except ContradictionError:
        return False
    return True


@settings(max_examples=8)
@given(st.lists(_PRINTED, min_size=2, max_size=3), st.data())
def test_every_build_is_what_the_decisions_say(first: list[_Printed], data: st.DataObject) -> None:
    """Decisions, withdrawals and documents in any order; each build is that of a folder that begins with them all."""
    with tempfile.TemporaryDirectory() as name:
        folder, printed, kept = Path(name), list(first), list[Ruling]()
        out = folder / "out"
        paths = [one.write(folder / f"{number}.txt", number + 4) for number, one in enumerate(printed)]
        build(paths, out)
        for number in range(data.draw(st.integers(1, 4))):
            step = data.draw(st.sampled_from(["decide", "decide", "withdraw", "document", "rebuild"]))
            if step == "decide":
                row = data.draw(_rulings())
                if _imported(out, row, folder):
                    kept = [*(other for other in kept if other.pair != row.pair), row]
            elif step == "withdraw" and kept:
                kept = _withdrawn(out, kept)
            elif step == "document":
                printed.append(data.draw(_PRINTED))
                paths.append(printed[-1].write(folder / f"{len(paths)}.txt", len(paths) + 4))
            if not _built(data.draw(st.permutations(paths)), out):  # two bodies were made one, and names one with them
                kept = _withdrawn(out, kept)
                build(paths, out)
            _assert_holds(out, printed, kept)
            other = folder / f"other-{number}"
            decided = folder / "decided.csv"
            decided.write_text(to_csv(map(row_of, Rulings.of(kept).rows)), encoding="utf-8")
            build(paths, other, decisions=decided)
            assert [(other / part).read_bytes() for part in (DECISIONS, "graph.nq.gz")] == [
                (out / part).read_bytes() for part in (DECISIONS, "graph.nq.gz")
            ]
