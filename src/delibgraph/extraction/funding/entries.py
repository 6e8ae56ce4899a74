"""Names in lists of grants that are told in prose: at the head of an item or a row, in its line, right after its sum.

In a list whose sums stand first ("les subventions suivantes : 500 € à l'Amicale, 300 € : Chorale") every name is that
of the sum before it, and none stands before its sum.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from delibgraph.extraction.funding.changes import SCHEDULE_REACH
from delibgraph.extraction.funding.payees import is_financer, is_nobody, is_recipient
from delibgraph.extraction.funding.recipients import RECIPIENTS
from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.funding.wording import GIVEN_AS, GIVING
from delibgraph.extraction.text.money import Amount
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Span

ITEM = regex.compile(
    r"(?m)^[ ]*(?:[-–•*▪§]|\d{1,2}[ ]?[/)°](?=[ ]?\p{L}))[ ]*(?P<name>[^:\n€]{2,80}?)[ ]*"
    r"(?::[ ]*\n?[ ]*\Z|,?[ ](?:soit|(?:pour[ ]+un|d'un)[ ]+montant[ ]+de|pour[ ]+la[ ]+somme[ ]+de)[ ]*:?[ ]*\Z|"
    r"[ ]*[–-][ ]+(?:une?[ ]+)?(?P<said>subvention|aide|avance|acompte|dotation|participation|prime|bourse|cotisation)"
    r"(?:[ ]+\p{L}+){0,2}?[ ]+(?:de|d'un[ ]+montant[ ]+de)[ ]+\Z)"
)
"""A beneficiary that heads an item of a list, right before its sum."""
YEARLY = regex.compile(
    r"(?m)^[ ]*(?:[-–•*▪§][ ]*)?(?:en[ ]|année[ ]|exercice[ ])?20\d\d[ ]*[:–-][ ]*\Z", regex.IGNORECASE
)
"""A year that heads an item of a schedule, right before its sum."""
SAYS_GRANT = regex.compile(
    r"(?<!\w)(?:subvention|aide|participation|contribution|dotation|versement|attribution|octroi)s?(?!\w)"
)
"""What is said of a sum, and no name: "- autorise le versement d'une subvention d'un montant de 500 €"."""
ROW = regex.compile(r"(?m)^[ ]*(?P<name>\p{Lu}[^:\n€]{2,80}?)(?:[ ]{2,}|[ ]*\.{3,})[ ]*$")
"""A beneficiary in a row of a table of grants, its sum in the next column."""
_ENTRY = regex.compile(
    r"(?:\G|:)[\s.,;)•–-]*(?:et[ ]+|ainsi[ ]+que[ ]+)?(?:(?P<name>[«\"]?[ ]?\p{Lu}[^:;€\n]{1,90}?)[ ]*[:=(–-]?|"
    r"(?P<name>\p{Ll}[^:;€\n()]{3,60}?)[ ]*\(\d+[ ]\p{L}[^()€]{2,30}\)[ ]*:?)[ ]*$"
)
"""A beneficiary in a list that runs on in its line: "Rues Vertes : 500 €. Vidour Judo : 200 €"."""
_NO_ENTRY = regex.compile(
    rf"{GIVING.pattern}|\G(?:(?:le|la|les|sa|un|une)[ ])?(?:dossier|demande|candidature)s?(?!\w)|"
    rf"\G(?:de[ ]|du[ ]|des[ ]|d'|aupres)|(?<!\w)(?:ht|ttc|octroi|soit|montant)(?!\w)|"
    rf"(?<!\w)(?:de|d'|a)[ ]*$"
)
"""What makes the words before a sum a sentence, or names who pays it."""
_LIST_OPENS = regex.compile(
    r"(?:suivante?s?|ci-(?:dessous|apres)|reparti\w*|comme[ ]+suit|liste|subventions|associations|"
    r"attribuees?|chaque|chacune?)[^.\n]{0,80}:"
)
HEADING_REACH = 400
"""Characters before a list in which its heading stands."""
BULLET = regex.compile(r"[ ]*[-–•*▪§]")
NAMED_AFTER = regex.compile(r"[ ]*[:–-]?[ ]*(?P<name>\p{Lu}[^,;:.(\n–]+?)(?=[ ]*(?:[,;:.(\n–]|[ ]-[ ]|$))")
"""A beneficiary right after its sum, without a preposition ("2 000 € DURAND Léa – atelier")."""

_HEAD = regex.compile(
    r"\W*(?:(?:\d[\d/.°-]*|[a-zA-Z]|[IVX]+)[.)°/]*[ ]+[–-]?[ ]*)?(?:(?:question|point|affaire|"
    r"dossier)[ ]*(?:n[ ]?[°o])?[ ]*\d+[ ]*[:.–-][ ]*)?"
    r"(?P<name>\p{L}[^.:;\n€]{2,70}?)(?:[ ]*\([^)\n]*\))?[ ]*(?:\.|:|[ ]–)[ ]+",
    regex.IGNORECASE,
)


def head_of(view: View, at: int) -> str | None:
    """The beneficiary that heads the paragraph of a sum by its name alone ("Amicale du Ru. Le conseil verse 200 €")."""
    line = view.plain.rfind("\n", 0, at) + 1
    heads = (_HEAD.match(view.plain, line, at), _HEAD_LINE.search(view.plain, max(0, line - _LONGEST_HEAD), line))
    names = (head["name"] for head in heads if head)
    return next((name for name in names if is_recipient(name) and not _STATED.fullmatch(name)), None)


def spoken_of(view: View, at: int) -> str | None:
    """Who does something in the first sentence of the paragraph of an offset ("La commune de Brou propose …")."""
    first = _DOES.match(view.plain, max(view.plain.rfind("\n\n", 0, at), 0), at)
    return first["name"].replace("\n", " ") if first and is_recipient(first["name"]) else None


_DOES = regex.compile(
    r"\s*(?:[^\n.]{2,60}\n)?(?:L['’]|La[ ]|Le[ ])(?P<name>\p{Ll}{3,}[^.,;:€()]{2,60}?)[ \n]"
    r"(?:propos|demand|sollicit|souhait|organis|envisag|prévoi|accueill|projett)(?:e|t|era|ait)[ ]"
)
_HEAD_LINE = regex.compile(
    r"(?:^|\n)[ ]*(?:\d{1,2}[ ]?[.)°/–-]+[ ]*)?(?P<name>\p{Lu}[\p{Lu}\d'’ .&-]{4,70})[ ]*:?[ ]*\n(?:[ ]*\n)?\Z"
)
_LONGEST_HEAD = 90
"""A name in capitals on the line above."""


_STATED = regex.compile(r"(?:L['’]|L[ae]s?[ ])\p{Ll}[^\p{Lu}]+")
"""The words of a sentence on whom an article and a common noun alone tell of."""
_BARE = regex.compile(r"(?:(?:l'|la|le|cette|cet|ce|meme|dite?|au)[ ]?)*(?P<noun>\p{Ll}{4,})")
_BACK = 1200
"""Characters before a sum in which a noun has its name."""


def in_full(view: View, printed: str, at: int) -> str | None:
    """The name that a noun alone stands for ("au pôle", "ce fonds"): the last one told with that noun before."""
    noun = _BARE.fullmatch(fold(printed)) if printed.islower() else None
    if noun is None or noun["noun"] not in RECIPIENTS:
        return None
    named = [*_named_by(noun["noun"]).finditer(view.plain, max(0, at - _BACK), at)]
    told = next((match for match in reversed(named) if fold(match["noun"]) == noun["noun"]), None)
    return told[0] if told else None


@lru_cache(maxsize=256)
def _named_by(noun: str) -> regex.Pattern[str]:
    """A pattern for a proper name behind a noun, on plain text."""
    noun = "".join(f"[{letter}{_ACCENTED.get(letter, '')}]" for letter in noun)
    return regex.compile(
        rf"(?<!\w)(?P<noun>(?i:{noun}))[ ]+(?:[«\"][^»\"\n]+[»\"]|\p{{Lu}}[\p{{L}}\d'&-]*(?:[ ]+(?:(?:de|du|des|"
        rf"la|le|les|et|d')[ ]*)*\p{{Lu}}[\p{{L}}\d'&-]*)*|"
        rf"(?:(?:de[ ](?:la[ ]|l')?|des[ ]|du[ ]|d')\p{{Ll}}[\p{{L}}-]+[ ]){{1,2}}"
        rf"(?:de[ ](?:la[ ]|l')?|des[ ]|du[ ]|d')"
        rf"\p{{Lu}}[\p{{L}}-]*)"
    )


_ACCENTED = {"e": "éèêë", "a": "àâ", "o": "ôö", "i": "îï", "u": "ùûü", "c": "ç"}


def entry(view: View, amount: Amount, clause: Span, told: Span, left: Sum | None) -> regex.Match[str] | None:
    """The name before a sum in a list that runs on in its line, opened by words such as "suivantes :"."""
    entry = _ENTRY.search(view.plain, clause[0], amount.start)
    if entry is None or _NO_ENTRY.search(view.folded, *entry.span("name")):
        return None
    if is_nobody(entry["name"]) or is_financer(entry["name"]):
        return None
    goes_on = left is not None and left.listed and clause[0] - left.amount.end < SCHEDULE_REACH
    before = max(0, told[0] - HEADING_REACH), entry.start("name")
    opened = _LIST_OPENS.search(view.folded, *before) or GIVEN_AS.search(view.folded, *before)
    return entry if goes_on or opened else None


_LED_OPENED = regex.compile(
    r"(?:(?:suivante?s?|ci-(?:dessous|apres)|comme[ ]+suit|liste|subventions?|attribuees?)[^.\n:€]{0,80}"
    r"|(?<!\w)(?:attribu|accord|allou|octro[iy]|vers|vot|individualis)(?:e|er|ent)(?!\w)[^.\n:€]{0,60}):"
    r"(?P<mark>[^\p{L}\d€]{0,12}(?:\p{L}[ ]{1,2})?)$"
)
"""Words that open a list, with nothing but a bullet between them and the first sum; OCR makes letters of bullets."""
_LED_REACH = 160
_LED_NEXT = regex.compile(
    r"(?:\n[^\p{L}\d€]{0,12}(?:\p{L}[ ]{1,2})?|[,;.•–-][ ]*(?:(?:et|puis|ainsi que)[ ]+)?(?:une?[ ]+\w+[ ]+de[ ]+)?)$"
)
"""What parts the name of one sum from the next sum."""
_LED_LONGEST = 200
"""Characters between two sums of such a list."""
_LED_TO = (
    r"(?:(?:à|au|aux|pour|(?:en faveur|au profit|au bénéfice) (?:d['’]|de|du|des))[ ]*"
    r"(?:l['’ ][ ]?|la[ ]|le[ ]|les[ ])?)?"
)
_LED_NAMED = regex.compile(
    rf"[\s.:=_(|/–—-]{{0,60}}{_LED_TO}[ ]*(?P<name>[«\"]?[ ]?\p{{Lu}}[^,;:.()\n–€]+?)"
    r"(?=[ ]*(?:[,;:.()\n–]|[ ]-[ ]|[ ]pour[ ]|$))"
)
"""A beneficiary after its sum."""


_LED_ENDED = regex.compile(
    r"[ ]+(?:-[ ]*$|(?i:adopt|approuv|vot[ée]e?s?(?!\p{L})|unanim|d[ée]lib[ée]r|ce[ ]dossier|cette[ ]d|apr[èe]s[ ]|"
    r"consid[ée]rant|l[ea][ ](?:conseil|comit[ée]|bureau|commission|assembl[ée]e)|fait[ ]et[ ]|ainsi[ ]fait).*$)"
)
"""Where a text without lines goes on behind the last name of a list."""


def is_led(view: View, at: int, after: int, left: int | None) -> bool:
    """Whether the sum at an offset stands before its name: first in a list that opens right before it, or the next of
    such a list, whose last sum ends at ``left``."""
    if left is not None:
        return at - left < _LED_LONGEST and _LED_NEXT.search(view.folded, left, at) is not None
    return _LED_OPENED.search(view.folded, max(after, at - _LED_REACH), at) is not None


def name_led(view: View, told: Span) -> str | None:
    """The name that begins right after a sum."""
    named = _LED_NAMED.match(view.plain, *told)
    return named["name"] if named else None


def ended(name: str) -> str:
    """A name of such a list without what a text that has lost its lines says next."""
    return _LED_ENDED.sub("", name)
