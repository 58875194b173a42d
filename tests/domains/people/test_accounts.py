"""Accounts: opened, named, hidden, closed and erased, each by its owner."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.commands.choose_name import ChooseName
from causeway.domains.people.commands.close_account import CloseAccount
from causeway.domains.people.commands.erase_person import ErasePerson
from causeway.domains.people.commands.hide_me import HideMe
from causeway.domains.people.commands.keep_account import KeepAccount
from causeway.domains.people.commands.move_address import MoveAddress
from causeway.domains.people.commands.open_account import OpenAccount
from causeway.domains.people.commands.show_me import ShowMe
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.commands.watch_domains import WatchDomains
from causeway.domains.people.employers import employer_behind
from causeway.domains.people.handlers import erase_due
from causeway.domains.people.models import Channel, Consent, Person, WatchedDomain
from causeway.domains.people.queries import may_contact, names_of, wants_nothing
from causeway.kernel import clock
from causeway.kernel.actors import System, Visitor
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.models import AuditEntry, OutboxEvent
from causeway.kernel.perform import perform
from tests.domains.people.scene import NEWS, agree
from tests.scenes import Scene
from tests.work import work

SYSTEM = System(reason="a test")


def test_opening_an_account_leaves_an_audit_row_without_the_address(db: None) -> None:
    person = perform(Visitor(), OpenAccount(email="Robin@Example.org", password="three words together"))
    assert person.email == "robin@example.org"
    entry = AuditEntry.objects.get(command="OpenAccount")
    assert (entry.scope, entry.sentence) == (person.pk, "opened an account")


def test_one_address_has_one_account_however_it_is_spelt(scene: Scene) -> None:
    with pytest.raises(Conflict):
        perform(Visitor(), OpenAccount(email="SAM@example.org", password="three words together"))


def test_only_the_platform_calls_an_address_confirmed(db: None) -> None:
    with pytest.raises(Refused):
        perform(Visitor(), OpenAccount(email="a@example.org", confirmed=True))
    person = perform(SYSTEM, OpenAccount(email="a@example.org", confirmed=True))
    assert EmailAddress.objects.get(user=person).verified


def test_a_hidden_person_is_a_member_to_others_until_they_show_themselves(scene: Scene) -> None:
    sam = scene.people["stranger"]
    assert names_of([sam.pk]) == {sam.pk: "Sam Stranger"}
    perform(scene.actor("stranger"), HideMe())
    assert names_of([sam.pk]) == {sam.pk: "A member"}
    assert str(Person.objects.get(pk=sam.pk)) == "A member"
    perform(scene.actor("stranger"), ShowMe())
    assert names_of([sam.pk]) == {sam.pk: "Sam Stranger"}


@pytest.mark.parametrize("name", ["x" * 81, "sam@example.org"])
def test_a_name_that_is_too_long_or_an_address_is_refused_in_a_sentence(scene: Scene, name: str) -> None:
    with pytest.raises(Invalid):
        perform(scene.actor("stranger"), ChooseName(display_name=name))


def test_a_pseudonym_is_stored_without_stray_spaces(scene: Scene) -> None:
    perform(scene.actor("stranger"), ChooseName(display_name="  Night \n Owl "))
    assert Person.objects.get(pk=scene.people["stranger"].pk).display_name == "Night Owl"


# -- leaving --------------------------------------------------------------------------------------------------------


def test_leaving_hides_at_once_withdraws_consents_and_can_be_undone(scene: Scene) -> None:
    sam = scene.people["stranger"]
    perform(SYSTEM, agree(scene))
    perform(scene.actor("stranger"), CloseAccount())
    assert names_of([sam.pk]) == {sam.pk: "A member"}
    assert not may_contact(sam.email, scene.westbury.pk, Channel.EMAIL, NEWS)
    work()
    assert mail.outbox[-1].to == [sam.email]
    perform(scene.actor("stranger"), KeepAccount())
    with clock.stopped_at(clock.now() + timedelta(days=15)):
        assert erase_due() == 0
    assert names_of([sam.pk]) == {sam.pk: "Sam Stranger"}


def test_an_account_is_erased_when_14_days_are_over_and_not_before(scene: Scene) -> None:
    perform(scene.actor("stranger"), CloseAccount())
    with clock.stopped_at(clock.now() + timedelta(days=13)):
        assert erase_due() == 0
    with clock.stopped_at(clock.now() + timedelta(days=14, minutes=1)):
        assert erase_due() == 1
        assert erase_due() == 0


def test_erasing_leaves_a_bare_identifier_and_ends_every_session(scene: Scene, client: Client) -> None:
    sam = scene.people["stranger"]
    perform(SYSTEM, agree(scene))
    EmailAddress.objects.create(user=sam, email=sam.email, verified=True, primary=True)
    client.force_login(sam)
    assert client.get("/people/account/").status_code == 200
    perform(scene.actor("stranger"), ErasePerson(person_id=sam.pk))
    assert client.get("/people/account/").status_code == 302
    gone = Person.objects.get(pk=sam.pk)
    assert (gone.email, gone.display_name, gone.is_active) == (f"{sam.pk}@erased.invalid", "", False)
    assert not gone.has_usable_password()
    assert names_of([sam.pk]) == {}
    assert not EmailAddress.objects.filter(email="sam@example.org").exists()
    assert not Consent.objects.exists()
    assert wants_nothing(index_of_address("sam@example.org"))
    assert OutboxEvent.objects.filter(name="PersonErased", payload__person_id=str(sam.pk)).exists()


def test_a_new_account_may_use_the_address_of_an_erased_one(scene: Scene) -> None:
    perform(scene.actor("stranger"), ErasePerson(person_id=scene.people["stranger"].pk))
    assert perform(Visitor(), OpenAccount(email="sam@example.org")).pk != scene.people["stranger"].pk


def test_the_leave_page_wants_the_word_before_it_erases(scene: Scene, client: Client) -> None:
    sam = scene.people["stranger"]
    signed_in_just_now(client, scene)
    page = client.post("/people/account/leave/", {"choice": "now", "word": "yes"})
    assert "Type the word ERASE" in page.content.decode()
    assert Person.objects.get(pk=sam.pk).erased_at is None
    assert client.post("/people/account/leave/", {"choice": "now", "word": "erase"}).status_code == 302
    assert Person.objects.get(pk=sam.pk).erased_at is not None


def signed_in_just_now(client: Client, scene: Scene) -> None:
    """Sign in through the page and show once more who it is, as erasing and downloading ask for it."""
    sam = scene.people["stranger"]
    EmailAddress.objects.create(user=sam, email=sam.email, verified=True, primary=True)
    answer = client.post("/account/login/", {"login": sam.email, "password": "a long enough password"})
    assert answer.status_code == 302, answer.content.decode()
    answer = client.post("/account/reauthenticate/", {"password": "a long enough password"})
    assert answer.status_code == 302, answer.content.decode()


def test_erasing_and_downloading_ask_who_it_is_once_more(scene: Scene, client: Client) -> None:
    client.force_login(scene.people["stranger"])
    for path in ("/people/account/leave/", "/people/account/data/download/"):
        assert "/account/reauthenticate" in client.get(path).headers["Location"]


# -- the download ---------------------------------------------------------------------------------------------------


def test_the_download_holds_everything_for_people_and_machines(scene: Scene, client: Client) -> None:
    perform(SYSTEM, agree(scene))
    signed_in_just_now(client, scene)
    assert "campaign-news" in client.get("/people/account/data/download/").content.decode()
    answer = client.post("/people/account/data/download/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="everything.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        held = json.loads(archive.read("everything.json"))["held"]
        page = archive.read("everything.html").decode()
    assert held["account"][0]["e-mail address"] == "sam@example.org"
    assert held["consents"][0]["wording"] in page
    assert "cora@example.org" not in page


# -- addresses ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("email", "domain"),
    [
        ("r@westbury.nhs.uk", "nhs.uk"),
        ("r@NHS.NET", "nhs.net"),
        ("r@dwp.gov.uk.", "gov.uk"),
        ("r@parliament.uk", "parliament.uk"),
        ("r@student.leeds.ac.uk", "ac.uk"),
        ("r@west.police.uk", "police.uk"),
        ("r@mod.uk", "mod.uk"),
        ("r@notnhs.uk", ""),
        ("r@nhs.uk.example.org", ""),
        ("r@example.org", ""),
        ("", ""),
        ("@", ""),
    ],
)
def test_an_employers_address_is_known_by_its_domain_and_those_above(db: None, email: str, domain: str) -> None:
    assert employer_behind(email) == domain


def test_an_alliance_adds_its_own_employers_and_takes_them_away_again(scene: Scene) -> None:
    perform(SYSTEM, WatchDomains(scope=scene.westbury.pk, domains=["@Hospital.Example", " hospital.example ", ""]))
    assert employer_behind("r@ward.hospital.example") == "hospital.example"
    perform(SYSTEM, WatchDomains(scope=scene.westbury.pk, domains=["other.example"]))
    assert employer_behind("r@ward.hospital.example") == ""


@pytest.mark.parametrize("domains", [["nodots"], ["a b.example"], ["x" * 300 + ".example"], ["<script>.example"]])
def test_what_is_no_domain_is_refused_and_changes_nothing(scene: Scene, domains: list[str]) -> None:
    with pytest.raises(Invalid):
        perform(SYSTEM, WatchDomains(scope=scene.westbury.pk, domains=["good.example", *domains]))
    assert not WatchedDomain.objects.exists()


def test_the_warning_comes_before_anything_is_sent_and_both_choices_are_open(db: None, client: Client) -> None:
    form = {"email": "robin@westbury.nhs.uk", "display_name": "Robin", "password1": "three words together"}
    answer = client.post("/account/signup/", form)
    assert answer.headers["Location"] == "/people/your-employer/"
    assert not mail.outbox
    assert not Person.objects.exists()
    assert client.post("/people/your-employer/", {"choice": "anyway"}).headers["Location"] == "/account/signup/"
    client.post("/account/signup/", form)
    assert Person.objects.get().email == "robin@westbury.nhs.uk"
    assert len(mail.outbox) == 1


def test_an_account_that_exists_is_told_by_letter_only(scene: Scene, client: Client) -> None:
    known = {"email": "sam@example.org", "password1": "three words together"}
    fresh = {"email": "robin@example.org", "password1": "three words together"}
    first, second = client.post("/account/signup/", known), Client().post("/account/signup/", fresh)
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])
    assert [letter.subject for letter in mail.outbox] == ["You have an account already", "Your code for Causeway"]


def test_a_whole_office_behind_one_address_can_sign_up_and_in(db: None, client: Client) -> None:
    for number in range(40):
        answer = Client().post(
            "/account/signup/", {"email": f"p{number}@example.org", "password1": "three words together"}
        )
        assert answer.status_code == 302, number
    for number in range(30):
        answer = Client().post("/account/login/", {"login": f"p{number}@example.org", "password": "wrong"})
        assert answer.status_code == 200, number


def test_guessing_one_accounts_password_is_slowed_down(scene: Scene) -> None:
    said = [
        Client().post("/account/login/", {"login": "sam@example.org", "password": f"wrong {number}"}).content.decode()
        for number in range(7)
    ]
    assert "Too many" not in said[0]
    assert "Too many" in said[-1]


def test_consents_and_the_wish_to_hear_nothing_move_with_a_new_address(scene: Scene) -> None:
    perform(SYSTEM, agree(scene))
    move = MoveAddress(person_id=scene.people["stranger"].pk, from_email="sam@example.org", to_email="sam@example.net")
    perform(SYSTEM, move)
    assert may_contact("sam@example.net", scene.westbury.pk, Channel.EMAIL, NEWS)
    assert not may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)
    perform(SYSTEM, StopEverything(subject_index=index_of_address("sam@example.org")))
    perform(SYSTEM, move)
    assert not may_contact("sam@example.net", scene.westbury.pk, Channel.EMAIL, NEWS)
