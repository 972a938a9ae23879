"""Tables of TOML files: what a model refuses, and how the error names it."""

from collections.abc import Mapping
from typing import Literal

import pytest

from extract.language.references import languages
from extract.language.script import Script, load_script
from extract.model.errors import DataError
from extract.model.tables import Table, Text, Texts, json_schema, read_table


class Nouns(Table):
    """Words for one kind of text."""

    resolution: Texts


class Body(Table):
    """A body and its sessions."""

    name: Text
    sessions: tuple[int, ...] = ()


class Sample(Table):
    """One of everything."""

    nouns: Nouns
    side: Literal["before", "after"] = "before"
    bodies: Mapping[str, Body] = {}
    group: tuple[Body, ...] = ()


def problems(source: str) -> list[str]:
    """What is wrong with a file."""
    with pytest.raises(DataError) as caught:
        read_table(Sample, source, name="sample.toml")
    assert caught.value.file == "sample.toml"
    return caught.value.problems


def test_string_in_place_of_a_list_is_refused() -> None:
    found = problems('side = "after"\n\n[nouns]\nresolution = "resolution"\n')
    assert found == ["nouns.resolution (line 4): must be a list, not a string"]


def test_string_in_place_of_numbers_is_refused() -> None:
    found = problems('[nouns]\nresolution = ["r"]\n[bodies.assembly]\nname = "Assembly"\nsessions = "31"\n')
    assert found == ["bodies.assembly.sessions (line 5): must be a list, not a string"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ["nouns: missing key"]),
        ("nouns = 3", ["nouns (line 1): must be a table, not an integer"]),
        ("[nouns]\nresolution = []", ["nouns.resolution (line 2): must not be empty"]),
        ('[nouns]\nresolution = [""]', ["nouns.resolution[0] (line 2): must not be empty"]),
        ('[nouns]\nresolution = ["r", 7]', ["nouns.resolution[1] (line 2): must be a string, not an integer"]),
        ('side = "left"\n[nouns]\nresolution = ["r"]', ["side (line 1): must be 'before' or 'after'"]),
        (
            '[nouns]\nresolution = ["r"]\nreport = ["p"]\n[[group]]\nname = "a"\n[[group]]\nname = true\n',
            ["nouns.report (line 3): unknown key", "group[1].name (line 7): must be a string, not true or false"],
        ),
    ],
)
def test_every_problem_names_its_key_and_line(source: str, expected: list[str]) -> None:
    assert problems(source) == expected


def test_what_is_not_toml_is_refused() -> None:
    assert problems("[nouns")[0].startswith("not TOML: ")


def test_schema_holds_the_keys_and_forbids_others() -> None:
    schema = json_schema(Nouns)
    assert '"resolution"' in schema
    assert '"additionalProperties": false' in schema


@pytest.mark.parametrize("language", languages())
def test_every_language_tells_the_traits_of_its_script(language: str) -> None:
    script = load_script(language)
    assert set(script.conjunctions) <= set(script.particles)
    assert all(len(letter) == 1 for letter in script.particles)


def test_script_of_an_unknown_language_is_refused() -> None:
    with pytest.raises(DataError, match=r"language/data/xx/script\.toml: cannot be read"):
        load_script("xx")


def test_trait_that_a_script_misses_is_named() -> None:
    with pytest.raises(DataError, match="spaced: missing key"):
        read_table(Script, 'direction = "rtl"', name="script.toml")
