"""Whose symbol a line shows: the document's own in its masthead, or another's in a list, a note or contents."""

import pytest

from extract.layout.own_symbol import from_file_name, from_masthead, from_running_heads, symbol_of
from extract.reading.readers import read_document


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("A/99/6 (Sect. 24)/Part A*", "A/99/6(Sect.24)/PartA"),
        ("A/99/6 (Plan outline)", "A/99/6(Planoutline)"),
        ("A/99/6 (Sect. 3)/Add.2", "A/99/6(Sect.3)/Add.2"),
        ("A/99/345–S/2044/898", "A/99/345-S/2044/898"),
        ("S/RES/9901 (2044)", "S/RES/9901(2044)"),
        (")S/RES/9901(2044", "S/RES/9901(2044)"),
        ("CTBT-Art.XIV/2043/6", "CTBT-Art.XIV/2043/6"),
        ("and/or 2", None),
        ("24/7", None),
        ("A/99/50.", None),
        ("See A/99/50", None),
    ],
)
def test_a_line_is_a_symbol_or_it_is_none(line: str, symbol: str | None) -> None:
    assert symbol_of(line) == symbol


@pytest.mark.parametrize(
    ("rows", "symbol"),
    [
        (["United Nations", "A/99/345", "General Assembly", "Distr.: General"], "A/99/345"),
        (["|  | United Nations | FCCC/CP/2044/1 |", "|  |  | Distr.: General 3 May 2044 |"], "FCCC/CP/2044/1"),
        (["Nations Unies\tS/2044/7"], "S/2044/7"),
        (["Организация Объединенных Наций      A/99/345"], "A/99/345"),
        (["联合国 A/99/345", "大会"], "A/99/345"),
        (["Advance unedited version", "A/HRC/98/32", "Distr.: General"], "A/HRC/98/32"),
        (["A/99/345", "S/2044/898", "Distr. générale", "4 mai 2044"], "A/99/345"),
        (["A/RES/99/901"], "A/RES/99/901"),
        (["Informe de la oficina", "E/HLS/2044/1", "Declaración ministerial"], None),
        (["Mandates", "A/RES/99/901", "A/RES/98/2"], None),
        (["General Assembly", "A/RES/99/901", "A/RES/98/2"], None),
        (["A/RES/99/901", "S/RES/9901 (2044)"], None),
        (["Contents", "A/99/345", "General Assembly"], None),
        (["Table des matières", "A/99/345", "Assemblée générale"], None),
        (["The list below gives the mandates that the office has to carry out.", "A/99/345", "General Assembly"], None),
        (["1. The list of mandates", "A/99/345", "General Assembly"], None),
    ],
)  # fmt: skip
def test_the_symbol_of_the_masthead_is_the_documents_and_no_other(rows: list[str], symbol: str | None) -> None:
    assert from_masthead(rows) == symbol


def test_a_running_head_may_hold_a_title_beside_the_symbol() -> None:
    heads = ["Small harbours", "Safety of harbours      A/99/345", "A/98/12"]
    assert from_running_heads(heads) == "A/99/345"


@pytest.mark.parametrize(
    ("file", "symbol"),
    [
        ("A_RES_99_901.en.txt", "A/RES/99/901"),
        ("A-RES-99-901.pdf", "A/RES/99/901"),
        ("A_99_6_(Sect._3)_Add.2_advance_copy.docx", "A/99/6(Sect.3)/Add.2"),
        ("A_99_6_SECT.14.docx", "A/99/6(Sect.14)"),
        ("A_99_6_PLANOUTLINE.docx", "A/99/6(Planoutline)"),
        ("S_RES_9901_(2044)_FR.pdf", "S/RES/9901(2044)"),
        ("A_99_345-S_2044_898.docx", "A/99/345-S/2044/898"),
        ("A_HRC_RES_98_30-fr.docx", "A/HRC/RES/98/30"),
        ("CEDAW_C_GC_95.pdf", "CEDAW/C/GC/95"),
        ("N4412345.pdf", None),
        ("A_4_page.pdf", None),
        ("Report 2044 12.docx", None),
        ("a_study_of_2044.txt", None),
    ],
)
def test_the_name_of_a_file_may_spell_a_symbol(file: str, symbol: str | None) -> None:
    assert from_file_name(file) == symbol


def test_the_number_in_a_title_comes_before_a_line_taken_for_a_running_head() -> None:
    text = (
        "Resolution 9901 (2044)\nof 4 October 2044\n\nThe Security Council,\n\nRecalling resolution 9879 (2044),3\n\n"
        "1. Decides to remain seized of the matter.\n\nAdopted unanimously at the 99th meeting.\n\n\n"
        "3 Ibid., Supplement for July, August and September 2044, document\nS/15293\n"
    )
    assert read_document(text.encode(), file="text.txt").record.symbol == "S/RES/9901(2044)"


_SPOKEN = (
    "The harbours of the sea are the work of the office and of its staff, as resolution 98/2 of the Assembly has it."
)


def test_a_symbol_that_the_files_name_alone_spells_is_marked() -> None:
    record = read_document(_SPOKEN.encode(), file="A_99_345.txt").record
    assert record.symbol == "A/99/345"
    assert record.warnings[-1] == "the symbol A/99/345 is told by the name of the file alone"


def test_the_name_of_a_file_never_counts_against_the_text() -> None:
    shown = read_document(f"United Nations\nA/99/7\n\n{_SPOKEN}".encode(), file="A_99_345.txt").record
    assert (shown.symbol, [each for each in shown.warnings if "name of the file" in each]) == ("A/99/7", [])
    other = "The Security Council,\n\nRecalling its resolution 9901 (2044),\n\n1. Decides to remain seized of it.\n"
    assert read_document(other.encode(), file="A_99_345.txt").record.symbol is None
