"""Which marked phrases their notes identify: texts, members of lists of texts, general comments; never statements."""

import json

import pytest

from extract.find import find_citations
from extract.model.citation import dump_lines
from extract.reading.readers import read_document

_OPENING = {
    "en": "The General Assembly,",
    "fr": "L’Assemblée générale,",
    "es": "La Asamblea General,",
    "ru": "Генеральная Ассамблея,",
    "zh": "大会，",
    "ar": "إن الجمعية العامة،",
}


def _said(language: str, paragraph: str, *notes: str) -> list[tuple[str, str | None]]:
    """Targets of the rows of a paragraph that a note gives, with the note; marks are written `[^1]` in the text."""
    lines = [f"[^{number}]: {note}" for number, note in enumerate(notes, start=1)]
    text = "\n\n".join([_OPENING[language], paragraph, *lines]) + "\n"
    document = read_document(text.encode(), file=f"A_RES_99_1.{language}.md")
    rows = [json.loads(line) for line in dump_lines(find_citations(document))]
    return [(row["target"], row["via"]) for row in rows if row["via"]]


@pytest.mark.parametrize(
    ("language", "paragraph", "notes", "targets"),
    [
        (
            "en",
            "Welcoming the 2044,[^1] 2045[^2] and 2046[^3] annual reports of the Well Board,",
            ["A/99/1.", "A/99/2.", "A/99/3."],
            ["A/99/1", "A/99/2", "A/99/3"],
        ),
        (
            "en",
            "Noting the reports of the Secretary-General on wells[^1] and on the springs of the northern hills,[^2]",
            ["A/99/1.", "A/99/2."],
            ["A/99/1", "A/99/2"],
        ),
        (
            "en",
            "Noting the reports of the Secretary-General[^1] and the High Commissioner for Wells;[^2]",
            ["A/99/1.", "A/99/2."],
            ["A/99/1", "A/99/2"],
        ),
        (
            "en",
            "Noting the recommendations of its first,[^1] second[^2] and third[^3] reviews,",
            ["A/99/1.", "A/99/2.", "A/99/3."],
            ["A/99/1", "A/99/2", "A/99/3"],
        ),
        (
            "fr",
            "Prenant note du rapport du Comité des puits[^1], ainsi que de celui du Secrétaire général[^2],",
            ["A/99/1.", "A/99/2."],
            ["A/99/1", "A/99/2"],
        ),
        (
            "fr",
            "Prenant note des rapports du Secrétaire général sur les puits[^1] et sur les sources du nord[^2],",
            ["A/99/1.", "A/99/2."],
            ["A/99/1", "A/99/2"],
        ),
        (
            "es",
            "Tomando nota de los informes del Secretario General sobre los pozos[^1] y sobre las fuentes[^2],",
            ["A/99/1.", "A/99/2."],
            ["A/99/1", "A/99/2"],
        ),
        (
            "ru",
            "принимая к сведению доклады Генерального секретаря[^1] и Верховного комиссара по колодцам[^2],",
            ["A/99/1.", "A/99/2."],
            ["A/99/1", "A/99/2"],
        ),
        (
            "zh",
            "注意到委员会2044年[^1]、2045年[^2]和2046年报告，[^3]",
            ["A/99/1。", "A/99/2。", "A/99/3。"],
            ["A/99/1", "A/99/2", "A/99/3"],
        ),
    ],
)
def test_members_of_a_list_are_texts_as_the_one_that_has_the_noun(
    language: str, paragraph: str, notes: list[str], targets: list[str]
) -> None:
    assert _said(language, paragraph, *notes) == [(target, f"fn{n}") for n, target in enumerate(targets, start=1)]


@pytest.mark.parametrize(
    ("language", "paragraph", "notes", "targets"),
    [
        (
            "en",
            "Urging the carrying out of the agreement signed in Arbourg on 3 May 2044,[^1]",
            ["S/2044/9, annex."],
            ["S/2044/9"],
        ),
        (
            "en",
            "Having examined the application of Arbia for admission to the United Nations,[^1]",
            ["S/2044/9."],
            ["S/2044/9"],
        ),
        (
            "fr",
            "Ayant examiné la demande d'admission de l'Arbie à l'Organisation des Nations Unies[^1],",
            ["S/2044/9."],
            ["S/2044/9"],
        ),
        (
            "es",
            "Haciendo suya la memoria del Secretario General sobre la labor de los pozos[^1],",
            ["A/99/1."],
            ["A/99/1"],
        ),
        (
            "es",
            "Instando a que se aplique el acuerdo firmado en Arburgo el 3 de mayo de 2044[^1],",
            ["S/2044/9, anexo."],
            ["S/2044/9"],
        ),
        (
            "ru",
            "настоятельно призывая выполнять подписанное 3 мая 2044 года соглашение[^1],",
            ["S/2044/9, приложение."],
            ["S/2044/9"],
        ),
        ("zh", "促请执行2044年5月3日签署的协议，[^1]", ["S/2044/9，附件。"], ["S/2044/9"]),
        ("ar", "وإذ تحيط علما بالتقريرين عن الآبار[^1]،", ["A/99/1."], ["A/99/1"]),
        ("ar", "وإذ تحث على تنفيذ الاتفاق الموقع في 3 أيار/مايو 2044[^1]،", ["S/2044/9، المرفق."], ["S/2044/9"]),
    ],
)
def test_a_word_of_several_senses_means_the_text_whose_symbol_alone_its_note_gives(
    language: str, paragraph: str, notes: list[str], targets: list[str]
) -> None:
    assert _said(language, paragraph, *notes) == [(target, f"fn{n}") for n, target in enumerate(targets, start=1)]


@pytest.mark.parametrize(
    ("language", "paragraph", "notes", "targets"),
    [
        (
            "en",
            "Noting general comment No. 21 (1992) on wells,[^1] adopted by the Human Rights Committee,",
            ["Official Records of the General Assembly, Supplement No. 40 (A/47/40), annex VI.B."],
            ["A/47/40"],
        ),
        (
            "es",
            "Tomando nota de la observación general núm. 94 (2044), sobre las fuentes[^1],",
            ["CRC/C/GC/94."],
            ["CRC/C/GC/94"],
        ),
        (
            "fr",
            "Prenant note de l'observation générale no 94 (2044) sur les sources[^1],",
            ["CRC/C/GC/94."],
            ["CRC/C/GC/94"],
        ),
        ("ar", "وإذ تحيط علما بالتعليق العام رقم 94 (2044) بشأن الينابيع[^1]،", ["CRC/C/GC/94."], ["CRC/C/GC/94"]),
    ],
)
def test_a_general_comment_is_what_its_note_says(
    language: str, paragraph: str, notes: list[str], targets: list[str]
) -> None:
    assert _said(language, paragraph, *notes) == [(target, f"fn{n}") for n, target in enumerate(targets, start=1)]


@pytest.mark.parametrize(
    ("language", "paragraph", "notes", "targets"),
    [
        (
            "en",
            "Urging the carrying out of the agreement signed in Arbourg on 3 May 2044,[^1]",
            ["See S/2044/9, annex."],
            [],
        ),
        ("en", "Noting that the States have named their candidate for the office of Rapporteur,[^1]", ["A/99/1."], []),
        ("fr", "Soulignant que les efforts faits sur le plan régional ont porté leurs fruits[^1],", ["A/99/1."], []),
        (
            "ru",
            "считая, что усилия на региональной основе в соответствии с Уставом приносят плоды[^1],",
            ["См. A/99/1."],
            [],
        ),
        ("en", "Noting general comment No. 94, and later that wells run dry;[^1]", ["CRC/C/GC/95."], []),
    ],
)
def test_statements_and_other_numbers_are_not_identified(
    language: str, paragraph: str, notes: list[str], targets: list[str]
) -> None:
    assert _said(language, paragraph, *notes) == [(target, f"fn{n}") for n, target in enumerate(targets, start=1)]


def test_the_votes_of_a_recorded_vote_are_no_member_of_a_list_of_texts() -> None:
    paragraph = (
        "Decides, on the report of the Board on wells,[^1] by a recorded vote of 90 to 4, with 30 abstentions,[^2]"
    )
    assert _said("en", paragraph, "A/99/1.", "See A/99/PV.9.") == [("A/99/1", "fn1")]


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("en", "Noting the reports of the Secretary-General of 2 August,[^1] 5 August[^2] and 10 August 2044,[^3]"),
        ("fr", "Notant les rapports du Secrétaire général en date des 2 août[^1], 5 août[^2] et 10 août 2044[^3],"),
        (
            "es",
            "Tomando nota de los informes de 2 de agosto[^1], 5 de agosto[^2] y 10 de agosto de 2044[^3],",
        ),
        ("ru", "отмечая доклады Генерального секретаря от 2 августа[^1], 5 августа[^2] и 10 августа 2044 года[^3],"),
    ],
)
def test_days_are_members_of_a_list_of_texts(language: str, paragraph: str) -> None:
    notes = ["S/2044/91.", "S/2044/92.", "S/2044/93."]
    assert _said(language, paragraph, *notes) == [(f"S/2044/9{n}", f"fn{n}") for n in (1, 2, 3)]
