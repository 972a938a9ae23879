"""Weights of possible note marks: each rule with a text that it weighs and one that it leaves."""

import pytest

from extract.layout.mark_weights import SPLIT_RULES, WHOLE_RULES, Run, weigh

# Digits in braces; a stroke between them separates a number from its mark. Rule -> text, weight, text that it leaves.
WHOLE = {
    "after_long_word_and_stop": ("on the villages.{3} The", 10.0, "on the lake.{3} The"),
    "after_short_word_and_stop": ("on the lake.{3}", 3.0, "on the lake.{3}f"),
    "after_space_as_day": ("signed on {3} May 2041", 0.0, "signed by villages {3} of them"),
    "after_space_and_year": ("of 9 April 2044 {18} and", 0.15, "of 9 April 12044 {18} and"),
    "after_space_and_word": ("the Pilot {11} recommends", 0.2, "the Pilot{11} recommends"),
    "after_number_and_comma": ("in 2041,{3} and", 6.0, "in winter,{3} and"),
    "among_ideographs": ("码头{3}年", 0.1, "the lake{3}"),
    "after_word": ("the villages,{3} and", 10.0, "the villages/{3}"),
}
SPLIT = {
    "printed_without_mark": ("resolution 74/{7|1}", 5.5, "resolution 74/{8|1}"),
    "printed_again": ("resolution 74/{9|1}", 0.0, "resolution 74/{8|1}"),
    "undivided": ("document S/{557|5}", 0.0, "resolution 61/{14|3}"),
    "year_and_mark": ("of 9 April {2044|18}", 6.0, "of 9 April {204|4}"),
    "after_stroke": ("resolution 61/{143|3}", 4.0, "paragraph {12|3}"),
    "number_and_mark": ("paragraph {12|3}", 0.3, "paragraph {1|2}"),
}
PRINTED = {"74/7": 1, "74/91": 2}


def run(sample: str) -> Run:
    before, rest = sample.split("{")
    digits, after = rest.split("}")
    number, _, mark = digits.rpartition("|")
    piece = before + number + mark + after
    end = len(before) + len(number) + len(mark)
    size = len(mark) if number else 0
    return Run(piece, len(before), end, dated="May 2041" in after, size=size, printed=PRINTED)


def test_every_rule_has_a_sample() -> None:
    assert [rule.__name__ for rule in WHOLE_RULES] == list(WHOLE)
    assert [rule.__name__ for rule in SPLIT_RULES] == list(SPLIT)


@pytest.mark.parametrize("name", [*WHOLE, *SPLIT])
def test_a_rule_weighs_its_sample_and_leaves_the_other(name: str) -> None:
    taken, weight, left = (WHOLE | SPLIT)[name]
    rule = next(rule for rule in (*WHOLE_RULES, *SPLIT_RULES) if rule.__name__ == name)
    assert rule(run(taken)) == weight
    assert weigh(run(taken)) == weight
    assert rule(run(left)) is None


@pytest.mark.parametrize(
    ("sample", "weight"),
    [
        ("resolution 61/{14|3}", 0.3),
        ("of villages 98/12,{3}", 5.0),
        ("about 12,{300}", 0.4),
        ("about 12.{300}", 0.0),
        ("码头{3}渡船", 0.5),
        ("码头{3}", 6.0),
        ("第{3}段", 0.1),
        ("form E{3}", 4.0),
        ("({3})", 0.0),
    ],
)
def test_weights_of_ambiguous_digits(sample: str, weight: float) -> None:
    assert weigh(run(sample)) == weight
