"""The desk in a real browser: a first day at it, every page, both colour schemes, bad luck."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from playwright.async_api import BrowserContext, expect

from assistant.store import Database
from assistant.store.tables import SessionRow
from connectors.desk.service import Console
from tests.browser import shot, violations
from tests.e2e.desk_app import PASSWORD, fail_delivery, talk
from tests.e2e.desk_window import (  # noqa: F401 - fixtures
    base_fixture,
    console_fixture,
    context_fixture,
    enter,
    row,
)

pytestmark = pytest.mark.browser
PAGES = ("", "/replies", "/reports", "/review", "/knowledge", "/knowledge/new", "/needs")
PAGES += ("/team", "/audit", "/account", "/password", "/follow-ups", "/outbox")


async def test_a_first_day_takes_answers_and_closes_in_under_a_minute(
    context: BrowserContext, base: str
) -> None:
    page = await enter(context, base)
    reader = await talk(base, "do you have anything about how birds navigate", "I want a person")
    began = time.monotonic()
    waiting = row(page, "how birds navigate")
    await expect(waiting).to_contain_text("waiting")
    await page.get_by_role("button", name=re.compile("^Waiting")).click()
    await page.screenshot(path=shot("desk-1-waiting"))
    await waiting.click()
    await expect(page.locator(".wants")).to_have_text(
        "do you have anything about how birds navigate"
    )
    await page.screenshot(path=shot("desk-2-open"))
    await page.get_by_role("button", name="Take it and answer").click()
    await expect(page.locator("#reply")).to_be_focused()
    await page.keyboard.type("Hello! These two are the best to begin with.")
    await page.get_by_role("tab", name="Holdings").click()
    await page.get_by_label("Search the holdings").fill("homing")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Insert The homing instinct").click()
    await page.screenshot(path=shot("desk-3-answering"))
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".bubble.librarian")).to_contain_text("The homing instinct")
    heard = await reader.heard()
    assert heard["owner"] == "librarian"
    assert [p["type"] for p in heard["messages"][-1]["parts"]] == ["text", "holdings"]
    await reader.say("Thank you, that is it")
    await expect(page.locator(".log")).to_contain_text("Thank you, that is it")
    await page.screenshot(path=shot("desk-4-answered"))
    await page.get_by_role("button", name="Close", exact=True).click()
    await expect(page.get_by_role("dialog")).to_contain_text("READ level")
    await page.screenshot(path=shot("desk-5-closing"))
    await page.keyboard.press("Enter")
    await expect(page.locator(".talk")).to_contain_text("Nothing open")
    assert time.monotonic() - began < 60
    await page.get_by_role("button", name=re.compile("^Closed")).click()
    await row(page, "how birds navigate").click()
    await expect(page.locator(".log")).to_contain_text("Closed by Ada: answered · READ 3 · topic")
    await page.screenshot(path=shot("desk-6-closed"))


async def test_everything_by_keyboard(context: BrowserContext, base: str) -> None:
    reader = await talk(base, "how birds navigate", "I want a person")
    page = await enter(context, base)
    await expect(row(page, "birds")).to_be_visible()
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_contain_text("Hand back to the assistant")
    await page.screenshot(path=shot("desk-keys"))
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    for key in "jt":
        await page.keyboard.press(key)
        await expect(page.locator(".talk h2")).to_contain_text("birds")
    await expect(page.locator("#reply")).to_be_focused()
    await page.keyboard.type("Hello from the keyboard")
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble.librarian")).to_contain_text("Hello from the keyboard")
    await page.keyboard.press("Escape")
    await page.keyboard.press("n")
    await page.keyboard.type("wants maps too")
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble.note")).to_contain_text("wants maps too")
    await page.keyboard.press("Escape")
    await page.keyboard.press("l")
    await page.keyboard.type("maps")
    await page.keyboard.press("Enter")
    await expect(page.locator(".labels .chip")).to_contain_text("maps")
    await page.keyboard.press("Escape")
    await page.keyboard.press("f")
    await page.keyboard.type("history")  # each letter would be a key if the field had no focus
    await expect(page.locator("#find")).to_have_value("history")
    await page.keyboard.press("Escape")
    await page.keyboard.press("s")
    await expect(page.get_by_role("dialog")).to_contain_text("Snooze")
    await page.keyboard.press("Escape")
    await page.keyboard.press("h")
    await expect(page.locator(".talk .meta").first).to_contain_text("with the assistant")
    await page.keyboard.press("t")
    await expect(page.locator("#reply")).to_be_focused()
    await page.keyboard.press("Escape")
    await page.keyboard.press("c")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await page.keyboard.press("Enter")
    await expect(page.locator(".welcome")).to_be_visible()
    assert "maps too" not in str(await reader.heard())


async def test_two_windows_stay_true_without_reloading(context: BrowserContext, base: str) -> None:
    ada = await enter(context, base)
    other = await context.browser.new_context()  # type: ignore[union-attr]
    grace = await enter(other, base, "grace")
    reader = await talk(base, "about the castle", "I want a person")
    for page in (ada, grace):
        await page.get_by_role("button", name=re.compile("^All")).click()
        await row(page, "the castle").click()
    await ada.get_by_role("button", name="Take it and answer").click()
    await expect(grace.locator(".composer")).to_contain_text("Ada has this conversation.")
    await ada.locator("#reply").fill("one moment")
    await reader.types()
    await expect(ada.locator(".typing")).to_have_text("The reader is writing…")
    await ada.keyboard.press("Enter")
    await expect(grace.locator(".bubble.librarian")).to_contain_text("one moment")
    await reader.erase()
    await expect(grace.locator("#told")).to_contain_text("erased this conversation")


async def test_a_session_that_ends_in_mid_reply_keeps_the_text(
    context: BrowserContext, base: str, sqlite: Database
) -> None:
    reader = await talk(base, "about the castle", "I want a person")
    page = await enter(context, base)
    await row(page, "the castle").click()
    await page.get_by_role("button", name="Take it and answer").click()
    await page.locator("#reply").fill("A long answer, written with care")
    with sqlite.session() as session:
        session.query(SessionRow).delete()
    await page.locator("#reply").press("Enter")
    await expect(page.locator("#banner")).to_contain_text("Your session has ended")
    await page.screenshot(path=shot("desk-session-ended"))
    await page.get_by_role("link", name="Sign in again").click()
    await page.get_by_label("Sign-in name").fill("ada")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator("#reply")).to_have_value("A long answer, written with care")
    await page.locator("#reply").press("Enter")
    await expect(page.locator(".bubble.librarian")).to_contain_text("written with care")
    assert str(await reader.heard()).count("written with care") == 1


async def test_a_lost_connection_says_so_and_catches_up(
    context: BrowserContext, base: str, console: tuple[Any, Console]
) -> None:
    reader = await talk(base, "about the castle")
    page = await enter(context, base)
    await row(page, "the castle").click()
    await expect(page.locator(".log")).to_contain_text("about the castle")
    await context.set_offline(True)
    console[1].hub.end()
    await expect(page.locator("#banner")).to_contain_text("The connection is gone")
    await reader.say("are you there?")
    await context.set_offline(False)
    await expect(page.locator("#banner")).to_be_hidden(timeout=15000)
    await expect(page.locator(".log")).to_contain_text("are you there?")


async def test_markup_is_text_everywhere(context: BrowserContext, base: str) -> None:
    evil = "<img src=x onerror=document.title='owned'><b>bold</b>"
    await talk(base, "\u202eevil text", evil, "I want a person")
    page = await enter(context, base)
    await row(page, "onerror").click()
    await page.get_by_role("button", name="Take it and answer").click()
    await page.locator("#reply").fill(f"{evil} back")
    await page.keyboard.press("Enter")
    await expect(page.locator(".bubble.librarian")).to_contain_text("<b>bold</b> back")
    assert await page.locator(".log img, .log b, .row img, .side img").count() == 0
    assert "owned" not in await page.title()


async def test_search_filter_and_a_saved_view(context: BrowserContext, base: str) -> None:
    await talk(base, "三体在哪个馆", language="zh")
    await talk(base, "opening hours on Sunday")
    await talk(base, "something about the moon")
    page = await enter(context, base)
    await expect(page.locator(".row")).to_have_count(3)
    await page.keyboard.press("/")
    await expect(page.get_by_label("Search everything said")).to_be_focused()
    await page.keyboard.type("三体")
    await expect(page.locator(".row")).to_have_count(1)
    await expect(row(page, "三体")).to_be_visible()
    await page.get_by_label("Search everything said").fill("nobody said this")
    await expect(page.locator(".empty")).to_have_text("Nothing was said like that.")
    await page.get_by_label("Search everything said").fill("")
    await page.get_by_role("button", name="Filter").click()
    await page.get_by_label("Language").select_option("zh")
    await page.get_by_label("Save as a view called").fill("Chinese")
    await page.screenshot(path=shot("desk-filter"))
    await page.get_by_role("button", name="Show", exact=True).click()
    await expect(page.locator(".row")).to_have_count(1)
    await page.get_by_role("button", name=re.compile("^All")).click()
    await expect(page.locator(".row")).to_have_count(3)
    await page.get_by_role("button", name="Chinese", exact=True).click()
    await expect(page.locator(".row")).to_have_count(1)


async def fill(base: str, database: Database) -> None:
    """A little of everything, so that each page has something to show."""
    texts = (
        ("do you have anything about how birds navigate", "I want a person"),
        ("something about the dark side of the moon",),
        ("are you open on Sunday?",),
    )
    for one in texts:
        await talk(base, *one)
    await talk(base, "我想找人", language="zh")
    fail_delivery(database, (await talk(base, "my phone <b>died</b>", "I want a person")).id)


@pytest.mark.parametrize("context", ["light", "dark"], indirect=True)
async def test_axe_finds_nothing_on_any_page(
    context: BrowserContext, base: str, sqlite: Database, request: pytest.FixtureRequest
) -> None:
    scheme = request.node.callspec.params["context"]
    page = await context.new_page()
    await page.goto(f"{base}/desk/sign-in")
    found = await violations(page)
    page = await enter(context, base, "root")
    await fill(base, sqlite)
    for path in PAGES:
        await page.goto(f"{base}/desk{path}")
        await page.wait_for_load_state("load")
        await page.screenshot(
            path=shot(f"desk-page-{scheme}{path.replace('/', '-')}"), full_page=True
        )
        found += await violations(page)
    await page.goto(f"{base}/desk")
    await row(page, "how birds navigate").click()
    await page.locator(".understood summary").first.click()
    found += await violations(page)
    await page.get_by_role("button", name="Take it and answer").click()
    await page.get_by_role("tab", name="Holdings").click()
    await page.get_by_label("Search the holdings").fill("bird")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Insert Bird sense").click()
    await page.get_by_role("button", name="Note", exact=True).click()
    found += await violations(page)
    await page.screenshot(path=shot(f"desk-conversation-{scheme}"))
    await page.get_by_role("button", name=re.compile("^All")).click()
    for key in "psxc?":
        await page.locator(".row[aria-current=true]").focus()
        await page.keyboard.press(key)
        await expect(page.get_by_role("dialog")).to_be_visible()
        found += await violations(page)
        await page.screenshot(path=shot(f"desk-dialog-{scheme}-{ord(key)}"))
        await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    assert not found, "\n".join(found)


async def test_at_320_pixels_nothing_is_cut_off(
    context: BrowserContext, base: str, sqlite: Database
) -> None:
    await fill(base, sqlite)
    page = await enter(context, base, "root")
    await page.set_viewport_size({"width": 320, "height": 640})
    for path in PAGES:
        await page.goto(f"{base}/desk{path}")
        await expect(page.locator(".badge")).to_have_count(1)  # drawn a moment after the page
        wide = await page.evaluate("document.documentElement.scrollWidth")
        await page.screenshot(path=shot(f"desk-320{path.replace('/', '-')}"))
        assert wide <= 320, f"{path} is {wide} wide"
    await page.goto(f"{base}/desk")
    await row(page, "how birds navigate").click()
    await page.get_by_role("button", name="Take it and answer").click()
    await page.locator("#reply").fill("On a phone")
    await page.screenshot(path=shot("desk-320-conversation"))
    await page.get_by_role("button", name="Send").click()
    await expect(page.locator(".bubble.librarian")).to_contain_text("On a phone")
    await page.get_by_role("button", name="Briefing").click()
    await expect(page.locator(".wants")).to_be_visible()
    await page.screenshot(path=shot("desk-320-beside"))
    await page.get_by_role("button", name="Close the briefing").click()
    await page.get_by_role("button", name="Back to the list").click()
    await expect(page.locator(".list")).to_be_visible()


async def test_a_new_librarian_comes_by_a_link(context: BrowserContext, base: str) -> None:
    page = await enter(context, base, "root", "/team")
    await page.get_by_label("Name that readers see").fill("Lin")
    await page.get_by_label("Sign-in name").fill("lin")
    await page.get_by_role("button", name="Make a link").click()
    link = await page.locator("code.key").inner_text()
    await page.screenshot(path=shot("desk-team-link"), full_page=True)
    other = await context.browser.new_context()  # type: ignore[union-attr]
    fresh = await other.new_page()
    await fresh.goto(link)
    await fresh.get_by_label(re.compile("^Password")).fill("words of my own")
    await fresh.get_by_label("The same once more").fill("words of my own")
    await fresh.get_by_role("button", name="Make my account").click()
    await fresh.get_by_label("Password", exact=True).fill("words of my own")
    await fresh.get_by_role("button", name="Sign in").click()
    await expect(fresh.locator("#presence")).to_have_text("Online")


async def test_reader_and_librarian_in_one_conversation(context: BrowserContext, base: str) -> None:
    desk = await enter(context, base)
    reader = await context.new_page()
    await reader.goto(f"{base}/")
    await reader.get_by_role("button", name="Ask the library").click()
    question = reader.get_by_label("Your question")
    for text in ("how birds navigate", "I want a person"):
        await question.fill(text)
        await question.press("Enter")
    await expect(reader.get_by_role("log").get_by_text("You're next.")).to_be_visible()
    await expect(reader.get_by_text("You are in line for a librarian")).to_be_visible()
    await row(desk, "how birds navigate").click()
    await desk.get_by_role("button", name="Take it and answer").click()
    await expect(reader.get_by_role("log").get_by_text("Ada has joined you.")).to_be_visible()
    await expect(reader.get_by_text("Ada is with you")).to_be_visible()
    await expect(reader.get_by_role("button", name="Stop waiting")).to_be_hidden()
    await desk.locator("#reply").press_sequentially("Hel")
    await expect(reader.get_by_text("The librarian is writing…")).to_be_visible()
    await question.press_sequentially("Oh")
    await expect(desk.locator(".typing")).to_have_text("The reader is writing…")
    await desk.locator("#reply").fill("Hello, Ada here. What have you read so far?")
    await desk.locator("#reply").press("Enter")
    await expect(
        reader.get_by_role("log").get_by_text("What have you read so far?")
    ).to_be_visible()
    await question.fill("Only Bird sense")
    await question.press("Enter")
    await expect(desk.locator(".log")).to_contain_text("Only Bird sense")
    await desk.screenshot(path=shot("desk-both-desk"))
    await reader.screenshot(path=shot("desk-both-reader"))
    await desk.get_by_role("button", name="Hand back").click()
    await expect(reader.get_by_role("log").get_by_text("handed you back to me")).to_be_visible()
    await question.fill("and now?")
    await question.press("Enter")
    await expect(reader.get_by_role("log").get_by_text("You said: and now?")).to_be_visible()
