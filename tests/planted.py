"""Drafts with planted errors: ten kinds in six languages, each with the field that is wrong and what is right.

The sentences are our own; the facts are those of the catalogue and the registry.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Planted:
    """A wrong citation.

    Attributes:
        kind: what was planted.
        language: of the draft.
        text: the paragraph; `{n}` stands where its note mark is.
        field: the field of the finding that tells.
        known: what the finding gives as right, or how it begins.
        note: the note at the end of the draft, if the paragraph has a mark.
    """

    kind: str
    language: str
    text: str
    field: str
    known: str
    note: str = ""


HEADS = {
    "ar": ("الجمعية العامة", "عنوان", "إن الجمعية العامة،", "1 - تقرر أن تبقي المسألة قيد نظرها."),
    "en": ("General Assembly", "Title", "The General Assembly,", "1. Decides to remain seized of the matter."),
    "es": ("Asamblea General", "Título", "La Asamblea General,", "1. Decide seguir ocupándose de la cuestión."),
    "fr": ("Assemblée générale", "Titre", "L’Assemblée générale,", "1. Décide de rester saisie de la question."),
    "ru": ("Генеральная Ассамблея", "Название", "Генеральная Ассамблея,", "1. постановляет продолжать рассмотрение."),
    "zh": ("大会", "标题", "大会，", "1. 决定继续审议。"),
}
"""Organ, title, opening and operative paragraph of a draft."""

_YEAR = {
    "ar": "إذ تشير إلى قرار مجلس الأمن 2140 (2015)،",
    "en": "Recalling Security Council resolution 2140 (2015),",
    "es": "Recordando la resolución 2140 (2015) del Consejo de Seguridad,",
    "fr": "Rappelant la résolution 2140 (2015) du Conseil de sécurité,",
    "ru": "ссылаясь на резолюцию 2140 (2015) Совета Безопасности,",
    "zh": "回顾安全理事会第2140(2015)号决议，",
}
_LETTER = {
    "ar": "وإذ تسترشد بالإعلان العالمي لحقوق الإنسان{n}،",
    "en": "Recalling its resolution 217 B (III), containing the Universal Declaration of Human Rights,",
    "es": "Recordando su resolución 217 B (III), que contiene la Declaración Universal de Derechos Humanos,",
    "fr": "Rappelant sa résolution 217 B (III), contenant la Déclaration universelle des droits de l’homme,",
    "ru": "ссылаясь на Всеобщую декларацию прав человека{n},",
    "zh": "铭记《世界人权宣言》{n}，",
}
_LETTER_NOTES = {"ar": "القرار 217 باء (د-3).", "ru": "Резолюция 217 B (III).", "zh": "第217 B (III)号决议。"}
_BEYOND = {
    "ar": "وإذ تشير إلى قرارها 74/399 المؤرخ 18 كانون الأول/ديسمبر 2019،",
    "en": "Recalling its resolution 74/399 of 18 December 2019,",
    "es": "Recordando su resolución 74/399, de 18 de diciembre de 2019,",
    "fr": "Rappelant sa résolution 74/399 du 18 décembre 2019,",
    "ru": "ссылаясь на свою резолюцию 74/399 от 18 декабря 2019 года,",
    "zh": "回顾其2019年12月18日第74/399号决议，",
}
_TITLE = {
    "ar": "وإذ تشير إلى قرارها 60/1 المعنون ”تحويل عالمنا: خطة التنمية المستدامة لعام 2030“،",
    "en": "Recalling its resolution 60/1, entitled “Transforming our world: the 2030 Agenda for Sustainable "
    "Development”,",
    "es": "Recordando su resolución 60/1, titulada “Transformar nuestro mundo: la Agenda 2030 para el Desarrollo "
    "Sostenible”,",
    "fr": "Rappelant sa résolution 60/1, intitulée « Transformer notre monde : le Programme de développement durable "
    "à l’horizon 2030 »,",
    "ru": "ссылаясь на свою резолюцию 60/1, озаглавленную «Преобразование нашего мира: Повестка дня в области "
    "устойчивого развития на период до 2030 года»,",
    "zh": "回顾其题为“变革我们的世界：2030年可持续发展议程”的第60/1号决议，",
}
_DATE = {
    "ar": "وإذ تشير إلى قرارها 60/1 المؤرخ 25 أيلول/سبتمبر 2015،",
    "en": "Recalling its resolution 60/1 of 25 September 2015,",
    "es": "Recordando su resolución 60/1, de 25 de septiembre de 2015,",
    "fr": "Rappelant sa résolution 60/1 du 25 septembre 2015,",
    "ru": "ссылаясь на свою резолюцию 60/1 от 25 сентября 2015 года,",
    "zh": "回顾其2015年9月25日第60/1号决议，",
}
_CHILD = {
    "ar": "وإذ تشير إلى اتفاقية حقوق الطفل{n}،",
    "en": "Recalling the Convention on the Rights of the Child,{n}",
    "es": "Recordando la Convención sobre los Derechos del Niño{n},",
    "fr": "Rappelant la Convention relative aux droits de l’enfant{n},",
    "ru": "ссылаясь на Конвенцию о правах ребенка{n},",
    "zh": "回顾《儿童权利公约》{n}，",
}
_CHILD_NOTES = {
    "ar": "United Nations, Treaty Series, vol. 1577, No. 27351.",
    "en": "United Nations, Treaty Series, vol. 1577, No. 27351.",
    "es": "Naciones Unidas, Treaty Series, vol. 1577, núm. 27351.",
    "fr": "Nations Unies, Recueil des Traités, vol. 1577, no 27351.",
    "ru": "United Nations, Treaty Series, vol. 1577, No. 27351.",
    "zh": "联合国，《条约汇编》，第1577卷，第27351号。",
}
_OLD = {
    "ar": "وإذ تشير إلى قرارها 74/137،",
    "en": "Recalling its resolution 74/137,",
    "es": "Recordando su resolución 74/137,",
    "fr": "Rappelant sa résolution 74/137,",
    "ru": "ссылаясь на свою резолюцию 74/137,",
    "zh": "回顾其第74/137号决议，",
}
_SPELLING = {
    "ar": ("وإذ تشير إلى اتفاقية القضاء على جميع أشكال التمييز ضد المراة والاتفاقية الدولية للقضاء على جميع أشكال "
           "التميز العنصري،"),
    "en": "Recalling the Convention on the Elimination of All Forms of Discrimnation against Women,",
    "es": "Recordando la Convención sobre la Eliminación de Todas las Formas de Discriminción contra la Mujer,",
    "fr": "Rappelant la Convention sur l’élimination de toutes les formes de discrimniation à l’égard des femmes,",
    "ru": "ссылаясь на Конвенцию о ликвидации всех форм дискримнации в отношении женщин,",
    "zh": "回顾《消除对妇女一切形式岐视公约》，",
}  # fmt: skip
_BODY = {
    "ar": "وإذ تشير إلى قرار الجمعية العامة 1325 (2000)،",
    "en": "Recalling General Assembly resolution 1325 (2000),",
    "es": "Recordando la resolución 1325 (2000) de la Asamblea General,",
    "fr": "Rappelant la résolution 1325 (2000) de l’Assemblée générale,",
    "ru": "ссылаясь на резолюцию 1325 (2000) Генеральной Ассамблеи,",
    "zh": "回顾大会第1325(2000)号决议，",
}
_NAME = {
    "ar": "وإذ تشير إلى إعلان الأمم المتحدة بشأن الألفية{n}،",
    "en": "Reaffirming the United Nations Millennium Declaration,{n}",
    "es": "Reafirmando la Declaración del Milenio{n},",
    "fr": "Réaffirmant la Déclaration du Millénaire{n},",
    "ru": "подтверждая Декларацию тысячелетия Организации Объединенных Наций{n},",
    "zh": "重申《联合国千年宣言》{n}，",
}
_NAME_NOTES = {
    "ar": "القرار 55/1.", "en": "Resolution 55/1.", "es": "Resolución 55/1.", "fr": "Résolution 55/1.",
    "ru": "Резолюция 55/1.", "zh": "第55/1号决议。",
}  # fmt: skip
_RIGHT = {
    "ar": "التمييز", "en": "Convention on the Elimination of All Forms of Discrimination against Women",
    "es": "Convención sobre la Eliminación", "fr": "Convention sur l", "ru": "Конвенция о ликвидации",
    "zh": "消除对妇女一切形式歧视公约",
}  # fmt: skip


def _planted() -> list[Planted]:
    kinds: tuple[tuple[str, dict[str, str], str, str, dict[str, str]], ...] = (
        ("year", _YEAR, "number", "S/RES/2140(2014)", {}),
        ("letter", _LETTER, "number", "A/RES/217A(III)", _LETTER_NOTES),
        ("beyond", _BEYOND, "existence", "", {}),
        ("title", _TITLE, "title", "", {}),
        ("date", _DATE, "date", "2005-09-16", {}),
        ("registration", _CHILD, "registration", "27531", _CHILD_NOTES),
        ("superseded", _OLD, "series", "A/RES/80/193", {}),
        ("spelling", _SPELLING, "name", "", {}),
        ("body", _BODY, "body", "Security Council", {}),
        ("name", _NAME, "number", "A/RES/55/2", _NAME_NOTES),
    )
    return [
        Planted(kind, language, text, field, known, notes.get(language, ""))
        for kind, texts, field, known, notes in kinds
        for language, text in texts.items()
    ]


PLANTED = _planted()


def draft(language: str, *errors: Planted) -> str:
    """A draft resolution that holds some errors, one per paragraph."""
    organ, title, opening, end = HEADS[language]
    paragraphs: list[str] = []
    notes: list[str] = []
    for error in errors:
        if error.note:
            notes.append(f"{len(notes) + 1} {error.note}")
        paragraphs.append(error.text.replace("{n}", str(len(notes))))
    return "\n\n".join(["A/RES/80/901", organ, f"80/901. {title}", opening, *paragraphs, end, *notes]) + "\n"
