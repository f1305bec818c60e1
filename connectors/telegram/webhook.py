"""Where Telegram posts updates when the library has a public address."""

from __future__ import annotations

import hmac
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from telegram import Update

from assistant.errors import BadRequest, NotAllowed
from connectors.telegram.polling import Polling

PATH = "/telegram/webhook"


def router(polling: Polling) -> APIRouter:
    """One route: an update that is not kept is answered with 503, so Telegram sends it again."""
    routes = APIRouter(include_in_schema=False)

    @routes.post(PATH)
    async def webhook(
        request: Request, x_telegram_bot_api_secret_token: Annotated[str, Header()] = ""
    ) -> Response:
        secret = x_telegram_bot_api_secret_token.encode()
        if not hmac.compare_digest(secret, polling.webhook_secret.encode()):
            raise NotAllowed("This address is Telegram's.")
        kept = await polling.called(await _update(request, polling))
        return Response(status_code=200 if kept else 503)

    return routes


async def _update(request: Request, polling: Polling) -> Update:
    try:
        body: Any = await request.json()
        update = Update.de_json(body, polling.bot)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadRequest("That is not an update of Telegram.") from error
    return update
