"""Tender notices: stored once, matched with reasons, decided on."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from causeway.domains.services.cli_tenders import import_tenders_command
from causeway.domains.services.commands.add_tender_feed import AddTenderFeed
from causeway.domains.services.commands.dismiss_notice import DismissNotice
from causeway.domains.services.commands.reopen_notice import ReopenNotice
from causeway.domains.services.commands.take_up_notice import TakeUpNotice
from causeway.domains.services.commands.watch_notice import WatchNotice
from causeway.domains.services.feeds import address_of, read_feed
from causeway.domains.services.fetching import Limits, fetch, is_public
from causeway.domains.services.models import OfferedNotice, TenderFeed, TenderNotice, TenderPackage
from causeway.domains.services.notice_services import BY_KEY
from causeway.domains.services.queries.tenders import insourcing_windows, reasons_in_words
from causeway.domains.services.tasks import remind_of_contract_ends
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Unreadable
from causeway.kernel.perform import perform
from tests.domains.services.https_server import served
from tests.domains.services.scene import centre
from tests.domains.services.tender_scene import body, feed, offer, package, read, release
from tests.scenes import Scene
from tests.work import work


def test_a_notice_is_stored_with_exact_money_and_uk_days(scene: Scene) -> None:
    read(scene, body(release()))
    notice = TenderNotice.objects.get()
    assert (notice.value_pence, notice.currency, notice.value_text) == (25_000_050, "GBP", "£250,000.50")
    assert (notice.contract_ends_on, notice.tender_closes_on) == (date(2027, 12, 31), date(2026, 12, 1))


def test_reading_the_same_feed_again_adds_nothing(scene: Scene) -> None:
    package(scene)
    before = (TenderNotice.objects.count(), OfferedNotice.objects.count())
    again = read(scene, body(release(), release(ocid="ocds-b5fd17-two", id="t", date=None), None))
    assert (TenderNotice.objects.count(), OfferedNotice.objects.count()) == before
    assert (again.new_notices, again.changed_notices, again.repeated_releases, again.lost_releases) == (0, 0, 2, 1)


def test_one_ocid_at_two_buyers_is_two_notices_and_is_reported(scene: Scene) -> None:
    other = release(id="other-1", buyer={"id": "GB-2", "name": "Northmarsh Council"}, parties=[])
    report = read(scene, body(release(), other))
    assert TenderNotice.objects.filter(ocid="ocds-b5fd17-one").count() == 2
    assert report.problems.filter(field="ocid", sentence__contains="another buyer").count() == 2


def test_releases_are_merged_in_date_order_though_they_come_in_another(scene: Scene) -> None:
    late = release(id="late", date="2026-11-01T00:00:00Z", tender={"title": "New title"})
    read(scene, body(late))
    read(scene, body(release()))
    notice = TenderNotice.objects.get()
    assert notice.title == "New title"
    assert notice.value_pence == 25_000_050
    assert notice.released_at == datetime(2026, 11, 1, tzinfo=UTC)


def test_the_same_id_with_other_content_is_reported(scene: Scene) -> None:
    report = read(scene, body(release(), release(tender={"title": "Changed"})))
    assert report.problems.filter(sentence__contains="same id").exists()
    assert TenderNotice.objects.count() == 1


def test_the_match_is_explained_by_points_that_add_up(scene: Scene) -> None:
    made = offer(scene)
    reasons = reasons_in_words(made)
    assert made.state == OfferedNotice.State.WAITING
    assert made.service == centre(scene)
    assert sum(points for _words, points in reasons) == made.score >= 60
    said = " ".join(words for words, _points in reasons)
    for part in ("Same buyer: Westbury Council", "Westbury", "85312000 social work", "rowan"):
        assert part in said


def test_what_is_bought_elsewhere_is_not_offered(scene: Scene) -> None:
    centre(scene)
    buyer = {"id": "GB-9", "name": "Farshire Council"}
    read(scene, body(release(ocid="ocds-far", buyer=buyer, parties=[])))
    made = OfferedNotice.objects.get(notice__ocid="ocds-far")
    assert made.state == OfferedNotice.State.UNMATCHED
    assert made.score < 60


def test_a_feed_that_watches_buyer_and_code_offers_without_a_service(scene: Scene) -> None:
    feed(scene)
    read(scene, body(release()))
    made = OfferedNotice.objects.get()
    assert (made.state, made.service) == (OfferedNotice.State.WAITING, None)
    assert made.score == 85


def test_a_notice_taken_up_is_a_threat_with_its_dates_and_link(scene: Scene) -> None:
    cora, made = scene.actor("coordinator"), offer(scene)
    threat = perform(cora, TakeUpNotice(offer_id=made.pk, service_id=centre(scene).pk, title="Rowan out to tender"))
    assert (threat.kind, threat.contract_ends_on) == ("outsourcing", date(2027, 12, 31))
    assert threat.source_url == "https://example.org/notice/one"
    made.refresh_from_db()
    assert (made.state, made.threat) == (OfferedNotice.State.TAKEN_UP, threat)
    with pytest.raises(Conflict):
        perform(cora, DismissNotice(offer_id=made.pk, why="Too late"))


def test_a_dismissed_notice_stays_so_when_the_feed_repeats_and_can_be_put_back(scene: Scene) -> None:
    cora, made = scene.actor("coordinator"), offer(scene)
    with pytest.raises(Invalid):
        perform(cora, DismissNotice(offer_id=made.pk, why=" "))
    perform(cora, DismissNotice(offer_id=made.pk, why="A different centre"))
    read(scene, body(release(id="one-2", date="2026-10-09T00:00:00Z")))
    made.refresh_from_db()
    assert made.state == OfferedNotice.State.DISMISSED
    perform(cora, ReopenNotice(offer_id=made.pk))
    made.refresh_from_db()
    assert (made.state, made.why_dismissed) == (OfferedNotice.State.WAITING, "")


def test_a_watched_contract_shows_when_it_ends_within_eighteen_months(scene: Scene) -> None:
    cora, end = scene.actor("coordinator"), clock.now() + timedelta(days=2000)
    read(scene, body(release(tender={"title": "Long", "contractPeriod": {"endDate": end.date().isoformat()}})))
    made = OfferedNotice.objects.get()
    perform(cora, WatchNotice(offer_id=made.pk))
    with clock.stopped_at(end - timedelta(days=600)):
        assert insourcing_windows(cora) == []
    with clock.stopped_at(end - timedelta(days=500)):
        assert [one.pk for one in insourcing_windows(cora)] == [made.pk]


def test_coordinators_are_told_once_when_a_watched_contract_comes_near_its_end(
    scene: Scene, mailoutbox: list[EmailMessage]
) -> None:
    cora, end = scene.actor("coordinator"), clock.now() + timedelta(days=500)
    read(scene, body(release(tender={"title": "Near", "contractPeriod": {"endDate": end.date().isoformat()}})))
    remind_of_contract_ends(timestamp=0)
    work()
    assert mailoutbox == []
    perform(cora, WatchNotice(offer_id=OfferedNotice.objects.get().pk))
    for _night in range(2):
        remind_of_contract_ends(timestamp=0)
        work()
    (letter,) = mailoutbox
    assert letter.to == ["cora@example.org"]
    assert "18 months" in letter.body


def test_an_uploaded_file_is_read_in_a_job_and_reported_on_its_page(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["coordinator"])
    file = SimpleUploadedFile("day.json", body(release(), None))
    data = {"alliance": str(scene.westbury.pk), "file": file}
    answer = client.post(reverse("services:tender_packages"), data)
    assert answer.status_code == 302
    assert "waits to be read" in client.get(answer.headers["Location"]).content.decode()
    work()
    page = client.get(answer.headers["Location"]).content.decode()
    assert "left out" in page
    row = TenderPackage.objects.get()
    assert (row.state, row.body, row.releases, row.lost_releases) == ("done", None, 2, 1)


@pytest.mark.parametrize("junk", [b"not json", b"{}", b"\xff\xfe\x00"])
def test_a_file_that_is_no_package_changes_nothing_and_says_so(scene: Scene, junk: bytes) -> None:
    report = read(scene, junk)
    assert report.state == TenderPackage.State.FAILED
    assert report.failure.endswith(".")
    assert not TenderNotice.objects.exists()


def test_the_command_line_reads_a_file_and_prints_the_report(scene: Scene, tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    file.write_bytes(body(release(date=None)))
    done = CliRunner().invoke(import_tenders_command, [str(file), "--alliance", scene.westbury.slug])
    assert done.exit_code == 0, done.output
    assert "New notices: 1" in done.output
    assert "Its date is missing" in done.output
    bad = CliRunner().invoke(import_tenders_command, [str(tmp_path / "none.json"), "--alliance", scene.westbury.slug])
    assert isinstance(bad.exception, Unreadable)


@pytest.mark.realdata
def test_the_dirty_feed_keeps_every_good_notice(scene: Scene, real_data: Path) -> None:
    raw = (real_data / "ocds" / "dirty.json").read_bytes()
    report = read(scene, raw)
    assert (report.releases, report.lost_releases, report.new_notices) == (13, 1, 11)
    reused = TenderNotice.objects.filter(ocid="ocds-b5fd17-83e70371-f036-4ee2-a35a-659c24326c15")
    assert sorted(reused.values_list("buyer_name", flat=True)) == [
        "University Of Worcester",
        "Welland Procurement Unit",
    ]
    again = read(scene, raw)
    assert (again.new_notices, again.changed_notices) == (0, 0)


# -- feeds ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "169.254.169.254",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:127.0.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "x",
    ],
)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_a_public_address_is() -> None:
    assert is_public("8.8.8.8")
    assert is_public("2001:4860:4860::8888")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/",
        "ftp://example.org",
        "https://127.0.0.1/",
        "https://localhost/x",
        "https://[::1]/",
        "https://u:p@example.org/",
        "https://",
        "file:///etc/passwd",
    ],
)
def test_a_feed_is_read_over_https_from_public_addresses_only(url: str) -> None:
    with pytest.raises(Unreadable):
        fetch(url)


@pytest.mark.parametrize("url", ["http://example.org/x", "https://", "nonsense", "https://exa mple.org"])
def test_a_feed_without_a_safe_address_is_refused(scene: Scene, url: str) -> None:
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), AddTenderFeed(alliance_id=scene.westbury.pk, name="Feed", url=url))


@pytest.mark.parametrize(
    ("service", "address"),
    [
        ("find-a-tender", "https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages?"),
        ("contracts-finder", "https://www.contractsfinder.service.gov.uk/Published/Notices/OCDS/Search?"),
    ],
)
def test_an_official_service_is_chosen_without_knowing_its_address(scene: Scene, service: str, address: str) -> None:
    client = Client()
    client.force_login(scene.people["coordinator"])
    given = {"alliance": str(scene.westbury.pk), "service": service}
    assert client.post(reverse("services:tender_feeds"), given).status_code == 302
    row = TenderFeed.objects.get()
    assert row.name == BY_KEY[service].name
    assert address_of(row).startswith(address)
    assert re.search(r"From=20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d$", address_of(row))


def test_another_address_is_asked_for_where_it_is_chosen(scene: Scene) -> None:
    client = Client()
    client.force_login(scene.people["coordinator"])
    page = client.post(reverse("services:tender_feeds"), {"alliance": str(scene.westbury.pk), "service": "other"})
    assert page.status_code == 422
    assert "Enter the feed’s address." in page.content.decode()
    assert not TenderFeed.objects.exists()


class _Feed(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        place = f"https://localhost:{self.server.server_address[1]}"
        if self.headers.get("If-None-Match") == "mark":
            self._answer(304, b"")
        elif self.path.startswith("/one"):
            self._answer(200, body(release(), links={"next": f"{place}/two"}), ETag="mark")
        elif self.path == "/two":
            self._answer(200, body(release(ocid="ocds-page-two", id="two-1"), links={"next": f"{place}/two"}))
        elif self.path == "/away":
            self._answer(302, b"", Location="http://localhost/one")
        elif self.path == "/round":
            self._answer(302, b"", Location="/round")
        elif self.path == "/huge":
            self._answer(200, b"x" * 200_000)
        else:
            self._answer(500, b"")

    def _answer(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def https_feed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Limits]]:
    """A real https server of our own on this machine, and limits that allow it."""
    with served(_Feed, tmp_path_factory.mktemp("tls")) as (place, trusted):
        yield (
            place,
            Limits(
                largest=100_000,
                allows=lambda address: address in {"127.0.0.1", "::1"},
                context=lambda: ssl.create_default_context(cafile=str(trusted)),
            ),
        )


def _feed_at(scene: Scene, url: str) -> TenderFeed:
    return perform(scene.actor("coordinator"), AddTenderFeed(alliance_id=scene.westbury.pk, name="Feed", url=url))


def test_a_feed_is_read_page_by_page_and_not_again_until_it_changes(
    scene: Scene, https_feed: tuple[str, Limits]
) -> None:
    place, limits = https_feed
    row = _feed_at(scene, f"{place}/one?from={{since}}")
    assert read_feed(row.pk, limits) == 2
    work()
    assert set(TenderNotice.objects.values_list("ocid", flat=True)) == {"ocds-b5fd17-one", "ocds-page-two"}
    row.refresh_from_db()
    assert (row.etag, row.last_failure) == ("mark", "")
    assert row.read_until is not None
    assert read_feed(row.pk, limits) == 0


@pytest.mark.parametrize(
    ("path", "said"),
    [("/away", "https only"), ("/round", "on and on"), ("/huge", "more than"), ("/broken", "status 500")],
)
def test_a_feed_that_fails_says_why_and_is_tried_again(
    scene: Scene, https_feed: tuple[str, Limits], path: str, said: str
) -> None:
    place, limits = https_feed
    row = _feed_at(scene, f"{place}{path}")
    assert read_feed(row.pk, limits) == 0
    row.refresh_from_db()
    assert said in row.last_failure
    assert row.last_run_at is not None


def test_our_own_server_is_not_read_without_leave(https_feed: tuple[str, Limits]) -> None:
    with pytest.raises(Unreadable, match="private network"):
        fetch(f"{https_feed[0]}/one")
