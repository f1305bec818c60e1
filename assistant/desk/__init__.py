"""What librarians do: the inbox, conversations, follow-ups, teaching, reports, accounts."""
