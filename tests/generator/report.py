"""``python -m tests.generator.report``: how the reader fares on generated acts, by field, family and piece.

Notes what to work on next: the families and pieces with the lowest F1, and for each an act that went wrong.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from delibgraph.build import build
from delibgraph.evaluation import Judged, Score, judge, total
from delibgraph.extraction import extract
from delibgraph.facts import Act, Sitting
from delibgraph.identity import resolve
from delibgraph.reading import Document
from tests.generator import FAMILIES, HELD_OUT, Case, cases
from tests.generator.faults import FAULTS, planted

_PEOPLE = ("present", "absent", "proxies", "substitutes")
_LEAST = 40
"""A family or piece with fewer names than this is not ranked."""


@dataclass(frozen=True, slots=True)
class Read:
    """An act, what the reader made of it, and how that scores."""

    case: Case
    judged: Judged


def read(case: Case) -> Act:
    """The first act that the reader finds, an empty one where it finds none."""
    digest = hashlib.sha256(case.text.encode()).hexdigest()
    document = Document(case.name, case.text, digest)
    return next(iter(extract(document)), Act(case.name, digest, Sitting()))


def score(case: Case) -> Read:
    """Read an act and hold it against its gold."""
    act = read(case)
    return Read(case, judge(act, case.gold, resolve([act])))


def main() -> None:
    """Print the scores of generated acts, worst first."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.report", description=main.__doc__)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--noise", type=float, default=0.0)
    parser.add_argument("--hold-out", action="append", default=[], choices=list(FAMILIES), metavar="FAMILY")
    parser.add_argument("--only", choices=[*FAMILIES, *HELD_OUT], metavar="FAMILY")
    parser.add_argument("--field", action="append", help="a field that pieces are ranked by (those of people)")
    parser.add_argument("--examples", type=int, default=10)
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="plant each fault N times too")
    asked = parser.parse_args()
    families = [asked.only] if asked.only else [name for name in FAMILIES if name not in asked.hold_out]
    done = [score(case) for case in cases(asked.count, asked.seed, noise=asked.noise, families=families)]
    print("\n".join(_lines(done, asked.field or _PEOPLE, asked.examples)))
    if asked.faults:
        print("\n".join(_faults(asked.faults, asked.seed)))


def _lines(done: Sequence[Read], fields: Sequence[str], examples: int) -> Iterator[str]:
    yield f"{'field':<18}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'missed':>8}{'invented':>9}"
    for name, field in total(read.judged for read in done).items():
        yield f"{name:<18}{_row(field)}"
    unaware = [read for read in done if read.judged.unaware]
    people = [read for read in unaware if any(_is_wrong(read, name) for name in _PEOPLE)]
    wrong = sum(one.judged.wrong for one in done)
    yield f"\n{len(done)} acts, {wrong} wrong in some field, {len(unaware)} of them without a finding,"
    named = " ".join(one.case.name for one in people[:12])
    yield f"{len(people)} of these in present, absent, proxies or substitutes: {named}"
    silent = total(read.judged for read in done if not read.judged.findings)
    yield "without any finding: " + ", ".join(f"{name} {silent[name].f1:.4f}" for name in _PEOPLE if name in silent)
    yield f"\nfamilies by F1 of {', '.join(fields)}, worst first"
    for family, worst in _ranked(done, fields, by_family=True):
        yield f"  {family:<34}{_row(worst)}"
    yield "\npieces, worst first, each among the acts that have none of those above it"
    peeled = list(_peeled(done, fields, examples))
    for piece, worst, _ in peeled:
        yield f"  {piece:<48}{_row(worst)}"
    for piece, _, failed in peeled:
        yield from _example(piece, failed, fields)


def _row(field: Score) -> str:
    figures = f"{field.precision:7.3f}{field.recall:7.3f}{field.f1:7.3f}"
    return f"{figures}{field.right:8}{len(field.missed):8}{len(field.invented):9}"


def _is_wrong(done: Read, field: str) -> bool:
    one = done.judged.scores.get(field)
    return one is not None and bool(one.missed or one.invented)


def _ranked(done: Sequence[Read], fields: Sequence[str], *, by_family: bool) -> list[tuple[str, Score]]:
    """The sums of some fields' scores by family or by piece."""
    sums: dict[str, Score] = {}
    for one in done:
        keys = [one.case.family] if by_family else [f"{slot}: {piece}" for slot, piece in one.case.pieces.items()]
        for key in keys:
            for field in fields:
                if field in one.judged.scores:
                    sums.setdefault(key, Score()).add(one.judged.scores[field])
    return sorted(((key, one) for key, one in sums.items() if _size(one) >= _LEAST), key=lambda item: item[1].f1)


def _size(field: Score) -> int:
    return field.right + len(field.missed)


def _peeled(done: Sequence[Read], fields: Sequence[str], rounds: int) -> Iterator[tuple[str, Score, list[Read]]]:
    """The worst piece with the acts that it went wrong in, then the worst among the acts without it, and so on.

    Pieces of one family go wrong together; taking a piece's acts away shows which of them was to blame.
    """
    rest = list(done)
    for _ in range(rounds):
        ranked = _ranked(rest, fields, by_family=False)
        if not ranked or ranked[0][1].f1 == 1:
            return
        piece, worst = ranked[0]
        slot, _, name = piece.partition(": ")
        having = [one for one in rest if one.case.pieces.get(slot) == name]
        yield piece, worst, [one for one in having if any(_is_wrong(one, field) for field in fields)]
        rest = [one for one in rest if one.case.pieces.get(slot) != name]


def _example(piece: str, wrong: Sequence[Read], fields: Sequence[str]) -> Iterator[str]:
    """The shortest act that a piece went wrong in: the place, what was missed and what was invented."""
    one = min(wrong, key=lambda read: len(read.case.text))
    field = next(field for field in fields if _is_wrong(one, field))
    missed, invented = one.judged.scores[field].missed, one.judged.scores[field].invented
    yield f"\n== {piece} ({one.case.name}; findings: {', '.join(sorted(set(one.judged.findings))) or 'none'})"
    yield f"   {field}: missed {missed[:4]}, invented {invented[:4]}"
    word = (missed or invented)[0].split(" → ")[0]
    at = max(one.case.text.find(word), 0)
    yield f"   … {one.case.text[max(at - 140, 0) : at + 160]!r} …"


def _faults(count: int, seed: int) -> Iterator[str]:
    """How many planted faults bring a finding that names them, or any."""
    yield "\nplanted faults: told with the code expected, told at all, planted"
    for name, fault in FAULTS.items():
        acts = [case for _, case in planted(count, seed, [name])]
        codes = [_codes(case) for case in acts] if fault.by == "reader" else _built_codes(acts)
        named, told = sum(bool(found & set(fault.codes)) for found in codes), sum(map(bool, codes))
        yield f"  {name:<18}{named:5}{told:5}{len(acts):5}"


def _codes(case: Case) -> set[str]:
    """The reader's findings, notes aside."""
    return {finding.code for finding in read(case).findings if finding.severity != "info"}


def _built_codes(acts: Sequence[Case]) -> list[set[str]]:
    """The findings of the reader and of the shapes, each act built on its own."""
    found: list[set[str]] = []
    for case in acts:
        with TemporaryDirectory() as folder:
            path = Path(folder) / f"{case.name}.txt"
            path.write_text(case.text, encoding="utf-8")
            report = build([path], Path(folder) / "out")
        found.append({f.code for built in report.built for f in built.findings if f.severity != "info"})
    return found


if __name__ == "__main__":
    main()
