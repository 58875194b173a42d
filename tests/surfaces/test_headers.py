"""What every page carries, and does not carry, in its headers."""

from __future__ import annotations

from django.test import Client


def test_a_page_may_load_nothing_from_elsewhere_and_run_no_script_of_its_own(db: None) -> None:
    policy = Client().get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_visitor_who_only_reads_gets_no_cookie(db: None) -> None:
    assert not Client().get("/").cookies
