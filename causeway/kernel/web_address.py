"""Web addresses that people give, and that pages make links of."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from causeway.kernel.errors import Invalid

LONGEST_ADDRESS = 500
_is_web_address = URLValidator(schemes=["http", "https"])


def web_address(field: str, address: str) -> str:
    """An http or https address, or nothing. Anything else, such as javascript:, is refused. Raises Invalid."""
    address = address.strip()
    if not address:
        return ""
    try:
        _is_web_address(address)
    except ValidationError:
        address_is_good = False
    else:
        address_is_good = len(address) <= LONGEST_ADDRESS
    if not address_is_good:
        raise Invalid(**{field: _("Enter a web address that starts with https:// or http://.")})
    return address
