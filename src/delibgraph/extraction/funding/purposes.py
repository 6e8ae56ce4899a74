"""What money is for, as its clause says, and the account that the expense is charged to.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from delibgraph.extraction.text.view import View, tidy

_PURPOSE = regex.compile(
    r"""
    (?: au[ ]+titre[ ]+d(?:e[ ]+la[ ]+|e[ ]+l'[ ]?|u[ ]+|es[ ]+|e[ ]+)
      | pour[ ]+(?:le[ ]+|la[ ]+|l'[ ]?|les[ ]+)?
      | destinee?s?[ ]+a[ ]+(?:la[ ]+|l'[ ]?)?
      | en[ ]+vue[ ]+d(?:e[ ]+|u[ ]+|') )
    (?!(?:(?:l')?(?:annee|exercice)|\d{4}|un[ ]montant|(?:la[ ]+|l')?(?:presente[ ])?(?:convention|avenant|subvention)))
    (?P<purpose>(?:[«"][^»"]{1,200}[»"]|[^,;.«»"]|\.(?=\d)){4,240}?)
    (?=[ ]*(?: [,;.] | \n[ ]*\n | $
      | (?<!\w)(?:selon|et[ ]+approuve|dans[ ]+les[ ]+conditions|pour[ ]+un[ ]+montant|d'un[ ]+montant)(?!\w) ))
    """,
    regex.VERBOSE,
)
_QUOTED_ACTION = regex.compile(
    r"^(?:action|operation|projet|programme|evenement|manifestation)[ ]*[«\"](?P<name>[^»\"]+)[»\"]"
)
_WHOLLY_QUOTED = regex.compile(r"^[«\"](?P<name>[^»\"]+)[»\"](?:[ ]+(?:en|pour)[ ]+(?:l'année[ ]+)?\d{4})?$")
_NO_PURPOSE = regex.compile(r"(?:l'?)?(?:année|exercice)?\s*\d*")
_ANAPHORA = regex.compile(r"(?<!\w)(?:cette|cet|ce)[ ]+(?P<noun>\p{L}{4,})")
_SO_CALLED = regex.compile(r"(?<=\p{L})[ ]dite?[ ]")
_ANTECEDENT_REACH = 600
"""Characters before a sentence in which the thing that it points back at is named."""

_ACCOUNT = regex.compile(
    r"(?i)(?<!\w)(?:compte|article|nature|imputation)[ ]*(?:n[ ]?[°o])?[ ]*:?\s{0,4}[«\"]?[ ]?"
    r"(?!1er(?!\w)|\d(?![\w/-]))"
    r"(?P<line>(?=[\w/-]*\d|\p{Lu}+-\p{Lu}+|\p{L}+-\p{L}+)[\w/-]+(?:[ ]\d{3}(?!\d))?(?:-\w+)*)"
)
_CHAPTER = regex.compile(r"(?i)(?<!\w)chapitre[ ]*(?:n[ ]?[°o])?[ ]*:?\s{0,4}[«\"]?[ ]?(?P<line>\d{2,4})(?!\d)")
"""Where the text tells no account, the chapter that it belongs to."""
_CHARGED = regex.compile(r"imput|inscri|budget|credit|chapitre|subvention|verse|article[ ]6")
_LAST = regex.compile(r"cette[ ]+derniere")
_PARTED_DIGITS = regex.compile(r"(?<=\d) (?=\d)")


def purpose_of(view: View, start: int, end: int) -> str | None:
    """What the money is for ("au titre de …", "pour …"), as printed."""
    match = _PURPOSE.search(view.folded, start, end)
    if not match:
        return None
    start, end = match.span("purpose")
    if quoted := _QUOTED_ACTION.match(view.folded[start:end]):
        start, end = start + quoted.start("name"), start + quoted.end("name")
    text = tidy(view.plain[start:end])
    if whole := _WHOLLY_QUOTED.match(text):
        text = tidy(whole["name"])
    return None if _NO_PURPOSE.fullmatch(text) else text


def antecedent(view: View, start: int, end: int) -> str | None:
    """What "cette phase" stands for: the phrase in the text before the sentence that the same noun heads."""
    pointed = _ANAPHORA.search(view.folded, start, end)
    if not pointed:
        return None
    named = list(_introduced(pointed["noun"]).finditer(view.folded, max(0, start - _ANTECEDENT_REACH), start))
    return _SO_CALLED.sub(" ", tidy(view.plain[slice(*named[-1].span("phrase"))])) if named else None


@lru_cache(maxsize=1024)
def _introduced(noun: str) -> regex.Pattern[str]:
    """A pattern for "une phase dite d'accélération"."""
    return regex.compile(rf"une?[ ]+(?P<phrase>{regex.escape(noun)}(?:[ ]+dite)?[ ]+d(?:e[ ]+|')[^\s,.;]+)")


def budget_line(view: View, start: int) -> tuple[str, bool] | None:
    """The account that the expense is charged to, and whether it is the last grant's alone ("cette dernière")."""
    for match in (*_ACCOUNT.finditer(view.plain, start), *_CHAPTER.finditer(view.plain, start)):
        first = max(start, match.start() - 160, view.plain.rfind("\n-", 0, match.start()))
        told = view.folded[first : match.end() + 40]
        if _CHARGED.search(told):
            return _PARTED_DIGITS.sub("", match["line"]), bool(_LAST.search(told))
    return None
