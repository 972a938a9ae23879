"""Starts of paragraphs among broken lines: each rule with two lines that it decides and two that it leaves."""

from typing import Any

import pytest

from extract.layout.body_lines import RULES, Body, Draft, Seam
from extract.layout.indents import Indents
from extract.layout.lines import lines
from extract.layout.preamble import Preamble

FULL = "Recalling the letters of the villages on the ferries of the lakes,"
STOP = "Decides to keep the ferries of the upper lakes in good repair now."
OPEN = "Recalling the letters of the villages on the ferries of the lakes"
WIDTH = 66

# Rule -> traits of the body, lines that it decides, its answer, lines that it leaves (with the same traits).
Sample = tuple[dict[str, Any], str, bool, str]
SAMPLES: dict[str, Sample] = {
    "listed": ({"listed": {len("99/910\n")}}, "99/910\nFerries", True, f"{OPEN}\n(2009) and others"),
    "landmark": ({}, f"{STOP}\nAnnex", True, f"{STOP}\nAnnexes to the report"),
    "tail": ({}, f"{STOP}\n62nd plenary meeting", True, f"{OPEN}\n62nd plenary meeting"),
    "masthead": ({"enacted": False}, "99/910. Ferries of\nthe lakes", False, f"{STOP}\nAnnex"),
    "after_mark": ({"marked": True}, f"{FULL}\nwhich it read", False, f"{FULL}\n\nwhich it read"),
    "inside_reference": ({}, f"{OPEN}\n(2009) and others", False, f"{OPEN}\nand others"),
    "item": ({}, f"{STOP}\n2. Requests the Pilot", True, f"{OPEN}\n2 lakes"),
    "lower_case": ({"lower": False}, f"{STOP}\nand others", False, f"{STOP}\nAnd others"),
    "comma_among_numbered": ({"numbered": True}, f"{FULL}\nFerries", False, f"{STOP}\nFerries"),
    "preambular_capital": ({"begun": True, "preambular": True}, f"{OPEN}\nCongress", False, f"{FULL}\nCongress"),
    "preambular_words": (
        {"spaced": True, "preambular": True},
        f"{FULL}\n\nNoting the views of the villages,",
        True,
        f"{STOP}\n\nNoting the views of the villages,",
    ),
    "preambular_verb": ({"preambular": True}, "Recalling this,\nNoting the views,", True, "Recalling this,\nFerries,"),
    "empty_line": ({}, f"{STOP}\n\nFerries", True, ""),
    "after_clause": ({"spaced": True}, "It was late.\n\nFerries", True, f"{OPEN}\n\nFerries"),
    "indented_after_break": ({"turned": True}, f"{STOP}\n  Ferries", True, ""),
    "set_apart": ({"spaced": True}, f"{STOP}\n\n\nFerries", True, f"{STOP}\n\nFerries"),
    "indented": ({"spaced": True}, f"{STOP}\n\n  Ferries", True, ""),
}


def seam(text: str, *, preambular: bool = False, spaced: bool = False, **traits: bool) -> Seam:
    """The place between two lines, in a body with the traits."""
    last, row = lines(text)
    body = Body(spaced=spaced, width=WIDTH)
    body.indents = Indents((last, row), margin=0, full=WIDTH)
    body.drafts.append(Draft([last]))
    body.taken = last.width
    body.preamble = Preamble.of("en", body.indents) if preambular else None
    for name, value in traits.items():
        setattr(body, name, value)
    return Seam(body, row)


def test_every_rule_has_a_sample() -> None:
    assert [rule.__name__ for rule in RULES] == list(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_rule_decides_its_sample_and_leaves_the_other(name: str) -> None:
    traits, taken, answer, left = SAMPLES[name]
    decides = next(rule for rule in RULES if (rule(seam(taken, **traits))) is not None)
    assert (decides.__name__, decides(seam(taken, **traits))) == (name, answer)
    if left:
        leaves = next(rule for rule in RULES if rule(seam(left, **traits)) is not None)
        assert leaves is not decides


@pytest.mark.parametrize(
    ("traits", "text", "starts"),
    [
        ({}, f"{STOP}\nFerries", False),
        ({"marked": True}, f"{STOP}\n\n  Ferries", False),
        ({"turned": True}, f"{OPEN}\n  Ferries", False),
        ({"spaced": True}, f"{STOP}\n\nFerries", False),
    ],
)
def test_the_setting_decides_where_words_do_not(traits: dict[str, Any], text: str, starts: bool) -> None:  # noqa: FBT001  # a table's answer
    place = seam(text, **traits)
    assert next(answer for rule in RULES if (answer := rule(place)) is not None) is starts
