"""Forms of the roll that the words "présents" and "absents" do not head: verbs, sentences, a state after each name."""

from __future__ import annotations

import pytest

from delibgraph.extraction.attendance.calls import read_calls
from delibgraph.extraction.text.view import View
from tests.extraction.page import LISTS, act

THREE = ("Hugo BARSAC", "Léa CORVANT", "Paul DELMAS")
LIST = "M. Hugo BARSAC, Mme Léa CORVANT, M. Paul DELMAS"


def people(lists: str, *states: str) -> list[str]:
    """Those in one of the states on a page with these lists."""
    return sorted(entry.person for entry in act(lists).sitting.attendance if entry.status in states)


@pytest.mark.parametrize(
    "heading",
    [
        "Participaient à la réunion :",
        "Ont participé aux débats :",
        "Avaient pris place :",
        "Avaient pris place autour de la table",
        "Ont pris part à la séance :",
        "Assistaient à la séance :",
        "Siégeaient :",
        "Ont siégé",
        "Étaient réunis en mairie :",
        "S'étaient réunis :",
        "Étaient là :",
        "Avaient rejoint la salle :",
        "Ont répondu à l'appel (3) :",
    ],
)
@pytest.mark.parametrize("away", ["", "\nExcusé : M. Luc GARNEL"])
def test_verbs_head_those_who_sit(heading: str, away: str) -> None:
    assert people(f"{heading} {LIST}.{away}", "present") == sorted(THREE)
    assert people(f"{heading} {LIST}.{away}", "excused") == ["Luc GARNEL"] * bool(away)


@pytest.mark.parametrize(
    "heading",
    [
        "N'ont pas répondu à l'appel :",
        "N'avaient pu assister à la séance :",
        "Manquaient à l'appel :",
        "Étaient empêchés :",
        "Étaient retenues par ailleurs :",
        "Avaient prié de les excuser :",
        "Ont présenté leurs excuses :",
        "S'étaient fait excuser :",
    ],
)
def test_verbs_head_those_who_do_not(heading: str) -> None:
    lists = f"{LISTS}\n{heading} M. Luc GARNEL, Mme Zoé HERVAL"
    assert people(lists, "absent", "excused") == ["Luc GARNEL", "Zoé HERVAL"]
    assert len(people(lists, "present")) == 4


@pytest.mark.parametrize(
    "guests",
    [
        "Assistaient à la séance : M. Luc GARNEL, Mme Zoé HERVAL",
        "Participaient également : M. Luc GARNEL, Mme Zoé HERVAL",
        "Avaient pris place dans le public : M. Luc GARNEL, Mme Zoé HERVAL",
    ],
)
def test_beside_a_list_of_members_they_head_guests(guests: str) -> None:
    assert len(people(f"{LISTS}\n{guests}", "present", "absent", "excused", "represented")) == 4


def test_a_roll_without_anybody_present_is_told() -> None:
    found = act("Au coin du feu : M. Hugo BARSAC\nExcusé : M. Luc GARNEL").findings
    assert "attendance-missing" in {finding.code for finding in found}


@pytest.mark.parametrize(
    "told",
    [
        "Monsieur Luc GARNEL a chargé Madame Léa CORVANT de voter en son nom.",
        "M. Luc GARNEL, qui a mandaté Mme Léa CORVANT pour voter à sa place.",
        "Madame Léa CORVANT dispose du pouvoir de Monsieur Luc GARNEL.",
        "Mme Léa CORVANT est porteuse d'un pouvoir de M. Luc GARNEL.",
        "Madame Léa CORVANT vote pour Monsieur Luc GARNEL.",
        "Mme Léa CORVANT votant au nom de M. Luc GARNEL.",
        "Pouvoirs : Madame Léa CORVANT vote pour Monsieur Luc GARNEL",
        "Excusé : M. Luc GARNEL (vote délégué à Mme Léa CORVANT)",
        "Excusé : M. Luc GARNEL (représenté, Mme Léa CORVANT)",
        "Excusé : M. Luc GARNEL, ayant confié sa voix à Mme Léa CORVANT",
    ],
)
def test_sentences_tell_proxies(told: str) -> None:
    lists = f"{LISTS}\n{told}"
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [("Luc GARNEL", "Léa CORVANT")]
    assert people(lists, "represented") == ["Luc GARNEL"]
    assert len(people(lists, "present")) == 4


def test_who_is_charged_with_something_else_holds_no_proxy() -> None:
    lists = f"{LISTS}\nMonsieur Hugo BARSAC a chargé Madame Léa CORVANT de préparer le dossier."
    assert act(lists).sitting.proxies == ()
    assert len(people(lists, "present")) == 4


@pytest.mark.parametrize(
    "told",
    [
        "Monsieur Luc GARNEL a prié l'assemblée de bien vouloir l'excuser.",
        "M. Luc GARNEL a demandé à être excusé.\nM. Luc GARNEL s'est fait excuser.",
        "M. Luc GARNEL s'était excusé.",
        "M. Luc GARNEL avait fait savoir qu'il ne pourrait pas siéger.",
    ],
)
def test_sentences_tell_who_is_excused(told: str) -> None:
    lists = f"{LISTS}\n{told}\nMadame Zoé HERVAL a chargé Madame Léa CORVANT de voter en son nom."
    assert people(lists, "excused") == ["Luc GARNEL"]
    assert people(lists, "represented") == ["Zoé HERVAL"]
    assert len(people(lists, "present")) == 4


@pytest.mark.parametrize(
    "told",
    [
        "M. Luc GARNEL, Mme Zoé HERVAL et M. Jean TORLAN sont absents.",
        "M. Luc GARNEL, Mme Zoé HERVAL\net M. Jean TORLAN ont prié l'assemblée de bien vouloir les excuser.",
        "On note l'absence de M. Luc GARNEL, Mme Zoé HERVAL et M. Jean TORLAN.",
    ],
)
def test_a_verb_in_the_plural_speaks_of_all_its_subjects(told: str) -> None:
    lists = f"{LISTS}\n\n{told}\n\nM. Hugo BARSAC est secrétaire."
    assert sorted(people(lists, "excused", "absent")) == ["Jean TORLAN", "Luc GARNEL", "Zoé HERVAL"]
    assert len(people(lists, "present")) == 4


@pytest.mark.parametrize(
    "told",
    [
        "Mme Zoé VARNEL tient la plume.",
        "M. Zoé VARNEL remplit les fonctions de secrétaire.",
        "Madame Zoé VARNEL, adjointe, assure la rédaction du compte rendu.",
        "Mme Zoé VARNEL a accepté cette tâche.",
    ],
)
def test_who_keeps_the_minutes_ends_the_list(told: str) -> None:
    assert len(people(f"{LISTS}\n{told}", "present", "absent", "excused", "represented")) == 4


@pytest.mark.parametrize("told", ["siégeant à la place de", "siège en lieu et place de", "suppléante de"])
def test_substitutes_sit_in_somebody_s_place(told: str) -> None:
    entries = act(f"Présents : M. Hugo BARSAC, Mme Léa CORVANT {told} M. Luc GARNEL, M. Paul DELMAS").sitting.attendance
    assert {(entry.person, entry.replaces) for entry in entries if entry.replaces} == {("Léa CORVANT", "Luc GARNEL")}
    assert len(entries) == 3


@pytest.mark.parametrize(
    "roll",
    [
        "1. Mr BARSAC Hugo : présent ;\n2. Mme CORVANT Léa : présente ;\n"
        "3. Mr GARNEL Luc : absent, a donné procuration à Mr BARSAC ;\n4. Mme HERVAL Zoé : absente excusée.",
        "Appel nominal :\n1. M. BARSAC Hugo : présent ; 2. Mme CORVANT Léa : présente ; "
        "3. M. GARNEL Luc : représenté par M. BARSAC ; 4. Mme HERVAL Zoé : excusée",
        "• BARSAC Hugo, présent\n• CORVANT Léa, présente\n• GARNEL Luc, absent (pouvoir à BARSAC Hugo)\n"
        "• HERVAL Zoé, excusée",
    ],
)
def test_a_state_after_each_name(roll: str) -> None:
    assert people(roll, "present") == ["BARSAC Hugo", "CORVANT Léa"]
    assert people(roll, "excused") == ["HERVAL Zoé"]
    assert [(proxy.grantor, proxy.holder) for proxy in act(roll).sitting.proxies] == [("GARNEL Luc", "BARSAC Hugo")]


def test_a_verb_after_names_makes_no_roll() -> None:
    told = "M. BARSAC : présente un rapport\nMme CORVANT : présente un devis\nM. DELMAS : présente un plan"
    assert read_calls(View.of(told)) == []
    assert len(read_calls(View.of(told.replace("présente un", "présente (un")))) == 1


def test_a_cell_names_member_and_substitute() -> None:
    table = (
        "Nom | Commune | Présence\nBARSAC HUGO (suppléant de NAUBER ROGER) | Quiny | présent\n"
        "CORVANT LÉA | Sarvis | présente\nGARNEL LUC remplacé par HERVAL ZOÉ | Sarvis | présente"
    )
    entries = act(table).sitting.attendance
    assert {(entry.person, entry.replaces) for entry in entries if entry.replaces} == {
        ("BARSAC HUGO", "NAUBER ROGER"),
        ("HERVAL ZOÉ", "GARNEL LUC"),
    }
    assert people(table, "excused") == ["GARNEL LUC", "NAUBER ROGER"]


def test_who_mandates_somebody_under_a_heading_of_proxies_needs_no_purpose() -> None:
    told = "M. Luc GARNEL qui a mandaté Mme Léa CORVANT, Mme Zoé HERVAL représentée : M. Paul DELMAS"
    lists = f"{LISTS}\nReprésentés : {told}"
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [
        ("Luc GARNEL", "Léa CORVANT"),
        ("Zoé HERVAL", "Paul DELMAS"),
    ]


def test_a_line_can_begin_with_the_proxy() -> None:
    lists = f"{LISTS}\nSecrétaire de séance : Mme Léa CORVANT\n"
    lists += "Procuration de Monsieur Luc GARNEL à Madame Léa CORVANT\nPouvoir de Mme Zoé HERVAL à M. Hugo BARSAC"
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [
        ("Luc GARNEL", "Léa CORVANT"),
        ("Zoé HERVAL", "Hugo BARSAC"),
    ]


@pytest.mark.parametrize("heading", ["Absents ayant donné procuration :", "Excusés ayant délégué leur vote :"])
def test_all_under_a_heading_gave_proxies_where_it_names_no_holder(heading: str) -> None:
    lists = f"{LISTS}\n{heading} MM. GARNEL Luc, TORLAN Jean."
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [
        ("GARNEL Luc", None),
        ("TORLAN Jean", None),
    ]


def test_a_heading_follows_offices_without_a_mark() -> None:
    lists = f"{LISTS} et M. Luc GARNEL, conseillers municipaux Pouvoirs : Zoé HERVAL (pouvoir à Hugo BARSAC)"
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [("Zoé HERVAL", "Hugo BARSAC")]
    assert len(people(lists, "present")) == 5


def test_columns_run_together_are_not_guessed() -> None:
    read = act("PRESENTS ABSENTS\n\nBARSAC Hugo CORVANT Léa\n\nGARNEL Luc Absent donne pouvoir à Hugo BARSAC")
    assert [entry for entry in read.sitting.attendance if entry.status == "present"] == []
    assert "unread-text" in {finding.code for finding in read.findings}


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("PELAC née TORLAN Anne", "PELAC née TORLAN Anne"),
        ("GARNEL J. Pierre", "GARNEL J. Pierre"),
        ("Fa- brice GARNEL", "Fabrice GARNEL"),
    ],
)
def test_names_of_several_parts(printed: str, name: str) -> None:
    assert name in people(f"Présents : BARSAC Hugo, CORVANT Léa, {printed}, DELMAS Paul", "present")


def test_an_initial_at_the_end_of_a_line() -> None:
    lists = "Présents : M. H. BARSAC, Mme L. CORVANT, M. P. DELMAS, M. M.\nGARNEL"
    assert "M. GARNEL" in people(lists, "present")


def test_a_column_of_remarks_tells_holders_and_substitutes() -> None:
    rows = (
        "COMMUNE\tNOM Prénom\tPrésent\tExcusé\tObservations",
        "QUINY\tBARSAC Hugo\tX\t\tMaire",
        "QUINY\tCORVANT Léa\tX\t\t",
        "SARVIS\tGARNEL Luc\t\tX\tPouvoir à CORVANT Léa",
        "SARVIS\tHERVAL Zoé\t\tX\tRemplacée par son suppléant TORLAN Jean",
    )
    read = act("\n".join(rows)).sitting
    assert [(proxy.grantor, proxy.holder) for proxy in read.proxies] == [("GARNEL Luc", "CORVANT Léa")]
    assert {(entry.person, entry.replaces) for entry in read.attendance if entry.replaces} == {
        ("TORLAN Jean", "HERVAL Zoé")
    }


def test_participants_are_present_and_a_name_goes_on_after_its_hyphen() -> None:
    lists = "Participants\n\nQuiny  M. Hugo BARSAC, Mme Léa CORVANT, M. Jean-\n       Michel DELMAS, M. Luc GARNEL"
    assert "Jean-Michel DELMAS" in people(lists, "present")
    assert len(people(lists, "present")) == 4
