"""The frames of documents: shipped files load, broken ones name all their offences."""

import pytest

from extract.language.structure import load_structures, read_structure
from extract.model.errors import DataError


def test_the_frames_of_the_six_official_languages_ship() -> None:
    assert list(load_structures()) == ["ar", "en", "es", "fr", "ru", "zh"]


@pytest.mark.parametrize("language", list(load_structures()))
def test_every_frame_knows_twelve_months_and_the_principal_organs(language: str) -> None:
    frame = load_structures()[language]
    assert set(frame.months.values()) == set(range(1, 13))
    assert {"General Assembly", "Security Council"} <= set(frame.formulas.values())


@pytest.mark.parametrize("language", list(load_structures()))
def test_every_month_is_read_in_every_form_of_a_date(language: str) -> None:
    frame = load_structures()[language]
    form = {"zh": "2020年{}月7日", "es": "7 de {} de 2020"}.get(language, "7 {} 2020")
    for name, number in frame.months.items():
        assert next(frame.find_dates(form.format(name))) == f"2020-{number:02}-07"


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert list(load_structures()["en"].find_dates("on 31 November 2020")) == []


def test_a_formula_needs_its_comma_where_it_is_a_bare_name() -> None:
    chinese = load_structures()["zh"]
    assert chinese.enacting("大会，") == "General Assembly"
    assert chinese.enacting("大会") is None


def test_all_offences_of_a_broken_file_are_named() -> None:
    with pytest.raises(DataError) as caught:
        read_structure("xx.toml", 'function_words = "the"\ncolour = 1\nmonths = [["a"]]\norgans = 3')
    message = str(caught.value)
    assert all(word in message for word in ("colour", "function_words", "months", "organs", "missing key 'letters'"))


def test_what_is_no_toml_is_said_to_be_none() -> None:
    with pytest.raises(DataError, match="not TOML"):
        read_structure("xx.toml", "= 1")
