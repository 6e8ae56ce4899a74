"""Sums that a sentence tells and this decision does not give: refused, put off, taken back, asked for, given before.

Each is told of somebody, and so is background where it is known of whom. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

UNDONE = regex.compile(
    r"(?<!\w)(?:(?:annul|abrog|revoqu|refus|rejet|ajourn)\w*(?![ ]+et[ ]+remplac)[ ][^.;]{0,60}"
    r"(?:subvention|aide|participation|demande|versement|dossier|attribution|credits?[ ]de|reliquat|engagement|solde|"
    r"deliberation[^.;€]{0,60}(?:attribu|accord|allou|octroy|vers)ant)|"
    r"retir\w+[ ]+(?:la|le|cette|l')[ ]?|"
    r"refus\w*[ ]+(?:d'|de[ ]|a[ ]|au[ ]|l')|report(?:e|er)?[ ]+(?:du|le)[ ]+vote|vote[ ]+(?:est[ ]+)?reporte|"
    r"defavorable|ne[ ]+(?:pas[ ]+)?(?:\w+[ ]+)?(?:pas[ ]+)?(?:donn|accord|attribu|vers|allou|octro|reconduir|"
    r"subventionn)\w*)"
)
"""What takes a grant back, refuses it or puts it off."""
_UNDONE = r"(?:rejet|refus|ajourn|annul|retir|supprim|report|ecart)ee?s?(?!\w)"
_UNDONE_AFTER = regex.compile(
    rf"(?:(?!(?<!\w)(?:demande(?!e?s?[ ]*\))|dossier|candidature|accord\w+|attribu(?:e|er|ent)(?!\w)))[^.;€]){{0,160}}?"
    rf"(?:(?<!\w)(?:est|sont|sera|seront|a[ ]ete|ont[ ]ete|etant)[ ]+(?:\w+[ ]+)?{_UNDONE}|[:→=>][ ]*{_UNDONE}|"
    rf"(?<!\w)(?:n'est|ne[ ]sont)[ ]pas[ ]\w+ee?s?(?!\w)|sans[ ]suite)"
)
"""What says so behind the sum ("le dossier de X (6 000 €) est rejeté", "demande de 600 € : refusée")."""
_UNDONE_BELOW = regex.compile(rf"[^.;€\n]{{0,60}}\n\s*(?:[|–:-][ ]*)?{_UNDONE}[ .]*(?=\n|$)")
"""The outcome on the line below a sum ("Rejetée")."""
_ASKS_FOR = regex.compile(r"(?<!\w)(?:propos|demand|sollicit|subvention)\w*")
_REFUSES_NEXT = regex.compile(
    r"[^.€]{0,90}?(?<!\w)(?:conseil|comite|bureau|commission|assemblee|elus|il)(?:[ ]\w+){0,3}?[ ]"
    r"(?:refus|rejet|ajourn|n'acced|n'accord|ne[ ]+(?:\w+[ ]+){0,2}pas)\w*"
)
"""A sentence that refuses what the one before it proposes."""
_DEFINITE = regex.compile(
    r"(?<!\w)(?:la|l'|cette|les|des|son|sa|leur|aux?)[ ]?(?:subvention|aide|participation|dotation|somme|montant|"
    r"acompte|avance)s?"
    r"(?:[ ]+(?!(?:de|d'))\w+){0,2}[ ]+(?:de|d'un[ ]montant[ ]de|d')[ ]*$|(?<!\w)(?:des|les|aux)[ ]+$"
)
_GIVEN_THEN = regex.compile(
    r"[ ,]+(?:qui[ ](?:lui[ ])?(?:a|ont|avait)[ ]ete[ ])?(?:deja[ ]+)?(?:attribue|accorde|verse|alloue|vote|donne|"
    r"octroye|percu|inscrit|obtenu)"
    r"e?s?(?!\w)[^.;€]{0,60}?(?:(?:le|du)[ ]\d|en[ ](?:19|20)\d\d|en[ ](?:janvier|fevrier|mars|avril|mai|juin|"
    r"juillet|aout|"
    r"septembre|octobre|novembre|decembre)|l'an[ ]|par[ ](?:la[ ])?deliberation|lors|precedemment|"
    r"l'annee[ ](?:derniere|passee))"
)
"""A grant of another day ("la subvention de 500 € attribuée le 3 mars 2022")."""
_ALREADY = regex.compile(
    r"(?:(?!(?<!\w)(?:complement|plus|sus|outre|deduction)(?!\w))[^.;,€]){0,30}?"
    r"(?<!\w)deja[ ]+(?:vote|verse|attribue|accorde|alloue|percu|recu|octroye|obtenu)e?s?(?!\w)"
)
_ALREADY_BEFORE = regex.compile(
    r"(?<!\w)(?:deja[ ]+(?:\w+[ ]+)?(?:vote|verse|attribue|accorde|alloue|percu|recu|octroye|obtenu|beneficie)e?s?"
    r"[^.;€]{0,70}|(?:en[ ]+(?:complement|plus|sus)|s'ajout\w+)[ ]+(?:de|d'|des|du|a|aux?)(?!\w)[^.;,€]{0,70})$"
)
"""What was given already, or what the grant is added to ("en complément des 800 € votés en mars")."""
_LENT = regex.compile(
    r"[ ,]*(?:lui[ ]|leur[ ])?(?:a|ont|avait)[ ]ete[ ](?:deja[ ])?(?:verse|attribue|accorde|alloue|octroye)e?s?"
)
"""An advance told before ("une avance de 6 000 € lui a été versée en janvier")."""


_PUT_OFF = regex.compile(
    r"[^€]{0,400}?(?<!\w)(?:(?:vote|point|dossier|decision|question|demande|examen|rapport)[ ](?:\w+[ ]){0,3}?"
    r"(?:reporte|ajourne|retire|differe)e?(?!\w)|(?:reporte|ajourne|retire)[ ](?:le|la|ce|cette)[ ]"
    r"(?:vote|point|dossier|decision|question|demande))"
)
"""What puts off a proposal, a few sentences further on."""
_BESIDES = (
    r"(?:region|departement|etat|communaute[ ]\w+|metropole|europe|feder|ademe|caf|drac|agence[ ]de[ ]l'eau|adagp)"
)
_GIVES_BESIDES = regex.compile(
    rf"(?<!\w)(?:l'|la[ ]|le[ ]){_BESIDES}[ ](?:[^\s,.;:€]+[ ]){{0,5}}?(?:apport|interv|contribu|cofinanc|s'engage)\w*"
    r"(?![ ]+pas)[^.;€]{0,60}$"
)
_GIVEN_BESIDES = regex.compile(
    rf"[ ]*(?:(?:apporte|finance|pris[ ]en[ ]charge|attendu|obtenu|promis)e?s?[ ](?:par|de)[ ]|de[ ]|d')"
    rf"(?:l'|la[ ]|le[ ])?{_BESIDES}(?!\w)"
)
"""What others give beside the body ("la Région intervient pour 9 000 €", "500 k€ de l'ADEME")."""


_VOTED_THEN = regex.compile(
    r"[ ,]*(?:a|ont)[ ]+(?:deja[ ]+)?ete[ ]+(?:vote|attribue|accorde|alloue|octroye|verse)e?s?[ ]+"
    r"(?:le[ ]+\d|en[ ]+(?:20\d\d|"
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|"
    r"par[ ]+(?:la[ ]+)?deliberation|lors[ ])"
)
"""What says behind a sum that it was voted on another day ("une subvention de 900 € a été votée le 3 mars")."""


def gives_besides(view: View, told: Span, amount: Span) -> bool:
    """Whether the words beside a sum say that another body gives it."""
    return bool(
        _GIVES_BESIDES.search(view.folded, told[0], amount[0]) or _GIVEN_BESIDES.match(view.folded, amount[1], told[1])
    )


def is_refused(view: View, told: Span, amount: Span) -> bool:
    """Whether what stands behind a sum, in its sentence, on the line below or in the next sentence, refuses it or puts
    it off."""
    if _UNDONE_AFTER.match(view.folded, amount[1], told[1]) or _UNDONE_BELOW.match(view.folded, amount[1]):
        return True
    if _ASKS_FOR.search(view.folded, *told) is None:
        return False
    return bool(
        _REFUSES_NEXT.match(view.folded, told[1], told[1] + _REACH)
        or ("propos" in view.folded[slice(*told)] and _PUT_OFF.match(view.folded, told[1]))
    )


def is_undone(view: View, told: Span, amount: Span) -> bool:
    """Whether a sentence, or the one after it, says that its sum is refused, put off or taken back."""
    return takes_back(view, told[0], amount[0]) or is_refused(view, told, amount)


def takes_back(view: View, start: int, at: int) -> bool:
    """Whether the words of a sentence before a sum take it back, up to those that give another."""
    anew = [match.end() for match in _ANEW.finditer(view.folded, start, at)]
    return UNDONE.search(view.folded, anew[-1] if anew else start, at) is not None


_ANEW = regex.compile(
    r"(?<!\w)et[ ]+(?:de[ ]+)?(?:(?:lui|leur|y)[ ]+)?(?:attribu|accord|allou|octro[iy]|vers|vot|fix|decid)"
    r"(?:e|er|ent)(?!\w)"
)
"""What gives another sum behind one that is taken back ("annule … et lui attribue 600 €")."""


def is_given_before(view: View, clause: Span, told: Span, amount: Span) -> bool:
    """Whether the words beside a sum say that it was given on another day."""
    then = _GIVEN_THEN.match(view.folded, amount[1], told[1]) and _DEFINITE.search(view.folded, clause[0], amount[0])
    return bool(
        then
        or _ALREADY.match(view.folded, amount[1], told[1])
        or _ALREADY_BEFORE.search(view.folded, told[0], amount[0])
        or _LENT.match(view.folded, amount[1], told[1])
        or _VOTED_THEN.match(view.folded, amount[1], told[1])
    )


_REACH = 200
"""Characters of the sentence after a proposal in which it is refused."""
