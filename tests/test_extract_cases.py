"""Views of treaty bodies named again: by the short name of the case, or by its number."""

import pytest

from extract.find import find_citations
from extract.model.citation import Citation, Reference
from extract.reading.readers import read_document

VIEWS = "CCPR/C/199/D/1973/2099"
OTHER = "CAT/C/98/D/984/2099"
Row = tuple[str | None, str, str | None]

# Body with two marks, the notes: the symbol with the name, the name again; the name and the pinpoint then.
NAMED: dict[str, tuple[str, str, str, str, str]] = {
    "en": (
        "The Committee held the ban to be against the law of the sea.",
        f"Reed v. Elbonia ({VIEWS}), para. 9.6.",
        "See Reed v. Elbonia, para. 9.5.",
        "Reed v. Elbonia",
        "para. 9.5",
    ),
    "en, others": (
        "The Committee held the ban to be against the law of the sea.",
        f"Reed et al. v. United Republic of Elbonia, communication No. 1973/2099 ({VIEWS}), para. 9.6.",
        "Reed et al. v. United Republic of Elbonia, communication No. 1973/2099, paras. 9.5 and 9.7.",
        "Reed et al. v. United Republic of Elbonia",
        "paras. 9.5 and 9.7",
    ),
    "en, symbol first": (
        "The Committee held the ban to be against the law of the sea.",
        f"{VIEWS}, R.M. v. Elbonia, para. 9.6.",
        "R.M. v. Elbonia, para. 9.5.",
        "R.M. v. Elbonia",
        "para. 9.5",
    ),
    "fr": (
        "Le Comité a jugé que la mesure était contraire à la loi de la mer.",
        f"Roseau c. Elbonie ({VIEWS}), par. 9.6.",
        "Voir Roseau c. Elbonie, par. 9.5.",
        "Roseau c. Elbonie",
        "par. 9.5",
    ),
    "es": (
        "El Comité consideró que la medida era contraria a la ley del mar.",
        f"Junco c. Elbonia ({VIEWS}), párr. 9.6.",
        "Véase Junco c. Elbonia, párr. 9.5.",
        "Junco c. Elbonia",
        "párr. 9.5",
    ),
    "ru": (
        "Комитет счел, что эта мера была незаконной и не была нужна.",
        f"Дело «Камышов против Эльбонии» ({VIEWS}), пункт 9.6.",
        "См. дело «Камышов против Эльбонии», пункт 9.5.",
        "Камышов против Эльбонии",
        "пункт 9.5",
    ),
    "ar": (
        "رأت اللجنة أن التدبير لم يكن قانونيا وأنه لم يكن ضروريا في هذه الحالة.",
        f"سمير ضد إلبونيا ({VIEWS})، الفقرة 9-6.",
        "انظر سمير ضد إلبونيا، الفقرة 9-5.",
        "سمير ضد إلبونيا",
        "الفقرة 9-5",
    ),
    "zh": (
        "委员会认为该措施是不合法的，而且在这种情况下没有必要。",
        f"芦苇诉埃尔博尼亚案({VIEWS})，第9.6段。",
        "见芦苇诉埃尔博尼亚案，第9.5段。",
        "芦苇诉埃尔博尼亚案",
        "第9.5段",
    ),
}


def read(text: str) -> tuple[Reference, ...]:
    return find_citations(read_document(f"A/HRC/99/46\n\n{text}\n".encode(), file="case.txt"))


def rows(text: str) -> list[Row]:
    """Target, quote and pinpoint of every reference."""
    return [
        (each.target if isinstance(each, Citation) else None, each.evidence.quote, each.evidence.pinpoint)
        for each in read(text)
    ]


@pytest.mark.parametrize("language", NAMED)
def test_a_note_that_names_a_case_again_cites_its_views(language: str) -> None:
    body, first, again, name, pinpoint = NAMED[language]
    found = read(f"1. {body}1\n\n2. {body}2\n\n________________\n1 {first}\n2 {again}")
    said = next(each for each in found if each.evidence.quote == VIEWS)
    meant = next(each for each in found if each.evidence.quote == name)
    assert isinstance(meant, Citation)
    assert (meant.target, meant.evidence.certainty, meant.evidence.via) == (VIEWS, "inferred", "fn1")
    assert meant.evidence.pinpoint == pinpoint
    assert (said.evidence.pinpoint or "").endswith(("9.6", "9-6", "9.6段"))


def test_the_text_may_name_a_case_again_by_name_or_number() -> None:
    text = f"1. In Reed v. Elbonia ({VIEWS}) the Committee said so. It followed Reed v. Elbonia in the other case."
    assert rows(text)[1:] == [(VIEWS, "Reed v. Elbonia", None)]
    text = (
        f"1. In Reed v. Elbonia ({VIEWS}) the Committee said so. In communication No. 1973/2099, para. 4, it said more."
    )
    assert rows(text)[1:] == [(VIEWS, "1973/2099", "para. 4")]


def test_a_name_that_several_cases_have_is_not_resolved() -> None:
    text = f"1. See Reed v. Elbonia ({VIEWS}) and Reed v. Elbonia ({OTHER}). In Reed v. Elbonia, para. 4, it said more."
    assert rows(text)[2:] == [(None, "Reed v. Elbonia", "para. 4")]


@pytest.mark.parametrize("other", ["Rush v. Elbonia", "Reed v. Ruritania", "communication No. 1974/2099"])
def test_another_case_is_not_the_one_named_before(other: str) -> None:
    assert len(rows(f"1. See Reed v. Elbonia ({VIEWS}). In {other} the Committee said more of the law.")) == 1


def test_each_case_of_a_list_has_its_own_symbol() -> None:
    text = f"1. See Reed v. Elbonia ({VIEWS}), Rush v. Ruritania ({OTHER}). It followed Rush v. Ruritania in that."
    assert rows(text)[2:] == [(OTHER, "Rush v. Ruritania", None)]
