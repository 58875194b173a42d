"""The pages and buttons of a campaign’s own work: its tasks and notes."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.campaign_queries import one_of
from causeway.domains.campaigns.commands.add_task import AddTask
from causeway.domains.campaigns.commands.drop_task import DropTask
from causeway.domains.campaigns.commands.finish_task import FinishTask
from causeway.domains.campaigns.commands.hand_back_task import HandBackTask
from causeway.domains.campaigns.commands.reopen_task import ReopenTask
from causeway.domains.campaigns.commands.restore_note import RestoreNote
from causeway.domains.campaigns.commands.restore_task import RestoreTask
from causeway.domains.campaigns.commands.take_task import TakeTask
from causeway.domains.campaigns.commands.withdraw_note import WithdrawNote
from causeway.domains.campaigns.commands.write_note import WriteNote
from causeway.domains.campaigns.models import (
    Campaign,
    Note,
    Task,
)
from causeway.domains.campaigns.policies import may_take_part
from causeway.domains.campaigns.web import forms
from causeway.domains.campaigns.web.factories import button, form_page

MEMBERS = "campaigns:members"


def find_task(campaign: Campaign, task_id: UUID) -> Task:
    return one_of(campaign.tasks.all(), task_id)


def find_note(campaign: Campaign, note_id: UUID) -> Note:
    return one_of(campaign.notes.all(), note_id)


add_task = form_page(
    form=forms.TaskForm,
    title=_("Add a task"),
    lead=_("Nobody is given a task: somebody takes it."),
    does=_("Add the task"),
    said=_("The task is on the list."),
    build=lambda campaign, _row, given: AddTask(campaign_id=campaign.pk, **given),
)
take_task = button(
    find=find_task,
    build=lambda _campaign, row: TakeTask(task_id=row.pk),
    said=_("It is yours. Thank you."),
    then=MEMBERS,
)
hand_back_task = button(
    find=find_task,
    build=lambda _campaign, row: HandBackTask(task_id=row.pk),
    said=_("Handed back, so that somebody else can take it."),
    then=MEMBERS,
)
finish_task = button(
    find=find_task,
    build=lambda _campaign, row: FinishTask(task_id=row.pk),
    said=_("Done. Thank you."),
    then=MEMBERS,
)
reopen_task = button(
    find=find_task,
    build=lambda _campaign, row: ReopenTask(task_id=row.pk),
    said=_("Back on the list."),
    then=MEMBERS,
)
drop_task = button(
    find=find_task,
    build=lambda _campaign, row: DropTask(task_id=row.pk),
    said=_("Taken off the list. You can put it back below the list."),
    then=MEMBERS,
)
restore_task = button(
    find=find_task,
    build=lambda _campaign, row: RestoreTask(task_id=row.pk),
    said=_("Back on the list."),
    then=MEMBERS,
)
write_note = form_page(
    form=forms.NoteForm,
    policy=may_take_part,
    title=_("Write a note"),
    does=_("Save the note"),
    said=_("The note is on the members’ page."),
    build=lambda campaign, _row, given: WriteNote(campaign_id=campaign.pk, **given),
)
withdraw_note = button(
    find=find_note,
    build=lambda _campaign, row: WithdrawNote(note_id=row.pk),
    said=_("Taken away. You can put it back below the notes."),
    then=MEMBERS,
)
restore_note = button(
    find=find_note,
    build=lambda _campaign, row: RestoreNote(note_id=row.pk),
    said=_("The note is back."),
    then=MEMBERS,
)
