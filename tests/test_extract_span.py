"""Spans: overlap, containment and gap agree with the code points that they stand for."""

import doctest

from hypothesis import given
from hypothesis import strategies as st

from extract.model import span
from extract.model.span import Span, contains, gap, overlap, overlaps_any, touching

_SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 20), st.integers(1, 20))


def _points(one: Span) -> set[int]:
    return set(range(one.start, one.end))


@given(_SPANS, _SPANS)
def test_spans_overlap_where_they_share_a_code_point(one: Span, other: Span) -> None:
    assert overlap(one, other) == overlap(other, one) == bool(_points(one) & _points(other))


@given(_SPANS, _SPANS)
def test_a_span_contains_another_with_all_of_its_code_points(outer: Span, inner: Span) -> None:
    assert contains(outer, inner) == (_points(inner) <= _points(outer))


@given(_SPANS, _SPANS)
def test_of_two_spans_one_follows_the_other_or_they_overlap(one: Span, other: Span) -> None:
    assert [gap(one, other) >= 0, gap(other, one) >= 0, overlap(one, other)].count(True) == 1
    assert touching(one, other) == (gap(one, other) == 0)


@given(_SPANS, st.lists(_SPANS, max_size=4))
def test_a_span_overlaps_any_of_several_where_it_overlaps_one(one: Span, others: list[Span]) -> None:
    assert overlaps_any(one, others) == (True in [overlap(one, other) for other in others])


def test_the_examples_of_the_module_hold() -> None:
    result = doctest.testmod(span)
    assert result.attempted
    assert not result.failed
