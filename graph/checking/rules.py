"""The rules: each holds one thing that a text says of what it cites against one known fact.

A rule yields nothing where the text says nothing of the kind, or no fact is at hand: silence is no finding.
"""

from collections.abc import Callable, Iterator
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from extract.catalogue.catalogue import whole_of
from extract.model.citation import Citation
from graph.checking.facts import CATALOGUE, REGISTRY, Facts
from graph.checking.likeness import different, same
from graph.checking.named_body import body
from graph.checking.place import Place
from graph.checking.verdict import Finding
from graph.checking.wording import contains, printed_date, printed_title

_ADOPTED: Final = frozenset({"resolution", "decision", "statement"})


Rule = Callable[[Place, Facts], Iterator[Finding]]


def existence(place: Place, facts: Facts) -> Iterator[Finding]:
    """A number that no text has; a Security Council resolution with the year of another."""
    target = place.citation.target
    if (right := facts.right_year(target)) is not None:
        yield Finding(field="number", agrees=False, printed=target, known=right, source=CATALOGUE)
    elif place.citation.kind in _ADOPTED and (answer := facts.catalogue.exists(target)).answer == "no":
        yield Finding(field="existence", agrees=False, printed=target, known=answer.reason, source=CATALOGUE)
    elif (known := facts.known(target)).exists:
        source = known.dates[0].source if known.dates else CATALOGUE
        yield Finding(field="existence", agrees=True, printed=target, known=target, source=source)


def date(place: Place, facts: Facts) -> Iterator[Finding]:
    """A date that is none of the dates known.

    Of a conference or an outcome known by name, a text prints the days on which it met, so only numbers and treaties
    are compared; a date that sources dispute is left alone.
    """
    citation = place.citation
    known = facts.known(citation.target).dates
    printed = _printed_date(place) if known and _is_comparable(citation, facts) else None
    if printed is None or facts.disputed(citation.target, printed):
        return
    fit = next((each for each in known if each.date.startswith(printed) or printed.startswith(each.date)), None)
    elsewhere = citation.evidence.date_of in _NOT_OWN or _is_shared(place, printed)
    if fit is not None or not elsewhere:
        right = fit or known[0]
        yield Finding(field="date", agrees=fit is not None, printed=printed, known=right.date, source=right.source)


def _is_comparable(citation: Citation, facts: Facts) -> bool:
    """Whether a date beside a citation can only be its own: of a number, or of a treaty."""
    return citation.evidence.certainty == "explicit" or facts.treaty(citation.target) is not None


_NOT_OWN: Final = frozenset({"entry-into-force", "meeting"})
"""What a printed date may be of besides the text itself; sources seldom have these, so only agreement is told."""


def _printed_date(place: Place) -> str | None:
    """The date of a citation; where the row has none, for it contradicts the number, the date beside it in the text."""
    evidence = place.citation.evidence
    if evidence.date or place.passage is None or evidence.certainty != "explicit":
        return evidence.date
    return printed_date(place.passage, place.span, place.language)


def _is_shared(place: Place, printed: str) -> bool:
    """Whether a date stands at another number of a list and was only taken to hold for this one too."""
    if place.passage is None:
        return False
    start, end = place.span
    year = printed[:4]
    for other, (first, last) in place.beside:
        if other.evidence.date == printed:
            between = place.passage.text[end:first] if first >= end else place.passage.text[last:start]
            if year not in between:
                return True
    return False


def title(place: Place, facts: Facts) -> Iterator[Finding]:
    """A title in quotation marks that is another text's."""
    citation = place.citation
    if place.passage is None or citation.kind == "treaty" or citation.evidence.certainty == "named":
        return
    numbers = [span for reference, span in place.beside if reference.evidence.certainty != "named"]
    printed = printed_title(place.passage, *place.span, place.language, numbers)
    if printed is not None:
        yield from _compare_titles(printed, citation.target, place.language, facts)


def _compare_titles(printed: str, target: str, language: str, facts: Facts) -> Iterator[Finding]:
    """Hold a printed title against those of a text; another wording is wrong only where it is another text's title."""
    titles = facts.known(target).titles
    own = titles.get(language, ())
    known = [*own, *titles.get("en", ())]
    bearers = facts.titled(printed)
    fit = next((each for each in known if same(printed, each[0])), (printed, CATALOGUE) if target in bearers else None)
    if fit is not None:
        yield Finding(field="title", agrees=True, printed=printed, known=fit[0], source=fit[1])
    elif bearers and own and all(_differ(each, bearers, facts, printed) for each, _ in known):
        right = f"{known[0][0]} ({', '.join(sorted(bearers)[:3])}: the title printed)"
        yield Finding(field="title", agrees=False, printed=printed, known=right, source=known[0][1])


def _differ(known: str, bearers: frozenset[str], facts: Facts, printed: str) -> bool:
    """Whether a known title is plainly not that of the texts that bear the printed one."""
    theirs = [each for bearer in bearers for each, _ in facts.known(bearer).titles.get("en", ())]
    return all(different(known, each) for each in [printed, *theirs])


def named_beside(place: Place, facts: Facts) -> Iterator[Finding]:
    """A named text beside another number: "resolution 217 B (III), containing the Universal Declaration"."""
    citation = place.citation
    if place.passage is None or citation.kind not in _ADOPTED or citation.evidence.certainty != "explicit":
        return
    for other, span in place.beside:
        if not isinstance(other, Citation):
            continue
        is_name = other.evidence.certainty == "named" and other.kind != "treaty"
        if is_name and not _parted(place, span) and contains(place.passage, place.span, span, place.language):
            yield from _same_text(citation.target, other, facts)


def _parted(place: Place, name: tuple[int, int]) -> bool:
    """Whether another reference stands between a number and a name."""
    low, high = min(place.span[1], name[1]), max(place.span[0], name[0])
    return any(low <= start and end <= high for _, (start, end) in place.beside)


def noted(place: Place, facts: Facts) -> Iterator[Finding]:
    """A note whose number or registration is not that of what its mark stands at."""
    citation = place.citation
    if citation.evidence.certainty != "named" or len(place.note) != 1:
        return
    other = place.note[0]
    if not isinstance(other, Citation) or other.target == citation.target:
        return
    treaty = facts.treaty(citation.target)
    if (
        treaty is not None
        and treaty.unts is not None
        and other.unts is not None
        and other.unts not in _registrations(treaty.slug, facts)
    ):
        yield Finding(
            field="registration", agrees=False, printed=str(other.unts), known=str(treaty.unts), source=REGISTRY
        )
    elif other.kind in _ADOPTED and other.evidence.certainty == "explicit" and _is_slip(other.target, citation.target):
        yield from _same_text(other.target, citation, facts)


def _is_slip(number: str, target: str) -> bool:
    """Whether two symbols differ in one character: a note often identifies a longer phrase that the name ends."""
    return DamerauLevenshtein.distance(number, target, score_cutoff=1) <= 1


def _registrations(slug: str, facts: Facts) -> set[int]:
    """The registration numbers of a treaty and of what belongs to it."""
    return {treaty.unts for treaty in facts.registry.family(slug) if treaty.unts is not None}


def _same_text(number: str, named: Citation, facts: Facts) -> Iterator[Finding]:
    """Hold a number against the number of a named instrument."""
    known = [each for each in facts.instruments(named.target) if each.title == named.title]
    if not known or not known[0].target.startswith(("A/RES/", "S/RES/", "E/RES/", "A/DEC/")):
        return
    right = {known[0].target, *known[0].alternatives}
    agrees = any(_is_same(number, each) for each in right)
    yield Finding(
        field="number", agrees=agrees, printed=number, known=known[0].target, source=f"{REGISTRY}: {known[0].title}"
    )


def _is_same(first: str, second: str) -> bool:
    """Whether two symbols are the same text; one that prints no letter may be any of them."""
    return first in {second, whole_of(second)} or whole_of(first) == second


def registration(place: Place, facts: Facts) -> Iterator[Finding]:
    """A registration number printed with a treaty that is known by name."""
    treaty = facts.treaty(place.citation.target)
    if treaty is not None and place.citation.unts is not None and place.citation.evidence.certainty == "explicit":
        agrees = place.citation.unts in _registrations(treaty.slug, facts)
        yield Finding(
            field="registration",
            agrees=agrees,
            printed=str(place.citation.unts),
            known=str(treaty.unts),
            source=REGISTRY,
        )


RULES: Final[tuple[Rule, ...]] = (existence, date, title, named_beside, noted, registration, body)
"""The rules, in the order in which their findings are shown."""
