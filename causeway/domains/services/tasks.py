"""What this room does by the clock. Times are those of the site."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.expire_tip_offs import ExpireTipOffs
from causeway.domains.services.commands.remind_of_contract_end import RemindOfContractEnd
from causeway.domains.services.feeds import read_feed
from causeway.domains.services.queries.tenders import feeds_to_read, offers_to_remind
from causeway.domains.services.queries.tipoffs import address_to_tell, handlers_to_tell
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.mail import Letter, send
from causeway.kernel.perform import perform


@app.periodic(cron="20 3 * * *")
@app.task(name="expire_tip_offs", queue="daily", queueing_lock="expire_tip_offs")
def expire_tip_offs(timestamp: int) -> None:
    """Delete the tip-offs whose time has ended."""
    perform(System("every night, at the end of their time"), ExpireTipOffs())


@app.periodic(cron="30 7 * * *")
@app.task(name="tell_handlers", queue="daily", queueing_lock="tell_handlers")
def tell_handlers(timestamp: int) -> None:
    """Tell handlers once a day that tip-offs wait: so a letter’s time says nothing about when one came in."""
    for person_id in handlers_to_tell():
        tell_handler.defer(person_id=str(person_id))


@app.task(name="tell_handler", queue="letters", retry=5)
def tell_handler(person_id: str) -> None:
    """Send one handler the letter of the day. It does not say how many wait, or for which alliance."""
    address = address_to_tell(UUID(person_id))
    if address:
        send(Letter(to=address, subject=_("Something waits for you"), template="services/letters/tip_offs_wait"))


@app.periodic(cron="40 4 * * *")
@app.task(name="read_tender_feeds", queue="daily", queueing_lock="read_tender_feeds")
def read_tender_feeds(timestamp: int) -> None:
    """Read every feed of tender notices, each in a job of its own."""
    for feed_id in feeds_to_read():
        read_tender_feed.defer(feed_id=str(feed_id))


@app.task(name="read_tender_feed", queue="feeds")
def read_tender_feed(feed_id: str) -> None:
    """Read one feed. A failure is noted with it, and the next night tries again."""
    read_feed(UUID(feed_id))


@app.periodic(cron="15 6 * * *")
@app.task(name="remind_of_contract_ends", queue="daily", queueing_lock="remind_of_contract_ends")
def remind_of_contract_ends(timestamp: int) -> None:
    """Have coordinators told of watched contracts that come near their end."""
    for offer_id in offers_to_remind():
        perform(System("a watched contract comes near its end"), RemindOfContractEnd(offer_id=offer_id))
