"""The commands by name, and what a fault in one of them means: a line on standard error and an exit status."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Final

from extract.model.errors import RecallingError
from graph import console
from graph.cli.audit import audit_command
from graph.cli.fetch import fetch_command
from graph.cli.graphs import query_command, validate_command
from graph.cli.options.base import DONE, FAILED, INTERRUPTED, WRONG_USAGE, UsageError
from graph.cli.texts import build_command, evaluate_command, extract_command
from graph.cli.view import view_command


def _serve(given: Namespace) -> int:
    """`recalling serve`; the server's libraries are imported by no other command."""
    from graph.cli.serve import serve_command  # noqa: PLC0415  # see above

    return serve_command(given)


COMMANDS: Final[Mapping[str, Callable[[Namespace], int]]] = {
    "build": build_command,
    "extract": extract_command,
    "query": query_command,
    "view": view_command,
    "validate": validate_command,
    "evaluate": evaluate_command,
    "fetch": fetch_command,
    "audit": audit_command,
    "serve": _serve,
}


def run_command(given: Namespace) -> int:
    """Run the command that the arguments name, and give its exit status."""
    try:
        status = COMMANDS[given.command](given)
        sys.stdout.flush()
    except UsageError as error:
        console.tell(f"recalling {given.command}: {error}")
        return WRONG_USAGE
    except RecallingError as error:
        console.tell(f"recalling {given.command}: {error}")
        return FAILED
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:  # the disk is full, the working directory is gone
        console.tell(f"recalling {given.command}: {error}")
        return FAILED
    except KeyboardInterrupt:
        console.tell("interrupted")
        return INTERRUPTED
    return status
