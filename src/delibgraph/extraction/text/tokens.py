"""The tokens of a list of names: words, marks and line breaks, and what each word can be.

A word's sort is read from its letters alone ("DURAND" is *upper*, "Jean" is *title*, "de" a *particle*); civilities,
offices, place headings and staff posts are found first, as runs of words of their own.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, cast

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View, fold

Sort = Literal[
    "civility", "role", "staff", "place", "initial", "upper", "title", "particle", "lower", "dash", "break", "mark"
]

CIVILITIES = r"(?:mm\.?(?![ ]*[,;)])|ms|mrs\.?|mmes\.?|mlles\.?|messieurs|mesdames)"
"""Civilities of several people."""
_CIVILITY = (
    rf"(?:{CIVILITIES}|(?<!(?<!\w)[a-ln-z]\.)m\.|mr\.?|mme\.?|mlle\.?|mle\.?|melle\.?|monsieur|madame|mademoiselle|maitre|dr\.?|docteur)(?![\w-])"
    r"|m(?=[ \n]{1,2}\p{L}[\p{L}'.])"  # "M DURAND"
    r"|(?:m\.|mm\.)(?=\p{L}{2}|\p{L}\.[ ]?\p{L}{2})"  # "M.DURAND", "M.P. DURAND"
)
_GRADE = (
    r"(?:(?:(?:medecin|pharmacien|infirmiere?|veterinaire|vice)[ -])?(?:lieutenant[ -])?"
    r"(?:colonel(?:le)?|commandante?|capitaine|lieutenante?|adjudante?|sergente?|caporale?|sapeur|amiral|general)"
    r"(?:[ -]chef(?:fe)?|[ -]major)?|cdt|cne|lcl|ltn|adc|control(?:eur|euse)[ ]general|me|professeure?)(?=[ \n]\p{L})"
)
"""A grade of fire brigades and armies, or a title, before a name."""
_RANK = r"(?:\d{1,2}[ ]*(?:ers?|eres?|e|emes?|ndes?)|premiere?s?|deuxieme|troisieme|quatrieme|cinquieme)"
_OFFICE = (
    r"(?:vice[ ]?-?[ ]?presidente?s?|presidente?s?(?:[ ]de[ ]seance)?|maires?|adjointe?s?|conseill(?:er|ere)s?|"
    r"deleguee?s?|rapporteure?|secretaire|questeur|deputee?|senateur|senatrice)"
)
_OF_OFFICE = (
    r"(?:au[ ]maire|du[ ]maire|adjointe?s?|municipa(?:l|le|ux|les)|communautaires?|metropolitaine?s?|deleguee?s?|"
    r"titulaires?|suppleante?s?|genera(?:l|le|ux|les)|departementa(?:l|le|ux|les)|regiona(?:l|le|ux|les)|"
    r"syndica(?:l|ux))"
)
ROLE = rf"(?:(?:{_RANK}[ ]+)?(?:(?:depute|senateur|senatrice)[ -]?)?{_OFFICE}(?:[ ]+{_OF_OFFICE})*)"
"""An elected office, on folded text: "2eme vice-presidente deleguee", "depute-maire"."""
_STAFF = (
    r"(?:tresorier|tresoriere|percept(?:eur|rice)|receveu(?:r|se)|direct(?:eur|rice)|dgs|dga|secretaire generale?|"
    r"secretaire de mairie|conseillere? (?:juridique|technique|financiere?)|chargee? de mission|"
    r"chef(?:fe)? de (?:service|projet|cabinet)|responsable(?! d[eu][^,;\n]{0,12} ?(?:commission|groupe))|"
    r"chargee? (?:des marches|de (?:la )?communication|d'etudes|de projet|d'urbanisme|d'operation|de developpement)|"
    r"(?:sous[ -])?prefete?s?|commissaire(?: aux comptes)?|journaliste|correspondante? de presse|notaire|"
    r"architecte|agente? (?:de developpement|territoriale?|technique|communale?)|"
    r"adjointe? (?:administrati(?:f|ve)|technique)|attachee? (?:principale?|territoriale?|parlementaire)|"
    r"ingenieure?|comptable|secretaire (?:du syndicat|de l'asa|administrati(?:f|ve))|garde(?! des "
    "sceaux)|assistante? de direction|stagiaire)"
    r"(?!\w)"
)
_PLACE = (
    r"(?:communes?[ ]+d(?:e|u|es|')[^:,;\n]{0,50}:"
    r"|communautes?[ ](?:de[ ]communes|d'agglomeration|urbaine)[^:,;\n]{0,60}:"
    r"|(?:metropole|departement|region|syndicat)[ ]d(?:e|u|es|')[^:,;\n]{0,50}:"
    r"|(?:groupes?|colleges?|listes?)[ ]+[^:,;()\n]{2,70}:)"
)
_BODY_NAME = r"(?:(?![ ]{2,}\S|[ ](?:mm?\.|mme|mr|monsieur|madame)(?!\w))[^:,;()\n]){3,60}?"
_DELEGATING = (
    rf"(?:c\.?[ ]?[acu]\.?|com[ ]?com|sivom|sivu|siaep|sictom|smictom|petr|epci)(?=[ ]){_BODY_NAME}[ ]?:"
    r"|(?:c[acu]|sivom|sivu|siaep|sictom|smictom|petr)"
    rf"(?<=(?:\A|\n)[ ]*\w+)(?=[ ]){_BODY_NAME}[ ]*(?:[ ][–-](?=[ ])|(?=\n))"
    rf"|(?:colleges?|groupes?|secteurs?)(?<=(?:\A|\n)[ ]*\w+)(?=[ ]){_BODY_NAME}[ ]*(?=\n)"
)
"""Before those who stand for it, a body by the initials of its kind, or a part of the assembly on a line of its own."""
_MARKED = regex.compile(
    rf"\b(?:(?P<staff>{_STAFF})|(?P<place>{_PLACE})|(?P<delegating>{_DELEGATING})"
    rf"|(?<!['])(?<![\w.]-)(?:(?P<role>{ROLE}(?![\w-]))|(?P<civility>{_CIVILITY})"
    rf"|(?P<grade>{_GRADE})))"
)

COMPOUNDS = vocabulary("jean marie anne pierre louis charles paul francois henri joseph rose ange")
"""First names, folded, that begin a compound one ("Marie Claude")."""
SECONDS = vocabulary(
    "luc paul pierre claude marie michel jacques francois louis baptiste philippe yves noel marc christophe charles "
    "rene robert henri andre bernard daniel denis guy joseph leon hugues sebastien victor antoine therese claire "
    "helene jose josee christine laure sophie anne france line rose noelle lise paule odile francoise louise jeanne "
    "madeleine dominique pascale ange elisabeth catherine cecile charlotte laurence hortense"
)
"""First names, folded, with which a compound one ends."""
_FIRSTS = ["François", *map(str.title, COMPOUNDS)]
_TOKEN = regex.compile(
    r"""
      (?P<break>\n)
    | (?P<word>                                                      # "Jean – Paul PETIT", but not "PETIT Jean – Quiny"
          \b\L<firsts>(?:[ ][–-][ ]?|–[ ]?)(?!M(?:me|lle|r)s?[ ])\p{Lu}\p{Ll}{2,}(?=[ ](?:\p{Lu}|d))
          (?<!(?<!\p{L})(?!M(?:me|lle|adame|onsieur|r)[ ])\p{Lu}[\p{L}'-]+[ ]\p{L}+[ ]?[–-][ ]?\p{L}+)
      )
    | (?P<word>(?:\p{Lu}{2,}+|\p{Lu}?\p{Ll}++)(?=[ ,;\n)]))           # most words, before the rarer forms are tried
    | (?P<mark>[Nn]°)
    | (?P<word>[ée]p\.(?=[ ]\p{Lu}))                                 # "PETIT Anne ép. DURAND"
    | (?P<word>[Kk]/[ ]?\p{Lu}?\p{L}(?:\p{L}|['-](?=\p{L}))+)          # "K/MORVAN": a Breton "Ker"
    | (?P<mark>\p{L}/(?=[ ]?\p{L}{2}))                              # "S/ MARNE"
    | (?P<initial>
          (?:\p{Lu}\.?-\p{Lu}\p{Ll}{1,3}|\p{Lu}\.\p{Lu}[hlr]{1,2})\.(?=[ ,;\n)]|$)  # "J-Ph.", "M.-Cl.", "J.Ph."
        | (?!Pr|Vr)\p{Lu}[hlr]{1,2}\.(?=[ ][\p{Lu}d(–-]|[,;)\n]|$)                # "Th. DURAND", "DURAND Th."
        | \p{Lu}(?:\.-?|-(?=\p{Lu}[. ]))(?:[ ]?\p{Lu}\.)?(?!\p{Ll})  # "J.", "J.-P.", "J. P."
        | \p{Lu}\.?-\p{Lu}\.                                         # "J-P."
        | \p{Lu}-\p{Lu}(?![\p{L}.'’])                                # "DURAND J-P"
        | \p{Lu}(?=[ ]+\p{Lu}\p{L})                                  # "J DURAND"
      )
    | (?P<word>                                                      # "Anne-Soph. DURAND", but not "DURAND Anne. PETIT"
          (?:\p{Lu}\p{Ll}*-)?\p{Lu}\p{Ll}{1,4}\.(?=[ ]\p{Lu}{2})(?<!\p{Lu}{2}[ ]\S+)
          (?<!(?:Adj|Cons|Dél|Prés|Resp|Dir|Mun|Com|Dép|Sec|Suppl|Tit|Exc|Abs|Rep|Pouv)\.)
      )
    | (?P<word>
          \p{Lu}\p{Ll}{2,}+(?=\p{Lu}{3})(?<!\b(?:Mac|Saint|Sainte|Van|Von|Der|Den|Del|Des|Ben))  # "LéaCORVANT"
        | \p{Lu}{4,}(?=\p{Lu}\p{Ll}{2})                                                        # "BARSACLéa"
      )
    | (?P<word>
          \p{L}(?:\p{L}
            | 0(?=\p{L}) | (?<=\p{Lu}{2})[15](?=\p{Lu}{2}) | 1(?=\p{Ll}{2})  # "R0SER", "GARN1EL", "C1aude": misread
            | (?<=(?<!\p{L})(?:\p{Lu}\p{L}{0,3}|[dl]|del?|dell|dall))'[ ](?=\p{Lu}\p{L})  # "D' ORVAL", "de' TORLI"
            | ['-](?=\p{L})
            | (?<=\p{Ll})-(?:[ ]+|[ ]*\n[ ]{6,})(?=\p{Lu}\p{Ll})(?!M\.|Mme|Mlle)  # "Jean- Pierre"
            | (?<=\p{Lu}\p{Ll}+)-[ ](?=\p{Ll}{3})                     # "Fa- brice"
            | (?<=\p{Lu}{2})-[ ](?=\p{Lu}{2})(?![ ]?MM)              # "DUPONT- MARTIN", but not "PETIT A- MARTIN L"
          )*
      )
    | (?P<dash>--|[-–])
    | (?P<mark>[^\s\p{L}])
    """,
    regex.VERBOSE,
    firsts=_FIRSTS,
)
_GLUED = ("Mme", "Mlle", "Mmes", "Monsieur", "Madame", "Messieurs", "Mesdames")
"""Civilities that are found as words where no blank parts them from the name beside them ("MmesDURAND")."""
_TWO_SHORTENED = regex.compile(r"\p{Lu}-\p{Lu}\p{Ll}")
"""Two first names cut short ("J-Cl")."""
JOINS = vocabulary("nee ne epouse epse veuve ep. vve")
"""Words, folded, between a name in marriage and one at birth ("PELAC née TORLAN Anne")."""
PARTICLES = vocabulary("de du des d la le les van von der den di da do dos el al ben bin dit dite y zu ter") | JOINS
UPPER_PARTICLES = frozenset(word.upper() for word in PARTICLES) | {"SAINT", "ST"}
_ARTICLES = vocabulary("de du des d' la le les van von der den da")
"""Particles that a surname in small letters begins with a capital ("M. Le Goff", "Mme De la Tour")."""
_BRETON = regex.compile(r"c'h", regex.IGNORECASE)
"""A letter of Breton, whose apostrophe elides nothing."""
MONTHS = vocabulary("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
"""Months, folded, that can be a first name too."""
SURNAMES_TOO = MONTHS | vocabulary(
    "bureau page ville place rue point bourg mairie commune communes vote rapport question dossier "
    "arrive parti partie faveur profit"
)
"""Common words, folded, that are a surname beside a first name, an initial or a civility ("Mme Anne BUREAU")."""
NOT_NAMES = SURNAMES_TOO | vocabulary(
    "neant absents absent presents present excuse excuses departement pouvoir pouvoirs procuration procurations mandat "
    "et ou suite la le les des un une oui non titulaire titulaires suppleant suppleants suppleante suppleantes membres "
    "delegues quorum "
    "assistaient etaient etait sont avaient conseil municipal municipaux communautaire seance reunion egalement cedex "
    "bp tel fax arrivee depart formant au aux date affichage publie transmis envoye recu accuse subvention subventions "
    "objet convocation nombre republique deliberation deliberations dcm pour contre avec sans sous dans chez selon "
    "depuis ensuite puis abstention abstentions article annexe total signature vu considerant "
    "je nous vous il elle on syndicat communaute par partir ayant represente representee representes remplace "
    "remplacee supplee suppleee jusqu'a qui"
)
"""Words, folded, that are nobody's name however they are written, but for those beside a name."""


class Token(NamedTuple):
    """A word or mark between two offsets of the view."""

    start: int
    end: int
    sort: Sort
    text: str


def tokens(view: View, start: int, end: int, *, initials: bool = False) -> list[Token]:
    """The tokens of a stretch. With ``initials``, "M." is the initial of a first name and no civility."""
    found: list[Token] = []
    at = start
    for mark in _MARKED.finditer(view.folded, start, end):
        begin, stop = mark.span()
        sort, text = mark.lastgroup, view.plain[begin:stop]
        if sort == "civility" and ((initials and text in ("M.", "M")) or not (text[0].isupper() or len(text) > 2)):
            continue
        if sort == "delegating":
            if not text[:2].replace(".", "").isupper():
                continue
            sort = "place"
        if sort == "grade":
            if not (text[0].isupper() and text[1:].islower() and view.plain[stop + 1].isupper()):
                continue  # a surname, or a word of prose
            sort = "civility"
        _add_words(found, view.plain, at, begin)
        found.append(Token(begin, stop, cast(Sort, sort), text))
        at = stop
    _add_words(found, view.plain, at, end)
    return found


def _add_words(found: list[Token], plain: str, start: int, end: int) -> None:
    for match in _TOKEN.finditer(plain, start, end):
        sort, text = match.lastgroup, match[0]
        if text in _GLUED:
            sort = "civility"
        found.append(Token(*match.span(), word_sort(text) if sort == "word" else cast(Sort, sort), text))


@lru_cache(maxsize=65_536)
def word_sort(word: str) -> Sort:
    """What a word can be, by its letters: most of them capitals, the first one, or none."""
    letters = [char for char in _BRETON.sub("ch", word).rpartition("'")[2] if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    folded = fold(word)
    if folded in _ARTICLES and capitals == 1 and letters[0].isupper():
        return "particle"
    if word.startswith("l'"):
        return "lower"
    if not capitals and folded.rstrip("'") in PARTICLES:
        return "particle"
    if folded in NOT_NAMES and not (capitals >= 2 and word in UPPER_PARTICLES):
        return "lower"
    if _TWO_SHORTENED.fullmatch(word):
        return "title"
    if capitals >= 2 and capitals >= 0.6 * len(letters):
        return "upper"
    if letters and letters[0].isupper():
        return "title" if len(letters) > 1 or capitals else "upper"
    return "lower"
