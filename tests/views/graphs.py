"""Proxy graphs to draw: one by hand with two bodies, one full of hostile text, and random ones."""

from __future__ import annotations

from hypothesis import strategies as st

from delibgraph.projections import ProxyRow, multigraph
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
