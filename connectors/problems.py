"""One error body everywhere: RFC 9457 problem+json that says whether trying again can help."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from assistant.errors import BadRequest, RefdeskError

log = logging.getLogger(__name__)
_NO_JSON = "it cannot be read as JSON in UTF-8."


class ProblemBody(BaseModel):
    """RFC 9457, with `retry`: whether trying again can help."""

    type: str
    title: str
    status: int
    detail: str
    retry: bool
    errors: list[dict[str, Any]] = Field(default_factory=list)


PROBLEMS: dict[int | str, dict[str, Any]] = {  # as the OpenAPI pages tell of them
    "4XX": {"model": ProblemBody, "content": {"application/problem+json": {}}},
}


class Problem(JSONResponse):
    media_type = "application/problem+json"


def problem(status: int, title: str, detail: str, *, retry: bool = False, **extra: Any) -> Problem:
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "retry": retry,
    }
    return Problem(body | extra, status_code=status)


def install(app: FastAPI) -> None:
    """Answer every error of the app with a problem; only the unexpected ones are logged whole."""
    app.add_exception_handler(RefdeskError, tell)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


async def tell(request: Request, error: Exception) -> Response:
    """An error of ours as a problem."""
    assert isinstance(error, RefdeskError)
    response = problem(error.status, error.title, str(error), retry=error.retry)
    if error.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.status == HTTPStatus.TOO_MANY_REQUESTS:
        response.headers["Retry-After"] = "10"
    return response


async def _invalid(request: Request, error: Exception) -> Response:
    """What and where; never what was sent, which may be private."""
    assert isinstance(error, RequestValidationError)
    found = [_found(one) for one in error.errors()]
    detail = "; ".join(f"{each['where']}: {each['what']}" for each in found)
    return problem(422, BadRequest.title, detail, errors=found)


def _found(error: dict[str, Any]) -> dict[str, str]:
    if error["type"] == "json_invalid":
        return {"where": "body", "what": _NO_JSON}
    if isinstance(error.get("input"), bytes):
        return {"where": "body", "what": "send JSON, with Content-Type: application/json"}
    where = ".".join(str(step) for step in error["loc"])
    return {"where": where, "what": error["msg"].removeprefix("Value error, ")}


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error.__cause__, (ValueError, RecursionError)):
        return problem(422, BadRequest.title, f"body: {_NO_JSON}")
    phrase = HTTPStatus(error.status_code).phrase
    response = problem(error.status_code, phrase, _detail(request, error, phrase))
    response.headers.update(error.headers or {})
    return response


def _detail(request: Request, error: HTTPException, phrase: str) -> str:
    """What and where, also for what the framework tells only the half of."""
    if error.detail == phrase:
        return f"{phrase}: {request.method} {request.url.path}"
    return str(error.detail)


async def _unexpected(request: Request, error: Exception) -> Response:
    log.error("unexpected error on %s %s", request.method, request.url.path, exc_info=error)
    detail = "Something unexpected happened here, and it has been noted."
    return problem(500, "Something went wrong", detail, retry=True)
