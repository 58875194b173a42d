"""Who may do what about recalls, and why not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, body_of, runs_body, sees_body
from causeway.domains.assemblies.committee_policies import may_see_committee
from causeway.domains.assemblies.models import Recall, Seat
from causeway.domains.assemblies.recall_queries import visible_recalls
from causeway.domains.assemblies.recall_standing import may_elect
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_recall = sees(
    "Those who belong to the body that elected somebody see a recall, and nobody else.", visible_recalls
)


@policy("Whoever runs a body settles on what terms it recalls, within limits, and not while a petition runs.")
def may_set_recall_rules(actor: Actor, body: Body) -> Verdict:
    if runs_body(actor, body):
        return YES
    return no(_("Only those who run this body write its rules down.")) if sees_body(actor, body) else HIDDEN


@policy("Whoever may elect to a place today may ask that its holder is recalled. No office gives that right.")
def may_open_recall(actor: Actor, seat: Seat) -> Verdict:
    if not may_see_committee(actor, seat.committee):
        return HIDDEN
    return YES if may_elect(actor, seat) else no(_("Only those who may elect to this place can ask for a recall."))


@policy("Whoever may elect to the place today may support the recall once, and take that back while it is open.")
def may_support_recall(actor: Actor, recall: Recall) -> Verdict:
    if not may_see_recall(actor, recall):
        return HIDDEN
    return YES if may_elect(actor, recall.seat) else no(_("Only those who may elect to this place can support this."))


@policy("Whoever is to be recalled answers in writing.")
def may_answer_recall(actor: Actor, recall: Recall) -> Verdict:
    return YES if recall.seat.person_id and person_of(actor) == recall.seat.person_id else HIDDEN


@policy("Whoever runs the body may cover reasons that tell private things. The petition goes on.")
def may_cover_grounds(actor: Actor, recall: Recall) -> Verdict:
    if not may_see_recall(actor, recall):
        return HIDDEN
    if person_of(actor) == recall.seat.person_id:
        return no(_("This is about yourself. Ask somebody else who runs the body, or answer it."))
    if runs_body(actor, body_of(recall.seat.committee.election)):
        return YES
    return no(_("Only those who run this body can do this."))


@policy("Whoever asked for a recall words the reasons anew where they were covered.")
def may_reword_grounds(actor: Actor, recall: Recall) -> Verdict:
    return YES if recall.opened_by_id and person_of(actor) == recall.opened_by_id else HIDDEN
