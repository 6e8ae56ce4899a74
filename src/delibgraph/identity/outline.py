"""An act as identity sees it, without places, titles, votes and findings.

Names of bodies and organisations are held against those of all acts at once, so what is held of them must be small: the
:func:`outline`. Persons are told apart within their body, so who is named (the :func:`roster`) can lie aside until it
is that body's turn.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from typing import TypeVar, cast

from delibgraph.facts import Act, Deliberation, Funding, Organisation, Sitting, Span

One = TypeVar("One", bound=Hashable)
_NOWHERE: Span = (0, 0)
_NO_SPANS: dict[str, Span] = {}


def outline(act: Act) -> Act:
    """What an act says of its body and organ, and of organisations: all that is seen across bodies."""
    sitting = act.sitting
    return replace(
        act,
        sitting=Sitting(sitting.body, sitting.body_kind, sitting.siren, sitting.organ, spans=_NO_SPANS),
        deliberations=tuple(
            Deliberation(
                _NOWHERE,
                transmission_id=one.transmission_id,
                funding=tuple(map(_funding, one.funding)),
                organisations=tuple(map(_organisation, one.organisations)),
                spans=_NO_SPANS,
            )
            for one in act.deliberations
            if one.transmission_id or one.funding or one.organisations
        ),
        findings=(),
    )


def _funding(whole: Funding) -> Funding:
    return Funding(whole.beneficiary, 0.0, whole.status, _NOWHERE, shared=whole.shared)


def _organisation(whole: Organisation) -> Organisation:
    return Organisation(whole.name, _NOWHERE, whole.kinds, whole.also, whole.identifiers)


def roster(act: Act) -> Act:
    """Who is named in an act, and as what: all that tells the persons of its body apart."""
    return replace(
        act,
        sitting=replace(
            act.sitting,
            attendance=tuple(replace(entry, span=_NOWHERE) for entry in act.sitting.attendance),
            proxies=tuple(replace(proxy, span=_NOWHERE) for proxy in act.sitting.proxies),
            spans=_NO_SPANS,
        ),
        deliberations=tuple(
            Deliberation(_NOWHERE, offices=tuple(replace(held, span=_NOWHERE) for held in one.offices), spans=_NO_SPANS)
            for one in act.deliberations
            if one.offices
        ),
        findings=(),
    )


class Shared:
    """Outlines that share what is equal in them."""

    def __init__(self) -> None:
        """Nothing is shared yet."""
        self._known: dict[Hashable, object] = {}

    def add(self, act: Act) -> Act:
        """An equal outline, made of what is known already."""
        sitting = act.sitting
        header = (sitting.body, sitting.body_kind, sitting.siren, sitting.organ)
        return replace(
            act,
            sitting=cast("Sitting", self._known.setdefault(header, replace(sitting, spans=_NO_SPANS))),
            deliberations=tuple(
                replace(
                    one, funding=self._all(one.funding), organisations=self._all(one.organisations), spans=_NO_SPANS
                )
                for one in act.deliberations
            ),
        )

    def _all(self, things: Iterable[One]) -> tuple[One, ...]:
        return tuple(cast("One", self._known.setdefault(thing, thing)) for thing in things)
