"""Memoranda and charters that texts call by name, in each language."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation
from extract.reading.readers import read_document

MEMORANDUM = "A/49/765-S/1994/1399"
HEADS = {
    "en": "United Nations\nGeneral Assembly\n\nThe General Assembly,\n\n",
    "fr": "Nations Unies\nAssemblée générale\n\nL’Assemblée générale,\n\n",
    "es": "Naciones Unidas\nAsamblea General\n\nLa Asamblea General,\n\n",
    "ru": "Организация Объединенных Наций\nГенеральная Ассамблея\n\nГенеральная Ассамблея,\n\n",
    "zh": "联合国\n大会\n\n大会，\n\n",
    "ar": "الأمم المتحدة\nالجمعية العامة\n\nإن الجمعية العامة،\n\n",
}


def targets(language: str, paragraph: str) -> list[str]:
    document = read_document((HEADS[language] + paragraph + "\n").encode(), file=f"text.{language}.txt")
    return [row.target for row in find_citations(document) if isinstance(row, Citation)]


@pytest.mark.parametrize(
    ("language", "paragraph", "target"),
    [
        ("en", "Recalling the Budapest Memorandum and what its signatories promised to the ferries,", MEMORANDUM),
        ("fr", "Rappelant le Mémorandum de Budapest et les promesses faites aux bacs,", MEMORANDUM),
        ("es", "Recordando el Memorando de Budapest y las promesas hechas a los faros,", MEMORANDUM),
        ("ru", "Ссылаясь на Будапештский меморандум и на обещания маякам,", MEMORANDUM),
        ("zh", "回顾《布达佩斯备忘录》和对渡轮的承诺，", MEMORANDUM),
        ("ar", "وإذ تشير إلى مذكرة بودابست وإلى الوعود المقطوعة للمنارات،", MEMORANDUM),
        ("en", "Notes the Memorandum of Understanding on the Conservation of Migratory Sharks,", "treaty:sharks-mou"),
        ("es", "Recordando la Carta sobre la Seguridad y la Protección Marítimas y el Desarrollo en África,",
         "treaty:lome-charter"),
        ("ru", "Ссылаясь на Хартию об охране и безопасности на море и развитии в Африке,", "treaty:lome-charter"),
        ("en", "Recalling the memorandum on ferries that was signed at Budapest,", None),
        ("fr", "Rappelant le mémorandum signé à Budapest sur les bacs,", None),
    ],
)  # fmt: skip
def test_a_named_text_is_its_document_or_treaty(language: str, paragraph: str, target: str | None) -> None:
    assert targets(language, paragraph) == ([target] if target else [])
