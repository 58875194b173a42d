"""The addresses of tender notices."""

from __future__ import annotations

from django.urls import path

from causeway.domains.services.web import tenders

TENDER_URLS = [
    path("tenders/", tenders.tender_inbox, name="tender_inbox"),
    path("tenders/feeds/", tenders.feeds, name="tender_feeds"),
    path("tenders/feeds/<uuid:feed_id>/remove/", tenders.remove_feed, name="remove_tender_feed"),
    path("tenders/read/", tenders.packages, name="tender_packages"),
    path("tenders/read/<uuid:package_id>/", tenders.package_page, name="tender_package"),
    path("tenders/<uuid:offer_id>/", tenders.notice_page, name="tender_notice"),
    path("tenders/<uuid:offer_id>/take-up/", tenders.take_up, name="take_up_notice"),
    path("tenders/<uuid:offer_id>/watch/", tenders.watch, name="watch_notice"),
    path("tenders/<uuid:offer_id>/dismiss/", tenders.dismiss, name="dismiss_notice"),
    path("tenders/<uuid:offer_id>/reopen/", tenders.reopen, name="reopen_notice"),
]
