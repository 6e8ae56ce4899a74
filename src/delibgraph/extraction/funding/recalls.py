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
      | (?:aide|subvention|participation|dotation|montant)\s+(?:de\s+(?:l'année\s+|l'exercice\s+)?(?:19|20)\d\d
        |de\s+l'an\s+(?:passé|dernier)|(?:19|20)\d\d|précédente?|initiale?|antérieure?)\s+
        (?:étant|ayant\s+été|s'élevant)[ ]+(?:de|à)?
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
    r"obtenu)e?s?|"
    r"(?:deja[ ]+)?(?:aide|soutenu|subventionne|dote|accompagne)e?s?[ ]+(?:deja[ ]+)?(?:en[ ](?:19|20)\d\d|"
    r"l'an[ ](?:dernier|passe)|l'annee[ ](?:derniere|passee)|precedemment|auparavant)[ ]+(?:a[ ]hauteur[ ]de|pour|"
    r"de|d'un[ ]montant[ ]de|par)|"
    r"remerci(?:e|ent|ements?)[ ][^.;€]{0,120}?(?:pour|de|suite[ ]a)[ ](?:la|l'|son|cette|le)[ ]?(?:subvention|aide|"
    r"don|soutien|participation|versement))(?!\w)"
)
"""Whoever had or received money, where nothing calls it a grant."""

THANKS = regex.compile(
    r"(?:remerciements?[ ](?:de[ ]l['’][ ]?|de[ ]la[ ]|du[ ]|des[ ]|de[ ]|d['’])(?:association[ ])?"
    r"(?P<name>\p{L}[^.,;:()€]{2,80}?)[ ]|"
    r"(?:[Ll]['’]|[Ll][ea]s?[ ])?(?:association[ ])?(?P<other>\p{Lu}[^.,;:()€\n]{2,80}?)[ ]"
    r"(?:a[ ])?remerci(?:e|ent|é|ait)[ ]"
    r"[^.;:€]{0,80}?)"
    r"(?:pour|de|suite[ ]à)[ ](?:la|l['’]|son|sa|cette|le)[ ]?"
    r"(?:subvention|aide|don|soutien|participation|versement)(?!\w)"
)
"""Who thanks for a sum ("remerciements du Foyer pour la subvention de 90 €", "la Chorale remercie le conseil …")."""


def is_recalled(view: View, start: int, end: int) -> bool:
    """Whether the words of a sentence before a sum recall it."""
    return _RECALLED.search(view.plain, start, end) is not None


def tells_received(view: View, start: int, end: int) -> bool:
    """Whether the words of a sentence before a sum say that somebody had received it."""
    return _GOT.search(view.folded, start, end) is not None
