"""Who chaired a sitting and who kept its minutes: from a label or told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.attendance.names import Mention, mention_after, mentions_in
from delibgraph.extraction.attendance.style import Style
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View, fold
from delibgraph.facts import Attendance, Finding

_PRESIDENT = Phrase(
    "president presidente presidents presidence presidait sous preside presidee ouverte",
    r"""
      (?<!vice[- ]|(?:monsieur|madame|mme|m\.)[ ]l[ea][ ])
      president(?:s|es?)?(?:[ ]+de[ ]+(?:la[ ]+)?(?:seance|reunion))?[ ]*:[ \n]*
    | (?<=(?:^|[\n.])[ ]*)presidence(?:[ ]+de(?:[ ]+(?:la[ ]+)?seance)?)?[ ]*:[ \n]*
    | (?<=(?:^|[\n.])[ ]*)presidence[ ]+(?:de[ ]+|d')(?=(?:m|mr|mme|mlle|monsieur|madame)[. ])
    | sous\s+la\s+(?:presidence|conduite)\s+(?:de\s+)?(?::\s*)?(?:d')?
      (?:(?:m\.|mr|mme|monsieur|madame)[ ]l[ea][ ](?:maire|presidente?)[ ]*:[ \n]*)?
    | (?<=(?:^|\n)[ ]*)presidente?[ ]+de[ ]+(?:la[ ]+)?seance[ ]*\n\s*(?P<line>)
    | presidee?\s+par\s+(?::\s*)?
    | presidait(?:[ ]+la[ ]+seance)?[ ]*:[ \n]*
    | (?<=(?:^|[\n.])[ ]*)presidence[ ]+de[ ]+(?:la[ ]+)?seance[ ]+[–-][ ]+
    | presidence(?:[ ]+de[ ]+(?:la[ ]+)?(?:seance|reunion))?[ ]+(?:(?:est|etant)[ ]+)?(?:assuree|exercee)[ ]+par[ ]+
    | (?<=seance[ ]+(?:est[ ]+|a[ ]+ete[ ]+)?(?:declaree[ ]+)?)ouverte(?:[ ]+a[ ]+[^.,\n]{2,30})?[ ]+par[ ]+
    """,
)
_BY_OFFICE = regex.compile(r"(?:(?:m\.|mme|monsieur|madame)[ ]+)?l[ea][ ]+(?:maire|presidente?)[ ]*(?:[.;)\n]|$)")
"""An office alone where a name is expected: "sous la présidence de Monsieur le Maire."."""
_LABEL_BETWEEN = regex.compile(r"\n[^\n]*:")
"""Between "sous la présidence de" and a name of the next label: the chair's own is left out."""
_CHAIR = regex.compile(r"(?:(?:depute|senateur|senatrice)[ -]?)?(?:(?P<mayor>maire)|presidente?)$")
"""The offices that chair (CGCT L2121-14, L5211-9), on folded text; neither a deputy's nor a delegate's."""
_OPENS = Phrase("maire president presidente", r"\w+[ ]+(?:ouvre|preside|declare)[ ]+(?:la|cette)[ ]+(?:seance|reunion)")
"""The office alone before a verb that says who chaired: "Le Maire ouvre la séance"."""
_PRESIDING = Phrase(
    "preside presidant assure assurant ouvre ouvrant dirigeant conduit conduisant anime animant mene menant declare "
    "prend pris dirige est a procede etant constate constatant",
    r"""
      (?<!(?<!\w)(?:est|se|de|la)[ ]+)presid(?:e|ant)
      (?=[ ]+(?:(?:la|cette|a)[ ]+(?:\w+[ ]+)?|l')(?:seance|reunion|assemblee)|[ ]+et[ ]+procede|[ ]*[.:,\n])
    | (?:assur(?:e|ant)|prend|(?<=(?<!\w)a[ ])pris)[ ]+la[ ]+presidence
      (?![ ]+(?:de[ ]+(?:la[ ]+(?!seance|reunion)|l'(?!assemblee))|du|des)(?!\w))
    | (?:ouvr|dirig|condui|anim|men)(?:e|t|ant|sant|eant)[ ]+(?:(?:la|cette|les)[ ]+|l')
      (?:seance|reunion|debats|travaux|assemblee|discussions?)(?!\w)
    | (?:est|a[ ]+ete)[ ]+(?:elue?|designee?|nommee?|choisie?)[ ]+(?:comme[ ]+)?presidente?[ ]+de[ ]+(?:la[ ]+)?seance
    | (?<=(?:maire|presidente?)[ ]?,?[ ])procede[ ]+a[ ]+l'appel
    | etant[ ]+presidente?[ ]+de[ ]+(?:la[ ]+)?seance
    | declare[ ]+(?:la[ ]+seance[ ]+ouverte|ouverte[ ]+la[ ]+seance)
    | constat(?:e|ant)[ ]+(?:que[ ]+)?le[ ]+quorum
    """,
)
"""After the name of who chaired: "Mme A présidant la séance", "M. B, qui préside"."""
_LEFT = regex.compile(r"(?<!\w)(?:quitt|s'etant[ ]retire|se[ ]retire|sort[ ]de[ ]la[ ]salle|comptes?[ ]administratif)")
"""Before the name of who takes the chair for one item, which another has left."""
_PRESIDING_REACH = 60
"""Characters between a name and the verb that says it chaired: an office may stand there."""
_SECRETARY = Phrase(
    "secretaire secretaires secretariat",
    r"""
      secretaires?(?:\(s\))?
      (?:[ ]+(?:a[ ]l'unanimite|de|des|du|pour|la|le|les|ce|cette|l'|deux|trois|seances?|reunion|journees?|session
        |jour|conseil|comite|bureau|assemblee|debats|duree|et[ ]secretaire[ ](?:adjoint|auxiliaire)e?
        |elue?s?|designee?s?|nommee?s?|choisie?s?
        |titulaire)(?:[ ]?\(e\))?)*
      [ ]*[:|][ \n]*
    | secretariat(?:[ ]+de[ ]+(?:la[ ]+)?seance)?[ ]*:[ \n]*
    | secretaire(?:[ ]+de[ ]+seance)?[ ]+sera[ ]+
    | secretaire[ ]+de[ ]+seance[ ]*\([^)]{0,160}\)[ .]*:[ \n]*
    | (?<=(?:^|\n)[ ]*)secretaire[ ]+de[ ]+seance[ ]+(?:[–-][ ]*|(?=(?:m|mr|mme|mlle|monsieur|madame)[. ]))
    | (?<=(?:^|\n)[ ]*)secretaire(?:[ ]+de[ ]+(?:la[ ]+)?seance)?[ ]*\n\s*(?P<line>)
    """,
)
_ELECTED = Phrase(
    "est a sera ont",
    r"""
    (?:est|a[ ]+ete|sera|ont[ ]+ete)[ ]+(?:elue?|designee?|nommee?|choisie?)(?:\(e\))?
    (?P<rest>[^.\n]{0,80}?(?:[ ]\n|\n[ ]*)?secretaire|(?=[.\n])
    |\s+pour\s+(?:remplir|exercer|assurer)\s+(?:ces|cette|les|la)\s+fonctions?)
    """,
)
_OFFERED = Phrase(
    "propose proposee proposes assure assuree se est sera fera devient reste remplit "
    "remplira exerce a accepte secretaire tient tenant tiendra prend assurera",
    r"""
      (?:se[ ]+)?proposee?s?[ ]+(?:pour[ ]+|d')?(?:assurer|faire|tenir)[ ]+(?:le|ce)[ ]+secretariat
    | assuree?[ ]+(?:le|ce)[ ]+secretariat
    | se[ ]+propose[ ]+(?:pour[ ]+|comme[ ]+|d')?(?:etre[ ]+)?(?:la[ ]+)?secretaire
    | (?:est|se[ ]+porte)[ ]+(?:candidate?|volontaire)[^.\n]{0,30}secreta(?:riat|ire)
    | (?<=secretaire[ ]+de[ ]+(?:la[ ]+)?seance[^.\n]{0,40}[.:][^.\n]{0,80}[ ])
      se[ ]+porte[ ]+(?:candidate?|volontaire)(?!\w)
    | prend[ ]+(?:le[ ]+secretariat|note[ ]+de[ ]+la[ ]+seance)
    | (?:remplit|remplira|exerce|assure|assurera|a[ ]+accepte)[ ]+(?:les[ ]+|la[ ]+)?fonctions?[ ]+de[ ]+secretaire
    | (?:est|sera|fera|devient|reste)[ ]+(?:(?:office|fonctions?)[ ]+de[ ]+|(?:la|le|notre|votre)[ ]+)*
      secretaire(?:[ ]+de[ ]+(?:la[ ]+)?(?:presente[ ]+)?seance|(?=[ ]*[.,;\n]))
    | accepte[ ]+d'etre[ ]+(?:la[ ]+|le[ ]+)?secretaire
    | (?:est|a[ ]+ete)[ ]+(?:appelee?|elue?|designee?|nommee?|choisie?)[ ]+(?:au|(?:pour|a)[ ]+(?:tenir|assurer)[ ]+le)
      [ ]+secretariat
    | (?:tient|tenant|tiendra)[ ]+(?:la[ ]+plume|le[ ]+secretariat)
    | (?<=[(,][ ]?)secretaire[ ]+de[ ]+(?:la[ ]+)?seance(?![ ]*:)
    """,
)
"""After the name of who keeps the minutes: "Mme A se propose pour assurer le secrétariat"."""
_KEPT = Phrase(
    "secretariat designe designee designer designent nomme nommee nommer nomment elit elire choisi choisir choisit "
    "nomination designation election candidature propose confie "
    "fonctions plume",
    r"""
      secretariat[^.:\n]{0,40}?(?:assuree?|tenu|exerce)[ ]+par[ ]+
    | (?:propose|confie)[ ]+le[ ]+secretariat(?:[ ]+de[ ]+(?:la[ ]+)?seance)?[ ]+a[ ]+
    | fonctions?[ ]+de[ ]+secretaire[^.:\n]{0,30}?[ ](?:sont|etant|est)[ ]+
      (?:remplies?|exercees?|assurees?|tenues?)[ ]+par[ ]+
    | plume[ ]+(?:est[ ]+)?tenue[ ]+par[ ]+
    | (?:nomination|designation|election)[ ]+d(?:u|'une?)[ ]+secretaire[ ]+de[ ]+seance[ ]*[:–-]?[ ]*
      (?=(?:m|mr|mme|mlle|monsieur|madame)[. ])
    | candidature[ ]+de[ ]+(?=(?:[^.\n]|(?<=[ ]m)\.){3,80}?[ ](?:comme|en[ ]qualite[ ]de)[ ]secretaire)
    | nomination[ ]+de[ ]+(?=[^.\n]{3,60}?,?[ ]+(?:(?:comme|en[ ]tant[ ]que)[ ]+)?secretaire)
    | (?:designee?|nommee?)[ \n]+
      (?=[^.]{3,80}[ \n](?:comme|en[ ]+(?:tant[ ]+que|qualite[ ]+de))[ \n]+(?:la[ ]+)?secretaire)
    | (?:designer?|designent|nommer?|nomment|elit|choisit)[ \n]+(?:(?!m\.|mm?r?e?[ ]|mlle|monsieur|madame)[^.:;]){0,80}?
      (?=(?:m|mr|mme|mlle|monsieur|madame)[. ][^.:;]{3,60}?[ \n](?:comme[ ]+|en[ ]+qualite[ ]+de[ ]+)?secretaire)
    | (?:designer|nommer|elire|choisir)[ ]+(?=[^.:;,\n]{3,40}?[ ](?:comme[ ]+|en[ ]+qualite[ ]+de[ ]+)?secretaire)
    | choisi[ ]+(?:pour|comme)[ ]+secretaire(?:[ ]+de[ ]+seance)?[ ]+
    """,
)
"""Before that name: "le secrétariat est assuré par", "ayant désigné Mme A comme secrétaire"."""
_CONVENED = Phrase("sous", r"(?<=(?:reuni|assemble)e?s?(?!\w)[^.\n]{0,120})sous\s+la\s+presidence\s+(?:de\s+)?(?:d')?")
"""Who chaired, in the sentence that says the organ met, however far it stands from the lists."""
_OF_SITTING = regex.compile(r"presidente?[ ]+de[ ]+(?:la[ ]+)?seance[ ]*:")
"""The label that says who chaired the sitting, and no committee, wherever it stands."""
_OWN_CHAIR = Phrase("sous", r"sous[ ]+sa[ ]+presidence")
_CALLED = regex.compile(r"(?r)(?:par|de)[ ]+(?:monsieur|madame|m\.|mme|le|la)[ ][^.]{0,200}$")
"""Who called the sitting, in the sentence that says it was held "sous sa présidence"."""
_APPOINTED = regex.compile(r"secretaire(?:[^.:;\n(]|\([^)\n]{0,60}\)){0,80}[.:;,\n]\s*$")
_SENTENCE_STARTS = regex.compile(r"\n|(?<!(?<!\w)(?:m|mm|mr|mme|mlle|dr|\w))\.[ ]|:[ ]|;")
"""Where a sentence starts; the dot of "M." or of an initial ends none."""
_LINE_ENDS = regex.compile(r"[ .,]*(?:\n|$)")
_OFFICES = regex.compile(
    r"(?m)^[| ]*(?P<office>[^\t|\n]+)(?:[\t|]+[ ]*(?P<office>[^\t|\n]+)){1,4}[|]?\n"
    r"(?:[ |:-]*\n)?[| ]*(?P<name>[^\t|\n]+)(?:[\t|]+[ ]*(?P<name>[^\t|\n]+)){1,4}[|]?(?:\n|$)"
)
"""A row of offices over a row of names, in cells that bars or tabs part."""
_OFFICE_CELL = regex.compile(r"presiden|secreta|rapporteu|scrutateu|assesseu")
_BROKEN = regex.compile(r"(?r)(?<=\p{L})[ ]*\n[ ]*")
"""A line that ends within a sentence."""
_OTHER_LABELS = regex.compile(r"(?:(?:date|acte|affich|publi|transm|recu)[a-z' ]{0,30}:[ \n]*)+")
"""Labels that follow another one, before the values of all."""
_COMMA = regex.compile(r"(?:[ ]+de[ ]+(?:la[ ]+)?seance)?[ ]*,[ ]*(?=(?:m|mr|mme|mlle|monsieur|madame)[. ])")
"""Between "Est nommé secrétaire" and the name."""
_BESIDE = 80
"""Characters in which the values of a row of labels follow it."""
_CALL = 300
"""Characters of the sentence that tells who called the sitting."""


def read_president(view: View, style: Style, near: int, decision: int) -> Mention | None:
    """Who chaired, told before ``near``; a label with a colon goes before "sous la présidence de"."""
    matches = sorted(_PRESIDENT.finditer(view, 0, near), key=lambda match: ":" not in match[0])
    matches += [match for match in _PRESIDENT.finditer(view, near, decision) if _OF_SITTING.match(match[0])]
    matches += _CONVENED.finditer(view, near, decision)
    named = [match for match in matches if not _BY_OFFICE.match(view.folded, match.end())]
    told = ((match, mention_after(view, match.end(), style)) for match in named)
    own = ((match, m) for match, m in told if m and not _LABEL_BETWEEN.search(view.folded, match.end(), m.outer))
    found = next(
        (m for match, m in own if (match.groupdict().get("line") is None or _fills_line(view, match.end(), m))),
        None,
    )
    return found or _own_chair(view, style, near) or _presiding(view, style, near) or _in_cell(view, style, "presiden")


def is_chaired_by_office(view: View, near: int) -> bool:
    """Whether the text says that the mayor or the president chaired, and not who that is."""
    return any(_BY_OFFICE.match(view.folded, match.end()) for match in _PRESIDENT.finditer(view, 0, near)) or (
        _OPENS.search(view, 0, near) is not None
    )


def unread_chair(view: View, near: int) -> Iterator[Finding]:
    """The note on a chair whom the text tells before ``near`` and whose name was not found."""
    told = _OPENS.search(view, 0, near) or _PRESIDENT.search(view, 0, near)
    if told:
        english, french = "who chaired was not found", "le nom de qui préside n'a pas été trouvé"
        yield Finding("chair-unread", "info", english, french, told.span())


def chair_by_office(present: Sequence[Attendance], *, communal: bool) -> Attendance | None:
    """Who chaired by office: the one mayor of a communal council, or the one president, of those who sat throughout."""
    held = [(entry, _CHAIR.match(fold(entry.role))) for entry in present if entry.role and not entry.from_]
    chairs = [entry for entry, office in held if office and (communal or not office["mayor"])]
    return chairs[0] if len(chairs) == 1 else None


def _presiding(view: View, style: Style, near: int) -> Mention | None:
    """The last one named before a verb that says who chaired, in its sentence and close to it."""
    for match in _PRESIDING.finditer(view, 0, near):
        named = mentions_in(view, _sentence_start(view, match.start()), match.start(), style)
        close = named and match.start() - named[-1].span[1] < _PRESIDING_REACH
        if close and not _LEFT.search(view.folded, max(0, match.start() - _CALL), match.start()):
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
        row = _OTHER_LABELS.match(view.folded, match.end())
        found = mention_after(view, match.end(), style) if not row else _civil(view, row.end(), style)
        if found and (match["line"] is None or _fills_line(view, match.end(), found)):
            return found
    if found := next(filter(None, (_elected(view, match, style) for match in _ELECTED.finditer(view))), None):
        return found
    for match in _KEPT.finditer(view):
        if found := mention_after(view, match.end(), style):
            return found
    for match in _OFFERED.finditer(view):
        start = _sentence_start(view, match.start())
        if named := mentions_in(view, start, match.start(), style):
            return named[-1]
        if (found := mention_after(view, start, style)) and found.end < match.start():
            return found
    return _in_cell(view, style, "secreta")


def _elected(view: View, match: regex.Match[str], style: Style) -> Mention | None:
    """Who is elected: named after "Est nommé secrétaire, M. A", before the verb, or after it."""
    office = "secretaire" in match["rest"]
    after = _COMMA.match(view.folded, match.end()) if view.plain[match.start()].isupper() and office else None
    if after and (found := mention_after(view, after.end(), style)):
        return found
    named = mentions_in(view, _sentence_start(view, _line_before(view, match.start())), match.start(), style)
    if named and (office or _is_appointed(view, named[-1], match.start())):
        return named[-1]
    return mention_after(view, match.end(), style) if office else None


def _civil(view: View, start: int, style: Style) -> Mention | None:
    """The first one with a civility after a row of labels, whose values stand in a row."""
    return next((m for m in mentions_in(view, start, start + _BESIDE, style) if m.civility), None)


def _in_cell(view: View, style: Style, office: str) -> Mention | None:
    """Who is named in the cell under an office's, in a row of offices over a row of names."""
    for match in _OFFICES.finditer(view.text, overlapped=True) if "\t" in view.text or "|" in view.text else ():
        cells = [fold(cell).strip() for cell in match.captures("office")]
        column = next((i for i, cell in enumerate(cells) if cell.startswith(office)), None)
        below = match.spans("name")
        if column is not None and len(below) == len(cells) and all(map(_OFFICE_CELL.match, cells)):
            return mention_after(view, below[column][0], style)
    return None


def _fills_line(view: View, start: int, person: Mention) -> bool:
    """Whether somebody named in full has the line that starts at an offset to themselves."""
    return person.full and person.outer == start and _LINE_ENDS.match(view.plain, person.end) is not None


def _sentence_start(view: View, at: int, reach: int = 90) -> int:
    start = max(0, at - reach)
    return max((stop.end() for stop in _SENTENCE_STARTS.finditer(view.folded, start, at)), default=start)


def _line_before(view: View, at: int) -> int:
    """Where the line before ends, if a name broken off from its verb does there; else where the verb begins."""
    broken = _BROKEN.match(view.plain, 0, at)
    return broken.start() if broken else at


def _is_appointed(view: View, person: Mention, elected: int) -> bool:
    """Whether the sentence before speaks of a secretary: "Nomination du secrétaire : Mme X est élue."."""
    return _APPOINTED.search(view.folded, max(0, elected - 200), person.outer) is not None
