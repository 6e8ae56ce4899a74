"""Sums of earlier years that a sentence recalls: "l'aide versée en 2019 s'élevait à 800 €"."""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View

_RECALLED = regex.compile(
    r"""
    (?<!\w)(?:
        (?:il[ ]+(?:est|sera|a[ ]+été|convient[ ]+de|faut)[ ]+|(?:est|en)[ ]+)rappel(?:ée?|er|ant)(?!\w)
      | rappelle(?:nt)?[ ]+(?:que[ ]+)?(?:la|le|l'|les|cette)(?!\w)
      | pour[ ]+(?:mémoire|memoire|rappel)(?!\w) | (?:à[ ]+titre[ ]+de[ ]+)?rappel[ ]*:
      | (?:aide|subvention|participation|contribution|cotisation|dotation|soutien|concours|montant|somme)s?(?!\w)
        (?:(?!(?<!\w)(?:demand|sollicit|propos))[^.;€]){0,140}?(?<!\w)
        (?:s['’][ ]?élevai(?:t|ent)|s['’][ ]?est[ ]+élevée?|se[ ]+(?:sont[ ]+élevée?s|montai(?:t|ent)|chiffrai(?:t|ent))
          |étai(?:t|ent)|atteignai(?:t|ent)|représentai(?:t|ent)|a[ ]+été)
        [ ]+(?:(?:alors|jusqu'ici|fixée?s?|arrêtée?s?)[ ]+)*(?:à|de)?
      | (?:perce|rece)vai(?:t|ent) | (?:bénéficiai|touchai|obtenai|allouai|accordai|attribuai|versai|fixai|prévoyai)
        (?:t|ent)
      | [Vv][Uu][ ][^.;]{0,60}délibération[^.;]{0,80}
        (?:approuvant|accordant|attribuant|allouant|fixant|octroyant)[ ]
      | (?:convention|délibération|arrêté|décision|avenant)s?[ ](?:n°[ ]?\S+[ ])?(?:du|en[ ]date[ ]du)[ ]
        \d{1,2}(?:er)?[ ]\p{L}+[ ]\d{4}[^.;€]{0,60}(?<!\w)(?:accordant|attribuant|allouant|octroyant|versant) )(?!\w)
    (?:(?!(?<!\w)(?:décid|propos|demand|sollicit|souhait|(?:attribu|accord|allou|octro[iy]|vers|vot|fix|port)(?:er?|ent|ant)
      (?!\w)))[^.;]|(?<=\d)[.]){0,200}$
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
"""What recalls the sum after it, on plain text, which tells "verse" from "versé": words such as "il est rappelé", or
the imperfect ("l'aide versée en 2019 s'élevait à"); a verb that gives, asks or proposes ends it."""
_GOT = regex.compile(
    r"(?<!\w)(?:avai(?:t|ent)[ ]+(?:\w+[ ]+)?(?:percu|recu|touche|obtenu)|(?:perce|rece)vai(?:t|ent)|"
    r"(?:avai(?:t|ent)|a|ont)[ ]+(?:deja[ ]+)?(?:soutenu|aide|subventionne|finance|appuye|recu|percu|touche|"
    r"obtenu)e?s?)(?!\w)"
)
"""Whoever had or received money, where nothing calls it a grant."""


def is_recalled(view: View, start: int, end: int) -> bool:
    """Whether the words of a sentence before a sum recall it."""
    return _RECALLED.search(view.plain, start, end) is not None


def tells_received(view: View, start: int, end: int) -> bool:
    """Whether the words of a sentence before a sum say that somebody had received it."""
    return _GOT.search(view.folded, start, end) is not None
