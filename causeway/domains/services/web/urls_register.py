"""The addresses of the register, its bodies and imports."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from causeway.domains.services.web import bodies, imports, register, threats

REGISTER_URLS: list[URLPattern | URLResolver] = [
    path("", register.directory, name="register"),
    path("map/", register.services_map, name="map"),
    path("add/<slug:alliance>/", register.add_service, name="add_service"),
    path("imports/", imports.imports, name="imports"),
    path("imports/into/<slug:alliance>/", imports.import_services, name="import_services"),
    path("imports/<uuid:reading_id>/", imports.import_preview, name="import_preview"),
    path("imports/<uuid:reading_id>/take-in/", imports.take_in, name="take_in"),
    path("imports/<uuid:reading_id>/put-aside/", imports.put_aside, name="put_aside"),
    path("at/<slug:slug>/", register.service, name="service"),
    path("at/<slug:slug>/correct/", register.correct_service, name="correct_service"),
    path("at/<slug:slug>/who-runs-it/", register.who_runs, name="who_runs"),
    path("at/<slug:slug>/close/", register.close_service, name="close_service"),
    path("at/<slug:slug>/reopen/", register.reopen_service, name="reopen_service"),
    path("at/<slug:slug>/threat/", threats.record_threat, name="record_threat"),
    path("bodies/", bodies.bodies, name="bodies"),
    path("bodies/add/", bodies.add_body, name="add_body"),
    path("bodies/at/<slug:slug>/", bodies.body, name="body"),
    path("bodies/at/<slug:slug>/correct/", bodies.correct_body, name="correct_body"),
    path("bodies/at/<slug:slug>/merge/", bodies.merge_body, name="merge_body"),
]
