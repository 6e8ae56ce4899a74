"""Organisations by what introduces them, joined over their spellings."""

from __future__ import annotations

import pytest

from delibgraph.extraction.organisations.joining import is_slip, squeeze
from delibgraph.facts import Organisation
from tests.extraction.page import act, page


def organisations(text: str) -> dict[str, Organisation]:
    decision = f"{text}\n\nLe Conseil municipal, après en avoir délibéré, à l'unanimité, approuve le programme."
    found = act(decision=decision).deliberations[0].organisations
    for organisation in found:
        assert squeeze(page(decision=decision)[slice(*organisation.span)]) in {
            squeeze(name) for name in (organisation.name, *organisation.also)
        }
    return {organisation.name: organisation for organisation in found}


@pytest.mark.parametrize(
    ("text", "name", "kinds"),
    [
        ("Le cluster Mécarive anime la filière.", "Mécarive", ("cluster",)),
        ("Le pôle de compétitivité Vidour Énergie est reconnu.", "Vidour Énergie", ("pôle de compétitivité",)),
        ("L'association « Les Amis du Vidour » œuvre ici.", "Les Amis du Vidour", ("association",)),
        ("L'association locale dénommée « Rues Vertes » œuvre ici.", "Rues Vertes", ("association",)),
        ("Mécarive est une association de loi 1901.", "Mécarive", ("association",)),
        ("Mécarive : c'est une grappe d'entreprises du Vidour.", "Mécarive", ("grappe d'entreprises",)),
        ("La société coopérative Texrive emploie dix personnes.", "Texrive", ("société coopérative",)),
        ("Une convention est passée avec l'Agence nationale du Bois.", "Agence nationale du Bois", ("agence",)),
        ("L'Université de Montrel y prend part.", "Université de Montrel", ("université",)),
        ("Une action menée en partenariat avec Loire Tourisme.", "Loire Tourisme", ()),
        ("Une action menée en partenariat avec Texrive et Fibrac.", "Texrive", ()),
        ("Une action menée en partenariat avec Texrive et Fibrac.", "Fibrac", ()),
    ],
)
def test_what_introduces_them(text: str, name: str, kinds: tuple[str, ...]) -> None:
    found = organisations(text)
    assert name in found
    assert found[name].kinds == kinds


@pytest.mark.parametrize(
    "text",
    [
        "Le Conseil remercie la Préfecture et le Département.",
        "Le projet d'association des habitants avance.",
        "CLUSTER MECARIVE – ANNEE 2023",
        "La commune de Valserre approuve.",
        "Une action menée en partenariat avec la Loire.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert organisations(text) == {}


def test_spellings_join() -> None:
    found = organisations(
        "Le cluster Openscarp réunit dix sociétés. OPEN SCARP aide les siens. L'association Openscarp y veille. "
        "Opensczarp est aidée depuis 2019."
    )
    assert set(found) == {"Openscarp"}
    assert found["Openscarp"].kinds == ("cluster", "association")
    assert found["Openscarp"].also == ("OPEN SCARP", "Opensczarp")


def test_former_names_and_acronyms() -> None:
    found = organisations(
        "Le club d'entreprises Zéphyr Industries (ZI) et le cluster Mécarive (ex Métarive) s'allient."
    )
    assert "ZI" in found["Zéphyr Industries"].also
    assert "Métarive" in found["Mécarive"].also


def test_two_partners_run_together_come_apart() -> None:
    found = organisations("Le cluster Mécarive est né en 1990. Le partenariat Mécarive Texrive court sur trois ans.")
    assert {"Mécarive", "Texrive"} <= set(found)


def test_a_general_kind_gives_way_to_a_more_exact_one() -> None:
    found = organisations("Le pôle Vidour est un lieu connu. Le pôle de compétitivité Vidour est labellisé.")
    assert found["Vidour"].kinds == ("pôle de compétitivité",)


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("mecaloire", "mecalore", True),
        ("openscop", "opensop", True),
        ("cimes", "rimes", False),
        ("valmont", "valmonts", True),
    ],
)
def test_a_slip_is_one_letter_in_a_long_name(left: str, right: str, slip: bool) -> None:
    assert is_slip(left, right) is slip
