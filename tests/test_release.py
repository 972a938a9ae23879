"""What goes with a release: the citation file, the recipes, and what the documents promise of them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, recalling

from graph import __version__

yaml: Any = pytest.importorskip("yaml", reason="comes with Dask, of the extra `test`")


def project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def test_the_citation_file_names_this_version() -> None:
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (said["version"], said["license"]) == (__version__, project()["license"])
    assert said["authors"] == project()["authors"]


def test_the_image_copies_what_there_is_and_runs_as_a_user() -> None:
    text = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
    copied = [path for line in re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE) for path in line.split()]
    assert len(copied) > 4
    assert [path for path in copied if not (ROOT / path).exists()] == []
    assert text.index("USER ") < text.index("ENTRYPOINT")


@pytest.mark.parametrize("name", ["compose.yaml", "kubernetes.yaml"])
def test_the_recipes_are_yaml_and_publish_no_port(name: str) -> None:
    parts = list(yaml.safe_load_all((ROOT / "deploy" / name).read_text(encoding="utf-8")))
    assert parts
    for service in parts[0].get("services", {}).values():
        assert "ports" not in service
        assert service["build"]["dockerfile"] == "deploy/Dockerfile"
    assert all(part["spec"].get("type") != "LoadBalancer" for part in parts if "kind" in part)


def test_the_documents_name_files_that_exist() -> None:
    for name in ("SECURITY.md", "CONTRIBUTING.md", "docs/scale.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        named = re.findall(r"`((?:tests|docs|deploy|benchmarks|graph|extract|\.ci)/[\w./]+)`", text)
        assert [path for path in named if not (ROOT / path).exists()] == [], name


def test_the_log_says_what_is_done_and_cannot_control_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[2J.txt").write_text("Recalling its resolution 61/74,\n", encoding="utf-8")
    done = recalling("--log-level", "debug", "build", tmp_path, "-o", tmp_path / "out", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    assert "INFO graph.pipeline.run: 1 files to read" in done.stderr
    assert "DEBUG graph.pipeline.workers: read" in done.stderr
    assert "\x1b" not in done.stderr
    assert "INFO" not in recalling("build", tmp_path, "-o", tmp_path / "out", "--jobs", "1").stderr
