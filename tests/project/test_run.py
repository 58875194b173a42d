"""What `causeway run` says, and what it starts its parts with."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.core.mail import EmailMessage, get_connection

from causeway.project import run
from causeway.project.mail import settings_for

ADDRESS = "http://localhost:8000"


class NoPostgres:
    """In place of a running PostgreSQL: `run` needs its address only, as its parts are not started here."""

    url = "postgresql://nowhere/causeway"

    def __enter__(self) -> NoPostgres:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def revive(self) -> None:
        pass


def test_letters_of_a_first_run_become_files_that_only_their_owner_reads(tmp_path: Path) -> None:
    email_url = run.surroundings({}, "", ADDRESS, tmp_path / "var of mine" / "letters")["EMAIL_URL"]
    assert str(tmp_path / "var of mine" / "letters") in run.where_letters_go(email_url)
    folder = tmp_path / "var of mine" / "letters"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    backend = settings_for(email_url)
    connection = get_connection(backend["EMAIL_BACKEND"], file_path=backend["EMAIL_FILE_PATH"])
    EmailMessage("Your code", "ABC-123", "a@example.org", ["b@example.org"], connection=connection).send()
    (letter,) = folder.iterdir()
    assert "ABC-123" in letter.read_text()


def test_letters_go_where_the_operator_says() -> None:
    for named, words in (("smtp://mail.example.org:25", "mail server"), ("console:", "printed here")):
        assert run.surroundings({"EMAIL_URL": named}, "", ADDRESS, Path("letters"))["EMAIL_URL"] == named
        assert words in run.where_letters_go(named)


def test_what_a_newcomer_needs_is_printed_last(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAUSEWAY_VAR", str(tmp_path))
    monkeypatch.delenv("EMAIL_URL")
    monkeypatch.setattr(run.database, "running", lambda _folder: NoPostgres())
    monkeypatch.setattr(run, "step", lambda _environment, says, arguments: run.click.echo(f"{says}: {arguments[0]}"))
    monkeypatch.setattr(run, "keep_running", lambda *_: None)
    said = CliRunner().invoke(run.run_command, ["--demo"], catch_exceptions=False).output.splitlines()
    assert said[0].startswith("Letters")
    assert str(tmp_path / "letters") in said[0]
    assert said[-3:] == [
        "Loading the demo alliance: demo",  # which prints the sign-ins and the passphrase
        "",
        f"Causeway is at {ADDRESS}  (Ctrl-C stops it)",
    ]
