"""The ladder of engagement: counts, consent, and the ask for the next step."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from causeway.domains.campaigns.commands.ask_for_next_step import AskForNextStep
from causeway.domains.campaigns.commands.drop_contact import DropContact
from causeway.domains.campaigns.commands.drop_contacts import DropContacts
from causeway.domains.campaigns.commands.keep_contact import KeepContact
from causeway.domains.campaigns.commands.record_step import RecordStep
from causeway.domains.campaigns.commands.send_next_step import SendNextStep
from causeway.domains.campaigns.ladder_queries import Ladder, ladder_of
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.campaigns.models import Asked, Contact, Rung, Step
from causeway.domains.campaigns.tasks import note_steps
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.models import Suppression
from causeway.kernel import clock
from causeway.kernel.actors import System, Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.events_scene import ask_command, public_event, sign_up_visitor
from tests.domains.campaigns.scene import draft_campaign, open_campaign
from tests.scenes import Scene
from tests.work import work

SYSTEM = System("a test")


def step(scene: Scene, email: str, rung: str = Rung.SIGNED, days_ago: int = 0) -> None:
    on = clock.today() - timedelta(days=days_ago)
    perform(SYSTEM, RecordStep(campaign_id=open_campaign(scene).pk, email=email, rung=rung, on=on))


def agree(scene: Scene, email: str) -> None:
    """Somebody agreed to hear from the alliance, and their address is kept."""
    consent = GiveConsent(
        email=email,
        controller_id=scene.westbury.pk,
        controller_name=scene.westbury.name,
        channel="email",
        purpose=PURPOSE,
        wording="You may e-mail me.",
    )
    perform(SYSTEM, consent)
    contact = KeepContact(campaign_id=open_campaign(scene).pk, controller_id=scene.westbury.pk, email=email, name="Jo")
    perform(SYSTEM, contact)


def ladder(scene: Scene, name: str = "coordinator") -> Ladder:
    return ladder_of(scene.actor(name), open_campaign(scene))


def test_a_step_is_kept_once_and_names_nobody(scene: Scene) -> None:
    step(scene, "vera@example.org")
    step(scene, " VERA@example.org ")
    (row,) = Step.objects.all()
    assert b"vera" not in bytes(row.person_index)
    other = perform(SYSTEM, RecordStep(campaign_id=draft_campaign(scene).pk, email="vera@example.org", rung="signed"))
    assert bytes(other.person_index) != bytes(row.person_index), "two campaigns could be joined by the index"


def test_whoever_only_signed_and_was_never_asked_is_counted(scene: Scene) -> None:
    step(scene, "a@example.org")
    step(scene, "b@example.org")
    step(scene, "b@example.org", Rung.CAME)
    agree(scene, "c@example.org")
    step(scene, "c@example.org")
    assert ladder(scene).never_asked == 1
    perform(scene.actor("coordinator"), ask_command(scene))
    work()
    counts = ladder(scene)
    assert counts.never_asked == 1  # a@ never agreed, so was not asked
    assert counts.people == 3


def test_whoever_moved_up_in_the_last_month_is_counted(scene: Scene) -> None:
    step(scene, "a@example.org", days_ago=50)
    step(scene, "a@example.org", Rung.CAME, days_ago=3)
    step(scene, "b@example.org", days_ago=50)
    step(scene, "c@example.org", Rung.CAME, days_ago=2)
    step(scene, "d@example.org", Rung.CAME, days_ago=60)
    step(scene, "d@example.org", days_ago=1)  # signing after coming is no step up
    assert ladder(scene).moved_up == 1


def test_counts_below_ten_are_for_organisers_only(scene: Scene) -> None:
    for number in range(9):
        step(scene, f"p{number}@example.org")
    assert ladder(scene).rungs[0].reached == 9
    seen = ladder(scene, "rep")
    assert (seen.rungs[0].reached, seen.never_asked, seen.people) == (None, None, None)
    assert all(count is None for rung in seen.rungs for count in rung.weekly)
    client = Client()
    client.force_login(scene.people["rep"])
    page = client.get(reverse("ladder:ladder", args=[open_campaign(scene).slug])).content.decode()
    assert "&lt;10" in page
    step(scene, "p9@example.org")
    assert ladder(scene, "rep").rungs[0].reached == 10
    with pytest.raises(Missing):
        ladder(scene, "outsider")


def test_an_address_is_kept_only_with_consent_and_sealed(scene: Scene) -> None:
    command = KeepContact(campaign_id=open_campaign(scene).pk, controller_id=scene.westbury.pk, email="a@example.org")
    with pytest.raises(Refused):
        perform(SYSTEM, command)
    assert not Contact.objects.exists()
    agree(scene, "a@example.org")
    with connection.cursor() as cursor:
        cursor.execute("SELECT email, name FROM campaigns_contact")
        assert b"example" not in b"".join(bytes(value) for value in cursor.fetchone())


def test_a_dropped_contact_is_gone_at_once_for_one_body_and_however_the_address_is_spelt(scene: Scene) -> None:
    for email in ("a@example.org", "b@example.org"):
        agree(scene, email)
    campaign = open_campaign(scene)
    for controller, left in ((scene.branch.pk, 2), (scene.westbury.pk, 1), (scene.westbury.pk, 1)):
        perform(SYSTEM, DropContact(campaign_id=campaign.pk, controller_id=controller, email=" A@Example.org"))
        assert Contact.objects.count() == left
    assert Contact.objects.get().email == "b@example.org"


def test_ticking_the_box_at_sign_up_is_the_consent_and_not_ticking_it_is_none(scene: Scene) -> None:
    event = public_event(scene)
    sign_up_visitor(event, "no@example.org")
    sign_up_visitor(event, "later@example.org", wants_to_hear=True, confirm=False)
    sign_up_visitor(event, "yes@example.org", wants_to_hear=True)
    work()
    assert [contact.email for contact in Contact.objects.all()] == ["yes@example.org"]
    assert Contact.objects.get().controller_id == scene.westbury.pk


def test_an_address_goes_when_the_consent_is_withdrawn(scene: Scene) -> None:
    agree(scene, "a@example.org")
    agree(scene, "b@example.org")
    withdraw = WithdrawConsent(subject_index=index_of_address("a@example.org"), controller_id=scene.westbury.pk)
    perform(SYSTEM, withdraw)
    assert perform(SYSTEM, DropContacts()) == 1
    assert [contact.email for contact in Contact.objects.all()] == ["b@example.org"]


def test_an_ask_goes_only_to_those_who_agree_still_and_reports_in_numbers(scene: Scene) -> None:
    for name in ("yes", "withdrawn", "stopped"):
        agree(scene, f"{name}@example.org")
        step(scene, f"{name}@example.org")
    step(scene, "never@example.org")
    agree(scene, "higher@example.org")
    step(scene, "higher@example.org", Rung.CAME)
    withdraw = WithdrawConsent(subject_index=index_of_address("withdrawn@example.org"), controller_id=scene.westbury.pk)
    perform(SYSTEM, withdraw)
    Suppression.objects.create(subject_index=index_of_address("stopped@example.org"), since=clock.now())
    ask = perform(scene.actor("coordinator"), ask_command(scene))
    work()
    ask.refresh_from_db()
    assert [letter.to for letter in mail.outbox] == [["yes@example.org"]]
    assert mail.outbox[0].extra_headers["List-Unsubscribe"].startswith("<http")
    assert (ask.on_rung, ask.sent, ask.no_consent, ask.suppressed, ask.too_soon) == (4, 1, 2, 1, 0)
    assert ask.finished_at is not None
    client = Client()
    client.force_login(scene.people["coordinator"])
    page = client.get(reverse("ladder:asked", args=[ask.pk])).content.decode()
    assert "yes@example.org" not in page


def test_nobody_is_asked_twice_in_seven_days(scene: Scene) -> None:
    agree(scene, "a@example.org")
    step(scene, "a@example.org")
    cora = scene.actor("coordinator")
    perform(cora, ask_command(scene))
    work()
    second = perform(cora, ask_command(scene))
    work()
    second.refresh_from_db()
    assert (second.sent, second.too_soon, len(mail.outbox)) == (0, 1, 1)
    with clock.stopped_at(clock.now() + timedelta(days=7, minutes=1)):
        perform(cora, ask_command(scene))
        work()
    assert len(mail.outbox) == 2


def test_an_interrupted_job_goes_on_where_it_stopped_and_asks_nobody_twice(scene: Scene) -> None:
    for number in range(60):
        agree(scene, f"p{number}@example.org")
        step(scene, f"p{number}@example.org")
    ask = perform(scene.actor("coordinator"), ask_command(scene))
    first = perform(SYSTEM, SendNextStep(ask_id=ask.pk))
    assert (len(first.contact_ids), first.finished) == (50, False)
    work()  # the job runs again from its start
    ask.refresh_from_db()
    assert ask.sent == 60
    assert len(mail.outbox) == 10  # the fifty of the lost batch are not written to again
    assert Asked.objects.count() == 60


def test_one_ask_at_a_time_and_only_in_the_name_of_ones_own_body(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    perform(cora, ask_command(scene))
    with pytest.raises(Conflict):
        perform(cora, ask_command(scene))
    with pytest.raises(Refused):
        perform(cora, ask_command(scene, controller_id=scene.branch.pk))
    with pytest.raises(Refused):
        perform(scene.actor("rep"), ask_command(scene, controller_id=scene.branch.pk))


@pytest.mark.parametrize(
    ("name", "value"),
    [("subject", " "), ("subject", "x" * 200), ("message", "Come."), ("message", "x" * 2000), ("rung", "said_yes")],
)
def test_an_ask_needs_a_rung_a_subject_and_a_short_message(scene: Scene, name: str, value: str) -> None:
    fields = {"rung": "signed", "subject": "Come", "message": "Will you come to the meeting?"} | {name: value}
    command = AskForNextStep(campaign_id=open_campaign(scene).pk, controller_id=scene.westbury.pk, **fields)
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), command)


def test_office_holders_who_stand_on_the_ladder_get_their_rung(scene: Scene) -> None:
    step(scene, "cora@example.org")
    note_steps(0)
    assert Step.objects.filter(rung=Rung.HOLDS_OFFICE).count() == 1


def test_the_message_is_looked_at_before_it_is_sent(scene: Scene) -> None:
    agree(scene, "a@example.org")
    step(scene, "a@example.org")
    campaign = open_campaign(scene)
    client = Client()
    client.force_login(scene.people["coordinator"])
    address = reverse("ladder:ask", args=[campaign.slug])
    fields = {
        "controller_id": str(scene.westbury.pk),
        "rung": "signed",
        "subject": "Come along",
        "message": "Will you come to the meeting next week?",
    }
    preview = client.post(address, fields)
    assert preview.status_code == 200
    assert "1 person left an address" in preview.content.decode()
    assert campaign.asks.count() == 0
    assert client.post(address, fields | {"do": "send"}).status_code == 302
    assert campaign.asks.count() == 1
    assert client.post(address, fields | {"do": "send"}).status_code == 422


def test_visitors_take_no_steps_by_hand(scene: Scene) -> None:
    command = RecordStep(campaign_id=open_campaign(scene).pk, email="a@example.org", rung="signed")
    for actor in (Visitor(), scene.actor("coordinator")):
        with pytest.raises(Refused):
            perform(actor, command)
