"""How works were adopted and what they are about, as metadata say it: votes, sponsors, drafts, subjects, to triples."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import chain
from typing import Final, TypeVar
from unicodedata import normalize

import regex

from extract.model.adoption import Subject, Vote
from extract.model.record import DocumentRecord
from graph.rdf import iri
from graph.rdf import vocabulary as v
from graph.rdf.literal import Triple, number, text
from graph.rdf.states import state_of, states_in

_ENGLISH = "en"
_ENGLISH_SCHEMES: Final = frozenset({"UNBIS Thesaurus", "EuroVoc", "DHLAUTH"})
"""Vocabularies whose labels the metadata of every language version write in English."""
_ON_BEHALF: Final = regex.compile(r"(?<state>[^()]{2,80}+) ?\(on behalf of (?:the )?(?<group>[^()]{2,200}+)\)")
_MEMBERS: Final = regex.compile(r"^States Members of the United Nations that are members of (?:the )?")

_HOW: Final = regex.compile(r" (?:following|on the basis of|as a result of) .*+")
"""What metadata add to an office: "Chair of the Committee following informal consultations" names the Chair."""

Names = dict[str, Counter[tuple[str, bool]]]
"""Agent to the names that records give it, each with whether the record is in English."""

Value = TypeVar("Value")


@dataclass(slots=True)
class _Said:
    """What the records of one work say about it; counted, so that the order of reading does not matter."""

    votes: Counter[tuple[bool, Vote]] = field(default_factory=Counter)
    sponsors: Counter[tuple[bool, tuple[str, ...]]] = field(default_factory=Counter)
    drafts: set[str] = field(default_factory=set)
    items: set[tuple[str, str | None]] = field(default_factory=set)
    subjects: set[Subject] = field(default_factory=set)
    goals: set[int] = field(default_factory=set)


class Adoptions:
    """Votes, sponsors, drafts, agenda items and subjects of works: fill it with `read`, then take its `triples`.

    The language versions of a text name the same states in different words. Those of the English version count, or,
    where there is none, those that most versions write.
    """

    def __init__(self) -> None:
        """Start without works."""
        self._said: dict[str, _Said] = {}

    def read(self, record: DocumentRecord, work: str) -> None:
        """Record what a document record says about the work with that IRI."""
        if not (record.vote or record.sponsors or record.draft or record.agenda_item or record.subjects or record.sdgs):
            return
        said = self._said.setdefault(work, _Said())
        foreign = record.language != _ENGLISH
        if record.vote:
            said.votes[foreign, record.vote] += 1
        if record.sponsors:
            said.sponsors[foreign, record.sponsors] += 1
        if record.draft:
            said.drafts.add(record.draft)
        if record.agenda_item:
            said.items.add((record.agenda_item, record.language))
        said.subjects |= {replace(subject, label=_label(subject)) for subject in record.subjects}
        said.goals |= set(record.sdgs)

    def stated(self, work: str) -> frozenset[str]:
        """Return the properties that records state of a work: of its vote and its agenda item."""
        said = self._said.get(work, _Said())
        return frozenset(name for name, values in ((v.VOTED, said.votes), (v.AGENDA_ITEM, said.items)) if values)

    def triples(self) -> Iterator[Triple]:
        """Yield the triples of every work."""
        names: Names = {}
        for work, said in self._said.items():
            if said.votes:
                foreign, vote = _chosen_vote(said.votes)
                yield from _vote(work, vote, names, is_english=not foreign)
            foreign, sponsors = _preferred(said.sponsors) if said.sponsors else (False, ())
            for sponsor in _sponsors(sponsors):
                yield work, v.SPONSOR, _agent(sponsor, names, is_english=not foreign)
            for draft in said.drafts:
                yield work, v.DRAFT, iri.work_iri(draft)
            for item, language in said.items:
                yield work, v.AGENDA_ITEM, text(item, language)
            yield from _goals(work, said.goals)
        for agent, written in names.items():
            name, is_english = min(written, key=lambda said: (not said[1], said[0].isupper(), -written[said], said))
            yield from _named(agent, name, is_english=is_english)
        yield from self._subjects()

    def _subjects(self) -> Iterator[Triple]:
        """Yield the subjects of every work, and each of them with its label."""
        labels: dict[str, Counter[str]] = {}
        in_english: set[str] = set()
        addresses = self._addresses()
        for work, said in self._said.items():
            for subject in said.subjects:
                about = addresses.get(_heading(subject)) or iri.subject_iri(subject.label, subject.scheme, subject.iri)
                yield work, v.ABOUT, about
                labels.setdefault(about, Counter())[subject.label] += 1
                in_english |= {about} if _is_english(subject) else set()
                yield from _subject(about, subject)
        for about, written in labels.items():
            label = min(written, key=lambda said: (said.isupper(), -written[said], said))
            yield about, v.PREF_LABEL, text(label, _ENGLISH if about in in_english else None)

    def _addresses(self) -> dict[tuple[str, str], str]:
        """Return the address of each heading that some file gives one: where another gives none, it is the same."""
        found: dict[tuple[str, str], str] = {}
        for subject in (subject for said in self._said.values() for subject in said.subjects):
            about = iri.subject_iri(subject.label, subject.scheme, subject.iri)
            if not about.startswith(v.SUBJECT):
                found[_heading(subject)] = min(about, found.get(_heading(subject), about))
        return found


def _heading(subject: Subject) -> tuple[str, str]:
    """Return what tells a heading from others: its vocabulary and its label, whatever its capitals."""
    return (subject.scheme or "").casefold(), " ".join(subject.label.casefold().split())


def _chosen_vote(votes: Counter[tuple[bool, Vote]]) -> tuple[bool, Vote]:
    """Return the vote whose counts most records state, of those in English if there are any, behind whether none is."""
    numbers: Counter[tuple[int, int, int]] = Counter()
    for (_, vote), count in votes.items():
        numbers[_numbers(vote)] += count
    right = _first(numbers)
    return _preferred(Counter({said: count for said, count in votes.items() if _numbers(said[1]) == right}))


def _numbers(vote: Vote) -> tuple[int, int, int]:
    return vote.in_favour, vote.against, vote.abstaining


def _preferred(said: Counter[tuple[bool, Value]]) -> tuple[bool, Value]:
    """Return what most English records say, or else what most records say, and before it whether none is English."""
    return min(said, key=lambda each: (each[0], -said[each], repr(each[1])))


def _first(counted: Counter[Value]) -> Value:
    """Return the value counted most often, the smallest on a tie."""
    return min(counted, key=lambda value: (-counted[value], repr(value)))


def _vote(work: str, vote: Vote, names: Names, *, is_english: bool) -> Iterator[Triple]:
    """Yield the vote on a work: a node of its own, with its counts and the states that are named."""
    node = v.VOTE + iri.digest(work, *_numbers(vote))
    yield work, v.VOTED, node
    yield node, v.TYPE, v.VOTE_CLASS
    for name, predicate in v.VOTE_COUNTS.items():
        yield node, predicate, number(getattr(vote, name))
    for name, predicate in v.VOTE_STATES.items():
        for state in chain.from_iterable(map(states_in, getattr(vote, name))):
            yield node, predicate, _agent(state, names, is_english=is_english)


def _sponsors(said: Iterable[str]) -> Iterator[str]:
    """Yield the sponsors, and the group that one speaks "(on behalf of …)", which metadata name in one with it."""
    for name in (_HOW.sub("", written) for written in said):
        found = _ON_BEHALF.fullmatch(name)
        if found is None:
            yield from states_in(name)
        else:
            yield from states_in(str(found["state"]).strip())
            yield _MEMBERS.sub("", str(found["group"]))


def _named(agent: str, name: str, *, is_english: bool) -> Iterator[Triple]:
    """Yield a state or group with its name, and a state with its codes."""
    state = state_of(name)
    yield agent, v.TYPE, v.AGENT_CLASS
    yield agent, v.NAME, text(name, _ENGLISH if state or is_english else None)
    if state:
        yield agent, v.M49, text(state.m49)
        yield agent, v.ISO_2, text(state.iso2)
        yield agent, v.ISO_3, text(state.iso3)


def _agent(name: str, names: Names, *, is_english: bool) -> str:
    """Return the IRI of a state or group, and record its name."""
    agent = iri.agent_iri(name)
    names.setdefault(agent, Counter())[iri.clean(name), is_english] += 1
    return agent


def _goals(work: str, goals: Iterable[int]) -> Iterator[Triple]:
    """Yield the Sustainable Development Goals that a work is about, under their own addresses."""
    for number_of in goals:
        goal = f"{v.SDG}{int(number_of)}"
        yield work, v.ABOUT, goal
        yield goal, v.TYPE, v.CONCEPT
        yield goal, v.IN_SCHEME, iri.SDG_SCHEME
        yield goal, v.TOP_CONCEPT_OF, iri.SDG_SCHEME
        yield iri.SDG_SCHEME, v.HAS_TOP_CONCEPT, goal
        yield iri.SDG_SCHEME, v.TYPE, v.CONCEPT_SCHEME
        yield iri.SDG_SCHEME, v.PREF_LABEL, text("Sustainable Development Goals", _ENGLISH)
        yield goal, v.PREF_LABEL, text(f"Sustainable Development Goal {int(number_of)}", _ENGLISH)


def _is_english(subject: Subject) -> bool:
    """Return whether the label of a subject is known to be English; labels of goals are left as they come."""
    return subject.scheme in _ENGLISH_SCHEMES and not (subject.iri or "").startswith(v.SDG)


def _subject(about: str, subject: Subject) -> Iterator[Triple]:
    """Yield a subject heading as a concept of its vocabulary."""
    yield about, v.TYPE, v.CONCEPT
    if subject.scheme:
        scheme = iri.scheme_iri(subject.scheme)
        yield about, v.IN_SCHEME, scheme
        yield scheme, v.TYPE, v.CONCEPT_SCHEME
        yield scheme, v.PREF_LABEL, text(subject.scheme, _ENGLISH)


def _label(subject: Subject) -> str:
    """Return the label of a subject without entities of HTML, in NFC: RDF asks for it, and Jena warns of others."""
    return normalize("NFC", unescape(subject.label))
