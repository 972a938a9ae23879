"""Reports, letters and statements as citing documents: their paragraphs and labels, in six languages."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.model.document import Document
from extract.reading.readers import read_document

REPORTS = {
    "en": """United Nations|A/99/132|General Assembly|Distr.: General|14 July 2044|Original: English
Ninety-ninth session|Safety of small harbours|Report of the Secretary-General|Summary
The present report is submitted pursuant to General Assembly resolution 78/31, which asked for one.|I. Introduction
1. In its resolution 78/31, the General Assembly requested a report on small harbours.|II. Developments|A. Buoys
2. The Forum welcomed:|(a) The report of the Secretary-General (A/97/210);|(b) Security Council resolution 1540 (2004).
It also recalled resolution 61/105.|1. First of its own list;|Norway|Norway gave document A/98/213.|III. Conclusions
3. The Secretary-General recommends that the Assembly recall its resolution 78/31.|Annex|States that took part
1. Norway referred to resolution 72/73.|2. Palau did not.""",
    "fr": """Nations Unies|A/99/132|Assemblée générale|Distr. générale|14 juillet 2044|Français|Original : anglais
Quatre-vingt-dix-neuvième session|Sécurité des petits ports|Rapport du Secrétaire général|Résumé
Le présent rapport est soumis en application de la résolution 78/31 de l’Assemblée générale.|I. Introduction
1. Dans sa résolution 78/31, l’Assemblée générale a demandé un rapport sur les petits ports.|II. Faits|A. Bouées
2. Le Forum a accueilli :|a) Le rapport du Secrétaire général (A/97/210) ;|b) La résolution 1540 (2004) du Conseil.
Il a aussi rappelé la résolution 61/105.|1. Premier point de sa liste ;|Norvège
La Norvège a soumis le document A/98/213.|III. Conclusions
3. Le Secrétaire général recommande à l’Assemblée de rappeler sa résolution 78/31.|Annexe|Participants
1. La Norvège a cité la résolution 72/73.|2. Les Palaos ne l’ont pas fait.""",
    "es": """Naciones Unidas|A/99/132|Asamblea General|Distr. general|14 de julio de 2044|Español|Original: inglés
Nonagésimo noveno período de sesiones|Seguridad de los puertos pequeños|Informe del Secretario General|Resumen
El presente informe se presenta de conformidad con la resolución 78/31 de la Asamblea General.|I. Introducción
1. En su resolución 78/31, la Asamblea General pidió un informe sobre los puertos pequeños.|II. Novedades|A. Boyas
2. El Foro acogió:|a) El informe del Secretario General (A/97/210);|b) La resolución 1540 (2004) del Consejo.
También recordó la resolución 61/105.|1. Primer punto de su lista;|Noruega
Noruega presentó el documento A/98/213.
III. Conclusiones|3. El Secretario General recomienda que la Asamblea recuerde su resolución 78/31.|Anexo|Participantes
1. Noruega citó la resolución 72/73.|2. Palau no lo hizo.""",
    "ru": """Организация Объединенных Наций|A/99/132|Генеральная Ассамблея|Distr.: General|14 July 2044|Russian
Original: English|Девяносто девятая сессия|Безопасность малых портов|Доклад Генерального секретаря|Резюме
Настоящий доклад представляется в соответствии с резолюцией 78/31 Генеральной Ассамблеи.|I. Введение
1. В своей резолюции 78/31 Генеральная Ассамблея просила представить доклад о портах.|II. Изменения|A. Буи
2. Форум приветствовал:|a) доклад Генерального секретаря (A/97/210);|b) резолюцию 1540 (2004) Совета Безопасности.
Он также сослался на резолюцию 61/105.|1. Первый пункт его перечня;|Норвегия|Норвегия представила документ A/98/213.
III. Выводы|3. Генеральный секретарь рекомендует Ассамблее сослаться на свою резолюцию 78/31.|Приложение|Участники
1. Норвегия упомянула резолюцию 72/73.|2. Палау не упомянула.""",
    "ar": """الأمم المتحدة|A/99/132|الجمعية العامة|Distr.: General|14 July 2044|Arabic|Original: English
الدورة التاسعة والتسعون|سلامة الموانئ الصغيرة|تقرير الأمين العام|موجز
يقدم هذا التقرير عملا بقرار الجمعية العامة 78/31 الذي طلبت فيه الجمعية تقريرا عن الموانئ.|أولا - مقدمة
1 - طلبت الجمعية العامة، في قرارها 78/31، تقريرا عن سلامة الموانئ.|ثانيا - التطورات|ألف - العوامات
2 - ورحب المنتدى بما يلي:|(أ) تقرير الأمين العام (A/97/210)؛|(ب) قرار مجلس الأمن 1540 (2004).
وأشار أيضا إلى القرار 61/105.|1 - البند الأول من قائمته؛|النرويج|وقدمت النرويج الوثيقة A/98/213.|ثالثا - استنتاجات
3 - يوصي الأمين العام بأن تشير الجمعية إلى قرارها 78/31.|المرفق|المشاركون
1 - أشارت النرويج إلى القرار 72/73.|2 - ولم تفعل بالاو ذلك.""",
    "zh": """联合国|A/99/132|大会|Distr.: General|14 July 2044|Chinese|Original: English|第九十九届会议
小港口的安全|秘书长的报告|摘要
本报告是根据大会第78/31号决议提交的，大会在该决议中请秘书长就小港口的安全提出报告。|一. 导言
1. 大会第78/31号决议请秘书长就小港口的安全提出报告。|二. 事态发展|A. 浮标
2. 论坛欢迎：|(a) 秘书长的报告(A/97/210)；|(b) 安全理事会第1540(2004)号决议。
论坛还回顾第61/105号决议。|1. 论坛清单的第一项；|挪威|挪威提交了A/98/213号文件。|三. 结论
3. 秘书长建议大会回顾其第78/31号决议。|附件|与会国
1. 挪威提到第72/73号决议。|2. 帕劳没有提到。""",
}  # fmt: skip
FOUND = [
    ("lead", "A/RES/78/31"), ("p1", "A/RES/78/31"), ("p2(a)", "A/97/210"), ("p2(b)", "S/RES/1540(2004)"),
    ("p2(b)", "A/RES/61/105"), ("p2(b)", "A/98/213"), ("p3", "A/RES/78/31"), ("annex/p1", "A/RES/72/73"),
]  # fmt: skip


def read(text: str) -> Document:
    return read_document(text.replace("|", "\n").replace("\n", "\n\n").encode(), file="x.txt")


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


def found(document: Document) -> list[tuple[str, str]]:
    rows = (row for row in find_citations(document) if isinstance(row, Citation))
    return [(row.evidence.paragraph, row.target) for row in rows]


@pytest.mark.parametrize("language", REPORTS)
def test_paragraphs_of_a_report_have_the_numbers_that_go_on_over_its_sections(language: str) -> None:
    document = read(REPORTS[language])
    assert (document.record.language, document.record.symbol) == (language, "A/99/132")
    assert found(document) == FOUND
    body = labels(document)[labels(document).index("p1") :]
    assert body == [
        "p1", "heading", "heading", "p2", "p2(a)", "p2(b)", "p2(b)", "p2(b)", "p2(b)", "p2(b)", "heading", "p3",
        "annex", "annex", "annex/p1", "annex/p2",
    ]  # fmt: skip
    assert labels(document).count("title") == 1
    assert next(block.text for block in document.blocks if block.label == "title") == document.record.title


LETTER = """United Nations|S/2044/213|Security Council|Distr.: General|3 March 2044|Original: English
Letter dated 1 March 2044 from the Chair of the Committee established pursuant to resolution 1540 (2004)
In accordance with paragraph 9 of resolution 1977 (2011), I have the honour to submit the programme of work.
It was prepared in the light of resolution 2325 (2016) and of document S/2043/901, in three parts:
(a) The first under resolution 2055 (2012);|(b) The second without one.
I should be grateful if the present letter could be issued as a document of the Council.|(Signed) Ana Example|Chair
Annex|Programme of work|1. The Committee goes on under resolution 2325 (2016).|2. It will meet."""


def test_paragraphs_of_a_letter_are_counted() -> None:
    document = read(LETTER)
    assert found(document) == [
        ("title", "S/RES/1540(2004)"), ("p1", "S/RES/1977(2011)"), ("p2", "S/RES/2325(2016)"), ("p2", "S/2043/901"),
        ("p2(a)", "S/RES/2055(2012)"), ("annex/p1", "S/RES/2325(2016)"),
    ]  # fmt: skip
    assert labels(document)[6:13] == ["title", "p1", "p2", "p2(a)", "p2(b)", "p3", "heading"]


STATEMENT = """United Nations|S/PRST/2044/16|Security Council|Distr.: General|4 May 2044|Original: English
Statement by the President of the Security Council
At the 9999th meeting of the Security Council, held on 4 May 2044, the President made the following statement:
“The Security Council recalls its resolution 1540 (2004) and the statement of its President S/PRST/2043/10.
The Council welcomes the report of the Secretary-General (S/2044/200), which it has examined with care.”"""


def test_paragraphs_of_a_statement_are_counted_and_its_own_title_is_found() -> None:
    document = read(STATEMENT)
    assert found(document) == [("p2", "S/RES/1540(2004)"), ("p2", "S/PRST/2043/10"), ("p3", "S/2044/200")]
    assert labels(document) == ["head"] * 6 + ["title", "p1", "p2", "p3"]


RECOMMENDED = """United Nations|A/99/480|General Assembly|Distr.: General|28 November 2044|Original: English
Safety of small harbours|Report of the Second Committee|I. Introduction
1. The Committee had before it the report of the Secretary-General (A/99/132), submitted pursuant to resolution 78/31.
II. Recommendation|2. The Second Committee recommends to the General Assembly the following draft resolution:
Safety of small harbours|The General Assembly,|Recalling its resolution 78/31 of 20 December 2023,
1. Takes note of the report of the Secretary-General (A/99/132);|2. Decides to go on under its resolution 58/316."""


def test_a_resolution_that_a_report_recommends_has_the_labels_of_one() -> None:
    assert found(read(RECOMMENDED)) == [
        ("p1", "A/99/132"), ("p1", "A/RES/78/31"), ("pp1", "A/RES/78/31"), ("op1", "A/99/132"), ("op2", "A/RES/58/316"),
    ]  # fmt: skip


def test_sections_that_number_from_one_again_stand_before_the_number() -> None:
    text = "A/99/132|Report of the Forum|I. First|1. It met under resolution 78/31.|2. It went on.|II. Second"
    assert labels(read(f"{text}|1. It met again under resolution 78/32.|2. It ended."))[3:] == [
        "I/p1", "I/p2", "heading", "II/p1", "II/p2",
    ]  # fmt: skip


STATEMENTS = {
    "en": "Statement by the President of the Security Council|The Security Council recalls its resolution 1540 (2004).",
    "fr": "Déclaration du Président du Conseil de sécurité|Le Conseil rappelle sa résolution 1540 (2004).",
    "es": "Declaración de la Presidencia del Consejo de Seguridad|El Consejo recuerda su resolución 1540 (2004).",
    "ru": "Заявление Председателя Совета Безопасности|Совет ссылается и на резолюцию 1540 (2004) о мерах.",
    "ar": "بيان من رئيس مجلس الأمن|يشير مجلس الأمن إلى قراره 1540 (2004) وإلى التدابير التي اتخذها.",
    "zh": "安全理事会主席的声明|安全理事会回顾其第1540(2004)号决议，并重申安理会以往就此采取的各项措施。",
}


@pytest.mark.parametrize("language", STATEMENTS)
def test_a_statement_has_a_title_and_paragraphs_in_every_language(language: str) -> None:
    document = read(f"S/PRST/2044/16|{STATEMENTS[language]}")
    assert document.record.title == STATEMENTS[language].partition("|")[0]
    assert (labels(document), found(document)) == (["head", "title", "p1"], [("p1", "S/RES/1540(2004)")])
