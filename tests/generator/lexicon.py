"""What invented names are made of. Nothing here names a real person, place or organisation on purpose."""

from __future__ import annotations

from tests.generator.dice import Dice


def words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


MEN = words(
    "Alain Bernard Christian Daniel Denis Didier Éric Fabrice Franck François Frédéric Gaël Georges Gérard Gilles Guy "
    "Hervé Hugo Jacky Jean Jérôme Joël Karim Laurent Loïc Luc Marc Mathieu Maurice Max Mehdi Michel Nicolas Olivier "
    "Pascal Patrick Paul Philippe Pierre Régis Rémi Robert Roger Sébastien Serge Stéphane Théo Thierry Xavier Yves "
    "Yannick Jean-Paul Jean-Luc Jean-Marc Jean-François Pierre-Yves Marc-Antoine Louis-Marie"
)
WOMEN = words(
    "Agnès Aline Amélie Andrée Anne Béatrice Brigitte Carole Catherine Chantal Christine Claire Corinne Danièle "
    "Denise Élisabeth Émilie Estelle Fatima Florence Françoise Gaëlle Geneviève Hélène Inès Isabelle Jeannine Josiane "
    "Julie Karine Laurence Léa Lucie Lydie Maëlle Marie Martine Maryse Michèle Monique Nadia Nathalie Nicole Odile "
    "Patricia Pauline Sabrina Samia Solène Sophie Sylvie Valérie Véronique Yvette Anne-Marie Marie-Claude "
    "Marie-Thérèse Anne-Sophie Marie-José Jeanne-Lise"
)
_STARTS = words(
    "Bar Bel Bour Bré Cal Cha Cor Dau Del Des Du Fer Flo Gal Gour Her Jour La Lam Les Mar Mé Mon Nau Or Par Pel Per "
    "Pré Qui Ren Ros Sau Ser Tar Thi Tré Val Van Ver Vil"
)
_MIDDLES = words("b bi ch d di g l la li m mi n ni r ri s ss t ti v vi")
_ENDS = words("ac aille ard eau el elle er ert et ette ez ier in ot on oux ol ault erie igny")
_SHORT = ("Ly", "Ba", "Sy", "Vo", "Dô", "Ké", "Or", "Né")
_PARTICLES = ("Le ", "La ", "De ", "Du ", "De la ", "Van der ", "Ben ", "Da ", "Des ")
_STEMS = words(
    "Ambr Argen Bess Brév Cass Corm Escal Ferr Gardon Hert Lann Lizer Marv Nonc Ourv Pont Quin Rosn Sauv Tern Vauc"
)
_PLACE_ENDS = words("ac ay ecourt elle erie euil ières igny illac ole ort ousse y")
_RIVERS = (
    "la Breuse",
    "le Dorlon",
    "la Virenne",
    "l'Ourcelle",
    "le Luzet",
    "l'Ardière",
    "la Sélune Noire",
    "le Tarnon",
)
_SAINTS = ("Martial", "Bauzély", "Pern", "Ouen", "Cyprin", "Aubert", "Lié", "Sulpin", "Vérin")


def surname(dice: Dice) -> str:
    """A surname in title case: plain, compound, with a particle, of two letters, or "X dit Y"."""
    kind = dice.between(1, 60)
    if kind == 1:
        return dice.pick(_SHORT)
    if kind == 2:
        return f"{dice.pick(MEN[:12])} dit {_plain(dice)}"
    if kind <= 7:
        particle, name = dice.pick(_PARTICLES), _plain(dice)
        return f"D'{name}" if name[0] in "OH" else particle + name
    if kind <= 14:
        return f"{_plain(dice)}-{_plain(dice)}"
    return f"{_plain(dice)} {_plain(dice)}" if kind <= 16 else _plain(dice)


def _plain(dice: Dice) -> str:
    middle = dice.pick(_MIDDLES) if dice.chance(0.75) else ""
    start, end = dice.pick(_STARTS) + middle, dice.pick(_ENDS)
    return (start.rstrip("aeiouyé") if end[0] in "aeiou" and len(start) > 3 else start) + end


def given_name(dice: Dice, woman: bool) -> str:
    """A common French first name."""
    return dice.pick(WOMEN if woman else MEN)


def place(dice: Dice) -> str:
    """A commune's name."""
    stem = dice.pick(_STEMS) + dice.pick(_PLACE_ENDS)
    kind = dice.between(1, 8)
    if kind == 1:
        return f"Saint-{dice.pick(_SAINTS)}-{dice.pick(('en-Bocage', 'les-Bois', 'sur-Luzet', 'le-Vieux'))}"
    if kind == 2:
        return f"Saint {dice.pick(_SAINTS)}"
    if kind == 3:
        return f"La Ferté-{stem}"
    return f"{stem}-{dice.pick(('le-Château', 'sur-Tarnon', 'la-Forêt', 'les-Bains'))}" if kind == 4 else stem


def river(dice: Dice) -> str:
    """A river with its article."""
    return dice.pick(_RIVERS)


Club = tuple[str, str, str]
CLUBS: tuple[Club, ...] = (
    ("Voile et Estran", "association", "l'"),
    ("Les Petits Tabliers", "association", "l'"),
    ("Foyer rural des Trois Puits", "", "le "),
    ("Amicale des Sonneurs", "", "l'"),
    ("Comité de jumelage", "", "le "),
    ("Club taurin Lou Garrigaou", "", "le "),
    ("Chorale Sainte-Vérine", "", "la "),
    ("Tennis club des Aulnes", "", "le "),
    ("Hêtres Vivants", "association", "l'"),
    ("MJC du Confluent", "", "la "),
    ("Mécavirenne", "cluster", "le "),
    ("OPTIFORGE", "pôle de compétitivité", "le "),
    ("Grappe Bois Neuf", "association", "l'"),
    ("ADMR des Deux Vallées", "", "l'"),
    ("Mission locale du Dorlon", "", "la "),
    ("Valor'Estuaire", "association", "l'"),
    ("Harmonie municipale La Lyre", "", "l'"),
    ("Union sportive du Marais", "association", "l'"),
    ("Filature Solidaire", "société coopérative", "la "),
    ("Secours des Îles", "association", "l'"),
)
"""Those who are granted money: the name, the kind that the text gives them where it gives one, their article."""
STAFF = ("directeur général des services", "trésorier", "secrétaire de mairie", "directrice des finances")
