"""Who may do what about mandates and reports, and why not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import belongs_to, body_of, runs_body
from causeway.domains.assemblies.committee_policies import may_see_committee
from causeway.domains.assemblies.mandate_queries import visible_reports
from causeway.domains.assemblies.models import Committee, Report, ReportQuestion, Seat
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_report = sees("Those who belong to the body that elected somebody read what they report.", visible_reports)


@policy("Whoever runs the body writes down the mandate that it adopted for a committee.")
def may_adopt_mandate(actor: Actor, committee: Committee) -> Verdict:
    if runs_body(actor, body_of(committee.election)):
        return YES
    return no(_("Only those who run this body can do this.")) if may_see_committee(actor, committee) else HIDDEN


@policy("Whoever holds a place reports to those who elected them.")
def may_write_report(actor: Actor, seat: Seat) -> Verdict:
    return YES if seat.person_id and person_of(actor) == seat.person_id else HIDDEN


@policy("Whoever wrote a report may write it anew until somebody asks about it.")
def may_rewrite_report(actor: Actor, report: Report) -> Verdict:
    return may_write_report(actor, report.seat)


@policy("Whoever belongs to the body asks about a report; nobody learns who asked.")
def may_ask_about_report(actor: Actor, report: Report) -> Verdict:
    if not may_see_report(actor, report):
        return HIDDEN
    belongs = belongs_to(actor, body_of(report.seat.committee.election))
    return YES if belongs else no(_("Only those who belong to this body can ask."))


@policy("Whoever wrote a report answers what is asked about it.")
def may_answer_about_report(actor: Actor, question: ReportQuestion) -> Verdict:
    return may_write_report(actor, question.report.seat)
