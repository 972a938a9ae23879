"""`render_audit_page`: what an editor should look at again, a table a check."""

from collections.abc import Sequence
from typing import Final

from graph.network.audit import CHECKS, Finding
from graph.pages.parts.escape import escape_text, shorten
from graph.pages.parts.shell import bundle, language_switch, render_frame, spoken
from graph.pages.parts.strings import languages

_LONGEST: Final = 300  # code points of a cell
_ROWS: Final = 2000  # rows of a table; `--format jsonl` has them all
_LEAD: Final = 'class="lead"'
_HEAD: Final = 'scope="col"'
_QUIET: Final = 'class="quiet"'
_COLUMNS: Final = ("document", "place", "cited", "instead", "quote")


def render_audit_page(findings: Sequence[Finding]) -> str:
    """Give the page.

    Args:
        findings: from `graph.audit.audit`.
    """
    shown = "".join(_section(check, [each for each in findings if each.check == check]) for check in CHECKS)
    body = (
        f'<header><h1>{spoken("audit")}</h1><div class="tools">{language_switch()}</div></header>\n<main>\n'
        f"{spoken('audit.lead', tag='p', attributes=_LEAD)}"
        f"{shown or spoken('audit.none', tag='p')}</main>"
    )
    title = languages()[0].text["audit"]
    return render_frame(title=title, kind="index", body=body, scripts=(bundle(("language.js", "document.js")),))


def _section(check: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    rows = "".join(map(_row, findings[:_ROWS]))
    heads = "".join(
        spoken(f"audit.{check}.instead" if name == "instead" else f"audit.column.{name}", tag="th", attributes=_HEAD)
        for name in _COLUMNS
    )
    more = spoken("audit.more", tag="p", count=f"{len(findings) - _ROWS:,}") if len(findings) > _ROWS else ""
    return (
        f'<section>\n<h2>{spoken(f"audit.{check}")} <span class="count">{len(findings):,}</span></h2>\n'
        f"{spoken(f'audit.{check}.about', tag='p', attributes=_QUIET)}"
        f'<div class="table"><table><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table></div>\n{more}'
        "</section>\n"
    )


def _row(finding: Finding) -> str:
    place = f"{finding.language} · {finding.paragraph}"
    others = f' <span class="quiet">({_said(" ".join(finding.others))})</span>' if finding.others else ""
    language = finding.others[0] if finding.check == "versions" else finding.language
    cells = (
        _bdi(finding.document),
        _bdi(place),
        _bdi(finding.cited) + others,
        _bdi(finding.instead),
        f'<span dir="auto" lang="{escape_text(language)}">{_said(finding.quote)}</span>',
    )
    return (
        "<tr>"
        + "".join(f'<td class="{name}">{cell}</td>' for name, cell in zip(_COLUMNS, cells, strict=True))
        + "</tr>\n"
    )


def _bdi(text: str) -> str:
    return f"<bdi>{_said(text)}</bdi>"


def _said(text: str) -> str:
    return escape_text(shorten(" ".join(text.split()), limit=_LONGEST))
