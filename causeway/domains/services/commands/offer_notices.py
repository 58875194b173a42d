"""How the commands of tender notices offer them to an alliance: matched, scored, with their reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.matching import OFFER_FROM, best_match, what_fits
from causeway.domains.services.models import OfferedNotice, TenderNotice
from causeway.domains.services.queries.tenders import known_services, notices_in_words, watched_by

UNDECIDED = {OfferedNotice.State.WAITING, OfferedNotice.State.UNMATCHED}


@dataclass(frozen=True)
class Offered:
    """How many notices wait for a decision now that did not before; and of those without a match, what fitted in them.

    ``unmatched`` counts by the parts that fitted, written as “place kind”; "" where nothing did.
    """

    waiting: int
    unmatched: Counter[str]


def offer_notices(alliance: Alliance, notices: list[TenderNotice]) -> Offered:
    """Offer notices to the alliance, or offer them anew where they have changed; a decision already made stands."""
    services, watched = known_services(alliance), watched_by(alliance)
    there = {offer.notice_id: offer for offer in OfferedNotice.objects.filter(alliance=alliance, notice__in=notices)}
    fresh: list[OfferedNotice] = []
    changed: list[OfferedNotice] = []
    waiting, unmatched = 0, Counter[str]()
    for notice, words in zip(notices, notices_in_words(notices), strict=True):
        match = best_match(words, services, watched)
        offer = there.get(notice.pk) or OfferedNotice(alliance=alliance, notice=notice, state="unmatched")
        before = offer.state
        if before in UNDECIDED:
            offer.state = OfferedNotice.State.WAITING if match.score >= OFFER_FROM else OfferedNotice.State.UNMATCHED
        offer.service_id, offer.score = match.service_id, match.score
        offer.reasons = [asdict(reason) for reason in match.reasons]
        waiting += offer.state == OfferedNotice.State.WAITING != before
        if offer.state == OfferedNotice.State.UNMATCHED:
            unmatched[" ".join(what_fits(reason.why for reason in match.reasons))] += 1
        (changed if notice.pk in there else fresh).append(offer)
    OfferedNotice.objects.bulk_create(fresh, batch_size=500)
    OfferedNotice.objects.bulk_update(changed, ["service", "score", "reasons", "state"], batch_size=500)
    return Offered(waiting, unmatched)
