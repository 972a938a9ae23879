"""Hold every pattern of code and tables against texts that it nearly matches, of ten and a hundred thousand characters.

The texts are made from the tree of the pattern: some that it matches, said again and again, and for its repetitions one
each that goes on for the whole text; all are spoilt at the end. A pattern whose time grows faster than the text is
listed; the status is 1 if there is one. All are sought anywhere in the text and held against its beginning, also those
that the program only does one of, or holds against short words alone: a reader has to tell, by the place that is named.

    python benchmarks/patterns.py [--texts 3] [--repeats 12] [--seed 1946] [--first 1]
"""

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Final

import regex
from pattern_collector import ROOT, Collector, unseen
from pattern_generator import Generator

LENGTHS: Final = (10_000, 100_000)
WAYS: Final = ("finditer", "match")
SLOW: Final = 0.1
"""Seconds for a hundred thousand characters below which growth is noise."""
LIMIT: Final = 10.0
"""Seconds after which a pattern is given up."""
GROWTH: Final = 12.0
"""How many times as long ten times the text may take."""
ROUNDS: Final = 5
"""Measurements of what seems to grow faster: other work may disturb one."""


def main() -> int:
    """List the patterns that are not linear."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=int, default=3)
    parser.add_argument("--repeats", type=int, default=12, help="of a pattern, that are tried; taken at random")
    parser.add_argument("--seed", type=int, default=1946)
    parser.add_argument("--first", type=int, default=1, help="number of the pattern to begin with")
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    collector = Collector()
    collector.collect()
    signal.signal(signal.SIGVTALRM, _give_up)
    made = matched = bad = 0
    patterns = [pattern for pattern, _ in collector.patterns.values()]
    print(f"{len(patterns)} patterns; of the tables in none of them: {unseen(_texts(patterns))}", flush=True)
    numbered = enumerate(collector.patterns.values(), 1)
    for number, (pattern, place) in islice(numbered, given.first - 1, None):
        written = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        chance = random.Random(f"{given.seed} {written}")  # noqa: S311  # texts, not secrets
        generator = Generator(written, _flags(pattern), getattr(pattern, "named_lists", {}), chance)
        matched += any(pattern.search(_as(pattern, generator.text())) for _ in range(20))
        slow: dict[str, str] = {}
        for make in hostile(generator, given.texts, given.repeats, chance):
            made += 1
            for way in WAYS:
                if way not in slow and (said := judged(pattern, make, way)):
                    slow[way] = said
        bad += bool(slow)
        for way, said in slow.items():
            print(f"{place} {way}: {said}: {written[:300]!r}", flush=True)
        if number % 100 == 0:
            print(f"{number} of {len(patterns)} patterns, {made} texts", file=sys.stderr, flush=True)
    print(f"{len(patterns)} patterns, {matched} of which match a text made of them, {made} texts, {bad} not linear")
    return 1 if bad else 0


def hostile(generator: Generator, texts: int, repeats: int, chance: random.Random) -> Iterator[Callable[[int], str]]:
    """Yield what makes texts of a length."""
    for _ in range(texts):
        yield _again(generator.text())
    for repeat in chance.sample(generator.repeats, min(repeats, len(generator.repeats))):
        yield _pumped(generator, repeat, chance.randrange(2**32))


def _again(text: str) -> Callable[[int], str]:
    """Return what says a text again and again."""
    return lambda length: (text * (length // (len(text) or 1) + 1))[:length] + "\x00"


def _pumped(generator: Generator, repeat: Any, seed: int) -> Callable[[int], str]:  # noqa: ANN401  # a node
    """Return what makes a text in which one repetition goes on; the same choices at each length."""

    def make(length: int) -> str:
        generator.chance.seed(seed)
        return generator.pumped(repeat, length)[: length + 100] + "\x00"

    return make


def judged(pattern: Any, make: Callable[[int], str], way: str) -> str:  # noqa: ANN401  # a compiled pattern
    """Return how much longer a long text takes than a short one, if that is too much; else nothing."""
    short, long = (make(length) for length in LENGTHS)
    spent = [[seconds(pattern, text, way)] for text in (short, long)]
    for _ in range(ROUNDS):
        least = [min(each) for each in spent]
        if least[1] < SLOW or least[1] <= GROWTH * least[0]:
            return ""
        if least[1] >= LIMIT:
            break
        for each, text in zip(spent, (short, long), strict=True):
            each.append(seconds(pattern, text, way))
    return f"{least[1]:.2f} s, {least[1] / max(least[0], 1e-9):.0f} times, on {short[:60]!r}"


def seconds(pattern: Any, text: str, way: str) -> float:  # noqa: ANN401  # a compiled pattern
    """Return how long a pattern is sought in a text, all matches, or held against its beginning or the whole."""
    whole = _as(pattern, text)
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        if way == "finditer":
            for _ in pattern.finditer(whole):
                pass
        else:
            pattern.match(whole)
            pattern.fullmatch(whole)
    except TimeoutError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def _give_up(*_: object) -> None:
    raise TimeoutError


def _flags(pattern: Any) -> int:  # noqa: ANN401  # a compiled pattern
    """Return the flags with which `regex` reads a pattern, which may be one of `re`."""
    if isinstance(pattern, regex.Pattern):
        return int(pattern.flags)
    return sum(int(getattr(regex, name)) for name in ("I", "M", "S", "X") if pattern.flags & getattr(regex, name))


def _as(pattern: Any, text: str) -> Any:  # noqa: ANN401  # a text, or the bytes of one
    """Return a text as a pattern takes it."""
    return text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")


def _texts(patterns: list[Any]) -> Iterator[str]:
    yield from (pattern.pattern for pattern in patterns if isinstance(pattern.pattern, str))


if __name__ == "__main__":
    sys.exit(main())
