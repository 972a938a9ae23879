"""Short forms of treaties ("the Treaty", 《条约》, «Договор»): what each means was defined so, or named last."""

import functools
from dataclasses import dataclass, field
from typing import Final

import regex

from extract.language.anchored import Anchored
from extract.language.finders import finders
from extract.language.forms import words
from extract.language.reference_table import HEADS, Heads
from extract.language.references import References
from extract.model.span import Span, overlaps_any
from extract.registry.registry import Instrument, Treaty

_STEM: Final = 6
"""Letters of a word that its endings leave alone."""
_SHORTEST: Final = 3
"""Letters of a word that says something: de and of say nothing."""
DEFAULTS: Final = {"charter": "un-charter"}
"""In a United Nations text "the Charter" is the Charter of the United Nations unless another charter was named."""


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form in the text.

    Attributes:
        start, end: its place.
        head: its head noun, one of `HEADS`.
        year: the year that tells it from others.
        noun: the head noun as written, with what belongs to it ("Relationship Agreement").
    """

    start: int
    end: int
    head: str
    year: int | None = None
    noun: str = ""


@dataclass(frozen=True, slots=True)
class BackReference:
    """A resolution or decision meant again without its number ("paragraph 3 of the said resolution"), and its noun."""

    start: int
    end: int
    noun: str


@functools.cache
def _pattern(lexicon: References) -> Anchored:
    section = lexicon.anaphors
    groups = "|".join(f"(?<{head}>{words(section.of(head), prefixes=lexicon.particles)})" for head in HEADS)
    before = [word for word in section.before if word]
    opened = [regex.escape(word) for word in before if word in "《«“"]
    if opened:
        year = r"(?:(?<=(?<year>(?:1[89]|20)\d\d)年《)|(?<year>(?:1[89]|20)\d\d)年)?+"  # 1954年《公约》, 《1954年公约》
        quoting = regex.compile(rf"(?:{'|'.join(opened)}){year}(?:{groups})》", regex.V1)
        return Anchored(quoting, _forms(section), begins=False)
    elided = "|".join(regex.escape(w) for w in before if w.endswith("'"))
    lead = rf"(?:(?i:{words(before)})\s{'|' + elided if elided else ''})" if before else ""
    not_after = rf"(?!\s(?:{words(section.continues)}))" if section.continues else ""
    quoted = r"[«“\"”]?" if not before else ""
    year = r"(?:(?<year>(?:1[89]|20)\d\d)\s)?+" if before else ""  # "the 1954 Convention"
    pattern = regex.compile(rf"{lead}{year}{quoted}(?:{groups})(?![\p{{L}}-]){not_after}", regex.V1)
    return Anchored(pattern, _forms(section), begins=False)


def _forms(section: Heads) -> list[str]:
    """Every head noun of a table of them."""
    return [form for head in HEADS for form in section.of(head)]


@functools.cache
def _construct(lexicon: References) -> Anchored:
    """The pattern of a head noun that only a year makes definite (اتفاقية عام 1954)."""
    section = lexicon.heads
    groups = "|".join(f"(?<{head}>{words(section.of(head), prefixes=lexicon.particles)})" for head in HEADS)
    return Anchored(regex.compile(rf"(?:{groups}){_of_year(lexicon)}", regex.V1), _forms(section))


@functools.cache
def _year(lexicon: References) -> regex.Pattern[str]:
    """The pattern of " of 1954" behind a short form."""
    return regex.compile(_of_year(lexicon), regex.V1)


def _of_year(lexicon: References) -> str:
    linking = words(lexicon.anaphors.years)
    return rf"(?:\s{linking}\s|\s)(?<behind>(?:1[89]|20)\d\d)(?![\d/])"


@functools.cache
def _back(lexicon: References) -> Anchored:
    """The pattern of "the said resolution" with nothing that names another one behind it."""
    forms = [*lexicon.nouns.resolution, *lexicon.nouns.decision]
    before = [word for word in lexicon.anaphors.before if word]
    lead = rf"(?:(?i:{words(before)})\s)" if before else ""
    pattern = regex.compile(rf"{lead}(?<noun>{words(forms)})(?!\s?[\d«“\"(])", regex.V1)
    return Anchored(pattern, forms, begins=False)


def find_back_references(text: str, lexicon: References) -> tuple[BackReference, ...]:
    """Find resolutions and decisions meant again without their number; none where nouns follow their number."""
    if not lexicon.noun_before:
        return ()
    own = [Span(*m.span()) for m in finders(lexicon).present.finditer(text)]
    found = (BackReference(m.start(), m.end(), m["noun"]) for m in _back(lexicon).finditer(text))
    return tuple(b for b in found if not overlaps_any(b, own))


def find_short_forms(text: str, lexicon: References) -> tuple[ShortForm, ...]:
    """Find every short form of a paragraph; titles that are known must be taken out by the caller."""
    found = []
    for match in _pattern(lexicon).finditer(text):
        behind = _year(lexicon).match(text, match.end())
        year = match.groupdict().get("year") or (behind["behind"] if behind else None)
        head = _head(match)
        found.append(ShortForm(match.start(), match.end(), head, int(year) if year else None, match[head]))
    found += [
        ShortForm(match.start(), match.start("behind"), _head(match), int(match["behind"]))
        for match in _construct(lexicon).finditer(text)
    ]
    return tuple(sorted(found, key=lambda short: short.start))


def _head(match: regex.Match[str]) -> str:
    return next(head for head in HEADS if match.groupdict().get(head) is not None)


@functools.cache
def _heads(lexicon: References) -> tuple[tuple[str, regex.Pattern[str]], ...]:
    short, full = lexicon.anaphors, lexicon.heads
    return tuple(
        (
            head,
            regex.compile(
                words([*short.of(head), *full.of(head)], prefixes=lexicon.particles), regex.V1 | regex.IGNORECASE
            ),
        )
        for head in HEADS
    )


@functools.lru_cache(maxsize=8192)
def head_of(title: str, lexicon: References) -> str | None:
    """The head noun of a title: the first one in it, or the last where the noun closes the title; None without one."""
    places = [(m.start(), head) for head, pattern in _heads(lexicon) for m in pattern.finditer(title)]
    if not places:
        return None
    return (max(places) if lexicon.date_before else min(places))[1]


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A treaty, or the statute of a body, that a paragraph named.

    It is `weak` where its kind has another name in English (公民…公约 is a covenant).
    """

    treaty: Treaty | Instrument
    paragraph: str
    weak: bool = False


@dataclass(slots=True)
class Antecedents:
    """The treaties a document has named so far, for its short forms.

    Attributes:
        seen: head noun -> treaties named, in order.
        defined: head noun -> the treaty that the text has said it stands for ("(the Convention)").
    """

    lexicon: References
    seen: dict[str, list[Antecedent]] = field(default_factory=dict)
    defined: dict[str, Antecedent] = field(default_factory=dict)

    def name(self, treaty: Treaty | Instrument, written: str, paragraph: str) -> None:
        """Remember that a paragraph named a treaty by a title."""
        titles = [written, *treaty.titles.get(self.lexicon.language, ()), *treaty.short.get(self.lexicon.language, ())]
        head = next((h for h in (head_of(title, self.lexicon) for title in titles) if h), None)
        if head:
            kind = _kind(treaty)
            self.seen.setdefault(head, []).append(Antecedent(treaty, paragraph, kind is not None and kind != head))

    def define(self, head: str, treaty: Treaty, paragraph: str) -> None:
        """Remember that the text gives a treaty this short form; it outranks what is named later."""
        self.defined[head] = Antecedent(treaty, paragraph)

    def of(self, short: ShortForm, paragraph: str) -> Antecedent | None:
        """What a short form means; None when nothing can be told.

        Args:
            short: only a treaty of its year can be meant; one whose title has all of its words comes first.
            paragraph: where it stands; a treaty named in the same paragraph comes before others.
        """
        said = self.seen.get(short.head, [])
        if short.year:
            return next((each for each in reversed(said) if (each.treaty.date or "").startswith(str(short.year))), None)
        if short.head in self.defined:
            return self.defined[short.head]
        told = [each for each in said if self._has(each.treaty, short.noun)]
        said = told if told or (short.head == "agreement" and " " in short.noun) else said
        here = [each for each in said if each.paragraph == paragraph]
        strong = [each for each in said if not each.weak]
        return next(reversed(here or strong or said), None)

    def _has(self, treaty: Treaty | Instrument, noun: str) -> bool:
        """Whether a title of the treaty has the words of a noun, their endings aside."""
        wanted = [word[:_STEM] for word in noun.casefold().split() if len(word) >= _SHORTEST]
        titles = [*treaty.titles.get(self.lexicon.language, ()), *treaty.short.get(self.lexicon.language, ())]
        return len(wanted) > 1 and any(all(word in title.casefold() for word in wanted) for title in titles)


def _kind(treaty: Treaty | Instrument) -> str | None:
    """The head noun of a treaty's English title; the names of `HEADS` are the English nouns."""
    title = treaty.title.casefold()
    return min((head for head in HEADS if head in title), key=title.index, default=None)
