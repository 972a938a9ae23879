"""Patterns tried only where their words stand find what they find when tried everywhere."""

import sys

import regex
from hypothesis import given
from hypothesis import strategies as st

from extract.language.anchored import FOLDED, Anchored, Forms, Holding
from extract.language.dates import find_dates
from extract.language.finders import finders
from extract.language.forms import words
from extract.language.phrasebook import Phrasebook
from extract.language.references import languages, load_references
from extract.mentions.own_dates import own_dates
from extract.mentions.pinpoint import PinpointFinder

_PIECES = st.sampled_from([
    "Resolution", "resoluciones", "ﬁle", "FILE", "fi", "ſ", "İ", "1540 (2004)", "of", "the", " ", "-", "12 May 2004",
    "paragraph 4", "Общего", "и", "وقرارها", "决议", "第12号", "General Assembly", "its", "S-10/2", "Ⅳ", "ß", "\u0301",
    "article 5", "статьи 6", "第五条", "المادة 5", ", ",
    "31.12.2004", "2004-05-12", "1998年", "5月", "12日", "5 de mayo de ", "1er mai 1876", "12 мая ",
    "2010 года", "12/5/",
])  # fmt: skip
_EVERY_LETTER = "abcdefghijklmnopqrstuvwxyzàâçèéêëîïôöùûüñœабвгдежзийклмнопрстуфхцчшщъыьэюяё"


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_what_is_found_is_the_same(text: str) -> None:
    for language in languages():
        found = finders(load_references(language))
        for name in found.__slots__:
            anchored = getattr(found, name)
            spans = [match.span() for match in anchored.finditer(text)]
            assert spans == [match.span() for match in anchored.pattern.finditer(text)], (language, name)


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_articles_are_found_without_the_other_pinpoints(text: str) -> None:
    for language in languages():
        alone, after = (PinpointFinder(text, load_references(language), written=lambda a, b: text[a:b]) for _ in "ab")
        assert alone.articles == tuple(pin for pin in after.found if pin.article)
        assert after.articles == alone.articles


def test_dates_of_other_events_are_told_by_the_words_before_them() -> None:
    for text, least in (
        ("held at Kuala Lumpur on 24 and 25 May 2004", 0), ("from 3 May 2004 to 5 May 2004", 0), ("on 3-5 May 2004", 0),
        ("adopted on 5 May 2004", 1), ("the year ended 31 December 2004", 0), ("ﬁve: meeting held on 5 May 2004", 0),
    ):  # fmt: skip
        lexicon = load_references("en")
        assert len(own_dates(text, find_dates(text, lexicon), lexicon)) == least, text


def test_a_ligature_and_a_long_s_are_letters_where_case_does_not_matter() -> None:
    anchored = Anchored(regex.compile(words(["file", "session"]), regex.V1 | regex.IGNORECASE), ["file", "session"])
    assert [match.group() for match in anchored.finditer("a ﬁle, a ſession, a File")] == ["ﬁle", "ſession", "File"]


def test_every_sign_that_equals_a_letter_and_has_another_small_form_is_known() -> None:
    signs = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))
    for letter in _EVERY_LETTER:
        equal = regex.findall(letter, signs, regex.V1 | regex.IGNORECASE)
        begins = [sign for sign in signs if len(sign.casefold()) > 1 and sign.casefold()[0] == letter]
        assert {sign for sign in (*equal, *begins) if sign.lower() != letter} <= {*FOLDED, *"ŉΐΰև"}, letter


def test_matches_that_only_hold_a_form_are_found_from_their_beginning() -> None:
    anchored = Holding(regex.compile(r"the \w+ Treaty"), ["Treaty"])
    assert [match.group() for match in anchored.finditer("the old Treaty, the new Treaty")] == [
        "the old Treaty", "the new Treaty",
    ]  # fmt: skip
    assert not list(anchored.finditer("the old Pact"))


def test_matches_that_hold_a_form_are_tried_where_what_they_open_with_stands() -> None:
    pattern = regex.compile(r"(?i:the|this) (?:\d{4} )?Treaty")
    text = "The Treaty, this 1954 Treaty, a Treaty, the Pact; the other"
    held = Holding(pattern, ["Treaty"], opening=["the", "this"])
    assert [match.span() for match in held.finditer(text)] == [match.span() for match in pattern.finditer(text)]


def test_a_pattern_is_not_tried_without_what_all_its_matches_hold() -> None:
    pattern = regex.compile(r"(?:[A-Z]\w+ ){0,2}?Treaty on \w+")
    held = Holding(pattern, ["Treaty"], core=regex.compile("Treaty on"))
    for text in ("The New Treaty on Peace and a Treaty on Trade", "the Treaty of Peace", "the Treaty"):
        assert [match.span() for match in held.finditer(text)] == [match.span() for match in pattern.finditer(text)]


def test_bounded_forms_begin_no_match_within_a_word() -> None:
    forms = Forms(["ga", "eca"], bounded=True)
    assert forms.places("GA and ECA, an organization, because") == [0, 7]
    assert Forms(["ga"]).places("an organization") == [5]


def test_phrases_are_found_whatever_parts_their_words() -> None:
    book = Phrasebook.of([("in accordance with", 1), ("under", 2), ("d'accord avec", 3)], spaced=True)
    for text, starts in (
        ("In accordance with it, under it, in the end", [0, 23]), ("in  accordance with it", [0]),
        ("in\u2003accordance with it", [0]), ("d'accord avec, in the", [0]),
    ):  # fmt: skip
        found = [start for start in book.words(text, ()) if book.match(text, start)]
        assert found == starts, text


def test_a_form_that_may_begin_with_anything_is_sought_everywhere() -> None:
    anchored = Anchored(regex.compile(words(["~ V"]), regex.V1), ["~ V"])
    assert [match.group() for match in anchored.finditer("in Part V")] == ["Part V"]


def test_pinpoints_of_every_language_begin_with_their_words() -> None:
    written = {"en": "paragraph 4", "fr": "paragraphe 4", "es": "párrafo 4", "ru": "пункт 4", "zh": "第4段"}
    for language, text in written.items():
        finder = PinpointFinder(text, load_references(language), written=lambda a, b: f"{a}-{b}")
        assert [pin.text for pin in finder.found] == [f"0-{len(text)}"]


def test_a_pattern_that_comes_later_is_sought_in_texts_known_before() -> None:
    text = "Recalls the Pact and welcomes the Treaty."
    first = Anchored(regex.compile("Pact"), ["Pact"], among="one group")
    assert [match.start() for match in first.finditer(text)] == [12]
    second = Anchored(regex.compile("Treaty|Pact"), ["Treaty", "Pact"], among="one group")
    for _ in range(2):
        assert [match.start() for match in second.finditer(text)] == [12, 34]
        assert [match.start() for match in first.finditer(text)] == [12]
    assert [match.start() for match in second.finditer("The Treaty.")] == [4]
