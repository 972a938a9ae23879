"""`Sheet`: what a web page's own style sheets and attributes hide, strike out, or raise.

Of CSS only as much is followed as tells this: selectors of tags, classes and identifiers, also within one another. A
rule that asks for more (states, attributes, neighbours) or is meant for print is left aside. No sheet is ever fetched.
"""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

import regex
import tinycss2
from lxml import etree

from extract.reading.markup.tree import bare, words

_MOST_CSS: Final = 400_000  # code points of all sheets
_MOST_RULES: Final = 2000
_MOST_STEPS: Final = 8  # of a selector: elements within one another
_NEAR: Final = 40  # ancestors that a selector is compared with
_TELLING: Final = regex.compile("display|visibility|text-decoration|vertical-align", regex.IGNORECASE)
_STRUCK: Final = regex.compile(r"line-through")
_RAISING: Final = frozenset(["super", "text-top"])
_SCREENS: Final = frozenset(["screen", "all", "and", "only"])
_FOLLOWED: Final = frozenset(["display", "visibility", "text-decoration", "text-decoration-line", "vertical-align"])
_LESS: Final = 2  # what a sheet hides is less than half of the page: more is what a script would show


class _Step(NamedTuple):
    """What a selector asks of one element."""

    tag: str
    identifier: str
    classes: frozenset[str]

    def matches(self, element: etree._Element) -> bool:
        return (
            (not self.tag or bare(element.tag) == self.tag)
            and (not self.identifier or element.get("id") == self.identifier)
            and (not self.classes or self.classes <= _classes(element.get("class", "")))
        )

    @property
    def key(self) -> str:
        """What an element must have, to find the rules that may match it."""
        if self.identifier:
            return f"#{self.identifier}"
        return f".{min(self.classes)}" if self.classes else self.tag


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector with what it declares.

    Attributes:
        steps: what it asks of the element and of those around it, innermost first.
        weight: by which it holds against others: specificity, then order.
        said: property -> value and whether it is important.
    """

    steps: tuple[_Step, ...]
    weight: tuple[int, int, int, int]
    said: Mapping[str, tuple[str, bool]]

    def matches(self, element: etree._Element) -> bool:
        if not self.steps[0].matches(element):
            return False
        around = itertools.islice(element.iterancestors(), _NEAR)
        return all(any(map(step.matches, around)) for step in self.steps[1:])


class Sheet:
    """The styles of a page."""

    def __init__(self, root: etree._Element) -> None:
        """Read the page's style sheets."""
        css = "\n".join(words(each) for each in root.iter("style"))[:_MOST_CSS]
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        for rule in itertools.islice(_rules(css), _MOST_RULES) if css else ():
            self._rules[rule.steps[0].key].append(rule)
        self._page = root
        self._extent: int | None = None

    def unreads(self, element: etree._Element) -> bool:
        """Whether an element is hidden or struck out."""
        said = self._said(element)
        if not said:
            return False
        if _STRUCK.search(said.get("text-decoration", "") + said.get("text-decoration-line", "")):
            return True
        hidden = said.get("display") == "none" or said.get("visibility") in {"hidden", "collapse"}
        return hidden and (_hides(_inline(element.get("style", ""))) or not self._is_most(element))

    def raises(self, element: etree._Element) -> bool:
        """Whether an element is raised above its line."""
        if bare(element.tag) == "sup":
            return True
        said = self._said(element)
        return said.get("vertical-align") in _RAISING if said else False

    def _said(self, element: etree._Element) -> Mapping[str, str]:
        """The properties that hold for an element itself, those it inherits aside."""
        inline = _inline(element.get("style", ""))
        if not self._rules:
            return {name: value for name, (value, _) in inline.items()} if inline else {}
        keys = [bare(element.tag), "", *(f".{each}" for each in _classes(element.get("class", "")))]
        if identifier := element.get("id"):
            keys.append(f"#{identifier}")
        rules = [rule for key in keys for rule in self._rules.get(key, ()) if rule.matches(element)]
        held: dict[str, tuple[bool, tuple[int, int, int, int], str]] = {}
        for weight, said in (*((rule.weight, rule.said) for rule in rules), (_INLINE, inline)):
            for name, (value, important) in said.items():
                if name not in held or (important, weight) >= held[name][:2]:
                    held[name] = important, weight, value
        return {name: value for name, (_, _, value) in held.items()}

    def _is_most(self, element: etree._Element) -> bool:
        """Whether an element holds most of the page's words."""
        if self._extent is None:
            self._extent = len(words(self._page))
        return _LESS * len(words(element)) > self._extent


_INLINE: Final = (1, 0, 0, 0)


@lru_cache(maxsize=1024)
def _classes(written: str) -> frozenset[str]:
    return frozenset(written.split())


def _hides(said: Mapping[str, tuple[str, bool]]) -> bool:
    return said.get("display", ("", False))[0] == "none" or said.get("visibility", ("", False))[0] == "hidden"


@lru_cache(maxsize=1024)
def _inline(style: str) -> Mapping[str, tuple[str, bool]]:
    """What an element's own attribute declares."""
    if not _TELLING.search(style):  # most say nothing of what is sought
        return {}
    return _declared(tinycss2.parse_blocks_contents(style[:_LONGEST_INLINE]))


_LONGEST_INLINE: Final = 1000


def _rules(css: str) -> Iterator[_Rule]:
    """The rules of a sheet that can be followed and tell what is sought, those for screens included."""
    parsed = list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))
    order = itertools.count()
    for node in parsed:
        if (
            node.type == "at-rule"
            and node.lower_at_keyword == "media"
            and node.content
            and _is_for_screen(node.prelude)
        ):
            inner = tinycss2.parse_stylesheet(node.content, skip_comments=True, skip_whitespace=True)
        else:
            inner = [node]
        for rule in inner:
            if rule.type == "qualified-rule" and (said := _declared(tinycss2.parse_blocks_contents(rule.content))):
                for steps in _selectors(rule.prelude):
                    yield _Rule(steps, (0, *_specificity(steps), next(order)), said)


def _is_for_screen(prelude: Sequence[Any]) -> bool:
    return all(part.type in {"whitespace", "ident"} for part in prelude) and _SCREENS.issuperset(
        part.lower_value for part in prelude if part.type == "ident"
    )


def _declared(nodes: Sequence[Any]) -> dict[str, tuple[str, bool]]:
    """Those of the properties sought that are declared -> value and whether it is important."""
    return {
        node.lower_name: (
            " ".join(part.lower_value for part in node.value if part.type == "ident"), bool(node.important)
        )
        for node in nodes
        if node.type == "declaration" and node.lower_name in _FOLLOWED
    }  # fmt: skip


def _selectors(prelude: Sequence[Any]) -> Iterator[tuple[_Step, ...]]:
    """The selectors of a rule that can be followed."""
    for comma, parts in itertools.groupby(prelude, key=lambda part: part == ","):
        if not comma and (steps := _steps(list(parts))):
            yield steps


def _steps(parts: Sequence[Any]) -> tuple[_Step, ...] | None:
    """What a selector asks, innermost element first; None where it asks for more than can be followed."""
    steps: list[_Step] = []
    compound: list[Any] = []
    for part in [*parts, " "]:
        if part == " " or part.type == "whitespace" or part == ">":
            if compound and (step := _step(compound)) is None:
                return None
            if compound and step is not None:
                steps.append(step)
            compound = []
        else:
            compound.append(part)
    return tuple(reversed(steps)) if 0 < len(steps) <= _MOST_STEPS else None


def _step(parts: Sequence[Any]) -> _Step | None:
    tag, identifier, classes, dotted = "", "", set(), False
    for part in parts:
        if part == "." and not dotted:
            dotted = True
        elif part.type == "ident" and dotted:
            classes.add(part.value)
            dotted = False
        elif part.type == "hash" and not dotted:
            identifier = part.value
        elif part is parts[0] and (part.type == "ident" or part == "*"):
            tag = part.lower_value if part.type == "ident" else ""
        else:
            return None
    return None if dotted else _Step(tag, identifier, frozenset(classes))


def _specificity(steps: Sequence[_Step]) -> tuple[int, int]:
    """How narrow a selector is: identifiers, then classes and tags, as CSS weighs them."""
    named = sum(bool(step.identifier) for step in steps)
    return named, sum(len(step.classes) * _CLASS + bool(step.tag) for step in steps)


_CLASS: Final = 100
