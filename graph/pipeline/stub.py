"""`Stub`: what stands in memory for a reading that is on disk: enough to put it in its place among the others."""

from dataclasses import dataclass
from typing import Protocol, Self


class Named(Protocol):
    """What tells a document from others."""

    @property
    def symbol(self) -> str | None:
        """UN symbol; None when the document shows none."""

    @property
    def language(self) -> str | None:
        """ISO 639-1 code."""

    @property
    def file(self) -> str:
        """Base name of the file."""

    @property
    def sha256(self) -> str | None:
        """Digest of the file's bytes."""


class Placed(Protocol):
    """A reading, or what stands for it."""

    @property
    def record(self) -> Named:
        """What tells its document from others."""

    @property
    def identities(self) -> frozenset[str]:
        """Hashes; two that share one are the same text read twice."""

    @property
    def hashes(self) -> str:
        """The same, sorted, separated by spaces."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What stands in memory for a reading that is on disk.

    Attributes:
        number: its number in the spool.
        symbol: as in the record.
        language: as in the record.
        file: as in the record.
        sha256: as in the record.
        hashes: the identities, separated by spaces: a tenth of the memory of a set.
    """

    number: int
    symbol: str | None
    language: str | None
    file: str
    sha256: str | None
    hashes: str

    @property
    def record(self) -> Self:
        """What tells its document from others: itself."""
        return self

    @property
    def identities(self) -> frozenset[str]:
        """Hashes; see `Placed`."""
        return frozenset(self.hashes.split())
