"""Passages as markup: a paragraph's text with its references marked, and the interpretation of each."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.model.citation import BASES, CERTAINTIES, RELATIONS, ROLES, Citation, Reference
from extract.model.label import HEAD, TAIL, TITLE, Label
from graph.pages.parts.escape import escape_text, page_address, shorten
from graph.pages.parts.groups import body
from graph.pages.parts.shell import spoken, word
from graph.pages.parts.strings import FIRST, languages
from graph.pipeline.transcript import Passage


@dataclass(frozen=True, slots=True)
class Cited:
    """What is known of a cited work besides what the text says about it.

    Attributes:
        address: where to read it, relative to the page or absolute https; None if there is none.
        titles: its title by language, where it has one.
    """

    address: str | None = None
    titles: Mapping[str, str] = field(default_factory=dict)


Lookup = Callable[[str], Cited]
"""Returns what is known of a cited work, by its key."""

_LONGEST: Final = 400  # code points of a text beside a passage; citations.jsonl has the whole

WORDED: Final = frozenset({HEAD, TITLE, TAIL})
"""Labels that are words, and have one in every language of the pages."""


def passage(
    each: Passage, references: Sequence[Reference], *, version: str, language: str | None, lookup: Lookup
) -> str:
    """Render a paragraph: its label, its text with every reference marked, and a row per reference beside it.

    Args:
        each: the paragraph.
        references: all references of the document.
        version: prefix of the identifiers of this version of the text.
        language: of the text; None when unknown.
        lookup: what is known of a cited work.
    """
    name = escape_text(f"{version}/{each.label}")
    page = each.page and spoken("document.page", attributes='class="page"', count=str(each.page))
    rows = interpretations(each, references, version=version, lookup=lookup)
    note = " note" if each.label.is_note else ""
    heading = " heading" if each.label in {HEAD, TITLE} else ""
    return (
        f'<div class="passage{note}{heading}" id="{name}">'
        f'<div class="place"><a href="#{name}">{_place(each.label)}</a>{page or ""}</div>'
        f'<p dir="auto"{lang(language)}>{marked(each, references, version=version)}</p>'
        f'<ul class="rows">{rows}</ul></div>\n'
    )


def _place(label: Label) -> str:
    """A paragraph's label: `pp3` as it stands, since citations are listed under it; a word in the reader's language."""
    return spoken(f"paragraph.{label}") if label in WORDED else escape_text(label)


def interpretations(each: Passage, references: Sequence[Reference], *, version: str, lookup: Lookup) -> str:
    """Render how each reference of a paragraph was interpreted, as items of a list; arguments as of `passage`."""
    return "".join(_row(place, references[place], version=version, lookup=lookup) for _, _, place in each.spans)


def marked(each: Passage, references: Sequence[Reference], *, version: str) -> str:
    """Render the text of a paragraph with every reference marked; arguments as of `passage`."""
    return "".join(_pieces(each, references, version=version))


def _pieces(each: Passage, references: Sequence[Reference], *, version: str) -> Iterator[str]:
    """Cut the text where references begin and end; a piece links to the row of the shortest reference around it."""
    marks: dict[int, str] = {}
    for position, number in each.marks:
        marks[position] = marks.get(position, "") + _mark(number, version=version)
    ends = {end for start, stop, _ in each.spans for end in (start, stop)}
    cuts = sorted({0, len(each.text)} | ends | marks.keys())
    waiting = list(reversed(each.spans))
    open_spans: list[tuple[int, int, int]] = []
    yield marks.get(0, "")
    for start, end in itertools.pairwise(cuts):
        while waiting and waiting[-1][0] <= start:
            open_spans.append(waiting.pop())
        open_spans = [span for span in open_spans if span[1] > start]
        words = escape_text(each.text[start:end])
        if open_spans:
            _, _, place = min(open_spans, key=lambda span: (span[1] - span[0], span[2]))
            reference = references[place]
            about = escape_text(shorten(_target(reference) or word("document.unresolved"), limit=_LONGEST))
            words = (
                f'<a class="reference {_class(reference)}" href="#{escape_text(version)}/r{place}" '
                f'title="{about}">{words}</a>'
            )
        yield words
        yield marks.get(end, "")


def _mark(number: str, *, version: str) -> str:
    name = escape_text(number)
    return f'<sup><a href="#{escape_text(version)}/fn{name}">{name}</a></sup>'


def _row(place: int, reference: Reference, *, version: str, lookup: Lookup) -> str:
    """Return the row that shows how a reference was interpreted."""
    head = _cited_head(reference, lookup) if isinstance(reference, Citation) else _open_head(reference.reason)
    facts = "".join(f"<span>{fact}</span>" for fact in _facts(reference, version=version))
    return (
        f'<li id="{escape_text(version)}/r{place}" class="{_class(reference)}"><div>{head}</div>'
        f'<div class="what">{facts}</div></li>\n'
    )


def _open_head(reason: str) -> str:
    """The head of the row of an unresolved reference."""
    return f'{spoken("document.unresolved", tag="strong")} <span dir="auto">{_said(reason)}</span>'


def _cited_head(citation: Citation, lookup: Lookup) -> str:
    """The head of the row of a citation: the cited work, a link where it can be read, and its title."""
    target, cited = _target(citation), lookup(citation.target)
    link = page_address(cited.address or "")
    title = _title(citation.title, cited.titles) if citation.title else ""
    is_named = bool(title) and citation.title == target
    head = f'<bdi class="target">{title if is_named else _said(target)}</bdi>'
    if link:
        head = f'<a href="{escape_text(link)}" rel="noopener noreferrer">{head}</a>'
    return f"{head} {title}" if title and not is_named else head


def _facts(reference: Reference, *, version: str) -> Iterator[str]:
    """Return what is known of a reference besides its target, in display order."""
    evidence = reference.evidence
    tongue = lang(evidence.language)
    yield spoken(f"relation.{_known(evidence.relation, RELATIONS, 'other')}")
    if evidence.verb:
        yield f"<bdi{tongue}>“{_said(evidence.verb)}”</bdi>"
    if evidence.basis in BASES and evidence.basis != "object":
        yield spoken(f"basis.{evidence.basis}")
    if evidence.pinpoint:
        yield f"<bdi{tongue}>{_said(evidence.pinpoint)}</bdi>"
    if evidence.date:
        yield f"<bdi>{_said(evidence.date)}</bdi>"
    yield spoken(f"certainty.{_known(evidence.certainty, CERTAINTIES, 'inferred')}")
    if evidence.via:
        yield f'<a href="#{escape_text(f"{version}/{evidence.via}")}" class="via"><bdi>{_said(evidence.via)}</bdi></a>'
    if evidence.role in ROLES:
        yield spoken(f"role.{evidence.role}")
    if isinstance(reference, Citation) and reference.unts is not None:
        yield spoken("document.unts", count=str(reference.unts))
    if evidence.note:
        yield f'<bdi lang="en">{_said(evidence.note)}</bdi>'
    if evidence.linked:
        yield f"{spoken('document.linked')} <bdi>{_said(evidence.linked)}</bdi>"


def _title(main: str, titles: Mapping[str, str]) -> str:
    """Return the titles in the languages of the pages, English first; the script shows that in the reader's."""
    known = [each.code for each in languages() if each.code in titles]
    if not known:
        return f'<bdi lang="en">{_said(main)}</bdi>'
    if FIRST not in known:
        known.insert(0, FIRST)
    shown = "".join(
        f'<bdi class="titled" data-for="{escape_text(code)}"{lang(code)}{" hidden" if code != FIRST else ""}>'
        f"{_said(titles.get(code, main))}</bdi>"
        for code in known
    )
    return f'<span class="titles">{shown}</span>'


def _target(reference: Reference) -> str | None:
    """Return the name of the target for a reader; None when unresolved."""
    if not isinstance(reference, Citation):
        return None
    is_named = reference.title and reference.target.startswith("treaty:")
    return reference.title if is_named else reference.target


def _class(reference: Reference) -> str:
    return f"in-{body(reference.target, {'kind': reference.kind})}" if isinstance(reference, Citation) else "unresolved"


def _known(value: str, names: Sequence[str], other: str) -> str:
    """Return the value if style and strings know it, else `other`: a graph from another tool may hold anything."""
    return value if value in names else other


def _said(text: str | None) -> str:
    return escape_text(shorten(text or "", limit=_LONGEST))


def lang(language: str | None) -> str:
    """The attribute that says the language of an element; empty where it is not known."""
    return f' lang="{escape_text(language)}"' if language else ""
