"""Keys to IRIs and back."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.rdf import vocabulary as v
from graph.rdf.iri import (
    clean,
    digest,
    expression_iri,
    file_iri,
    organ_iri,
    paragraph_iri,
    work_iri,
    work_key,
    work_url,
)

NASTY = (
    "A/RES/62/37",
    "S/RES/1718(2006)",
    "A/RES/217A(III)",
    "A/RES/31/6A-B",
    "A/RES/S-10/2",
    "A/RES/ES-11/1",
    "NPT/CONF.1995/32(PartI)",
    "NPT/CONF.1995/32(PartI)/Corr.2",
    "A/CONF.151/26/Rev.1(Vol.I)",
    "A/74/976-S/2020/773",
    "ICCD/COP(14)/23/Add.1",
    "INFCIRC/540(Corrected)",
    "GC(60)/RES/10",
    "1/CP.21",
    "S/RES/1718 (2006)",
    "A/RES/62/37#op1",
    "A/RES/62/37?x=1&y=2",
    "A/RES/62/37%20",
    "../../etc/passwd",
    "//example.org/x",
    "https://example.org/",
    "zh/A/RES/62/37",
    "fr",
    'a<b>c"d{e}f|g\\h^i`j',
    "line\nbreak\ttab",
    "第62/37号决议",
    "قرار",
    "treaty:npt",
    "treaty:",
    "treaty:a/b#c d",
    "file:my file [1].txt",
    "file:../x",
    "\x00\x01",
    ".",
    "A.",
)  # fmt: skip
DEVELOPMENT_SET = Path(__file__).parents[2] / "shared" / "gold" / "dev.jsonl"


@pytest.mark.parametrize("key", NASTY)
def test_a_nasty_key_survives_its_iri(key: str) -> None:
    assert work_key(work_iri(key)) == key
    assert ox.NamedNode(work_iri(key)).value == work_iri(key)


@given(st.text(st.characters(), min_size=1))
def test_any_key_survives_its_iri_as_far_as_text_files_can_hold_it(key: str) -> None:
    assert work_key(work_iri(key)) == clean(key)


@given(st.text(st.characters(), min_size=1), st.text(st.characters(), min_size=1))
def test_two_keys_never_share_an_iri(one: str, other: str) -> None:
    assert (work_iri(one) == work_iri(other)) == (clean(one) == clean(other))


@given(
    st.text(min_size=1), st.sampled_from(["zh", "en", "pt-BR", None, "no language", ""]), st.text(), st.text(min_size=1)
)
def test_no_expression_and_no_paragraph_is_taken_for_a_work(key: str, language: str, label: str, other: str) -> None:
    expression = expression_iri(key, language)
    assert work_key(expression) is None
    assert expression != work_iri(other)
    assert work_key(paragraph_iri(expression, label)) is None
    assert ox.NamedNode(paragraph_iri(expression, label)).value.startswith(expression)


def test_every_target_of_the_development_set_survives() -> None:
    if not DEVELOPMENT_SET.exists():
        pytest.skip("the development set is not part of the repository")
    with DEVELOPMENT_SET.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    keys = {row["doc"] for row in rows} | {mention["target"] for row in rows for mention in row["mentions"]}
    assert len(keys) > 1000
    assert {work_key(work_iri(key)) for key in keys} == keys
    assert len({work_iri(key) for key in keys}) == len(keys)


def test_a_symbol_is_addressed_where_the_united_nations_shows_it() -> None:
    assert work_iri("S/RES/1718(2006)") == "https://undocs.org/S/RES/1718(2006)"
    assert expression_iri("A/RES/62/37", "zh") == "https://undocs.org/zh/A/RES/62/37"
    assert work_url("A/RES/62/37") == "https://undocs.org/A/RES/62/37"


def test_what_has_no_sure_address_has_none() -> None:
    assert work_url("treaty:npt") == ""
    assert work_url("file:draft.txt") == ""


def test_other_nodes_have_plain_names() -> None:
    assert work_iri("treaty:npt") == v.TREATY + "npt"
    assert organ_iri("General Assembly") == v.ORGAN + "general-assembly"
    assert file_iri("a.txt", "ab") == v.FILE + "ab"
    assert file_iri("a.txt", None) == v.FILE + "name:a.txt"
    assert paragraph_iri("https://undocs.org/zh/A/RES/62/37", "op13(a)") == "https://undocs.org/zh/A/RES/62/37#op13(a)"


def test_a_foreign_iri_is_no_work() -> None:
    assert work_key("https://example.org/A/RES/62/37") is None
    assert work_key(v.CITATION + "abc") is None


def test_lone_surrogates_become_the_replacement_character() -> None:
    assert clean("a\ud800b") == "a\ufffdb"
    assert clean("\ud83d\ude00") == "\U0001f600"


def test_the_hash_tells_apart_what_joined_text_would_not() -> None:
    assert digest("a", "bc") != digest("ab", "c")
    assert digest("a", None) != digest("a", "None")
    assert digest("a", 1) == digest("a", 1)


def test_a_hash_is_that_of_the_text_as_the_graph_has_it() -> None:
    assert digest("e\u0301", None, 3) == digest("\xe9", None, 3)
    assert digest("e") != digest("\xe9")
