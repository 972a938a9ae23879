"""The `recalling` command: it reads arguments, calls the command that they name, and says what went wrong."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from extract.errors import RecallingError
from graph import console
from graph.arguments import DONE, FAILED, INTERRUPTED, WRONG_USAGE, UsageError, parser
from graph.graph_commands import query_command, validate_command, view_command
from graph.neighbourhood import NotInGraphError
from graph.query import QueryTimeoutError
from graph.sparql import QueryError
from graph.text_commands import build_command, evaluate_command, extract_command

COMMANDS: Final[Mapping[str, Callable[[Namespace], int]]] = {
    "build": build_command,
    "extract": extract_command,
    "query": query_command,
    "view": view_command,
    "validate": validate_command,
    "evaluate": evaluate_command,
}


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
    given = parser().parse_args(arguments)
    try:
        status = COMMANDS[given.command](given)
        sys.stdout.flush()
    except (UsageError, QueryError, NotInGraphError) as error:
        console.tell(f"recalling {given.command}: {error}")
        return FAILED if isinstance(error, QueryTimeoutError) else WRONG_USAGE
    except RecallingError as error:
        console.tell(f"recalling {given.command}: {error}")
        return FAILED
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        console.tell("interrupted")
        return INTERRUPTED
    return status


if __name__ == "__main__":
    sys.exit(main())
