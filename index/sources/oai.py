"""OAI-PMH: MARC or Dublin Core from a repository, and after that only what changed.

`oai:URL`; the URL's query may name `set` and `metadataPrefix`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any
from urllib.parse import urlsplit

import requests
from lxml import etree
from sickle import Sickle

from index.errors import SourceError
from index.record import Deleted, Rejected
from index.sources import dublin_core, marc_xml
from index.sources.base import Entry, Mark, Options, UnfitError
from index.sources.http import BrokenAnswerError, patiently, session, split_query
from index.sources.iso2709 import UnreadableError
from index.sources.marc import MarcMapping
from index.sources.marcxml import identifier_of, is_deleted

_MARC = "http://www.loc.gov/MARC21/slim"
_LONGEST_SILENCE = 20  # pages without a record before a list counts as endless


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a harvest: the token of the page being read and what was read of it."""

    token: str = ""
    done: int = 0
    since: str = ""  # `from` of this harvest
    started: str = ""  # the server's time at its first page: `from` of the next one

    def text(self) -> str:
        return json.dumps([self.token, self.done, self.since, self.started])

    @classmethod
    def read(cls, text: str) -> _Place:
        return cls(*json.loads(text))


class _Client(Sickle):  # type: ignore[misc]
    """Sickle's requests over our session."""

    def __init__(self, endpoint: str, http: requests.Session) -> None:
        super().__init__(endpoint)
        self._http = http

    def _request(self, kwargs: dict[str, str]) -> requests.Response:
        return self._http.get(self.endpoint, params=kwargs)


class _ExpiredTokenError(SourceError):
    """The repository no longer knows the resumption token."""


class OaiSource:
    """One repository, or one set of it. Position counts records."""

    def __init__(self, url: str, options: Options) -> None:
        self._url, asked = split_query(url)
        self._set, self._prefix = asked.get("set", ""), asked.get("metadataPrefix", "")
        self.key, self.name = f"oai:{url}", str(urlsplit(url).hostname)
        self.mark = Mark()
        self.size: int | None = None
        self._options, self._mapping = options, MarcMapping(options)
        self._client = _Client(self._url, session(options.retry_wait))

    def fingerprint(self) -> str:
        return ""

    def read(self, start: Mark) -> Iterator[Entry]:
        """All records, or those changed since `start.datestamp`, or what is left of a harvest."""
        place = _Place.read(start.token) if start.token else _Place(since=start.datestamp)
        self.mark = replace(start, token=place.text())
        for at, page in self._pages(place):
            place = at
            records = [each for each in page if marc_xml.local(each) == "record"]
            for number, record in enumerate(records[place.done :], place.done + 1):
                entry = self._entry(record)
                now = replace(place, done=number)
                count = self.mark.number + 1
                self.mark = Mark(count, count, now.text(), start.datestamp)
                yield entry
        self.mark = replace(self.mark, token="", datestamp=place.started or start.datestamp)

    def _pages(self, place: _Place) -> Iterator[tuple[_Place, Any]]:
        """Pages with their place in the list. Raises SourceError for a list that does not end."""
        loops = _Loops(self._url)
        while True:
            answer, date = self._page(place)
            place = replace(place, started=place.started or date)
            self._tell_size(answer)
            loops.check(answer)
            yield place, answer
            token = next((e.text for e in answer if marc_xml.local(e) == "resumptionToken"), "")
            if not (token or "").strip():
                return
            place = replace(place, token=str(token).strip(), done=0)

    def _page(self, place: _Place) -> tuple[Any, str]:
        if place.token:
            told = {"verb": "ListRecords", "resumptionToken": place.token}
        else:
            told = {"verb": "ListRecords", "metadataPrefix": self._format()}
            told |= {"set": self._set} if self._set else {}
            told |= {"from": place.since} if place.since else {}
        try:
            root = self._ask(told)
        except _ExpiredTokenError:
            # What was read already is read again and found unchanged.
            return self._page(replace(place, token=""))
        date = next((e.text for e in root if marc_xml.local(e) == "responseDate"), "") or ""
        listed = next((e for e in root if marc_xml.local(e) == "ListRecords"), None)
        return (etree.Element("ListRecords") if listed is None else listed), self._stamp(date)

    def _ask(self, told: dict[str, str]) -> Any:
        """The answer's root. An error that the server names is a SourceError."""
        root = patiently(lambda: _parsed(self._client, told), self._url, self._options.retry_wait)
        for error in (each for each in root if marc_xml.local(each) == "error"):
            if error.get("code") == "badResumptionToken":
                raise _ExpiredTokenError(f"{self._url}: {error.text or 'the token has expired'}")
            if error.get("code") != "noRecordsMatch":
                raise SourceError(f"{self._url}: {error.get('code')}: {error.text or ''}".strip())
        return root

    def _format(self) -> str:
        """The metadata format asked for, else one that is MARC 21, else Dublin Core."""
        if not self._prefix:
            root = self._ask({"verb": "ListMetadataFormats"})
            formats = [_children(e) for e in root.iter() if marc_xml.local(e) == "metadataFormat"]
            marc = (f["metadataPrefix"] for f in formats if f.get("metadataNamespace") == _MARC)
            self._prefix = next(marc, "oai_dc")
        return self._prefix

    def _stamp(self, date: str) -> str:
        """A time as fine as the repository's own: some know days only."""
        if not hasattr(self, "_days"):
            root = self._ask({"verb": "Identify"})
            told = [e.text or "" for e in root.iter() if marc_xml.local(e) == "granularity"]
            self._days = not any("hh" in text for text in told)
        return date[:10] if self._days else date

    def _tell_size(self, answer: Any) -> None:
        token = next((e for e in answer if marc_xml.local(e) == "resumptionToken"), None)
        said = token.get("completeListSize", "") if token is not None else ""
        self.size = int(said) if said.isdigit() else self.size

    def _entry(self, record: Any) -> Entry:
        where, record_id = f"{self.name}#{self.mark.number + 1}", None
        try:
            name = identifier_of(record)
            record_id = self._options.prefix + name
            if is_deleted(record):
                return Deleted(record_id)
            return self._mapped(record, record_id, f"{self.name}#{name}")
        except (UnreadableError, UnfitError) as error:
            return Rejected(where, str(error), record_id)

    def _mapped(self, record: Any, record_id: str, source: str) -> Entry:
        marc = marc_xml.marc_in(record)
        if marc is not None:
            made = self._mapping.record(marc_xml.decode(marc), source)
            # Deletions name the OAI identifier only, so records must be known by it too.
            return Deleted(record_id) if isinstance(made, Deleted) else replace(made, id=record_id)
        dc = dublin_core.dc_in(record)
        if dc is None:
            raise UnfitError("neither MARC 21 nor Dublin Core", record_id)
        return dublin_core.record_from(dublin_core.values_of(dc), record_id, source)


class _Loops:
    """Notices a list that goes round in circles or on for ever without records."""

    def __init__(self, url: str) -> None:
        self._url, self._seen, self._silent = url, set[bytes](), 0

    def check(self, answer: Any) -> None:
        names = [e.text or "" for e in answer.iter() if marc_xml.local(e) == "identifier"]
        page = blake2b("\n".join(names).encode(), digest_size=16).digest()
        self._silent = 0 if names else self._silent + 1
        if self._silent >= _LONGEST_SILENCE or (names and page in self._seen):
            raise SourceError(
                f"{self._url}: the list of records never ends (the server repeats itself). "
                "What came before is loaded; tell the repository's keepers."
            )
        self._seen.add(page)


def _parsed(client: _Client, told: dict[str, str]) -> Any:
    """Sickle would mend half an answer in silence; here it has to be whole."""
    answer = client.harvest(**told)
    try:
        root = etree.fromstring(answer.http_response.content, marc_xml.parser())
    except etree.XMLSyntaxError as error:
        raise BrokenAnswerError(f"the answer is not whole XML ({error.msg})") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError(f"{client.endpoint}: the answer declares XML entities; it is refused")
    if marc_xml.local(root) != "OAI-PMH":
        raise SourceError(f"{client.endpoint}: not an OAI-PMH answer but <{marc_xml.local(root)}>")
    return root


def _children(element: Any) -> dict[str, str]:
    return {marc_xml.local(child): (child.text or "").strip() for child in element}
