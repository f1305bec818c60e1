"""Which messages are for us, and what they say: alone everything is, in a group what names us."""

from __future__ import annotations

from telegram import Bot, Message
from telegram.constants import ChatType, MessageEntityType


def is_for_us(message: Message, bot: Bot) -> bool:
    """In a group: a mention, a command with our name, an answer to us. Never what we wrote."""
    if message.via_bot and message.via_bot.id == bot.id:
        return False
    if message.chat.type == ChatType.PRIVATE:
        return True
    replied = message.reply_to_message
    to_us = bool(replied and replied.from_user and replied.from_user.id == bot.id)
    return to_us or _mention(message, bot) is not None or _named_command(message, bot)


def command(message: Message, bot: Bot) -> tuple[str, str]:
    """Name and rest of a command to us; an empty name when it is none."""
    starts = [
        entity
        for entity in message.entities
        if entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0
    ]
    if not starts or not message.text:
        return "", ""
    said = message.parse_entity(starts[0])
    name, _, named = said[1:].partition("@")
    if named and named.lower() != str(bot.username).lower():
        return "", ""
    return name.lower(), message.text[len(said) :].strip()


def words(message: Message, bot: Bot) -> str:
    """The text without our own name."""
    text, mention = message.text or "", _mention(message, bot)
    return text.replace(mention, " ").strip() if mention else text


def _mention(message: Message, bot: Bot) -> str | None:
    """How the message names us, if it does."""
    wanted = f"@{bot.username}".lower()
    kinds: list[str | None] = [MessageEntityType.MENTION]
    found = message.parse_entities(kinds) if message.text else {}
    in_caption = message.parse_caption_entities(kinds) if message.caption else {}
    named = (text for text in (*found.values(), *in_caption.values()) if text.lower() == wanted)
    return next(named, None)


def _named_command(message: Message, bot: Bot) -> bool:
    name, _ = command(message, bot)
    return bool(name) and "@" in (message.text or "").split(maxsplit=1)[0]
