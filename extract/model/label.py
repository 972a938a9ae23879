"""`Label`: which paragraph or note of a document, in the terms of UN drafting: `pp3`, `op13(a)`, `annex/op2`, `fn7`."""

from collections.abc import Mapping
from typing import Final, Literal, Self, get_args

import regex

Kind = Literal["pp", "op", "p", "art", "fn"]
"""Preambular paragraph, operative paragraph, paragraph of what is not a resolution, article of a treaty, note."""

_KINDS: Final[Mapping[str, Kind]] = {kind: kind for kind in get_args(Kind)}
_NAME: Final = regex.compile(
    r"(?P<kind>fn)\p{L}{1,9}+(?:\.\d++)?|(?P<kind>pp|op|fn|p|art)(?:(?P<number>[0-9]{1,9}+)|(?P<mark>[^\p{L}\d.]{1,9}+))?+(?:\(.*+|\.\d++)?"
)
_FIRST_NUMBER: Final = regex.compile(r"[0-9]{1,9}")
_READ_IN_ORDER: Final = ("title", "lead", "pp", "op", "p", "art", "fn")
_READ_LAST: Final = 9
_NOTE: Final = "fn"
_ANNEX: Final = "annex"
_TABLE: Final = "table"
_CELL: Final = regex.compile(r"table(?P<table>\d{1,9})/r(?P<row>\d{1,9})c(?P<column>\d{1,9})")


class Label(str):
    """The label of a paragraph or a note: a string that knows its grammar.

    ```
    label   = [annex "/"] {section "/"} name | annex | cell
    annex   = "annex" [number]                      the second annex is `annex2`
    section = letter | Roman numeral                a part enacted by itself, or a section that numbers from one again
    name    = "head" | "title" | "lead" | "heading" | "tail" | "op"
            | ("pp" | "op" | "p" | "art") number {"(" item ")"}
            | "fn" mark ["." number]                `fn1.2` is the second note marked 1, `fna` that marked a
    cell    = "table" number "/r" row "c" column    tables are counted through the document, its annexes included
    ```

    Rows, graphs and pickles hold a label as the text that it is. A row made by others may hold a label outside the
    grammar; it has no `kind`, no `number`, and no `parent`.

    Examples:
        >>> label = Label("annex2/II/op13(a)")
        >>> label.annex, label.name, label.kind, label.number, label.parent
        ('annex2', 'op13(a)', 'op', 13, 'annex2/II/op13')
        >>> Label.of_note("7").note
        '7'
        >>> Label.preambular(3).under("B")
        'B/pp3'
        >>> Label.of_cell(2, 5, 1), Label("table2/r5c1").cell
        ('table2/r5c1', (2, 5, 1))
        >>> sorted(["annex", "fn1", "op2", "op1(a)", "pp9", "title"], key=lambda text: Label(text).reading_order)
        ['title', 'pp9', 'op1(a)', 'op2', 'fn1', 'annex']
    """

    __slots__ = ()

    @classmethod
    def preambular(cls, number: int) -> Self:
        """The label of a preambular paragraph, counted from 1 since they carry no numbers."""
        return cls(f"pp{number}")

    @classmethod
    def operative(cls, number: int) -> Self:
        """The label of an operative paragraph."""
        return cls(f"op{number}")

    @classmethod
    def of_prose(cls, number: int) -> Self:
        """The label of a paragraph of a report, a letter, or anything else that is not a resolution."""
        return cls(f"p{number}")

    @classmethod
    def of_article(cls, number: int) -> Self:
        """The label of an article of a treaty that the text holds."""
        return cls(f"art{number}")

    @classmethod
    def of_annex(cls, count: int) -> Self:
        """The label of an annex, counted from 1: `annex`, `annex2`."""
        return cls(_ANNEX if count == 1 else f"{_ANNEX}{count}")

    @classmethod
    def of_cell(cls, table: int, row: int, column: int) -> Self:
        """The label of a cell, all counted from 1; tables are counted through the whole document, annexes included."""
        return cls(f"{_TABLE}{table}/r{row}c{column}")

    @classmethod
    def of_note(cls, mark: str) -> Self:
        """The label of the note that a mark leads to."""
        return cls(_NOTE + mark)

    def item(self, sign: str) -> "Label":
        """The label of a sub-paragraph: `op1` and `a` make `op1(a)`."""
        return Label(f"{self}({sign})")

    def under(self, *above: str) -> "Label":
        """The label inside an annex or a section, outermost first; empty names are left out."""
        return Label("/".join(part for part in (*above, self) if part))

    @property
    def name(self) -> str:
        """The last part, without annex and sections."""
        return self.rpartition("/")[2]

    @property
    def annex(self) -> str:
        """The annex, as `annex` or `annex2`; empty outside annexes."""
        return self.partition("/")[0] if self.startswith(_ANNEX) else ""

    @property
    def kind(self) -> Kind | None:
        """What numbered kind of paragraph it is, wherever that stands; None for titles, headings and the like."""
        found = _NAME.fullmatch(self.name)
        return _KINDS[found["kind"]] if found else None

    @property
    def number(self) -> int | None:
        """The number of the paragraph or note; None where it has none, as `fn*`, `op` or `title`."""
        found = _NAME.fullmatch(self.name)
        return int(found["number"]) if found and found["number"] else None

    @property
    def is_note(self) -> bool:
        """Whether it labels a footnote or endnote."""
        return self.startswith(_NOTE)

    @property
    def note(self) -> str | None:
        """The mark that leads to the note, such as `7` or `1.2`; None for anything but a note."""
        return self.removeprefix(_NOTE) if self.is_note else None

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """The table, row and column of a cell; None for anything else."""
        found = _CELL.fullmatch(self)
        return (int(found["table"]), int(found["row"]), int(found["column"])) if found else None

    @property
    def parent(self) -> "Label | None":
        """The paragraph that introduces it: `op3(a)` for `op3(a)(i)`, `op3` for that, `op` for `op3`; else None."""
        if self.endswith(")"):
            return Label(self.rpartition("(")[0]) or None
        found = _NAME.fullmatch(self.name)
        return (
            Label(self.removesuffix(found["number"])) if found and found["kind"] == "op" and found["number"] else None
        )

    @property
    def reading_order(self) -> tuple[int, int, str]:
        """Sort key: preambular before operative paragraphs, then notes, then the rest; each kind by number."""
        rank = next((rank for rank, start in enumerate(_READ_IN_ORDER) if self.startswith(start)), _READ_LAST)
        if cell := self.cell:
            table, row, column = cell
            return rank, table, f"{row:09}/{column:09}"
        found = _FIRST_NUMBER.search(self)
        return rank, int(found[0]) if found else 0, self


HEAD: Final = Label("head")
"""A line of the masthead or before the title, or an enacting formula."""
TITLE: Final = Label("title")
LEAD: Final = Label("lead")
"""Text before the first numbered paragraph of what is not a resolution."""
HEADING: Final = Label("heading")
OPENING: Final = Label("op")
"""What leads to the numbered operative paragraphs without being one."""
TAIL: Final = Label("tail")
"""The meeting and the date of adoption, after the last paragraph."""
