"""People in office are named by their office: what looks like somebody's private address is refused."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from causeway.kernel.errors import Invalid

POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", re.IGNORECASE)
HOUSE_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,4}[a-z]?(?![\w:/.-])", re.IGNORECASE)
STREET = re.compile(
    r"(?<!\w)\d{1,4}[a-z]?,?\s+(?:[\w’'.-]+\s+){1,3}"
    r"(?:street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|gardens|grove|place|way|mews|court)\b",
    re.IGNORECASE,
)
TELEPHONE = re.compile(r"(?<![\d.])(?:\+\s?44|0)(?:[\s()-]{0,2}\d){9,10}(?!\d)")
PERSONAL_MAIL = re.compile(
    r"@(?:[\w-]+\.)*(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|"
    r"talktalk|virginmedia|ntlworld|protonmail|proton|gmx|mail|tiscali|blueyonder)\.(?:co\.uk|com|net|me|uk|ch|de)\b",
    re.IGNORECASE,
)


def by_office(text: str, field: str) -> str:
    """``text`` as it is, or Invalid where it holds what looks like a private address or number."""
    if PERSONAL_MAIL.search(text):
        raise Invalid(**{field: _("This looks like a personal e-mail address. Use the public address of the office.")})
    if TELEPHONE.search(text):
        raise Invalid(**{field: _("This looks like a telephone number. Leave it out: targets are named by office.")})
    if STREET.search(text) or _is_addressed(text):
        sentence = _("This looks like a street address. Leave it out: nobody is to be sought out at home.")
        raise Invalid(**{field: sentence})
    return text


def _is_addressed(text: str) -> bool:
    """A postcode, and a house number beside it."""
    return bool(POSTCODE.search(text) and HOUSE_NUMBER.search(POSTCODE.sub(" ", text)))
