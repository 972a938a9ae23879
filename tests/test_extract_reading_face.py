"""`extract.reading`: its public names exist, and importing one of its modules does not load every reader."""

import subprocess
import sys

import pytest

import extract.reading

HEAVY = ("pypdfium2", "lxml", "extract.reading.readers")


def loaded_by(statement: str) -> set[str]:
    """Which of the heavy modules a fresh interpreter has loaded after a statement."""
    code = f"import sys; {statement}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own interpreter and code
    return set(done.stdout.split())


@pytest.mark.parametrize("name", extract.reading.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(extract.reading, name) is not None


def test_another_name_is_an_attribute_error_that_says_which() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'read_everything'"):
        _ = extract.reading.read_everything  # type: ignore[attr-defined]  # the mistake under test


def test_a_submodule_is_cheap_and_a_reader_is_not() -> None:
    assert loaded_by("import extract.reading.containers.form") == set()
    assert loaded_by("from extract.reading import list_files") == set()
    assert loaded_by("from extract.reading import read_document") == {"lxml", "extract.reading.readers"}
