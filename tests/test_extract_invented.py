"""`is_invented`: a document whose number its body cannot reach was made up."""

import pytest

from extract.reading.readers import read_document
from extract.symbols.invented import is_invented


@pytest.mark.parametrize(
    "symbol", ["A/RES/79/901", "E/RES/2024/901", "S/RES/9901(2024)", "A/HRC/RES/57/901", "A/DEC/79/999"]
)
def test_a_number_that_no_session_or_year_reaches_is_invented(symbol: str) -> None:
    assert is_invented(symbol)


@pytest.mark.parametrize(
    "symbol",
    [
        "A/RES/79/339", "A/RES/S-30/901", "A/RES/3541(XXX)", "A/RES/1653(XVI)", "S/RES/2767(2024)",
        "E/RES/1503(XLVIII)", "E/RES/2024/33", "A/HRC/RES/57/36", "A/79/901", "E/CN.4/RES/2004/901", "file:draft.txt",
        "", None,
    ],
)  # fmt: skip
def test_a_number_that_was_reached_or_may_be_is_not(symbol: str | None) -> None:
    assert not is_invented(symbol)


@pytest.mark.parametrize(("number", "invented"), [("79/901", True), ("79/140", False)])
def test_a_document_says_that_it_is_invented(number: str, invented: bool) -> None:  # noqa: FBT001  # of the table
    text = f"A/RES/{number}\n\n{number}. Safety of small harbours\n\nThe General Assembly,\n\n1. Decides to wait.\n"
    assert read_document(text.encode(), file="a.txt").record.invented is invented
