"""SRU: MARC or Dublin Core from a catalogue's search interface.

`sru:URL`; the URL's query may name `query` (CQL, default all records), `recordSchema`, `version`
and `maximumRecords`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from sruthi.client import DataLoader
from sruthi.errors import SruthiError
from sruthi.response import SearchRetrieveResponse

from index.errors import SourceError
from index.record import Rejected
from index.sources import dublin_core, marc_xml
from index.sources.base import Entry, Mark, Options, UnfitError
from index.sources.http import BrokenAnswerError, patiently, session, split_query
from index.sources.iso2709 import UnreadableError
from index.sources.marc import MarcMapping

_DEFAULTS = {
    "operation": "searchRetrieve",
    "version": "1.1",
    "query": "cql.allRecords=1",
    "recordSchema": "marcxml",
    "maximumRecords": "100",
}


class _Page(SearchRetrieveResponse):  # type: ignore[misc]
    """sruthi's answer with records as XML: as dictionaries they lose the order of subfields."""

    def _extract_records(self, xml: Any) -> None:
        self.records = self.xmlparser.findall(xml, "./sru:records/sru:record/sru:recordData")


class SruSource:
    """What one query finds. Position counts records."""

    def __init__(self, url: str, options: Options) -> None:
        self._url, asked = split_query(url)
        self._asked = {**_DEFAULTS, **asked}
        self.key, self.name = f"sru:{url}", str(urlsplit(url).hostname)
        self.mark = Mark()
        self.size: int | None = None
        self._options, self._mapping = options, MarcMapping(options)
        self._session = session(options.retry_wait)

    def fingerprint(self) -> str:
        return ""

    def read(self, start: Mark) -> Iterator[Entry]:
        self.mark = start
        while self.size is None or self.mark.position < self.size:
            page = patiently(self._page, self._url, self._options.retry_wait)
            self.size = int(page.count or 0)
            for data in page.records:
                entry = self._entry(data)
                count = self.mark.position + 1
                self.mark = Mark(count, count)
                yield entry

    def _page(self) -> Any:
        """The page after the mark; one without records before the end is broken."""
        first = self.mark.position + 1
        loader = DataLoader(self._url, self._session, {**self._asked, "startRecord": first})
        try:
            page = _Page(loader)
        except SruthiError as error:
            if _can_help(str(error)):
                raise BrokenAnswerError(str(error)) from None
            raise SourceError(f"{self._url}: {error}") from None
        except (AttributeError, ValueError, TypeError) as error:
            raise SourceError(f"{self._url}: not an SRU answer ({error})") from None
        if not page.records and first <= int(page.count or 0):
            raise BrokenAnswerError(f"{page.count} records are promised, none comes at {first}")
        return page

    def _entry(self, data: Any) -> Entry:
        where = f"{self.name}#{self.mark.position + 1}"
        try:
            return self._mapped(_element(data), where)
        except (UnreadableError, etree.XMLSyntaxError) as error:
            return Rejected(where, str(error))
        except UnfitError as error:
            return Rejected(where, str(error), error.id)

    def _mapped(self, data: Any, source: str) -> Entry:
        marc = marc_xml.marc_in(data)
        if marc is not None:
            return self._mapping.record(marc_xml.decode(marc), source)
        dc = dublin_core.dc_in(data)
        told = dublin_core.values_of(data if dc is None else dc)
        names = told.get("identifier", [])
        if not names:
            raise UnfitError("neither MARC 21 nor Dublin Core with an identifier")
        return dublin_core.record_from(told, self._options.prefix + names[0], source)


def _can_help(reason: str) -> bool:
    """Whether asking again can help; what the server says of the question stays as it is."""
    words = ("Request error", "parsing XML", "Server Error")
    return any(word in reason for word in words) and "EntitiesForbidden" not in reason


def _element(data: Any) -> Any:
    """The data, unpacked when the server packs records as text."""
    text = (data.text or "").strip()
    if len(data) or not text.startswith("<"):
        return data
    return etree.fromstring(text.encode(), marc_xml.parser())
