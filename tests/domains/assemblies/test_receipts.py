"""What a receipt can be used for: to find one's own paper after the count, and for nothing else."""

from __future__ import annotations

import pytest
from django.test import Client

from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.models import Paper, Process
from causeway.domains.assemblies.receipts import new_receipt
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

FILES = ("papers/", "papers.csv", "papers.blt", "conditions.csv")


def as_(scene: Scene, name: str) -> Client:
    client = Client()
    client.force_login(scene.people[name])
    return client


@pytest.mark.parametrize("reader", ["coordinator", "user", "rep"])
def test_while_a_vote_is_open_a_receipt_opens_nothing_for_anybody(scene: Scene, reader: str) -> None:
    process = room.voting(scene)
    receipts = room.cast_all(scene, process)
    client, address = as_(scene, reader), process.get_absolute_url()
    for name in FILES:
        assert client.get(f"{address}{name}", {"receipt": receipts[0]}).status_code == 404
    page = client.get(address, {"receipt": receipts[0]}).content.decode()
    assert not any(receipt in page for receipt in receipts)


def test_the_receipt_of_somebody_else_leads_to_a_paper_and_to_no_person(scene: Scene) -> None:
    process = room.counted(scene)
    receipts = list(Paper.objects.filter(ballot=process.pk).values_list("receipt", flat=True))
    page = as_(scene, "coordinator").get(f"{process.get_absolute_url()}papers/", {"receipt": receipts[0]})
    text = page.content.decode()
    assert receipts[0] in text
    assert not any(receipt in text for receipt in receipts[1:])
    for voter in room.members(scene):
        assert voter.email not in text
        assert voter.display_name not in text


def test_a_receipt_of_one_vote_finds_nothing_in_another(scene: Scene) -> None:
    process, other = room.counted(scene), room.counted(scene, result_for="everybody")
    receipt = Paper.objects.filter(ballot=other.pk).values_list("receipt", flat=True)[0]
    page = as_(scene, "user").get(f"{process.get_absolute_url()}papers/", {"receipt": receipt}).content.decode()
    assert f"<code>{receipt}</code>" not in page


def test_receipts_cannot_be_guessed_or_put_in_the_order_of_the_votes(scene: Scene) -> None:
    codes = [new_receipt() for _ in range(2_000)]
    assert len(set(codes)) == len(codes)
    letters = {letter for code in codes for letter in code if letter != "-"}
    length = len(codes[0].replace("-", ""))
    assert len(letters) ** length > 2**59, "as many as nobody can try"
    process = room.voting(scene)
    cast = room.cast_all(scene, process)
    perform(System(reason="a test"), CountBallot(ballot_id=room.let_pass(process, 3 * room.DAY).pk))
    ballot = Process.objects.get(pk=process.pk).ballot
    listed = [row.receipt for row in Paper.objects.filter(ballot=ballot).order_by("receipt")]
    assert listed == sorted(cast), "they are published in the order of the codes, which is no order of votes"
