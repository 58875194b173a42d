"""Write down what an election elects to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.models import Committee, Nomination, Process
from causeway.domains.assemblies.models.committees import LONGEST_RHYTHM
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.wording import a_line
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class SetUpCommittee(Command[Committee]):
    """Say what the elected will be: the committee's name, its term, their duties, and how often they report.

    It can change until somebody stands: people stand on what they could read. ``report_weeks`` 0 means no reports.
    """

    process_id: UUID
    name: str
    starts_on: date
    ends_on: date | None = None
    duties: str = ""
    report_weeks: int = 0


@performs(
    SetUpCommittee,
    policy=may_run_process,
    says="wrote down what the election of “{committee}” elects to",
    finds=locked(Process, "process_id"),
)
def set_up_committee(_actor: Actor, command: SetUpCommittee, process: Process) -> Done[Committee]:
    if process.blueprint != Process.Blueprint.ELECTION or process.part_of:
        raise Conflict(_("Only the election of a whole committee makes one."))
    if process.cancelled_on or process.ballot.tie_seed or Nomination.objects.filter(process=process).exists():
        raise Conflict(_("Somebody stands already, on what is written here. It cannot change any more."))
    name = a_line(command.name, "name", longest=160)
    known = Committee.objects.filter(election=process).first()
    committee, _new = Committee.objects.update_or_create(
        election=process,
        defaults={
            "name": name,
            "slug": known.slug if known else free_slug(Committee, name),
            "duties": some_text(command.duties, "duties", longest=4000, needed=False),
            "report_weeks": _weeks(command.report_weeks),
            **_checked_term(command),
        },
    )
    return in_committees_trail(committee, committee)


def _checked_term(command: SetUpCommittee) -> dict[str, date | None]:
    starts_on = a_day(command.starts_on, "starts_on")
    if starts_on < clock.today():
        raise Invalid(starts_on=_("The term cannot begin in the past."))
    if command.ends_on and a_day(command.ends_on, "ends_on") <= starts_on:
        raise Invalid(ends_on=_("The term ends after it begins."))
    return {"starts_on": starts_on, "ends_on": command.ends_on}


def _weeks(number: int) -> int:
    if not 0 <= number <= LONGEST_RHYTHM:
        raise Invalid(report_weeks=_("Give a number from 0 to %(most)s.") % {"most": LONGEST_RHYTHM})
    return number
