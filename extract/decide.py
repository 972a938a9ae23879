"""From a number with its evidence to a symbol, or to the reason why it cannot be told."""

from typing import Final

import regex

from extract.body import Body, Noun, default_body, load_bodies
from extract.designator import Designator
from extract.mention import NumberMention

_LONG_PAST: Final = 20
"""Years: texts seldom cite, undated, what is older."""


def decide(
    mention: NumberMention, *, adopting: str | None, report: str | None = None, until: int | None = None
) -> tuple[str | None, str]:
    """Decide the symbol of a mention, or say why not.

    Args:
        mention: the number with its evidence.
        adopting: identifier of the adopting body.
        report: symbol of the report that the sentence names before the number, in which a body prints its resolutions.
        until: the year of the citing text.

    Returns:
        The symbol and an empty reason, or None and the reason; None with an empty reason for no reference at all.
    """
    d, known = mention.designator, load_bodies()
    year = int(mention.date[:4]) if mention.date else None
    noun: Noun = mention.noun or "resolution"
    if mention.noun is None and not _speaks_for_itself(d, known["security-council"]):
        return None, ""
    reporting = [
        body.identifier for body in known.values() if report and body.reports and regex.match(body.reports, report)
    ]
    candidates = [
        *mention.bodies,
        *reporting,
        *([] if year else _recent(d, mention.around, until)),
        *_implied(d, adopting, year, until),
    ]
    for strict in (True, False):
        for name in candidates:
            body = known[name]
            if not body.templates:  # a body that is named, whose numbers have no symbol
                if mention.bodies and name == mention.bodies[0] and d.form != "year":
                    return (
                        None,
                        f"{noun} {d.session}/{d.number} of {_article(body.name)}: its {noun}s have no symbol",
                    )
                continue
            if body.admits(d, year if strict else None, until=until) and (symbol := body.symbol(d, noun)):
                return symbol, ""
    return None, f"{noun} {d.session}/{d.number}: the text names no body that numbers so"


def _recent(d: Designator, around: tuple[str, ...], until: int | None) -> list[str]:
    """A body named in the paragraph that has just met in that session, where the Assembly's is long past."""
    assembly = load_bodies()["general-assembly"]
    if d.form != "slash" or until is None or until - (assembly.zero + d.ordinal) < _LONG_PAST:
        return []
    return [
        b
        for b in around
        if load_bodies()[b].sessions and b != "general-assembly" and load_bodies()[b].admits(d, None, until=until)
    ]


def _article(name: str) -> str:
    return f"the {name}" if name[0].isupper() else f"a {name}"


def _speaks_for_itself(d: Designator, council: Body) -> bool:
    """Whether a number needs no noun beside it: 1718 (2006) in the right year, 217 A (III)."""
    if d.form == "year":
        usual = council.usual_year(d.number)
        return usual is not None and abs(usual - int(d.session)) <= 1
    return d.form == "roman" and d.ordinal > 0


def _implied(d: Designator, adopting: str | None, year: int | None, until: int | None) -> list[str]:
    """Bodies that a number may be of when none is named: by its form, the adopting body, the year of its date."""
    default = default_body(d)
    own = [adopting] if adopting and adopting in load_bodies() else []
    out = [
        *([default] if d.form in {"year", "annual", "roman"} and default else []),
        *own,
        *([default] if default else []),
    ]
    if d.form in {"slash", "special"}:
        out += [
            b
            for b in ("general-assembly", "human-rights-council")
            if load_bodies()[b].admits(d, year, until=until) and year
        ]
    return list(dict.fromkeys(out))
