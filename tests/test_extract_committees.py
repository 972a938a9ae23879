"""The committees that watch over treaties, and what their documents mean by "the Covenant" and "the Convention"."""

from dataclasses import replace
from typing import Any

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.language.references import languages
from extract.model.citation import to_row
from extract.registry.committees import committee_of, load_committees, own_treaties
from extract.registry.registry import load_registry


def _rows(symbol: str, *, language: str = "en", **texts: str) -> list[dict[str, Any]]:
    document = paragraphs(language=language, **texts)
    document = replace(document, record=replace(document.record, symbol=symbol))
    return [to_row(reference) for reference in find_citations(document)]


def _targets(symbol: str, text: str, language: str = "en") -> list[str | None]:
    return [row["target"] for row in _rows(symbol, language=language, p1=text)]


@pytest.mark.parametrize(
    ("symbol", "identifier"),
    [
        ("CCPR/C/91/D/9000/2091", "human-rights-committee"),
        ("CCPR/CO/83/KEN", "human-rights-committee"),
        ("E/C.12/ELB/CO/9", "committee-on-economic-social-and-cultural-rights"),
        ("CAT/C/ELB/CO/9", "committee-against-torture"),
        ("CAT/OP/ELB/1", "subcommittee-on-prevention-of-torture"),
        ("A/91/40", "human-rights-committee"),
        ("A/91/44/Add.1", "committee-against-torture"),
        ("A/91/41", "committee-on-the-rights-of-the-child"),
        ("A/91/402", None),
        ("CRCX/1", None),
        ("A/HRC/91/44", None),
        ("E/C.1/2", None),
        (None, None),
    ],
)
def test_a_symbol_tells_the_committee(symbol: str | None, identifier: str | None) -> None:
    found = committee_of(symbol)
    assert (found.identifier if found else None) == identifier


def test_every_treaty_of_a_committee_is_in_the_registry() -> None:
    known = load_registry().treaties
    for committee in load_committees():
        assert {*committee.treaties("X/D/1"), *committee.treaties("X")} <= known.keys()


@pytest.mark.parametrize(
    ("language", "symbol", "text", "targets"),
    [
        ("en", "CCPR/C/91/D/9000/2091", "Article 7 of the Covenant and article 3 of the Optional Protocol apply.",
         ["treaty:iccpr", "treaty:iccpr-op1"]),
        ("fr", "CERD/C/ELB/CO/9", "Le Comité cite l'article 5 de la Convention.", ["treaty:cerd"]),
        ("es", "E/C.12/ELB/CO/9", "El Comité cita el artículo 7 del Pacto y el Protocolo Facultativo.",
         ["treaty:icescr", "treaty:icescr-op"]),
        ("ru", "CAT/C/ELB/CO/9", "Комитет ссылается на статью 2 Конвенции и на статью 4 Факультативного протокола.",
         ["treaty:cat", "treaty:opcat"]),
        ("zh", "CCPR/C/ELB/CO/9", "委员会回顾《公约》第七条和《任择议定书》第三条。",
         ["treaty:iccpr", "treaty:iccpr-op1"]),
        ("ar", "CRPD/C/ELB/CO/9", "تشير اللجنة إلى المادة 5 من الاتفاقية.", ["treaty:crpd"]),
        ("de", "CEDAW/C/ELB/CO/9", "Der Ausschuss verweist auf Artikel 2 des Übereinkommens.", ["treaty:cedaw"]),
        ("en", "CRC/C/92/D/130/2090", "Article 7 of the Optional Protocol applies.", ["treaty:crc-opic"]),
        ("en", "CRC/C/ELB/CO/9", "Article 7 of the Optional Protocol applies.", []),
        ("en", "CAT/OP/ELB/1", "Article 1 of the Optional Protocol applies.", ["treaty:opcat"]),
        ("en", "A/HRC/91/4", "Article 7 of the Covenant applies.", []),
    ],
)  # fmt: skip
def test_a_committee_means_its_own_treaty(language: str, symbol: str, text: str, targets: list[str]) -> None:
    assert language in languages()
    assert _targets(symbol, text, language) == targets


@pytest.mark.parametrize(
    ("language", "symbol", "text", "targets"),
    [
        ("en", "FCCC/SBI/2091/8", "Article 4 of the Convention and Article 3 of the Protocol apply.",
         ["treaty:unfccc", "treaty:kyoto-protocol"]),
        ("en", "FCCC/PA/CMA/2091/3", "Article 6 of the Agreement applies.", ["treaty:paris-agreement"]),
        ("fr", "ICCD/COP(91)/3", "Les Parties appliquent l’article 5 de la Convention.", ["treaty:unccd"]),
        ("es", "4/CP.91", "Las Partes aplican el artículo 4 de la Convención.", ["treaty:unfccc"]),
        ("ru", "CBD/COP/91/3", "Стороны ссылаются на статью 8 Конвенции.", ["treaty:cbd"]),
        ("zh", "CAC/COSP/2091/3", "缔约国会议回顾《公约》第六十三条。", ["treaty:uncac"]),
        ("ar", "SPLOS/91/3", "تشير الدول الأطراف إلى المادة 76 من الاتفاقية.", ["treaty:unclos"]),
        ("en", "NPT/CONF.2091/WP.3", "Article VI of the Treaty applies.", ["treaty:npt"]),
        ("en", "A/91/3", "Article VI of the Treaty applies.", []),
    ],
)  # fmt: skip
def test_the_parties_to_a_treaty_mean_that_treaty(language: str, symbol: str, text: str, targets: list[str]) -> None:
    assert _targets(symbol, text, language) == targets
    assert {slug.removeprefix("treaty:") for slug in targets} <= {*own_treaties(symbol)} <= {*load_registry().treaties}


COMMUNICATIONS = {
    "en": "The Committee recalls communications Nos. 6/2005 and 19/2008 and report No. 7/2005.",
    "fr": "Le Comité rappelle les communications nos 6/2005 et 19/2008 et le rapport no 7/2005.",
    "es": "El Comité recuerda las comunicaciones núms. 6/2005 y 19/2008 y el informe núm. 7/2005.",
    "ru": "Комитет ссылается на сообщения № 6/2005 и 19/2008 и на доклад № 7/2005.",
}


@pytest.mark.parametrize("language", COMMUNICATIONS)
def test_communications_whose_symbol_is_not_printed_are_told(language: str) -> None:
    rows = _rows("CEDAW/C/70/D/99/2016", language=language, p1=COMMUNICATIONS[language])
    assert [(row["target"], row["quote"]) for row in rows] == [(None, "6/2005"), (None, "19/2008")]
    assert not _rows("A/91/3", language=language, p1=COMMUNICATIONS[language])


def test_the_number_of_the_communication_itself_is_no_citation() -> None:
    assert not _rows("CEDAW/C/70/D/99/2016", p1="The Committee considered communication No. 99/2016.")


def test_the_own_treaty_comes_before_others_that_were_named() -> None:
    rows = _rows(
        "CRPD/C/GC/99", p1="It reads the Convention on the Rights of the Child.", p2="Article 27 of the Convention."
    )
    assert [row["target"] for row in rows] == ["treaty:crc", "treaty:crpd"]
    assert rows[1]["via"] is None


def test_a_noun_of_another_kind_means_the_treaty_that_was_named() -> None:
    rows = _rows(
        "E/C.12/ELB/CO/9", p1="The Convention on the Rights of the Child is read.", p2="Article 3 of the Convention."
    )
    assert [row["target"] for row in rows] == ["treaty:crc", "treaty:crc"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It came before the entry into force of the Optional Protocol for the State party concerned."),
        ("en", "It recalls the declarations under the Convention regarding the Committee on Wells."),
        ("fr", "Il rappelle l'entrée en vigueur du Protocole pour l'État partie concerné."),
        ("es", "Recuerda la entrada en vigor del Protocolo para el Estado parte interesado."),
    ],
)
def test_a_clause_after_a_noun_is_no_title(language: str, text: str) -> None:
    assert _targets("A/HRC/91/4", text, language) == []


@pytest.mark.parametrize(
    ("language", "establishing"),
    [
        ("en", "the Treaty of Rarotonga and the Treaty establishing the African Nuclear-Weapon-Free Zone,"),
        ("fr", "le Traité de Rarotonga et le Traité instituant une zone exempte d'armes nucléaires en Afrique,"),
        (
            "es",
            "el Tratado de Rarotonga y el Tratado por el que se establece una Zona Libre de Armas Nucleares en África,",
        ),
    ],
)
def test_a_treaty_that_establishes_something_is_not_the_one_named_before(language: str, establishing: str) -> None:
    targets = ["treaty:treaty-of-rarotonga", "treaty:treaty-of-pelindaba"]
    assert _targets("A/RES/91/4", establishing, language) == targets


def test_a_short_form_means_an_unknown_treaty_that_was_named_last() -> None:
    rows = _rows(
        "A/HRC/91/4",
        p1="The Convention on the Rights of the Child is known.",
        p2="The Convention on the Lighting of Southern Harbours of 3 May 1924 is older.",
        p3="Article 2 of the Convention is short.",
    )
    _, named, meant = rows
    assert (named["quote"], named["title"]) == ("Convention on the Lighting of Southern Harbours",) * 2
    assert (meant["target"], meant["via"], meant["certainty"]) == (named["target"], "p2", "inferred")


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "Its general comment No. 34 (2011), para. 25, and its general comment No. 36 apply.", [34, 36]),
        ("fr", "Il rappelle son observation générale no 34 (2011) et son observation générale no 36.", [34, 36]),
        ("es", "Recuerda su observación general núm. 34 (2011) y su observación general núm. 36.", [34, 36]),
        ("ru", "Комитет ссылается на свое замечание общего порядка № 34 (2011) и № 36 (2018).", [34, 36]),
        ("zh", "委员会回顾第34号一般性意见和第36号一般性意见(2018年)。", [34, 36]),
        ("ar", "وتشير اللجنة إلى تعليقها العام رقم 34 (2011) وإلى التعليق العام رقم 36.", [34, 36]),
        ("de", "Er verweist auf die Allgemeine Bemerkung Nr. 34 (2011) und die Allgemeine Bemerkung Nr. 36.", [34, 36]),
        ("en", "Some general comments on 34 topics were made in rule 36.", []),
    ],
)  # fmt: skip
def test_a_committee_numbers_its_general_comments(language: str, text: str, targets: list[int]) -> None:
    found = _targets("CCPR/C/91/D/9000/2091", text, language)
    assert found == [f"CCPR/C/GC/{number}" for number in targets]


@pytest.mark.parametrize(
    ("language", "text", "targets"),
    [
        ("en", "General comments No. 32 (2007) on courts and No. 35 of the Human Rights Committee are read.",
         ["CCPR/C/GC/32", "CCPR/C/GC/35"]),
        ("en", "General comment No. 35, Human Rights Committee, and general comment No. 2, Committee against Torture.",
         ["CCPR/C/GC/35", "CAT/C/GC/2"]),
        ("en", "The Committee against Torture recalls, in general comment No. 2, what is said.", ["CAT/C/GC/2"]),
        ("fr", "La recommandation no 1 et la recommandation générale no 35 (2017) du Comité contre la torture.",
         ["CAT/C/GC/35"]),
        ("es", "La observación general núm. 14 (2000) del Comité de Derechos Económicos, Sociales y Culturales.",
         ["E/C.12/2000/4"]),
        ("ru", "Общая рекомендация № 35 (2013) Комитета по ликвидации расовой дискриминации.", ["CERD/C/GC/35"]),
        ("zh", "人权事务委员会第36号一般性意见和消除对妇女歧视委员会第35号一般性建议。",
         ["CCPR/C/GC/36", "CEDAW/C/GC/35"]),
        ("ar", "التعليق العام رقم 36 للجنة المعنية بحقوق الإنسان والتوصية العامة رقم 35 للجنة مناهضة التعذيب.",
         ["CCPR/C/GC/36", "CAT/C/GC/35"]),
        ("en", "General recommendation No. 31 of the Committee on the Elimination of Discrimination against Women.",
         ["CEDAW/C/GC/31-CRC/C/GC/18"]),
        ("en", "General comment No. 12 of the Human Rights Committee, and general comment No. 5.", [None, None]),
    ],
)  # fmt: skip
def test_a_general_comment_is_of_the_committee_named_with_it(
    language: str, text: str, targets: list[str | None]
) -> None:
    assert _targets("A/HRC/91/4", text, language) == targets


def test_the_symbol_of_old_concluding_observations_has_their_country() -> None:
    rows = _rows("A/HRC/91/4", p1="See CCPR/CO/83/KEN, para. 23, and CCPR/CO/70/ARG; not CCPR/CO/83/Annexes.")
    assert [(row["target"], row["pinpoint"]) for row in rows][:2] == [
        ("CCPR/CO/83/KEN", "para. 23"), ("CCPR/CO/70/ARG", None)
    ]  # fmt: skip


PROTOCOLS = [
    ("en", "ratify the Optional Protocol to the Convention, and apply the Convention",
     ["the Optional Protocol to the Convention", "the Convention"]),
    ("es", "ratifique el Protocolo Facultativo de la Convención y aplique la Convención",
     ["el Protocolo Facultativo de la Convención", "la Convención"]),
    ("fr", "ratifier le Protocole facultatif se rapportant à la Convention et appliquer la Convention",
     ["le Protocole facultatif se rapportant à la Convention", "la Convention"]),
    ("ru", "ратифицировать Факультативный протокол к Конвенции и соблюдать Конвенцию",
     ["Факультативный протокол к Конвенции", "Конвенцию"]),
    ("ar", "بالتصديق على البروتوكول الاختياري للاتفاقية وبتنفيذ الاتفاقية",
     ["البروتوكول الاختياري للاتفاقية", "الاتفاقية"]),
    ("zh", "批准《公约任择议定书》，执行《公约》", ["《公约任择议定书》", "《公约》"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "quotes"), PROTOCOLS)
def test_the_protocol_to_the_convention_is_one_reference(language: str, text: str, quotes: list[str]) -> None:
    rows = _rows("CEDAW/C/XYZ/CO/9", language=language, p1=text)
    assert [(row["target"], row["quote"]) for row in rows] == [
        ("treaty:cedaw-op", quotes[0]),
        ("treaty:cedaw", quotes[1]),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "second Optional Protocol to the Covenant, first Optional Protocol to the Covenant, the Protocol"),
        ("zh", "《公约第二任择议定书》、《公约任择议定书》和《任择议定书》"),
    ],
)  # fmt: skip
def test_protocols_to_a_treaty_are_counted(language: str, text: str) -> None:
    targets = _targets("CCPR/C/XYZ/CO/9", text, language)
    assert targets == ["treaty:iccpr-op2", "treaty:iccpr-op1", "treaty:iccpr-op1"]


def test_which_of_several_protocols_is_meant_is_not_guessed() -> None:
    assert _targets("CRC/C/XYZ/CO/9", "ratify the Optional Protocol to the Convention") == ["treaty:crc"]
