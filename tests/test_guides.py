"""The guides do what they say: their commands run by copy and paste, and show what stands beside them."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
import regex

from graph.cli.reference import render_reference

ROOT: Final = Path(__file__).parents[1]
GUIDES: Final = ("tutorial", "guide-researcher", "guide-librarian", "guide-drafter")
_BLOCK: Final = regex.compile(r"^```(?P<kind>sh|text)\n(?P<body>.*?)^```$", regex.DOTALL | regex.MULTILINE)
_LEFT_OUT: Final = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a block of output for what is left out there."""
_CELLS: Final = regex.compile(r"\s{2,}|\n")
_SHELL: Final = "set -e\nrecalling() { " + f'"{sys.executable}" -m graph.cli "$@"' + "; }\n"


def steps(guide: str) -> list[tuple[str, list[str]]]:
    """Commands, and what their output must hold: the cells of the block of text that follows."""
    blocks = [(found["kind"], found["body"]) for found in _BLOCK.finditer((ROOT / "docs" / f"{guide}.md").read_text())]
    pairs = zip(blocks, [*blocks[1:], ("", "")], strict=True)
    return [
        (body, _CELLS.split(following.strip()) if kind_after == "text" else [])
        for (kind, body), (kind_after, following) in pairs
        if kind == "sh"
    ]


def test_the_guides_run_and_show_what_they_say(tmp_path: Path) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "250", "XDG_DATA_HOME": str(tmp_path / "user")}
    build = [sys.executable, "-m", "graph.cli", "build", "data/facts", "-o", "out"]
    subprocess.run(build, cwd=tmp_path, env=environment, check=True, capture_output=True)  # noqa: S603  # our own command
    for guide in GUIDES:
        assert steps(guide), guide
        for commands, cells in steps(guide):
            done = subprocess.run(  # noqa: S603  # commands of our own pages
                ["/bin/bash", "-c", _SHELL + commands],
                cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            told = done.returncode == 1 and regex.search("recalling (?:check|audit|catalogue)", commands)
            assert done.returncode == 0 or told, (guide, commands, done.stderr)
            shown = done.stdout + done.stderr
            missing = [cell for cell in cells if cell and cell != _LEFT_OUT and cell not in shown]
            assert not missing, (guide, commands, missing, shown[-3000:])
    for page in ("mine/index", "compare", "check", "audit"):
        assert (tmp_path / f"{page}.html").stat().st_size > 0, page
    assert {"tables.xlsx", "cited.ris", "datapackage.json"} <= {each.name for each in (tmp_path / "records").iterdir()}


def test_the_page_about_the_command_is_current() -> None:
    assert (ROOT / "docs" / "command.md").read_text(encoding="utf-8") == render_reference()


@pytest.mark.filterwarnings("default")  # of the generator, not ours
def test_every_page_of_the_site_has_its_place_and_no_link_is_broken(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="the documentation site is an extra: pip install -e '.[docs]'")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603  # as above
    assert done.returncode == 0, done.stderr
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "site").glob("*.html")]
    assert len(pages) > len(GUIDES)
    fetched = regex.compile(r"""<(?:script|link|img)\b[^>]*(?:src|href)=["']https?://""")
    assert not [page[:200] for page in pages if fetched.search(page)]
