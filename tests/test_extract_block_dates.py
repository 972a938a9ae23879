"""Dates of a block: each rule of where a date stands, with a text that it takes and one that it leaves."""

import pytest

from extract.language.dates import find_dates
from extract.language.references import load_references
from extract.mentions.block_dates import BlockDates


def dates(text: str, language: str) -> BlockDates:
    """The dates of a text."""
    lexicon = load_references(language)
    return BlockDates(text, find_dates(text, lexicon), lexicon)


def date_of(text: str, cited: str, language: str) -> str | None:
    """The date of what stands once in a text."""
    start = text.index(cited)
    return dates(text, language).of(start, start + len(cited))


@pytest.mark.parametrize(
    ("text", "cited", "language", "date"),
    [
        pytest.param("resolution 61/9 of 4 December 2006", "61/9", "en", "2006-12-04", id="of a date after it"),
        pytest.param(
            "resolution 61/9 and a letter of 4 December 2006", "61/9", "en", None, id="not of that of another text"
        ),
        pytest.param("the Pact of 4 May 1999", "Pact of 4 May 1999", "en", "1999-05-04", id="inside a title"),
        pytest.param(
            "the Pacts of 4 May 1999 and of 6 May 1999",
            "Pacts of 4 May 1999 and of 6 May 1999",
            "en",
            None,
            id="not where a title holds several",
        ),
        pytest.param("于2006年12月4日通过的《公约》", "公约", "zh", "2006-12-04", id="before a quoted title"),
        pytest.param("在2006年12月4日会议上讨论《公约》", "公约", "zh", None, id="not where other words divide them"),
        pytest.param(
            "the adoption on 7 July 2017 of the Pact", "Pact", "en", "2017-07-07", id="of the adoption of a title"
        ),
        pytest.param("the meeting on 7 July 2017 of the Pact", "Pact", "en", None, id="not of another event"),
        pytest.param(
            "the entry into force of the Pact on 22 January 2021", "Pact", "en", None, id="not of the entry into force"
        ),
    ],
)
def test_a_text_is_dated_by_its_own_date(text: str, cited: str, language: str, date: str | None) -> None:
    assert date_of(text, cited, language) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("the statement of 6 October 2006 (S/2006/9)", "2006-10-06", id="before the bracket"),
        pytest.param("the statement (S/2006/9) of 25 August 2006", "2006-08-25", id="after the bracket"),
        pytest.param("on 6 October 2006, in its statement (S/2006/9)", None, id="not in another phrase"),
        pytest.param("the statement of 6 October 2006, S/2006/9", None, id="not without a bracket"),
    ],
)
def test_a_symbol_in_brackets_has_the_date_of_its_noun_phrase(text: str, date: str | None) -> None:
    start = text.index("S/2006/9")
    assert dates(text, "en").of_bracketed(start, start + len("S/2006/9")) == date
