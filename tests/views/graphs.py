"""Proxy graphs to draw: one by hand with two bodies, one full of hostile text, and random ones."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import strategies as st

from delibgraph.projections import (
    AttendanceRow,
    FundingRow,
    ProxyRow,
    attendance,
    funding,
    multigraph,
)
from delibgraph.projections.graphs import MultiDiGraph

HOSTILE = [
    "<script>window.hacked = true</script>",
    "</script><script>window.hacked = true</script>",
    '"><img src=x onerror="window.hacked = true">',
    "'; window.hacked = true; //",
    "{{ 7 * 7 }} {% raw %} ${7*7}",
    "line\u2028separator\u2029 and\x00control\x07 characters",
    "<!-- <script> ]]> &amp; &lt;",
    "javascript:window.hacked = true",
]


def proxy(grantor: str, holder: str | None, date: str, body: str = "Ville", organ: str | None = "Conseil") -> ProxyRow:
    return ProxyRow(
        proxy=f"proxy/{body}/{date}/{grantor}/{holder}",
        sitting=f"sitting/{body}/{date}",
        grantor=f"person/{body}/{grantor}",
        grantor_name=grantor,
        holder=holder and f"person/{body}/{holder}",
        holder_name=holder,
        date=date,
        body=body,
        organ=organ,
        document=f"{date}.txt",
        quote=f"{grantor} donne pouvoir à {holder}",
    )


def two_bodies() -> MultiDiGraph:
    return multigraph(
        [
            proxy("Anne ARNAUD", "Denis DUPONT", "2022-06-16"),
            proxy("Anne ARNAUD", "Denis DUPONT", "2023-07-12"),
            proxy("Bruno BERNARD", "Denis DUPONT", "2022-06-16"),
            proxy("Denis DUPONT", "Anne ARNAUD", "2023-09-20"),
            proxy("Claire COLIN", None, "2022-06-16"),
            proxy("Gilles GROS", "Inès IVRY", "2021-04-22", "Pôle", None),
        ]
    )


def hostile() -> MultiDiGraph:
    """Each hostile text stands as name, body, organ, document and quote."""
    return multigraph(
        ProxyRow(
            "p" + text, "s" + text, "g" + text, text, "h" + text, text, "2023-07-12", text, text, text, text, text, text
        )
        for text in HOSTILE
    )


def money() -> MultiDiGraph:
    """A town and a federation that fund a choir and a judo club; one grant is in francs."""
    return funding(
        [
            grant("f1", "Ville", "Judo", "0.10", "2022-01-01"),
            grant("f2", "Ville", "Judo", "0.20", "2023-01-01"),
            grant("f3", "Ville", "Chorale", "50", "2023-01-01"),
            grant("f4", "Agglo", "Judo", "7", "2024-01-01"),
            grant("f5", "Agglo", "Chorale", "7", "2024-01-01", "CHF"),
        ]
    )


def grant(iri: str, funder: str, beneficiary: str, amount: str, date: str, currency: str = "EUR") -> FundingRow:
    return FundingRow(
        iri,
        f"sitting/{funder}/{date}",
        f"body/{funder}",
        f"organisation/{beneficiary}",
        beneficiary,
        Decimal(amount),
        currency,
        funder,
        date,
        "Conseil",
        kind="subvention",
        number=iri.upper(),
        title=f"Soutien à {beneficiary}",
        document=f"{date}.txt",
        quote=f"attribue {amount} à {beneficiary}",
    )


def presence() -> MultiDiGraph:
    """Three members at three sittings, one of them without a date."""
    return attendance(
        AttendanceRow(
            f"sitting/{day}", f"person/{name}", name, "present", day, "Ville", "Conseil", attendance=f"a/{day}/{name}"
        )
        for day, names in {
            "2022-01-01": ("Anne", "Bruno"),
            "2023-01-01": ("Anne", "Bruno", "Denis"),
            None: ("Denis",),
        }.items()
        for name in names
    )


def crowd(edges: int) -> MultiDiGraph:
    """So many proxies among members of twenty bodies, the same each time."""
    dice = random.Random(edges)
    told: dict[tuple[int, int, int], ProxyRow] = {}
    while len(told) < edges:
        body, day, grantor = dice.randrange(20), dice.randrange(100), dice.randrange(60)
        date = f"{2000 + day // 4}-{day % 4 * 3 + 1:02}-15"
        told.setdefault(
            (body, day, grantor), proxy(f"Élu {grantor}", f"Élu {(grantor + day) % 59 + 1}", date, f"Ville {body}")
        )
    return multigraph(told.values())


def multitude(members: int, edges: int, bodies: int = 100) -> MultiDiGraph:
    """So many members of a hundred bodies, each in at least two of so many proxies, the same each time."""
    dice, each = random.Random(edges), members // bodies
    told = {(body, 0, one): (one + 1) % each for body in range(bodies) for one in range(each)}
    while len(told) < edges:
        body, day, grantor = dice.randrange(bodies), dice.randrange(1, 100), dice.randrange(each)
        told.setdefault((body, day, grantor), (grantor + 1 + dice.randrange(each - 1)) % each)
    return multigraph(
        proxy(f"Élu {body}-{one}", f"Élu {body}-{two}", f"{2000 + day // 4}-{day % 4 * 3 + 1:02}-15", f"Ville {body}")
        for (body, day, one), two in told.items()
    )


NAMES = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
GRAPHS = st.lists(
    st.builds(
        proxy,
        st.sampled_from(["a", "b", "c", "d", "é <b>"]),
        st.one_of(st.none(), st.sampled_from(["a", "b", "c", "e"])),
        st.sampled_from(["2021-04-22", "2022-06-16", "2023-07-12"]),
        st.sampled_from(["Ville", "Pôle"]),
    ),
    max_size=25,
).map(multigraph)
