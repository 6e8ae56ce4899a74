"""Where a title begins and ends in its lines: past what leads it, up to its text, over the lines that carry it on."""

from __future__ import annotations

import regex

from delibgraph.extraction.items.captions import OPENS_TEXT, states
from delibgraph.extraction.text.view import View, tidy, trim
from delibgraph.facts import Span

HEADING = regex.compile(
    r"(?i)\s*(?:extrait|au[ ]vu[ ]d|d[ée]lib[ée]rations?[ ](?:d|n)|"
    r"d[ée]cision[ ]d(?:u[ ](?:bureau|conseil|comit[ée])|e[ ]la[ ]commission)|"
    r"(?:la[ ])?s[ée]ance|compte[- ]rendu|proc[èe]s|r[ée]publique|"
    r"d[ée]partement|commune[ ]de|ville[ ]de|mairie|communaut[ée][ ]|m[ée]tropole|syndicat|secr[ée]taire|"
    r"(?:d[ée]lib[ée]rations?|d[ée]cisions?|expos[ée](?:[ ]des[ ]motifs)?|rapport|motifs|visas|dispositif|"
    r"transcription|ordre[ ]du[ ]jour|d[ée]bats?)[ ]*:?[ ]*(?:\n|\Z)|objet[ ]*/|canton|arrondissement|"
    r"conseil[ ](?:municipal|commun|synd|d)|nombre[ ]d|pr[ée]sid|convocation|date|effectif|conseillers|membres|quorum|"
    r"(?:[ée]lus|administrateurs)[ ](?:pr[ée]s|en[ ]ex)|"
    r"(?:(?:[ée]taient[ ])?(?:pr[ée]sents?|absents?|excus[ée]e?s?)|pouvoirs?|procurations?)[ ]*[:(]|"
    r"(?:l[ea][ ]|l')(?:conseil|commission|comit[ée]|bureau|assembl[ée]e)(?:[ ][\p{L}']+){0,2}[ ]*[,:]?[ ]*(?:\n|\Z)|"
    r"(?:d[ée]lib[èe]re|d[ée]cide|arr[êe]te|approuve|adopte|autorise|prend[ ]acte)[ ]*[,:]?[ ]*(?:\n|\Z))"
)
"""What is a part of an act's heading or of its frame ("LA COMMISSION PERMANENTE,", "DÉLIBÈRE"), and no title."""
_FIELD = regex.compile(
    r"(?:nombre[ ]d|date[ ]d|(?:etaient[ ])?presents?(?!\w)"
    r"|(?:en[ ]exercice|votants|convocation|secretaire|seance|services?[ ]instructeurs?)(?!\w))"
    r"[^\n]{0,40}:"
)
"""What a line under a title begins with that goes on with the heading's fields."""
_CELL = regex.compile(r"[ |\n]*[|][ ]*(?:objet|titre|intitule)[ ]*[|](?![^\n|]*[|][ ]*[^\s|])")
"""The first cell of a table's row that names what the next one holds."""
_NUMBERED = regex.compile(
    r"\s*(?:deliberation|decision|dcm|affaire|question)s?[ ]*(?:n[ ]?°[ ]*)?(?=[\w./-]*\d)[\w./-]+[ ]*"
    r"[:–-][ ]+(?=\p{L})"
)
"""The number of a deliberation before its title on one line."""
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
LABELLED = regex.compile(
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
    rf"[ :–/-]*(?:(?:affaires?|politique|action|service|pole)[ ])?(?:{_THEMES})(?:[ ](?:et|-|–|/)[ ]\p{{L}}+)?"
    r"(?:[ ]*\n(?=[ ]*[^\W\d_][^\n]{11})|[ ]*\.[ ]+(?=\p{L}[^\n.]{11,}\.[ ]+\p{L}))"
)
"""A line that names the theme of a deliberation over its title, or a first sentence of several."""
NEXT_LINE = regex.compile(r"[\s:.–|-]*(?P<line>[^\n]*[^\s\n])")
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
    r"n[ ]?°[ ]interne[ ]|nombre[ ]+de[ ]+(?:membres|conseillers|delegues)|date[ ]+de[ ]+(?:la[ ]+)?convocation|"
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
_LONGEST_SENTENCE = 120
"""Characters of a sentence that may belong to a title."""
_LONG_CLAUSE = 35
"""Characters of what may be a title's second half."""
LONGEST = 500
"""Characters of the longest title."""
FEWEST_LETTERS = 12


def read_heading(view: View, start: int, until: int | None = None) -> tuple[str, Span] | None:
    """The title that begins at ``start``, in the heading of an item: its line, and those that carry it on.

    ``until`` is where it ends at the latest.
    """
    for lead in (_NUMBERED, _MATTER, LABELLED, _THEME, _CELL, _RANK):
        start = led.end() if (led := lead.match(view.folded, start)) else start
    first = NEXT_LINE.match(view.plain, start)
    if not first:
        return None
    start, end = first.span("line")
    if (labelled := _OBJECT_SOON.match(view.plain, start, start + LONGEST)) and labelled.end() < len(view.plain):
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
    if capitals and sum(map(str.isalpha, capitals[0])) >= FEWEST_LETTERS and not _is_theme(view, capitals.span()):
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
            verbs = (verb.start() for verb in _FINITE.finditer(view.folded, *said))
            tells = not all(_is_name(view, at) for at in verbs) or _TELLER.match(view.folded, said[0])
            tells = tells or (_opens_text(view, said[0]) and _is_sentence(view, said))
        else:
            long = said[1] - said[0] > _LONGEST_SENTENCE
            tells = long or states(view, *said) or _opens_text(view, said[0])
        if tells:
            return match.start()
    return end


def _is_theme(view: View, capitals: Span) -> bool:
    """Whether words in capitals are the first part of a title: a dash stands behind them, and no text behind that."""
    return view.plain[slice(*capitals)].rstrip()[-1] in "–—-" and not _opens_text(view, capitals[1])


def _is_name(view: View, at: int) -> bool:
    """Whether a word is written like a name ("Pôle Est")."""
    return view.plain[at].isupper() and view.plain[at + 1 : at + 2].islower()


def _is_sentence(view: View, said: Span) -> bool:
    """Whether a stretch is as long as a sentence and ends like one."""
    return said[1] - said[0] > _LONG_CLAUSE and _ENDS_SENTENCE.match(view.plain, said[1]) is not None


def _opens_text(view: View, at: int) -> bool:
    """Whether the text of an act, or another part of its heading, begins here."""
    folded = any(begins.match(view.folded, at) for begins in (_TEXT_STARTS, OPENS_TEXT))
    return folded or any(begins.match(view.plain, at) for begins in (HEADING, _SENTENCE_OPENS))


def _carries_on(view: View, title: Span, line: Span) -> bool:
    """Whether a title goes on in a line: in capitals like itself, in small letters, or after a full line."""
    told, more = view.plain[slice(*title)], view.plain[slice(*line)]
    if _FIELD.match(view.folded, line[0], line[1]):
        return False
    if told[-1:] == ":" and _SENTENCE_OPENS.match(view.plain, line[0]):
        return False
    if line[1] - title[0] > LONGEST or told.rstrip()[-1:] in ".;" or _RESULT_LAST.search(view.folded, *title):
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
