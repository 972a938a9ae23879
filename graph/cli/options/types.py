"""Types of arguments: what the text of an argument must say, and the message when it does not."""

import argparse
import sys

from graph import __version__


def whole(text: str) -> int:
    """Parse a whole number above zero.

    Raises:
        ArgumentTypeError: the text is none.
    """
    if not text.isascii() or not text.isdecimal() or not 0 < int(text[:9]) == int(text[:10]):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no whole number from 1 to 999999999")
    return int(text)


def seconds(text: str) -> float:
    """Parse a number of seconds above zero.

    Raises:
        ArgumentTypeError: the text is none.
    """
    try:
        given = float(text)
    except ValueError:
        given = 0.0
    if not 0 < given < float("inf"):
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no number of seconds above 0")
    return given


def pair(text: str) -> tuple[str, str]:
    """Parse `NAME=VALUE`.

    Raises:
        ArgumentTypeError: the text is not of that form.
    """
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise argparse.ArgumentTypeError(f"{text[:60]!r} is not NAME=VALUE")
    return name, value


class Version(argparse.Action):
    """Print the version and end."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print it."""
        sys.stdout.write(f"recalling {__version__}\n")
        parser.exit()
