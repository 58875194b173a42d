"""What counts as a passphrase strong enough to lock a key with."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.kernel.errors import Invalid

FEWEST_WORDS = 4
FEWEST_LETTERS = 16
FEWEST_DIFFERENT = 8


def require_strong(passphrase: str, field: str = "passphrase") -> None:
    """Raise Invalid unless it is four different words, or sixteen characters that are not a few repeated ones."""
    words = {word.lower() for word in passphrase.split() if len(word) >= 3}
    if len(words) >= FEWEST_WORDS and len("".join(words)) >= FEWEST_LETTERS:
        return
    if len(passphrase) >= FEWEST_LETTERS and len(set(passphrase.lower())) >= FEWEST_DIFFERENT:
        return
    raise Invalid(
        **{
            field: _(
                "Choose four or more different words, or at least 16 characters. Longer is stronger than stranger."
            )
        }
    )
