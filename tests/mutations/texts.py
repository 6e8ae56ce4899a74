"""What can befall a text: each is a function of the text and of chance, and gives bytes."""

from __future__ import annotations

import random
from collections.abc import Callable

_TOKENS = (
    *("M. ", "Mme ", "Étaient présents :", "Absents :", "donne pouvoir à ", "(", ")", "«", ", ", "\t", "|", "**", "€"),
    *("n° ", "1 000 000 €", "31/02/2023", "99:99", "\u202e", "\u200b", "\ufeff", "\u0301", "\U0001f600", "\0", "\f"),
)


def cut_short(text: str, chance: random.Random) -> bytes:
    """The file breaks off, in the middle of a letter perhaps."""
    data = text.encode()
    return data[: chance.randrange(1, len(data))]


def cut_front(text: str, chance: random.Random) -> bytes:
    """The first pages are missing."""
    return text[chance.randrange(len(text)) :].encode()


def hole(text: str, chance: random.Random) -> bytes:
    """A passage is missing."""
    start = chance.randrange(len(text))
    return (text[:start] + text[start + chance.randrange(1, 1500) :]).encode() or b"?"


def noise(text: str, chance: random.Random) -> bytes:
    """Some bytes are others."""
    data = bytearray(text.encode())
    for _ in range(chance.choice([1, 5, 50, 500])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def swapped(text: str, chance: random.Random) -> bytes:
    """Lines stand elsewhere."""
    lines = text.split("\n")
    for _ in range(chance.choice([1, 3, 20])):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines).encode()


def shuffled(text: str, chance: random.Random) -> bytes:
    """No line is where it was."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines).encode()


def repeated(text: str, chance: random.Random) -> bytes:
    """A passage comes again and again."""
    start = chance.randrange(len(text))
    piece = text[start : start + chance.randrange(1, 400)]
    times = chance.choice([2, 30, 600])
    return (text[:start] + piece * times + text[start:]).encode()


def unbroken(text: str, chance: random.Random) -> bytes:
    """Line ends are lost, or all white space is."""
    return (" ".join(text.split()) if chance.random() < 0.7 else "".join(text.split())).encode()


def broken(text: str, chance: random.Random) -> bytes:
    """A line end after every few letters."""
    width = chance.choice([1, 7, 25])
    return "\n".join(text[at : at + width] for at in range(0, len(text), width)).encode()


def strewn(text: str, chance: random.Random) -> bytes:
    """Labels, marks and characters of no use stand where none belong."""
    for _ in range(chance.choice([1, 10, 200])):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(_TOKENS) * chance.choice([1, 1, 40]) + text[at:]
    return text.encode()


def miswritten(text: str, chance: random.Random) -> bytes:
    """The encoding is another, or two."""
    encoding = chance.choice(
        ["cp1252", "mac_roman", "cp850", "iso8859_15", "utf-16-le", "utf-16-be", "utf-16", "utf-32"]
    )
    at = chance.randrange(len(text)) if chance.random() < 0.4 else len(text)
    return text[:at].encode(encoding, "ignore") + text[at:].encode()


def spoilt(text: str, chance: random.Random) -> bytes:
    """UTF-8 was taken for something else, once or more."""
    for _ in range(chance.randrange(1, 4)):
        text = text.encode().decode(chance.choice(["latin-1", "mac_roman", "cp437", "cp850"]))
    return text.encode()


def shouted(text: str, chance: random.Random) -> bytes:
    """All in capitals, in small letters, or without accents."""
    return chance.choice([text.upper(), text.lower(), text.encode("ascii", "ignore").decode()]).encode()


MUTATIONS: tuple[Callable[[str, random.Random], bytes], ...] = (
    cut_short, cut_front, hole, noise, swapped, shuffled, repeated, unbroken, broken, strewn, miswritten, spoilt,
    shouted,
)  # fmt: skip
