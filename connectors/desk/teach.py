"""Pages where librarians teach the assistant: review, knowledge, unmet needs, saved replies."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from assistant.desk.acts import require
from assistant.desk.close import TYPES
from assistant.desk.knowledge import read_entry, short_name
from assistant.desk.needs import Need
from assistant.desk.review import MARKS
from assistant.errors import BadRequest, Conflict, HoldingsUnavailable, NotFound, RefdeskError
from assistant.model import LONGEST_TEXT
from connectors.desk.access import PATH, AtPage, Field, Service, check_token
from connectors.desk.reports import sheet
from connectors.desk.web import draw

router = APIRouter(prefix=PATH, include_in_schema=False)
INTENTS = sorted({intent for intents in TYPES.values() for intent in intents})


@router.get("/review")
async def review(request: Request, me: AtPage, service: Service, done: bool = False) -> Response:
    """Turns that went wrong, the worst first."""
    require(me.librarian, "supervisor")
    turns = await service.review.turns(reviewed=done)
    entries = [one.entry for one in await service.knowledge.entries() if one.active]
    return draw(
        request, "review", me, turns=turns, entries=entries, intents=INTENTS, marks=MARKS, done=done
    )


@router.get("/review/export/{form}.jsonl")
async def export(me: AtPage, service: Service, form: Literal["nlu", "faq"]) -> Response:
    """The reviewed set, a JSON object a line, as `refdesk bench nlu` and `bench faq` read it."""
    require(me.librarian, "supervisor")
    lines = [json.dumps(one, ensure_ascii=False) for one in await service.review.export(form)]
    headers = {"Content-Disposition": f'attachment; filename="reviewed-{form}.jsonl"'}
    body = "".join(line + "\n" for line in lines)
    return Response(body, media_type="application/x-ndjson", headers=headers)


@router.post("/review/{turn_id}")
async def mark(
    me: AtPage,
    service: Service,
    turn_id: str,
    csrf: Field = "",
    mark: Field = "",
    intent: Field = "",
    entry_id: Field = "",
) -> Response:
    """Keep the verdict; a missing answer leads on to the page where it is written."""
    check_token(me, csrf)
    await service.review.mark(me.librarian, turn_id, mark, intent, entry_id)
    if mark == "missing_answer" and not entry_id:
        return RedirectResponse(f"{PATH}/knowledge/new?turn={turn_id}", 303)
    return RedirectResponse(f"{PATH}/review", 303)


@router.get("/knowledge")
async def knowledge(
    request: Request, me: AtPage, service: Service, q: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    require(me.librarian, "supervisor")
    wanted = q.casefold().split()
    entries = [
        one
        for one in await service.knowledge.entries()
        if all(word in one.entry.model_dump_json().casefold() for word in wanted)
    ]
    return draw(request, "knowledge", me, entries=entries, q=q)


@router.get("/knowledge/new")
async def new_entry(request: Request, me: AtPage, service: Service, turn: str = "") -> Response:
    """An empty entry, or one that begins with a question that had no answer."""
    require(me.librarian, "supervisor")
    asked = next(
        (t for t in await service.review.turns(reviewed=True, limit=500) if t.id == turn), None
    )
    fields = {f"{asked.language}_question": asked.asked} if asked else {}
    return draw(request, "entry", me, fields=fields, fresh=True, topics=await _topics(service))


async def _topics(service: Service) -> list[str]:
    return sorted({one.entry.topic for one in await service.knowledge.entries()})


@router.get("/knowledge/{entry_id}")
async def entry(request: Request, me: AtPage, service: Service, entry_id: str) -> Response:
    require(me.librarian, "supervisor")
    found = await service.knowledge.entry(entry_id)
    fields: dict[str, Any] = {"id": found.entry.id, "topic": found.entry.topic}
    for language in ("en", "zh"):
        told = getattr(found.entry, language)
        fields |= {
            f"{language}_question": told.question,
            f"{language}_also": "\n".join(told.also),
            f"{language}_answer": told.answer,
            f"{language}_source_title": told.source.title,
            f"{language}_source_url": told.source.url,
        }
    topics = await _topics(service)
    return draw(
        request, "entry", me, fields=fields, fresh=False, active=found.active, topics=topics
    )


@router.post("/knowledge")
async def save_entry(request: Request, me: AtPage, service: Service) -> Response:
    """First show which earlier questions would be answered differently; save when told to."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    check_token(me, form.get("csrf", ""))
    require(me.librarian, "supervisor")
    fresh, act = form.get("fresh") == "yes", form.get("act", "preview")
    if fresh and not form.get("id"):
        form["id"] = short_name(form.get("en_question", ""))
    again: dict[str, Any] = {"fields": form, "fresh": fresh, "active": act != "take_back"}
    again["topics"] = await _topics(service)
    try:
        written = await _written(service, form, fresh)
        if act in ("save", "take_back"):
            await service.knowledge.save(me.librarian, written, active=act == "save")
            return RedirectResponse(f"{PATH}/knowledge/{written.id}?saved=1", 303)
        changed = await service.knowledge.preview(written)
    except HoldingsUnavailable as error:
        return draw(request, "entry", me, error.status, unseen=str(error), **again)
    except (BadRequest, Conflict) as error:
        return draw(request, "entry", me, error.status, error=str(error), **again)
    return draw(request, "entry", me, changed=changed, previewed=True, **again)


async def _written(service: Service, form: dict[str, Any], fresh: bool) -> Any:
    """The entry in the form, with the links it had. Raises BadRequest, Conflict."""
    written = read_entry(form)
    try:
        known = await service.knowledge.entry(written.id)
    except NotFound:
        return written
    if fresh:
        raise Conflict(f"There is an entry {written.id} already; choose another short name.")
    return written.model_copy(update={"links": known.entry.links})


@router.get("/needs")
async def needs(request: Request, me: AtPage, service: Service) -> Response:
    """What readers looked for in vain; only what five of them or more wanted."""
    require(me.librarian, "supervisor")
    try:
        return draw(request, "needs", me, needs=await service.needs.unmet())
    except HoldingsUnavailable as error:
        return draw(request, "needs", me, error.status, needs=[], error=str(error))


@router.get("/needs.csv")
async def needs_csv(me: AtPage, service: Service) -> Response:
    """As suggestions for purchase."""
    require(me.librarian, "supervisor")
    head = ("Wanted", "Readers", "Times", "Other wordings", "Last asked")
    return sheet("purchase-suggestions.csv", [head, *map(_need, await service.needs.unmet())])


def _need(need: Need) -> tuple[Any, ...]:
    others = "; ".join(text for text in need.wordings if text != need.text)
    return (need.text, need.readers, need.times, others, need.last.date().isoformat())


@router.get("/replies")
async def replies(request: Request, me: AtPage, service: Service) -> Response:
    return draw(request, "replies", me, replies=await service.canned.of(me.librarian))


@router.post("/replies")
async def save_reply(
    request: Request,
    me: AtPage,
    service: Service,
    csrf: Field = "",
    id: Field = "",
    shortcut: Field = "",
    en: Field = "",
    zh: Field = "",
    shared: Field = "",
    act: Field = "save",
) -> Response:
    check_token(me, csrf)
    try:
        if act == "drop":
            await service.canned.drop(me.librarian, id)
        else:
            _check_reply(shortcut, en, zh)
            await service.canned.save(
                me.librarian, id or None, shortcut, en.strip(), zh.strip(), shared=shared == "on"
            )
    except RefdeskError as error:
        kept = {"shortcut": shortcut, "en": en, "zh": zh}
        found = await service.canned.of(me.librarian)
        return draw(
            request, "replies", me, error.status, replies=found, error=str(error), kept=kept
        )
    return RedirectResponse(f"{PATH}/replies", 303)


def _check_reply(shortcut: str, en: str, zh: str) -> None:
    """Raises BadRequest."""
    import re

    if not re.fullmatch(r"[\w\-]{1,40}", shortcut):
        raise BadRequest("A shortcut is letters, digits and hyphens, without spaces.")
    if not en.strip() or not zh.strip() or max(len(en), len(zh)) > LONGEST_TEXT:
        raise BadRequest("Write the reply in both languages, up to 4,000 characters each.")
