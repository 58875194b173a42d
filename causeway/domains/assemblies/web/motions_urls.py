"""The addresses of motions, amendments and adopted texts."""

from __future__ import annotations

from django.urls import path

from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.web import adopted, motion_composites, motion_votes, motions, names

BLUEPRINTS = {
    "call_motions": ("motions", Process.Blueprint.MOTION),
    "call_statement": ("statement", Process.Blueprint.STATEMENT),
    "call_conference": ("conference", Process.Blueprint.CONFERENCE),
    "by_hand": ("by-hand", Process.Blueprint.BY_HAND),
}

urlpatterns = [
    *(
        path(f"of/<str:room>/<slug:slug>/{word}/", motions.call, {"blueprint": str(blueprint)}, name=name)
        for name, (word, blueprint) in BLUEPRINTS.items()
    ),
    path("of/<str:room>/<slug:slug>/name/", names.ask, name="ask_for_names"),
    path("<slug:slug>/names/suggest/", names.suggest, name="suggest_name"),
    path("names/<int:suggestion_id>/take-back/", names.take_back, name="take_back_name"),
    path("of/<str:room>/<slug:slug>/adopted/", adopted.texts, name="texts"),
    path("adopted/texts/<slug:slug>/", adopted.text, name="adopted"),
    path("adopted/texts/<slug:slug>/endorse/", adopted.endorse, name="endorse_text"),
    path("adopted/texts/<slug:slug>/end/", adopted.end, name="end_text"),
    path("endorsements/<int:endorsement_id>/withdraw/", adopted.withdraw, name="withdraw_text_endorsement"),
    path("<slug:slug>/motions/move/", motions.move, name="move_motion"),
    path("<slug:slug>/motions/<uuid:motion_id>/", motions.motion, name="motion"),
    path("<slug:slug>/motions/<uuid:motion_id>/versions/", motions.versions, name="motion_versions"),
    path("<slug:slug>/motions/<uuid:motion_id>/amend/", motions.amend, name="amend"),
    path("<slug:slug>/motions/<uuid:motion_id>/put/", motion_votes.put, name="put_to_vote"),
    path("<slug:slug>/motions/<uuid:motion_id>/position/", motion_votes.position, name="position"),
    path("<slug:slug>/positions/<int:position_id>/take-back/", motion_votes.take_back, name="take_back_position"),
    path("<slug:slug>/motions/merge/", motion_composites.merge, name="merge_motions"),
    path("<slug:slug>/motions/agenda/", motion_composites.agenda, name="motion_agenda"),
    path("<slug:slug>/motions/<uuid:motion_id>/divide/", motion_composites.divide, name="divide_motion"),
    path("<slug:slug>/motions/<uuid:motion_id>/reorder/", motion_composites.reorder, name="move_on_agenda"),
    path(
        "<slug:slug>/motions/<uuid:motion_id>/sources/<uuid:source_id>/",
        motion_composites.answer,
        name="answer_composite",
    ),
    path("<slug:slug>/motions/<uuid:motion_id>/meet/", motion_votes.meet, name="put_to_meeting"),
    path("<slug:slug>/votes/<uuid:process_id>/declare/", motion_votes.declare, name="declare"),
    path("<slug:slug>/proposals/<uuid:proposal_id>/second/", motions.second, name="second"),
    path("<slug:slug>/proposals/<uuid:proposal_id>/withdraw/", motions.withdraw, name="withdraw_proposal"),
]
