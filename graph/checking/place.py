"""`Place`: a citation where it stands in a text, with what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.language.identification import FALLBACK
from extract.language.references import languages
from extract.model.citation import Citation, Reference
from graph.pipeline.transcript import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A citation where it stands.

    Attributes:
        citation: the citation.
        passage: its paragraph; None where the text is not at hand.
        span: its quote in the text of the paragraph.
        beside: the other references of the paragraph with their spans.
        note: the references of the note that identifies it; empty where none does.
    """

    citation: Citation
    passage: Passage | None = None
    span: tuple[int, int] = (0, 0)
    beside: Sequence[tuple[Reference, tuple[int, int]]] = ()
    note: Sequence[Reference] = ()

    @property
    def language(self) -> str:
        """The language whose words the text is read with."""
        language = self.citation.evidence.language
        return language if language in languages() else FALLBACK
