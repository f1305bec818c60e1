"""The core of Refdesk: what a conversation is, who speaks in it, and what is kept."""
