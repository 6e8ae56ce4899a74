"""Names of those who are paid, where no clause gives them: in a row of a table, in a title."""

from __future__ import annotations

import regex

from delibgraph.extraction.funding.clauses import clean, is_matter
from delibgraph.extraction.funding.recipients import FIRST, RECIPIENTS
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import fold, tidy

_LEADERS = " .…·_:;=>|*<-–,"
_CALLED = regex.compile(
    r"(?i)^(?P<kind>subvention|cotisation|adhésion|participation|contribution|aide|don(?!s? (?:du|de) sang)|dotation)s?"
    r"(?:[ ]+(?:annuelle|de fonctionnement|d'équipement|d'investissement|exceptionnelle|communale|financière))?"
    r"[ ]*(?:versée?s?|attribuée?s?|accordée?s?|allouée?s?|:|-|–)?[ ]*(?:à|au|aux|pour|en faveur d[eu]s?|de|du|des|"
    r"d['’])[ ]*"
    r"(?:l['’][ ]?|la |le |les )?(?P<name>\S.+)$"
)
_CALLED_BEHIND = regex.compile(
    r"(?i)[ ]*(?:[ ][-–]|[:,])[ ]*(?:(?:adhésion|convention)s?[ ]+et[ ]+)?"
    r"(?P<kind>subvention|cotisation|adhésion|participation|contribution|aide|dotation|avance|acompte)s?"
    r"(?![ ]+(?:à|au|aux|pour)(?!\w))(?:[ ]+\p{Ll}[\p{L}' -]*)?(?:[ ]+20\d\d)?[ :]*$"
)
"""What a row calls the money, behind the name ("Rives Vives - cotisation annuelle")."""
_GIVEN_TO = regex.compile(r"^(?:à la|à l['’]|à|aux?|pour (?:les?|la|l['’]))[ ]*(?=\p{L})(?<=[ '’])")
"""What a list puts before its names ("- au Judo : 300 €")."""
_SAID_OF_SUM = regex.compile(
    r"(?i)[ ]*(?:[:–,]|[ ]-)[ ]*(?:(?:une?[ ]+)?(?:subvention|aide|montant|somme|participation)s?[ ]+)?"
    r"(?:(?:est|a été|sera)[ ]+)?(?:accord|attribu|allou|octroy|vot|vers)ée?s?(?:[ ]+(?:de|en[ ]+20\d\d))?[ :]*$"
)
"""What a row says of its sum, behind the name ("Chorale : accordé 300 €")."""
_ASKED_SUM = regex.compile(
    r"(?i)[ ]*[(:,–-]*[ ]*(?:montant[ ]+)?"
    r"(?:demand|sollicit)(?:é|e|ait|ée)?s?[ ]*:?[ ]*(?:de[ ]+)?\d[\d .,]*(?:€|euros?)"
    r"[ ]*(?:\)|[,;–-])?(?=[ ]*:?[ ]*$|[ ]*(?:montant|somme|(?:accord|attribu|allou|octroy|vot|vers)ée?s?(?!\p{L})))"
)
"""What a row tells of the sum that was asked for, before the one that is granted."""
_DOTTED = regex.compile(r"(?:^|[ ])\p{Lu}(?:\.\p{Lu})+$")
_NOTE = regex.compile(r"[ ]*\((?P<note>[^)]*)\)?[ ]*$")
_SORTS = vocabulary("association amicale club comite section cooperative syndicat")
"""What a bracket says that a name is one of: it is part of the name ("Sapeurs-pompiers (amicale)")."""
_LEGAL_NOTE = regex.compile(r"(?:association|asso\.?)[ ]+[«\"]?[ ]?\p{Lu}")
"""The association behind a venue or a school, in brackets: who is paid."""
_LEGAL_KIND = regex.compile(r"(?i)(?:cluster|pôle|association)[ ]")
_FOR = regex.compile(r"(?P<name>\p{L}[^:]{3,}?)[ ]*:[ ](?P<note>\p{Ll}[^:]{3,})$")
"""What a row says that its sum is for ("Amicale : achat d'instruments")."""
_ACRONYM = regex.compile(r"[\p{Lu}\d&.-]{2,12}")
_TO = (
    r"(?:à|a|au|aux|avec|en faveur d[eu]s?|au profit d[eu]s?|au bénéfice d[eu]s?|par)[ ]+"
    r"(?:l['’ ][ ]?|la[ ]+|le[ ]+|les[ ]+|l )?"
)
_TITLE = regex.compile(
    r"(?i)(?<!\w)(?:subventions?|cotisations?|adh[eé]sions?|participations?|aides?|contributions?|dotations?|"
    r"fonds de concours|financi[eè]re?|soutien|partenariat|versement|attribution|convention)(?!\w)[^:;\n]{0,80}?"
    rf"(?<!\w){_TO}(?P<name>[^,;:()\n–]{{2,90}})"
)
_DASHED = regex.compile(
    r"(?i)\W*(?:subvention|participation|cotisation|aide|adh[eé]sion)s?"
    r"(?:[ ](?:exceptionnelle|annuelle|de fonctionnement|d'[eé]quipement|d'investissement|20\d\d))*[ ][–-][ ]"
    r"(?P<name>[^–:()€\s]+[ -][^–:()€]{3,80}?)[ ]*(?=[ ][–-][ ]|$)"
)
"""A title that parts the kind, the name and the rest by dashes ("Subvention exceptionnelle – Ski-club – dameuse")."""
_BETWEEN = regex.compile(
    r"(?i)(?<!\w)(?:convention|partenariat)(?!\w)[^:;\n]{0,60}?(?<!\w)entre[ ]+[^:;\n]{4,120}?[ ]et[ ]+"
    r"(?:l['’ ][ ]?|la[ ]+|le[ ]+|les[ ]+)(?P<name>[^,;:()\n–]{2,90})"
)
"""The other side of an agreement of the body's own."""
_NUMBERED = regex.compile(
    r"(?i)^\W*(?:(?:question|point|affaire|dossier)[ ]*(?:n[ ]?[°o])?[ ]*)?(?:\d+[ ]*[:./–)-]?[ ]*)?|"
    r"[ ]*\([^)]*\)[ ]*$|[ .:]+$"
)
"""What stands before and behind the name that is a title's all."""
_TITLE_END = regex.compile(
    r"(?i)[ ]+(?:pour|au titre|dans le cadre|relati\w+|en vue|afin|d[eu]s?[ ]+(?:l'ann[eé]e|l'exercice)|ann[eé]e|"
    r"exercice|-|en 20|"
    r"concernant|et la|et le|et autorisation|signature|approbation|vote)(?!\w).*$|[ ]+(?:–[ ]*)?(?:19|20)\d\d\b.*$"
)
_NOBODY = vocabulary(
    "total totaux commune communes ville villes communaute communautes metropole collectivite collectivites "
    "departement region etat maire "
    "maires president presidente mairie conseil syndicat bureau association associations beneficiaire "
    "beneficiaires clubs "
    "ecoles familles famille eleves eleve habitants habitant agents agent membres membre projets projet personnes "
    "personne "
    "organismes organisme entreprises entreprise structures structure chacun chacune celui celle ceux titulaire "
    "attributaire "
    "prestataire tiers secteur secteurs monsieur madame debiteur comptable tresor tresorier receveur "
    "percepteur "
    "unanimite jeunes enfants etudiants acteurs porteurs particuliers proprietaires commercants artisans tous "
    "toutes vu "
    "considerant article elus adherents exploitants bailleurs locataires usagers partenaires financeurs services "
    "service exterieurs divers imprevus provision journee notaire huissier avocat geometre raccordement matin demi "
    "soiree week electricite menage eau enfant adulte adultes extramuros intramuros "
    "maximum minimum sang"
)
"""Common nouns, folded, that stand for the body itself, its organs, or for beneficiaries that are named elsewhere."""
_SAYS = regex.compile(
    r"(?:rejet|refus|annul|ajourn|dit|precis|charg|autoris|approuv|decid|inscri|demand|donn(?!eurs)|mandat|rappel|constat|fix|vot|accept|"
    r"confirm|imput|"
    r"adopt|attribu|accord|allou|octroi|octroy|propos|indiqu|invit|sollicit|valid|vers|retien|remerci|inform|habilit|"
    r"engag|s'engag|prend|ajout|repond|expliqu|souhait|considerant|vu|soit|apres|afin)\w{0,4}[ ,]+"
    r"(?:qu|d'|de[ ]|du[ ]|a[ ]|au[ ]|l[ae]s?[ ]|l'|une?[ ]|m\.|mm|monsieur|madame|en[ ]|par[ ]|ce|cette|son[ ]|"
    r"sa[ ]|acte|"
    r"pouvoir|avoir)"
)
"""What begins the words of a decision, not a name."""
_STATES = regex.compile(
    r"[ ](?:est|sont|sera|seront|ont été|a été|était|étaient|doit|doivent|peut|peuvent)[ ]"
    r"|(?<!\w)(?:taux|montants?|plafonds?)(?!\w)"
)
_LABEL = regex.compile(
    r"(?:\(?dont(?!\w)|(?:nombre|nbre|nb)[ ](?:de|d'|total)|"
    r"(?:membres?|conseillers?|elus?|delegues?)[ ](?:en[ ]exercice|presents?|"
    r"absents?|votants?)|en[ ]exercice|(?:presents?|absents?|excuses?|votants?|(?:suffrages[ ])?exprimes|pouvoirs?|"
    r"procurations?|quorum|pour|contre|abstentions?|voix|refus)[ :]*$|date[ ](?:de|d'|du)|seance[ ]d[ue]|"
    r"page[ ]*$|l'ensemble[ ]|ensemble[ ]d(?:e|u|es)[ ])"
)
"""What stands before the figures of a vote, of a roll or of a page."""
_LENDERS = regex.compile(
    r"(?:l'|la[ ]|le[ ])?(?:etat|detr|dsil|fnadt|fea?der|feamp|fse|fctva|fonds[ ]europeens?|"
    r"caisse[ ]d'epargne|caisse[ ]des[ ]depots|"
    r"credit[ ](?:agricole|mutuel)|"
    r"banque[ ](?:postale|populaire|des[ ]territoires)|tresor|urssaf|maitre[ ](?!nageur|d))"
    r"(?!\w)"
)
"""Who lends to public bodies or gives to them, and is given nothing by them."""
_LONGEST_NAME = 18
"""Words of the longest name of a beneficiary."""
_OWN_BUDGET = regex.compile(r"budgets?\s+a")


_FINANCER = regex.compile(
    r"(?:l'|la[ ]|le[ ])?(?:auto[ -]?financement|fonds[ ]+propres|detr|dsil|dgd|feder|leader|fctva|emprunts?|etat|"
    r"drac|ademe|region|departement|"
    r"conseil[ ]+(?:departemental|regional|general)|reste[ ]+a[ ]+(?:charge|financer)|part[ ]+(?:communale|"
    r"de[ ]+la[ ]+commune)|collectivite[ ]+de|agence[ ]+de[ ]+l'eau|europe|"
    r"union[ ]+europeenne|caf|fonds[ ]+(?:vert|europeens?))(?!\w)"
)
"""Who stands in a plan of financing."""


def is_financer(name: str) -> bool:
    """Whether a name is that of who pays for the body's own projects, in a plan of financing."""
    return _FINANCER.match(fold(name)) is not None


def tells_asked(printed: str) -> bool:
    """Whether a row tells the sum that was asked for before the one that is granted."""
    return _ASKED_SUM.search(printed) is not None


def entry_name(printed: str) -> tuple[str | None, str | None, str | None]:
    """The name in a row of a table, what the row calls the money, what it adds in brackets."""
    name, note = _GIVEN_TO.sub("", _led(_SAID_OF_SUM.sub("", _ASKED_SUM.sub(" : ", printed)))), None
    kind = None
    if (behind := _CALLED_BEHIND.search(name)) and behind.start() > 1:
        name, kind = _led(name[: behind.start()]), behind["kind"].lower()
    if (purpose := _FOR.match(name)) and not _STATES.search(fold(name)):
        name, note = purpose["name"], tidy(purpose["note"])
    if (
        (bracket := _NOTE.search(name))
        and not (_ACRONYM.fullmatch(bracket["note"]) and not _LEGAL_KIND.match(name))
        and not (fold(bracket["note"]) in _SORTS or _LEGAL_NOTE.match(bracket["note"]))
        and bracket.start() > 1
    ):
        name, note = _led(name[: bracket.start()]), tidy(bracket["note"]) or note
    if called := _CALLED.match(name):
        name, kind = called["name"], called["kind"].lower()
    if sum(map(str.isalpha, name)) < 2 or is_nobody(name):
        return None, kind, note
    return name, kind, note


def _led(name: str) -> str:
    """A name without the dots, colons and dashes that lead from it to its sum; the last dot of an acronym stays."""
    bare = tidy(name).strip(_LEADERS)
    return f"{bare}." if _DOTTED.search(bare) and tidy(name).find(f"{bare}.") >= 0 else bare


def in_title(title: str) -> str | None:
    """Whom a title gives money to: "Subvention à X", "Adhésion au réseau X", "Convention avec X"."""
    match = _BETWEEN.search(title) or _TITLE.search(title) or _DASHED.match(title)
    if match is None:
        bare = clean(_CALLED_BEHIND.sub("", _NUMBERED.sub("", title)))
        return bare if is_recipient(bare) else None
    name = clean(_TITLE_END.sub("", match["name"]))
    nobody = is_nobody(name) or sum(map(str.isalpha, name)) < 2
    return None if nobody else name


def is_recipient(name: str) -> bool:
    """Whether words are the name of somebody who can be paid, and nothing else: a noun for one, and a capital or two
    more words."""
    folded = fold(name)
    first = FIRST.match(folded)
    told = first is not None and first["word"] in RECIPIENTS and not is_nobody(name) and not _KIND.match(folded)
    return told and len(folded.split()) > 1 and _VERBS.search(folded) is None


_KIND = regex.compile(r"fonds[ ]de[ ]concours(?!\w)")
"""Money that a title calls by a noun which can be somebody's too."""
_VERBS = regex.compile(
    r"(?<!\w)(?:est|sont|a|ont|sera|vote|accorde|attribue|verse|approuve|decide|propose|demande|rappelle|pour|"
    r"relati\w+)(?!\w)"
)
"""What makes words a sentence."""


def is_label(name: str) -> bool:
    """Whether words count heads or votes ("Votants", "Nombre de conseillers")."""
    return _LABEL.match(fold(name).strip(_LEADERS)) is not None


def is_said(name: str) -> bool:
    """Whether words are those of a sentence, of a count or of a lender, or too many for a name."""
    folded = fold(name)
    said = _SAYS.match(folded) or _STATES.search(name) or _LABEL.match(folded) or _LENDERS.match(folded)
    return said is not None or len(name.split()) > _LONGEST_NAME


_DATE = regex.compile(
    r"\d[\d/.-]*$|"
    r"(?:le )?\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
)
_NO_NAME = regex.compile(
    r"(?:unanimite|majorite)[ ](?:des[ ]|l[ae]s?[ ]|absolue)|"
    r"en[ ](?:19|20)\d\d|an(?:nee)?[ ](?:dernier|passe|precedent)|"
    r"(?:affecte|attribue|accorde|verse|alloue|octroye|vote|inscrit|prevu|percu|recu|obtenu|engage)e?s?(?!\w)"
)
"""When money was given, or that it was: the words go on, and name nobody."""
_RANKED = regex.compile(
    r"(?:l[ae]s? )?(?:lots?|tranches?|phases?|marches?|avenants?|options?|acomptes?) ?(?:n ?[°o]? ?)?\d"
)
"""A numbered share of works or of a contract."""
_ITS_OWN = regex.compile(r"(?:l[ae] )?(?:syndicat d'initiative|bureau d'aide|service d'aide|structure multi)")
"""Names of bodies that begin with such a noun."""


_CLAUSE = regex.compile(
    r"(?<!\w)(?:a|ont|avait|avaient|aura|aurait|auraient)[ ](?:\w+[ ])?(?:promis|perçu|reçu|obtenu|voulu|été|fait|pu|"
    r"\p{Ll}{4,}é)e?s?(?!\w)|(?<!\w)(?:aurai(?:t|ent)|percevra|percevront|recevra|recevront|"
    r"rappelle[ ]qu|indique[ ]qu|promet)(?!\w)|(?<=[ ])(?:que?|qui|dont)$|"
    r"^(?i:fixe|vote|d[ée]cide|dit|pr[ée]cise|accorde|alloue|octroie|attribue|verse|autorise|approuve|charge|"
    r"maintient|arr[êe]te|confirme|adopte|porte|donne)$"
)
"""A verb that makes words those of a sentence, on plain text, where "a" is no "à"."""


_POINTED_AT = vocabulary("club association comite collectif compagnie federation ligue cluster pole societe groupement")
"""Nouns, folded, that alone point back at a name ("vous avez attribué au club")."""


def is_nobody(name: str) -> bool:
    """Whether a name is a common noun for the body, for its organs, or for beneficiaries in general."""
    folded = fold(name)
    if is_said(name) or (name.islower() and folded in _POINTED_AT) or _CLAUSE.search(name):
        return True
    if not (name[:1].isalnum() or name[:1] in "«\"'(") or (is_matter(name) and _OWN_BUDGET.match(folded) is None):
        return True
    first = FIRST.match(folded)
    if _ITS_OWN.match(folded):
        return False
    if _DATE.match(folded) or _RANKED.match(folded) or (name[:1].islower() and _NO_NAME.match(folded)):
        return True
    if first is None or first["word"] not in _NOBODY or not (name[1:] == name[1:].lower() or name.isupper()):
        return False
    more = len(folded[first.end() :].split())
    return more < 2 if name.islower() or not first["word"].endswith("s") else more < 5
