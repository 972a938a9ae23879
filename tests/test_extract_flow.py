"""Flowing text: what is joined, what is dropped, and that every code point keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.flow import flow, flows, plain

_ALPHABET = st.sampled_from("aB1 2/-(),.。，第号\n\r\t\f\u00a0\u00ad\u200f\u202b\u0640٣۴３（）–—‑’\u3000\ufeff")
_TEXTS = st.one_of(st.text(max_size=200), st.text(_ALPHABET, max_size=200))


def line_of(text: str) -> str:
    return flow(text, [(0, len(text))]).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("  A text \n\n in two lines ", "A text in two lines", id="broken lines are joined by one blank"),
        pytest.param("第 12 (2006)号 决议", "第12 (2006)号决议", id="no blank stands beside an ideograph"),
        pytest.param("于 2006 年 10月 9日", "于2006年10月9日", id="a spaced date closes up"),
        pytest.param("X/CONF.1/ \n\n32(Part I)", "X/CONF.1/32(Part I)", id="a line broken behind a stroke closes up"),
        pytest.param(
            "X/CONF.\n\n2010/50 No.\n12", "X/CONF.2010/50 No. 12", id="a symbol broken behind a stop closes up"
        ),
        pytest.param("long-\n term", "long-term", id="a line broken behind a hyphen closes up"),
        pytest.param("one -\n two", "one - two", id="a hyphen between blanks keeps them"),
        pytest.param("( \nVol. I)", "(Vol. I)", id="a line broken behind a bracket closes up"),
        pytest.param("/ \nx", "/ x", id="a stroke that opens a text joins nothing"),
        pytest.param("20\u00ad06\u200b", "2006", id="what no reader sees is dropped"),
        pytest.param("قـرار", "قرار", id="tatweel is dropped"),
        pytest.param("٢٠٠٦ ۲۰۰۶ ２００６", "2006 2006 2006", id="digits of other scripts become plain"),
        pytest.param("（Ａ／１）", "(A/1)", id="wide letters, strokes and brackets become plain"),
        pytest.param("re‑open, a −1", "re-open, a -1", id="hyphens become plain"),
        pytest.param("2009–2019, I–III", "2009-2019, I-III", id="a dash inside a token is a hyphen"),
        pytest.param("text – text", "text – text", id="a dash between blanks stays"),
        pytest.param("核武器——核", "核武器——核", id="a dash between ideographs stays"),
        pytest.param("State’s", "State's", id="single quotes become plain"),
        pytest.param("No.\u00a05\u202f6", "No. 5 6", id="exotic blanks are blanks"),
        pytest.param("", "", id="nothing is nothing"),
        pytest.param(" \n\u200f", "", id="blanks alone are nothing"),
    ],
)
def test_a_paragraph_reads_as_a_reader_reads_it(written: str, read: str) -> None:
    assert line_of(written) == read


def test_a_piece_left_out_inside_a_line_leaves_no_blank_behind() -> None:
    assert flow("Weapons1 are", [(0, 7), (8, 12)]).text == "Weapons are"


def test_a_piece_left_out_between_lines_leaves_one_blank_that_stands_for_the_break() -> None:
    text = "Weapons\n1\nare"
    line = flow(text, [(0, 7), (10, 13)])
    assert line.text == "Weapons are"
    assert line.origin[7] == 7


def test_a_span_of_the_flow_leads_back_to_the_text() -> None:
    text = "第 12 号\n决议"
    line = flow(text, [(0, len(text))])
    start, end = line.span(0, len(line.text))
    assert text[start:end] == text


@given(_TEXTS)
def test_places_rise_and_every_code_point_is_the_one_read_or_its_plain_form(text: str) -> None:
    line = flow(text, [(0, len(text))])
    assert len(line.origin) == len(line.text)
    assert all(before < after for before, after in zip(line.origin, line.origin[1:], strict=False))
    for written, offset in zip(line.text, line.origin, strict=True):
        read = plain(text[offset])
        assert written == read or (written == " " and read == "\n") or (written == "-" and read in "–—")


@given(_TEXTS)
def test_a_flow_is_one_line_without_double_blanks_and_flowing_it_again_changes_nothing(text: str) -> None:
    once = line_of(text)
    assert once == once.strip(" ")
    assert "\n" not in once
    assert "  " not in once
    assert line_of(once) == once


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_pieces_keep_their_places(text: str, cuts: list[int]) -> None:
    bounds = sorted({min(cut, len(text)) for cut in cuts})
    segments = list(zip(bounds[::2], bounds[1::2], strict=False))
    line = flow(text, segments)
    assert all(
        any(start <= place < end for start, end in segments) or text[place].isspace()
        for place in line.origin
        if place < len(text)
    )
    assert all(before < after for before, after in zip(line.origin, line.origin[1:], strict=False))


@given(st.text(max_size=80))
def test_plain_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@given(st.text(alphabet="ab1/.( \u00a0\n\u00ad’大，", max_size=30), st.integers(min_value=0, max_value=30))
def test_a_text_flows_the_same_in_one_piece_and_in_two(text: str, cut: int) -> None:
    place = min(cut, len(text))
    pieces = [piece for piece in ((0, place), (place, len(text))) if piece[0] < piece[1]]
    if pieces and not (
        text[place - 1 : place] == "\u00ad" and any(map(str.isspace, text[place:]))
    ):  # a word divided there is closed up
        parted, whole = flow(text, pieces), flow(text, [(0, len(text))])
        assert (parted.text, [*parted.origin]) == (whole.text, [*whole.origin])


@given(_TEXTS, st.sampled_from("é’ж\u0640大\u00ad"))
def test_lines_flow_the_same_together_and_one_by_one(text: str, beside: str) -> None:
    whole = f"{text}\n{beside}"
    parts = [[(0, len(text))], [(len(text) + 1, len(whole))]]
    shown = [(line.text, [*line.origin]) for line in flows(whole, parts)]
    assert shown == [(line.text, [*line.origin]) for line in (flow(whole, part) for part in parts)]
    alone = flow(text, [(0, len(text))])
    assert shown[0] == (alone.text, [*alone.origin])  # whatever else the text holds
