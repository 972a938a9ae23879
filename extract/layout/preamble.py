"""The preamble of a text broken by its pages: which of its lines begin a paragraph.

Preambular paragraphs end in commas, as half of all clauses do, and a paragraph whose last line happens to be full ends
unseen. What the next begins with tells: a citing verb, in nearly all of them, and hardly ever behind a comma inside.
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
        indents: what the lines of the text say.
    """

    verbs: Verbs
    indents: Indents

    @classmethod
    def of(cls, language: str, indents: Indents) -> "Preamble":
        """The preamble of a text in a language of the verb lexicons, by its ISO 639-1 code."""
        return cls(load_verbs(language), indents)

    def holds(self, last: Line) -> bool:
        """Whether a paragraph may end with a line as preambular ones do, so that verbs must tell."""
        return last.text[-1] in COMMAS

    def opens(self, row: Line) -> bool:
        """Whether a line begins with a citing verb."""
        return opens_paragraph(row.text, self.verbs)

    def begins(self, row: Line, *, room: bool) -> bool:
        """Whether a line behind such a line begins a paragraph.

        Args:
            row: the line.
            room: whether its first word would have found room on the line before.
        """
        return self.opens(row) or self.indents.opens(row) or (room and row.text[0].isupper())
