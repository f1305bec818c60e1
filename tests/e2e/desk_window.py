"""Windows of the desk in a real browser, for its tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, expect

from assistant.store import Database
from connectors.desk.service import Console
from tests.browser import browser, served
from tests.e2e.desk_app import PASSWORD, make_app


@pytest.fixture(name="console")
def console_fixture(sqlite: Database) -> tuple[Any, Console]:
    return make_app(sqlite)


@pytest.fixture(name="base")
def base_fixture(console: tuple[Any, Console]) -> Iterator[str]:
    with served(console[0]) as address:
        yield address


@pytest.fixture(name="context")
async def context_fixture(request: pytest.FixtureRequest) -> AsyncIterator[BrowserContext]:
    scheme = getattr(request, "param", "light")
    async with browser() as launched:
        opened = await launched.new_context(
            viewport={"width": 1440, "height": 900}, color_scheme=scheme, locale="en-GB"
        )
        yield opened


expect.set_options(timeout=15_000)  # browsers share small machines with much else


async def enter(context: BrowserContext, base: str, login: str = "ada", path: str = "") -> Page:
    """A window of the desk after signing in; an error on any page fails the test."""
    page = await context.new_page()
    page.set_default_timeout(30_000)
    page.on("pageerror", lambda error: pytest.fail(f"page error: {error}"))
    await page.goto(f"{base}/desk{path}")
    if "/sign-in" in page.url:
        await page.get_by_label("Sign-in name").fill(login)
        await page.get_by_label("Password", exact=True).fill(PASSWORD)
        await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator("#console, .page").first).to_be_visible()
    return page


def row(page: Page, text: str) -> Any:
    return page.locator(".row", has_text=text)
