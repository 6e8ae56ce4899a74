"""Bounds of what one picture can show."""

from __future__ import annotations

LARGE = 5_000
"""Edges above which a page shows one node and its neighbours at a time: with more, a browser drags behind the mouse."""

DRAWN = 20_000
"""Edges above which no drawing is made: nobody could read it."""

BODIES = 1_000
"""Rows of a large page's table of bodies."""
