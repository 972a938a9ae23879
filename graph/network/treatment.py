"""Treatment: where in a text another is cited, how often, and with which acts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from extract.model.label import Kind, Label

if TYPE_CHECKING:
    import networkx as nx

PLACES: Final = ("title", "preamble", "operative", "paragraph", "note", "annex", "table", "other")
"""Where in a text a citation may stand, in reading order; `paragraph` is one of a text that is no resolution."""

_USUAL: Final = "en"
_OF_KIND: Final[dict[Kind, str]] = {
    "pp": "preamble",
    "op": "operative",
    "p": "paragraph",
    "art": "paragraph",
    "fn": "note",
}


@lru_cache(maxsize=1 << 14)
def place_in_text(label: str) -> str:
    """Return which of `PLACES` the label of a paragraph stands for.

    Examples:
        >>> [place_in_text(label) for label in ("pp3", "B/op13(a)", "annex/op2", "fn7", "title")]
        ['preamble', 'operative', 'annex', 'note', 'title']
    """
    read = Label(label)
    if read.kind == "fn":
        return "note"
    if read.annex:
        return "annex"
    if read.kind:
        return _OF_KIND[read.kind]
    if read.cell:
        return "table"
    return "title" if read.name in {"title", "head"} else "other"


@dataclass(frozen=True, slots=True)
class Treatment:
    """How one text treats another.

    Attributes:
        citing: key of the citing text.
        cited: key of the cited text.
        language: of the version that is counted.
        times: number of citations.
        places: how many of them stand where; a subset of `PLACES`, in that order.
        relations: how many are governed by which act, the most frequent first.
        paragraphs: labels of the paragraphs, in reading order.
        pinpoints: the parts of the cited text that are meant, as written, each once.
    """

    citing: str
    cited: str
    language: str
    times: int
    places: Mapping[str, int]
    relations: Mapping[str, int]
    paragraphs: tuple[Label, ...]
    pinpoints: tuple[str, ...]


def treatment(network: "nx.MultiDiGraph[str]", cited: str) -> list[Treatment]:
    """Return how each text treats one that it cites, the deepest treatment first: most citations, then most operative.

    Of a text that was read in several languages one version counts: see `versions`.

    Args:
        network: from `graph.network.citation_network`.
        cited: key of the cited text.
    """
    version = versions(network)
    found = [
        _treated(citing, cited, version[citing], chosen)
        for citing in network.pred[cited]
        if (chosen := [data for data in network[citing][cited].values() if data["language"] == version[citing]])
    ]
    return sorted(found, key=lambda each: (-each.times, -each.places.get("operative", 0), each.citing))


def _treated(citing: str, cited: str, language: str, chosen: Sequence[Mapping[str, Any]]) -> Treatment:
    places = Counter(place_in_text(data["paragraph"]) for data in chosen)
    labels = {Label(data["paragraph"]) for data in chosen}
    return Treatment(
        citing=citing,
        cited=cited,
        language=language,
        times=len(chosen),
        places={place: places[place] for place in PLACES if place in places},
        relations=dict(Counter(sorted(data["relation"] for data in chosen)).most_common()),
        paragraphs=tuple(sorted(labels, key=lambda label: label.reading_order)),
        pinpoints=tuple(sorted({data["pinpoint"] for data in chosen if data["pinpoint"]})),
    )


def versions(network: "nx.MultiDiGraph[str]") -> dict[str, str]:
    """Return for each citing text the language of the version to count: English, else the one with most citations.

    A text that was read in six languages would count six times otherwise.
    """
    counted: dict[str, Counter[str]] = {}
    for citing, _, data in network.edges(data=True):
        counted.setdefault(citing, Counter())[data["language"]] += 1
    return {
        citing: min(counts, key=lambda language: (language != _USUAL, -counts[language], language))
        for citing, counts in counted.items()
    }
