"""Keys to IRIs and back: a work's key is its UN symbol, `treaty:SLUG`, or `file:NAME` where it shows no symbol.

Every character that a symbol may not carry through every RDF tool is percent-encoded, so that the key can
always be recovered from its IRI and two keys never share one.
"""

import hashlib
import json
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import quote, unquote

import regex
from pydantic_core import PydanticSerializationError, to_json

from graph.rdf import vocabulary as v

TREATY_KEY: Final = "treaty:"
FILE_KEY: Final = "file:"
UNDETERMINED: Final = "und"
"""Language code of a text whose language could not be determined (ISO 639-2)."""

SDG_SCHEME: Final = v.SDG.rstrip("/")
"""IRI of the vocabulary of the Sustainable Development Goals."""

_READER: Final = "https://docs.un.org/"
"""Before code of the language and symbol: where the document system of the United Nations shows a text to readers."""

_SAFE: Final = "/():;,!*+"
_in_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LANGUAGE: Final = regex.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?+")
_WEB: Final = regex.compile(r"https?://[A-Za-z0-9.-]{1,200}(?:[/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=-]{0,500})?+")
_APOSTROPHES: Final = dict.fromkeys(map(ord, "'\u2018\u2019\u0060\u00b4"))
_SURROGATE: Final = regex.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return the text without lone surrogates, which no RDF file can hold; each becomes U+FFFD."""
    if text.isprintable() or not _SURROGATE.search(text):  # the first is quicker, and true of most
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def document_key(symbol: str | None, file: str) -> str:
    """Return the key of a document's work: its symbol, or its file name if it has none."""
    return symbol or FILE_KEY + file


@lru_cache(maxsize=1 << 16)
def work_iri(key: str) -> str:
    """Return the IRI of a work: its address at undocs.org, or a name of our own for a treaty or a file."""
    if key.startswith(TREATY_KEY):
        return v.TREATY + _encode(key.removeprefix(TREATY_KEY))
    if key.startswith(FILE_KEY):
        return v.UNSIGNED + _encode(key.removeprefix(FILE_KEY))
    first = key.partition("/")[0]
    if _LANGUAGE.fullmatch(first):  # https://undocs.org/fr/… is the address of an expression
        return f"{v.UNDOCS}%{ord(first[0]):02X}{_encode(key[1:])}"
    return v.UNDOCS + _encode(key)


def work_key(iri: str) -> str | None:
    """Return the key of the work that an IRI names; None if it names no work."""
    if "#" in iri:
        return None
    if iri.startswith(v.TREATY):
        return TREATY_KEY + unquote(iri.removeprefix(v.TREATY))
    if iri.startswith(v.UNSIGNED):
        return FILE_KEY + unquote(iri.removeprefix(v.UNSIGNED))
    if not iri.startswith(v.UNDOCS) or _LANGUAGE.fullmatch(iri.removeprefix(v.UNDOCS).partition("/")[0]):
        return None
    return unquote(iri.removeprefix(v.UNDOCS))


def work_url(key: str) -> str:
    """Return the address at which a person can read the work; empty if none is known for sure.

    The United Nations Treaty Collection addresses a treaty by an object number that is not its registration number, so
    treaties have none.
    """
    return "" if key.startswith((TREATY_KEY, FILE_KEY)) else work_iri(key)


@lru_cache(maxsize=1 << 14)
def citation_iri(citing: str, cited: str) -> str:
    """Return the IRI of the citation between two works by their keys: `citation/A/RES/62/37/cites=A/RES/61/74`.

    Keys have no equals sign in IRIs, so that no two pairs share one.
    """
    return f"{v.CITATION}{_encode(citing)}/cites={_encode(cited)}"


@lru_cache(maxsize=1 << 12)
def expression_iri(key: str, language: str | None) -> str:
    """Return the IRI of a work in one language; for a UN symbol, the address of that language version."""
    code = (language or UNDETERMINED).lower()
    iri = work_iri(key)
    if iri.startswith(v.UNDOCS) and _LANGUAGE.fullmatch(code):
        return f"{v.UNDOCS}{code}/{_encode(key)}"
    return f"{iri}#{_encode(code)}"


def reader_url(key: str, language: str | None) -> str | None:
    """Return where the United Nations shows a language version to readers; None for what has no UN symbol."""
    iri = expression_iri(key, language)
    return _READER + iri.removeprefix(v.UNDOCS) if iri.startswith(v.UNDOCS) and "#" not in iri else None


def paragraph_iri(expression: str, label: str) -> str:
    """Return the IRI of a paragraph of an expression."""
    separator = "/" if "#" in expression else "#"
    return f"{expression}{separator}{_encode(label)}"


def organ_iri(name: str) -> str:
    """Return the IRI of an organ by its English name: General Assembly is `rco:general-assembly`."""
    return v.ORGAN + _encode("-".join(name.lower().split()))


def agent_iri(name: str) -> str:
    """Return the IRI of a state or group by its name, ignoring case, accents and apostrophes: FRANCE is France."""
    plain = unicodedata.normalize("NFKD", clean(name).translate(_APOSTROPHES)).casefold()
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return v.AGENT + _encode("-".join(unicodedata.normalize("NFC", letters).split()))


def scheme_iri(name: str) -> str:
    """Return the IRI of a vocabulary of subjects by its name."""
    return v.SCHEME + _encode("-".join(name.lower().split()))


def subject_iri(label: str, scheme: str | None, address: str | None) -> str:
    """Return the IRI of a subject: its address in its vocabulary, or a name of our own if it has none."""
    if address and _WEB.fullmatch(address):
        return address
    return v.SUBJECT + _encode("/".join("-".join(part.casefold().split()) for part in (scheme, label) if part))


def derivation_iri(subject: str, predicate: str, said: str) -> str:
    """Return the IRI of a derived statement, made from what it states."""
    return v.DERIVATION + digest(subject, predicate, said)


def file_iri(name: str, sha256: str | None) -> str:
    """Return the IRI of a file that was read, made from its digest if that is known, else from its name."""
    return v.FILE + _encode(sha256 or f"name:{name}")


def digest(*said: object) -> str:
    """Return the hash of what a node says: 20 hexadecimal digits, equal for equal JSON values.

    Of texts in normal form C, as the graph has them, so that what is read back from it has the same hash.
    """
    try:
        data = to_json(said)  # in half the time, but it takes no lone surrogates
    except PydanticSerializationError:
        data = clean(_in_json(said)).encode()
    if not data.isascii():
        data = unicodedata.normalize("NFC", data.decode()).encode()
    return hashlib.blake2b(data, digest_size=10).hexdigest()


@lru_cache(maxsize=1 << 14)
def _encode(text: str) -> str:
    """Percent-encode all but letters, digits and the marks that symbols use and IRIs allow."""
    return quote(clean(text), safe=_SAFE)
