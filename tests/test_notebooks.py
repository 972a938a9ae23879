"""The notebooks run from top to bottom, hold no outputs, and show what they promise."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(path.name for path in FOLDER.glob("*.ipynb"))

FEWEST_PICTURES = 2
MOST_CHARACTERS = 1_000_000
"""Of all outputs of a notebook, pictures included: it must stay quick to open."""

pytestmark = pytest.mark.filterwarnings("default")  # of the notebook machinery, not ours


@pytest.fixture(scope="module")
def quickstart() -> list[Any]:
    """The outputs of the first notebook, as executed in its folder."""
    return _outputs(_executed("01_quickstart.ipynb"))


def _executed(name: str) -> Any:  # noqa: ANN401  # nbformat has no types
    notebook = nbformat.read(FOLDER / name, as_version=4)  # type: ignore[no-untyped-call]  # partly typed
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    return notebook


def _outputs(notebook: Any) -> list[Any]:  # noqa: ANN401  # as above
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def _text(outputs: list[Any], kind: str) -> str:
    return "\n".join(str(output["data"][kind]) for output in outputs if kind in output.get("data", {}))


@pytest.mark.parametrize("name", [name for name in NOTEBOOKS if not name.startswith("01_")])
def test_the_other_notebooks_run_and_show_pictures(name: str) -> None:
    outputs = _outputs(_executed(name))
    assert _text(outputs, "text/html").count("<img alt=") >= FEWEST_PICTURES
    assert sum(len(str(output)) for output in outputs) < MOST_CHARACTERS


def test_the_quickstart_shows_the_network_and_figures(quickstart: list[Any]) -> None:
    page = _text(quickstart, "text/html")
    assert '<img alt="Citation network: ' in page
    assert "Open the interactive page" in page
    assert page.count("<img alt=") > FEWEST_PICTURES
    assert sum(len(str(output)) for output in quickstart) < MOST_CHARACTERS


def test_the_quickstart_finds_a_path_and_who_cites_a_treaty(quickstart: list[Any]) -> None:
    shown = _text(quickstart, "text/plain")
    assert "['A/RES/79/901', " in shown
    assert "'A/RES/S-10/2']" in shown
    assert "contradicted" in shown


def test_the_quickstart_counts_and_proposes(quickstart: list[Any]) -> None:
    printed = "".join(output["text"] for output in quickstart if output["output_type"] == "stream")
    assert "<CitationGraph: 11 documents, " in printed
    assert "A/RES/76/910 is not in the graph; is one of these meant: A/RES/76/901" in printed


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebooks_hold_no_outputs_and_are_valid(name: str) -> None:
    notebook = nbformat.read(FOLDER / name, as_version=4)  # type: ignore[no-untyped-call]  # partly typed
    nbformat.validate(notebook)
    assert not _outputs(notebook)
    assert all(cell.execution_count is None for cell in notebook.cells if cell.cell_type == "code")
