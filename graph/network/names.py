"""`Names`: what each work is called, and who calls it so: itself, registry, catalogue, agenda, or who cites it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from extract.catalogue.chains import folded
from graph.rdf import vocabulary as v
from graph.rdf.statements import Statements

ORIGINS: Final = ("text", "registry", "catalogue", "entitled", "series", "agenda", "subject", "citing", "recalled")
"""Where a name comes from: the text itself or, for a treaty that the registry lacks, one that cites it; the registry;
the catalogue; a title that citing texts print in quotation marks; the title of a text of the same body that calls it by
the words of that title, as the texts of a series do ("on regional disarmament" under the title "Regional disarmament");
the heading of the agenda item; the subjects; what citing texts call it; the title of a text that recalls it among
others at its beginning. The last four are no titles."""

_MOST_SUBJECTS: Final = 3
_ENGLISH: Final = "en"
_BY_CITING: Final = frozenset({"entitled", "series", "citing", "recalled"})
_RECALLS: Final = frozenset(v.RELATION_PROPERTIES[name] for name in ("recalls", "reaffirms", "reiterates"))
_BEGINNING: Final = 5  # paragraphs of the preamble in which a text recalls the earlier ones on its subject
_TITLE_WORDS: Final = 2  # of a title, from which words that end like it are told from any others
_TITLE_CHARACTERS: Final = 8  # the same in a script without spaces
_LEADING: Final = 30  # characters of "relating to the" before the words of a title
_QUOTES: Final = frozenset('\u201c\u201d\u201e\u00ab\u300a"')


@dataclass(frozen=True, slots=True)
class Name:
    """What a work is called.

    Attributes:
        titles: language code → title, sorted by language; the empty code where the language is unknown.
        called: language code → what most citing texts in that language call it, where it has no title.
        name: the English title, else the first one, else what stands for it; empty if nothing does.
        origin: one of `ORIGINS`; empty if there is no name.
    """

    titles: Mapping[str, str]
    name: str
    origin: str
    called: Mapping[str, str] = field(default_factory=dict)


class Names:
    """The names of the works of a graph."""

    def __init__(self, statements: Statements) -> None:
        """Start with the statements of a graph."""
        self._said = statements

    def of(self, work: str) -> Name:
        """Return the name of the work with that IRI."""
        own, registered, _ = self._titles(work)
        origin = "text" if own and not self._is_registered(work) else "registry" if own or registered else "catalogue"
        if found := self.titles(work):
            return Name(found, found.get(_ENGLISH) or next(iter(found.values())), origin)
        return self._stand_in(work)

    def titles(self, work: str) -> dict[str, str]:
        """Return the titles of a work by language, sorted; the empty code where the language is unknown."""
        own, registered, further = self._titles(work)
        return dict(sorted((further | (own or registered)).items()))

    def _titles(self, work: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
        """Return the titles of a work by language: its own, those of the registry, those of the catalogue."""
        known = self._catalogued.get(work, frozenset())
        titles = self._said.values(v.TITLE).get(work, [])
        return (
            _by_language(title for title in titles if (title.value, title.language) not in known),
            _by_language(self._said.values(v.ALTERNATIVE).get(work, [])),
            _by_language(title for title in titles if (title.value, title.language) in known),
        )

    def _stand_in(self, work: str) -> Name:
        """Return what stands for the title of a work that has none."""
        called = self._called.get(work, {})
        printed = {language: name[1:-1] for language, name in called.items() if name[0] in _QUOTES}
        stand_ins: tuple[tuple[str, Callable[[], Mapping[str, str]]], ...] = (
            ("entitled", lambda: printed),
            ("series", lambda: self._titles_of(self._continuing.get(work, ""))),
            ("agenda", lambda: {"": self._item(work)}),
            ("subject", lambda: {"": self._subjects(work)}),
            ("citing", lambda: called),
            ("recalled", lambda: self._titles_of(self._recalling.get(work, ""))),
        )
        for origin, find in stand_ins:
            names = {language: name for language, name in find().items() if name}
            if names:
                name = names.get(_ENGLISH) or next(iter(names.values()))
                return Name({}, name, origin, names if origin in _BY_CITING else {})
        return Name({}, "", "")

    def _titles_of(self, work: str) -> dict[str, str]:
        return dict(sorted(_by_language(self._said.values(v.TITLE).get(work, [])).items()))

    @cached_property
    def _cited(self) -> Mapping[str, str]:
        """Reference → the work that it cites."""
        return self._said.through(v.HAS_BODY, v.HAS_CITED)

    @cached_property
    def _citing(self) -> Mapping[str, str]:
        """Reference → the work that it stands in."""
        return self._said.through(v.HAS_BODY, v.HAS_CITING)

    @cached_property
    def _recalling(self) -> Mapping[str, str]:
        """Work → a text of the same body that recalls it among others at its beginning, as texts on one subject do."""
        works, texts = self._cited, self._citing
        organs = self._said.first(v.PASSED_BY)
        recalled = [(place, works.get(citation, ""), texts.get(citation, "")) for citation, place in self._beginnings()]
        together = Counter(place for place, _, _ in recalled)
        found: dict[str, tuple[int, str]] = {}
        for place, work, text in recalled:
            if together[place] > 1 and work != text and organs.get(work) == organs.get(text):
                number = self._said.number(place, v.NUMBER) or 0
                found[work] = min((number, text), found.get(work, (number, text)))
        return {work: text for work, (_, text) in found.items()}

    def _beginnings(self) -> Iterator[tuple[str, str]]:
        """Yield the citations by which texts recall others at the beginning of their preamble, and the paragraph."""
        places, preambular = self._said.through(v.HAS_TARGET, v.IS_PART_OF), self._said.instances(v.PREAMBULAR)
        for citation, relation in self._said.first(v.RELATION).items():
            if relation not in _RECALLS or (place := places.get(citation, "")) not in preambular:
                continue
            if 0 < (self._said.number(place, v.NUMBER) or 0) <= _BEGINNING:
                yield citation, place

    @cached_property
    def _called(self) -> Mapping[str, Mapping[str, str]]:
        """Work → language code → what most citing texts call it, a printed title first."""
        counted: dict[str, dict[str, Counter[str]]] = {}
        works = self._cited
        for citation, names in self._said.values(v.CALLED).items():
            languages = counted.setdefault(works.get(citation, ""), {})
            for name in names:
                languages.setdefault(name.language or "", Counter())[name.value] += 1
        return {
            work: {language: _most(names) for language, names in sorted(languages.items())}
            for work, languages in counted.items()
        }

    @cached_property
    def _continuing(self) -> Mapping[str, str]:
        """Work → a text of the same body that calls it by the words of its own title, as the texts of a series do."""
        works, texts = self._cited, self._citing
        organs = self._said.first(v.PASSED_BY)
        titles = self._said.values(v.TITLE)
        found: dict[str, str] = {}
        for citation, names in self._said.values(v.CALLED).items():
            work, text = works.get(citation, ""), texts.get(citation, "")
            if work == text or organs.get(work) != organs.get(text):
                continue
            own = _by_language(titles.get(text, []))
            if any(_ends_in(name.value, own.get(name.language or "", "")) for name in names):
                found[work] = min(text, found.get(work, text))
        return found

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


def _most(names: Counter[str]) -> str:
    """Return the name that most texts give, a title in quotation marks before any other."""
    return min(names, key=lambda name: (name[:1] not in _QUOTES, -names[name], len(name), name))


def _ends_in(words: str, title: str) -> bool:
    """Return whether what a text calls another are the words of a title behind "on the", "relating to" or the like."""
    said, known = folded(words), folded(title)
    is_long = known.count(" ") + 1 >= _TITLE_WORDS or (not known.isascii() and len(known) >= _TITLE_CHARACTERS)
    lead = len(said) - len(known)
    return (
        is_long
        and said.endswith(known)
        and lead <= _LEADING
        and (lead == 0 or not known[0].isascii() or said[lead - 1] == " ")
    )


def _by_language(titles: Iterable[Any]) -> dict[str, str]:
    """Return the first title in each language."""
    found: dict[str, str] = {}
    for title in titles:
        found.setdefault(title.language or "", title.value)
    return found
