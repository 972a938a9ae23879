"""Ageing: how old what is cited is, how fast attention halves, and bursts of attention.

Half-life as the *Journal Citation Reports* define it; bursts after Kleinberg, "Bursty and hierarchical structure in
streams", KDD (2002), with two states, each year a batch.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from graph.network.years import year_of

if TYPE_CHECKING:
    import networkx as nx

_RATIO: Final = 2.0  # how much more often a text is cited in a burst than at other times
_COST: Final = 1.0  # Kleinberg's gamma: what beginning a burst costs
_SHORTEST: Final = 3  # years that a text must have been cited over for a burst to mean anything


@dataclass(frozen=True, slots=True)
class Burst:
    """Years in which a text was cited far more often than at other times.

    Attributes:
        symbol: of the cited text.
        start: first year.
        end: last year.
        citing: number of texts that cited it in these years.
        weight: how much better the burst explains these years than a steady rate does, in natural logarithms of odds.
    """

    symbol: str
    start: int
    end: int
    citing: int
    weight: float


def dated_pairs(network: "nx.MultiDiGraph[str]") -> Iterator[tuple[str, str, int, int]]:
    """Yield each pair of citing and cited text once, with their years, where both are known."""
    years = {key: year_of(key, data["date"]) for key, data in network.nodes(data=True)}
    for citing, cited in dict.fromkeys(network.edges()):
        one, other = years[citing], years[cited]
        if one is not None and other is not None and citing != cited:
            yield citing, cited, one, other


def half_life(ages: Iterable[int]) -> float | None:
    """Return the age that half of the citations do not exceed, in years; None without citations.

    As in the *Journal Citation Reports*, an age of n years lasts from n to n + 1, within which citations spread evenly.

    Examples:
        >>> half_life([0, 1, 1, 2]), half_life([3]), half_life([])
        (1.5, 3.5, None)
    """
    counts = Counter(ages)
    half = counts.total() / 2
    before = 0
    for age in sorted(counts):
        if before + counts[age] >= half:
            return age + (half - before) / counts[age]
        before += counts[age]
    return None


def bursts(network: "nx.MultiDiGraph[str]", *, most: int = 50) -> list[Burst]:
    """Return the bursts of citations of all texts, the weightiest first.

    Whether a text is cited unusually often is judged by all texts that cite anything in a year, so that years of which
    more texts were read do not look like bursts.

    Args:
        network: from `graph.network.citation_network`.
        most: number of bursts at most.
    """
    citing_in: dict[int, set[str]] = {}
    cited_in: dict[str, Counter[int]] = {}
    for citing, cited, year, _ in dated_pairs(network):
        citing_in.setdefault(year, set()).add(citing)
        cited_in.setdefault(cited, Counter())[year] += 1
    totals = {year: len(texts) for year, texts in citing_in.items()}
    found = [
        burst
        for symbol, counts in sorted(cited_in.items())
        if len(counts) >= _SHORTEST
        for burst in _bursts_of(symbol, counts, totals)
    ]
    return sorted(found, key=lambda burst: (-burst.weight, burst.symbol, burst.start))[:most]


def _bursts_of(symbol: str, counts: Mapping[int, int], totals: Mapping[int, int]) -> Iterator[Burst]:
    """Yield the bursts of one text."""
    years = sorted(year for year in totals if year >= min(counts))
    relevant = [counts.get(year, 0) for year in years]
    total = [totals[year] for year in years]
    states = burst_states(relevant, total)
    start: int | None = None
    for place, state in enumerate([*states, 0]):
        if state and start is None:
            start = place
        elif not state and start is not None:
            span = range(start, place)
            weight = sum(_gain(relevant, total, each) for each in span)
            yield Burst(symbol, years[start], years[place - 1], sum(relevant[each] for each in span), round(weight, 6))
            start = None


def burst_states(relevant: Sequence[int], total: Sequence[int]) -> list[int]:
    """Return the most likely states of Kleinberg's automaton with two states: 1 in a burst, 0 outside.

    Args:
        relevant: number of events in each year, here texts that cite the one.
        total: number of all that could be such, at least that many and above 0.
    """
    rates = _rates(relevant, total)
    if rates is None:
        return [0] * len(relevant)
    step = _COST * math.log(len(relevant))
    costs = (0.0, math.inf)  # it begins outside a burst
    back: list[tuple[int, int]] = []
    for count, all_of in zip(relevant, total, strict=True):
        back.append((0 if costs[0] <= costs[1] else 1, 0 if costs[0] + step < costs[1] else 1))
        entered = min(costs[0] + step, costs[1])
        costs = (min(costs) + _fit(rates[0], count, all_of), entered + _fit(rates[1], count, all_of))
    state = 0 if costs[0] <= costs[1] else 1
    states = [state]
    for into in reversed(back[1:]):
        state = into[state]
        states.append(state)
    return states[::-1]


def _rates(relevant: Sequence[int], total: Sequence[int]) -> tuple[float, float] | None:
    """Return the rate outside and in a burst; None where nothing can be unusual."""
    usual = sum(relevant) / sum(total) if sum(total) else 0.0
    burst = min(usual * _RATIO, 0.9999)
    return (usual, burst) if 0 < usual < burst else None


def _fit(rate: float, count: int, total: int) -> float:
    """Return how badly a rate explains a year: the negative logarithm of the binomial probability."""
    return -(_log_ways(count, total) + count * math.log(rate) + (total - count) * math.log1p(-rate))


@lru_cache(maxsize=1 << 16)
def _log_ways(count: int, total: int) -> float:
    """Return the logarithm of the binomial coefficient; most texts are cited by none to three texts of a year."""
    return math.lgamma(total + 1) - math.lgamma(count + 1) - math.lgamma(total - count + 1)


def _gain(relevant: Sequence[int], total: Sequence[int], place: int) -> float:
    """Return how much better the rate of a burst explains a year than the usual one."""
    rates = _rates(relevant, total)
    if rates is None:
        return 0.0
    return _fit(rates[0], relevant[place], total[place]) - _fit(rates[1], relevant[place], total[place])
