"""`render_compare_page`: two texts side by side by what they cite: in common, brought up to date, dropped, new."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from extract.model.citation import RELATIONS
from graph.network.comparison import Comparison, Pair, Place
from graph.pages.parts.escape import escape_text, https_address, page_address, shorten
from graph.pages.parts.shell import badge, bundle, language_switch, render_frame, spoken

if TYPE_CHECKING:
    import networkx as nx

Beside = Callable[[str, str], str | None]
"""Gives the address of a paragraph, by the work's key and the label, on a page beside this one; None where none is."""

_LONGEST: Final = 400  # code points of a quote or a title
_LEAD: Final = 'class="lead"'
_COLUMN: Final = 'scope="col"'
_PARTS: Final = ("kept", "updated", "dropped", "added")


def render_compare_page(
    network: "nx.MultiDiGraph[str]", comparison: Comparison, *, beside: "Beside | None" = None
) -> str:
    """Give the page.

    Args:
        network: that the comparison was made of.
        comparison: from `graph.comparison.compare`.
        beside: where the paragraphs of the two texts can be read.
    """
    beside = beside or _nowhere
    earlier, later = (_label(network, key) for key in (comparison.earlier, comparison.later))
    pairs = {part: getattr(comparison, part) for part in _PARTS}
    figures = "".join(
        f'<div><dd class="number">{len(pairs[part]):,}</dd>'
        + spoken(f"compare.{part}", tag="dt", earlier=earlier, later=later)
        + "</div>"
        for part in _PARTS
    )
    heads = "".join(_head(network, key) for key in (comparison.earlier, comparison.later))
    shown = "".join(_part(network, comparison, part, pairs[part], beside) for part in _PARTS)
    none = spoken("compare.none", tag="p") if not any(pairs.values()) else ""
    tongue = f' data-tongue="{escape_text(comparison.language)}"' if comparison.language else ""
    note = (
        spoken("compare.language") + f" <span{tongue}>{escape_text(comparison.language or '')}</span>" if tongue else ""
    )
    body = (
        f'<header><div class="tools">{language_switch()}</div>{spoken("compare.lead", tag="p", attributes=_LEAD)}'
        f'<div class="sides">{heads}</div></header>\n<main>\n<dl class="figures">{figures}</dl>\n'
        f'<p class="quiet">{note}</p>\n{none}{shown}</main>'
    )
    title = f"{earlier} · {later}"
    return render_frame(title=title, kind="compare", body=body, scripts=(bundle(("language.js", "document.js")),))


def _nowhere(key: str, label: str) -> str | None:  # noqa: ARG001  # what it is asked for is nowhere to be read
    return None


def _head(network: "nx.MultiDiGraph[str]", key: str) -> str:
    node = network.nodes[key]
    title = node.get("title") or ""
    date = f'<p class="quiet">{_said(node["date"])}</p>' if node.get("date") else ""
    marked = badge(invented=bool(node.get("invented")))
    name = _name(network, key) + marked
    return f'<div><h1 dir="auto">{name}</h1><p class="title" dir="auto">{_said(title)}</p>{date}</div>'


def _part(
    network: "nx.MultiDiGraph[str]", comparison: Comparison, part: str, pairs: Sequence[Pair], beside: Beside
) -> str:
    if not pairs:
        return ""
    earlier, later = (_label(network, key) for key in (comparison.earlier, comparison.later))
    rows = "".join(_row(network, comparison, pair, beside) for pair in pairs)
    heading = spoken(f"compare.{part}", tag="h2", earlier=earlier, later=later)
    heads = f'<th scope="col"><bdi>{_said(earlier)}</bdi></th><th scope="col"><bdi>{_said(later)}</bdi></th>'
    head = f"<thead><tr>{spoken('compare.cited', tag='th', attributes=_COLUMN)}{heads}</tr></thead>"
    return (
        f'<section class="{part}">\n{heading}\n<div class="table"><table>{head}<tbody>\n{rows}</tbody></table></div>\n'
        "</section>\n"
    )


def _row(network: "nx.MultiDiGraph[str]", comparison: Comparison, pair: Pair, beside: Beside) -> str:
    keys = dict.fromkeys(key for key in (pair.earlier, pair.later) if key is not None)
    cited = " → ".join(_name(network, key) for key in keys)
    titles = "".join(f'<div class="titled" dir="auto">{_said(title)}</div>' for title in _titles(network, keys))
    changed = spoken("compare.changed", attributes='class="changed"') if pair.is_changed else ""
    before = _places(pair.before, comparison.earlier, comparison.language, beside)
    after = _places(pair.after, comparison.later, comparison.language, beside)
    return (
        f'<tr><th scope="row">{cited}{titles}{changed and " " + changed}</th><td>{before}</td><td>{after}</td></tr>\n'
    )


def _titles(network: "nx.MultiDiGraph[str]", keys: Sequence[str] | dict[str, None]) -> list[str]:
    """Titles that say more than the labels do, each once."""
    titles = [str(network.nodes[key].get("title") or "") for key in keys]
    labels = {_label(network, key) for key in keys}
    return list(dict.fromkeys(title for title in titles if title and title not in labels))


def _places(places: Sequence[Place], key: str, language: str | None, beside: Beside) -> str:
    if not places:
        return '<span class="quiet">—</span>'
    lang = f' lang="{escape_text(language)}"' if language else ""
    items = []
    for place in places:
        address = page_address(beside(key, place.paragraph) or "")
        label = f"<bdi>{_said(place.paragraph)}</bdi>"
        label = f'<a href="{escape_text(address)}">{label}</a>' if address else label
        relation = place.relation if place.relation in RELATIONS else "other"
        verb = f" <bdi{lang}>“{_said(place.verb)}”</bdi>" if place.verb else ""
        pinpoint = f" · <bdi{lang}>{_said(place.pinpoint)}</bdi>" if place.pinpoint else ""
        items.append(
            f'<li><span class="where">{label} · {spoken(f"relation.{relation}")}{verb}{pinpoint}</span>'
            f'<blockquote dir="auto"{lang}>{_said(place.quote)}</blockquote></li>'
        )
    return f'<ul class="evidence">{"".join(items)}</ul>'


def _label(network: "nx.MultiDiGraph[str]", key: str) -> str:
    return str(network.nodes[key].get("label") or key) if key in network else key


def _name(network: "nx.MultiDiGraph[str]", key: str) -> str:
    """The label, a link where there is a safe address."""
    address = https_address(str(network.nodes[key].get("url") or ""))
    name = f"<bdi>{_said(_label(network, key))}</bdi>"
    return f'<a href="{escape_text(address)}" rel="noopener noreferrer">{name}</a>' if address else name


def _said(text: object) -> str:
    return escape_text(shorten(" ".join(str(text or "").split()), limit=_LONGEST))
