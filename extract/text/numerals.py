"""Roman numerals as the UN numbers sessions, parts and volumes with: 1 to 399, I to CCCXCIX."""

from typing import Final

LARGEST: Final = 399
_PIECES: Final[tuple[tuple[int, str], ...]] = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def to_roman(number: int) -> str:
    """Write a number in roman numerals.

    Raises:
        ValueError: the number is not within 1 to 399.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no roman numeral within 1 to {LARGEST}: {number}")
    written = ""
    for value, piece in _PIECES:
        count, number = divmod(number, value)
        written += piece * count
    return written


_NUMBERS: Final[dict[str, int]] = {to_roman(number): number for number in range(1, LARGEST + 1)}


def from_roman(written: str) -> int | None:
    """Read a roman numeral in capitals; None for anything else, `IIII` and `VX` included."""
    return _NUMBERS.get(written)
