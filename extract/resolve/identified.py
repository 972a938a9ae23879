"""Whether a note says what a marked phrase is: only texts are identified, a statement is supported."""

import functools
from typing import Final

import regex

from extract.language.forms import NOTHING, any_of, words
from extract.language.references import References
from extract.mentions.candidate import Resolved
from extract.model.cache import compiled
from extract.resolve.marked_phrase import CLOSING, MarkedPhrase, document_nouns, treaty_nouns

_TITLE_ALWAYS: Final = "》"
"""The mark that closes titles and nothing else."""
_SENTENCE: Final = regex.compile(r"[。.；;؛]")
_BEFORE: Final = 120
"""Characters before a quotation in which the noun of a text makes it a title, where no capitals show it."""
_AFTER: Final = regex.compile(r"[\p{L}\p{N}]{0,8}(?:[(（][^()（）]{0,80}[)）])?")
"""What may follow a noun that closes its phrase: a chapter, another name in brackets."""
_MEMBER: Final = 130
"""Characters of a member of a list at most."""
_FOLLOWING: Final = 16
"""Characters between the last mark of a list and the noun of all its members: "2013⁵ and 2015⁶ annual reports"."""
_SEE: Final = 8
"""Characters (its number once more) before the first word of a note."""
_REPEATED: Final = 24
_REPEATED_HAN: Final = 8
"""Characters at the end of a phrase that its note repeats."""
_HAN: Final = regex.compile(r"\p{Han}")
_CLAUSE: Final = regex.compile(r"[,，;；:：、。؛،]")
_NUMBERED: Final = regex.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[\dIVXL]/\d|\d-?\p{L}|\p{Lo}\s?\d")
"""A year, a number of a session, an ordinal: what a member of a list has; votes and amounts are other numbers."""
_DAY: Final = regex.compile(r"(?<!\d)[0-3]?\d(?!\d)")
_WORD: Final = regex.compile(r"\p{L}[\p{L}\p{M}]++")
_YEAR: Final = regex.compile(r"(?<!\d)(?:19|20)\d\d[\s\p{P}\p{Han}]{0,2}$")
_YEAR_ALONE: Final = regex.compile(r"(?:19|20)\d\d\p{Han}?")
_PUNCTUATION: Final = " ,，.。;；:：、؛،"
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
    mark = len(text[:mark].rstrip(_PUNCTUATION))
    years = _YEAR.search(text, 0, previous) and _YEAR.search(text, previous, mark)
    if years or is_bare_member(text, previous, mark, lexicon):
        return _SENTENCE.search(text, previous, mark) is None
    joint = lexicon.joint.match(text, previous, mark)
    if joint is None or mark - joint.end() > _MEMBER or _SENTENCE.search(text, joint.end(), mark):
        return False
    member = text[joint.end() : mark]
    if _NUMBERED.search(member) or _names_day(member, lexicon):
        return True
    return _opening(lexicon).match(text, joint.end(), mark) is not None


def _names_day(member: str, lexicon: References) -> bool:
    """Whether a member of a list has a day and a month: the second of "reports of 2 August⁴ and 5 August⁵"."""
    return _DAY.search(member) is not None and any(lexicon.month(word) for word in _WORD.findall(member))


def is_bare_member(text: str, previous: int, mark: int, lexicon: References) -> bool:
    """Whether a member of a list is nothing but a year or an ordinal: "first⁴, second⁵ and third⁶ reports".

    Args:
        text: the block.
        previous: position of the mark before.
        mark: position of the mark.
        lexicon: the words of the language.
    """
    joint = lexicon.joint.match(text, previous, mark)
    member = text[joint.end() if joint else previous : mark].strip(_PUNCTUATION)
    return bool(_YEAR_ALONE.fullmatch(member) or _ordinal(lexicon).fullmatch(member))


def noun_follows(text: str, mark: int, lexicon: References) -> bool:
    """Whether the noun of a document follows a mark: "2013⁵ and 2015⁶ annual reports"."""
    noun = document_nouns(lexicon).search(text, mark, mark + 2 * _FOLLOWING)
    return noun is not None and noun.start() - mark <= _FOLLOWING and not _CLAUSE.search(text, mark, noun.start())


def is_plain(text: str, phrase: MarkedPhrase, note: str, lexicon: References) -> bool:
    """Whether a phrase speaks of a text by a word of several senses, and its note gives a symbol without "See".

    "The agreement signed in May⁴" and note 4 "S/2017/899, annex" are one text; with "See S/2017/899" they need not be.

    Args:
        text: the block.
        phrase: what the mark belongs to.
        note: the text of the note, folded.
        lexicon: the words of the language.
    """
    if _see(lexicon).search(note, 0, _SEE + _FOLLOWING):
        return False
    found = _plain(lexicon).finditer(text, phrase.start, phrase.end)
    return any(not lexicon.date_before or _AFTER.fullmatch(text, noun.end(), phrase.end) for noun in found)


@functools.cache
def _plain(lexicon: References) -> regex.Pattern[str]:
    """The nouns that mean a text only where a note says which."""
    return compiled(rf"(?i:{words(lexicon.notes.plain, prefixes=lexicon.particles)})", regex.V1)


@functools.cache
def _see(lexicon: References) -> regex.Pattern[str]:
    """The words that introduce the source of a statement."""
    return compiled(words([*lexicon.notes.see, *lexicon.notes.further]), regex.V1 | regex.IGNORECASE)


@functools.cache
def _ordinal(lexicon: References) -> regex.Pattern[str]:
    """An ordinal; of languages without ordinals of their own, what leads a number, and its numeral."""
    forms = [form for group in lexicon.parts.ordinals for form in group]
    lead = rf"(?:{any_of(lexicon.numbers.lead)})\p{{Han}}{{1,3}}" if lexicon.date_before else NOTHING
    return compiled(rf"(?i:{words(forms, prefixes=lexicon.particles)})|{lead}", regex.V1)


@functools.cache
def _opening(lexicon: References) -> regex.Pattern[str]:
    """What a member of a list begins with: an article, a possessive, a preposition, an ordinal, "that of"."""
    links = [*lexicon.links.words, *lexicon.links.about]
    forms = [*lexicon.anaphors.before, *lexicon.possessives.words, *links, *lexicon.notes.members]
    ordinal = _ordinal(lexicon).pattern
    return compiled(rf"(?i:{words(form for form in forms if form)})|{ordinal}", regex.V1)


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
