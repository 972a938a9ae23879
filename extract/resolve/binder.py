"""`Binder`: short forms, definitions and lone articles, bound to the treaties that a document has named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.language.forms import words
from extract.language.reference_table import HEADS
from extract.language.references import References
from extract.language.titles import load_titles as load_names
from extract.mentions.candidate import Candidate, Resolved, instrument_of, of_entry, treaty_of
from extract.mentions.scan import BlockScan
from extract.model.document import Block
from extract.model.span import contains, overlaps_any
from extract.registry.registry import Instrument, Registry, Treaty
from extract.resolve.short_forms import DEFAULTS, Antecedent, Antecedents, ShortForm, find_short_forms, head_of

_AWAY: Final = 60
"""Characters (a date, where it was done) between a title and the bracket that defines its short form."""
_DEFINING: Final = regex.compile(r"[(（][^()（）\d]{0,48}$")
_NAMING: Final = regex.compile(r"[》»”\"]?\s?[(（](?<name>[^()（）\n]{4,64})[)）]")
_QUOTED: Final = regex.compile(r"[“”\"«《]\s?(?<name>[^“”\"«»《》]{4,48}?)\s?[“”\"»》]")
_COLLECTIVELY: Final = regex.compile(
    r"(?:\p{Ll}[\p{L}'’]*+\s){0,6}+(?:[ld]['’])?(?P<name>\p{Lu}[^,،，]{3,40})(?:[,،，].*)?", regex.V1
)
"""What a bracket says of several texts together: "collectively the Peace Agreement, S/1995/999, annex"."""
_WITH_ARTICLES: Final = frozenset({"charter", "covenant", "declaration"})
"""Nouns in the English titles of outcomes that have articles."""
_PROTOCOLS: Final = 60
"""Characters of "Optional Protocols to" before a short form."""
_SEVERAL: Final = 8
"""Characters of what tells before a short form that several are meant (各项)."""
_STEM: Final = 4
"""Letters of a word that its endings leave alone."""
_FIGURE: Final = regex.compile(r"\d")
_DEFINED: Final = regex.compile(r"\s?[”\"»“》]{0,2}\s?[)）]")


class Binder:
    """Binds what means a treaty without its title; blocks come in reading order."""

    def __init__(self, lexicon: References, registry: Registry) -> None:
        """Start with nothing named."""
        self._lexicon, self.registry = lexicon, registry
        self._antecedents = Antecedents(lexicon)
        self._last: Antecedent | None = None
        self._named: dict[str, tuple[regex.Pattern[str], Antecedent]] = {}
        self._several = regex.compile(words(lexicon.anaphors.several) + "$", regex.V1)
        behind = "" if lexicon.date_before else r"\s?$"
        self._protocols = regex.compile(words(lexicon.anaphors.protocols_of) + behind, regex.V1)
        self._inflected = bool(load_names(lexicon.language).endings)
        anaphors, heads = lexicon.anaphors, lexicon.heads
        self._nouns = frozenset(form.casefold() for head in HEADS for form in (*anaphors.of(head), *heads.of(head)))
        self._article = regex.compile(rf"^(?i:{words(anaphors.before)})(?:\s|(?<='))", regex.V1)

    def short_forms(
        self, block: Block, scan: BlockScan, found: Sequence[Candidate], *, carrier: str | None = None
    ) -> list[Resolved]:
        """Short forms, each bound to the treaty that it was defined for, else to the last one with its head noun.

        Args:
            block: a paragraph or a note.
            scan: what it shows by itself.
            found: its other references.
            carrier: for a note the label of the paragraph that has its mark.
        """
        out = []
        titles = sorted((f for f in found if isinstance(f, Resolved) and _binds(f)), key=lambda f: f.start)
        shorts = [
            s
            for s in find_short_forms(scan.text, self._lexicon)
            if not self._several.search(scan.text, max(0, s.start - _SEVERAL), s.start)
            and not overlaps_any(s, (f for f in found if not _only_marked(f, s, scan)))
        ]
        for short in shorts:
            while titles and titles[0].end <= short.start:
                self._remember(titles.pop(0), scan, block, found)
            self._define(short, block, scan, found)
            said = self._antecedents.of(short, carrier or block.label)
            treaty: Treaty | Instrument | None = (
                said.treaty if said else None if short.year else self._default(short.head)
            )
            if treaty is None:
                continue
            made = of_entry(treaty, short.start, short.end, certainty="inferred", via=said.paragraph if said else None)
            self._last = said or self._last
            pin = scan.pinpoints.at(short.start, short.end)
            out.append(made if pin is None else replace(made, pinpoint=pin.text))
            out += self._protocols_of(treaty, made, scan)
        for title in titles:
            self._remember(title, scan, block, found)
        return out

    def articles(self, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> Iterator[Resolved]:
        """Articles that no reference of the paragraph has claimed: parts of the treaty meant last."""
        if not block.label.startswith(("pp", "op")):
            return  # an annex has articles of its own
        told = {f.pinpoint for f in found}
        for pin in scan.pinpoints.found:
            lone = pin.article and pin.text not in told and not scan.pinpoints.leads(pin)
            if not lone or overlaps_any(pin, found):
                continue
            before = [
                f
                for f in found
                if isinstance(f, Resolved) and (_binds(f) or _headed(f)) and f.end <= pin.start and not f.passing
            ]
            entry = before[-1].entry if before else self._last.treaty if self._last else None
            if entry is not None:
                via = block.label if before else self._last.paragraph if self._last else None
                yield replace(of_entry(entry, pin.start, pin.end, certainty="inferred", via=via), pinpoint=pin.text)

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

    def _default(self, head: str) -> Treaty | None:
        return self.registry.treaties.get(DEFAULTS.get(head, ""))

    def _define(self, short: ShortForm, block: Block, scan: BlockScan, found: Sequence[Candidate]) -> None:
        """Take "(hereinafter “the Convention”)" behind a title for what it says."""
        opened = _DEFINING.search(scan.text, max(0, short.start - _AWAY), short.start)
        if opened is None or not _DEFINED.match(scan.text, short.end):
            return
        near = [f for f in found if treaty_of(f) and not f.passing and 0 <= opened.start() - f.end <= _AWAY]
        meant = [f for f in near if _head(f, scan, self._lexicon) == short.head] or near
        if meant and (entry := treaty_of(meant[-1])):
            self._antecedents.define(short.head, entry, block.label)

    def given_names(self, scan: BlockScan, found: Sequence[Candidate]) -> list[Resolved]:
        """Names that a bracket behind a title has given to it ("… (Protocol V)"), where they stand by themselves."""
        out: list[Resolved] = []
        for pattern, meant in self._named.values():
            for match in pattern.finditer(scan.text):
                made = of_entry(meant.treaty, *match.span(), certainty="inferred", via=meant.paragraph)
                if not overlaps_any(made, (*found, *out)):
                    out.append(made)
        return out

    def _give_name(self, found: Resolved, entry: Treaty, scan: BlockScan, block: Block) -> None:
        """Remember the name in the bracket behind a title, or at its end, if it is more than a head noun."""
        opened = scan.text.rfind("(", found.start, found.end)
        match = _NAMING.match(scan.text, opened if opened >= 0 else found.end)
        if match is None:
            return
        quoted = _QUOTED.search(match["name"])
        told = (quoted or match)["name"]
        if not quoted and (put := _COLLECTIVELY.fullmatch(told)):
            told = put["name"]
        name = self._article.sub("", told.strip())
        head = head_of(name, self._lexicon)
        if head and name.casefold() not in self._nouns and not name[0].islower() and not _FIGURE.search(name):
            self._named[name] = (_pattern(name, inflected=self._inflected), Antecedent(entry, block.label))

    def _remember(self, found: Resolved, scan: BlockScan, block: Block, around: Sequence[Candidate]) -> None:
        longer = (f for f in around if f is not found and contains(f, found))
        amendment = (
            isinstance(found.entry, Treaty) and found.entry.role == "amendment"
        )  # "the Convention" is what it amends
        if found.entry is not None and not amendment and not any(_binds(f) for f in longer):
            self._antecedents.name(found.entry, scan.text[found.start : found.end], block.label)
            if isinstance(found.entry, Treaty) and any(hit.start == found.start for hit in scan.names):
                self._give_name(found, found.entry, scan, block)
            self._last = self._last if found.passing else Antecedent(found.entry, block.label)


def _binds(found: Candidate) -> bool:
    """Whether a short form may mean what a reference names: a treaty, or the statute of a body."""
    return treaty_of(found) is not None or (instrument_of(found) is not None and "statute" in _words(found))


def _headed(found: Candidate) -> bool:
    """Whether a reference names an outcome that has articles (a charter)."""
    return instrument_of(found) is not None and not _WITH_ARTICLES.isdisjoint(_words(found))


def _words(found: Candidate) -> list[str]:
    return found.entry.title.casefold().split() if isinstance(found, Resolved) and found.entry else []


def _pattern(name: str, *, inflected: bool) -> regex.Pattern[str]:
    """The pattern of a name; where a language has case endings its words may have others."""
    stems = (
        rf"{regex.escape(word[: max(_STEM, len(word) - 2)])}\p{{L}}{{0,4}}"
        if inflected and len(word) > _STEM
        else regex.escape(word)
        for word in name.split()
    )
    joined = r"\s".join(stems)
    return regex.compile(rf"(?<![[\p{{L}}--\p{{Han}}](])(?:{joined})(?![[\p{{L}}--\p{{Han}}]\d])", regex.V1)


def _only_marked(found: Candidate, short: ShortForm, scan: BlockScan) -> bool:
    """Whether what a short form stands in is but a phrase of a note, and the short form has a part of its own."""
    phrase = (
        isinstance(found, Resolved) and found.certainty == "named" and found.entry is None and found.via is not None
    )
    return phrase and scan.pinpoints.before(short.start) is not None


def _head(found: Candidate, scan: BlockScan, lexicon: References) -> str | None:
    return head_of(scan.text[found.start : found.end], lexicon)
