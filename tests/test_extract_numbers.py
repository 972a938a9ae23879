"""Numbers with their noun, body and date, and the symbol that follows from them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.references import languages, load_references
from extract.model.span import Span
from extract.numbers.decide import decide
from extract.numbers.designators import find_designators
from extract.numbers.finder import NumberFinder
from extract.numbers.mention import NumberMention
from extract.symbols.bodies import Noun, by_name, default_body, load_bodies
from extract.symbols.number import Designator

ASSEMBLY, COUNCIL = "general-assembly", "security-council"
ECOSOC, RIGHTS = "economic-and-social-council", "human-rights-council"


def _mentions(text: str, *, language: str = "en", adopting: str | None = ASSEMBLY) -> tuple[NumberMention, ...]:
    return NumberFinder(load_references(language), adopting=adopting).find(text)


def _targets(
    text: str, *, language: str = "en", adopting: str | None = ASSEMBLY, until: int | None = None
) -> list[str]:
    """Symbols of the numbers of a sentence; the reason in brackets where there is none."""
    decided = [decide(m, adopting=adopting, until=until) for m in _mentions(text, language=language, adopting=adopting)]
    return [d.symbol or f"[{d.reason}]" for d in decided if d.symbol or d.reason]


def _number(text: str) -> Designator:
    (found,) = find_designators(text, load_references("en"))
    return found


def test_each_member_of_a_list_has_the_noun_and_its_own_date() -> None:
    found = _mentions("Recalling its resolutions 61/74 of 6 December 2006, 62/37 on ferries and its decision 74/565")
    assert [m.noun for m in found] == ["resolution", "resolution", "decision"]
    assert [m.date for m in found] == ["2006-12-06", None, None]
    assert [m.bodies[:1] for m in found] == [(ASSEMBLY,)] * 3


def test_where_the_noun_stands_behind_it_is_for_all_before_it() -> None:
    found = _mentions("回顾其2006年12月6日第61/74号和2007年12月5日第62/37号决议以及第74/565号决定，", language="zh")
    assert [m.noun for m in found] == ["resolution", "resolution", "decision"]
    assert [m.date for m in found] == ["2006-12-06", "2007-12-05", None]


def test_a_quote_takes_its_noun_in_where_they_touch() -> None:
    text = "Recalling resolutions 61/74 and 62/37"
    assert [text[m.start : m.end] for m in _mentions(text)] == ["resolutions 61/74", "62/37"]
    text = "回顾第61/74号和第62/37号决议"
    assert [text[m.start : m.end] for m in _mentions(text, language="zh")] == ["第61/74号", "第62/37号决议"]


def test_a_body_holds_until_another_is_named() -> None:
    text = "Recalling Security Council resolutions 1325 (2000) and 1820 (2008) and General Assembly resolution 61/143,"
    assert [m.bodies[0] for m in _mentions(text)] == [COUNCIL, COUNCIL, ASSEMBLY]


def test_a_short_name_is_the_body_named_last() -> None:
    finder = NumberFinder(load_references("en"), adopting=ASSEMBLY)
    finder.find("Recalling Human Rights Council resolution 16/18,")
    (later,) = finder.find("Recalling also Council resolution 17/4,")
    assert later.bodies[0] == RIGHTS


def test_what_a_symbol_has_taken_is_no_number() -> None:
    text = "resolution 61/74"
    finder = NumberFinder(load_references("en"), adopting=ASSEMBLY)
    assert finder.find(text, taken=[Span(0, len(text))]) == ()
    assert len(finder.find(text)) == 1


def test_a_date_alone_names_a_resolution() -> None:
    finder = NumberFinder(load_references("en"), adopting=COUNCIL)
    text = "Recalling its resolution of 17 April 1948 and resolution 61/74 of 6 December 2006,"
    (found,) = finder.dated(text, taken=[Span(text.index("resolution 61"), len(text))])
    assert (found.noun, found.date, text[found.start : found.end]) == (
        "resolution",
        "1948-04-17",
        "resolution of 17 April 1948",
    )


@pytest.mark.parametrize(
    ("text", "adopting", "target"),
    [
        ("its resolution 5/1", RIGHTS, "A/HRC/RES/5/1"),
        ("its resolution 61/74", ASSEMBLY, "A/RES/61/74"),
        ("its resolution 2005/20", ECOSOC, "E/RES/2005/20"),
        ("its resolution 1540 (2004)", COUNCIL, "S/RES/1540(2004)"),
        ("its resolution S-16/1", RIGHTS, "A/HRC/RES/S-16/1"),
        ("its resolution S-10/2", ASSEMBLY, "A/RES/S-10/2"),
        ("its decision 2005/201", ECOSOC, "E/DEC/2005/201"),
        ("its decision 74/565", ASSEMBLY, "A/DEC/74/565"),
        ("its resolution 1503 (XLVIII)", ECOSOC, "E/RES/1503(XLVIII)"),
        ("resolution 217 A (III)", RIGHTS, "A/RES/217A(III)"),
        ("resolution 60/251 of 15 March 2006", RIGHTS, "A/RES/60/251"),
        ("resolution 2004/15 of the Commission on Human Rights", ASSEMBLY, "E/CN.4/RES/2004/15"),
        ("resolution 1373 (2001)", None, "S/RES/1373(2001)"),
        ("resolution 1996/31", None, "E/RES/1996/31"),
        ("resolution ES-10/15", None, "A/RES/ES-10/15"),
    ],
)
def test_the_body_decides_the_symbol(text: str, adopting: str | None, target: str) -> None:
    assert _targets(text, adopting=adopting) == [target]


def test_a_body_without_symbols_leaves_its_number_with_the_reason() -> None:
    (reason,) = _targets("resolution 49/7 of the Governing Council of the United Nations Environment Programme")
    assert reason.startswith("[resolution 49/7 of the Governing Council")


def test_a_functional_commission_has_its_number_only_where_it_is_named_with_it() -> None:
    named = "resolution 49/7 of the Commission on the Status of Women"
    assert _targets(named) == ["E/CN.6/RES/49/7"]
    (mention,) = _mentions(named)
    assert decide(mention, adopting=ASSEMBLY)[2] == "inferred"
    assert _targets(named, until=2004) == [f"[{named}: its resolutions have no symbol]"]
    assert not _targets("the report of the Commission on the Status of Women, and resolution 60/7")[0].startswith("E/")


def test_a_number_that_no_body_can_have_stays_with_the_reason() -> None:
    assert _targets("resolution 9/999", adopting=COUNCIL) == [
        "[resolution 9/999: the text names no body that numbers so]"
    ]


def test_a_text_cites_no_session_that_had_not_begun() -> None:
    assert _targets("resolution 75/1", adopting=ASSEMBLY, until=1990) != ["A/RES/75/1"]
    assert _targets("resolution 75/1", adopting=ASSEMBLY, until=2021) == ["A/RES/75/1"]


def test_a_number_without_a_noun_must_speak_for_itself() -> None:
    assert _targets("under 1718 (2006) and 1874 (2009)") == ["S/RES/1718(2006)", "S/RES/1874(2009)"]
    assert _targets("some 1718 (2016) of them, 3/4 of the votes and 61/74") == []
    assert _targets("the principles of 217 A (III)") == ["A/RES/217A(III)"]


def test_a_year_counts_the_numbers_of_a_body_that_numbers_through() -> None:
    council = load_bodies()[COUNCIL]
    assert [council.usual_year(number) for number in (1, 15, 16, 242, 1718, council.lasts[-1])] == [
        1946, 1946, 1947, 1967, 2006, 2026,
    ]  # fmt: skip
    assert council.usual_year(council.lasts[-1] + 1) is None
    assert load_bodies()[ASSEMBLY].usual_year(1) is None
    assert list(council.lasts) == sorted(council.lasts)


def test_a_session_admits_the_years_in_which_it_met() -> None:
    assembly = load_bodies()[ASSEMBLY]
    admitted = [year for year in range(2000, 2012) if assembly.admits(_number("61/74"), f"{year}-07-01")]
    assert admitted == [2007]
    assert [d for d in ("2006-08-20", "2006-10-01", "2007-10-20") if assembly.admits(_number("61/74"), d)] == [
        "2006-10-01"
    ]
    assert not assembly.admits(_number("16/18"), None)
    assert not assembly.admits(_number("1718 (2006)"), None)
    assert assembly.admits(_number("1514 (XV)"), None)
    assert not assembly.admits(_number("1514 (XXXI)"), None)


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("1718 (2006)", COUNCIL),
        ("2005/20", ECOSOC),
        ("1514 (XV)", ASSEMBLY),
        ("1503 (XLVIII)", ECOSOC),
        ("61/74", ASSEMBLY),
        ("16/18", None),
        ("ES-10/15", ASSEMBLY),
        ("S-16/1", None),
    ],
)
def test_a_form_belongs_to_a_body_when_nothing_is_said(number: str, body: str | None) -> None:
    assert default_body(_number(number)) == body


def test_a_body_is_known_by_its_english_name() -> None:
    found = by_name("Security Council")
    assert found is not None
    assert found.identifier == COUNCIL
    assert by_name("Choir") is by_name(None) is None


nouns: st.SearchStrategy[Noun] = st.sampled_from(("resolution", "decision"))


@given(
    st.sampled_from(languages()),
    st.lists(st.tuples(st.integers(31, 79), st.integers(1, 200)), min_size=1, max_size=6),
)
def test_a_list_of_any_length_is_found_whole_in_every_language(language: str, members: list[tuple[int, int]]) -> None:
    references = load_references(language)
    noun, joint = references.nouns.resolution[0], references.joints.words[0]
    written = [f"{session}/{number}" for session, number in members]
    listed = f" {joint} ".join(part for part in (", ".join(written[:-1]), written[-1]) if part)
    text = f"{noun} {listed}" if load_references(language).noun_before else f"第{listed}号{noun}"
    assert _targets(text, language=language) == [f"A/RES/{session}/{number}" for session, number in members]


@given(nouns, st.integers(31, 79), st.integers(1, 400), st.sampled_from(["", "A", "B"]))
def test_a_symbol_follows_from_body_form_and_noun(noun: Noun, session: int, number: int, letter: str) -> None:
    d = _number(f"{session}/{number} {letter}".strip())
    series = "DEC" if noun == "decision" else "RES"
    assembly = load_bodies()[ASSEMBLY]
    assert assembly.symbol(d, noun) == f"A/{series}/{session}/{number}{letter}"
    if noun == "decision":
        assert assembly.admits(d, None, noun=noun) == (number > 200)  # decisions are counted from there
    elif number <= 200:
        assert assembly.admits(d, None)
