"""The words of the named queries: every language has them for every query, parameter and column."""

import pytest
from rdflib.plugins.sparql import prepareQuery

from extract.model.errors import DataError
from graph.pages.parts.strings import languages
from graph.query.named import named_queries
from graph.query.words import load_words, parse_words
from graph.rdf.vocabulary import PREFIXES


def test_every_language_of_the_pages_has_words_for_every_query() -> None:
    assert list(load_words()) == [each.code for each in languages()]
    queries = named_queries()
    described = {each.description for query in queries.values() for each in query.parameters}
    for code, words in load_words().items():
        assert (code, set(words.titles), set(words.questions)) == (code, set(queries), set(queries))
        assert (code, set(words.parameters)) == (code, described)


def test_every_column_has_a_heading_in_every_language() -> None:
    asked = [prepareQuery(query.text, initNs=dict(PREFIXES)) for query in named_queries().values()]
    columns = {str(variable) for each in asked for variable in each.algebra["PV"]}
    for code, words in load_words().items():
        assert (code, set(words.columns)) == (code, columns)


def test_a_file_of_words_names_all_its_problems() -> None:
    with pytest.raises(DataError) as caught:
        parse_words({"colums": {}, "columns": {"a": 1}, "queries": {"b": {"title": "B"}}}, file="xx")
    assert len(caught.value.problems) == 3
