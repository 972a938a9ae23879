"""Bodies named beside "in its resolution", parts behind what a text is about, articles with their members."""

import json

import pytest
from document_sample import one_sentence

from extract.find import find_citations
from extract.model.citation import Citation, dump_lines

NAMED = {
    "en": "The Commission on the Status of Women, in resolution 60/2, and the Commission on Narcotic Drugs, in its"
    " resolution 61/8, and the General Assembly, in resolution 60/3, agreed.",
    "fr": "La Commission de la condition de la femme, dans sa résolution 60/2, la Commission des stupéfiants, dans la"
    " résolution 61/8, et l’Assemblée générale, dans la résolution 60/3, en ont convenu.",
    "es": "La Comisión de la Condición Jurídica y Social de la Mujer, en su resolución 60/2, la Comisión de"
    " Estupefacientes, en la resolución 61/8, y la Asamblea General, en la resolución 60/3, lo acordaron.",
    "ru": "Комиссия по положению женщин в своей резолюции 60/2, Комиссия по наркотическим средствам в резолюции 61/8 и"
    " Генеральная Ассамблея в резолюции 60/3 указали на это.",
    "zh": "妇女地位委员会在其第60/2号决议中，麻醉药品委员会在第61/8号决议中，大会在第60/3号决议中提出了这一要求。",
    "ar": "وأكدت لجنة وضع المرأة، في قرارها 60/2، ولجنة المخدرات، في القرار 61/8،"
    " والجمعية العامة، في القرار 60/3، ذلك.",
}


def cited(text: str, language: str = "en") -> list[tuple[str, str | None]]:
    """Targets and pinpoints."""
    found = find_citations(one_sentence(text, language=language, organ="Security Council"))
    return [(each.target, each.evidence.pinpoint) for each in found if isinstance(each, Citation)]


@pytest.mark.parametrize("language", NAMED)
def test_the_body_beside_in_its_resolution_adopted_it(language: str) -> None:
    targets = [target for target, _ in cited(NAMED[language], language)]
    assert targets == ["E/CN.6/RES/60/2", "E/CN.7/RES/61/8", "A/RES/60/3"]


def test_rows_say_how_a_number_was_read() -> None:
    read = one_sentence(NAMED["en"], language="en", organ="Security Council")
    notes = [json.loads(line).get("note") for line in dump_lines(find_citations(read))]
    composed = "symbol made of body and number: the United Nations prints none of that form"
    assert notes == [composed, composed, None]


def test_a_commission_named_after_the_council_takes_the_numbers_behind_it() -> None:
    text = (
        "The Economic and Social Council, in resolutions 1235 (XLII) and 1996/31, and the Commission on Human Rights,"
        " in resolution 8 (XXIII) and resolution 1985/33, laid the basis."
    )
    assert [target for target, _ in cited(text)] == [
        "E/RES/1235(XLII)", "E/RES/1996/31", "E/CN.4/RES/8(XXIII)", "E/CN.4/RES/1985/33",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The Statistical Commission, in its decision 51/102, agreed.",
        "The Forum on Forests, in its resolution 4/2, agreed.",
        "In decision 2017/5 the Board took note of the review.",
        "The United Nations Environment Assembly, in its decision 5/4, agreed.",
    ],
)
def test_a_number_is_of_no_body_that_does_not_number_so(text: str) -> None:
    assert not cited(text)


PARTS = [
    ("en", "See Human Rights Committee, general comment No. 35 (2014) on liberty of person, para. 12.", "para. 12"),
    ("es", "Véase la resolución 68/237, relativa a los puertos y las islas, párr. 4.", "párr. 4"),
    ("fr", "Voir la résolution 68/237 sur les petits ports, par. 4.", "par. 4"),
    ("ru", "См. резолюцию 68/237 о малых портах, пункт 4.", "пункт 4"),
    ("ar", "انظر القرار 68/237 بشأن المرافئ الصغيرة، الفقرة 4.", "الفقرة 4"),
    ("en", "Recalls resolution 68/237, entitled “Small islands”, in particular paragraph 10.", "paragraph 10"),
    ("en", "Recalls resolution 68/237 (para. 5 (e)).", "para. 5 (e)"),
    ("fr", "Rappelle la résolution 68/237 (par. 4 et 5).", "par. 4 et 5"),
    ("ru", "Ссылается на резолюцию 68/237 (пункты 4 и 5).", "пункты 4 и 5"),
    ("zh", "回顾第68/237号决议(第4和第5段)。", "第4和第5段"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "part"), PARTS)
def test_the_part_stands_behind_what_the_text_is_about_or_in_brackets(language: str, text: str, part: str) -> None:
    assert [pinpoint for _, pinpoint in cited(text, language)] == [part]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Recalls resolutions 174 (II), para. 3, and 72/116.", ["para. 3", None]),
        ("Recalls resolution 60/1 on the outcome, and notes that paragraph 3 of resolution 61/2 stands.",
         [None, "paragraph 3"]),
        ("Recalls resolution 60/1 on resolution 61/2, para. 4.", [None, "para. 4"]),
        ("Recalls resolution 60/1 on ports. Later texts, para. 4, differ.", [None]),
    ],
)  # fmt: skip
def test_a_part_is_of_one_text_only(text: str, parts: list[str | None]) -> None:
    assert [pinpoint for _, pinpoint in cited(text)] == parts


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("ru", "в соответствии со статьями 9 (пункты 1, 3 и 4) и 14 (пункт 3 b) и g)) Устава",
         "статьями 9 (пункты 1, 3 и 4) и 14 (пункт 3 b) и g))"),
        ("fr", "conformément aux articles 2 (par. 3 a)) et 14 (par. 1 et 3 c)) de la Charte",
         "articles 2 (par. 3 a)) et 14 (par. 1 et 3 c))"),
        ("en", "under articles 2 (3) (a), 9 (1)–(4) and 14 (1) and (3) (b), (d) and (g) of the Charter",
         "articles 2 (3) (a), 9 (1)–(4) and 14 (1) and (3) (b), (d) and (g)"),
        ("zh", "根据《宪章》第二条第3款(甲)项、第九条第1款和第十四条第3款(丑)和(庚)项",
         "第二条第3款(甲)项、第九条第1款和第十四条第3款(丑)和(庚)项"),
    ],
)  # fmt: skip
def test_articles_with_their_paragraphs_and_members_are_one_part(language: str, text: str, part: str) -> None:
    assert cited(text, language) == [("treaty:un-charter", part)]
