"""Titles that name a body rather than a treaty: words before the title, or after its closing bracket."""

import pytest
from document_sample import one_sentence

from extract.find import find_citations
from extract.model.citation import Citation


@pytest.mark.parametrize(
    ("text", "language", "cited"),
    [
        ("肯定《生物多样性公约》秘书处为小岛屿水井开展的工作，", "zh", []),
        ("回顾《生物多样性公约》的目标，", "zh", ["treaty:cbd"]),
        ("Recalling the Conference of the Parties to the Convention on Biological Diversity,", "en", []),
        ("Recalling the Convention on Biological Diversity,", "en", ["treaty:cbd"]),
    ],
)
def test_a_title_inside_the_name_of_a_body_is_no_citation(text: str, language: str, cited: list[str]) -> None:
    found = find_citations(one_sentence(text, language=language, organ="General Assembly"))
    assert [each.target for each in found if isinstance(each, Citation)] == cited
