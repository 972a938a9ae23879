"""`Comparison`: what two texts cite in common, what one cites and the other does not, and what has taken its place.

A text that the earlier one cites and the later one does not may live on in its series: where 62/37 cites 61/74 and
69/52 cites 68/51, and 68/51 continues 61/74 by way of the years between, the later text has brought the citation up to
date rather than dropped it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from extract.model.label import Label
from graph.rdf.iri import UNDETERMINED

if TYPE_CHECKING:
    import networkx as nx

_LONGEST_SERIES: Final = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A place where one text cites another.

    Attributes:
        paragraph: its label.
        relation: what the governing verb does.
        verb: the governing verb as written; empty when none governs.
        quote: the reference as it stands.
        pinpoint: the part that is meant, as written; empty when the whole is.
    """

    paragraph: Label
    relation: str
    verb: str
    quote: str
    pinpoint: str


@dataclass(frozen=True, slots=True)
class Pair:
    """What the two texts do with one cited text, or with two of one series.

    Attributes:
        earlier: key of what the earlier text cites; None where it cites neither.
        later: key of what the later text cites; None where it cites neither.
        before: where the earlier text cites it, in reading order.
        after: where the later text cites it, in reading order.
    """

    earlier: str | None
    later: str | None
    before: tuple[Place, ...]
    after: tuple[Place, ...]

    @property
    def is_changed(self) -> bool:
        """Whether both cite it with different relations, such as recalled before and reaffirmed now."""
        return bool(self.before and self.after) and _relations(self.before) != _relations(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What two texts cite, side by side.

    Attributes:
        earlier: key of the first text.
        later: key of the second text.
        language: ISO 639-1 code of the versions whose places are shown; None where the two share no language.
        kept: cited by both.
        updated: cited by the earlier, and a later member of the same series by the later.
        dropped: cited by the earlier alone.
        added: cited by the later alone.
    """

    earlier: str
    later: str
    language: str | None
    kept: tuple[Pair, ...]
    updated: tuple[Pair, ...]
    dropped: tuple[Pair, ...]
    added: tuple[Pair, ...]


def compare(network: "nx.MultiDiGraph[str]", earlier: str, later: str, language: str | None = None) -> Comparison:
    """Compare what two texts cite, in one language of both.

    Args:
        network: from `graph.network.citation_network`.
        earlier: key of a text in it.
        later: key of another.
        language: one of `shared_languages`; the first of these when None.
    """
    language = language or next(iter(shared_languages(network, earlier, later)), None)
    before, after = (_places(network, key, language) for key in (earlier, later))
    kept = [key for key in before if key in after]
    dropped, added = _without(before, after), _without(after, before)
    updated = _updated(network, dropped, added)
    return Comparison(
        earlier=earlier,
        later=later,
        language=language,
        kept=tuple(Pair(key, key, before[key], after[key]) for key in kept),
        updated=tuple(Pair(old, new, before[old], after[new]) for old, new in updated.items()),
        dropped=tuple(Pair(key, None, before[key], ()) for key in _without(dropped, updated)),
        added=tuple(Pair(None, key, (), after[key]) for key in _without(added, updated.values())),
    )


def _without(keys: Iterable[str], others: Collection[str]) -> list[str]:
    """Return the keys that are not among the others, in their order."""
    return [key for key in keys if key not in others]


def _updated(network: "nx.MultiDiGraph[str]", dropped: Sequence[str], added: Iterable[str]) -> dict[str, str]:
    """Map dropped texts, in their order, to the added text that continues their series; each is paired once."""
    found: dict[str, str] = {}
    for new in added:
        old = next((each for each in _series(network, new) if each in dropped and each not in found), None)
        if old is not None:
            found[old] = new
    return {old: found[old] for old in dropped if old in found}


def _relations(places: Sequence[Place]) -> set[str]:
    """Return the relations of the places in paragraphs; those of notes only if there are no others."""
    return {place.relation for place in places if not place.paragraph.is_note} or {place.relation for place in places}


def shared_languages(network: "nx.MultiDiGraph[str]", earlier: str, later: str) -> list[str]:
    """Return the languages in which both texts cite something, first that with the most in the text that has fewer."""
    counts = [Counter(_tongue(data) for _, _, data in network.out_edges(key, data=True)) for key in (earlier, later)]
    shared = counts[0].keys() & counts[1].keys()
    return sorted(shared, key=lambda code: (-min(counts[0][code], counts[1][code]), code))


def _places(network: "nx.MultiDiGraph[str]", key: str, language: str | None) -> Mapping[str, tuple[Place, ...]]:
    """Map what a text cites to the places where it does, in order of first citation."""
    found: defaultdict[str, set[Place]] = defaultdict(set)
    for _, cited, data in network.out_edges(key, data=True):
        if cited != key and (language is None or _tongue(data) == language):
            paragraph, *said = (
                str(data.get(name) or "") for name in ("paragraph", "relation", "verb", "quote", "pinpoint")
            )
            found[cited].add(Place(Label(paragraph), *said))
    places = {cited: tuple(sorted(each, key=_order)) for cited, each in found.items()}
    return dict(sorted(places.items(), key=lambda item: (_order(item[1][0]), item[0])))


def _order(place: Place) -> tuple[Any, ...]:
    return (*place.paragraph.reading_order, place.quote, place.relation, place.verb, place.pinpoint)


def _series(network: "nx.MultiDiGraph[str]", key: str) -> Iterable[str]:
    """Yield the earlier members of a text's series, the latest first."""
    seen = {key}
    for _ in range(_LONGEST_SERIES):
        key = str(network.nodes[key].get("continues") or "") if key in network else ""
        if not key or key in seen:
            return
        seen.add(key)
        yield key


def _tongue(data: Mapping[str, Any]) -> str:
    return str(data.get("language") or UNDETERMINED)
