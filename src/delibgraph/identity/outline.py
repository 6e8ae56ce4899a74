"""An act as identity sees it: the names in it and what they do, without places, titles, votes and findings.

Identity looks at all acts at once, so what it holds of each must be small. Members come back sitting after sitting, so
equal entries are kept as one object.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import TypeVar, cast

from delibgraph.facts import Act, Deliberation, Span

One = TypeVar("One", bound=Hashable)
_NOWHERE: Span = (0, 0)


def outline(act: Act) -> Act:
    """The act for :func:`delibgraph.identity.resolve`, which says the same of it as of the whole act."""
    sitting = act.sitting
    return replace(
        act,
        sitting=replace(
            sitting,
            attendance=tuple(replace(entry, span=_NOWHERE) for entry in sitting.attendance),
            proxies=tuple(replace(proxy, span=_NOWHERE) for proxy in sitting.proxies),
            spans={},
        ),
        deliberations=tuple(map(_deliberation, act.deliberations)),
        findings=(),
    )


def _deliberation(whole: Deliberation) -> Deliberation:
    return replace(
        whole,
        span=_NOWHERE,
        number=None,
        title=None,
        vote=None,
        funding=tuple(
            replace(one, amount=0.0, span=_NOWHERE, conditions=None, agreement=None, instalments=())
            for one in whole.funding
        ),
        organisations=tuple(replace(named, span=_NOWHERE) for named in whole.organisations),
        relations=(),
        offices=tuple(replace(held, span=_NOWHERE) for held in whole.offices),
        member_counts=(),
        spans={},
    )


class Shared:
    """Outlines that share what is equal in them."""

    def __init__(self) -> None:
        """Nothing is shared yet."""
        self._known: dict[Hashable, Hashable] = {}

    def add(self, act: Act) -> Act:
        """An equal outline, made of what is known already."""
        sitting = act.sitting
        return replace(
            act,
            sitting=replace(sitting, attendance=self._all(sitting.attendance), proxies=self._all(sitting.proxies)),
            deliberations=tuple(
                replace(one, funding=self._all(one.funding), organisations=self._all(one.organisations))
                for one in act.deliberations
            ),
        )

    def _all(self, things: Iterable[One]) -> tuple[One, ...]:
        return tuple(cast("One", self._known.setdefault(thing, thing)) for thing in things)
