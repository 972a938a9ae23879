"""Descriptions of a text between its body or date and its number: 关于设立人权理事会的第60/251号决议."""

import functools
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References

_WITHIN: Final = r"[^\d,，、;；。]"
"""What a description has inside: neither numbers nor what parts clauses."""


@functools.cache
def open_description(lexicon: References) -> regex.Pattern[str]:
    """The pattern of a description that is not closed yet, at the end of a text."""
    about = words(lexicon.links.about, prefixes=lexicon.particles)
    return regex.compile(rf"{about}{_WITHIN}{{0,40}}+$", regex.IGNORECASE | regex.V1)


@functools.cache
def description_end(lexicon: References) -> regex.Pattern[str]:
    """The pattern of what closes a description; nothing where the language needs no word."""
    end = words(lexicon.links.about_end) if lexicon.links.about_end else ""
    return regex.compile(end, regex.IGNORECASE | regex.V1)


@functools.cache
def whole_description(lexicon: References) -> regex.Pattern[str]:
    """The pattern of a description from its first word to what closes it; it matches nowhere where nothing does."""
    about, end = words(lexicon.links.about), words(lexicon.links.about_end)
    return regex.compile(rf"{about}{_WITHIN}{{1,60}}?{end}", regex.IGNORECASE | regex.V1)
