"""Telegram: the Bot API in and out, by python-telegram-bot."""
