"""What an update of Telegram says to the library, kept before the update is confirmed."""

from __future__ import annotations

from telegram import CallbackQuery, ChatMemberUpdated, InlineQuery, Message, Update
from telegram.constants import ChatMemberStatus

from assistant.model import LONGEST_TEXT, Said
from assistant.store import outbox
from connectors.telegram import carry, inline
from connectors.telegram.addressed import command, is_for_us, words
from connectors.telegram.commands import Commands
from connectors.telegram.content import Contents
from connectors.telegram.edits import hear_edit
from connectors.telegram.presses import Presses
from connectors.telegram.service import Telegram, caller, said_id

_PRESENT = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)


class Updates:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self._commands = Commands(telegram)
        self._contents = Contents(telegram)
        self._presses = Presses(telegram)

    async def hear(self, update: Update) -> None:
        """Returns when what the update says is kept; kinds that are not known say nothing."""
        match update:
            case Update(message=Message() as message):
                await self._message(message)
            case Update(edited_message=Message() as message):
                await self._edited(message)
            case Update(callback_query=CallbackQuery() as query):
                if not await carry.press(self.telegram, query):
                    await self._presses.press(query)
            case Update(inline_query=InlineQuery() as query):
                self.telegram.later(inline.answer(self.telegram, query))
            case Update(my_chat_member=ChatMemberUpdated() as member):
                await self._member(member)

    async def _message(self, message: Message) -> None:
        if message.migrate_to_chat_id:
            old, new = str(message.chat.id), str(message.migrate_to_chat_id)
            await self.telegram.reception.move("telegram", old, new)
        elif is_for_us(message, self.telegram.bot):
            await self._addressed(message)

    async def _addressed(self, message: Message) -> None:
        name, rest = command(message, self.telegram.bot)
        if name:
            await self._commands.run(name, rest, message)
        elif message.text:
            text = words(message, self.telegram.bot)[:LONGEST_TEXT]
            await self.telegram.hear(caller(message), Said(id=said_id(message), text=text))
        else:
            await self._contents.hear(message)

    async def _edited(self, message: Message) -> None:
        bot = self.telegram.bot
        if message.text and is_for_us(message, bot) and not command(message, bot)[0]:
            await hear_edit(self.telegram, message)

    async def _member(self, member: ChatMemberUpdated) -> None:
        """A reader who lets us in again gets what could not be delivered meanwhile."""
        if member.new_chat_member.status not in _PRESENT:
            return
        conversations = self.telegram.reception.conversations
        now, address = conversations.clock.now(), str(member.chat.id)
        await conversations.database.run(lambda s: outbox.revive(s, "telegram", address, now))
