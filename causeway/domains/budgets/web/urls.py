"""The addresses of this room."""

from __future__ import annotations

from django.urls import path

from causeway.domains.budgets.web import balance, costing, figures, files, needs, proposals, sponsors, views

app_name = "budgets"

urlpatterns = [
    path("of/<str:room>/<slug:slug>/", views.budgets, name="list"),
    path("of/<str:room>/<slug:slug>/begin/", views.begin, name="begin"),
    path("readings/<uuid:reading_id>/", figures.reading, name="reading"),
    path("readings/<uuid:reading_id>/take-in/", figures.take_in, name="take_in"),
    path("readings/<uuid:reading_id>/put-aside/", figures.put_aside, name="put_aside"),
    path("lines/<uuid:line_id>/", figures.line, name="line"),
    path("lines/<uuid:line_id>/mark/", figures.mark, name="mark"),
    path("lines/<uuid:line_id>/fill/", figures.fill, name="fill"),
    path("items/<uuid:item_id>/remove/", balance.remove, name="remove_item"),
    path("costers/<uuid:coster_id>/accept/", costing.accept, name="accept_coster"),
    path("costers/<uuid:coster_id>/end/", costing.end, name="end_costing"),
    path("costings/<uuid:costing_id>/agree/", costing.agree, name="agree"),
    path("sponsors/<uuid:sponsor_id>/end/", sponsors.end, name="end_sponsorship"),
    path("proposals/<uuid:proposal_id>/", proposals.proposal, name="proposal"),
    path("proposals/<uuid:proposal_id>/change/", proposals.change, name="revise"),
    path("proposals/<uuid:proposal_id>/withdraw/", proposals.withdraw, name="withdraw"),
    path("proposals/<uuid:proposal_id>/sponsor/", sponsors.sponsor, name="sponsor"),
    path("proposals/<uuid:proposal_id>/sponsor-for/", sponsors.sponsor_for, name="sponsor_for"),
    path("proposals/<uuid:proposal_id>/cost/", costing.cost, name="cost"),
    path("proposals/<uuid:proposal_id>/adopt/", proposals.adopt, name="adopt"),
    path("proposals/<uuid:proposal_id>/set-aside/", proposals.set_aside, name="set_aside"),
    path("<slug:slug>/", views.budget, name="budget"),
    path("<slug:slug>/move/", views.move, name="move"),
    path("<slug:slug>/give-up/", views.give_up, name="give_up"),
    path("<slug:slug>/close/", views.close, name="close"),
    path("<slug:slug>/closed.json", files.closed, name="closed_json"),
    path("<slug:slug>/lines/", figures.lines, name="lines"),
    path("<slug:slug>/lines.csv", files.lines, name="lines_csv"),
    path("<slug:slug>/figures/", figures.read, name="read"),
    path("<slug:slug>/needs/", needs.needs, name="needs"),
    path("<slug:slug>/needs/add/", needs.add, name="add_need"),
    path("<slug:slug>/needs/merge/", needs.merge, name="merge_needs"),
    path("<slug:slug>/proposals/", proposals.proposals, name="proposals"),
    path("<slug:slug>/proposals.csv", files.proposals, name="proposals_csv"),
    path("<slug:slug>/proposals/make/", proposals.make, name="make"),
    path("<slug:slug>/proposals/merge/", proposals.merge, name="merge"),
    path("<slug:slug>/costing/", costing.costers, name="costers"),
    path("<slug:slug>/costing/offer/", costing.offer, name="offer"),
    path("<slug:slug>/balance/", balance.balance, name="balance"),
    path("<slug:slug>/balance/add/", balance.add, name="add_item"),
    path("<slug:slug>/balance/reserves/", balance.reserves, name="reserves"),
    path("<slug:slug>/balance/council-tax/", balance.council_tax, name="council_tax"),
]
