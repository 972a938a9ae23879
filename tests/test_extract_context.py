"""The text around a quote."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import IO, Final

import pytest
from graph_sample import cite
from hypothesis import given
from hypothesis import strategies as st

from extract.model.citation import LENGTH, with_context

DATA: Final = Path(__file__).parent.parent / "data"
OPEN: Final[dict[str, Callable[..., IO[str]]]] = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open}


@given(st.text(max_size=90), st.integers(0, 90), st.integers(0, 90))
def test_the_context_stands_around_the_quote(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    evidence = with_context(cite("A/RES/61/74", quote=text[start:end], start=start, end=end), text).evidence
    prefix, suffix = evidence.prefix or "", evidence.suffix or ""
    assert max(len(prefix), len(suffix)) <= LENGTH
    assert text[start - len(prefix) : end + len(suffix)] == prefix + text[start:end] + suffix
    assert len(prefix) == min(start, LENGTH)
    assert len(suffix) == min(len(text) - end, LENGTH)
    assert "" not in (evidence.prefix, evidence.suffix)


def rows_that_ship() -> list[Path]:
    return sorted(path for path in DATA.rglob("*") if ".jsonl" in path.suffixes)


@pytest.mark.parametrize("path", rows_that_ship(), ids=lambda path: path.name)
def test_rows_that_ship_hold_no_text_around_their_quotes(path: Path) -> None:
    with OPEN.get(path.suffix, open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            assert not {"prefix", "suffix"} & json.loads(line).keys()
