"""Succession: whether a later text of the same series stood when a text was written that cites an earlier one."""

from collections.abc import Iterator, Sequence

from extract.catalogue.chains import load_chains
from extract.model.citation import Citation
from graph.checking.facts import CATALOGUE, Facts
from graph.checking.verdict import Finding
from graph.pipeline.reading import Reading


class Succession:
    """The series of what one text cites."""

    def __init__(self, reading: Reading, facts: Facts) -> None:
        """Start with a text.

        Args:
            reading: the text and what it cites.
            facts: what is known.
        """
        self._facts = facts
        self._own = reading.record.symbol
        known = facts.known(self._own).dates if self._own and not reading.record.date else ()
        self._date = reading.record.date or next((each.date for each in known), None)
        self._cited = {each.target for each in reading.references if isinstance(each, Citation)}

    def later(self, citation: Citation) -> Iterator[Finding]:
        """Yield the newest text of the series of a citation, where neither it nor any later one is cited.

        A text that continues a series cites its predecessors, so its own series is no ground for a remark.
        """
        known = load_chains().of(citation.target)
        chain = known.symbols if known else ()
        if citation.target not in chain or self._own in chain:
            return
        after = [each for each in chain[chain.index(citation.target) + 1 :] if self._stood(each)]
        if after and not self._cited.intersection(after):
            yield Finding(field="series", agrees=False, printed=citation.target, known=after[-1], source=CATALOGUE)

    def _stood(self, symbol: str) -> bool:
        """Whether a text was adopted before this one; of an undated text all later ones count."""
        dates: Sequence[str] = [each.date for each in self._facts.known(symbol).dates]
        return not self._date or (bool(dates) and dates[0] < self._date)
