"""Write docs/commands.md: every command with what it does, who may, and its line in the audit trail."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"


def page() -> str:
    """The text of the page, from the commands as they are declared."""
    import causeway.domains
    from causeway.kernel.commands import DECLARED

    for module in pkgutil.walk_packages(causeway.domains.__path__, "causeway.domains."):
        if ".commands" in module.name:
            importlib.import_module(module.name)
    rooms: dict[str, list[str]] = {}
    for kind, declared in DECLARED.items():
        if not kind.__module__.startswith("causeway.domains."):
            continue
        what = " ".join((kind.__doc__ or "").split("\n\n")[0].split())
        row = f"| `{kind.__name__}` | {what} | {declared.policy.sentence} | {declared.says} |"
        rooms.setdefault(kind.__module__.split(".")[2], []).append(row)
    parts = [
        "# Every command and its policy",
        "",
        "Written by `tools/commands_page.py` from the code; a test compares them.",
    ]
    for room in ("people", "alliances", "services", "campaigns", "petitions", "assemblies", "budgets"):
        head = [
            "",
            f"## {room}",
            "",
            "| command | what it does | who may | in the audit trail |",
            "| --- | --- | --- | --- |",
        ]
        parts += [*head, *sorted(rooms.get(room, []))]
    return "\n".join(parts) + "\n"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "causeway.project.settings")
    import django

    django.setup()
    PAGE.write_text(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
