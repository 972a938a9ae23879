"""What bodies reached in each session, and when they met (`data/calendar.tsv`)."""

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Final

from extract.model.errors import DataError
from extract.model.tables import read_remarked

_SLACK: Final = dt.timedelta(days=14)
"""A text may be dated so long before or after the days on which its session is known to have met."""
_REST: Final = ("0000-01-01", "0000-12-28")
"""What completes a date, as early and as late as every month allows."""
_MORE: Final = 1.1
"""A session may have adopted so many times the largest number known of it, where not all are known."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session of a body, or one year of a body that counts by years.

    Attributes:
        first, last: the least and the largest number of its resolutions known; 0: not known.
        opens, closes: the days on which it met; None: not known, or not closed yet.
        whole: whether every number up to the last is known.
    """

    first: int
    last: int
    opens: dt.date | None
    closes: dt.date | None
    whole: bool

    def reaches(self, number: int) -> bool:
        """Whether one of its resolutions can bear a number."""
        most = self.last if self.whole else round(self.last * _MORE) + 1
        return not self.last or self.first <= number <= most

    def has(self, number: int) -> bool:
        """Whether a number is among those known of it."""
        return self.first <= number <= self.last

    def met(self, date: str) -> bool:
        """Whether what it adopted can bear an ISO date, of which day and month may be missing."""
        earliest, latest = (dt.date.fromisoformat(f"{date}{rest[len(date) :]}") for rest in _REST)
        return not (
            (self.opens is not None and latest < self.opens - _SLACK)
            or (self.closes is not None and earliest > self.closes + _SLACK)
        )


@functools.cache
def load_calendar() -> Mapping[str, Mapping[str, Session]]:
    """The sessions known of each body: identifier of a body to its sessions as symbols name them (`61`, `XV`, `S-10`).

    Raises:
        DataError: a row is not as the columns say.
    """
    calendar: dict[str, dict[str, Session]] = {}
    for row in read_remarked(resources.files("extract.symbols") / "data" / "calendar.tsv"):
        try:
            calendar.setdefault(row["body"], {})[row["session"]] = _session(row)
        except (KeyError, ValueError) as error:
            raise DataError("symbols/data/calendar.tsv", [f"{row}: {error}"]) from error
    return calendar


def _session(row: Mapping[str, str]) -> Session:
    return Session(
        first=int(row["first"] or 0),
        last=int(row["last"] or 0),
        opens=_day(row["opens"]),
        closes=_day(row["closes"]),
        whole=row["whole"] == "yes",
    )


def _day(written: str) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
