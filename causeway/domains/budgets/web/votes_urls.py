"""The addresses of votes on proposals, and of the comparison of both budgets."""

from __future__ import annotations

from django.urls import path

from causeway.domains.budgets.web import vote_downloads, votes

app_name = "budget_votes"

urlpatterns = [
    path("votes/<slug:process_slug>/", votes.vote, name="vote"),
    path("votes/<slug:process_slug>/work-out/", votes.work_out, name="work_out"),
    path("votes/<slug:process_slug>/my-paper/", votes.my_paper, name="paper"),
    path("votes/<slug:process_slug>/booklet.pdf", vote_downloads.booklet, name="booklet"),
    path("votes/<slug:process_slug>/ways.csv", vote_downloads.ways_csv, name="ways_csv"),
    path("votes/<slug:process_slug>/papers.pb", vote_downloads.pabulib, name="pabulib"),
    path("<slug:slug>/put-to-the-vote/", votes.set_up, name="set_up"),
    path("<slug:slug>/booklet.pdf", vote_downloads.whole_booklet, name="whole_booklet"),
    path("<slug:slug>/comparison/", vote_downloads.comparison, name="comparison"),
    path("<slug:slug>/comparison.csv", vote_downloads.comparison_csv, name="comparison_csv"),
]
