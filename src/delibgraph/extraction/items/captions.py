"""Titles on a line of their own, which neither number nor rank marks: told by their shape and what stands around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

from delibgraph.extraction.items.agenda import NO_AGENDA, Agenda
from delibgraph.extraction.items.headings import BULLETS, Heading
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_BULLET = regex.compile(rf"^(?:[{BULLETS}»][ ]*(?=[^\W_])|o[ ]+(?=\p{{Lu}})|_(?=\p{{Lu}}))")
_LINE = regex.compile(r"[^\n]*[^\W_][^\n]*")
"""A line with a letter or a figure: a rule parts lines as a blank one does."""
NO_TITLE = regex.compile(
    r"""
    (?: vu|considerant|(?:le|la|les)[ ](?:conseil|comite|bureau|commission|assemblee|membres|maire|president
        |presidente|seance|
        presente|secretaire|quorum|montant|vote|proces|deliberation|rapporteur|conseillers|elus|plan|credits?|resultats?|
        depenses|recettes|cout)
      | l'assemblee|l'ordre|l'an|m|mm|mmes?|mr|monsieur|madame|messieurs|mesdames|apres|ayant|oui|entendu|article
      | pour|contre|abst\w+|presents?|absents?|excuses?|representes?|pouvoirs?|procurations?|votants?
          |secretaire|secretariat|president
      | rapporteure?s?|votes?[ ]*[:=]|resultats?[ ]du[ ]vote|adopte|approuve|decide|autorise|accepte|dit|donne
          |fixe|charge
      | precise|prend|valide|sollicite|emet|designe|(?:deliberations?|rapport|expose)(?![ ]\w+[ ]\w+[ ]\w)
          |projet[ ]expose|unanimite|majorite
      | total|totaux|chapitre|section|depenses|recettes|comptes?[ ](?:depenses|recettes|libelle|\d)|date|fait
          |pour[ ]extrait|certifie|publie|affiche|recu
      | envoye|page|annexes?|republique|departement|arrondissement|canton|commune[ ]d|mairie|seance|ordre|nombre
      | convocation|proces|compte[ ]rendu|extrait|membres|etaient|sont|formant|a[ ]l'unanimite|il|elle|ils
          |elles|cette|ce
      | par[ ]deliberation|pendant|depuis|dans[ ]le[ ]cadre|conformement|compte[ ]tenu|au[ ]+regard|lors|suite[ ]a
      | cet|ces|quorum|investissement|fonctionnement|titulaires?|suppleants?|candidat\w*|nom|invite\w*
          |assist\w*|conseillers?|beneficiaire|conseil|comite
      | bureau|budgets?[ ]+depenses|cf|soit|dont|\(|objet[ ]\w+$|designation[ ](?:cout|montant)
    )(?!\w)
    """,
    regex.VERBOSE,
)
"""What begins a line that is no title, on folded text."""
STATED = regex.compile(
    r"(?<!\w)(?:est|sont|a(?![ ]l)|ont|etait|etaient|sera|seront|peut|doit|propose\w*|expose|rappelle|informe|"
    r"precise|indique|"
    r"convient|faut|permet|permettent|souligne|signale|resulte|existe|avait|avaient|pourra|devra|doivent|prevoit|comprend|"
    r"ressort|arrive|constate|estime|ajoute|regrette|evoque|il|elle|ils|elles|on|"
    r"donne|dit|explique|fait|souhaite|remercie|decide\w*|approuve|autorise|presente|ne|pas|ht|ttc|je|nous|page[ ]+\d+|"
    r"vous)(?!\w)|€|(?<!\w)(?:n'|"
    r"(?<!(?<!\w)(?:a|au|de|avec|par|entre|pour|et|chez|aux)[ ](?:m\.[ ]et[ ])?)(?:m\.|mme|mm[ ]))"
)
"""What a line states that is no title, on folded text."""
_TABLE = regex.compile(r":[ ]*\d{1,3}(?!\S)|(?:(?<!\w)\d[\d.,]*[ ]+){2,}|[ ]{4,}\S|[|%]")
_SPEAKER = (
    r"(?:(?:Monsieur|Madame|M\.|Mme)[ ](?:\p{L}[\p{L}'-]+[ ]){1,4}?"
    r"|L[ea][ ](?:[Mm]aire|[Pp]r[ée]sidente?|[Rr]apporteure?)[ ])"
    r"(?:informe|rappelle|propose|expose|donne|pr[ée]sente|explique|indique|fait|demande|soumet|pr[ée]cise|rend)(?!\p{L})"
)
_NOUN = (
    r"(?:\p{Lu}\p{L}+(?:tions?|ments?|sions?)|Achats?|Aides?|Avenants?|Baux?|Budgets?|Choix|Comptes?|Contrats?|Demandes?"
    r"|Devis|Dons?|Emprunts?|Fonds|Garanties?|Indemnit[ée]s?|March[ée]s?|Mises?|Motion|Prises?|Programmes?|Projets?"
    r"|Rapports?|Redevances?|Statuts?|Tarifs?|Taux|Taxes?|Transferts?|Travaux|Ventes?|V[œo]eux?|Votes?)"
)
"""What a title begins with: the noun of what is done, or decided on."""
_OPENER = (
    r"(?:L[ea]s?|L'|Une?|Il|Cette|Ces?|Suite|Dans|Afin|Apr[èe]s|Depuis|Comme|Compte[ ]tenu|Vu|Consid[ée]rant)(?!\p{Ll})"
)
_RUN_IN = regex.compile(
    r"""(?m)
    (?<=\A|\n[ ]*\n)[ ]*(?P<title>\p{Lu}(?:[^\n.]|\.(?=\p{L}\.)){10,110}?)(?:\.|[ ]?:)[ ]+
    (?=SPEAKER)
  | (?<=\A|\n[ ]*\n)[ ]*(?P<title>\p{Lu}[^\n.:\p{Ll}]{10,110}?)[ ]?:[ ]+(?=\p{Lu}\p{Ll}*\.?[ ]\p{Ll})
  | (?<=\A|\n[ ]*\n)[ ]*(?P<title>NOUN(?!\p{L})(?:[^\n.]|\.(?=\p{L}\.)){6,110}?)(?:\.|[ ]?[:–])[ ]+(?=OPENER[^\n]{40})
    """.replace("SPEAKER", _SPEAKER)
    .replace("NOUN", _NOUN)
    .replace("OPENER", _OPENER),
    regex.VERBOSE,
)
"""A title that opens the paragraph of its item: "Vente d'un chemin. Monsieur le Maire rappelle …"."""
_HASHED = regex.compile(r"[ ]*#{1,6}[ ]+(?:\d{1,3}[ ]?[.)]?[ ]*)(?P<title>\p{Ll}[^\n|]{6,120})$", regex.MULTILINE)
"""A Markdown heading with a rank and a title in small letters."""
_TRAILING = regex.compile(r"(?<=[^.\n]{20}[.;][ ])(?P<title>\p{Lu}[^.\n:]{7,80})\.[ ]*$")
_TOLD = regex.compile(rf"[ ]*\n\s*{_SPEAKER}")
_MARK = regex.compile(r"[^\p{L}\n]+")
_SENTENCE_ENDS = ".;:!»)_"
_BOLD = regex.compile(r"\s*\*\*(?P<title>\p{Lu}[^*\n:]{7,110}[^*\n:. ])[ ]*[:.]?\*\*[ ]*[:.–-]?[ ]+\p{Lu}")
OPENS_TEXT = regex.compile(
    r"(?:rapporteur\w*|vu|considerant|le|la|les|l'|m|mm|mmes?|monsieur|madame|apres|ayant|sur|il|afin|dans|conformement|"
    r"suite|par|en|une?|depuis|sous|plusieurs|concernant|etant|faisant|"
    r"compte[ ]tenu|aux?|lors|chaque|cette|ce|ces|comme|entendu)(?!\w)"
)
"""How the text of an item begins, on folded text."""
_FEWEST, _FEWEST_MARKED, _LONGEST = 8, 3, 260
_MOST_OFTEN = 2
"""A line that stands there more often is a page's heading or a part of each item."""
_LONGEST_SENTENCE = 100
"""Characters of a title that ends like a sentence."""
_FULL_LINE = 55
"""Characters of a line that may go on in the next."""
FIRM = 4
"""The score from which such a line is a title beyond doubt."""


def captions(view: View, start: int, agenda: Agenda = NO_AGENDA) -> Iterator[Heading]:
    """The lines from ``start`` on that have the shape of a title, each with its score, in order.

    A line that the agenda lists is a title whatever its shape.
    """
    lines = list(_LINE.finditer(view.plain, start))
    often = Counter(match[0].strip() for match in lines)
    before_end, before, carried = start, "", False
    for i, match in enumerate(lines):
        words = match[0].strip()
        bare = _BULLET.sub("", words)
        at = match.end() - len(match[0]) + match[0].index(words[0]) + len(words) - len(bare)
        listed = agenda.lists(view.folded[at : match.end()])
        follow = lines[i + 1 : i + 3]
        blank = view.plain.count("\n", before_end, match.start()) > 1
        alone = blank and bool(follow) and view.plain.count("\n", match.end(), follow[0].start()) > 1
        ends = blank or before[-1:] in _SENTENCE_ENDS
        if words[-1] == ".":
            yield from _trailing(view, match.span())
        if listed and not (carried and bare == words and words[0].isalpha() and not blank):
            mark = _MARK.match(view.folded, at)
            yield Heading(match.start(), mark.end() if mark else at, "agenda")
        elif (
            (alone or (ends and _opens_text(view, follow[:1])))
            and len(words) < _LONGEST_SENTENCE
            and _is_sentence_title(view, at, match.end(), bare)
        ):
            told = _opens_text(view, follow[:1])
            yield Heading(match.start(), at, "title", score=1 + alone + told + _is_marked(view, match.start()))
        elif (hashed := _HASHED.match(view.text, match.start(), match.end())) and not NO_TITLE.match(
            view.folded, hashed.start("title")
        ):
            yield Heading(match.start(), hashed.start("title"), "title", score=FIRM)
        elif run_in := _run_in(view, match.start()):
            yield Heading(match.start(), run_in.start("title"), "title", score=FIRM)
        elif (
            (bare == words or alone or ((blank or bare.isupper()) and _opens_text(view, follow)))
            and often[words] <= _MOST_OFTEN
            and _is_title(view, at, match.end(), bare, marked=view.text[match.start()] == "#")
            and (score := _score(view, at, bare, before, follow, blank=blank))
        ):
            yield Heading(match.start(), at, "title", score=score + _is_marked(view, match.start()))
        before_end, before, carried = match.end(), words, listed


def _trailing(view: View, line: Span) -> Iterator[Heading]:
    """A title that was run on at the end of the paragraph before its text."""
    match = _TRAILING.search(view.plain, *line)
    if match and _TOLD.match(view.plain, line[1]) and _is_title(view, *match.span("title"), match["title"]):
        yield Heading(match.start("title"), match.start("title"), "title", score=FIRM - 1)


def _run_in(view: View, start: int) -> regex.Match[str] | None:
    """The title that opens the paragraph at an offset, before its text or in bold."""
    bold = _BOLD.match(view.text, start) if view.text.find("**", start, start + _LONGEST) >= 0 else None
    if bold and _is_title(view, *bold.span("title"), bold["title"]):
        return bold
    run_in = _RUN_IN.match(view.plain, start)
    return None if run_in is None or _says(view, *run_in.span("title")) else run_in


def _says(view: View, start: int, end: int) -> bool:
    """Whether what a full stop or a colon ends is a sentence rather than a title."""
    return OPENS_TEXT.match(view.folded, start) is not None or states(view, start, end)


def _is_sentence_title(view: View, start: int, end: int, words: str) -> bool:
    """Whether a line on its own that a full stop ends is a title: it has the shape of one and states nothing."""
    if words[-1] != "." or not words[-2:-1].isalpha() or OPENS_TEXT.match(view.folded, start):
        return False
    return _is_title(view, start, end, words[:-1])


def _is_title(view: View, start: int, end: int, words: str, *, marked: bool = False) -> bool:
    if (
        not (_FEWEST_MARKED if marked else _FEWEST) <= len(words) <= _LONGEST
        or words[-1] in ".;,"
        or not (words[0].isupper() or words[0] in '«"')
    ):
        return False
    return not (NO_TITLE.match(view.folded, start) or states(view, start, end) or _TABLE.search(words))


def states(view: View, start: int, end: int) -> bool:
    """Whether a stretch states something; the preposition "à" is no verb, and stands without accent in capitals."""
    return any(
        match[0] != "a" or view.plain[match.start()] == "a" for match in STATED.finditer(view.folded, start, end)
    )


def _is_marked(view: View, start: int) -> int:
    """Two where the text as read marks the line as a heading or as bold."""
    line = view.text[start : start + 6].lstrip()
    return 2 if line.startswith(("#", "**", "__")) else 0


def _score(view: View, start: int, words: str, before: str, follow: Sequence[regex.Match[str]], *, blank: bool) -> int:
    """How much a line looks like a title: a blank line or a sentence's end before it, a sentence after it.

    A title that fills its line goes on in the next.
    """
    if before and not blank and before[-1] not in _SENTENCE_ENDS:
        return 0
    opens = [OPENS_TEXT.match(view.folded, line.start() + _indent(line[0])) is not None for line in follow]
    told = bool(opens) and (opens[0] or (len(words) > _FULL_LINE and opens[-1]))
    if not told and not words.isupper() and OPENS_TEXT.match(view.folded, start):
        return 0
    return 1 + 2 * told + blank + words.isupper()


def _opens_text(view: View, lines: Sequence[regex.Match[str]]) -> bool:
    """Whether the line after a bullet's begins a sentence, and no further point of a list."""
    return bool(lines) and OPENS_TEXT.match(view.folded, lines[0].start() + _indent(lines[0][0])) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
