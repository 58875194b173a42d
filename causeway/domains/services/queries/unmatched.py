"""Why tender notices had no match: what was compared, what fitted and what did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from causeway.domains.services.matching import COMPARED, what_fits
from causeway.domains.services.models import OfferedNotice, TenderPackage


@dataclass(frozen=True)
class Ground:
    """What fitted in so many notices, and what did not, in words; "" for nothing."""

    fits: str
    fits_not: str
    notices: int


def grounds_of(package: TenderPackage) -> list[Ground]:
    """The notices of a package that were not offered, counted by what fitted in them, the most frequent first."""
    counted = sorted(package.unmatched.items(), key=lambda row: (-row[1], row[0]))
    return [Ground(_listed(fits.split()), _listed(_others(fits.split())), notices) for fits, notices in counted]


def _others(parts: Iterable[str]) -> list[str]:
    there = set(parts)
    return [part for part in COMPARED if part not in there]


def _listed(parts: Iterable[str]) -> str:
    words = {"buyer": _("buyer"), "place": _("place"), "kind": _("kind of service"), "words": _("words")}
    return get_text_list([words[part] for part in parts], _("and"))


def misses_in_words(offer: OfferedNotice) -> list[str]:
    """What of a notice fits nothing in the register and nothing that is watched, in sentences."""
    notice = offer.notice
    buyer = _("Buyer: %s runs and commissions none of your services, as far as your register says, and is not watched")
    sentences = {
        "buyer": buyer % notice.buyer_name if notice.buyer_name else _("Buyer: the notice names none"),
        "place": _("Place: the notice names none of yours"),
        "kind": _("Kind of service: its CPV codes fit nothing that your services say of themselves")
        if notice.cpv
        else _("Kind of service: the notice gives no CPV code"),
        "words": _("Words: it shares none with the names and descriptions of your services"),
    }
    return [sentences[part] for part in _others(what_fits(reason["why"] for reason in offer.reasons))]
