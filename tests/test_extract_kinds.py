"""Who a document is: twenty-six kinds of documents in their drafting style, spread over six languages."""

from typing import NamedTuple

import pytest

from extract.reading.readers import read_document


class Kind(NamedTuple):
    """A document of a kind, and what its record must say."""

    language: str
    symbol: str | None
    organ: str | None
    title: str | None
    date: str | None
    text: str


ASSEMBLY, COUNCIL = "General Assembly", "Security Council"
KINDS = {
    "Assembly resolution": Kind(
        "en",
        "A/RES/99/901",
        ASSEMBLY,
        "Safety of small harbours",
        "2044-12-07",
        """United Nations    A/RES/99/901

General Assembly    Distr.: General
13 December 2044

Ninety-ninth session
Agenda item 42

Resolution adopted by the General Assembly on 7 December 2044
[on the report of the Second Committee (A/99/450, para. 9)]

99/901. Safety of small harbours

The General Assembly,

Recalling its resolution 98/901 of 3 December 2043,

1. Decides to remain seized of the matter.
""",
    ),
    "Assembly decision": Kind(
        "fr",
        "A/DEC/99/953A-B",
        ASSEMBLY,
        "Nomination de membres du Comité des ports",
        "2044-09-15",
        """Assemblée générale

Décision

99/953 A et B. Nomination de membres du Comité des ports

À sa 61e séance plénière, le 15 septembre 2044, l’Assemblée générale, sur la recommandation de la Cinquième Commission,
a nommé les personnes suivantes membres du Comité et a pris note du document A/99/101.
""",
    ),
    "Council resolution": Kind(
        "ar",
        "S/RES/9901(2044)",
        COUNCIL,
        "القرار 9901 (2044)",
        "2044-03-30",
        """الأمم المتحدة

S/RES/9901 (2044)

مجلس الأمن

Distr.: General
30 March 2044

القرار 9901 (2044)

الذي اتخذه مجلس الأمن في جلسته 10200، المعقودة في 30 آذار/مارس 2044

إن مجلس الأمن،

إذ يشير إلى قراره 1325 (2000)،

1 - يقرر أن يبقي المسألة قيد نظره.
""",
    ),
    "presidential statement": Kind(
        "zh",
        "S/PRST/2044/9",
        COUNCIL,
        "安全理事会主席的声明",
        "2044-08-03",
        """联合国

S/PRST/2044/9

安全理事会

Distr.: General
3 August 2044
Chinese
Original: English

安全理事会主席的声明

在2044年8月3日安全理事会第10200次会议上，就安理会审议的题为“港口”的项目，安全理事会主席代表安理会发表声明如下：

“安全理事会回顾其第1325(2000)号决议。

“安全理事会欢迎秘书长的报告(S/2044/100)。”
""",
    ),
    "Economic and Social Council resolution": Kind(
        "es",
        "E/RES/2044/7",
        "Economic and Social Council",
        "Puertos pequeños",
        "2044-06-10",
        """Naciones Unidas

E/RES/2044/7

Consejo Económico y Social

Distr. general
18 de junio de 2044

Período de sesiones de 2044

Resolución aprobada por el Consejo Económico y Social el 10 de junio de 2044

[por recomendación de la Comisión]

2044/7. Puertos pequeños

El Consejo Económico y Social,

Recordando su resolución 2043/5, de 8 de junio de 2043,

1. Decide seguir ocupándose de la cuestión.
""",
    ),
    "Human Rights Council resolution": Kind(
        "ru",
        "A/HRC/RES/98/30",
        "Human Rights Council",
        "Права человека в малых гаванях",
        "2044-07-07",
        """Организация Объединенных Наций

A/HRC/RES/98/30

Генеральная Ассамблея

Distr.: General
14 July 2044
Russian
Original: English

Совет по правам человека
Девяносто восьмая сессия
18 июня – 8 июля 2044 года

Резолюция, принятая Советом по правам человека 7 июля 2044 года

98/30. Права человека в малых гаванях

Совет по правам человека,

ссылаясь на свою резолюцию 97/3 и на резолюцию 60/251 Генеральной Ассамблеи,

1. постановляет продолжить рассмотрение этого вопроса.
""",
    ),
    "Human Rights Council decision": Kind(
        "en",
        "A/HRC/DEC/98/117",
        "Human Rights Council",
        "Postponement of the panel on harbours",
        "2044-07-07",
        """United Nations

A/HRC/DEC/98/117

General Assembly

Distr.: General
14 July 2044

Original: English

Human Rights Council
Ninety-eighth session

Decision adopted by the Human Rights Council on 7 July 2044

98/117. Postponement of the panel on harbours

The Human Rights Council,

Recalling its resolution 97/3,

1. Decides to postpone the panel.
""",
    ),
    "section of the budget": Kind(
        "en",
        "A/99/6(Sect.24)/PartA",
        ASSEMBLY,
        "Proposed programme budget for 2045: Part VI: Human rights: Section 24: Harbours",
        "2044-04-10",
        """United Nations
A/99/6 (Sect. 24)/Part A*

General Assembly

Distr.: General
10 April 2044

Original: English

Ninety-ninth session

Items 137 and 138 of the preliminary list**

Proposed programme budget for 2045

Programme planning

Proposed programme budget for 2045

Part VI

Human rights

Section 24

Harbours

Contents

Page

I. Overall orientation

3

Foreword

24.1 The Office is guided by General Assembly resolution 48/141, which the Assembly adopted in 1993.
""",
    ),
    "plan outline": Kind(
        "en",
        "A/99/6(Planoutline)",
        ASSEMBLY,
        "Proposed programme budget for 2045: Plan outline",
        "2044-04-17",
        """United Nations
A/99/6 (Plan outline)

General Assembly

Distr.: General
17 April 2044

Original: English

Ninety-ninth session

Items 137 and 138 of the preliminary list*

Proposed programme budget for 2045

Plan outline

1. The work of the Organization is guided by resolution 72/266 A of the General Assembly and by its later resolutions.
""",
    ),
    "report of the Secretary-General": Kind(
        "fr",
        "A/99/345",
        ASSEMBLY,
        "Sécurité des petits ports",
        "2044-10-12",
        """Nations Unies

A/99/345

Assemblée générale

Distr. générale
12 octobre 2044
Français
Original : anglais

Quatre-vingt-dix-neuvième session
Point 99 de l’ordre du jour

Sécurité des petits ports

Rapport du Secrétaire général

Résumé

Le présent rapport est soumis en application de la résolution 98/901 de l’Assemblée générale et porte sur les ports.
""",
    ),
    "report of the Advisory Committee": Kind(
        "en",
        "A/99/7/Add.12",
        ASSEMBLY,
        "Harbours of the field offices",
        "2044-11-03",
        """United Nations

A/99/7/Add.12

General Assembly

Distr.: General
3 November 2044

Original: English

Ninety-ninth session
Agenda item 137

Proposed programme budget for 2045

Harbours of the field offices

Thirteenth report of the Advisory Committee on Administrative and Budgetary Questions on the proposed budget for 2045

1. The Advisory Committee has considered the report of the Secretary-General (A/99/345) and recommends that it be noted.
""",
    ),
    "letter": Kind(
        "es",
        "S/2044/123",
        COUNCIL,
        "Carta de fecha 5 de marzo de 2044 dirigida a la Presidencia del Consejo de Seguridad por la Representante "
        "Permanente de Palau ante las Naciones Unidas",
        "2044-03-06",
        """Naciones Unidas

S/2044/123

Consejo de Seguridad

Distr. general
6 de marzo de 2044
Español
Original: inglés

Carta de fecha 5 de marzo de 2044 dirigida a la Presidencia del Consejo de Seguridad por la Representante Permanente
de Palau ante las Naciones Unidas

Tengo el honor de referirme a la resolución 1325 (2000) del Consejo de Seguridad y a los puertos del país.
""",
    ),
    "note verbale": Kind(
        "ru",
        "A/99/87-S/2044/130",
        ASSEMBLY,
        "Вербальная нота Постоянного представительства Палау при Организации Объединенных Наций от 5 марта 2044 года "
        "на имя Генерального секретаря",
        "2044-03-07",
        """Организация Объединенных Наций

A/99/87-S/2044/130

Генеральная Ассамблея
Совет Безопасности

Distr.: General
7 March 2044
Russian
Original: English

Вербальная нота Постоянного представительства Палау при Организации Объединенных Наций от 5 марта 2044 года на имя
Генерального секретаря

Постоянное представительство Палау имеет честь сослаться на резолюцию 98/901 Генеральной Ассамблеи о гаванях.
""",
    ),
    "draft resolution": Kind(
        "zh",
        "A/C.1/99/L.9",
        ASSEMBLY,
        "小型海港的安全",
        "2044-10-12",
        """联合国

A/C.1/99/L.9

大会

Distr.: Limited
12 October 2044
Chinese
Original: English

第九十九届会议
第一委员会
议程项目99(cc)
全面彻底裁军

挪威和帕劳：决议草案

小型海港的安全

大会，

回顾其2043年12月3日第98/901号决议，

1. 决定继续处理此案。
""",
    ),
    "vetoed draft": Kind(
        "en",
        "S/2044/77",
        COUNCIL,
        None,
        "2044-02-04",
        """United Nations

S/2044/77

Security Council

Distr.: General
4 February 2044

Original: English

Norway, Palau and Tonga: draft resolution

The Security Council,

Recalling its resolution 1325 (2000),

1. Decides to remain seized of the matter.
""",
    ),
    "summary record": Kind(
        "en",
        "A/C.3/99/SR.12",
        ASSEMBLY,
        "Summary record of the 12th meeting",
        "2045-01-12",
        """United Nations

A/C.3/99/SR.12

General Assembly
Ninety-ninth session

Official Records

Distr.: General
12 January 2045

Original: English

Third Committee

Summary record of the 12th meeting
Held at Headquarters, New York, on Friday, 14 October 2044, at 10 a.m.

Chair: Ms. Example (Palau)

The meeting was called to order at 10.05 a.m.

1. The Chair drew attention to the report in document A/99/345 and to General Assembly resolution 98/901.
""",
    ),
    "verbatim record": Kind(
        "fr",
        "S/PV.9900",
        COUNCIL,
        "9900e séance",
        "2044-10-14",
        """Nations Unies

S/PV.9900

Conseil de sécurité

Quatre-vingt-dix-neuvième année

9900e séance
Vendredi 14 octobre 2044, à 10 heures
New York

Provisoire

Président : M. Exemple (Palaos)

La séance est ouverte à 10 h 5.

Le Président : Les membres du Conseil sont saisis du document S/2044/800 et de la résolution 1325 (2000) du Conseil.
""",
    ),
    "decision of parties": Kind(
        "es",
        "FCCC/CP/2044/10/Add.1",
        "Conference of the Parties",
        "Informe de la Conferencia de las Partes",
        "2045-01-29",
        """|  | Naciones Unidas | FCCC/CP/2044/10/Add.1 |
|  |  | Distr. general 29 de enero de 2045 |

Conferencia de las Partes

Informe de la Conferencia de las Partes

Decisión 1/CP.49

Puertos

La Conferencia de las Partes,

Recordando la decisión 1/CP.21,

1. Decide proseguir la labor con arreglo a la decisión 2/CP.17.
""",
    ),
    "concluding observations": Kind(
        "ar",
        "CCPR/C/TUV/CO/4",
        "Human Rights Committee",
        "الملاحظات الختامية على التقرير الدوري الرابع لتوفالو",
        "2044-11-20",
        """الأمم المتحدة

CCPR/C/TUV/CO/4

العهد الدولي الخاص بالحقوق المدنية والسياسية

Distr.: General
20 November 2044
Arabic
Original: English

اللجنة المعنية بحقوق الإنسان

الملاحظات الختامية على التقرير الدوري الرابع لتوفالو*

1 - نظرت اللجنة في التقرير الدوري الرابع لتوفالو (CCPR/C/TUV/4) في جلستيها، واعتمدت هذه الملاحظات الختامية.

2 - ترحب اللجنة بتقديم التقرير الدوري الرابع وبالمعلومات التي وردت فيه عن الموانئ.
""",
    ),
    "general comment": Kind(
        "fr",
        "CRC/C/GC/95",
        "Committee on the Rights of the Child",
        "Observation générale no 95 (2044) sur les droits de l'enfant dans les ports",
        "2044-03-02",
        """Nations Unies

CRC/C/GC/95

Convention relative aux droits de l’enfant

Distr. générale
2 mars 2044
Français
Original : anglais

Comité des droits de l’enfant

Observation générale no 95 (2044) sur les droits de l’enfant dans les ports

1. La présente observation explique les articles de la Convention et les obligations que les États ont dans les ports.

2. Le Comité rappelle son observation générale no 14 (CRC/C/GC/14) et la résolution 98/901 de l’Assemblée générale.
""",
    ),
    "views": Kind(
        "en",
        "CCPR/C/130/D/2728/2040",
        "Human Rights Committee",
        "Views adopted by the Committee under article 5 (4) of the Optional Protocol, concerning communication "
        "No. 2728/2040",
        "2044-12-01",
        """United Nations

CCPR/C/130/D/2728/2040

International Covenant on
Civil and Political Rights

Distr.: General
1 December 2044

Original: English

Human Rights Committee

Views adopted by the Committee under article 5 (4) of the Optional Protocol, concerning communication No. 2728/2040*

1. The author of the communication claims that the State party has violated his rights under article 7 of the Covenant.

2. The State party refers to general comment No. 31 (CCPR/C/21/Rev.1/Add.13) and asks that the claim be dismissed.
""",
    ),
    "World Health Assembly resolution": Kind(
        "en",
        "WHA93.1",
        "World Health Assembly",
        "Safe wells",
        "2044-05-19",
        """NINETY-THIRD WORLD HEALTH ASSEMBLY    WHA93.1

Agenda item 3    19 May 2044

Safe wells

The Ninety-third World Health Assembly,

Recalling resolution WHA58.3 (2005) on wells;

1. CALLS for action under United Nations General Assembly resolution 74/2.
""",
    ),
    "atomic energy resolution": Kind(
        "en",
        "GC(90)/RES/7",
        "General Conference of the International Atomic Energy Agency",
        "Safety of wells",
        "2044-09-26",
        """GC(90)/RES/7
Date: September 2044

General Distribution
Original: English

General Conference

Ninetieth regular session
Item 14 of the agenda
(GC(90)/25)

Safety of wells

Resolution adopted on 26 September 2044, during the tenth plenary meeting

The General Conference,

(a) Recalling resolution GC(89)/RES/7 and earlier resolutions,

1. Requests the Director General to report.
""",
    ),
    "press release": Kind(
        "en",
        "SC/19901",
        None,
        "Security Council Extends Mandate of Harbour Mission for One Year",
        "2044-10-14",
        """SC/19901
14 October 2044

Security Council Extends Mandate of Harbour Mission for One Year

The Security Council today extended the mandate of the mission, unanimously adopting resolution 9901 (2044) on harbours.
""",
    ),
    "web copy": Kind(
        "en",
        "A/RES/99/901",
        ASSEMBLY,
        "Safety of small harbours",
        "2044-12-14",
        """Resolution 99/901. Safety of small harbours
(December 14, 2044)
The General Assembly,
Having received the report, and recalling its resolution 98/244,
1. Notes the report;
""",
    ),
    "agenda": Kind(
        "en",
        "A/99/251",
        ASSEMBLY,
        "Agenda of the ninety-ninth session of the General Assembly",
        "2044-09-20",
        """United Nations

A/99/251

General Assembly

Distr.: General
20 September 2044

Original: English

Ninety-ninth session

Agenda of the ninety-ninth session of the General Assembly

Adopted by the General Assembly at its 2nd plenary meeting, on 20 September 2044

1. Opening of the session by the President of the General Assembly.

2. Minute of silent prayer or meditation.

3. Implementation of resolution 98/901 (resolution 98/902).
""",
    ),
    "working paper of a review conference": Kind(
        "ru",
        "NPT/CONF.2046/PC.I/WP.3",
        "Parties to the Treaty on the Non-Proliferation of Nuclear Weapons",
        "Безопасность малых гаваней",
        "2044-04-23",
        """NPT/CONF.2046/PC.I/WP.3

Подготовительный комитет Конференции участников Договора о нераспространении ядерного оружия

Distr.: General
23 April 2044
Russian
Original: English

Первая сессия

Безопасность малых гаваней

Рабочий документ, представленный Палау

1. Участники Договора вновь подтверждают свою приверженность резолюции 1540 (2004) Совета Безопасности о гаванях.

2. Участники подчеркивают значение документа NPT/CONF.2010/50 для безопасности на море.
""",
    ),
    "conference on the test ban": Kind(
        "zh",
        "CTBT-Art.XIV/2043/6",
        None,
        "最后宣言和措施",
        "2043-09-20",
        """CTBT-Art.XIV/2043/6

促进《全面禁止核试验条约》生效会议

Distr.: General
20 September 2043
Chinese
Original: English

最后宣言和措施

1. 我们作为批准国，重申《条约》的重要性，并回顾安全理事会第1887(2009)号决议。

2. 我们呼吁其余的国家签署和批准《条约》，以促进其早日生效。
""",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_who_its_text_says(kind: str) -> None:
    expected = KINDS[kind]
    record = read_document(expected.text.encode(), file="x.txt").record
    shown = (record.language, record.symbol, record.organ, record.title, record.date)
    assert shown == expected[:5]
