"""What a table of sums speaks of: grants, or other money that looks alike (budgets, prices, plans of financing).

The words above it, the words of its heading and the names in its rows tell. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from delibgraph.extraction.funding.payees import is_financer
from delibgraph.extraction.text.view import fold

GIVES = regex.compile(
    r"(?<!\w)(?:subventions?|subv(?=\.)|acomptes[ ]suivants|"
    r"associations?|beneficiaires?|cotisations?|adhesions?|participations?|bourses?|"
    r"dotations?|"
    r"aides?|fonds[ ]+de[ ]+concours|organismes|laureats?|attributions)(?!\w)"
)
"""What the heading of a table of grants speaks of."""
_CALLED = regex.compile(
    r"(?<!\w)(?:subventions?|cotisations?|adhesions?|participations?|bourses?|fonds[ ]+de[ ]+concours)(?!\w)"
)
"""What the money in it is called."""
_OTHER = regex.compile(
    r"plan[ ]+de[ ]+financement|(?<!\w)(?:recettes?|depenses?|"
    r"(?<!(?:sur[ ]+le|au|du)[ ]+)chapitres?(?![ ]+\d[^\n)]{0,40}\)[ ]*:?[ ]*\n)|sections?|"
    r"tarifs?|lots?|marches?|devis|"
    r"loyers?|"
    r"emprunts?|virements?|decisions?[ ]+modificatives?|"
    r"(?<!reparti(?:r|tion)[^.;:]{0,30})credits?"
    r"(?![ ]+(?:sont|seront|inscrits?|ouverts?|prevus?|votes?|disponibles?|necessaires?|correspondants?|"
    r"budgetaires?))|restes?[ ]+a[ ]+realiser|comptes?[ ]+administratif|"
    r"compte[ ]+de[ ]+gestion|couts?|indemnites?|redevances?|taxes?|repas|prix|ventes?|effectifs?|financements?|"
    r"financeurs?|grades?|surface|taux|ttc|ht|entreprises?[ ]+(?:retenues?|consultees?)|factures?|honoraires)(?!\w)"
)
"""What the heading of any other table of sums speaks of."""
_ASKED = regex.compile(
    r"sollicit\w*[^.;]{0,100}aupres|demandes?[ ]+de[ ]+subventions?[ ]+(?:au|a|aupres|dans|pour|de[ ]+l'etat)(?!\w)"
)
PAID_IN = regex.compile(
    r"(?:participation|contribution|quote-?part|cotisation)s?(?:[ ]financieres?|[ ](?:a[ ]appeler|appelees?|demandees?"
    r"|syndicales?|statutaires?|annuelles?))*[ ](?:des|aupres[ ]des|due?s?[ ]par[ ]les)[ ]"
    r"(?:communes|communautes|collectivites|familles|parents|usagers|membres|adherents|habitants|syndicats|budgets)"
)
"""What others pay to the body."""
_NEAR = 160
"""Characters above a table in which its own subject stands."""
_OWN_MEANS = regex.compile(
    r"auto[ -]?financement|fonds[ ]+propres|reste[ ]+a[ ]+(?:la[ ]+)?(?:charge|financer)|solde[ ]+a[ ]+la|"
    r"(?:la[ ]+)?(?:commune|ville|collectivite|metropole|intercommunalite)(?:[ ]*\(?[\d,]+[ ]?%\)?)?[ :.]*$|"
    r"(?:cout|montant|budget)[ ]+(?:total[ ]+)?(?:(?:previsionnel[ ]+)?d(?:es[ ]+travaux|e[ ]+l'operation|u[ ]+projet)|"
    r"h\.?t|t\.?t\.?c)"
)
"""What the body itself pays, in a plan of financing."""
_BUDGET_LINE = regex.compile(
    r"(?:chapitre|article|compte|operation|section|[dr][ ]?\d|\d{2,5}(?![\w']))|(?:recettes|depenses|virement|"
    r"dotations?[ ]|"
    r"excedent|deficit|resultat|charges|produits|travaux|lot[ ]|tva|ht(?!\w)|ttc|montant[ ]+(?:ht|ttc)|amortissement)"
)
MONEY = regex.compile(rf"{_CALLED.pattern}|€|euros|montants?")
"""What says that the figures of a table are money."""

_OPENED = regex.compile(
    r"(?<!\w)(?:subventions?|aides?|participations?|fonds[ ]+de[ ]+concours|bourses?)(?!\w)[^.;:€]{0,80}"
    r"(?:suivante?s?|ci-(?:dessous|apres)|comme[ ]suit)[^.;:€]{0,60}:?\s*$"
)
"""What opens a list of grants, right above its heading."""
GRANTED = regex.compile(
    r"(?<!\w)(?:subventions?|aides?|participations?|fonds[ ]+de[ ]+concours|(?:vot|attribu|accord|allou)\w+)"
)
"""What the heading of a column of grants says, where costs stand beside them."""


def speaks_of_grants(told: str, near: str, names: Sequence[str], heads: str = "") -> bool:
    """Whether the words above name grants, and neither they nor the rows speak of other money.

    The words that head columns told apart by place (``heads``) may name costs beside the grants.
    """
    if not GIVES.search(told + heads) or speaks_of_others(near, names):
        return False
    costs = _OTHER.search(heads) and not (GRANTED.search(heads) or _OPENED.search(told))
    if costs or PAID_IN.search(told[-_NEAR:]):
        return False
    near_gives, told_other = list(GIVES.finditer(told + heads)), list(_OTHER.finditer(told))
    asked = list(_ASKED.finditer(told))
    if asked and asked[-1].end() > near_gives[-1].start() - 80:
        return False
    other, called = list(_OTHER.finditer(near)), list(_CALLED.finditer(near))
    if other and not (called and called[-1].start() > other[-1].start()):
        return False
    return not told_other or near_gives[-1].start() > told_other[-1].start()


def speaks_of_others(near: str, names: Sequence[str]) -> bool:
    """Whether the table finances, budgets or prices something."""
    names = [fold(name) for name in names]
    financers = sum(map(is_financer, names))
    lines = sum(_BUDGET_LINE.match(name) is not None for name in names)
    if any(map(_OWN_MEANS.match, names)) or 3 * financers > len(names) or 3 * lines > len(names):
        return True
    return _OTHER.search(near) is not None and not GIVES.search(near)


def speaks_of_shares(told: str, near: str, names: Sequence[str]) -> bool:
    """Whether a table of costs, rates and what they come to tells the body's grants, not what it is lent or given."""
    return GIVES.search(told) is not None and not (_LENT.search(near) or speaks_of_others("", names))


_LENT = regex.compile(r"emprunt|garanti|(?<!\w)prets?(?!\w)|plan[ ]de[ ]financement|recettes")


def title_of_grants(title: str) -> bool:
    """Whether the folded title of a deliberation speaks of grants that the body gives, and of nothing else."""
    return _CALLED.search(title) is not None and not any(other.search(title) for other in (_ASKS, _OTHER, PAID_IN))


_ASKS = regex.compile(
    r"demande|sollicit|plan[ ]de[ ]financement|bilan|compte|remboursement|"
    r"budget(?!s?[ ]annexe|[ ]*:[ ]*subvention)|convention[ ]de[ ]pret"
)
