"""The colours of the pages: every reader, colour-blind or not, tells them apart, and from the ground in both themes."""

from itertools import combinations

import pytest
import regex
from coloraide import Color

from graph.pages.parts.content import GROUPS
from graph.pages.parts.groups import BODIES
from graph.pages.parts.shell import read_asset

APART = 12  # CIEDE2000; 2 to 3 is just noticed side by side
SIGHT = ("", "protan", "deutan", "tritan")


def colours(scheme: int) -> dict[str, Color]:
    """The colours of the light scheme, 0, or the dark one, 1, by name."""
    rules = regex.findall(r":root \{(.*?)\}", read_asset("page.css"), regex.DOTALL)[scheme]
    return {name: Color(value) for name, value in regex.findall(r"--([a-z-]+): (#[0-9a-f]{6})", rules)}


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("names", [BODIES, tuple(GROUPS)], ids=["bodies", "verbs"])
def test_no_two_colours_look_alike_to_anyone(names: tuple[str, ...], sight: str, scheme: int) -> None:
    shown = colours(scheme)
    seen = {name: shown[name].filter(sight).clip() if sight else shown[name] for name in names}
    for one, other in combinations(names, 2):
        assert seen[one].delta_e(seen[other], method="2000") >= APART, (one, other)


@pytest.mark.parametrize("scheme", [0, 1])
def test_words_and_bodies_stand_out_from_the_paper(scheme: int) -> None:
    shown = colours(scheme)
    for name in ("ink", "quiet", "citing", "warning", "focus", *BODIES):
        for ground in ("paper", "card"):
            assert shown[name].contrast(shown[ground], method="wcag21") >= 4.5, (name, ground)


@pytest.mark.parametrize("scheme", [0, 1])
def test_lines_stand_out_from_paper_and_land(scheme: int) -> None:
    shown = colours(scheme)
    for name in (*GROUPS, "chain"):
        for ground in ("paper", "card", "land"):
            assert shown[name].contrast(shown[ground], method="wcag21") >= 3, (name, ground)
