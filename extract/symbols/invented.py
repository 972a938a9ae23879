"""`is_invented`: whether a document was made up, as the specimens in `data/` and the samples of tests are.

Whoever writes a sample in the form of a resolution gives it a number that its body cannot reach: A/RES/79/901,
S/RES/9901 (2024). The symbol then says by itself that the document is invented, in rows, graphs and pages alike.
"""

from extract.model.errors import SymbolError
from extract.symbols.bodies import by_name
from extract.symbols.symbol import parse


def is_invented(symbol: str | None) -> bool:
    """Whether a document bears a number that its body reaches in no session and no year (`bodies.toml`).

    Resolutions that were numbered through under sessions in roman numerals, such as 3541 (XXX), did reach such numbers.
    """
    try:
        parsed = parse(symbol or "")
    except SymbolError:
        return False
    body, number = by_name(parsed.body), parsed.number
    if body is None or number is None or parsed.kind not in {"resolution", "decision"}:
        return False
    is_counted_anew = parsed.year is not None or (parsed.session or "").isdecimal()
    return is_counted_anew and 0 < body.invented_from <= number
