"""Lexicons: what ships is sound and alike in every language, and a broken table is told of in full."""

import copy
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.dates import find_dates
from extract.language.references import SCHEMA, _compile, _offences, languages, load_lexicon, words
from extract.model.errors import DataError
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


def test_the_six_languages_ship() -> None:
    assert languages() == ("ar", "en", "es", "fr", "ru", "zh")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        load_lexicon("tlh")


@pytest.mark.parametrize("language", languages())
def test_a_lexicon_that_ships_breaks_no_rule(language: str) -> None:
    assert _offences(_table(language)) == []
    assert load_lexicon(language).language == language


def test_a_lexicon_is_loaded_once() -> None:
    assert all(load_lexicon(language) is load_lexicon(language) for language in languages())


def test_all_lexicons_have_the_same_keys() -> None:
    tables = [_table(language) for language in languages()]
    for section, keys in SCHEMA.items():
        assert {frozenset(table[section]) for table in tables} == {frozenset(keys)}
    assert len({frozenset(table) for table in tables}) == 1


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
    lexicon = load_lexicon(language)
    for body, forms in _table(language)["bodies"].items():
        for form in (f.replace("~", ending) for f in forms for ending in ({"", "ой"} if "~" in f else {""})):
            assert lexicon.body.fullmatch(form), form
            assert lexicon.full(form) == body, form


@pytest.mark.parametrize("language", languages())
def test_every_noun_is_found_with_its_meaning(language: str) -> None:
    lexicon = load_lexicon(language)
    for meaning, forms in _table(language)["nouns"].items():
        for form in forms:
            match = lexicon.noun.fullmatch(form)
            assert match is not None, form
            assert match.lastgroup == meaning


DATES = {
    "ar": "5 {} 2001", "en": "5 {} 2001", "es": "5 de {} de 2001", "fr": "5 {} 2001", "ru": "5 {} 2001 года",
    "zh": "2001年{}5日",
}  # fmt: skip


@pytest.mark.parametrize("language", languages())
def test_a_date_of_every_month_is_read(language: str) -> None:
    lexicon = load_lexicon(language)
    for number, names in enumerate(_table(language)["dates"]["months"], 1):
        for month in names:
            text = DATES[language].format(month)
            assert [token.iso for token in find_dates(text, lexicon)] == [f"2001-{number:02}-05"], text


def test_a_day_that_does_not_exist_is_no_date() -> None:
    english, chinese = load_lexicon("en"), load_lexicon("zh")
    assert find_dates("of 31 February 2001, of 29 February 2001, of 0 May 2001", english) == ()
    assert [token.iso for token in find_dates("of 29 February 2000", english)] == ["2000-02-29"]
    assert find_dates("2001年2月31日、2001年13月1日", chinese) == ()


def test_words_are_not_found_inside_other_words() -> None:
    pattern = load_lexicon("en").noun
    assert [match.group() for match in pattern.finditer("irresolution resolutional resolution")] == ["resolution"]


def test_words_without_forms_match_nothing() -> None:
    assert words([]) == words([""]) == "(?!)"


def test_a_longer_form_wins_over_one_it_begins_with() -> None:
    found = load_lexicon("en").body.match("United Nations Environment Assembly of the United Nations")
    assert found is not None
    assert found.group().startswith("United Nations Environment Assembly")


def test_every_offence_is_named() -> None:
    table = _table("en")
    del table["nouns"]["decision"], table["ibid"]
    table["nouns"]["verdict"] = ["verdict"]
    table["extra"] = {}
    table["noun_side"] = "beside"
    assert sorted(_offences(table)) == sorted(
        [
            "[nouns] misses 'decision'",
            "missing section [ibid]",
            "[ibid] misses 'words'",
            "[nouns] does not know 'verdict'",
            "unknown section or key 'extra'",
            "noun_side must be 'before' or 'after'",
        ]
    )


def test_offences_of_content_are_named_together() -> None:
    table = _table("en")
    table["dates"]["months"] = table["dates"]["months"][:11]
    table["dates"]["side"] = "above"
    table["bodies"]["security-council"] = [*table["bodies"]["security-council"], "General Assembly"]
    table["shorts"]["the Choir"] = ["choir", "security-council"]
    assert sorted(_offences(table)) == sorted(
        [
            "[dates] months must be twelve lists",
            "[dates] side must be 'before' or 'after'",
            "[bodies] form 'General Assembly' stands twice",
            "[shorts] 'the Choir' names unknown body 'choir'",
        ]
    )


ENTRIES = sorted((section, key) for section, keys in SCHEMA.items() for key in keys)
NAMES = st.text(st.characters(categories=["Ll"]), min_size=1, max_size=12).filter(
    lambda name: all(name != key for _, key in ENTRIES)
)


@given(
    st.sampled_from(languages()),
    st.sets(st.sampled_from(ENTRIES), max_size=6),
    st.dictionaries(st.sampled_from(sorted(SCHEMA)), NAMES, max_size=4),
)
def test_each_key_that_misses_and_each_that_is_unknown_is_named(
    language: str, dropped: set[tuple[str, str]], added: dict[str, str]
) -> None:
    table = copy.deepcopy(dict(load_lexicon(language).table))
    for section, key in dropped:
        del table[section][key]
    for section, key in added.items():
        table[section][key] = []
    expected = [f"[{section}] misses {key!r}" for section, key in dropped]
    expected += [f"[{section}] does not know {key!r}" for section, key in added.items()]
    assert sorted(_offences(table)) == sorted(expected)


@given(st.lists(st.text(max_size=12), max_size=8), st.sampled_from(["", "وفبلك"]))
def test_any_forms_make_a_pattern_that_finds_no_empty_text(forms: list[str], prefixes: str) -> None:
    table = copy.deepcopy(dict(load_lexicon("en").table))
    table["present"]["words"] = forms
    pattern = _compile(table).present
    assert all(match.group() for match in pattern.finditer(" ".join(forms) + prefixes))
    assert isinstance(words(forms, prefixes=prefixes), str)


def test_a_file_that_is_no_toml_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise tomllib.TOMLDecodeError("unfinished")

    monkeypatch.setattr("extract.language.references.tomllib.loads", broken)
    with pytest.raises(DataError) as caught:
        load_lexicon.__wrapped__("en")
    assert (caught.value.file, caught.value.offences) == ("language/data/en/references.toml", ["unfinished"])
