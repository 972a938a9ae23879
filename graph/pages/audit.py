"""`render_audit_page`: findings that an editor should review, one table per check."""

from collections.abc import Sequence
from typing import Final

from graph.network.finding import CHECKS, Finding
from graph.pages.parts.shell import bundle, render_frame
from graph.pages.parts.strings import languages
from graph.pages.parts.templates import render

_ROWS: Final = 2000  # rows of a table; `--format jsonl` has them all
_COLUMNS: Final = ("document", "place", "cited", "instead", "quote")


def render_audit_page(findings: Sequence[Finding]) -> str:
    """Render the page.

    Args:
        findings: from `graph.network.audit.audit`.
    """
    by_check = ((check, [each for each in findings if each.check == check]) for check in CHECKS)
    sections = [(check, rows[:_ROWS], max(0, len(rows) - _ROWS)) for check, rows in by_check if rows]
    body = render("audit.html", sections=sections, columns=_COLUMNS)
    title = languages()[0].text["audit"]
    return render_frame(title=title, kind="index", body=body, scripts=(bundle("document"),))
