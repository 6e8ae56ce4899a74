"""The entries of a list as a chain: each person with whom the words after them join to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from delibgraph.extraction.attendance.lists import List, entry_end
from delibgraph.extraction.attendance.matching import fits, resolve
from delibgraph.extraction.attendance.names import Mention
from delibgraph.extraction.attendance.pairs import Link, part, ranked, torn
from delibgraph.extraction.attendance.relations import CHARGED, NAMED_SUBSTITUTE, Kind, is_second_holder, relation
from delibgraph.extraction.attendance.roll import Roll
from delibgraph.extraction.attendance.unread import undecided
from delibgraph.extraction.text.tokens import ROLE
from delibgraph.extraction.text.view import View

_ROLE_HOLDER = re.compile(
    r"""
    (?:(?:pouvoir|procuration|mandat|par|a|au)[ ]+ (?:a[ ]+)?|(?:→|->|=>)[ ]*)
    (?P<role> (?:m\.|mr|mme|monsieur|madame)?[ ]* (?:l[ea](?:[ ]+|[ ]*\n[ ]*))? (?:maire|presidente?))
    (?=[ ]*(?:[,;.()\n–-]|$|\bet\b))
    """,
    re.VERBOSE,
)
_OF_PLACE = regex.compile(
    r"[ ]*(?:de[ ]|du[ ]|des[ ]|d')(?:la[ ]|les?[ ]|l')?\p{Lu}[\p{L}'-]*"
    r"(?:[ -](?:\p{Lu}[\p{L}'-]*|en|sur|sous|l[eèa]s?|du|des?|aux?|l'\p{L}+)(?=[ -]))*(?=[ ])"
)
"""The commune after a name ("Anne PETIT de Quiny à Guy DURAND")."""
_IN_PERSON = re.compile(r"represente")
_SITS = re.compile(r"[ ]*[,(][ ]*(?:(?:sa|son|le|la)[ ])?(?:deleguee?[ ])?suppleante?(?!\w)(?![ ]*d[eu'])")
"""After "représenté par Mme A", what says that she sits in the other's place: ", sa suppléante"."""
_FOR = re.compile(r"[ ]*[(,]?[ ]*pour[ ]*")
"""Between a substitute and the member whose seat it is: "Mme A (pour M. B)"."""
_BEARERS = re.compile(r"(?<!\w)(?:porteu(?:r|se)|detenteur)s?(?!\w)")
"""In a heading of those who hold proxies: "A pour B" gives B's to A."""
_CHARGED = re.compile(CHARGED)
_NAMED_SUBSTITUTE = re.compile(NAMED_SUBSTITUTE)
_TO_VOTE = re.compile(
    r",?[ ](?:de|pour|afin[ ]de|a)[ ](?:voter|sieger|l[ea][ ]representer|le[ ]remplacer|s'exprimer)(?!\w)"
)
_PLURAL = regex.compile(r"\s*,?\s*(?:qui[ ])?(?:ont|avaient|sont|etaient|furent|s'etaient|se[ ]sont)(?!\w)")
_AND = regex.compile(r"[ ]*(?:,|\n|,?[ ]*\n?[ ]*et)[ ]*\n?[ ]*")
"""A verb of several people, and what joins its subjects."""
AWAY = regex.compile(
    rf"(?:[ ]*,?[ ]*{ROLE})?[ ]*[,(:–-]?[ ]*"
    r"(?P<state>absente?|excusee?|abs\.|exc\.)(?:[ ]+(?P<excused>excusee?))?(?!\w)"
    r"(?P<gave>[ ,]+(?:pouvoir|procuration)(?=[ ]*(?:[,;)]|$|[ ](?!a[ ]|au[ ]|m\.|mme|mr|par[ ]))))?"
)
"""A state beside the name of a member listed among those present."""


def entries_of(view: View, listed: List, roll: Roll) -> list[Link]:
    """The entries of a list, each with whom it names besides; columns that were torn apart are paired."""
    return _shared(view, torn(view, listed, roll) or list(_entries(view, listed, roll)))


def _entries(view: View, listed: List, roll: Roll) -> Iterator[Link]:
    """The entries of a list: of groups that one verb joins those by rank, of all others each with what follows it."""
    done = 0
    for groups in ranked(view, listed, roll):
        if groups.first > done:
            yield from _chain(view, part(listed, done, groups.first), roll)
        yield from groups.links
        done = groups.end
    if done < len(listed.people):
        yield from _chain(view, part(listed, done, len(listed.people)), roll)


def _chain(view: View, listed: List, roll: Roll) -> Iterator[Link]:
    """The entries of a list: each person with whom the words after them join to them.

    ``gives`` holds where the entry before gave a proxy: then "A à B" gives one, in a list of those present too.
    """
    people, i = listed.people, 0
    gives = relation(view.folded[listed.label.start : people[0].outer].rstrip(" :")) == "opens"
    while i < len(people):
        person = people[i]
        following = people[i + 1] if i + 1 < len(people) else None
        gap = (person.end, following.outer if following else entry_end(view, person.end, listed.end))
        text = view.folded[gap[0] : gap[1]]
        i += 1
        if role := _role_holder(text, listed):
            yield Link(person, "gives-to", gap, other_role=role)
            gives = True
            continue
        kind = _kind(view, listed, text, following, roll, gives)
        if following and listed.state == "present" and _NAMED_SUBSTITUTE.match(" ".join(text.split())):
            i += 1
            roll.findings.append(undecided(person, following))
            yield Link(person, None, gap)
            continue
        if kind is None and following and _stands_beside(view, listed, text, people[i : i + 2]):
            kind = "gives-to"
        if kind is None and following:
            kind = _bracketed(view, listed, text, following, roll)
        if kind is None and following and text.strip() in ("(", "[", "{") and _is_aside(view, listed, following):
            i += 1
            yield Link(person, None, gap)
            gives = False
            continue
        if kind is None and following and text.strip() in ("(", "[") and fits(following.name, person.name):
            i += 1  # "Luc GARNEL (M. GARNEL est arrivé …)"
            yield Link(person, None, (person.end, people[i].outer if i < len(people) else listed.end))
            continue
        if following is None or kind in (None, "without", "opens", "excused"):
            yield Link(person, kind if kind in ("without", "excused") else None, gap)
            gives = kind == "opens"
            continue
        gives = kind in ("gives-to", "bare")
        for other in people[i:]:
            i += 1
            end = people[i].outer if i < len(people) else entry_end(view, other.end, listed.end)
            yield Link(person, kind, (person.end if other is following else other.end, end), other=other)
            if _holds_too(view, kind, other, people[i : i + 1]):
                sitting = person if kind == "sits-for" else other
                yield Link(sitting, "holds-from", (other.end, people[i].outer), other=people[i])
                i += 1
            if not gives or i == len(people) or not is_second_holder(view.folded[other.end : people[i].outer]):
                break


def _shared(view: View, chain: list[Link]) -> list[Link]:
    """The entries, a state that a verb in the plural tells of the last name given to those before it as well.

    "M. A, Mme B et M. C sont absents" says so of all three.
    """
    for i in range(len(chain) - 1, 0, -1):
        before, link = chain[i - 1], chain[i]
        plural = link.kind == "excused" and _PLURAL.match(view.folded, link.told[0])
        if plural and before.kind is None and _AND.fullmatch(view.folded, before.told[0], link.person.outer):
            chain[i - 1] = replace(before, kind="excused", told=link.told)
    return chain


def _holds_too(view: View, kind: Kind | None, other: Mention, following: Sequence[Mention]) -> bool:
    """Whether a substitute holds a proxy too ("A, suppléante de B, ayant le pouvoir de C")."""
    if kind not in ("sits-for", "replaced-by") or not following:
        return False
    return relation(view.folded[other.end : following[0].outer]) == "holds-from"


def _is_aside(view: View, listed: List, mention: Mention) -> bool:
    """Whether what stands in brackets without a civility, and holds no proxy, is a place, a party or an association."""
    closed = view.plain[mention.end : mention.end + 1] in (")", "]", "}")
    civil = listed.state == "present" and all(person.civility for person in listed.people if person is not mention)
    return closed and mention.civility is None and (not mention.full or civil)


def _stands_beside(view: View, listed: List, gap: str, following: Sequence[Mention]) -> bool:
    """Whether a holder stands on the line of a grantor with nothing between, in a list of proxies ("M. A Mme B")."""
    if listed.state != "proxy" or gap != " " or following[0].civility is None:
        return False
    after = view.folded[following[0].end : following[1].outer] if len(following) > 1 else "\n"
    return "\n" in after and relation(after) is None


def _bracketed(view: View, listed: List, gap: str, following: Mention, roll: Roll) -> Kind | None:
    """Whom a person with a civility in brackets after one who is away holds a proxy of, where that one sits.

    Who is not known to sit is told, for it may be a substitute as well.
    """
    closed = view.plain[following.end : following.end + 1] in (")", "]", "}")
    if listed.state not in ("absent", "excused") or gap.strip() not in ("(", "[") or not closed:
        return None
    if following.civility is None or following.full:
        return None
    sitting = [entry.person for entry in roll.attendance if entry.status == "present"]
    return "gives-to" if resolve(following.name, sitting) is not None else None


def _role_holder(text: str, listed: List) -> str | None:
    """The office that holds the proxy ("pouvoir à M. le Maire"), in the text after a grantor."""
    role = _ROLE_HOLDER.search(text)
    told = relation(text[: role.start("role")] + " ") if role else None
    if not role or not told or (listed.state == "present" and relation(text) == "bare"):
        return None
    return " ".join(role["role"].split())


def _kind(view: View, listed: List, gap: str, following: Mention | None, roll: Roll, gives: bool) -> Kind | None:
    kind = relation(gap)
    charged = following is not None and _CHARGED.match(" ".join(gap.split()))
    if charged and following and listed.state == "present" and not _TO_VOTE.match(view.folded, following.end):
        return None
    if kind is None and following and (place := _OF_PLACE.match(view.plain, following.outer - len(gap))):
        kind = "bare" if relation(view.folded[place.end() : following.outer]) == "bare" else None
    if kind == "gives-to" and following and _IN_PERSON.search(gap) and _SITS.match(view.folded, following.end):
        return "replaced-by"
    if kind == "bare" and gap.strip() == "pour" and _BEARERS.search(view.folded, listed.label.start, listed.start):
        return "holds-from"
    if kind == "bare" and listed.state == "present" and listed.seat == "substitute" and _FOR.fullmatch(gap):
        return "sits-for"
    if kind == "gives-to" and listed.state == "present" and following and following.civility is None:
        away = AWAY.match(view.folded, following.outer - len(gap))
        kind = None if away and away["gave"] else kind  # "A, absent, pouvoir" in a table, and the next member
    if kind == "bare" and listed.state == "present" and not gives:
        return None
    if kind is None and following and gap.strip() in ("(", "[", "{") and _names_another(view, listed, following, roll):
        kind = "gives-to"
    if kind in ("gives-to", "bare") and (listed.label.replaced or (kind == "gives-to" and listed.seat == "substitute")):
        return _seated(listed, gap)
    return kind


def _names_another(view: View, listed: List, following: Mention, roll: Roll) -> bool:
    """Whether the one in brackets holds the proxy or has the seat of the member before, as the heading says."""
    if view.plain[following.end : following.end + 40].lstrip()[:1] not in ")]}":
        return False
    if listed.state in ("proxy", "represented") or listed.label.replaced:
        return bool(following.full or following.civility) or resolve(following.name, roll.names) is not None
    return listed.state == "present" and listed.seat == "substitute" and following.civility is not None


def _seated(listed: List, gap: str) -> Kind:
    """Who of two sits: under substitutes the first, unless "à" or "par" leads to the second."""
    return "sits-for" if listed.seat == "substitute" and gap.strip() in ("(", "[", "{") else "replaced-by"
