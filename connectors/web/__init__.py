"""Web chat: the chat API, the widget that any page embeds, and a demo library page."""
