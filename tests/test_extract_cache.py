"""Patterns and tables that are kept between runs."""

import tomllib
from pathlib import Path

import pytest
import regex

from extract.model.cache import FOLDER, CacheFile, cache_path, compiled, parsed

PATTERN = r"(?i:(?<body>council|assembly))\s+(?<number>\d{1,4}+)(?&body)?"
TEXT = "the Assembly 61 and the COUNCIL 1540assembly"


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let this process know nothing of what is kept, as a new one."""
    compiled.cache_clear()
    monkeypatch.setattr("extract.model.cache._files", {})


def fresh(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the cache be in a folder, as a new process finds it; return its file."""
    monkeypatch.setenv(FOLDER, str(folder))
    forget(monkeypatch)
    path = cache_path()
    assert path
    return path


def found(pattern: "regex.Pattern[str]") -> list[tuple[str, dict[str, str]]]:
    return [(match[0], match.groupdict()) for match in pattern.finditer(TEXT)]


def test_a_pattern_that_was_kept_matches_as_one_that_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = found(regex.compile(PATTERN, regex.V1))
    assert len(expected) == 2
    fresh(tmp_path, monkeypatch)
    assert found(compiled(PATTERN, regex.V1)) == expected
    fresh(tmp_path, monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr("extract.model.cache.regex.compile", lambda *_: pytest.fail("compiled again"))
        again = compiled(PATTERN, regex.V1)
    assert found(again) == expected
    assert again.pattern == PATTERN
    assert again.flags == regex.compile(PATTERN, regex.V1).flags


def test_other_flags_are_another_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(tmp_path, monkeypatch)
    assert not compiled("council").search("COUNCIL")
    assert compiled("council", regex.IGNORECASE).search("COUNCIL")


def test_a_table_is_parsed_once_and_is_new_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(tmp_path, monkeypatch)
    text = "words = ['one', 'two']\n[more]\nnumber = 3\n"
    parsed(text, tomllib.loads)
    fresh(tmp_path, monkeypatch)
    again = parsed(text, lambda _: pytest.fail("parsed again"))
    assert again == {"words": ["one", "two"], "more": {"number": 3}}
    again["words"].append("three")
    assert parsed(text, tomllib.loads)["words"] == ["one", "two"]


def test_a_date_cannot_be_kept_and_is_parsed_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh(tmp_path, monkeypatch)
    for _ in range(2):
        assert str(parsed("day = 2006-12-06", tomllib.loads)["day"]) == "2006-12-06"


@pytest.mark.parametrize("place", [3, 20, 34, 120])
def test_what_is_damaged_is_made_anew(place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fresh(tmp_path, monkeypatch)
    expected = found(compiled(PATTERN, regex.V1))
    data = bytearray(path.read_bytes())
    data[place] ^= 0x55
    path.write_bytes(data)
    fresh(tmp_path, monkeypatch)
    assert found(compiled(PATTERN, regex.V1)) == expected


@pytest.mark.parametrize("kept", [0, 7, 30, -1])
def test_a_file_that_was_cut_is_begun_anew(kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fresh(tmp_path, monkeypatch)
    expected = found(compiled(PATTERN, regex.V1))
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    fresh(tmp_path, monkeypatch)
    assert found(compiled(PATTERN, regex.V1)) == expected
    assert path.read_bytes() == whole


def test_a_file_that_has_grown_too_large_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.model.cache._MOST", 1000)
    path = tmp_path / "file"
    for number in range(3):
        CacheFile(path).put(str(number), "x" * 900)
    assert CacheFile(path).get("2") is None
    assert not path.exists()


@pytest.mark.parametrize("named", ["", "taken/below"])
def test_where_nothing_can_be_kept_all_is_made_anew(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("a file, no folder", encoding="utf-8")
    monkeypatch.setenv(FOLDER, named and str(tmp_path / named))
    forget(monkeypatch)
    assert found(compiled(PATTERN, regex.V1))
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_the_file_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget(monkeypatch)
    compiled(PATTERN)
    path = cache_path()
    assert path
    assert path.parent == tmp_path / "recalling"
    assert path.stat().st_mode & 0o077 == 0


def test_a_file_that_others_can_write_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = fresh(tmp_path, monkeypatch)
    expected = found(compiled(PATTERN, regex.V1))
    path.chmod(0o666)
    kept = path.read_bytes()
    fresh(tmp_path, monkeypatch)
    assert CacheFile(path).get(f"pattern {int(regex.V1)} {PATTERN}") is None
    assert found(compiled(PATTERN, regex.V1)) == expected
    compiled("another")
    assert path.read_bytes() == kept
