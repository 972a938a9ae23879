"""`Binder`: short forms, definitions and lone articles, bound to the treaties that a document has named."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.anaphor import DEFAULTS, Antecedent, Antecedents, ShortForm, find_short_forms, head_of
from extract.document import Block
from extract.found import Found, of_entry
from extract.lexicon import Lexicon
from extract.registry import Registry, Treaty
from extract.scan import BlockScan

_AWAY: Final = 60
"""Characters (a date, where it was done) between a title and the bracket that defines its short form."""
_DEFINING: Final = regex.compile(r"[(（][^()（）\d]{0,48}$")
_DEFINED: Final = regex.compile(r"\s?[”\"»“》]{0,2}\s?[)）]")


class Binder:
    """Binds what means a treaty without its title; blocks come in reading order."""

    def __init__(self, lexicon: Lexicon, registry: Registry) -> None:
        """Start with nothing named."""
        self._lexicon, self._registry = lexicon, registry
        self._antecedents = Antecedents(lexicon)
        self._last: Antecedent | None = None

    def short_forms(
        self, block: Block, scan: BlockScan, found: Sequence[Found], *, carrier: str | None = None
    ) -> list[Found]:
        """Short forms, each bound to the treaty that it was defined for, else to the last one with its head noun.

        Args:
            block: a paragraph or a note.
            scan: what it shows by itself.
            found: its other references.
            carrier: for a note the label of the paragraph that has its mark.
        """
        out = []
        titles = sorted((f for f in found if isinstance(f.entry, Treaty)), key=lambda f: f.start)
        shorts = [
            s
            for s in find_short_forms(scan.text, self._lexicon)
            if not any(f.start < s.end and s.start < f.end for f in found if not _only_marked(f, s, scan))
        ]
        for short in shorts:
            while titles and titles[0].end <= short.start:
                self._remember(titles.pop(0), scan, block, found)
            self._define(short, block, scan, found)
            said = self._antecedents.of(short, carrier or block.label)
            treaty = said.treaty if said else None if short.year else self._default(short.head)
            if treaty is None:
                continue
            made = of_entry(treaty, short.start, short.end, certainty="inferred", via=said.paragraph if said else None)
            self._last = said or self._last
            pin = scan.pinpoints.at(short.start, short.end)
            out.append(made if pin is None else replace(made, pinpoint=pin.text))
        for title in titles:
            self._remember(title, scan, block, found)
        return out

    def articles(self, block: Block, scan: BlockScan, found: Sequence[Found]) -> Iterator[Found]:
        """Articles that no reference of the paragraph has claimed: parts of the treaty meant last."""
        if not block.label.startswith(("pp", "op")):
            return  # an annex has articles of its own
        told = {f.pinpoint for f in found}
        for pin in scan.pinpoints.found:
            lone = pin.article and pin.text not in told and not scan.pinpoints.leads(pin)
            if not lone or any(f.start < pin.end and pin.start < f.end for f in found):
                continue
            before = [f for f in found if isinstance(f.entry, Treaty) and f.end <= pin.start and not f.weak]
            entry = before[-1].entry if before else self._last.treaty if self._last else None
            if isinstance(entry, Treaty):
                via = block.label if before else self._last.paragraph if self._last else None
                yield replace(of_entry(entry, pin.start, pin.end, certainty="inferred", via=via), pinpoint=pin.text)

    def _default(self, head: str) -> Treaty | None:
        return self._registry.treaties.get(DEFAULTS.get(head, ""))

    def _define(self, short: ShortForm, block: Block, scan: BlockScan, found: Sequence[Found]) -> None:
        """Take "(hereinafter “the Convention”)" behind a title for what it says."""
        opened = _DEFINING.search(scan.text, max(0, short.start - _AWAY), short.start)
        if opened is None or not _DEFINED.match(scan.text, short.end):
            return
        near = [f for f in found if isinstance(f.entry, Treaty) and not f.weak and 0 <= opened.start() - f.end <= _AWAY]
        meant = [f for f in near if _head(f, scan, self._lexicon) == short.head] or near
        if meant and isinstance(entry := meant[-1].entry, Treaty):
            self._antecedents.define(short.head, entry, block.label)

    def _remember(self, found: Found, scan: BlockScan, block: Block, around: Sequence[Found]) -> None:
        longer = (f for f in around if f is not found and f.start <= found.start and found.end <= f.end)
        if isinstance(found.entry, Treaty) and not any(isinstance(f.entry, Treaty) for f in longer):
            self._antecedents.name(found.entry, scan.text[found.start : found.end], block.label)
            self._last = self._last if found.weak else Antecedent(found.entry, block.label)


def _only_marked(found: Found, short: ShortForm, scan: BlockScan) -> bool:
    """Whether what a short form stands in is but a phrase of a note, and the short form has a part of its own."""
    phrase = found.certainty == "named" and found.entry is None and found.via is not None
    return phrase and scan.pinpoints.before(short.start) is not None


def _head(found: Found, scan: BlockScan, lexicon: Lexicon) -> str | None:
    return head_of(scan.text[found.start : found.end], lexicon)
