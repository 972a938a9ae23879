"""The cited texts for a reference manager: BibTeX (with BibLaTeX's fields), CSL-JSON and RIS.

A text of the United Nations is a report: of that type, and of no other, styles print number, kind, body and institution
(as legislation, APA and Chicago print it as a public law of the United States). The parts are those that the guides of
the United Nations ask for: body, title, date, symbol, address.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import regex

from extract.registry.registry import load_registry

if TYPE_CHECKING:
    import networkx as nx

_GENRES: Final = {"resolution": "Resolution", "decision": "Decision", "statement": "Presidential statement"}
_INSTITUTION: Final = "United Nations"
_HOUSES_OF_THEIR_OWN: Final = frozenset({"International Atomic Energy Agency", "World Health Organization"})
"""Bodies that publish under their own name."""
_NUMBERED: Final = regex.compile(r"/(?:RES|DEC|PRST)/(?P<number>.+)")
_UNDATED: Final = "n.d."
"""What stands for a year that is not known; BibTeX prints no report without one."""
_SERIES: Final = "United Nations Treaty Series"
_SHORT_SERIES: Final = "UNTS"
_TREATY_KEY: Final = "treaty:"
_ESCAPED: Final = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: "\\" + sign for sign in "&%$#_{}"},
}  # fmt: skip
_SPECIAL: Final = regex.compile(r"[\\~^&%$#_{}]")
_NO_KEY: Final = regex.compile(r"[^A-Za-z0-9]+")
_LINE: Final = regex.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_WHOLE: Final = frozenset({"title", "author", "institution", "number", "note"})
"""Fields whose words keep their capitals, and are no names of persons."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a bibliography says of a cited text; empty where it is not known.

    Attributes:
        key: symbol, or `treaty:SLUG`.
        author: "United Nations, General Assembly"; none for a treaty.
        title: its title; kind and number ("Resolution 16/18") where it has none.
        genre: "Resolution"; empty for documents and treaties, and where the title says it.
        number: its symbol as printed; of a treaty "No. 10485", the registration in the Treaty Series.
        institution: who publishes it.
        series: the Treaty Series, for a treaty that is registered there.
        volume: of the Treaty Series.
        date: year, month or day.
        url: its official address.
    """

    key: str
    author: str
    title: str
    genre: str
    number: str
    institution: str
    series: str
    volume: str
    date: str
    url: str

    @property
    def treaty(self) -> bool:
        """Whether it is a treaty."""
        return self.key.startswith(_TREATY_KEY)

    @property
    def place(self) -> str:
        """Where a treaty stands in the Treaty Series: "vol. 729, No. 10485"."""
        return ", ".join(filter(None, (f"vol. {self.volume}" if self.volume else "", self.number)))


def bibtex(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the cited texts as BibTeX, in the network's order; titles keep their capitals."""
    keys: dict[str, int] = {}
    entries = []
    for entry in _cited(network):
        plain = _NO_KEY.sub("-", entry.key).strip("-") or "text"
        keys[plain] = keys.get(plain, 0) + 1
        key = plain if keys[plain] == 1 else f"{plain}-{keys[plain]}"
        fields = _treaty_fields(entry) if entry.treaty else _report_fields(entry)
        fields |= {"date": entry.date, "year": entry.date[:4] or _UNDATED, "url": entry.url}
        lines = [f"  {name} = {{{_text(name, value)}}}" for name, value in fields.items() if value]
        entries.append(f"@{'misc' if entry.treaty else 'techreport'}{{{key},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries).encode()


def _report_fields(entry: _Entry) -> dict[str, str]:
    """The fields of `@techreport`: BibTeX and BibLaTeX print its number, and BibTeX wants an institution."""
    return {
        "author": entry.author,
        "title": entry.title,
        "type": entry.genre or "Document",  # without one, some styles print "tech. rep."
        "series": "UN Doc." if entry.institution == _INSTITUTION else "Doc.",  # MLA prints no number without one
        "number": entry.number,
        "institution": entry.institution,
    }


def _treaty_fields(entry: _Entry) -> dict[str, str]:
    """The fields of `@misc`: neither program has a type for treaties.

    Of its fields `note` alone is printed by BibTeX, and by BibLaTeX in all five styles tried
    (`benchmarks/citation_styles.py`).
    """
    return {"title": entry.title, "note": ", ".join(filter(None, (entry.series, entry.place)))}


def csl_json(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the cited texts as CSL-JSON, in the network's order."""
    return (json.dumps(csl_items(network), ensure_ascii=False, indent=1) + "\n").encode()


def csl_items(network: "nx.MultiDiGraph[str]") -> list[dict[str, Any]]:
    """Return the cited texts as items of CSL, in the network's order."""
    return [_csl(entry) for entry in _cited(network)]


def _csl(entry: _Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.key,
        "type": "treaty" if entry.treaty else "report",
        "title": entry.title,
        "author": [{"literal": entry.author}] if entry.author else None,
        "authority": entry.author,
        "genre": entry.genre,
        "number": entry.number,
        "publisher": entry.institution if entry.institution != entry.author else None,
        "container-title": entry.series,
        "volume": entry.volume,
        "URL": entry.url,
    } | (_csl_treaty(entry) if entry.treaty else {})
    parts = [int(part) for part in entry.date.split("-") if part.isdecimal()]
    return {name: value for name, value in item.items() if value} | (
        {"issued": {"date-parts": [parts]}} if parts else {}
    )


def _csl_treaty(entry: _Entry) -> dict[str, str]:
    """What two styles print of a treaty instead of its volume and number.

    Harvard prints the number within a collection. OSCOLA prints of a treaty title, date, genre, first page and address,
    and no other variable. The genre does not hold the registration number, since MLA prints number after genre.
    """
    return {
        "collection-number": entry.place if entry.series else "",
        "genre": f"{entry.volume} {_SHORT_SERIES}" if entry.volume else "",
    }


def ris(network: "nx.MultiDiGraph[str]") -> bytes:
    """Return the cited texts as RIS (Zotero, EndNote, Mendeley), in the network's order."""
    return "\n".join(_ris(entry) for entry in _cited(network)).encode()


def _ris(entry: _Entry) -> str:
    """One record; a tag and its value stand on one line, whatever is in the value."""
    day = "/".join(entry.date.split("-"))
    fields = {
        "TY": "SER" if entry.treaty else "RPRT",
        "ID": entry.key,
        "AU": entry.author,
        "TI": entry.title,
        "T2": entry.series,
        "VL": entry.volume,
        "M3": entry.genre,
        "IS" if entry.treaty else "SN": entry.number,
        "PB": entry.institution,
        "PY": entry.date[:4],
        "DA": day,
        "UR": entry.url,
    }
    lines = [f"{tag}  - {_LINE.sub(' ', value)}" for tag, value in fields.items() if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _cited(network: "nx.MultiDiGraph[str]") -> Iterator[_Entry]:
    """Yield the texts that at least one other cites."""
    for symbol, node in network.nodes(data=True):
        if node["cited"]:
            yield _of_treaty(symbol, node) if node["kind"] == "treaty" else _of_text(symbol, node)


def _of_text(symbol: str, node: dict[str, Any]) -> _Entry:
    genre = _GENRES.get(node["kind"], "")
    institution = node["organ"] if node["organ"] in _HOUSES_OF_THEIR_OWN else _INSTITUTION
    author = ", ".join(dict.fromkeys(filter(None, (institution, node["organ"]))))
    title, label = node["title"], node["label"]
    if not title:
        found = _NUMBERED.search(label)
        title, genre = (f"{genre} {found['number']}", "") if genre and found else (label, genre)
    return _Entry(symbol, author, title, genre, label, institution, "", "", node["date"], node["url"])


def _of_treaty(symbol: str, node: dict[str, Any]) -> _Entry:
    known = load_registry().treaties.get(symbol.removeprefix(_TREATY_KEY))
    number = f"No. {node['unts']}" if node["unts"] else ""
    volume = str(known.volume) if number and known and known.volume else ""
    series = _SERIES if number else ""
    return _Entry(symbol, "", node["title"] or node["label"], "", number, "", series, volume, node["date"], node["url"])


def _text(name: str, value: str) -> str:
    """Return the text of a field: special characters of TeX escaped, and double braces to keep names and capitals."""
    if name == "url":
        return value.replace("%", r"\%").replace("#", r"\#").replace("{", "%7B").replace("}", "%7D")
    escaped = _SPECIAL.sub(lambda found: _ESCAPED[found[0]], value)
    return f"{{{escaped}}}" if name in _WHOLE else escaped
