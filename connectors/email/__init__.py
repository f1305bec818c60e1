"""Letters: read from a mailbox by IMAP, sent by SMTP."""
