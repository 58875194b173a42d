"""The invented people of the demo."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.kernel.actors import Member


@dataclass(frozen=True)
class Cast:
    """The invented people of the demo; their names say so."""

    coordinator: Member
    rep: Member
    user: Member
    secretary: Member


PEOPLE = {
    "coordinator": ("coordinator@demo.example", "Cora Coordinator (invented)"),
    "rep": ("rep@demo.example", "Ravi Rep (invented)"),
    "user": ("user@demo.example", "Una User (invented)"),
    "secretary": ("secretary@demo.example", "Sam Secretary (invented)"),
}
