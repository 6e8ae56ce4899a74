"""The reader knows when it is wrong: a fault planted in an example raises the finding that names it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from delibgraph.extraction import extract
from delibgraph.facts import Act, Attendance
from tests.extraction.gold import act_of
from tests.extraction.page import LISTS, act, document
from tests.extraction.test_gold import EXAMPLES

Fault = Callable[[str, Act], str]


def codes(text: str) -> set[str]:
    return {finding.code for found in extract(document(text)) for finding in found.findings}


def text_of(act: Act) -> str:
    return next(path for path in EXAMPLES if str(path) == act.document).read_text(encoding="utf-8")


def surname(name: str) -> str:
    return next(word for word in name.split() if word.isupper())


def plain_member(act: Act) -> Attendance:
    """A member present who has no part in anything else."""
    sitting = act.sitting
    busy = {sitting.president, sitting.secretary, *(proxy.holder for proxy in sitting.proxies)}
    return next(e for e in sitting.attendance if e.status == "present" and e.person not in busy and not e.replaces)


def replaced(text: str, span: tuple[int, int], new: str) -> str:
    return text[: span[0]] + new + text[span[1] :]


def present_member_removed(text: str, act: Act) -> str:
    return replaced(text, plain_member(act).span, "")


def present_member_in_small_letters(text: str, act: Act) -> str:
    member = plain_member(act)
    return replaced(text, member.span, member.person.lower())


def present_total_changed(text: str, act: Act) -> str:
    start, end = act.sitting.spans["present"]
    return replaced(text, (start, end), re.sub(r"\d+", "7", text[start:end]))


def members_in_office_changed(text: str, act: Act) -> str:
    start, end = act.sitting.spans["in_office"]
    return replaced(text, (start, end), re.sub(r"\d+", "99", text[start:end]))


def holder_replaced_by_a_stranger(text: str, act: Act) -> str:
    proxy = next(proxy for proxy in act.sitting.proxies if proxy.holder)
    start, end = proxy.span
    told = text[start:end]
    at = told.rindex(surname(proxy.holder or ""))
    return text[:start] + told[:at] + "INTROUVABLE" + told[at + len(surname(proxy.holder or "")) :] + text[end:]


def member_in_two_states(text: str, act: Act) -> str:
    away = next(entry for entry in act.sitting.attendance if entry.status in ("absent", "excused"))
    return replaced(text, away.span, plain_member(act).person)


def cut_in_a_sentence(text: str, act: Act) -> str:
    """The text up to the middle of a word, the last one that follows five words in small letters."""
    word = r"(?:[a-zà-ÿ]{1,2}['’])?[a-zà-ÿ]+"
    words = list(re.finditer(rf"(?:{word}\s){{5}}(?=[a-zà-ÿ]{{4}})", text))[-1]
    return text[: words.end() + 2]


FAULTS: dict[Fault, set[str]] = {
    present_member_removed: {"present-count"},
    present_member_in_small_letters: {"present-count"},
    present_total_changed: {"present-count"},
    members_in_office_changed: {"members-in-office"},
    holder_replaced_by_a_stranger: {"holder-absent"},
    member_in_two_states: {"two-states"},
    cut_in_a_sentence: {"cut-off"},
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_planted_fault_is_found(path: object, fault: Fault) -> None:
    found = next(act_of(example) for example in EXAMPLES if example == path)
    text = text_of(found)
    faulty = fault(text, found)
    assert faulty != text
    assert FAULTS[fault] <= codes(faulty)
    assert not FAULTS[fault] <= {finding.code for finding in found.findings} or fault is members_in_office_changed


def test_what_is_missing_is_said() -> None:
    text = f"Réunion\n\n{LISTS}\n\nLe Conseil, à l'unanimité, approuve le programme."
    assert codes(text) == {"body-missing", "date-missing", "title-missing"}
    assert "attendance-missing" in codes(
        "Commune de Valserre\nConseil municipal du 12 mars 2023\nLe Conseil décide : 1"
    )


def test_a_name_that_was_not_understood_is_reported() -> None:
    found = act("Présents : BARSAC Hugo, CORVANT Léa, 4 DEL 5 MAS, DELMAS Paul, FERROL Anne, IMBERT Guy")
    assert [(finding.code, finding.message) for finding in found.findings] == [
        ("unread-text", "“DEL 5 MAS” in a list of names was not understood")
    ]


def test_columns_that_cannot_be_paired_are_reported() -> None:
    found = act(f"{LISTS}\nOnt donné pouvoir : M. Luc GARNEL, Mme Zoé HERVAL\nà : Mme Léa CORVANT")
    assert [finding.code for finding in found.findings] == ["unpaired-proxies"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Présents : 4\nPouvoirs : 1\nVotants : 5", set()),
        ("Présents : 4\nPouvoirs : 2\nVotants : 6", {"proxy-count"}),
        ("Présents : 4\nPouvoirs : 1\nVotants : 7", {"vote-count"}),
        ("En exercice : 6", set()),
        ("En exercice : 7", {"members-in-office"}),
    ],
)
def test_totals(head: str, expected: set[str]) -> None:
    lists = f"{head}\n{LISTS}\nAbsents : M. Luc GARNEL (pouvoir à Mme Léa CORVANT), Mme Zoé HERVAL"
    assert {finding.code for finding in act(lists).findings} == expected


def test_the_chair_may_stand_outside_the_list() -> None:
    lists = f"Président : M. Yves NORVAL\nPrésents : 5\nVotants : 5\n{LISTS}"
    assert act(lists).findings == ()


def test_totals_are_no_measure_where_people_come_and_go() -> None:
    lists = "Nombre de présents : 9\nPrésents : M. Hugo BARSAC (arrivé à 22h30), Mme Léa CORVANT, M. Paul DELMAS"
    assert act(lists).findings == ()


@pytest.mark.parametrize(
    ("end", "complete"),
    [
        ("Le Maire,\nHugo BARSAC", True),
        ("Fait et délibéré les jour, mois et an que dessus", True),
        ("La dépense est inscrite au budget de la commune et sera payée avant la fin de l'année par le comp", False),
        ("Ainsi fait et délibéré en mairie ce jour", True),
        ("La séance est ouverte sous la présidence de M. BARSAC puis de son adjoint présid", False),
        ("Le secrétaire de séance est son premier adjoint, choisi avant la séan", False),
        ("Délibération adoptée à l'unanimité des suffrages exprimés", True),
        ("Adopté par 6 voix pour, puis deux abstentions", True),
        ("Le Conseil, à l'unanimité, vote les subventio", False),
        ("Adopté par 6 voix pour et 2 abstentio", False),
        ("Le Conseil, après en avoir délibéré, participe à hauteur d", False),
        (
            "La dépense est inscrite au budget de la commune, au chapitre prévu à cet effet,\n"
            "et sera payée avant la fin de l'ann",
            False,
        ),
    ],
)
def test_whether_the_text_comes_to_an_end(end: str, complete: bool) -> None:
    found = act(decision=f"Le Conseil, à l'unanimité, approuve le programme.\n\n{end}")
    assert found.complete is complete
    assert ("cut-off" in {finding.code for finding in found.findings}) is not complete


@pytest.mark.parametrize(
    ("away", "told"),
    [("P. DELMAS", True), ("Mme DELMAS-ROUX", False), ("M. DELMAS", True), ("L. DELMAS", False)],
)
def test_who_is_away_under_a_short_name_of_one_who_sits_is_told(away: str, told: bool) -> None:
    found = act(f"{LISTS}\nAbsents : {away}, M. Luc GARNEL")
    assert ("two-states" in {finding.code for finding in found.findings}) is told


RECORD = "Commune de Valserre\nPROCÈS-VERBAL DE LA SÉANCE DU 12 MARS 2023\nConseil municipal\n" + LISTS
DECIDED = "Le Conseil, après en avoir délibéré, à l'unanimité, approuve le programme.\n"
FEW = ["Budget de l'eau", "Vente d'un chemin", "Tarifs de la salle", "Choix du nom de l'école", "Travaux de voirie"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"Le programme de voirie est ancien. {DECIDED}", "title-missing"),
        (f"Objet : Voirie\n\n{DECIDED}", None),
        (f"Objet : La commune garantit l'emprunt que souscrit le bailleur\n\n{DECIDED}", "title-doubtful"),
        (f"Objet : de la voirie communale\n\n{DECIDED}", "title-doubtful"),
        (f"Objet : {'Voirie communale et chemins ruraux ' * 8}\n\n{DECIDED}", "title-doubtful"),
        ("Objet : Voirie\n\nLe Conseil, après en avoir délibéré :\n- les chemins sont classés.\n", "vote-missing"),
        ("Objet : Voirie\n\nLe Conseil, après en avoir délibéré, prend acte du rapport.\n", None),
        ("Objet : Voirie\n\nLe Maire informe des travaux en cours.\n", None),
    ],
)
def test_what_is_missing_or_doubtful_in_a_deliberation(text: str, code: str | None) -> None:
    told = codes(f"Commune de Valserre\nConseil municipal du 12 mars 2023\n{LISTS}\n\n{text}")
    assert told & {"title-missing", "title-doubtful", "vote-missing"} == ({code} if code else set())


@pytest.mark.parametrize(("kept", "told"), [(5, False), (3, False), (2, True), (1, True)])
def test_minutes_short_of_their_agenda(kept: int, told: bool) -> None:
    """The approval of the last minutes and news count for nothing."""
    agenda = ["Approbation du procès-verbal de février", *FEW, "Questions diverses"]
    listed = "".join(f"{rank}. {entry}\n" for rank, entry in enumerate(agenda, 1))
    items = "".join(f"Délibération n° 2023-{rank}\n{entry}\n\n{DECIDED}\n" for rank, entry in enumerate(FEW[:kept], 11))
    assert ("items-unsplit" in codes(f"{RECORD}\nOrdre du jour :\n{listed}\n{items}La séance est levée.\n")) is told
