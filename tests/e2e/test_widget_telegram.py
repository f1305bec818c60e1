"""From the website's chat to Telegram and back, in a real browser and an emulated Bot API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.async_api import Page, expect

from assistant.care import Care
from assistant.store import Database
from connectors.web import follow
from connectors.web.app import create_app
from connectors.web.service import Web
from tests.browser import browser, served, shot
from tests.channels import eventually, house, running, telegram
from tests.telegram_emulator import TOKEN, Emulator
from tests.telegram_emulator import running as emulated

pytestmark = pytest.mark.browser
REA = 7001


@dataclass
class Town:
    """The website and the bot of one library, in one server."""

    url: str
    emulator: Emulator
    at_home: Any
    made: Any

    async def code(self) -> str:
        """What `/website` in Telegram puts into its button's address."""
        self.emulator.says(REA, "/website")
        sent = await eventually(
            lambda: [m for m in self.emulator.said(REA) if m.keyboard and "url" in m.keyboard[0][0]]
        )
        return str(sent[-1].keyboard[0][0]["url"]).partition("#refdesk=")[2]


@pytest.fixture
def town(sqlite: Database) -> Iterator[Town]:
    with emulated() as emulator:
        at_home = house(sqlite)
        made = telegram(at_home, emulator.url, token=TOKEN, public_url="http://library.example")
        care = Care(sqlite, at_home.conversations.clock)

        async def ready() -> dict[str, bool]:
            return {}

        @asynccontextmanager
        async def channels(app: FastAPI) -> AsyncIterator[None]:
            async with running(at_home, made.channel):
                yield

        web = Web(at_home.conversations, care, at_home.library, ready)
        app = create_app(
            web, origins=(), messages_per_minute=100, routers=[follow.router], lifespan=channels
        )
        app.state.follow = follow.Follow(at_home.follow_up, made.deep_link)
        with served(app) as url:
            yield Town(url, emulator, at_home, made)


@pytest.fixture(params=[(1100, 800, "light"), (320, 640, "dark")], ids=["desktop", "phone-dark"])
async def page(request: pytest.FixtureRequest, town: Town) -> AsyncIterator[Page]:
    width, height, scheme = request.param
    await eventually(lambda: town.made.link.state == "up")
    async with browser() as chromium:
        context = await chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB"
        )
        page = await context.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
        assert problems == []


async def ask(page: Page, text: str) -> None:
    await page.get_by_label("Your question").fill(text)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log").get_by_text(f"You said: {text}")).to_be_visible()


async def test_out_to_telegram_and_back(page: Page, town: Town) -> None:
    await page.goto(town.url)
    await page.get_by_role("button", name="Ask the library").click()
    await ask(page, "whales")
    await page.get_by_label("More options").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Continue in Telegram")).to_be_focused()
    await page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Open in Telegram")
    await expect(link).to_be_focused()
    url = str(await link.get_attribute("href"))
    assert url.startswith("https://t.me/alderbrook_bot?start=")
    await expect(page.get_by_role("log").get_by_text(url, exact=True)).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.screenshot(path=shot(f"widget-telegram-{page.viewport_size['width']}"))  # type: ignore[index]

    town.emulator.says(REA, f"/start {url.partition('start=')[2]}")
    await eventually(lambda: town.emulator.said(REA))
    town.emulator.presses(town.emulator.said(REA)[-1].id, "Yes, go on here")
    await eventually(lambda: "moved here" in town.emulator.texts(REA)[-1])
    town.emulator.says(REA, "and dolphins")
    await eventually(lambda: "You said: and dolphins" in town.emulator.texts(REA))

    await page.evaluate("sessionStorage.clear()")  # as on another computer
    await page.goto(f"{town.url}/?page=hours#refdesk={await town.code()}")
    await expect(page.get_by_role("log").get_by_text("You said: whales")).to_be_visible()
    await expect(page.get_by_role("log").get_by_text("You said: and dolphins")).to_be_visible()
    await expect(page.get_by_label("Your question")).to_be_focused()
    assert page.url == f"{town.url}/?page=hours"  # the key is gone from the address
    await ask(page, "and seals")
    await eventually(lambda: "You said: and seals" in town.emulator.texts(REA))


async def test_a_used_link_says_so_and_costs_nothing(page: Page, town: Town) -> None:
    town.emulator.says(REA, "whales")
    await eventually(lambda: "You said: whales" in town.emulator.texts(REA))
    code = await town.code()
    await page.goto(f"{town.url}/#refdesk={code}")
    await expect(page.get_by_role("log").get_by_text("You said: whales")).to_be_visible()
    await page.evaluate("sessionStorage.clear()")
    await page.goto("about:blank")
    await page.goto(f"{town.url}/#refdesk={code}")
    await expect(
        page.get_by_role("log").get_by_text("Send /website in Telegram for a new one")
    ).to_be_visible()
    await expect(page.get_by_role("log").get_by_text("You said: whales")).to_have_count(0)
    await ask(page, "bread")


async def test_a_link_opened_while_the_chat_is_open_takes_its_place(page: Page, town: Town) -> None:
    town.emulator.says(REA, "whales")
    await eventually(lambda: "You said: whales" in town.emulator.texts(REA))
    await page.goto(town.url)
    await page.get_by_role("button", name="Ask the library").click()
    await ask(page, "bread")
    code = await town.code()
    await page.evaluate(f"location.hash = 'refdesk={code}'")
    await expect(page.get_by_role("log").get_by_text("You said: whales")).to_be_visible()
    await expect(page.get_by_role("log").get_by_text("You said: bread")).to_have_count(0)
    await ask(page, "seals")


async def test_in_chinese(page: Page, town: Town) -> None:
    await page.goto(town.url)
    await page.get_by_role("button", name="Ask the library").click()
    await page.get_by_role("button", name="Switch to Chinese").click()
    await page.get_by_label("更多").click()
    await page.get_by_role("button", name="转到 Telegram 继续").click()
    await expect(page.get_by_role("link", name="在 Telegram 中打开")).to_be_focused()
    await page.screenshot(path=shot(f"widget-telegram-zh-{page.viewport_size['width']}"))  # type: ignore[index]


async def test_without_telegram_nothing_is_offered(page: Page, town: Town) -> None:
    town.made.link.username = ""  # as before Telegram answered, and without a token
    await page.goto(town.url)
    async with page.expect_response("**/api/v1/channels") as answered:
        await page.get_by_role("button", name="Ask the library").click()
    assert await (await answered.value).json() == {"telegram": False}
    await page.get_by_label("More options").click()
    await expect(page.get_by_role("button", name="Save a copy")).to_be_visible()
    await expect(page.get_by_role("button", name="Continue in Telegram")).to_have_count(0)
