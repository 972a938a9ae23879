"""All escaping: how text from a document enters an HTML page, and which addresses a page may link to."""

import html
import json
from typing import Any, Final
from urllib.parse import urlsplit

import regex

# What JSON inside a script element must not contain: the characters that open or end an element, the two line
# separators that older engines treat as line ends inside a string, and lone surrogates, which UTF-8 cannot encode.
_BREAKING: Final = regex.compile(r"[<>&\u2028\u2029\x7f\ud800-\udfff]")
_UNWRITABLE: Final = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_BLANK_OR_CONTROL: Final = regex.compile(r"[\x00-\x20\x7f\\\"'<>`{}|^\ud800-\udfff]")
_SCHEME: Final = regex.compile(r"[A-Za-z][A-Za-z0-9+.\-]*+:")
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def escape_text(value: str) -> str:
    """Escape `value` for an element's content or a quoted attribute; what HTML cannot represent becomes U+FFFD."""
    return html.escape(writable(value), quote=True)


def writable(value: str) -> str:
    """Replace what HTML cannot represent, such as control characters and lone surrogates, by U+FFFD."""
    return _UNWRITABLE.sub(_REPLACEMENT, value)


def json_block(value: Any) -> str:  # noqa: ANN401  # any JSON value
    """Write `value` as JSON that is safe inside `<script type="application/json">`, compact, keys in order.

    Raises:
        ValueError: a number is not finite.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _BREAKING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def https_address(value: str) -> str | None:
    """Return `value` when it is an absolute https address without spaces, quotes or control characters; else None."""
    if _BLANK_OR_CONTROL.search(value):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme == "https" and parts.hostname and not parts.username else None


def page_address(value: str) -> str | None:
    """Return `value` when it is an absolute https address, or one relative to the page; None when it is neither."""
    if _BLANK_OR_CONTROL.search(value) or value.startswith("//"):
        return None
    return value if value and not _SCHEME.match(value) else https_address(value)


def shorten(value: str, *, limit: int) -> str:
    """Return at most `limit` code points of `value`, with an ellipsis for what was cut."""
    return value if len(value) <= limit else value[: limit - 1] + "…"
