"""Reads the ISBN in a photo of a barcode."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

MOST_PIXELS = 40_000_000


@dataclass(frozen=True, slots=True)
class Nothing:
    """No barcode, or no picture."""


@dataclass(frozen=True, slots=True)
class NotABook:
    """A barcode of something else than a book."""


def isbn_in(picture: bytes) -> str | Nothing | NotABook:
    """The ISBN-13 of the first book's barcode in a picture of any usual format."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(picture))
            if image.width * image.height > MOST_PIXELS:
                return Nothing()
            grey = image.convert("L")
    except (UnidentifiedImageError, Image.DecompressionBombWarning, OSError, ValueError):
        return Nothing()
    found = [code.text for code in zxingcpp.read_barcodes(grey)]
    books = [text for text in found if len(text) == 13 and text.startswith(("978", "979"))]
    return books[0] if books else NotABook() if found else Nothing()
