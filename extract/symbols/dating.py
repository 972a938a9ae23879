"""Whether a text can bear a date: its session, as the calendar of its body has it, met then."""

from extract.symbols.bodies import by_name
from extract.symbols.symbol import Symbol


def can_bear(symbol: Symbol, date: str) -> bool:
    """Return whether a date that another text prints can be that of a text with this symbol.

    Texts of several bodies have one number ("S-19/1"), so that what is printed of one may be taken for another. A
    session that the body is not known to have had, while its others are known, bears no date.

    Args:
        symbol: of the text.
        date: ISO date, of which day and month may be missing.

    Returns:
        True as well for a text of no session, and of a body whose sessions are not known.
    """
    body = by_name(symbol.body)
    if body is None or not symbol.session or not body.calendar:
        return True
    session = body.calendar.get(symbol.session)
    if session is None:
        return "-" not in symbol.session  # of special sessions, all that there were are known
    return session.met(date)
