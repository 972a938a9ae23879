"""Escaping: whatever a document holds, it enters a page as text."""

import html
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from graph.network.finding import Finding
from graph.pages.audit import Row
from graph.pages.parts.escape import escape_text, https_address, json_block, page_address, shorten
from graph.pages.parts.templates import render

ANY_TEXT = st.text(st.characters(exclude_categories=()))


class Reader(HTMLParser):
    """Notes the elements and the text of a piece of markup."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""
        self.attribute: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its last attribute."""
        self.tags.append(tag)
        self.attribute = attrs[-1][1] if attrs else None

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


@given(ANY_TEXT)
def test_escaped_text_holds_no_markup_and_can_be_written(text: str) -> None:
    escaped = escape_text(text)
    assert not set("<>\"'") & set(escaped)
    escaped.encode("utf-8")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_escaped_text_reads_back_as_element_and_as_attribute(text: str) -> None:
    assert html.unescape(escape_text(text)) == text
    reader = Reader()
    reader.feed(f'<p title="{escape_text(text)}">{escape_text(text)}</p>')
    reader.close()
    assert (reader.tags, reader.text, reader.attribute or "") == (["p"], text, text)


@given(
    st.recursive(
        ANY_TEXT | st.integers() | st.booleans(), lambda each: st.lists(each) | st.dictionaries(ANY_TEXT, each)
    )
)
def test_a_data_block_holds_no_markup_and_reads_back(value: object) -> None:
    block = json_block(value)
    assert not set("<>&\u2028\u2029") & set(block)
    block.encode("utf-8")
    assert json.loads(block) == value


def test_a_number_that_is_not_finite_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_block(float("nan"))


@pytest.mark.parametrize(
    "address",
    [
        "https://undocs.org/A/RES/62/37",
        "https://undocs.org/S/RES/1718(2006)",
        "HTTPS://undocs.org/en/A/RES/62/37?x=1#y",
    ],
)
def test_an_https_address_is_kept(address: str) -> None:
    assert https_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "http://undocs.org/A/RES/62/37",
        "//undocs.org/A",
        "/etc/passwd",
        "https:/undocs.org",
        "https://",
        "https://user@undocs.org/",
        'https://undocs.org/"onclick=x',
        "https://undocs.org/ A",
        "https://undocs.org/\\x",
        "https://[::1",
        " https://undocs.org/A",
        "https://undocs.org/\ud800",
    ],
)
def test_any_other_address_is_dropped(address: str) -> None:
    assert https_address(address) is None


@given(ANY_TEXT, st.integers(1, 50))
def test_a_shortened_text_is_within_its_limit(text: str, limit: int) -> None:
    short = shorten(text, limit=limit)
    assert len(short) <= limit
    assert short == text if len(text) <= limit else short.endswith("…")


@pytest.mark.parametrize(
    "address", ["a.html", "../network.html#treaty:npt", "#zh/pp3", "https://undocs.org/A/RES/62/37"]
)
def test_an_address_beside_the_page_is_kept(address: str) -> None:
    assert page_address(address) == address


@pytest.mark.parametrize(
    "address", ["", "javascript:alert(1)", "//undocs.org/A", "a b.html", "data:text/html,x", "http://x"]
)
def test_an_address_elsewhere_is_dropped(address: str) -> None:
    assert page_address(address) is None


def test_a_template_escapes_its_values_and_replaces_what_html_cannot_carry() -> None:
    finding = Finding(
        check="unresolved", document="<b>", language="en", paragraph="op1\x00\ud800", cited='"><script>', quote="'&"
    )  # fmt: skip
    row = Row(first=finding, instead=(), sides=(), compared=(), quoted="en")
    page = render("audit.html", sections=[("unresolved", [row], 0)], columns=("document",))
    assert "<bdi>&lt;b&gt;</bdi>" in page
    assert "op1\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}" in page
    assert "<script>" not in page
    assert "&#39;&amp;" in page


def test_a_template_without_a_value_that_it_names_is_an_error() -> None:
    with pytest.raises(UndefinedError, match="columns"):
        render("audit.html", sections=[("unresolved", [], 0)])
