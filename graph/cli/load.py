"""The command `load`: a graph as files for another triple store, and what loads them."""

from argparse import Namespace
from collections.abc import Iterable

from graph import console
from graph.cli.options.base import DONE, UsageError
from graph.defaults import PROGRAMS
from graph.output.dump import write_dump
from graph.output.stores import commands, write_settings
from graph.rdf.opening import graph_place


def load_command(given: Namespace) -> int:
    """`recalling load`."""
    place = graph_place(given.graph)
    if not place.exists():
        raise UsageError(f"there is no {place}; `recalling build` writes one")
    folder = given.output
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UsageError(f"{folder} is no empty folder; name another with -o, lest old parts stand among new ones")
    names = write_dump(place, folder, form=given.format, part=given.split)
    programs = [given.program] if given.program else list(PROGRAMS)
    settings = [name for program in programs for name in write_settings(program, folder, names)]
    console.say(f"{folder}: {' '.join([*names, *settings])}")
    for program in programs:
        _show(program, commands(program, folder, names))
    return DONE


def _show(program: str, lines: Iterable[str]) -> None:
    """Print the commands of a program."""
    console.say("")
    console.say(f"{program}:")
    for line in lines:
        console.say(f"  {line}")
