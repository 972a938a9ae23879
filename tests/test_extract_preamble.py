"""Preambular paragraphs that end in a full line and a comma: the first word of the next line separates them."""

import pytest

from extract.language.verb_finder import opens_paragraph
from extract.language.verbs import load_verbs
from extract.reading.readers import read_document

# Repeated in the first operative paragraph, line after line, so that the lines show the width of the page.
FILLERS = {"en": "ferries", "es": "barcos", "ru": "паромы", "zh": "渡船", "ar": "معابر"}
WIDTH = {"zh": 42}
# Lines of one width, separated by empty ones as text copied out of a page is; every full line ends in a comma, and the
# indents are lost. A stroke begins a paragraph.
PREAMBLES = {
    "en": """The General Assembly,
|Recalling its resolution 98/701 of 2 December 2043 on the ferries of the upper lakes,
and the letters of the villages which hold that ferries are a service to everybody,
|Honouring the memory of the ferrymen, who have kept the landing places in good order,
Especially in winter, when the lakes of the north are closed to every other traffic,
|Deeply concerned that the landing places of the upper lakes are no longer kept safe,
|Noting the report on lost ferries, which was read in all of the villages last year,
1. Requests the Secretary-General to report on the ferries of the upper lakes again.""",
    "es": """La Asamblea General,
|Recordando su resolución 98/701, de 2 de diciembre de 2043, relativa a los antiguos,
Combatientes y a los transbordadores de los lagos del norte que prestan un servicio,
|Honrando la memoria de los barqueros, que han mantenido en buen estado los muelles,
Sociales y Culturales, de los pueblos ribereños de los lagos del norte del territorio,
|Observando el informe sobre los transbordadores, que se leyó en todos los pueblos ya,
1. Solicita al Secretario General que presente un informe sobre los transbordadores.""",
    "ru": """Генеральная Ассамблея,
|ссылаясь на свою резолюцию 98/701 от 2 декабря 2043 года о паромах верхних озер мира,
касающуюся также пристаней и причалов, содержащихся жителями прибрежных деревень там,
|будучи серьезно обеспокоена тем, что причалы верхних озер уже давно никто не чинит,
в которой она, в частности, рекомендовала содержать причалы в порядке круглый год и,
предлагает деревням сообщать о паромах, которые были утрачены за последние сорок лет,
|отмечая доклад об утраченных паромах, который был зачитан во всех деревнях в том году,
1. просит Генерального секретаря вновь представить доклад о паромах верхних озер там.""",
    "zh": """大会，
|回顾其2043年12月2日关于上游各湖渡船的第98/701号决议以及各村庄认为渡船服务于所有人的信函，
并回顾各村庄认为渡船在冬季也应当得到维护而且码头应当在全年之中保持完好状态的多次来信，
|感到失望的是上游各湖的码头已有多年无人修理而且渡船的登记资料没有得到各国档案馆的保存，
|注意到关于失去的渡船的报告已在去年于所有村庄宣读而且各村庄对报告表示了极大的兴趣和欢迎，
1. 请秘书长再次提出关于上游各湖渡船的报告并在报告中列入关于码头状况以及登记资料的说明。""",
    "ar": """إن الجمعية العامة،
|إذ تشير إلى قرارها 98/701 المؤرخ 2 كانون الأول/ديسمبر 2043 بشأن المعابر في البحيرات العليا،
التي ترى القرى أنها خدمة لجميع الناس وأنها ينبغي أن تصان في الشتاء وفي جميع الفصول الأخرى،
|وإذ تلاحظ التقرير عن المعابر المفقودة الذي تلي في جميع القرى في العام الماضي ولقي ترحيبا فيها،
1 - تطلب إلى الأمين العام أن يقدم تقريرا عن المعابر في البحيرات العليا مرة أخرى في هذا العام.""",
}


@pytest.mark.parametrize("language", sorted(PREAMBLES))
def test_a_verb_begins_a_paragraph_after_a_full_line(language: str) -> None:
    word = FILLERS[language] + ("" if language == "zh" else " ")
    filler = (word * (WIDTH.get(language, 84) // len(word))).strip()
    lines = ["99/701. Ferries", *PREAMBLES[language].replace("|", "").rstrip(".").splitlines(), *[filler] * 12]
    document = read_document(("\n\n".join(lines) + ".").encode(), file="a.txt")
    read = [block.text for block in document.blocks if block.label.kind == "pp"]
    meant = [
        part.replace("\n", "" if language == "zh" else " ")
        for part in PREAMBLES[language].partition("\n1")[0].split("\n|")[1:]
    ]
    assert [text.replace(" ", "") for text in read] == [text.replace(" ", "") for text in meant]


@pytest.mark.parametrize(
    ("language", "line", "opens"),
    [
        ("en", "Also recalling its resolution 98/701,", True),
        ("en", "Continuing to be gravely concerned at the state of the ferries,", True),
        ("en", "and recalling its resolution 98/701,", False),
        ("en", "Especially in winter,", False),
        ("fr", "Souhaitant la bienvenue aux villages,", True),
        ("fr", "la Convention sur les bacs,", False),
        ("ru", "будучи по-прежнему глубоко обеспокоена состоянием паромов,", True),
        ("ru", "предлагает деревням сообщать о паромах", False),
        ("ru", "Предлагает деревням сообщать о паромах", True),
        ("zh", "又回顾其第98/701号决议，", True),
        ("zh", "并回顾其第98/701号决议，", False),
        ("ar", "وإذ تشير إلى قرارها 98/701،", True),
        ("ar", "وإذ", True),
        ("ar", "التي ترى القرى", False),
    ],
)
def test_how_a_preambular_paragraph_opens(language: str, line: str, opens: bool) -> None:  # noqa: FBT001  # a table's answer
    assert opens_paragraph(line, load_verbs(language)) is opens
