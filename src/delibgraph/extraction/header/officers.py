"""Who chaired a sitting and who kept its minutes: from a label or told in a sentence."""

from __future__ import annotations

import regex

from delibgraph.extraction.attendance.names import Mention, mention_after, mentions_in
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View

_PRESIDENT = Phrase(
    "president presidente presidence sous preside presidee",
    r"""
      (?<!vice[- ])presidente?(?:[ ]+de[ ]+(?:la[ ]+)?(?:seance|reunion))?[ ]*:[ \n]*
    | (?<=(?:^|[\n.])[ ]*)presidence(?:[ ]+de[ ]+(?:la[ ]+)?seance)?[ ]*:[ \n]*
    | (?<=(?:^|[\n.])[ ]*)presidence[ ]+(?:de[ ]+|d')(?=(?:m|mr|mme|mlle|monsieur|madame)[. ])
    | sous\s+la\s+presidence\s+(?:de\s+)?(?:d')?
    | presidee?\s+par\s+
    """,
)
_PRESIDING = Phrase(
    "preside presidant assure assurant",
    r"""
      (?<!(?<!\w)(?:est|se|de|la)[ ]+)presid(?:e|ant)
      (?=[ ]+(?:la|cette|a)[ ]+(?:\w+[ ]+)?(?:seance|reunion|assemblee)|[ ]+et[ ]+procede|[ ]*[.:,\n])
    | assur(?:e|ant)[ ]+la[ ]+presidence(?![ ]+(?:de[ ]+la[ ]+(?!seance|reunion)|du|des)(?!\w))
    """,
)
"""After the name of who chaired: "Mme A présidant la séance", "M. B, qui préside"."""
_PRESIDING_REACH = 60
"""Characters between a name and the verb that says it chaired: an office may stand there."""
_SECRETARY = Phrase(
    "secretaire secretaires secretariat",
    r"""
      secretaires?(?:[ ]+de[ ]+(?:la[ ]+)?seance)?(?:[ ]+(?:elue?|designee?|nommee?)(?:[ ]?\(e\))?)?[ ]*[:|][ \n]*
    | secretariat(?:[ ]+de[ ]+(?:la[ ]+)?seance)?[ ]*:[ \n]*
    | secretaire(?:[ ]+de[ ]+seance)?[ ]+sera[ ]+
    | secretaire[ ]+de[ ]+seance[ ]*\([^)]{0,160}\)[ .]*:[ \n]*
    | (?<=(?:^|\n)[ ]*)secretaire[ ]+de[ ]+seance[ ]+(?:[–-][ ]*|(?=(?:m|mr|mme|mlle|monsieur|madame)[. ]))
    """,
)
_ELECTED = Phrase(
    "est a sera ont",
    r"""
    (?:est|a[ ]+ete|sera|ont[ ]+ete)[ ]+(?:elue?|designee?|nommee?|choisie?)
    (?P<rest>[^.\n]{0,80}?secretaire|(?=[.\n])|\s+pour\s+(?:remplir|exercer|assurer)\s+(?:ces|cette|les|la)\s+fonctions?)
    """,
)
_OFFERED = Phrase(
    "propose proposee proposes assure assuree se est remplit remplira exerce a accepte secretaire tient tenant tiendra",
    r"""
      (?:se[ ]+)?proposee?s?[ ]+(?:pour[ ]+|d')?(?:assurer|faire|tenir)[ ]+(?:le|ce)[ ]+secretariat
    | assuree?[ ]+(?:le|ce)[ ]+secretariat
    | se[ ]+propose[ ]+(?:pour[ ]+|comme[ ]+|d')?(?:etre[ ]+)?(?:la[ ]+)?secretaire
    | (?:est|se[ ]+porte)[ ]+(?:candidate?|volontaire)[^.\n]{0,30}secreta(?:riat|ire)
    | (?:remplit|remplira|exerce|a[ ]+accepte)[ ]+(?:les[ ]+|la[ ]+)?fonctions?[ ]+de[ ]+secretaire
    | est[ ]+(?:la[ ]+|le[ ]+)?secretaire[ ]+de[ ]+(?:la[ ]+)?(?:presente[ ]+)?seance
    | accepte[ ]+d'etre[ ]+(?:la[ ]+|le[ ]+)?secretaire
    | (?:est|a[ ]+ete)[ ]+(?:appelee?|elue?|designee?|nommee?|choisie?)[ ]+(?:au|(?:pour|a)[ ]+(?:tenir|assurer)[ ]+le)
      [ ]+secretariat
    | (?:tient|tenant|tiendra)[ ]+(?:la[ ]+plume|le[ ]+secretariat)
    | (?<=,[ ])secretaire[ ]+de[ ]+(?:la[ ]+)?seance(?![ ]*:)
    """,
)
"""After the name of who keeps the minutes: "Mme A se propose pour assurer le secrétariat"."""
_KEPT = Phrase(
    "secretariat designe designee designer designent nomme nommee nommer nomment elit choisi choisit nomination "
    "fonctions plume",
    r"""
      secretariat[^.:\n]{0,40}?assuree?[ ]+par[ ]+
    | fonctions?[ ]+de[ ]+secretaire[^.:\n]{0,30}?[ ](?:sont|etant|est)[ ]+
      (?:remplies?|exercees?|assurees?|tenues?)[ ]+par[ ]+
    | plume[ ]+(?:est[ ]+)?tenue[ ]+par[ ]+
    | nomination[ ]+de[ ]+(?=[^.\n]{3,60}?,?[ ]+(?:(?:comme|en[ ]tant[ ]que)[ ]+)?secretaire)
    | (?:designee?|nommee?)[ \n]+
      (?=[^.]{3,80}[ \n](?:comme|en[ ]+(?:tant[ ]+que|qualite[ ]+de))[ \n]+(?:la[ ]+)?secretaire)
    | (?:designer?|designent|nommer?|nomment|elit|choisit)[ \n]+
      (?=(?:m|mr|mme|mlle|monsieur|madame)[. ][^.:;]{3,60}?[ \n](?:comme[ ]+|en[ ]+qualite[ ]+de[ ]+)?secretaire)
    | choisi[ ]+(?:pour|comme)[ ]+secretaire(?:[ ]+de[ ]+seance)?[ ]+
    """,
)
"""Before that name: "le secrétariat est assuré par", "ayant désigné Mme A comme secrétaire"."""
_CONVENED = Phrase("sous", r"(?<=(?:reuni|assemble)e?s?(?!\w)[^.\n]{0,120})sous\s+la\s+presidence\s+(?:de\s+)?(?:d')?")
"""Who chaired, in the sentence that says the organ met, however far it stands from the lists."""
_OWN_CHAIR = Phrase("sous", r"sous[ ]+sa[ ]+presidence")
_CALLED = regex.compile(r"(?r)(?:par|de)[ ]+(?:monsieur|madame|m\.|mme|le|la)[ ][^.]{0,200}$")
"""Who called the sitting, in the sentence that says it was held "sous sa présidence"."""
_APPOINTED = regex.compile(r"secretaire(?:[^.:;\n(]|\([^)\n]{0,60}\)){0,80}[.:;\n]\s*$")
_SENTENCE_STARTS = regex.compile(r"\n|(?<!(?<!\w)(?:m|mm|mr|mme|mlle|dr|\w))\.[ ]|:[ ]|;")
"""Where a sentence starts; the dot of "M." or of an initial ends none."""
_CALL = 300
"""Characters of the sentence that tells who called the sitting."""


def read_president(view: View, style: Style, near: int, decision: int) -> Mention | None:
    """Who chaired, told before ``near``; a label with a colon goes before "sous la présidence de"."""
    matches = sorted(_PRESIDENT.finditer(view, 0, near), key=lambda match: ":" not in match[0])
    matches += _CONVENED.finditer(view, near, decision)
    found = next((m for match in matches if (m := mention_after(view, match.end(), style))), None)
    return found or _own_chair(view, style, near) or _presiding(view, style, near)


def _presiding(view: View, style: Style, near: int) -> Mention | None:
    """The last one named before a verb that says who chaired, in its sentence and close to it."""
    for match in _PRESIDING.finditer(view, 0, near):
        named = mentions_in(view, _sentence_start(view, match.start()), match.start(), style)
        if named and match.start() - named[-1].span[1] < _PRESIDING_REACH:
            return named[-1]
    return None


def _own_chair(view: View, style: Style, decision: int) -> Mention | None:
    for match in _OWN_CHAIR.finditer(view, 0, decision):
        start = _sentence_start(view, match.start(), _CALL)
        if called := _CALLED.search(view.folded, start, match.start()):
            return mention_after(view, called.start() + called[0].index(" "), style)
    return None


def read_secretary(view: View, style: Style) -> Mention | None:
    """Who kept the minutes: named after the label, before or after "est élu secrétaire", else after "secrétaire :"."""
    for match in _SECRETARY.finditer(view):
        if found := mention_after(view, match.end(), style):
            return found
    for match in _ELECTED.finditer(view):
        named = mentions_in(view, _sentence_start(view, match.start()), match.start(), style)
        if named and ("secretaire" in match["rest"] or _is_appointed(view, named[-1], match.start())):
            return named[-1]
        if "secretaire" in match["rest"] and (found := mention_after(view, match.end(), style)):
            return found
    for match in _KEPT.finditer(view):
        if found := mention_after(view, match.end(), style):
            return found
    for match in _OFFERED.finditer(view):
        if named := mentions_in(view, _sentence_start(view, match.start()), match.start(), style):
            return named[-1]
    return None


def _sentence_start(view: View, at: int, reach: int = 90) -> int:
    start = max(0, at - reach)
    return max((stop.end() for stop in _SENTENCE_STARTS.finditer(view.folded, start, at)), default=start)


def _is_appointed(view: View, person: Mention, elected: int) -> bool:
    """Whether the sentence before speaks of a secretary: "Nomination du secrétaire : Mme X est élue."."""
    return _APPOINTED.search(view.folded, max(0, elected - 200), person.outer) is not None
