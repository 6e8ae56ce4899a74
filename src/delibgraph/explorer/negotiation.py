"""Which of the formats at hand a client wants (https://www.rfc-editor.org/rfc/rfc9110#name-accept)."""

from __future__ import annotations

from collections.abc import Sequence


def wanted(accept: str | None, offered: Sequence[str]) -> list[str]:
    """The offered media types that the client takes, the most wanted first; all of them without an ``Accept`` header.

    >>> wanted("text/csv;q=0.5, application/*", ["text/csv", "application/json", "text/html"])
    ['application/json', 'text/csv']
    """
    if not (accept or "").strip():
        return list(offered)
    ranges = [_range(part) for part in (accept or "").split(",") if part.strip()]
    told = {media: _quality(media, ranges) for media in offered}
    return sorted((media for media in offered if told[media] > 0), key=lambda media: -told[media])


def _range(text: str) -> tuple[str, float]:
    media, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                quality = 0.0
    return media, quality


def _quality(media: str, ranges: list[tuple[str, float]]) -> float:
    """The quality of the range that fits most closely."""
    for pattern in (media, media.partition("/")[0] + "/*", "*/*"):
        found = [quality for told, quality in ranges if told == pattern]
        if found:
            return max(found)
    return 0.0
