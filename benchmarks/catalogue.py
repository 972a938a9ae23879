"""The catalogue that ships: dates, titles and votes of resolutions, decisions and statements, from the tables gathered.

    python benchmarks/catalogue.py [--shared ../shared] [--to data/catalogue] [--without L]

Reads `catalogue/` of the shared folder and writes `data/catalogue`; the same tables give the same bytes. Titles that
repeat themselves are cut, and what the Library says of a text without a title of its own is put in brackets. The tables
are not part of this repository; without them the exit status is 2.
"""

import argparse
import csv
import gzip
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from extract.catalogue.entry import FIELDS, TITLE
from extract.catalogue.table import cell, packed_table
from extract.symbols.dating import can_bear
from extract.symbols.symbol import parse

ROOT: Final = Path(__file__).resolve().parent.parent
CODES: Final = {"t": "title", "d": "date", "a": "agenda", "v": "adoption", "u": "record"}
"""Letter of a field in the gathered table → its name."""
SERIES: Final = {
    "GA": "A/RES", "GA-DEC": "A/DEC", "SC": "S/RES", "SC-PRST": "S/PRST", "ECOSOC": "E/RES", "ECOSOC-DEC": "E/DEC",
    "HRC": "A/HRC/RES", "HRC-DEC": "A/HRC/DEC", "HRC-PRST": "A/HRC/PRST", "CHR": "E/CN.4/RES", "CHR-DEC": "E/CN.4/DEC",
}  # fmt: skip
"""Body in the gathered calendar → how its symbols begin."""
RUNNING: Final = frozenset({("SC", "2026")})
"""A year that had not ended when the tables were gathered."""
CITING: Final = "C"
"""Code of the texts that print a date beside a symbol: "S-19/1" of one body may have been taken for another's."""
CALENDAR: Final = ("series", "session", "first", "last", "least", "most")
COLUMNS: Final = (
    "symbol", "date", *(TITLE + language for language in ("en", "ar", "zh", "fr", "ru", "es")), "agenda", "adoption",
    "draft", "record", "sources",
)  # fmt: skip
SOURCES: Final = """
U | United Nations: metadata of the machine-readable resolutions (Akoma Ntoso) of the Department for General Assembly\
 and Conference Management | dates, English titles, agenda headings, votes, drafts\
 | unofficial copies without warranty; the United Nations is to be acknowledged as the source
X | United Nations: texts of the machine-readable resolutions | dates, titles in six languages | the same
M | United Nations, Executive Office of the Secretary-General: headings of documents (un-mandates-housekeeping)\
 | titles, dates, drafts | no licence stated; facts of official documents
P | United Nations: mandates in the proposed programme budget | titles | no licence stated; facts
L | United Nations Digital Library: records of voting data | dates, titles, votes, agenda headings, record numbers\
 | copyright United Nations; non-commercial use with attribution, as is
D | Dag Hammarskj\u00f6ld Library: meetings of the Security Council and their outcomes, 1946\u20132019\
 | dates, topics, statements of the President | facts; the Library is to be named
F | Fobbe, Gasbarri, Ridi: Corpus of Resolutions: UN Security Council | record numbers | CC0 1.0
G | Fobbe, Gasbarri, Ridi: Corpus of Resolutions: UN Security Council, corrected texts | dates | CC0 1.0
H | Office of the United Nations High Commissioner for Human Rights: list of resolutions\
 | titles, dates, votes, agenda headings | facts of official documents
R | texts of resolutions collected for a shared task on argument mining (2026) | dates\
 | no licence stated; facts of official documents
V | Voeten: United Nations General Assembly Voting Data | subjects and votes where nothing else has them | CC0 1.0
C | texts that cite the text, read by this program: the date printed beside the symbol | dates\
 | facts of official documents
E | texts that cite the text, read by this program: the title printed after "entitled" | titles\
 | facts of official documents
"""
"""Code, name, what was taken, terms."""


def main() -> int:
    """Read, convert, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with the gathered tables")
    parser.add_argument("--to", type=Path, default=ROOT / "data" / "catalogue", help="folder to write")
    parser.add_argument("--without", default="", metavar="CODES", help="leave out what only these sources have")
    given = parser.parse_args()
    folder = given.shared / "catalogue"
    if not folder.is_dir():
        sys.stderr.write(f"there is no {folder}\n")
        return 2
    given.to.mkdir(parents=True, exist_ok=True)
    with gzip.open(folder / "resolutions.tsv.gz", "rt", encoding="utf-8") as file:
        rows = [text_row(row, frozenset(given.without)) for row in csv.DictReader(file, delimiter="\t")]
    kept = [row for row in rows if len(row) > 1 or not given.without]
    (given.to / "texts.tsv.gz").write_bytes(packed_table(COLUMNS, kept))
    write(given.to / "calendar.tsv", CALENDAR, calendar(gathered(folder, "calendar")))
    chains = ({"symbols": row["symbols"]} for row in gathered(folder, "series"))
    write(given.to / "series.tsv", ("symbols",), chains)
    write(given.to / "conflicts.tsv", ("symbol", "field", "values", "decision"), gathered(folder, "conflicts"))
    columns = ("code", "name", "taken", "terms")
    lines = (line.split(" | ") for line in SOURCES.strip().splitlines())
    write(given.to / "sources.tsv", columns, (dict(zip(columns, line, strict=True)) for line in lines))
    print(f"{len(kept)} texts, {sum(TITLE + 'en' in row for row in kept)} with an English title")
    return 0


def text_row(row: Mapping[str, str], without: frozenset[str]) -> dict[str, str]:
    """Return the row of a text as it ships, without what only the sources to leave out have."""
    sources = {CODES[letter]: [*codes] for letter, codes in _codes(row["source"]) if letter in CODES}
    sources["draft"] = next(
        (["U"] for letter, codes in _codes(row["source"]) if letter == "s" and "U" in codes), sources.get("title", [])
    )
    values = {
        "date": row["date"],
        **{name: tidy(row[name]) for name in COLUMNS if name.startswith(TITLE)},
        "agenda": row["agenda"],
        "adoption": "vote" if row["adoption"].startswith("vote") else row["adoption"],
        "draft": row["draft"],
        "record": row["undl_id"],
    }
    if row["body"] == "SC" and values["title_en"][:1].islower():
        values["title_en"] = f"[{values['title_en']}]"
    kept = {name: [code for code in sources.get(name, []) if code not in without] for name in FIELDS}
    if kept["date"] == [CITING] and not can_bear(parse(row["symbol"]), row["date"]):
        kept["date"] = []
    shipped = {name: value for name, value in values.items() if value and kept[_field(name)]}
    present = {_field(name) for name in shipped}
    named = (f"{name}:{','.join(kept[name])}" for name in FIELDS if name in present)
    return {"symbol": row["symbol"], **shipped, **({"sources": " ".join(named)} if present else {})}


def _field(column: str) -> str:
    return "title" if column.startswith(TITLE) else column


def _codes(written: str) -> Iterator[tuple[str, str]]:
    """Yield letter of the field and codes of the sources: `d:LC`."""
    for each in written.split():
        letter, _, codes = each.partition(":")
        yield letter, codes


def tidy(title: str) -> str:
    """Return a title without soft hyphens, and without parts that repeat."""
    parts = cell(title.replace("\xad", "")).split("; ")
    return "; ".join(dict.fromkeys(parts))


def calendar(rows: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Yield the numbers of each session or year: those known, and those possible where that is known."""
    for row in rows:
        source, span = row["source"], (row["first"], row["last"])
        possible = tuple(source.rpartition(" ")[2].split("-")) if "possible " in source else span
        bounded = source.startswith(("exact", "consecutive")) and (row["body"], row["session_or_year"]) not in RUNNING
        values = (SERIES[row["body"]], row["session_or_year"], *span, *(possible if bounded else ("", "")))
        yield dict(zip(CALENDAR, values, strict=True))


def gathered(folder: Path, name: str) -> list[dict[str, str]]:
    """Return the rows of a gathered table."""
    with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write a table."""
    lines = ["\t".join(columns), *("\t".join(cell(row.get(column) or "") for column in columns) for row in rows)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")


if __name__ == "__main__":
    sys.exit(main())
