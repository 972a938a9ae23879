"""The series of UN document symbols: first components, and the bodies whose documents they number.

Source: *United Nations Document Series Symbols* of the Dag Hammarskjöld Library (ST/LIB/SER.B/5 and its addenda).
"""

from collections.abc import Mapping, Sequence
from typing import Final

from extract.symbols.body_table import load_rows

BODIES: Final[Mapping[tuple[str, ...], str]] = {
    tuple(head.split("/")): row.name for row in load_rows().values() for head in row.series
}
"""Leading components of a symbol -> English name of the body; `bodies.toml` gives no series to two bodies."""
_OPCW: Final = frozenset({"C", "EC", "RC"})  # series only with a session behind them
SERIES: Final[frozenset[str]] = frozenset(components[0] for components in BODIES) - _OPCW
HEAD: Final[str] = (
    r"(?:\L<series>(?=/)|(?:GC|IDB)(?:\((?:\d{1,3}+|[IVXL]{1,8}+)\)|\.\d{1,3}+)|(?:C|EC|RC)-(?:[A-Z]{1,2}+-)?\d{1,3}+)"
)
"""Pattern of a known first component, with its session: `A`, `GC(60)`, `EC-M-33`; compile it with `series=SERIES`."""
_LONGEST: Final = max(map(len, BODIES))


def stem(component: str) -> str:
    """The name of a series or body without its session: `GC` of `GC(60)`, `EA` of `EA.4`, `EC` of `EC-M-33`."""
    for mark in "(.-":
        component = component.partition(mark)[0]
    return component


def body_of(components: Sequence[str]) -> str | None:
    """The English name of the body that a symbol's leading components tell; the most specific one, None when none."""
    for count in range(min(_LONGEST, len(components)), 0, -1):
        head = (stem(components[0]), *components[1:count])
        for key in (head, (*head[:-1], stem(head[-1]))):
            if key in BODIES:
                return BODIES[key]
    return None
