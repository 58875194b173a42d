"""Who may read tender notices and decide on them."""

from __future__ import annotations

from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.standing import coordinates
from causeway.domains.services.models import OfferedNotice, TenderFeed, TenderPackage
from causeway.domains.services.queries.tenders import feeds_of, offers_of
from causeway.kernel.actors import Actor, System
from causeway.kernel.policies import YES, Verdict, no, policy, sees

may_decide_on_notice = sees("A coordinator of the alliance decides on the notices offered to it.", offers_of)
may_tend_feed = sees("A coordinator of the alliance tends its feeds.", feeds_of)


@policy("A coordinator of the alliance, or Causeway in a job, reads tender notices for it.")
def may_take_in_tenders(actor: Actor, alliance: Alliance) -> Verdict:
    if isinstance(actor, System) or coordinates(actor, alliance.pk):
        return YES
    return no("Only a coordinator of this alliance can read tender notices for it. Ask one of them.")


@policy("Causeway itself reads what has come in, in a job.")
def may_read_package(actor: Actor, _package: TenderPackage) -> Verdict:
    return YES if isinstance(actor, System) else no("What came in is read by itself, within a minute.")


@policy("Causeway itself notes when a feed was read.")
def may_note_feed_run(actor: Actor, _feed: TenderFeed) -> Verdict:
    return YES if isinstance(actor, System) else no("Feeds are read by themselves, every night.")


@policy("Causeway itself reminds of contracts that come near their end, every morning.")
def may_remind_of_contract_end(actor: Actor, _offer: OfferedNotice) -> Verdict:
    return YES if isinstance(actor, System) else no("Reminders go out by themselves, every morning.")
