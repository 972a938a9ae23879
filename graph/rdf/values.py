"""What the values of each property are: nodes, whole numbers, dates or texts."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from graph.rdf import vocabulary as v

LINKS: Final = (
    v.CITES, *v.RELATION_PROPERTIES.values(), v.HAS_CITING, v.HAS_CITED, v.CHARACTERISED, v.HAS_BODY, v.HAS_TARGET,
    v.MOTIVATION, v.RELATION, v.BASIS,
    v.CERTAINTY, v.EXPECTED_KIND, v.LINKED, v.VOTED, *v.VOTE_STATES.values(), v.SPONSOR, v.DRAFT,
    v.CONTINUES, v.SUPERSEDED_BY, v.SAME_DOCUMENT, v.HAS_SOURCE, v.HAS_SELECTOR, v.DERIVED_FROM, v.IS_PART_OF,
    v.SOURCE, v.ABOUT, v.PASSED_BY, v.DATE_OF, v.REALIZES, v.REALIZED_BY, v.IN_SCHEME, v.TOP_CONCEPT_OF,
    v.HAS_TOP_CONCEPT, v.DOCUMENT_TYPE, v.PART_OF_ORGAN, v.FORMAT, v.SAME_AS, v.SUBPROPERTY, v.SEE_ALSO,
    v.ROLE,
)  # fmt: skip
"""Properties that lead to a node, each with a local name that no other of these lists has."""

WHOLE_NUMBERS: Final = (
    v.NUMBER, v.STRENGTH, v.PAGE, v.UNTS_NUMBER, v.UNTS_VOLUME, v.UNTS_PART, *v.VOTE_COUNTS.values(), v.START,
    v.END, v.SESSION_NUMBER, *v.PART_NUMBERS.values(),
)  # fmt: skip
"""Properties whose values are whole numbers."""

PRECISIONS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys((v.DATE, v.CITED_ON, v.ADOPTED_ON, v.OPENED_ON, v.IN_FORCE_FROM), v.XSD + "date")
    | {v.STATED_DATE: v.XSD + "date", v.STATED_MONTH: v.XSD + "gYearMonth", v.STATED_YEAR: v.XSD + "gYear"}
)
"""Properties whose values are dates to their datatype, which says how far the date is known."""

TEXTS: Final = (
    v.M49, v.ISO_2, v.ISO_3, v.STANCE, v.VERB, v.CALLED, v.LABEL, v.PINPOINT, *v.PART_PROPERTIES.values(), v.VIA,
    v.NOTE, v.SOURCE_NOTE, v.REASON, v.REGISTERED, v.INVENTED, v.CANNOT_EXIST, v.PLACE, v.DEPOSITARY, v.RECORD,
    v.CHECK_STATE, v.SESSION, v.MEETING, v.AGENDA_ITEM, v.FILE_NAME, v.SHA256, v.PREFIX, v.EXACT, v.SUFFIX,
    v.IDENTIFIER, v.TITLE, v.ALTERNATIVE, v.LANGUAGE, v.TIME_SPAN, v.UNNUMBERED, v.DESCRIPTION, v.NAME, v.NOTATION,
    v.PREF_LABEL, v.RIGHTS,
)  # fmt: skip
"""Properties whose values are texts, or true and false."""
