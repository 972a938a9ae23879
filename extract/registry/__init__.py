"""Treaties and named instruments, and how their titles are found: `from extract.registry import load_registry`.

The names are imported on first use.
"""

from typing import TYPE_CHECKING

from extract.lazy import offer

if TYPE_CHECKING:
    from extract.registry.registry import Instrument, Registry, Treaty, load_registry, read_registry
else:
    __getattr__ = offer(
        __name__,
        dict.fromkeys(
            ("Instrument", "Registry", "Treaty", "load_registry", "read_registry"), "extract.registry.registry"
        ),
    )

__all__ = ["Instrument", "Registry", "Treaty", "load_registry", "read_registry"]
