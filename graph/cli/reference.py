"""The page about the command, from what `--help` says: `python -m graph.cli.reference` writes `docs/command.md`."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from graph.cli.options.base import parser
from graph.files import write_text

_START: Final = """\
# The command

*Made by `python -m graph.cli.reference` from what `--help` says.*

"""
_WIDTH: Final = "100"


def render_reference() -> str:
    """Render the page: the command, then each of its subcommands, with their options."""
    os.environ["COLUMNS"] = _WIDTH  # argparse asks the terminal otherwise
    whole = parser()
    return _START + "\n".join(_section(each, 2 if each is whole else 3) for each in _commands(whole))


def _commands(command: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The command, its subcommands, and theirs."""
    yield command
    for action in command._actions:  # noqa: SLF001  # argparse has no public way to its subcommands
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001  # as above
            for each in dict.fromkeys(action.choices.values()):
                yield from _commands(each)


def _section(command: argparse.ArgumentParser, level: int) -> str:
    return f"{'#' * level} {command.prog}\n\n```text\n{command.format_help().rstrip()}\n```\n"


if __name__ == "__main__":
    write_text(Path(__file__).parents[2] / "docs" / "command.md", render_reference())
