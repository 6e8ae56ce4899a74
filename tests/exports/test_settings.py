"""The settings file: what wins, and clear words for what is wrong in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from delibgraph.exports import Settings, SettingsError, read_settings
from delibgraph.exports.settings import siret


@pytest.mark.parametrize("value", ["35600000000048", "356 000 000 00048", "73282932000074"])
def test_right_sirets(value: str) -> None:
    assert siret(value) == value.replace(" ", "")


@pytest.mark.parametrize(
    ("value", "words"),
    [("732829320", "14 digits"), ("73282932000075", "key is wrong"), ("7328293200007A", "14 digits")],
)
def test_wrong_sirets(value: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        siret(value)


def test_the_nearest_term_wins() -> None:
    given = Settings.model_validate(
        {
            "defaults": {"matter": "7.5", "payment": "unique"},
            "bodies": {"Ville d'Été": {"matter": "7.4", "budget": "Culture"}},
            "deliberations": {"2023-1": {"matter": "8.9"}},
        }
    )
    assert given.terms("VILLE D’ETE", None, "2023-1").matter == "8.9"
    assert given.terms("VILLE D’ETE", None, "2023-2").matter == "7.4"
    assert given.terms("Autre", None, "2023-2").matter == "7.5"
    assert (given.terms("ville d'été", None, "2023-1").budget, given.terms("Autre", None, None).budget) == (
        "Culture",
        None,
    )
    assert given.terms("ville d'été", None, "2023-1").payment == "unique"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[defaults", "no TOML"),
        ("[default]", "default"),
        ('[defaults]\nmatter = "seven"', "defaults.matter"),
        ('[bodies.X]\nsiret = "123"', "bodies.X.siret"),
        ('[beneficiaries."A B"]\nrna = "123"', "beneficiaries.A B.rna"),
        ('[dataset]\nurl = "ftp://x/"\npublisher = "X"', "dataset.url"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as told:
        read_settings(path)
    assert words in str(told.value)
    assert "settings.toml" in str(told.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="check the path"):
        read_settings(tmp_path / "none.toml")
