"""`recalling build`: what it writes, always the same, and what it does with inputs that cannot be read."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, SPECIMENS, files, recalling
from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from extract.model.citation import load_lines
from graph.rdf import vocabulary as v
from graph.rdf.graphs import native_triples
from graph.rdf.iri import work_iri
from graph.rdf.opening import load_store
from graph.rdf.store import load_graph

SYNTAXES = ("ttl", "nt", "nq", "trig", "jsonld", "rdf")
WRITTEN = {
    "index.html", "explore.html", "network.html", "timeline.html", "atlas.html", "citations.jsonl", "documents.jsonl",
    "graph.ttl", "graph.graphml", "nodes.csv", "edges.csv", "report.json", "manifest.json",
    "dataset.ttl", "provenance.ttl",
}  # fmt: skip

DRAFT = """\
The General Assembly,

Recalling its resolution 61/74 of 6 December 2006 and Security Council resolution 1540 (2004),

1. Requests the Secretary-General to report on the matter.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    done = recalling("build", SPECIMENS, "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_build_writes_the_files_that_the_readme_lists(built: Path) -> None:
    readme = (SPECIMENS.parent.parent / "README.md").read_text(encoding="utf-8")
    assert {name for name in files(built) if "/" not in name} == WRITTEN | {"audit.html"}
    assert all(f"`{name}`" in readme for name in (*WRITTEN, "audit.html", "documents/"))
    pages = {name for name in files(built) if "/" in name}
    works = {path.name.partition(".")[0] for path in SPECIMENS.iterdir()}
    assert len(pages) == len(works)
    assert "documents/A-RES-76-901.html" in pages


def test_build_audits_the_texts_that_it_has_in_several_languages(built: Path, draft: Path, tmp_path: Path) -> None:
    page = (built / "audit.html").read_text(encoding="utf-8")
    assert "documents/A-RES-79-901.html#" in page  # its rows lead to the place
    assert 'href="audit.html"' in (built / "index.html").read_text(encoding="utf-8")
    out = tmp_path / "out"
    assert recalling("build", draft, "-o", out).returncode == 0
    assert not (out / "audit.html").exists()


def test_build_marks_the_specimens_as_invented_in_rows_graph_and_pages(built: Path) -> None:
    rows = [json.loads(line) for line in (built / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(row["invented"] is True for row in rows)
    graph = load_graph(built / "graph.ttl")
    marked = {str(work) for work in graph.subjects(URIRef(v.INVENTED), Literal("true", datatype=XSD.boolean))}
    assert marked == {work_iri(row["symbol"]) for row in rows}
    for page in ("index.html", "documents/A-RES-76-901.html"):
        assert '<span data-t="invented" class="badge">' in (built / page).read_text(encoding="utf-8")
    assert '"invented":true' in (built / "explore.html").read_text(encoding="utf-8")
    assert '"https://undocs.org/A/RES/76/901"' not in (built / "explore.html").read_text(encoding="utf-8")


def test_the_first_page_links_to_the_collections_in_folders_of_its_own(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert recalling("build", draft, "-o", out).returncode == 0
    assert "specimens/" not in (out / "index.html").read_text(encoding="utf-8")
    assert recalling("build", draft, "-o", out / "specimens").returncode == 0
    assert recalling("build", draft, "-o", out).returncode == 0
    page = (out / "index.html").read_text(encoding="utf-8")
    assert '<a href="./specimens/index.html">' in page
    assert "documents/index.html" not in page


def test_build_finds_what_the_specimens_cite(built: Path) -> None:
    lines = (built / "citations.jsonl").read_text(encoding="utf-8").splitlines()
    references = list(load_lines(lines, file="citations.jsonl"))
    assert {reference.evidence.file for reference in references} == {path.name for path in SPECIMENS.iterdir()}
    targets = {json.loads(line)["target"] for line in lines}
    assert {"S/RES/1540(2004)", "treaty:npt", "A/RES/S-10/2", "A/RES/76/901"} <= targets


def test_quotes_stand_where_they_are_said_to_stand(built: Path) -> None:
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in SPECIMENS.iterdir()}
    for line in (built / "citations.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert texts[row["file"]][row["start"] : row["end"]] == row["quote"]


def test_documents_have_a_row_each(built: Path) -> None:
    rows = [json.loads(line) for line in (built / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {row["file"] for row in rows} == {path.name for path in SPECIMENS.iterdir()}
    assert {row["symbol"] for row in rows} >= {"A/RES/76/901", "S/RES/9901(2024)", "E/RES/2024/901", "A/HRC/RES/57/901"}


def test_the_report_counts_what_the_rows_hold(built: Path) -> None:
    report = json.loads((built / "report.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in (built / "citations.jsonl").read_text(encoding="utf-8").splitlines()]
    assert report["read"]["documents"] == len(list(SPECIMENS.iterdir()))
    assert report["found"]["citations"] == sum(row["target"] is not None for row in rows)
    assert report["unresolved"]["references"] == sum(row["target"] is None for row in rows) > 0
    assert sum(report["unresolved"]["by_reason"].values()) == report["unresolved"]["references"]
    assert report["skipped"] == []


def test_no_file_holds_a_path_of_this_computer(built: Path) -> None:
    for name, content in files(built).items():
        for path in (str(SPECIMENS), str(built), str(Path.home()) + "/", "/tmp/"):  # noqa: S108  # looked for, not used
            assert path.encode() not in content, f"{path} in {name}"


def test_two_runs_give_the_same_bytes_whatever_the_order_and_the_number_of_processes(
    built: Path, tmp_path: Path
) -> None:
    shuffled = sorted(SPECIMENS.iterdir(), key=lambda path: path.name[::-1])
    done = recalling(
        "build", *shuffled, "-o", tmp_path / "again", "--jobs", "1", cwd=tmp_path, environment={"PYTHONHASHSEED": "7"}
    )
    assert done.returncode == 0, done.stderr
    assert files(tmp_path / "again") == files(built)


def test_the_rows_of_a_run_are_an_input_that_gives_the_same_files(built: Path, tmp_path: Path) -> None:
    done = recalling("build", built / "citations.jsonl", "-o", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    again, first = files(tmp_path / "again"), files(built)
    whole = {name for name in first if name.startswith("documents/")} | {"audit.html"}  # rows hold no whole texts
    assert set(again) == set(first) - whole
    linking = {name for name in again if name.endswith(".html")}  # to the pages of whole texts
    linking.add("manifest.json")  # holds their digests
    assert {name: again[name] for name in set(again) - linking} == {name: first[name] for name in set(again) - linking}


def test_a_text_read_twice_counts_once(built: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy_of_it.txt"
    shutil.copy(SPECIMENS / "A_RES_76_901.en.txt", copy)
    done = recalling("build", SPECIMENS, copy, built, "-o", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    again, first = files(tmp_path / "again"), files(built)
    assert json.loads(again["report.json"])["repeated"]
    assert again["citations.jsonl"] == first["citations.jsonl"]
    assert again["graph.ttl"] == first["graph.ttl"]


def test_further_formats_hold_the_same_graph(built: Path, tmp_path: Path) -> None:
    done = recalling("build", built, "-o", tmp_path / "again", "--format", "nt,jsonld,nq,trig,rdf")
    assert done.returncode == 0, done.stderr
    graphs = {suffix: load_graph(tmp_path / "again" / f"graph.{suffix}") for suffix in SYNTAXES}
    assert all(set(each) == set(graphs["ttl"]) for each in graphs.values())
    assert len(graphs["ttl"]) > 0


@pytest.mark.parametrize("suffix", SYNTAXES)
def test_a_server_and_a_query_see_the_same_triples(built: Path, tmp_path: Path, suffix: str) -> None:
    done = recalling("build", built, "-o", tmp_path / "again", "--format", "nt,jsonld,nq,trig,rdf")
    assert done.returncode == 0, done.stderr
    asked = load_graph(tmp_path / "again" / f"graph.{suffix}")
    served = load_store(tmp_path / "again" / f"graph.{suffix}")
    assert {str(quad.triple) for quad in served} == set(map(str, native_triples(asked)))
    assert set(asked) == set(load_graph(built / "graph.ttl"))


def test_the_closing_table_says_what_was_read_found_and_skipped_and_no_progress_is_drawn_where_nobody_watches(
    draft: Path, tmp_path: Path
) -> None:
    done = recalling("build", draft, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    table = {line.split()[0]: line.split()[1] for line in done.stdout.splitlines() if len(line.split()) > 1}
    assert table["read"] == "1"
    assert table["found"] == "2"
    assert table["skipped"] == "1"
    assert "missing.txt" in done.stdout
    assert "\x1b" not in done.stderr + done.stdout
    assert len(done.stderr.splitlines()) <= 3


HOSTILE = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t\n", "holds no text"),
    "binary.txt": (bytes(range(256)) * 20, "is binary"),
    "word.txt": (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "is an Office file"),
    "broken-mark.txt": (b"\xff\xfe\x00\xd8\x00\xd8a", "utf-16"),
    "shopping.txt": (b"milk and eggs and bread\n\nbutter\n", "no United Nations document"),
}


def test_files_that_cannot_be_read_are_named_in_a_line_each_and_the_rest_is_done(draft: Path, tmp_path: Path) -> None:
    for name, (content, _) in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
    done = recalling("build", tmp_path, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name, (_, reason) in HOSTILE.items():
        lines = [line for line in done.stderr.splitlines() if line.startswith(f"{tmp_path / name}: ")]
        assert len(lines) == 1, done.stderr
        assert reason in lines[0]
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert {skipped["file"] for skipped in report["skipped"]} == {*HOSTILE, "missing.txt"}
    assert report["read"]["documents"] == 1
    assert report["found"]["citations"] == 2
    assert draft.name in (tmp_path / "out" / "documents.jsonl").read_text(encoding="utf-8")


def test_nothing_readable_still_gives_a_whole_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = recalling("build", tmp_path / "empty.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert set(files(tmp_path / "out")) == WRITTEN


def test_nothing_to_read_is_wrong_usage_and_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "picture.png").write_bytes(b"\x89PNG")
    done = recalling("build", tmp_path / "missing.txt", folder, "-o", tmp_path / "out")
    assert done.returncode == 2
    assert "missing.txt" in done.stderr
    assert str(folder) in done.stderr
    assert not (tmp_path / "out").exists()


def test_control_characters_of_a_file_name_do_not_reach_the_terminal(draft: Path, tmp_path: Path) -> None:
    bad = tmp_path / "evil\x1b[2J\x07\u202etxt.\n.txt"
    bad.touch()
    named = tmp_path / "good\x1b]0;title\x07.txt"
    draft.rename(named)
    done = recalling("build", bad, named, "-o", tmp_path / "out")
    assert done.returncode == 1
    for sign in "\x1b\x07\u202e":
        assert sign not in done.stdout + done.stderr
    assert "\\x1b[2J" in done.stderr
    assert len([line for line in done.stderr.splitlines() if "evil" in line]) == 1


def test_a_name_that_is_no_unicode_is_read(draft: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd\udcff.txt"
    try:
        draft.rename(odd)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes no such name")
    done = recalling("build", odd, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert set(files(tmp_path / "out")) == WRITTEN | {"documents/odd-.txt.html"}


def test_rows_that_break_the_contract_are_named_with_their_line(draft: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"source": null, "target": null}\n', encoding="utf-8")
    done = recalling("build", rows, draft, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "rows.jsonl: line 1: missing 'file'" in done.stderr


def test_rows_that_are_no_rows_cost_that_file_alone(draft: Path, tmp_path: Path) -> None:
    bad = [tmp_path / f"rows{number}.jsonl" for number in range(4)]
    for path, content in zip(bad, (b"\xff\xfe", b"[" * 100_000, b"[1]\n", b"{]\n"), strict=True):
        path.write_bytes(content)
    done = recalling("build", *bad, draft, "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert all(any(line.startswith(f"{path}: ") for line in done.stderr.splitlines()) for path in bad)
    assert json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))["read"]["documents"] == 1


def test_hostile_rows_give_harmless_files(tmp_path: Path) -> None:
    row = {
        "source": "<script>alert(1)</script>", "file": "=1+1\x1b[31m.txt", "language": "en\n",
        "target": 'javascript:"><b>', "kind": "document",
        "title": "</script><script>alert(1)</script>", "unts": 10**30, "quote": "\ud800 </script>",
        "start": -1, "end": 0, "paragraph": "pp1>", "relation": "recalls", "verb": "\x00", "pinpoint": "@SUM(1)",
        "date": "2006-13-45", "certainty": "explicit", "via": "<fn1>",
    }  # fmt: skip
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(row) + "\n", encoding="utf-8")
    done = recalling("build", rows, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    for name in ("index.html", "explore.html"):
        assert "<script>alert(1)" not in (tmp_path / "out" / name).read_text(encoding="utf-8")
    assert len(load_graph(tmp_path / "out" / "graph.ttl")) > 0


def test_a_folder_that_cannot_be_written_is_one_line(draft: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    done = recalling("build", draft, "-o", tmp_path / "taken")
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_disk_that_is_full_is_one_line() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    command = [sys.executable, "-m", "graph.cli", "query", "--list"]
    with full.open("w") as out:
        done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, encoding="utf-8", check=False)  # noqa: S603  # our own command
    assert done.returncode == 1
    assert done.stderr.startswith("recalling query: ")
    assert "No space left" in done.stderr.splitlines()[0]
