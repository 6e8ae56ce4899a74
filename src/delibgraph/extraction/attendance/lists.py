"""The lists of an act: where each begins and ends, and the people in it, in the style that all lists have together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from delibgraph.extraction.attendance.endings import SPEAKS
from delibgraph.extraction.attendance.meanings import Label, State
from delibgraph.extraction.attendance.names import Mention, mentions, mentions_in, parted
from delibgraph.extraction.attendance.places import without_places
from delibgraph.extraction.attendance.relations import relation
from delibgraph.extraction.attendance.style import Style, read_style
from delibgraph.extraction.text.phrases import Phrase, vocabulary
from delibgraph.extraction.text.tokens import Token, tokens
from delibgraph.extraction.text.view import View
from delibgraph.facts import Seat, Span

_JOINED = regex.compile(r"(?<!\w)(?:a|au|par|pouvoirs?|procurations?|mandats?|delegations?)(?!\w)|→|->|=>")
_ELECTED = regex.compile(r"(?:[ ]+|[ ]*\n[ ]*(?=\p{Ll}))(?:est|a[ ][eé]t[eé]|sera)[ ]+(?:[eé]lu|d[eé]sign|nomm|choisi)")
"""After a name, it begins a sentence on the secretary and belongs to no list."""
_KEEPS = (
    r"(?:se[ ]propose|s'est[ ]propose|"
    r"(?:remplit|remplissait|remplira|exerce|exercera|assure|assurait|assurera|tient|tenait|"
    r"tiendra|redige|preside|accepte|a[ ](?:accepte|assure|tenu|rempli|redige))[ ]"
    r"(?:de|d'|l'|l[ea]s?|ces|cette|ce)(?!\w)|(?:preside|presidait|presidera)(?=[ ]*[.,;\n]))"
)
"""Verbs of who keeps the minutes or chairs."""
_TELLS = re.compile(
    rf"(?:,[^,.\n]{{3,60}},|,[ ]?(?:maire|presidente?))?[ ]+"
    rf"(?:{_KEEPS}|(?:est|sont)[ ]+(?:arrive|parti|sorti|entre|revenu)|"
    rf"(?:est|sera|etait)[ ](?:l[ea][ ])?secretaire|{SPEAKS})"
)
"""After a name that begins a sentence, it tells what that member did."""
_THAT = regex.compile(
    r"(?r)(?<!\w)(?:decide|propose|constate|precise|note|annonce|indique|demande|signale)\w{0,3}\b"
    r"[^\n.;:]{0,60}[ ]que\s+"
)
"""Before a name, what a sentence of the minutes says of that member."""
_SENTENCE = regex.compile(r"(?r)(?:^|\n|(?<!(?<!\w)(?:m|mm|mr|dr|\w))[.])[ ]*")
_GRANT = regex.compile(
    r"[^\p{L}\n]*(?:\p{L}{0,5}[°.]?[ ]*[\d/_-]+[ ]*[:–-][ ]*)?"
    r"(?:subventions?(?!\w)|(?:l[ea]s?[ ]|l'|une?[ ])?(?:associations?|poles?[ ]de|club|amicale|chorale|foyer[ ]rural|"
    r"comite[ ]des[ ]fetes|societe|fondation|cooperative|ligue)(?!\w))"
)
"""How a line begins that is about a grant or an organisation."""
_GRANTED = vocabulary(
    "subvention subventions association associations pole poles club amicale chorale foyer comite societe fondation "
    "cooperative ligue"
)
"""The words, folded, without which no line begins so."""
_ASIDE = regex.compile(r"[(\[{][^)\]}]*[)\]}]")
_SMALL_WORD = regex.compile(r"(?<!\p{L})\p{Ll}{2,}")
_SMALL_WORDS_OF_PROSE = 6
_APART = 1500
"""Characters between two lists of one attendance; what lies farther is another subject, or another sitting's."""
_ABOVE = regex.compile(r"[\s•–-]*(?:(?:(?:mme|mr|m\.?|madame|monsieur)[ ])?l[ea][ ])?")
_CHAIR = regex.compile(r"(?:(?:mme|mr|m\.?|madame|monsieur)[ ]l[ea][ ])?(?:maire|presidente?)[ ]*:")
_PRESIDED = regex.compile(r"(?r)(?<=(?:^|\n|[.;:][ ])[ ]*)sous[ ](?:la[ ])?presidence[ ](?:de|d')[ ]?")
"""Before who is named as the chair in a line or sentence of its own, and is no entry for that."""
_GAVE = Phrase(
    "a avait ayant",
    r"(?<=(?P<grantor>(?<!\w)(?:m\.?|mr|mme|mlle|monsieur|madame)[ ][^.;:,\n]{4,50})[ ])"
    r"(?:a|avait|ayant)[ ](?:donne|remis|laisse|confie)[ ](?:son[ ]|sa[ ]|un[ ]|une[ ])?(?:pouvoir|procuration|mandat)"
    r"(?:[ ]de[ ]vote)?[ ]a[ ](?:m\.?|mr|mme|mlle|monsieur|madame)[ ]",
)
"""A proxy told in a sentence of its own."""
_GAVE_LINE = Phrase(
    "pouvoir procuration",
    r"(?<=\n[ ]*(?:[-•–][ ]*)?(?P<grantor>(?:m\.?|mr|mme|mlle|monsieur|madame)[ ]"
    r"(?:(?!se[ ]retire|s'absente|s'en[ ]va|quitte|part[ ])[^.;:,\n\d]){2,50}?)[ ]"
    r"(?:(?:a[ ])?donne[ ])?)(?:pouvoir|procuration)[ ]a[ ](?:m\.?|mr|mme|mlle|monsieur|madame)[ ]",
)
"""A line that says of a member to whom the proxy went, below lists and totals that say nothing of it."""
_ROW = regex.compile(r"\s*[\p{L}'-]{3,}(?:,[ ]*[\p{L}'-]{3,}){2,}")
_OPENING = regex.compile(
    r"""(?m)
    ^[ ]* (?: (?:mm?|mmes?|monsieur|messieurs|madame|mesdames|mlle)[.]?[ ](?!l[ea][ ])
            | [^\n,:]{3,50},[ ](?:\d\S*[ ]|premiere?[ ])?(?:maire|presidente?|vice)(?!\w) )
    """,
    regex.VERBOSE,
)
"""A line that begins a list without a heading: with a civility, or with a name and an office."""
_IN_PRESENCE = Phrase(
    "presence",
    r"(?<=en[ ](?:la[ ])?)presence[ ]d(?:es?|u)"
    r"(?:[ ]*:|[ ](?=(?:mm|mmes|messieurs|mesdames|m|mme)(?!\w)[^;\n]{5,200}[,;]))",
)
"""Those present, told in the sentence that opens the sitting."""
_LABELLED = regex.compile(
    r"(?m)^[ ]*(?P<label>\p{Lu}\p{Ll}[\p{Ll}']*(?:[ ](?:[dl]')?\p{Ll}[\p{Ll}'-]*){0,5})[ ]*:(?![ ]*\d)"
)
"""A line that a label opens: a word with a capital, others in small letters, a colon."""
_COMMON = regex.compile(r"[ '](?!(?:dans|sous|près|avec|pour)(?!\p{L}))\p{Ll}{4}")
"""A common noun in it, which no name of a place holds."""
_PARTS = regex.compile(
    r"(?<!\w)(?:membres|conseillere?s|adjointe?s|vice[- ]presidente?s|delegue?e?s|elue?s|representante?s|titulaires|"
    r"suppleante?s|communes?|college|groupe|liste|majorite|opposition|secteur|canton|"
    r"non[ ]inscrite?s?|apparente?s?|administrat(?:eur|rice)s?|syndics?|"
    r"pour[ ](?:l[ea]s?(?!\w)|l')|au[ ]titre|intercommunalites?|epci|"
    r"person(?:ne|nalite)s[ ]qualifiees)(?!\w)"
    r"(?!.*(?:technique|personnel|honneur|services?(?!\w)|administration|presse))"
)
"""What a line that opens a part of the list has: who they are, whom they stand for."""
_RELATES = regex.compile(
    r"\s*(?:a[ ]|ont[ ]|donne|pouvoir|procuration|mandat|delegation|represent|suppl|rempl|absente?s?|excuse|par[ ]|"
    r"presente?s?|neant|aucun|/|$)"
)
_TREATS = regex.compile(r"(?:objets?|rapporteure?|la seance|vu|considerant|approbation|adoption)(?!\w)")
"""A label that begins an item: a heading of seats alone farther below belongs to this and not to the attendance."""
ENTRY = 80
"""Characters that remarks on the last entry of a list can take."""
_FIELD_LINE = 120
"""Characters of a field's line."""
_OPEN_END = regex.compile(r"(?r)(?<=[ ](?:a|par)[ ](?:m\.?|mr|mme|monsieur|madame)[ ]l[ea]|[ ]au|[ ]a[ ]la)[ ]*$")
"""The end of a line on which the office of a holder goes on ("représenté par M. le" and "Président")."""
_BELOW = regex.compile(r"\n[ ]*(?:ayant|qui|a[ ](?:donne|remis)|donne|represente)(?!\w)")
"""The line below goes on with what the last member did."""
_UNHEADED, _LONGEST = 3, 8000
"""The fewest names that make a list without a heading, and its most characters."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch under a label; ``end`` is where the next label begins."""

    label: Label
    state: State
    seat: Seat | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class List(Section):
    """A section read: its tokens and the people in it; of those from ``holders`` on, if any, each holds a proxy."""

    tokens: Sequence[Token]
    people: Sequence[Mention]
    holders: int = 0


def read_lists(view: View, labels: Sequence[Label], tables: int = 0) -> tuple[Style, list[List]]:
    """The lists of the first attendance, and their style; ``tables`` is where tables of it end."""
    found = sections(view, labels)
    if tables and not any(label.heads_list for label in labels):
        found += _given(view, tables, min(len(view.plain), tables + _APART))
    elif found and all(section.state not in ("proxy", "represented") for section in found):
        found += _given_below(view, labels, found[-1])
    style, lists = _people(view, found)
    present = [listed for listed in lists if listed.state == "present"]
    headed = any(listed.people or _is_row(view, listed) for listed in present)
    attended = next((i for i, listed in enumerate(lists) if listed.label.attends), None)
    attending = len(lists[attended].people) if attended is not None else 0
    if not headed and (told := list(_told(view, labels))):
        style, lists = _people(view, [*told, *found])
    elif not headed and (unheaded := list(_unheaded(view, labels, style, attending))):
        style, lists = _people(view, [*unheaded, *found])
    elif attended is not None and (not headed or _is_chair_alone(view, present, lists[attended])):
        found[attended] = replace(found[attended], state="present")
        style, lists = _people(view, found)
    return style, list(_together(view, lists))


def _is_chair_alone(view: View, present: Sequence[List], beside: List) -> bool:
    """Whether but one sits, and the members are those who are "également présents"."""
    heading = view.folded[beside.label.start : beside.label.end]
    besides = "egalement" in heading or "aussi" in heading
    return besides and sum(len(listed.people) for listed in present) == 1 < len(beside.people)


def _is_row(view: View, section: Section) -> bool:
    """Whether words that commas part stand under a heading: names that were not understood, rather than none."""
    return _ROW.match(view.plain, section.start, section.end) is not None


def sections(view: View, labels: Sequence[Label]) -> list[Section]:
    """The lists under their headings; a heading of seats alone ("Délégués suppléants :") keeps the state before it."""
    first = min((label.start for label in labels if label.heads_list), default=0)
    found = list(_given(view, max(0, first - _APART), first))
    state: State | None = None
    treats: int | None = None
    for i, label in enumerate(labels):
        if not label.heads_list:
            treats = label.end if state and _TREATS.match(view.folded, label.start) else treats
            continue
        if label.state is None and treats is not None and label.start - treats > _FIELD_LINE:
            continue
        treats = None
        state = label.state or state or "present"
        following = (labels[j].start for j in range(i + 1, len(labels)) if not _goes_on(view, label, labels[j]))
        end = _field(view, label.end, next(following, len(view.plain)))
        found.append(Section(label, state, label.seat, label.end, end))
    return found


def _given(view: View, start: int, end: int) -> Iterator[Section]:
    """The proxies that sentences tell before the first list, or after a table that stands for the lists."""
    if told := _GAVE.search(view, start, end):
        first = told.start("grantor")
        yield Section(Label(first, first, state="proxy"), "proxy", None, first, end)


def _given_below(view: View, labels: Sequence[Label], last: Section) -> Iterator[Section]:
    """The proxies that lines tell below the last list, after the totals."""
    if told := _GAVE_LINE.search(view, last.end, min(len(view.plain), last.end + _APART)):
        first = told.start("grantor")
        end = min((label.start for label in labels if label.start > first), default=len(view.plain))
        yield Section(Label(first, first, state="proxy"), "proxy", None, first, end)


def _field(view: View, start: int, end: int) -> int:
    """Where a list ends: before a line that an unknown label opens, unless such labels part the list itself.

    "Invitée d'honneur : Mme A" ends it; "Sarvis : Mme A" may be a commune's members, where others have a line too.
    """
    fields = [
        field
        for field in _LABELLED.finditer(view.plain, start, end)
        if not _RELATES.match(view.folded, field.end()) and not _PARTS.search(view.folded, *field.span("label"))
    ]
    if not fields or not view.plain[start : fields[0].start()].strip():
        return end
    common = (field.start() for field in fields if _COMMON.search(field["label"]))
    return next(common, fields[0].start() if len(fields) == 1 else end)


def _goes_on(view: View, heading: Label, label: Label) -> bool:
    """Whether a list goes on after a label: a total from the margin, a comma left open before it; the chair's office,

    which is the first line under the heading ("Président : M. A").
    """
    if label.heads_list:
        return False
    if label.number is not None:
        return view.plain[max(0, label.start - 40) : label.start].rstrip()[-1:] == ","
    between = _ABOVE.fullmatch(view.folded, heading.end, label.start) if heading.count is None else None
    return between is not None and _CHAIR.match(view.folded, label.start) is not None


def _people(view: View, found: Sequence[Section]) -> tuple[Style, list[List]]:
    """The sections as people, in the style that those of members have together."""
    stretches = [without_places(tokens(view, section.start, section.end)) for section in found]
    read = list(zip(found, stretches, strict=True))
    style = read_style([stretch for section, stretch in read if section.state != "guest"])
    if style.initials:
        read = [(section, without_places(tokens(view, section.start, section.end, initials=True))) for section in found]
    named = [mentions(view, stretch, style, bracketed=_brackets_holders(view, section)) for section, stretch in read]
    known = {person.name for people in named for person in people}
    return style, [
        List(
            section.label, section.state, section.seat, section.start, section.end, stretch, parted(view, people, known)
        )
        for (section, stretch), people in zip(read, named, strict=True)
    ]


def _brackets_holders(view: View, section: Section) -> bool:
    """Whether brackets hold the holders ("PETIT Anne (DURAND Guy)"): where no word of proxies joins the two."""
    named = section.state in ("proxy", "represented") or section.label.replaced
    return named and not _JOINED.search(view.folded, section.start, section.end)


def _told(view: View, labels: Sequence[Label]) -> Iterator[Section]:
    """Those in whose presence the body met, before any list."""
    end = min((label.start for label in labels if label.heads_list), default=len(view.plain))
    if match := _IN_PRESENCE.search(view, 0, end):
        later = (label.start for label in labels if label.start >= match.end())
        yield Section(Label(*match.span(), state="present"), "present", None, match.end(), min(later, default=end))


def _unheaded(view: View, labels: Sequence[Label], style: Style, attending: int) -> Iterator[Section]:
    """Those present where no heading says so: the names between the counts and the first list of absentees.

    They are more than those under a heading of who attends, whose number is ``attending``.
    """
    first = next((i for i, label in enumerate(labels) if label.heads_list and label.state != "present"), None)
    for i in range(first, -1, -1) if first is not None else _after_counts(labels):
        label = labels[i - 1] if i else Label(0, 0)
        start, end = _line_after(view, label), labels[i].start if i < len(labels) else len(view.plain)
        end = min(end, start + _LONGEST)
        if opening := _OPENING.search(view.folded, start, end):
            start = opening.start()
        loose = opening is not None and not style.capitals
        people = mentions_in(view, start, end, style if loose else replace(style, civil=True))
        if len(people) >= max(_UNHEADED, attending) and ((first is None and i) or end - people[-1].end < _APART):
            yield Section(label, "present", None, start if loose else people[0].outer, end)
            return


def _after_counts(labels: Sequence[Label]) -> Iterator[int]:
    """The labels after runs of totals: where no heading tells who is away, the members stand before one of them."""
    counted = [i for i, label in enumerate(labels) if label.count and label.start - labels[0].start < _APART]
    yield from (i + 1 for i in counted if i + 1 == len(labels) or labels[i + 1].count is None)
    yield from range(min(len(labels), 1))


def _line_after(view: View, label: Label) -> int:
    """Where the line after a field begins; a figure may stand in the line of the first names."""
    line = view.plain.find("\n", label.end, label.end + _FIELD_LINE) if label.count is None else -1
    return line if line >= 0 else label.end


def _together(view: View, lists: Sequence[List]) -> Iterator[List]:
    """The lists of the first attendance, those that stand close to one another, each up to where prose begins."""
    end: int | None = None
    for listed in lists:
        if end is not None and listed.start - end > _APART:
            return
        own = [person for person in listed.people if not _PRESIDED.match(view.folded, 0, person.outer)]
        own = own[: _prose_after(view, own)]
        if own:
            end = own[-1].end
        yield replace(listed, people=own)


def _prose_after(view: View, people: Sequence[Mention]) -> int:
    """How many of the mentions belong to the list: it ends where prose begins."""
    if not people:
        return 0
    reach = people[0].outer - _FIELD_LINE, people[-1].end + ENTRY
    grants = any(reach[0] <= at < reach[1] for at in view.places(_GRANTED))
    told = (i for i, person in enumerate(people) if _tells(view, person) or (grants and _is_granted(view, person)))
    if (first := next(told, None)) is not None:
        return min(first, _prose_after(view, people[:first]))
    for i, (before, after) in enumerate(pairwise(people), 1):
        gap = (before.end, after.outer)
        if gap[1] - gap[0] > 25 and _is_prose(view, gap) and not relation(view.folded[slice(*gap)]):
            return i
    last = len(people) - 1
    return last if _ELECTED.match(view.plain, people[last].end) else last + 1


def _tells(view: View, person: Mention) -> bool:
    """Whether a sentence on what a member did begins with the name ("Mme A est arrivée à 20 h.")."""
    begins = _TELLS.match(view.folded, person.end) and _SENTENCE.match(view.folded, 0, person.outer)
    return bool(begins or _THAT.match(view.folded, 0, person.outer))


def _is_granted(view: View, person: Mention) -> bool:
    """Whether the line or sentence begins an item on a grant or an organisation, whose name the mention is."""
    opening = _SENTENCE.search(view.folded, max(0, person.end - _FIELD_LINE), person.outer)
    return opening is not None and _GRANT.match(view.folded, opening.end()) is not None


def _is_prose(view: View, gap: Span) -> bool:
    """Whether many words in small letters stand in a gap; twice as many are allowed within one paragraph."""
    bare = _ASIDE.sub("", view.plain[gap[0] : gap[1]])
    words = _SMALL_WORD.findall(bare)
    if "\n\n" not in bare and "\n \n" not in bare and "." not in bare:
        return len(words) >= 2 * _SMALL_WORDS_OF_PROSE
    return sum(len(word) > 2 for word in words) >= _SMALL_WORDS_OF_PROSE


def entry_end(view: View, start: int, limit: int) -> int:
    """Where an entry ends when no other person follows: at the line's end, or the next where an article ends it."""
    line = view.plain.find("\n", start, limit)
    below = _BELOW.match(view.folded, line, limit) if line >= 0 else None
    goes_on = below is not None and view.plain[below.end() - 1].islower()
    if line >= 0 and (goes_on or _OPEN_END.match(view.folded, start, line)):
        line = view.plain.find("\n", line + 1, limit)
    return line if line >= 0 else min(limit, start + ENTRY)
