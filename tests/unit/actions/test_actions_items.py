"""One item: where it is, details, citations, keeping it; and which item is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from actions.live import Live
from actions.skills import item as skill
from actions.turn import Turn
from index.record import Copy, Record
from tests.unit.actions.conftest import Talk

Start = Callable[..., Talk]


def test_a_title_in_the_question_is_found_and_placed(talk: Start) -> None:
    said = talk("zh").say("[三体]在哪个馆", "where_is_it")
    assert "三体" in said.titles[0]
    assert any(branch in said.text for branch in ("总馆", "东馆", "河滨馆"))


def test_the_second_one_is_the_second_on_the_screen(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    second = said.titles[1]
    said.say("the second one, where is it?", "where_is_it")
    assert said.titles == [second]
    assert second.split(":")[0] in said.text


def test_it_is_the_item_spoken_of_last(talk: Start) -> None:
    said = (
        talk()
        .say("do you have [Moby-Dick]", "known_item")
        .say("tell me more about it", "item_details")
    )
    assert "moby" in said.titles[0].lower()


def test_with_nothing_in_hand_it_asks_which(talk: Start) -> None:
    said = talk().say("cite it in APA", "cite")
    assert said.outcome == "asked"
    assert not any(part.type == "citation" for part in said.parts)


def test_with_a_list_on_the_screen_it_asks_which_of_them(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").say("cite it", "cite")
    assert said.outcome == "asked"
    assert len(said.payloads) == 5
    said.press(said.payloads[2])
    assert said.parts[-1].type == "choices"
    assert any(part.type == "citation" for part in said.parts)


def test_a_number_that_is_not_on_the_list_is_asked_about(talk: Start) -> None:
    said = talk().say("books by Ursula Le Guin", "find_holdings")
    said.say("where is number 9?", "where_is_it")
    assert said.outcome == "asked"


def test_cites_in_the_style_asked_for_and_keeps_it(talk: Start) -> None:
    said = talk().say("do you have The [Left Hand of Darkness]", "known_item")
    said.say("cite it in MLA", "cite")
    assert "Le Guin, Ursula K." in next(p.text for p in said.parts if p.type == "citation")
    said.say("do you have [Dune]", "known_item").say("cite it", "cite")
    assert next(p.style for p in said.parts if p.type == "citation") == "mla"


def test_a_style_we_cannot_do_is_said_and_others_offered(talk: Start) -> None:
    said = talk().say("do you have [Dune]", "known_item").say("cite it in bibtex", "cite")
    assert said.outcome == "asked"
    assert len(said.payloads) == 4


def test_saving_asks_the_service_and_shows_in_the_report(talk: Start) -> None:
    said = talk().say("do you have [Dune]", "known_item").say("save it", "save_item")
    saved = said.effects["save"]["record_id"]
    said.say("what have I saved", "reading_report")
    assert [item.record_id for item in said.items] == [saved]
    said.press(f'/unsave{{"record_id": "{saved}"}}')
    assert said.effects["unsave"] == {"record_id": saved}
    assert said.session.saved == []


def test_an_empty_report_says_so(talk: Start) -> None:
    assert not talk().say("what have I saved", "reading_report").items


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("tell me when you get new books about [sandworms]", "sandworms"),
        ("let me know when anything new by Colson Whitehead arrives", "Colson Whitehead"),
        ("notify me about new [crime fiction]", "crime fiction"),
    ],
)
def test_a_wish_for_news_is_kept_with_its_topic(talk: Start, text: str, wish: str) -> None:
    said = talk().say(text, "alert_me")
    kept = said.effects["alert"]
    assert wish in (kept["text"] or " ".join(kept["filters"].get("authors", [])))
    assert kept["since"] > 1000


def test_a_wish_for_news_of_the_search_at_hand(talk: Start) -> None:
    said = (
        talk()
        .say("books about [birds] in Chinese", "find_holdings")
        .say("set up an alert please", "alert_me")
    )
    assert "birds" in said.effects["alert"]["text"]
    assert said.effects["alert"]["filters"] == {"languages": ["chi"]}


def test_alerts_are_stopped(talk: Start) -> None:
    assert "stop_alert" in talk().say("stop the alerts", "alert_me").effects


def test_a_record_that_is_gone_is_told(talk: Start) -> None:
    said = talk().press('/details{"record_id": "nowhere"}')
    assert said.outcome == "nothing_found"


@pytest.fixture
def told(live: Live) -> Callable[..., str]:
    """What is said of a record with these copies."""
    from actions.ask import Ask
    from actions.session import Session

    def tell(*copies: Copy, url: str = "", branch: str = "") -> str:
        from actions.ask import Entity

        entities = (Entity("branch", branch),) if branch else ()
        ask = Ask(text="where is it", entities=entities)
        turn = Turn(ask, Session(), live.dialogue.services, "en")
        return skill._whereabouts(turn, Record(id="x", title="Ash", url=url, copies=copies))

    return tell


ON_SHELF = Copy(branch="CEN", shelf="FIC", call_number="FIC ASH", status="available")


def test_available_anywhere_is_yes(told: Callable[..., str]) -> None:
    out = replace(ON_SHELF, branch="EAST", status="on_loan", due=date(2026, 12, 1))
    assert told(out, ON_SHELF) == "Yes, “Ash” is in: Central Library (Fiction, FIC ASH)."


def test_on_loan_names_the_first_due_date(told: Callable[..., str]) -> None:
    later = replace(ON_SHELF, status="on_loan", due=date(2026, 12, 9))
    sooner = replace(ON_SHELF, branch="RIV", status="on_loan", due=date(2026, 12, 1))
    assert "due back on 1 December" in told(later, sooner)


def test_on_loan_without_a_date_invents_none(told: Callable[..., str]) -> None:
    assert "due" not in told(replace(ON_SHELF, status="on_loan"))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("reference", "read in the building"),
        ("missing", "nobody has found"),
        ("unknown", "can't see"),
    ],
)
def test_other_states_are_said_plainly(told: Callable[..., str], status: str, words: str) -> None:
    assert words in told(replace(ON_SHELF, status=status))


def test_online_and_without_copies(told: Callable[..., str]) -> None:
    assert "online" in told(url="https://example.org/x")
    assert "no copy" in told()


def test_a_branch_without_it_says_where_it_is_instead(told: Callable[..., str]) -> None:
    said = told(ON_SHELF, branch="EAST")
    assert said.startswith("East Branch has no copy")
    assert "Central Library" in said


def test_the_title_given_when_asked_is_what_is_cited(talk: Start) -> None:
    said = talk().say("cite it in MLA", "cite").say("[Moby-Dick]", "known_item")
    assert next(p.style for p in said.parts if p.type == "citation") == "mla"


def test_the_number_given_when_asked_is_what_is_cited(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings").say("cite it", "cite")
    said.say("number two", "item_details")
    assert any(part.type == "citation" for part in said.parts)


def test_the_question_may_be_ignored(talk: Start) -> None:
    said = talk().say("cite it in MLA", "cite").say("do you have [Moby-Dick]?", "known_item")
    assert not any(part.type == "citation" for part in said.parts)
    assert "moby" in said.titles[0].lower()


def test_reserving_the_second_one_explains_how_and_shows_it(talk: Start) -> None:
    said = talk().say("books about [cooking]", "find_holdings")
    second = said.titles[1]
    said.say("reserve the second one", "place_hold")
    assert said.titles == [second]
    assert said.text
