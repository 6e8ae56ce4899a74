"""Small pages on substitutes: whose seat they take, and who of a pair sat; the names are invented."""

from __future__ import annotations

from tests.extraction.layouts import Case

_SAT = ("Hugo BARSAC", "Paul DELMAS", "Zoé HERVAL")
_BOTH = "Présents : M. Hugo BARSAC, M. Paul DELMAS"


def seated(lists: str, *present: str) -> Case:
    """A page on which Zoé HERVAL sits for Luc GARNEL."""
    return Case(lists, present or _SAT, ("Luc GARNEL",), (), (("Zoé HERVAL", "Luc GARNEL"),))


def beside(told: str) -> Case:
    """The substitute told among those present."""
    return seated(f"Présents : M. Hugo BARSAC, {told}, M. Paul DELMAS")


def apart(lists: str) -> Case:
    """The substitute told below those present."""
    return seated(f"{_BOTH}\n{lists}")


BESIDE_A_NAME = {
    "shortened": beside("Mme Zoé HERVAL (suppl. de M. Luc GARNEL)"),
    "shortened, the member's name bare": beside("Mme Zoé HERVAL (suppl. Luc GARNEL)"),
    "a participle": beside("Mme Zoé HERVAL suppléant M. Luc GARNEL"),
    "a participle in brackets": beside("Mme Zoé HERVAL (suppléant M. Luc GARNEL)"),
    "a participle of replacing": beside("Mme Zoé HERVAL (remplaçant M. Luc GARNEL)"),
    "in the substitution of": beside("Mme Zoé HERVAL en suppléance de M. Luc GARNEL"),
    "in their place": beside("Mme Zoé HERVAL, au lieu et place de M. Luc GARNEL"),
    "sitting in place of": beside("Mme Zoé HERVAL, siégeant en lieu et place de M. Luc GARNEL"),
    "had replaced": beside("Mme Zoé HERVAL remplaçait M. Luc GARNEL"),
    "the seat, then whom they represent": beside("Mme Zoé HERVAL, suppléante, représentant M. Luc GARNEL, titulaire"),
    "the seat in brackets, then whom they represent": beside("Mme Zoé HERVAL (suppléante) représentant M. Luc GARNEL"),
    "the member is excused": beside("Mme Zoé HERVAL (suppléante de M. Luc GARNEL, excusé)"),
    "substitute to": beside("Mme Zoé HERVAL, déléguée suppléante de M. Luc GARNEL"),
    "the member had them sit": beside("M. Luc GARNEL s'étant fait remplacer par Mme Zoé HERVAL"),
    "the member through a substitute": beside("M. Luc GARNEL par sa suppléante Mme Zoé HERVAL"),
    "the member represented, the seat after the name": beside(
        "M. Luc GARNEL représenté par Mme Zoé HERVAL (suppléante)"
    ),
    "capitals": beside("Mme Zoé HERVAL SUPPLÉANTE DE M. Luc GARNEL"),
}
UNDER_A_HEADING = {
    "those absent and replaced": apart("Absents remplacés : M. Luc GARNEL par Mme Zoé HERVAL"),
    "those absent, their substitutes in brackets": apart("Absents suppléés : M. Luc GARNEL (Mme Zoé HERVAL)"),
    "replaced by their substitutes": apart(
        "Titulaires absents remplacés par leurs suppléants : M. Luc GARNEL par Mme Zoé HERVAL"
    ),
    "represented by their substitutes": apart(
        "Excusés représentés par leur suppléant : M. Luc GARNEL par Mme Zoé HERVAL"
    ),
    "substitutes for somebody": apart("Suppléants : Mme Zoé HERVAL pour M. Luc GARNEL"),
    "substitutions": apart("Suppléances : Mme Zoé HERVAL pour M. Luc GARNEL"),
    "a substitute in the singular": apart("Suppléante présente : Mme Zoé HERVAL (remplaçant M. Luc GARNEL)"),
    "substitutes with a vote": apart(
        "Suppléants avec voix délibérative : Mme Zoé HERVAL (suppléante de M. Luc GARNEL)"
    ),
    "seats of both sorts": seated(
        "Titulaires présents : M. Hugo BARSAC, M. Paul DELMAS\n"
        "Suppléants présents : Mme Zoé HERVAL, en remplacement de M. Luc GARNEL\n"
        "Titulaires excusés : M. Luc GARNEL"
    ),
    "a verb of the heading": apart("Étaient suppléés : M. Luc GARNEL par Mme Zoé HERVAL"),
    "a verb of the heading, replaced": apart("Étaient remplacés : M. Luc GARNEL par Mme Zoé HERVAL"),
    "excused with their substitute": apart("Excusés : M. Luc GARNEL (suppléé par Mme Zoé HERVAL)"),
    "excused, a dash and the substitute": apart("Excusés : M. Luc GARNEL – suppléante : Mme Zoé HERVAL"),
    "communes before names": seated(
        "Présents :\nValserre : M. Hugo BARSAC, M. Paul DELMAS\nQuiny : Mme Zoé HERVAL (suppléante de M. Luc GARNEL)\n"
        "Excusé : M. Luc GARNEL"
    ),
}
TABLES = {
    "marks behind either": seated(
        "Commune\tTitulaire\tPrésent\tSuppléant\tPrésent\n"
        "Valserre\tM. Hugo BARSAC\tX\tM. Guy IMBERT\t\n"
        "Valserre\tM. Paul DELMAS\tX\t\t\n"
        "Quiny\tM. Luc GARNEL\t\tMme Zoé HERVAL\tX"
    ),
    "marks behind either, in bars": seated(
        "| Délégués titulaires | Présence | Délégués suppléants | Présence |\n|---|---|---|---|\n"
        "| M. Hugo BARSAC | P | M. Guy IMBERT | |\n"
        "| M. Paul DELMAS | P | | |\n"
        "| M. Luc GARNEL | E | Mme Zoé HERVAL | P |"
    ),
    "substitutes of those away alone": seated(
        "Délégués titulaires     Présents   Excusés   Suppléants\n"
        "M. Hugo BARSAC             X\nM. Paul DELMAS             X\n"
        "M. Luc GARNEL                         X      Mme Zoé HERVAL"
    ),
    "a column of who replaced": seated(
        "Titulaires\tPrésent\tAbsent\tRemplacé par\nM. Hugo BARSAC\tX\t\t\nM. Paul DELMAS\tX\t\t\n"
        "M. Luc GARNEL\t\tX\tMme Zoé HERVAL"
    ),
}
UNDECIDED = {
    "a substitute named beside a member who sits": (
        "Présents : M. Hugo BARSAC, M. Luc GARNEL (suppléante : Mme Zoé HERVAL), M. Paul DELMAS",
        ["Hugo BARSAC", "Luc GARNEL", "Paul DELMAS"],
    ),
    "a table that names everybody's substitute": (
        "Titulaire\tPrésence\tSuppléant\nM. Hugo BARSAC\tP\tM. Guy IMBERT\nM. Paul DELMAS\tP\t\n"
        "M. Luc GARNEL\tE\tMme Zoé HERVAL",
        ["Hugo BARSAC", "Paul DELMAS"],
    ),
    "one mark for two people": (
        "Titulaire\tSuppléant\tPrésent\nM. Hugo BARSAC\t\tX\nM. Paul DELMAS\t\tX\nM. Luc GARNEL\tMme Zoé HERVAL\tX",
        ["Hugo BARSAC", "Paul DELMAS"],
    ),
}
"""Where nothing says which of two sat: the lists, and who did without doubt."""
NOT_SEATED = {
    "substitutes without a vote, in brackets": Case(
        f"{_BOTH}\nDélégués suppléants (sans voix délibérative) : Mme Zoé HERVAL", _SAT[:2]
    ),
    "substitutes who attend": Case(f"{_BOTH}\nAssistaient également : Mme Zoé HERVAL, suppléante", _SAT[:2]),
    "substitutes excused": Case(
        f"{_BOTH}\nSuppléants excusés : Mme Zoé HERVAL, M. Guy IMBERT", _SAT[:2], ("Zoé HERVAL", "Guy IMBERT")
    ),
    "a substitute who sits for nobody named": Case(f"{_BOTH}, Mme Zoé HERVAL (suppléante)", _SAT),
}
