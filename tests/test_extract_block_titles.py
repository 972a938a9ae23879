"""Titles that name a body rather than a treaty: words before the title, or after its closing bracket."""

import pytest
from document_sample import one_sentence

from extract.find import find_citations

INSIDE = "inside the name of a body"


@pytest.mark.parametrize(
    ("text", "language", "note"),
    [
        ("肯定《生物多样性公约》秘书处为小岛屿水井开展的工作，", "zh", INSIDE),
        ("回顾《生物多样性公约》的目标，", "zh", None),
        ("Recalling the Conference of the Parties to the Convention on Biological Diversity,", "en", INSIDE),
        ("Recalling the Convention on Biological Diversity,", "en", None),
    ],
)
def test_a_title_inside_the_name_of_a_body_is_marked(text: str, language: str, note: str | None) -> None:
    (found,) = find_citations(one_sentence(text, language=language, organ="General Assembly"))
    assert found.evidence.note == note
