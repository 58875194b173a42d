"""What committees do by the clock, in the worker."""

from __future__ import annotations

from causeway.domains.assemblies import committee_queries as queries
from causeway.domains.assemblies.commands.fill_vacancy import FillVacancy
from causeway.domains.assemblies.commands.form_committee import FormCommittee
from causeway.domains.assemblies.commands.lapse_seat import LapseSeat
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform


@app.periodic(cron="* * * * *")
@app.task(name="committees.form", queueing_lock="committees.form")
def form_committees(timestamp: int) -> None:
    """Each minute: offer the places of the elections that were counted."""
    for ballot_id in queries.elections_to_form():
        perform(System(reason="the election is counted"), FormCommittee(ballot_id=ballot_id))


@app.periodic(cron="20 * * * *")
@app.task(name="committees.lapse", queueing_lock="committees.lapse")
def lapse_seats(timestamp: int) -> None:
    """Each hour: places that nobody took up in time are vacant."""
    for seat_id in queries.seats_to_lapse():
        perform(System(reason="nobody answered in time"), LapseSeat(seat_id=seat_id))


@app.periodic(cron="* * * * *")
@app.task(name="committees.fill", queueing_lock="committees.fill")
def fill_vacancies(timestamp: int) -> None:
    """Each minute: fill the places for which the candidates have answered, or had their time to."""
    for seat_id in queries.vacancies_to_fill():
        perform(System(reason="the candidates have answered"), FillVacancy(seat_id=seat_id))
