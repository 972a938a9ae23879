"""`Binder`: short forms, definitions and lone articles, bound to the treaties that a document has named."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Resolved, instrument_of, is_unknown, of_entry, treaty_of
from extract.mentions.pinpoint import Pinpoint
from extract.mentions.scan import BlockScan
from extract.model.cache import compiled
from extract.model.document import Block
from extract.model.span import Span, contains, overlaps_any
from extract.registry.registry import Instrument, Registry, Treaty
from extract.resolve.antecedents import Antecedent, Antecedents, head_of
from extract.resolve.given_names import GivenNames
from extract.resolve.short_forms import ShortForm, find_short_forms
from extract.resolve.short_protocols import choose_protocol

_AWAY: Final = 60
"""Characters (a date, where it was done) between a title and the bracket that defines its short form."""
_OPENED: Final = regex.compile(r"[(（][^()（）\d]{0,48}$")
_CLOSED: Final = regex.compile(r"\s?[”\"»“》]{0,2}\s?[)）]")
_WITH_ARTICLES: Final = frozenset({"charter", "covenant", "declaration"})
"""Nouns in the English titles of outcomes that have articles."""
_PROTOCOLS: Final = 60
"""Characters of "Optional Protocols to" before a short form."""
_SEVERAL: Final = 8
"""Characters of the word before a short form that makes it mean several treaties (各项)."""
_DEFAULTS: Final[Mapping[str, str]] = {"charter": "un-charter"}
"""In a United Nations text "the Charter" is the Charter of the United Nations unless another charter was named."""


class Binder:
    """Binds what means a treaty without its title; blocks come in reading order."""

    def __init__(self, lexicon: References, registry: Registry, own: Sequence[str] = ()) -> None:
        """Start with nothing named.

        Args:
            lexicon: the words of the language.
            registry: the treaties.
            own: slugs of the treaties of the committee that issued the document.
        """
        self._lexicon, self.registry = lexicon, registry
        self._antecedents, self._names = Antecedents(lexicon), GivenNames(lexicon)
        self._own = tuple(registry.treaties[slug] for slug in own)
        for treaty in self._own:
            self._antecedents.own_by_title(treaty)
        self._last: Antecedent | None = None  # the treaty meant last, whose article a lone article is
        self._several = compiled(words(lexicon.anaphors.several) + "$", regex.V1)
        after = "" if lexicon.date_before else r"\s?$"
        self._protocols = compiled(words(lexicon.anaphors.protocols_of) + after, regex.V1)

    def short_forms(
        self, block: Block, scan: BlockScan, found: Sequence[Candidate], *, carrier: str | None = None
    ) -> list[Resolved]:
        """Short forms, each bound to the treaty that it was defined for, else to the last one with its head noun.

        Args:
            block: a paragraph or a note.
            scan: what it shows by itself.
            found: its other references.
            carrier: label of the paragraph that has the mark of the note; None for a paragraph.
        """
        bound: list[Resolved] = []
        titles = deque(sorted((f for f in found if isinstance(f, Resolved) and _binds(f)), key=lambda f: f.start))
        for short in self._unclaimed(scan, found):
            while titles and titles[0].end <= short.start:
                self._remember(titles.popleft(), scan, block, found)
            self._define(short, block, scan, found)
            bound += self._bound(short, scan, carrier or block.label)
        for title in titles:
            self._remember(title, scan, block, found)
        return bound

    def given_names(self, scan: BlockScan, found: Sequence[Candidate]) -> list[Resolved]:
        """Names that the text gave to treaties in brackets, where they recur."""
        return self._names.find(scan.text, found)

    def articles(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Resolved]:
        """Articles that no reference of the paragraph has claimed: parts of the treaty meant last."""
        if not block.label.startswith(("pp", "op")):
            return  # an annex has articles of its own
        claimed = {f.pinpoint for f in found}
        for pin in scan.pinpoints.articles:
            if pin.text in claimed or not _is_alone(pin, scan, found):
                continue
            meant = _named_before(pin, found, block.label) or self._last
            if meant is not None:
                yield replace(meant.at(pin.start, pin.end), pinpoint=pin.text)

    def _unclaimed(self, scan: BlockScan, found: Sequence[Candidate]) -> list[ShortForm]:
        """The short forms of one treaty that are no part of another reference."""
        shorts = find_short_forms(scan.text, self._lexicon)
        phrases = [(short, short.protocol) for short in shorts if short.protocol]
        return [
            short
            for short in shorts
            if not any(other is not short and contains(phrase, short) for other, phrase in phrases)
            and not self._several.search(scan.text, max(0, short.start - _SEVERAL), short.start)
            and not overlaps_any(short, (f for f in found if not _only_marked(f, short, scan)))
        ]

    def _bound(self, short: ShortForm, scan: BlockScan, paragraph: str) -> list[Resolved]:
        """A short form as a reference to its treaty, and to the protocols of it that are meant; empty without one."""
        said = self._antecedents.of(short, paragraph) or self._parent(short, paragraph)
        default = None if said else self._default(short)
        meant = said or (Antecedent(default, None) if default else None)
        if meant is None:
            return []
        self._last = said or self._last
        made = self._protocol(short, meant, scan)
        made = made or replace(meant.at(short.start, short.end), date=str(short.year) if short.year else None)
        pin = scan.pinpoints.at(made.start, made.end)
        protocols = [] if isinstance(meant.treaty, Resolved) else self._protocols_of(meant.treaty, made, scan)
        return [replace(made, pinpoint=pin.text) if pin else made, *protocols]

    def _parent(self, short: ShortForm, paragraph: str) -> Antecedent | None:
        """The treaty of "the Optional Protocol to the Covenant" where only a protocol to it was named in full."""
        named = self._antecedents.of(replace(short, head="protocol"), paragraph) if short.protocol else None
        slug = named.treaty.parent if named and isinstance(named.treaty, Treaty) else None
        return Antecedent(self.registry.treaties[slug], named.paragraph) if named and slug else None

    def _protocol(self, short: ShortForm, meant: Antecedent, scan: BlockScan) -> Resolved | None:
        """The one protocol that the words around a short form mean: "the Optional Protocol to the Convention"."""
        phrase, treaty = short.protocol, meant.treaty
        if phrase is None or not isinstance(treaty, Treaty):
            return None
        protocol = choose_protocol(treaty, phrase, self.registry, own=self._own, until=scan.until)
        if protocol is None:
            return None
        return of_entry(protocol, phrase.start, phrase.end, certainty="inferred", via=meant.paragraph)

    def _default(self, short: ShortForm) -> Treaty | None:
        """What a short form means in a text that has named nothing for it."""
        return None if short.year else self.registry.treaties.get(_DEFAULTS.get(short.head, ""))

    def _protocols_of(self, treaty: Treaty | Instrument, short: Resolved, scan: BlockScan) -> Iterator[Resolved]:
        """The protocols of a treaty meant by a short form ("the Optional Protocols to the Convention")."""
        if self._lexicon.date_before:
            match = self._protocols.match(scan.text, short.end)
        else:
            match = self._protocols.search(scan.text, max(0, short.start - _PROTOCOLS), short.start)
        if match is not None:
            start, end = min(match.start(), short.start), max(match.end(), short.end)
            children = (t for t in self.registry.treaties.values() if (t.parent, t.role) == (treaty.slug, "protocol"))
            for child in children:
                if scan.until is None or not child.date or int(child.date[:4]) <= scan.until:
                    yield of_entry(child, start, end, certainty="inferred", via=short.via)

    def _define(self, short: ShortForm, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> None:
        """Remember what a bracket after a title defines: "(hereinafter “the Convention”)"."""
        opened = _OPENED.search(scan.text, max(0, short.start - _AWAY), short.start)
        if opened is None or not _CLOSED.match(scan.text, short.end):
            return
        near = [f for f in found if treaty_of(f) and not f.passing and 0 <= opened.start() - f.end <= _AWAY]
        same_noun = [f for f in near if head_of(scan.text[f.start : f.end], self._lexicon) == short.head]
        meant = same_noun or near
        if meant and (treaty := treaty_of(meant[-1])):
            self._antecedents.define(short.head, treaty, block.label)

    def _remember(self, title: Resolved, scan: BlockScan, block: Block, found: Sequence[Candidate]) -> None:
        """Remember a treaty for the short forms that follow its title."""
        treaty = treaty_of(title)
        amends = treaty is not None and treaty.role == "amendment"  # "the Convention" is then what it amends
        longer = any(_binds(f) for f in found if f is not title and contains(f, title))
        if amends or longer:
            return
        self._antecedents.name(title.entry or title, scan.text[title.start : title.end], block.label)
        if treaty and any(hit.start == title.start for hit in scan.names):
            self._names.learn(scan.text, Span(title.start, title.end), treaty, block.label)
        if not title.passing:
            self._last = Antecedent(title.entry or title, block.label)


def _is_alone(pin: Pinpoint, scan: BlockScan, found: Sequence[Candidate]) -> bool:
    """Whether an article is neither part of a reference nor followed by what it is a part of."""
    return not scan.pinpoints.leads(pin) and not overlaps_any(pin, found)


def _named_before(pin: Pinpoint, found: Sequence[Candidate], paragraph: str) -> Antecedent | None:
    """The text with articles that was named last before an article in its paragraph."""
    for each in reversed(found):
        if not isinstance(each, Resolved) or each.entry is None or each.passing or each.end > pin.start:
            continue
        if _binds(each) or not _WITH_ARTICLES.isdisjoint(_title_words(each)):
            return Antecedent(each.entry, paragraph)
    return None


def _binds(found: Candidate) -> bool:
    """Whether a short form may mean what a reference names: a treaty, or the statute of a body."""
    return treaty_of(found) is not None or is_unknown(found) or "statute" in _title_words(found)


def _title_words(found: Candidate) -> list[str]:
    """The words of a named instrument's English title; none for other references."""
    instrument = instrument_of(found)
    return instrument.title.casefold().split() if instrument else []


def _only_marked(found: Candidate, short: ShortForm, scan: BlockScan) -> bool:
    """Whether a reference is only the phrase of a note, inside which a short form has a pinpoint of its own."""
    phrase = isinstance(found, Resolved) and found.entry is None and found.via is not None
    return phrase and found.certainty == "named" and scan.pinpoints.before(short.start) is not None
