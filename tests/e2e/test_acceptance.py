"""What the product promises, by its real users' hands: a reader and a librarian in two browsers."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from tests.browser import browser, shot
from tests.e2e.conftest import Stack

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ENGLISH = [
    ("do you have anything about how birds navigate", "598.15"),
    ("something like Pride and Prejudice but funny", "available"),
    ("books by Ursula Le Guin published before 1975", "The dispossessed"),
    ("only the ones I can take home today", "available now"),
    ("the second one, where is it?", "YA FIC LEG"),
    ("cite it in APA", "Le Guin, U. K. (197"),
    ("are you open on Sunday afternoon?", "Central Library: open, 13:00–17:00"),
    ("how do I print from my phone?", "Printing and copying"),
    ("I want to talk to a person", "Your code:"),
    ("forget this conversation", "is erased"),
]
CHINESE = [
    ("三体在哪个馆", "总馆"),
    ("有没有关于鸟类怎么认路的书", "598.15"),
    ("有没有余华的书", "余华"),
    ("只要今天能借走的", "在架"),
    ("第二本在哪里？", "CHI"),
    ("用APA格式引用", "APA"),
    ("星期天下午开门吗？", "13:00–17:00"),
    ("怎么用手机打印？", "打印与复印"),
    ("我想和真人聊", "您的代码"),
    ("忘记这次对话", "已删除"),
]


async def open_chat(page: Page, url: str, language: str) -> None:
    await page.goto(url)
    await page.get_by_role("button", name="Ask the library").click()
    await expect(page.get_by_role("log").get_by_text("Ask me for books")).to_be_visible()
    if language == "zh":
        await page.get_by_role("button", name="Switch to Chinese").click()
        await expect(page.get_by_role("log").get_by_text("接下来我用中文回答")).to_be_visible()


@pytest.mark.parametrize(("language", "turns"), [("en", ENGLISH), ("zh", CHINESE)])
async def test_the_promised_sentences(
    stack: Stack, language: str, turns: list[tuple[str, str]]
) -> None:
    async with browser() as chromium:
        page = await chromium.new_page(viewport={"width": 1100, "height": 900}, locale="en-GB")
        await open_chat(page, stack.base_url, language)
        box = page.get_by_role("textbox", name="Your question" if language == "en" else "您的问题")
        for n, (text, shown) in enumerate(turns):
            before = await page.locator("article.assistant, article.system").count()
            await box.fill(text)
            await box.press("Enter")
            answers = page.locator("article.assistant, article.system")
            await expect(answers).not_to_have_count(before, timeout=30_000)
            await expect(answers.nth(before)).to_contain_text(shown, timeout=30_000)
            if n in (0, 5):
                await page.screenshot(path=shot(f"chat-{language}-{n}"))
