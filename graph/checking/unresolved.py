"""References left unresolved because their number or date cannot be: what is wrong with them, and what is right.

`extract.numbers.decide` leaves a number unresolved that its session has not reached, or whose session did not meet on
the date beside it, and says so in the reason. For a drafter both are errors.
"""

from collections.abc import Iterator
from typing import Final

import regex

from extract.model.citation import Unresolved
from extract.symbols.bodies import Body, by_name
from graph.checking.facts import Facts
from graph.checking.verdict import Finding

CALENDAR: Final = "the calendar of sessions"

_REASON: Final = regex.compile(
    r"(?P<noun>resolution|decision) (?P<number>[^:]+?)(?: of \d{4}[-\d]*+)?: "
    r"(?P<why>session \S+ of the (?P<body>.+?) (?:(?P<none>has no such)|did not meet then).*+)"
)
_SLASH: Final = regex.compile(r"(?P<session>[ES\d-]+)/(?P<number>\d+)(?P<letter>[A-Z]*)")


def impossible(reference: Unresolved, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with an unresolved reference; nothing where it is only not understood.

    Args:
        reference: as found in the text.
        facts: what is known.
    """
    found = _REASON.fullmatch(reference.reason)
    body = by_name(found["body"]) if found else None
    if found is None or body is None:
        return
    if found["none"]:
        printed = f"{found['noun']} {found['number']}"
        yield Finding(field="existence", agrees=False, printed=printed, known=found["why"], source=CALENDAR)
    elif reference.evidence.date:
        symbol = _symbol(body, found["noun"], found["number"])
        dates = facts.known(symbol).dates if symbol else []
        known, source = (dates[0].date, dates[0].source) if dates else (found["why"], CALENDAR)
        yield Finding(field="date", agrees=False, printed=reference.evidence.date, known=known, source=source)


def _symbol(body: Body, noun: str, number: str) -> str | None:
    """The symbol that a number would have of a body; None for numbers of another form."""
    template = body.templates.get("slash" if noun == "resolution" else "slash_decision")
    parts = _SLASH.fullmatch(number)
    return template.format(**parts.groupdict()) if template and parts else None
