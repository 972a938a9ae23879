"""The rules of the house: no import circle, no dense function, no oversized module, no language in the engine."""

import ast
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import networkx as nx
import pytest
from radon.complexity import cc_visit

ROOT = Path(__file__).parent.parent
PACKAGES = ("extract", "graph")
MODULES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "node_modules" not in path.parts
)

MOST_LINES = 300
FEWEST_LINES = 25
FACES = frozenset({"__init__.py", "__main__.py"})
"""Modules that hand on the names of a package, or run it; they may be short."""

DENSE = 12
"""Cyclomatic complexity above which a function counts as dense."""
MOST_DENSE = 40
"""Dense functions that are left; this number only ever falls."""
VERY_DENSE = 15
REASONS: Mapping[str, str] = {}
"""Function above `VERY_DENSE` -> why it stays so; at most ten, none above `NEVER`."""
NEVER = 20

LETTERS: Mapping[str, str] = {
    "extract.language.anchored": "case folding of Unicode: characters that equal letters of another lower case",
}
"""Module whose string constants hold letters beyond ASCII -> why they are not data of a language."""


def name_of(path: Path) -> str:
    """Dotted name of a module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """Module -> the modules of this project that it imports, inside functions and for type checks as well."""
    names = {name_of(path) for path in MODULES}
    found: dict[str, frozenset[str]] = {}
    for path in MODULES:
        targets: set[str] = set()
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Import):
                targets |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                members = {f"{node.module}.{alias.name}" for alias in node.names}
                targets |= (members & names) or {node.module}
        found[name_of(path)] = frozenset(targets & names)
    return found


def room_of(module: str) -> str:
    """The package of a module; a module that stands beside subpackages is a room of its own."""
    package = module.rpartition(".")[0]
    inner = {name for name in imports() if name.startswith(f"{package}.") and name.count(".") > package.count(".") + 1}
    return module if inner or not package else package


def circles(edges: set[tuple[str, str]]) -> list[list[str]]:
    network = nx.DiGraph(edge for edge in edges if edge[0] != edge[1])
    return [sorted(group) for group in nx.strongly_connected_components(network) if len(group) > 1]


def faces() -> frozenset[str]:
    """Packages: their `__init__` hands on names lazily, so it is no way for a circle."""
    return frozenset(name_of(path) for path in MODULES if path.name == "__init__.py")


def test_no_module_imports_itself_in_a_circle() -> None:
    edges = {(module, target) for module, targets in imports().items() for target in targets}
    assert circles({(a, b) for a, b in edges if a not in faces() and b not in faces()}) == []


def test_no_room_imports_itself_in_a_circle() -> None:
    edges = {(module, target) for module, targets in imports().items() for target in targets}
    assert circles({(room_of(a), room_of(b)) for a, b in edges if a not in faces() and b not in faces()}) == []


def test_a_circle_would_be_found() -> None:
    assert circles({("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")}) == [["a", "b", "c"]]


@pytest.mark.parametrize("package", PACKAGES)
def test_only_the_command_line_imports_the_command_line(package: str) -> None:
    for module, targets in imports().items():
        if module.startswith(package) and not module.startswith("graph.cli"):
            assert not any(target.startswith("graph.cli") for target in targets), module


def dense_functions() -> Iterator[tuple[str, int]]:
    """Functions and methods above `DENSE`, as `path:name`, with their cyclomatic complexity."""
    for path in MODULES:
        for block in cc_visit(path.read_text(encoding="utf-8")):
            if block.letter != "C" and block.complexity > DENSE:
                yield f"{path.relative_to(ROOT).as_posix()}:{block.fullname}", block.complexity


def test_functions_stay_simple() -> None:
    found = dict(dense_functions())
    assert {name: score for name, score in found.items() if score > NEVER} == {}
    assert {name for name, score in found.items() if score > VERY_DENSE} == set(REASONS)
    assert len(REASONS) <= 10
    assert len(found) <= MOST_DENSE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_neither_a_novel_nor_a_note(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES
    assert lines >= FEWEST_LINES or path.name in FACES


def letters(path: Path) -> Iterator[str]:
    """Letters and numerals beyond ASCII in the string constants of a module, docstrings apart."""
    tree = tree_of(path)
    documentation = {
        id(child.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for child in node.body
        if isinstance(child, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield from (
                character
                for character in node.value
                if not character.isascii() and unicodedata.category(character)[0] in "LN"
            )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_engine_holds_no_letters_of_a_language(path: Path) -> None:
    found = sorted(set(letters(path)))
    assert (name_of(path) in LETTERS) == bool(found), found
