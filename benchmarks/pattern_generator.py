"""Strings that a regular expression matches, made from its tree as the module `regex` reads it: all of its syntax.

Hypothesis makes strings of the syntax of `re` alone, which is that of two thirds of our patterns. The tree is internal
to `regex` (`regex._regex_core`), so this is for measuring only.
"""

import random
import string
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final

import regex

core: Any = import_module("regex._regex_core")  # it has no types

POOL: Final = (
    string.printable
    + "\xa0\u2028\u200e¹²ª½éèñüßçİıſøÅ\u0301«»“”‘’–—…абвгдияЯЁابتثةنيو٠١٢٣،؛\u064e"
    + "第号决议大会年月日段和、。《》（）１２Ⅷ\U0001f600"
)
"""Characters that classes are filled from, of all scripts of the tables."""
_MORE: Final = 3
"""Repetitions beyond the least."""
_LOOKED: Final = 0.2
"""Chance that what is looked at is written."""
_DEEPEST: Final = 60
"""Levels of a tree; a group that calls itself has no end."""


class Generator:
    """Makes strings of one pattern.

    Attributes:
        chance: what is taken of several.
        repeats: the nodes of its tree that repeat something.
    """

    def __init__(self, pattern: str, flags: int, lists: Mapping[str, frozenset[str]], chance: random.Random) -> None:
        """Read a pattern.

        Args:
            pattern: its text.
            flags: those of the compiled pattern.
            lists: its named lists.
            chance: see the attribute.

        Raises:
            ValueError: `regex` reads the pattern otherwise than a compiler does.
        """
        self.chance = chance
        self._tree = _parsed(pattern, flags, lists)
        nodes = list(_nodes(self._tree, None))
        self._above = {id(node): above for node, above in nodes}
        self._groups = {node.group: node for node, _ in nodes if isinstance(node, core.Group)}
        self.repeats = [node for node, _ in nodes if isinstance(node, core.GreedyRepeat)]
        self._characters: dict[int, list[str]] = {}
        self._path: frozenset[int] = frozenset()
        self._pump: Any = None
        self._length = self._depth = 0

    def text(self) -> str:
        """Return a string that the pattern matches, unless what stands around is looked at."""
        return self._begun(frozenset(), None, 0)

    def pumped(self, repeat: Any, length: int) -> str:  # noqa: ANN401  # a node of the tree
        """Return a string in which a node repeats until the string has some length, whatever its most is."""
        path, node = set(), repeat
        while node is not None:
            path.add(id(node))
            node = self._above[id(node)]
        return self._begun(frozenset(path), repeat, length)

    def _begun(self, path: frozenset[int], pump: Any, length: int) -> str:  # noqa: ANN401  # as above
        """Return a string of the whole tree.

        Args:
            path: the nodes that must be gone through.
            pump: the one that repeats without regard to its most; None for none.
            length: of what it repeats.
        """
        self._path, self._pump, self._length, self._depth = path, pump, length, 0
        return self._made(self._tree)

    def _made(self, node: Any) -> str:  # noqa: ANN401  # as above
        """Return a string of a node; nothing of what has no width, and of references to what a group has matched."""
        make = next((make for kinds, make in _MAKERS if isinstance(node, kinds)), None)
        if make is None or self._depth > _DEEPEST:
            return ""
        self._depth += 1
        made = make(self, node)
        self._depth -= 1
        return made

    def _sequence(self, node: Any) -> str:  # noqa: ANN401  # as above
        return "".join(map(self._made, node.items))

    def _branch(self, node: Any) -> str:  # noqa: ANN401  # as above
        on_path = [branch for branch in node.branches if id(branch) in self._path]
        return self._made((on_path or [self.chance.choice(node.branches)])[0])

    def _below(self, node: Any) -> str:  # noqa: ANN401  # as above
        return self._made(node.subpattern)

    def _called(self, node: Any) -> str:  # noqa: ANN401  # as above
        number = node.info.group_index.get(node.group, node.group)
        return self._made(self._groups.get(int(number), self._tree))

    def _looked(self, node: Any) -> str:  # noqa: ANN401  # as above
        """Mostly nothing: what is looked at stands beside it in the pattern, too."""
        wanted = node.positive and self.chance.random() < _LOOKED
        return self._made(node.subpattern) if id(node) in self._path or wanted else ""

    def _either(self, node: Any) -> str:  # noqa: ANN401  # as above
        return self._made(self.chance.choice((node.yes_item, node.no_item)))

    def _repeated(self, node: Any) -> str:  # noqa: ANN401  # as above
        """Some more times than it must, or until the length is reached."""
        if node is self._pump:
            bodies = [body for body in (self._made(node.subpattern) for _ in range(2)) if body] or ["a"]
            whole = "".join(bodies[: self.chance.randint(1, 2)])  # the same again, or two in turn
            return whole * (self._length // len(whole) + 1)
        least = max(node.min_count, int(id(node) in self._path))
        most = least + _MORE if node.max_count is None else min(node.max_count, least + _MORE)
        return "".join(self._made(node.subpattern) for _ in range(self.chance.randint(least, max(least, most))))

    def _character(self, node: Any) -> str:  # noqa: ANN401  # as above
        return chr(node.value) if node.positive else self._one_of(node)

    def _one_of(self, node: Any) -> str:  # noqa: ANN401  # as above
        """A character of a class."""
        key = id(node)
        if key not in self._characters:
            self._characters[key] = [character for character in POOL if node.matches(ord(character))] or ["a"]
        return self.chance.choice(self._characters[key])

    def _any(self, _node: Any) -> str:  # noqa: ANN401  # as above
        return self.chance.choice(POOL)


_MAKERS: Final[tuple[tuple[Any, Callable[[Generator, Any], str]], ...]] = (
    (core.Sequence, Generator._sequence),  # noqa: SLF001  # its own table
    (core.Branch, Generator._branch),  # noqa: SLF001  # as above
    (core.GreedyRepeat, Generator._repeated),  # noqa: SLF001  # as above
    ((core.Group, core.Atomic), Generator._below),  # noqa: SLF001  # as above
    (core.CallGroup, Generator._called),  # noqa: SLF001  # as above
    (core.LookAround, Generator._looked),  # noqa: SLF001  # as above
    ((core.Conditional, core.LookAroundConditional), Generator._either),  # noqa: SLF001  # as above
    (core.Character, Generator._character),  # noqa: SLF001  # as above
    ((core.Property, core.Range, core.SetBase), Generator._one_of),  # noqa: SLF001  # as above
    (core.Any, Generator._any),  # noqa: SLF001  # as above
)


def _parsed(pattern: str, flags: int, lists: Mapping[str, frozenset[str]]) -> Any:  # noqa: ANN401  # a node
    """Return the tree of a pattern."""
    core.DEFAULT_VERSION = regex.DEFAULT_VERSION
    given = flags & ~regex.DEBUG
    while True:
        source = core.Source(pattern)
        info = core.Info(given, source.char_type, dict(lists))
        info.guess_encoding = core.UNICODE
        source.ignore_space = bool(info.flags & regex.VERBOSE)
        try:
            tree = core._parse_pattern(source, info)  # noqa: SLF001  # see the module
        except core._UnscopedFlagSet:  # noqa: SLF001  # as above
            given = info.global_flags
            continue
        if not source.at_end():
            raise ValueError(pattern)
        return tree


def _nodes(node: Any, above: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401  # nodes
    """Yield a node and all below it, each with the one that it is a part of."""
    yield node, above
    parts = [getattr(node, name, None) for name in ("subpattern", "yes_item", "no_item")]
    if isinstance(node, core.Sequence):
        parts += node.items
    if isinstance(node, core.Branch) and not isinstance(node, core.StringSet):
        parts += node.branches
    for part in parts:
        if part is not None:
            yield from _nodes(part, node)
