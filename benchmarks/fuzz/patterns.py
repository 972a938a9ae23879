"""Hold every pattern of code and tables against texts that it nearly matches, of ten and a hundred thousand characters.

The texts are made from the pattern itself (Hypothesis, `from_regex`), repeated, and spoilt at the end. A pattern whose
time grows faster than the text is listed; the status is 1 if there is one. All are sought anywhere in the text, also
those that the program holds against short words alone: whether one of the list is such, is for a reader to tell.

    python benchmarks/fuzz/patterns.py [--texts 4] [--seed 1946]
"""

import argparse
import random
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import regex

ROOT: Final = Path(__file__).parent.parent.parent
LENGTHS: Final = (10_000, 100_000)
SLOW: Final = 0.25
"""Seconds for a hundred thousand characters below which growth is noise."""
LIMIT: Final = 5.0
"""Seconds after which a pattern is given up."""
GROWTH: Final = 20.0
"""Ten times the text may take ten times as long, and a busy machine twice that."""
_PLAIN: Final = (
    (r"([*+?}])\+", r"\1"), (r"\\p\{[^}]*\}", "[a-z]"), (r"\\P\{[^}]*\}", "[0-9]"), (r"\(\?>", "(?:"),
    (r"\\L<\w+>", "word"),
    (r"\(\?\(DEFINE\)", "(?:"), (r"\\m|\\M|\\G|\\K", ""), (r"\\X", "x"), (r"\\R", r"\\n"), (r"\(\?\|", "(?:"),
    (r"\(\?[a-z]*r\)", ""),
)  # fmt: skip


def main() -> int:
    """List the patterns that are not linear."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--texts", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1946)
    given = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    patterns = compiled()
    chance = random.Random(given.seed)  # noqa: S311  # texts, not secrets
    made = bad = 0
    for number, pattern in enumerate(patterns, 1):
        for text in texts(pattern.pattern, given.texts, chance):
            made += 1
            short, long = (spent(pattern, text, length) for length in LENGTHS)
            if long > SLOW and long > GROWTH * short:
                bad += 1
                print(
                    f"{long:.2f} s, {long / max(short, 1e-9):.0f} times: {pattern.pattern[:100]!r} on {text[:40]!r}",
                    flush=True,
                )
        if number % 100 == 0:
            print(f"{number} of {len(patterns)} patterns", file=sys.stderr, flush=True)
    print(f"{len(patterns)} patterns, {made} texts, {bad} not linear")
    return 1 if bad else 0


def compiled() -> list[Any]:
    """Return every pattern that reading a document of each language compiles, each once."""
    found: dict[tuple[Any, int], Any] = {}
    original = regex.compile

    def noting(pattern: Any, flags: int = 0, *arguments: Any, **options: Any) -> Any:  # noqa: ANN401  # as the library's own
        made = original(pattern, flags, *arguments, **options)
        if isinstance(made.pattern, str):
            found[made.pattern, made.flags] = made
        return made

    regex.compile = noting
    from extract.find import find_citations  # noqa: PLC0415  # only now are its patterns compiled
    from extract.language.references import languages, load_references  # noqa: PLC0415  # as above
    from extract.reading.readers import read_document  # noqa: PLC0415  # as above

    for language in sorted(languages()):
        load_references(language)
        for name in ("html", "txt"):
            text = f"A/RES/76/901\n\nresolution 61/74, Convention, note 1, ibid. ({language})\n\n1 A/75/1.\n"
            body = f"<html lang='{language}'><body><p>{text}</p></body></html>" if name == "html" else text
            find_citations(read_document(body.encode(), file=f"A_RES_76_901.{language}.{name}"))
    regex.compile = original
    return list(found.values())


def texts(pattern: str, count: int, chance: random.Random) -> Iterator[str]:
    """Yield texts that a pattern matches, or nearly; none where its syntax is beyond the library that makes them."""
    from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: PLC0415  # only here
    from hypothesis import strategies as st  # noqa: PLC0415  # as above

    plain = pattern
    for odd, simple in _PLAIN:
        plain = regex.sub(odd, simple, plain)
    found: list[str] = []

    @seed(chance.randrange(2**32))
    @settings(
        max_examples=count,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(st.from_regex(plain, fullmatch=True))
    def collect(text: str) -> None:
        found.append(text)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            collect()
        except Exception:  # noqa: BLE001  # whatever the other engine does not understand
            found += regex.findall(r"\w{3,20}", pattern)[:count]
    yield from dict.fromkeys(text for text in found if text)


def spent(pattern: Any, text: str, length: int) -> float:  # noqa: ANN401  # a compiled pattern
    """Return how long a pattern is sought in a text that repeats another, spoilt so that no match is the last."""
    whole = (text * (length // len(text) + 1))[:length] + "\x00"
    begun = time.process_time()
    try:
        for _ in pattern.finditer(whole, timeout=LIMIT):
            pass
        pattern.match(whole, timeout=LIMIT)
    except TimeoutError:
        return LIMIT
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
