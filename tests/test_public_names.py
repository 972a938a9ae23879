"""What the packages offer: few names, all real, and imported on first use only."""

import doctest
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import extract
from extract.lazy import offer

ROOT = Path(__file__).parent.parent
PACKAGES = ("extract", "graph", "graph.network", "graph.query")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_offered_is_a_class_or_a_function_with_a_docstring(package: str) -> None:
    module = import_module(package)
    assert dir(module) == sorted(module.__all__)
    for name in module.__all__:
        offered = getattr(module, name)
        assert callable(offered), name
        assert offered.__doc__, name
        assert offered.__module__.startswith(f"{package}."), name


@pytest.mark.parametrize("package", PACKAGES)
def test_no_name_offered_is_hidden_by_a_module(package: str) -> None:
    folder = ROOT / package.replace(".", "/")
    modules = {path.stem for path in folder.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert not modules & set(import_module(package).__all__)


@pytest.mark.parametrize("package", PACKAGES)
def test_other_names_are_missing(package: str) -> None:
    with pytest.raises(AttributeError, match=f"module '{package}' has no attribute 'read_minds'"):
        getattr(import_module(package), "read_minds")  # noqa: B009  # a plain attribute would not type-check


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    package = ModuleType("package")
    monkeypatch.setitem(sys.modules, "package", package)
    assert offer("package", {"Path": "pathlib"})("Path") is Path
    assert vars(package)["Path"] is Path


@pytest.mark.parametrize("package", PACKAGES)
def test_importing_a_package_loads_none_of_its_modules(package: str) -> None:
    code = f"import json, sys, {package}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603  # our own
    loaded = set(json.loads(done.stdout))
    ours = {name for name in loaded if name.partition(".")[0] in {"extract", "graph"}}
    assert ours <= {"extract", "extract.lazy", "graph", package}
    assert not loaded & {"regex", "pydantic", "ahocorasick_rs", "lxml", "rdflib", "networkx", "numpy"}


def test_the_example_of_the_package_holds() -> None:
    result = doctest.testmod(extract)
    assert result.attempted > 3
    assert result.failed == 0
