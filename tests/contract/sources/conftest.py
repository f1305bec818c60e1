"""Real servers on loopback with the same few records: Zebra for SRU, oai-repo for OAI-PMH."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

MARC = "http://www.loc.gov/MARC21/slim"
TITLES = ("Aida", "Carmen", "Fidelio", "Macbeth", "Norma", "Otello", "Tosca")


def marcxml(number: int, title: str) -> str:
    """One small MARC record as XML."""
    return (
        f'<record xmlns="{MARC}"><leader>00000njm a2200000 a 4500</leader>'
        f'<controlfield tag="001">op{number}</controlfield>'
        f'<controlfield tag="008">850101s198{number}    it            nn      ita d</controlfield>'
        '<datafield tag="100" ind1="1" ind2=" "><subfield code="a">Composer, A.</subfield>'
        "</datafield>"
        f'<datafield tag="245" ind1="1" ind2="0"><subfield code="a">{title} :</subfield>'
        '<subfield code="b">opera.</subfield></datafield></record>'
    )


def missing(reason: str) -> None:
    """Skip on a developer's machine; in CI a server that is not there is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, alive: Any = lambda: True) -> None:
    """Until something listens on the port; at most ten seconds."""
    end = time.monotonic() + 10
    while time.monotonic() < end and alive():
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"nothing listens on port {port}")


@pytest.fixture(scope="session")
def zebra(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An SRU address of a Zebra database that holds TITLES."""
    for program in ("zebraidx", "zebrasrv"):
        if not shutil.which(program):
            missing(f"{program} is not installed (Debian: idzebra-2.0)")
    folder = tmp_path_factory.mktemp("zebra")
    _write_zebra(folder)
    port = free_port()
    index = ["zebraidx", "-c", "zebra.cfg"]
    for step in (["init"], ["update", "records.xml"], ["commit"]):
        subprocess.run([*index, *step], cwd=folder, check=True, capture_output=True)
    server = subprocess.Popen(
        ["zebrasrv", "-f", "server.xml", f"tcp:127.0.0.1:{port}"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(port, lambda: server.poll() is None)
        yield f"http://127.0.0.1:{port}/Default"
    finally:
        server.terminate()
        server.wait(10)


def _write_zebra(folder: Path) -> None:
    modules = next(Path("/usr/lib").glob("*/idzebra-2.0/modules"), None)
    if modules is None:
        missing("Zebra's modules are not installed (Debian: idzebra-2.0)")
    records = "".join(marcxml(n, title) for n, title in enumerate(TITLES))
    files = {
        "records.xml": f'<collection xmlns="{MARC}">{records}</collection>',
        "zebra.cfg": f"profilePath: .:/usr/share/idzebra-2.0/tab\nmodulePath: {modules}\n"
        "recordtype: dom.dom.xml\nattset: bib1.att\nencoding: utf-8\n",
        "dom.xml": '<dom xmlns="http://indexdata.com/zebra-2.0">'
        '<input><xmlreader level="1"/></input>'
        '<extract name="index"><xslt stylesheet="index.xsl"/></extract>'
        '<retrieve name="marcxml"><xslt stylesheet="same.xsl"/></retrieve></dom>',
        "index.xsl": _stylesheet(
            '<xsl:template match="m:record"><z:record z:id="{m:controlfield[@tag=\'001\']}">'
            '<z:index name="any:w title:w"><xsl:value-of select="m:datafield[@tag=\'245\']"/>'
            "</z:index></z:record></xsl:template>"
        ),
        "same.xsl": _stylesheet(
            '<xsl:template match="/"><xsl:copy-of select="m:record"/></xsl:template>'
        ),
        "cql.txt": "set.cql = info:srw/cql-context-set/1/cql-v1.1\n"
        "index.cql.serverChoice = 1=any\nindex.cql.allRecords = 1=_ALLRECORDS 2=103\n"
        "relation.eq = 2=3\nrelation.scr = 2=3\nposition.any = 3=3\nstructure.* = 4=2\n",
        "server.xml": '<yazgfs><server id="zebra"><config>zebra.cfg</config>'
        "<cql2rpn>cql.txt</cql2rpn><retrievalinfo>"
        '<retrieval syntax="xml" name="marcxml" identifier="info:srw/schema/1/marcxml-v1.1"/>'
        "</retrievalinfo></server></yazgfs>",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _stylesheet(body: str) -> str:
    return (
        '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
        f'xmlns:m="{MARC}" xmlns:z="http://indexdata.com/zebra-2.0" exclude-result-prefixes="m">'
        f'<xsl:output method="xml" encoding="UTF-8"/>{body}</xsl:stylesheet>'
    )


class Repository:
    """A running OAI-PMH repository whose records a test may change."""

    def __init__(self, url: str, data: Any) -> None:
        self.url = url
        self._data = data

    def put(self, number: int, title: str, at: datetime, *, deleted: bool = False) -> None:
        self._data.records[f"oai:test:{number}"] = (number, title, at, deleted)


@pytest.fixture
def repository() -> Iterator[Repository]:
    """An OAI-PMH repository, empty, with pages of three records in MARC 21 and Dublin Core."""
    try:
        import oai_repo  # noqa: F401
        from werkzeug.serving import make_server
    except ImportError:
        missing("oai-repo and Flask are not installed")
    data = _data_interface()
    server = make_server("127.0.0.1", 0, _app(data), threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield Repository(f"http://127.0.0.1:{server.server_port}/oai", data)
    finally:
        server.shutdown()
        thread.join(10)


def _app(data: Any) -> Any:
    from flask import Flask, Response, request
    from oai_repo import OAIRepository

    app = Flask(__name__)

    @app.get("/oai")
    def oai() -> Response:
        answer = bytes(OAIRepository(data).process(request.args.to_dict())).decode()
        for name, (_, _, _, deleted) in data.records.items():
            if deleted:  # which oai-repo forgets to say
                header = f"<identifier>{name}</identifier>"
                answer = re.sub(rf"<header>(\s*{header})", r'<header status="deleted">\1', answer)
        return Response(answer, mimetype="text/xml")

    return app


def _data_interface() -> Any:  # noqa: C901  (a class that needs a package of the tests)
    import oai_repo
    from lxml import etree

    class Data(oai_repo.DataInterface):
        limit = 3
        granularity = "YYYY-MM-DDThh:mm:ssZ"

        def __init__(self) -> None:
            self.records: dict[str, tuple[int, str, datetime, bool]] = {}

        def get_identify(self) -> Any:
            return oai_repo.Identify(
                base_url="http://127.0.0.1/oai", repository_name="Operas",
                granularity=self.granularity,
                admin_email=["a@example.org"], deleted_record="persistent",
                earliest_datestamp="2020-01-01T00:00:00Z",
            )  # fmt: skip

        def is_valid_identifier(self, identifier: str) -> bool:
            return identifier in self.records

        def get_metadata_formats(self, identifier: str | None = None) -> list[Any]:
            return [
                oai_repo.MetadataFormat(
                    metadata_prefix=name, schema=f"{namespace}.xsd", metadata_namespace=namespace
                )
                for name, namespace in (
                    ("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
                    ("marc21", MARC),
                )
            ]

        def get_record_header(self, identifier: str) -> Any:
            _, _, at, deleted = self.records[identifier]
            stamp = f"{at:%Y-%m-%dT%H:%M:%SZ}"
            return oai_repo.RecordHeader(
                identifier=identifier, datestamp=stamp, status="deleted" if deleted else None
            )

        def get_record_metadata(self, identifier: str, metadataprefix: str) -> Any:
            # oai-repo leaves out a record without metadata, also one that is deleted.
            number, title, _, _ = self.records[identifier]
            if metadataprefix == "marc21":
                return etree.fromstring(marcxml(number, title))
            return etree.fromstring(
                '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/">'
                f"<dc:title>{title}</dc:title><dc:creator>Composer, A.</dc:creator>"
                f"<dc:type>Sound</dc:type><dc:date>198{number}</dc:date>"
                f"<dc:identifier>http://example.org/{number}</dc:identifier></oai_dc:dc>"
            )

        def get_record_abouts(self, identifier: str) -> list[Any]:
            return []

        def list_set_specs(self, identifier: str | None = None, cursor: int = 0) -> Any:
            return None, None, None

        def list_identifiers(
            self, metadataprefix: str, filter_from: Any = None, filter_until: Any = None,
            filter_set: Any = None, cursor: int = 0,
        ) -> Any:  # fmt: skip
            fitting = [
                name for name, (_, _, at, _) in sorted(self.records.items())
                if filter_from is None or at >= filter_from
            ]  # fmt: skip
            return fitting[cursor : cursor + self.limit], len(fitting), None

    return Data()


@pytest.fixture
def operas(repository: Repository) -> Repository:
    """The repository with TITLES in it."""
    for number, title in enumerate(TITLES):
        repository.put(number, title, datetime(2024, 1, 1 + number, tzinfo=UTC))
    return repository


class Scripted:
    """A server that says what it is told to, one answer a request, the last one for ever."""

    def __init__(self, answers: list[tuple[int, dict[str, str], bytes]]) -> None:
        self.answers, self.asked = answers, []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}/x"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True)
        self.thread.start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        script = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                script.asked.append(self.path)
                answers = script.answers
                status, headers, body = answers.pop(0) if len(answers) > 1 else answers[0]
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None: ...

        return Handler

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join(10)


@pytest.fixture
def scripted() -> Iterator[Any]:
    """Makes Scripted servers and stops them."""
    made: list[Scripted] = []

    def make(*answers: tuple[int, dict[str, str], bytes]) -> Scripted:
        made.append(Scripted(list(answers)))
        return made[-1]

    yield make
    for each in made:
        each.close()
