"""What means a treaty without its title: names given in brackets, definitions, lone articles, short forms in notes."""

from dataclasses import replace

import pytest
from document_sample import paragraphs

from extract.find import find_citations
from extract.model.citation import to_row

DAYTON = "General Framework Agreement for Peace in Bosnia and Herzegovina"
DAYTON_FR = "Accord-cadre général pour la paix en Bosnie-Herzégovine"


def _found(*, language: str = "en", **texts: str) -> list[tuple[str, str, str | None, str | None]]:
    """Paragraph, quote, target and pinpoint of every reference."""
    rows = [to_row(each) for each in find_citations(paragraphs(language=language, **texts))]
    return [(row["paragraph"], row["quote"], row["target"], row["pinpoint"]) for row in rows]


@pytest.mark.parametrize(
    ("language", "named", "again", "quote"),
    [
        ("en", "the Protocol on Explosive Remnants of War (Protocol V)", "parties to Protocol V", "Protocol V"),
        ("ru", "Протокол по взрывоопасным пережиткам войны (Протокол V)", "участники Протокола V", "Протокола V"),
        ("zh", "《战争遗留爆炸物议定书》(《第五号议定书》)", "第五号议定书各方", "第五号议定书"),  # Chinese
    ],
)
def test_a_name_given_in_a_bracket_is_known_from_then_on(language: str, named: str, again: str, quote: str) -> None:
    found = _found(language=language, pp1=named, op1=again)
    assert ("op1", quote, "treaty:ccw-protocol-v", None) in found


def test_a_definition_holds_in_every_later_paragraph() -> None:
    found = _found(
        pp1="Recalling the United Nations Convention on the Law of the Sea (hereinafter “the Convention”),",
        pp2="Recalling also the Convention on Biological Diversity,",
        op1="Calls upon parties to the Convention to meet;",
    )
    assert found[-1] == ("op1", "the Convention", "treaty:unclos", None)


def test_an_article_alone_is_a_part_of_the_treaty_meant_last() -> None:
    found = _found(pp1="Recalling the Arms Trade Treaty,", op1="Encourages the help foreseen in article 16;")
    assert found[-1] == ("op1", "article 16", "treaty:att", "article 16")


@pytest.mark.parametrize(
    "text", ["as in article 5 of the rules of the club;", "as in article 5 of the charter of a town;"]
)
def test_an_article_that_says_what_it_is_a_part_of_is_not_alone(text: str) -> None:
    assert len(_found(pp1="Recalling the Arms Trade Treaty,", op1=text)) == 1


def test_an_annex_has_articles_of_its_own() -> None:
    assert len(_found(pp1="Recalling the Arms Trade Treaty,", annex="Article 5. The club has members.")) == 1


def test_a_short_form_in_a_note_means_the_treaty_of_the_paragraph_that_has_the_mark() -> None:
    found = _found(
        pp1="Recalling the Convention on the Rights of the Child and its aims,^1",
        pp2="Recalling the Convention on Biological Diversity,",
        fn1="Article 43 of the Convention.",
    )
    assert found[-1] == ("fn1", "the Convention", "treaty:crc", "Article 43")


def test_the_protocols_of_a_convention_are_none_of_them_by_itself() -> None:
    found = _found(language="zh", pp1="回顾《儿童权利公约》和《战争遗留爆炸物议定书》，", pp2="回顾其各项《议定书》，")
    assert [row[0] for row in found] == ["pp1", "pp1"]


@pytest.mark.parametrize(
    ("language", "named", "again"),
    [
        (
            "en",
            "Recalling the Convention on the Rights of the Child,",
            "Urges parties to the Optional Protocols to the Convention;",
        ),
        (
            "fr",
            "Rappelant la Convention relative aux droits de l’enfant,",
            "Engage les parties aux Protocoles facultatifs à la Convention ;",
        ),
        (
            "es",
            "Recordando la Convención sobre los Derechos del Niño,",
            "Insta a las partes en los Protocolos Facultativos de la Convención;",
        ),
        (
            "ru",
            "ссылаясь на Конвенцию о правах ребенка,",
            "призывает участников факультативных протоколов к Конвенции;",
        ),
        ("ar", "إذ تشير إلى اتفاقية حقوق الطفل،", "تحث الأطراف في البروتوكولات الاختيارية للاتفاقية؛"),
        ("zh", "回顾《儿童权利公约》，", "敦促《公约》各项任择议定书缔约国；"),
    ],
)
def test_the_optional_protocols_to_the_convention_are_those_of_the_convention_meant(
    language: str, named: str, again: str
) -> None:
    found = {target for place, _, target, _ in _found(language=language, pp1=named, op1=again) if place == "op1"}
    assert {"treaty:crc-opac", "treaty:crc-opsc", "treaty:crc-opic"} <= found


def test_the_name_of_a_member_does_not_name_its_group() -> None:
    found = _found(language="zh", pp1="回顾《关于战时保护平民之日内瓦公约》，")
    assert [row[2] for row in found] == ["treaty:geneva-convention-iv"]


def test_the_statute_of_a_tribunal_is_meant_again_with_its_article() -> None:
    found = _found(
        pp1="Guided by the Charter of the United Nations,",
        op1="Amends article 11 of the Statute of the International Tribunal for Rwanda;",
        op2="Decides that, without prejudice to article 12, paragraph 4, of the Statute, two judges sit;",
    )
    assert found[-1] == ("op2", "the Statute", "S/RES/955(1994)", "article 12, paragraph 4")


def test_an_article_of_an_outcome_just_named_is_a_part_of_it() -> None:
    found = _found(pp1="Reaffirming the Charter of Economic Rights and Duties of States, above all article 32 thereof,")
    charter = "Charter of Economic Rights and Duties of States"
    assert found == [("pp1", charter, "A/RES/3281(XXIX)", "article 32")]


def test_a_rule_of_procedure_is_no_article_of_the_charter() -> None:
    found = _found(language="zh", op1="回顾《联合国宪章》第十九条的规定和大会议事规则第一六〇条；")
    assert [row[3] for row in found] == ["第十九条"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Noting the Conference of the Parties to the Convention on Biological Diversity,"),
        ("fr", "Notant la Conférence des Parties à la Convention sur la diversité biologique,"),
        ("es", "Observando la Conferencia de las Partes en el Convenio sobre la Diversidad Biológica,"),
        ("ru", "отмечая Конференцию Сторон Конвенции о биологическом разнообразии,"),
        ("ar", "وإذ تلاحظ مؤتمر الأطراف في اتفاقية التنوع البيولوجي،"),
        ("zh", "注意到生物多样性公约缔约方大会，"),
    ],
)
def test_a_treaty_inside_the_name_of_a_body_is_not_cited(language: str, text: str) -> None:
    rows = [to_row(each) for each in find_citations(paragraphs(language=language, pp1=text))]
    assert not rows


def test_an_outcome_younger_than_the_document_is_not_meant() -> None:
    document = paragraphs(
        pp1="Recalling the Pact for the Future and the Rio Declaration on Environment and Development,"
    )
    old = replace(document, record=replace(document.record, date="2001-12-19"))
    assert len(find_citations(document)) == len(find_citations(old)) + 1


@pytest.mark.parametrize(
    ("language", "named", "again", "quote"),
    [
        (
            "en",
            f"the {DAYTON} and the Annexes thereto (collectively the Peace Agreement, S/1995/999, annex),",
            "Reminds the parties of the Peace Agreement;",
            "the Peace Agreement",
        ),
        (
            "fr",
            f"l’{DAYTON_FR} et ses annexes (dénommés collectivement l’Accord de paix, S/1995/999, annexe),",
            "Rappelle aux parties l’Accord de paix;",
            "l’Accord de paix",
        ),
    ],
)
def test_a_name_given_to_several_texts_together_is_known_from_then_on(
    language: str, named: str, again: str, quote: str
) -> None:
    found = _found(language=language, pp1=named, op1=again)
    assert found[-1] == ("op1", quote, "treaty:dayton-agreement", None)


def test_a_kind_of_agreement_means_only_a_treaty_that_has_its_words() -> None:
    found = _found(
        pp1="Recalling the General Armistice Agreement between Israel and Syria,",
        op1="Calls for strict observance of article V of the General Armistice Agreement;",
        op2="Awaits the Ceasefire Agreement;",
    )
    assert found[-1] == ("op1", "the General Armistice Agreement", "treaty:armistice-israel-syria", "article V")


def test_a_date_behind_a_head_noun_makes_no_title() -> None:
    assert not _found(pp1="Noting the signature of the Treaty on 2 April of that year and of others,")
