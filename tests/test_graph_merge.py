"""Merging: graphs as inputs, texts read twice, newer readings."""

import json
import random
from pathlib import Path

import pytest
from command import SPECIMENS, files, recalling
from graph_sample import RECORDS, REFERENCES, cite, record
from hypothesis import given, settings
from test_graph_build import some_references

from extract.model.citation import Citation, Reference, dump_lines
from extract.model.errors import UnreadableError
from extract.model.record import DocumentRecord
from graph.defaults import GRAPHS
from graph.pipeline.merge import Replaced, in_order, merge
from graph.pipeline.reading import Reading, read_earlier
from graph.rdf import graphs, store
from graph.rdf.build import build_graph
from graph.rdf.recovery import recover


def statements(records: list[DocumentRecord], references: list[Reference]) -> set[str]:
    return set(map(str, graphs.native_triples(build_graph(records, references))))


def again(path: Path, records: list[DocumentRecord], references: list[Reference]) -> set[str]:
    store.write_graph(build_graph(records, references), path)
    return statements(*recover(path))


def test_every_syntax_that_is_written_is_taken_as_an_earlier_run() -> None:
    assert set(store.WRITERS) == GRAPHS


@pytest.mark.parametrize("suffix", sorted(GRAPHS))
def test_what_a_graph_was_built_from_makes_the_same_graph(suffix: str, tmp_path: Path) -> None:
    records, references = list(RECORDS), list(REFERENCES)
    assert again(tmp_path / f"graph{suffix}", records, references) == statements(records, references)


def test_the_references_come_back_whole(tmp_path: Path) -> None:
    store.write_graph(build_graph(RECORDS, REFERENCES), tmp_path / "graph.ttl")
    records, references = recover(tmp_path / "graph.ttl")
    assert {each.evidence for each in references} == {each.evidence for each in REFERENCES}
    assert {each.target for each in references if isinstance(each, Citation)} == {
        each.target for each in REFERENCES if isinstance(each, Citation)
    }
    assert {(each.symbol, each.language, each.title) for each in records} == {
        (each.symbol, each.language, each.title) for each in RECORDS
    }
    (adopted,) = [each for each in records if each.vote]
    (given,) = [each for each in RECORDS if each.vote]
    assert (adopted.vote, adopted.draft, adopted.sdgs) == (given.vote, given.draft, given.sdgs)
    assert set(adopted.subjects) == set(given.subjects)


@settings(max_examples=25, deadline=None)
@given(some_references)
def test_any_references_make_the_same_graph_again(
    tmp_path_factory: pytest.TempPathFactory, references: list[Reference]
) -> None:
    sound = [each for each in references if not (each.evidence.source or "").startswith(("file:", "treaty:"))]
    folder = tmp_path_factory.mktemp("graph")
    assert again(folder / "graph.nt", list(RECORDS), sound) == statements(list(RECORDS), sound)


def test_a_graph_without_citations_is_named(tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text("<https://a> <https://b> <https://c> .", encoding="utf-8")
    with pytest.raises(UnreadableError, match="no graph of citations"):
        read_earlier(tmp_path / "other.ttl")
    (tmp_path / "broken.ttl").write_text("<https://a> <https://b>", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"broken\.ttl"):
        read_earlier(tmp_path / "broken.ttl")


def reading(file: str, text: str, symbol: str | None = "A/RES/62/37", language: str = "en") -> Reading:
    return Reading(record(symbol, language, file=file), (cite("A/RES/61/74"),), frozenset({text}))


def kept(*sources: list[Reading]) -> list[str]:
    return [each.record.file for each in merge(sources).readings]


def test_the_same_text_counts_once_whatever_its_file_is_called() -> None:
    merged = merge([[reading("new.txt", "one")], [reading("old.txt", "one")]])
    assert [each.record.file for each in merged.readings] == ["new.txt"]
    assert merged.repeated == (("old.txt", "new.txt"),)
    assert merged.replaced == ()


def test_a_newer_text_of_a_document_takes_the_place_of_the_older() -> None:
    older = [reading("old.txt", "one"), reading("old.zh.txt", "two", language="zh")]
    merged = merge([[reading("new.txt", "other")], older])
    assert [each.record.file for each in merged.readings] == ["new.txt", "old.zh.txt"]
    assert merged.replaced == (Replaced("A/RES/62/37", "en", "old.txt", "new.txt"),)


def test_two_texts_of_one_source_are_both_kept_also_when_one_is_read_again() -> None:
    both = [reading("a.pdf", "one"), reading("a.txt", "two")]
    assert kept(both) == ["a.pdf", "a.txt"]
    assert kept([reading("a.txt", "two")], both) == ["a.pdf", "a.txt"]


def test_texts_without_a_symbol_replace_nothing() -> None:
    assert kept([reading("a.txt", "one", symbol=None)], [reading("b.txt", "two", symbol=None)]) == ["a.txt", "b.txt"]


def test_the_order_within_a_source_does_not_matter() -> None:
    newest = [reading(f"{number}.txt", str(number), symbol=f"A/RES/62/{number % 4}") for number in range(8)]
    oldest = [reading(f"o{number}.txt", str(number * 2), symbol=f"A/RES/62/{number}") for number in range(8)]
    shuffled = [*newest], [*oldest]
    for source in shuffled:
        random.Random(3).shuffle(source)  # noqa: S311  # an order, not a secret
    assert merge(shuffled) == merge([newest, oldest])


def test_more_readings_than_are_sorted_at_a_time_come_in_order() -> None:
    many = [reading(f"{number}.txt", str(number), symbol=f"A/RES/62/{number}") for number in range(1, 2602)]
    random.Random(3).shuffle(many)  # noqa: S311  # an order, not a secret
    assert [each.record.symbol for each in in_order(many)] == [f"A/RES/62/{number}" for number in range(1, 2602)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    done = recalling("build", SPECIMENS, "-o", folder, "--format", "nq")
    assert done.returncode == 0, done.stderr
    return folder


def rows(content: bytes) -> list[str]:
    """Rows without an order among those of one place, nor among their parts."""
    found = [json.loads(line) for line in content.splitlines()]
    return sorted(json.dumps(row | {"parts": sorted(row.get("parts") or (), key=str)}) for row in found)


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_the_graph_of_a_run_is_an_input_that_gives_the_same_graph(name: str, built: Path, tmp_path: Path) -> None:
    done = recalling("build", built / name, "-o", tmp_path / "again")
    assert done.returncode == 0, done.stderr
    again, first = files(tmp_path / "again"), files(built)
    assert again["graph.ttl"] == first["graph.ttl"]
    assert again["nodes.csv"] == first["nodes.csv"]
    assert rows(again["citations.jsonl"]) == rows(first["citations.jsonl"])


def test_a_newer_reading_replaces_an_older_and_the_report_says_so(built: Path, tmp_path: Path) -> None:
    text = (SPECIMENS / "A_RES_76_901.en.txt").read_text(encoding="utf-8")
    newer = tmp_path / "newer.txt"
    newer.write_text(
        text.rstrip() + "\n\nTakes note of resolution 1373 (2001) of the Security Council.\n", encoding="utf-8"
    )
    done = recalling("build", newer, built / "graph.ttl", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["replaced"] == [
        {"symbol": "A/RES/76/901", "language": "en", "file": "A_RES_76_901.en.txt", "newer": "newer.txt"}
    ]
    rows = [
        json.loads(line) for line in (tmp_path / "out" / "citations.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {row["file"] for row in rows if row["source"] == "A/RES/76/901" and row["language"] == "en"} == {"newer.txt"}


def test_of_two_earlier_runs_the_one_named_last_is_newer(tmp_path: Path) -> None:
    for name, target in (("one", "A/RES/61/74"), ("two", "A/RES/60/1")):
        lines = dump_lines([cite(target, source="A/RES/62/37", quote=target)])
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for order, target in ((("one", "two"), "A/RES/60/1"), (("two", "one"), "A/RES/61/74")):
        done = recalling("build", *(tmp_path / f"{name}.jsonl" for name in order), "-o", tmp_path / "out")
        assert done.returncode == 0, done.stderr
        written = (tmp_path / "out" / "citations.jsonl").read_text(encoding="utf-8").splitlines()
        assert [json.loads(row)["target"] for row in written] == [target]
