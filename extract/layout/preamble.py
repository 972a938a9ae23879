"""The preamble in broken lines: which of its lines begin a paragraph.

Preambular paragraphs end in commas, as half of all clauses do, so the end of one whose last line happens to be full
does not show. The first word of the next shows it: nearly every preambular paragraph begins with a citing verb, and
hardly any other clause does.
"""

from dataclasses import dataclass

from extract.language.verb_finder import opens_paragraph
from extract.language.verbs import Verbs, load_verbs
from extract.layout.indents import COMMAS, Indents
from extract.layout.lines import Line


@dataclass(frozen=True, slots=True)
class Preamble:
    """How the preambular paragraphs of a text begin.

    Attributes:
        verbs: of the language in which the text was enacted.
        indents: what the other lines of the text show.
    """

    verbs: Verbs
    indents: Indents

    @classmethod
    def of(cls, language: str, indents: Indents) -> "Preamble":
        """The preamble of a text in a language of the verb lexicons, by its ISO 639-1 code."""
        return cls(load_verbs(language), indents)

    def holds(self, last: Line) -> bool:
        """Whether a line ends as preambular paragraphs and clauses both do, so that words must decide."""
        return last.text[-1] in COMMAS

    def opens(self, row: Line) -> bool:
        """Whether a line begins with a citing verb."""
        return opens_paragraph(row.text, self.verbs)

    def surely_opens(self, row: Line) -> bool:
        """Whether a line begins with a capital and a citing verb that is nothing else."""
        return row.text[0].isupper() and opens_paragraph(row.text, self.verbs, surely=True)

    def begins(self, row: Line, *, room: bool) -> bool:
        """Whether a line after such a line begins a paragraph.

        Args:
            row: the line.
            room: whether the line before had room for its first word.
        """
        return self.opens(row) or self.indents.opens(row) or (room and row.text[0].isupper())
