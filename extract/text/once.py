"""`once`: a property that is computed when it is first asked for, and then an attribute like any other.

`functools.cached_property` takes a lock each time that it is filled, until Python 3.12; the words of a paragraph are
filled many thousand times, and by one thread.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801  # a decorator
    """Computes an attribute of an object that has a `__dict__`."""

    def __init__(self, compute: Callable[[Any], Value]) -> None:
        """Take the method that computes it."""
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __get__(self, instance: Any, owner: type) -> Value:  # noqa: ANN401  # of any class
        """Compute the value and leave it in the object, where it is found before this is."""
        if instance is None:
            return self  # type: ignore[return-value]  # documentation asks the class
        value = instance.__dict__[self._compute.__name__] = self._compute(instance)
        return value
