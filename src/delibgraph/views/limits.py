"""Bounds of what one picture can show."""

from __future__ import annotations

LARGE = 20_000
"""Edges above which a page shows one node and its neighbours at a time, and no drawing is made."""

BODIES = 1_000
"""Rows of a large page's table of bodies."""
