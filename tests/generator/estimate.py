"""``python -m tests.generator.estimate``: the reader on the templates held out, beside the families it was tuned on.

Prints the table of ``docs/generator.md``: F1 by field, clean and with noise, and how many acts go wrong unawares.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence

from delibgraph.evaluation import Judged, total
from tests.generator import FAMILIES, HELD_OUT, cases
from tests.generator.report import score

PEOPLE = ("present", "absent", "proxies", "substitutes")
FIELDS = (
    *PEOPLE,
    *("roles", "counts", "body", "organ", "body_siren", "sitting_date", "convocation_date", "received_date"),
    *("published_date", "transmission_id", "president", "secretary", "number", "title", "vote", "funding"),
    *("funding_details", "organisations", "deliberations", "deliberation_votes"),
)


def judged(count: int, seed: int, noise: float, families: Collection[str]) -> list[Judged]:
    """That many acts of a seed, read and held against their gold."""
    return [score(case).judged for case in cases(count, seed, noise=noise, families=families)]


def main() -> None:
    """Print the table: a column a set of acts."""
    parser = argparse.ArgumentParser(prog="python -m tests.generator.estimate", description=main.__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=70_301)
    parser.add_argument("--noise", type=float, default=0.3)
    parser.add_argument("--by-family", action="store_true", help="print F1 of people by held-out family too")
    asked = parser.parse_args()
    sets = {
        f"{name}{', noise' if noise else ''}": judged(asked.count, asked.seed, noise, families)
        for name, families in (("held out", HELD_OUT), ("tuned", FAMILIES))
        for noise in (0.0, asked.noise)
    }
    print("| field | " + " | ".join(sets) + " |\n|---|" + "---|" * len(sets))
    for label, cells in table(list(sets.values())):
        print(f"| {label} | {' | '.join(cells)} |")
    if asked.by_family:
        for family in HELD_OUT:
            one = [act for act in sets["held out"] if act.document.endswith(family)]
            fields = total(one)
            print(f"{family:<16}" + "".join(f"{name} {fields[name].f1:.3f}  " for name in PEOPLE if name in fields))


def table(sets: Sequence[Sequence[Judged]]) -> list[tuple[str, list[str]]]:
    """The rows: F1 by field, then counts of acts, then precision where the reader found nothing to tell."""
    totals = [total(acts) for acts in sets]
    rows = [
        (name, [f"{fields[name].f1:.3f}" if name in fields else "–" for fields in totals])
        for name in FIELDS
        if any(name in fields for fields in totals)
    ]
    rows.append(("acts", [str(len(acts)) for acts in sets]))
    rows.append(("acts wrong in people", [str(sum(map(_is_wrong, acts))) for acts in sets]))
    unaware = [[act for act in acts if _is_wrong(act) and not act.findings] for acts in sets]
    rows.append(("acts wrong in people without a finding", [str(len(acts)) for acts in unaware]))
    silent = [[act for act in acts if not act.findings] for acts in sets]
    rows.append(("acts without a finding", [str(len(acts)) for acts in silent]))
    rows.append(("of these, precision of present and proxies", [f"{_precision(acts):.4f}" for acts in silent]))
    return rows


def _is_wrong(act: Judged) -> bool:
    return any(name in act.scores and not act.scores[name].exact for name in PEOPLE)


def _precision(acts: Sequence[Judged]) -> float:
    scores = [act.scores[name] for act in acts for name in ("present", "proxies") if name in act.scores]
    found = sum(one.right + len(one.inventions) for one in scores)
    return sum(one.right for one in scores) / found if found else 1.0


if __name__ == "__main__":
    main()
