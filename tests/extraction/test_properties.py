"""Whatever the text, the reader returns, soon, and every span lies within it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delibgraph.extraction import extract
from delibgraph.facts import Act, from_json, to_json
from tests.extraction.page import document, page
from tests.extraction.test_gold import EXAMPLES

TEXTS = [path.read_text(encoding="utf-8") for path in EXAMPLES]
SECONDS = 60.0
"""A guard against hanging: no noise of a machine makes one example take so long."""


@pytest.fixture(autouse=True, scope="module")
def _pipeline_is_loaded() -> None:
    """The first act of a process loads the pipeline."""
    extract(document(page()))


def spans(fact: Any) -> Iterator[tuple[int, int]]:
    """Every span of a fact and of the facts in it."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name == "span" and value is not None:
            yield value
        elif isinstance(value, Mapping):
            yield from value.values()
        for part in value if isinstance(value, tuple) else (value,):
            if is_dataclass(part):
                yield from spans(part)


def check(text: str) -> list[Act]:
    started = time.perf_counter()
    acts = extract(document(text))
    assert time.perf_counter() - started < SECONDS
    for act in acts:
        assert all(0 <= start <= end <= len(text) for start, end in spans(act))
        assert all(text[slice(*entry.span)].strip() for entry in act.sitting.attendance)
        assert from_json(to_json(act)) == act
    return acts


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in EXAMPLES])
def test_the_spans_of_an_example(text: str) -> None:
    [act] = check(text)
    assert len(list(spans(act))) > 20


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An example cut, with lines that change places, with characters replaced, lost or doubled."""
    text = draw(st.sampled_from([*TEXTS, page()]))
    start = draw(st.integers(0, len(text) // 3))
    text = text[start : draw(st.integers(start, len(text)))]
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        left, right = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[left], lines[right] = lines[right], lines[left]
    text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(text)))
        new = draw(st.text(alphabet="()[],;:.-–|*#_ \n\fàÉ€0«»'’/", max_size=3))
        text = text[:at] + new + text[at + draw(st.integers(0, 3)) :]
    return text


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
@given(damaged())
def test_a_damaged_example_is_read(text: str) -> None:
    check(text)


WORDS = st.sampled_from(
    [
        "Présents : ",
        " Absents excusés : ",
        " Pouvoirs : ",
        " M. ",
        " Mme ",
        " MM. ",
        " Hugo ",
        " BARSAC ",
        " à ",
        " a donné pouvoir à ",
        " , ",
        " ; ",
        " – ",
        " ( ",
        " ) ",
        " \n ",
        " \n\n ",
        " suppléante de ",
        " 12 mars 2023 ",
        " Conseil municipal ",
        " Commune de ",
        " 800 € ",
        " l'association ",
        " cluster ",
        " attribue ",
        " à l'unanimité ",
        " pour : 3 ",
        " secrétaire ",
        " est élu ",
        " Président : ",
        " 15 ",
        " en exercice ",
        " n° ",
        " 2023-14 ",
        " Objet : ",
        " et ",
        " de ",
        " DE LA ",
        " S'étaient ",
        " ID : 042-244200770-20230712-2023_14-DE ",
        " décide :",
    ]
)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=120).map(" ".join))
def test_any_words_of_the_grammar_are_read(text: str) -> None:
    check(text)


@settings(deadline=None)
@given(st.text(max_size=500))
def test_any_text_is_read(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    [
        "Présents : " + "M. Hugo BARSAC, " * 1500,
        "Présents :\n" + "Hugo BARSAC\n" * 1500,
        "a a a a a a a a a a a a a a a a\n" * 800,
        "(" * 20_000,
        "l'an deux mil " * 2000,
        "1 " * 20_000,
        "pour " * 6000 + "unanimité " * 1000,
        "association " * 4000 + "Les Vanneaux " * 2000,
        "800 € à l'association Les Vanneaux. " * 700,
        "Délibération n° " * 3000,
        "\n" * 50_000,
        "É" * 50_000,
        "A " * 20_000,
        "«" * 20_000,
        "le pôle Abc " * 3000,
        "Abc, devenu Def, " * 2000,
        "12 345 € " * 3000,
    ],
    ids=lambda text: repr(text[:18]),
)
def test_long_repetitions_take_no_longer(text: str) -> None:
    started = time.perf_counter()
    extract(document("Commune de Valserre\nConseil municipal du 12 mars 2023\n" + text))
    assert time.perf_counter() - started < 5 * SECONDS


def test_time_grows_with_the_length_of_the_text() -> None:
    def taken(times: int) -> float:
        text = page() + "Vu le code. Le Conseil attribue 800 € à l'association Les Vanneaux.\n" * times
        started = time.perf_counter()
        extract(document(text))
        return time.perf_counter() - started

    taken(10)
    short, long = min(taken(100) for _ in range(3)), min(taken(800) for _ in range(3))
    assert long < 30 * short


@pytest.mark.parametrize("sign", [",", "(", "."])
def test_signs_without_a_blank_take_no_time_that_grows_with_their_square(sign: str) -> None:
    begun = time.process_time()
    extract(document(f"{page()}\n{sign * 100_000}\n"))
    assert time.process_time() - begun < SECONDS
