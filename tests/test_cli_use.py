"""The other commands: `extract`, `query`, `view`, `validate`, `evaluate`, and the help."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from command import ROOT, SPECIMENS, recalling

from extract.model.citation import COLUMNS, load_lines
from graph.cli.commands import COMMANDS
from graph.cli.main import main
from graph.query.ask import named_queries

Run = Callable[..., tuple[int, str, str]]

TEXT = SPECIMENS / "A_RES_76_901.en.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    assert recalling("build", SPECIMENS, "-o", folder).returncode == 0
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command inside this process, which is quicker: status, output, errors."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:  # argparse ends so, with help or with a fault
            status = int(end.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


def test_extract_writes_the_contract(built: Path) -> None:
    done = recalling("extract", SPECIMENS)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (built / "citations.jsonl").read_text(encoding="utf-8")
    assert list(load_lines(done.stdout.splitlines(), file="stdout"))


def test_extract_as_csv_has_the_same_rows() -> None:
    rows = [json.loads(line) for line in recalling("extract", TEXT).stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(recalling("extract", TEXT, "--format", "csv").stdout)))
    assert tuple(table[0]) == COLUMNS
    assert [row["target"] for row in table] == [row["target"] or "" for row in rows]
    assert [int(row["start"]) for row in table] == [row["start"] for row in rows]


def test_csv_runs_no_formula(tmp_path: Path) -> None:
    row = json.loads(recalling("extract", TEXT).stdout.splitlines()[0]) | {"file": "=HYPERLINK(1)", "verb": "@SUM(1)"}
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(row) + "\n", encoding="utf-8")
    (written,) = csv.DictReader(io.StringIO(recalling("extract", rows, "--format", "csv").stdout))
    assert written["file"] == "'=HYPERLINK(1)"
    assert written["verb"] == "'@SUM(1)"


def test_extract_as_a_table_shows_target_and_quote() -> None:
    done = recalling("extract", TEXT, "--format", "table")
    line = next(line for line in done.stdout.splitlines() if "A/RES/1653(XVI)" in line)
    assert "recalls" in line
    assert "1653 (XVI)" in line


def test_a_reader_that_has_seen_enough_causes_no_noise() -> None:
    command = f"'{sys.executable}' -m graph.cli extract data/specimens data/specimens | head -n 1"
    done = subprocess.run(  # noqa: S602  # a pipe of our own
        command, shell=True, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert json.loads(done.stdout)["quote"]
    assert "Error" not in done.stderr


def test_query_list_names_every_query_that_ships(run: Run) -> None:
    status, out, _ = run("query", "--list")
    assert status == 0
    assert all(name in out for name in named_queries())


@pytest.mark.parametrize("name", named_queries())
def test_every_query_that_ships_is_answered(name: str, built: Path, run: Run) -> None:
    status, out, err = run("query", built, "--name", name, "--format", "json")
    assert status == 0, err
    assert isinstance(json.loads(out), list)


def test_a_query_takes_parameters(built: Path) -> None:
    done = recalling(
        "query", built / "graph.ttl", "what-cites", "--param", "symbol=S/RES/1540 (2004)", "--format", "csv"
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows
    assert all("1540" in row["quote"] for row in rows)


@pytest.mark.parametrize(
    ("params", "said"),
    [
        (["symbol=A/RES/99/999"], "A/RES/99/999 is not in the graph"),
        (["symbol=s/res/1540(2004)"], "s/res/1540(2004) is taken to be S/RES/1540(2004)"),
        ([], "is not in the graph"),
    ],
)
def test_a_query_without_answer_says_that_its_text_is_not_in_the_graph(
    params: list[str], said: str, tmp_path: Path, run: Run
) -> None:
    graph = tmp_path / "small.ttl"
    graph.write_text(
        "@prefix dcterms: <http://purl.org/dc/terms/> . @prefix rc: <https://w3id.org/recalling/ontology#> .\n"
        '<https://undocs.org/S/RES/1540(2004)> a rc:Work ; dcterms:identifier "S/RES/1540(2004)" .\n',
        encoding="utf-8",
    )
    given = [word for each in params for word in ("--param", each)]
    status, out, err = run("query", graph, "coupled", *given, "--format", "csv")
    assert (status, out.strip()) == (0, "text,date,together")
    assert said in err
    assert ("--param symbol=SYMBOL" in err) == (not params)
    _, _, err = run("query", graph, "coupled", "--param", "symbol=S/RES/1540(2004)")
    assert err == ""  # it is in the graph; nothing cites what it cites


def test_sparql_is_answered_from_the_line_a_file_and_standard_input(built: Path, tmp_path: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?a cito:cites ?b }"
    file = tmp_path / "count.rq"
    file.write_text(text, encoding="utf-8")
    answers = [
        recalling("query", built, text, "--format", "json"),
        recalling("query", built, "--file", file, "--format", "json"),
        recalling("query", built, "--file", "-", "--format", "json", stdin=text),
    ]
    counts = [json.loads(answer.stdout)[0]["n"] for answer in answers]
    assert counts[0] > 100
    assert len(set(counts)) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--name", "no-such-query"], "no-such-query"),
        (["no-such-query"], "no query has that name"),
        (["SELECT ?a WHERE {"], "query"),
        (["INSERT DATA { <a:b> <a:b> <a:b> }"], "only SELECT, ASK, CONSTRUCT"),
        (["most-cited", "--param", "nothing=1"], "no parameter nothing"),
        (["--file", "/no/such/file.rq"], "No such file"),
        ([], "name a graph and a query"),
    ],
)
def test_a_query_that_makes_no_sense_is_wrong_usage(arguments: list[str], said: str, built: Path, run: Run) -> None:
    status, out, err = run("query", built, *arguments)
    assert status == 2
    assert said in err
    assert out == ""


@pytest.mark.parametrize("command", [["query", "X", "most-cited"], ["view", "X"], ["validate", "X"]])
def test_a_graph_that_is_not_there_is_wrong_usage(command: list[str], tmp_path: Path, run: Run) -> None:
    status, _, err = run(*(tmp_path / "none" if word == "X" else word for word in command))
    assert status == 2
    assert "there is no" in err


def test_a_graph_that_breaks_its_syntax_is_one_line(tmp_path: Path, run: Run) -> None:
    (tmp_path / "graph.ttl").write_text("<a> <b", encoding="utf-8")
    status, _, err = run("query", tmp_path, "most-cited")
    assert status == 1
    assert len(err.splitlines()) == 1


def test_view_draws_the_neighbourhood_of_a_text(built: Path, tmp_path: Path) -> None:
    whole, near = tmp_path / "whole.html", tmp_path / "near.html"
    assert recalling("view", built, "-o", whole).returncode == 0
    done = recalling("view", built, "--focus", "S/RES/1540 (2004)", "--depth", "1", "-o", near)
    assert done.returncode == 0, done.stderr
    assert "S/RES/1540(2004)" in near.read_text(encoding="utf-8")
    assert "A/HRC/RES/57/901" in whole.read_text(encoding="utf-8")
    assert "A/HRC/RES/57/901" not in near.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["timeline", "atlas"])
def test_view_draws_the_other_pages(built: Path, tmp_path: Path, page: str) -> None:
    output = tmp_path / "page.html"
    done = recalling("view", built, "--page", page, "-o", output)
    assert done.returncode == 0, done.stderr
    view = {"atlas": "map"}.get(page, page)
    assert f'class="explorer" data-view="{view}"' in output.read_text(encoding="utf-8")


def test_view_of_a_text_that_is_not_there_says_what_may_be_meant(built: Path, tmp_path: Path) -> None:
    done = recalling("view", built, "--focus", "S/RES/1541(2004)", "-o", tmp_path / "page.html")
    assert done.returncode == 2
    assert "S/RES/1540(2004)" in done.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_graph_that_build_wrote_conforms_and_a_broken_one_does_not(built: Path, tmp_path: Path) -> None:
    good = recalling("validate", built)
    assert good.returncode == 0, good.stdout
    broken = tmp_path / "graph.ttl"
    text = (built / "graph.ttl").read_text(encoding="utf-8")
    broken.write_text(text.replace("cito:hasCitedEntity", "cito:hasNothing"), encoding="utf-8")
    bad = recalling("validate", broken)
    assert bad.returncode == 1
    assert "violations" in bad.stdout


def test_evaluate_measures_the_specimens(built: Path) -> None:
    done = recalling("evaluate", ROOT / "data" / "expected.jsonl", built, "--json")
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    total = outcome["scores"][0]
    assert (total["by"], total["of"]) == ("total", "all")
    assert total["f1"] > 0.8
    shown = recalling("evaluate", ROOT / "data" / "expected.jsonl", built, "--errors").stdout
    assert all(
        word in shown for word in ("precision", "recall", "F1", "language", "kind", "relation", "missed", "wrong")
    )


def test_evaluate_without_a_file_is_wrong_usage(tmp_path: Path, run: Run) -> None:
    assert run("evaluate", tmp_path / "none.jsonl", tmp_path / "none.jsonl")[0] == 2


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_with_an_example(command: str, run: Run) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert f"\n  recalling {command} " in out.partition("\nexample:")[2]


def test_the_help_names_the_commands_that_exist_and_no_other(run: Run) -> None:
    lines = run("--help")[1].splitlines()
    listed = {line.split()[0] for line in lines if line.startswith("    ") and line[4] != " "}  # others go on
    assert listed == set(COMMANDS)


def test_the_version_is_that_of_the_package() -> None:
    assert recalling("--version").stdout == f"recalling {version('recalling')}\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["no-such-command"], ["build"], ["build", "x", "--jobs", "0"], ["build", "x", "--format", "pdf"],
     ["build", "x", "--time-limit", "nan"], ["query", "x", "most-cited", "--param", "novalue"]],
)  # fmt: skip
def test_wrong_usage_is_status_two(arguments: list[str], run: Run) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert err.startswith("usage: recalling")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_chinese_quotes_survive_a_terminal_that_knows_no_chinese(encoding: str) -> None:
    done = recalling("extract", SPECIMENS / "A_RES_78_901.zh.txt", environment={"PYTHONIOENCODING": encoding})
    assert done.returncode == 0, done.stderr
    assert "号决议" in done.stdout


def test_on_a_terminal_data_is_plain_and_elsewhere_exact(tmp_path: Path) -> None:
    row = json.loads(recalling("extract", TEXT).stdout.splitlines()[0]) | {"quote": "\x9b31m\u202eevil"}
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert json.loads(recalling("extract", rows).stdout)["quote"] == "\x9b31m\u202eevil"
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "graph.cli", "extract", str(rows)]
    subprocess.run(command, cwd=ROOT, stdout=theirs, timeout=300, check=True)  # noqa: S603  # our own command
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert "\\x9b31m\\u202eevil" in shown
    assert not set("\x9b\u202e\x1b") & set(shown)


def test_view_of_a_text_names_the_page_that_build_wrote(built: Path) -> None:
    done = recalling("view", built, "A/RES/76/901")
    assert done.returncode == 0, done.stderr
    assert str(built / "documents" / "A-RES-76-901.html") in done.stdout


def test_view_of_a_text_takes_the_folder_out_where_none_is_named(built: Path) -> None:
    done = recalling("view", "A/RES/76/901", cwd=built.parent)
    assert done.returncode == 0, done.stderr
    assert "A-RES-76-901.html" in done.stdout


def test_view_of_a_text_without_its_page_shows_the_quotes(built: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = recalling("view", built / "graph.ttl", "S/RES/9901 (2024)", "-o", page)
    assert done.returncode == 0, done.stderr
    assert "S/RES/1325(2000)" in page.read_text(encoding="utf-8")


def test_view_puts_two_texts_side_by_side(built: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = recalling("view", built, "--compare", "A/RES/76/901", "A/RES/78/901", "-o", page)
    assert done.returncode == 0, done.stderr
    text = page.read_text(encoding="utf-8")
    assert "NPT/CONF.1995/32(PartI)" in text
    assert "documents/A-RES-76-901.html" in text


@pytest.mark.parametrize(
    "arguments", [["out", "A/RES/1/1", "--focus", "A/RES/1/2"], ["--compare", "A/RES/1/1"], ["a", "b", "c"]]
)
def test_view_of_too_much_is_wrong_usage(arguments: list[str]) -> None:
    assert recalling("view", *arguments).returncode == 2


def test_a_query_loads_no_library_that_it_does_not_need(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<x:a> <x:b> <x:c> .", encoding="utf-8")
    code = (
        "import sys; from graph.cli.main import main; main(sys.argv[1:])\n"
        "slow = {'rdflib', 'pyshacl', 'networkx', 'pydantic', 'numpy', 'rich'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {slow}' if slow else 0)"
    )
    asked = ["query", str(tmp_path / "graph.ttl"), "SELECT ?a { ?a <x:b> <x:c> }", "--format", "csv"]
    done = subprocess.run([sys.executable, "-c", code, *asked], capture_output=True, encoding="utf-8", check=False)  # noqa: S603  # our own
    assert (done.returncode, done.stdout, done.stderr) == (0, "a\nx:a\n", "")
