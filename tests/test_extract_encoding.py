"""The encoding of a plain text: told of whole texts, of short ones, and of what is no text."""

import codecs
import random

import pytest
from command import SPECIMENS

from extract.language.structure import read_structure
from extract.model.errors import DataError, UnreadableError
from extract.reading.encoding import decode
from extract.reading.readers import read_document

NARROW = {
    "ar": ("cp1256", "iso8859-6"),
    "en": ("cp1252", "mac-roman"),
    "es": ("cp1252", "iso8859-15", "mac-roman", "cp850"),
    "fr": ("cp1252", "iso8859-15", "mac-roman", "cp850"),
    "ru": ("cp1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic"),
    "zh": ("gb18030", "gbk"),
}
WIDE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")
TRADITIONAL = "大會，\n\n回顧其以往關於海港的各項決議，並重申各國在海洋上的權利和義務，\n\n1. 決定繼續處理此案。\n"

SHORT = {
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قراراتها،\n\n1 - تقرر ذلك.\n",
    "en": "The General Assembly,\n\nRecalling the Council’s “harbour rules”,\n\n1. Decides so.\n",
    "es": "La Asamblea General,\n\nRecordando su resolución sobre la navegación,\n\n1. Decide así.\n",
    "fr": "L’Assemblée générale,\n\nRappelant ses résolutions antérieures,\n\n1. Décide de rester saisie.\n",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свои резолюции о портах,\n\n1. постановляет.\n",
    "zh": "大会，\n\n回顾其以往的决议，\n\n1. 决定继续处理此案。\n",
}


def specimens() -> dict[str, list[str]]:
    """The texts that ship, by the language that their names end with."""
    texts: dict[str, list[str]] = {}
    for path in sorted(SPECIMENS.iterdir()):
        text = path.read_text(encoding="utf-8")
        texts.setdefault(str(read_document(text.encode(), file="x").record.language), []).append(text)
    return texts


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whole_texts_are_the_same_in_every_encoding(language: str) -> None:
    for text in specimens()[language]:
        for encoding in (*NARROW[language], *WIDE):
            data = text.encode(encoding, errors="ignore")  # what an encoding has no sign for was not in its texts
            expected = text if encoding in WIDE else data.decode(encoding)
            assert decode(data, file="x") == expected, encoding


@pytest.mark.parametrize("language", list(NARROW))
def test_short_texts_are_the_same_in_every_encoding(language: str) -> None:
    for encoding in (*NARROW[language], *WIDE):
        data = SHORT[language].encode(encoding, errors="ignore")
        assert decode(data, file="x") == data.decode(encoding).removeprefix("\ufeff"), encoding


def test_traditional_chinese_is_told_from_simplified() -> None:
    assert decode(TRADITIONAL.encode("big5"), file="x") == TRADITIONAL
    assert decode(TRADITIONAL.encode("gb18030"), file="x") == TRADITIONAL


def test_wide_text_without_a_mark_is_no_binary() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode("第62/37号决议".encode(encoding), file="x") == "第62/37号决议"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_text_cut_inside_a_sign_is_read_and_the_warning_says_so(encoding: str) -> None:
    text = SHORT["zh"] * 3
    document = read_document(text.encode(encoding)[:-3], file="x")
    assert document.text.startswith(SHORT["zh"])
    assert document.text.endswith("\ufffd")
    assert any("U+FFFD" in warning for warning in document.record.warnings)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"text\x00\x01\x02", "is binary"),
        (b"\x01\x02\x03" * 100, "is binary"),
        (bytes(range(256)) * 20, "is binary"),
        (random.Random(1).randbytes(5000), "is binary"),  # noqa: S311  # no secret
        (codecs.BOM_UTF8 + b"\xff\xff", "announces utf-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "announces utf-16-le"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(data, file="x")


def test_a_structure_needs_its_alphabet() -> None:
    with pytest.raises(DataError, match="alphabet: missing key"):
        read_structure("en", "")
