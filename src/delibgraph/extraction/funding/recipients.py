"""Nouns for those who can be paid, and what is told of them: who received, asks for or shall receive a sum.

Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold

RECIPIENTS = vocabulary(
    "association associations amicale club comite collectif compagnie cooperative union foyer centre mission office "
    "cluster pole societe federation fondation ligue section groupement entente harmonie chorale fanfare orchestre "
    "ecole ecoles college lycee creche halte apel ape sou parents ccas sivom sivu sivos syndicat budget budgets regie "
    "fonds etablissement mutuelle universite institut agence maison maisons residence ehpad hopital caisse chambre "
    "communaute commune communes departement region paroisse eglise anciens jeunes sapeurs pompiers croix secours "
    "restos banque gym gymnastique judo football foot tennis petanque rugby basket chasse chasseurs peche cinema "
    "theatre bibliotheque mediatheque musee festival fete refuge groupe cyclo donneurs don entreprise plateforme "
    "reseau incubateur projet ensemble atelier employes"
)
"""Common nouns, folded, that begin the name of who can be paid, where it is written without a capital."""
FIRST = regex.compile(
    r"(?:(?:l'|d'|la |le |les |du |des |de |m\. |mme |une? |(?:deux|trois|quatre|cinq|six|plusieurs|certaine?s|"
    r"diverse?s|autres) "
    r")*)(?P<word>\w+)"
)
_HAD = (
    r"(?:a|ont|avait|avaient)[ ]+(?:(?:deja|alors|egalement|aussi|ainsi)[ ]+)*(?:recu|percu|touche|obtenu|beneficie)|"
    r"(?:perce|rece)vai(?:t|ent)|(?:beneficiai|touchai|obtenai)(?:t|ent)"
)
_THEN = r"(?:en[ ](?:19|20)\d\d|l'an[ ](?:dernier|passe)|l'annee[ ](?:derniere|passee)|precedemment|auparavant)"
_AIDED = rf"(?:deja[ ]+)?(?:aide|soutenu|subventionne|dote|accompagne)e?s?[ ]+(?:deja[ ]+)?{_THEN}"
"""What says of a name that it was given money on another day ("le Foyer, aidé en 2008 à hauteur de 900 €")."""
_ASKS = (
    r"(?<!(?<!\w)(?:la|une|cette|sa|leur|de|toute|chaque|ma|notre)[ ])"
    r"(?:sollicit|demand|souhait)(?:e|ent|ait|aient)(?!\w)|(?:a|ont|avait|avaient)[ ]+(?:sollicite|demande)"
)
_GETS = (
    r"(?:rece|perce)v(?:ra|ront)|(?:rec|perc)oi(?:t|vent)|touchera|toucheront|benefici(?:e|ent|era|eront)|obtien(?:t|"
    r"nent|dra|dront)|"
    r"(?:voi(?:t|ent)|verra|verront)[ ]+(?:sa|son|leur|ses|leurs)[ ]+(?:subvention|dotation|aide|participation|"
    r"cotisation|contribution)s?|"
    r"se[ ]+voi(?:t|ent)[ ]+(?:attribuer|allouer|accorder|octroyer)"
)
_SPEAKS = regex.compile(
    r"(?:m\.|mm\.|mme|mlle|monsieur|madame|maire|president|presidente|conseil|comite[ ]syndical|bureau|"
    r"commission|il|elle|qui|on|je|nous|vous)(?!\w)"
)
"""Who speaks or decides, and gets nothing."""
_SPOKEN = regex.compile(
    r"^(?:par|pour|sur|dans|et|ou|si|a|au|aux)[ ]|(?<!\w)(?:l'on|on|nous|vous|il|elle|ils|elles|je)$"
)
"""What is the end of a sentence, and no subject."""
_ASIDE = r"(?:[ ]*\([^()\n]{1,90}\)|,[ ][^.;:()€]{1,120},)?"
"""What is said of a subject before its verb ("X, qui occupe le local, demande …")."""
_VERB = regex.compile(rf"[ ](?:{_HAD}|{_AIDED}|{_ASKS}|{_GETS})(?!\w)")
"""What any such clause holds: looked for before it."""
_WHO_GETS = (
    rf"(?:(?:par[ ]ailleurs|en[ ]outre|de[ ]plus|enfin|d'autre[ ]part|de[ ]meme|ainsi|quant[ ]a|"
    r"l'an[ ](?:dernier|passe)|l'annee[ ](?:derniere|passee)|cette[ ]annee|en[ ](?:19|20)\d\d)[ ,]+)?"
    rf"(?:l'[ ]?|la[ ]|le[ ]|les[ ])?(?P<name>[^\s.:;,()][^.:;,\n()]{{1,80}}?){_ASIDE}"
    r"(?:,(?:[ ]qui(?:[ ](?:avait|a)[ ]ete)?)?)?[ ]+"
    r"(?:(?:lui|leur|y)[ ]+)?"
    rf"(?:(?P<had>{_HAD}|(?<=,[ ]){_AIDED}|(?<=,[ ]qui[ ](?:avait|a)[ ]ete[ ]){_AIDED})|"
    rf"(?P<asks>{_ASKS})|(?P<gets>{_GETS}))(?!\w)"
)
_SUBJECT_FIRST = regex.compile(rf"\W*{_WHO_GETS}")
_SUBJECT = regex.compile(
    rf"(?:(?<!(?<!\w)(?:m|mm|mme|dr|mlle|mr))[.:;,\n(–]\s*|(?<!\w)(?:que|qu'|dont|pourquoi|comment)[ ]*){_WHO_GETS}"
)
"""Who received, asks for or shall receive a sum, before the verb."""


_MANY = regex.compile(r"(?:ont|ent|ront)(?!\w)")
_OTHER = regex.compile(r".*[ \n]et[ \n](?:l'[ ]?|la[ ]|le[ ])(?=\w)", regex.DOTALL)
"""Where the subject of a verb in the singular begins, behind an earlier clause."""


def can_be_paid(name: str) -> bool:
    """Whether a clause's words look like a name: a capital or a figure in them, or a noun for a beneficiary first."""
    first = FIRST.match(fold(name))
    return any(c.isupper() or c.isdigit() for c in name) or (first is not None and first["word"] in RECIPIENTS)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who received, asks for or shall receive a sum, and where the name ends."""

    name: str
    end: int
    asks: bool
    gets: bool


def subject_of(view: View, start: int, end: int) -> Subject | None:
    """The subject of the last verb of receiving or asking in a stretch before a sum."""
    if not _VERB.search(view.folded, start, end):
        return None
    first = _SUBJECT_FIRST.match(view.folded, start, end)
    found = [*([first] if first else []), *_SUBJECT.finditer(view.folded, start, end, overlapped=True)]
    for match in reversed(found):
        begin, stop = match.span("name")
        verb = match["had"] or match["asks"] or match["gets"]
        other = None if _MANY.search(verb) else _OTHER.search(view.folded, begin, stop)
        begin = other.end() if other else begin
        name = view.plain[begin:stop].replace("\n", " ")
        if can_be_paid(name) and not _SPEAKS.match(fold(name)) and not _SPOKEN.search(match["name"]):
            return Subject(name, stop, match["asks"] is not None, match["gets"] is not None)
    return None
