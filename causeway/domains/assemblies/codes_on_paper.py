"""Codes that give a voice: what they look like, and the address that a camera opens."""

from __future__ import annotations

from urllib.parse import urlencode

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from causeway.kernel.codes import in_groups, new_code, plain_code

LENGTH, GROUP = 12, 4


def new() -> str:
    """A fresh code of 60 random bits: ``7K3Q-X2MD-0PTA``."""
    return new_code(LENGTH, group=GROUP)


def plain(typed: str) -> str:
    """A code as typed, in its one spelling; "" where it cannot be one."""
    return in_groups(plain_code(typed, LENGTH), group=GROUP)


def address_of(code: str) -> str:
    """The whole address that takes the code. It stands in the query, which no log keeps."""
    return f"{settings.SITE_URL}{reverse('codes:use')}?{urlencode({'code': code})}"


def picture_of(code: str) -> SafeString:
    """The address as a QR code, to be put into a page in any size."""
    drawn = segno.make(address_of(code), error="m").svg_inline(omitsize=True, border=2, dark="#000", light="#fff")
    return mark_safe(drawn)
