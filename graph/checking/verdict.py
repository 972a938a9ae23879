"""`Checked`: a citation with the facts that it was held against, and what follows from them."""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from extract.model.citation import Reference
from extract.model.span import Span

Verdict = Literal["contradicted", "superseded", "confirmed", "unchecked"]
Field = Literal["existence", "number", "date", "title", "registration", "body", "name", "series"]

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""Verdicts, the gravest first."""
LISTED: Final[frozenset[Verdict]] = frozenset({"contradicted", "superseded"})
"""Verdicts that a reader must look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a text says of what it cites, held against one known fact.

    Attributes:
        field: what is compared. `existence`: a text with this number; `number`: the number or symbol itself, for a
            name that is known; `name`: how a treaty is spelled; `series`: whether a later text continues this one.
        agrees: whether the two agree.
        printed: what the text prints.
        known: what is right; for `series` the later text.
        source: where that is printed, in English, for a person.
    """

    field: Field
    agrees: bool
    printed: str
    known: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A reference of a text with its findings.

    Attributes:
        document: key of the citing work.
        reference: as found in the text.
        findings: what was compared, contradictions first; empty where no fact is at hand.
        span: its place in the text of its paragraph, where only checking found it; None for what was read.
    """

    document: str
    reference: Reference
    findings: tuple[Finding, ...]
    span: Span | None = None

    @property
    def verdict(self) -> Verdict:
        """What follows: one contradiction outweighs all that agrees, and the series."""
        telling = self.telling
        if telling is None:
            return "unchecked"
        if telling.agrees:
            return "confirmed"
        return "superseded" if telling.field == "series" else "contradicted"

    @property
    def telling(self) -> Finding | None:
        """The finding that the verdict rests on; None where there is none."""
        wrong = [each for each in self.findings if not each.agrees]
        graver = [each for each in wrong if each.field != "series"]
        return next(iter([*graver, *wrong, *self.findings]), None)
