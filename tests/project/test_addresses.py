"""The site's own address: what `causeway run` prints, what letters link to and what forms are accepted from agree."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from causeway.project.run import site_url
from tests.scenes import Scene


@pytest.mark.parametrize(
    ("host", "port", "address"),
    [
        ("127.0.0.1", 8000, "http://localhost:8000"),
        ("0.0.0.0", 8080, "http://localhost:8080"),
        ("192.168.1.20", 8000, "http://192.168.1.20:8000"),
        ("causeway.example.org", 8000, "http://causeway.example.org:8000"),
        ("fd00::1", 8000, "http://[fd00::1]:8000"),
    ],
)
def test_the_address_is_a_name_wherever_it_can_be_because_passkeys_need_one(host: str, port: int, address: str) -> None:
    assert site_url(host, port) == address


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000"])
def test_people_sign_in_at_the_name_and_at_the_number(scene: Scene, host: str) -> None:
    browser = Client(enforce_csrf_checks=True, SERVER_NAME=host.partition(":")[0], SERVER_PORT="8000", HTTP_HOST=host)
    browser.get("/account/login/")
    form = {
        "login": "sam@example.org",
        "password": "a long enough password",
        "csrfmiddlewaretoken": browser.cookies["csrftoken"].value,
    }
    assert browser.post("/account/login/", form, headers={"origin": f"http://{host}"}).status_code == 302
    assert browser.post("/account/login/", form, headers={"origin": "http://evil.example"}).status_code == 403


def test_letters_link_to_an_address_that_the_site_answers_to_and_takes_forms_from(client: Client, db: None) -> None:
    assert settings.CSRF_TRUSTED_ORIGINS == [settings.SITE_URL]
    host = settings.SITE_URL.removeprefix("http://")
    assert client.get("/account/login/", headers={"host": host}).status_code == 200
    assert client.get("/account/login/", headers={"host": "evil.example"}).status_code == 400
