"""What grants are bound to: conditions, agreements and their periods, instalments; one sum for several."""

from __future__ import annotations

import pytest

from delibgraph.facts import Funding, Instalment
from tests.extraction.page import act, page

DECIDES = "Le Conseil municipal, après en avoir délibéré, à l'unanimité, "
TITLE = "SUBVENTIONS AUX ASSOCIATIONS"
GIVES = "attribue une subvention de 5 000 € à X Danse"

CONDITIONS = {
    f"{GIVES}, sous réserve de la signature de la convention ;\n- impute la dépense.": (
        "sous réserve de la signature de la convention"
    ),
    f"{GIVES}, à condition que le projet soit réalisé en 2024, pour l'achat d'un piano.": (
        "à condition que le projet soit réalisé en 2024"
    ),
    f"{GIVES} ;\n- dit que le versement est subordonné à la production du bilan financier.": (
        "subordonné à la production du bilan financier"
    ),
    f"{GIVES} ;\n- subordonne le versement de la subvention à la signature de la charte.": (
        "subordonne le versement de la subvention à la signature de la charte"
    ),
    f"{GIVES} ;\n- prend acte du calendrier, sous réserve de modifications.": None,
    f"{GIVES}.": None,
}

AGREEMENTS = {
    f"{GIVES} au titre de la convention pluriannuelle 2024-2026.": ("convention pluriannuelle", "2024", "2026"),
    f"{GIVES} ;\n- approuve la convention d'objectifs du 1er janvier 2024 au 31 décembre 2026 avec X Danse.": (
        "convention d'objectifs",
        "2024-01-01",
        "2026-12-31",
    ),
    f"{GIVES} ;\n- autorise la convention de partenariat, d'une durée de trois ans à compter du 1er septembre 2024.": (
        "convention de partenariat",
        "2024-09-01",
        "2027-08-31",
    ),
    f"{GIVES} ;\n- autorise le maire à signer la convention pour l'année 2025.": ("convention", "2025", "2025"),
    f"{GIVES} ;\n- autorise le maire à signer la convention du 3 mars 2024.": ("convention", None, None),
    f"{GIVES} ;\n- approuve l'avenant n° 2 à la convention triennale d'objectifs et de moyens 2023 à 2025.": (
        "avenant n° 2 à la convention triennale d'objectifs et de moyens",
        "2023",
        "2025",
    ),
    f"{GIVES}.": None,
}

INSTALMENTS: dict[str, tuple[tuple[float | None, float | None, str | None], ...]] = {
    f"{GIVES}, versée en deux fois : 70 % à la signature de la convention et le solde sur présentation du bilan.": (
        (None, 70.0, "à la signature de la convention"),
        (None, None, "sur présentation du bilan"),
    ),
    f"{GIVES}. Un acompte de 4 000 € sera versé à la signature et le solde de 1 000 € à la remise du bilan.": (
        (4000.0, None, "à la signature"),
        (1000.0, None, "à la remise du bilan"),
    ),
    f"{GIVES}, versée à hauteur de 50 % en juin 2024, 30 % en septembre et 20 % sur production des justificatifs.": (
        (None, 50.0, "en juin 2024"),
        (None, 30.0, "en septembre"),
        (None, 20.0, "sur production des justificatifs"),
    ),
    "attribue à X Danse un solde de 800 € en complément de l'acompte de 800 €.": (),
    f"{GIVES}, soit 40 % du coût total et 60 % du reste à charge, et 30 % d'aides.": (),
    f"{GIVES}.": (),
}

EACH = [
    "alloue 2 000 € à chacune des associations Alpha Danse, Beta Chant et Gamma Judo.",
    "alloue 2 000 € à chacune des trois associations suivantes, Alpha Danse, Beta Chant et Gamma Judo, pour 2024.",
    "attribue à chacune des associations Alpha Danse, Beta Chant et Gamma Judo une subvention de 2 000 €.",
    "attribue aux associations Alpha Danse, Beta Chant et Gamma Judo une subvention de 2 000 € chacune.",
    "attribue une subvention de 2 000 € chacune à Alpha Danse, Beta Chant et Gamma Judo.",
]
TOGETHER = [
    "attribue une subvention de 2 000 € répartie entre Alpha Danse, Beta Chant et Gamma Judo.",
    "verse 2 000 € répartis à parts égales entre les associations Alpha Danse, Beta Chant et Gamma Judo.",
    "attribue une subvention de 2 000 € à Alpha Danse, Beta Chant et Gamma Judo.",
]
THREE = ("Alpha Danse", "Beta Chant", "Gamma Judo")


def granted(decision: str) -> list[Funding]:
    [deliberation] = act(decision=DECIDES + decision, title=TITLE).deliberations
    return [grant for grant in deliberation.funding if grant.status == "granted"]


@pytest.mark.parametrize("decision", CONDITIONS)
def test_a_condition_is_told_in_its_words(decision: str) -> None:
    assert [grant.conditions for grant in granted(decision)] == [CONDITIONS[decision]]


@pytest.mark.parametrize("decision", AGREEMENTS)
def test_the_agreement_and_its_period(decision: str) -> None:
    [grant] = granted(decision)
    found = grant.agreement and (grant.agreement.name, grant.agreement.starts, grant.agreement.ends)
    assert found == AGREEMENTS[decision]


@pytest.mark.parametrize("decision", INSTALMENTS)
def test_the_parts_in_which_a_grant_is_paid(decision: str) -> None:
    [grant] = granted(decision)
    assert tuple((part.amount, part.share, part.due) for part in grant.instalments) == INSTALMENTS[decision]


def test_equal_parts_are_no_grants() -> None:
    assert [grant.amount for grant in granted(f"{GIVES}, payable en deux versements de 2 500 €.")] == [5000.0]


@pytest.mark.parametrize("decision", EACH)
def test_a_sum_for_each_is_as_many_grants(decision: str) -> None:
    assert [(grant.beneficiary, grant.amount, grant.shared) for grant in granted(decision)] == [
        (name, 2000.0, ()) for name in THREE
    ]


@pytest.mark.parametrize("decision", TOGETHER)
def test_a_sum_that_several_share_is_one_grant(decision: str) -> None:
    [grant] = granted(decision)
    assert (grant.beneficiary, grant.amount) == ("Alpha Danse, Beta Chant et Gamma Judo", 2000.0)
    assert grant.shared == grant.beneficiaries == THREE


@pytest.mark.parametrize(
    "decision",
    [
        "attribue une subvention de 2 000 € répartie entre les associations.",
        "alloue 500 € à Alpha Danse et Beta Chant.",
        "attribue 2 000 € à l'association Alpha Danse, sise à Sarvis et présidée par M. Paul ROUX.",
    ],
)
def test_a_row_that_is_not_understood_is_shared_by_nobody(decision: str) -> None:
    assert [grant.shared for grant in granted(decision) if grant.shared] == []


def test_terms_go_to_the_grant_that_they_speak_of() -> None:
    first, second = granted(
        "attribue les subventions suivantes :\n- Alpha Danse : 500 €\n- Beta Chant : 600 €\n"
        "Autorise le maire à signer la convention 2024-2026 avec Beta Chant."
    )
    assert first.agreement is None
    assert second.agreement is not None
    assert second.agreement.ends == "2026"


def test_an_erratum_recalls_the_sum_that_it_puts_right() -> None:
    for words in (
        "rectifie l'erreur matérielle : au lieu de « 500 € », lire « 800 € » pour la subvention à Rues Vertes.",
        "dit que la subvention attribuée à Rues Vertes s'élève à 800 € et non à 500 €.",
    ):
        [deliberation] = act(decision=DECIDES + words, title=TITLE).deliberations
        assert [(f.beneficiary, f.amount, f.status) for f in deliberation.funding] == [
            ("Rues Vertes", 800.0, "granted"),
            ("Rues Vertes", 500.0, "background"),
        ]


def test_the_spans_of_terms_are_their_words() -> None:
    decision = f"{DECIDES}{GIVES} (convention 2024-2026), versée en un acompte de 4 000 € et un solde de 1 000 €."
    text = page(decision=decision, title=TITLE)
    [deliberation] = act(decision=decision, title=TITLE).deliberations
    [grant] = deliberation.funding
    assert grant.agreement is not None
    assert text[slice(*grant.agreement.span)] == "convention 2024-2026"
    assert [text[slice(*part.span)] for part in grant.instalments] == ["un acompte de 4 000 €", "un solde de 1 000 €"]
    assert isinstance(grant.instalments[0], Instalment)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("dit que la dépense sera imputée à l'article 6574, fonction 40.", "6574"),
        ("impute la dépense au compte n° 20421 - fonction 67.", "20421"),
        ("impute la dépense au compte « 65748 ».", "65748"),
        ("impute la dépense au chapitre 939.", "939"),
        ("dit que les crédits sont inscrits au budget, chapitre 65, article 65748.", "65748"),
        ("dit que la subvention sera versée en un acompte de 4 000 € et un solde de 1 000 €.", None),
    ],
)
def test_the_account_that_the_expense_is_charged_to(words: str, line: str | None) -> None:
    assert [grant.budget_line for grant in granted(f"{GIVES} ;\n- {words}")] == [line]
