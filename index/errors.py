"""Errors of the index: each names what and where, and whether trying again can help."""

from __future__ import annotations


class HoldingsError(Exception):
    """Root of all errors of the index."""

    retry = False


class SourceError(HoldingsError):
    """A source of holdings cannot be read at all (one bad record is a Rejected, not an error)."""


class SourceUnreachable(SourceError):
    """A remote source did not answer; the import can be resumed."""

    retry = True


class IndexMissing(HoldingsError):
    """There is no index yet, or it cannot be opened."""


class IndexMismatch(HoldingsError):
    """The index was made by another encoder or from other records."""


class IndexBusy(HoldingsError):
    """Another process is building or updating the index."""

    retry = True


class TooManyGone(HoldingsError):
    """A source that should hold everything lacks so much that it may be cut off."""


class StorageFull(HoldingsError):
    """No space is left on the disk; what was written before is whole."""

    retry = True


class EncoderMissing(HoldingsError):
    """The sentence encoder's files are not where the settings say."""
