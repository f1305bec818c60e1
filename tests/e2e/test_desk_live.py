"""While things happen, nothing that a librarian does is taken from their hands; and what is owed."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, Route, expect

from assistant.desk.outbox import ChannelLink
from assistant.store import Database
from assistant.store.tables import SessionRow
from connectors.desk.service import Console
from tests.browser import shot
from tests.e2e.desk_app import PASSWORD, Reader, Window, fail_delivery, talk
from tests.e2e.desk_window import (  # noqa: F401 - fixtures
    base_fixture,
    console_fixture,
    context_fixture,
    enter,
    row,
)

pytestmark = pytest.mark.browser


async def act(page: Page, id_: str, path: str) -> None:
    """An act of this very window that is not clicked: through the page's own module."""
    call = "async ([id, path]) => (await import('/desk/static/api.js')).post(`/conversations/${id}/${path}`)"
    await page.evaluate(call, [id_, path])


async def opened(context: BrowserContext, base: str, *texts: str) -> tuple[Page, Reader]:
    """A conversation that waits, open in Ada's window."""
    reader = await talk(base, *(texts or ("about the castle",)), "I want a person")
    page = await enter(context, base)
    await row(page, (texts or ("the castle",))[0]).click()
    await expect(page.get_by_role("button", name="Take it and answer")).to_be_visible()
    return page, reader


async def keep(page: Page, selector: str) -> None:
    await page.evaluate("(one) => { window.kept = document.querySelector(one) }", selector)


async def is_kept(page: Page, selector: str) -> bool:
    """Whether it is still the same element, so that a caret and a half-written word live on."""
    same = await page.evaluate("(one) => window.kept === document.querySelector(one)", selector)
    return bool(same)


async def test_a_search_half_typed_outlives_a_change_of_owner(
    context: BrowserContext, base: str
) -> None:
    page, reader = await opened(context, base)
    await page.get_by_role("tab", name="Holdings").click()
    await page.locator("#find").focus()
    await page.keyboard.type("hming")
    await page.keyboard.press("Home")
    await page.keyboard.press("ArrowRight")
    await keep(page, "#find")
    await act(page, reader.id, "take")
    await expect(page.get_by_role("button", name="Hand back")).to_be_visible()
    await page.keyboard.type("o")
    await expect(page.locator("#find")).to_have_value("homing")
    assert await is_kept(page, "#find")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Insert The homing instinct").click()
    await act(page, reader.id, "hand-back")
    await expect(page.locator(".side")).to_contain_text("Take the conversation to insert")
    await expect(page.locator("#find")).to_have_value("homing")


async def test_a_label_half_typed_outlives_what_others_do(
    context: BrowserContext, base: str
) -> None:
    page, reader = await opened(context, base)
    await page.locator("#label").press_sequentially("ma")
    grace = await Window.open(base, "grace")
    await grace.post(f"/conversations/{reader.id}/take")
    await expect(page.locator(".composer")).to_contain_text("Grace has this conversation.")
    await reader.say("and one more thing")
    await expect(page.locator(".side")).to_contain_text("and one more thing")
    await page.keyboard.type("ps")
    await page.keyboard.press("Enter")
    await expect(page.locator(".labels .chip")).to_contain_text("maps")
    await expect(page.locator("#label")).to_have_value("")
    await grace.leave()


async def test_a_note_half_written_outlives_what_others_do(
    context: BrowserContext, base: str
) -> None:
    page, reader = await opened(context, base)
    await page.get_by_role("button", name="Note", exact=True).click()
    await page.keyboard.type("wants maps")
    for _ in range(4):
        await page.keyboard.press("ArrowLeft")
    await keep(page, "#reply")
    grace = await Window.open(base, "grace")
    await grace.post(f"/conversations/{reader.id}/take")
    await expect(page.locator(".talk .meta").first).to_contain_text("Grace has it")
    await page.keyboard.type("old ")
    await expect(page.locator("#reply")).to_have_value("wants old maps")
    assert await is_kept(page, "#reply")
    await grace.leave()


async def test_a_click_on_its_way_arrives(context: BrowserContext, base: str) -> None:
    """The list and the acts may change between pressing and letting go."""
    reader = await talk(base, "about the castle", "I want a person")
    page = await enter(context, base)
    await row(page, "the castle").hover()
    await page.mouse.down()
    await reader.say("are you there?")
    await expect(row(page, "the castle")).to_contain_text("are you there?")
    await page.mouse.up()
    take = page.locator(".talk header").get_by_role("button", name="Take")
    await take.hover()
    await page.mouse.down()
    grace = await Window.open(base, "grace")
    await grace.post(f"/conversations/{reader.id}/snooze", {"until": "2099-01-01T00:00:00Z"})
    await reader.say("hello?")
    await expect(page.locator(".log")).to_contain_text("hello?")
    await page.mouse.up()
    await expect(page.locator("#reply")).to_be_focused()
    await grace.leave()


async def test_the_log_stays_where_it_is_read_and_follows_at_its_end(
    context: BrowserContext, base: str
) -> None:
    page, reader = await opened(context, base)
    for number in range(12):
        await reader.say(f"a thought of several words, number {number}\n" * 4)
    await expect(page.locator(".log")).to_contain_text("number 11")
    rest = "document.querySelector('.log').scrollHeight - document.querySelector('.log').scrollTop - document.querySelector('.log').clientHeight"
    await page.wait_for_timeout(1200)  # what was understood is drawn a moment later
    assert await page.evaluate(rest) < 2
    await page.get_by_role("button", name="Take it and answer").click()
    await expect(page.locator(".log")).to_contain_text("Ada has joined you")
    await page.wait_for_timeout(1200)
    assert await page.evaluate(rest) < 2
    await page.evaluate("document.querySelector('.log').scrollTop = 300")
    await reader.say("the newest")
    await expect(page.locator(".log")).to_contain_text("the newest")
    await page.wait_for_timeout(1200)
    assert await page.evaluate("document.querySelector('.log').scrollTop") == 300


async def test_what_is_typed_while_a_reply_is_on_its_way_stays(
    context: BrowserContext, base: str
) -> None:
    page, reader = await opened(context, base)
    await page.get_by_role("button", name="Take it and answer").click()
    go = asyncio.Event()

    async def later(route: Route) -> None:
        await go.wait()
        await route.continue_()

    await page.route("**/reply", later)
    await expect(page.locator("#reply")).to_be_focused()
    await page.keyboard.type("The first thing.")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")  # twice is once
    await page.keyboard.type(" And then")
    go.set()
    await expect(page.locator(".bubble.librarian")).to_contain_text("The first thing.")
    await expect(page.locator("#reply")).to_have_value("And then")
    assert str(await reader.heard()).count("The first thing.") == 1


async def test_records_chosen_outlive_a_session_and_another_conversation(
    context: BrowserContext, base: str, sqlite: Database
) -> None:
    await talk(base, "about the moon")
    page, reader = await opened(context, base)
    await page.get_by_role("button", name="Take it and answer").click()
    await page.locator("#reply").fill("These two:")
    await page.get_by_role("tab", name="Holdings").click()
    await page.get_by_label("Search the holdings").fill("bird")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Insert Bird sense").click()
    await page.get_by_role("button", name=re.compile("^All")).click()
    await row(page, "the moon").click()
    await expect(page.locator(".talk h2")).to_contain_text("the moon")
    await row(page, "the castle").click()
    await expect(page.locator(".chosen")).to_contain_text("Bird sense")
    with sqlite.session() as session:
        session.query(SessionRow).delete()
    await page.get_by_role("button", name="Send").click()
    await page.get_by_role("link", name="Sign in again").click()
    await page.get_by_label("Sign-in name").fill("ada")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator(".chosen")).to_contain_text("Bird sense")
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".bubble.librarian .record")).to_contain_text("Bird sense")
    await expect(page.locator(".chosen button")).to_have_count(0)
    assert str(await reader.heard()).count("These two:") == 1


async def test_an_act_after_the_session_ended_leads_to_the_sign_in(
    context: BrowserContext, base: str, sqlite: Database
) -> None:
    page, _ = await opened(context, base)
    with sqlite.session() as session:
        session.query(SessionRow).delete()
    await page.get_by_role("button", name="Take it and answer").click()
    await expect(page.get_by_role("link", name="Sign in again")).to_be_visible()
    await page.wait_for_timeout(1000)
    await expect(page.get_by_role("link", name="Sign in again")).to_be_visible()


async def test_holdings_that_do_not_answer_are_told_in_words(
    context: BrowserContext, base: str, console: tuple[Any, Console]
) -> None:
    page, _ = await opened(context, base, "about birds")
    await page.get_by_role("button", name="Take it and answer").click()
    await page.get_by_role("tab", name="Holdings").click()
    console[1].holdings.down = True  # type: ignore[attr-defined]
    await page.get_by_label("Search the holdings").fill("bird")
    await page.keyboard.press("Enter")
    await expect(page.locator(".panel .bad")).to_contain_text("told not to answer")
    console[1].holdings.down = False  # type: ignore[attr-defined]
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Insert Bird sense").click()
    console[1].holdings.down = True  # type: ignore[attr-defined]
    await page.locator("#reply").fill("Have a look at this")
    await page.keyboard.press("Enter")
    await expect(page.locator(".composer .bad")).to_contain_text("Without the records they can go")
    await page.get_by_role("button", name="Leave out Bird sense").click()
    await page.locator("#reply").press("Enter")
    await expect(page.locator(".bubble.librarian")).to_contain_text("Have a look at this")


async def test_dead_letters_and_a_silent_telegram_are_seen(
    context: BrowserContext, base: str, console: tuple[Any, Console], sqlite: Database
) -> None:
    reader = await talk(base, "about the castle", "I want a person")
    fail_delivery(sqlite, reader.id)
    console[1].deliveries.links = lambda: [ChannelLink("telegram", "down", "Bad Gateway")]
    page = await enter(context, base, "root")
    await expect(page.locator("#trouble")).to_contain_text("Telegram cannot be reached")
    await expect(page.locator(".badge")).to_contain_text("1")
    await row(page, "the castle").click()
    await expect(page.locator(".log")).to_contain_text("This did not reach the reader.")
    await page.screenshot(path=shot("desk-trouble"))
    await page.get_by_role("link", name="Look at the outbox").click()
    await expect(page.locator(".page")).to_contain_text("The reader has blocked the bot")
    await page.screenshot(path=shot("desk-outbox"), full_page=True)
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".page")).to_contain_text("1 waiting to be sent")
    await expect(page.locator(".badge")).to_have_count(0)


async def test_a_follow_up_is_found_put_off_and_answered(
    context: BrowserContext, base: str
) -> None:
    await talk(base, "about the castle", "I want a person")
    page = await enter(context, base, path="/follow-ups")
    await page.get_by_label("Promise it by").fill("2099-12-24")
    await page.get_by_role("button", name="Keep the new day").click()
    await expect(page.locator(".page")).to_contain_text("24 Dec 2099")
    await page.screenshot(path=shot("desk-follow-ups"))
    await page.get_by_role("link", name="Answer: about the castle").click()
    await expect(page.locator(".side")).to_contain_text("24 Dec")
    await page.get_by_role("button", name="Take it and answer").click()
    await expect(page.locator("#reply")).to_be_focused()
