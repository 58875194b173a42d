"""What mandates do by the clock, in the worker."""

from __future__ import annotations

from causeway.domains.assemblies import mandate_queries as queries
from causeway.domains.assemblies.commands.remind_of_report import RemindOfReport
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform


@app.periodic(cron="30 7 * * *")
@app.task(name="mandates.remind", queueing_lock="mandates.remind")
def remind_of_reports(timestamp: int) -> None:
    """Each morning: remind those whose report is due within a week."""
    for seat_id in queries.reports_to_remind():
        perform(System(reason="a report comes due"), RemindOfReport(seat_id=seat_id))
