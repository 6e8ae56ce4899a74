"""Every choice that a layout makes, and what cannot stand together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.generator.dice import Dice
from tests.generator.layouts import asides, attendance, decision, header, names, proxies, roll

YES_NO = ("yes", "no", "no")
SLOTS: Mapping[str, Sequence[str]] = {
    "opening": tuple(header.OPENINGS),
    "date": header.DATES,
    "session": header.SESSIONS,
    "convocation": header.CONVOCATIONS,
    "president": header.PRESIDENTS,
    "secretary": header.SECRETARIES,
    "secretary_place": ("before", "after"),
    "counts": tuple(header.COUNTS),
    "counts_place": ("before", "after"),
    "stamp": header.STAMPS,
    "stamp_place": ("end", "end", "between", "inside"),
    "name": tuple(piece for piece in names.NAMES if piece != "bare-initial"),
    "full_names": YES_NO,
    "civility": tuple(names.CIVILITIES),
    "holder": names.HOLDERS,
    "list": tuple(roll.LISTS),
    "heading": roll.HEADINGS,
    "present_words": roll.PRESENT_WORDS,
    "commune": roll.COMMUNES,
    "role": roll.ROLES,
    "remark": roll.REMARKS,
    "guests": roll.GUESTS,
    "nobody": roll.NOBODY,
    "chair_listed": ("yes", "yes", "yes", "no"),
    "proxy": proxies.PROXIES,
    "pairs": tuple(proxies.PAIRS),
    "merged": YES_NO,
    "bounds": proxies.BOUNDS,
    "absent_first": YES_NO,
    "substitute": (*attendance.SUBSTITUTES, *attendance.REPLACED_FIRST),
    "replaced_listed": YES_NO,
    "grantors_again": YES_NO,
    "number": tuple(decision.NUMBERS),
    "reasons": decision.REASONS,
    "decision": decision.DECISIONS,
    "amount": decision.AMOUNTS,
    "vote": decision.VOTES,
    "signature": ("none", "office"),
    "aside": asides.ASIDES,
    "flow": ("lines", "lines", "lines", "tight", "run-on"),
}
"""The pieces of each slot; a piece that stands twice is drawn twice as often."""
_TITLED = ("each", "full", "mr", "glued")
_IN_PARENTHESES = tuple(piece for piece in proxies.PHRASES if piece.startswith("parentheses"))


def choose(dice: Dice, fixed: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """A piece for each slot, from those that a family allows, made to stand together."""
    return reconcile({slot: dice.pick(fixed.get(slot, pieces)) for slot, pieces in SLOTS.items()}, dice)


def reconcile(style: dict[str, str], dice: Dice) -> dict[str, str]:
    """Replace pieces that a reader could not tell apart from others; what a family is known by stays."""
    _flow(style, dice)
    _names(style)
    _proxies(style, dice)
    _people(style)
    if style["opening"] == "spaced" and style["session"] == "none":
        style["session"] = "year-of"
    return style


def _flow(style: dict[str, str], dice: Dice) -> None:
    """A text that runs on has no lines to part names."""
    if style["flow"] != "run-on":
        return
    style["list"] = style["list"] if style["list"] in roll.INLINE else "comma"
    if "\n" in proxies.PAIRS[style["pairs"]]:
        style["pairs"] = dice.pick(("comma", "semicolon", "none", "dash"))
    style["heading"] = style["heading"] if style["heading"] in ("plain", "capitals", "unaccented") else "plain"
    style["proxy"] = "gives" if style["proxy"] in ("table", "torn-columns") else style["proxy"]
    style["commune"] = "parentheses" if style["commune"] in ("heading", "label") else style["commune"]
    style["number"] = "bare-colon"
    style["signature"] = "none"
    style["stamp"] = "none"
    style["decision"] = "bullets" if style["decision"] == "table" else style["decision"]
    style["present_words"] = "Présents" if style["present_words"] == "ranks" else style["present_words"]
    style["substitute"] = "comma" if style["substitute"] in ("two-lines", "own-heading") else style["substitute"]


def _names(style: dict[str, str]) -> None:
    """Without civility or separator the order and the case of a name must show where it ends."""
    if style["list"] == "dot" and style["civility"] not in _TITLED:
        style["civility"] = "each"
    if style["list"] == "none" and style["civility"] not in _TITLED:
        style["name"] = style["name"] if style["name"] in ("given-family", "family-given") else "given-family"
    if style["civility"] not in _TITLED and style["name"] in names.SHORT and style["pairs"] == "none":
        style["pairs"] = "semicolon"
    if style["name"] == "initial-family" and style["list"] in ("dot", "none"):
        style["list"] = "comma"
    if style["name"] == "initial-family":
        style["civility"] = "none"
    if style["name"] == "family-initial" and style["list"] == "dot":
        style["list"] = "comma"


def _proxies(style: dict[str, str], dice: Dice) -> None:
    """Phrases of one kind with separators and holders of that kind."""
    phrase = style["proxy"]
    if phrase not in proxies.MERGEABLE:
        style["merged"] = "no"
    if phrase == "parentheses-holder":
        style["holder"] = "same" if style["holder"].startswith("role") else style["holder"]
        style["bounds"] = "none"
        if "parentheses" in style["commune"]:
            style["commune"] = "none"
    if phrase in _IN_PARENTHESES and style["commune"] == "of":
        style["commune"] = "parentheses" if phrase != "parentheses-holder" else "none"
    if style["pairs"] == "none" and phrase not in _IN_PARENTHESES and style["civility"] not in _TITLED:
        style["pairs"] = dice.pick(("comma", "semicolon"))
    if style["pairs"] == "dot" and style["civility"] not in _TITLED:
        style["pairs"] = "semicolon"
    _whole_proxies(style, phrase)


def _whole_proxies(style: dict[str, str], phrase: str) -> None:
    """What a phrase says of the list around it."""
    if phrase == "table":
        style["pairs"] = "lines"
    if phrase == "ellipsis":
        style["pairs"] = "comma"
    if phrase in proxies.WHOLE or phrase in proxies.BESIDE_HOLDER:
        style["bounds"] = "none"
    if phrase in proxies.BESIDE_HOLDER:
        style["role"], style["chair_listed"] = "none", "yes"
    if phrase == "holder-also" and style["list"] == "none":
        style["list"] = "comma"
    if phrase in ("no-preposition", "bare-procuration") and style["civility"] not in _TITLED:
        style["civility"] = "none" if style["name"] == "initial-family" else "each"


def _people(style: dict[str, str]) -> None:
    """Roles, ranks and substitutes where the list can bear them."""
    if style["present_words"] == "ranks":
        style["role"], style["commune"] = "none", "none"
        style["chair_listed"] = "yes"
        style["substitute"] = "parentheses"
    if style["role"] != "none" and style["president"] == "none":
        style["president"] = "label"
    if style["civility"] == "run":
        style["role"] = "none"
    if style["substitute"] in attendance.REPLACED_FIRST and style["civility"] not in _TITLED:
        style["substitute"] = "parentheses"
    if style["chair_listed"] == "no" and style["president"] == "none":
        style["president"] = "opened"
    if style["bounds"] == "leaver":
        style["counts"] = "none"
    if style["heading"] == "counted":
        _counted(style)
    if style["list"] == "none":
        style["role"] = "none"
        style["substitute"] = "parentheses"
    if style["commune"] == "of" and style["substitute"] not in ("parentheses", "replaces"):
        style["substitute"] = "parentheses"


def _counted(style: dict[str, str]) -> None:
    """A heading's number counts its list, so the list holds all whom the totals count."""
    style["chair_listed"] = "yes"
    style["bounds"] = "none" if style["bounds"] == "leaver" else style["bounds"]
    style["substitute"] = "comma" if style["substitute"] == "own-heading" else style["substitute"]
