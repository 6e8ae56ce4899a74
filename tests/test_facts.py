"""The one serialisation of facts: its published schema, its round trip, the shape that scripts rely on."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from delibgraph.extraction import extract
from delibgraph.facts import (
    Act,
    Attendance,
    Counts,
    Deliberation,
    Funding,
    Proxy,
    Sitting,
    Vote,
    from_json,
    json_schema,
    to_json,
)
from delibgraph.reading import read

ROOT = Path(__file__).parents[1]
PUBLISHED = ROOT / "docs" / "facts.schema.json"

spans = st.tuples(st.integers(0, 10_000), st.integers(0, 10_000)).map(lambda pair: (min(pair), max(pair)))
names = st.text(min_size=1, max_size=30)
maybe = st.none() | names
figures = st.none() | st.integers(0, 999)
acts = st.builds(
    Act,
    names,
    names,
    st.builds(
        Sitting,
        body=maybe,
        date=st.none() | st.dates(datetime.date(1900, 1, 1)),
        counts=st.builds(Counts, figures, figures, figures, figures),
        attendance=st.lists(
            st.builds(
                Attendance, names, st.sampled_from(["present", "absent", "excused", "represented"]), spans, from_=maybe
            )
        ).map(tuple),
        proxies=st.lists(st.builds(Proxy, names, maybe, spans, until=maybe)).map(tuple),
        spans=st.dictionaries(names, spans),
    ),
    deliberations=st.lists(
        st.builds(
            Deliberation,
            spans,
            vote=st.none() | st.builds(Vote, for_=figures, span=st.none() | spans),
            funding=st.lists(
                st.builds(Funding, names, st.floats(0, 1e9), st.sampled_from(["granted", "background"]), spans)
            ).map(tuple),
        )
    ).map(tuple),
)


def test_the_published_schema_is_the_code_s() -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema(), "write it anew: make schema"


@given(acts)
def test_round_trip(act: Act) -> None:
    line = to_json(act)
    assert from_json(line) == act
    assert "\n" not in line
    jsonschema.Draft202012Validator(json_schema()).validate(json.loads(line))


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/*.[tm][xd]*")), ids=lambda path: path.stem)
def test_what_is_extracted_meets_the_schema(path: Path) -> None:
    published = jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))
    for act in extract(read(path)):
        published.validate(json.loads(to_json(act)))


def test_the_schema_refuses_what_is_no_act() -> None:
    published = jsonschema.Draft202012Validator(json.loads(PUBLISHED.read_text(encoding="utf-8")))
    good = json.loads(to_json(Act("a.txt", "00", Sitting(attendance=(Attendance("A B", "present", (0, 3)),)))))
    published.validate(good)
    good["sitting"]["attendance"][0]["status"] = "asleep"
    assert not published.is_valid(good)


def test_the_keys_that_scripts_rely_on() -> None:
    [act] = extract(read(ROOT / "examples" / "sem-2023-00367-mecaloire.txt"))
    line = json.loads(to_json(act))
    assert {"document", "part", "sha256", "complete", "sitting", "deliberations", "findings"} <= line.keys()
    sitting, [deliberation] = line["sitting"], line["deliberations"]
    assert {"body", "siren", "organ", "date", "convocation_date", "president", "secretary", "counts"} <= sitting.keys()
    assert {"person", "civility", "status", "seat", "replaces", "role", "from", "until", "span"} <= sitting[
        "attendance"
    ][0].keys()
    assert sitting["proxies"][0].keys() == {"grantor", "holder", "from", "until", "span"}
    assert deliberation["vote"] == {**deliberation["vote"], "outcome": "adopted", "unanimous": True, "for": None}
    assert deliberation["funding"][0]["amount"] == 20000.0
