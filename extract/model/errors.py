"""The errors that reading and extracting raise: one base, one class per mistake, the data as attributes."""


class RecallingError(Exception):
    """Base of every error that a user can cause and fix; `str()` of it is the one line that the command prints."""

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        """Pickle by its attributes, which are in the order of the constructor's arguments."""
        return type(self), tuple(vars(self).values())


class UnreadableError(RecallingError):
    """A file that cannot be read as a document.

    Attributes:
        file: the path as the user gave it.
        reason: what is wrong and, where it helps, what to do.
        member: the name inside the file, where that is an archive.
    """

    def __init__(self, file: str, reason: str, member: str | None = None) -> None:
        """Build the message: `file: reason`, or `file: member: reason`."""
        self.file = file
        self.reason = reason
        self.member = member
        super().__init__(": ".join(part for part in (file, member, reason) if part))


class DataError(RecallingError):
    """A shipped or user-made data file (lexicon, registry, `citations.jsonl`) that is invalid.

    Attributes:
        file: the data file.
        problems: all that were found, not only the first.
    """

    def __init__(self, file: str, problems: list[str]) -> None:
        """Build the message from all problems."""
        self.file = file
        self.problems = problems
        super().__init__(f"{file}: " + "; ".join(problems))


class SymbolError(RecallingError):
    """A text that is not a UN document symbol.

    Attributes:
        text: what was being parsed.
    """

    def __init__(self, text: str) -> None:
        """Build the message from the text."""
        self.text = text
        super().__init__(f"not a United Nations document symbol: {text!r}")
