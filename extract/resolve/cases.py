"""`CaseNames`: views of treaty bodies named again, by their short name ("Doe v. Elbonia") or the number of the case.

The text itself says which document a case is, by the symbol beside its first name or number.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

import regex

from extract.language.forms import words
from extract.language.references import References
from extract.mentions.candidate import Candidate, Open, Resolved
from extract.mentions.scan import BlockScan
from extract.model.document import Block
from extract.model.span import Span, overlaps_any

_VIEWS: Final = regex.compile(r"/D/(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)(?!\d)")
_WORD: Final = r"[\p{L}\p{M}][\p{L}\p{M}'’\-]{0,39}+"
_PARTY: Final = rf"(?:(?<!\p{{Han}})\p{{Han}}{{2,5}}|\p{{Han}}{{2}}|(?:\p{{Lu}}\.[\s\-]?){{1,4}}|{_WORD})"
_STATE: Final = r"(?:\p{Han}{2}|(?:\p{Ll}{1,3}['’\s]){0,2}[\p{Lu}\p{Lo}][\p{L}\p{M}'’\-]{0,39}+)"
_TAIL: Final = regex.compile(r"(?:\p{Han}{1,12}|(?:\s(?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’\-]{0,39}+|\p{Ll}{1,3})){1,8})")
"""The rest of the name of a state: "Republic of Elbonia" behind "United"."""
_BESIDE: Final = regex.compile(r"[^\p{L}\d;；؛]{0,5}")
_RUN_ON: Final = regex.compile(r"[;；؛]|\.\s\p{Lu}")
_CASE_NUMBER: Final = regex.compile(r"(?<![\d/])\d{1,4}/(?:19|20)\d\d(?![\d/])")
_FARTHEST: Final = 90  # characters ("communication No. 1873/2009,") between a name and its symbol
_NEAR: Final = 24  # characters ("No.") between the number of a case and its noun
_HAN: Final = regex.compile(r"\p{Han}+")
_UNPRINTED: Final = "communication No. {number}: the text does not print its symbol"
_TWO: Final = "the text cites several cases by this name or number"


@dataclass(frozen=True, slots=True)
class _Learned:
    """What a name or number means.

    Attributes:
        target: the case.
        label: of the paragraph that says so.
        party: the party as written there; empty for a number.
        tail: the rest of the state's name, as written there.
    """

    target: Resolved
    label: str
    party: str = ""
    tail: str = ""


_Meanings = dict[str, _Learned]


@functools.cache
def _names(lexicon: References) -> regex.Pattern[str]:
    """The pattern of the short name of a case: a party, "against", the first word of a state."""
    against, others = words(lexicon.cases.against), words(lexicon.cases.others)
    return regex.compile(
        rf"(?<![[\p{{L}}--\p{{Han}}]\p{{M}}])(?P<party>{_PARTY})(?:\s?{others})?\s?{against}\s?(?P<state>{_STATE})",
        regex.V1,
    )


@functools.cache
def _communication(lexicon: References) -> regex.Pattern[str]:
    nouns = words(lexicon.cases.communications, prefixes=lexicon.particles)
    return regex.compile(nouns, regex.V1 | regex.IGNORECASE)


class CaseNames:
    """The cases of one document."""

    def __init__(
        self, blocks: Sequence[Block], scans: Sequence[BlockScan], lexicon: References, *, of_committee: str | None
    ) -> None:
        """Learn the name and the number of every case whose symbol the text prints.

        Args:
            blocks: of the document, in reading order.
            scans: what each shows by itself.
            lexicon: the words of its language.
            of_committee: symbol of the document where a committee that receives communications issued it, else None.
        """
        self._lexicon, self._of_committee = lexicon, of_committee
        self._named: defaultdict[tuple[str, str], _Meanings] = defaultdict(dict)
        self._numbered: defaultdict[str, _Meanings] = defaultdict(dict)
        for block, scan in zip(blocks, scans, strict=True):
            views = [f for f in scan.found if isinstance(f, Resolved) and _VIEWS.search(f.target)]
            for each in views:
                self._numbered[_number_of(each)].setdefault(each.target, _Learned(each, block.label))
            for name, meant in self._titled(scan.text, views):
                tail = _TAIL.match(scan.text, name.end(), max(name.end(), meant.start))
                learned = _Learned(meant, block.label, name["party"], tail.group() if tail else "")
                self._named[_key(name)].setdefault(meant.target, learned)

    def again(self, scan: BlockScan, found: Sequence[Candidate]) -> list[Candidate]:
        """The cases that a block names again without their symbol.

        Args:
            scan: what the block shows.
            found: its other references.
        """
        named = [*self._by_name(scan.text, found)] if self._named else []
        numbered = [*self._by_number(scan.text, [*found, *named])] if self._numbered else []
        unknown = [*self._unknown(scan.text, [*found, *named])] if self._of_committee else []
        return [*named, *numbered, *unknown]

    def passing_names(self, scan: BlockScan) -> list[Candidate]:
        """The references of a block, of which the name of a case may follow the symbol, before the pinpoint."""
        names = list(_names(self._lexicon).finditer(scan.text)) if self._named else []
        found: list[Candidate] = []
        for each in scan.found:
            name = next((name for name in names if _follows(scan.text, name, each)), None)
            meanings = self._named.get(_key(name), {}) if name else {}
            if name and isinstance(each, Resolved) and (learned := meanings.get(each.target)):
                passed = Span(each.end, name.end() + len(learned.tail))
                found.append(replace(each, skipped=(*each.skipped, passed)))
            else:
                found.append(each)
        return found

    def _by_name(self, text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Short names, unless the symbol of the case is beside them."""
        for name in _names(self._lexicon).finditer(text):
            meanings = self._named.get(_key(name))
            if not meanings or any(_is_beside(text, name, each) for each in found):
                continue
            tails = [each.tail for each in meanings.values() if text.startswith(each.tail, name.end())]
            place = Span(_start(name, meanings), name.end() + max(map(len, tails), default=0))
            if not overlaps_any(place, found):
                yield replace(_meant(place, meanings), skipped=_number_after(text, place.end, meanings))

    def _by_number(self, text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Numbers ("communication No. 1873/2009"), unless the name or the symbol of the case is beside them."""
        for match in _CASE_NUMBER.finditer(text):
            if not (meanings := self._numbered.get(match[0])):
                continue
            place = Span(*match.span())
            near = text[max(0, place.start - _NEAR) : place.end + _NEAR]
            cited = any(isinstance(f, Resolved) and f.target in meanings and _near(text, f, place) for f in found)
            if _communication(self._lexicon).search(near) and not cited and not overlaps_any(place, found):
                yield _meant(place, meanings)

    def _unknown(self, text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """Numbers of communications whose symbol the document prints nowhere, those of a list included."""
        listed = -1  # end of the number before, where it is one
        for match in _CASE_NUMBER.finditer(text):
            noun = _communication(self._lexicon).search(text, max(0, match.start() - _NEAR), match.start())
            joined = listed >= 0 and self._lexicon.joint.sub("", text[listed : match.start()]).strip() == ""
            if not (noun or joined) or overlaps_any(Span(*match.span()), found):
                continue
            listed = match.end()
            if match[0] not in self._numbered and f"/{match[0]}" not in (self._of_committee or ""):
                reason = _UNPRINTED.format(number=match[0])
                yield Open(start=match.start(), end=match.end(), kind="document", certainty="inferred", reason=reason)

    def _titled(self, text: str, views: Sequence[Resolved]) -> Iterator[tuple[regex.Match[str], Resolved]]:
        """The names of cases beside symbols: before the symbol, or else right behind it."""
        free, alone = list(views), []
        for name in _names(self._lexicon).finditer(text) if views else ():
            after = next((f for f in free if _leads_to(text, name, f)), None)
            if after is None:
                alone.append(name)
            else:
                free.remove(after)
                yield name, after
        for name in alone:
            before = next((f for f in free if _follows(text, name, f)), None)
            if before is not None:
                free.remove(before)
                yield name, before


def _number_of(views: Resolved) -> str:
    """The number of a case by its symbol: "1873/2009"."""
    found = _VIEWS.search(views.target)
    return f"{found['number']}/{found['year']}" if found else ""


def _key(name: regex.Match[str]) -> tuple[str, str]:
    """What tells the name of a case from others; of a name in Chinese characters only those beside the verb."""
    party = name["party"].replace(" ", "")
    return party[-2:] if _HAN.fullmatch(party) else party, name["state"]


def _start(name: regex.Match[str], meanings: _Meanings) -> int:
    """Where a name begins: in Chinese characters, which no spaces part, as far back as it is the one learned."""
    party = name["party"]
    if not _HAN.fullmatch(party):
        return name.start()
    return name.end("party") - max(_common_end(each.party, party) for each in meanings.values())


def _common_end(one: str, other: str) -> int:
    """How many last characters two texts share."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _number_after(text: str, at: int, meanings: _Meanings) -> tuple[Span, ...]:
    """The number of the case behind its name, which its pinpoint may follow."""
    number = _number_of(next(iter(meanings.values())).target)
    end = text.find(number, at, at + _FARTHEST)
    return () if end < 0 or _RUN_ON.search(text, at, end) else (Span(at, end + len(number)),)


def _leads_to(text: str, name: regex.Match[str], views: Candidate) -> bool:
    """Whether the symbol of a case follows its name: at once, or after the number of the case."""
    if not 0 <= views.start - name.end() <= _FARTHEST:
        return False
    tail = _TAIL.match(text, name.end(), views.start)
    at = tail.end() if tail else name.end()
    if _BESIDE.fullmatch(text, at, views.start):
        return True
    number = _number_of(views) if isinstance(views, Resolved) else ""
    between = text[at : views.start]
    return bool(number) and number in between and not _RUN_ON.search(between)


def _follows(text: str, name: regex.Match[str], views: Candidate) -> bool:
    """Whether the symbol of a case stands right before its name."""
    return views.end <= name.start() and _BESIDE.fullmatch(text, views.end, name.start()) is not None


def _near(text: str, found: Candidate, place: Span) -> bool:
    """Whether a reference stands in the same sentence as a place, not far from it."""
    between = min(found.end, place.end), max(found.start, place.start)
    return between[1] - between[0] <= _FARTHEST and _RUN_ON.search(text, *between) is None


def _is_beside(text: str, name: regex.Match[str], found: Candidate) -> bool:
    """Whether a reference is the symbol of the case that a name names."""
    views = isinstance(found, Resolved) and _VIEWS.search(found.target) is not None
    return views and (_leads_to(text, name, found) or _follows(text, name, found))


def _meant(place: Span, meanings: _Meanings) -> Candidate:
    """The case that is meant, or that several may be."""
    first, *others = meanings.values()
    if others:
        return Open(start=place.start, end=place.end, kind="document", certainty="inferred", reason=_TWO)
    return first.target.meant_at(place, certainty="inferred", via=first.label)
