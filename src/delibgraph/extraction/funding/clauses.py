"""What the clause around a sum of money says: who gets it, as what, for which year and purpose, from which account.

Each function reads one thing in a stretch of the view. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.funding.recipients import subject_of
from delibgraph.extraction.funding.wording import GIVING
from delibgraph.extraction.organisations.kinds import ADJECTIVES
from delibgraph.extraction.organisations.naming import spells_out
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold, once, tidy
from delibgraph.facts import Span

_SORT = (
    r"(?:subvention|participation|aide|somme|dotation|contribution|cotisation|avance|bourse|solde|acompte|complement|"
    r"(?:fonds[ ]+de[ ]+)?concours|prime|secours)"
)
_OF = r"d(?:e[ ]+l[' ][ ]?|e[ ]+la[ ]+|e[ ]+|u[ ]+|es[ ]+|')"
_ACCOUNTING = (
    r"(?:hauteur|niveau|titre|taux|cours|cadre|sein|chapitre|article|compte|budget(?!\s+(?:annexe|autonome|du[ ]"
    r"+ccas))|"
    r"nature|fonction|prorata|unani(?:mite)?|majorite|"
    r"section[ ]+d(?:e[ ]+|')(?:fonct|inv|expl)\w+|exercice|annee|moyen|maximum|partir|compter|l'unani(?:mite)?|"
    r"la[ ]+majorite|l'article|la[ ]+signature|signer|"
    r"l'exercice|l'occasion|ce[ ]+titre|cet[ ]+effet|la[ ]+somme|"
    r"exception|conseil(?![ ]des[ ])|vote|la[ ]+presente)(?!\w)"
)
"""What "à" leads to besides a beneficiary."""
_MATTERS = vocabulary(
    "projet projets tableau montant activite activites aide aides investissement realisation location fonctionnement "
    "developpement creation budget taux travaux operation operations programme achat acquisition investissements "
    "assemblee subvention subventions depense depenses frais versement paiement financement somme sommes reste "
    "transparence "
    "demande disposition charge suite fin titre prise mise hauteur place partir regard lieu besoin reserve "
    "reserves report excedent deficit resultat compte comptes article articles chapitre chapitres virement recettes "
    "assurance assurances maintenance "
    "caution cautions abonnement raccordement branchement location locations forfait indemnite indemnites taxe taxes "
    "convention conventions voirie toiture chaufferie chauffage eclairage mobilier "
    "redevance credits emprunts vente devis facture factures avenant remise imprevus presents absents votants "
    "exprimes suffrages "
    "dotation dotations cotisation cotisations contribution contributions bourse bourses installation embauche "
    "renovation restauration diffusion formation charges produits nombre cout couts prix "
    "sortie sorties voyage voyages sejour sejours accompagnement accompagnements transport transports "
    "tarif tarifs loyer marche contrat emprunt remboursement signature produit avance avances acompte acomptes"
)
"""Common nouns, folded, that are matters and nobody's name."""
_TO = regex.compile(
    rf"(?<!\w)(?:(?:en[ ]+faveur|au[ ]+profit|au[ ]+benefice|aupres)[ ]+{_OF}|(?<!conformement[ ])(?:a|au|aux)(?:[ ]+|"
    rf"\n[ ]{{2,12}}(?=\p{{L}})|\n(?=(?:celle|celui|cette|ce|l[ae]s?)[ -]|l'\p{{L}}))"
    r"|(?<=(?:€|euros|\n|[-–•,][ ])[ ]*)pour[ ]+(?=(?:l'|la[ ]|le[ ]|les[ ])?[«\"]?[ ]?(?:les[ ]|l')?"
    r"(?:(?:association|club|amicale|chorale|comite[ ]des[ ]fetes|foyer[ ]rural|harmonie|fanfare|amis|anciens|"
    r"scouts|donneurs|sapeurs|restos|ligue|federation|cooperative|croix)(?!\w)|(?:[a-z]\.){2,})))"
    rf"(?!{_ACCOUNTING})(?:l[ae]s?(?:[ ]+|\n(?=\p{{L}}))|l[' ][ ]?)?(?!{_ACCOUNTING})"
)
_FIRST_WORD = regex.compile(r"\w+")
_FIRST_NOUN = regex.compile(r"(?:(?:la|le|les)[ ]|l')?(?P<noun>\w+)")
_POINTING = vocabulary("ce cet cette ces celle celui celles ceux")
_OWN_BUDGET = regex.compile(r"budgets?\s+a")
"""An "annexe" or "autonome" budget is paid like a beneficiary."""
_GIVEN = regex.compile(rf"[ ,]*(?:(?:une?|la|le)[ ]+{_SORT}[^,;]*|cel(?:le|ui)[ ]+d(?:e[ ]+|')[ ]*)$")
_ENDS_NAME = (
    r"(?:en[ ]+(?:19|20)\d\d|en[ ]+(?:une|deux|trois|quatre|plusieurs|\d)[ ]+(?:fois|versements?|tranches?|parts?)|"
    r"au[ ]+(?:titre|profit|benefice|lieu)|dont|[aà][ ]+valoir|"
    r"(?<!(?:[Aa]ssociation|[Cc]omit[ée]|[Uu]nion|[Aa]gence)[ ])pour|"
    r"afin|selon|dans[ ]+(?:le|la|les)[ ]+(?:cadre|limite|condition)|"
    r"sous[ ]+r[ée]serve|d'un[ ]+montant|[aà][ ]+hauteur|inscrite?|imputee?|"
    rf"et[ ]+(?:lui|leur)|le[ ]+\d{{1,2}}(?:er)?[ ]+\p{{L}}+|"
    rf"et[ ]+(?:l[ae]s?[ ]+|l')(?:versement|paiement|signature|{_SORT}|attribution|convention|reglement)|"
    rf"(?-i:L[ae])[ ]+(?:Conseil|Bureau|Comit[ée]|Commission|Assembl[ée]e)|"
    rf"(?-i:Adopt|Approuv|Rejet|Vot)[ée]e?s?|[ÀAà][ ]+l'unanimit[ée]|"
    rf"(?:d'[ ]?)?une?[ ]+(?:{_SORT}|financement|compl[ée]ment)|(?<!(?<!\w)de[ ])l[ae][ ]+{_SORT}(?=[ ]+d)|"
    rf"la[ ]+somme|cel(?:le|ui)|se|est|sont|qui|"
    r"s['’ ][ée](?:l[èe]ve|tabli[ts])|"
    r"du[ ]+(?:solde|montant|versement)|par[ ]+(?:d[ée]cision|d[ée]lib[ée]ration|arr[êe]t[ée])|"
    r"s'[ée]levai(?:t|ent)|s'est|[ée]tai(?:t|ent)|a[ ]+[ée]t[ée]|avai(?:t|ent)|(?:atteign|repr[ée]sent)ai(?:t|ent)|"
    r"destinee?|conformement|"
    r"et[ ]+(?:a|à|au|aux|une?|refuse|rejette|accorde|attribue|alloue|verse|octroie|decide|décide|vote|fixe|"
    r"approuve|autorise|de|subordonne|conditionne|precise|dit|charge|impute|inscrit|donne|"
    r"rappelle|prevoit|mandate|habilite|\p{L}+[ée]e?s?[ ]+par)(?!\w)|a[ ]+raison)"
)
_SHORT = r"(?<=(?<!\w)(?:\p{Lu}|Mr|St|Ste|Dr|Mme))"
"""What a full stop within a name follows ("M. Jean DURAND", "l'A.D.M.R.")."""
_NAME = regex.compile(
    rf"""
    (?P<name>[«"]?[ ]*[^\s,;:.(«»"–](?:[^,;:(«»"\n.]|{_SHORT}\.)*?(?:[ ]*[«"][^»"]+[»"])?)
    (?=[ ]*(?:[,;:(\n»]|(?<![ ]|(?<!\w)(?:\p{{Lu}}|Mr|St|Ste|Dr|Mme))\.|[ ]\.|\.[ ]*$|$|(?<!\w){_ENDS_NAME}(?!\w)))
    """,
    regex.VERBOSE,
)
_KIND_WORDS = vocabulary(
    "ecole college lycee club comite association syndicat amicale foyer mission office cluster pole"
)
_WITHOUT_VERB = regex.compile(
    r"(?P<name>[^,;:(\n.]+?)"
    r"(?=[ ]*(?:[,;:(\n.]|(?<!\w)(?:et (?:fixe|approuve|autorise|attribue|accorde|alloue|verse|décide)|prévoyant|"
    r"pour|portant|fixant|qui|dont|au titre|d'un|une?|à)(?!\w)|$))"
)
_OWNER = regex.compile(
    rf"(?P<name>(?:[^,;:(\n.]|{_SHORT}\.)+?)(?=[ ]*(?:[,;:(\n]|(?<!(?<!\w)(?:\p{{Lu}}|Mr|Mme))\.|"
    rf"[ ](?:est|sera|sont|s'élève|se monte)[ ]|[ ](?:de|d'|à|est|sera|"
    r"passe)(?=[ ]+(?:\d|$)|[ ]*$)|$))"
)
_WHO_ASKED = regex.compile(rf"{_OWNER.pattern[:-1]}|[ ]pour[ ])")
_CARRIED = regex.compile(r"(?<!\w)(?:portee?s?|menee?s?|organisee?s?|presentee?s?)[ ]+par[ ]+(?:l[ae]s?[ ]+|l'[ ]?)?")
"""A project pays whoever carries it ("le projet X porté par Y"), not who labels it."""
_ABUTS = regex.compile(r"\s*[:=]\s*")
"""A name and its sum in a list ("à l'Union du Vidour : 1 500 € et au Tennis Club : 800 €")."""
_VERB_OF = regex.compile(r"(?<!\w)(?:attribu|accord|allou|octro[iy]|vers|donn)(?:e|er|ent|ant)[ ]+(?=(?:a|au|aux)[ ])")
"""A verb with the one whom it pays right behind it ("verse à l'Amicale 300 €")."""
_FED = regex.compile(
    r"(?<!\w)abond\w*[ ]+(?:(?:de|d'un[ ]+montant[ ]+de|a[ ]+hauteur[ ]+de)[ ]+[\d ,.]+(?:€|euros)[ ]+)?"
    r"(?:l'[ ]?|la[ ]+|le[ ]+)"
)
"""What is paid without a preposition ("abonde le fonds X de 900 €")."""
_COSTS_OF = regex.compile(
    r"[ ,]*(?:a|au|aux|pour)[ ]+(?:l'|la[ ]+|le[ ]+|les[ ]+)?"
    r"(?:(?:prise[ ]en[ ]charge|paiement)[ ]+(?:des|du|de[ ]la)[ ]+)?"
    r"(?:frais|depenses?|charges?|couts?|travaux|fonctionnement|financement|activites?|budget|projets?|actions?|"
    r"deplacements?|equipement|investissements?|tresorerie|animations?)(?=[ ](?:[^.;:,€]{0,60}?[ ])?d)"
)
"""Whose costs a sum is a share of ("900 € aux frais de fonctionnement de l'école X")."""
_TORN = regex.compile(r"[ ]*(?:à|au|aux)[ ]*\n(?![ ]{2,12}\p{L})")
"""A sum whose beneficiary stands on the next page."""
_OWNED = regex.compile(rf"[ ]{_OF}")
_OWNER_REACH = 80
_ITS_GRANT = regex.compile(
    rf"[ ]*(?:(?:la|le|l')[ ]*{_SORT}(?:[ ]+(?:annuelle|communale))?(?:[ ]+20\d\d)?|celle|celui)[ ]+{_OF}"
)
"""Whose grant a sum changes ("fixe à 800 € la subvention de l'Amicale")."""
_WITH = regex.compile(
    r"(?<!\w)(?:convention|partenariat|adhesion)[^.;]{0,60}?(?<!\w)(?:avec|a)[ ]+(?:l'[ ]?|la[ ]+|le[ ]+|les[ ]+)?"
)
"""Whom an agreement is made with."""
_GRANT_OF = regex.compile(
    rf"(?<!\w)(?:{_SORT}|frais|fonctionnement|charge|depense|activite)s?(?:[ ]+(?:annuelle|communale|"
    rf"exceptionnelle|(?:versee|attribuee|accordee|allouee)s?))?[ ]+"
    r"d(?:e[ ]+l'[ ]?|e[ ]+la[ ]+|u[ ]+|es[ ]+|e[ ]+|')"
)
"""A grant told by its owner ("la subvention de l'Amicale des Prés")."""
_ASKER = regex.compile(
    r"(?<!\w)(?:demande|dossier|requete|candidature|proposition)s?(?:[ ]+de[ ]+(?:subvention|aide|financement))?"
    r"(?:[ ]+(?:presente|formule|depose|emise|emanant)e?s?)?[ ]+(?:par[ ]+|de[ ]+|d'|du[ ]+|des[ ]+)(?:l'[ ]?|"
    r"la[ ]+|le[ ]+|les[ ]+)?"
)
"""Who asked for a sum ("le dossier de la SCOP Lumen (600 €) est rejeté")."""
_ASKED_SUM = regex.compile(
    r"(?<!\w)(?:demande|requete|sollicitation)(?:[ ]+de[ ]+subvention)?[ ]+(?:de|d'un[ ]montant[ ]de)[ ]+$"
)
_ASKED_BY = regex.compile(
    r"(?<!\w)(?:demande|requete|courrier|sollicitation|candidature)s?[ ](?:[^.;€]{0,60}?[ ])??"
    r"(?:par[ ]|de[ ](?=l['a ]|la[ ])|du[ ]|des[ ])(?:l['’ ][ ]?|la[ ]|le[ ]|les[ ])?"
)
"""Who asked, where the sum stands further on ("vu la demande présentée par X, tendant à obtenir 900 €")."""
_TENDING = regex.compile(
    r"(?:tend(?:ant|ent|ait)?[ ]a[ ](?:obtenir|l'obtention|l'attribution)|(?:afin|vue)[ ]d'(?:obtenir|une?)|visant[ ]a|"
    r"sollicitant|demandant|(?:d'un|pour[ ]un)[ ]montant[ ]de|a[ ]hauteur[ ]de|de|pour)[ ](?:[^.;€]{0,50}[ ])?$"
)
_OF_WHOM = regex.compile(rf"[ ,]+(?:(?:presente|formule|depose|emanant)e?s?[ ]+)?(?:par[ ]+(?:l'|la[ ]|le[ ])?|{_OF})")
"""Whose demand a sum is ("la demande de 250 € du Moto-Club")."""
_CIVILITY = regex.compile(
    r"^(?:M\.?|Mr|Monsieur)[ ]+(?:et|ou)[ ]+(?:Mme|Madame)[ ]+(?=\p{Lu})|"
    r"^(?:M\.|MM\.|Mr|Mme|Mmes|Mlle|Monsieur|Madame|Mademoiselle)[ ]+(?=\p{Lu})"
)
_PERSON = regex.compile(r"^(?P<name>(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)[ ][^,]+),.*$")
"""A person with what is said of her behind a comma ("Mme X, céramiste à Y")."""
_ADDRESS = regex.compile(
    r",[ ]*(?:\d{1,4}[ ]?(?:bis|ter|quater)?[ ]*,?[ ]*(?=\p{L})(?!\p{L}[ ])|"
    r"(?=(?i:rue|avenue|place|allée|chemin|impasse|route|boulevard|quai|square|lieu-dit|hameau)[ ])).*$"
)
"""Where somebody lives, behind the name."""
_RANK = regex.compile(r"^(?:\d{1,2}[ ]?[/)°]|\d{1,2}\.(?!\d)|[a-z]\))[ ]*(?=\p{L})")
"""The rank of an item before its name ("2/ La coopérative …")."""
_LINE = regex.compile(r"^(?:(?:la )?(?:ligne|rubrique)[ ]+(?=[«\"])|6574\d{0,4}[ .:–-]+(?=\p{L}))")
_PERIOD = regex.compile(r"[ ]+(?:pour[ ]+20\d\d|(?:pour[ ]+)?20\d\d[ ]?[-/–][ ]?20\d\d)$")
"""The line of a table or the account before a name, the years of a grant behind it."""
_LEGAL = regex.compile(
    r"^(?i:(?:[il]?l['’][ ]?|l |la |le |les )?"
    r"(?:association|société(?: coopérative)?|cluster|pôle(?: de compétitivité)?))[ ]+"
    r"(?=[«\"\p{Lu}\d])(?P<first>\p{L}*)"
)
"""A legal form before a proper name; before an adjective ("Association sportive des Prés") it is the name itself."""
_JOINER_LEFT = regex.compile(r"[ ]+(?:et|ou|ainsi que)$")
_SUM_LEFT = regex.compile(
    r"(?:[ ]+(?:à hauteur|pour un montant|d['’]un montant|(?:pour )?(?:la|une) somme|soit|de|du|d['’]|à|pour))+$"
)
"""What leads from a name to its sum."""
_ARTICLE = regex.compile(r"^(?:[Il]?l['’][ ]?(?=\S)|l (?=[a-zé])|la |le |les )")


def beneficiary_of(view: View, start: int, end: int, amount: Span) -> str | None:
    """Whom a clause gives a sum: "attribue à X une subvention de 800 €", "800 € à X", else "à X … 800 €"."""
    line = view.plain[start:end].replace("\n", " ")
    if _ASKED_SUM.search(view.folded, start, amount[0]) and (asked := _OF_WHOM.match(view.folded, amount[1], end)):
        told = _OWNER.match(line, asked.end() - start)
        return told["name"] if told else None
    before = _outermost(
        [name for to in _to(view, start, amount[0]) if (name := _NAME.match(line, to - start, amount[0] - start))]
    )
    subject = subject_of(view, start, amount[0])
    if subject and not (before and start + before[-1].start("name") > subject.end):
        return subject.name
    if before and (
        _GIVEN.match(view.folded, start + before[-1].end(), amount[0])
        or _ABUTS.fullmatch(view.plain, start + before[-1].end(), amount[0])
        or (
            _VERB_OF.search(view.folded, start, amount[0])
            and not view.plain[start + before[-1].end() : amount[0]].strip()
            and not _TO.match(view.folded, amount[1] + 1)
        )
    ):
        return before[-1]["name"]
    after = (name for to in _to(view, amount[1], end) if (name := _NAME.match(line, to - start)))
    torn = _TORN.match(view.plain, amount[1], end)
    if found := next(after, before[-1] if before and not torn else None):
        return found["name"]
    costs = None if _CARRIED.search(view.folded, start, end) else _COSTS_OF.match(view.folded, amount[1], end)
    owners = _OWNED.finditer(view.folded, costs.end(), min(end, costs.end() + _OWNER_REACH)) if costs else ()
    owned = next((one for one in owners if _is_named(view, one.end())), None)
    for led in (_FED.search(view.folded, start, end), _ITS_GRANT.match(view.folded, amount[1], end), owned):
        if led and (_is_named(view, led.end()) or view.folded.startswith("fonds ", led.end())):
            told = _NAME.match(line, led.end() - start, end - start) or _OWNER.match(line, led.end() - start)
            return told["name"] if told else None
    carried = _CARRIED.search(view.folded, start, end)
    bearer = _NAME.match(line, carried.end() - start) if carried else None
    for cue, owner in ((_GRANT_OF, _OWNER), (_ASKER, _WHO_ASKED), (_WITH, _WITHOUT_VERB)):
        ends = (match.end() for match in cue.finditer(view.folded, start, amount[0], overlapped=True))
        at = next((at for at in ends if _is_named(view, at)), None) if bearer is None else None
        bearer = owner.match(line, at - start, amount[0] - start) if at is not None else bearer
    return bearer["name"] if bearer else None


_LATER = regex.compile(
    r"[^€]{0,160}?(?:(?<!\w)(?:elle|il|celle-ci|celui-ci|cette[ ](?:somme|subvention|aide|participation|dotation|"
    r"contribution|derniere)|"
    r"ce[ ](?:montant|versement|dernier)|la[ ](?:somme|subvention|participation)|le[ ](?:montant|versement))[ ]"
    r"(?:en[ ])?(?:est|sera|seront|etant)[ ](?:\w+[ ])?(?:vers|attribu|mandat|allou|regl|pay|octroy|accord)ee?s?[ ]"
    r"(?:[^.;€]{0,40}?[ ])?(?:directement[ ])?(?=(?:a|au|aux)[ ])|(?<!\w)(?:beneficiaire|titulaire)[ ]*:[ ]*)"
)
"""What tells in the next sentence whom a sum goes to ("Elle sera versée à l'OGEC", "Bénéficiaire : Foyer rural")."""


def told_later(view: View, at: int) -> str | None:
    """Whom the sentence after a sum says that it goes to."""
    later = _LATER.match(view.folded, at)
    if later is None or ("\n\n" in later[0] and not _SAME_SUM.search(later[0])):
        return None
    start = next(_to(view, later.end(), later.end() + 30), None) if view.folded[later.end()] == "a" else later.end()
    line = view.plain[later.end() : later.end() + _LATER_REACH].replace("\n", " ")
    name = _NAME.match(line, start - later.end()) if start is not None else None
    return name["name"] if name else None


_LATER_REACH = 160
_SAME_SUM = regex.compile(
    r"(?<!\w)dit[ ]+que[ ]+cette[ ](?:somme|subvention|aide|participation|dotation|contribution)(?!\w)"
)
"""What points at the sum just decided, in an item of its own."""


def asked_by(view: View, told: Span, at: int) -> str | None:
    """Who asked for the sum at an offset, in a sentence that tells a demand and gives nothing."""
    line_end = view.plain.find("\n", at, told[1])
    if GIVING.search(view.folded, told[0], told[1] if line_end < 0 else line_end) or not _TENDING.search(
        view.folded, told[0], at
    ):
        return None
    line = view.plain[told[0] : at].replace("\n", " ")
    for cue in _ASKED_BY.finditer(view.folded, told[0], at, overlapped=True):
        name = _NAME.match(line, cue.end() - told[0]) if _is_named(view, cue.end()) else None
        if name and not _CIVILITY.match(name["name"]):
            return _DATED.sub("", name["name"])
    return None


_DATED = regex.compile(r"[ ]+(?:le[ ]\d|en[ ]date|reçue?|du[ ]\d|tendant|visant|sollicitant|demandant).*$")


def _outermost(names: Sequence[regex.Match[str]]) -> list[regex.Match[str]]:
    """The names without those that stand within another ("la Ruche aux Mômes")."""
    kept: list[regex.Match[str]] = []
    for name in names:
        if not kept or name.start() >= kept[-1].end():
            kept.append(name)
    return kept


def _is_named(view: View, at: int) -> bool:
    """Whether a capital, or a kind of body, begins a name there."""
    word = _FIRST_WORD.match(view.folded, at)
    return view.plain[at : at + 1].isupper() or (word is not None and word[0] in _KIND_WORDS)


def _to(view: View, start: int, end: int) -> Iterator[int]:
    """Where each "à" of a stretch leads: to an article or a capital ("à réaliser" leads to nobody, "a" is the verb)."""
    for match in _TO.finditer(view.folded, start, end):
        if view.plain[match.start() : match.start() + 2] == "a " and not _is_unaccented(view):
            continue
        if view.plain.rfind("«", start, match.start()) > view.plain.rfind("»", start, match.start()):
            continue
        first = _FIRST_WORD.match(view.folded, match.end())
        word = first[0] if first else ""
        named = view.plain[match.end() : match.end() + 1].isupper() or not word
        named = named or _OWN_BUDGET.match(view.folded, match.end()) is not None
        if named or (word in _POINTING if match[0].strip() == "a" else word not in _MATTERS):
            yield match.end()


@once
def _is_unaccented(view: View) -> bool:
    """Whether a text has lost its accents, so that "a" may be "à"."""
    return len(view.plain) > _TELLING and not _ACCENTS.search(view.plain)


_ACCENTS = regex.compile(r"[éèàêùÉÈÀ]")
_TELLING = 80


def is_matter(name: str) -> bool:
    """Whether a name begins with a common noun of budgets and projects, and is nobody's."""
    folded = fold(name)
    first = _FIRST_NOUN.search(folded)
    return (first is not None and first["noun"] in _MATTERS) or _SECTION.match(folded) is not None


_SECTION = regex.compile(
    r"(?:la[ ]|le[ ])?(?:section[ ]d(?:e[ ]+|')(?:fonctionnement|investissement|exploitation)|"
    r"(?:route|chemin|rue|parking|trottoirs?|place|allee|carrefour|pont)[ ]d(?:e[ ]|u[ ]|es[ ]|'))"
)
"""A part of a budget, and no club's."""


def whole_name(view: View, name: str, start: int, end: int) -> str:
    """A name up to the bracket that gives its acronym, where its commas stand within it ("l'Union des joueurs,
    entraîneurs et arbitres (UJEA)")."""
    first = view.plain.find(name[:_TOLD_APART], start, end) if "," not in name else -1
    bracket = _ACRONYM.match(view.plain, first, end) if first >= 0 else None
    if bracket and len(bracket["name"]) > len(name) and spells_out(bracket["acronym"], bracket["name"]):
        return bracket[0]
    return name


_TOLD_APART = 20
_ACRONYM = regex.compile(r"(?P<name>[^().;:€\n]{8,140}?,[^().;:€\n]{3,100}?)[ ]\((?P<acronym>\p{Lu}[\p{Lu}.]{2,11})\)")


_OUTCOME = regex.compile(r"(?<=\w)[ ]+(?:Adopt|Approuv|Rejet)[ée]e?s?(?:[ ]+[àÀ][ ]l['’ ]unanimit[ée])?$")
"""How the vote went, which a text without full stops says right behind a name."""


def clean(name: str) -> str:
    """A name without its article, its civility, its legal form before a proper name, and guillemets."""
    bare = _LINE.sub("", _PERIOD.sub("", _RANK.sub("", _ADDRESS.sub("", _OUTCOME.sub("", tidy(name)))))).strip('«»" ')
    text = _LEGAL.sub(_proper, _CIVILITY.sub("", _PERSON.sub(r"\g<name>", bare)))
    name = tidy(_JOINER_LEFT.sub("", _SUM_LEFT.sub("", _ARTICLE.sub("", text))).strip('«»" '))
    return f"{name} »" if name.count("«") > name.count("»") else name


def _proper(legal: regex.Match[str]) -> str:
    """The first word of a proper name, without its legal form; with it where the word is an adjective."""
    return legal[0] if fold(legal["first"]) in ADJECTIVES else legal["first"]
