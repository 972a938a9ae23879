"""The structure of documents: shipped files load, broken ones name all their problems."""

from importlib import resources

import pytest

from extract.language.dates import find_dates
from extract.language.references import load_references
from extract.language.structure import load_structures, read_structure
from extract.model.errors import DataError


def test_the_structures_of_the_six_official_languages_and_german_ship() -> None:
    assert list(load_structures()) == ["ar", "de", "en", "es", "fr", "ru", "zh"]


@pytest.mark.parametrize("language", list(load_structures()))
def test_every_structure_knows_twelve_months_and_the_principal_organs(language: str) -> None:
    structure = load_structures()[language]
    assert set(structure.months.values()) == set(range(1, 13))
    assert {"General Assembly", "Security Council"} <= set(structure.formulas.values())


@pytest.mark.parametrize("language", list(load_structures()))
def test_every_month_is_read_in_every_form_of_a_date(language: str) -> None:
    structure = load_structures()[language]
    form = {"zh": "2020年{}月7日", "es": "7 de {} de 2020", "de": "7. {} 2020"}.get(language, "7 {} 2020")
    for name, number in structure.months.items():
        assert next(structure.find_dates(form.format(name))) == f"2020-{number:02}-07"


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert list(load_structures()["en"].find_dates("on 31 November 2020")) == []


def test_a_formula_needs_its_comma_where_it_is_a_bare_name() -> None:
    chinese = load_structures()["zh"]
    assert chinese.enacting("大会，") == "General Assembly"
    assert chinese.enacting("大会") is None


def test_every_problem_of_a_broken_file_is_named() -> None:
    source = 'function_words = "the"\ncolour = 1\norgans = 3\ndates = []'
    with pytest.raises(DataError) as caught:
        read_structure("en", source)
    assert caught.value.file == "language/data/en/structure.toml"
    assert {
        "function_words (line 1): must be a list, not a string",
        "colour (line 2): unknown key",
        "organs (line 3): must be a table, not an integer",
        "dates (line 4): must not be empty",
        "letters: missing key",
    } < set(caught.value.problems)


def test_form_of_a_date_without_its_year_is_named() -> None:
    file = resources.files("extract.language") / "data/en/structure.toml"
    source = file.read_text(encoding="utf-8").replace('"{day} {month} {year}"', '"{day} {month}"')
    with pytest.raises(DataError, match=r"dates \(line \d+\): '\{day\} \{month\}' must contain \{year\}"):
        read_structure("en", source)


def test_what_is_not_toml_is_refused() -> None:
    with pytest.raises(DataError, match="not TOML"):
        read_structure("en", "= 1")


@pytest.mark.parametrize("year", [1900, 2000, 2001, 2004])
def test_leap_day_is_read_alike_in_headings_and_in_running_text(year: int) -> None:
    text = f"29 February {year}"
    leap = year in {2000, 2004}
    assert list(load_structures()["en"].find_dates(text)) == ([f"{year}-02-29"] if leap else [])
    assert [token.iso for token in find_dates(text, load_references("en"))] == ([f"{year}-02-29"] if leap else [])
