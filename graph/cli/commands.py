"""The commands by name, and what an error in one of them becomes: a line on standard error and an exit status."""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from importlib import import_module
from typing import Final

from extract.model.errors import RecallingError
from graph import console
from graph.cli.options.base import DONE, FAILED, INTERRUPTED, WRONG_USAGE, UsageError

COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "build": ("graph.cli.build", "build_command"),
    "extract": ("graph.cli.texts", "extract_command"),
    "query": ("graph.cli.graphs", "query_command"),
    "view": ("graph.cli.view", "view_command"),
    "validate": ("graph.cli.graphs", "validate_command"),
    "evaluate": ("graph.cli.texts", "evaluate_command"),
    "fetch": ("graph.cli.fetch", "fetch_command"),
    "audit": ("graph.cli.audit", "audit_command"),
    "check": ("graph.cli.check", "check_command"),
    "catalogue": ("graph.cli.catalogue", "catalogue_command"),
    "load": ("graph.cli.load", "load_command"),
    "serve": ("graph.cli.serve", "serve_command"),
}
"""Name of a command → its module and function: a module is imported when its command runs, for some take seconds."""


def run_command(given: Namespace) -> int:
    """Run the command that the arguments name, and return its exit status."""
    module, function = COMMANDS[given.command]
    try:
        gc.disable()  # nothing that is loaded is garbage, and looking for some costs a tenth of the time
        command = getattr(import_module(module), function)
        gc.enable()
        status: int = command(given)
        sys.stdout.flush()
    except UsageError as error:
        console.tell(f"recalling {given.command}: {error}")
        return WRONG_USAGE
    except RecallingError as error:
        console.tell(f"recalling {given.command}: {error}")
        return FAILED
    except BrokenPipeError:  # the reader has closed the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:  # the disk is full, the working directory is gone
        console.tell(f"recalling {given.command}: {error}")
        return FAILED
    except KeyboardInterrupt:
        console.tell("interrupted")
        return INTERRUPTED
    return status
