"""The logs tell what went wrong, and nothing of whom it happened to."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path, reverse
from django.utils.module_loading import import_string

from causeway.domains.people.models import Person
from tests.domains.services.tip_off_scene import code, keys
from tests.scenes import Scene

EMAIL, NAME = "ravi@example.org", "Ravi Rep"
ADDRESS, BROWSER, SECRET = "203.0.113.77", "Strange/9.9", "MARKERTEXT"
TRACES = (EMAIL, "ravi%40example", ADDRESS, BROWSER, SECRET, NAME)


def broken(_request: HttpRequest) -> HttpResponse:
    """A page with a fault in it: the database refuses an address that is taken, and says which."""
    Person.objects.create_user(EMAIL, display_name=NAME)
    raise AssertionError


urlpatterns = [path("broken/", broken), path("", include("causeway.project.urls"))]
handler500 = "causeway.surfaces.site.views.broken"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that any logger writes, formatted as the settings say."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    configured = dict(settings.LOGGING["formatters"]["plain"])
    formatter = import_string(configured.pop("()"))
    handler.setFormatter(formatter(configured["format"]))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def visitor(**more: bool) -> Client:
    """A browser that gives away what browsers give away."""
    return Client(raise_request_exception=False, REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER, **more)


@override_settings(ROOT_URLCONF="tests.project.test_logs")
def test_no_error_leaves_an_address_a_query_or_a_browser_in_the_log(scene: Scene, log: io.StringIO) -> None:
    client, form = visitor(), visitor(enforce_csrf_checks=True)
    question = f"?email={EMAIL}&text={SECRET}"
    elsewhere = f"https://elsewhere.example/{question}"
    assert client.get(f"/nothing/{question}").status_code == 404
    assert client.get(f"/broken/{question}").status_code == 500
    assert form.post(f"/account/login/{question}", {"login": EMAIL}).status_code == 403
    assert form.post("/account/login/", {}, secure=True, HTTP_REFERER=elsewhere).status_code == 403
    assert client.get(f"/{question}", HTTP_HOST="un,known.example").status_code == 400
    assert (
        client.post(f"/api/petitions/x/signatures{question}", "{", content_type="application/json").status_code == 400
    )
    text = log.getvalue()
    assert "/nothing/" in text  # the log is there, and tells what went wrong
    assert IntegrityError.__name__ in text
    assert "Forbidden" in text
    assert [trace for trace in TRACES if trace in text] == []


def test_a_tip_off_leaves_no_line_at_all(scene: Scene, log: io.StringIO) -> None:
    keys(scene)
    address = reverse("services:tip_off_write", kwargs={"slug": scene.westbury.slug})
    answer = visitor().post(address, {"text": f"{SECRET} {EMAIL}", "code": code(scene)})
    assert answer.status_code == 200
    assert code(scene) in answer.content.decode()
    assert log.getvalue() == ""


def test_no_mail_tells_anybody_of_errors() -> None:
    assert settings.ADMINS == settings.MANAGERS == []
