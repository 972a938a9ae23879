"""Articles of an annexed treaty, and the sub-paragraphs of resolutions that letters with a stop number."""

import pytest

from extract.reading.readers import read_document

EN = (
    "62/37. Convention on lanterns",
    "The General Assembly,",
    "Recalling its resolution 61/74,",
    "1. Adopts the Convention.",
)
AR = ("62/37 - اتفاقية الفوانيس", "إن الجمعية العامة،", "إذ تشير إلى قرارها 61/74،", "1 - تعتمد الاتفاقية.")
ZH = ("62/37. 灯笼公约", "大会，", "回顾其第61/74号决议，", "1. 通过该公约。")
RU = (
    "62/37. Конвенция о фонарях",
    "Генеральная Ассамблея,",
    "ссылаясь на свою резолюцию 61/74,",
    "1. принимает Конвенцию.",
)
FR = (
    "62/37. Convention sur les lanternes",
    "L'Assemblée générale,",
    "Rappelant sa résolution 61/74,",
    "1. Adopte la Convention.",
)
ES = (
    "62/37. Convención sobre los faroles",
    "La Asamblea General,",
    "Recordando su resolución 61/74,",
    "1. Aprueba la Convención.",
)


def labels(*paragraphs: str) -> list[str]:
    document = read_document("\n\n".join(paragraphs).encode(), file="x.txt")
    return [str(block.label) for block in document.blocks]


@pytest.mark.parametrize(
    ("head", "annex", "expected"),
    [
        (EN, ("Annex", "Article 1", "The Parties shall light lanterns.", "Article 2", "They shall not dim them."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (EN, ("Annex", "ARTICLE I", "The Parties shall light lanterns.", "ARTICLE II", "They shall not dim them."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (EN, ("Annex", "Article 1. Lanterns", "They light them.", "Article 2: Harbours", "1. They are open.",
              "2. They shall", "(a) have lanterns;", "(b) light them."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2(1)", "annex/art2(2)", "annex/art2(2)(a)",
          "annex/art2(2)(b)"]),
        (EN, ("Annex", "Part I", "Article 1", "Lanterns are lit.", "Part II", "Article 2", "They are dimmed."),
         ["annex", "annex", "annex/art1", "annex/art1", "annex", "annex/art2", "annex/art2"]),
        (FR, ("Annexe", "Article premier", "Les Parties allument les lanternes.", "Article 2", "Elles les éteignent."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (ES, ("Anexo", "Artículo 1", "Las Partes encenderán los faroles.", "Artículo 2", "Los apagarán."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (RU, ("Приложение", "Статья 1", "Стороны зажигают фонари.", "Статья 2", "Они гасят их."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (ZH, ("附件", "第一条", "各方应点亮灯笼。", "第二条", "各方应熄灭灯笼。"),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (AR, ("المرفق", "المادة الأولى", "تضيء الأطراف الفوانيس.", "المادة الثانية", "تطفئ الأطراف الفوانيس."),
         ["annex", "annex/art1", "annex/art1", "annex/art2", "annex/art2"]),
        (EN, ("Annex I", "1. Lanterns are lit.", "Annex II", "Article 1", "They dim.", "Article 2", "They light."),
         ["annex", "annex/op1", "annex2", "annex2/art1", "annex2/art1", "annex2/art2", "annex2/art2"]),
        (EN, ("Annex", "Article 25 of the Charter applies.", "Article 7 of the Code does, too."), ["annex"] * 3),
        (EN, ("Annex", "Article 1", "A single one is no treaty."), ["annex"] * 3),
    ],
)  # fmt: skip
def test_articles_of_an_annex_label_their_paragraphs(
    head: tuple[str, ...], annex: tuple[str, ...], expected: list[str]
) -> None:
    assert labels(*head, *annex)[len(head) :] == expected


def test_a_treaty_that_the_text_itself_holds_has_articles() -> None:
    articles = [f"Article {at}\n\nThe Parties shall light the lantern of harbour {at}." for at in (1, 2, 3)]
    assert labels(*EN, *articles)[4:] == ["art1", "art1", "art2", "art2", "art3", "art3"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1. Requests the keepers:", "a. To light;", "b. To dim;", "2. Ends."), ["op1", "op1(a)", "op1(b)", "op2"]),
        (("1. Requests the keepers:", "(a) To light:", "i. at night;", "ii. at dawn;", "(b) To dim."),
         ["op1", "op1(a)", "op1(a)(i)", "op1(a)(ii)", "op1(b)"]),
        (("1. Requests the keepers:", "c. Third is no first;", "2. Ends."), ["op1", "op1", "op2"]),
        (("1. Requests the keepers:", "a lantern. Of course;", "2. Ends."), ["op1", "op1", "op2"]),
        (("1. Requests the keepers:", "A. Lanterns", "2. Ends."), ["op1", "heading", "op2"]),
    ],
)  # fmt: skip
def test_letters_with_a_stop_number_sub_paragraphs(texts: tuple[str, ...], expected: list[str]) -> None:
    assert labels(*EN[:3], *texts)[3:] == expected


def test_arabic_letters_with_a_hyphen_number_sub_paragraphs() -> None:
    assert labels(*AR[:3], "1 - تطلب إلى الحراس:", "أ - الإضاءة؛", "ب - الإطفاء.")[3:] == ["op1", "op1(a)", "op1(b)"]
