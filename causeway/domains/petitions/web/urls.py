"""The addresses of this room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from causeway.domains.petitions.web import public, running, signing
from causeway.domains.petitions.web.paper_urls import paper_urls

app_name = "petitions"

urlpatterns: list[URLPattern | URLResolver] = [
    *paper_urls,
    path("", public.directory, name="directory"),
    path("start/<slug:campaign>/", running.draft, name="draft"),
    path("signature/<str:token>/", signing.signature, name="signature"),
    path("signature/<str:token>/confirm/", signing.confirm, name="confirm"),
    path("signature/<str:token>/correct/", signing.correct_signature, name="correct_signature"),
    path("signature/<str:token>/pass-on/", signing.pass_on, name="pass_on"),
    path("signature/<str:token>/stop/", signing.stop_letters, name="stop_letters"),
    path("signature/<str:token>/withdraw/", signing.withdraw, name="withdraw"),
    path("exports/<uuid:export_id>/decide/", running.decide_on_export, name="decide_on_export"),
    path("exports/<uuid:export_id>/take/", running.take_export, name="take_export"),
    path("endorsements/<int:endorsement_id>/withdraw/", running.withdraw_endorsement, name="withdraw_endorsement"),
    path("<slug:slug>/", public.petition, name="petition"),
    path("<slug:slug>/sign/", signing.sign, name="sign"),
    path("<slug:slug>/check-your-email/", signing.check_your_email, name="check_your_email"),
    path("<slug:slug>/names/", public.names, name="names"),
    path("<slug:slug>/qr.svg", public.qr, name="qr"),
    path("<slug:slug>/run/", running.run, name="run"),
    path("<slug:slug>/revise/", running.revise, name="revise"),
    path("<slug:slug>/open/", running.open_for_signatures, name="open"),
    path("<slug:slug>/close/", running.close, name="close"),
    path("<slug:slug>/correct/", running.correct, name="correct"),
    path("<slug:slug>/write/", running.write, name="write"),
    path("<slug:slug>/exports/", running.exports, name="exports"),
    path("<slug:slug>/endorse/", running.endorse, name="endorse"),
]
