"""`Finding`: what an editor should look at again; `Version`: a language version of a text, which findings are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.model.citation import Citation, Reference
from graph.checking.verdict import Checked, Field
from graph.rdf.symbols import order

CHECKS: Final = ("contradicted", "versions", "alone", "links", "dates", "younger", "superseded", "stale", "unresolved")
"""What is looked for, in the order of the report."""

_NUMBER: Final[frozenset[Field]] = frozenset({"existence", "number"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at again.

    Attributes:
        check: one of `CHECKS`.
        document: key of the citing work.
        language: of the version to look at.
        paragraph: label of the place; for `versions` that of another version.
        cited: key of the cited work; empty for an unresolved reference.
        instead: `contradicted`: what is right, or why there is no such text; `versions`, `alone`: what stands there
            instead, here or in the others, if anything does; `links`: where the source's link leads; `dates`: the date
            known otherwise; `younger`: the cited text's date; `superseded`,
            `stale`: the later text; `unresolved`: the reason.
        quote: the reference as it stands; for `versions` as another version has it.
        others: languages of the versions that have the reference (`versions`) or lack it (`alone`).
    """

    check: str
    document: str
    language: str
    paragraph: str
    cited: str
    instead: str = ""
    quote: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A language version of a text, with the references in it and what checking them found."""

    document: str
    language: str
    checked: Sequence[Checked]

    @property
    def citations(self) -> list[Citation]:
        """The references whose target is known."""
        return [each.reference for each in self.checked if isinstance(each.reference, Citation)]

    @property
    def impossible(self) -> frozenset[tuple[str, str]]:
        """Label of the paragraph and target of each citation whose number no text has."""
        return frozenset(
            (each.reference.evidence.paragraph, each.reference.target)
            for each in self.checked
            if isinstance(each.reference, Citation)
            and any(found.field in _NUMBER and not found.agrees for found in each.findings)
        )

    def finding(self, check: str, reference: Reference, instead: str, others: Sequence[str] = ()) -> Finding:
        """Make a finding for this version out of a reference, which may stand in another version."""
        return Finding(
            check=check,
            document=self.document,
            language=self.language,
            paragraph=reference.evidence.paragraph,
            cited=reference.target if isinstance(reference, Citation) else "",
            instead=instead,
            quote=reference.evidence.quote,
            others=tuple(others),
        )


def by_place(finding: Finding) -> tuple[object, ...]:
    """Sort findings by check, then by document, language and place."""
    return (CHECKS.index(finding.check), order(finding.document), finding.language, finding.paragraph, finding.cited,
            finding.instead, finding.quote)  # fmt: skip
