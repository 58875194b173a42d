"""Who may do what with committees and their places, and why not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of, runs_body
from causeway.domains.assemblies.committee_queries import visible_committees
from causeway.domains.assemblies.committee_standing import place_of
from causeway.domains.assemblies.models import Committee, Seat
from causeway.kernel.actors import Actor, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_committee = sees("Whoever sees an election sees the committee that it made.", visible_committees)


@policy("Whoever was elected says whether they take the place up.")
def may_answer_seat(actor: Actor, seat: Seat) -> Verdict:
    return YES if seat.person_id and person_of(actor) == seat.person_id else HIDDEN


@policy("Whoever holds a place steps down from it; nobody else ends their term but the electors.")
def may_step_down(actor: Actor, seat: Seat) -> Verdict:
    return may_answer_seat(actor, seat)


@policy("A candidate of the election who was not elected, and still belongs, says whether they would take the place.")
def may_answer_vacancy(actor: Actor, seat: Seat) -> Verdict:
    if not may_see_committee(actor, seat.committee):
        return HIDDEN
    if place_of(actor, seat) is None:
        return no(_("Only those who stood in this election, were not elected and still belong are asked."))
    return YES


@policy("Causeway fills a vacancy once the candidates have answered; whoever runs the body may ask for that.")
def may_fill_vacancy(actor: Actor, seat: Seat) -> Verdict:
    if isinstance(actor, System) or runs_body(actor, body_of(seat.committee.election)):
        return YES
    return no(_("Only those who run this body can do this.")) if may_see_committee(actor, seat.committee) else HIDDEN


@policy("Whoever runs the body calls a by-election where a countback found nobody.")
def may_call_by_election(actor: Actor, committee: Committee) -> Verdict:
    if runs_body(actor, body_of(committee.election)):
        return YES
    return no(_("Only those who run this body call elections.")) if may_see_committee(actor, committee) else HIDDEN


@policy("Only Causeway itself does this, in a job.")
def only_a_job(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else HIDDEN
