"""Where clauses may begin is found without one pattern for all, and first words tell where no verb can stand."""

from dataclasses import replace

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extract.language.references import languages
from extract.language.verb_finder import find_verbs
from extract.language.verbs import load_verbs

_PIECES = st.sampled_from([
    ", ", " ", "  ", "(a) ", "12. ", "and ", "y ", "et ", "и ", "و", "وال", "、", "以及", "“",
    "the General Assembly ", "; ", "Генеральная Ассамблея ", "—", "x", "-", "，并", "和", "\n", "الجمعية العامة ",
    " و", "(", ")", "1.", "AND", "ſ", "\x1c", "Recalling ", "also ", "reaffirms ", "Решает ", "ссылаясь на ",
    "rappelant ", "Décide ", "重申", "决定", "وإذ تشير إلى ", "تقرر ", "bearing in mind ",
    "taking note with appreciation of ", "the Council ", "at its 12th meeting ", "requests ",
    "in accordance with ", "pursuant to ", "conformément à ", "d'", "en virtud de ", "во исполнение ", "وفقا ل", "根据",
    "pursuant-",
])  # fmt: skip
_TEXTS = st.lists(_PIECES, max_size=16).map("".join)


class _Anything(frozenset[str]):
    def __contains__(self, _word: object) -> bool:
        return True


@pytest.mark.parametrize("language", languages())
@given(text=_TEXTS)
def test_openings_are_those_of_the_pattern(language: str, text: str) -> None:
    verbs = load_verbs(language)
    pattern = regex.compile(verbs.openings.pattern, regex.V1 | regex.IGNORECASE)
    assert [*verbs.openings.find(text)] == [(found.end(), found["lead"]) for found in pattern.finditer(text)]


@pytest.mark.parametrize("language", languages())
@given(text=_TEXTS)
def test_no_verb_is_lost_where_the_first_word_is_looked_at_first(language: str, text: str) -> None:
    verbs = load_verbs(language)
    assert find_verbs(text, verbs) == find_verbs(text, replace(verbs, heads=_Anything()))


@pytest.mark.parametrize("language", languages())
@given(text=_TEXTS)
def test_first_words_are_found_without_a_look_at_each_word(language: str, text: str) -> None:
    verbs = load_verbs(language)
    bases = verbs.bases
    found, by_word = (
        [at for at in bases.words(each, verbs.clitics) if at < len(text) and bases.match(text, at)]
        for each in (text, f"{text} \u0301")  # a mark on a letter: each word is looked at
    )
    assert found == by_word
