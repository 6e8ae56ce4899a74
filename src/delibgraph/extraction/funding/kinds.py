"""What money is called: the word beside it, the word that opens its list, the one that a title says.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View, fold, tidy
from delibgraph.facts import Span

_KIND = regex.compile(
    r"""
    (?<!\w) (?P<kind>
        subventions?(?:[ ]+(?:de[ ]+fonctionnement|d['’ ]investissement|d['’ ]equipement
          | exceptionnelle|complementaire|supplementaire|d'equilibre))?
      | cotisations? | adhesions? | contributions?
      | participations?(?![ ]+(?:a[ ]la[ ](?:fete|vie|manifestation|reunion|seance|competition)
          | d(?:e|es|')[ ]?(?:(?:\d+|nos|ses|leurs|la|l')[ ]?)?
            (?:eleve|enfant|jeune|habitant|coureur|club|equipe|public|benevole|population)s?
          | aux?[ ](?:vote|debat|defile|championnat|manifestation|ceremonie|competition)s?)(?!\w))
      | financements? | dotations?
      | fonds[ ]+de[ ]+concours | concours[ ]+financiers? | bourses?
      | aides?(?![ ]+(?:a[ ]domicile|menagere|les[ ]|ces[ ]|chaque[ ]))
      | secours(?![ ]+(?:populaire|catholique|islamique|mutuel|en[ ]montagne))
      | (?<!(?:par|d'|,)[ ]?)avances?(?:[ ]+(?:sur|de)[ ]+(?:la[ ]+|les[ ]+)?subventions?)?
      | (?<=(?:(?<!(?:par|en)[ ])un|deux|trois|premier|les|des)[ ])acomptes?(?=[ ](?:de|d'un|suivants?|ci-|sur)(?!\w))
      | (?<=(?:un|le|ce|du)[ ])don(?=[ ]+(?:de|d'un|exceptionnel|financier))
    ) (?!\w)
    """,
    regex.VERBOSE,
)
_INVARIABLE = ("fonds", "secours")
_NAMES = regex.compile(r"(?<!\w)(?:[Aa]ux?|[àÀ] l'|[Dd]u|[Ll]e|[Ll]'|[Ll]es)[ ]*\Z")
"""What leads to a word that is part of a name ("au Secours des Monts")."""
_GOES_ON = regex.compile(r"\p{Lu}\p{Ll}+[ ]\p{Lu}\p{Ll}")
_LOOSE = regex.compile(r"financement|avance|don(?!\w)")
"""What is said of other money too: it counts in the sum's own clause alone."""
_OPENS_LIST = regex.compile(
    rf"{_KIND.pattern}(?=[^.;€]{{0,90}}?(?:(?<!\w)suivante?s?(?!\w)|ci-(?:dessous|apres|joint)|comme[ ]suit|:[ ]*\n))",
    regex.VERBOSE,
)
"""What the words that open a list call its sums ("les subventions suivantes")."""


def kind_of(view: View, at: int, *places: Span) -> str | None:
    """What the money at an offset is called ("subvention", "cotisation"), in the singular.

    The word that stands last before it counts, else the first after it, in the first of the places that says it.
    """
    match = None
    for start, end in places:
        told = [
            one for one in _KIND.finditer(view.folded, start, end) if _is_said(view, one, own=start == places[0][0])
        ]
        before = [one for one in told if one.start() < at]
        if match := before[-1] if before else next(iter(told), None):
            match = (
                next((fee for fee in told if _FEE.match(fee["kind"])), match)
                if _JOINING.match(match["kind"])
                else match
            )
            break
    return _singular(tidy(view.plain[slice(*match.span("kind"))])) if match else None


def kind_of_list(view: View, start: int, at: int) -> tuple[str | None, bool]:
    """What the words above a list call its sums, and whether they open it ("les subventions suivantes")."""
    headed = [one.end() for one in _HEADED.finditer(view.plain, start, at)]
    start = headed[-1] if headed else start
    opens = [one for one in _OPENS_LIST.finditer(view.folded, start, at) if _is_said(view, one, own=False)]
    if opens and not _JOINING.match(opens[-1]["kind"]):
        return _singular(tidy(view.plain[slice(*opens[-1].span("kind"))])), True
    return kind_of(view, at, (at, at), (start, at)), bool(opens)


_HEADED = regex.compile(r"\.[ ]*\n\s*(?=[\p{Lu}\d '’.,&-]{4,80}\n)(?=[^\n]*\p{Lu}{3})")
"""Where another matter begins: below a full stop, a line in capitals."""


def _is_said(view: View, kind: regex.Match[str], *, own: bool) -> bool:
    """Whether a word calls a sum something: it is no part of a name, nor said of other money further off."""
    start, end = kind.span("kind")
    if _BASE.search(view.folded, max(0, start - _BASE_REACH), start):
        return False
    if not own and _LOOSE.match(kind["kind"]):
        return False
    printed = view.plain[start:end]
    return not (
        printed[:1].isupper()
        and printed[1:2].islower()
        and (_NAMES.search(view.plain, max(0, start - 6), start) or _GOES_ON.match(view.plain, start))
    )


_BASE = regex.compile(r"(?:%|quart|tiers|moitie|dixiemes?|douziemes?)[ ]+(?:de[ ]+(?:la|leur|sa)|des|d'une)[ ]+$")
_BASE_REACH = 24
"""What a share is reckoned from is not what it is called ("25 % de la subvention 2022")."""


def kind_by_verb(view: View, start: int, end: int) -> str | None:
    """What money is called by the verb that gives it ("participe à hauteur de 900 €")."""
    match = _PARTAKES.search(view.folded, start, end)
    return "participation" if match else None


_FEE, _JOINING = regex.compile(r"cotisation"), regex.compile(r"adhesion")
"""Who joins pays a fee: where both are said, the money is the fee."""
_PARTAKES = regex.compile(
    r"(?<!\w)particip(?:e|ent|er)[ ]+(?:financierement[ ]+)?(?:a[ ]+hauteur|pour|au[ ]|a[ ]la|aux[ ]|a[ ]l')"
)


def kind_in(title: str) -> str | None:
    """What a title calls the money."""
    kinds = {
        _singular(tidy(title[slice(*match.span("kind"))])).partition(" sur ")[0]
        for match in _KIND.finditer(fold(title))
        if not match["kind"].startswith("financ")
    }
    told = {kind for kind in kinds if not (_JOINING.match(fold(kind)) and any(map(_FEE.match, kinds)))}
    return told.pop() if len(told) == 1 else None


def _singular(kind: str) -> str:
    word, space, rest = kind.lower().partition(" ")
    if word == "concours":
        return "concours financier"
    return (word if word in _INVARIABLE else word.removesuffix("s")) + space + rest
