"""Words around references: the tables that ship are consistent, and every problem of a broken one is reported."""

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.dates import find_dates
from extract.language.forms import words
from extract.language.reference_table import ReferenceTable
from extract.language.references import References, languages, load_references
from extract.language.script import load_script
from extract.model.errors import DataError
from extract.model.tables import check_table
from extract.symbols.bodies import load_bodies


def _table(language: str) -> dict[str, Any]:
    file = resources.files("extract.language") / "data" / language / "references.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _lists(table: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of forms of a table, with its path; months are twelve lists."""
    for key, value in table.items():
        where = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from _lists(value, where)
        elif isinstance(value, list) and value and all(isinstance(item, list) for item in value):
            yield from ((where, [str(item) for item in inner]) for inner in value)
        elif isinstance(value, list):
            yield where, value


def test_the_six_official_languages_and_german_ship() -> None:
    assert languages() == ("ar", "de", "en", "es", "fr", "ru", "zh")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        load_references("tlh")


@pytest.mark.parametrize("language", languages())
def test_a_lexicon_that_ships_breaks_no_rule(language: str) -> None:
    assert _check(_table(language)) == []
    assert load_references(language).language == language


def test_a_lexicon_is_loaded_once() -> None:
    assert all(load_references(language) is load_references(language) for language in languages())


@pytest.mark.parametrize("language", languages())
def test_no_form_stands_twice_in_one_list(language: str) -> None:
    twice = [
        (path, form) for path, forms in _lists(_table(language)) for form in sorted(set(forms)) if forms.count(form) > 1
    ]
    assert twice == []


@pytest.mark.parametrize("language", languages())
def test_forms_are_plain_text_as_it_flows(language: str) -> None:
    forms = [form for _, forms in _lists(_table(language)) for form in forms if isinstance(form, str)]
    assert [form for form in forms if form != unicodedata.normalize("NFC", form)] == []
    assert [form for form in forms if "\n" in form or "\u00a0" in form or "’" in form] == []


@pytest.mark.parametrize("language", languages())
def test_every_body_of_a_lexicon_is_known(language: str) -> None:
    table = _table(language)
    assert set(table["bodies"]) <= set(load_bodies())
    assert {body for bodies in table["shorts"].values() for body in bodies} <= set(load_bodies())


@pytest.mark.parametrize(
    "body", ["general-assembly", "security-council", "economic-and-social-council", "human-rights-council"]
)
def test_the_principal_bodies_have_a_name_in_every_language(body: str) -> None:
    assert all(_table(language)["bodies"].get(body) for language in languages())


@pytest.mark.parametrize("language", languages())
def test_every_name_of_a_body_is_found_and_means_it(language: str) -> None:
    lexicon = load_references(language)
    for body, forms in _table(language)["bodies"].items():
        for form in (f.replace("~", ending) for f in forms for ending in ({"", "ой"} if "~" in f else {""})):
            assert lexicon.body.fullmatch(form), form
            assert lexicon.full(form) == body, form


@pytest.mark.parametrize("language", languages())
def test_every_noun_is_found_with_its_meaning(language: str) -> None:
    lexicon = load_references(language)
    for meaning, forms in _table(language)["nouns"].items():
        for form in forms:
            match = lexicon.noun.fullmatch(form)
            assert match is not None, form
            assert match.lastgroup == meaning


DATES = {
    "ar": "5 {} 2001", "en": "5 {} 2001", "es": "5 de {} de 2001", "fr": "5 {} 2001", "ru": "5 {} 2001 года",
    "zh": "2001年{}月5日", "de": "5. {} 2001",
}  # fmt: skip


@pytest.mark.parametrize("language", languages())
def test_a_date_of_every_month_is_read(language: str) -> None:
    lexicon = load_references(language)
    for number, names in enumerate(lexicon.dates.names, 1):
        for month in names:
            text = DATES[language].format(month)
            assert [token.iso for token in find_dates(text, lexicon)] == [f"2001-{number:02}-05"], text


def test_a_day_that_does_not_exist_is_no_date() -> None:
    english, chinese = load_references("en"), load_references("zh")
    assert find_dates("of 31 February 2001, of 29 February 2001, of 0 May 2001", english) == ()
    assert [token.iso for token in find_dates("of 29 February 2000", english)] == ["2000-02-29"]
    assert find_dates("2001年2月31日、2001年13月1日", chinese) == ()


def test_words_are_not_found_inside_other_words() -> None:
    pattern = load_references("en").noun
    assert [match.group() for match in pattern.finditer("irresolution resolutional resolution")] == ["resolution"]


def test_words_without_forms_match_nothing() -> None:
    assert words([]) == words([""]) == "(?!)"


def test_a_longer_form_wins_over_one_it_begins_with() -> None:
    found = load_references("en").body.match("United Nations Environment Assembly of the United Nations")
    assert found is not None
    assert found.group().startswith("United Nations Environment Assembly")


def _check(table: Mapping[str, Any]) -> list[str]:
    """What is wrong with a table."""
    try:
        check_table(ReferenceTable, table, name="references.toml")
    except DataError as error:
        return sorted(error.problems)
    return []


def test_every_key_that_is_missing_unknown_or_wrong_is_named() -> None:
    table = _table("en")
    del table["nouns"]["decision"], table["ibid"]
    table["nouns"]["verdict"] = ["verdict"]
    table["nouns"]["resolution"] = "resolution"
    table["extra"] = {}
    table["noun_side"] = "beside"
    table["dates"]["side"] = "above"
    table["dates"]["months"] = table["dates"]["months"][:11]
    assert _check(table) == [
        "dates.months: must have at least 12 items",
        "dates.side: must be 'before' or 'after'",
        "extra: unknown key",
        "ibid: missing key",
        "noun_side: must be 'before' or 'after'",
        "nouns.decision: missing key",
        "nouns.resolution: must be a list, not a string",
        "nouns.verdict: unknown key",
    ]


def test_names_that_contradict_one_another_are_named_together() -> None:
    table = _table("en")
    table["bodies"]["security-council"] = [*table["bodies"]["security-council"], "General Assembly"]
    table["shorts"]["the Choir"] = ["choir", "security-council"]
    table["conventions"]["choir"] = ["Convention on Choirs"]
    assert _check(table) == [
        "bodies.general-assembly: 'General Assembly' is listed more than once",
        "bodies.security-council: 'General Assembly' is listed more than once",
        "conventions.choir: not a body of [bodies]",
        "shorts.the Choir: 'choir' is not a body of [bodies]",
    ]


SECTIONS = {key for key, value in _table("en").items() if isinstance(value, dict)} - {"bodies", "shorts", "conventions"}
ENTRIES = sorted((section, key) for section in SECTIONS for key in _table("en")[section])
NAMES = st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12).filter(
    lambda name: all(name != key for _, key in ENTRIES)
)


@given(
    st.sampled_from(languages()),
    st.sets(st.sampled_from(ENTRIES), max_size=6),
    st.dictionaries(st.sampled_from(sorted(SECTIONS)), NAMES, max_size=4),
)
def test_any_missing_and_any_unknown_key_is_named(
    language: str, dropped: set[tuple[str, str]], added: dict[str, str]
) -> None:
    table = _table(language)
    for section, key in dropped:
        del table[section][key]
    for section, key in added.items():
        table[section][key] = []
    expected = [f"{section}.{key}: missing key" for section, key in dropped]
    expected += [f"{section}.{key}: unknown key" for section, key in added.items()]
    assert _check(table) == sorted(expected)


@given(st.lists(st.text(max_size=12), max_size=8), st.sampled_from(["", "وفبلك"]))
def test_any_forms_make_a_pattern_that_finds_no_empty_text(forms: list[str], prefixes: str) -> None:
    table = _table("en")
    table["present"]["words"] = forms
    references = References(check_table(ReferenceTable, table, name="references.toml"), load_script("en"))
    assert all(match.group() for match in references.present.finditer(" ".join(forms) + prefixes))
    assert isinstance(words(forms, prefixes=prefixes), str)
