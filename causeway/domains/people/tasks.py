"""This room's periodic jobs; procrastinate finds them here."""

from __future__ import annotations

from causeway.domains.people.handlers import erase_due, resume_unfinished
from causeway.kernel.jobs import app


@app.periodic(cron="17 3 * * *")
@app.task(name="erase_due_accounts", queue="periodic")
def erase_due_accounts(timestamp: int) -> None:
    """Every night: forget those who left 14 days ago, and finish what a room left unfinished."""
    resume_unfinished()
    erase_due()
