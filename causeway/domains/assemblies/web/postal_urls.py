"""The addresses of votes by post, within those of the room."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import postal, stacks

urlpatterns = [
    path("<slug:slug>/post/", postal.ask, name="ask_for_paper"),
    path("<slug:slug>/post/allow/", postal.allow, name="allow_post"),
    path("<slug:slug>/post/duty/", postal.duty, name="take_up_duty"),
    path("<slug:slug>/post/issue/", postal.issue, name="issue_papers"),
    path("<slug:slug>/post/packs.pdf", postal.packs_pdf, name="packs_pdf"),
    path("<slug:slug>/post/paper.pdf", postal.pack_pdf, name="pack_pdf"),
    path("<slug:slug>/post/envelopes/", stacks.envelopes, name="envelopes"),
    path("<slug:slug>/post/stack/", stacks.stack, name="stack"),
    path("<slug:slug>/post/stack/<uuid:stack_id>/discard/", stacks.discard, name="discard_stack"),
]
