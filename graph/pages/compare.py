"""`render_compare_page`: two texts side by side by what they cite: in both, updated, dropped, new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from extract.model.citation import RELATIONS
from graph.network.comparison import Comparison, Pair, Place
from graph.pages.parts.content import titles_of
from graph.pages.parts.escape import https_address, page_address
from graph.pages.parts.shell import bundle, mark_of, render_frame
from graph.pages.parts.templates import render
from graph.rdf.iri import UNDETERMINED

if TYPE_CHECKING:
    import networkx as nx

Beside = Callable[[str, str, str], str | None]
"""Returns the address of a paragraph on a page beside this one, by key of the work, language and label; or None."""

_PARTS: Final = ("kept", "updated", "dropped", "added")


@dataclass(frozen=True, slots=True)
class _Sides:
    """The data from which the rows of the page are made."""

    network: "nx.MultiDiGraph[str]"
    comparison: Comparison
    beside: Beside

    def work(self, key: str) -> dict[str, Any]:
        """Return a work as the template shows it."""
        node = self.network.nodes[key] if key in self.network else {}
        main, titles = str(node.get("title") or ""), titles_of(node)
        return {
            "label": str(node.get("label") or key),
            "titles": sorted(titles.items(), key=lambda each: each[1] != main),  # first what all readers see
            "date": node.get("date"),
            "mark": mark_of(node),
            "address": https_address(str(node.get("url") or "")),
        }

    def parts(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """Return the rows of each part of the comparison."""
        return [(part, [self.row(pair) for pair in getattr(self.comparison, part)]) for part in _PARTS]

    def row(self, pair: Pair) -> dict[str, Any]:
        """Return a work that one or both texts cite, and where they cite it."""
        keys = dict.fromkeys(key for key in (pair.earlier, pair.later) if key is not None)
        works = [self.work(key) for key in keys]
        labels = {work["label"] for work in works}
        titles = {work["titles"][0][1]: work["titles"] for work in works if work["titles"]}  # the same name once
        return {
            "works": works,
            "titles": [each for title, each in titles.items() if title not in labels],
            "is_changed": pair.is_changed,
            "before": self.places(pair.before, self.comparison.earlier),
            "after": self.places(pair.after, self.comparison.later),
        }

    def places(self, places: Sequence[Place], key: str) -> list[dict[str, Any]]:
        """Return the places of a citation in the text with that key."""
        language = self.comparison.language or UNDETERMINED
        return [
            {
                "address": page_address(self.beside(key, language, place.paragraph) or ""),
                "label": place.paragraph,
                "relation": place.relation if place.relation in RELATIONS else "other",
                "verb": place.verb,
                "pinpoint": place.pinpoint,
                "quote": place.quote,
            }
            for place in places
        ]


def render_compare_page(
    network: "nx.MultiDiGraph[str]",
    comparison: Comparison,
    *,
    others: Sequence[Comparison] = (),
    beside: "Beside | None" = None,
) -> str:
    """Render the page.

    Args:
        network: the network that was compared.
        comparison: from `graph.network.comparison.compare`, for readers whose language the two do not share.
        others: the same two in further languages, each for its readers.
        beside: where the paragraphs of the two texts can be read.
    """
    versions = [_Sides(network, each, beside or _nowhere) for each in (comparison, *others)]
    shown = versions[0]
    sides = [shown.work(key) for key in (comparison.earlier, comparison.later)]
    body = render("compare.html", sides=sides, versions=[(each.comparison.language, each.parts()) for each in versions])
    title = " · ".join(side["label"] for side in sides)
    return render_frame(title=title, kind="compare", body=body, scripts=(bundle("document"),))


def _nowhere(key: str, language: str, label: str) -> str | None:  # noqa: ARG001  # the signature of `Beside`
    return None
