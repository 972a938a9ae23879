"""One invented resolution in six languages, as its drafters have it; `form_sample` makes every form of it.

In the texts `^2` is the mark of note 2, and `[61/74](A/RES/61/74)` a link to a document.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A resolution as its drafters have it.

    Attributes:
        language: ISO 639-1 code.
        masthead: the lines above the title.
        number: the number that the title begins with.
        title: the title.
        formula: the words that enact it.
        preamble: its paragraphs.
        operative: number or letter of each paragraph, and its text.
        notes: number and text.
        meeting: the adopting meeting.
        day: the date of adoption, as written.
        annex: heading and paragraphs of the annex; empty where there is none.
    """

    language: str
    masthead: tuple[str, ...]
    number: str
    title: str
    formula: str
    preamble: tuple[str, ...]
    operative: tuple[tuple[str, str], ...]
    notes: Mapping[str, str]
    meeting: str
    day: str
    annex: tuple[str, ...] = field(default=())


ENGLISH: Final = Sample(
    language="en",
    masthead=(
        "United Nations",
        "A/RES/99/931",
        "General Assembly",
        "Resolution adopted by the General Assembly on 7 December 2044",
    ),
    number="99/931",
    title="Lanterns of small harbours",
    formula="The General Assembly,",
    preamble=(
        (
            "Recalling its resolutions [61/74](A/RES/61/74) of 6 December 2006 and "
            "[64/292](A/RES/64/292) of 28 July 2010,^1"
        ),
        "Guided by the Convention on the Rights of the Child,^2",
    ),
    operative=(
        ("1.", "Takes note of the report of the Secretary-General on lanterns;^3"),
        ("2.", "Invites States:"),
        (
            "(a)",
            ("To keep lanterns lit, in accordance with its resolution [217 A (III)](A/RES/217(III));"),
        ),
        ("(b)", "To report on them by 2046;"),
        (
            "3.",
            ("Decides to implement Security Council resolution [1325 (2000)](S/RES/1325(2000))."),
        ),
    ),
    notes={
        "1": "See also resolution [47/191](A/RES/47/191).",
        "2": "United Nations, Treaty Series, vol. 1577, No. 27531.",
        "3": "[A/75/132](A/75/132).",
    },
    meeting="37th plenary meeting",
    day="7 December 2044",
    annex=("Annex", "Rules for lanterns", "1. A lantern is lit as resolution [62/37](A/RES/62/37) asks."),
)

SAMPLES: Final = {
    "en": ENGLISH,
    "fr": Sample(
        language="fr",
        masthead=(
            "Nations Unies",
            "A/RES/99/931",
            "Assemblée générale",
            "Résolution adoptée par l’Assemblée générale le 7 décembre 2044",
        ),
        number="99/931",
        title="Lanternes des petits ports",
        formula="L’Assemblée générale,",
        preamble=(
            (
                "Rappelant ses résolutions [61/74](A/RES/61/74) du 6 décembre 2006 et "
                "[64/292](A/RES/64/292) du 28 juillet 2010^1,"
            ),
        ),
        operative=(
            ("1.", "Prend note du rapport du Secrétaire général^2 ;"),
            (
                "2.",
                ("Prie les États d’appliquer la résolution [1325 (2000)](S/RES/1325(2000)) du Conseil de sécurité."),
            ),
        ),
        notes={
            "1": "Voir aussi la résolution [47/191](A/RES/47/191).",
            "2": "[A/75/132](A/75/132).",
        },
        meeting="37e séance plénière",
        day="7 décembre 2044",
    ),
    "es": Sample(
        language="es",
        masthead=(
            "Naciones Unidas",
            "A/RES/99/931",
            "Asamblea General",
            "Resolución aprobada por la Asamblea General el 7 de diciembre de 2044",
        ),
        number="99/931",
        title="Faroles de los puertos pequeños",
        formula="La Asamblea General,",
        preamble=(
            (
                "Recordando sus resoluciones [61/74](A/RES/61/74), de 6 de diciembre de 2006, y "
                "[64/292](A/RES/64/292), de 28 de julio de 2010^1,"
            ),
        ),
        operative=(
            ("1.", "Toma nota del informe del Secretario General^2;"),
            (
                "2.",
                (
                    "Invita a los Estados a que apliquen la resolución [1325 "
                    "(2000)](S/RES/1325(2000)) del Consejo de Seguridad."
                ),
            ),
        ),
        notes={
            "1": "Véase también la resolución [47/191](A/RES/47/191).",
            "2": "[A/75/132](A/75/132).",
        },
        meeting="37a sesión plenaria",
        day="7 de diciembre de 2044",
    ),
    "ru": Sample(
        language="ru",
        masthead=(
            "Организация Объединенных Наций",
            "A/RES/99/931",
            "Генеральная Ассамблея",
            "Резолюция, принятая Генеральной Ассамблеей 7 декабря 2044 года",
        ),
        number="99/931",
        title="Фонари малых гаваней",
        formula="Генеральная Ассамблея,",
        preamble=(
            (
                "ссылаясь на свои резолюции [61/74](A/RES/61/74) от 6 декабря 2006 года и "
                "[64/292](A/RES/64/292) от 28 июля 2010 года^1,"
            ),
        ),
        operative=(
            ("1.", "принимает к сведению доклад Генерального секретаря^2;"),
            (
                "2.",
                ("призывает государства осуществлять резолюцию [1325 (2000)](S/RES/1325(2000)) Совета Безопасности."),
            ),
        ),
        notes={
            "1": "См. также резолюцию [47/191](A/RES/47/191).",
            "2": "[A/75/132](A/75/132).",
        },
        meeting="37-е пленарное заседание",
        day="7 декабря 2044 года",
    ),
    "ar": Sample(
        language="ar",
        masthead=(
            "الأمم المتحدة",
            "A/RES/99/931",
            "الجمعية العامة",
            "قرار اتخذته الجمعية العامة في 7 كانون الأول/ديسمبر 2044",
        ),
        number="99/931",
        title="فوانيس المرافئ الصغيرة",
        formula="إن الجمعية العامة،",
        preamble=(
            (
                "إذ تشير إلى قراريها [61/74](A/RES/61/74) المؤرخ 6 كانون الأول/ديسمبر 2006 و "
                "[64/292](A/RES/64/292) المؤرخ 28 تموز/يوليه 2010^1،"
            ),
        ),
        operative=(
            ("1 -", "تحيط علما بتقرير الأمين العام^2؛"),
            ("2 -", "تدعو الدول إلى تنفيذ قرار مجلس الأمن [1325 (2000)](S/RES/1325(2000))."),
        ),
        notes={
            "1": "انظر أيضا القرار [47/191](A/RES/47/191).",
            "2": "[A/75/132](A/75/132).",
        },
        meeting="الجلسة العامة 37",
        day="7 كانون الأول/ديسمبر 2044",
    ),
    "zh": Sample(
        language="zh",
        masthead=("联合国", "A/RES/99/931", "大会", "2044年12月7日大会决议"),
        number="99/931",
        title="小港灯笼",
        formula="大会，",
        preamble=("回顾其2006年12月6日第[61/74](A/RES/61/74)号和2010年7月28日第[64/292](A/RES/64/292)号决议，^1",),
        operative=(
            ("1.", "注意到秘书长关于灯笼的报告；^2"),
            ("2.", "邀请各国执行安全理事会第[1325(2000)](S/RES/1325(2000))号决议。"),
        ),
        notes={
            "1": "又见第[47/191](A/RES/47/191)号决议。",
            "2": "[A/75/132](A/75/132)。",
        },
        meeting="第37次全体会议",
        day="2044年12月7日",
    ),
}
