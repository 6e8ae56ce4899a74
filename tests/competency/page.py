"""``python -m tests.competency.page``: write the lists of ``docs/queries.md`` from the queries and their expected rows.

What stands between two marks is made here; the rest of the page is written by people.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from delibgraph.queries import NamedQuery, Parameter, named

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "queries.md"
_SHOWN = 3
_PART = "<!-- {name}: made by python -m tests.competency.page -->\n{text}<!-- end -->"
_MARKED = re.compile(r"<!-- (\w+): made by [^>]*-->\n.*?<!-- end -->", re.DOTALL)


def page(text: str) -> str:
    """The page with its lists as the queries have them."""
    parts = {"list": _overview(), "queries": "".join(map(_section, _queries()))}
    return _MARKED.sub(lambda found: _PART.format(name=found[1], text=parts[found[1]]), text)


def _queries() -> list[NamedQuery]:
    return sorted(named().values(), key=lambda one: one.name)


def _overview() -> str:
    rows = (f"| [`{one.name}`](#{one.name}) | {one.answers} | {_names(one)} |\n" for one in _queries())
    return f"\n| name | what it answers | parameters |\n|---|---|---|\n{''.join(rows)}\n"


def _names(query: NamedQuery) -> str:
    return ", ".join(f"`{one.name}`{_default(one)}" for one in query.parameters)


def _default(parameter: Parameter) -> str:
    return "" if parameter.default == "any" else f" ({parameter.default})"


def _section(query: NamedQuery) -> str:
    """A query: what it answers, what can be set, and rows that it gives on the small graph of the tests."""
    parameters = "".join(f"- `{one.name}` ({one.type}): {one.text}{_default(one)}\n" for one in query.parameters)
    place = f"../src/delibgraph/queries/rq/{query.name}.rq"
    head = f"\n### {query.name}\n\n**{query.title}** ({query.title_fr}). {query.answers} [The query]({place}).\n\n"
    return head + (f"{parameters}\n" if parameters else "") + _example(query.name)


def _example(name: str) -> str:
    case = min(HERE.glob(f"{name}*.csv"), key=lambda path: (path.stem != name, path.stem))
    lines = case.read_text(encoding="utf-8").splitlines()
    asked = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
    header, *rows = csv.reader(lines[len(asked) :])
    table = [header, ["---"] * len(header), *rows[:_SHOWN]]
    told = f" with `{'`, `'.join(asked)}`" if asked else ""
    shown = "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in table)
    return f"{len(rows)} {'row' if len(rows) == 1 else 'rows'} on the small graph{told}, as:\n\n{shown}\n"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
