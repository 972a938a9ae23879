"""The endpoint answers as the SPARQL 1.1 Protocol says, and as a client that knows nothing of it expects."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
import rdflib
from command import recalling
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from sparql_server import Server, serving
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

SELECT = "SELECT ?text WHERE { <https://undocs.org/A/RES/62/37> cito:cites/dcterms:identifier ?text } ORDER BY ?text"
CITED = ["A/67/828-S/2013/210", "A/RES/61/74", "NPT/CONF.1995/32(PartI)", "S/RES/1718(2006)", "treaty:npt"]
CONSTRUCT = "CONSTRUCT WHERE { <https://undocs.org/A/RES/62/37> cito:cites ?cited }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


def asked(server: Server, query: str, form: str, method: str = GET) -> Any:  # noqa: ANN401  # as the form has it
    """The answer as an independent client reads it."""
    client = SPARQLWrapper(server.endpoint)
    client.setQuery("PREFIX cito: <http://purl.org/spar/cito/> PREFIX dcterms: <http://purl.org/dc/terms/> " + query)
    client.setReturnFormat(form)
    client.setMethod(method)
    return client.queryAndConvert()


def test_an_independent_client_gets_rows(server: Server) -> None:
    found = asked(server, SELECT, JSON)
    assert [row["text"]["value"] for row in found["results"]["bindings"]] == CITED


def test_an_independent_client_gets_rows_by_post_and_as_xml(server: Server) -> None:
    document = asked(server, SELECT, XML, POST)
    assert [node.firstChild.data for node in document.getElementsByTagName("literal")] == CITED


def test_an_independent_client_gets_csv_and_tsv(server: Server) -> None:
    assert asked(server, SELECT, CSV).decode().split() == ["text", *CITED]
    assert asked(server, SELECT, TSV).decode().split() == ["?text", *(f'"{each}"' for each in CITED)]


def test_an_independent_client_gets_truth(server: Server) -> None:
    assert asked(server, "ASK { ?a cito:cites ?b }", JSON)["boolean"] is True
    assert asked(server, "ASK { ?a cito:cites ?a }", JSON)["boolean"] is False


@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE <https://undocs.org/A/RES/62/37>"])
def test_an_independent_client_gets_graphs(server: Server, form: str, query: str) -> None:
    said = asked(server, query, form)
    found = said if isinstance(said, rdflib.Graph) else rdflib.Graph().parse(data=said, format="turtle")
    cited = rdflib.URIRef("http://purl.org/spar/cito/cites")
    assert len(list(found.objects(rdflib.URIRef("https://undocs.org/A/RES/62/37"), cited))) == len(CITED)


def test_a_query_goes_in_the_address_in_a_form_or_as_it_is(server: Server) -> None:
    by_get = server.request("GET", "/sparql?" + urlencode({"query": SELECT}))
    by_form = server.ask(SELECT)
    headers = {"Content-Type": "application/sparql-query; charset=utf-8"}
    as_it_is = server.request("POST", "/sparql", body=SELECT, headers=headers)
    assert by_get.status == by_form.status == as_it_is.status == 200
    assert json.loads(by_get.body) == json.loads(by_form.body) == json.loads(as_it_is.body)


def test_the_answer_comes_in_the_form_that_is_liked_best(server: Server) -> None:
    for accept, media in (
        ("*/*", "application/sparql-results+json"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html, text/csv;q=0.1", "text/csv; charset=utf-8"),
    ):
        assert server.ask(SELECT, accept=accept).headers["content-type"] == media
    assert server.ask(CONSTRUCT, accept="text/html, */*;q=0.1").headers["content-type"] == "text/turtle; charset=utf-8"


def test_no_accept_header_gets_the_first_form(server: Server) -> None:
    answer = server.request("GET", "/sparql?" + urlencode({"query": SELECT}))
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("status", "method", "path", "body", "headers"),
    [
        (400, "GET", "/sparql?query=SELECT", None, {}),
        (400, "GET", "/sparql?query=most-cited", None, {}),
        (400, "GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, {}),
        (400, "GET", "/sparql?query=%FF%FE", None, {}),
        (400, "POST", "/sparql", "", {"Content-Type": "application/x-www-form-urlencoded"}),
        (400, "POST", "/sparql", b"\xff\xfe", {"Content-Type": "application/sparql-query"}),
        (405, "PUT", "/sparql", "", {}),
        (405, "DELETE", "/index.html", None, {}),
        (406, "GET", "/sparql?query=ASK%7B%7D", None, {"Accept": "image/png"}),
        (415, "POST", "/sparql", "ASK {}", {"Content-Type": "text/plain"}),
        (415, "POST", "/sparql", "ASK {}", {}),
        (404, "GET", "/nowhere", None, {}),
    ],
)  # fmt: skip
def test_a_wrong_request_has_its_status_and_a_reason(  # noqa: PLR0913, PLR0917  # a request has so many parts
    server: Server, status: int, method: str, path: str, body: str | None, headers: dict[str, str]
) -> None:
    answer = server.request(method, path, body=body, headers=headers)
    assert answer.status == status
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.body.strip()
    assert ("allow" in answer.headers) is (status == 405)


def test_head_and_options(server: Server) -> None:
    head = server.request("HEAD", "/sparql?" + urlencode({"query": SELECT}))
    assert (head.status, head.body) == (200, "")
    assert head.headers["content-type"] == "application/sparql-results+json"
    options = server.request("OPTIONS", "/sparql")
    assert options.status == 204
    assert options.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert not any(name.startswith("access-control") for name in options.headers)


def test_the_endpoint_describes_itself(server: Server) -> None:
    answer = server.request("GET", "/sparql")
    triples = list(ox.parse(answer.body.encode(), format=ox.RdfFormat.TURTLE))
    said = {(str(triple.predicate.value).rpartition("#")[2], getattr(triple.object, "value", "")) for triple in triples}
    assert ("supportedLanguage", "http://www.w3.org/ns/sparql-service-description#SPARQL11Query") in said
    assert ("endpoint", server.endpoint) in said
    assert int(dict(said)["triples"]) > 100


def test_a_browser_is_sent_to_the_page(server: Server) -> None:
    answer = server.request("GET", "/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (answer.status, answer.headers["location"]) == (303, "query")
    assert server.request("GET", "/").headers["location"] == "query"
    assert server.request("GET", "/query").status == 200


def test_a_command_that_cannot_serve_says_why(tmp_path: Path, server: Server) -> None:
    assert recalling("serve", tmp_path).returncode == 2
    broken = tmp_path / "graph.ttl"
    broken.write_text("<a> <b>", encoding="utf-8")
    done = recalling("serve", tmp_path, "--port", "0")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no readable Turtle" in done.stderr
    port = server.address.rstrip("/").rpartition(":")[2]
    taken = recalling("serve", server.folder, "--port", port)
    assert taken.returncode == 1
    assert "choose another with --port" in taken.stderr
    assert recalling("serve", server.folder, "--port", "70000").returncode == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_everything_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    with serving(folder) as running:
        running.process.send_signal(number)
        assert running.process.wait(timeout=30) == 0
        assert running.process.stdout is not None
        assert running.process.stdout.read().splitlines()[-1] == "ended"
    assert running.log == []


@pytest.mark.parametrize(
    ("query", "form", "media"),
    [
        ("ASK { ?a ?b ?c }", "xml", "application/sparql-results+xml"),
        ("SELECT * { ?a ?b ?c } LIMIT 1", "csv", "text/csv; charset=utf-8"),
        ("SELECT * { ?a ?b ?c } LIMIT 1", "application/sparql-results+json", "application/sparql-results+json"),
        (CONSTRUCT.replace("cito:cites", "?p"), "ttl", "text/turtle; charset=utf-8"),
        (CONSTRUCT.replace("cito:cites", "?p"), "json", "application/ld+json"),
    ],
)
def test_the_format_may_be_named_in_the_address(server: Server, query: str, form: str, media: str) -> None:
    answer = server.request("GET", "/sparql?" + urlencode({"query": query, "format": form}), headers={"Accept": "a/b"})
    assert (answer.status, answer.headers["content-type"]) == (200, media)
    refused = server.request("GET", "/sparql?" + urlencode({"query": query, "format": "docx"}))
    assert refused.status == 406


def test_characters_that_xml_forbids_make_no_ill_formed_answer(server: Server) -> None:
    query = r"SELECT ?said { VALUES ?said { 'a\u0001b\u000Bc\uFFFEd <&> \t' } }"
    answer = server.ask(query, accept="application/sparql-results+xml")
    found = ET.fromstring(answer.body.encode())  # noqa: S314  # our own server
    assert [node.text for node in found.iter("{http://www.w3.org/2005/sparql-results#}literal")] == [
        "a\ufffdb\ufffdc\ufffdd <&> \t"
    ]
    assert json.loads(server.ask(query).body)["results"]["bindings"][0]["said"]["value"] == "a\x01b\x0bc\ufffed <&> \t"


def test_rdflib_asks_by_its_store_for_remote_endpoints(server: Server) -> None:
    graph = rdflib.Graph(SPARQLStore(server.endpoint, returnFormat="json"))
    query = SELECT.replace("cito:cites", "<http://purl.org/spar/cito/cites>")
    rows: list[Any] = list(graph.query("PREFIX dcterms: <http://purl.org/dc/terms/> " + query))
    assert [str(row[0]) for row in rows] == CITED


def test_the_description_of_the_dataset_is_where_clients_look(server: Server) -> None:
    answer = server.request("GET", "/.well-known/void")
    assert (answer.status, answer.headers["location"]) == (303, "/sparql")  # this folder has no dataset.ttl


def test_only_the_pages_of_an_allowed_site_may_query(tmp_path: Path) -> None:
    allowed, other = "https://yasgui.example", "https://evil.example"
    (tmp_path / "served").mkdir()
    with serving(tmp_path / "served", "--allow-origin", allowed) as server:
        path = "/sparql?query=ASK%7B%7D"
        answer = server.request("GET", path, headers={"Origin": allowed})
        assert (answer.status, answer.headers["access-control-allow-origin"]) == (200, allowed)
        assert "Origin" in answer.headers["vary"]
        preflight = server.request("OPTIONS", "/sparql", headers={"Origin": allowed})
        assert "POST" in preflight.headers["access-control-allow-methods"]
        assert server.request("GET", path, headers={"Origin": other}).status == 403
        assert server.request("GET", "/graph.ttl", headers={"Origin": allowed}).status == 403
        assert "access-control-allow-origin" not in server.request("GET", path).headers


@pytest.mark.parametrize("name", ["ontology", "shapes"])
def test_the_vocabulary_comes_in_the_form_that_a_client_asks_for(server: Server, name: str) -> None:
    sizes = set()
    for media, syntax in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")):
        answer = server.request("GET", f"/{name}", headers={"Accept": media})
        assert answer.status == 200
        assert answer.headers["content-type"].startswith(media)
        sizes.add(len(rdflib.Graph().parse(data=answer.body, format=syntax)))
    assert len(sizes) == 1
    page = server.request("GET", f"/{name}", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert ('id="recalls"' in page.body) == (name == "ontology")
    assert server.request("GET", f"/{name}.ttl").body.startswith("#")
    assert server.request("GET", f"/{name}", headers={"Accept": "image/png"}).status == 406
    assert server.request("GET", f"/{name}.docx").status == 404
