"""The widget in a real browser: what readers see, press and hear, and what a bad network does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.async_api import Page, expect

from assistant.care import Care
from assistant.conversation import Conversations
from assistant.events import Broker
from assistant.library import load_library
from assistant.model import (
    Choice,
    ChoicesPart,
    CitationPart,
    Copy,
    EngineReply,
    HoldingsPart,
    HoldingsQuery,
    Item,
    Language,
    Said,
    Source,
    SourcesPart,
    TextPart,
)
from assistant.settings import PACKAGED_LIBRARY
from assistant.store import Database
from assistant.twins import EchoEngine, SteppingClock
from connectors.web.app import create_app
from connectors.web.service import Web
from tests.browser import browser, served, shot

pytestmark = pytest.mark.browser

BIRDS = Item(
    record_id="r1",
    title="Bird sense <b>& beyond</b>",
    authors=["Birkhead, Tim"],
    year=2012,
    language="eng",
    format="book",
    call_number="598.15 BIR",
    isbn=[],
    url="javascript:alert(1)",
    summary="How birds see, hear, smell and feel the earth's magnetism.",
    why="Chapter: Magnetic sense",
    copies=[
        Copy(
            branch="Central Library",
            shelf="Non-fiction",
            call_number="598.15 BIR",
            status="available",
            checked_at=datetime(2026, 11, 24, tzinfo=UTC),
        ),
        Copy(
            branch="East Branch",
            shelf="Non-fiction",
            call_number="598.15 BIR",
            status="on_loan",
            due=date(2026, 12, 12),
            checked_at=datetime(2026, 11, 24, tzinfo=UTC),
        ),
    ],
)


class BirdEngine(EchoEngine):
    """The echo, which also knows one book."""

    async def turn(
        self, conversation_id: str, said: Said, language: Language | None
    ) -> EngineReply:
        reply = await super().turn(conversation_id, said, language)
        if "bird" not in (said.text or ""):
            return reply
        found = HoldingsPart(query=HoldingsQuery(text="birds"), total=14, items=[BIRDS])
        more = ChoicesPart(choices=[Choice(title="Show more", payload="/more")])
        source = SourcesPart(sources=[Source(title="Borrowing", id="b", url="https://x.example")])
        cite = CitationPart(style="apa", text="Birkhead, T. (2012). Bird sense.")
        return EngineReply(
            messages=[[TextPart(text="Here is 1 of 14."), found, more], [source, cite]],
            understood=reply.understood,
        )


class Site:
    """A served chat, and the service behind it."""

    def __init__(self, url: str, service: Conversations) -> None:
        self.url = url
        self.service = service


@pytest.fixture
def site(sqlite: Database) -> Iterator[Site]:
    service = Conversations(
        sqlite, BirdEngine(), Broker(), SteppingClock(), lambda at, lang: "none"
    )

    async def ready() -> dict[str, bool]:
        return {"store": True}

    web = Web(service, Care(sqlite, service.clock), load_library(PACKAGED_LIBRARY), ready)
    with served(create_app(web, origins=(), messages_per_minute=100)) as url:
        yield Site(url, service)


@pytest.fixture(params=[(1100, 800, "light"), (320, 640, "dark")], ids=["desktop", "phone-dark"])
async def page(request: pytest.FixtureRequest, site: Site) -> AsyncIterator[Page]:
    width, height, scheme = request.param
    async with browser() as chromium:
        page = await chromium.new_page(
            viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-GB"
        )
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        await page.goto(site.url)
        await page.get_by_role("button", name="Ask the library").click()
        yield page
        assert problems == []


async def ask(page: Page, text: str) -> None:
    await page.get_by_label("Your question").fill(text)
    await page.keyboard.press("Enter")


async def test_holdings_choices_sources_and_markup(page: Page) -> None:
    await expect(page.get_by_text("librarians answer later")).to_be_visible()
    await ask(page, "anything about birds? <script>document.title='owned'</script>")
    card = page.get_by_role("listitem").filter(has_text="Bird sense <b>& beyond</b>").first
    await expect(card).to_contain_text("available Central Library")
    await expect(card).to_contain_text("due 12 Dec")
    assert await card.get_by_role("link").count() == 0  # a script is no address
    await expect(page.get_by_role("link", name="Borrowing")).to_be_visible()
    assert "owned" not in await page.title()
    await page.screenshot(path=shot(f"widget-{page.viewport_size['width']}"))  # type: ignore[index]
    await page.get_by_role("button", name="Show more").click()
    await expect(page.get_by_text("You said: /more")).to_be_visible()


async def test_the_conversation_survives_reload_and_page_change(page: Page) -> None:
    await ask(page, "hello")
    await expect(page.get_by_text("You said: hello")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("You said: hello")).to_be_visible()
    await page.goto(page.url + "?other=page")
    await expect(page.get_by_text("You said: hello")).to_be_visible()
    assert await page.get_by_text("You said: hello").count() == 1


async def test_keyboard_alone_is_enough(page: Page) -> None:
    await expect(page.get_by_label("Your question")).to_be_focused()
    await page.keyboard.type("hello")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("You said: hello")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Ask the library")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("You said: hello")).to_be_visible()


async def test_a_lost_connection_loses_no_words(page: Page) -> None:
    await expect(page.get_by_text("Ask me for books")).to_be_visible()
    await page.route("**/messages", lambda route: route.abort())
    await ask(page, "on the train")
    await expect(page.get_by_text("Not sent yet")).to_be_visible()
    await page.unroute("**/messages")
    await page.get_by_role("button", name="Send again").click()
    await expect(page.get_by_text("You said: on the train")).to_be_visible()
    await expect(page.get_by_text("Not sent yet")).to_have_count(0)
    assert await page.get_by_text("on the train", exact=True).count() == 1


async def test_a_question_kept_shows_its_code_and_takes_an_address(page: Page) -> None:
    await ask(page, "human")
    await expect(page.get_by_text("Your code:")).to_be_visible()
    address = page.get_by_label("E-mail for the answer (if you like)")
    await address.fill("not an address")
    await page.get_by_role("button", name="Keep it").click()
    await expect(page.get_by_text("doesn't look like an e-mail")).to_be_visible()
    await address.fill("reader@example.org")
    await page.get_by_role("button", name="Keep it").click()
    await expect(page.get_by_text("The answer will go there too")).to_be_visible()


async def test_forgetting_leaves_nothing_in_the_tab(page: Page) -> None:
    await ask(page, "hello")
    await expect(page.get_by_text("You said: hello")).to_be_visible()
    await ask(page, "forget me")
    await expect(page.get_by_text("is erased")).to_be_visible()
    await page.get_by_role("button", name="Start again").click()
    await expect(page.get_by_text("Ask me for books")).to_be_visible()
    await expect(page.get_by_text("You said: hello")).to_have_count(0)


async def test_the_language_changes_with_one_press(page: Page) -> None:
    await expect(page.get_by_text("Ask me for books")).to_be_visible()
    await page.get_by_role("button", name="Switch to Chinese").click()
    await expect(page.get_by_text("接下来我用中文回答")).to_be_visible()
    await expect(page.get_by_label("您的问题")).to_be_visible()
    await page.screenshot(path=shot(f"widget-zh-{page.viewport_size['width']}"))  # type: ignore[index]


async def test_nothing_is_wider_than_a_narrow_phone(page: Page) -> None:
    await ask(page, "birds " + "w" * 300)
    await expect(page.get_by_text("Here is 1 of 14.")).to_be_visible()
    wider: Any = await page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    assert wider is False
