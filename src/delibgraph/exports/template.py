"""A settings file to fill in: every body and beneficiary on record, with what the tables need of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from pyoxigraph import QuerySolutions, Store

from delibgraph.queries import records, run

_HEAD = """\
# What the record does not say and the national tables ask for. Remove the # before a line to make it count.
# What stands nearer to a row wins: its deliberation, then its body, then [defaults].

[defaults]
# matter = "7.5"                                  # @CTES code, where no act prints one
# convention_date = "sitting"                     # or a day: 2023-07-12
# payment = "unique"                              # or "échelonné", or the terms in words
# payment_period = "{year}-01-01/{year}-12-31"    # {year} is the year of the grant
# eu_notified = false
# budget = "Budget principal"
# prefecture = "PREF042"
# url = "https://example.org/actes/{document}"

# [dataset]
# url = "https://example.org/delibgraph/"
# publisher = "…"
# licence = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
"""


def settings_template(store: Store, values: Mapping[str, str]) -> str:
    """TOML with a table for each body and each beneficiary of a grant, sorted by name; it can be read as it is."""
    acts = records(cast(QuerySolutions, run(store, "scdl-deliberations", values)))
    grants = records(cast(QuerySolutions, run(store, "scdl-subventions", values)))
    bodies = {row["siren"] or row["body"]: row["body"] for row in acts}
    beneficiaries = {row["beneficiary"] for row in grants}
    parts = [_HEAD]
    for key, name in sorted(bodies.items(), key=lambda item: item[1] or ""):
        if key and key == name:
            parts.append(f'[bodies.{_key(key)}]\n# siret = "…"\n')
        elif key:
            parts.append(f'[bodies.{_key(key)}]  # {name}\n# siret = "{key}…"\n')
    parts += [f'[beneficiaries.{_key(name)}]\n# siret = "…"\n# rna = "W…"\n' for name in _sorted(beneficiaries)]
    return "\n".join(parts)


def _sorted(names: Iterable[str | None]) -> list[str]:
    return sorted(name for name in names if name)


def _key(name: str) -> str:
    """A quoted TOML key; JSON's strings are TOML's (https://toml.io/en/v1.0.0#keys)."""
    return json.dumps(name, ensure_ascii=False)
