"""Serves the dialogue model on loopback, under Rasa's interpreter.

    python -m assistant.engine.serve --model FILE --port N --trackers FILE --actions URL

The repository is on PYTHONPATH. Callers must know REFDESK_SECRET_ENGINE; the action server asks for
REFDESK_SECRET_ACTIONS.
It is Rasa's processor under a Sanic application of our own: Rasa's server would open its whole API.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.engine.lighten import without_tensorflow
from assistant.engine.train import HERE, quiet
from assistant.garbage import settle

_ACTION_SECONDS = 8.0  # a slow library system answers in five or is left out; then say so
_HOST = "127.0.0.1"


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    for name in ("REFDESK_SECRET_ENGINE", "REFDESK_SECRET_ACTIONS"):
        if not os.environ.get(name):
            sys.exit(f"{name} is not set; `refdesk run` and `refdesk engine` set it.")
    if not options.model.is_file():
        sys.exit(f"There is no dialogue model at {options.model}. Run `refdesk train`.")
    quiet()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # others spin while they wait for work
    if not os.environ.get("REFDESK_TENSORFLOW"):
        without_tensorflow()
    _application(options).run(
        host=_HOST, port=options.port, workers=1, access_log=False, motd=False
    )
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Serve the dialogue model.")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--port", type=int, default=5015)
    parser.add_argument("--trackers", type=Path, required=True, help="SQLite file of the trackers")
    parser.add_argument("--actions", default="http://127.0.0.1:5065/webhook", help="action server")
    return parser.parse_args(argv)


def _application(options: argparse.Namespace) -> Any:
    from rasa.core.channels import channel as channels
    from sanic import Sanic

    from assistant.engine.channel import RefdeskChannel

    app = Sanic("refdesk_engine", configure_logging=False)
    app.config.KEEP_ALIVE_TIMEOUT = 75  # longer than callers keep a connection
    channels.register([RefdeskChannel(os.environ["REFDESK_SECRET_ENGINE"])], app, "/webhooks/")

    @app.before_server_start
    async def load(app: Any, _: Any) -> None:
        app.ctx.actions, app.ctx.store, app.ctx.turns = _load(options)
        settle()

    @app.after_server_stop
    async def close(app: Any, _: Any) -> None:
        await app.ctx.actions.close()
        app.ctx.store.close()

    return app


def _load(options: argparse.Namespace) -> tuple[Any, Any, Any]:
    from rasa.core.lock_store import InMemoryLockStore
    from rasa.core.nlg import NaturalLanguageGenerator
    from rasa.core.tracker_store import TrackerStore
    from rasa.core.utils import AvailableEndpoints
    from rasa.engine.exceptions import GraphComponentException

    from assistant.engine.channel import Turns
    from assistant.engine.processor import ActionServer, TurnProcessor

    os.environ["REFDESK_ACTIONS_URL"] = options.actions
    os.environ["REFDESK_TRACKER_FILE"] = str(options.trackers)
    endpoints = AvailableEndpoints.read_endpoints(str(HERE / "endpoints.yml"))
    store: Any = TrackerStore.create(endpoints.tracker_store)
    actions = ActionServer(
        endpoints.action.url,
        secret=os.environ["REFDESK_SECRET_ACTIONS"],
        seconds=_ACTION_SECONDS,
    )
    nlg = NaturalLanguageGenerator.create(None, None)
    try:
        processor = TurnProcessor(options.model, store, InMemoryLockStore(), nlg, actions)
    except GraphComponentException as error:
        raise SystemExit(
            f"{options.model} was made by another version. Run `refdesk train` ({error})."
        ) from error
    store.domain = processor.domain
    nlg.responses = processor.domain.responses
    return actions, store, Turns(processor, store)


if __name__ == "__main__":
    sys.exit(main())
