"""Evaluation: what counts as found, as right, as wrong, and what counts neither way."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model.errors import DataError
from extract.scoring.evaluate import evaluate
from extract.scoring.gold import document_key, load_rows, target_key, target_of
from extract.scoring.score import Evaluation, Score

TOTAL = ("total", "all")


def row(target: str | None, *, file: str = "A_RES_1_1.en.txt", **said: Any) -> dict[str, Any]:  # noqa: ANN401  # a row
    fresh = {
        "doc": "A/RES/1/1",
        "file": file,
        "language": "en",
        "target": target,
        "kind": "resolution",
        "paragraph": "pp1",
    }
    return {**fresh, "relation": "recalls", **said}


def counts(outcome: Evaluation, group: tuple[str, str] = TOTAL) -> tuple[int, int, int, int]:
    score = outcome.scores[group]
    return score.required, score.found, score.predicted, score.right


def test_a_target_counts_once_however_often_it_is_cited() -> None:
    gold = [row("A/RES/61/74"), row("A/RES/61/74", paragraph="op1"), row("S/RES/1540(2004)")]
    outcome = evaluate(gold, [row("A/RES/61/74"), row("A/RES/61/74", paragraph="op1"), row("A/RES/9/9")])
    assert counts(outcome) == (2, 1, 2, 1)
    assert outcome.missed == [("A_RES_1_1.en.txt", "S/RES/1540(2004)")]
    assert outcome.wrong == [("A_RES_1_1.en.txt", "A/RES/9/9")]


def test_what_gold_has_as_optional_counts_neither_way() -> None:
    outcome = evaluate(
        [row("A/RES/61/74"), row("A/RES/61/75", required=False)], [row("A/RES/61/74"), row("A/RES/61/75")]
    )
    assert counts(outcome) == (1, 1, 1, 1)


def test_where_gold_covers_some_paragraphs_nothing_is_wrong() -> None:
    outcome = evaluate([row("A/RES/61/74", covers="pp1-pp3")], [row("A/RES/61/74"), row("A/RES/9/9")])
    assert counts(outcome) == (1, 1, 1, 1)


def test_alternative_targets_are_right_as_well() -> None:
    gold = [row("A/54/42", alt_targets=["A/54/42(SUPP)", "A/54/43"])]
    assert counts(evaluate(gold, [row("A/54/43")])) == (1, 1, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "leniently", "strictly"),
    [
        ("A/RES/61/74", "a/res/61/74", True, True),
        ("A/RES/217A(III)", "A/RES/217(III)", True, False),
        ("A/RES/46/36L", "A/RES/46/36", True, False),
        ("NPT/CONF.1995/32(PartI)", "NPT/CONF.1995/32", True, False),
        ("A/67/828-S/2013/210", "A/67/828", True, False),
        ("A/69/53/Add.1", "A/69/53", False, False),
        ("S/RES/1540(2004)", "S/RES/1541(2004)", False, False),
        ("treaty:npt", "treaty:NPT", True, True),
        ("treaty:npt", "treaty:ctbt", False, False),
    ],
)
def test_targets_are_compared_leniently_or_strictly(one: str, other: str, leniently: bool, strictly: bool) -> None:  # noqa: FBT001  # a table of cases
    assert (target_key(one, strict=False) == target_key(other, strict=False)) is leniently
    assert (target_key(one, strict=True) == target_key(other, strict=True)) is strictly


def test_treaties_are_the_same_by_number_or_by_title() -> None:
    npt = row("treaty:npt", unts=10485, title_en="Treaty on the Non-Proliferation of Nuclear Weapons")
    by_number, by_title, other = (
        row("treaty:x", unts=10485), row("treaty:y", title="Treaty on Non-Proliferation of Nuclear Weapons"),
        row("treaty:z", unts=20378, title="Treaty on the Non-Proliferation of Nuclear Weapons"),
    )  # fmt: skip
    target = target_of(npt, strict=False)
    assert target is not None
    for candidate, same in ((by_number, True), (by_title, True), (other, False)):
        found = target_of(candidate, strict=False)
        assert found is not None
        assert target.same(found) is same


def test_relations_are_right_where_paragraph_and_target_agree() -> None:
    gold = [row("A/RES/61/74"), row("A/RES/61/75", relation="reaffirms")]
    outcome = evaluate(gold, [row("A/RES/61/74"), row("A/RES/61/75")])
    assert counts(outcome, ("relation", "recalls")) == (1, 1, 2, 1)
    assert counts(outcome, ("relation", "reaffirms")) == (1, 0, 0, 0)
    assert (outcome.shares["relation"].agree, outcome.shares["relation"].of) == (1, 2)


def test_a_gold_standard_with_one_field_is_met_by_the_act_or_the_basis() -> None:
    gold = [row("A/RES/61/74", relation="pursuant"), row("A/RES/61/75", relation="other")]
    found = [
        row("A/RES/61/74", relation="requests", basis="pursuant"),
        row("A/RES/61/75", relation="demands", basis="object"),
    ]
    outcome = evaluate(gold, found)
    assert (outcome.shares["relation"].agree, outcome.shares["relation"].of) == (2, 2)
    outcome = evaluate(gold, [row("A/RES/61/74", relation="requests", basis="object"), row("A/RES/61/75")])
    assert (outcome.shares["relation"].agree, outcome.shares["relation"].of) == (0, 2)


def test_pinpoints_and_dates_are_looked_for_at_their_place() -> None:
    gold = [row("A/RES/61/74", pinpoint="paragraph 4", date="2006-12-06"), row("A/RES/61/75", pinpoint="annex")]
    outcome = evaluate(gold, [row("A/RES/61/74", pinpoint="paragraph\n4", date="2006-12-07"), row("A/RES/61/75")])
    assert (outcome.shares["pinpoint"].agree, outcome.shares["pinpoint"].of) == (1, 2)
    assert (outcome.shares["date"].agree, outcome.shares["date"].of) == (0, 1)


def test_languages_agree_as_far_as_they_cite_the_same() -> None:
    gold = [
        row(each, file=f"A_RES_1_1.{code}.txt", language=code)
        for code in ("en", "fr")
        for each in ("A/RES/1/2", "A/RES/1/3")
    ]
    outcome = evaluate(gold, [gold[0], gold[1], gold[2]])
    assert outcome.agreement == pytest.approx(0.5)
    assert evaluate(gold, gold).agreement == 1.0


def test_a_list_of_documents_judges_printed_symbols_only() -> None:
    gold = [{
        "doc": "A/RES/75/71", "file": "xml/en/A_RES_75_71.en.xml", "key": "A_RES_75_71.en", "language": "en",
        "required": ["A/RES/61/74", "S/RES/1540(2004)"], "allowed": ["A/RES/61/74", "A/75/1"],
        "unsure": ["A/DEC/61/75"],
        "treaties": [{"unts": ["UNTS:10485"]}],
        "mentions": [{"target": "A/RES/61/74", "relation": "emphasizes"},
                     {"target": "A/75/1", "relation": "operative"}],
    }]  # fmt: skip
    file = "A_RES_75_71.en.clean.txt"
    predicted = [
        row("A/RES/61/74", file=file, relation="stresses"), row("A/75/1", file=file, relation="urges"),
        row("A/DEC/61/75", file=file), row("A/RES/75/71", file=file), row("A/RES/1/1", file=file, certainty="named"),
        row("A/RES/1/2", file=file), row("treaty:npt", file=file, unts=10485), row(None, file=file),
    ]  # fmt: skip
    outcome = evaluate(gold, predicted)
    assert counts(outcome) == (2, 1, 3, 2)
    assert counts(outcome, ("kind", "treaty")) == (1, 1, 0, 0)
    assert counts(outcome, ("relation", "stresses")) == (1, 1, 1, 1)
    assert counts(outcome, ("relation", "operative")) == (1, 1, 1, 1)
    assert [target for _, target in outcome.missed] == ["S/RES/1540(2004)"]
    assert [target for _, target in outcome.wrong] == ["A/RES/1/2"]


def test_documents_are_told_by_base_name_without_extensions() -> None:
    assert document_key("xml/zh/A_RES_75_71.zh.xml") == document_key("A_RES_75_71.zh.clean.txt") == "a_res_75_71.zh"
    assert document_key("C:\\texts\\a.pdf") == "a"


def test_a_gold_against_itself_is_perfect(pytestconfig: pytest.Config) -> None:
    gold = load_rows(pytestconfig.rootpath / "data" / "expected.jsonl")
    outcome = evaluate(gold, gold, strict=True)
    assert outcome.scores[TOTAL].f1 == 1.0
    assert not outcome.missed
    assert not outcome.wrong
    assert all(share.agree == share.of for share in outcome.shares.values())


def test_nothing_found_has_no_precision_and_no_recall_of_nothing() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)
    assert Score(required=2, found=0, predicted=3, right=0).f1 == 0.0


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(found: int, missed: int, right: int, wrong: int) -> None:
    score = Score(found + missed, found, right + wrong, right)
    if score.precision is not None and score.recall is not None and score.f1 is not None:
        assert min(score.precision, score.recall) - 1e-9 <= score.f1 <= max(score.precision, score.recall) + 1e-9


@pytest.mark.parametrize("content", ["", "[]\n", "{}\n", "no json\n"])
def test_a_file_without_rows_is_refused(content: str, tmp_path: Any) -> None:  # noqa: ANN401  # a pathlib path
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError):
        load_rows(path)
