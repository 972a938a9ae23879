"""`Form`: a registered title, and whether the words of a text are that title: year, capital, spelling."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import Final

import regex

from extract.registry.folding import Folded
from extract.registry.registry import Instrument, Treaty

Entry = Treaty | Instrument

_OPENING: Final = "“„«‹\"'‘‚《〈「『"
_LETTER: Final[regex.Pattern[str]] = regex.compile(r"\p{L}")
_TELLING: Final = 4  # words that identify a treaty without its year


@dataclass(frozen=True, slots=True)
class Form:
    """A registered title and what a text must match.

    Attributes:
        exact: only its very spelling counts (acronyms).
        capital: it begins with a capital, so a text's must as well.
        years: the years in it; the text must give them too.
        loose: a text that gives no year means it as well.
        numbers: the grammatical number of its words, where their endings tell it.
        lead: what stands before the first folded word (an article), folded; a text may leave it out.
    """

    text: str
    entries: tuple[Entry, ...]
    short: bool
    exact: bool
    capital: bool
    years: frozenset[str]
    loose: bool
    lead: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form found: words `first` to `last` (excluded) of the folded text, code points `start` to `end` of the text."""

    first: int
    last: int
    start: int
    end: int
    form: Form


def form_of(text: str, entries: tuple[Entry, ...], folded: Folded, numbers: tuple[str, ...], *, short: bool) -> Form:
    """A registered title with what its spelling demands."""
    first = _LETTER.search(text)
    exact = len(folded.words) == 1 and text.isupper() and text.casefold() != text
    capital = bool(entries) and first is not None and first[0].isupper()
    years = {year for _, _, _, year in folded.years}
    # A treaty's name is unique; conference outcomes reuse theirs in other years.
    loose = not short and len(folded.words) >= _TELLING and all(isinstance(entry, Treaty) for entry in entries)
    dated = folded.years and folded.years[0][0] == 0
    lead = "" if dated or not folded.words else _plain(text[: folded.starts[0]])
    return Form(text, entries, short, exact, capital, frozenset(years), loose, lead, numbers)


def ordered(forms: list[Form]) -> tuple[Form, ...]:
    """Forms that differ in their years only: those with most years first; none is loose where there are several."""
    several = len({form.entries for form in forms}) > 1
    ordered = sorted(forms, key=lambda form: (-len(form.years), form.short))
    return tuple(replace(form, loose=form.loose and not several) for form in ordered)


def agree(numbers: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether no word is in the singular here and in the plural there."""
    return not any(one and other and one != other for one, other in zip(numbers, others, strict=True))


def confirm(  # noqa: PLR0913  # a place in a folded text takes four values
    text: str, folded: Folded, first: int, last: int, form: Form, *, cased: bool = True
) -> Candidate | None:
    """What the folding forgot: the year, the capital where it counts (`cased`), the spelling of an acronym."""
    start, end = folded.starts[first], folded.ends[last - 1]
    if form.lead and _plain(text[max(start - len(form.lead), 0) : start]) == form.lead:
        start -= len(form.lead)
    if form.exact and (text[start:end] != form.text or "/" in text[max(start - 1, 0) : end + 1]):
        return None  # an acronym between slashes is part of a symbol
    second = folded.starts[min(first + 1, last - 1)]
    if cased and form.capital and not (_begins_title(text, start) or text[second].isupper()):
        return None
    dated = _with_years(folded, first, last, form, (start, end)) if form.years else (start, end)
    if dated is None:
        return None
    start, end = dated
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1  # "(2015-2030)"
    return Candidate(first, last, start, end, form)


def _with_years(folded: Folded, first: int, last: int, form: Form, place: tuple[int, int]) -> tuple[int, int] | None:
    """The place of a title with the dates it needs; None if the text gives other years, or none where it must."""
    low = bisect_left(folded.years, first, key=lambda date: date[0])
    high = bisect_right(folded.years, last, key=lambda date: date[0])
    near = folded.years[low:high]
    dates = [date for date in near if date[3] in form.years]
    if form.years - {date[3] for date in dates} and (near or not form.loose):
        return None
    return min((place[0], *(date[1] for date in dates))), max((place[1], *(date[2] for date in dates)))


def _plain(text: str) -> str:
    """The few letters before a title, in any case and with any apostrophe."""
    return text.lower().replace("’", "'")


def _begins_title(text: str, start: int) -> bool:
    """Whether a title may start here: with no small letter, or after an opening quotation mark."""
    return not text[start].islower() or text[start - 1 : start] in {*_OPENING}


def rank(candidate: Candidate) -> tuple[int, int, bool]:
    """Longest first, then by place; full titles before short ones."""
    return candidate.start - candidate.end, candidate.start, candidate.form.short
