"""The prefecture's stamp: when the act was sent, received and posted, and its transmission identifier.

Two layouts are in use ("Envoyé / Reçu en préfecture le … ID : …" and "Accusé de réception en préfecture …"). A stamp
can stand anywhere, even within a list of names, and is blanked once read. The identifier is that of the @CTES protocol:
department, SIREN of the body, date of the decision, the act's own number, nature.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

import regex

from delibgraph.extraction.text.dates import DATE, first_date
from delibgraph.extraction.text.phrases import Phrase
from delibgraph.extraction.text.view import View
from delibgraph.facts import Span

_IDENTIFIER = regex.compile(
    r"(?<![\w-])(?:\d{2}_)?(?:[A-Z]{2}-)?0?\d[\dAB]\d?-(?P<siren>\d{9})-(?P<date>\d{8})-(?P<number>[\w.-]*\w)"
)
_RECEIVED = Phrase(
    "recu recue reception ireception lreception transmis transmise transmission accuse depose deposee depot",
    rf"""
    (?: (?:recue?|[il]?reception|transmise?|transmission|accuse[ ]de[ ]reception|deposee?|depot)
        [^\n\d]{{0,60}} (?:prefecture|par[ ]le[ ]prefet|legalite|etat)
        [^\d\n]{{0,30}} \s{{0,4}} (?:le|:|date)?[ ]*[:!|]?[ ]*
      | (?<=(?:^|\n)[ ]*a\.?r\.?[ ]+(?:de[ ]+la[ ]+|en[ ]+|-[ ]*)?(?:sous-)?prefecture
            (?:[^\n]{{0,50}}\n){{1,5}}[ ]*)
        (?:recue?|date[ ]de[ ]reception)[ ]*(?:le)?[ ]*:?[ ]*
    )
    (?=(?-x:{DATE.pattern}))
    """,
)
_PUBLISHED = Phrase(
    "date compte affiche affichee affichage publie publiee publication mis mise notifie notifiee",
    rf"""
    (?: date[ ](?:d'|de[ ])?(?:affichage|publication|mise[ ]en[ ]ligne) | compte[ ]rendu[ ]affiche
      | affichee? | publiee? | publication(?=[ ]*:)
      | (?<=(?:executoire|prefet|prefecture|legalite)[\s\S]{{0,120}}) (?:affichage|publication)
        (?=[ ]*: | [ ]+(?:et|ou)[ ]+(?:notification|affichage|publication)[ ] | [ ]+(?:le|du)[ ]+\d)
      | mise?[ ]en[ ]ligne | notifiee? )
    (?:[ ]+(?:ou|et)[ ]+(?:notifiee?|affichee?|publiee?|notification|affichage|publication))?
    [^\n\d]{{0,30}}? (?:le|:|(?<=\w[ ])du(?=[ ]))[ ]*:?[ ]*
    (?=(?-x:{DATE.pattern}))
    """,
)
_WHOLE_LINE = regex.compile(
    r"""(?m)
    [ ]* (?:
        (?:recu|envoye|transmis)[ ]en[ ]prefecture[^\n]{0,40} | accuse[ ]de[ ]reception[^\n]{0,60} | via[ ][\w -]+
      | date[ ](?:d'|de[ ])(?:affichage|publication|mise[ ]en[ ]ligne|reception|(?:tele)?transmission)[^\n]*
      | (?:affiche|publie|recu|envoye)[ ](?:en[ ]prefecture[ ])?le[^\n]{0,40}
      | a\.?r\.?[ ]+(?:de[ ]+la[ ]+|en[ ]+|-[ ]*)?(?:sous-)?prefecture
      | (?:acte|accuse)[ ](?:rendu|certifie)[ ]executoire[^\n]{0,90} | reception[ ]par[ ]le[ ]prefet[^\n]{0,40}
      | id[ ]*:[^\n]*
      | (?P<bare>(?:le[ ]+)?\d{1,2}[ ]\p{L}+[ ]\d{4})
      | (?:99_)?\w{2,3}-\d{9}-\d{8}-\S+
      | 99_[\w.-]+
      | page[ ]\d+(?:[ ]?/[ ]?\d+)?
    ) [ ]*$
    """,
    regex.VERBOSE,
)
_NEAR = 8
"""Characters between a bare date and the line of the stamp that it belongs to."""
_DATED = 60
"""Characters that a date takes at most."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says, and the spans of its fields and of its lines."""

    transmission_id: str | None = None
    siren: str | None = None
    received: datetime.date | None = None
    published: datetime.date | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    lines: tuple[Span, ...] = ()


def read_stamp(view: View) -> Stamp:
    """The stamp of an act, all empty where it bears none."""
    spans: dict[str, Span] = {}
    identifier = _IDENTIFIER.search(view.plain)
    if identifier:
        spans["transmission_id"] = identifier.span()
    return Stamp(
        identifier[0] if identifier else None,
        identifier["siren"] if identifier else None,
        _dated(view, _RECEIVED, "received_date", spans),
        _dated(view, _PUBLISHED, "published_date", spans),
        spans,
        tuple(_lines(view)),
    )


def _dated(view: View, label: Phrase, name: str, spans: dict[str, Span]) -> datetime.date | None:
    for match in label.finditer(view):
        if found := first_date(view, match.end(), match.end() + _DATED):
            spans[name] = (found.start, found.end)
            return found.date
    return None


def _lines(view: View) -> list[Span]:
    """The stamp's lines; a bare date counts only beside another line of the stamp."""
    firm: list[Span] = []
    bare: list[Span] = []
    for match in view.heads(_WHOLE_LINE, view.folded):
        (bare if match["bare"] else firm).append(match.span())
    near = [s for s in bare if any(abs(s[0] - f[1]) < _NEAR or abs(f[0] - s[1]) < _NEAR for f in firm)]
    return sorted([*firm, *near])
