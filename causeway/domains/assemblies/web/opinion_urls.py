"""The addresses of opinion maps, and of conversations that come from Polis."""

from django.urls import path

from causeway.domains.assemblies.web import opinion_map, polis

urlpatterns = [
    path("<slug:slug>/map/", opinion_map.opinion_map, name="opinion_map"),
    path("<slug:slug>/map.json", opinion_map.map_json, name="opinion_map_json"),
    path("<slug:slug>/map/votes/", opinion_map.votes_file, name="allow_votes_file"),
    path("<slug:slug>/polis.zip", polis.archive, name="polis_archive"),
    path("of/<str:room>/<slug:slug>/from-polis/", polis.bring, name="bring_polis_export"),
    path("from-polis/<uuid:import_id>/", polis.preview, name="polis_import"),
    path("from-polis/<uuid:import_id>/accept/", polis.accept, name="accept_polis_export"),
    path("from-polis/<uuid:import_id>/aside/", polis.put_aside, name="put_polis_export_aside"),
]
