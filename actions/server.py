"""The action server: rasa-sdk's executor behind Sanic on loopback, for those who know the secret.

POST /webhook            a turn, as rasa-sdk has it
POST /holdings/search    {text, language, limit?, filters?}  -> {items, total, index_version}
POST /holdings/items     {record_ids, language}              -> {items}
POST /holdings/new_since {text, since, language, limit?, filters?} -> {items, head}
POST /knowledge/search   {text, language, limit?}            -> {hits}
POST /knowledge/put      {entry}                             -> {id}
GET  /ready              200 when index and knowledge are loaded, else 503 and what is missing
All need `Authorization: Bearer REFDESK_SECRET_ACTIONS`.
"""

from __future__ import annotations

import hmac
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from assistant.garbage import settle
from assistant.secrets import load_secrets
from assistant.settings import Settings

if TYPE_CHECKING:
    from sanic import Sanic
    from sanic.request import Request
    from sanic.response import HTTPResponse

    from actions.live import Live

log = logging.getLogger(__name__)
_HOST = "127.0.0.1"
_THREADS = 2  # a turn leaves the interpreter while it searches; more push each other aside


def serve(settings: Settings) -> None:
    """Serve until told to stop; one process, no workers, no reloading."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # others spin while they wait for work
    secret = load_secrets(settings.data_dir)["actions"]
    app = create_app(open_live(settings), secret)
    app.run(_HOST, settings.actions_port, single_process=True, access_log=False, motd=False)


def open_live(settings: Settings) -> Live:
    """The real parts: ONNX encoder, index, store."""
    from actions.entries import StoredChanges
    from actions.live import Live

    def encoder() -> Any:
        from index.onnx_encoder import OnnxEncoder

        return OnnxEncoder(settings.encoder_dir)

    @cache
    def english() -> Any:
        from index.onnx_encoder import OnnxEncoder

        folder = settings.english_encoder_dir
        return OnnxEncoder(folder) if folder else None

    def holdings(folder: Any, encoder: Any) -> Any:
        from index.holdings import Holdings

        return Holdings.open(folder, encoder)

    def search(entries: Any, encoder: Any, cache: Any) -> Any:
        from index.knowledge_search import KnowledgeSearch

        return KnowledgeSearch(entries, encoder, cache, english())

    return Live(
        settings.library_dir,
        settings.data_dir,
        settings.index_dir,
        encoder=encoder,
        holdings=holdings,
        search=search,
        changes=StoredChanges(settings.store_url),
    )


def create_app(live: Live, secret: str) -> Sanic[Any, Any]:
    """The application; `live` is started with it and closed with it."""
    from rasa_sdk.executor import ActionExecutor
    from sanic import Sanic

    from actions.action import ActionTurn
    from actions.desk import DeskRoutes

    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="turn")
    slow = ThreadPoolExecutor(1, thread_name_prefix="desk")
    executor = ActionExecutor()
    executor.register_action(ActionTurn(lambda: live.dialogue, _now, pool, live.take))
    app = Sanic("refdesk_actions", configure_logging=False, dumps=orjson.dumps, loads=orjson.loads)
    app.ctx.live = live
    _protect(app, secret)
    _lifecycle(app, live, pool, slow)

    @app.post("/webhook")
    async def webhook(request: Request) -> HTTPResponse:
        # Our engine leaves the domain out of its calls, which rasa-sdk would ask it to send again.
        result = await executor.run({"domain": {}, **request.json})
        return _json(result.model_dump() if result else None)

    @app.get("/ready")
    async def ready(request: Request) -> HTTPResponse:
        return _json({"ready": live.ready, **live.state}, 200 if live.ready else 503)

    DeskRoutes(live, pool, slow).add_to(app)
    return app


def _protect(app: Sanic[Any, Any], secret: str) -> None:
    wanted = f"Bearer {secret}".encode()

    @app.on_request
    async def check(request: Request) -> HTTPResponse | None:
        given = request.headers.get("authorization", "").encode()
        if hmac.compare_digest(given, wanted):
            return None
        return problem(401, "Not allowed", "The action server's secret is missing or wrong.")

    @app.exception(Exception)
    async def failed(request: Request, error: Exception) -> HTTPResponse:
        return answer_error(error)


def answer_error(error: Exception) -> HTTPResponse:
    """Problem+json: what we know by its own status, the rest as 500 and into the log."""
    from assistant.errors import RefdeskError

    if isinstance(error, RefdeskError):
        return problem(error.status, error.title, str(error))
    status = getattr(error, "status_code", 500)
    if status >= 500:
        log.error("a call failed", exc_info=error)
    return problem(status, "The action server failed", f"{type(error).__name__}: {error}")


def _lifecycle(app: Sanic[Any, Any], live: Live, *pools: ThreadPoolExecutor) -> None:
    @app.before_server_start
    async def start(app: Sanic[Any, Any]) -> None:
        live.start()
        settle()

    @app.after_server_stop
    async def stop(app: Sanic[Any, Any]) -> None:
        for pool in pools:
            pool.shutdown(wait=True, cancel_futures=True)
        live.close()


def _json(body: Any, status: int = 200, kind: str = "application/json") -> HTTPResponse:
    from sanic.response import HTTPResponse

    return HTTPResponse(orjson.dumps(body), status=status, content_type=kind)


def problem(status: int, title: str, detail: str) -> HTTPResponse:
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return _json(body, status, "application/problem+json")


def _now() -> datetime:
    return datetime.now(UTC)
