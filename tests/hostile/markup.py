"""Hostile web pages and XML: too deep, too wide, cut, expanding, and asking for files and addresses."""

from collections.abc import Iterator

PARAGRAPH = "<p>Recalling resolution 61/74 of 6 December 2006</p>"
AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_DEEP = 3_000
_WIDE = 20_000


def markup(secret: str, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents.

    Args:
        secret: address of a local file that must not be read.
        address: of a server that must not be asked.
    """
    yield from pages(secret, address)
    yield from documents(secret, address)


def pages(secret: str, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield web pages."""
    for tag in (
        "div",
        "p",
        "b",
        "table",
        "ul",
        "blockquote",
        "span",
        "sup",
        "a",
        "font",
        "td",
        "script",
        "style",
        "svg",
    ):
        yield f"deep-{tag}.html", _page(f"<{tag}>" * _DEEP + PARAGRAPH + f"</{tag}>" * _DEEP)
        yield f"open-{tag}.html", _page(f"<{tag}>" * _DEEP + PARAGRAPH)
    for tag in ("img", "link", "script", "iframe", "object", "embed", "frame", "video", "base"):
        for name, where in (("file", secret), ("net", address)):
            yield f"{tag}-{name}.html", _page(f'<{tag} src="{where}" href="{where}" data="{where}">{PARAGRAPH}')
    for name, content in {
        "wide": "<i></i>" * _WIDE, "text": PARAGRAPH * 500, "cut": "<p", "attribute": '<p title="', "comment": "<!--",
        "comments": "<!---->" * _WIDE, "entity": "&" * 50_000, "number": "&#99999999999;" * 2000, "null": "\0" * 9000,
        "many": "<p " + " ".join(f"a{n}=1" for n in range(_WIDE)) + ">61/74", "long": f'<p class="{"a " * 50_000}">61/74',
        "cdata": "<![CDATA[" * 5000, "close": "</p>" * _WIDE, "pi": "<?php " * 5000, "plaintext": "<plaintext>" + PARAGRAPH,
        "cells": "<table>" + "<tr><td>61/74" * 500, "spans": '<table><tr><td colspan="999999999" rowspan="99999999">61/74',
        "minus": '<table><tr><td colspan="-1" rowspan="x">61/74</td></tr></table>', "select": "<select>" * 2000,
        "nested": "<table><tr><td>" * 300 + PARAGRAPH, "lists": '<ol start="99999999999999999999"><li>61/74' * 50,
        "notes": "".join(f'<a href="#n{n}"><sup>{n}</sup></a>' for n in range(1500)), "ids": '<p id="n1">1 A/75/1' * 1500,
        "circle": '<a id="a" href="#b"><sup>1</sup></a><p id="b"><a href="#a">1</a> <a href="#b">2</a></p>',
        "style": f"<style>{'a{' * 5000}</style>{PARAGRAPH}", "css": f"<style>{'*' * 50_000}{{x:y}}</style>{PARAGRAPH}",
        "hidden": '<p style="' + "display:none;" * 5000 + '">61/74</p>', "urls": f"<style>@import url({address});</style>",
        "refresh": f'<meta http-equiv="refresh" content="0;url={address}">{PARAGRAPH}', "formula": "<p>=1+1 61/74</p>",
        "links": "".join(f'<a href="https://undocs.org/{"A/" * n}">61/74</a>' for n in range(0, 300, 3)),
        "bidi": "<bdo dir=rtl>" * 500 + PARAGRAPH, "title": "<title>" + "61/74 " * 20_000 + "</title>" + PARAGRAPH,
    }.items():  # fmt: skip
        yield f"page-{name}.html", _page(content)
    yield "page-utf16.html", _page(PARAGRAPH).decode().encode("utf-16")
    yield "page-half.html", _page(PARAGRAPH).decode().encode("utf-16")[:-1]


def documents(secret: str, address: str) -> Iterator[tuple[str, bytes]]:
    """Yield Akoma Ntoso and other XML."""
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    types = {
        "none": "", "bomb": f"<!DOCTYPE x [{bomb}]>", "file": f'<!DOCTYPE x [<!ENTITY j SYSTEM "{secret}">]>',
        "net": f'<!DOCTYPE x [<!ENTITY j SYSTEM "{address}">]>', "dtd": f'<!DOCTYPE x SYSTEM "{address}">',
        "parameter": f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{secret}"> %p;]>', "public": f'<!DOCTYPE x PUBLIC "-" "{secret}">',
        "self": '<!DOCTYPE x [<!ENTITY j "&j;">]>', "open": "<!DOCTYPE x [", "quadratic": f'<!DOCTYPE x [<!ENTITY j "{"a" * 50_000}">]>',
    }  # fmt: skip
    for name, kind in types.items():
        body = f"<p>{'&j;' * (300 if name == 'quadratic' else 1)} resolution 61/74</p>"
        yield f"akn-{name}.xml", _akn(body, kind).encode()
        yield f"html-{name}.html", f"{kind}<html><body>{body}</body></html>".encode()
        yield (
            f"html-{name}.xhtml",
            f'<?xml version="1.0"?>{kind}<html xmlns="http://www.w3.org/1999/xhtml">{body}</html>'.encode(),
        )
    for name, body in {
        "deep": "<paragraph>" * _DEEP + "61/74" + "</paragraph>" * _DEEP, "open": "<paragraph>" * _DEEP, "empty": "",
        "wide": "<p>61/74</p>" * 800, "notes": '<authorialNote marker="1"><p>61/74</p></authorialNote>' * 400,
        "attributes": "<p " + " ".join(f'a{n}="1"' for n in range(5000)) + "/>", "include": f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}"/>',
        "prefix": '<a:p xmlns:a="b" xmlns:b="a">61/74</a:p>' * 500, "table": "<table>" + "<tr><td>61/74</td></tr>" * 500 + "</table>",
        "nested": '<authorialNote marker="1">' * 800 + "61/74" + "</authorialNote>" * 800, "stylesheet": f'<?xml-stylesheet href="{address}"?>61/74',
        "dates": '<docDate date="99999-99-99">x</docDate>61/74', "numbers": f"<num>{'9' * 20_000}</num>61/74",
    }.items():  # fmt: skip
        yield f"akn-body-{name}.xml", _akn(body).encode()
    yield "akn-latin.xml", _akn("<p>61/74</p>").replace("UTF-8", "latin-1").encode() + b"\xff"
    yield "akn-cut.xml", _akn("<p>61/74</p>").encode()[:-30]
    yield "other.xml", b"<?xml version='1.0'?><feed>" + b"<a>" * _DEEP


def _page(body: str) -> bytes:
    return f"<html><head></head><body>{body}</body></html>".encode()


def _akn(body: str, kind: str = "") -> str:
    head = f'<?xml version="1.0" encoding="UTF-8"?>{kind}<akomaNtoso xmlns="{AKN}"><statement name="resolution">'
    meta = '<meta><identification source="#x"><FRBRWork><FRBRuri value="/akn/un"/></FRBRWork></identification></meta>'
    return f"{head}{meta}<preface><docNumber>A/RES/76/901</docNumber></preface><mainBody>{body}</mainBody></statement></akomaNtoso>"
