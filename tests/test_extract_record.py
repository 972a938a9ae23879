"""The record of a document: to a row and back, and what is refused."""

import json
from typing import Any

import pytest

from extract.model.adoption import Subject, Vote
from extract.model.errors import DataError
from extract.model.record import DocumentRecord

_FULL = DocumentRecord(
    symbol="A/RES/99/901", file="a.xml", language="en", organ="General Assembly", title="Wells", date="2044-12-05",
    form="akn", akn="/akn/un/statement/deliberation/unga/2044-12-05/99-901/", draft="A/C.2/99/L.1",
    agenda_item="Agenda item 20", vote=Vote(in_favour=2, against=0, abstaining=1, states_in_favour=("TUVALU", "NAURU")),
    sponsors=("Nauru",), subjects=(Subject(label="WATER", scheme="UNBIS Thesaurus"),), sdgs=(6,), invented=True,
    warnings=("no date",),
)  # fmt: skip
_BARE = DocumentRecord(symbol=None, file="a.txt", language=None)


@pytest.mark.parametrize("record", [_FULL, _BARE])
def test_a_row_read_back_is_the_record(record: DocumentRecord) -> None:
    assert DocumentRecord.from_row(json.loads(json.dumps(record.to_row()))) == record


def test_what_only_metadata_tell_stands_in_a_row_where_it_is_known() -> None:
    assert set(_FULL.to_row()) - set(_BARE.to_row()) == {
        "form", "akn", "draft", "agenda_item", "vote", "sponsors", "subjects", "sdgs", "invented",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"file": None}, "file must be text"),
        ({"title": 7}, "title must be text or null"),
        ({"warnings": "none"}, "warnings must be a list"),
        ({"sponsors": [1]}, "sponsors[0] must be text"),
        ({"invented": "yes"}, "invented must be true or false"),
        ({"sdgs": ["6"]}, "sdgs[0] must be a whole number"),
        ({"subjects": {}}, "subjects must be a list"),
        ({"subjects": ["WATER"]}, "subjects[0] must be an object"),
        ({"subjects": [{"label": 1}]}, "subjects[0].label must be text"),
        ({"subjects": [{"label": "WATER", "iri": 1}]}, "subjects[0].iri must be text"),
        ({"vote": []}, "vote must be an object or null"),
        ({"vote": {"in_favour": 1, "against": -1, "abstaining": 0}}, "vote.against must be a whole number"),
        (
            {"vote": {"in_favour": 1, "against": 0, "abstaining": 0, "states_against": [1]}},
            "vote.states_against[0] must be text",
        ),
    ],
)
def test_an_invalid_row_is_refused_and_the_key_is_named(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(DataError) as refused:
        DocumentRecord.from_row(_FULL.to_row() | change)
    assert refused.value.problems == [problem]
