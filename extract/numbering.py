"""How bodies number what they adopt: canonical symbols from the pieces of a reference.

Source: *Editorial Manual*, numbering of resolutions and decisions. Each function gives the symbol that `parse` would.
"""

from extract.errors import SymbolError
from extract.symbol import Symbol, parse


def general_assembly(session: int | str, number: int, letter: str | None = None) -> Symbol:
    """Resolution of sessions from 31 (1976) on, of special sessions from S-8 and emergency ones from ES-6.

    Args:
        session: `61`, `"61"`, `"S-10"`, `"ES-11"`.
        number: number within the session.
        letter: `B`, or the first and the last of several: `A-C`.
    """
    return parse(f"A/RES/{session}/{number}{letter or ''}")


def general_assembly_roman(number: int, session: str, letter: str | None = None) -> Symbol:
    """Resolution of sessions 1 to 30, numbered through: `A/RES/217A(III)`, `A/RES/3201(S-VI)`, `A/RES/2252(ES-V)`."""
    return _parenthesized("A/RES", number, session, letter)


def general_assembly_decision(session: int | str, number: int, letter: str | None = None) -> Symbol:
    """Decision of the General Assembly, as libraries write it: `A/DEC/74/565`, `A/DEC/S-31/1`."""
    return parse(f"A/DEC/{session}/{number}{letter or ''}")


def security_council(number: int, year: int) -> Symbol:
    """Resolution of the Security Council: `S/RES/1718(2006)`."""
    return _parenthesized("S/RES", number, str(year), None)


def presidential_statement(year: int, number: int) -> Symbol:
    """Statement by the President of the Security Council, from 1994 on: `S/PRST/2011/16`."""
    return parse(f"S/PRST/{year}/{number}")


def economic_and_social_council(year: int, number: int, letter: str | None = None) -> Symbol:
    """Resolution, or from number 201 on decision, of the Economic and Social Council from 1978 on."""
    first_decision = 201
    return parse(f"E/{'DEC' if number >= first_decision else 'RES'}/{year}/{number}{letter or ''}")


def economic_and_social_council_roman(number: int, session: str, letter: str | None = None) -> Symbol:
    """Resolution of the Economic and Social Council to 1977: `E/RES/1503(XLVIII)`."""
    return _parenthesized("E/RES", number, session, letter)


def human_rights_council(session: int | str, number: int) -> Symbol:
    """Resolution of the Human Rights Council, from number 101 on decision: `A/HRC/RES/52/30`, `A/HRC/DEC/18/120`."""
    first_decision = 101
    return parse(f"A/HRC/{'DEC' if number >= first_decision else 'RES'}/{session}/{number}")


def commission_on_human_rights(year: int, number: int) -> Symbol:
    """Resolution, or from number 101 on decision, of the Commission on Human Rights: `E/CN.4/RES/2004/15`."""
    first_decision = 101
    return parse(f"E/CN.4/{'DEC' if number >= first_decision else 'RES'}/{year}/{number}")


def environment_assembly(session: int, number: int) -> Symbol:
    """Resolution of the United Nations Environment Assembly: `UNEP/EA.4/Res.1`."""
    return parse(f"UNEP/EA.{session}/Res.{number}")


def general_conference(session: int, number: int) -> Symbol:
    """Resolution of the General Conference of the International Atomic Energy Agency: `GC(60)/RES/10`."""
    return parse(f"GC({session})/RES/{number}")


def conference_decision(number: int, conference: str, session: int) -> Symbol:
    """Decision of the climate conferences: `1/CP.21`, `3/CMP.1`, `18/CMA.1`; `conference` is `CP`, `CMP` or `CMA`."""
    return parse(f"{number}/{conference}.{session}")


def _parenthesized(series: str, number: int, session: str, letter: str | None) -> Symbol:
    """Join number, letter and session or year in parentheses; the session must not close its parenthesis itself."""
    written = f"{series}/{number}{letter or ''}({session})"
    symbol = parse(written)
    if written.count("(") != 1:
        raise SymbolError(written)
    return symbol
