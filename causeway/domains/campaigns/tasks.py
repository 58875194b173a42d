"""What this room does by the clock."""

from __future__ import annotations

from causeway.domains.campaigns.commands.drop_contacts import DropContacts
from causeway.domains.campaigns.commands.forget_after_events import ForgetAfterEvents
from causeway.domains.campaigns.commands.record_step import RecordStep
from causeway.domains.campaigns.commands.remind_of_shift import RemindOfShift
from causeway.domains.campaigns.ladder_queries import office_holders, shifts_served
from causeway.domains.campaigns.models import Rung
from causeway.domains.campaigns.rota_queries import turns_to_remind
from causeway.kernel.actors import System
from causeway.kernel.errors import Missing
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform

BY_THE_CLOCK = System("by the clock")


@app.periodic(cron="*/10 * * * *")
@app.task(name="remind_of_shifts", queueing_lock="remind_of_shifts", pass_context=False)
def remind_of_shifts(timestamp: int) -> None:
    """Remind everybody whose shift comes near."""
    while due := turns_to_remind():
        for turn_id in due:
            try:
                perform(BY_THE_CLOCK, RemindOfShift(turn_id=turn_id))
            except Missing:  # dropped in this very moment
                continue


@app.periodic(cron="25 * * * *")
@app.task(name="note_steps", queueing_lock="note_steps", pass_context=False)
def note_steps(timestamp: int) -> None:
    """Note who served a shift and who holds an office, and let go of contacts who withdrew."""
    for campaign, email, day in shifts_served():
        perform(BY_THE_CLOCK, RecordStep(campaign_id=campaign.pk, email=email, rung=Rung.TOOK_SHIFT, on=day))
    for campaign, email in office_holders():
        perform(BY_THE_CLOCK, RecordStep(campaign_id=campaign.pk, email=email, rung=Rung.HOLDS_OFFICE))
    perform(BY_THE_CLOCK, DropContacts())


@app.periodic(cron="40 3 * * *")
@app.task(name="forget_after_events", queueing_lock="forget_after_events", pass_context=False)
def forget_after_events(timestamp: int) -> None:
    """Delete what has served."""
    perform(BY_THE_CLOCK, ForgetAfterEvents())
