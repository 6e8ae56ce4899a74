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
    r"(?<![\w-])(?:\d{2}_)?(?:[A-Z]{2}-)?0?\d[\dAB]\d?[ ]?-[ ]?(?P<siren>\d{9})[ ]?-[ ]?(?P<date>\d{8})[ ]?-[ ]?"
    r"(?P<number>[\w.-]*\w)(?:(?:[ ][\w.]{1,12})?[ ]?-[ ]?(?:DE|AR|AI|AU|BF|CC)(?!\w))?"
)
_DASH = regex.compile(r"[ ]?-[ ]?")
"""A dash with its blanks; any other blank is an underscore that was not read, for an identifier holds none."""
_NATURE = regex.compile(r"[ ]?-[ ]?(?:DE|AR|AI|AU|BF|CC)(?:-[\d-]+)?$")
"""The end of an identifier, behind the act's own number."""
_DAY = rf"(?:(?:lundi|mardi|mercredi|jeudi|vendredi)[ ]+)?(?-x:{DATE.pattern})"
_STATE = r"(?:prefecture|prefet(?!\w)|legalite|etat(?!\w))"
"""Whom an act is sent to, to be checked (CGCT L2131-1)."""
_RECEIVED = Phrase(
    "recu recue reception ireception lreception transmis transmise transmission accuse depose deposee depot "
    "teletransmis "
    "teletransmise teletransmission visa ar retour prefecture sous",
    rf"""
    (?: (?:recue?|[il]?reception|(?:tele)?transmise?|(?:tele)?transmission|accuse[ ]de[ ]reception|deposee?|depot|visa)
        [^\n\d]{{0,60}} (?:prefecture|par[ ]le[ ]prefet|legalite|etat)
        [^\d\n]{{0,30}} \s{{0,4}} (?:le|:|date)?[ ]*[:!|]?[ ]*
      | (?<=(?:^|\n)[ ]*a\.?r\.?[ ]+(?:de[ ]+la[ ]+|en[ ]+|-[ ]*)?(?:sous-)?prefecture
            (?:[^\n]{{0,50}}\n){{1,5}}[ ]*)
        (?:recue?|date[ ]de[ ]reception)[ ]*(?:le)?[ ]*:?[ ]*
      | (?<=(?:^|\n)[ ]*(?:sous-)?prefecture[^\n]{{0,40}}\n[ ]*) recue?[ ]+le[ ]*:?\s{{0,3}}
      | ar[ ]+(?:du[ ]+)?controle[ ]+de[ ]+legalite[^\n]{{0,60}}\n?[ ]*en[ ]+date[ ]+du[ ]+
      | teletransmise?[ ]+le[ ]*:?[ ]*
      | retour[ ]+(?:de[ ](?:la[ ])?|en[ ])?(?:sous-)?prefecture[ ]*:[ ]*
      | (?<=(?:^|\n)[^\w\n]*(?:cachet[^\w\n]{{0,3}})?)(?:sous-)?prefecture[ ]+d[^\n\d,.;:]{{2,50}}[ ][–-][ ]
      | (?<=-\d{{8}}-[^\n]{{1,40}}\n[ ]*)(?:transmission[ ]*:|recue?[ ]+le)[ ]*
      | (?:recue?|transmise?|deposee?)[ ]+le[ ]*:?\s{{0,3}} (?={_DAY}
            (?:[ ]+(?:a[ ]la[ ]|au[ ]|en[ ])(?:controle[ ]de[ ]|representant[ ]de[ ]l'|sous-|s/)?{_STATE}
              |\s{{1,3}}(?:sous-)?prefecture|[ ]*[,;/–-]+[ ]*(?:et[ ])?(?:affich|publi|notifi|mise?[ ]en[ ]ligne)))
    )
    (?={_DAY})
    """,
)
_SENT = Phrase("date", rf"date[ ]de[ ](?:tele)?transmission[ ]*:[ ]*(?={_DAY})")
"""When an act was sent, which is when it was received where nothing else tells that."""
_NOT_THE_ACT = r"(?:convoc|ordre[ ]du[ ]jour|avis|annonce|decret|marche|enquete)"
"""What is posted or published too."""
_PUBLISHED = Phrase(
    "date compte affiche affichee affichage publie publiee publication mis mise notifie notifiee",
    rf"""
    (?<!{_NOT_THE_ACT}[^\n]{{0,30}})
    (?: date[ ](?:d'|de[ ])(?:affichage|publication|mise[ ]en[ ]ligne) | compte[ ]rendu[ ]affiche
      | affichee? | publiee? | publication(?=[ ]*:)
      | (?<=(?:executoire|prefet|prefecture|legalite)[\s\S]{{0,120}}) (?:affichage|publication)
        (?=[ ]*: | [ ]+(?:et|ou)[ ]+(?:notification|affichage|publication)\s | \s+(?:le|du)[ ]*:?[ ]*\d)
      | mise?[ ]en[ ]ligne | notifiee? )
    (?:[ ]+(?:ou|et)[ ]+(?:notifiee?|affichee?|publiee?|notification|affichage|publication))?
    (?:(?!{_NOT_THE_ACT})[^\n\d]){{0,30}}? \n?[ ]*(?:le|:|(?<=\w\s)du(?=[ ]))[ ]*:?\s{{0,3}}
    (?={_DAY}(?![ ]+(?:au|dans)[ ](?:l[ea][ ])?(?:journal|boamp|bulletin)))
    """,
)
_WHOLE_LINE = regex.compile(
    r"""(?m)
    [ ]* (?:
        (?:recu|envoye|transmis)[ ]en[ ]prefecture[^\n]{0,40} | accuse[ ]de[ ]reception[^\n]{0,60} | via[ ][\w -]+
      | date[ ](?:d'|de[ ])(?:affichage|publication|mise[ ]en[ ]ligne|reception|(?:tele)?transmission)
        (?:(?!convoc)[^\n:])*:?(?:[^\n:]|:(?=\d))*
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
    number: str | None = None
    received: datetime.date | None = None
    published: datetime.date | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    lines: tuple[Span, ...] = ()


def read_stamp(view: View, sat: datetime.date | None = None) -> Stamp:
    """The stamp of an act, all empty where it bears none; what was received or posted before the sitting is another."""
    spans: dict[str, Span] = {}
    identifier = _IDENTIFIER.search(view.plain)
    if identifier:
        spans["transmission_id"] = identifier.span()
    return Stamp(
        _DASH.sub("-", identifier[0]).replace(" ", "_") if identifier else None,
        identifier["siren"] if identifier else None,
        _NATURE.sub("", identifier["number"]) if identifier else None,
        _dated(view, _RECEIVED, "received_date", spans, sat) or _dated(view, _SENT, "received_date", spans, sat),
        _dated(view, _PUBLISHED, "published_date", spans, sat),
        spans,
        tuple(_lines(view)),
    )


def _dated(
    view: View, label: Phrase, name: str, spans: dict[str, Span], sat: datetime.date | None
) -> datetime.date | None:
    for match in label.finditer(view):
        found = first_date(view, match.end(), match.end() + _DATED)
        if found and (sat is None or found.date >= sat):
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
