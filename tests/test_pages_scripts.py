"""The scripts of the pages: their types, style and tests, and that the bundles are made of them as they stand."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parent.parent / "graph" / "pages" / "scripts"
BUNDLES = SCRIPTS.parent / "bundles"


def run(name: str) -> None:
    """Run a script of package.json."""
    npm = shutil.which("npm")
    if npm is None or not (SCRIPTS / "node_modules").is_dir():
        pytest.skip("needs Node and what `make check-js` installs")
    command = [npm, "--prefix", str(SCRIPTS), "run", "--silent", name]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["types", "lint", "test", "current"])
def test_the_scripts_are_in_order(name: str) -> None:
    run(name)


def test_every_entry_has_a_bundle_and_no_bundle_can_end_its_element() -> None:
    entries = {path.name for path in SCRIPTS.joinpath("entries").glob("*.js")}
    bundles = {path.name: path.read_text(encoding="utf-8") for path in BUNDLES.glob("*.js")}
    assert set(bundles) == entries
    for text in bundles.values():
        assert "</script" not in text.lower()
        assert "<!--" not in text


def test_the_lock_file_names_no_registry() -> None:
    assert '"resolved"' not in (SCRIPTS / "package-lock.json").read_text(encoding="utf-8")
