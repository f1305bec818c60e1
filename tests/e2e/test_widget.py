"""The widget in a real browser: what readers see, press and hear, and what a bad network does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

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
from tests.browser import browser, served, shot, violations

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
        keep = Choice(title="Keep it", payload=f'/save{{"record_id": "{BIRDS.record_id}"}}')
        more = ChoicesPart(choices=[Choice(title="Show more", payload="/more"), keep])
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


def log(page: Page) -> Locator:
    """What was said; a hidden line beside it says what is new to screen readers."""
    return page.get_by_role("log")


async def test_holdings_choices_sources_and_markup(page: Page) -> None:
    await expect(page.get_by_text("librarians answer later")).to_be_visible()
    await ask(page, "anything about birds? <script>document.title='owned'</script>")
    card = page.get_by_role("listitem").filter(has_text="Bird sense <b>& beyond</b>").first
    await expect(card).to_contain_text("available Central Library")
    await expect(card).to_contain_text("due 12 Dec")
    assert await card.get_by_role("link").count() == 0  # a script is no address
    await expect(card.get_by_role("button", name="Save")).to_be_visible()
    await expect(page.get_by_role("button", name="Keep it")).to_have_count(0)  # on the card
    await expect(page.get_by_role("link", name="Borrowing")).to_be_visible()
    assert "owned" not in await page.title()
    await page.screenshot(path=shot(f"widget-{page.viewport_size['width']}"))  # type: ignore[index]
    await page.get_by_role("button", name="Show more").click()
    await expect(log(page).get_by_text("You said: /more")).to_be_visible()


async def test_the_conversation_survives_reload_and_page_change(page: Page) -> None:
    await ask(page, "hello")
    await expect(log(page).get_by_text("You said: hello")).to_be_visible()
    await page.reload()
    await expect(log(page).get_by_text("You said: hello")).to_be_visible()
    await page.goto(page.url + "?other=page")
    await expect(log(page).get_by_text("You said: hello")).to_be_visible()
    assert await log(page).get_by_text("You said: hello").count() == 1


async def test_keyboard_alone_is_enough(page: Page) -> None:
    await expect(page.get_by_label("Your question")).to_be_focused()
    await page.keyboard.type("hello")
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("You said: hello")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Ask the library")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("You said: hello")).to_be_visible()


async def test_a_lost_connection_loses_no_words(page: Page) -> None:
    await expect(log(page).get_by_text("Ask me for books")).to_be_visible()
    await page.route("**/messages", lambda route: route.abort())
    await ask(page, "on the train")
    await expect(log(page).get_by_text("Not sent yet")).to_be_visible()
    await page.unroute("**/messages")
    await page.get_by_role("button", name="Send again").click()
    await expect(log(page).get_by_text("You said: on the train")).to_be_visible()
    await expect(log(page).get_by_text("Not sent yet")).to_have_count(0)
    assert await log(page).get_by_text("on the train", exact=True).count() == 1


async def test_a_question_kept_shows_its_code_and_takes_an_address(page: Page) -> None:
    await ask(page, "human")
    await expect(log(page).get_by_text("Your code:")).to_be_visible()
    address = page.get_by_label("E-mail for the answer (if you like)")
    await address.fill("not an address")
    await page.get_by_role("button", name="Send it there too").click()
    await expect(log(page).get_by_text("doesn't look like an e-mail")).to_be_visible()
    await page.route("**/contact", lambda route: route.abort())
    await address.fill("reader@example.org")
    await page.get_by_role("button", name="Send it there too").click()
    await expect(log(page).get_by_text("Please try again")).to_be_visible()
    await page.unroute("**/contact")
    await page.get_by_role("button", name="Send it there too").click()
    await expect(log(page).get_by_text("The answer will go there too")).to_be_visible()


async def test_forgetting_leaves_nothing_in_the_tab(page: Page) -> None:
    await ask(page, "hello")
    await expect(log(page).get_by_text("You said: hello")).to_be_visible()
    await ask(page, "forget me")
    await expect(log(page).get_by_text("is erased")).to_be_visible()
    await page.get_by_role("button", name="Start again").click()
    await expect(log(page).get_by_text("Ask me for books")).to_be_visible()
    await expect(log(page).get_by_text("You said: hello")).to_have_count(0)


async def test_the_language_changes_with_one_press(page: Page) -> None:
    await expect(log(page).get_by_text("Ask me for books")).to_be_visible()
    await page.get_by_role("button", name="Switch to Chinese").click()
    await expect(log(page).get_by_text("接下来我用中文回答")).to_be_visible()
    await expect(page.get_by_label("您的问题")).to_be_visible()
    await page.screenshot(path=shot(f"widget-zh-{page.viewport_size['width']}"))  # type: ignore[index]


async def test_nothing_is_wider_than_a_narrow_phone(page: Page) -> None:
    await ask(page, "birds " + "w" * 300)
    await expect(log(page).get_by_text("Here is 1 of 14.")).to_be_visible()
    wider: Any = await page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    assert wider is False


async def test_axe_finds_nothing_in_the_chat(page: Page) -> None:
    await ask(page, "birds")
    await expect(log(page).get_by_text("Here is 1 of 14.")).to_be_visible()
    assert await violations(page) == []
    await page.get_by_label("More options").click()
    await page.get_by_role("button", name="I have a code").click()
    assert await violations(page) == []


async def test_the_code_of_a_question_opens_it_in_another_window(page: Page) -> None:
    await ask(page, "human")
    code = await log(page).locator(".code strong").inner_text()
    await page.evaluate("sessionStorage.clear()")
    await page.reload()
    await page.get_by_role("button", name="Ask the library").click()
    await page.get_by_label("More options").click()
    await page.get_by_role("button", name="I have a code").click()
    field = page.get_by_label("The code you were given")
    await expect(field).to_be_focused()
    await field.fill("ABCDE-FGHIJ")
    await page.keyboard.press("Enter")
    await expect(log(page).get_by_text("No question is kept under this code")).to_be_visible()
    await ask(page, f"my code is {code.lower()}")
    await expect(log(page).get_by_text(f"Your code: {code}")).to_be_visible()
    await expect(log(page).get_by_text("my code is")).to_have_count(0)


async def test_each_message_says_its_language_and_new_ones_are_told(page: Page) -> None:
    await expect(log(page).get_by_text("Ask me for books")).to_be_visible()
    told = page.locator("[aria-live=polite]")
    await expect(told).to_contain_text("Ask me for books")
    await page.get_by_role("button", name="Switch to Chinese").click()
    await expect(told).to_contain_text("接下来我用中文回答")
    messages = log(page).get_by_role("article")
    assert await messages.first.get_attribute("lang") == "en"
    assert await messages.last.get_attribute("lang") == "zh-CN"
    await page.reload()
    await expect(log(page).get_by_text("接下来我用中文回答")).to_be_visible()
    await expect(told).to_be_empty()  # what was said before is not read out again


async def test_titles_are_told_and_their_buttons_are_not(page: Page) -> None:
    await ask(page, "birds")
    told = page.locator("[aria-live=polite]")
    await expect(told).to_contain_text("1. Bird sense <b>& beyond</b>")
    await expect(told).not_to_contain_text("Cite")


async def test_escape_closes_the_menu_first_and_focus_stays_in_sight(page: Page) -> None:
    menu = page.get_by_label("More options")
    await menu.click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Save a copy")).to_be_hidden()
    await expect(menu).to_be_focused()
    await menu.click()
    await page.get_by_label("Your question").click()
    await expect(page.get_by_role("button", name="Save a copy")).to_be_hidden()
    await page.get_by_role("button", name="Send").focus()
    await page.keyboard.press("Tab")
    inside = await page.evaluate("document.activeElement.localName")
    covers = page.viewport_size["width"] < 520  # type: ignore[index]
    assert (inside == "refdesk-chat") is covers


async def test_an_opinion_that_does_not_get_through_can_be_given_again(page: Page) -> None:
    await ask(page, "hello")
    await page.route("**/feedback", lambda route: route.abort())
    await page.get_by_role("button", name="Yes", exact=True).click()
    await expect(log(page).get_by_text("That did not go through")).to_be_visible()
    await page.unroute("**/feedback")
    await page.get_by_role("button", name="Yes", exact=True).click()
    await expect(log(page).get_by_text("Thank you for telling us")).to_be_focused()


async def test_addresses_can_be_pressed_and_right_to_left_stays_so(page: Page) -> None:
    await ask(page, "see (https://x.example/a?b=1), please")
    link = log(page).get_by_role("link").first
    await expect(link).to_have_attribute("href", "https://x.example/a?b=1")
    await ask(page, "سلام")
    line = log(page).get_by_text("سلام", exact=True)
    await expect(line).to_have_css("direction", "rtl")


async def test_a_chat_that_could_not_begin_begins_by_itself(site: Site) -> None:
    async with browser() as chromium:
        page = await chromium.new_page(locale="en-GB")
        await page.route("**/status", lambda route: route.abort())
        await page.goto(site.url)
        await page.get_by_role("button", name="Ask the library").click()
        await expect(page.get_by_text("The connection is gone")).to_be_visible()
        await ask(page, "hello")
        await expect(log(page).get_by_text("Not sent yet")).to_be_visible()
        await page.unroute("**/status")
        await page.get_by_role("button", name="Send again").click()
        await expect(log(page).get_by_text("You said: hello")).to_be_visible()
        await expect(page.get_by_text("The connection is gone")).to_have_count(0)
        first = log(page).get_by_role("article").first
        await expect(first).to_contain_text("Ask me for books")


async def test_the_size_of_the_pages_own_text_does_not_change_the_chat(page: Page) -> None:
    size = "line => parseFloat(getComputedStyle(line).fontSize)"
    before = await page.get_by_text("librarians answer later").evaluate(size)
    await page.add_style_tag(content="html { font-size: 62.5% }")
    assert await page.get_by_text("librarians answer later").evaluate(size) == before > 13


async def test_the_whole_conversation_is_printed(page: Page) -> None:
    for text in ("birds", "birds again"):
        await ask(page, text)
    await expect(log(page).get_by_text("Here is 1 of 14.")).to_have_count(2)
    await page.emulate_media(media="print")
    await expect(page.get_by_label("Your question")).to_be_hidden()
    cut = await log(page).evaluate("log => log.scrollHeight > log.clientHeight")
    assert cut is False


async def test_the_chat_works_over_plain_http(site: Site) -> None:
    """Some of the browser's functions are missing there; on localhost they are not."""
    async with browser("--host-resolver-rules=MAP library.test 127.0.0.1") as chromium:
        page = await chromium.new_page(locale="en-GB")
        await page.goto(site.url.replace("127.0.0.1", "library.test"))
        assert not await page.evaluate("isSecureContext")
        await page.get_by_role("button", name="Ask the library").click()
        await ask(page, "anything about birds?")
        await expect(log(page).get_by_text("Here is 1 of 14.")).to_be_visible()


async def test_the_chat_works_where_the_browser_keeps_nothing(site: Site) -> None:
    refuses = "get() { throw new DOMException('denied', 'SecurityError') }"
    async with browser() as chromium:
        page = await chromium.new_page(locale="en-GB")
        await page.add_init_script(
            f"Object.defineProperty(window, 'sessionStorage', {{ {refuses} }})"
        )
        await page.goto(site.url)
        await page.get_by_role("button", name="Ask the library").click()
        await ask(page, "anything about birds?")
        await expect(log(page).get_by_text("Here is 1 of 14.")).to_be_visible()


async def test_without_javascript_the_page_says_how_to_ask(site: Site) -> None:
    async with browser() as chromium:
        page = await chromium.new_page(java_script_enabled=False)
        await page.goto(site.url)
        await expect(page.get_by_role("link", name="ask@alderbrook.example").first).to_be_visible()
