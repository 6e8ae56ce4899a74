"""The forms in which texts print the number of a deliberation, as data, the firmest first."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from delibgraph.extraction.items.headings import NUMBER

_NUMBER = r"(?P<number>(?-i:(?:\p{Lu}{1,8}[-_/.]){1,3}|\p{Lu}{0,4})[-_ ]?\d[\w./-]*\w|\d+)(?!\w|[-/.]\w)"
_ACT = (
    r"(?:d[ée]lib[ée]rations?|d[ée]lib\.?|d[ée]cision(?:[ ]du[ ]bureau)?|dc[cms](?![-_])|d\.c\.[cms]\.|dossier"
    r"|r[ée]solution)"
)
_OWN = (
    r"(?:[ ]+(?-i:du|en date du)[ ]+\d"
    r"|[ ]+(?:relative?[ ]|portant|concernant|autorisant|approuvant|d[ée]cidant|fixant))"
)
"""What stands behind the number of an act that heads its line: its date, or its title as a clause."""
_SIGN = r"(?:n[ ]?[°ºo]|n(?=[ ]\d)|num[ée]ro)"
_PARTS = (
    r"(?!\d\d?[./-]\d\d?[./-](?:19|20)?\d\d(?!\d|[./-]\d))"
    r"(?-i:(?:\p{Lu}{1,6}[-_/.]?)?\d{1,8}(?:[-_./](?:\p{Lu}{1,5}|\d{1,8})){1,4})(?![\w/.,-]*\d|[ ]?[€%h])"
)
"""Figures that signs part, a letter among them or before them: no date, no sum, no hour."""
_NO_YEARS = r"(?!(?:19|20)\d\d[-_/](?:19|20)\d\d(?!\d))"
"""No period of years ("2022-2023")."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of number, and where it can begin: a line with figures, a word with them, one of these words."""

    where: str
    pattern: regex.Pattern[str]


LINE, WORD = "line", "word"
_ACTS = "delib decision dcc dcm dcs d.c. dossier resolution"
_SIGNS = "n° nº n_° n_º numero"
"""What the words of :data:`_ACT` and :data:`_SIGN` begin with, folded; a low line is a blank."""
FORMS = tuple(
    Form(where, regex.compile(pattern))
    for where, pattern in (
        # "2021 DAE 38" before its title or alone on its line, "[2023 VOI 18]"
        (
            WORD,
            r"(?m)(?<=^[ ]*|\[)(?P<number>(?:19|20)\d\d[ ]\p{Lu}{1,6}[ ]\d{1,4})(?=[ ]*(?:$|[:–\]-]|[ ]\p{Lu}\p{Ll}))",
        ),
        # "… TRAVAUX DE VOIRIE 2020-032 Madame le Maire rappelle" in a text without lines
        (
            WORD,
            r"(?<=\p{Lu}{3}[ ])(?P<number>(?:19|20)\d\d[-/]\d{1,4})"
            r"(?=[ ]+(?:Madame|Monsieur|M\.|Mme|L[ea]|L'|Vu)(?!\w))",
        ),
        # "DÉLIBÉRATION   n°   B - 2023 - 41", "Délibération n° 2020 / 02"
        (
            _ACTS,
            rf"(?i){_ACT}[ ]*{_SIGN}[ ]*:?[ ]*"
            r"(?P<number>(?-i:\p{Lu}{1,4}[ ]-[ ])20\d\d[ ]-[ ]\d{1,4}|20\d\d[ ]/[ ]\d{1,3}|\d{1,4}[ ]/[ ]20\d\d)(?!\w)",
        ),
        # "RAPPORT N° 19.07.08 / 402"
        (
            LINE,
            rf"(?im)^[ ]*(?:{_ACT}|rapport)[ ]*{_SIGN}[ ]*:?[ ]*(?P<number>\d[\d.-]{{1,10}}\d[ ]/[ ]\d{{1,4}})[ ]*$",
        ),
        # "Délibération n° CP-2022-07 / 03-41-6688"
        (
            _ACTS,
            rf"(?im){_ACT}[ ]*{_SIGN}[ ]*:?[ ]*(?P<number>(?-i:{NUMBER})[ ]/[ ]\d[\d-]*)[ ]*$",
        ),
        # "RÉPUBLIQUE FRANÇAISE        Délibération n° 2014-07" in a column beside the letterhead
        (f"{_ACTS} acte", rf"(?im)(?<=\S[ ]{{2,}})(?:{_ACT}|acte)[ ]*{_SIGN}[ ]*:?[ ]*{_NUMBER}[ ]*$"),
        # "Délibération n° 2014-07" on a line of its own
        (
            LINE,
            rf"(?im)^[ ]*(?:extrait[^\n]{{0,40}}[ ])?{_ACT}[ ]*(?:{_SIGN}[ ]*)?:?[ ]*{_NUMBER}(?=[ ]*(?:$|:|"
            rf"[–-]|/[ ]|\.[ ]|[|][ ](?!(?i:objet)))|{_OWN})",
        ),
        # "MÉTROPOLE DU VIDOUR        N°36/2023"
        (_SIGNS, rf"(?m)(?<=\S[ ]{{2,}})[Nn][ ]?[°º][ ]*:?[ ]*(?P<number>{NUMBER})[ ]*$"),
        # "Acte : CP17-008", "N° de l'acte : 12", "Numéro : 2019-04", "Délibération référencée CS1204-21"
        (
            LINE,
            rf"(?im)^[ ]*(?:acte[ ]*(?:{_SIGN}[ ]*:?|:)|(?:{_SIGN}|r[ée]f[ée]rence)[ ]+de[ ]+(?:l['’][ ]?acte|la[ ]+"
            rf"d[ée]lib[ée]ration)[ ]*:?|num[ée]ro[ ]*"
            rf"(?::|(?=[ ](?-i:\p{{Lu}}{{1,4}})[-_]\d)))[ ]*(?!\d\.\d){_NUMBER}(?=[ ]*(?:$|[–-][ ]))",
        ),
        # "Numéro d'enregistrement : 27", "N° délibération 41", "Avenant …   N° interne de l'acte : 2022-41"
        (_SIGNS, rf"(?i){_SIGN}(?P<ranked>[ ]+d['’][ ]?enregistrement)[ ]*:?[ ]*{_NUMBER}[ ]*(?:$|\n)"),
        (_SIGNS, rf"(?i){_SIGN}(?P<ranked>[ ]+d[ée]lib[ée]ration)[ ]*:?[ ]*{_NUMBER}(?=\s)"),
        (_SIGNS, rf"(?i){_SIGN}[ ]+interne[ ]+de[ ]+l['’][ ]?acte[ ]*:[ ]*{_NUMBER}"),
        (
            LINE,
            rf"(?im)^[ ]*d[ée]lib[ée]ration[ ]+d(?:u|e[ ]la)[ ]+(?:conseil|comit[ée]|bureau|commission)"
            rf"(?:[ ]\p{{L}}+)?[ ]*{_SIGN}[ ]*:?[ ]*{_NUMBER}[ ]*$",
        ),
        (
            "deliberation",
            rf"(?i)(?<!\w)d[ée]lib[ée]ration[ ]+(?:r[ée]f[ée]renc|num[ée]rot|enregistr)[ée]e[ ]+(?:sous[ ]+le[ ]+)?"
            rf"{_SIGN}?[ ]*:?[ ]*{_NUMBER}(?=[\s,.:–-])",
        ),
        # "5ème Commission – N° 5.3"
        (_SIGNS, r"(?m)(?<=(?i:commission)[ ]+[–-][ ]+)[Nn][ ]?[°º][ ]*(?P<number>\d{1,2}[.-]\d{1,3})[ ]*$"),
        # "23_0155 | MISSION 4 – Économie"
        (
            LINE,
            rf"(?m)^[ ]*(?P<number>{_PARTS})"
            r"(?=[ ]+[|][ ]+(?i:mission|programme|politique|secteur|axe)[ ]*\d*[ ]*[:–-])",
        ),
        # "N° 1 – DCM 2023-0412 – Finances"
        (
            LINE,
            r"(?m)^[ ]*[Nn][ ]?[°º][ ]*\d{1,3}[ ]+[–-][ ]+(?P<number>\p{Lu}{2,5}[ ](?:19|20)\d{2}[-_/.]\d{1,4})"
            r"(?=[ ]+[–-][ ])",
        ),
        # "1. (n° 32/2021) Approbation …"
        (
            LINE,
            rf"(?m)^[ ]*\d{{1,3}}[.)/–-]*[ ]+(?P<bracketed>\()[Nn][ ]?[°º][ ]*(?P<number>{NUMBER})"
            r"[ ]*\)[ ]+(?=\p{Lu})",
        ),
        # "Objet n° 2020-12-03 : …"
        (LINE, rf"(?im)^[ ]*objet[ ]*{_SIGN}[ ]*(?-i:(?P<number>{NUMBER}))(?=[ ]*[:–-])"),
        # "Question n° 12", "N°36/2023" at the start of a line
        (
            LINE,
            rf"(?im)^[ ]*(?:question|affaire|d[ée]lib[ée]ration)?[ ]*n(?:[ ]?[°º]|(?=[ ]\d))[ ]*:?[ ]*{_NUMBER}"
            r"(?=\s|:|\.[ ])",
        ),
        # "Point n° 4 : …", "OJ N° 14 – …" before or after the lists
        (
            LINE,
            rf"(?im)^[ ]*(?P<ranked>(?:question|affaire|dossier|point|sujet|od?j|ordre[ ]du[ ]jour|r[ée]solution)[ ]*)"
            rf"(?:{_SIGN}[ ]*)?:?[ ]*"
            r"(?P<number>\d{1,3})(?=[ ]*(?:[.:–/]|-[ ]|$)|[ ]+(?:de|à)[ ]l['’]ordre[ ]du[ ]jour)",
        ),
        # "5ème question : …"
        (
            LINE,
            r"(?im)^[ ]*(?P<ranked>)(?P<number>\d{1,2})(?:er|[èe]re|[èe]me|e)[ ]+"
            r"(?:question|affaire|point|sujet|d[ée]lib[ée]ration)(?=[ ]*(?:[.:–/]|-[ ]|$))",
        ),
        # "Réf. : 2020-12", "| N° | 2020-12 |"
        (
            LINE,
            rf"(?im)^[ ]*(?:(?:n/[ ]?)?r[ée]f(?:[ée]rences?)?[ ]*[.:][ :]*(?:{_SIGN}[ ]*)?|[|][ ]*(?:{_ACT}[ ]*)?"
            rf"{_SIGN}[ ]*(?:de[ ]+(?:la[ ]+)?d[ée]lib[ée]ration[ ]*)?[|][ ]*)"
            rf"(?-i:(?P<number>{NUMBER}|{_PARTS}))(?=[ |]*$|[ ]{{3,}})",
        ),
        # "98/13. Objet : …", "14/23 – Objet : …"
        (
            LINE,
            r"(?m)^[ ]*(?P<number>(?=[^\n]{0,12}\d[-_/.]\d)[\p{Lu}\d][\p{Lu}\d/_.-]{1,14}[\p{Lu}\d])[.]?[ ]*[:–-]?[ ]*"
            r"(?=(?i:objets?)[ ]*:)",
        ),
        # "2016.91 : …" at the start of a line; a sum of money ends in two noughts
        (
            LINE,
            r"(?m)^[ ]*(?P<number>(?:19[89]|20\d)\d[-/._]\d[\d./_-]*)(?<!\.00|\.)"
            r"(?=[ ]*(?::|-|–|\n|/[ ]|[ ]\p{Lu})|\.[ ]+\p{Lu})",
        ),
        # "DEL2025-02" alone on its line, or before its title
        (
            LINE,
            r"(?m)^[ ]*(?P<number>\p{Lu}{1,5}[-_ ]?(?:19|20)\d{2}[-_/.]\d[\w/.-]*)(?<![.])"
            r"(?=[ ]*(?:$|[:–-][ ])|\.[ ]+\p{Lu})",
        ),
        # "Ville de Valserre                D-2023-018"
        (WORD, r"(?m)(?<=\S[ ]{3,})(?P<number>\p{Lu}{1,5}[-_.](?:19|20)\d{2}[-_/.]\d[\w/.-]*)(?<![.])[ ]*$"),
        # "Séance du jeudi 30 janvier – DCC 2025-009"
        ("dcc dcm dcs del", r"(?m)(?<=[ ][–-][ ])(?P<number>\p{Lu}{2,5}[ ](?:19|20)\d{2}[-_/.]\d{1,4})[ ]*$"),
        # "14 2022 067 (2022 DAC 38) – Subvention …"
        (
            LINE,
            r"(?m)^[ ]*(?P<number>\d{1,2}[ ](?:19|20)\d\d[ ]\d{2,4})(?=[ ]*(?:\([^)\n]{3,20}\)[ ]*)?(?:$|[:–-][ ]))",
        ),
        # "VILLE DE VALSERRE                22/0123/AGE", over the lists
        (
            WORD,
            rf"(?m)(?<=\S[ ]{{3,}}(?:[nN][ ]?[°º][ ]*:?[ ]*)?)(?P<beside>)(?P<number>(?=\S{{5}}){_NO_YEARS}"
            rf"(?=\S*(?:(?:19|20)\d\d|\p{{Lu}})){_PARTS})[ ]*$",
        ),
        # "162/2016 : …" at the start of a line
        (LINE, r"(?m)^[ ]*(?P<number>\d{1,4}/(?:19|20)\d\d)(?=[ ]*[:–-][ ])"),
        # "Séance du 5 janvier 2024 03-2024 OBJET : …", "2024/01/05-11 OBJET : …"
        (
            WORD,
            r"(?<=\s)(?P<number>\d{1,4}[-/](?:19|20)\d\d|(?:19|20)\d\d(?:[/-]\d\d){2}-\d{1,3})(?=\s+(?i:objet)[ ]*:)",
        ),
        # "… élue secrétaire. 2013-93 : Subvention …" in a text without lines
        (
            WORD,
            r"(?<=[ ])(?P<number>(?:\p{Lu}{1,5}[-_]?)?(?:19[89]|20\d)\d[-/._]\d[\d/._-]*|"
            r"\d{1,4}/20\d\d)(?=[ ]:[ ]\p{Lu})",
        ),
        ("deliberation", rf"(?i)d[ée]lib[ée]ration[ ]*{_SIGN}?[ ]*:?[ ]*{_NUMBER}(?=\s)"),
        (f"{_SIGNS} no numero", rf"(?i){_SIGN}(?P<ranked>[ ]*d['’]ordre)[ ]*:?[ ]*{_NUMBER}"),
        # "25-10/075" alone on its line
        (LINE, rf"(?m)^[ ]*(?P<number>{NUMBER})[ ]*$"),
        # "AP D 22-03-1", "22-12-15-4" alone on its line
        (LINE, rf"(?m)^[ ]*(?P<number>\p{{Lu}}{{1,4}}(?:[ ]\p{{Lu}}{{1,2}})?[ ](?=\d+[-_./]\d+[-_./]){_PARTS})[ ]*$"),
        (LINE, r"(?m)^[ ]*(?P<number>(?:\d{1,4}[-_]){3}\d{1,4})[ ]*$"),
        # "2020 – 12" alone on its line, "12/03/2020-05 ENTRETIEN …"
        (LINE, r"(?m)^[ ]*(?P<number>20\d\d[ ][–-][ ]\d{1,3})[ ]*$"),
        (LINE, rf"(?m)^[ ]*(?P<number>{NUMBER})(?=[ ]+\p{{Lu}}{{2}})"),
        # "104-21" alone on its line
        (LINE, r"(?m)^[ ]*(?P<number>\d{1,3}-\d{2})[ ]*$"),
        # "AFFAIRE N°2026-CM/071", "N°36/2023" in a text without lines
        (f"{_SIGNS} dcm", rf"(?i:n[ ]?°|dcm)[ ]*:?[ ]*(?P<number>{NUMBER})(?=[ ]*[:–-][ ]*\p{{Lu}})"),
        (f"{_SIGNS} dcm", rf"(?i:n[ ]?°|dcm)[ ]*:?[ ]*(?P<number>{NUMBER})(?=[ ]+\p{{Lu}})"),
        # "(enregistrée sous le n° 41/2023)"
        (
            "enregistr inscrit numerot repertori",
            rf"(?i)(?<!\w)(?:enregistr|inscrit|num[ée]rot|r[ée]pertori)[ée]?e?[ ]+(?:au[ ]registre[ ]+)?sous[ ]+le[ ]+"
            rf"{_SIGN}[ ]*{_NUMBER}(?=[\s,.:;)–-])",
        ),
        # "Rapport 21.04.17.03      Séance du …", "Lundi 3 – Dossier 2023/2-19"
        (
            "rapport dossier affaire acte",
            rf"(?im)(?<=^[ ]*|[ ]{{2}}|[ ][–-][ ])(?:rapport|dossier|affaire|acte)[ ]*(?:{_SIGN}[ ]*)?:?[ ]*"
            rf"(?P<number>{_PARTS})"
            rf"(?=[ ]*(?:$|[:–-][ ])|[ ]{{2}})",
        ),
        # "… le 3 décembre N 47 / 2015 VOTE DES SUBVENTIONS" in a text that lost lines and signs
        (WORD, r"(?<=[ ][nN][ ])(?P<number>\d{1,4}[ ]?/[ ]?20\d\d)(?=[ ]+\p{Lu}{3})"),
        # "N 8" on a line of its own
        (LINE, r"(?m)^[ ]*(?P<ranked>)[nN](?:[ ]?[°º])?[ ]+(?P<number>\d{1,3})[ ]*$"),
        # "Dimanche 12 mars - Affaire n° 5"
        (
            "question affaire point rapport",
            rf"(?im)(?<=[ ][–-][ ])(?P<ranked>(?:question|affaire|point|rapport)[ ]*){_SIGN}[ ]*"
            r"(?P<number>\d{1,3})[ ]*$",
        ),
        # "19-121 TARIFS …", "128/19 :", "CM20230312_07" at the head of a line, "Suivi : le pôle — 2023-C-41" at its end
        (LINE, rf"(?m)^[ ]*(?P<number>(?=[^\s:]{{5}}){_PARTS})(?=[ ]*:|[ ]+(?:[–-][ ]+)?\p{{Lu}}{{3}})"),
        (LINE, rf"(?m)^[ ]*(?P<number>(?=[^\n]*(?:19|20)\d\d|[^\n]*\p{{Lu}}){_PARTS})[ ]*$"),
        (WORD, rf"(?m)(?<=[ ][–-][ ])(?P<number>(?=[^\n]*(?:19|20)\d\d|[^\n]*\p{{Lu}}){_PARTS})[ ]*$"),
        # the report's number, where the deliberation has none of its own
        (LINE, rf"(?im)^[ ]*(?P<ranked>rapport)[ ]*{_SIGN}[ ]*:?[ ]*{_NUMBER}(?=\s|:)"),
    )
)
"""Each form in turn is looked for in the whole text; the first that is found gives the number."""
