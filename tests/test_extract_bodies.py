"""The table of bodies, and what is derived from it."""

import pytest

from extract.language.structure import load_structures
from extract.model.errors import DataError
from extract.model.tables import read_table
from extract.symbols.bodies import by_name
from extract.symbols.body_table import BodyTable
from extract.symbols.series import body_of


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("General Assembly", "A/RES/"),
        ("Security Council", "S/RES/"),
        ("Economic and Social Council", "E/RES/"),
        ("Human Rights Council", "A/HRC/RES/"),
        ("Commission on Human Rights", "E/CN.4/RES/"),
        ("Trusteeship Council", "T/RES/"),
        ("Disarmament Commission", ""),
    ],
)
def test_templates_show_how_symbols_of_resolutions_begin(name: str, start: str) -> None:
    body = by_name(name)
    assert body is not None
    assert body.resolutions == start


def test_the_longest_series_tells_the_body() -> None:
    assert body_of(("A", "HRC", "40", "2")) == "Human Rights Council"
    assert body_of(("A", "62", "37")) == "General Assembly"
    assert body_of(("UNEP", "EA.4", "1")) == "United Nations Environment Assembly"
    assert body_of(("XYZ", "1")) is None


def test_bodies_share_neither_names_nor_series() -> None:
    source = '[a]\nname = "Choir"\nseries = ["CH"]\n\n[b]\nname = "Choir"\nseries = ["A", "CH"]\n'
    with pytest.raises(DataError) as caught:
        read_table(BodyTable, source, name="bodies.toml")
    assert [str(caught.value).count(what) for what in ("has this name", "has this series")] == [2, 2]


@pytest.mark.parametrize("series", ["a", "A/", "A/HRC/RES", "GC(60)", ""])
def test_a_series_is_one_or_two_components(series: str) -> None:
    with pytest.raises(DataError):
        read_table(BodyTable, f'[a]\nname = "Choir"\nseries = ["{series}"]\n', name="bodies.toml")


_PLENARY = {"General Conference", "World Health Assembly"}
"""Plenary organs of agencies, whose resolutions the table numbers under the agency."""


def test_structures_name_only_bodies_of_the_table_and_as_it_does() -> None:
    for language, structure in load_structures().items():
        for organ in structure.organs.values():
            body = by_name(organ)
            assert body is not None or organ in _PLENARY
            if body and (shown := body.names.get(language)):  # German has no names to show
                assert structure.organs.get(shown.replace("’", "'").casefold()) == organ
