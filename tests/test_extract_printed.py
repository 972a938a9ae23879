"""Symbols printed in texts: where they stand, what is joined to them, and what only looks like one."""

import importlib
import json
import pathlib
import time
import unicodedata

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import symbols

from extract.symbols.printed import find_symbols
from extract.symbols.symbol import Symbol

JOINTS = ("and", "et", "y", "и", "و", "和", "及")

# text, and what is found: the words as they stand and the symbol they mean
CASES = {
    "in a sentence": ("as requested in document A/75/21.", [("A/75/21", "A/75/21")]),
    "before a sentence without a blank": ("See A/75/21.The report", [("A/75/21", "A/75/21")]),
    "glued to Chinese": ("见A/75/21号文件", [("A/75/21", "A/75/21")]),
    "glued to Arabic": ("الوثيقةA/75/21،", [("A/75/21", "A/75/21")]),
    "in parentheses": ("its report (S/2003/99) (the Agreement)", [("S/2003/99", "S/2003/99")]),
    "part in parentheses": ("NPT/CONF.1995/32 (Part I)/Corr.2), annex", [
        ("NPT/CONF.1995/32 (Part I)/Corr.2", "NPT/CONF.1995/32(PartI)/Corr.2"),
    ]),
    "part within parentheses": ("(NPT/CONF.1995/32 (Part I)), annex", [
        ("NPT/CONF.1995/32 (Part I)", "NPT/CONF.1995/32(PartI)"),
    ]),
    "several parts": ("NPT/CONF.2000/28 (Parts I and II), chap. I", [
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)"),
    ]),
    "several parts, joined in Chinese": ("NPT/CONF.2000/28 (Part I和II))", [
        ("NPT/CONF.2000/28 (Part I和II)", "NPT/CONF.2000/28(PartsIandII)"),
    ]),
    "volumes": ("(A/CONF.151/26/Rev.1 (Vol. I and Vol. I/Corr.1, vol. II et Vol. III))", [
        ("A/CONF.151/26/Rev.1 (Vol. I", "A/CONF.151/26/Rev.1(Vol.I)"),
        ("Vol. I/Corr.1", "A/CONF.151/26/Rev.1(Vol.I)/Corr.1"),
        ("vol. II", "A/CONF.151/26/Rev.1(Vol.II)"),
        ("Vol. III)", "A/CONF.151/26/Rev.1(Vol.III)"),
    ]),
    "volume": ("A/CONF.151/26/Rev.1 (Vol. I), resolution 1", [
        ("A/CONF.151/26/Rev.1 (Vol. I)", "A/CONF.151/26/Rev.1(Vol.I)"),
    ]),
    "section": ("A/75/6 (Sect. 29A) shows", [("A/75/6 (Sect. 29A)", "A/75/6(Sect.29A)")]),
    "corrected": ("INFCIRC/540 (Corrected) binds", [("INFCIRC/540 (Corrected)", "INFCIRC/540(Corrected)")]),
    "old resolution": ("A/RES/217 A (III) is", [("A/RES/217 A (III)", "A/RES/217A(III)")]),
    "special session of old": ("A/RES/3201 (S-VI)", [("A/RES/3201 (S-VI)", "A/RES/3201(S-VI)")]),
    "resolution with letter": ("A/RES/57/283 B, para. 1", [("A/RES/57/283 B", "A/RES/57/283B")]),
    "resolution with letters": ("A/RES/74/92 A-B", [("A/RES/74/92 A-B", "A/RES/74/92A-B")]),
    "resolution before a word": ("A/RES/61/74 At the meeting", [("A/RES/61/74", "A/RES/61/74")]),
    "Security Council resolution": ("S/RES/1718 (2006).", [("S/RES/1718 (2006)", "S/RES/1718(2006)")]),
    "year that is no part": ("A/75/21 (2020)", [("A/75/21", "A/75/21")]),
    "joint": ("A/74/976-S/2020/773, annex", [("A/74/976-S/2020/773", "A/74/976-S/2020/773")]),
    "joint, dash": ("A/74/976–S/2020/773", [("A/74/976–S/2020/773", "A/74/976-S/2020/773")]),
    "joint, session": ("GOV/INF/2005/10-GC(49)/INF/6", [
        ("GOV/INF/2005/10-GC(49)/INF/6", "GOV/INF/2005/10-GC(49)/INF/6"),
    ]),
    "range of documents": ("S/2020/1-S/2020/3", [("S/2020/1", "S/2020/1"), ("S/2020/3", "S/2020/3")]),
    "range of drafts": ("A/C.5/75/L.1-L.3", [("A/C.5/75/L.1", "A/C.5/75/L.1"), ("L.3", "A/C.5/75/L.3")]),
    "broken line": ("A/ RES/61/74 and S/2009/ 395", [("A/ RES/61/74", "A/RES/61/74"), ("S/2009/ 395", "S/2009/395")]),
    "Cyrillic letters": ("см. А/75/12 и А/С.1/80/L.5", [("А/75/12", "A/75/12"), ("А/С.1/80/L.5", "A/C.1/80/L.5")]),
    "address": ("https://undocs.org/en/A/75/1.", [("A/75/1", "A/75/1")]),
    "address without language": ("https://undocs.org/S/RES/1540(2004)", [("S/RES/1540(2004)",) * 2]),
    "series": ("GOV/2006/14, CD/1839; TD/519 C-16/DEC.11", [
        ("GOV/2006/14",) * 2, ("CD/1839",) * 2, ("TD/519",) * 2, ("C-16/DEC.11",) * 2,
    ]),
    "sessions": ("GC(60)/RES/10 ICCD/COP(14)/23/Add.1 UNEP/EA.4/Res.1", [
        ("GC(60)/RES/10",) * 2, ("ICCD/COP(14)/23/Add.1",) * 2, ("UNEP/EA.4/Res.1",) * 2,
    ]),
    "series of its own shape": ("UNW/2021/6 and XYZ/CONF.3/2", [("UNW/2021/6",) * 2, ("XYZ/CONF.3/2",) * 2]),
    "missing slash": ("E/CN.4/1998/53Add.2, annex", [("E/CN.4/1998/53Add.2", "E/CN.4/1998/53/Add.2")]),
    "word behind the slash": ("A/75/1/ and A/CONF.192/15/Part", [("A/75/1",) * 2, ("A/CONF.192/15",) * 2]),
    "and Corr.": ("A/59/565 and Corr.1.", [("A/59/565", "A/59/565"), ("Corr.1", "A/59/565/Corr.1")]),
    "et Corr.": ("A/63/1 et Corr.1", [("A/63/1", "A/63/1"), ("Corr.1", "A/63/1/Corr.1")]),
    "Corr. of Add.": ("A/60/640/Add.1 及 Corr.1", [
        ("A/60/640/Add.1", "A/60/640/Add.1"), ("Corr.1", "A/60/640/Add.1/Corr.1"),
    ]),
    "Corr. of the whole": ("A/60/640, Add.1 and Corr.1", [
        ("A/60/640", "A/60/640"), ("Add.1", "A/60/640/Add.1"), ("Corr.1", "A/60/640/Corr.1"),
    ]),
    "next Add.": ("S/2020/1/Add.1 and Add.2/Corr.1", [
        ("S/2020/1/Add.1", "S/2020/1/Add.1"), ("Add.2/Corr.1", "S/2020/1/Add.2/Corr.1"),
    ]),
    "Add. behind Corr.": ("A/75/6/Corr.1 и Add.1", [("A/75/6/Corr.1",) * 2, ("Add.1", "A/75/6/Add.1")]),
    "bare numbers": ("(A/75/6 and Add.1, 2 and 3)", [
        ("A/75/6", "A/75/6"), ("Add.1", "A/75/6/Add.1"), ("2", "A/75/6/Add.2"), ("3", "A/75/6/Add.3"),
    ]),
    "numbers of something else": ("A/75/6/Add.1 and 2 others", [("A/75/6/Add.1", "A/75/6/Add.1")]),
    "a date behind": ("S/2020/1/Add.1, 2 March 2020", [("S/2020/1/Add.1", "S/2020/1/Add.1")]),
    "next draft": ("A/C.1/80/L.5 y L.6", [("A/C.1/80/L.5",) * 2, ("L.6", "A/C.1/80/L.6")]),
    "no draft": ("A/C.1/80 and L.6", [("A/C.1/80",) * 2]),
    "another symbol between": ("A/75/6 and A/75/7 and Corr.2", [
        ("A/75/6",) * 2, ("A/75/7",) * 2, ("Corr.2", "A/75/7/Corr.2"),
    ]),
}  # fmt: skip

NONE = """
dates 12/05/2007 and 5/12|one half, 1/2, of them|and/or|States and/or A/B|committee 1267/1989/2253|period 2020/2021
resolution 61/74|resolution S-10/2 and ES-10/15|HIV/AIDS|influenza A/H1N1|CD/ROM|A/C|24/7 S/N 12|http://x.com/A/B/1
km/h at 10 m/s|c/o A.B./C.D.|FOO/A/75/1|A/|/|A/RES/|A/RES/()|(((|A/75/|e/2005/20|AND/OR 12|decision X/3|SC/6816/|A/9
"""


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_symbols_are_found_where_they_stand(text: str, expected: list[tuple[str, str]]) -> None:
    found = find_symbols(text, joints=JOINTS)
    assert [(text[one.start : one.end], str(one.symbol)) for one in found] == expected


@pytest.mark.parametrize("text", [text for line in NONE.strip().splitlines() for text in line.split("|")])
def test_what_only_looks_like_a_symbol_is_left(text: str) -> None:
    assert find_symbols(text, joints=JOINTS) == ()


def test_without_joints_only_marks_join() -> None:
    text = "A/59/565 and Corr.1, A/60/1, Corr.2"
    assert [str(one.symbol) for one in find_symbols(text)] == ["A/59/565", "A/60/1", "A/60/1/Corr.2"]


@settings(deadline=None)  # the first example compiles the pattern
@given(
    symbols, st.sampled_from(["", "(", "第", "см. ", "x, ", "“"]), st.sampled_from(["", ")", ".", "号", ", annex", "”"])
)
def test_a_symbol_in_any_surroundings_is_found_whole(symbol: Symbol, before: str, after: str) -> None:
    text = f"{before}{symbol}{after}"
    found = find_symbols(text, joints=JOINTS)
    assert [(one.start, one.end, one.symbol) for one in found] == [(len(before), len(text) - len(after), symbol)]


@settings(deadline=None)  # the first example compiles the pattern
@given(
    st.lists(st.sampled_from([*"AS/.()-, 1275", "Add.1", "Corr.2", "RES", " and ", "CONF.", "和", "А"]), max_size=40)
)
def test_found_symbols_stand_in_order_and_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    ends = [0]
    for one in find_symbols(text, joints=JOINTS):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)


HOSTILE = {
    "slashes": "A/" * 500_000,
    "digits": "A/RES/" + "1" * 1_000_000,
    "parentheses": "(" * 1_000_000,
    "open parentheses": "A/12(" * 200_000,
    "endless part": "NPT/CONF.1995/32 (Part " + "I and " * 160_000,
    "joint without end": "S/2020/1-" * 110_000,
    "dots": "A." * 500_000 + "/",
    "coded words": "A/AAAA.BBBB.CCCC." * 60_000,
    "one word": "A" * 1_000_000 + "/1",
    "hyphens": "A-" * 500_000 + "/1",
    "list without end": "A/75/1/Add.1, 2" + ", 2" * 330_000,
    "blanks": "A/RES/1" + " " * 1_000_000,
    "components": "A/12/" * 200_000,
    "Cyrillic": "А/" * 500_000,
    "lists": "A/12/Add.1, 1 and 1 and" * 45_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_line_of_a_megabyte_takes_seconds_at_most(text: str) -> None:
    began = time.perf_counter()
    find_symbols(text, joints=JOINTS)
    assert time.perf_counter() - began < 8


SHARED = pathlib.Path(__file__).parents[2] / "shared"
WORDS = {"en": ("and",), "fr": ("et",), "es": ("y",), "ru": ("и",), "ar": ("و",), "zh": ("和", "及")}
BY_NUMBER = {"A/RES", "S/RES", "E/RES", "HRC-RES", "A/DEC"}  # families that texts print as a bare number
# Printed symbols that the gold leaves out: of two organizations beside the UN, and a joint one cut in half.
BESIDE = regex.compile(r"(?:C|EC)-\w|GC\(|GOV/INF/2005/10")
GLUED = regex.compile(r"(?:VIII/19|DEC/2/7|DEC\.2)\d\d$")  # with the digits of a note mark, which reading takes away


def _flow(line: str) -> str:
    """A line as reading gives it: plain hyphens, brackets and blanks, no marks of direction."""
    plain = "".join(unicodedata.normalize("NFKC", c) if "\uff00" < c < "\uff60" or c.isspace() else c for c in line)
    plain = regex.sub(r"\p{Cf}", "", regex.sub(r"[\u2010-\u2015\u2212]", "-", plain))
    return regex.sub(r" +", " ", plain)


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the development corpus in ../shared")
@pytest.mark.parametrize("language", sorted(WORDS))
def test_nearly_every_symbol_of_the_corpus_is_found_and_hardly_any_other(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(SHARED / "tools"))
    scorer = importlib.import_module("symnorm")
    core, family, norm_symbol = scorer.core, scorer.family, scorer.norm_symbol
    required = hit = found = right = 0
    for row in map(json.loads, (SHARED / "gold/dev.jsonl").read_text("utf-8").splitlines()):
        name = pathlib.Path(row["file"]).name.replace(".xml", ".clean.txt")
        path = SHARED / "corpus/txt" / language / name
        if row["language"] != language or not path.exists():
            continue
        lines = map(_flow, path.read_text("utf-8").split("\n"))
        printed = {str(one.symbol) for line in lines for one in find_symbols(line, joints=WORDS[language])}
        cores = {core(norm_symbol(symbol)) for symbol in printed}
        wanted = {core(norm_symbol(symbol)) for symbol in row["required"] if family(symbol) not in BY_NUMBER}
        fine = {core(norm_symbol(s)) for key in ("required", "allowed", "unsure") for s in row.get(key, ())}
        fine.add(core(norm_symbol(row["doc"])))
        required, hit = required + len(wanted), hit + len(wanted & cores)
        judged = {core(norm_symbol(s)) for s in printed if not BESIDE.match(s) and not GLUED.search(s)}
        found, right = found + len(judged), right + len(judged & fine)
    assert hit / required >= 0.995
    assert right / found >= 0.995
