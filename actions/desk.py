"""The action server's other routes: holdings and answers for the desk, for channels, for alerts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

import msgspec
import orjson
from pydantic import TypeAdapter, ValidationError

from actions.filters import load_filters
from actions.live import Live
from actions.teaching import GroupsCall, PreviewCall, groups, preview
from assistant.errors import BadRequest
from assistant.knowledge import Entry
from assistant.model import Item, Language
from index.record import Query

if TYPE_CHECKING:
    from sanic import Sanic
    from sanic.request import Request
    from sanic.response import HTTPResponse

Work = Callable[[Any], dict[str, Any]]
Routes = dict[str, tuple[type, Work]]  # by path: what is called for, and what does it
_ITEMS = TypeAdapter(list[Item])
_MOST = 100


class SearchCall(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    language: Language = "en"
    limit: int = 10
    filters: dict[str, Any] = {}
    offset: int = 0


class NewsCall(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    since: int
    language: Language = "en"
    limit: int = 10
    filters: dict[str, Any] = {}


class ItemsCall(msgspec.Struct, forbid_unknown_fields=True):
    record_ids: list[str]
    language: Language = "en"


class KnowledgeCall(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    language: Language = "en"
    limit: int = 3


class PutCall(msgspec.Struct, forbid_unknown_fields=True):
    entry: dict[str, Any]


class DeskRoutes:
    """What lasts for many searches runs on `slow`: readers' turns must not wait for it."""

    def __init__(self, live: Live, pool: Executor, slow: Executor) -> None:
        self._live, self._pool, self._slow = live, pool, slow

    def add_to(self, app: Sanic[Any, Any]) -> None:
        quick: Routes = {
            "/holdings/search": (SearchCall, self.search),
            "/holdings/items": (ItemsCall, self.items),
            "/holdings/new_since": (NewsCall, self.news),
            "/knowledge/search": (KnowledgeCall, self.knowledge),
            "/knowledge/put": (PutCall, self.put),
        }
        slow: Routes = {
            "/knowledge/preview": (PreviewCall, lambda call: preview(self._live, call)),
            "/texts/groups": (GroupsCall, lambda call: groups(self._live, call)),
        }
        for routes, pool in ((quick, self._pool), (slow, self._slow)):
            for path, (shape, work) in routes.items():
                name = path.strip("/").replace("/", "_")
                app.add_route(self._route(shape, work, pool), path, methods=["POST"], name=name)

    def _route(self, shape: type, work: Work, pool: Executor) -> Any:
        async def handle(request: Request) -> HTTPResponse:
            from sanic.response import HTTPResponse

            call = _read(request.body, shape)
            loop = asyncio.get_running_loop()
            body = await loop.run_in_executor(pool, work, call)
            return HTTPResponse(orjson.dumps(body), content_type="application/json")

        return handle

    def search(self, call: SearchCall) -> dict[str, Any]:
        """Raises HoldingsUnavailable, BadRequest."""
        limit = max(1, min(call.limit, _MOST))
        query = Query(
            text=call.text, filters=load_filters(call.filters), limit=limit, offset=call.offset
        )
        page = self._live.shelf.search(query)
        items = self._live.shelf.hits_as_items(page, self._names(call.language))
        version = page.found.index_version
        return {"items": _dump(items), "total": page.found.total, "index_version": version}

    def news(self, call: NewsCall) -> dict[str, Any]:
        """What came in after change `since` and answers the wish; -1 tells `head` alone."""
        head, shelf = self._live.shelf.head(), self._live.shelf
        if call.since < 0:
            return {"items": [], "head": head}
        limit = max(1, min(call.limit, _MOST))
        query = Query(text=call.text, filters=load_filters(call.filters), limit=limit)
        records = shelf.news(query, call.since)
        return {"items": _dump(shelf.items(records, self._names(call.language))), "head": head}

    def items(self, call: ItemsCall) -> dict[str, Any]:
        records = self._live.shelf.records(call.record_ids[:_MOST])
        return {"items": _dump(self._live.shelf.items(records, self._names(call.language)))}

    def knowledge(self, call: KnowledgeCall) -> dict[str, Any]:
        """The nearest entries with their confidence, whole, as the desk shows and edits them."""
        found = self._live.knowledge.nearest(
            call.text, call.language, max(1, min(call.limit, _MOST))
        )
        hits = [
            {"entry": m.entry.model_dump(mode="json"), "confidence": round(m.confidence, 4)}
            for m in found
        ]
        return {"hits": hits}

    def put(self, call: PutCall) -> dict[str, Any]:
        try:
            entry = Entry.model_validate(call.entry)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            raise BadRequest(f"entry.{where}: {first['msg']}.") from error
        self._live.put(entry)
        return {"id": entry.id}

    def _names(self, language: Language) -> Any:
        return self._live.dialogue.services.names[language]


def _read(body: bytes, shape: type) -> Any:
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise BadRequest(f"The body cannot be read: {error}.") from error


def _dump(items: list[Item]) -> Any:
    return _ITEMS.dump_python(items, mode="json")
