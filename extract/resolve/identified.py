"""Whether a note says what a marked phrase is: only texts are identified, a statement is supported."""

import functools
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Resolved
from extract.resolve.marked_phrase import CLOSING, MarkedPhrase, document_nouns, treaty_nouns

_TITLE_ALWAYS: Final = "》"
"""The mark that closes titles and nothing else."""
_SENTENCE: Final = regex.compile(r"[。.；;؛]")
_BEFORE: Final = 32
"""Characters before a quotation in which the noun of a text makes it a title, where no capitals show it."""
_AFTER: Final = regex.compile(r"[\p{L}\p{N}]{0,8}(?:[(（][^()（）]{0,80}[)）])?")
"""What may follow a noun that closes its phrase: a chapter, another name in brackets."""
_MEMBER: Final = 90
"""Characters of a member of a list at most."""
_REPEATED: Final = 24
_REPEATED_HAN: Final = 8
"""Characters at the end of a phrase that its note repeats."""
_HAN: Final = regex.compile(r"\p{Han}")
_DIGIT: Final = regex.compile(r"\d")
_YEAR: Final = regex.compile(r"(?<!\d)(?:19|20)\d\d[\s,.\p{Han}]{0,2}$")
_MARKS: Final = ' “”«»"'


def is_identified(text: str, phrase: MarkedPhrase, named: Resolved, lexicon: References) -> bool:
    """Whether a marked phrase names a text, which is then the one that its note cites.

    Args:
        text: the block.
        phrase: what the mark belongs to.
        named: the first reference that the note gives.
        lexicon: the words of the language.

    Returns:
        Whether the phrase is a quoted title, has the noun of a document, or is a treaty that the note registers; False
        where it is a statement.
    """
    if text[phrase.end - 1] in CLOSING:
        return _is_title(text, phrase, lexicon)
    if phrase.document or (named.kind == "treaty" and named.unts is not None):
        return True
    nouns = (treaty_nouns if named.kind == "treaty" else document_nouns)(lexicon)
    if not lexicon.date_before:
        return named.kind == "treaty" and nouns.search(text, phrase.start, phrase.end) is not None
    found = nouns.finditer(text, phrase.start, phrase.end)
    return any(_AFTER.fullmatch(text, noun.end(), phrase.end) for noun in found)


def repeats(text: str, phrase: MarkedPhrase, note: str) -> bool:
    """Whether a note repeats the end of a phrase: "agreed at the 2000 Review Conference⁴" and the conference's report.

    Args:
        text: the block.
        phrase: what the mark belongs to.
        note: the text of the note, folded.
    """
    end = text[phrase.start : phrase.end].casefold()
    length = _REPEATED_HAN if _HAN.search(end) else _REPEATED
    return len(end) >= length and end[-length:] in note


def continues_list(text: str, previous: int, mark: int, lexicon: References) -> bool:
    """Whether a mark belongs to the next member of the list that the one before it is in: "reports of 2010⁴ and 2013⁵".

    Args:
        text: the block.
        previous: position of the mark before.
        mark: position of the mark.
        lexicon: the words of the language.
    """
    if _YEAR.search(text, 0, previous) and _YEAR.search(text, previous, mark):
        return _SENTENCE.search(text, previous, mark) is None
    joint = lexicon.joint.match(text, previous, mark)
    if joint is None or mark - joint.end() > _MEMBER or _SENTENCE.search(text, joint.end(), mark):
        return False
    return _DIGIT.search(text, joint.end(), mark) is not None or bool(_article(lexicon).match(text, joint.end(), mark))


@functools.cache
def _article(lexicon: References) -> regex.Pattern[str]:
    """The article, possessive or preposition that a noun phrase begins with."""
    forms = [*lexicon.anaphors.before, *lexicon.possessives.words, *lexicon.links.words]
    return regex.compile(rf"(?i:{words(form for form in forms if form)})", regex.V1)


def _is_title(text: str, phrase: MarkedPhrase, lexicon: References) -> bool:
    """Whether a quotation is a title: by its capital and several words; without capitals, by the noun of a text."""
    quoted = text[phrase.start : phrase.end].strip(_MARKS)
    letter = next((c for c in quoted if c.isalpha()), "")
    if text[phrase.end - 1] == _TITLE_ALWAYS:
        return True
    if letter.lower() != letter.upper():
        return letter.isupper() and " " in quoted
    before = max((m.end() for m in _SENTENCE.finditer(text, 0, phrase.start)), default=0)
    return document_nouns(lexicon).search(text, max(before, phrase.start - _BEFORE), phrase.end) is not None
