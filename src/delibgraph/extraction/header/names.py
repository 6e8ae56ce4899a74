"""How far the name of a body goes: with its line, over the line's end, or word by word."""

from __future__ import annotations

import regex

from delibgraph.extraction.text.view import View

_PARTICLE = r"(?:de|du|des|la|le|les|lès|et|&|en|sur|sous|aux?|à)(?![\p{L}'])"
_MONTH = r"(?i:janv|f[ée]vr?|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c)\p{L}*"
_NEXT_WORD = regex.compile(
    rf"(?:[ ]{{1,3}}(?:[–-][ ]+)?|(?<=\n))(?:la[ ](?:commune|ville)(?=[ ]d)|{_PARTICLE}"
    rf"|(?:[dlDL]['’ ])?\p{{Lu}}[\p{{L}}'-]*|\d{{1,2}}(?=[ ](?!{_MONTH}(?!\p{{L}}))\p{{Lu}}\p{{L}}{{2}}))"
    r"|(?<=')\p{Lu}[\p{L}'-]*"
    r"|(?<=(?<!\p{L})Pays)[ ]\p{Ll}{2,}(?:ois|ais|[ié]en|den|ard|and|an|in|que|aud|ot)e?s?(?!\p{L})"
)
"""A word that a name goes on with: a particle, a capital, the adjective of a country ("du Pays vidourois")."""
_LAST_PARTICLE = regex.compile(
    r"(?:(?:\s|')(?i:de|du|des|d'|la|le|les|l'|et|en|sur|sous|aux?|à)|(?<=\p{Lu}[\p{L}'-]+)\s\p{Lu})\s*$"
)
"""What ends no name: a particle, a lone letter."""
_SERIES = regex.compile(
    r"(?:,[ ]\p{Lu}[\p{L}'-]+){1,4}(?:,|[ ]et)[ ]\p{Lu}[\p{L}'-]+(?=[ ]*(?:\n|\Z)|,?[ ]+(?:s'|\p{Ll}|\())"
)
"""Places that go on naming a body: "Vidour, Sarve, Combe"."""
_SYNDICATE = regex.compile(r"syndicat|sivu|sivom|smictom|sictom")
_LINE = regex.compile(r"(?m)^[ ]*(?P<line>[^\n,.;:()\d]{6,90}?)[ ]*$")
_BROKEN = regex.compile(
    r"[ ]*\n(?=(?:du|des?(?:[ ]la)?|DU|DES?)[ ]\p{Lu}|[dD]['’]\p{Lu})"
    r"|[ ]+(?:d(?:e|u|es)|D(?:E|U|ES))(?:[ ]l[ae]s?)?[ ]*\n[ ]*(?=\p{Lu})"
    r"|(?<=\p{Lu})[ ]*\n(?=\p{Lu}{3}[\p{Lu}'-]*,)"
    r"|(?<=(?:^|\n)[ ]*(?i:communaut[ée][ ](?:de[ ]communes|d'agglom[ée]ration|urbaine)|syndicat[ ][\p{L} ]{5,30}"
    r"|p[ôo]le[ ]m[ée]tropolitain|(?:lyc[ée]e|coll[èe]ge)(?:[ ]\p{L}+){0,3}))"
    r"[ ]*\n[ ]*"
    r"(?=\p{Lu}[^\n\d:.;,]{2,60}\n)"
    r"|(?<=^\s*(?i:la[ ]+)?(?i:r[ée]gion))[ ]*\n[ ]*(?=\p{Lu}[^\n\d:.;,]{2,40}\n)"
)
"""A line end between a kind and its name ("COMMUNAUTÉ DE COMMUNES" over "DU PAYS DE SARVIS")."""
_FURTHER = regex.compile(
    r"[ ]*\n[ ]*(?P<line>(?:(?:d(?:e|u|es)[ ](?:l[ae]s?[ ])?|d'|et[ ]d(?:e|u|es)[ ])\p{Lu}[^\n.,;:()\d]{2,70}?"
    r"|(?<=\p{Lu}[ ]*\n[ ]*)(?:D(?:E|U|ES)[ ](?:L[AE]S?[ ])?|D'|ET[ ]D(?:E|U|ES)[ ])"
    r"(?!CONSEIL|BUREAU|COMIT|COMMISSION|S[ÉE]ANCE|R[ÉE]UNION)\p{Lu}[^\n.,;:()\d\p{Ll}]{2,70}?))[ ]*(?:\n|\Z)"
    r"|[ ]*\n(?P<line>d(?:e|u|es)[ ](?:l[ae]s?[ ]|l')?\p{Lu}[\p{L}'-]+(?:[ ]\p{Lu}[\p{L}'-]+){0,4})"
    r"(?=,?[ ](?:s'|(?:l[ée]gal|d[ûu]|r[ée]guli[èe]re)ment[ ]))"
)
"""A long name that goes on in the next line."""
_QUOTED = regex.compile(r"[ ]*\n?[ ]*[«\"][^»\"\n]{3,60}[»\"]")
STOP = regex.compile(
    r"[ –-]*(?:departement|arrondissement|conseil|compte|seance|reunion|proces|direction|l'an|canton|republique|"
    r"(?<!(?<!\w)(?:du|le)[ ])pole[ ]+d'equilibre|maison[ ]du[ ]|"
    r"deliberation|extrait|convocation|date|releve|comite|bureau|commission|assemblee|etat|liste|membres|siege|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|cedex|projet[ ]de[ ]proces)(?!\w)"
)
"""Words of a heading that are no part of a name."""
_PART = regex.compile(
    rf"[ ]+[–-]{STOP.pattern}|[ ]{{2,}}{STOP.pattern}|[ ](?:comite|bureau|conseil|releve|compte|proces|extrait)[ -]"
)
"""Where the name ends in a line that goes on with another part of the heading."""
_DASHED = regex.compile(rf"[ ]+[–-][ ]|[ ]{{3,}}|{_PART.pattern}")
"""The same after a commune's name, which no dash between blanks and no wide gap parts."""
_TOLD_MATTER = regex.compile(r"[ ]+[–-][ ]+\p{Ll}{4}")
"""Behind a dash: what a body is for ("Syndicat mixte ORVAN – gestion des rivières")."""
_APART = regex.compile(r"[ ]+-[ ]+\p{Lu}\p{Ll}")
_SAINT = regex.compile(r"(?ri)(?<!\p{L})(?:ste?|sainte?)[ ]*$")
"""A hyphen between blanks and what follows it; before one that is a name's own ("Saint - Bris")."""
_OVER = regex.compile(
    r"(?<=(?:^|\n)[ ]*\p{Lu}[^\n]*)[ ]*\n[ ]*"
    r"(?P<line>(?:SUR|SOUS|L[ÈE]S|EN|AUX?)[ ]\p{Lu}[\p{Lu}' -]{2,40})[ ]*(?:\n|\Z)"
)
"""The second line of a place in capitals ("VALSERRE" over "SUR VIDOUR")."""
_MATTER = regex.compile(
    r"[ ]+(?:d'\p{Ll}{3,}|d(?:es|u|e)|pour|mixte|inter[ ]?communal"
    r"|et(?=[ ](?:d(?:es|u|e)|l[ae]s?)[ ]\p{Ll}|[ ][ld]'\p{Ll}))"
    r"(?:[ ][ld]'\p{Ll}{3,}|(?:[ ]l[ae]s?)?(?:[ ]\p{Ll}{3,})?)"
    r"(?:[ ](?!convoqu)\p{Ll}{3,}(?:[eè]res|ales|aux|elles|i[fv]e?s|ées|iques|aires))?"
)
"""What a syndicate manages, in small letters: "des eaux", "du bassin", "pour le traitement des ordures ménagères"."""


def kind_name_end(view: View, start: int, end: int, *, family: str) -> int:
    """Where the name goes to whose kind stands from ``start`` to ``end``: over line ends, quoted, by several places."""
    broken = _BROKEN.match(view.plain, end)
    told = broken.end() - (view.plain[broken.end() - 1] == " ") if broken else end
    stop = name_end(view, start, told, family=family)
    if family in ("epci", "syndicat") and (further := _FURTHER.match(view.plain, stop)):
        stop = further.end("line")
    more = _QUOTED.match(view.plain, stop) or (family == "epci" and _SERIES.match(view.plain, stop))
    return more.end() if more else stop


def name_end(view: View, start: int, end: int, *, family: str) -> int:
    """Where the name that begins with a kind ends: with its line where that holds nothing else, else its capitals."""
    line = _LINE.match(view.plain, view.plain.rfind("\n", 0, start) + 1)
    if line and line.start("line") == start and line.end("line") > end and len(line["line"].split()) <= 12:
        parts = _DASHED.finditer if family == "commune" else _PART.finditer
        stops = (part.start() for part in parts(view.folded, end, line.end("line")))
        stop = min(stops, default=line.end("line"))
        if matter := _TOLD_MATTER.search(view.plain, end, stop):
            stop = matter.start()
        return stop if stop == line.end("line") else _own_end(view, end, stop)
    stop = end
    if _SYNDICATE.match(view.folded, start):
        while matter := _MATTER.match(view.plain, stop):
            stop = matter.end()
    while (match := _NEXT_WORD.match(view.plain, stop)) and not STOP.match(view.folded, stop):
        word = match[0].strip(" –-")
        if family == "commune" and (
            "–" in match[0] or (_APART.match(match[0]) and not _SAINT.search(view.plain, start, stop))
        ):
            break
        if view.plain[start:stop].isupper() and word[:1].isupper() and not word.isupper():
            break
        stop = match.end()
    return _own_end(view, end, stop)


def place_end(view: View, start: int) -> int:
    """Where the name of a commune ends that begins at ``start``: with its line or, in capitals, with the next one."""
    end = name_end(view, start, start, family="commune")
    over = _OVER.match(view.plain, end) if view.plain[start:end].isupper() else None
    return over.end("line") if over else end


def _own_end(view: View, end: int, stop: int) -> int:
    """Where a name ends that was cut at ``stop``: before the particles and the lone letter that it ends with."""
    kept = view.plain[end:stop]
    while trimmed := _LAST_PARTICLE.search(kept):
        kept = kept[: trimmed.start()]
    return end + len(kept.rstrip())
