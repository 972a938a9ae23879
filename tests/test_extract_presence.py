"""A text without the words of a title is told without being folded, and no title is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.references import languages
from extract.language.titles import load_titles
from extract.registry.folding import Folding
from extract.registry.gazetteer import gazetteer
from extract.registry.presence import Presence
from extract.registry.registry import Instrument, Treaty, load_registry

_PIECES = st.sampled_from([
    "Convention", "CONVENTION", "l'Œuvre", "Straße", "ﬁles", "ſea", "İzmir", "Traités", "конвенциями", "Всё",
    "الاتفاقيات", "ئؤى", "ة", "公约以及", "关于", "的", "公约", "Programmes", "organisation", "Überprüfungskonferenzen",
    "of", "the", "2000", "and", "2010", " ", ", ", ". ", "del ", "aux ", "\u0301",
])  # fmt: skip
_ALPHABETS = [*range(0x41, 0x700), *range(0x1C80, 0x1CC0), *range(0x1E00, 0x2200), *range(0xFB00, 0xFF60)]


def _titles(language: str) -> list[str]:
    registry, lexicon = load_registry(), load_titles(language)
    entries: list[Treaty | Instrument] = [*registry.treaties.values(), *registry.instruments.values()]
    titles = [title for entry in entries for title in (*entry.titles.get(language, ()), *entry.short.get(language, ()))]
    return [*(title for title, _ in lexicon.groups), *lexicon.thereto, *lexicon.pairs, *lexicon.sole, *titles]


def _presence(language: str, words: list[str]) -> Presence:
    lexicon = load_titles(language)
    return Presence([words], lexicon, spellings=[Folding(lexicon).spellings])


@pytest.mark.parametrize("language", languages())
@given(text=st.lists(_PIECES, min_size=1, max_size=12).map("".join), first=st.integers(0, 3), last=st.integers(4, 12))
def test_the_words_of_a_text_may_stand_in_it(language: str, text: str, first: int, last: int) -> None:
    words = Folding(load_titles(language)).fold(text).words[first:last]
    assert not words or _presence(language, words).may_hold(text)


@pytest.mark.parametrize("language", languages())
def test_every_letter_of_a_title_is_found_as_it_is_folded(language: str) -> None:
    folding = Folding(load_titles(language))
    letters = {letter for title in _titles(language) for word in folding.fold(title).words for letter in word}
    for sign in map(chr, _ALPHABETS):
        text = f"ab{sign}cd"
        words = folding.fold(text).words
        if words and letters.issuperset("".join(words)):
            assert _presence(language, words).may_hold(text), hex(ord(sign))


@pytest.mark.parametrize("language", languages())
def test_a_title_of_the_registry_is_never_passed_over(language: str) -> None:
    found, titles = gazetteer(load_registry(), language=language), _titles(language)
    for title in titles[:: max(1, len(titles) // 400)]:
        for text in (title, title.upper(), f"({title}),", f"x {title.lower()} x"):
            assert found.may_hold(text), text


def test_a_title_needs_all_its_words() -> None:
    presence = _presence("en", ["treaty", "on", "the", "sea"])
    assert presence.may_hold("The Treaty is on the seas.")
    assert not presence.may_hold("The treaty is on the lakes.")
    assert not presence.may_hold("")


def test_several_years_are_of_one_title() -> None:
    found = gazetteer(load_registry(), language="en")
    text = "the Final Documents of the 2000 and 2010 Review Conferences"
    assert found.may_hold(text) == bool(found.find(text))
