"""One organ under its several names: a "Conseil de communauté" is the body's "Conseil communautaire"."""

from __future__ import annotations

from delibgraph.identity.names import slug, slug_or_digest

_SAME = {
    "conseil-de-communaute": "conseil-communautaire",
    "conseil-de-la-communaute": "conseil-communautaire",
    "conseil-d-agglomeration": "conseil-communautaire",
    "conseil-de-la-metropole": "conseil-metropolitain",
    "conseil-de-metropole": "conseil-metropolitain",
    "assemblee-departementale": "conseil-departemental",
}
"""Names that say the same organ of one body (CGCT L5211-6, L5217-1, L3121-1), as slugs."""


def organ_slug(name: str | None) -> str:
    """What tells an organ from the others of its body, ``unknown`` where nothing names it."""
    if not name:
        return "unknown"
    return _SAME.get(slug(name)) or slug_or_digest(name)
