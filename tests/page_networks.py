"""Networks to make pages of: a small one, a hostile one, large ones; and access to the data in pages."""

import json
import random
from typing import Any, Final

import networkx as nx
import regex

KINDS: Final = ("resolution", "decision", "statement", "treaty", "conference-document", "document")
QUOTE: Final = "Recalling also its resolution 62/37 of 5 December 2007"
SCRIPT: Final = "</script><script>document.title = 'taken'</script>"
IMAGE: Final = "<img src=x onerror=\"document.title = 'taken'\">"


def add_text(network: "nx.MultiDiGraph[str]", symbol: str, *, kind: str = "resolution", **attributes: object) -> None:
    """Add a node with the attributes `graph.network` gives it."""
    defaults = {"label": symbol, "title": "", "date": "", "organ": "", "url": f"https://undocs.org/{symbol}", "unts": 0}
    network.add_node(symbol, **defaults | {"kind": kind, "read": False, "continues": ""} | attributes)


def add_citation(network: "nx.MultiDiGraph[str]", citing: str, cited: str, **attributes: object) -> None:
    """Add an edge with the attributes `graph.network` gives it."""
    defaults = {
        "relation": "recalls",
        "verb": "Recalling",
        "paragraph": "pp3",
        "pinpoint": "",
        "quote": QUOTE,
        "certainty": "explicit",
        "language": "en",
        "date": "",
        "via": "",
    }
    number = network.graph["added"] = network.graph.get("added", -1) + 1  # networkx counts its edges one by one
    network.add_edge(citing, cited, key=f"{number:08x}", **defaults | attributes)


def count_citations(network: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Set `cited` and `cites` from the edges."""
    for symbol in network:
        network.nodes[symbol].update(cited=len(network.pred[symbol]), cites=len(network.succ[symbol]))
    return network


def small_network() -> "nx.MultiDiGraph[str]":
    """Eight texts of every kind, with titles in Chinese and Arabic."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    titles = {
        "title": "Reducing danger",
        "title_en": "Reducing danger",
        "title_zh": "减少危险",
        "title_ar": "تقليل الخطر",
    }
    add_text(network, "A/RES/62/37", read=True, date="2007-12-05", organ="General Assembly", **titles)
    add_text(network, "A/RES/63/41", read=True, date="2008-12-02", continues="A/RES/62/37", **titles)
    add_text(network, "S/RES/1718(2006)", label="S/RES/1718 (2006)")
    add_text(network, "A/62/37", kind="document")
    add_text(network, "A/DEC/50/411", kind="decision")
    add_text(network, "S/PRST/2011/16", kind="statement")
    add_text(network, "NPT/CONF.1995/32(PartI)", kind="conference-document")
    npt = {"title": "Treaty on the Non-Proliferation of Nuclear Weapons", "title_zh": "不扩散核武器条约", "unts": 10485}
    add_text(
        network, "treaty:npt", kind="treaty", **npt | {"label": "NPT", "title_ar": "معاهدة عدم انتشار الأسلحة النووية"}
    )
    add_citation(network, "A/RES/63/41", "A/RES/62/37")
    add_citation(network, "A/RES/63/41", "A/RES/62/37", paragraph="op13(a)", relation="requests", verb="Requests")
    quote = "《不扩散核武器条约》第六条"
    treaty = {"quote": quote, "language": "zh", "verb": "重申", "relation": "reaffirms", "certainty": "named"}
    add_citation(
        network, "A/RES/62/37", "treaty:npt", **treaty | {"pinpoint": "第六条", "paragraph": "fn7", "via": "pp4"}
    )
    for cited in ("S/RES/1718(2006)", "A/62/37", "A/DEC/50/411", "S/PRST/2011/16", "NPT/CONF.1995/32(PartI)"):
        add_citation(network, "A/RES/62/37", cited)
    return count_citations(network)


def hostile_network() -> "nx.MultiDiGraph[str]":
    """Every string in it tries to break out: by markup, script, text direction or length."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    strings = (
        SCRIPT,
        IMAGE,
        "javascript:document.title='taken'",
        "\u202etxet desrever",
        "w" * 10_000,
        "a\u2028b\u2029\x00c",
    )
    for number, text in enumerate(strings):
        symbol = f"A/RES/70/{number}{text}"
        add_text(network, symbol, label=text, title=text, title_zh=text, organ=text, date=text, url=text, kind=text)
    symbols = list(network)
    for number, text in enumerate(strings):
        values = dict.fromkeys(("relation", "verb", "paragraph", "pinpoint", "quote", "language", "via"), text)
        add_citation(network, symbols[number], symbols[(number + 1) % len(symbols)], **values)
    add_text(network, "__proto__", title="constructor", title_zh="{count}")
    add_citation(network, "__proto__", symbols[0], quote="\ud800 half a pair")
    return count_citations(network)


def large_network(texts: int, *, citations: int, seed: int = 7) -> "nx.MultiDiGraph[str]":
    """A network with subjects: most citations stay in one, and some texts are cited far more often than others."""
    choose = random.Random(seed)  # noqa: S311  # an invented network, not a secret
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(texts):
        title = f"Question of subject {number % 23}, part {number}"
        add_text(network, f"A/RES/{40 + number // 300}/{number % 300}", kind=KINDS[min(number % 11, 5)], title=title)
    symbols = list(network)
    for _ in range(citations):
        citing = choose.randrange(texts)
        cited = int(choose.random() ** 3 * texts)
        if choose.random() < 0.85:
            cited = min(texts - 1, cited - cited % 23 + citing % 23)
        add_citation(network, symbols[citing], symbols[cited])
    return count_citations(network)


def block(page: str, name: str) -> Any:  # noqa: ANN401  # any JSON value
    """The data block of that name in a page."""
    found = regex.search(rf'<script type="application/json" id="{name}">(.*?)</script>', page, regex.DOTALL)
    assert found
    return json.loads(found[1])


def citations(page: str) -> list[dict[str, Any]]:
    """The citations that a page holds, each by the names of its evidence."""
    names, held = block(page, "about")["evidence"], block(page, "citations")
    padded = (row + [0] * (len(names) - len(row)) for row in held["rows"])
    said = ([*row[:2], *(held["texts"][place] for place in row[2:])] for row in padded)
    return [dict(zip(names, row, strict=True)) for row in said]
