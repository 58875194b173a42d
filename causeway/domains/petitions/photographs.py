"""Photographs of sheets: taken in only as pictures that we drew ourselves, small, and without where and when."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from causeway.kernel.errors import Invalid

MOST_BYTES = 12_000_000
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2200
"""Enough to count lines and read them, on A4."""
KINDS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Picture:
    """A picture as we keep it: JPEG, in grey, without any mark of the camera."""

    jpeg: bytes
    width: int
    height: int


def redrawn(upload: bytes) -> Picture:
    """Read a photograph and draw it anew, upright and at most ``LONGEST_SIDE`` pixels long.

    Raises Invalid where it is too large, damaged, no picture, or one that unpacks to very many pixels.
    """
    if not upload:
        raise Invalid(photograph=_("Add a photograph of the sheet."))
    if len(upload) > MOST_BYTES:
        raise Invalid(photograph=_("This photograph is larger than 12 MB. Take it again with a lower resolution."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _draw(upload)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError, Warning):
        raise Invalid(
            photograph=_("This file cannot be read as a photograph. Use a JPEG, PNG or WebP picture.")
        ) from None


def _draw(upload: bytes) -> Picture:
    with Image.open(io.BytesIO(upload), formats=KINDS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Invalid(photograph=_("This photograph has too many pixels. Take it again with a lower resolution."))
        picture.draft("L", (LONGEST_SIDE, LONGEST_SIDE))
        upright = ImageOps.exif_transpose(picture).convert("L")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new("L", upright.size)
    clean.paste(upright)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=80, optimize=True)
    return Picture(out.getvalue(), *clean.size)
