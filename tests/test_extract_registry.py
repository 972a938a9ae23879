"""The registry: what the shipped data holds, what it refuses, and what a registration number means."""

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.model.errors import DataError
from extract.registry.registry import Registry, Treaty, load_registry, read_registry

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "treaties.tsv"
OFFICIAL = {"ar", "en", "es", "fr", "ru", "zh"}
BAD_NUMBERS = {41723}  # printed beside a bare "Accord": no title to know it by

ROW = """
[[treaty]]
slug = "river-convention"
title = "Convention on the Green River"
date = "1961-03-30"
unts = 90001
volume = 9001
source = "made up for this test"
[treaty.titles]
en = ["Convention on the Green River"]
fr = ["Convention sur la rivière Verte"]
"""
PROTOCOL = """
[[treaty]]
slug = "river-protocol"
title = "Protocol to the Convention on the Green River"
unts = 90001
volume = 9002
parent = "river-convention"
role = "protocol"
source = "made up for this test"
[treaty.titles]
en = ["Protocol to the Convention on the Green River"]
"""
OUTCOME = """
[[instrument]]
slug = "river-declaration"
title = "Declaration on Rivers"
target = "A/RES/99/1"
kind = "resolution"
alternatives = ["A/CONF.999/1"]
source = "made up for this test"
[instrument.titles]
en = ["Declaration on Rivers"]
"""

Reader = Callable[..., Registry]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Read a registry from texts: treaty files, and one file of instruments."""

    def reader(*texts: str, instruments: str = "") -> Registry:
        folder = tmp_path / "treaties"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f"{number}.toml").write_text(text, encoding="utf-8")
        named = tmp_path / "instruments.toml"
        named.write_text(instruments, encoding="utf-8")
        return read_registry(folder, named)

    return reader


def problems(read: Reader, *texts: str, instruments: str = "") -> list[str]:
    with pytest.raises(DataError) as caught:
        read(*texts, instruments=instruments)
    return caught.value.problems


def test_the_shipped_registry_keeps_its_own_rules() -> None:
    assert len(load_registry().treaties) >= 400


def test_the_shipped_registry_is_read_once() -> None:
    assert load_registry() is load_registry()


def test_shipped_titles_are_in_the_official_languages_and_german() -> None:
    for treaty in load_registry().treaties.values():
        assert {*treaty.titles, *treaty.short} <= OFFICIAL | {"de"}, treaty.slug
        assert treaty.titles["en"][0] == treaty.title


def test_most_shipped_treaties_have_titles_in_chinese_french_spanish_and_russian() -> None:
    treaties = load_registry().treaties.values()
    counts = Counter(language for treaty in treaties for language in treaty.titles)
    assert all(counts[language] > 0.75 * len(treaties) for language in ("zh", "fr", "es", "ru")), counts


@pytest.mark.parametrize(
    ("unts", "volume", "slugs"),
    [
        (10485, 729, ["npt"]),
        (10485, None, ["npt"]),
        (14668, 999, ["iccpr", "iccpr-op1"]),
        (14668, 1642, ["iccpr-op2"]),
        (14668, None, ["iccpr", "iccpr-op1", "iccpr-op2"]),
        (27531, 1577, ["crc"]),
        (27531, 2171, ["crc-opsc"]),
        (27531, 2173, ["crc-opac"]),
        (22495, 2048, ["ccw-amended-protocol-ii"]),
        (20378, 2131, ["cedaw-op"]),
        (31363, 1835, ["unclos"]),
        (38544, 2187, ["rome-statute"]),
        (30822, 2303, ["kyoto-protocol"]),
        (973, 75, ["geneva-convention-iv"]),
        (10485, 1, []),
        (99_999_999, None, []),
    ],
)
def test_a_number_and_a_volume_tell_convention_from_protocol(unts: int, volume: int | None, slugs: list[str]) -> None:
    assert [treaty.slug for treaty in load_registry().by_registration(unts, volume)] == slugs


def test_a_convention_stands_before_what_belongs_to_it() -> None:
    registry = load_registry()
    for treaty in registry.treaties.values():
        if (
            treaty.unts is not None
            and treaty.parent is not None
            and registry.treaties[treaty.parent].unts == treaty.unts
        ):
            found = [other.slug for other in registry.by_registration(treaty.unts)]
            assert found.index(treaty.parent) < found.index(treaty.slug)


def test_every_registration_leads_back_to_its_treaty() -> None:
    registry = load_registry()
    for treaty in registry.treaties.values():
        for unts, volume in treaty.registrations:
            assert treaty in registry.by_registration(unts, volume)


def test_a_family_begins_with_its_root_and_is_the_same_for_every_member() -> None:
    registry = load_registry()
    for slug, treaty in registry.treaties.items():
        family = registry.family(slug)
        assert family[0].parent is None
        assert treaty in family
        assert registry.family(family[0].slug) == family


def test_a_row_is_read_as_written(read: Reader) -> None:
    treaty = read(ROW, PROTOCOL).treaties["river-protocol"]
    assert (treaty.unts, treaty.volume, treaty.parent, treaty.role) == (90001, 9002, "river-convention", "protocol")
    assert treaty.registrations == ((90001, 9002),)
    assert treaty.target == "treaty:river-protocol"


def test_a_named_instrument_is_read_as_written(read: Reader) -> None:
    named = read(ROW, instruments=OUTCOME).instruments["river-declaration"]
    assert (named.target, named.kind, named.alternatives) == ("A/RES/99/1", "resolution", ("A/CONF.999/1",))


def test_records_are_frozen_and_can_be_set_members(read: Reader) -> None:
    treaty = read(ROW).treaties["river-convention"]
    assert {treaty, treaty} == {treaty}
    with pytest.raises(TypeError):
        treaty.titles["en"] = ()  # type: ignore[index]  # the mapping is read-only: that is what is tested


def test_a_missing_file_of_instruments_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "rivers.toml").write_text(ROW, encoding="utf-8")
    assert not read_registry(tmp_path, tmp_path / "none.toml").instruments


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ROW.replace('date = "1961-03-30"', 'date = "30/03/1961"'), "must be an ISO date"),
        (ROW.replace('date = "1961-03-30"', 'date = "1961-02-30"'), "must be an ISO date"),
        (ROW.replace("date =", "signed ="), "treaty[0].signed (line 5): unknown key"),
        (ROW.replace('source = "made up for this test"', ""), "treaty[0].source (line 2): missing key"),
        (ROW.replace("unts = 90001", 'unts = "90001"'), "must be an integer, not a string"),
        (ROW.replace("unts = 90001", "unts = true"), "must be an integer, not true or false"),
        (ROW.replace("unts = 90001", "unts = -1"), "greater than or equal to 1"),
        (ROW.replace("unts = 90001", ""), "a volume needs a registration number"),
        (ROW.replace("volume = 9001", "volumes = [9001]"), "other volumes need a main volume"),
        (ROW.replace("volume = 9001", "volume = 9001\nvolumes = [9001]"), "a volume is given twice"),
        (
            ROW.replace('slug = "river-convention"', 'slug = "River Convention"'),
            "must be lower-case words joined by hyphens",
        ),
        (ROW.replace('en = ["Convention on', 'en = ["«Convention on'), "quotation marks"),
        (ROW.replace('fr = ["Convention', 'fr = [" Convention'), "outer spaces"),
        (ROW.replace('fr = ["Convention sur la', 'fr = ["Convention sur\\nla'), "line breaks"),
        (ROW.replace("fr =", "french ="), "language code of two letters"),
        (
            ROW.replace('fr = ["Convention sur la rivière Verte"]', "fr = []"),
            "treaty[0].titles.fr (line 11): must not be empty",
        ),
        (ROW.replace('title = "Convention on', 'title = "Treaty on'), "first title of a language"),
        (ROW + 'parent = "x"', "titles.parent"),
        (ROW + "[treaty.short]\nen = ['CONVENTION ON THE GREEN RIVER']", "given more than once"),
        (ROW + ROW, "'river-convention' is given twice"),
        (PROTOCOL, "parent 'river-convention' is not a treaty"),
        (ROW + PROTOCOL.replace('role = "protocol"', 'role = "sequel"'), "role (line 19): must be 'protocol'"),
        (ROW + PROTOCOL.replace('role = "protocol"', ""), "parent and role go together"),
        (PROTOCOL.replace("river-convention", "river-protocol"), "its parents form a circle"),
        (
            ROW + PROTOCOL.replace('parent = "river-convention"\nrole = "protocol"', "").replace("9002", "9001"),
            "unrelated",
        ),
        ("rivers = 1", "rivers (line 1): unknown key"),
        ("treaty = 1", "treaty (line 1): must be a list, not an integer"),
        ("[[treaty]", "not TOML"),
    ],
)
def test_a_broken_treaty_is_refused_with_the_reason(read: Reader, text: str, problem: str) -> None:
    found = problems(read, text)
    assert any(problem in line for line in found), found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (OUTCOME.replace("A/RES/99/1", "A/RES/99 /1"), "is not a document symbol"),
        (OUTCOME.replace("A/CONF.999/1", ""), "is not a document symbol"),
        (OUTCOME.replace('"resolution"', '"poem"'), "kind (line 6): must be"),
        (OUTCOME.replace("target =", "symbol ="), "target (line 2): missing key"),
        (OUTCOME + 'fr = ["Convention sur la rivière Verte"]', "more than once"),
    ],
)
def test_a_broken_instrument_is_refused_with_the_reason(read: Reader, text: str, problem: str) -> None:
    found = problems(read, ROW, instruments=text)
    assert any(problem in line for line in found), found


def test_all_problems_of_all_files_are_reported_at_once(read: Reader) -> None:
    found = problems(read, ROW.replace("fr =", "fra ="), PROTOCOL.replace('"protocol"', '"x"'), instruments="a = 1")
    assert any(line.startswith("0.toml: treaty[0].titles.fra") for line in found)
    assert any(line.startswith("1.toml: treaty[0].role") for line in found)
    assert any(line.startswith("instruments.toml") for line in found)


@pytest.mark.skipif(not GOLD.is_file(), reason="needs the shared gold standard beside the checkout")
def test_every_number_of_the_official_footnotes_is_known() -> None:
    with GOLD.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["quality"] == "good"]
    registry = load_registry()
    unknown = {int(row["unts_no"]) for row in rows if not registry.by_registration(int(row["unts_no"]))}
    assert unknown <= BAD_NUMBERS


def test_a_treaty_that_is_not_registered_has_no_registrations() -> None:
    assert Treaty(slug="x", title="X", source="made up").registrations == ()
