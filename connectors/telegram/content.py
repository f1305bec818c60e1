"""What is sent besides text: a photo of a barcode, a place, and what only people can read."""

from __future__ import annotations

from sqlalchemy.orm import Session
from telegram import Message
from telegram.error import BadRequest, TelegramError

from assistant.model import Language, Part, Said, TextPart
from assistant.parts import write_payload
from assistant.store import conversations as rows
from assistant.store.tables import ConversationRow
from assistant.texts import say
from connectors.telegram.places import nearest_parts
from connectors.telegram.service import Telegram, caller, said_id

LARGEST_PICTURE = 10_000_000  # bytes
WIDE_ENOUGH = 1000  # pixels: a barcode can be read, and no more is fetched than needed
_KINDS = {  # how it is kept, and which sentence answers it
    "voice": ("voice", "voice"),
    "video_note": ("video", "other"),
    "video": ("video", "other"),
    "audio": ("audio", "other"),
    "document": ("document", "document"),
    "sticker": ("sticker", "sticker"),
    "animation": ("video", "other"),
    "contact": ("contact", "other"),
}
_SILENT = (  # what Telegram itself tells of a chat
    "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "pinned_message",
    "delete_chat_photo", "group_chat_created", "supergroup_chat_created", "channel_chat_created",
    "migrate_from_chat_id", "message_auto_delete_timer_changed", "video_chat_started",
    "video_chat_ended", "forum_topic_created", "forum_topic_closed", "forum_topic_reopened",
    "write_access_allowed", "boost_added", "chat_background_set",
)  # fmt: skip


class Contents:
    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.reception = telegram.reception

    async def hear(self, message: Message) -> None:
        if any(getattr(message, name, None) for name in _SILENT):
            return
        if message.photo:
            photo = next((p for p in message.photo if p.width >= WIDE_ENOUGH), message.photo[-1])
            await self._picture(message, photo.file_id, photo.file_size or 0)
        elif message.document and (message.document.mime_type or "").startswith("image/"):
            await self._picture(message, message.document.file_id, message.document.file_size or 0)
        elif message.location:
            await self._place(message)
        else:
            await self._other(message)

    async def _picture(self, message: Message, file_id: str, size: int) -> None:
        """A book's barcode is looked up; anything else gets a kind sentence."""
        if size > LARGEST_PICTURE:
            await self._note(message, "photo", "telegram-photo-large")
            return
        try:
            file = await self.telegram.bot.get_file(file_id)
            picture = bytes(await file.download_as_bytearray())
        except BadRequest:
            await self._note(message, "photo", "telegram-photo-large")
            return
        except TelegramError:
            await self._note(message, "photo", "telegram-photo-gone")
            return
        await self._barcode(message, picture)

    async def _barcode(self, message: Message, picture: bytes) -> None:
        import anyio.to_thread

        from connectors.telegram.barcode import NotABook, Nothing, isbn_in

        found = await anyio.to_thread.run_sync(isbn_in, picture)
        match found:
            case Nothing():
                await self._note(message, "photo", "telegram-photo-none")
            case NotABook():
                await self._note(message, "photo", "telegram-photo-not-book")
            case str() as isbn:
                payload = write_payload("find", text=isbn)
                said = Said(id=said_id(message), payload=payload)
                await self.telegram.hear(caller(message), said)

    async def _place(self, message: Message) -> None:
        """The nearest branch, open or not. Where the reader is, is not kept."""
        place = message.location
        assert place is not None
        clock, library = self.reception.conversations.clock, self.telegram.library

        def reply(session: Session, row: ConversationRow) -> list[Part]:
            spot = (place.latitude, place.longitude)
            return nearest_parts(library, spot, clock.now(), rows.language_of(row))

        await self.reception.note(
            caller(message), said_id(message), self._sent(message, "location"), reply
        )

    async def _other(self, message: Message) -> None:
        kind = next((kind for kind in _KINDS if getattr(message, kind, None)), "")
        shown, answered = _KINDS.get(kind, ("other", "other"))
        await self._note(message, shown, f"telegram-answer-{answered}")

    async def _note(self, message: Message, shown: str, key: str) -> None:
        def reply(session: Session, row: ConversationRow) -> list[Part]:
            return [TextPart(text=say(rows.language_of(row), key))]

        kept = self._sent(message, shown)
        await self.reception.note(caller(message), said_id(message), kept, reply)

    def _sent(self, message: Message, kind: str) -> str:
        """What a librarian sees of it, with the words that came with it."""
        language: Language = caller(message).language
        if kind == "photo":
            said = say(language, "telegram-photo")
        elif kind == "document":
            name = (message.document.file_name if message.document else None) or "?"
            said = say(language, "telegram-sent-document", name=name[:100])
        elif kind == "sticker":
            emoji = (message.sticker.emoji if message.sticker else None) or ""
            said = say(language, "telegram-sent-sticker", emoji=emoji)
        else:
            said = say(language, f"telegram-sent-{kind}")
        return f"{said} {message.caption or ''}".strip()
