"""The patterns of pinpoints of one language, put together from its words (`[pinpoints]` of `references.toml`)."""

import functools
from dataclasses import dataclass
from typing import Final

import regex

from extract.language.anchored import Anchored, Holding
from extract.language.forms import NOTHING, any_of, words
from extract.language.references import References
from extract.mentions.conference_numbers import own_marks
from extract.model.cache import compiled
from extract.text.numerals import ENCLOSED, HAN_LETTERS, HAN_ONES, HAN_SIMPLE, HAN_TEN, ROMAN_CHARACTERS

_CAPITAL: Final = r"A-Z\u0410-\u042f"
_SMALL: Final = r"a-z\u0430-\u044f"
_NOT_OF_SYMBOL: Final = r"(?!/|-\d)"  # "para. 33, and A/HRC/20/27": the next symbol's first letter is no number
_MEMBER: Final = r"\((?:\p{L}{1,4}|\d{1,3})\)"
_NUMBER: Final = (
    rf"(?:[{ROMAN_CHARACTERS}]{{1,3}}+|[IVXLC]{{1,7}}+(?:\.[A-Z0-9]{{1,2}})?(?!\p{{L}}){_NOT_OF_SYMBOL}"
    rf"|\d{{1,4}}+(?:[./]\d{{1,3}}){{0,3}}+[a-z]?(?![\p{{L}}--\p{{Han}}])|[{_CAPITAL}](?!\p{{L}}){_NOT_OF_SYMBOL})"
    rf"(?:\s?{_MEMBER}){{0,3}}+"
)
_CONFERENCE_NUMBER: Final = r"\d{1,3}/[A-Z]{2,4}\.\d{1,3}"  # 7/COP.13: part of the report that prints it
_QUOTED: Final = r"[“\"«《][^”\"»》]{1,200}[”\"»》]"
_LONGEST_SUBJECT: Final = 60

# Numbers of parts in Chinese: 第四条(子)款, 第一.B节, 第3(a)段.
_HAN_MARK: Final = rf"[(（](?:[a-z]{{1,4}}|[{HAN_LETTERS}]|\d{{1,2}}|[{HAN_ONES}{HAN_TEN}]{{1,3}})[)）]"
_HAN_MARKS: Final = rf"(?:\s?{_HAN_MARK}){{0,3}}"
_HAN_FIGURE: Final = rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?|[A-Z](?![A-Za-z])){_HAN_MARKS}"
_HAN_WRITTEN: Final = (
    rf"[{HAN_SIMPLE}]{{1,6}}(?:\.[A-Z]|[{ENCLOSED}])?|[{ENCLOSED}]|[(（][{HAN_ONES}{HAN_TEN}]{{1,2}}[)）]"
)
_HAN_NUMBER: Final = rf"(?:(?:{_HAN_WRITTEN}){_HAN_MARKS}|{_HAN_FIGURE}|{_HAN_MARK})"


@dataclass(frozen=True, slots=True)
class PinpointPatterns:
    """The patterns of one language.

    Attributes:
        chain: a whole pinpoint ("chap. I, sect. A").
        article: a unit that only treaties and the like have; `articles` the same, to be sought in a paragraph.
        of: what may separate a part from the whole after it, one word at a time.
        link, tied: "of" between spaces; the same anywhere.
        especially: "in particular" and what makes the next noun definite ("its").
        after: what may separate a whole from the part after it.
        thereof: what makes a part one of the text named before.
        free: the place before a part that belongs to no noun before it.
    """

    chain: Anchored
    article: regex.Pattern[str]
    articles: Anchored
    of: regex.Pattern[str]
    link: regex.Pattern[str]
    tied: regex.Pattern[str]
    especially: regex.Pattern[str]
    after: regex.Pattern[str]
    thereof: regex.Pattern[str]
    free: regex.Pattern[str]


@functools.cache
def pinpoint_patterns(lexicon: References) -> PinpointPatterns:
    """Compile the patterns of a language, once per process."""
    grammar = _Grammar(lexicon)
    section, of, possessive = lexicon.pinpoints, grammar.of, grammar.possessive
    behind = any_of(section.attached)
    attached = any_of([*section.attached, *section.possessive])
    if section.whole_precedes:
        attached += rf"|(?:{any_of(section.thereof)})(?={any_of(lexicon.script.before_number)})"
    whose = words([*lexicon.anaphors.before, *lexicon.possessives.words], prefixes=lexicon.particles)
    article = compiled(f"(?i:{grammar.words(section.articles)})", regex.V1)
    return PinpointPatterns(
        chain=Anchored(
            compiled(grammar.chain, regex.V1),
            grammar.beginnings,
            also=grammar.beginning_characters,
            bounded=lexicon.script.bounded,
            among=lexicon,
        ),
        article=article,
        articles=Holding(article, section.articles, among=lexicon),
        of=compiled(rf"\s?(?:{of}|(?<=\s))\s?", regex.V1),
        link=compiled(rf"[,،]?\s{of}\s", regex.V1),
        tied=compiled(of, regex.V1),
        especially=compiled(
            rf"[\s,،，]{{0,2}}+{words(section.especially)}\s?+(?:{whose}\s?+)?+", regex.V1 | regex.IGNORECASE
        ),
        after=compiled(
            rf"(?:{behind})?[)）\]》”»\"]{{0,3}}+\s?[,،，、]?\s?\(?(?:{attached}|{grammar.subject(possessive)})?",
            regex.V1,
        ),
        thereof=compiled(rf"\s?{words(section.thereof)}", regex.V1),
        free=compiled(rf"(?:\P{{Han}}|{any_of(section.free_after)})|^", regex.V1),
    )


@functools.cache
def part_within(lexicon: References) -> regex.Pattern[str]:
    """The pattern of a part that is no pinpoint by itself ("resolution 2, annex"), as the group `part`."""
    grammar = _Grammar(lexicon)
    further = rf"{grammar.step}(?:{grammar.unit}|{grammar.within})"
    return compiled(rf"[\s,，،.]{{1,3}}+(?<part>{grammar.within}(?:{further}){{0,4}}+)", regex.V1)


class _Grammar:
    """The pieces of the patterns, each one rule of drafting."""

    def __init__(self, lexicon: References) -> None:
        self._lexicon, self._section = lexicon, lexicon.pinpoints
        joints = lexicon.joints
        self._glued = rf"|[{lexicon.particles}]" if lexicon.particles else ""  # "and" written onto the next word
        self._lead, self._tail = any_of(lexicon.script.before_number), any_of(lexicon.numbers.tail)
        self._units_after = words(self._section.units_after)
        self._ordinals = self.words(self._section.ordinals)
        self._letters = any_of(tuple(word for word, _ in lexicon.numbers.letters if len(word) > 1))
        self.of = words(form for form in self._section.of if form not in joints.words)
        self.possessive = any_of(self._section.possessive)
        self.within = self._within()
        self.unit = self._unit()
        also, self._definite = words(joints.words), words(lexicon.anaphors.before)
        parted = rf"(?:[,،，、]|;(?!\s?(?i:{self.words(self._section.articles)})))"  # "para. 43; article 19 of the …"
        self.step = rf"(?:\s?{parted}\s?|\s?(?:{also}{self._glued})\s?|\s?(?:{self.possessive})?)"

    def words(self, forms: tuple[str, ...]) -> str:
        """The alternation of forms, one-letter words before them included."""
        return words(forms, prefixes=self._lexicon.particles)

    @property
    def beginnings(self) -> list[str]:
        """The words that a pinpoint begins with."""
        section = self._section
        return [*section.units, *section.alone, *section.ordinals, *section.within]

    @property
    def beginning_characters(self) -> str:
        """The class of characters that a pinpoint may begin with besides its words; empty where there are none."""
        if not self._lexicon.script.han_numerals:
            return ""
        first = {form[0] for form in (*self._section.regions, *self._lexicon.script.before_number)}
        return rf"[{''.join(sorted(first))}\dA-Z]"

    @property
    def chain(self) -> str:
        """A part, and the smaller and larger ones that are named with it."""
        section, unit = self._section, "(?&unit)"  # long: compiled once, where the first part stands
        definite = rf"(?:{self._definite}\s)?+"
        between = rf"\s{self.of}(?:\s|(?<=['’])){definite}"  # an elided article is written onto its noun
        whole = (
            rf"(?:{between}(?&decided))?+"  # "paragraph 3 of decision 1/CP.21"; after "and" such a one is cited anew
        )
        also = words(self._lexicon.joints.words)
        ordinal = rf"\s?[,،]?\s?{also}\s{definite}(?&by_ordinal)"  # ", and the sixth preambular paragraph"
        aside = rf"(?:\s?[,،，、]\s?|\s?(?:{self.possessive})?)"  # "annex, decision 2", not "annex and decision 2"
        titled = rf"(?:{any_of(section.entitled)}){_QUOTED}(?:{any_of(section.titled_units)})?"
        marked = rf"{_HAN_MARK}(?:(?:[、,]|{any_of(section.joints)}){_HAN_MARK}){{0,8}}+"  # "(b)、(d)和(g)项"
        further = (
            rf"{unit}|[A-Z](?:{any_of(section.lettered_units)})|{marked}(?:{any_of(section.marked_units)})|{titled}"
        )
        alone = rf"(?!\s?[,،]?\s?{also}(?!\p{{L}}))"  # "decision 4/CP.7 and paragraph 3 of decision 2/CP.8"
        loop = rf"(?:{between}{unit}|{ordinal}|{self.step}(?:{further})|{aside}(?&within)){{0,16}}+{whole}"
        decided = rf"(?<decided>{self._of_conference()})(?:{alone}{loop})?+"
        return rf"(?:{decided}|(?:(?<within>{self.within})(?={between}{unit})|(?<unit>{self.unit})){loop})"

    def subject(self, possessive: str) -> str:
        """What a text is about, between it and its part: 第73/273号决议关于…的第三节."""
        about = any_of(self._section.about)
        return (
            rf"(?:{about})(?:(?!{self._tail})[^,，;；。《》]){{1,{_LONGEST_SUBJECT}}}?(?:{possessive})(?={self._lead})"
        )

    @property
    def _by_ordinal(self) -> str:
        """A unit after its ordinals ("sixth to ninth preambular paragraphs")."""
        if not self._section.ordinals:
            return NOTHING
        also = words([*self._lexicon.joints.words, *self._lexicon.joints.range])
        more = rf"(?:\s?[,،]?\s?{also}\s{self._ordinals}){{0,3}}+"
        return rf"(?i:{self._ordinals}{more}\s{self._units_after})"

    def _unit(self) -> str:
        """One part: a unit with its numbers, or one that needs none."""
        section = self._section
        ordinal_first = f"(?<by_ordinal>{self._by_ordinal})"
        units, alone = f"(?<units>(?i:{self.words(section.units)}))", f"(?i:{self.words(section.alone)})"
        numbered_alone = ""
        if self._lexicon.script.han_numerals:
            numbered_alone = rf"(?:{_HAN_NUMBER}(?:(?:、|{any_of(section.joints_alone)}){_HAN_NUMBER})*)?"
        return (
            rf"(?:{self._number_first()}|{ordinal_first}"
            rf"|{units}\s?{self._numbers()}|(?:{alone}){numbered_alone})"
        )

    def _numbers(self) -> str:
        """The numbers after a unit: "4 to 9", "7 d) and e)", "II"."""
        joints = self._lexicon.joints
        closed = rf"\s(?:[{_SMALL}]{{1,3}}|\d{{1,2}})\)"  # "73 b) de"
        lettered = rf"(?:{closed}|\s[a-df-nq-xz](?=\s{self.of}\s)|\se(?=\s{self.of}\s))"  # "73 b of"
        also = words([*joints.words, *joints.range])
        joint = rf"(?:\s?[,،、–-]\s?|\s?[,،]?\s?(?:{also}{self._glued})\s?)"
        inner = rf"(?:\d{{1,3}}|[{_SMALL}]{{1,3}}\))(?:{closed}|\s?{_MEMBER}){{0,2}}+"
        inserted = rf"(?:\s?\((?&units)\s?{inner}(?:{joint}{inner}){{0,6}}+\))?+"  # "Articles 2 (par. 4 et 5) et 51"
        ordinal = rf"{self._ordinals}(?:\s(?:{self._letters})(?!\p{{L}}))?+"  # section II.B in words
        members = rf"{_MEMBER}(?:\s?{_MEMBER}){{0,3}}+"
        number = rf"(?:{_NUMBER}{lettered}{{0,2}}+{inserted}|[{_SMALL}]{{1,3}}\)|{members}|{ordinal})"
        return (
            rf"(?<number>{number})(?:{joint}(?!\d{{1,4}}/)(?&number)){{0,12}}+"  # "para. 3, and 72/116"; "and 3/CP.19"
        )

    def _number_first(self) -> str:
        """A unit after its numbers (第2段); 一项 is "a", 第一项 "item one"."""
        if not self._lexicon.script.han_numerals:
            return NOTHING
        section, lead = self._section, self._lead
        joint = rf"(?:[、,-]|{any_of(section.joints)})"
        return (
            rf"(?:{any_of(section.regions)})?(?:(?:{lead})\s?{_HAN_NUMBER}|{_HAN_FIGURE})"
            rf"(?:{joint}(?:{lead})?{_HAN_NUMBER}){{0,6}}+{_HAN_MARKS}(?:{self._units_after})"
        )

    def _within(self) -> str:
        """A part that only continues another one: "decision 2", which is no number of its own."""
        roman = r"[IVXLC]{1,7}+/\d{1,3}+[A-Z]?"  # "decision XII/7"
        lesser = rf"(?:{roman}|(?!\d{{3}}){_NUMBER}(?!\s?\()(?:/[A-Z]{{2,4}}\.\d+)?)"
        return rf"{self.words(self._section.within)}\s?(?:{_QUOTED}|{lesser})"

    def _of_conference(self) -> str:
        """A decision of a conference, part of the report that prints it."""
        texts = self.words(self._section.within)
        if not self._lexicon.noun_before:
            lead, number = any_of(self._lexicon.numbers.lead), _CONFERENCE_NUMBER
            return rf"(?:(?:{lead}){number}(?:{self._tail}){texts}|{texts}{number})"
        own = own_marks(self._lexicon)
        return rf"(?i:{texts})\s(?:{_CONFERENCE_NUMBER}|\d{{1,3}}/{own}\d{{1,3}})"
