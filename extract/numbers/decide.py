"""From a number with its evidence to a symbol, or to the reason why it cannot be told."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import regex

from extract.model.citation import Certainty
from extract.numbers.mention import NumberMention
from extract.symbols.bodies import Body, Noun, default_body, load_bodies
from extract.symbols.number import Designator
from extract.text.ocr import SCANNED_UNTIL

_MISPRINT: Final = 10
"""Years between the year printed and that of the number: nearer ones are typing errors, read as printed."""
_LONG_PAST: Final = 20
"""Years: texts seldom cite, undated, what is older."""


def decide(
    mention: NumberMention, *, adopting: str | None, report: str | None = None, until: int | None = None
) -> tuple[str | None, str, Certainty]:
    """Decide the symbol of a mention, or say why not.

    Args:
        mention: the number with its evidence.
        adopting: identifier of the adopting body.
        report: symbol of the report that the sentence names before the number, in which a body prints its resolutions.
        until: the year of the citing text.

    Returns:
        The symbol, an empty reason and how sure the reading is, or None and the reason; None with an empty reason for
        no reference at all. A number is `inferred` whose year, or whose body, is not said where it is named, and one
        whose symbol the United Nations does not print.
    """
    d, known = mention.designator, load_bodies()
    year = int(mention.date[:4]) if mention.date else None
    noun: Noun = mention.noun or "resolution"
    bodies = mention.bodies if mention.sure != "guess" else ()
    council = "security-council" in (bodies or (adopting,))[:1]
    strange = d.bare and (noun == "decision" or not council)
    if strange or (mention.noun is None and not _speaks_for_itself(d, known["security-council"])):
        return None, "", "explicit"

    def first(names: Sequence[str]) -> str | None:
        """The symbol of the first body that can have adopted the number, in the year of its date if one can."""
        fitting = (
            known[name].symbol(d, noun)
            for when in ((year, None) if year else (None,))
            for name in names
            if known[name].admits(d, when, until=until)
        )
        return next((symbol for symbol in fitting if symbol), None)

    named = [name for name in mention.bodies if _writes(known[name], mention, until)]
    nameless = [name for name in mention.bodies if name not in named and d.form != "year"]
    reporting = [
        body.identifier for body in known.values() if report and body.reports and regex.match(body.reports, report)
    ]
    recent = [] if year else _recent(d, mention.around, until)
    implied = _implied(d, adopting, year, until)
    plain = first(implied)
    misprinted = _misprinted(d, noun, known["security-council"])
    if misprinted or (nameless and mention.bodies[0] == nameless[0]):
        whole = _whole(d, known["security-council"], until) if misprinted else None
        reason = misprinted or _unwritten(mention, noun, known[nameless[0]])
        return (whole, "", "inferred") if whole else (None, reason, "explicit")
    if nameless and mention.sure == "guess":  # "the Commission": which?
        named, implied = [*_defaults(d), *_own(adopting), *named], []
    elif nameless and mention.sure == "named":
        implied = []
    told_first = [*named, *reporting] if mention.sure == "named" else [*reporting, *named]
    if symbol := first([*told_first, *recent, *implied]):
        told = mention.sure == "named" and symbol == first(named)
        doubtful = d.bare or not (told or symbol == plain) or is_composed(mention, symbol)
        return symbol, "", "inferred" if doubtful else "explicit"
    if nameless:
        return None, _unwritten(mention, noun, known[nameless[0]]), "explicit"
    around = {
        symbol
        for name in mention.around
        if known[name].sessions and not known[name].only_named and (symbol := first([name]))
    }
    if len(around) == 1:
        return around.pop(), "", "inferred"
    return None, f"{_written(d, noun)}: the text names no body that numbers so", "explicit"


def _writes(body: Body, mention: NumberMention, until: int | None) -> bool:
    """Whether a number that a body is named near can have a symbol of that body."""
    if body.only_named:
        return mention.sure == "named" and body.admits(mention.designator, None, until=until)
    return bool(body.templates)


def is_composed(mention: NumberMention, symbol: str) -> bool:
    """Whether a symbol is made from body and number by us, because the United Nations prints none of that form."""
    noun: Noun = mention.noun or "resolution"
    return any(body.composed and body.symbol(mention.designator, noun) == symbol for body in load_bodies().values())


def _misprinted(d: Designator, noun: Noun, council: Body) -> str | None:
    """Why a number of the Security Council cannot be of the year printed with it."""
    usual = council.usual_year(d.number) if d.form == "year" else None
    if usual is None or abs(usual - int(d.session)) <= _MISPRINT:
        return None
    return f"{_written(d, noun)}: the Security Council came to that number in {usual}"


def _whole(d: Designator, council: Body, until: int | None) -> str | None:
    """The symbol of a number that the scan of an old record robbed of a digit: 20 (1982) is 520 (1982)."""
    number = council.whole(d.number, int(d.session)) if until and until < SCANNED_UNTIL else None
    return council.symbol(replace(d, number=number), "resolution") if number else None


def _written(d: Designator, noun: Noun) -> str:
    through = d.form in {"roman", "year"}
    return f"{noun} {d.number}{d.letter} ({d.session})" if through else f"{noun} {d.session}/{d.number}{d.letter}"


def _unwritten(mention: NumberMention, noun: Noun, body: Body) -> str:
    """Why a number of a body that is named has no symbol."""
    d = mention.designator
    if body.only_named and body.templates and mention.sure != "named":
        return f"{_written(d, noun)}, perhaps of {_article(body.name)}: the text does not name the body with the number"
    return f"{_written(d, noun)} of {_article(body.name)}: its {noun}s have no symbol"


def _recent(d: Designator, around: tuple[str, ...], until: int | None) -> list[str]:
    """A body named in the paragraph that has just met in that session, where the Assembly's is long past."""
    assembly = load_bodies()["general-assembly"]
    if d.form != "slash" or until is None or until - (assembly.zero + d.ordinal) < _LONG_PAST:
        return []
    return [
        b
        for b in around
        if load_bodies()[b].sessions
        and not load_bodies()[b].only_named
        and b != "general-assembly"
        and load_bodies()[b].admits(d, None, until=until)
    ]


def _article(name: str) -> str:
    return f"the {name}" if name[0].isupper() else f"a {name}"


def _speaks_for_itself(d: Designator, council: Body) -> bool:
    """Whether a number needs no noun beside it: 1718 (2006) in the right year, 217 A (III)."""
    if d.form == "year":
        usual = council.usual_year(d.number)
        return usual is not None and abs(usual - int(d.session)) <= 1
    return d.form == "roman" and d.ordinal > 0 and not d.rare


def _defaults(d: Designator) -> list[str]:
    """The body that the form of a number tells by itself."""
    default = default_body(d)
    return [default] if d.form in {"year", "annual", "roman"} and default else []


def _own(adopting: str | None) -> list[str]:
    return [adopting] if adopting and adopting in load_bodies() else []


def _implied(d: Designator, adopting: str | None, year: int | None, until: int | None) -> list[str]:
    """Bodies that a number may be of when none is named: by its form, the adopting body, the year of its date."""
    default = default_body(d)
    out = [
        *_defaults(d),
        *_own(adopting),
        *([default] if default else []),
    ]
    if d.form in {"slash", "special"}:
        out += [
            b
            for b in ("general-assembly", "human-rights-council")
            if load_bodies()[b].admits(d, year, until=until) and year
        ]
    return list(dict.fromkeys(out))
