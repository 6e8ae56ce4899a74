"""Whose money a sum is: the body's own grant, or what others give, pay in or are asked for.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

import regex

from delibgraph.extraction.funding.told import Sum
from delibgraph.extraction.funding.topics import PAID_IN
from delibgraph.extraction.funding.withheld import takes_back
from delibgraph.extraction.organisations.joining import squeeze
from delibgraph.extraction.text.view import View, fold

_ASKED_OF = regex.compile(
    r"(?:sollicit|demand)\w*[^.;]{0,120}aupres[ ]+d|"
    r"(?<!\w)(?<!(?:la|une|cette|sa|leur|toute|de|vous|ont|avait|avaient|ayant)[ ])(?:sollicit|"
    r"demand)(?:er?|ent|ant)(?!\w)"
    r"(?![ ]+par|[ ]+de[ ]+(?:subvention|aide|participation)[ ]+d|[ ]+(?:(?:a[ ]+l'assemblee|au[ ]+conseil|aux[ ]"
    r"+\w+)[ ]+)?"
    r"(?:de[ ]+(?:bien[ ]+)?(?:vouloir|se[ ]+prononcer|deliberer|verser|voter)|"
    r"d'(?:attribuer|accorder|allouer|octroyer|approuver)))"
)
"""Money that the body asks for."""
_PLACE = regex.compile(r"^(?:la[ ])?(?:commune|ville|mairie)[ ](?:de[ ]|d'|du[ ]|des[ ])")
_BODIES = r"region|departement|etat|communaute|metropole|prefecture|europe|agence[ ]de[ ]l'eau|ademe|caf|feder|drac"
_FUNDERS = regex.compile(
    rf"(?:l'|la[ ]|le[ ])?(?:{_BODIES}|cnfpt|fiphfp|agefiph|anct|anru|anah|ars|carsat|msa|cnc|cnl|detr|dsil|leader|"
    r"feader|fonds[ ]vert|banque[ ]des[ ]territoires)"
)
_FROM = regex.compile(rf"(?:de[ ]|du[ ])(?:{_FUNDERS.pattern})(?!\w)[^.;€]{{0,40}}$")
"""Whose grant it is that a clause speaks of ("une subvention de l'État de 900 €")."""
_GIVER = regex.compile(
    rf"(?<!\w)(?:par[ ]+(?:l'|la[ ]|le[ ])(?P<passive>{_BODIES})(?!\w)|"
    rf"(?<!\w)(?:l'|la[ ]|le[ ])(?P<active>{_BODIES})[ ](?:[^\s,.;]+[ ]){{0,3}}?"
    rf"(?P<them>l'|lui[ ]|y[ ]|leur[ ])?(?:accorde|attribue|verse|alloue|octroie|abonde|apporte)(?!\w))"
)
"""Who else gives the sum of a sentence, told by a verb or by "par"."""
_OPENS_LIST = regex.compile(r"(?r):[ ]*\n")
_LIST_REACH = 600
"""Characters of a list after the colon that opens it."""
_OPENING = 200
"""Characters before that colon in which it is told what the list is of."""


def is_given(view: View, found: Sum, body: str | None) -> bool:
    """Whether a sum is given: neither earlier, nor asked for, nor taken back, nor another body's or the body's own."""
    return not (
        found.past
        or is_body(found.beneficiary, body)
        or _by_another(view, found, body)
        or _is_paid_in(view, found)
        or _ASKED_OF.search(view.folded, found.sentence[0], found.amount.start)
        or takes_back(view, found.sentence[0], found.amount.start)
    )


def _is_paid_in(view: View, found: Sum) -> bool:
    """Whether others pay the sum to the body: its sentence says so, or the words that open the list it stands in."""
    start, at = found.sentence[0], found.amount.start
    opened = _OPENS_LIST.search(view.folded, max(0, at - _LIST_REACH), at)
    return bool(
        PAID_IN.search(view.folded, start, at)
        or (opened and PAID_IN.search(view.folded, max(0, opened.start() - _OPENING), opened.start()))
    )


def is_body(name: str | None, body: str | None) -> bool:
    """Whether a beneficiary is the body that decides ("la commune de Valserre")."""
    told = _PLACE.sub("", fold(name or ""))
    return body is not None and told != fold(name or "") and squeeze(told) == squeeze(_PLACE.sub("", fold(body)))


def _by_another(view: View, found: Sum, body: str | None) -> bool:
    """Whether the sentence says that the State, a region or another such body gives the sum, and it is not this one."""
    if found.listed:
        return False
    start, end = found.sentence
    others = found.beneficiary is None or _FUNDERS.fullmatch(fold(found.beneficiary))
    if others and _FROM.search(view.folded, found.clause[0], found.amount.start):
        return True
    giver = _GIVER.search(view.folded, start, end)
    return giver is not None and (giver["active"] or giver["passive"]) not in fold(body or "")


def adds(view: View, found: Sum, body: str | None) -> bool:
    """Whether another body gives the sum to whom the text speaks of ("la Région l'abonde de 500 €")."""
    giver = None if found.listed else _GIVER.search(view.folded, found.sentence[0], found.amount.start)
    return giver is not None and bool(giver["them"]) and _by_another(view, found, body)
