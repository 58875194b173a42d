"""Codes that give a voice: the address that a camera opens, and its picture. They look like receipts."""

from __future__ import annotations

from urllib.parse import urlencode

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe


def address_of(code: str) -> str:
    """The whole address that takes the code. It stands in the query, which no log keeps."""
    return f"{settings.SITE_URL}{reverse('codes:use')}?{urlencode({'code': code})}"


def picture_of(code: str) -> SafeString:
    """The address as a QR code, to be put into a page in any size."""
    drawn = segno.make(address_of(code), error="m").svg_inline(omitsize=True, border=2, dark="#000", light="#fff")
    return mark_safe(drawn)
