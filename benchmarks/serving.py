"""`recalling serve` with many clients at once: statuses, requests a second, waiting times, memory of the server.

    python benchmarks/serving.py OUT

OUT is a folder that `recalling build` wrote. Clients and server share the processors of this machine.
"""

import http.client
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote, urlsplit

QUERY = "/sparql?query=" + quote("ASK { ?a cito:cites ?b }")
LOADS = ((32, 20), (200, 10), (200, 40))  # clients, and requests of each


def main() -> None:
    """Serve, ask, and print a line for each load."""
    command = [sys.executable, "-m", "graph.cli", "serve", sys.argv[1], "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603  # our own command
        line = server.stdout.readline() if server.stdout else ""
        address = urlsplit(line[line.index("http:") :].split()[0]).netloc
        for clients, each in LOADS:
            times, statuses, seconds = ask(address, clients, each)
            rate, last = len(times) / seconds, sorted(times)[int(0.99 * len(times))]
            print(f"{clients} clients, {len(times)} requests: {dict(statuses)}, {rate:.0f}/s, p99 {last:.2f} s, "
                  f"{memory(server.pid):.0f} MiB")  # fmt: skip
        server.terminate()


def ask(address: str, clients: int, each: int) -> tuple[list[float], Counter[int], float]:
    """Return the seconds of each request, the statuses, and the seconds of all."""
    times: list[float] = []
    statuses: Counter[int] = Counter()

    def client() -> None:
        connection = http.client.HTTPConnection(address, timeout=60)
        for _ in range(each):
            began = time.monotonic()
            connection.request("GET", QUERY)
            answer = connection.getresponse()
            answer.read()
            times.append(time.monotonic() - began)
            statuses[answer.status] += 1
        connection.close()

    threads = [threading.Thread(target=client) for _ in range(clients)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, statuses, time.monotonic() - began


def memory(number: int) -> float:
    """The memory of a process now, in MiB; Linux counts pages of 4 KiB."""
    return int(Path(f"/proc/{number}/statm").read_text(encoding="ascii").split()[1]) / 256


if __name__ == "__main__":
    main()
