"""The documentation names what there is, and what it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from causeway.project.cli import COMMANDS
from tools.commands_page import PAGE, page

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def test_the_page_of_commands_is_the_code() -> None:
    assert PAGE.read_text() == page(), "Run tools/commands_page.py to renew docs/commands.md."


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", path.read_text()):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_every_command_of_the_command_line_is_documented() -> None:
    text = "\n".join(path.read_text() for path in PAGES)
    missing = [name for name in COMMANDS if f"causeway {name}" not in text]
    assert not missing, f"No page of the documentation names: {missing}"


def test_every_setting_is_documented() -> None:
    source = (ROOT / "causeway" / "project" / "settings.py").read_text()
    named = set(re.findall(r"environ\.get\(\s*\"(\w+)\"", source))
    head = source.split('"""')[1]
    assert not {name for name in named if name not in head}


def test_decisions_are_a_page_at_most_and_say_what_would_change_our_mind() -> None:
    for path in (ROOT / "docs" / "decisions").glob("*.md"):
        text = path.read_text()
        assert len(text.split()) < 600, path.name
        assert "What would change our mind" in text, path.name
