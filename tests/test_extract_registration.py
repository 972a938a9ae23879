"""What a printed registration means, alone and beside a title."""

from extract.mentions.candidate import Resolved
from extract.mentions.treaty_series import SeriesMention, registered
from extract.registry.registry import load_registry


def _targets(
    number: int | None, *volumes: int, hinted: tuple[str, ...] = (), league: bool = False
) -> list[tuple[str | None, str]]:
    registry = load_registry()
    mention = SeriesMention(0, 9, volumes, number, league=league, ibid=False)
    found = registered(mention, [registry.treaties[slug] for slug in hinted], registry)
    return [(each.target, "") if isinstance(each, Resolved) else (None, each.reason) for each in found]


def test_the_volume_tells_a_protocol_from_its_convention() -> None:
    assert _targets(39574, 2225) == [("treaty:untoc", "")]
    assert _targets(39574, 2237) == [("treaty:trafficking-protocol", "")]


def test_the_title_beside_it_tells_two_treaties_of_one_volume_apart() -> None:
    assert _targets(14668, 999) == [("treaty:iccpr", "")]
    assert _targets(14668, 999, hinted=("iccpr-op1",)) == [("treaty:iccpr-op1", "")]


def test_a_number_that_the_registry_does_not_know_is_a_treaty() -> None:
    assert _targets(999999, 9999) == [("treaty:unts-999999", "")]


def test_a_page_alone_means_the_treaty_named_beside_it_or_nothing() -> None:
    assert _targets(None, 75, hinted=("geneva-convention-iv",)) == [("treaty:geneva-convention-iv", "")]
    assert _targets(None, 75) == []
    assert _targets(None, 76, hinted=("geneva-convention-iv",)) == []


def test_the_series_of_the_league_has_numbers_of_its_own() -> None:
    assert _targets(2138, 94, hinted=("geneva-protocol-1925",), league=True) == [("treaty:geneva-protocol-1925", "")]
    ((target, reason),) = _targets(2138, 94, league=True)
    assert target is None
    assert "League of Nations" in reason
