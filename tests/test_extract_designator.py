"""Printed numbers: every form in every language reads back, and what only looks like one is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.references import languages, load_references
from extract.numbers.designators import find_designators
from extract.symbols.number import Designator
from extract.text.numerals import to_roman

LATIN = [language for language in languages() if language != "ar"]


def _one(text: str, language: str) -> Designator:
    found = find_designators(text, load_references(language))
    assert len(found) == 1, text
    return found[0]


def _read(text: str, language: str = "en") -> list[tuple[str, str, int, str]]:
    return [(d.form, d.session, d.number, d.letter) for d in find_designators(text, load_references(language))]


def _own(language: str, *, emergency: bool) -> str:
    """The language's own first prefix of special or emergency sessions."""
    numbers = load_references(language).numbers
    return (numbers.emergency if emergency else numbers.special)[0]


def _named(kind: str, session: int) -> str:
    """A session as symbols name it: the first two special ones in digits (S-2), the others in roman numerals."""
    return f"S-{session}" if kind == "S-" and session <= 2 else f"{kind}{to_roman(session)}"


numbers = st.integers(1, 9999)
letters = st.sampled_from(["", "A", "B", "X"])
blanks = st.sampled_from(["", " "])


@given(st.sampled_from(languages()), st.integers(1, 110), numbers)
def test_a_session_and_a_number_read_back(language: str, session: int, number: int) -> None:
    found = _one(f"{session}/{number}", language)
    assert (found.form, found.session, found.ordinal, found.number) == ("slash", str(session), session, number)


@given(st.sampled_from(LATIN), st.integers(1, 110), numbers, st.sampled_from(["A", "B", "L"]), blanks)
def test_a_letter_behind_a_number_reads_back(language: str, session: int, number: int, letter: str, gap: str) -> None:
    found = _one(f"{session}/{number}{gap}{letter}", language)
    assert (found.session, found.number, found.letter) == (str(session), number, letter)


@given(st.sampled_from(languages()), st.integers(1946, 2049), st.integers(1, 399))
def test_a_year_before_the_slash_makes_an_annual_number(language: str, year: int, number: int) -> None:
    found = _one(f"{year}/{number}", language)
    assert (found.form, found.session, found.number) == ("annual", str(year), number)


@given(st.sampled_from(languages()), st.integers(1946, 2049), numbers, blanks)
def test_a_year_in_brackets_reads_back(language: str, year: int, number: int, gap: str) -> None:
    found = _one(f"{number}{gap}({year})", language)
    assert (found.form, found.session, found.ordinal, found.number) == ("year", str(year), year, number)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("emergency", [False, True])
def test_special_sessions_read_back_in_the_prefix_of_the_language(language: str, emergency: bool) -> None:  # noqa: FBT001  # a parameter of the test
    for session in range(1, 41):
        found = _one(f"{_own(language, emergency=emergency)}{session}/2", language)
        assert (found.form, found.session, found.ordinal) == (
            "special",
            f"{'ES' if emergency else 'S'}-{session}",
            session,
        )


@pytest.mark.parametrize("language", LATIN)
def test_every_roman_session_reads_back(language: str) -> None:
    for session in range(1, 100):  # the last one written so was LXIII
        found = _one(f"1514 ({to_roman(session)})", language)
        assert (found.form, found.session, found.ordinal) == ("roman", to_roman(session), session)


@given(st.sampled_from(LATIN), numbers, letters, st.integers(1, 63), st.sampled_from(["", "S-", "ES-"]), blanks, blanks)
def test_a_letter_before_a_roman_session_reads_back(  # noqa: PLR0913, PLR0917  # the parts of a number
    language: str, number: int, letter: str, session: int, kind: str, before: str, behind: str
) -> None:
    found = _one(f"{number}{before if letter else ''}{letter}{behind}({kind}{to_roman(session)})", language)
    assert (found.number, found.letter, found.session) == (number, letter, _named(kind, session))


@given(numbers, st.integers(1, 63), st.sampled_from([("د", ""), ("دإ", "S-"), ("دإط", "ES-")]))
def test_sessions_in_digits_behind_the_prefix_of_the_language_become_roman(
    number: int, session: int, prefix: tuple[str, str]
) -> None:
    written, kind = prefix
    found = _one(f"{number} ({written}-{session})", "ar")
    assert (found.form, found.session, found.ordinal, found.number) == (
        "roman",
        _named(kind, session),
        session,
        number,
    )


def test_every_letter_of_the_language_reads_as_a_latin_one() -> None:
    for written, latin in load_references("ar").numbers.letters:
        assert _read(f"57/283 {written}", "ar") == [("slash", "57", 283, latin)]
        assert _read(f"217 {written} (د-3)", "ar") == [("roman", "III", 217, latin)]


@pytest.mark.parametrize("capital", "АВСЕНКМОРТХ")
def test_cyrillic_capitals_are_the_latin_ones_they_look_like(capital: str) -> None:
    latin = dict(zip("АВСЕНКМОРТХ", "ABCEHKMOPTX", strict=True))[capital]
    assert _read(f"217 {capital} (III)", "ru") == [("roman", "III", 217, latin)]
    assert _read("2625 (ХХV)", "ru") == [("roman", "XXV", 2625, "")]


def test_several_letters_are_several_numbers() -> None:
    assert _read("31/6 A, B and C") == [("slash", "31", 6, letter) for letter in "ABC"]
    assert _read("第31/6 A和B号", "zh") == [("slash", "31", 6, letter) for letter in "AB"]


@pytest.mark.parametrize("written", ["74/92 A-B", "74/92 A–B", "74/92 A to B"])
def test_a_range_of_letters_is_one_number(written: str) -> None:
    assert _read(written) == [("slash", "74", 92, "A-B")]


@pytest.mark.parametrize(
    ("text", "number", "letter", "session"),
    [
        ("第一㈠号决议", 1, "", "I"),
        ("第二一七A㈢号决议", 217, "A", "III"),
        ("第一五一四(十五)号决议", 1514, "", "XV"),
        ("第2997(二十七)号决议", 2997, "", "XXVII"),
        ("第377A⑸号决议", 377, "A", "V"),
        ("第217A(Ⅲ)号决议", 217, "A", "III"),
    ],
)
def test_chinese_numerals_and_circled_sessions_are_the_numbers_they_mean(
    text: str, number: int, letter: str, session: str
) -> None:
    assert _read(text, "zh") == [("roman", session, number, letter)]


@pytest.mark.parametrize("dash", ["-", " - ", "–", " ", ""])
def test_a_session_in_digits_stands_behind_any_dash_or_none(dash: str) -> None:
    if dash:
        assert _read(f"2200 ألف (د{dash}21)", "ar") == [("roman", "XXI", 2200, "A")]
    else:
        assert _read("2200 ألف (21)", "ar") == []


def test_a_number_of_a_year_behind_a_slash_is_a_councils() -> None:
    assert _read("1325/2000") == [("year", "2000", 1325, "")]
    assert _read("2010/2011") == [("annual", "2010", 2011, "")]


def test_a_session_in_roman_numerals_before_the_slash_is_a_meeting() -> None:
    assert _read("decision VII/28") == [("meeting", "VII", 28, "")]
    assert _read("part II/3rd") == []


def test_the_place_of_a_number_has_its_letter_and_leaves_the_words_around_it_out() -> None:
    text = "其第 217 A (III) 号决议"
    found = _one(text, "zh")
    assert text[found.start : found.end] == "217 A (III)"
    assert text[slice(*found.outer)] == "第 217 A (III) 号"


@pytest.mark.parametrize(
    "text",
    [
        "A/61/74",
        "61/74/5",
        "2001/2/3",
        "1.5/7",
        "100,000/5",
        "0/5",
        "5/0",
        "and/or",
        "a61/74",
        "61/74.5",
        "(2006)",
        "1718 (1899)",
        "1718 (2106)",
        "1718 [2006]",
        "12345/6",
        "1/23456",
        "S-/2",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert _read(text) == []


@given(st.sampled_from(languages()), st.text("0123456789/-ABIVX()S E,、第号", max_size=60))
def test_numbers_stand_in_order_within_the_text(language: str, text: str) -> None:
    found = find_designators(text, load_references(language))
    for d in found:
        assert 0 <= d.outer[0] <= d.start < d.end <= d.outer[1] <= len(text)
        assert d.number > 0
        assert d.session
    assert [d.start for d in found] == sorted(d.start for d in found)


def test_a_session_written_digit_by_digit_in_chinese_numerals_is_read() -> None:
    assert _one("第217(一二)号决议", "zh").session == "XII"
