"""Rows of `citations.jsonl`: there and back again, every breach of the contract named; errors keep what they know."""

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model.citation import (
    BASES,
    CERTAINTIES,
    COLUMNS,
    DATES_OF,
    KINDS,
    RELATIONS,
    ROLES,
    Citation,
    Evidence,
    Reference,
    Unresolved,
    dump_lines,
    from_row,
    load_lines,
    to_row,
)
from extract.model.errors import DataError, RecallingError, SymbolError, UnreadableError
from extract.model.part import Part

_OPTIONAL = {"basis", "called", "role", "reason", "note", "parts", "date_of", "page", "linked", "prefix", "suffix"}

text = st.text(max_size=20)
maybe = st.none() | text
evidence = st.builds(
    Evidence,
    source=maybe, file=text, language=maybe, quote=text, start=st.integers(0, 10**6), end=st.integers(0, 10**6),
    paragraph=text, relation=st.sampled_from(RELATIONS), verb=maybe,
    basis=st.none() | st.sampled_from(BASES), pinpoint=maybe, date=maybe,
    certainty=st.sampled_from(CERTAINTIES), via=maybe, note=maybe, page=st.none() | st.integers(1, 999), linked=maybe,
    prefix=maybe, suffix=maybe,
    parts=st.sampled_from([(), (Part("annex"),), (Part("article", "6"), Part("paragraph", "1", "a"))]),
    date_of=st.none() | st.sampled_from(DATES_OF), role=st.none() | st.sampled_from(ROLES),
)  # fmt: skip
references: st.SearchStrategy[Reference] = st.one_of(
    st.builds(
        Citation, evidence=evidence, target=st.text(min_size=1, max_size=20), kind=st.sampled_from(KINDS), title=maybe,
        unts=st.none() | st.integers(1, 10**6),
    ),
    st.builds(
        Unresolved, evidence=evidence, kind=st.sampled_from(KINDS), reason=st.text(min_size=1, max_size=20), title=maybe
    ),
)  # fmt: skip


def _row() -> dict[str, Any]:
    return {
        "source": "A/RES/99/901", "file": "a.txt", "language": "en", "target": "A/RES/61/74", "kind": "resolution",
        "title": None, "unts": None, "quote": "resolution 61/74", "start": 3, "end": 19, "paragraph": "pp1",
        "relation": "recalls", "verb": "Recalling", "pinpoint": None, "date": None, "certainty": "explicit",
        "via": None,
    }  # fmt: skip


def _problems(**changes: Any) -> list[str]:  # noqa: ANN401  # any value at all may stand in a row
    with pytest.raises(DataError) as caught:
        from_row(_row() | changes)
    return caught.value.problems


@given(references)
def test_a_reference_makes_a_row_and_the_row_the_reference(reference: Reference) -> None:
    row = to_row(reference)
    assert from_row(row) == reference
    assert from_row(json.loads(json.dumps(row))) == reference


@given(references)
def test_a_row_has_the_columns_of_the_contract_in_order(reference: Reference) -> None:
    row = to_row(reference)
    assert [*row] == [key for key in COLUMNS if key in row]
    assert set(COLUMNS) - row.keys() <= _OPTIONAL
    assert all(row[key] is not None for key in _OPTIONAL if key in row)


@given(st.lists(references, max_size=4))
def test_lines_read_back_whatever_stands_in_them(found: list[Reference]) -> None:
    lines = list(dump_lines(found))
    assert not any("\n" in line for line in lines)
    assert list(load_lines(lines, file="a.jsonl")) == found


def test_a_row_with_a_target_is_a_citation_and_one_without_is_unresolved() -> None:
    assert isinstance(from_row(_row()), Citation)
    assert isinstance(from_row(_row() | {"target": None, "reason": "no body"}), Unresolved)


def test_unknown_keys_are_passed_over() -> None:
    assert from_row(_row() | {"weight": 3}) == from_row(_row())


def test_every_missing_key_is_named() -> None:
    with pytest.raises(DataError) as caught:
        from_row({"target": "A/RES/61/74"})
    missing = [f"missing {key!r}" for key in COLUMNS if key not in {"target"} | _OPTIONAL]
    assert caught.value.problems == missing


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"kind": "poem"}, ["kind 'poem' is not of the contract"]),
        ({"relation": "likes"}, ["relation 'likes' is not of the contract"]),
        ({"role": "doubts"}, ["role 'doubts' is not of the contract"]),
        ({"certainty": "sure"}, ["certainty 'sure' is not of the contract"]),
        ({"basis": "below"}, ["basis 'below' is not of the contract"]),
        ({"file": None, "quote": 3}, ["file must be text", "quote must be text"]),
        ({"verb": 3, "via": []}, ["verb must be text or null", "via must be text or null"]),
        ({"start": "3", "end": 1.5}, ["start must be a whole number", "end must be a whole number"]),
        ({"unts": "10485"}, ["unts must be a whole number or null"]),
        ({"target": None}, ["a row without a target needs a reason"]),
        ({"target": "", "reason": ""}, ["a row without a target needs a reason"]),
        ({"source": 3}, ["source must be text or null"]),
        ({"parts": 3}, ["parts must be a list or null"]),
        ({"parts": [3]}, ["parts[0] must be an object"]),
        ({"start": True}, ["start must be a whole number"]),
    ],
)  # fmt: skip
def test_every_breach_of_the_contract_is_named(changes: dict[str, Any], problems: list[str]) -> None:
    assert _problems(**changes) == problems


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("value", [None, True, 7, 1.5, "", "x", [], [1], ["x"], {}, {"x": 1}], ids=repr)
def test_any_value_in_any_column_is_read_or_refused(column: str, value: object) -> None:
    try:
        made = from_row(_row() | {column: value})
    except DataError:
        return  # refused as the contract says; any other error fails the test
    assert from_row(to_row(made)) == made


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"), ("[1]", "not a JSON object"), ("7", "not a JSON object"),
        ('{"target": "A/RES/61/74"}', "missing 'source'"),
    ],
)  # fmt: skip
def test_the_line_that_is_wrong_is_named(line: str, problem: str) -> None:
    with pytest.raises(DataError) as caught:
        list(load_lines([json.dumps(_row()), "", line], file="a.jsonl"))
    assert caught.value.file == "a.jsonl:3"
    assert caught.value.problems[0].startswith(problem)


@pytest.mark.parametrize(
    "error",
    [
        UnreadableError("a.txt", "is empty"),
        DataError("a.toml", ["one", "two"]),
        SymbolError("A//B"),
    ],
)
def test_errors_keep_their_data_and_travel_between_processes(error: RecallingError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == str(error)
    assert all(str(value) in str(error) for value in vars(error).values() if isinstance(value, str))


def test_an_error_of_data_lists_all_problems() -> None:
    assert str(DataError("a.toml", ["one", "two"])) == "a.toml: one; two"
