"""Reports as pages, pictures and CSV; review, unmet needs and their exports."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Depends, Query, Request, Response

from assistant.desk.acts import require
from assistant.desk.reports import Cell, Table, Wish
from assistant.errors import NotFound
from connectors.desk.access import PATH, AtPage, Service
from connectors.desk.charts import Scheme
from connectors.desk.charts import draw as draw_chart
from connectors.desk.web import draw

router = APIRouter(prefix=PATH, include_in_schema=False)
DAYS = 30
HEAT_STEPS = 6


def wish(
    service: Service,
    first: Annotated[date | None, Query()] = None,
    last: Annotated[date | None, Query()] = None,
    channel: Annotated[str, Query(max_length=20)] = "",
    language: Annotated[str, Query(max_length=2)] = "",
) -> Wish:
    """What the page asks for; the last thirty days when nothing else is said."""
    today = service.conversations.clock.now().astimezone(service.library.zone).date()
    last = last or today
    first = first or last - timedelta(days=DAYS - 1)
    return Wish(first=first, last=last, channel=channel, language=language)


Wished = Annotated[Wish, Depends(wish)]


@router.get("/reports")
async def reports(request: Request, me: AtPage, service: Service, wish: Wished) -> Response:
    require(me.librarian, "supervisor")
    tables = await service.reports.tables(wish)
    return draw(
        request,
        "reports",
        me,
        tables=tables,
        wish=wish,
        query=request.url.query,
        heat={t.id: _steps(t) for t in tables if t.drawn == "heat"},
        channels=("web", "telegram", "email"),
    )


def _steps(table: Table) -> list[list[int]]:
    """For each cell of a heat map its step from 0 (none) to HEAT_STEPS (the most)."""
    numbers = [[int(cell) for cell in row[1:]] for row in table.rows]
    most = max((n for row in numbers for n in row), default=0)
    return [[-(-n * HEAT_STEPS // most) if most else 0 for n in row] for row in numbers]


async def _one(service: Service, wish: Wish, table_id: str) -> Table:
    found = {table.id: table for table in await service.reports.tables(wish)}
    if table_id not in found:
        raise NotFound("There is no such report.")
    return found[table_id]


@router.get("/reports/{table_id}.svg")
async def picture(
    me: AtPage, service: Service, wish: Wished, table_id: str, scheme: Scheme = "light"
) -> Response:
    """A picture has styles of its own, and nothing else: no scripts, nothing from elsewhere."""
    require(me.librarian, "supervisor")
    table = await _one(service, wish, table_id)
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    drawn = await anyio.to_thread.run_sync(draw_chart, table, scheme)
    return Response(drawn, media_type="image/svg+xml", headers=headers)


@router.get("/reports/{table_id}.csv")
async def table_csv(me: AtPage, service: Service, wish: Wished, table_id: str) -> Response:
    require(me.librarian, "supervisor")
    table = await _one(service, wish, table_id)
    name = f"{table.id}-{wish.first}-{wish.last}.csv"
    return sheet(name, [table.columns, *table.rows])


def sheet(name: str, rows: list[Any]) -> Response:
    """A CSV file that spreadsheets open as it is meant: with its letters, and without formulas."""
    out = io.StringIO()
    csv.writer(out).writerows([[_plain(cell) for cell in row] for row in rows])
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(
        "\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers
    )


def _plain(cell: Cell) -> Cell:
    """What a reader typed must not become a formula in somebody's spreadsheet."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip()[:1] in tuple("=+-@") else cell
