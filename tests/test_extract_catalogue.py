"""The catalogue: what is known of a text, whether it exists, its series; the tables it is read from."""

import gzip
from pathlib import Path

import pytest

from extract.catalogue.catalogue import OWN, Catalogue, load_catalogue, own_path, read_own
from extract.catalogue.entry import FIELDS, Entry, from_row
from extract.catalogue.existence import Calendar
from extract.catalogue.table import packed_table, read_table
from extract.model.errors import DataError

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "data" / "catalogue"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(SHIPPED)


def test_a_text_is_found_in_any_spelling_with_the_source_of_each_field(catalogue: Catalogue) -> None:
    entry = catalogue.find("a/res/62/37")
    assert entry == catalogue.find("A/RES/62/37")
    assert entry is not None
    assert (entry.date, entry.vote, entry.adoption) == ("2007-12-05", (170, 3, 9), "vote")
    assert entry.title == "Renewed determination towards the total elimination of nuclear weapons"
    assert set(entry.sources) <= set(FIELDS)
    assert all(code in catalogue.sources for codes in entry.sources.values() for code in codes)


def test_titles_are_in_six_languages_where_the_sources_have_them(catalogue: Catalogue) -> None:
    entry = catalogue.find("A/RES/75/297")
    assert entry is not None
    assert set(entry.titles) == {"ar", "en", "es", "fr", "ru", "zh"}
    assert entry.adoption == "consensus"
    assert entry.vote is None


def test_what_the_library_says_of_a_text_without_title_stands_in_brackets(catalogue: Catalogue) -> None:
    entry = catalogue.find("S/RES/1325 (2000)")
    assert entry is not None
    assert (entry.title or "")[0] == "["


def test_every_entry_reads_and_names_its_sources(catalogue: Catalogue) -> None:
    entries = [catalogue.find(symbol) for symbol in catalogue]
    assert len(entries) > 18_000
    for entry in entries:
        assert entry is not None
        values = {"date": entry.date, "title": entry.title, "agenda": entry.agenda, "adoption": entry.adoption,
                  "draft": entry.draft, "record": entry.record}  # fmt: skip
        assert {name for name, value in values.items() if value} == set(entry.sources), entry.symbol


@pytest.mark.parametrize(
    ("symbol", "answer", "said"),
    [
        ("A/RES/62/37", "yes", "catalogue"),
        ("A/RES/62/999", "no", "347"),
        ("A/RES/74/309", "no", "1 to 307"),
        ("A/RES/73/349", "unknown", "no source"),
        ("S/RES/2140(2015)", "no", "2140 is of 2014"),
        ("S/RES/2140(2014)", "yes", "catalogue"),
        ("S/RES/2900(2027)", "unknown", "no source"),
        ("S/RES/2999(2026)", "unknown", "no source"),
        ("A/RES/217(IV)", "no", "217 is of session III"),
        ("A/RES/2620(XXV)", "unknown", "no source"),
        ("A/RES/25/2625", "no", "in brackets"),
        ("A/RES/120/3", "no", "no session 120"),
        ("A/DEC/62/12", "no", "from 201 on"),
        ("A/RES/62/37Z", "unknown", "no source"),
        ("S/PRST/2004/70", "unknown", "no source"),
        ("A/62/5", "unknown", "no calendar"),
        ("A/74/976-S/2020/773", "unknown", "no calendar"),
        ("treaty:npt", "unknown", "not a symbol"),
        ("", "unknown", "not a symbol"),
    ],
)
def test_numbers_tell_what_exists(catalogue: Catalogue, symbol: str, answer: str, said: str) -> None:
    existence = catalogue.exists(symbol)
    assert existence.answer == answer
    assert said in existence.reason


def test_a_number_below_the_last_known_one_exists_unless_it_has_a_letter() -> None:
    calendar = Calendar([{"series": "A/RES", "session": "62", "first": "1", "last": "277"}])
    assert calendar.exists("A/RES/62/100").answer == "yes"
    assert calendar.exists("A/RES/62/100A").answer == "unknown"
    assert calendar.exists("A/RES/62/278").answer == "unknown"


def test_texts_of_one_title_are_a_series(catalogue: Catalogue) -> None:
    series = catalogue.series("A/RES/62/37")
    assert "A/RES/61/74" in series
    assert catalogue.series("A/RES/62/999") == ()


def test_disagreements_of_the_sources_are_kept(catalogue: Catalogue) -> None:
    (conflict,) = catalogue.conflicts("S/RES/2423(2018)")
    assert (conflict.field, conflict.decision) == ("date", "kept 2018-06-28")


def test_an_entry_is_filled_only_where_it_is_empty() -> None:
    known = from_row({"symbol": "A/RES/79/1", "date": "2024-09-22", "sources": "date:U"})
    further = from_row(
        {"symbol": "A/RES/79/1", "date": "2024-09-23", "title_en": "Wells", "adoption": "9-1-0",
         "sources": "date:imported title:imported adoption:imported"}
    )  # fmt: skip
    filled = known.filled(further)
    assert (filled.date, filled.title, filled.vote) == ("2024-09-22", "Wells", (9, 1, 0))
    assert filled.sources == {"date": ("U",), "title": ("imported",), "adoption": ("imported",)}
    assert known.filled(known) is known
    assert from_row(filled.to_row()) == filled


def test_a_users_own_catalogue_completes_the_one_that_ships(tmp_path: Path) -> None:
    rows = [
        Entry(symbol="A/RES/79/899", titles={"en": "Ferries"}, sources={"title": ("imported",)}).to_row(),
        Entry(symbol="A/RES/62/37", titles={"en": "Other"}, record="1", sources={"title": ("imported",)}).to_row(),
    ]
    file = tmp_path / "own.tsv.gz"
    file.write_bytes(packed_table(("symbol", "title_en", "record", "sources"), rows))
    catalogue = Catalogue(SHIPPED, read_own(file))
    entry, known = catalogue.find("A/RES/79/899"), catalogue.find("A/RES/62/37")
    assert entry is not None
    assert known is not None
    assert entry.title == "Ferries"
    assert catalogue.sources["imported"].name.startswith("imported by the user")
    assert known.title == "Renewed determination towards the total elimination of nuclear weapons"
    assert catalogue.exists("A/RES/79/899").answer == "yes"
    assert "A/RES/79/899" in set(catalogue)


def test_the_users_own_catalogue_is_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(OWN, str(tmp_path / "mine.tsv.gz"))
    assert own_path() == tmp_path / "mine.tsv.gz"
    monkeypatch.setenv(OWN, "")
    assert own_path() is None
    monkeypatch.delenv(OWN)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert own_path() == tmp_path / "recalling" / "catalogue.tsv.gz"
    assert read_own(own_path()) is None


@pytest.mark.parametrize(
    "content",
    [
        b"no gzip",
        gzip.compress(b"\xff\xfe", mtime=0),
        gzip.compress(b"other\tcolumns\n", mtime=0),
        gzip.compress(b"symbol\nA", mtime=0)[:-9],
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "own.tsv.gz"
    file.write_bytes(content)
    with pytest.raises(DataError, match=r"own\.tsv\.gz"):
        read_own(file)


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.catalogue.table.LARGEST", 1000)
    file = tmp_path / "bomb.tsv.gz"
    file.write_bytes(gzip.compress(b"symbol\n" + b"A" * 100_000))
    with pytest.raises(DataError, match="unpacks to more than"):
        read_table(file, key="symbol", name=file.name)


def test_a_table_is_written_alike_each_time_and_holds_no_control_characters() -> None:
    rows = [{"symbol": "A/RES/79/1", "title_en": "two\nlines\tand \x1b[31m"}]
    packed = packed_table(("symbol", "title_en"), rows)
    assert packed == packed_table(("symbol", "title_en"), rows)
    assert gzip.decompress(packed) == b"symbol\ttitle_en\nA/RES/79/1\ttwo lines and [31m\n"


def test_it_is_read_once() -> None:
    assert load_catalogue() is load_catalogue()
