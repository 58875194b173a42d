"""A petition's short address: few letters, none of which are mistaken for another, to be typed from paper."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.urls import reverse

from causeway.domains.petitions.models import Petition

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: without i, l, o and u."""
LENGTH = 6
BITS = 5 * LENGTH


def short_code(petition: Petition) -> str:
    """Six letters made of the beginning of its identifier; one address in a thousand million is another petition's."""
    number = petition.pk.int >> (128 - BITS)
    return "".join(LETTERS[number >> shift & 31] for shift in range(BITS - 5, -1, -5))


def short_address(petition: Petition) -> str:
    """The whole address, for paper."""
    return settings.SITE_URL + reverse("petitions:short", kwargs={"code": short_code(petition)})


def petition_with(code: str) -> Petition | None:
    """The public petition whose short code this is (the older of two); i and l pass for 1, and o for 0."""
    typed = code.lower().replace("-", "").translate(str.maketrans("ilo", "110"))
    if len(typed) != LENGTH or any(letter not in LETTERS for letter in typed):
        return None
    number = 0
    for letter in typed:
        number = number << 5 | LETTERS.index(letter)
    first = UUID(int=number << (128 - BITS))
    last = UUID(int=(number + 1 << (128 - BITS)) - 1)
    petitions = Petition.objects.filter(pk__gte=first, pk__lte=last, opened_at__isnull=False)
    return petitions.order_by("opened_at").first()
