"""The addresses of tip-offs. Those of the source leave no trace: see ``no_trace.py``."""

from __future__ import annotations

from django.urls import path

from causeway.domains.services.web import tip_off_pages, tipoffs

TIP_OFF_URLS = [
    path("tip-off/", tip_off_pages.tip_off_start, name="tip_off_start"),
    path("tip-off-return/", tip_off_pages.tip_off_return, name="tip_off_return"),
    path("tip-off-return/withdraw/", tip_off_pages.tip_off_withdraw, name="tip_off_withdraw"),
    path("tip-off/<slug:slug>/", tip_off_pages.tip_off_before, name="tip_off_before"),
    path("tip-off/<slug:slug>/write/", tip_off_pages.tip_off_write, name="tip_off_write"),
    path("tip-offs/", tipoffs.tip_off_inbox, name="tip_off_inbox"),
    path("tip-offs/key/<slug:slug>/", tipoffs.handler_key, name="handler_key"),
    path("tip-offs/statements/", tipoffs.statements, name="statements"),
    path("tip-offs/statements/<uuid:statement_id>/", tipoffs.start_threat, name="start_threat"),
    path("tip-offs/release/<uuid:proposal_id>/", tipoffs.decide_release, name="decide_release"),
    path("tip-offs/<uuid:tip_off_id>/", tipoffs.tip_off_page, name="tip_off"),
    path("tip-offs/<uuid:tip_off_id>/reply/", tipoffs.reply, name="tip_off_reply"),
    path("tip-offs/<uuid:tip_off_id>/note/", tipoffs.note, name="tip_off_note"),
    path("tip-offs/<uuid:tip_off_id>/share/", tipoffs.share, name="tip_off_share"),
    path("tip-offs/<uuid:tip_off_id>/propose/", tipoffs.propose, name="tip_off_propose"),
    path("tip-offs/<uuid:tip_off_id>/keep/", tipoffs.keep_longer, name="tip_off_keep"),
    path("tip-offs/<uuid:tip_off_id>/agree-to-keep/", tipoffs.agree_to_keep, name="tip_off_agree_to_keep"),
]
