"""`recalling fetch` as a user calls it, against a server on this machine."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import recalling
from document_server import DocumentServer, document_server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DocumentServer]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with document_server() as running:
        yield running


def test_documents_are_saved_and_each_is_named(server: DocumentServer, tmp_path: Path) -> None:
    to = tmp_path / "texts"
    call = ("fetch", "A/RES/62/37", "S/RES/1540 (2004)", "--lang", "zh,en", "--to", to, "--pause", "0")
    done = recalling(*call, environment={"RECALLING_BASE": server.base})
    assert (done.returncode, done.stderr) == (0, "")
    names = [f"{symbol}.{language}.pdf" for symbol in ("A_RES_62_37", "S_RES_1540(2004)") for language in ("zh", "en")]
    assert sorted(path.name for path in to.iterdir()) == sorted(names)
    assert done.stdout.splitlines()[0] == f"A/RES/62/37 zh: {to / names[0]}"
    assert done.stdout.splitlines()[-1] == f"{to}: 4 of 4 documents"
    again = recalling(*call, "--base", server.base)
    assert again.returncode == 0
    assert again.stdout.count("was there already") == 4
    assert len(server.symbols()) == 4


def test_what_is_missing_is_named_and_the_rest_is_done(server: DocumentServer, tmp_path: Path) -> None:
    server.answers["A/RES/62/37"] = lambda handler, _: handler.send(b"<html>", kind="text/html")
    (tmp_path / "list.txt").write_text(
        "# my list\nA/RES/62/37\n\nno symbol\nA/RES/62/38  # a good one\n", encoding="utf-8"
    )
    call = ("fetch", "-", "--from", tmp_path / "list.txt", "--to", tmp_path, "--pause", "0", "--base", server.base)
    done = recalling(*call, stdin="A/RES/62/39\n")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "not a United Nations document symbol: 'no symbol'",
        "A/RES/62/37 en: no such document (the server answered with a page)",
    ]
    assert server.symbols() == ["A/RES/62/39 en", "A/RES/62/37 en", "A/RES/62/38 en"]
    assert done.stdout.splitlines()[-1] == f"{tmp_path}: 2 of 3 documents"


def test_what_a_run_cites_and_did_not_read_is_fetched_the_most_cited_first(
    server: DocumentServer, tmp_path: Path
) -> None:
    for number, cited in ((901, "74/901 and 74/902"), (902, "74/902 and 75/901")):
        parts = (
            f"75/{number}. Harbours",
            "The General Assembly,",
            f"Recalling its resolutions {cited},",
            "1. Decides so.",
        )
        (tmp_path / f"{number}.txt").write_text("\n\n".join(parts), encoding="utf-8")
    assert recalling("build", tmp_path, "-o", tmp_path / "out").returncode == 0
    call = ("fetch", "--cited-by", tmp_path / "out", "--to", tmp_path / "got", "--pause", "0", "--base", server.base)
    assert recalling(*call, "--most", "1").returncode == 0
    assert server.symbols() == ["A/RES/74/902 en"]
    assert recalling(*call).returncode == 0
    assert server.symbols() == ["A/RES/74/902 en", "A/RES/74/901 en"], "what was read is not asked for"


def test_no_server_is_one_line(tmp_path: Path) -> None:
    call = ("fetch", "A/RES/62/37", "A/RES/62/38", "--to", tmp_path, "--pause", "0", "--base", "http://127.0.0.1:1/")
    done = recalling(*call, environment={"no_proxy": "*"})
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert "no network" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "nothing to fetch"),
        (("no symbol",), "nothing to fetch"),
        (("A/RES/62/37", "--lang", "it"), "no language 'it'"),
        (("A/RES/62/37", "--lang", ","), "name a language"),
        (("A/RES/62/37", "--most", "0"), "--most"),
        (("A/RES/62/37", "--pause", "-1"), "--pause"),
        (("A/RES/62/37", "--base", "documents.un.org"), "no address"),
        (("--from", "missing.txt"), "missing.txt"),
        (("--cited-by", "missing"), "missing"),
    ],
)
def test_wrong_usage_is_told_and_asks_nobody(arguments: tuple[str, ...], told: str, tmp_path: Path) -> None:
    done = recalling("fetch", *arguments, "--to", tmp_path / "texts")
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_citations_file_serves_as_well(server: DocumentServer, tmp_path: Path) -> None:
    row: dict[str, object] = {
        "source": "A/RES/75/901",
        "file": "a.txt",
        "language": "en",
        "target": "A/RES/74/905",
        "kind": "resolution",
    }
    row |= {"quote": "74/905", "start": 0, "end": 6, "paragraph": "pp1", "relation": "recalls", "certainty": "explicit"}
    row |= dict.fromkeys(("title", "unts", "verb", "pinpoint", "date", "via"))
    (tmp_path / "rows.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = recalling("fetch", "--cited-by", tmp_path / "rows.jsonl", "--to", tmp_path, "--base", server.base)
    assert done.returncode == 0, done.stderr
    assert server.symbols() == ["A/RES/74/905 en"]
