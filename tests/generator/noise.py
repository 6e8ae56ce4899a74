"""Damage as recognition and extraction do it (layouts.md 39–44), over a marked text.

Digits are left alone: a figure that recognition misreads says something else, and no reader could know.
"""

from __future__ import annotations

import re

from tests.generator.dice import Dice
from tests.generator.marks import MARK, is_open

_ACCENTS = str.maketrans("éèêëàâîïôûùçÉÈÊÀÂÎÔÇ", "eeeeaaiiouucEEEAAIOC")
_CONFUSIONS = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "I"),
    ("I", "l"),
    ("O", "0"),
    ("cl", "d"),
    ("nn", "rm"),
    ("é", "e"),
    ("u", "ii"),
)
_WORD = re.compile(r"[^\W\d_]{5,}")
_KEPT = re.compile(
    r"(?i)pr[ée]sent|absent|excus|pouvoir|procur|repr[ée]sent|suppl|conseil|com(ité|mun|ission)|bureau|s[ée]ance|secr|"
    r"pr[ée]sid|subvent|euros|unanim|contre|abst|janv|f[ée]vr|mars|avril|juin|juil|ao[ûu]t|sept|octo|nove|d[ée]ce|"
    r"vingt|quator|quinz|treize|douze|trente|mille|premier|"
    r"madame|mesdames|monsieur|messieurs|membre|d[ée]l[ée]gu|"
    r"maire|adjoint|associ|cluster|p[ôo]le|soci[ée]t"
)
"""Words that a reader knows are corrected by every engine's dictionary; names are not."""


def damage(text: str, dice: Dice, level: float) -> str:
    """The text after damage of a level from 0 (none) to 1 (bad)."""
    if level <= 0:
        return text
    text = _letters(text, dice, level)
    text = _apostrophes(text, dice, level)
    text = _blanks(text, dice, level)
    if dice.chance(0.8):
        text = _wrapped(text, dice.between(58, 110))
    text = _pages(text, dice, level)
    return _markdown(text, dice) if dice.chance(0.3 * level) else text


def _letters(text: str, dice: Dice, level: float) -> str:
    """Words misread, each the same way throughout, and accents lost, here and there or everywhere."""
    lose_all = dice.chance(0.15 * level)
    misread: dict[str, str] = {}

    def damaged(match: re.Match[str]) -> str:
        word = match[0]
        if word not in misread:
            misread[word] = _misread(word, dice) if not _KEPT.match(word) and dice.chance(0.02 * level) else word
        word = misread[word]
        return word.translate(_ACCENTS) if lose_all or dice.chance(0.06 * level) else word

    return _WORD.sub(damaged, text)


def _misread(word: str, dice: Dice) -> str:
    fitting = [(sound, shown) for sound, shown in _CONFUSIONS if sound in word[1:]]
    if not fitting:
        return word
    sound, shown = dice.pick(fitting)
    return word[0] + word[1:].replace(sound, shown, 1)


def _apostrophes(text: str, dice: Dice, level: float) -> str:
    if dice.chance(0.5):
        return text.replace("'", "’")
    return text.replace("'", " ") if dice.chance(0.4 * level) else text


def _blanks(text: str, dice: Dice, level: float) -> str:
    """No-break spaces before high marks, spaces doubled, put in after a hyphen, lost after "M."."""
    if dice.chance(0.5):
        text = re.sub(r" (?=[:;€»!?])", "\u00a0", text)
    if dice.chance(0.3 * level):
        text = re.sub(r"\bM\. (?=\W?[A-ZÉ])", lambda m: "M." if dice.chance(0.3) else m[0], text)
    text = re.sub(r"(?<=[a-zé])-(?=[A-ZÉ])", lambda m: "- " if dice.chance(0.06 * level) else m[0], text)
    return re.sub(r" (?=[^\W\d])", lambda m: "  " if dice.chance(0.02 * level) else m[0], text)


def _wrapped(text: str, width: int) -> str:
    """Lines broken at a width, inside names and after "M." as it comes."""
    lines: list[str] = []
    for line in text.split("\n"):
        shown = MARK.sub("", line)
        if len(shown) <= width or "     " in shown:
            lines.append(line)
            continue
        here = ""
        for word in line.split(" "):
            if here and len(MARK.sub("", here)) + len(MARK.sub("", word)) >= width:
                lines.append(here)
                here = word
            else:
                here = f"{here} {word}" if here else word
        lines.append(here)
    return "\n".join(lines)


def _pages(text: str, dice: Dice, level: float) -> str:
    """Page breaks with numbers and letterheads, between lines but never inside a name."""
    ends = [m.start() for m in re.finditer("\n", text) if not is_open(text, m.start())]
    for at in sorted(dice.sample(ends[3:], 1 + len(text) // 2500), reverse=True):
        if not dice.chance(0.5 + 0.5 * level):
            continue
        page = dice.between(2, 9)
        shown = dice.pick(
            (
                f"\n{page}\n",
                f"\nPage {page} sur 9\n",
                f"\n\f{page}\n",
                f"\n-{page}-\n",
                "\n\f\n",
                f"\n{page}\nHôtel de Ville - 12 rue des Tanneurs - BP 1200\nTél. 02 99 00 00 43\n",
            )
        )
        text = text[:at] + shown + text[at + 1 :]
    return text


def _markdown(text: str, dice: Dice) -> str:
    """Bold headings and some title marks, as converters write them."""
    lines = text.split("\n")
    return "\n".join(
        f"**{line}**"
        if line.endswith(":") and 3 < len(line) < 60 and "*" not in line and dice.chance(0.8)
        else f"## {line}"
        if line.isupper() and len(line) > 20 and dice.chance(0.3)
        else line
        for line in lines
    )
