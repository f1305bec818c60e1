"""What the desk's pages and API need of the core, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from assistant.conversation import Conversations
from assistant.desk.accounts import Accounts
from assistant.desk.acts import Desk
from assistant.desk.canned import CannedReplies
from assistant.desk.close import Closing
from assistant.desk.draft import Answers
from assistant.desk.follow_ups import FollowUps
from assistant.desk.inbox import Inbox
from assistant.desk.knowledge import KnowledgeBase
from assistant.desk.needs import Needs
from assistant.desk.notes import Notes
from assistant.desk.outbox import Deliveries, Links
from assistant.desk.presence import Presence
from assistant.desk.reports import Reports
from assistant.desk.review import Review
from assistant.errors import TooMany
from assistant.followup import FollowUp
from assistant.library import Library
from assistant.ports import Holdings
from connectors.desk.live import Hub

PER_ADDRESS = RateLimitItemPerMinute(10)
PER_LOGIN = RateLimitItemPerHour(30)


class SignInLimits:
    """Guessing passwords is slow from one address, and slower for one name: no stranger elsewhere
    can use up what a librarian has."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def hit(self, address: str, login: str) -> None:
        self._hit(PER_ADDRESS, "address", address)
        self._hit(PER_LOGIN, address, login.strip().lower()[:100])

    def _hit(self, item: RateLimitItem, *key: str) -> None:
        if not self._window.hit(item, *key):
            raise TooMany("That was tried very often. Please wait a few minutes.")


@dataclass(frozen=True)
class Console:
    """Everything the desk is made of; `secure` is whether readers reach us over https."""

    conversations: Conversations
    desk: Desk
    closing: Closing
    accounts: Accounts
    presence: Presence
    inbox: Inbox
    notes: Notes
    canned: CannedReplies
    reports: Reports
    review: Review
    knowledge: KnowledgeBase
    needs: Needs
    deliveries: Deliveries
    follow_ups: FollowUps
    library: Library
    holdings: Holdings
    answers: Answers
    hub: Hub
    limits: SignInLimits
    secure: bool
    public_url: str


def make_console(
    conversations: Conversations,
    library: Library,
    library_dir: Path,
    holdings: Holdings,
    answers: Answers,
    public_url: str = "",
    links: Links = list,
) -> Console:
    """The desk over the conversation service; `links` tells how it stands with the channels."""
    database, clock, broker = conversations.database, conversations.clock, conversations.broker
    inbox, desk = Inbox(database, clock, library), Desk(database, broker, clock)
    return Console(
        conversations=conversations,
        desk=desk,
        closing=Closing(desk, library),
        accounts=Accounts(database, clock),
        presence=Presence(database, clock),
        inbox=inbox,
        notes=Notes(database, broker, clock),
        canned=CannedReplies(database, clock),
        reports=Reports(database, clock, library),
        review=Review(database, clock),
        knowledge=KnowledgeBase(database, clock, library_dir, answers),
        needs=Needs(database, clock, answers),
        deliveries=Deliveries(database, clock, links),
        follow_ups=FollowUps(FollowUp(conversations, holdings, library), inbox),
        library=library,
        holdings=holdings,
        answers=answers,
        hub=Hub(broker, inbox),
        limits=SignInLimits(),
        secure=public_url.startswith("https:"),
        public_url=public_url.rstrip("/"),
    )
