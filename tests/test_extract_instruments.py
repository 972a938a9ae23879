"""The named instruments that ship: what they are, what they are called, and that nothing generic is among them."""

from collections import Counter
from pathlib import Path

import pytest
import regex

from extract.reading.plain.document import read_plain
from extract.registry.gazetteer import find_names
from extract.registry.registry import Instrument, load_registry
from extract.symbols.symbol import parse

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
TXT = Path(__file__).parent.parent.parent / "shared" / "corpus" / "txt"


def instruments() -> tuple[Instrument, ...]:
    return tuple(load_registry().instruments.values())


@pytest.mark.parametrize(
    ("language", "name", "target", "pinpoint"),
    [
        ("en", "Universal Declaration of Human Rights", "A/RES/217A(III)", None),
        ("zh", "《世界人权宣言》", "A/RES/217A(III)", None),
        ("ru", "Всеобщей декларации прав человека", "A/RES/217A(III)", None),
        ("ar", "للإعلان العالمي لحقوق الإنسان", "A/RES/217A(III)", None),
        ("es", "Agenda 2030 para el Desarrollo Sostenible", "A/RES/70/1", None),
        ("fr", "Programme de développement durable à l’horizon 2030", "A/RES/70/1", None),
        ("ru", "Повесткой дня в области устойчивого развития на период до 2030 года", "A/RES/70/1", None),
        ("en", "2005 World Summit Outcome", "A/RES/60/1", None),
        ("en", "Final Document of the Tenth Special Session", "A/RES/S-10/2", None),
        ("zh", "《给予殖民地国家和人民独立宣言》", "A/RES/1514(XV)", None),
        ("en", "Vienna Declaration and Programme of Action", "A/CONF.157/24(PartI)", "chap. III"),
        ("es", "Programa 21", "A/CONF.151/26/Rev.1(Vol.I)", "resolution 1, annex II"),
        ("ar", "إطار سِنداي للحد من مخاطر الكوارث للفترة 2015-2030", "A/RES/69/283", "annex II"),
        ("en", "Global Compact on Refugees", "A/73/12(PartII)", None),
        ("zh", "不扩散核武器条约缔约国2010年审议大会的《最后文件》", "NPT/CONF.2010/50(Vol.I)", None),
        ("fr", "Règles Nelson Mandela", "A/RES/70/175", "annex"),
    ],
)  # fmt: skip
def test_a_named_instrument_is_the_document_that_it_is(
    language: str, name: str, target: str, pinpoint: str | None
) -> None:
    hit, *_ = find_names(name, language=language, registry=load_registry())
    assert isinstance(hit.entry, Instrument)
    assert (hit.entry.target, hit.entry.pinpoint, hit.inside) == (target, pinpoint, None)


def test_there_are_many() -> None:
    assert len(instruments()) > 250


def test_targets_are_symbols_in_canonical_form_and_of_their_kind() -> None:
    for instrument in instruments():
        for symbol in (instrument.target, *instrument.alternatives):
            assert str(parse(symbol)) == symbol
        resolution = "/RES/" in instrument.target
        assert (instrument.kind == "resolution") == resolution, instrument.slug
        assert instrument.kind in {"resolution", "conference-document", "document"}


def test_titles_are_in_the_six_languages_only() -> None:
    for instrument in instruments():
        assert {*instrument.titles, *instrument.short} <= {*LANGUAGES}
        assert "en" in instrument.titles


def test_most_have_titles_in_every_language() -> None:
    full = Counter(language for instrument in instruments() for language in instrument.titles)
    assert all(full[language] > 0.6 * len(instruments()) for language in LANGUAGES), full


def test_titles_are_in_the_script_of_their_language() -> None:
    scripts = {"ar": r"\p{Arabic}", "ru": r"\p{Cyrillic}", "zh": r"\p{Han}"}
    for instrument in instruments():
        for language, titles in (*instrument.titles.items(), *instrument.short.items()):
            for title in titles:
                assert regex.search(scripts.get(language, r"\p{Latin}"), title), (instrument.slug, title)


@pytest.mark.parametrize("name", ["Declaration", "Programme of Action", "Plan of Action", "Agenda", "Final Document"])
def test_a_generic_short_name_means_nothing(name: str) -> None:
    assert find_names(f"the {name},", language="en", registry=load_registry()) == ()


def test_a_session_agrees_with_the_year_of_adoption() -> None:
    numbered = regex.compile(r"A/RES/(\d+)/\d+[A-Z]?")
    for instrument in instruments():
        match = numbered.fullmatch(instrument.target)
        if match and instrument.date:
            session, year = int(match[1]), int(instrument.date[:4])
            assert year - 1945 - session in {0, 1}, instrument.slug


def test_every_instrument_says_where_its_fact_comes_from() -> None:
    shape = regex.compile(r"official footnote of [AS]/RES/\S+|general knowledge: the name under which \S+ is known")
    assert all(shape.fullmatch(instrument.source) for instrument in instruments())


def test_footnotes_named_as_sources_stand_in_the_corpus() -> None:
    if not TXT.is_dir():
        pytest.skip("needs ../shared: the texts whose footnotes are the sources")
    prefix = "official footnote of "
    sources = {row.source.removeprefix(prefix) for row in instruments() if row.source.startswith(prefix)}
    names = {path.name.partition(".")[0] for path in (TXT / "en").iterdir()}
    forms = {source: regex.sub(r"[/(]", "_", source).rstrip(")") for source in sources}
    assert {source for source, form in forms.items() if form not in names} == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_language_versions_name_the_same_instruments(language: str) -> None:
    if not TXT.is_dir():
        pytest.skip("needs ../shared: the language versions of real resolutions")
    registry = load_registry()
    both = only = 0
    for path in sorted((TXT / "en").glob("A_RES_75_1*.clean.txt")):
        other = TXT / language / path.name.replace(".en.", f".{language}.")
        if other.exists():
            here, there = (
                {
                    entry.slug
                    for block in read_plain(text.read_bytes(), file=text.name).blocks
                    for hit in find_names(block.text, language=tongue, registry=registry)
                    for entry in hit.entries
                    if isinstance(entry, Instrument)
                }
                for text, tongue in ((path, "en"), (other, language))
            )
            both += len(here & there)
            only += len(here ^ there)
    assert both > 9 * only, (both, only)
