"""`Limits`: what one reading process may take, enforced by the operating system wherever that can do it."""

import os
import signal
from dataclasses import dataclass
from typing import Final

from graph.defaults import MEMORY_LIMIT, TIME_LIMIT

try:
    import resource
except ImportError:  # Windows has none: only the clock limits a process there
    resource = None  # type: ignore[assignment]  # a module or nothing

OUT_OF_MEMORY: Final = 77
"""Exit status of a process that had no memory left for its file."""

_MIB: Final = 2**20
_STARVED: Final = frozenset(
    -number
    for name in ("SIGABRT", "SIGTRAP", "SIGILL", "SIGSEGV", "SIGBUS", "SIGKILL")
    if (number := getattr(signal, name, 0))
)
"""How native libraries, and Linux itself, end a process that asks for more memory than there is."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the reading of one document may take.

    Attributes:
        seconds: of processor time, so that a busy machine skips no document.
        memory: MiB of address space besides what the process has when it starts.
    """

    seconds: float = TIME_LIMIT
    memory: int = MEMORY_LIMIT

    @property
    def interval(self) -> float:
        """Seconds by the clock after which one looks whether a process still computes.

        Long, for on a machine with much to do a process may wait for its disk and its turn.
        """
        return max(2.0, self.seconds)

    def reason(self, exit_code: int | None) -> str:
        """Say why a process that ended did not finish its file.

        Args:
            exit_code: of the process, negative for a signal; None where it was blocked and had to be ended.
        """
        if exit_code is None:
            return f"was not read within {self.seconds:g} seconds and was given up"
        if exit_code == -getattr(signal, "SIGPROF", 0):
            return f"was not read within {self.seconds:g} seconds of processor time and was given up (--time-limit)"
        needed = f"more than {self.memory} MiB of memory (--memory-limit)"
        if exit_code == OUT_OF_MEMORY:
            return f"needs {needed} and was given up; split it"
        hint = f"it may need {needed}; if more does not help, " if exit_code in _STARVED else ""
        return f"ended the process that read it ({exit_code}); {hint}please report it"


def limit_memory(mebibytes: int) -> None:
    """Limit the address space of this process to what it has and so much more, where the platform can do that."""
    if resource is None or not (taken := _address_space()):
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = taken + mebibytes * _MIB
    resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def limit_time(seconds: float) -> None:
    """End this process when it has computed for so long from now on, also inside a library that does not return.

    The signal keeps its default action: a handler in Python would wait for the library.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def computed(process: int) -> int:
    """Return how long a process has computed, in ticks of the system; 0 where that is not told.

    Args:
        process: its number.
    """
    try:
        with open(f"/proc/{process}/stat", "rb") as file:  # noqa: PTH123  # a path of the kernel
            said = file.read().rpartition(b")")[2].split()  # the name before it may hold anything
    except OSError:
        return 0
    return int(said[11]) + int(said[12])


def _address_space() -> int:
    """Bytes of address space that this process has; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123  # a path of the kernel, read once per process
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
