"""Random proxy rows: few members and sittings, so that pairs repeat, return and meet themselves."""

from __future__ import annotations

from hypothesis import strategies as st

from delibgraph.projections import ProxyRow

MEMBERS = ["anne", "bruno", "claire", "denis", "eva"]
DATES = {"s1": "2021-04-22", "s2": "2022-06-16", "s3": "2023-07-12", "s4": None}


def row(grantor: str, holder: str | None, sitting: str, document: str = "a.txt") -> ProxyRow:
    return ProxyRow(
        proxy=f"proxy/{sitting}/{grantor}/{holder or 'unnamed'}",
        sitting=sitting,
        grantor=grantor,
        grantor_name=grantor.upper(),
        holder=holder,
        holder_name=holder.upper() if holder else None,
        date=DATES[sitting],
        body="Ville",
        document=document,
        quote=f"{grantor} à {holder}",
    )


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(MEMBERS),
        st.one_of(st.none(), st.sampled_from(MEMBERS)),
        st.sampled_from(sorted(DATES)),
        st.sampled_from(["a.txt", "b.txt"]),
    ),
    max_size=40,
)
