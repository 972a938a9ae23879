"""Files of records: CSV and JSON, a document per record, its columns, and what cannot be read."""

import json
from pathlib import Path

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.readers import read_documents
from extract.reading.records.documents import MOST_RECORDS, read_records
from graph.pipeline.run import read_all


def _read(text: str, *, file: str = "x.csv", columns: tuple[str, ...] = ()) -> list[Document | UnreadableError]:
    return list(read_records(text.encode(), file=file, columns=columns))


def _documents(text: str, *, file: str = "x.csv", columns: tuple[str, ...] = ()) -> list[Document]:
    return [each for each in _read(text, file=file, columns=columns) if isinstance(each, Document)]


def _faults(text: str, *, file: str = "x.csv", columns: tuple[str, ...] = ()) -> list[str]:
    return [each.reason for each in _read(text, file=file, columns=columns) if isinstance(each, UnreadableError)]


def _targets(document: Document) -> list[str]:
    return [each.target for each in find_citations(document) if isinstance(each, Citation)]


def test_each_row_of_a_table_is_a_document() -> None:
    table = (
        "symbol,Language,date,text\n"
        'A/HRC/91/1,en,2090-05-06,"Recalling General Assembly resolution 61/74, and noting wells"\n'
        ",es,,Recordando la resolución 70/1 de la Asamblea General\n"
        ",zh,,回顾大会第70/1号决议\n"
    )
    english, spanish, chinese = _documents(table)
    assert (english.record.symbol, english.record.date, english.record.language) == ("A/HRC/91/1", "2090-05-06", "en")
    assert [each.record.file for each in (english, spanish, chinese)] == ["x.csv#1", "x.csv#2", "x.csv#3"]
    assert [_targets(each) for each in (english, spanish, chinese)] == [
        ["A/RES/61/74"], ["A/RES/70/1"], ["A/RES/70/1"]
    ]  # fmt: skip
    assert spanish.record.symbol is None
    assert english.record.warnings == ()


def test_positions_count_in_the_text_of_the_record() -> None:
    (document,) = _documents("id;text\n1;See A/RES/61/74.\n")
    (citation,) = find_citations(document)
    assert document.text[citation.evidence.start : citation.evidence.end] == "A/RES/61/74"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_line_of_names_shows_the_delimiter(delimiter: str) -> None:
    table = delimiter.join(["id", "symbol", "text"]) + "\n" + delimiter.join(["1", "A/91/4", "See A/RES/61/74."]) + "\n"
    (document,) = _documents(table)
    assert (document.record.symbol, _targets(document)) == ("A/91/4", ["A/RES/61/74"])


def test_several_columns_are_paragraphs() -> None:
    (document,) = _documents(
        "title_text,Remarks\nSee A/RES/61/74.,See A/RES/61/75.\n", columns=("title_text", "remarks")
    )
    assert _targets(document) == ["A/RES/61/74", "A/RES/61/75"]


def test_a_symbol_that_is_none_is_told() -> None:
    (document,) = _documents("symbol,text\nnonsense,See A/RES/61/74.\n")
    assert document.record.symbol is None
    assert document.record.warnings[0] == "'nonsense' in the column of symbols is none"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2007-12-05", "2007-12-05"),
        ("2007-12-05T10:00:00Z", "2007-12-05"),
        ("5 December 2007", "2007-12-05"),
        ("2007-02-31", None),
        ("000SOLAS99", None),
        ("05/12/2007", None),
        ("2007", None),
    ],
)
def test_a_date_is_one_of_the_calendar_or_told_to_be_none(written: str, date: str | None) -> None:
    (document,) = _documents(f"date,text\n{written},See resolution 61/74.\n")
    assert document.record.date == date
    assert _targets(document) == ["A/RES/61/74"]
    told = [each for each in document.record.warnings if "column of dates" in each]
    assert told == ([] if date else [f"{written!r} in the column of dates is none"])


def test_a_date_in_the_words_of_the_language_is_read() -> None:
    (document,) = _documents("language,date,text\nfr,5 décembre 2007,Voir la résolution 61/74.\n")
    assert document.record.date == "2007-12-05"


@pytest.mark.parametrize(
    ("text", "columns", "fault"),
    [
        ("id,words\n1,See A/RES/61/74.\n", (), "say with --column which of its columns to read: id, words"),
        ("id,words\n1,See A/RES/61/74.\n", ("text",), "has no column 'text'; its columns are id, words"),
        ("text\n\n", (), "holds no record with text"),
        ("text\n", (), "holds no record with text"),
        ("\n", (), "no table with names of columns"),
        ('text\n"' + "a" * 200_000 + '"\n', (), "line 2: field larger than field limit"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(text: str, columns: tuple[str, ...], fault: str) -> None:
    (reason,) = _faults(text, columns=columns)
    assert fault in reason


def test_objects_are_read_line_by_line() -> None:
    lines = '{"symbol": "A/91/4", "text": "See A/RES/61/74."}\n\n{"text": ["See A/RES/61/75.", "See A/RES/61/76."]}\n'
    first, second = _documents(lines, file="x.jsonl")
    assert (first.record.symbol, first.record.file) == ("A/91/4", "x.jsonl#1")
    assert _targets(second) == ["A/RES/61/75", "A/RES/61/76"]


def test_a_list_of_objects_is_read_as_well() -> None:
    listed = json.dumps([{"id": 1, "text": "See A/RES/61/74."}], indent=1)
    (document,) = _documents(listed, file="x.json")
    assert _targets(document) == ["A/RES/61/74"]


def test_a_field_inside_an_object_has_the_name_of_both() -> None:
    (document,) = _documents('{"body": {"en": "See A/RES/61/74."}}', file="x.jsonl", columns=("body.en",))
    assert _targets(document) == ["A/RES/61/74"]


def test_a_line_that_is_no_object_loses_only_itself() -> None:
    lines = '{"text": "See A/RES/61/74."}\nnot json\n[1]\n{"text": "See A/RES/61/75."}\n'
    assert [_targets(each) for each in _documents(lines, file="x.jsonl")] == [["A/RES/61/74"], ["A/RES/61/75"]]
    assert _faults(lines, file="x.jsonl") == ["line 2: is no JSON object", "line 3: is no JSON object"]


@pytest.mark.parametrize("text", ["[" * 50_000, '{"a":' * 50_000, "[1, 2]", '"text"', "17"])
def test_json_without_objects_is_refused(text: str) -> None:
    assert not _documents(text, file="x.json")
    assert _faults(text, file="x.json")


def test_the_citations_of_an_earlier_run_are_no_texts() -> None:
    (reason,) = _faults('{"target": "A/RES/61/74", "quote": "61/74", "paragraph": "pp1"}', file="x.jsonl")
    assert "earlier run" in reason


def test_faults_are_counted_where_there_are_many() -> None:
    faults = _faults("no\n" * 30, file="x.jsonl")
    assert (len(faults), faults[-1]) == (21, "10 more lines are no JSON objects")


def test_a_file_of_very_many_records_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.reading.records.documents.MOST_RECORDS", 3)
    table = "text\n" + "See A/RES/61/74.\n" * 5
    assert (len(_documents(table)), MOST_RECORDS) == (3, 20_000)
    assert "more than" in _faults(table)[0]


def test_a_folder_is_read_whole_and_names_what_it_skips(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nSee A/RES/61/74.\n")
    (tmp_path / "b.jsonl").write_text('{"text": "See A/RES/61/75."}\n')
    (tmp_path / "c.json").write_text('{"a": 1}')
    (tmp_path / "d.md").write_text("*Recalling* A/RES/61/76,\n")
    run = read_all([tmp_path], jobs=1)
    assert {record.file for record in run.records} == {"a.csv#1", "b.jsonl#1", "d.md"}
    assert [Path(error.file).name for error in run.skipped] == ["c.json"]


def test_a_file_of_texts_by_its_name_is_no_earlier_run(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text('{"words": "See A/RES/61/74."}\n')
    run = read_all([file], jobs=1, columns=("words",))
    assert [each.target for each in run.citations] == ["A/RES/61/74"]
    (document,) = read_documents([file], columns=("words",))
    assert isinstance(document, Document)


def test_a_record_without_a_reference_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "texts.csv"
    file.write_text("text\nNothing is cited here.\nSee A/RES/61/74.\n")
    run = read_all([file], jobs=1)
    assert (len(run.readings), run.skipped) == (2, ())
