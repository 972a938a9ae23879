"""Sentences in six languages and what they refer to: a test for each case of `cases/references.*.toml`."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from document_sample import one_sentence

from extract.find import find_citations
from extract.model.citation import Reference, to_row

CASES = Path(__file__).parent / "cases"
EXACT = ("kind", "date", "relation", "basis", "certainty")


def _load() -> list[tuple[str, Mapping[str, Any]]]:
    """Language and case, file by file."""
    files = sorted(CASES.glob("references.*.toml"))
    return [
        (file.name.split(".")[1], case)
        for file in files
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


def _ids(cases: Sequence[tuple[str, Mapping[str, Any]]]) -> list[str]:
    return [f"{language}-{case['id']}" for language, case in cases]


ALL = _load()
OPEN: Mapping[str, str] = {
    name: row["reason"]
    for row in tomllib.loads((CASES / "open.toml").read_text(encoding="utf-8"))["open"]
    for name in row["cases"]
}
"""Cases that are right and still fail: name of the test -> the reason."""


def _marked() -> list[Any]:
    """The cases as parameters; an open one must fail, so that the day it passes is noticed."""
    marks = {
        name: pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError) for name, reason in OPEN.items()
    }
    return [
        pytest.param(language, case, id=name, marks=[marks[name]] if name in marks else [])
        for name, (language, case) in zip(_ids(ALL), ALL, strict=True)
    ]


@pytest.mark.parametrize(("language", "case"), _marked())
def test_a_sentence_refers_to_exactly_what_it_names(language: str, case: Mapping[str, Any]) -> None:
    found = find_citations(
        one_sentence(case["text"], language=language, organ=case["organ"], note=case.get("note", False))
    )
    assert differences(case, found) == []


def differences(case: Mapping[str, Any], found: Sequence[Reference]) -> list[str]:
    """How the references found differ from those of the case, a line each; empty when they do not."""
    rows = [to_row(reference) for reference in found]
    out = []
    for find in case["finds"]:
        row = next((row for row in rows if _same_target(find, row) and _overlaps(case["text"], find, row)), None)
        if row is None:
            out.append(f"not found: {find['quote']!r} -> {find.get('target')}")
            continue
        rows.remove(row)
        out += [
            f"{row['quote']!r}: {key} is {row.get(key)!r}, not {find[key]!r}"
            for key in EXACT
            if find.get(key, row.get(key)) != row.get(key)
        ]
        if "pinpoint" in find and not _same_pinpoint(find["pinpoint"], row["pinpoint"]):
            out.append(f"{row['quote']!r}: pinpoint is {row['pinpoint']!r}, not {find['pinpoint']!r}")
    return out + [f"found besides: {row['quote']!r} -> {row['target'] or row['reason']}" for row in rows]


def _same_target(find: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return row["target"] in {find.get("target"), *find.get("alt_targets", ())}


def _overlaps(text: str, find: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    """Whether the quote of the row and one of the places where the find's quote stands have a code point in common."""
    quote, at = find["quote"], -1
    while (at := text.find(quote, at + 1)) >= 0:
        if at < row["end"] and row["start"] < at + len(quote):
            return True
    return False


def _same_pinpoint(wanted: str, found: str | None) -> bool:
    return "".join(wanted.split()) == "".join((found or "").split())


def test_every_case_has_a_name_of_its_own() -> None:
    names = _ids(ALL)
    assert sorted(set(names)) == sorted(names)


def test_every_open_case_names_a_case() -> None:
    assert set(OPEN) <= set(_ids(ALL))


@pytest.mark.parametrize(("language", "case"), ALL, ids=_ids(ALL))
def test_a_case_quotes_its_own_text(language: str, case: Mapping[str, Any]) -> None:
    assert case.keys() - {"note"} == {"id", "organ", "text", "finds"}, language
    assert [find["quote"] for find in case["finds"] if find["quote"] not in case["text"]] == []
