"""Failures of the store itself, not of what is asked of it: the same may be asked again."""

from __future__ import annotations

from sqlalchemy.exc import InterfaceError, OperationalError, TimeoutError

AWAY = (OperationalError, InterfaceError, TimeoutError)
