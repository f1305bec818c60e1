"""Servers that hang up, go round in circles, are overloaded or are something else."""

from __future__ import annotations

import pytest

from index.errors import SourceError, SourceUnreachable
from index.record import Record, Rejected
from index.sources import Mark, Options, open_source

QUICK = Options(retry_wait=0.001)
MARC = "http://www.loc.gov/MARC21/slim"

pytestmark = pytest.mark.servers


def marc(number: int, title: str = "Aida") -> str:
    fields = (
        f'<datafield tag="245" ind1="0" ind2="0"><subfield code="a">{title}</subfield></datafield>'
        if title
        else '<datafield tag="500" ind1=" " ind2=" "><subfield code="a">x</subfield></datafield>'
    )
    return (
        f'<record xmlns="{MARC}"><leader>00000nam a2200000 a 4500</leader>'
        f'<controlfield tag="001">{number}</controlfield>{fields}</record>'
    )


def page(first: int, count: int, token: str = "", title: str = "Aida"):
    records = "".join(
        f"<record><header><identifier>oai:x:{n}</identifier></header>"
        f"<metadata>{marc(n, title)}</metadata></record>"
        for n in range(first, first + count)
    )
    body = f"<ListRecords>{records}<resumptionToken>{token}</resumptionToken></ListRecords>"
    return ok(oai(body))


def oai(body: str) -> bytes:
    return (
        '<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
        f"<responseDate>2025-01-02T03:04:05Z</responseDate>{body}</OAI-PMH>"
    ).encode()


def ok(body: bytes):
    return 200, {}, body


def half(answer):
    status, _, body = answer
    return status, {"Content-Length": str(len(body)), "Connection": "close"}, body[: len(body) // 2]


IDENTIFY = ok(oai("<Identify><granularity>YYYY-MM-DD</granularity></Identify>"))


def harvest(url: str) -> list:
    return list(open_source(f"oai:{url}?metadataPrefix=marc21", QUICK).read(Mark()))


def test_half_a_page_is_asked_for_again(scripted):
    server = scripted(
        half(page(1, 2, "t")), page(1, 2, "t"), IDENTIFY, half(page(3, 1)), page(3, 1)
    )
    assert [e.id for e in harvest(server.url)] == ["oai:x:1", "oai:x:2", "oai:x:3"]


def test_half_a_page_with_an_honest_length_is_noticed_too(scripted):
    _, _, body = page(1, 2)
    server = scripted(ok(body[:-40]), page(1, 2), IDENTIFY)
    assert len(harvest(server.url)) == 2


def test_a_server_that_always_hangs_up_is_told_of_and_the_harvest_goes_on_later(scripted):
    server = scripted(page(1, 2, "t"), IDENTIFY, half(page(3, 2)))
    source = open_source(f"oai:{server.url}?metadataPrefix=marc21", QUICK)
    reading = source.read(Mark())
    assert [next(reading).id, next(reading).id] == ["oai:x:1", "oai:x:2"]
    with pytest.raises(SourceUnreachable, match="goes on where it stopped") as told:
        next(reading)
    assert told.value.retry
    server.answers[:] = [page(1, 2, "t"), IDENTIFY, page(3, 2)]
    again = open_source(f"oai:{server.url}?metadataPrefix=marc21", QUICK)
    assert [e.id for e in again.read(source.mark)] == ["oai:x:3", "oai:x:4"]


def test_a_token_that_never_ends_is_noticed(scripted):
    pages = [page(1, 2, f"t{n}") for n in range(3)]
    server = scripted(pages[0], IDENTIFY, *pages[1:])
    with pytest.raises(SourceError, match="never ends"):
        harvest(server.url)
    assert len(server.asked) < 10


def test_empty_pages_without_end_are_noticed(scripted):
    server = scripted(page(1, 1, "t"), IDENTIFY, page(0, 0, "u"))
    with pytest.raises(SourceError, match="never ends"):
        harvest(server.url)
    assert len(server.asked) < 40


def test_an_overloaded_server_is_waited_for(scripted):
    server = scripted((503, {"Retry-After": "0"}, b""), page(1, 1), IDENTIFY)
    assert len(harvest(server.url)) == 1


def test_nothing_new_is_no_error(scripted):
    server = scripted(ok(oai('<error code="noRecordsMatch">none</error>')), IDENTIFY)
    assert harvest(server.url) == []


def test_what_the_server_refuses_is_said(scripted):
    server = scripted(ok(oai('<error code="cannotDisseminateFormat">no marc21 here</error>')))
    with pytest.raises(SourceError, match="no marc21 here"):
        harvest(server.url)


def test_a_web_page_instead_of_an_answer(scripted):
    server = scripted(ok(b"<html><body>Welcome</body></html>"))
    with pytest.raises(SourceError, match="not an OAI-PMH answer"):
        harvest(server.url)


def test_an_address_that_does_not_exist(scripted):
    server = scripted((404, {}, b"gone"))
    with pytest.raises(SourceError, match="404"):
        harvest(server.url)


def test_nobody_listens():
    with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1"):
        harvest("http://127.0.0.1:9/oai")


def test_entities_are_refused(scripted):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    _, _, body = page(1, 1, title="&b;")
    server = scripted(ok(body.replace(b'<?xml version="1.0"?>', b'<?xml version="1.0"?>' + bomb)))
    with pytest.raises(SourceError, match="entities"):
        harvest(server.url)


def test_a_record_without_a_title_costs_itself_only(scripted):
    _, _, body = page(1, 3)
    broken = body.replace(marc(2).encode(), marc(2, "").encode())
    entries = harvest(scripted(ok(broken), IDENTIFY).url)
    assert [type(e) for e in entries] == [Record, Rejected, Record]
    assert entries[1].id == "oai:x:2"
    assert "title" in entries[1].reason


def sru(first: int, count: int, total: int):
    records = "".join(
        f"<zs:record><zs:recordData>{marc(n)}</zs:recordData></zs:record>"
        for n in range(first, first + count)
    )
    return ok(
        '<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1'
        f"</zs:version><zs:numberOfRecords>{total}</zs:numberOfRecords>"
        f"<zs:records>{records}</zs:records></zs:searchRetrieveResponse>".encode()
    )


def test_sru_half_a_page_is_asked_for_again(scripted):
    server = scripted(half(sru(1, 2, 3)), sru(1, 2, 3), half(sru(3, 1, 3)), sru(3, 1, 3))
    assert [e.id for e in open_source(f"sru:{server.url}", QUICK).read(Mark())] == ["1", "2", "3"]


def test_sru_fewer_records_than_promised(scripted):
    server = scripted(sru(1, 2, 5), sru(0, 0, 5))
    with pytest.raises(SourceUnreachable, match="5 records are promised"):
        list(open_source(f"sru:{server.url}", QUICK).read(Mark()))


def test_sru_records_packed_as_text(scripted):
    status, headers, body = sru(1, 1, 1)
    packed = marc(1).replace("<", "&lt;").encode()
    server = scripted((status, headers, body.replace(marc(1).encode(), packed)))
    assert next(iter(open_source(f"sru:{server.url}", QUICK).read(Mark()))).title == "Aida"


def test_sru_a_question_the_server_does_not_understand(zebra):
    with pytest.raises(SourceError, match="diagnostic"):
        list(open_source(f"sru:{zebra}?query=nosuch.index%3D1", QUICK).read(Mark()))


def test_sru_something_else_answers(scripted):
    server = scripted(ok(b"<rss/>"))
    with pytest.raises(SourceError, match="searchRetrieveResponse"):
        list(open_source(f"sru:{server.url}", QUICK).read(Mark()))


@pytest.mark.parametrize("spec", ["oai:ftp://x", "sru:catalogue", "oai:"])
def test_addresses_that_are_none(spec):
    with pytest.raises(SourceError, match="not a web address"):
        open_source(spec)
