"""The `recalling` command: it reads arguments and runs the command that they name.

This module imports little, because every worker process imports it anew: that is how `multiprocessing` starts them.
"""

import io
import sys
from collections.abc import Sequence

from graph import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: as on the command line, without the command's own name; None takes those of the process.

    Returns:
        The exit status: 0 done, 1 some inputs could not be read or a check failed, 2 wrong usage.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a test or a notebook may have put something else there
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if (sys.argv[1:] if arguments is None else list(arguments)) == ["--version"]:
        sys.stdout.write(f"recalling {__version__}\n")
        return 0
    from graph.cli.options.base import parser  # noqa: PLC0415  # takes three times as long as Python's start

    given = parser(sys.argv[1:] if arguments is None else arguments).parse_args(arguments)
    if given.log_level != "warning":  # else nothing is to be set up
        from graph.console import log_from  # noqa: PLC0415  # as below

        log_from(given.log_level)
    from graph.cli.commands import run_command  # noqa: PLC0415  # see above; it also keeps --help quick

    return run_command(given)


if __name__ == "__main__":
    sys.exit(main())
