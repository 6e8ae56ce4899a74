"""Labels are told by what their words mean, whatever the phrase."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction.attendance.labels import find_labels
from delibgraph.extraction.attendance.meanings import Label
from delibgraph.extraction.text.view import View

HEADINGS = {
    "Présents :": ("present", None, None),
    "Étaient présents :": ("present", None, None),
    "ÉTAIENT PRÉSENTS : Mmes et MM.": ("present", None, None),
    "Présent(e)s :": ("present", None, None),
    "Membres titulaires présents :": ("present", None, "titular"),
    "Conseillers présents (12) :": ("present", None, None),
    "Présents à l'appel nominal :": ("present", None, None),
    "Ont complété le quorum :": ("present", None, None),
    "Absents :": ("absent", "absent", None),
    "Absents excusés :": ("excused", "excused", None),
    "Absents non excusés :": ("absent", "absent", None),
    "Excusé(e)s :": ("excused", "excused", None),
    "S'étaient excusés :": ("excused", "excused", None),
    "Délégués suppléants absents :": ("absent", "absent", "substitute"),
    "Délégués suppléants :": (None, None, "substitute"),
    "Absents ayant donné pouvoir :": ("proxy", "absent", None),
    "Absents excusés ayant donné procuration :": ("proxy", "excused", None),
    "Absents sans pouvoir :": ("absent", "absent", None),
    "Pouvoirs :": ("proxy", None, None),
    "Ont donné mandat :": ("proxy", None, None),
    "Ayant remis un pouvoir :": ("proxy", None, None),
    "Délégations de vote :": ("proxy", None, None),
    "Représentés :": ("represented", None, None),
    "Présents ou représentés :": ("present", None, None),
    "Assistaient également à la séance :": ("guest", None, None),
    "Suppléants sans voix délibérative :": ("guest", None, "substitute"),
    "Absents ayant donné délégation de vote en application de l'article L. 3121-16 du CGCT :": (
        "proxy",
        "absent",
        None,
    ),
    "Excusés ayant délégué leur vote (article L. 2121-20 du CGCT) :": ("proxy", "excused", None),
    "Présents à l'ouverture de la séance à 20 h :": ("present", None, None),
    "Délégués empêchés :": ("absent", "absent", None),
    "Autour de la table :": ("present", "present", None),
    "Membres ayant pris part aux débats :": ("present", "present", None),
    "Est notée l'absence de :": ("absent", "absent", None),
    "A B S E N T S": ("absent", "absent", None),
    "P R É S E N T S :": ("present", None, None),
}
FIGURES = {
    "Conseillers en exercice : 15": ("in_office", 15),
    "Effectif légal : 15": ("in_office", 15),
    "Nombre de membres présents : 09": ("present", 9),
    "Présents : 9": ("present", 9),
    "Procurations : 2": ("proxies", 2),
    "Nombre de pouvoirs : 2": ("proxies", 2),
    "Votants : 11": ("votes", 11),
    "Suffrages exprimés : 11": ("votes", 11),
    "Nombre de présents et représentés : 11": ("votes", 11),
}
NO_LABELS = (
    "Le conseil donne pouvoir au Président pour signer la convention.",
    "les élus présents ont visité le chantier",
    "La mission présente un intérêt",
    "Absentéisme : en hausse",
)


def labels(text: str) -> list[Label]:
    return find_labels(View.of(text))


@pytest.mark.parametrize(("text", "said"), HEADINGS.items())
def test_headings(text: str, said: tuple[str | None, str | None, str | None]) -> None:
    label = labels(f"Fait le jour dit.\n{text}\nM. Hugo BARSAC, Mme Léa CORVANT")[0]
    assert (label.state, label.absence, label.seat) == said
    assert label.heads_list


@pytest.mark.parametrize(("text", "said"), FIGURES.items())
def test_figures(text: str, said: tuple[str, int]) -> None:
    [label] = labels(f"Fait le jour dit.\n{text} - suite")
    assert (label.count, label.number) == said


def test_figures_in_one_line() -> None:
    found = labels("En exercice : 15, présents : 9, pouvoirs : 2, votants : 11.")
    assert [(label.count, label.number) for label in found] == [
        ("in_office", 15),
        ("present", 9),
        ("proxies", 2),
        ("votes", 11),
    ]


def test_a_figure_over_a_list_is_its_total() -> None:
    [label] = labels("Présents : 2 :\nM. Hugo BARSAC, Mme Léa CORVANT")
    assert (label.state, label.count, label.number) == ("present", "present", 2)


@pytest.mark.parametrize("text", NO_LABELS)
def test_prose_has_no_headings(text: str) -> None:
    assert not [label for label in labels(f"Fait le jour dit.\n{text}") if label.heads_list]


@pytest.mark.parametrize(
    "text",
    [
        "Secrétaire de séance :",
        "Le secrétaire",
        "Président :",
        "ORDRE DU JOUR",
        "Le quorum",
        "Date de la convocation : 3 mars",
        "Objet :",
        "Vu le code",
        "Considérant",
        "1. Approbation",
        "M. Hugo BARSAC est élu",
    ],
)
def test_what_ends_a_list(text: str) -> None:
    found = labels(f"Présents : M. Paul DELMAS\n{text} suite")
    assert [label.heads_list for label in found][:2] == [True, False]
    assert found[1].start == len("Présents : M. Paul DELMAS\n")


@given(st.lists(st.sampled_from([*HEADINGS, *FIGURES, *NO_LABELS, "\n", "M. Hugo BARSAC, ", " "]), max_size=12))
def test_labels_stand_in_order_and_apart(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = labels(text)
    assert all(0 <= label.start < label.end <= len(text) for label in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
