"""Reading a feed from its first page to its last, outside any transaction."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from causeway.domains.services.commands.note_feed_run import NoteFeedRun
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.fetching import Limits, fetch
from causeway.domains.services.models import TenderFeed
from causeway.domains.services.ocds import read_package
from causeway.domains.services.queries.tenders import feed_to_read
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import CausewayError
from causeway.kernel.perform import perform

MOST_PAGES = 50
FIRST_DAYS = 7  # how far back a feed that takes {since} is read the first time
OVERLAP_DAYS = 1  # read again, since feeds add releases late; what we have already adds nothing

JOB = System("a feed of tender notices is read")


def read_feed(feed_id: UUID, limits: Limits | None = None) -> int:
    """Fetch the feed's pages and queue each for reading; returns how many. Failures are noted with the feed."""
    feed = feed_to_read(feed_id)
    if feed is None:
        return 0
    started = clock.now()
    pages, url, etag, modified = 0, address_of(feed), feed.etag, feed.last_modified
    marks = ("", "")
    try:
        while url and pages < MOST_PAGES:
            came = fetch(
                url, etag=etag if not pages else "", last_modified=modified if not pages else "", limits=limits
            )
            if not pages:
                marks = (came.etag, came.last_modified)
            if came.body is None:
                break
            pages += 1
            next_url = read_package(came.body).next_url
            name = f"{feed.name}, {started:%Y-%m-%d}, {pages}"
            perform(
                JOB,
                ReceiveTenderPackage(alliance_id=feed.alliance_id, name=name, body=came.body, feed_id=feed.pk),
            )
            url = next_url if next_url != url else ""
    except CausewayError as error:
        perform(JOB, NoteFeedRun(feed_id=feed_id, failure=error.sentence))
        return pages
    perform(JOB, NoteFeedRun(feed_id=feed_id, etag=marks[0], last_modified=marks[1], read_until=started))
    return pages


def address_of(feed: TenderFeed) -> str:
    """The feed's address, with ``{since}`` filled in."""
    since = feed.read_until or clock.now() - timedelta(days=FIRST_DAYS - OVERLAP_DAYS)
    return feed.url.replace("{since}", f"{since - timedelta(days=OVERLAP_DAYS):%Y-%m-%dT%H:%M:%S}")
