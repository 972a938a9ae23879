"""`render_document_page`: the text of a document as read, every reference marked, with its interpretation beside it.

One page holds all language versions of a document that were read. Its script is needed only to switch the language of
the interface: the address (`#zh/pp3`) selects the version, by CSS alone.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.model.adoption import Vote
from extract.model.citation import Citation, Reference
from extract.model.record import DocumentRecord
from graph.pages.parts.escape import escape_text, https_address, shorten
from graph.pages.parts.groups import BODIES, body
from graph.pages.parts.shell import badge, bundle, language_switch, render_frame, spoken, word
from graph.pages.parts.strings import languages
from graph.pages.passage import Lookup, passage
from graph.pages.table import render_table
from graph.pipeline.transcript import Passage
from graph.rdf.iri import UNDETERMINED

_LONGEST: Final = 2000  # code points of a fact that are shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document as read in one language.

    Attributes:
        record: what is known of it.
        references: what was found in it, in the order of its text.
        passages: its text, paragraph by paragraph.
    """

    record: DocumentRecord
    references: Sequence[Reference]
    passages: Sequence[Passage]


def render_document_page(
    name: str,
    versions: Sequence[Version],
    *,
    lookup: Lookup,
    official: str = "",
    ways: Mapping[str, str] | None = None,
) -> str:
    """Render the page of a document.

    Args:
        name: what the document is called: its symbol, or the name of its file.
        versions: at least one.
        lookup: what is known of a cited work, by its key.
        official: address of the official document; empty when there is none.
        ways: address, relative to the page, of the pages beside it by their key in the strings (`page.index`).

    Raises:
        ValueError: there is no version.
    """
    if not versions:
        raise ValueError("a document page needs at least one version")
    codes = _codes(versions)
    links = "".join(
        spoken(key, tag="a", attributes=f'href="{escape_text(link)}"') for key, link in (ways or {}).items()
    )
    invented = any(version.record.invented for version in versions)
    link = None if invented else https_address(official)
    official = spoken("panel.open", tag="a", attributes=f'class="open" href="{escape_text(link)}"') if link else ""
    marked = badge("invented" if invented else "")
    tabs = "".join(_tab(code, version) for code, version in zip(codes, versions, strict=True))
    heading = f"<h1><bdi>{escape_text(name)}</bdi>{marked}</h1>"
    parts = (
        f'<header><div class="tools">{links}{language_switch()}</div>{heading}{official}',
        f'<nav class="versions" data-t-label="document.versions">{tabs}</nav>' if len(versions) > 1 else "",
        '<label class="only"><input type="checkbox" id="only"> ',
        f"{spoken('document.only')}</label>{_steps()}</header>\n<main>\n",
        *(_version(code, version, lookup) for code, version in zip(codes, versions, strict=True)),
        "</main>",
    )
    scripts = (bundle("document"),)
    return render_frame(title=name, kind="document", body="".join(parts), scripts=scripts)


def _steps() -> str:
    """Buttons that lead from reference to reference, for the script to show."""
    buttons = "".join(
        f'<button type="button" id="{name}" data-t-label="document.{name}" '
        f'aria-label="{word(f"document.{name}")}">{sign}</button>'
        for name, sign in (("previous", "&uarr;"), ("next", "&darr;"))
    )
    return f'<div class="steps" hidden>{buttons} <span id="step" role="status"></span></div>'


def _codes(versions: Sequence[Version]) -> list[str]:
    """Return the identifier prefix of each version: its language, numbered where several versions share one."""
    codes: list[str] = []
    for version in versions:
        language = version.record.language or UNDETERMINED
        again = sum(code.partition("-")[0] == language for code in codes)
        codes.append(f"{language}-{again + 1}" if again else language)
    return codes


def _tab(code: str, version: Version) -> str:
    return (
        f'<a href="#{escape_text(code)}" data-tongue="{escape_text(version.record.language or UNDETERMINED)}">'
        f"{escape_text(code)}</a>"
    )


def _version(code: str, version: Version, lookup: Lookup) -> str:
    """One version: its facts, what was found in it, its paragraphs."""
    record, references = version.record, version.references
    found = [reference for reference in references if isinstance(reference, Citation)]
    lang = f' lang="{escape_text(record.language)}"' if record.language else ""
    title = f'<p class="title" dir="auto"{lang}>{_said(record.title)}</p>\n' if record.title else ""
    figures = spoken("document.found", count=f"{len(found):,}")
    if len(found) < len(references):
        count = f"{len(references) - len(found):,}"
        figures += " · " + spoken("document.unresolved.some", attributes='class="unresolved"', count=count)
    warnings = "".join(f'<p class="warning" lang="en">{_said(warning)}</p>\n' for warning in record.warnings)
    passages = "".join(_passages(code, version, lookup))
    return (
        f'<section class="version" id="{escape_text(code)}">\n{title}<dl class="about">{_facts(record)}</dl>\n'
        f'<p class="found">{figures}</p>\n{_bodies(found)}{warnings}{passages}</section>\n'
    )


def _passages(code: str, version: Version, lookup: Lookup) -> Iterator[str]:
    """The paragraphs, those of a table together."""
    language = version.record.language
    for table, group in itertools.groupby(version.passages, key=lambda each: each.cell.table if each.cell else None):
        if table is None:
            for each in group:
                yield passage(each, version.references, version=code, language=language, lookup=lookup)
        else:
            yield render_table(list(group), version.references, version=code, language=language, lookup=lookup)


def _facts(record: DocumentRecord) -> str:
    subjects = "; ".join(
        dict.fromkeys(subject.label for subject in record.subjects)
    )  # two vocabularies may share a heading
    facts = {
        "organ": record.organ,
        "date": record.date,
        "meeting": record.meeting,
        "vote": _vote(record.vote),
        "draft": record.draft,
        "agenda-item": record.agenda_item,
        "sponsors": "; ".join(record.sponsors),
        "subjects": subjects,
        "sdgs": ", ".join(map(str, record.sdgs)),
        "file": record.file,
    }
    said = {key: _in_words(value) if key == "organ" else _said(value) for key, value in facts.items() if value}
    return "".join(
        f'<div>{spoken(f"about.{key}", tag="dt")}<dd dir="auto">{words}</dd></div>' for key, words in said.items()
    )


def _in_words(organ: str) -> str:
    """The name of a body: in the reader's language where the pages have words for it."""
    key = next((f"body.{name}" for name in BODIES if languages()[0].text[f"body.{name}"] == organ), "")
    return spoken(key) if key else _said(organ)


def _vote(vote: Vote | None) -> str:
    return f"{vote.in_favour}–{vote.against}–{vote.abstaining}" if vote else ""


def _bodies(found: Sequence[Citation]) -> str:
    """Return the bodies for the colour legend of the marks."""
    shown = {body(each.target, {"kind": each.kind}) for each in found}
    items = "".join(f'<li class="in-{name}">{spoken(f"body.{name}")}</li>' for name in BODIES if name in shown)
    return f'<ul class="kinds">{items}</ul>\n' if items else ""


def _said(text: str | None) -> str:
    return escape_text(shorten(text or "", limit=_LONGEST))
