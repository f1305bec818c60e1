"""What a process writes to its log: warnings of everything, and what the core has done."""

from __future__ import annotations

import logging


def tell_what_is_done() -> None:
    """Only the core tells more than warnings: libraries name addresses, and with them keys."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("assistant").setLevel(logging.INFO)
