"""The encoding of plain text: known by its byte order mark, UTF-8, or the one that makes most sense of the bytes."""

import codecs
import functools
import re
from collections.abc import Iterable
from typing import Final

import regex

from extract.language.structure import load_structures
from extract.model.errors import UnreadableError

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In this order where two decode a text alike.
_WIDE: Final = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_NARROW: Final = (
    "cp1252", "gb18030", "cp1251", "cp1256", "big5hkscs", "koi8-r", "iso8859-6", "iso8859-5", "iso8859-15", "mac-roman",
    "mac-cyrillic", "cp866", "cp850",
)  # fmt: skip
_FORGIVING: Final = frozenset({"utf-8", *_WIDE})
"""Encodings in which invalid bytes are recognised, so that a few may be replaced."""

_SAMPLE: Final = 16 * 1024  # code points by which a decoding is judged
_BEFORE: Final = 200
_MOST_CONTROL: Final = 0.002
_LEAST: Final = 0.4
_KNOWN: Final = 3.0  # weight of a known word against that of a plausible character
_UNKNOWN: Final = 0.5  # penalty for a text without a single known word
_MOST_BROKEN: Final = 0.001
_FOREIGN: Final = regex.compile(r"[^\x00-\x7f]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f-\x84\x86-\x9f]")
_WORD: Final = regex.compile(r"\p{Han}|[\p{L}\p{M}']+")
# Characters of any language: quotation marks, dashes, spaces, directional marks, fractions, currency symbols.
_PRINT: Final = r"\p{Pi}\p{Pf}\p{Pd}\p{Zs}\p{Cf}…•·§¶©®°±\u00b2\u00b3\u00bd\u00bc\u00be†‡€£™"
_FRACTIONS: Final = r"\u00bd\u00bc\u00be"
# What wrong decodings produce and no language writes: a capital after a small letter, two alphabets in one word,
# symbols inside or at the end of a word.
_ODD: Final = regex.compile(
    r"[\p{Ll}--\p{ASCII}]\p{Lu}|\p{Ll}[\p{Lu}--\p{ASCII}]"
    r"|\p{L}[[^\p{ASCII}\p{L}\p{M}\p{Cf}\p{Zs}]--[’‘·]]\p{Ll}"
    rf"|\p{{L}}[€£©®±{_FRACTIONS}§¶]|[{_FRACTIONS}]\p{{L}}"
    r"|\p{Latin}(?=[\p{Cyrillic}\p{Arabic}])|[\p{Cyrillic}\p{Arabic}](?=\p{Latin})",
    flags=regex.V1,
)
_CAPITAL: Final = 0.05  # penalty for a capital beyond ASCII, which is less likely than a small letter


def decode(data: bytes, *, file: str) -> str:
    """Decode bytes by their byte order mark, as UTF-8, or in the encoding that makes most sense of them.

    A few invalid bytes in UTF-8, UTF-16 or UTF-32, as where a file was cut, become U+FFFD.

    Raises:
        UnreadableError: no encoding makes sense of the bytes.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_announced(data.removeprefix(mark), encoding, file)
    wide = b"\x00" in data
    try:
        text = data.decode("utf-8")
        reason = "is binary, not text"
        if not wide and not _is_binary(text):
            return text
    except UnicodeDecodeError as error:
        reason = f"is in no encoding that could be told (not UTF-8 at byte {error.start}); save it as UTF-8"
    if best := _most_sensible(data, (*(_WIDE if wide else ()), "utf-8", *_NARROW)):
        return best
    raise UnreadableError(file, "is binary, not text" if wide or _is_binary(data.decode("latin-1")) else reason)


def _decode_announced(data: bytes, encoding: str, file: str) -> str:
    """Decode what follows a byte order mark.

    Raises:
        UnreadableError: the bytes are not in the encoding that the mark announces.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(file, f"announces {encoding} but breaks it at byte {error.start}") from error


def _most_sensible(data: bytes, encodings: Iterable[str]) -> str:
    """The decoding that makes most sense, of several the first; empty where none makes any."""
    sense, best = 0.0, ""
    for encoding in encodings:
        text = _decoded(data, encoding)
        if (made := _sense(_sample(text))) > sense:
            sense, best = made, text
    return best


def _decoded(data: bytes, encoding: str) -> str:
    """The bytes decoded; empty where they are invalid in the encoding."""
    try:
        text = data.decode(encoding, errors="replace" if encoding in _FORGIVING else "strict")
    except UnicodeDecodeError:
        return ""
    return text if text.count("\ufffd") <= max(1, _MOST_BROKEN * len(text)) else ""


def _sample(text: str) -> str:
    """A piece of the text from shortly before the first character beyond ASCII, where encodings differ."""
    first = _FOREIGN.search(text)
    start = max(0, first.start() - _BEFORE) if first else 0
    return text[start : start + _SAMPLE]


def _sense(text: str) -> float:
    """How much sense a decoding makes; 0 for none.

    The score of the language that fits best: the share of its letters and of typographic characters in what is not
    ASCII, plus the share of its function words and names of organs and months in all words, minus what no language
    writes.
    """
    if not text or _is_binary(text):
        return 0.0
    words = [word.casefold() for word in _WORD.findall(text.replace("’", "'"))]
    length = sum(map(len, text.split())) or 1
    foreign = "".join(_FOREIGN.findall(text))
    best = 0.0
    for frame in load_structures().values():
        plausible = len(_plausible(frame.alphabet).findall(foreign)) / len(foreign) if foreign else 1.0
        known = sum(len(word) for word in words if word in _words(frame.language)) / length
        best = max(best, plausible + (_KNOWN * known or -_UNKNOWN))
    odd = (len(_ODD.findall(text)) + _CAPITAL * sum(map(str.isupper, foreign))) / max(1, len(foreign))
    return best - odd if best - odd > _LEAST else 0.0


@functools.cache
def _words(language: str) -> frozenset[str]:
    """Words that nearly every document in a language contains."""
    frame = load_structures()[language]
    names = " ".join((*frame.organs, *frame.formulas, *frame.months))
    return frame.function_words | frozenset(word.casefold() for word in _WORD.findall(names))


@functools.cache
def _plausible(alphabet: str) -> "regex.Pattern[str]":
    """A character beyond ASCII that is plausible in a text with these letters."""
    return regex.compile(rf"[{alphabet}{_PRINT}]", regex.IGNORECASE)


def _is_binary(text: str) -> bool:
    """Whether there are more than a few control characters other than whitespace."""
    return len(_CONTROL.findall(text, 0, _SAMPLE)) > _MOST_CONTROL * min(len(text), _SAMPLE)
