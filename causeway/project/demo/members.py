"""The invented members of Harbourside, and the days on which they did what they did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.models import Organisation
from causeway.domains.people.commands.open_account import OpenAccount
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.perform import perform

DAY = timedelta(days=1)
INVENTED = "Invented for the demo."
JOB = System(reason="building the demo")
FIRST = ("Ada", "Bea", "Col", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida", "Jon", "Kay", "Lou")


@dataclass(frozen=True)
class Members:
    """The invented members of the users' group and of the branch; nobody can sign in as one of them."""

    users: tuple[Member, ...]
    workers: tuple[Member, ...]

    @property
    def everybody(self) -> tuple[Member, ...]:
        return (*self.users, *self.workers)


@contextmanager
def days_ago(days: float) -> Iterator[None]:
    """Do something as if it were so many days ago."""
    with clock.stopped_at(clock.now() - days * DAY):
        yield


def join_members(branch: Organisation, group: Organisation) -> Members:
    """Twelve members each."""
    return Members(users=_members(group, "user"), workers=_members(branch, "worker"))


def _members(organisation: Organisation, word: str) -> tuple[Member, ...]:
    opened = [
        perform(JOB, OpenAccount(email=f"{word}-{number}@demo.example", display_name=f"{name}, a {word} (invented)"))
        for number, name in enumerate(FIRST)
    ]
    members = tuple(Member(person.pk) for person in opened)
    for member in members:
        perform(member, JoinOrganisation(organisation_id=organisation.pk))
    return members
