"""What the documentation says is what the code has; a guard that checks nothing fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.cli import COMMANDS
from assistant.settings import SETTINGS
from assistant.texts import FOLDER, LANGUAGES

ROOT = Path(__file__).parents[2]


def test_every_setting_is_documented_and_no_other() -> None:
    table = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/settings.md").read_text("utf-8"), re.M)
    assert sorted(table) == sorted(setting.name for setting in SETTINGS)


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(COMMANDS) > 5
    assert [name for name in COMMANDS if f"refdesk {name}" not in readme] == []


@pytest.mark.parametrize("file", sorted(p.name for p in (FOLDER / "en").glob("*.ftl")))
def test_every_text_exists_in_every_language(file: str) -> None:
    keys = {
        language: re.findall(
            r"^([a-z][\w-]*) =", (FOLDER / language / file).read_text("utf-8"), re.M
        )
        for language in LANGUAGES
    }
    assert len(keys["en"]) > 3
    assert sorted(keys["en"]) == sorted(keys["zh"])
    assert len(set(keys["en"])) == len(keys["en"])


def test_the_widget_says_the_same_in_every_language() -> None:
    said = (ROOT / "connectors/web/static/widget/strings.js").read_text("utf-8")
    blocks = dict(re.findall(r"const (en|zh) = {\n(.*?)\n};", said, re.S))
    keys = {name: re.findall(r"^  (\w+):", body, re.M) for name, body in blocks.items()}
    assert len(keys["en"]) > 50
    assert keys["en"] == keys["zh"]


def test_links_between_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    assert len(pages) > 3
    lost = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert lost == []
