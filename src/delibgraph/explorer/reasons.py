"""The machine's reasons for its judgements on names, in French: the ledger has them in English.

What a person wrote as a reason is left in its own language.
"""

from __future__ import annotations

import re

_SAME = {
    "one SIREN": "un même SIREN",
    "the only body of that name with a SIREN": "la seule collectivité de ce nom qui ait un SIREN",
    "equal but for a prefix, an article or an abbreviation": "égaux à un préfixe, un article ou une abréviation près",
    "a text gives both spellings": "un texte donne les deux graphies",
    "the initials of a name that the same body uses": "les initiales d’un nom qu’emploie la même collectivité",
    "the initials of the only such name, which another body uses": (
        "les initiales du seul nom de ce genre, qu’emploie une autre collectivité"
    ),
    "another name fits as well, and the two are different": "un autre nom convient aussi, et les deux diffèrent",
    "one name, and SIRENs one figure apart": "un même nom, des SIREN à un chiffre près",
    "one name; the SIREN, kind or department that tells them apart is not printed in both": (
        "un même nom ; le SIREN, la nature ou le département qui les distinguerait n’est pas imprimé dans les deux"
    ),
    "one letter apart": "à une lettre près",
    "one letter apart, which can be another name": "à une lettre près, ce qui peut être un autre nom",
    "both stand in one list, or at the two ends of one proxy or substitution": (
        "tous deux dans une même liste, ou aux deux bouts d’un même pouvoir ou d’une même suppléance"
    ),
    "surnames a slip apart, but civilities differ": "patronymes à une coquille près, mais civilités différentes",
    "equal given names, surnames a slip apart": "même prénom, patronymes à une coquille près",
    "equal given names, surnames a letter or two apart": "même prénom, patronymes à une ou deux lettres près",
    "equal given names, one surname is a part of the other": "même prénom, un patronyme contient l’autre",
    "equal surnames, given names a letter apart": "même patronyme, prénoms à une lettre près",
    "the same words in another order": "les mêmes mots dans un autre ordre",
    "the same letters, a hyphen or a space apart": "les mêmes lettres, à un trait d’union ou une espace près",
    "equal names, used in two places": "noms égaux, employés en deux lieux",
    "money is granted to both in one deliberation": "une même délibération accorde une somme à chacun",
    "texts give this spelling to different organisations": (
        "les textes donnent cette graphie à des organismes différents"
    ),
    "the longer name adds a place, and no other one does": "le nom le plus long ajoute un lieu, et il est le seul",
    "equal but for an article, a generic word, a legal form, a hyphen or a space": (
        "égaux à un article, un mot générique, une forme juridique, un trait d’union ou une espace près"
    ),
    "equal given names, and one surname, longer by a second one, takes the other's place in the lists": (
        "même prénom ; un patronyme, allongé d’un second, prend la place de l’autre dans les listes"
    ),
    "a slip apart, and one takes the other's place in the lists": (
        "à une coquille près, et l’un prend la place de l’autre dans les listes"
    ),
    "a slip apart, and one takes the other's place in the lists for a while": (
        "à une coquille près, et l’un prend un temps la place de l’autre dans les listes"
    ),
    "a slip from the only member listed whom it is near to": (
        "à une coquille près du seul membre listé qui lui ressemble"
    ),
    "short for more than one organisation": "abrège plus d’un organisme",
    "short for more than one member of the act": "abrège les noms de plus d’un membre de l’acte",
    "short for more than one member of the act but for a slip": (
        "abrège, à une coquille près, les noms de plus d’un membre de l’acte"
    ),
    "short for more than one person of the body": "abrège les noms de plus d’une personne de la collectivité",
    "short for the only member of the act whom it fits": "abrège le nom du seul membre de l’acte qui convienne",
    "short for the only member of the act but for a slip whom it fits": (
        "abrège, à une coquille près, le nom du seul membre de l’acte qui convienne"
    ),
    "short for the only person of the body whom it fits": (
        "abrège le nom de la seule personne de la collectivité qui convienne"
    ),
    "decided by a person": "décidé par une personne",
}
_NUMBER = re.compile(r"one number, (.+), stands beside both")
_LISTS = re.compile(r"(.+); their lists have (\d+) names in common")


def in_french(reason: str) -> str | None:
    """The machine's reason in French; nothing where it is not one of the machine's.

    >>> in_french("short for the only person of the body whom it fits")
    'abrège le nom de la seule personne de la collectivité qui convienne'
    >>> in_french("I know both")
    """
    if told := _SAME.get(reason):
        return told
    if found := _NUMBER.fullmatch(reason):
        return f"un même numéro, {found[1]}, est à côté des deux"
    if (found := _LISTS.fullmatch(reason)) and (told := in_french(found[1])):
        return f"{told} ; leurs listes ont {found[2]} noms en commun"
    return None
