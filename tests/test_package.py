"""The package: which way imports go, what the wheel holds, and what the engine must not say."""

import ast
import re
import subprocess
import sys
import tarfile
import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(
    path.relative_to(ROOT).as_posix()
    for name in ("extract", "graph")
    for path in (ROOT / name).rglob("*.py")
    if "node_modules" not in path.parts
)
DATA = sorted(
    path.relative_to(ROOT).as_posix()
    for name in ("extract", "graph")
    for path in (ROOT / name).rglob("*")
    if path.suffix in {".toml", ".ttl", ".rq", ".js", ".css", ".html", ".sparql", ".tsv"}
    and path.is_file()
    and "scripts" not in path.parts  # the pages take what is made of them, graph/pages/bundles
)
LARGEST = 10_000_000
"""Bytes of a source distribution; texts that tests are measured on would make it many times as large."""
LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "ru", "zh"})
FALLBACK = frozenset(
    {
        ("extract/language/identification.py", "en"),
        ("extract/symbols/bodies.py", "en"),
        ("extract/scoring/gold.py", "de"),
    }
)
"""Where a language may be named: English is the fallback for unknown languages and the language of the names that
identify bodies; "de" is a small word in titles."""


def _imported(module: str) -> set[str]:
    """Names of the packages that a module imports, also inside functions."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            names.add((node.module or "").partition(".")[0])
    return names


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("extract/")])
def test_extract_knows_no_graph(module: str) -> None:
    assert not _imported(module) & {"graph", "rdflib", "pyoxigraph", "oxrdflib", "networkx", "pyvis"}


@pytest.mark.parametrize("module", [module for module in MODULES if module != "graph/pages/drawing.py"])
def test_pyvis_stays_in_one_module(module: str) -> None:
    assert "pyvis" not in _imported(module)


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("extract/")])
def test_the_engine_names_no_language(module: str) -> None:
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    named = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node.value in LANGUAGES}
    assert {(module, language) for language in named} <= FALLBACK


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in the wheel, built from this tree with the backend that is installed."""
    pytest.importorskip("hatchling", reason="the build backend comes with the extra `test`")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(path).namelist())


def test_the_wheel_holds_every_module_and_every_data_file(wheel: set[str]) -> None:
    assert set(MODULES) | set(DATA) <= wheel
    assert "extract/language/data/zh/verbs.toml" in wheel
    assert "graph/query/queries/most-cited.rq" in wheel
    assert "graph/pages/bundles/document.js" in wheel
    assert not any(name.startswith("graph/pages/scripts/") for name in wheel)


def test_the_wheel_holds_the_catalogue(wheel: set[str]) -> None:
    shipped = {path.name for path in (ROOT / "data" / "catalogue").iterdir()}
    assert {f"extract/catalogue/data/{name}" for name in shipped} <= wheel


def test_the_wheel_holds_two_packages_and_nothing_else(wheel: set[str]) -> None:
    top = {name.partition("/")[0] for name in wheel}
    assert {name for name in top if not name.endswith(".dist-info")} == {"extract", "graph"}


def test_the_wheel_holds_the_licence_and_the_command(wheel: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)
    assert any(name.endswith(".dist-info/entry_points.txt") for name in wheel)


def test_the_source_distribution_holds_the_source_alone(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build backend comes with the extra `test`")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603  # our own
    (path,) = tmp_path.iterdir()
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()} - {"PKG-INFO"}
    assert set(MODULES) | set(DATA) <= names
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "data" / "catalogue").iterdir()} <= names
    assert {"LICENSE", "README.md", "pyproject.toml", "deploy/trial.sh", "tests/conftest.py"} <= names
    assert [name for name in sorted(names) if not (ROOT / name).is_file()] == []
    made = {"node_modules", "__pycache__", ".venv", "out", "dist", "shared"}
    assert [name for name in sorted(names) if made & set(name.split("/"))] == []
    assert path.stat().st_size < LARGEST


def test_the_command_is_installed() -> None:
    (command,) = (entry for entry in entry_points(group="console_scripts") if entry.name == "recalling")
    assert command.value == "graph.cli.main:main"
    assert callable(command.load())


def test_nothing_but_fetching_reads_the_network() -> None:
    for module in (module for module in MODULES if not module.startswith("extract/fetching/")):
        assert not _imported(module) & {"requests", "httpx", "urllib3", "socket", "aiohttp"}, module


def test_the_architecture_names_files_that_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:extract|graph|benchmarks|tests)/[^`\s<>*]+)`", text))
    assert len(named) > 30
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_architecture_names_every_folder() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {path.parent.relative_to(ROOT).as_posix() for path in map(ROOT.joinpath, MODULES)}
    assert [room for room in sorted(rooms) if room.count("/") == 1 and f"`{room}/`" not in text] == []
