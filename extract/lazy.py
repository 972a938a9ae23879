"""Names that a package offers on behalf of its modules, which are imported on first use (PEP 562)."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def offer(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Make the `__getattr__` of a package that offers names from its modules.

    An offered name must not be the name of a module of the package: importing that module would hide it.

    Args:
        package: `__name__` of the package.
        homes: each name offered, and the module that defines it.

    Returns:
        A function that imports the module of a name, keeps what the name stands for in the package, and returns it; of
        any other name it raises AttributeError.
    """

    def find(name: str) -> Any:  # noqa: ANN401  # a class, a function or a constant
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return find
