"""One tree of errors: each says what happened, where, and whether trying again can help."""

from __future__ import annotations


class RefdeskError(Exception):
    """Root of every error that Refdesk raises on purpose; its text is fit to show to a person."""

    retry = False
    status = 500  # as RFC 9457 problem
    title = "Something went wrong"


class SettingsError(RefdeskError):
    """A setting is wrong: the text names the key, the value and the fix."""


class LibraryFileError(RefdeskError):
    """A file of the library's own facts is wrong: the text names file, key and fix."""


class BadRequest(RefdeskError):
    """What was sent cannot be understood."""

    status = 422
    title = "That could not be read"


class NotFound(RefdeskError):
    """No such thing, or not for whoever asks."""

    status = 404
    title = "Not found"


class NotAllowed(RefdeskError):
    """Whoever asks has not shown that they may."""

    status = 401
    title = "Not allowed"


class Forbidden(RefdeskError):
    """Whoever asks is known and may not."""

    status = 403
    title = "Not permitted"


class Conflict(RefdeskError):
    """Somebody else was first, or the state does not allow it now."""

    status = 409
    title = "Already changed"


class TooMany(RefdeskError):
    """Too much at once; waiting helps."""

    retry = True
    status = 429
    title = "Too many at once"


class EngineUnavailable(RefdeskError):
    """The dialogue engine does not answer."""

    retry = True
    status = 503
    title = "The assistant is resting"


class HoldingsUnavailable(RefdeskError):
    """The holdings cannot be searched now."""

    retry = True
    status = 503
    title = "The catalogue is not answering"


class DeliveryFailed(RefdeskError):
    """A channel did not take a message; `retry` says whether it may later."""

    retry = True

    def __init__(
        self, text: str, *, retry: bool = True, after: float | None = None, doubt: bool = False
    ) -> None:
        super().__init__(text)
        self.retry = retry
        self.after = after  # seconds, when the channel said so
        self.doubt = doubt  # it may have arrived all the same
