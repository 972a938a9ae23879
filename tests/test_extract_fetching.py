"""Getting documents: what is asked, how politely, and what becomes of every kind of answer."""

import gzip
import random
import socket
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path
from typing import ClassVar

import pytest
from document_server import ACCESS, FILE, PAGE, PDF, DocumentServer, Handler, document_server

from extract.fetching import Fetched, Service, Wanted, fetch, file_name
from extract.fetching.partial import TransferError
from extract.fetching.transfer import Manners, Transfer
from extract.symbols.symbol import parse

SYMBOL = "A/RES/62/37"
WANTED = Wanted(parse(SYMBOL), "en")
NAME = "A_RES_62_37.en.pdf"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DocumentServer]:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with document_server() as running:
        yield running


class Asking:
    """Fetches from the server, and keeps how long it would have waited."""

    def __init__(self, server: DocumentServer, folder: Path) -> None:
        """Begin."""
        self.server, self.folder = server, folder
        self.waited: list[float] = []

    def __call__(self, *wanted: Wanted, again: bool = False, **manners: float) -> list[Fetched]:
        """What became of each."""
        made = Manners(**{"pause": 0.25, "timeout": 5.0} | manners)  # type: ignore[arg-type]  # seconds and bytes alike
        service = Service(base=self.server.base, manners=made)
        return list(fetch(wanted or (WANTED,), self.folder, service=service, again=again, sleep=self.waited.append))

    def reason(self, **manners: float) -> str:
        """Why the one document could not be got."""
        (fetched,) = self(again=True, **manners)
        assert fetched.path is None
        return str(fetched.reason)


@pytest.fixture
def ask(server: DocumentServer, tmp_path: Path) -> Asking:
    return Asking(server, tmp_path)


def test_a_document_comes_through_the_redirect(ask: Asking) -> None:
    assert ask() == [Fetched(WANTED, ask.folder / NAME)]
    assert (ask.folder / NAME).read_bytes() == PDF
    assert [path.name for path in ask.folder.iterdir()] == [NAME]
    first, second = ask.server.asked
    assert (first.path, first.query) == (ACCESS, {"s": SYMBOL, "l": "en", "t": "pdf"})
    assert second.path == FILE
    assert "Recalling" in first.headers["user-agent"]
    assert ask.waited == []


def test_what_lies_there_is_not_asked_for_again_unless_told(ask: Asking) -> None:
    (ask.folder / NAME).write_bytes(b"old")
    (fetched,) = ask()
    assert (fetched.path, fetched.reason) == (ask.folder / NAME, "was there already")
    assert ask.server.asked == []
    ask(again=True)
    assert (ask.folder / NAME).read_bytes() == PDF


def test_requests_come_one_by_one_with_a_pause_and_none_twice(ask: Asking) -> None:
    wanted = [Wanted(parse(symbol), language) for symbol in (SYMBOL, "S/RES/1540(2004)") for language in ("zh", "en")]
    assert all(each.path for each in ask(*wanted, wanted[0]))
    assert ask.server.symbols() == [f"{SYMBOL} zh", f"{SYMBOL} en", "S/RES/1540(2004) zh", "S/RES/1540(2004) en"]
    assert ask.waited == [0.25, 0.25, 0.25]


def test_a_document_with_two_symbols_is_asked_for_by_the_first(ask: Asking) -> None:
    wanted = Wanted(parse("A/74/976-S/2020/773"), "fr")
    ask(wanted)
    assert ask.server.symbols() == ["A/74/976 fr"]
    assert (ask.folder / "A_74_976-S_2020_773.fr.pdf").exists()


def test_a_lettered_part_that_is_not_there_by_itself_is_in_the_whole(ask: Asking) -> None:
    ask.server.answers["A/RES/217A(III)"] = lambda handler, _: handler.send(b"", status=404)
    wanted = Wanted(parse("A/RES/217A(III)"), "en")
    whole = ask.folder / "A_RES_217(III).en.pdf"
    assert ask(wanted) == [Fetched(wanted, whole, "is in A/RES/217(III)")]
    assert ask(wanted) == [Fetched(wanted, whole, "was there already")]
    assert ask.server.symbols() == ["A/RES/217A(III) en", "A/RES/217(III) en"]
    ask.server.answers["A/RES/217(III)"] = ask.server.answers["A/RES/217A(III)"]
    whole.unlink()
    assert ask(wanted) == [Fetched(wanted, None, "no such document")]


def test_names_of_files_are_plain() -> None:
    assert file_name(Wanted(parse("S/RES/1540(2004)"), "zh"), "docx") == "S_RES_1540(2004).zh.docx"


@pytest.mark.parametrize(
    "answer",
    [
        lambda handler, _: handler.send(b"", status=404),
        lambda handler, _: handler.send(PAGE, status=404, kind="text/html"),
        lambda handler, _: handler.send(PAGE, kind="text/html; charset=UTF-8"),
        lambda handler, _: handler.send(b'{"error": "none"}', kind="application/json"),
        lambda handler, _: handler.send(PAGE),  # says that it is a PDF
        lambda handler, _: handler.send(b"PK\x03\x04 something else"),
    ],
)
def test_no_such_document_is_told_at_once_and_leaves_nothing(ask: Asking, answer: object) -> None:
    ask.server.answers[SYMBOL] = answer  # type: ignore[assignment]  # a list of lambdas has no better type
    assert ask.reason().startswith("no such document")
    assert len(ask.server.asked) == 1
    assert list(ask.folder.iterdir()) == []


def test_a_missing_document_does_not_keep_the_others(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(b"", status=404)
    other = Wanted(parse("A/RES/62/38"), "en")
    assert [bool(each.path) for each in ask(WANTED, other)] == [False, True]


def test_a_busy_server_is_asked_again_when_it_says(ask: Asking) -> None:
    def answer(handler: Handler, times: int) -> None:
        if times < 3:
            handler.send(b"", status=429, Retry_After="7" if times == 1 else "")
        else:
            handler.redirect(FILE)

    ask.server.answers[SYMBOL] = answer
    assert ask()[0].path
    assert ask.waited == [7, 0.25, 2, 0.25]  # what it says, then twice as long as before; and the pauses


def test_a_date_to_come_back_at_is_understood_and_too_far_a_one_is_told(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(
        b"", status=503, Retry_After=formatdate(4e9, usegmt=True)
    )
    assert "asks to wait" in ask.reason()
    assert len(ask.server.asked) == 1


def test_a_broken_server_is_given_up_after_some_tries(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(b"", status=502)
    assert ask.reason() == "the server is busy or broken (502); try again later"
    assert len(ask.server.asked) == 4
    assert ask.waited == [1, 0.25, 2, 0.25, 4, 0.25]


def test_a_refusal_is_told(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(b"", status=403)
    assert ask.reason() == "the server refuses (403); it may ask for a pause: try later, and with a longer --pause"
    assert len(ask.server.asked) == 1


def test_a_refusal_that_says_when_to_come_back_is_waited_for(ask: Asking) -> None:
    def answer(handler: Handler, times: int) -> None:
        if times == 1:
            handler.send(PAGE, status=403, kind="text/html", Retry_After="9")
        else:
            handler.send(PDF)

    ask.server.answers[SYMBOL] = answer
    assert ask()[0].path
    assert ask.waited == [9, 0.25]


@pytest.mark.parametrize("kind", ["application/octet-stream", "binary/octet-stream", "application/x-pdf", ""])
def test_the_file_tells_what_it_is_whatever_the_server_calls_it(ask: Asking, kind: str) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(PDF, kind=kind)
    assert ask()[0].path


def test_a_file_that_is_sent_packed_is_unpacked_and_its_length_is_not_taken_for_the_files(ask: Asking) -> None:
    noise = b"%PDF-1.7\n" + random.Random(1).randbytes(200_000) + b"\n%%EOF\n"  # noqa: S311  # noise, no secret
    packed = gzip.compress(noise)
    assert len(packed) > len(noise)
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(packed, Content_Encoding="gzip", ETag='"1"')
    assert ask()[0].path
    assert (ask.folder / NAME).read_bytes() == noise
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(packed[:5000], Content_Encoding="gzip", ETag='"1"')
    assert ask.reason() == "the file is cut off; try again later"
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(noise, Content_Encoding="gzip")
    assert "makes no sense" in ask.reason()


@pytest.mark.parametrize("whole", [True, False])
def test_a_file_that_is_sent_in_chunks_is_read_to_its_last(ask: Asking, whole: bool) -> None:  # noqa: FBT001  # a parameter of the test
    def answer(handler: Handler, _: int) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (PDF[:40_000], PDF[40_000:]):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece if whole else piece[:100]))
            if not whole:
                handler.close_connection = True
                return
        handler.wfile.write(b"0\r\n\r\n")

    ask.server.answers[SYMBOL] = answer
    if whole:
        assert ask()[0].path
        assert (ask.folder / NAME).read_bytes() == PDF
    else:
        assert ask.reason() == "the transfer broke off; try again later"


def test_a_page_in_the_place_of_a_file_is_named(ask: Asking) -> None:
    page = b"<html><head><title lang=en>\n Just a\n moment...\x1b[31m</title></head></html>"
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(page, kind="text/html")
    (fetched,) = ask()
    assert str(fetched.reason).startswith('no such document (the server answered with a page, "Just a moment...')


def test_a_file_of_another_form_is_named(ask: Asking) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(old, kind="application/msword")
    assert ask.reason() == "no such document in this form (pdf); the server has it in another: word"


def test_a_portal_that_wants_a_login_first_is_not_followed(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.redirect("http://login.portal.invalid/?next=x")
    assert ask.reason().startswith("the server leads away, to http://login.portal.invalid/")


def test_an_address_in_the_open_is_asked_for_in_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Answer:
        status = 302
        headers: ClassVar = {"Location": "http://documents.un.org/doc/x.pdf"}

        def close(self) -> None:
            """Nothing is open."""

    def request(_: object, __: str, address: str, **___: object) -> Answer:
        asked.append(address)
        return Answer()

    monkeypatch.setattr("urllib3.PoolManager.request", request)
    transfer = Transfer("https://documents.un.org/api", manners=Manners())
    with pytest.raises(TransferError, match="on and on"):
        transfer._follow("https://documents.un.org/api?s=x", {})  # noqa: SLF001  # no such server here
    assert set(asked[1:]) == {"https://documents.un.org/doc/x.pdf"}


def _broken(handler: Handler, times: int) -> None:
    """Break off in the middle the first time, go on the second."""
    start = handler.range()
    if times == 1:
        handler.send(PDF[:70000], length=len(PDF), ETag='"one"')
    elif start is None:
        handler.send(PDF, ETag='"one"')
    else:
        assert handler.headers["If-Range"] == '"one"'
        handler.send(PDF[start:], status=206, Content_Range=f"bytes {start}-{len(PDF) - 1}/{len(PDF)}")


def test_a_transfer_that_breaks_off_goes_on_where_it_stopped(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = _broken
    assert ask()[0].path
    assert (ask.folder / NAME).read_bytes() == PDF
    assert [each.headers.get("range") for each in ask.server.asked] == [None, "bytes=70000-"]
    assert [path.name for path in ask.folder.iterdir()] == [NAME]


def test_a_transfer_goes_on_in_a_later_call(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = _broken
    assert "broke off" in ask.reason(tries=1)
    assert (ask.folder / f"{NAME}.part").read_bytes() == PDF[:70000]
    assert not (ask.folder / NAME).exists()
    assert ask()[0].path
    assert (ask.folder / NAME).read_bytes() == PDF


@pytest.mark.parametrize("status", [200, 416])
def test_a_file_that_has_changed_meanwhile_is_loaded_anew(ask: Asking, status: int) -> None:
    changed = PDF.replace(b"startxref", b"STARTXREF")

    def answer(handler: Handler, times: int) -> None:
        if times == 1:
            handler.send(PDF[:70000], length=len(PDF), Last_Modified="Thu, 26 Nov 2026 00:00:00 GMT")
        elif times == 2:
            handler.send(changed if status == 200 else b"", status=status)
        else:
            handler.send(changed)

    ask.server.answers[SYMBOL] = answer
    assert ask()[0].path
    assert (ask.folder / NAME).read_bytes() == changed


def test_without_a_tag_a_broken_transfer_begins_anew(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, times: (
        handler.send(PDF[:70000], length=len(PDF)) if times == 1 else handler.send(PDF)
    )
    assert ask()[0].path
    assert [each.headers.get("range") for each in ask.server.asked] == [None, None]


def test_a_file_that_ends_before_its_end_is_cut_off_whatever_its_length_says(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(PDF[:70000])
    assert ask.reason() == "the file is cut off; try again later"
    assert list(ask.folder.iterdir()) == []


def test_a_body_without_end_is_given_up(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.drip(pieces=200, seconds=0)
    assert ask.reason(most_bytes=2**20) == "is larger than 1 MiB"
    assert list(ask.folder.iterdir()) == []
    ask.server.answers[SYMBOL] = lambda handler, _: handler.send(PDF, length=2**40)
    assert ask.reason(most_bytes=2**20) == "is larger than 1 MiB"


def test_a_body_that_drips_is_given_up(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.drip(pieces=100, seconds=0.05)
    assert "took longer than 0.2 seconds" in ask.reason(longest=0.2, tries=1)


def test_an_answer_that_does_not_come_is_given_up(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.drip(pieces=2, seconds=1.0)
    assert "broke off" in ask.reason(timeout=0.1, tries=1)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.2/x.pdf", "https://example.invalid/x.pdf", "file:///etc/passwd", "ftp://127.0.0.1/x", "//[bad"],
)
def test_a_redirect_that_leads_away_is_not_followed(ask: Asking, address: str) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.redirect(address)
    assert "leads away" in ask.reason()


def test_redirects_without_end_are_given_up(ask: Asking) -> None:
    ask.server.answers[SYMBOL] = lambda handler, _: handler.redirect(handler.path)
    assert ask.reason() == "the server leads on and on"


@pytest.mark.parametrize(
    ("base", "address", "may"),
    [
        ("https://documents.un.org/api", "https://documents.un.org/doc/x.pdf", True),
        ("https://documents.un.org/api", "https://docs.un.org/x.pdf", True),
        ("https://documents.un.org/api", "https://un.org/x.pdf", True),
        ("https://documents.un.org/api", "http://documents.un.org/doc/x.pdf", False),
        ("https://documents.un.org/api", "https://documents.un.org.example.invalid/x.pdf", False),
        ("https://documents.un.org/api", "https://unun.org/x.pdf", False),
        ("https://mirror.example/api", "https://documents.un.org/x.pdf", False),
        ("http://mirror.example/api", "https://mirror.example/x.pdf", True),
    ],
)
def test_only_the_server_and_its_domain_are_asked(base: str, address: str, *, may: bool) -> None:
    assert Transfer(base, manners=Manners())._may_lead_to(address) is may  # noqa: SLF001  # no such server here


def test_no_server_is_told_once_and_the_rest_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        base = f"http://127.0.0.1:{free.getsockname()[1]}/"
    waited: list[float] = []
    wanted = [WANTED, Wanted(WANTED.symbol, "fr"), Wanted(WANTED.symbol, "es")]
    found = list(fetch(wanted, tmp_path, service=Service(base=base), sleep=waited.append))
    assert [each.path for each in found] == [None] * 3
    assert len({each.reason for each in found}) == 1
    assert "no network, or 127.0.0.1 does not answer" in str(found[0].reason)
    assert len(waited) == 6  # three tries more of the first, each after a pause


def test_a_certificate_that_nobody_signed_is_told(server: DocumentServer, tmp_path: Path) -> None:
    base = server.base.replace("http:", "https:")  # it does not even speak the protocol
    (fetched,) = fetch([WANTED], tmp_path, service=Service(base=base), sleep=lambda _: None)
    assert "the certificate of 127.0.0.1 is refused" in str(fetched.reason)


@pytest.mark.parametrize("base", ["documents.un.org", "file:///x", "ftp://x/", "https://", ""])
def test_a_base_must_be_an_address(base: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r".*"):
        fetch([WANTED], tmp_path, service=Service(base=base))
