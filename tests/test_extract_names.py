"""Titles of treaties and named instruments, found in flowing text of six languages."""

import csv
import re
import time
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.titles import Group, Titles, load_titles
from extract.model.errors import DataError
from extract.model.tables import read_table
from extract.registry.folding import Folding
from extract.registry.gazetteer import Gazetteer, find_names, gazetteer
from extract.registry.registry import Instrument, Registry, Treaty, load_registry

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SHARED = Path(__file__).parent.parent.parent / "shared"


def treaty(slug: str, **titles: tuple[str, ...]) -> Treaty:
    return Treaty(slug=slug, title=titles["en"][0], source="test", titles=titles)


def registry(*treaties: Treaty, instruments: tuple[Instrument, ...] = ()) -> Registry:
    return Registry({row.slug: row for row in treaties}, {row.slug: row for row in instruments}, {})


NPT = Treaty(
    slug="npt",
    title="Treaty on the Non-Proliferation of Nuclear Weapons",
    source="test",
    titles={
        "en": ("Treaty on the Non-Proliferation of Nuclear Weapons",),
        "fr": ("Traité sur la non-prolifération des armes nucléaires",),
        "es": ("Tratado sobre la No Proliferación de las Armas Nucleares",),
        "ru": ("Договор о нераспространении ядерного оружия",),
        "ar": ("معاهدة عدم انتشار الأسلحة النووية",),
        "zh": ("不扩散核武器条约",),
    },
    short={"en": ("Non-Proliferation Treaty", "NPT")},
)
REFUGEES = treaty(
    "refugees",
    en=("Convention relating to the Status of Refugees",),
    fr=("Convention relative au statut des réfugiés",),
    ru=("Конвенция о статусе беженцев",),
    ar=("الاتفاقية الخاصة بوضع اللاجئين",),
)
CHILD = treaty("crc", en=("Convention on the Rights of the Child",), zh=("儿童权利公约",))
SALE = Treaty(
    slug="crc-sale",
    title="Optional Protocol to the Convention on the Rights of the Child on the sale of children",
    source="test",
    parent="crc",
    role="protocol",
    titles={
        "en": ("Optional Protocol to the Convention on the Rights of the Child on the sale of children",),
        "zh": ("儿童权利公约关于买卖儿童问题的任择议定书",),
    },
)
AGENDA = Instrument(
    slug="agenda",
    title="2030 Agenda for Sustainable Development",
    target="A/RES/70/1",
    kind="resolution",
    source="test",
    titles={
        "en": ("2030 Agenda for Sustainable Development",),
        "fr": ("Programme de développement durable à l'horizon 2030",),
        "ru": ("Повестка дня в области устойчивого развития на период до 2030 года",),
        "zh": ("2030年可持续发展议程",),
    },
)
SMALL = registry(NPT, REFUGEES, CHILD, SALE, instruments=(AGENDA,))


def found(text: str, language: str, among: Registry = SMALL) -> list[tuple[str, str]]:
    hits = find_names(text, language=language, registry=among)
    return [(text[hit.start : hit.end], hit.entry.slug) for hit in hits]


@pytest.mark.parametrize(
    ("language", "text", "quote"),
    [
        (
            "en",
            "Urges all States to accede to the Treaty on the Non-proliferation of Nuclear Weapons,",
            "Treaty on the Non-proliferation of Nuclear Weapons",
        ),
        (
            "en",
            "the Treaty on Non-Proliferation of Nuclear Weapons",
            "Treaty on Non-Proliferation of Nuclear Weapons",
        ),
        ("fr", "l'universalité du Traité sur la Non-prolifération des armes nucléaires", None),
        ("es", "partes en el Tratado sobre la no proliferación de armas nucleares", None),
        ("es", "partes en el Tratado sobre la No Proliferación de las Armas Nucleares y", None),
        ("zh", "重申《不扩散核武器条约》缔约国的义务", "不扩散核武器条约"),
        ("zh", "不扩散核武器条约缔约国审议大会", "不扩散核武器条约"),
        ("ar", "وإذ تشير إلى أن معاهدة عدم انتشار الاسلحة النووية", "معاهدة عدم انتشار الاسلحة النووية"),
        ("ar", "الدول الأطراف في مُعاهدة عدم انتشار الأسلـحة النووية،", "مُعاهدة عدم انتشار الأسلـحة النووية"),
        ("ar", "ووفقا للمادة السادسة وبمعاهدة عدم انتشار الأسلحة النووية", "وبمعاهدة عدم انتشار الأسلحة النووية"),
    ],
)
def test_a_title_is_found_however_it_is_written(language: str, text: str, quote: str | None) -> None:
    hits = found(text, language)
    assert [slug for _, slug in hits] == ["npt"]
    assert quote is None or hits[0][0] == quote


@pytest.mark.parametrize("word", ["Договор", "Договора", "Договору", "Договором", "Договоре"])
def test_a_russian_title_is_found_in_every_case(word: str) -> None:
    quote = f"{word} о нераспространении ядерного оружия"
    assert found(f"подтверждая значение {quote},", "ru") == [(quote, "npt")]


@pytest.mark.parametrize("word", ["Повестка", "Повестки", "Повестку", "Повесткой", "Повестке"])
def test_a_russian_outcome_is_found_in_every_case_with_its_year(word: str) -> None:
    quote = f"{word} дня в области устойчивого развития на период до 2030 года"
    assert found(f"ссылаясь на {quote},", "ru") == [(quote, "agenda")]


def test_words_without_a_capital_are_no_title() -> None:
    assert found("any treaty on the non-proliferation of nuclear weapons", "en") == []
    assert found("entitled “treaty on the non-proliferation of nuclear weapons”", "en") != []


def test_an_acronym_is_found_as_a_whole_word_in_its_own_spelling_only() -> None:
    assert found("parties to the NPT,", "en") == [("NPT", "npt")]
    assert found("the npt, the Npt, NPTX and XNPT", "en") == []


def test_a_title_is_no_part_of_a_word() -> None:
    assert found("Convention on the Rights of the Childhood", "en") == []


def test_a_title_does_not_run_over_the_end_of_a_sentence() -> None:
    assert found("It welcomes the Treaty. On the Non-Proliferation of Nuclear Weapons it decides", "en") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the 1951 Convention relating to the Status of Refugees"),
        ("en", "the Convention of 28 July 1951 relating to the Status of Refugees"),
        ("fr", "la Convention de 1951 relative au statut des réfugiés"),
        ("fr", "à la Convention du 28 juillet 1951 relative au statut des réfugiés"),
        ("ru", "Конвенцией 1951 года о статусе беженцев"),
        ("ru", "в Конвенции от 28 июля 1951 года о статусе беженцев"),
        ("ar", "في اتفاقية عام 1951 الخاصة بوضع اللاجئين"),
        ("ar", "الاتفاقية المؤرخة 28 تموز/يوليه 1951 الخاصة بوضع اللاجئين"),
    ],
)
def test_a_date_set_into_a_title_does_not_hide_it(language: str, text: str) -> None:
    assert [slug for _, slug in found(text, language)] == ["refugees"]


def test_the_year_of_an_outcome_is_needed() -> None:
    assert found("Recalling the 2030 Agenda for Sustainable Development,", "en") == [
        ("2030 Agenda for Sustainable Development", "agenda")
    ]
    assert found("Recalling the Agenda for Sustainable Development,", "en") == []
    assert found("Recalling the 2040 Agenda for Sustainable Development,", "en") == []
    assert found("回顾《2030年可持续发展议程》", "zh") == [("2030年可持续发展议程", "agenda")]


def test_a_year_tells_two_outcomes_of_one_name() -> None:
    older, newer = (
        Instrument(slug=f"o{year}", title=f"Outcome of the {year} Summit", target=symbol, kind="resolution",
                   source="test", titles={"en": (f"Outcome of the {year} Summit",)})
        for year, symbol in (("1995", "A/RES/50/1"), ("2005", "A/RES/60/1"))
    )  # fmt: skip
    both = registry(instruments=(older, newer))
    assert found("the Outcome of the 2005 Summit", "en", both) == [("Outcome of the 2005 Summit", "o2005")]
    assert found("the Outcome of the Summit", "en", both) == []


def test_a_treaty_that_bears_a_year_is_found_without_it_but_not_with_another() -> None:
    labour = treaty("ilo", en=("Maritime Labour Standards Convention, 2006",))
    assert found("the Maritime Labour Standards Convention", "en", registry(labour)) != []
    assert found("the Maritime Labour Standards Convention, 1976,", "en", registry(labour)) == []


def test_a_title_inside_a_longer_one_says_where_it_stands() -> None:
    text = "and the Optional Protocol to the Convention on the Rights of the Child on the sale of children, and the NPT"
    hits = find_names(text, language="en", registry=SMALL)
    assert [(hit.entry.slug, hit.inside) for hit in hits] == [("crc-sale", None), ("crc", 0), ("npt", None)]
    hits = find_names("《〈儿童权利公约〉关于买卖儿童问题的任择议定书》", language="zh", registry=SMALL)
    assert [(hit.entry.slug, hit.inside) for hit in hits] == [("crc-sale", None), ("crc", 0)]


def test_a_protocol_thereto_belongs_to_the_treaty_before_it() -> None:
    assert found("the Convention on the Rights of the Child and the Optional Protocols thereto,", "en") == [
        ("Convention on the Rights of the Child", "crc"),
        ("Optional Protocols thereto", "crc-sale"),
    ]
    assert found("《儿童权利公约》及其任择议定书", "zh") == [("儿童权利公约", "crc"), ("其任择议定书", "crc-sale")]


def test_a_protocol_thereto_far_from_any_treaty_is_nothing() -> None:
    assert found("the Optional Protocols thereto", "en") == []
    joined = "which nearly all States of the world have joined by now"
    text = f"the Convention on the Rights of the Child, {joined}, and the Optional Protocols thereto"
    assert [slug for _, slug in found(text, "en")] == ["crc"]


def test_the_protocol_thereto_is_nothing_where_a_treaty_has_several() -> None:
    other = Treaty(slug="crc-war", title="x", source="test", parent="crc", role="protocol", titles={"en": ("x y z",)})
    several = registry(CHILD, SALE, other)
    one, many = (f"the Convention on the Rights of the Child and the Optional Protocol{s} thereto" for s in ("", "s"))
    assert [slug for _, slug in found(one, "en")] == ["crc", "crc-sale"]
    assert [slug for _, slug in found(one, "en", several)] == ["crc"]
    assert len(find_names(many, language="en", registry=several)[1].entries) == 2


def test_a_russian_title_in_the_singular_is_none_in_the_plural() -> None:
    pact = treaty("pact", en=("Pact",), ru=("Международный пакт о правах человека",))
    assert found("участники Международного пакта о правах человека", "ru", registry(pact)) != []
    assert found("участники Международных пактов о правах человека", "ru", registry(pact)) == []


def test_a_title_that_begins_with_an_article_needs_its_capital() -> None:
    future = treaty("future", en=("The future we want",), fr=("L'avenir que nous voulons",))
    assert found("entitled “The future we want”", "en", registry(future)) == [("The future we want", "future")]
    assert found("intitulé « L’avenir que nous voulons »", "fr", registry(future)) != []
    assert found("the future we want for all", "en", registry(future)) == []


def test_a_group_names_several() -> None:
    group = Group(forms=("Twin Conventions",), entries=("crc", "refugees", "lost"))
    titles = load_titles("en").model_copy(update={"group": (group,)})
    (hit,) = Gazetteer(SMALL, titles, language="en").find("the Twin Conventions")
    assert [entry.slug for entry in hit.entries] == ["crc", "refugees"]
    assert hit.short


def test_a_gazetteer_is_built_once() -> None:
    assert gazetteer(SMALL, language="en") is gazetteer(SMALL, language="en")


def test_a_language_without_lexicon_is_an_error() -> None:
    for language in ("xx", "../en", ""):
        with pytest.raises(DataError, match="no titles for language"):
            find_names("text", language=language, registry=SMALL)


def _problems(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_table(Titles, text, name="titles.toml")
    return [re.sub(r" \(line \d+\)", "", problem) for problem in caught.value.problems]


def test_every_problem_of_titles_is_named() -> None:
    found = _problems(
        'unit = "line"\nstem = 2\nfoo = 1\noptional = [3]\n[letters]\nab = "c"\n[[group]]\nforms = ["x"]\n'
    )
    assert {
        "unit: must be 'word' or 'character'",
        "optional[0]: must be a string, not an integer",
        "group[0].entries: missing key",
        "foo: unknown key",
        "dates: missing key",
    } < set(found)
    assert any(problem.startswith("letters.ab: ") for problem in found)


def test_patterns_of_titles_compile_and_dates_have_a_year() -> None:
    text = (files("extract.language") / "data/zh/titles.toml").read_text(encoding="utf-8")
    found = _problems(
        re.sub(r"^dates = \[.*?^\]$|^dates = .*$", 'dates = ["[{year}", "year"]', text, flags=re.MULTILINE | re.DOTALL)
    )
    assert len(found) == 2
    assert found[0].startswith("dates[0]: '[{year}' is not a regular expression: ")
    assert found[1] == "dates[1]: 'year' must contain {year} once"


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    text=st.text(
        alphabet=st.sampled_from(
            "Treaty on the NPT 2030 Договор конвенции الووب ة معاهدة 不扩散核条约《》.,'-’\n\x1f\x00"
        ),
        max_size=300,
    )
)
def test_spans_lie_in_the_text_and_nest(language: str, text: str) -> None:
    hits = find_names(text, language=language, registry=SMALL)
    for place, hit in enumerate(hits):
        assert 0 <= hit.start < hit.end <= len(text)
        if hit.inside is not None:
            outer = hits[hit.inside]
            assert hit.inside < place
            assert outer.start <= hit.start < hit.end <= outer.end
    alone = [hit for hit in hits if hit.inside is None]
    assert all(before.end <= after.start for before, after in pairwise(alone))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=200))
def test_folded_words_keep_their_places(language: str, text: str) -> None:
    folded = Folding(load_titles(language)).fold(text)
    places = list(zip(folded.starts, folded.ends, strict=True))
    assert len(places) == len(folded.words)
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit", ["و", "ال", "a", "1", "1951 ", "of ", "《", "条约", "Договора ", "Treaty on the ", "ـ", ". "]
)
def test_hostile_text_takes_no_long_time(language: str, unit: str) -> None:
    text = unit * (400_000 // len(unit))
    start = time.perf_counter()
    find_names(text, language=language, registry=SMALL)
    assert time.perf_counter() - start < 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_registered_title_is_found_where_it_stands(language: str) -> None:
    shipped = load_registry()
    lost = []
    entries: list[Treaty | Instrument] = [*shipped.treaties.values(), *shipped.instruments.values()]
    for entry in entries:
        for title in (*entry.titles.get(language, ()), *entry.short.get(language, ())):
            hits = find_names(title, language=language, registry=shipped)
            if not any(entry in hit.entries and hit.inside is None for hit in hits):
                lost.append((entry.slug, title))
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_names_what_the_registry_has(language: str) -> None:
    shipped = load_registry()
    known = {*shipped.treaties, *shipped.instruments}
    assert {slug for _, slugs in load_titles(language).groups for slug in slugs} <= known


def treaty_rows() -> list[Mapping[str, str]]:
    path = SHARED / "gold" / "treaties.tsv"
    if not path.exists():
        pytest.skip("needs ../shared: titles as official footnotes print them")
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines, delimiter="\t") if row["quality"] == "good"]


def test_titles_of_official_footnotes_lead_to_the_registered_treaty() -> None:
    shipped = load_registry()
    numbers = {(row.unts, language) for row in shipped.treaties.values() for language in row.titles}
    right: Counter[str] = Counter()
    read: Counter[str] = Counter()
    for row in treaty_rows():
        number, language = int(row["unts_no"]), row["language"]
        if (number, language) in numbers:
            hits = find_names(row["title"], language=language, registry=shipped)
            named = {entry.slug for hit in hits for entry in hit.entries if isinstance(entry, Treaty)}
            named_numbers = {member.unts for slug in named for member in shipped.family(slug)}
            right[language] += number in named_numbers
            read[language] += 1
    assert {
        language: right[language] / read[language] for language in read if right[language] < 0.95 * read[language]
    } == {}
