"""The errors that reading and extracting raise: one base, one class per mistake, the data as attributes."""


class RecallingError(Exception):
    """Base of every error a user can cause and mend; `str()` of it is the one line the command prints."""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Travel between processes: made anew from its attributes, which stand in the order of its arguments."""
        return type(self), tuple(vars(self).values())


class UnreadableError(RecallingError):
    """A file that cannot be read as a document.

    Attributes:
        file: the path as the user gave it.
        reason: what is wrong and, where it helps, what to do.
        member: what in the file, where that is an archive.
    """

    def __init__(self, file: str, reason: str, member: str | None = None) -> None:
        """Write the message once: `file: reason`, or `file: member: reason`."""
        self.file = file
        self.reason = reason
        self.member = member
        super().__init__(": ".join(part for part in (file, member, reason) if part))


class DataError(RecallingError):
    """A shipped or user-made data file (lexicon, registry, `citations.jsonl`) that breaks its rules.

    Attributes:
        file: the data file.
        offences: every offence found, not only the first.
    """

    def __init__(self, file: str, offences: list[str]) -> None:
        """Write the message once: all offences, a line each."""
        self.file = file
        self.offences = offences
        super().__init__(f"{file}: " + "; ".join(offences))


class SymbolError(RecallingError):
    """A text that is no UN document symbol.

    Attributes:
        text: what was to be parsed.
    """

    def __init__(self, text: str) -> None:
        """Write the message once, with the text."""
        self.text = text
        super().__init__(f"not a United Nations document symbol: {text!r}")
