"""The addresses of alliances. What lies under an alliance has a fixed last part; the rest has two parts of its own."""

from __future__ import annotations

from django.urls import path

from causeway.domains.alliances.web import affiliations, meetings, offices, placement, trail, views

app_name = "alliances"
ROOM = {"room": "alliances"}

urlpatterns = [
    path("", views.directory, name="directory"),
    path("all/tree/", views.tree_page, name="tree"),
    path("new/alliance/", views.found, name="found"),
    path("proposals/<uuid:proposal_id>/", affiliations.proposal, name="proposal"),
    path("proposals/<uuid:proposal_id>/agree/", affiliations.agree, name="agree_affiliation"),
    path("proposals/<uuid:proposal_id>/decline/", affiliations.decline, name="decline_affiliation"),
    path("proposals/<uuid:proposal_id>/withdraw/", affiliations.withdraw, name="withdraw_affiliation"),
    path("affiliation/<int:affiliation_id>/end/", affiliations.end, name="end_affiliation"),
    path("affiliation/<int:affiliation_id>/declare/", affiliations.declare, name="declare_membership"),
    path("placements/<uuid:placement_id>/accept/", placement.accept, name="accept_placement"),
    path("placements/<uuid:placement_id>/decline/", placement.decline, name="decline_placement"),
    path("placements/<uuid:placement_id>/withdraw/", placement.withdraw, name="withdraw_placement"),
    path("<slug:slug>/", views.page, name="page"),
    path("<slug:slug>/edit/", views.edit, name="edit"),
    path("<slug:slug>/strategy/", views.strategy, name="strategy"),
    path("<slug:slug>/employer-domains/", views.domains, name="employer_domains"),
    path("<slug:slug>/place/", placement.place, name="place"),
    path("<slug:slug>/leave-parent/", placement.leave, name="leave_parent"),
    path("<slug:slug>/organisations/", affiliations.affiliations, name="affiliations"),
    path("<slug:slug>/choose-organisation/", affiliations.choose, name="choose_organisation"),
    path("<slug:slug>/invite/<slug:organisation>/", affiliations.invite, name="invite"),
    path("<slug:slug>/record/<slug:organisation>/", affiliations.record, name="record_affiliation"),
    path("<slug:slug>/apply/", affiliations.apply, name="apply"),
    path("<slug:slug>/offices/", offices.offices, ROOM, name="offices"),
    path("<slug:slug>/offer-office/", offices.offer, ROOM, name="offer_office"),
    path("<slug:slug>/meetings/", meetings.meetings, ROOM, name="meetings"),
    path("<slug:slug>/call-meeting/", meetings.arrange, ROOM, name="arrange_meeting"),
    path("<slug:slug>/calendar.ics", meetings.calendar, ROOM, name="calendar"),
    path("<slug:slug>/calendar/<str:token>.ics", meetings.private_feed, ROOM, name="private_calendar"),
    path("<slug:slug>/trail/", trail.trail, ROOM, name="trail"),
    path("<slug:slug>/staff-sessions/", trail.staff_sessions, name="staff_sessions"),
]
