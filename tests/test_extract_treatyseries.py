"""*Treaty Series* references: volumes and registration numbers as printed in notes."""

import pytest

from extract.language.references import load_references
from extract.mentions.treaty_series import find_series


@pytest.mark.parametrize(
    ("text", "language", "volumes", "numbers", "ibid"),
    [
        ("United Nations, Treaty Series, vol. 729, No. 10485.", "en", (729,), [10485], False),
        ("United Nations, Treaty Series, vol. 75, Nos. 970–973.", "en", (75,), [970, 971, 972, 973], False),
        ("Nations Unies, Recueil des Traités, vol. 1249, no 20,378.", "fr", (1249,), [20378], False),
        ("Ibid., vol. 1125, Nos. 17512 and 17513.", "en", (1125,), [17512, 17513], True),
        ("United Nations, Treaty Series, vols. 2225 and 2237, No. 39574.", "en", (2225, 2237), [39574], False),
        ("联合国，《条约汇编》，第75卷，第970-973号。", "zh", (75,), [970, 971, 972, 973], False),
        ("同上，第1125卷，第17512和17513号。", "zh", (1125,), [17512, 17513], True),
    ],
)
def test_a_registration_is_read_with_every_volume_and_number(
    text: str, language: str, volumes: tuple[int, ...], numbers: list[int], *, ibid: bool
) -> None:
    found = find_series(text, load_references(language))
    assert [(m.volumes, m.number, m.ibid) for m in found] == [(volumes, number, ibid) for number in numbers]
    assert {text[m.start : m.end] for m in found} == {text.rstrip(".。")}


def test_a_range_too_long_for_one_set_of_treaties_gives_its_ends() -> None:
    found = find_series("United Nations, Treaty Series, vol. 5, Nos. 10-9000.", load_references("en"))
    assert [m.number for m in found] == [10, 9000]


def test_a_range_that_runs_down_gives_its_ends() -> None:
    found = find_series("United Nations, Treaty Series, vol. 5, Nos. 12-10.", load_references("en"))
    assert [m.number for m in found] == [12, 10]


def test_a_long_list_of_numbers_is_read_in_linear_time() -> None:
    found = find_series("United Nations, Treaty Series, vol. 5, Nos. " + "1, " * 20000, load_references("en"))
    assert len(found) <= 20000


def test_an_older_note_may_give_the_page_or_the_year_of_the_volume() -> None:
    lexicon = load_references("en")
    (page,) = find_series("United Nations, Treaty Series, vol. 75, p. 287.", lexicon)
    assert (page.volumes, page.number) == ((75,), None)
    (dated,) = find_series("United Nations, Treaty Series, vol. 75 (1950), No. 972.", lexicon)
    assert (dated.volumes, dated.number) == ((75,), 972)


@pytest.mark.parametrize("language", ["ar", "ru"])
def test_a_note_may_be_in_english_in_any_language(language: str) -> None:
    (found,) = find_series("United Nations, Treaty Series, vols. 2171 and 2173, No. 27531.", load_references(language))
    assert (found.volumes, found.number) == ((2171, 2173), 27531)
