"""`Thereto`: the protocols that "the Protocols thereto" means, by the treaty before, a year, or their number."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from extract.language.titles import Titles
from extract.registry.registry import Instrument, Registry, Treaty

_REACH: Final = 5  # words between a treaty and the "Protocol thereto" that belongs to it
_FAR: Final = 12  # the same where the year of the protocol confirms it
_PAIR: Final = 2


class Thereto:
    """The protocols of every treaty of a registry, by the phrases of one language."""

    def __init__(self, registry: Registry, lexicon: Titles) -> None:
        """Sort the protocols by the treaty that they belong to."""
        self._sole, self._pairs = frozenset(lexicon.sole), frozenset(lexicon.pairs)
        self._protocols: defaultdict[str, list[Treaty]] = defaultdict(list)
        for treaty in registry.treaties.values():
            if treaty.parent is not None and treaty.role == "protocol":
                self._protocols[treaty.parent].append(treaty)
        self._sizes = Counter(treaty.parent for treaty in registry.treaties.values() if treaty.role == "member")

    def of(
        self, phrase: str, before: Sequence[Treaty | Instrument], *, gap: int, years: AbstractSet[str]
    ) -> tuple[Treaty, ...]:
        """Return the protocols that a phrase means.

        Args:
            phrase: the phrase as the lexicon has it.
            before: what the title before it names.
            gap: words between the two.
            years: the years that the phrase gives; protocols of these years are meant, and may be further away.

        Returns:
            The protocols; empty where none is meant, or where a phrase in the singular may mean several.
        """
        if not 0 <= gap <= _FAR:
            return ()
        found = [child for parent in before for child in self._protocols.get(parent.slug, ())]
        chosen = [child for child in found if (child.date or "")[:4] in years]
        if not chosen and gap > _REACH:
            return ()
        chosen = chosen or (self._first_two(found) if phrase in self._pairs else found)
        return () if phrase in self._sole and len(chosen) > 1 else tuple(chosen)

    def _first_two(self, protocols: Sequence[Treaty]) -> list[Treaty]:
        """The two oldest of several protocols; an entry that groups two is both."""
        chosen: list[Treaty] = []
        count = 0
        for treaty in sorted(protocols, key=lambda treaty: treaty.date or ""):
            if count < _PAIR:
                chosen.append(treaty)
                count += self._sizes[treaty.slug] or 1
        return chosen
