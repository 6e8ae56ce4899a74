"""Tables with a row for each member: codes, marks and columns in any order."""

from __future__ import annotations

import pytest

from tests.extraction.page import LISTS, act

CODES = """Commune\tDélégué\tÉtat\tPouvoir à / suppléant
Sarvis\tM. Hugo BARSAC\tP
\tMme Léa CORVANT\tP
Quiny\tM. Luc GARNEL\tR\tM. Hugo BARSAC
\tMme Zoé HERVAL\tE
Obrelle\tM. Paul DELMAS\tS\tMme Anne FERROL
Tarnac\tM. Jean IZARD\tA
P = présent, A = absent, E = excusé, R = représenté (pouvoir), S = suppléé"""
SLASHES = """Nom et prénom\tP / A / E\tPouvoir donné à
M. Hugo BARSAC\tP
Mme Léa CORVANT\tP
M. Luc GARNEL\tE\tM. Hugo BARSAC
Mme Zoé HERVAL\tE
M. Jean IZARD\tA"""
UNHEADED = """\tPrésent(e)\tExcusé(e)\tAbsent(e)\tDonne pouvoir à
M. Hugo BARSAC\tX
Mme Léa CORVANT\tX
M. Luc GARNEL\t\tX\t\tM. Hugo BARSAC
Mme Zoé HERVAL\t\tX
M. Jean IZARD\t\t\tX"""
HELD = """Nom\tPrésence\tPorteur du pouvoir de
M. Hugo BARSAC\tprésent\tM. Luc GARNEL
Mme Léa CORVANT\tprésente
Mme Zoé HERVAL\texcusée
M. Jean IZARD\tabsent"""


@pytest.mark.parametrize("table", [CODES, SLASHES, UNHEADED, HELD], ids=["codes", "slashes", "unheaded", "held"])
def test_a_row_for_each_member(table: str) -> None:
    sitting = act(table).sitting
    told = {entry.person: entry.status for entry in sitting.attendance}
    assert {name: told[name] for name in ("Hugo BARSAC", "Léa CORVANT", "Luc GARNEL", "Zoé HERVAL", "Jean IZARD")} == {
        "Hugo BARSAC": "present",
        "Léa CORVANT": "present",
        "Luc GARNEL": "represented",
        "Zoé HERVAL": "excused",
        "Jean IZARD": "absent",
    }
    assert [(proxy.grantor, proxy.holder) for proxy in sitting.proxies] == [("Luc GARNEL", "Hugo BARSAC")]


def test_a_code_tells_a_substitute_from_a_holder() -> None:
    told = {entry.person: (entry.status, entry.replaces) for entry in act(CODES).sitting.attendance}
    assert told["Anne FERROL"] == ("present", "Paul DELMAS")
    assert told["Paul DELMAS"] == ("excused", None)


@pytest.mark.parametrize("heads", ["Mandataire\tMandant", "Reçoit pouvoir\tDonne pouvoir"])
def test_holders_stand_first(heads: str) -> None:
    lists = f"{LISTS}\n{heads}\nM. Hugo BARSAC\tM. Luc GARNEL\nMme Léa CORVANT\tMme Zoé HERVAL"
    assert [(proxy.grantor, proxy.holder) for proxy in act(lists).sitting.proxies] == [
        ("Luc GARNEL", "Hugo BARSAC"),
        ("Zoé HERVAL", "Léa CORVANT"),
    ]
