"""The command `serve`."""

import ipaddress
import os
import sys
from argparse import Namespace
from pathlib import Path

from graph import console
from graph.cli.options.base import DONE, UsageError
from graph.rdf.opening import graph_place
from graph.serving.application import ENDPOINT, PAGE, Application
from graph.serving.pool import Pool
from graph.serving.question import Limits
from graph.serving.server import address, ending, listen


def serve_command(given: Namespace) -> int:
    """`recalling serve`."""
    if not hasattr(os, "fork"):
        raise UsageError("this system cannot split a process, which ending a query needs; use Linux, macOS or WSL")
    folder: Path | None = given.graph if given.graph.is_dir() else None
    file = graph_place(given.graph)
    if not file.exists():
        raise UsageError(f"there is no {file}; `recalling build` writes one")
    workers = max(2, min(4, os.cpu_count() or 1))
    with Pool(file, workers=workers, limits=Limits(seconds=given.time_limit)) as pool:
        application = Application(pool, folder, host=given.host, origins=given.origins)
        server = listen(application, host=given.host, port=given.port, workers=workers)
        name, port = address(server)
        base = f"http://{f'[{name}]' if ':' in name else name}:{port}"
        with ending(pool):
            console.say(
                f"{given.graph}: {pool.triples} triples at {base}/ (queries: {PAGE}, SPARQL endpoint: {ENDPOINT})"
            )
            if not _is_loopback(name):
                console.tell("other computers can reach this server and ask it anything; there is no password")
            console.say("Ctrl-C ends the server")
            sys.stdout.flush()  # for whoever waits in a pipe
            server.run()
        server.close()
    console.say("ended")
    return DONE


def _is_loopback(host: str) -> bool:
    """Whether an address is that of this computer alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
