"""Strategies that write UN document symbols the way the UN numbers them."""

from hypothesis import strategies as st

from extract.symbols.symbol import Symbol, parse
from extract.text.numerals import to_roman

letters = st.sampled_from(["", "", "", "A", "B", "X", "A-C"])
years = st.integers(1946, 2049).map(str)
sessions = st.one_of(st.integers(31, 99).map(str), st.integers(8, 40).map("S-{}".format), st.just("ES-11"))
numbers = st.integers(1, 9999).map(str)
romans = st.integers(1, 60).map(to_roman)
finals = st.lists(st.builds("/{}.{}".format, st.sampled_from(["Add", "Corr", "Rev"]), st.integers(1, 60)), max_size=2)
portions = st.one_of(
    st.just(""),
    st.builds("({}{})".format, st.sampled_from(["Part", "Vol."]), romans),
    st.builds("({0}{1}{2}{1})".format, st.sampled_from(["Parts", "Vols."]), romans, st.sampled_from(["and", "-"])),
    st.builds("(Sect.{}{})".format, st.integers(1, 36), st.sampled_from(["", "A", "F"])),
)

resolutions = st.one_of(
    st.builds("A/RES/{}/{}{}".format, sessions, numbers, letters),
    st.builds("A/RES/{}{}({})".format, numbers, letters, st.integers(1, 30).map(to_roman)),
    st.builds("A/RES/{}({}-{})".format, numbers, st.sampled_from(["S", "ES"]), st.integers(1, 7).map(to_roman)),
    st.builds("S/RES/{}({})".format, numbers, years),
    st.builds("E/RES/{}/{}".format, years, numbers),
    st.builds("E/RES/{}({})".format, numbers, romans),
    st.builds("A/HRC/RES/{}/{}".format, sessions, numbers),
    st.builds("UNEP/EA.{}/Res.{}".format, st.integers(1, 9), numbers),
    st.builds("GC({})/RES/{}".format, st.integers(1, 80), numbers),
)
decisions = st.one_of(
    st.builds("A/DEC/{}/{}{}".format, sessions, numbers, letters),
    st.builds("E/DEC/{}/{}".format, years, st.integers(201, 399)),
    st.builds("EC-{}/DEC.{}".format, st.integers(1, 120), numbers),
)
conference_documents = st.one_of(
    st.builds("A/CONF.{}/{}{}".format, st.integers(1, 300), numbers, portions),
    st.builds("NPT/CONF.{}/{}{}".format, years, numbers, portions),
    st.builds("CCW/CONF.{}/{}".format, romans, numbers),
    st.builds("ICCD/COP({})/{}".format, st.integers(1, 20), numbers),
    st.builds("FCCC/CP/{}/{}".format, years, numbers),
)
documents = st.one_of(
    st.builds("A/{}/{}{}".format, st.integers(31, 99), numbers, portions),
    st.builds("A/C.{}/{}/L.{}".format, st.integers(1, 6), st.integers(31, 99), numbers),
    st.builds("S/{}/{}".format, years, numbers),
    st.builds("E/CN.{}/Sub.{}/{}/{}".format, st.integers(1, 19), st.integers(1, 4), years, numbers),
    st.builds("{}/{}".format, st.sampled_from(["CD", "TD", "GOV", "INFCIRC"]), numbers),
)
single = st.one_of(
    resolutions,
    decisions,
    st.builds("S/PRST/{}/{}".format, years, numbers),
    st.builds("{}{}".format, st.one_of(conference_documents, documents), finals.map("".join)),
)
joint = st.builds("A/{}/{}-{}/{}/{}".format, st.integers(31, 99), numbers, st.sampled_from(["S", "E"]), years, numbers)

canonical = st.one_of(single, single, single, joint)
"""Texts of symbols in canonical form."""

symbols: st.SearchStrategy[Symbol] = canonical.map(parse)
