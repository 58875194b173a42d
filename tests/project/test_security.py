"""What an attacker would try at the door, and what comes of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from causeway.domains.alliances.commands.edit_organisation import EditOrganisation
from causeway.domains.people.commands.choose_name import ChooseName
from causeway.domains.people.links import read_request_token, read_token, request_token, unsubscribe_url
from causeway.domains.people.models import Person
from causeway.domains.people.second_factor import seal_secret
from causeway.domains.services.ocds.values import without_contacts
from causeway.kernel.errors import Invalid, Missing
from causeway.kernel.mail import Letter, send
from causeway.kernel.perform import perform
from causeway.kernel.web_address import web_address
from tests.domains.people.scene import NEWS, sams_request
from tests.scenes import Scene

PASSWORD = "a long enough password"
ROOT = Path(__file__).resolve().parent.parent.parent


def confirmed(scene: Scene) -> Person:
    """The stranger, with a confirmed address."""
    sam = scene.people["stranger"]
    EmailAddress.objects.create(user=sam, email=sam.email, verified=True, primary=True)
    return sam


def sign_in(client: Client, path: str = "/account/login/", **more: str) -> str:
    """Sign the stranger in; returns where the answer leads."""
    answer = client.post(path, {"login": "sam@example.org", "password": PASSWORD, **more})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


# -- sessions and cookies -------------------------------------------------------------------------------------------


def test_a_session_that_somebody_planted_is_not_the_one_that_is_signed_in(scene: Scene, client: Client) -> None:
    confirmed(scene)
    planted = client.session
    planted["planted"] = "yes"
    planted.save()
    before = client.cookies["sessionid"].value
    sign_in(client)
    assert client.cookies["sessionid"].value != before
    other = Client()
    other.cookies["sessionid"] = before
    assert other.get("/people/account/").status_code == 302


def test_signing_out_ends_the_session_on_the_server(scene: Scene, client: Client) -> None:
    confirmed(scene)
    sign_in(client)
    kept = client.cookies["sessionid"].value
    client.post("/account/logout/")
    other = Client()
    other.cookies["sessionid"] = kept
    assert other.get("/people/account/").status_code == 302


def test_the_session_cookie_is_hidden_from_scripts_and_from_other_sites(scene: Scene, client: Client) -> None:
    confirmed(scene)
    sign_in(client)
    assert client.cookies["sessionid"]["httponly"]
    assert client.cookies["sessionid"]["samesite"] == "Lax"


def test_under_https_cookies_and_pages_stay_under_https() -> None:
    asked = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_PROXY_SSL_HEADER", "DEBUG"]
    code = f"from causeway.project import settings as s; print([getattr(s, name) for name in {asked}])"
    environment = {
        **os.environ,
        "CAUSEWAY_SITE_URL": "https://causeway.example.org/",
        "CAUSEWAY_VAR": str(settings.VAR_DIR),
        "DATABASE_URL": "postgres://nobody@localhost/none",
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[True, True, 31536000, ('HTTP_X_FORWARDED_PROTO', 'https'), False]"


# -- redirects and hosts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "https:///evil.example",
        "javascript:alert(1)",
        "http://localhost:9/",
        "http://127.0.0.1:9/",
        "\x00//evil.example",
    ],
)
def test_signing_in_leads_to_pages_of_this_site_only(scene: Scene, client: Client, elsewhere: str) -> None:
    confirmed(scene)
    assert sign_in(client, next=elsewhere) == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(scene: Scene, client: Client) -> None:
    confirmed(scene)
    assert sign_in(client, next="/people/account/data/") == "/people/account/data/"


@pytest.mark.parametrize("email", ["sam@example.org", "nobody@example.org"])
def test_letters_never_link_to_the_host_that_the_asking_browser_named(scene: Scene, email: str) -> None:
    confirmed(scene)
    Client(HTTP_HOST="127.0.0.1:1234").post("/account/password/reset/", {"email": email})
    Client(HTTP_HOST="127.0.0.1:1234").post("/account/signup/", {"email": email, "password1": "three words together"})
    links = [word for letter in mail.outbox for word in str(letter.body).split() if word.startswith("http")]
    assert links
    assert {f"{urlsplit(link).scheme}://{urlsplit(link).netloc}" for link in links} == {settings.SITE_URL}


# -- who has an account ---------------------------------------------------------------------------------------------


def test_nobody_learns_from_the_pages_whether_an_address_has_an_account(scene: Scene) -> None:
    confirmed(scene)

    def said(path: str, **form: str) -> tuple[int, str, str]:
        answer = Client().post(path, form)
        page = answer.content.decode().replace(form.get("login", "?"), "").replace(form.get("email", "?"), "")
        errors = page[page.find('role="alert"') :][:600] if 'role="alert"' in page else ""
        return answer.status_code, answer.headers.get("Location", ""), errors

    for path, known, unknown in (
        ("/account/login/", {"login": "sam@example.org"}, {"login": "no@example.org"}),
        ("/account/password/reset/", {"email": "sam@example.org"}, {"email": "no@example.org"}),
        ("/account/signup/", {"email": "sam@example.org"}, {"email": "no@example.org"}),
    ):
        more = {"password": "wrong"} if "login" in known else {"password1": "three words together"}
        assert said(path, **known, **more) == said(path, **unknown, **more), path


def test_signing_in_with_an_unknown_address_costs_a_password_check_too(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmed(scene)
    from django.contrib.auth.hashers import MD5PasswordHasher

    costs = 0
    real = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        nonlocal costs
        costs += 1
        return real(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    found = []
    for login in ("sam@example.org", "no@example.org"):
        costs = 0
        Client().post("/account/login/", {"login": login, "password": "wrong"})
        found.append(costs)
    assert found[0] == found[1] >= 1


# -- forged forms ---------------------------------------------------------------------------------------------------


def views(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, object]]:
    """Every view with its name."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{before}{pattern.namespace}:" if pattern.namespace else before
            yield from views(pattern.url_patterns, space)
        else:
            yield f"{before}{pattern.name}", pattern.callback


def test_only_pages_whose_address_is_the_secret_take_forms_without_a_token() -> None:
    exempt = {name for name, view in views(get_resolver().url_patterns) if getattr(view, "csrf_exempt", False)}
    by_secret = {name for name in exempt if not name.startswith("api-")}
    assert by_secret == {
        "people:unsubscribe",
        "petitions:stop_letters",
        "rotas:stop_reminders",
        "services:tip_off_write",
        "services:tip_off_return",
        "services:tip_off_withdraw",
    }


# -- second factors -------------------------------------------------------------------------------------------------


def test_a_password_alone_or_a_new_one_by_letter_does_not_pass_the_second_step(scene: Scene, client: Client) -> None:
    sam = confirmed(scene)
    secret = "JBSWY3DPEHPK3PXP"
    Authenticator.objects.create(user=sam, type="totp", data={"secret": seal_secret(secret)})
    assert "/2fa/authenticate" in sign_in(client)
    for path in ("/people/account/", "/account/2fa/", "/account/email/", "/people/account/data/download/"):
        assert "/account/login" in client.get(path).headers["Location"], path
    letter = Client()
    letter.post("/account/password/reset/", {"email": sam.email})
    link = next(word for word in str(mail.outbox[-1].body).split() if "/account/password/reset/key" in word)
    page = letter.get(urlsplit(link).path, follow=True)
    letter.post(page.request["PATH_INFO"], {"password1": "three words together"})
    assert letter.get("/people/account/").status_code == 302
    code = {"code": format_hotp_value(hotp_value(secret, int(time.time()) // 30))}
    assert "/account/login" in client.post("/account/2fa/authenticate/", code).headers["Location"]
    assert client.get("/people/account/").status_code == 302, "a sign-in that the old password began went on"


def test_the_second_step_needs_a_code_that_fits(scene: Scene, client: Client) -> None:
    sam = confirmed(scene)
    secret = "JBSWY3DPEHPK3PXP"
    Authenticator.objects.create(user=sam, type="totp", data={"secret": seal_secret(secret)})
    sign_in(client)
    assert client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code == 200
    client.post("/account/2fa/authenticate/", {"code": format_hotp_value(hotp_value(secret, int(time.time()) // 30))})
    assert client.get("/people/account/").status_code == 200


# -- links in letters -----------------------------------------------------------------------------------------------


def test_a_link_for_one_thing_opens_no_other(scene: Scene) -> None:
    request = sams_request(scene)
    follow = request_token(request.pk)
    stop = urlsplit(unsubscribe_url("sam@example.org", scene.westbury.pk, "email", NEWS)).path.split("/")[-2]
    assert read_request_token(follow).subject_id == request.pk
    with pytest.raises(Missing):
        read_token(follow)
    with pytest.raises(Missing):
        read_request_token(stop)
    for changed in (stop[:-1] + ("A" if stop[-1] != "A" else "B"), "x" + stop[1:]):
        with pytest.raises(Missing):
            read_token(changed)


# -- what people write ----------------------------------------------------------------------------------------------


def test_a_name_full_of_markup_is_shown_as_it_is_typed(scene: Scene, client: Client) -> None:
    perform(scene.actor("stranger"), ChooseName(display_name='<script>alert(1)</script>"><img src=x onerror=1>'))
    client.force_login(scene.people["stranger"])
    page = client.get("/people/account/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        " \tjavascript:x",
        "ftp://x.example",
    ],
)
def test_a_link_that_runs_something_is_refused_at_the_door(scene: Scene, address: str) -> None:
    with pytest.raises(Invalid):
        web_address("website", address)
    with pytest.raises(Invalid):
        perform(
            scene.actor("rep"),
            EditOrganisation(body_id=scene.branch.pk, name=scene.branch.name, kind=scene.branch.kind, website=address),
        )


def test_a_line_break_in_a_subject_adds_no_header() -> None:
    send(Letter("sam@example.org", "News\r\nBcc: all@example.org", "people/letters/account_closes", {"link": ""}))
    assert mail.outbox[-1].subject == "News Bcc: all@example.org"
    assert mail.outbox[-1].recipients() == ["sam@example.org"]


def test_taking_contacts_out_of_a_long_hostile_text_takes_no_longer_than_reading_it() -> None:
    assert without_contacts("Ask jo.o'neil+x@council.example or 020 7946 0000.") == "Ask […] or […]."
    began = time.perf_counter()
    without_contacts("a" * 200_000)
    without_contacts("a@" * 100_000)
    without_contacts("0 " * 100_000)
    assert time.perf_counter() - began < 5
