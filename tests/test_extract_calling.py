"""What a text calls a resolution beside its number."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document

HEADS = {
    "en": "The General Assembly,\n\nGuided by the Charter of the United Nations,\n\n",
    "fr": "L'Assemblée générale,\n\nGuidée par la Charte des Nations Unies,\n\n",
    "es": "La Asamblea General,\n\nGuiada por la Carta de las Naciones Unidas,\n\n",
    "ru": "Генеральная Ассамблея,\n\nруководствуясь Уставом Организации Объединенных Наций,\n\n",
    "ar": "إن الجمعية العامة،\n\nإذ تسترشد بميثاق الأمم المتحدة،\n\n",
    "zh": "大会，\n\n遵循《联合国宪章》，\n\n",
    "de": "Die Generalversammlung,\n\ngeleitet von der Charta der Vereinten Nationen,\n\n",
}

CALLED = [
    ("en", "Recalling its resolution 53/242 of 28 July 1999 on the ferries of small rivers, and others,",
     {"A/RES/53/242": "on the ferries of small rivers"}),
    ("en", "Recalling its resolutions 53/242, 55/200 and 57/251 concerning sunken lighthouses, as well as others,",
     {"A/RES/53/242": "concerning sunken lighthouses", "A/RES/55/200": "concerning sunken lighthouses",
      "A/RES/57/251": "concerning sunken lighthouses"}),
    ("en", "Recalling its resolution 53/242 of 28 July 1999, entitled “Ferries and lights”, adopted by consensus,",
     {"A/RES/53/242": "“Ferries and lights”"}),
    ("en", "Recalling resolution 53/242 on the theme “Ferries for all” which it adopted,",
     {"A/RES/53/242": "on the theme “Ferries for all”"}),
    ("en", "Recalling its resolution 53/242 of 28 July 1999, and requesting a report on ferries,",
     {"A/RES/53/242": None}),
    ("en", "Requests a report, on the basis of resolution 53/242, on its implementation,", {"A/RES/53/242": None}),
    ("en", "Recalling resolution 53/242 on behalf of the sponsors, and 53/243 on 28 July 1999,",
     {"A/RES/53/242": None}),
    ("fr", "Rappelant ses résolutions 53/242 du 28 juillet 1999 et 55/200 relatives aux bacs de rivière,",
     {"A/RES/53/242": "relatives aux bacs de rivière", "A/RES/55/200": "relatives aux bacs de rivière"}),
    ("fr", "Rappelant sa résolution 53/242 du 28 juillet 1999, intitulée « Bacs et phares »,",
     {"A/RES/53/242": "« Bacs et phares »"}),
    ("es", "Recordando su resolución 53/242, de 28 de julio de 1999, relativa a los transbordadores, así como otras,",
     {"A/RES/53/242": "relativa a los transbordadores"}),
    ("ru", "ссылаясь на свою резолюцию 53/242 от 28 июля 1999 года о паромах малых рек, а также на другие,",
     {"A/RES/53/242": "о паромах малых рек"}),
    ("ru", "ссылаясь на резолюцию 53/242 от 28 июля 1999 года, озаглавленную «Паромы и маяки»,",
     {"A/RES/53/242": "«Паромы и маяки»"}),
    ("ar", "وإذ تشير إلى قرارها 53/242 المؤرخ 28 تموز/يوليه 1999 بشأن العبارات في الأنهار الصغيرة،",
     {"A/RES/53/242": "بشأن العبارات في الأنهار الصغيرة"}),
    ("zh", "回顾其1999年7月28日关于小河渡船的第53/242号和2000年12月20日第55/200号决议，",
     {"A/RES/53/242": "关于小河渡船", "A/RES/55/200": "关于小河渡船"}),
    ("zh", "回顾题为《渡船与灯塔》的1999年7月28日第53/242号决议，", {"A/RES/53/242": "《渡船与灯塔》"}),
    ("zh", "回顾其1999年7月28日第53/242号决议，其中关于渡船的规定，", {"A/RES/53/242": None}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "called"), CALLED)
def test_a_text_is_called_what_stands_beside_its_number(
    language: str, text: str, called: dict[str, str | None]
) -> None:
    document = read_document(f"{HEADS[language]}{text}\n".encode(), file=f"a.{language}.txt")
    assert document.record.language == language
    found = {each.target: each.evidence.called for each in find_citations(document) if isinstance(each, Citation)}
    assert {target: found[target] for target in called} == called


def test_a_name_is_bounded() -> None:
    text = f"{HEADS['en']}Recalling its resolution 53/242 on {'ferries ' * 20_000}\n"
    (cited,) = (
        each for each in find_citations(read_document(text.encode(), file="a.txt")) if "53/242" in each.evidence.quote
    )
    assert len(cited.evidence.called or "") <= 200
