"""The governing verb: cases in six languages, the lexicons, hostile text, the hand-made gold where it is at hand."""

import json
import re
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.language.basis_finder import find_bases
from extract.language.script import load_script
from extract.language.verb_finder import find_verbs
from extract.language.verb_table import VerbTable
from extract.language.verbs import load_verbs
from extract.model.citation import BASES, RELATIONS
from extract.model.errors import DataError
from extract.model.tables import read_table
from extract.resolve.governing import Clauses, Governing
from extract.scoring.relation_names import said

ROOT = Path(__file__).parent.parent
LEXICONS = sorted((ROOT / "extract/language/data").glob("*/verbs.toml"))
LANGUAGES = [path.parent.name for path in LEXICONS]
OFFICIAL = [language for language in LANGUAGES if language != "de"]
"""Languages that hand-made gold exists for."""
CASES = tomllib.loads((ROOT / "tests/cases/verbs.toml").read_text(encoding="utf-8"))["case"]
GOLD = ROOT.parent / "shared/gold"


def judged(text: str, start: int, end: int, language: str, inherited: Governing | None = None) -> Governing:
    return Clauses.of(text, load_verbs(language)).governing(start, end, inherited=inherited)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_governing_verb_is(case: dict[str, str]) -> None:
    before, rest = case["text"].split("⟦")
    quote, after = rest.split("⟧")
    inherited = None
    if "chapeau" in case:
        inherited = judged(case["chapeau"], len(case["chapeau"]), len(case["chapeau"]), case["language"])
    found = judged(before + quote + after, len(before), len(before + quote), case["language"], inherited)
    assert (found.relation, found.verb) == (case["relation"], case.get("verb"))
    assert found.basis == case.get("basis", "object" if found.verb else None)


def test_every_language_of_the_united_nations_has_cases_and_a_lexicon() -> None:
    assert LANGUAGES == ["ar", "de", "en", "es", "fr", "ru", "zh"]
    assert {case["language"] for case in CASES} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_at_the_head_of_a_paragraph_with_its_relation(language: str) -> None:
    data = tomllib.loads((ROOT / f"extract/language/data/{language}/verbs.toml").read_text(encoding="utf-8"))
    rows = [
        (form, rel)
        for table in ("participle", "finite", "bare", "leading")
        for rel, fs in data[table].items()
        for form in fs
    ]
    assert len(rows) > 100
    for number in ("", "12. "):
        lost = []
        for form, relation in rows:
            space = " " if load_script(language).spaced else ""
            written = number + form.replace(" ", space) + space + "61/74"
            leading = [verb for verb in find_verbs(written, load_verbs(language)) if verb.role == "leading"]
            lost += [] if leading and leading[0].relation == relation else [form]
        assert lost == []


@pytest.mark.parametrize("language", ["xx", "", "EN", "../en", "e" * 5000])
def test_a_language_without_a_lexicon_is_an_error(language: str) -> None:
    with pytest.raises(DataError):
        load_verbs(language)


def _problems(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read_table(VerbTable, text, name="verbs.toml")
    return [re.sub(r" \(line \d+\)", "", problem) for problem in caught.value.problems]


def test_broken_verbs_list_all_their_problems() -> None:
    text = (ROOT / "extract/language/data/en/verbs.toml").read_text(encoding="utf-8")
    broken = text.replace('language = "en"', 'language = "en"\nmood = 1')
    broken = broken.replace("[basis]", '[basis]\nwithin = ["within"]')
    broken = broken.replace('urges = ["urging"]', 'urges = "urging"\nshouts = ["shouting"]').replace(
        "clitics = []\n", ""
    )
    found = _problems(broken)
    assert {
        "lists.clitics: missing key",
        "mood: unknown key",
        "participle.urges: must be a list, not a string",
    } < set(found)
    assert len(found) == 5
    assert any(problem.startswith("basis.within: must be ") for problem in found)
    assert any(problem.startswith("participle.shouts: must be ") for problem in found)


def test_forms_that_contradict_one_another_are_named_together() -> None:
    text = (ROOT / "extract/language/data/en/verbs.toml").read_text(encoding="utf-8")
    text = text.replace('urges = ["urging"]', 'urges = ["inviting"]').replace('["invites"', '[" invites"')
    assert _problems(text) == [
        "participle.urges: 'inviting' is listed under 'invites' as well",
        "finite.invites: ' invites' is empty or has outer spaces",
    ]


def pieces(language: str) -> list[str]:
    data = tomllib.loads((ROOT / f"extract/language/data/{language}/verbs.toml").read_text(encoding="utf-8"))
    words = [form for forms in data["lists"].values() for form in forms]
    words += [
        form for table in ("participle", "finite", "basis", "postposed") for fs in data[table].values() for form in fs
    ]
    return [*words, " ", ", ", "，", "،", ". ", "1. ", "(a) ", "第61/74号决议", "resolution 61/74", "\n", "'", "-"]


@settings(deadline=None)  # speed has a test of its own, and machines are shared
@given(st.sampled_from(LANGUAGES).flatmap(lambda one: st.tuples(st.just(one), st.lists(st.sampled_from(pieces(one))))))
def test_spans_hold_what_they_say_and_stand_in_order(drawn: tuple[str, list[str]]) -> None:
    language, words = drawn
    text = "".join(words)
    lexicon = load_verbs(language)
    verbs, bases = find_verbs(text, lexicon), find_bases(text, lexicon)
    clauses = Clauses(text, lexicon, verbs, bases)
    assert all(text[verb.start : verb.end] == verb.text for verb in verbs)
    assert all(verb.text for verb in verbs)
    assert [verb.reach for verb in verbs] == sorted(verb.reach for verb in verbs)
    assert [phrase.end for phrase in bases] == sorted(phrase.end for phrase in bases)
    for at in range(len(text)):
        found = clauses.governing(at, at + 1)
        assert found.relation in RELATIONS
        assert (found.basis in BASES) is (found.verb is not None)
        assert found.verb is None or found.verb in text


@settings(deadline=None)  # speed has a test of its own, and machines are shared
@given(st.sampled_from(LANGUAGES), st.text())
def test_any_text_is_judged(language: str, text: str) -> None:
    found = judged(text, len(text), len(text), language)
    assert found.relation in RELATIONS


@settings(deadline=None)  # speed has a test of its own, and machines are shared
@given(st.sampled_from(CASES), st.sampled_from(["\N{NO-BREAK SPACE}", "\n", "  "]))
def test_the_kind_of_blank_does_not_matter(case: dict[str, str], blank: str) -> None:
    before, rest = case["text"].replace(" ", blank).split("⟦")
    quote, after = rest.split("⟧")
    if "chapeau" not in case:
        found = judged(before + quote + after, len(before), len(before + quote), case["language"])
        assert found.relation == case["relation"]


def test_inherited_is_what_is_left_where_no_verb_governs() -> None:
    above = Governing("urges", "Urges", "object")
    assert judged("the Lakes Convention", 4, 20, "en", above) == above
    assert judged("the Lakes Convention", 4, 20, "en") == Governing("other", None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        " and",
        ", ",
        "recalling also ",
        "strongly ",
        "对表示遗憾，",
        "再次",
        " و",
        "و",
        ", pursuant to 1",
        "takes its ",
        "(a) ",
    ],
)
def test_hostile_repetition_takes_linear_time(language: str, piece: str) -> None:
    lexicon = load_verbs(language)

    def spent(length: int) -> float:
        text = piece * (length // len(piece))
        begun = time.process_time()
        clauses = Clauses.of(text, lexicon)
        for at in range(0, len(text), 100):
            clauses.governing(at, at + 1)
        return time.process_time() - begun

    spent(100)  # what is compiled when first used
    assert spent(50_000) <= 12 * spent(5_000) + 0.2  # quadratic time is a hundredfold; so short a time is noise


def hand_rows() -> Iterator[tuple[dict[str, Any], list[str]]]:
    folders = [GOLD.parent / "corpus/txt", GOLD.parent / "corpus/unsc-1946-1994"]
    for path in sorted((GOLD / "hand").glob("dev.*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            place = row["paragraph"].rpartition("/")[2]
            files = [folders[0] / row["language"] / row["file"], folders[1] / row["file"]]
            file = next((file for file in files if file.exists()), None)
            if file and row["verb"] and place[:2] in {"pp", "op"}:
                blocks = regex.split(r"\n\s*\n", file.read_text(encoding="utf-8"))
                yield row, [" ".join(block.split()) for block in blocks]


@pytest.mark.skipif(not GOLD.exists(), reason="the hand-made gold (../shared/gold) is not at hand")
def test_hand_made_gold_agrees_in_every_language() -> None:
    agreed: Counter[str] = Counter()
    judged_rows: Counter[str] = Counter()
    for row, paragraphs in hand_rows():
        quote, verb = " ".join(row["quote"].split()), " ".join(row["verb"].split()).lower()
        places = [text for text in paragraphs if quote in text and verb in text.lower() and not text[:1].isspace()]
        if not places or verb in quote.lower():
            continue  # the verb stands in the paragraph above, or the annotator quoted it
        start = places[0].index(quote)
        found = judged(places[0], start, start + len(quote), row["language"])
        judged_rows[row["language"]] += 1
        agreed[row["language"]] += row["relation"] in said(found.relation, found.basis or "")
    assert all(judged_rows[language] > 50 for language in OFFICIAL)
    assert {one: agreed[one] / judged_rows[one] for one in OFFICIAL if agreed[one] < 0.95 * judged_rows[one]} == {}


COARSE = {  # the gold's coarse relation to those of the contract that it may stand for
    "recalls": {"recalls"},
    "reaffirms": {
        "reaffirms",
        "reiterates",
        "affirms",
        "expresses-appreciation",
        "supports",
        "requests",
        "calls-upon",
        "invites",
        "demands",
        "states",
    },
    "takes-note": {"takes-note", "notes"},
    "notes": {"notes"},
    "welcomes": {
        "welcomes",
        "notes",
        "takes-note",
        "expresses-appreciation",
        "recognizes",
        "commends",
        "supports",
        "endorses",
        "approves",
        "looks-forward",
        "other",
    },
    "recognizes": {"recognizes"},
    "emphasizes": {"stresses"},
    "bearing-in-mind": {"bears-in-mind", "recognizes", "considers", "aware"},
    "guided-by": {"guided-by"},
    "expresses-concern": {"expresses-concern", "condemns", "notes", "takes-note", "recalls", "regrets", "other"},
    "having-considered": {"considers"},
    "operative": {
        "requests",
        "calls-upon",
        "urges",
        "decides",
        "encourages",
        "invites",
        "demands",
        "approves",
        "adopts",
        "determines",
        "states",
        "reminds",
        "supports",
        "other",
    },
    "pursuant-to": {"pursuant"},
}


@pytest.mark.skipif(
    not GOLD.exists(), reason="the leading verbs of the official texts (../shared/gold) are not at hand"
)
def test_leading_verbs_of_the_official_texts_are_known() -> None:
    known: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in (GOLD / "lead_verbs.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        language, _, verb, count, coarse = line.split("\t")
        if coarse not in COARSE:
            continue
        blank = "" if language == "zh" else " "
        leading = [one for one in find_verbs(verb.strip() + blank, load_verbs(language)) if one.role == "leading"]
        total[language] += int(count)
        known[language] += int(count) * bool(leading and leading[0].relation in COARSE[coarse])
    assert {one: known[one] / total[one] for one in LANGUAGES if known[one] < 0.985 * total[one]} == {}
