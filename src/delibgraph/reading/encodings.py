"""Bytes become text: by their mark, as UTF-8, as UTF-16, else in whichever single-byte encoding gives plausible French.

No detector of encodings is asked: on 21 deliberations in five encodings charset-normalizer took 9 of 63 Windows-1252
pieces for something else and chardet every CP850 one, for they weigh all languages. Here one language is expected, so
each letter beyond ASCII is weighed where it stands.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

import regex

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE_BYTE = ("cp1252", "latin-1", "iso8859_15", "mac_roman", "cp850")
"""Those that French offices wrote in, the likeliest first: it is taken where two read alike."""

_SAMPLE = 200_000
"""Bytes that are looked at to choose; a record of that length has thousands of accents."""

_LETTERS = {
    **dict.fromkeys("éàè", 4.0),
    **dict.fromkeys("êçôîûùâ", 3.0),
    **dict.fromkeys("ëïœ", 2.0),
    **dict.fromkeys("ÉÈÀÊÇ", 3.0),
    **dict.fromkeys("ÎÔÂËÏÛÙŒ", 2.0),
    **dict.fromkeys("áíóúñãõäöüÿßåøæšžÁÍÓÚÑÄÖÜŠŽÅØÆ", -0.5),
}
"""How likely French writes the letter: those of its own alphabet, those of its citizens' names, and no others."""

_SIGNS = {
    "’": regex.compile(r"(?<=\p{L})’(?=\p{L})"),
    "€": regex.compile(r"(?<=[\d\s\u00a0(k])€"),
    "°": regex.compile(r"(?<=[\dnN])°"),
    "«": regex.compile(r"(?<!\p{L})«"),
    "»": regex.compile(r"»(?!\p{L})"),
    "\u00a0": regex.compile(r"(?<=[\d«\p{L})»])\u00a0(?=[\d:;!?»€%\p{L}])|(?<=«)\u00a0"),
    "–": regex.compile(r"(?<!\p{L})–(?!\p{L})"),
    "•": regex.compile(r"(?<!\p{L})•(?!\p{L})"),
    "…": regex.compile(r"…(?!\p{L})"),
    "²": regex.compile(r"(?<=m)²"),
}
"""Where a sign stands as French typography puts it."""

_BEYOND = regex.compile(r"[^\x00-\x7f]")
_CONTROL = regex.compile(r"[\x80-\x9f]")
_ODD = -3.0


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and its encoding; ``mixed`` says that it is UTF-8 with bytes in it that are not."""

    text: str
    encoding: str
    mixed: bool = False


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of the bytes, ``None`` where they are none in any encoding known here.

    ``declared`` is what the file itself says of its encoding; UTF-8 goes before it, for valid UTF-8 is nothing else.
    """
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None) or _wide(data)
    for encoding in filter(None, (marked,) if marked else ("utf-8", declared)):
        try:
            return Decoded(data.decode(encoding), encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    if marked:
        return None
    mixed = _mostly_utf8(data)
    if mixed is not None:
        return Decoded(mixed, "utf-8", mixed=True)
    encoding = likeliest(data)
    return Decoded(data.decode(encoding), encoding)


def likeliest(data: bytes) -> str:
    """The single-byte encoding in which the bytes read most like French."""
    found: list[tuple[float, int, str]] = []
    for rank, encoding in enumerate(SINGLE_BYTE):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((-plausibility(data[:_SAMPLE].decode(encoding)), rank, encoding))
    return min(found)[2]


def count_beyond(text: str) -> int:
    """How many characters are beyond ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def plausibility(text: str) -> float:
    """How much the characters beyond ASCII look like French where they stand: more is better, nothing is 0."""
    return sum(_weight(text, match.start()) for match in _BEYOND.finditer(text))


def _weight(text: str, at: int) -> float:
    char = text[at]
    sign = _SIGNS.get(char)
    if sign is not None:
        return 2.0 if sign.match(text, at) else -1.0
    weight = _LETTERS.get(char, _ODD)
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if weight > 0 and char.islower():
        shouted = before.isupper() and (after.isupper() or not after.isalpha()) and not _opens(text, at - 1)
        return -weight if shouted else weight
    if weight > 0:
        return -weight if before.islower() else weight
    return weight


def _opens(text: str, at: int) -> bool:
    """Whether a word starts there: in "Hélène" a small letter may follow the capital."""
    return at == 0 or not text[at - 1].isalpha()


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in French every other byte is nothing."""
    sample = data[: min(len(data), 4096) // 2 * 2]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


_UTF8 = regex.compile(rb"[\xc3\xc5\xc2][\x80-\xbf]|\xe2[\x80-\x86][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3}")
_RUN = regex.compile(rb"[\x80-\xff]+")


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 that is cut in the middle of a letter, or has a piece in another encoding pasted in: each run as it reads.

    ``None`` where most letters beyond ASCII are no UTF-8.
    """
    reader = codecs.getincrementaldecoder("utf-8")()
    try:
        return reader.decode(data)  # which leaves out a last letter that is cut
    except UnicodeDecodeError:
        pass
    good = bad = 0
    out: list[str] = []
    last = 0
    for match in _RUN.finditer(data):
        out.append(data[last : match.start()].decode("ascii"))
        last = match.end()
        try:
            out.append(match.group().decode("utf-8"))
            good += 1
        except UnicodeDecodeError:
            out.append(_by_piece(match.group()))
            bad += 1
    out.append(data[last:].decode("ascii"))
    return "".join(out) if good > 2 * bad else None


def _by_piece(run: bytes) -> str:
    """The letters of a run that are UTF-8 as such, the others as Windows-1252."""
    out, last = "", 0
    for match in _UTF8.finditer(run):
        out += run[last : match.start()].decode("cp1252", "replace") + match.group().decode("utf-8", "replace")
        last = match.end()
    return out + run[last:].decode("cp1252", "replace")
