"""Reading plain text: encodings, faults, blocks and records."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model.document import Document
from extract.model.errors import UnreadableError
from extract.reading.containers.files import PAGE_MARK, list_files
from extract.reading.readers import read_document, read_documents

ENGLISH = """75/900. Safety of small harbours

The General Assembly,

Recalling its resolution 74/901 of 12 December 2019,

Guided by the Convention on Small Harbours1 and by the Harbour Code,2

1. Urges States to join the Convention;

2. Invites States:

(a) To report on harbours by 2022;3

(b) To train pilots;

3. Decides to consider the matter at its next session.

37th plenary meeting 7 December 2020

1 United Nations, Treaty Series, vol. 12, No. 345.

2 See resolution 60/12.

3 A/75/999.
"""


def read(text: str) -> Document:
    return read_document(text.encode(), file="text.txt")


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


def test_paragraphs_are_labelled_in_reading_order_and_notes_follow_the_body() -> None:
    expected = "title head pp1 pp2 op1 op2 op2(a) op2(b) op3 tail fn1 fn2 fn3"
    assert labels(read(ENGLISH)) == expected.split()


def test_marks_are_lifted_out_of_the_text_and_stand_behind_what_they_mark() -> None:
    block = next(block for block in read(ENGLISH).blocks if block.label == "pp2")
    assert block.text == "Guided by the Convention on Small Harbours and by the Harbour Code,"
    assert [(mark.number, block.text[: mark.position].rpartition(" ")[2]) for mark in block.marks] == [
        ("1", "Harbours"),
        ("2", "Code,"),
    ]


def test_digits_of_real_numbers_are_no_marks() -> None:
    texts = {str(block.label): block.text for block in read(ENGLISH).blocks}
    assert texts["pp1"] == "Recalling its resolution 74/901 of 12 December 2019,"
    assert texts["op2(a)"] == "(a) To report on harbours by 2022;"


def test_a_mark_glued_to_a_year_is_told_by_the_note_that_exists() -> None:
    text = ENGLISH.replace("by 2022;3", "by 20223;")
    block = next(block for block in read(text).blocks if block.label == "op2(a)")
    assert block.text == "(a) To report on harbours by 2022;"
    assert [mark.number for mark in block.marks] == ["3"]


def test_a_decimal_is_no_mark() -> None:
    text = ENGLISH.replace("To train pilots", "To train 1,2 million pilots and 1.3 per cent more")
    block = next(block for block in read(text).blocks if block.label == "op2(b)")
    assert block.text == "(b) To train 1,2 million pilots and 1.3 per cent more;"


def test_the_record_is_read_off_title_formula_and_tail() -> None:
    record = read(ENGLISH).record
    assert record.symbol == "A/RES/75/900"
    assert record.organ == "General Assembly"
    assert record.title == "Safety of small harbours"
    assert record.date == "2020-12-07"
    assert record.meeting == "37th plenary meeting 7 December 2020"
    assert record.language == "en"
    assert record.warnings == ()


SHORT = {
    "zh": [
        "第2999(2021)号决议",
        "安全理事会2021年5月3日通过",
        "安全理事会，",
        "回顾其各项决议，",
        "1. 决定继续处理此案。",
    ],
    "fr": [
        "Résolution 2999 (2021)",
        "Adoptée par le Conseil de sécurité le 3 mai 2021",
        "Le Conseil de sécurité,",
        "Rappelant les résolutions sur la question et les ports,",
        "1. Décide de rester saisi de la question.",
    ],
    "es": [
        "Resolución 2999 (2021)",
        "Aprobada por el Consejo de Seguridad el 3 de mayo de 2021",
        "El Consejo de Seguridad,",
        "Recordando las resoluciones sobre la cuestión y los puertos,",
        "1. Decide seguir ocupándose de la cuestión.",
    ],
    "ru": [
        "Резолюция 2999 (2021),",
        "принятая Советом Безопасности 3 мая 2021 года",
        "Совет Безопасности,",
        "ссылаясь на свои резолюции о портах и в связи с этим,",
        "1. постановляет продолжать заниматься этим вопросом.",
    ],
    "ar": [
        "القرار 2999 (2021)",
        "الذي اتخذه مجلس الأمن في 3 أيار/مايو 2021",
        "إن مجلس الأمن،",
        "إذ يشير إلى قراراته بشأن الموانئ،",
        "1 - يقرر أن يبقي المسألة قيد نظره.",
    ],
}


@pytest.mark.parametrize("language", list(SHORT))
def test_a_short_resolution_is_read_in_each_language(language: str) -> None:
    document = read("\n\n".join(SHORT[language]))
    assert labels(document) == ["title", "head", "head", "pp1", "op1"]
    record = document.record
    assert (record.language, record.symbol, record.date) == (language, "S/RES/2999(2021)", "2021-05-03")


@pytest.mark.parametrize(
    ("first", "second"), [("(أ)", "(ب)"), ("a)", "b)"), ("а)", "б)"), ("(a)", "(b)")], ids=["ar", "fr", "ru", "en"]
)
def test_letters_of_any_script_become_latin_by_their_order(first: str, second: str) -> None:
    frames = {
        "(أ)": ("إن الجمعية العامة،", "إذ تشير إلى أن في الموانئ من على", "1 - تقرر:"),
        "a)": ("L'Assemblée générale,", "Rappelant que les ports et la mer,", "1. Décide que les États :"),
        "а)": ("Генеральная Ассамблея,", "ссылаясь на то, что в портах и на море,", "1. постановляет:"),
        "(a)": ("The General Assembly,", "Recalling that the ports of the sea,", "1. Decides:"),
    }
    formula, preamble, chapeau = frames[first]
    document = read("\n\n".join([formula, preamble, chapeau, f"{first} x;", f"{second} y."]))
    assert labels(document)[-3:] == ["op1", "op1(a)", "op1(b)"]


def test_numerals_stand_under_letters_and_the_letter_i_follows_h() -> None:
    items = ["(a) one:", "(i) x;", "(ii) y;", "(b) two;", *(f"({letter}) z;" for letter in "cdefghij")]
    document = read("\n\n".join(["The General Assembly,", "Recalling the ports of the sea,", "1. Decides:", *items]))
    found = labels(document)[3:]
    assert found[:4] == ["op1(a)", "op1(a)(i)", "op1(a)(ii)", "op1(b)"]
    assert found[4:] == [f"op1({letter})" for letter in "cdefghij"]


def test_letters_stand_under_numerals_where_numerals_come_first() -> None:
    items = ["(i) one:", "(a) x;", "(b) y;", "(ii) two:", "(a) z."]
    document = read("\n\n".join(["The Security Council,", "Recalling the ports of the sea,", "1. Decides:", *items]))
    assert labels(document)[3:] == ["op1(i)", "op1(i)(a)", "op1(i)(b)", "op1(ii)", "op1(ii)(a)"]


def test_one_operative_paragraph_without_a_number_is_the_first() -> None:
    document = read(
        "The General Assembly,\n\nRecalling the ports of the sea,\n\nDecides to close the harbours of the coast."
    )
    assert labels(document) == ["head", "pp1", "op1"]


def test_sections_that_number_from_one_again_stand_before_the_label() -> None:
    parts = [
        "The General Assembly,",
        "Recalling the ports,",
        "I",
        "1. Decides;",
        "2. Notes;",
        "II",
        "1. Invites the States.",
    ]
    assert labels(read("\n\n".join(parts)))[2:] == ["heading", "I/op1", "I/op2", "heading", "II/op1"]


def test_sections_that_number_through_leave_the_labels_alone() -> None:
    parts = [
        "The General Assembly,",
        "Recalling the ports,",
        "I",
        "1. Decides;",
        "2. Notes;",
        "II",
        "3. Invites the States.",
    ]
    assert labels(read("\n\n".join(parts)))[2:] == ["heading", "op1", "op2", "heading", "op3"]


def test_annexes_are_counted_and_their_paragraphs_stand_under_them() -> None:
    parts = [
        "The General Assembly,",
        "Recalling the ports,",
        "1. Adopts the rules of the annex.",
        "Annex I",
        "1. Rule;",
        "Annex II",
        "A rule of the sea.",
    ]
    assert labels(read("\n\n".join(parts)))[2:] == ["op1", "annex", "annex/op1", "annex2", "annex2"]


def test_what_follows_an_operative_paragraph_without_a_number_keeps_its_label() -> None:
    parts = [
        "The General Assembly,",
        "Recalling the ports,",
        "1. Adopts this text:",
        "“Ports are open.”",
        "2. Decides so.",
    ]
    assert labels(read("\n\n".join(parts)))[2:] == ["op1", "op1", "op2"]


PAGES = """ 62/900. Small
harbours

 The General Assembly,

 Bearing in mind the needs of all the small harbours of the world and the interest

that the States of the region and beyond the region have taken in their safety,

 Recalling the Convention on Small Harbours, as it was opened for signature by all
1
States of the region and beyond the region, and the decision of the Conference on the

_______________
1
 United Nations, Treaty Series, vol. 12, No. 345.
  harbours of the north, which was adopted by all the delegations that were present,

A/RES/62/900

 2

 1. Urges all States that have not joined the Convention on Small Harbours to do so by

the end of the year.
"""


def test_a_paragraph_goes_on_over_a_page_foot() -> None:
    spaced = "\n\n".join(PAGES.split("\n\n"))
    lines = spaced.replace("\nharbours\n", "\n\nharbours\n").replace("all\n1\nStates", "all\n1 \n\nStates")
    document = read(lines)
    texts = {str(block.label): block for block in document.blocks}
    assert "the Conference on the harbours of the north" in texts["pp2"].text
    assert texts["pp2"].text.endswith("that were present,")
    assert texts["fn1"].text == "United Nations, Treaty Series, vol. 12, No. 345."
    assert [mark.number for mark in texts["pp2"].marks] == ["1"]
    assert document.record.symbol == "A/RES/62/900"
    assert texts["op1"].text.endswith("by the end of the year.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\xe2\x80\x8f\n", "holds no text"),
        (b"%PDF-1.7 ...", "is a broken or truncated PDF"),
        (b"PK\x03\x04...", "is an archive of documents"),
        (b"text\x00\x01\x02", "is binary"),
        (codecs.BOM_UTF8 + b"\xff\xff", "announces utf-8"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read_document(data, file="x")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        ("大会，\n\n回顾其以往的决议，并重申各国的港口和海洋的重要性，\n\n1. 决定继续处理此案。\n" * 5, "gb18030"),
        (
            "Генеральная Ассамблея,\n\nссылаясь на свои резолюции о портах и на море,\n\n1. постановляет.\n" * 5,
            "cp1251",
        ),
    ],
)
def test_texts_in_older_encodings_are_read(text: str, encoding: str) -> None:
    document = read_document(text.encode(encoding), file="x")
    assert document.text == text


def test_a_text_that_is_no_document_gets_a_warning() -> None:
    record = read("Dear all, the party is on Friday at the harbour.").record
    assert record.symbol is None
    assert "is it a United Nations document?" in record.warnings[0]


def test_inputs_are_read_in_order_once_each_and_faults_are_values(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(ENGLISH)
    (tmp_path / "1.txt").write_text("The General Assembly,\n\nDecides.")
    (tmp_path / "3.txt").write_bytes(b"")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(read_documents([tmp_path, tmp_path / "1.txt", tmp_path / "none"]))
    names = [item.record.file if isinstance(item, Document) else Path(item.file).name for item in found]
    assert names == ["1.txt", "3.txt", "2.txt", "none"]
    assert isinstance(found[1], UnreadableError)


def test_the_pages_of_an_earlier_run_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "out" / "documents").mkdir(parents=True)
    for name in ("a.html", "out/citations.jsonl", "out/index.html", "out/documents/b.html", "out/c.txt"):
        (tmp_path / name).write_text("<html>The General Assembly</html>", encoding="utf-8")
    assert [str(file) for file in list_files([tmp_path])] == [str(tmp_path / "a.html"), str(tmp_path / "out" / "c.txt")]
    assert list(list_files([tmp_path / "out" / "index.html"])) == [tmp_path / "out" / "index.html"]


def test_the_page_of_a_check_beside_the_drafts_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "check.html").write_text(f"<html><head>{PAGE_MARK}</head>Recalling its resolution 60/1</html>")
    (tmp_path / "draft.html").write_text("<html>Recalling its resolution 60/1</html>")
    assert list(list_files([tmp_path])) == [tmp_path / "draft.html"]
    assert list(list_files([tmp_path / "check.html"])) == [tmp_path / "check.html"]  # named, it is meant


def test_every_mark_stands_inside_its_block() -> None:
    for block in read(ENGLISH).blocks:
        assert all(0 < mark.position <= len(block.text) for mark in block.marks)


_WORDS = st.sampled_from(
    ["The General Assembly,", "大会，", "Annex", "A", "II", "1.", "2. x;", "(a) y", "1", "12", "A/RES/1/2", "\f", "\n",
     "\n\n", " ",
     "_______________", "word1,", "1 Note.", "(1)", "7 December 2020", "第1段，2", "٣", "word " * 14]
)  # fmt: skip


_JOINED = st.sampled_from(["\n", "\n\n"])


@given(
    st.text(max_size=300) | st.builds(lambda joint, words: joint.join(words), _JOINED, st.lists(_WORDS, max_size=60))
)
def test_any_text_is_read_or_refused_and_offsets_hold(text: str) -> None:
    try:
        document = read_document(text.encode(errors="ignore"), file="x")
    except UnreadableError:
        return
    for block in document.blocks:
        assert len(block.flow.origin) == len(block.text) > 0
        assert all(before < after for before, after in zip(block.flow.origin, block.flow.origin[1:], strict=False))
        assert block.flow.origin[-1] < len(document.text)
        assert all(0 <= mark.position <= len(block.text) for mark in block.marks)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser reads everything")
def test_a_file_without_permission_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("x")
    path.chmod(0)
    assert isinstance(next(read_documents([path])), UnreadableError)
