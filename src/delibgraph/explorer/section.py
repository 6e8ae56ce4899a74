"""A part of a page: a query with a title in each language, and how its answer is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A table of a page; ``chart`` names the columns that bars come from: what stands under, the series, the value."""

    title: str
    title_fr: str
    query: str
    chart: tuple[str, str, str] | None = None
    folded: bool = False

    @property
    def key(self) -> str:
        """The title as addresses have it."""
        return re.sub(r"\W+", "-", self.title.lower())
