"""The pages and files of votes on proposals: what stands there, for whom, and that the files open."""

from __future__ import annotations

import csv
import io

from django.test import Client
from pypdf import PdfReader

from causeway.domains.assemblies.models import Paper
from causeway.domains.budgets import votes_queries as queries
from causeway.domains.budgets.commands.add_need import AddNeed
from causeway.engines.budgeting import pabulib
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as votes
from tests.domains.budgets import votes_scene as room
from tests.scenes import Scene


def client_of(scene: Scene, name: str) -> Client:
    client = Client()
    client.force_login(scene.people[name])
    return client


def test_the_page_states_before_the_vote_which_way_decides(scene: Scene) -> None:
    vote = room.voting(scene)
    page = client_of(scene, "user").get(vote.get_absolute_url()).content.decode()
    assert page.index("Equal shares") < page.index("decides") < page.index("Most votes first")
    assert "£70,000 is shared out" in page
    assert "Warm rooms in three estates" in page
    assert "What each way pays for" not in page
    process = client_of(scene, "user").get(vote.process.get_absolute_url()).content.decode()
    assert vote.get_absolute_url() in process


def test_the_ways_stand_side_by_side_with_how_far_each_was_from_support(scene: Scene) -> None:
    vote = room.decided(scene)
    page = client_of(scene, "user").get(vote.get_absolute_url()).content.decode()
    assert page.count("paid for</span>") == 6
    assert "4. Night buses at weekends" in page
    assert "Nobody ticked it." in page
    assert "What each person’s share bought" in page
    for worked in queries.results_of(vote).values():
        assert worked.digest in page


def test_the_files_open_and_say_the_same(scene: Scene) -> None:
    vote, una = room.decided(scene), client_of(scene, "user")
    booklet = una.get(f"{vote.get_absolute_url()}booklet.pdf")
    assert booklet["Content-Type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(booklet.content))
    root = pdf.trailer["/Root"]
    assert root["/StructTreeRoot"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    text = " ".join(page.extract_text() for page in pdf.pages)
    for words in (
        "Warm rooms in three estates",
        "Most votes first",
        "£70,000 was shared out; 5 proposals",
        "causeway allocate",
    ):
        assert words in " ".join(text.split()), words
    rows = list(csv.reader(io.StringIO(una.get(f"{vote.get_absolute_url()}ways.csv").content.decode())))
    assert rows[0][:4] == ["number", "proposal", "cost in pounds", "votes"]
    assert {row[1]: row[4] for row in rows[1:]}["Warm rooms in three estates"] == "paid for"
    papers = pabulib.read(io.BytesIO(una.get(f"{vote.get_absolute_url()}papers.pb").content))
    assert papers.ballots.voters == 7
    assert pabulib.remarks(papers) == []


def test_the_whole_budget_is_printed_with_its_needs_money_and_vote(scene: Scene) -> None:
    vote, una = room.decided(scene), client_of(scene, "user")
    perform(scene.actor("user"), AddNeed(budget_id=vote.budget_id, text="A warm place to meet", said_by=14))
    perform(scene.actor("user"), AddNeed(budget_id=vote.budget_id, text="A bench by the pond", said_by=3))
    pdf = PdfReader(io.BytesIO(una.get(f"{vote.budget.get_absolute_url()}booklet.pdf").content))
    assert pdf.trailer["/Root"]["/StructTreeRoot"]
    text = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    for words in (
        "A warm place to meet (said by 14",
        "A bench by the pond",
        "What is proposed",
        "Where it goes",
        "Decided by “Equal shares”",
        "Beside the council’s own budget",
        "This was not a statutory ballot.",
    ):
        assert words in text, words
    assert "said by 3" not in text, "fewer than ten are not told"


def test_a_paper_is_found_by_its_code_and_told_what_it_bought(scene: Scene) -> None:
    vote, una = room.decided(scene), client_of(scene, "user")
    receipt = Paper.objects.filter(ballot_id=vote.pk).order_by("receipt")[0].receipt
    address = f"{vote.get_absolute_url()}my-paper/"
    page = una.post(address, {"receipt": receipt.lower().replace("-", " ")})
    assert "no-store" in page["Cache-Control"]
    said = page.content.decode()
    assert "Your paper held £10,000.00." in said
    assert "Keep the library open on Saturdays" in said
    wrong = una.post(address, {"receipt": "0000-0000-0000"})
    assert wrong.status_code == 422
    assert "No paper has this code" in wrong.content.decode()


def test_before_the_count_there_is_nothing_to_download_and_no_paper_to_find(scene: Scene) -> None:
    vote, una = room.voting(scene), client_of(scene, "user")
    receipt = room.cast(vote, scene.people["user"], room.TICKS["users"])
    for place in ("booklet.pdf", "ways.csv", "papers.pb", "my-paper/"):
        assert una.get(f"{vote.get_absolute_url()}{place}").status_code == 404
    assert una.post(f"{vote.get_absolute_url()}my-paper/", {"receipt": receipt}).status_code == 404


def test_nobody_outside_sees_the_vote_of_a_budget_that_is_for_members(scene: Scene) -> None:
    vote = room.decided(scene)
    for place in ("", "booklet.pdf", "ways.csv", "papers.pb", "my-paper/"):
        assert Client().get(f"{vote.get_absolute_url()}{place}").status_code == 404
    assert client_of(scene, "outsider").get(vote.get_absolute_url()).status_code == 404


def test_the_comparison_can_be_sorted_narrowed_and_taken_away(scene: Scene) -> None:
    vote, una = room.decided(scene), client_of(scene, "user")
    address = f"{vote.budget.get_absolute_url()}comparison/"
    page = una.get(address).content.decode()
    assert "Education services" in page
    assert "no figure" in page
    narrowed = una.get(address, {"only": "differing", "order": "difference", "way": "most_votes"}).content.decode()
    assert "Education services" not in narrowed
    assert narrowed.index("Adult Social Care") < narrowed.index("Cultural and related services")
    assert "“Most votes first”" in narrowed
    odd = una.get(address, {"order": "nonsense", "way": "by magic"})
    assert odd.status_code == 200
    table = una.get(f"{vote.budget.get_absolute_url()}comparison.csv").content.decode()
    rows = list(csv.reader(io.StringIO(table)))
    total = rows[-1]
    assert total[1] == "All lines"
    assert int(total[3]) - int(total[2]) == int(total[4]) == 42_000
    assert sum(int(row[4]) for row in rows[1:-1]) == 42_000


def test_a_budget_without_figures_or_votes_says_so(scene: Scene) -> None:
    of = room.budgets.begun(scene, title="Nothing yet")
    page = client_of(scene, "user").get(f"{of.get_absolute_url()}comparison/").content.decode()
    assert "No figures of the council are taken in yet" in page


def test_a_coordinator_sets_a_vote_up_from_the_form(scene: Scene) -> None:
    of, cora = room.to_be_voted_on(scene), client_of(scene, "coordinator")
    votes.members(scene)
    address = f"{of.get_absolute_url()}put-to-the-vote/"
    assert "5 proposals have an agreed cost" in cora.get(address).content.decode()
    opens, closes = room.clock.today() + room.DAY, room.clock.today() + 3 * room.DAY
    given = {
        "title": "What to pay for",
        "amount_pounds": "70000",
        "way": "balanced",
        "why_here": "For all.",
        "opens_on": opens.isoformat(),
        "opens_hour": "09:00",
        "closes_on": closes.isoformat(),
        "closes_hour": "20:00",
    }
    refused = cora.post(address, given)
    assert refused.status_code == 422
    assert "papers must say for which section" in refused.content.decode()
    done = cora.post(address, given | {"by_section": "on"})
    vote = queries.votes_on(of)[0]
    assert done.headers["Location"] == vote.process.get_absolute_url()
    again = cora.post(address, given | {"by_section": "on"}, follow=True)
    assert "already" in again.content.decode() or again.status_code == 200
    assert len(queries.votes_on(of)) == 1
