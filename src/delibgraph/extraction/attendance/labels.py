"""Headings and labelled fields: the words that say what follows.

A label is a run of words of a small vocabulary ("Membres titulaires absents excusés :"), found by what its words mean
and never by the whole phrase, so that a body's own wording needs no rule of its own. The vocabulary is folded: lower
case, no accents.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from delibgraph.extraction.attendance.endings import endings, opens
from delibgraph.extraction.attendance.meanings import Label, count_of, entrusts, heading
from delibgraph.extraction.attendance.verbs import EXCEPT, OF_GRANTOR, SIGNED, groups, statements, within
from delibgraph.extraction.attendance.vocabulary import VOCABULARY
from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.tokens import NOT_NAMES
from delibgraph.extraction.text.view import View, fold

_LONGEST_GAP = 10
_GENDERS = (
    r"(?:\((?:e|s|es|ere|eres|se|ve|trice)?\)s?"
    r"|[·•.\-/](?:e|es|ere|eres|te|tes|se|ses|ve|ves|trice|trices)(?:[·•.\-/]s?)?(?!\p{L}))*"
)
"""What makes a word one of both genders: "absent(e)s", "absent·e·s", "absents/es"."""
_GAP = regex.compile(rf"{_GENDERS}[ ]*[()]?[ ]*[,/'|+–-]?[ ]*\n?[ ]*")
_END = regex.compile(
    rf"{_GENDERS}[)\]]?[ ]*"
    r"(?P<mark>(?:[:=]|\.{3,}|…+)?[ ]*(?P<bracket>[(\[])?"
    r"(?P<count>(?!(?<![(\[])1(?:\)[ ]|[.)][ ]?mm?e?\.?[ ]|[./)–-]+[ ]?[^\d\n:]{4,60}[ \n]2[./)–-]))\d{1,3}"
    r"(?!\d|[ ]?h(?:eures?)?(?!\w)|[ ]+(?:janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec))"
    r"(?![ ]+(?:procuration|pouvoir)(?!s?[ ]*:[ ]*\d)))?[)\]]?[ ]*:?)"
)
_TAIL = regex.compile(
    r"(?:[ ](?:en|dans|selon|suivant|conformement|au|aux|par|lors|pour|a|avant|apres|durant|pendant|ce|cette)(?!\w)"
    r"|[ ]?\((?=[^)\n]*\b(?:articles?|art|code|cgct|loi|ordre)\b))"
    r"(?:(?!\b(?:mm?|mr|mmes?|mlle|monsieur|messieurs|madame|mesdames)\b)(?:[^:;\n]|\n(?=\S))){3,120}:"
)
"""What a heading says further before its colon: under which article, at which moment of the sitting."""
_SAYS_FURTHER = regex.compile(
    r"(?:(?:[ ]|,[ ])(?:et|ou|ayant|formant|prenant|pouvant|participant|siegeant|votant|physiquement|effectivement|"
    r"reellement|outre|dument|tous|toutes|jouissant|disposant)(?!\w))[^:;.\n\p{Lu}]{0,90}:"
    r"|[ ]d(?:e|es|u)[ ][^:;.\n]{3,40}[ ](?:suivante?s?|ci-apres)[ ]?:"
)
"""What else those did whom a heading lists, or whose they are: "présents et pouvaient participer au vote :"."""
_OF_ALL = regex.compile(r"(?r)(?<!\w)(?:unanimite|majorite|totalite|voix)(?:[ ]absolue)?[ ]+")
"""Before those who voted: "à l'unanimité DES MEMBRES PRÉSENTS ET REPRÉSENTÉS"."""
_FIGURE = regex.compile(r"[^\n\p{L}]{0,8}\d")
_COUNTING = regex.compile(r"(?r)(?<=\n[ ]*)\d{1,3}[ ]+")
_COLON = regex.compile(rf"{_GENDERS}[)\]]?[ ]*(?:[(\[]?\d{{1,3}}[)\]]?)?[ ]*:")
_LEAD = regex.compile(
    r"(?r)(?<=^|\n)[ ]*(?:[-•–][ ]*)?(?P<first>\p{Lu}[\p{L}'-]*(?:\(\p{L}+\)s?)?)"
    r"(?:[ ](?:\p{Ll}[\p{L}'-]*|\p{Lu}[\p{Lu}'-]*)){0,4}[ ]+"
)
"""Words before those of a heading that say who is meant ("Administrateurs nommés présents :")."""
_STATED = vocabulary("presents presentes absents absentes excuses excusees representes representees")
"""States of several people."""
_COUNTED = regex.compile(
    r"""
    (?: [ ]*[(]?[ ]*dont[ ]\d+[ ](?:pouvoirs?|procurations?|excus\p{L}+)[)]? )?
    (?: (?: [ ]*[(][ ]* | [ ]*\n[ ]*(?:[-•–][ ]*)?(?:de[ ]|d')? )
        (?: (?P<word>MM?\.?|Mr|Mmes?|Mlle|Monsieur|Madame|Messieurs|Mesdames)[ ]
          | (?P<word>\p{Lu}[\p{L}-]+)[ ]+\p{Lu}\p{L} )
      | (?<=\d[ ]) (?P<word>M\.|Mr|Mme|Mlle|Monsieur|Madame)[ ]\p{Lu}[\p{L}' -]{2,50}
        (?: [,;][ ](?:M\.|Mr|Mme|Mlle|Monsieur|Madame|[Aa]yant)[ ] | [ ](?:a[ ]donné|ayant[ ]donné|donne)[ ] )
      | [ ]* (?P<word>\p{Lu}\p{Ll}[\p{L}-]+)[ ]+\p{Lu}{2}[\p{Lu}'-]*
        (?: [ ]*[,;–-][ ]*\p{Lu}\p{Ll} | [ ]+\p{Lu}\p{Ll}[\p{L}-]+[ ]+\p{Lu}{2} | [ ]+(?:absente?|excusée?|à|donne|\())
    )
    """,
    regex.VERBOSE,
)
_BELOW = regex.compile(
    r"[ ]*\n[ ]*(?P<count>\d{1,3})[ ]*(?:\Z|\n\s*(?=(?:nombre|en[ "
    "]exercice|present|absent|excuse|votant|procuration|pouvoir"
    r"|represente|quorum|formant|suffrage|exprime|pour|contre|abstention|date|convo)))"
)
"""A figure on a line of its own under its label, and another label or field after it."""
_LINE_END = regex.compile(r"\s*\Z|[ ]*\|?[ ]*\n")
_OPENINGS = vocabulary(
    "etait etaient avait avaient sont ont present presents presente presentes absent absents absente absentes excuse "
    "excuses excusee excusees represente representee representes representees pouvoirs procurations"
)
"""A label that begins so needs no colon: "Etaient présents Mme …"."""
_MEMBERS = vocabulary("membres conseillers conseilleres elus delegues titulaires")
_NAMED = regex.compile(r"[ ]?(?:MM?\.?|Mr|Mmes?|Mlle|Monsieur|Madame|Messieurs|Mesdames)[ ]\p{Lu}")
"""At the start of a line, names with civilities may follow these without a colon: "Membres présents MM. …"."""
_DASHED = regex.compile(r"[ ]?[–-][ ](?:\p{Lu}\p{Ll}|MM?\.)")
"""A dash that stands for the colon: "Absents – M. Luc GARNEL"."""
_SUBJECTS = vocabulary("monsieur madame m mme il elle on nous la le")
"""Words with which a sentence begins, not a heading."""
_GUESTS = vocabulary(
    "agents agent personnel personnels services techniciens intervenants public presse collaborateurs administration "
    "auditeurs fonctionnaires experts cadres salaries exterieurs exterieures invites invitees techniques"
)
"""Words that a heading of those has who are no members."""
_MEMBER = vocabulary("conseiller conseillere membre delegue deleguee elu elue administrateur administratrice")
"""Offices of one person."""
_CIVILITIES = vocabulary("mesdames messieurs mme mmes mm et")
"""Words that begin a list as often as they close its label."""
_SPACED = regex.compile(
    r"""(?m)
    [ ]* (?: (?:[(]?\p{L}{1,4}[)]?[ ]+|[()'][ ]+){5,80} \p{L}{1,4}[ ]*:?[ ]*$
            | (?:\p{Lu}[ ]+|[()'][ ]+){5,30} \p{Lu}[ ]*: )
    """,
    regex.VERBOSE,
)
_LETTERS = regex.compile(r"[ ]*(?:\p{Lu}[ ]+){5,}\p{Lu}[ ]*:")
"""Any other label so: "S E C R E T A I R E :"."""
_BRACKETS = regex.compile(r"[()']")
_LONE_LETTERS = frozenset(["e", "o", "t"])
"""Each heading of a list has one of these, which stands alone when its letters are spaced out."""
_SQUEEZED = regex.compile(rf"(?P<word>{'|'.join(sorted(VOCABULARY, key=len, reverse=True))})+")


class _Run(NamedTuple):
    """Words of the vocabulary that follow one another, each with its place."""

    places: tuple[int, ...]
    words: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where the first word starts."""
        return self.places[0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.places[-1] + len(self.words[-1])

    def without_first(self) -> _Run:
        """The run from its second word on."""
        return _Run(self.places[1:], self.words[1:])

    def first(self, count: int) -> _Run:
        """The run's first words."""
        return _Run(self.places[:count], self.words[:count])


def find_labels(view: View) -> list[Label]:
    """Every label of the text in order; a label that says nothing but ends a list has no state, seat or count."""
    found = [label for run in _runs(view) if (label := _read(view, run))]
    excepted = [match.span() for match in EXCEPT.finditer(view)]
    found += [Label(*span, state="absent") for span in excepted]
    if excepted:
        found += [Label(*match.span(), state="present") for match in SIGNED.finditer(view, excepted[0][1])]
    found += [Label(*told.span, told.state, told.state, attends=told.attends) for told in statements(view)]
    found += [Label(*match.span("label"), state="proxy") for match in OF_GRANTOR.finditer(view)]
    found += [Label(*span, state=state) for state, span in within(view)]
    if not any(label.state == "present" for label in found):
        found += [Label(*span, state=state) for state, span in groups(view)]
    found += [Label(start, end) for start, end in endings(view)]
    if not _LONE_LETTERS.isdisjoint(view.words):
        found += [label for match in view.heads(_SPACED, view.plain) if (label := _read_spaced(match))]
    found.sort(key=lambda label: (label.start, not label.attends, -label.end))
    return _without_overlaps(found, {start for start, _ in excepted})


def _without_overlaps(labels: Sequence[Label], excepted: Container[int]) -> list[Label]:
    """The labels, of two that overlap the first that says something.

    At the offsets ``excepted`` begins who is away of all, within a heading that says who is present.
    """
    kept: list[Label] = []
    for label in labels:
        if kept and label.start < kept[-1].end:
            if label.start in excepted:
                kept[-1] = replace(kept[-1], end=label.start)
                kept.append(label)
            elif not kept[-1].heads_list and kept[-1].count is None and (label.heads_list or label.count):
                kept[-1] = label
            continue
        kept.append(label)
    return kept


def _runs(view: View) -> Iterator[_Run]:
    """The longest runs of words of the vocabulary, those alone that mean something."""
    words = sorted(
        (at, word)
        for word in VOCABULARY.keys() & view.words.keys()
        for at in view.words[word]
        if len(word) > 1 or view.plain[at + 1 : at + 2] != "."
    )
    done = 0
    for i, (_, word) in enumerate(words):
        if i < done or VOCABULARY[word] is None:
            continue
        first = last = i
        while first > done and _follows(view, words[first - 1], words[first]):
            first -= 1
        while last + 1 < len(words) and _follows(view, words[last], words[last + 1]):
            last += 1
        while first <= last and view.folded[max(0, words[first][0] - 1) : words[first][0]] in ("'", "-"):
            first += 1
        done = last + 1
        if first > last:
            continue
        run = _Run(tuple(at for at, _ in words[first:done]), tuple(word for _, word in words[first:done]))
        run = _last_line(view, run)
        figure = _starts_figure(view, run.start) and _FIGURE.match(view.folded, run.end)
        while len(run.words) > 1 and not opens(view, run.start) and not figure and not _is_counted(view, run):
            run = run.without_first()
        led = _led(view, run)
        if led and any(map(VOCABULARY.get, run.words)):
            yield _without_tail(view, led)


def _last_line(view: View, run: _Run) -> _Run:
    """The run without the end of the line before a heading in capitals: "… sans voix délibérative / POUVOIRS :"."""
    at = next((i for i in range(len(run.words) - 1, 0, -1) if "\n" in view.plain[run.places[i - 1] : run.places[i]]), 0)
    if not at or not _COLON.match(view.folded, run.end) or not any(map(VOCABULARY.get, run.words[at:])):
        return run
    capitals = view.plain[run.places[at] : run.end].isupper() and not view.plain[run.start : run.places[at]].isupper()
    return _Run(run.places[at:], run.words[at:]) if capitals else run


def _led(view: View, run: _Run) -> _Run | None:
    """The run from its line's start on, where words before it say which members it heads; ``None`` if they are none."""
    if _STATED.isdisjoint(run.words) or not _COLON.match(view.folded, run.end):
        return run
    lead = _LEAD.match(view.plain, 0, run.start)
    first = fold(lead["first"]) if lead else ""
    if lead and not _GUESTS.isdisjoint(fold(lead[0]).split()):
        return None
    if lead is None or opens(view, run.start) or first in _SUBJECTS:
        return run
    return _Run((lead.start("first"), *run.places), ("membres", *run.words))


def _without_tail(view: View, run: _Run) -> _Run:
    """The run without what belongs to the first name after it: a civility ("Absents / Mme A"), a particle ("DES A").

    A colon after the run says that all of it is the label ("Etaient présents, Mesdames et Messieurs :").
    """
    if _COLON.match(view.folded, run.end):
        return run
    kept = len(run.words)
    while kept > 1 and run.words[kept - 1] in _CIVILITIES:
        kept -= 1
    line = next((i for i in range(kept - 1, 0, -1) if "\n" in view.folded[run.places[i - 1] : run.places[i]]), kept)
    means_nothing = not any(map(VOCABULARY.get, run.words[line:kept]))
    return run.first(line if means_nothing else kept)


def _follows(view: View, word: tuple[int, str], following: tuple[int, str]) -> bool:
    """Whether nothing but a gap stands between two words."""
    end = word[0] + len(word[1])
    return following[0] - end <= _LONGEST_GAP and _GAP.fullmatch(view.folded, end, following[0]) is not None


def _starts_figure(view: View, at: int) -> bool:
    """Figures follow one another: "en exercice : 15, présents : 9"."""
    return view.plain[max(0, at - 2) : at].strip() in (",", ";")


def _read(view: View, run: _Run) -> Label | None:
    """The label that a run makes: a figure, or a heading that is closed by a colon or its line."""
    mark = _END.match(view.folded, run.end)
    if mark is None or _OF_ALL.match(view.folded, 0, run.start):
        return None
    number = int(mark["count"]) if mark["count"] else None
    counted = number is None and _is_counted(view, run)
    if not (counted or opens(view, run.start)) and (number is None or not _starts_figure(view, run.start)):
        return None
    stacked = ":" in mark["mark"] and _begins_line(view, run.start)
    below = _BELOW.match(view.folded, mark.end()) if number is None and not stacked else None
    if below:
        return Label(run.start, below.end("count"), count=count_of(run.words), number=int(below["count"]))
    line_end = _LINE_END.match(view.plain, mark.end())
    line_ends = line_end is not None and ("|" not in line_end[0] or _begins_line(view, run.start))
    if number is not None and (not mark["bracket"] or "nombre" in run.words):
        count = count_of(run.words)
        figure = Label(run.start, mark.end(), count=count, number=number)
        listed = count == "present" and line_ends
        if ":" in mark["mark"] and "nombre" not in run.words and (listed or _counts_list(view, mark.end())):
            told = heading(run.words)
            return replace(figure, state=told.state, absence=told.absence, seat=told.seat)
        return figure
    if "nombre" in run.words or _is_remark(view, run):
        return None
    end = mark.end()
    if not (line_ends or ":" in mark["mark"] or _opens_list(view, run, end)):
        goes_on = view.plain[run.start].islower() and run.words[0] == "ayant"  # the remark on the member before
        says = number is None and not goes_on and (_is_stated(run.words) or entrusts(run.words))
        further = _tail(view, run) if says else None
        if further is None:
            return None
        end = further
    label = heading(run.words)
    if label.state is None and ":" not in mark["mark"] and not _begins_line(view, run.start):
        return None  # "M. A, délégué Titulaire" heads nobody
    return replace(label, start=run.start, end=end, number=number) if label.heads_list else None


def _is_remark(view: View, run: _Run) -> bool:
    """Whether words belong to the member before: "Remplacé par : Mme A", "M. B – suppléante : Mme A".

    So does an office with a state and no colon: "M. A Conseiller municipal absent excusé".
    """
    if run.words[-1] == "par" and VOCABULARY[run.words[0]] == "replaced":
        return True
    if run.words[0] in _MEMBER and not _COLON.match(view.folded, run.end) and not _begins_line(view, run.start):
        return True
    inside = not _begins_line(view, run.start) and view.plain[run.start].islower()
    return inside and all(VOCABULARY[word] == "substitute" for word in run.words)


def _is_counted(view: View, run: _Run) -> bool:
    """Whether a figure at the head of a line comes before a heading and its colon: "2 procurations : …"."""
    return _COUNTING.match(view.plain, 0, run.start) is not None and _COLON.match(view.folded, run.end) is not None


def _begins_line(view: View, at: int) -> bool:
    """Whether nothing stands before an offset on its line."""
    return not view.plain[view.plain.rfind("\n", 0, at) + 1 : at].strip(" -–•")


def _tail(view: View, run: _Run) -> int | None:
    """Where what a heading says further ends, begun by a preposition that can be one of the run's last words."""
    for place, word in zip(reversed(run.places), reversed(run.words), strict=True):
        tail = _TAIL.match(view.folded, place + len(word)) or _SAYS_FURTHER.match(view.folded, place + len(word))
        if tail:
            return tail.end()
        if VOCABULARY[word] is not None:
            return None
    return None


def _is_stated(words: Sequence[str]) -> bool:
    """Whether words say of people how they stand, and not of a figure or a seat."""
    return not {VOCABULARY[word] for word in words}.isdisjoint(("present", "absent", "excused", "represented"))


def _opens_list(view: View, run: _Run, at: int) -> bool:
    """Whether names follow a verb or a state directly ("Etaient présents Mme …")."""
    first = next((word for word in run.words if word != "s"), "")
    if first in _MEMBERS and _is_stated(run.words) and _NAMED.match(view.plain, at):
        return _begins_line(view, run.start)
    if run.words[-1] in ("a", "au", "par") and (first not in _STATED or view.plain[run.start].islower()):
        return False  # "Absente, donne pouvoir à Mme …" tells of the member before
    stated = {VOCABULARY[word] for word in run.words} & {"present", "absent", "excused", "represented", "proxy"}
    if first in _STATED | _MEMBERS | _OPENINGS and stated and _DASHED.match(view.plain, at):
        return _begins_line(view, run.start)
    following = view.plain[at : at + 2].removeprefix(" ")[:1]
    return first in _OPENINGS and bool(stated) and following.isupper()


def _counts_list(view: View, at: int) -> bool:
    """Whether names follow a figure: in brackets, or from the next line on ("Absents : 2 (dont 1 pouvoir)")."""
    following = _COUNTED.match(view.plain, at)
    return following is not None and fold(following["word"]) not in NOT_NAMES


def _read_spaced(match: regex.Match[str]) -> Label | None:
    """A heading whose letters are spaced out ("A B S E N T S")."""
    squeezed = _BRACKETS.sub("", fold("".join(match[0].split())).rstrip(":"))
    found = _SQUEEZED.fullmatch(squeezed)
    if not found:
        return Label(*match.span()) if _LETTERS.fullmatch(match[0]) else None
    label = heading(found.captures("word"))
    return replace(label, start=match.start(), end=match.end()) if label.state else None
