"""Checks of what is filled in, beside those of the room of campaigns: each returns the value, or raises Invalid."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import some_text
from causeway.kernel.errors import Invalid


def a_line(text: str, field: str, *, longest: int) -> str:
    """Text that stands on a paper, and in files that others count again: one line of signs that can be seen."""
    line = " ".join(some_text(text, field, longest=longest).split())
    if not line.isprintable():
        raise Invalid(**{field: _("This has signs that cannot be seen. Type it anew.")})
    return line
