"""What a signature is made of: the rules for names, addresses and postcodes, wherever they come from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from causeway.domains.petitions import postcodes
from causeway.kernel.errors import Invalid

LONGEST_NAME = 100
LONGEST_EMAIL = 254
UNWRITTEN = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
UNSEEN = frozenset({*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0xFEFF})


@dataclass(frozen=True)
class Signer:
    """A signer as we keep them: tidied, checked."""

    name: str
    email: str
    postcode: str
    area: str


def checked_signer(*, name: str, email: str, postcode: str) -> Signer:
    """Tidy and check what was filled in. Raises Invalid with a sentence for every field at fault."""
    wrong: dict[str, str] = {}
    tidy_email = email[: LONGEST_EMAIL * 2].strip()
    place = postcodes.parse(postcode)
    try:
        tidy_name = checked_name(name)
    except Invalid as invalid:
        tidy_name, wrong["name"] = "", invalid.sentence
    if not is_address(tidy_email):
        wrong["email"] = _("Enter an e-mail address, like name@example.org.")
    if place is None:
        wrong["postcode"] = _("Enter a full UK postcode, like M6 5FS.")
    if wrong or place is None:
        raise Invalid("", **wrong)
    return Signer(tidy_name, tidy_email, place.text, place.area)


def checked_name(name: str) -> str:
    """A name, tidied. Raises Invalid where it is none."""
    tidy = " ".join(name[: LONGEST_NAME * 4].split())
    if not tidy:
        raise Invalid(name=_("Enter your name."))
    if len(tidy) > LONGEST_NAME:
        raise Invalid(name=_("Enter your name in at most %(n)s characters.") % {"n": LONGEST_NAME})
    if not is_written(tidy) or not any(sign.isalpha() for sign in tidy) or "://" in tidy:
        raise Invalid(name=_("Enter your name with letters, as you would write it on paper."))
    return tidy


def is_written(text: str) -> bool:
    """Whether a text has only signs that can be stored and printed: no control signs, no halves of signs."""
    if text.isascii():
        return text.isprintable()
    return not any(unicodedata.category(sign) in UNWRITTEN or ord(sign) in UNSEEN for sign in text)


def is_address(text: str) -> bool:
    """Whether it looks like an e-mail address that a letter can be sent to."""
    if not text or len(text) > LONGEST_EMAIL or not is_written(text):
        return False
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True
