"""The title of a deliberation."""

from __future__ import annotations

import regex

from delibgraph.extraction.items.captions import FIRM, NO_TITLE, OPENS_TEXT, captions, states
from delibgraph.extraction.items.headings import marked_headings
from delibgraph.extraction.text.dates import DATE
from delibgraph.extraction.text.view import View, tidy, trim
from delibgraph.facts import Span

_HEADING = regex.compile(
    r"(?i)\s*(?:extrait|d[ée]lib[ée]rations?[ ](?:d|n)|d[ée]cision[ ]du[ ]bureau|"
    r"(?:la[ ])?s[ée]ance|compte[- ]rendu|proc[èe]s|r[ée]publique|"
    r"d[ée]partement|commune[ ]de|ville[ ]de|mairie|communaut[ée][ ]|m[ée]tropole|syndicat|secr[ée]taire|"
    r"(?:d[ée]lib[ée]rations?|d[ée]cisions?|expos[ée](?:[ ]des[ ]motifs)?|rapport|motifs|visas|dispositif|"
    r"transcription|ordre[ ]du[ ]jour|d[ée]bats?)[ ]*:?[ ]*(?:\n|\Z)|objet[ ]*/|canton|arrondissement|"
    r"conseil[ ](?:municipal|commun|synd|d)|nombre[ ]d|pr[ée]sid|convocation|date|effectif|conseillers|membres|quorum)"
)
_OF_ACT = r"(?:[ ]+de[ ]+(?:la[ ]+d[ée]lib[ée]ration|l['’][ ]?acte))?"
_TITLED = r"(?:INTITUL[ÉE]|Intitul[ée]|TITRE|Titre|SUJET|Sujet|LIBELL[ÉE]|Libell[ée]|O[ ]B[ ]J[ ]E[ ]T)"
_OBJECT = regex.compile(
    rf"(?m)\s*(?:(?<!\w)(?i:objet{_OF_ACT})[ ]*:"
    rf"|^[ ]*{_TITLED}{_OF_ACT}[ ]*:"
    r"|^[ ]*(?i:d[ée]lib[ée]ration)[ ]*:"
    r"(?=[ ]*(?!(?i:l[ea]s?|l'|apr[èe]s|vu|adopt|approuv|unanim|n[ ]?°))\p{Lu}[^\n]{8})"
    r"|^[ ]*(?:OBJET|Objet|INTITUL[ÉE]|Intitul[ée])[ ]*[–—-](?=[ ])"
    r"|(?<=[|][ ]{0,3})(?:OBJET|Objet)[ ]+(?=\p{Lu})"
    r"|^[ ]*[|][ ]*(?:OBJET|Objet)[ ]*[|](?![^\n|]*[|][ ]*[^\s|])"
    rf"|^[ ]*(?i:objet{_OF_ACT})[ ]*$(?=\s*\S))[ |\n]*"
)
_FIELD = regex.compile(
    r"(?:nombre[ ]d|date[ ]d|(?:etaient[ ])?presents?(?!\w)"
    r"|(?:en[ ]exercice|votants|convocation|secretaire|seance)(?!\w))"
    r"[^\n]{0,40}:"
)
"""What a line under a title begins with that goes on with the heading's fields."""
_REPORT = regex.compile(r"\s*(?i:rapport|dossier)[ ]*(?:n[ ]?[°º])?[ ]*:?[ ]*\d[\w./-]*[ ]*(?=\n)")
"""The number of the report that the deliberation was drawn from, on a line of its own."""
_PARAGRAPH = regex.compile(r"[^\n]*\S[^\n]*(?:\n(?![ ]*\n)[^\n]*\S[^\n]*)*")
_BESIDE = regex.compile(r"(?r)\S[ ]{2,}(?:[^\n ]+[ ]){0,5}[^\n ]*$")
_LINE_ENDS = regex.compile(r"[ ]*(?:\n|$)")
"""Before a number in a column of the letterhead, under which stands no title."""
_SAME_LINE = regex.compile(r"[ ]*[:–./-]?[ ]*(?P<title>[^\n]*\S)")
_AFTER_SIGN = regex.compile(r"[ ]*[:–-][ ]*(?=[«\"]?\p{L})(?=[^\n]{8})")
"""What parts a number from its title on one line."""
_SENTENCE_END = regex.compile(r"[:.](?=\s|$)")
_CELL = regex.compile(r"[ |\n]*[|][ ]*(?:objet|titre|intitule)[ ]*[|](?![^\n|]*[|][ ]*[^\s|])")
"""The first cell of a table's row that names what the next one holds."""
_FORMAL = regex.compile(
    r"(?:approbation|adoption|lecture)[ ]d(?:u|es)[ ]|(?:designation|nomination|election)[ ]d(?:u|'une?)[ ]secretaire"
    r"|appel|quorum|ouverture"
)
"""What opens a sitting and is no deliberation's title."""
_BETWEEN = regex.compile(
    rf"\s*(?:(?:du|le|en[ ]date[ ]du)?[ ]*(?:\p{{L}}+di[ ]+)?{DATE.pattern}[ .]*(?:\n|$)|n[ ]?°[^\n]*\n|"
    r"(?:\d{1,2}(?:ere?|e|eme)[ ]+)?commission[ ]*(?:[:–-]|n°)[^\n]*\n|(?:direction|service|pole|rapport(?:eur|eure)?|"
    r"reference|dossier[ ]suivi)[ ]?(?:[:–-]|d[eu]|n°)[^\n]*\n|(?:le|la)[ ](?:conseil|comite|bureau|commission)"
    r"[ ]\p{L}+,?[ ]*(?:\n|$))"
)
"""Lines between a number and its title: a date, another number, the committee that examined it."""
_NUMBERED = regex.compile(
    r"\s*(?:deliberation|decision|dcm|affaire|question)s?[ ]*(?:n[ ]?°[ ]*)?(?=[\w./-]*\d)[\w./-]+[ ]*"
    r"[:–-][ ]+(?=\p{L})"
)
"""The number of a deliberation before its title on one line."""
_OWN_DATE = regex.compile(r"[ ]+(?:du|en[ ]date[ ]du)[ ]+\d{1,2}[^\n]{3,20}(?:19|20)\d\d[ ]*[:,–-]?")
_NEXT_SENTENCE = regex.compile(
    r"(?<!(?<!\w)(?:MM?|Mmes?|Mr|Dr|Me|Ste?|n|art|av|\p{Lu}))[.:][ ]+(?P<sentence>\p{L}[^\n.]*(?:\.\p{L}[^\n.]*)*)"
)
_ENDS_SENTENCE = regex.compile(r"\.(?:\s|$)")
_FINITE = regex.compile(
    r"(?<!\w)(?:est|sont|a[ ]ete|ont[ ]ete|expose|rappelle|propose|presente|informe|indique|precise)(?!\w)"
)
_TELLER = regex.compile(
    r"(?:l[ea]s?[ ]|l')(?:conseil|comite|bureau|maire|presidente?|assemblee|commission|membres)(?!\w)"
)
"""The verbs of a sentence that follows a title and its colon, and who it begins with."""
_LABELLED = regex.compile(
    r"(?:[ ]*(?:rapport|dossier|affaire|question|point|sujet|od?j|deliberation|resolution)[ ]*(?:n[ ]?[°º])[ ]*"
    r"\d[\w./-]*+(?:[ ]+(?:de|a)[ ]l'ordre[ ]du[ ]jour)?"
    r"|(?:ere?|e|eme)[ ]+(?:question|affaire|point|sujet|deliberation))[ ]*[:–/-][ ]*(?=\p{L})"
)
"""What a title's line begins with: which report or point it is."""
_RANK = regex.compile(r"[ :\n]*(?:[ivx]{1,5}[ ]?[-–)/]+|\d{1,2}[ ]?[.)°/–-]+)[ ]+(?=\p{L}{3})")
"""A rank before a title."""
_THEMES = (
    r"finances?|culturel?l?e?|sports?|personnel|ressources[ ]humaines|urbanisme|environnement|education|scolaires?"
    r"|sociale?s?|tourisme|voirie|travaux|economi(?:e|ques?)|developpement[ ]economique|habitat|logement"
    r"|administration(?:[ ]generale)?|generales?|intercommunalite|patrimoine|eau(?:[ ]et[ ]assainissement)?"
    r"|assainissement|mobilites?|transports?|institutions?|enfance|jeunesse|petite[ ]enfance|dechets|sante"
    r"|solidarites?|numerique|agriculture|commande[ ]publique|foncier|fiscalite|vie[ ]associative|juridiques?"
)
_THEME = regex.compile(
    rf"[ :–/-]*(?:(?:affaires?|politique|action|service|pole)[ ])?(?:{_THEMES})(?:[ ](?:et|-|–|/)[ ]\p{{L}}+)?[ ]*\n"
    r"(?=[ ]*[^\W\d_][^\n]{11})"
)
"""A line that names the theme of a deliberation over its title."""
_SHORT_SENTENCE = regex.compile(r"\p{Lu}[^\n]{0,120}\p{Ll}\.")
"""A sentence that fills a line, such as stands over a title after the lists."""
_NEXT_LINE = regex.compile(r"[\s:.–|-]*(?P<line>[^\n]*[^\s\n])")
_BOLD = regex.compile(r"(?<=\*\*[^*\n]{0,12})(?P<title>[^*\n]{6,})\*\*[ ]*[:.–-]*[ ]+[^\s*]")
"""A title in bold with text after it on its line."""
_QUOTED = regex.compile(r"\n[ ]*>")
_CARRIED_ON = regex.compile(r"[ ]*\n[ ]*(?P<line>[^\n]*\S)")
_SENTENCE_OPENS = regex.compile(
    r"(?:L[ea]s?|Une?|Il|Elle|Ces?|Cette|Aux?|Dans|Par|Sur|Pour|Cet|En|Afin|Depuis)(?!\p{L})|L'"
)
"""How a sentence begins, on plain text; a title does so where nothing tells otherwise."""
_UNDER_COLON = regex.compile(
    rf"[ ]*\n[ ]*\n[ >]*(?!{_SENTENCE_OPENS.pattern})"
    r"(?P<line>\p{Lu}[^\n]{5,100}[^\n.,;: ])[ ]*\n[ ]*\n"
)
"""A line on its own, which begins no sentence, under a title that a colon leaves open."""
_MATTER_LABEL = (
    r"(?:(?:code[ ])?(?:matiere|nomenclature)s?(?:[ ](?:actes|de[ ]l'acte))?|domaine)[ ]*:?[ ]*(?:n[ ]?°[ ]*)?"
    r"\d(?:[.]\d{1,2}){0,3}"
)
_MATTER = regex.compile(rf"\s*{_MATTER_LABEL}[^\n:–-]{{0,80}}\n|[\s:.–|-]*{_MATTER_LABEL}[ ]*[:–-]")
"""The matter before a title, on its own line or up to a dash (the nomenclature of @CTES)."""
_OBJECT_SOON = regex.compile(
    r"(?:[^\n]{0,60}\n\s*){0,2}(?:(?i:objet)[ ]*:|(?:OBJET|Objet)[ ]*[–—-][ ]|(?:INTITUL[ÉE]|Intitul[ée])[ ]*[:–—-])\s*"
)
_TITLE_END = regex.compile(
    r"(?<![\w.])(?:rapporteure?s?(?=[ ]*:)|(?:est[ ])?(?:approuvee?|adoptee?|rejetee?|votee?)(?:[ ]+(?:a|par)[ ]|"
    r"[ ]*$)|vote[ ]*:|"
    r"a[ ]l'unanimite|pour[ ]*:[ ]*\d|(?:etaient[ ]+)?presents?[ ]*:|l[' ]an[ ]+(?:deux|20\d\d)|"
    r"nombre[ ]+de[ ]+(?:membres|conseillers|delegues)|date[ ]+de[ ]+(?:la[ ]+)?convocation|"
    r"(?<=[:.][ ])l[ea][ ](?:maire|presidente?)(?!\w)|"
    r"(?:monsieur|madame|m\.|mme)[ ](?:le|la|l')?[ ]?\p{L}+[^.]{0,40}(?:expose|"
    r"rappelle|presente|informe))"
)
_RESULT = regex.compile(r"(?<=\S\s+)(?:(?:ADOPT|APPROUV|REJET|AJOURN)[ÉE]E?S?|UNANIMIT[ÉE])(?!\w)")
_RESULT_LAST = regex.compile(r"(?<!\w)(?:(?:approuve|adopte|rejete)e?s?|prend[ ]acte)[ ]*$")
"""Where a title ends within its line: at who presents it, and at the result."""
_TEXT_STARTS = regex.compile(
    r"(?:rapporteure?|vu|considerant|(?:le|la|les)[ ](?:conseil|comite|bureau|maire|president|presidente|membres|"
    r"commission)|"
    r"m\.|mmes?|mm|monsieur|madame|apres|ayant|il[ ]est|expose|rapport|deliberation(?![ ]modif)|votes?[ ]*(?::|$)|pour|"
    r"contre|decide|sur|dans|afin|"
    r"l[' ]an|suite|conformement|"
    r"par[ ]deliberation|entendu|presents?|n°|nomenclature|matiere)(?!\w)|[-–•▪➢►]|\d+[ ]*[.)°–-]"
)
"""How the text under a title begins, on folded text."""
_OPENING = regex.compile(
    r"l[' ]an[ ]+(?:deux|mil|19|20)"
    r"|(?:du|le)[ ]+(?:\p{L}+di[ ]+)?\d{1,2}(?:er)?[ ]+\p{L}+[ ]+(?:19|20)\d\d[ .,]*(?:\n|\Z)"
)
"""How the sentence on the sitting begins, which is no title."""
_CAPITALS = regex.compile(
    r"(?:(?:(?!MM?\.?\s)|(?<=(?<!\p{L})(?:À|A|AU|AUX|DE|PAR|AVEC|ENTRE|ET|POUR)\s))[^\p{Ll}\s]+\s+){2,}"
    r"(?=(?<!(?<!\p{L})(?:À|A|AU|AUX|DE|PAR|AVEC|ENTRE|ET|POUR)\s)MM?\.?\s[^\n]*\p{Ll}|(?!MM?\.)[^\s]*\p{Ll})"
)
"""The words in capitals with which a line begins that goes on in small letters."""
_LAST_SIGN = regex.compile(r"(?r)(?<!\w)(?:deliberation[ ]*)?(?:n[ ]?[°ºo]|numero)?[ ]*\Z")
"""The word and sign before a number that closes a title."""
_LEFT_OPEN = regex.compile(r"(?<!\w)(?:de|du|des|la|le|les|l'|d'|et|à|au|aux|en|pour|sur|par|avec|n°)\s*$|[-–,:(/]\s*$")
_FULL_LINE = 55
"""Characters of a line that may go on in the next."""
_LONG_PARAGRAPH = 200
"""Characters from which a paragraph is text."""
_FEW_LINES = 4
"""Lines between "Objet :" and a number under it."""
_RANKS = ("point", "roman", "rank", "subrank")
_SOON = 200
"""Characters between the lists and the title of an act that holds one deliberation."""
_NEAR = 1000
"""Characters after the lists in which a line that names its report or point is the act's own."""
_LONGEST_SENTENCE = 120
"""Characters of a sentence that may belong to a title."""
_LONG_CLAUSE = 35
"""Characters of what may be a title's second half."""
_LONGEST = 500
"""Characters of the longest title."""
_FEWEST_LETTERS = 12


def read_title(view: View, roll_end: int, decision: int, number: Span | None) -> tuple[str, Span] | None:
    """The title: what heads the act's own text, else what follows its number, else its "objet"."""
    if roll_end and (heading := _heading_after(view, roll_end, decision)):
        return _before_number(view, heading, number)
    if labelled := next(view.heads(_LABELLED, view.folded, roll_end, roll_end + _NEAR), None):
        return read_heading(view, labelled.start())
    beside = number is not None and _is_beside(view, number)
    over = _OBJECT.search(view.plain, max(0, number[0] - _LONGEST), number[0]) if number else None
    if number and over and view.plain.count("\n", over.end(), number[0]) > _FEW_LINES:
        over = None
    title = read_heading(view, over.end(), number[0]) if number and over else None
    if number and title is None:
        title = _beside_number(view, number) if beside else _repeated(view, number) or _after_number(view, number[1])
    if title and not _OPENING.match(view.folded, title[1][0]):
        return title
    if match := _OBJECT.search(view.plain):
        return _paragraph(view, match.end())
    if not roll_end:
        return _alone(view, min(decision, _NEAR))
    caption = _ranked(view, roll_end) or _caption(view, roll_end, decision)
    return _before_number(view, caption, number) if caption else None


def _is_beside(view: View, number: Span) -> bool:
    """Whether a number ends a line in a column of its own."""
    return _LINE_ENDS.match(view.plain, number[1]) is not None and bool(_BESIDE.search(view.plain, 0, number[0]))


def _beside_number(view: View, number: Span) -> tuple[str, Span] | None:
    """The line in capitals under a number in a column of its own."""
    line = _NEXT_LINE.match(view.plain, number[1])
    found = line is not None and _in_capitals(line["line"]) and not _HEADING.match(line["line"] + "\n")
    return read_heading(view, line.start("line")) if line and found else None


def _repeated(view: View, number: Span) -> tuple[str, Span] | None:
    """The title on the line on which a number that stood alone stands again ("OBJET : Délibération n° 2014-48 : …")."""
    if not _LINE_ENDS.match(view.plain, number[1]):
        return None
    at = number[0]
    while (at := view.plain.find(view.plain[slice(*number)], at + 1)) > 0:
        if rest := _AFTER_SIGN.match(view.plain, at + number[1] - number[0]):
            return read_heading(view, rest.end())
    return None


def _before_number(view: View, title: tuple[str, Span], number: Span | None) -> tuple[str, Span]:
    """The title without the number that opens or closes it."""
    if number and title[1][0] == number[0]:
        return read_heading(view, number[1]) or title
    if not number or not title[1][0] < number[0] < title[1][1]:
        return title
    return read_heading(view, title[1][0], number[0]) or title


def _ranked(view: View, start: int) -> tuple[str, Span] | None:
    """The line with a rank right after the lists."""
    ranked = (heading for heading in marked_headings(view, start) if heading.form in _RANKS)
    first, second = next(ranked, None), next(ranked, None)
    reach = _SOON if second else _NEAR
    title = read_heading(view, first.title) if first and first.start - start < reach else None
    return None if title and any(no.match(view.folded, title[1][0]) for no in (_FORMAL, NO_TITLE)) else title


def read_heading(view: View, start: int, until: int | None = None) -> tuple[str, Span] | None:
    """The title that begins at ``start``, in the heading of an item: its line, and those that carry it on.

    ``until`` is where it ends at the latest.
    """
    for lead in (_NUMBERED, _MATTER, _LABELLED, _THEME, _CELL, _RANK):
        start = led.end() if (led := lead.match(view.folded, start)) else start
    first = _NEXT_LINE.match(view.plain, start)
    if not first:
        return None
    start, end = first.span("line")
    if (labelled := _OBJECT_SOON.match(view.plain, start, start + _LONGEST)) and labelled.end() < len(view.plain):
        start = labelled.end()
        end = view.plain.find("\n", start)
        end = len(view.plain) if end < 0 else end
    while (line := _CARRIED_ON.match(view.plain, end)) and _carries_on(view, (start, end), line.span("line")):
        end = line.end("line")
    if view.plain[end - 1] == ":" and (line := _UNDER_COLON.match(view.plain, end)):
        end = end if _TEXT_STARTS.match(view.folded, line.start("line")) else line.end("line")
    if bold := _BOLD.match(view.text, start, end):
        end = bold.end("title")
    capitals = _CAPITALS.match(view.plain, start, end)
    if capitals and sum(map(str.isalpha, capitals[0])) >= _FEWEST_LETTERS:
        end = capitals.end()
    for stops, text in ((_TITLE_END, view.folded), (_RESULT, view.plain)):
        if stop := stops.search(text, start + 1, end):
            end = stop.start()
    if result := _RESULT_LAST.search(view.folded, start, end):
        end = result.start()
    end = _before_text(view, start, end)
    if until is not None:
        sign = _LAST_SIGN.search(view.folded, start, min(end, until))
        end = sign.start() if sign else min(end, until)
    start, end = trim(view.plain, start, end, ":–-. |(/•▪►➢➔➤✓✔❖●■◆◼∙·⮚_")
    return (tidy(_QUOTED.sub(" ", view.plain[start:end])), (start, end)) if start < end else None


def _before_text(view: View, start: int, end: int) -> int:
    """Where a title ends that its text follows on the line: before the first sentence that states something."""
    for match in _NEXT_SENTENCE.finditer(view.plain, start + 1, end, overlapped=True):
        said = match.span("sentence")
        tells: object
        if match[0][0] == ":":
            tells = _FINITE.search(view.folded, *said) or _TELLER.match(view.folded, said[0])
            tells = tells or (_opens_text(view, said[0]) and _is_sentence(view, said))
        else:
            long = said[1] - said[0] > _LONGEST_SENTENCE
            tells = long or states(view, *said) or _opens_text(view, said[0])
        if tells:
            return match.start()
    return end


def _is_sentence(view: View, said: Span) -> bool:
    """Whether a stretch is as long as a sentence and ends like one."""
    return said[1] - said[0] > _LONG_CLAUSE and _ENDS_SENTENCE.match(view.plain, said[1]) is not None


def _opens_text(view: View, at: int) -> bool:
    """Whether the text of an act, or another part of its heading, begins here."""
    folded = any(begins.match(view.folded, at) for begins in (_TEXT_STARTS, OPENS_TEXT))
    return folded or any(begins.match(view.plain, at) for begins in (_HEADING, _SENTENCE_OPENS))


def _carries_on(view: View, title: Span, line: Span) -> bool:
    """Whether a title goes on in a line: in capitals like itself, in small letters, or after a full line."""
    told, more = view.plain[slice(*title)], view.plain[slice(*line)]
    if _FIELD.match(view.folded, line[0], line[1]):
        return False
    if told[-1:] == ":" and _SENTENCE_OPENS.match(view.plain, line[0]):
        return False
    if line[1] - title[0] > _LONGEST or told.rstrip()[-1:] in ".;" or _RESULT_LAST.search(view.folded, *title):
        return False
    last = told.rpartition("\n")[2]
    if more[0].islower():
        return True
    if _TEXT_STARTS.match(view.folded, line[0]):
        return False
    if _LEFT_OPEN.search(last.lower()):
        return True
    if told.isupper() or more.rstrip()[-1] in ".;:,":
        return told.isupper() and more.isupper()
    following = _CARRIED_ON.match(view.plain, line[1])
    alone = following is None or _TEXT_STARTS.match(view.folded, following.start("line")) is not None
    return alone or (len(last) > _FULL_LINE and len(more) < 1.4 * len(last))


def _heading_after(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The first lines in capitals after the lists."""
    for match in _PARAGRAPH.finditer(view.plain, start):
        if match.start() > end or (match.start() == end and NO_TITLE.match(view.folded, end)):
            return None
        line = _NEXT_LINE.match(view.plain, match.start())
        while (
            line
            and (_HEADING.match(line["line"]) or _SHORT_SENTENCE.fullmatch(line["line"]))
            and line.end() < match.end()
        ):
            line = _NEXT_LINE.match(view.plain, line.end())
        if line and _in_capitals(line["line"]) and not _HEADING.match(line["line"]):
            return read_heading(view, line.start("line"))
        if len(match[0]) > _LONG_PARAGRAPH and view.plain[match.start() - 1 : match.start()] == "\n":
            return None
    return None


def _in_capitals(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return (
        len(letters) >= _FEWEST_LETTERS and sum(map(str.isupper, letters)) >= 0.8 * len(letters) and words[0].isupper()
    )


def _caption(view: View, start: int, end: int) -> tuple[str, Span] | None:
    """The line between the lists and the decision that looks most like a title."""
    lines = [line for line in captions(view, start) if line.start < end and not _HEADING.match(view.plain, line.start)]
    best = max(lines, key=lambda line: line.score, default=None)
    return read_heading(view, best.start) if best else None


def _alone(view: View, end: int) -> tuple[str, Span] | None:
    """The title over an act without lists: a line beyond doubt, at its head."""
    lines = (line for line in captions(view, 0) if line.start < end and not _HEADING.match(view.plain, line.start))
    firm = next((line for line in lines if line.score >= FIRM), None)
    title = read_heading(view, firm.start) if firm else None
    return title if title and " " in title[0] else None


def _after_number(view: View, end: int) -> tuple[str, Span] | None:
    rest = _SAME_LINE.match(view.plain, end)
    if rest and _HEADING.match(rest["title"]):
        return None
    if not rest or len(rest["title"]) <= 6:
        return _paragraph(view, end)
    dated = _OWN_DATE.match(view.folded, end)
    return read_heading(view, dated.end() if dated else end)


def _paragraph(view: View, start: int) -> tuple[str, Span] | None:
    if report := _REPORT.match(view.plain, start):
        start = report.end()
    passed = False
    while between := _BETWEEN.match(view.folded, start):
        start, passed = between.end(), True
    if match := _OBJECT.match(view.plain, start):
        start = match.end()
    match = _PARAGRAPH.search(view.plain, start)
    if not match or match.start() - start > 80 or len(match[0].strip()) < 6 or _HEADING.match(match[0]):
        return None
    if passed and NO_TITLE.match(view.folded, match.start()):
        return None
    return read_heading(view, match.start())
