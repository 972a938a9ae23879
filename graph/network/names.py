"""`Names`: what each work is called, and who calls it so: itself, the registry, the catalogue, or an agenda item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from graph.rdf import vocabulary as v
from graph.rdf.statements import Statements

ORIGINS: Final = ("text", "registry", "catalogue", "agenda", "subject")
"""Where a name comes from: the text itself or, for a treaty that the registry lacks, one that cites it; the registry;
the catalogue; the heading of the agenda item; the subjects. The last two are no titles."""

_MOST_SUBJECTS: Final = 3
_ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Name:
    """What a work is called.

    Attributes:
        titles: language code → title, sorted by language; the empty code where the language is unknown.
        name: the English title, else the first one, else what stands for it; empty if nothing does.
        origin: one of `ORIGINS`; empty if there is no name.
    """

    titles: Mapping[str, str]
    name: str
    origin: str


class Names:
    """The names of the works of a graph."""

    def __init__(self, statements: Statements) -> None:
        """Start with the statements of a graph."""
        self._said = statements

    def of(self, work: str) -> Name:
        """Return the name of the work with that IRI."""
        known = self._catalogued.get(work, frozenset())
        titles = self._said.values(v.TITLE).get(work, [])
        own = _by_language(title for title in titles if (title.value, title.language) not in known)
        registered = _by_language(self._said.values(v.ALTERNATIVE).get(work, []))
        further = _by_language(title for title in titles if (title.value, title.language) in known)
        origin = "text" if own and not self._is_registered(work) else "registry" if own or registered else "catalogue"
        found = dict(sorted((further | (own or registered)).items()))
        if found:
            return Name(found, found.get(_ENGLISH) or next(iter(found.values())), origin)
        item, subjects = self._item(work), self._subjects(work)
        return Name({}, item or subjects, "agenda" if item else "subject" if subjects else "")

    @cached_property
    def _catalogued(self) -> Mapping[str, frozenset[tuple[str, str | None]]]:
        """Work → the titles that are from the catalogue, with their languages."""
        found: dict[str, set[tuple[str, str | None]]] = {}
        words = self._said.values(v.SAID_WHAT)
        for stated, predicate in self._said.first(v.SAID_HOW).items():
            if predicate == v.TITLE:
                work = self._said.text_or_empty(stated, v.SAID_OF)
                found.setdefault(work, set()).update((title.value, title.language) for title in words.get(stated, ()))
        return {work: frozenset(titles) for work, titles in found.items()}

    def _is_registered(self, work: str) -> bool:
        return self._said.text(work, v.REGISTERED) == "true"

    def _item(self, work: str) -> str:
        """Return the heading of the agenda item, in English where it is known."""
        items = _by_language(self._said.values(v.AGENDA_ITEM).get(work, []))
        return items.get(_ENGLISH) or next(iter(items.values()), "")

    def _subjects(self, work: str) -> str:
        labels = [label for about in self._said.texts(work, v.ABOUT) for label in self._said.texts(about, v.PREF_LABEL)]
        return "; ".join(sorted(set(labels))[:_MOST_SUBJECTS])


def _by_language(titles: Iterable[Any]) -> dict[str, str]:
    """Return the first title in each language."""
    found: dict[str, str] = {}
    for title in titles:
        found.setdefault(title.language or "", title.value)
    return found
