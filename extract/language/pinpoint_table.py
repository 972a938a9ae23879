"""Sections of `references.toml` about parts of a text: pinpoints, their units, and the *Treaty Series*."""

from extract.model.tables import Table, Texts

Forms = tuple[str, ...]
"""Words of one meaning; an empty form says that the meaning needs no word."""


class Pinpoints(Table):
    """Words of references to parts of a text.

    Attributes:
        articles: the unit of treaties.
        units, units_after: units that precede and follow their number.
        alone: units that need no number.
        within: units that only continue another pinpoint.
        ordinals: numbers as words.
        of: what links a part to the whole.
        especially: words between a text and its part of most interest.
        thereof: words that make a part one of the text named before ("thereof").
        whole_precedes: whether the whole always precedes its part.
        free_after: what may precede a part where no noun before it is the whole.
        regions: words before a numbered part that say where in the text it is ("operative").
        possessive, attached: words between the whole and its part ("contained in").
        about: words after the whole that begin its subject, which ends with a possessive.
        joints, joints_alone: words between numbers that precede their unit, and after a unit that needs no number.
        entitled, titled_units: words before and after the title of a part.
        lettered_units, marked_units: units after a capital letter and after a letter in brackets.
    """

    articles: Forms
    units: Forms
    alone: Forms
    units_after: Forms
    within: Forms
    ordinals: Forms
    of: Forms
    especially: Forms
    thereof: Forms
    whole_precedes: bool
    free_after: Forms
    regions: Forms
    possessive: Forms
    attached: Forms
    about: Forms
    joints: Forms
    joints_alone: Forms
    entitled: Forms
    titled_units: Forms
    lettered_units: Forms
    marked_units: Forms


class Parts(Table):
    """Units of pinpoints by kind.

    Attributes:
        after: whether a unit may follow its number.
        preamble: words that make a paragraph one of the preamble, or name the preamble itself.
        ordinals: numbers as words: the forms of the first, of the second, and so on.
    """

    after: bool
    article: Forms
    paragraph: Forms
    section: Forms
    chapter: Forms
    annex: Forms
    part: Forms
    volume: Forms
    action: Forms
    appendix: Forms
    decision: Forms
    principle: Forms
    regulation: Forms
    rule: Forms
    preamble: Forms
    ordinals: tuple[Forms, ...]

    def of(self, unit: str) -> Forms:
        """The forms of a unit, by the name of its key."""
        forms: Forms = getattr(self, unit)
        return forms


class Series(Table):
    """Words of references to the *Treaty Series*.

    Attributes:
        names: of the series; `league` those of the League of Nations.
        volume, number: words with the number of a volume and of a registration.
        after: whether those words follow their number.
        supplement, corrected: words for a supplement of official records and for a corrected text.
    """

    names: Texts
    league: Forms
    volume: Texts
    number: Texts
    after: bool
    supplement: Forms
    corrected: Forms
