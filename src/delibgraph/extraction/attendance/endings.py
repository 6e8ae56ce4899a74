"""What ends a list of names without beginning another: fields, sentences of the minutes, items of the agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from delibgraph.extraction.text.phrases import vocabulary
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

SPEAKS = (
    r"(?:ouvre|declare|informe|demande|rappelle|remercie|propose|constate|fait|donne lecture|procede|invite|souhaite|"
    r"expose|indique|presente|excuse(?= (?:m|l))|signale|soumet|precise|annonce|explique|accueille|quitte|sort|arrive|"
    r"rejoint|intervient|prend|cede|salue|lit|passe|leve)(?!\w)"
)
"""Verbs, folded, of which the sentences of minutes are made: their subject belongs to no list."""
_SPEAKING = SPEAKS.replace(" ", "[ ]")
_FIELD_HEADS = vocabulary(
    "secretaire secretaires secretariat designation nomination election president presidente presidents maire "
    "rapporteur rapporteure date le la les convocation affichage publication ordre quorum formant objet objets "
    "deliberation n question observation observations vu considerant au est a sont ont mme m mr mlle melle madame "
    "mademoiselle monsieur majorite seance compte il personnel "
    "personnels service services agent agents technicien techniciens intervenant intervenants auditeur "
    "auditrice auditeurs presse administration public lieu presidence commission commissions etat preambule "
    "decisions assistait assistaient collaborateur collaborateurs dia intervention interventions rapport expose "
    "mesdames approbation adoption proces i ii iii iv v vi en conformement debut fin ouverture cloture levee"
)
_KEEPER = (
    r"secretaires?[ ]de[ ](?:la[ ])?seance[ ](?:(?P<civil>m\.?|mme|mr|mlle|madame|monsieur)[ ])?"
    r"[^\n,;:().]{4,45}(?:\.|\n|$)"
)
"""The secretary in a sentence without a verb: "Secrétaire de séance Léa CORVANT."."""
_KEPT = re.compile(_KEEPER)
_FIELD = re.compile(
    rf"""
    (?<!') (?:
      secretaires?(?:[ ]de[ ]seance)?(?:[ ]elue?)?[ ]*[:|] | secretaires?[ ]de[ ]seance[ ]*\n
    | {_KEEPER}
    | (?:est|sont|a[ ]ete|ont[ ]ete)[ ](?:elue?|designee?|nommee?)s?(?:[(]e?s?[)]s?|[.·-]e)?[ ]
      (?:en[ ]qualite[ ]de[ ]|comme[ ])?secretaire
    | secretariat[ ]de[ ]seance
    | (?:designation|nomination|election)[^\n:]{{0,30}}secretaire[^\n:]{{0,12}}:?
    | (?<!vice[ -])presidente?s?(?:[ ]de[ ](?:la[ ])?seance)?[ ]*:
    | (?:mme|mr|m\.?|madame|monsieur)[ ]l[ea][ ](?:maire|presidente?)(?!\w)[^\n:,.;]{{0,30}}:
    | rapporteure?[ ]*:
    | (?:date[ ]d(?:e|')[ ]*|le[ ])?(?:la[ ])?(?:convocation|affichage|publication)[^\n:]{{0,40}}:
    | l[ea][ ]secretaire(?!\w) | le[ ]secretariat(?!\w)
    | (?:personnels?|services?|agents?|technicien(?:ne)?s?|intervenante?s?|audit(?:eur|rice)s?|presse|administration
        |public|lieu|presidence|commissions?|etat[ ]civil|decisions?|dia|secretaires?|assistai(?:en)?t
        |collaborat(?:eur|rice)s?
      )(?!\w)[^\n:;,]{{0,40}}:
    | preambule(?=[ ]*(?:\n|:|$))
    | ordre[ ]du[ ]jour | (?:le[ ])?quorum | majorite[ ]absolue | formant[ ]la[ ]majorite
    | les[ ]conseillers[ ]presents[ ]formant
    | objets?[ ]*: | deliberation[ ](?:d[ue]|n(?!\w)) | n°[ ]*\S+ | question[ ]n°
    | (?:le|la)[ ](?:conseil|comite|bureau|commission|assemblee)[^\n,.]{{0,60}}
      (?:,|apres|secretaire|(?:choisit?|designe|nomme|elu)(?!\w))
    | (?:interventions?|question|rapport|expose)[ ](?:de|du|d'|des)[ ]
    | (?:approbation|adoption)[ ]d[eu](?!\w)
    | (?:[iv]{{1,3}}|[a-d])[ ]?[.)][ ](?:\w+(?:tion|ment)s?(?=[ ]*\n)|\w{{5,}}[ ](?:du|des?|de[ ]la)[ ][a-z]{{4,}})
    | au[ ](?:proces[- ]verbal|compte[- ]rendu)[ ]de
    | les[ ]decisions[ ]prises | observations?[ ]sur | vu[ ](?:le|la|les|l') | considerant
    | (?:mme|mlle|melle|mr|m\.|madame|mademoiselle|monsieur)(?:(?!mme|m\.|madame|monsieur)[^\n.:]){{3,60}}
      (?:est|a[ ]ete|sont)[^\n.:]{{0,12}}(?:elue?|designee?|nommee?)
    | (?:(?:mme|m\.?|madame|monsieur)[ ])?l[ea][ ](?:maire|presidente?),?[ ](?:apres|ayant)(?!\w)
    | (?:(?:mme|m\.?|madame|monsieur)[ ])?l[ea][ ](?:maire|presidente?)(?:,[ ][^\n,;:]{{4,50}},)?[ ]{_SPEAKING}
    | (?:en[ ](?:application|vertu)[ ]d|conformement[ ]a)[^.:;]{{5,120}}?[,.][^.:;]{{0,60}}?
      (?:designe|nomme|elu|choisi|procede|elit)
    | (?:debut|fin|ouverture|cloture|levee)[ ]de[ ](?:la[ ]|cette[ ])?(?:seance|reunion)
    | date[ ]de | la[ ]seance[ ](?:est|a)[ ] | seance[ ]du | compte[ ]rendu | il[ ]a[ ]ete[ ]procede
    | mesdames[ ]?(?:,|et)[ ]messieurs(?:,?[ ](?:mes[ ])?chers?[ ]collegues)?,?[ ]*\n[ ]*\n
    )
    """,
    re.VERBOSE,
)
"""What ends a list, at one of the words with which such a field begins."""
_RANK = regex.compile(r"(?<![\w'./-])\d{1,2}[ ]*(?:[./)–-]|°[ ]?[.)–-])[ ]*(?=\p{L})")
_MEMBER = regex.compile(
    r"(?<![\w'.-])(?P<rank>\d{1,3})[ ]*[./)–-]{1,2}[ ]*(?:(?:MM?\.?|Mr|Mmes?|Mlle|Monsieur|Madame)[ ]+)?"
    r"(?:\p{Lu}\p{Ll}[\p{L}-]*(?:[ ]\p{Lu}\p{Ll}+)?[ ]+\p{Lu}{2}[\p{Lu}'-]*(?:[ ]\p{Lu}{2}[\p{Lu}'-]*)?"
    r"|\p{Lu}{2}[\p{Lu}'-]*(?:[ ]\p{Lu}{2}[\p{Lu}'-]*)?[ ]+\p{Lu}\p{Ll}[\p{L}-]*)"
    r"(?=[ ]*(?:$|[,;(–-]|\d{1,3}[ ]*[./)–-]))",
    regex.MULTILINE,
)
"""A member with a rank: a first name and a surname in capitals, in either order, and nothing else."""
_VOICES = vocabulary("consultative consultatives deliberative deliberatives")
_AFTER_BRACKET = regex.compile(r"(?r)[)][ ]*")
_CONSULTED = regex.compile(r"(?<![\w'-])\p{Lu}[^\n:,;()]{2,60}[ ]\(?(?:avec[ ]|à[ ]|a[ ])?voix consultatives?\)?[ ]*:")
"""Those who attend without a vote of their own: "Conseil départemental (voix consultative) :"."""
_CONSULTING = regex.compile(
    r"(?<=^|\n)[ ]*(?:[ivx\d]{1,4}[ ]?[).–-]+[ ]*)?(?:les[ ]|autres[ ])?"
    r"(?:membres?|personn(?:es|alites)|representante?s?|participante?s?)"
    r"(?![ ]*:)[^\n:,;()\d]{0,50}[ ](?:avec[ ]|a[ ])?"
    r"\(?(?:voix[ ]consultatives?|sans[ ]voix[ ]deliberatives?)\)?[ ]*(?:\n|$)"
)
"""The same as a heading without a colon: "Membres avec voix consultative"."""
_RANKS_ALONE = regex.compile(r"(?<![\w'.-])(?:(?P<rank>\d{1,3})[ ]*[./)–-]\s+){2,}(?=\p{L})")
"""Ranks that were torn off their members, and stand before all of them: "11. 12. Hugo BARSAC Léa CORVANT"."""
_OF_NUMBER = regex.compile(
    r"(?r)(?<!\w)(?:deliberation|question|point|dossier|affaire|rapport|a[ ]la|de[ ]la|du|au)s?[ ]"
)
"""Before "N° 7" within a remark on a member: "présent jusqu'à la délibération N°7"."""
_NUMBER = regex.compile(
    r"(?<!\d)(?:(?:(?:19|20)\d\d[-/._]\d[\d./_-]*|\d{1,4}/20\d\d)(?:[ ]*:[ ]|[ ]*$))", regex.MULTILINE
)
_ASIDE = 60
"""Characters that a remark in brackets can have."""
_CLOSES = re.compile(r"[)\n]")
_PREFIX = regex.compile(r"(?r)(?<![\w'./-])(?:\p{L}{1,5}[-_]?)?")
"""An item of the agenda: its rank, or its number as a deliberation and the letters before that ("DEL2025-02 : ")."""


def endings(view: View) -> Iterator[Span]:
    """Where such words stand and a label can start, in no order."""
    for at in view.places(_FIELD_HEADS):
        if opens(view, at) and (field := _FIELD.match(view.folded, at)) and not _is_aside(view, at):
            yield field.span()
    for at in view.places(frozenset(["secretaire"])):
        if view.plain[at - 2 : at] == ", " and (kept := _KEPT.match(view.folded, at)) and kept["civil"]:
            yield kept.span()
    yield from (match.span() for match in _CONSULTED.finditer(view.plain)) if "consultative" in view.words else ()
    if not view.words.keys().isdisjoint(_VOICES):
        yield from (match.span() for match in _CONSULTING.finditer(view.folded))
    members = _ranked_members(view)
    for match in _RANK.finditer(view.folded):
        open_ = opens(view, match.start()) or ("/" in match[0] and _AFTER_BRACKET.match(view.plain, 0, match.start()))
        if match.start() not in members and open_ and not _is_aside(view, match.start()):
            yield match.span()
    for match in _NUMBER.finditer(view.folded):
        prefix = _PREFIX.match(view.folded, max(0, match.start() - 8), match.start())
        if prefix and opens(view, prefix.start()):
            yield prefix.start(), match.end()


def _ranked_members(view: View) -> set[int]:
    """The ranks of members in lists that count them, three at least in one: "1. Hugo BARSAC"."""
    members = list(_MEMBER.finditer(view.plain))
    ranks = [int(member["rank"]) for member in members]
    runs = zip(ranks, ranks[1:], ranks[2:], strict=False)
    counted = any(second - first == third - second == 1 for first, second, third in runs)
    if not counted:
        return set()
    torn = (run for run in _RANKS_ALONE.finditer(view.plain) if int(run.captures("rank")[0]) - 1 in ranks)
    return {member.start("rank") for member in members} | {at for run in torn for at in run.starts("rank")}


def _is_aside(view: View, at: int) -> bool:
    """Whether a remark goes on, in brackets or up to a number: "(à compter de l'OJ N° 3)" ends no list."""
    if view.folded.startswith("n°", at) and _OF_NUMBER.match(view.folded, 0, at):
        return True
    opened = view.plain.rfind("(", max(0, at - _ASIDE), at)
    return opened >= 0 and _CLOSES.search(view.plain, opened, at) is None


def opens(view: View, at: int) -> bool:
    """Whether a label can start here: a capital, or the start of a line or sentence."""
    before = view.plain[max(0, at - 4) : at].rstrip(" ")
    if before.endswith(".") and before[-2:-1].isupper() and not before[-3:-2].isalpha():
        return view.plain[at].isupper()  # an initial's dot
    return view.plain[at].isupper() or not before or before[-1] in "\n.:;•-–"
