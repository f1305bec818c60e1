"""Commands: what each says to the assistant, or answers by itself."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy.orm import Session
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ChatType

from assistant.model import Choice, ChoicesPart, Language, Part, Said, TextPart
from assistant.parts import write_payload
from assistant.reception import Caller
from assistant.store import conversations as rows
from assistant.store import escalations
from assistant.store.tables import ConversationRow
from assistant.texts import say
from assistant.welcome import welcome_parts
from connectors.telegram import carry
from connectors.telegram.service import Telegram, caller, said_id

Command = Callable[[Message, str], Awaitable[None]]


class Commands:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.reception = telegram.reception
        self._known: dict[str, Command] = {
            "start": self.start,
            "search": self.search,
            "hours": self.hours,
            "language": self.language,
            "mydata": self.my_data,
            "website": self.website,
        }
        self._payloads = {"help": "/help", "librarian": "/human", "forget": "/forget"}

    async def run(self, name: str, rest: str, message: Message) -> None:
        if name in self._payloads:
            await self._say(message, self._payloads[name])
        elif name in self._known:
            await self._known[name](message, rest)
        else:
            await self._answer(message, "telegram-unknown-command")

    async def start(self, message: Message, rest: str) -> None:
        """The welcome and what is kept; with a code, whether to go on with the conversation from
        the website: the code may be in a link that somebody else sent."""
        if rest and message.chat.type == ChatType.PRIVATE:
            if await self.telegram.follow_up.may_move(rest, caller(message)):
                self.telegram.later(carry.ask(self.telegram, message, rest))
            else:
                await self._answer(message, "telegram-link-over")
            return
        await self.reception.note(
            caller(message), said_id(message), "/start", self._welcome, welcomes=True
        )

    def _welcome(self, session: Session, row: ConversationRow) -> list[Part]:
        now, language = self.reception.conversations.clock.now(), rows.language_of(row)
        first, *rest = welcome_parts(language, escalations.staffed(session, now))
        kept = say(language, "telegram-kept", days=self.telegram.keep_days)
        return [first, TextPart(text=kept), *rest]

    async def search(self, message: Message, rest: str) -> None:
        if rest:
            await self._say(message, write_payload("find", text=rest[:1000]))
        else:
            await self._answer(message, "telegram-search-what")

    async def hours(self, message: Message, rest: str) -> None:
        branch = self.telegram.library.branch_named(rest) if rest else None
        data = {"branch": branch.code} if branch else {}
        await self._say(message, write_payload("hours", **data))

    async def language(self, message: Message, rest: str) -> None:
        wished = {"en": "en", "english": "en", "zh": "zh", "chinese": "zh", "中文": "zh"}
        if rest.lower() in wished:
            await self._say(message, write_payload("language", language=wished[rest.lower()]))
            return
        both = [("English", "en"), ("中文", "zh")]
        choices = [
            Choice(title=title, payload=write_payload("language", language=code))
            for title, code in both
        ]
        await self._answer(message, "telegram-language-which", ChoicesPart(choices=choices))

    async def my_data(self, message: Message, rest: str) -> None:
        """Everything that is kept, as a file; made and sent now, since it is no message to keep."""
        if message.chat.type != ChatType.PRIVATE:
            await self._answer(message, "telegram-private-only")
            return
        await self._answer(message, "telegram-data-sent")
        self.telegram.later(self._send_data(message.chat.id, caller(message)))

    async def _send_data(self, chat: int, who: Caller) -> None:
        data = await self.telegram.follow_up.data_at(who)
        body = json.dumps(data, ensure_ascii=False, indent=1).encode()
        await self.telegram.bot.send_document(chat, body, filename="refdesk.json")

    async def website(self, message: Message, rest: str) -> None:
        """A link that carries the conversation to the website's chat; it is a key, so not kept."""
        if message.chat.type != ChatType.PRIVATE:
            await self._answer(message, "telegram-private-only")
            return
        if not self.telegram.public_url:
            await self._answer(message, "telegram-website-none")
            return
        await self.reception.note(caller(message), said_id(message), "/website", None)
        self.telegram.later(self._send_link(caller(message)))

    async def _send_link(self, who: Caller) -> None:
        found = await self.reception.conversation(who)
        if found is None:
            return
        conversation_id, language = found
        code = await self.telegram.follow_up.code(conversation_id)
        url = f"{self.telegram.public_url.rstrip('/')}/#refdesk={code}"
        await self._send_button(who, language, url)

    async def _send_button(self, who: Caller, language: Language, url: str) -> None:
        label = say(language, "telegram-menu-website")
        button = InlineKeyboardMarkup([[InlineKeyboardButton(label, url=url)]])
        text = say(language, "telegram-website")
        await self.telegram.bot.send_message(int(who.address), text, reply_markup=button)

    async def _say(self, message: Message, payload: str) -> None:
        await self.telegram.hear(caller(message), Said(id=said_id(message), payload=payload))

    async def _answer(self, message: Message, key: str, *more: Part, **args: Any) -> None:
        def reply(session: Session, row: ConversationRow) -> list[Part]:
            return [TextPart(text=say(rows.language_of(row), key, **args)), *more]

        await self.reception.note(caller(message), said_id(message), message.text or "", reply)
