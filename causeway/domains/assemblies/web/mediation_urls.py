"""The addresses of mediations. None of them lies below a body’s page, where others would look for it."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.web import mediation

urlpatterns = [
    path("private/talks/", mediation.mediations, name="mediations"),
    path("private/talks/new/", mediation.start, name="open_mediation"),
    path("private/talks/<uuid:mediation_id>/", mediation.mediation, name="mediation"),
    path("private/talks/<uuid:mediation_id>/mediator/", mediation.name, name="name_mediator"),
    path("private/talks/<uuid:mediation_id>/agree/<uuid:organisation_id>/", mediation.agree, name="agree_to_mediator"),
    path("private/talks/<uuid:mediation_id>/answer/", mediation.answer, name="answer_as_mediator"),
    path("private/talks/<uuid:mediation_id>/close/", mediation.close, name="close_mediation"),
]
