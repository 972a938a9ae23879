"""What `data/LANGUAGE/references.toml` holds: a language's words around a reference, a model per section.

Keys are meanings, values are forms as they appear in running text. A `~` in a form stands for any ending of an
inflected word. A list that does not apply to a language is empty; no key is left out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import Field

from extract.language.date_table import Dates, Side
from extract.language.pinpoint_table import Forms, Parts, Pinpoints, Series
from extract.model.tables import Problem, Table, Text, Texts

HEADS: Final = ("treaty", "convention", "covenant", "charter", "statute", "protocol", "agreement", "constitution")
"""The nouns that a treaty's title is built on."""
PLURALS: Final = ("treaty", "convention", "covenant", "protocol", "agreement")
"""Those of which a text names several by their years."""


class Heads(Table):
    """Forms of the head nouns of treaties."""

    treaty: Forms
    convention: Forms
    covenant: Forms
    charter: Forms
    statute: Forms
    protocol: Forms
    agreement: Forms
    constitution: Forms

    def of(self, head: str) -> Forms:
        """The forms of one of `HEADS`."""
        forms: Forms = getattr(self, head)
        return forms


class Anaphors(Heads):
    """Short forms that mean a treaty named before: "the Convention".

    Attributes:
        before: words that make the head noun definite.
        continues: words after which the head noun begins a full title.
        clauses: what follows such a word where it begins a clause ("the Protocol for the State party").
        years: words between the head noun and a year ("of").
        year_after: words after a year that stands before the head noun, where the language quotes short forms.
        plurals: head noun to its forms for more than one treaty ("the Conventions of 1954 and 1961").
        several: words before the head noun by which it means more than one treaty.
        protocols_of: words before a title that mean its protocols.
        protocol_to: words between "the Protocol" and the short form of its treaty; an empty one where none is needed.
        body_before, body_after: words before and after a title that turn it into the name of its parties' conference.
    """

    before: Forms
    continues: Forms
    clauses: Forms
    years: Forms
    year_after: Forms
    plurals: Mapping[str, Forms]
    several: Forms
    protocols_of: Forms
    protocol_to: Forms
    body_before: Forms
    body_after: Forms


class Nouns(Table):
    """Nouns of numbered texts; the `own_` forms include "its"."""

    resolution: Texts
    decision: Texts
    own_resolution: Forms
    own_decision: Forms

    @property
    def forms(self) -> Forms:
        """All of them."""
        return (*self.resolution, *self.decision, *self.own_resolution, *self.own_decision)


class Words(Table):
    """A list of words."""

    words: Forms


class Possessives(Words):
    """The words for "its"; `in` holds the prepositions that refer "its" to the body just named."""

    within: Forms = Field(alias="in")


class Links(Words):
    """Words between a number and the body that adopted it.

    Attributes:
        sessions: what follows the number of a session of that body.
        adopting: words that say that a body adopted a text.
        about, about_end: words that open and close the description of a text, in which a body is only spoken of.
    """

    sessions: Forms
    adopting: Forms
    about: Forms
    about_end: Forms


class Joints(Words):
    """Words that join the members of a list; `range` those that join its ends ("to")."""

    range: Forms


class Lists(Table):
    """Words of lists and tables of numbers.

    Attributes:
        mandates: words of their headings besides body and noun ("legislative mandates", "list").
        numbers, titles: headings of the column of the numbers and of that of the titles.
    """

    mandates: Forms
    numbers: Forms
    titles: Forms


class Numbers(Table):
    """What belongs to the number of a resolution or decision.

    Attributes:
        special, emergency: prefixes of numbers of special and emergency special sessions.
        roman_open: the letter that opens a session in brackets (Arabic).
        roman_marks: letters that may follow it, of special and emergency special sessions.
        letters: letters of resolutions as written, each with the Latin letter it stands for.
        lead, tail: what directly precedes and follows a number.
        numero: words for "number" before a number.
        years: what gives the year of a number without its session, of `{year}`; it stands on the side of the noun where
            that follows, else behind the number.
        not_before: words after which a number is not that of a resolution.
        conference, paris, kyoto, health: marks of decisions of conferences of parties and of the World Health Assembly.
    """

    special: Texts
    emergency: Texts
    roman_open: str
    roman_marks: Forms
    letters: tuple[tuple[Text, Text], ...]
    lead: Forms
    tail: Forms
    numero: Forms
    years: Forms
    not_before: Forms
    conference: Forms
    paris: Forms
    kyoto: Forms
    health: Forms


class TitleShapes(Table):
    """The shape of titles of treaties that the registry does not know.

    Attributes:
        connectors: words that continue a head noun into a title.
        small: lower-case words within a title.
        capitals: whether the words of a title begin with capitals.
        drafts: words that make it the title of a draft.
        documents: beginnings of nouns for documents that are not treaties.
        generic: names of a kind of agreement, of which there are many.
        optional: adjectives after a head noun that make no title of it ("facultatif").
        court: full names of the International Court of Justice; its abbreviations are the same in all languages.
    """

    connectors: Forms
    small: Forms
    capitals: bool
    drafts: Forms
    documents: Forms
    generic: Forms
    optional: Forms
    court: Forms


class Committees(Table):
    """The committees that watch over treaties, and what they issue.

    Attributes:
        comments: nouns of general comments and recommendations.
        names: identifier of a committee to its names.
    """

    comments: Forms
    names: Mapping[str, Forms]


class Cases(Table):
    """Words of the short names of cases before treaty bodies ("Doe v. Elbonia").

    Attributes:
        against: what stands between the parties.
        others: what stands for further persons behind the first ("et al.").
        communications: nouns before the number of a case.
    """

    against: Forms
    others: Forms
    communications: Forms


class Notes(Table):
    """Words that tell what a note is to the text at its mark.

    Attributes:
        identified: nouns of texts, besides `titles.documents`, that a note may identify ("the working paper⁴").
        persons: words that begin like the nouns of documents and mean persons ("rapporteur").
        see: words that introduce the source of a statement.
        further: words that introduce further reading ("See also").
        plain: nouns that mean a text only where a note gives a symbol alone ("the agreement signed in May⁴").
        members: what stands for the noun of a list in its further members ("that of").
    """

    identified: Forms
    plain: Forms
    members: Forms
    persons: Forms
    see: Forms
    further: Forms


class ReferenceTable(Table):
    """The whole of `references.toml`.

    Attributes:
        language: ISO 639-1 code.
        noun_side: whether the noun precedes its number ("resolution 61/74") or follows it.
        present: what means the document itself.
        bodies: identifier of a body to its full names; `conventions` to the treaty whose parties it is.
        shorts: short name to the bodies it may mean.
        light: words that may come between a noun, a body and a number.
        ibid: words for "the same source".
    """

    language: Text
    noun_side: Side
    nouns: Nouns
    present: Words
    possessives: Possessives
    bodies: Mapping[str, Forms]
    shorts: Mapping[str, Forms]
    conventions: Mapping[str, Forms]
    links: Links
    dates: Dates
    joints: Joints
    light: Words
    lists: Lists
    numbers: Numbers
    pinpoints: Pinpoints
    series: Series
    ibid: Words
    anaphors: Anaphors
    heads: Heads
    titles: TitleShapes
    notes: Notes
    committees: Committees
    cases: Cases
    parts: Parts

    def problems(self) -> Iterator[Problem]:
        """A name means one body, and bodies are referred to by identifiers that `bodies` knows."""
        counts = Counter(form for forms in self.bodies.values() for form in forms)
        for body, forms in self.bodies.items():
            yield from ((("bodies", body), f"{form!r} is listed more than once") for form in forms if counts[form] > 1)
        for body in self.conventions.keys() - self.bodies.keys():
            yield ("conventions", body), "not a body of [bodies]"
        for short, bodies in self.shorts.items():
            yield from ((("shorts", short), f"{b!r} is not a body of [bodies]") for b in bodies if b not in self.bodies)
