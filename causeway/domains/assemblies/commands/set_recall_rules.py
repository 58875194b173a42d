"""Settle on what terms a body recalls."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.assemblies.bodies import Body, find_body, kind_of
from causeway.domains.assemblies.models import Ballot, Recall, RecallRules
from causeway.domains.assemblies.recall_policies import may_set_recall_rules
from causeway.domains.assemblies.recall_queries import recalls_in
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class SetRecallRules(Command[RecallRules]):
    """Write down the share, the times and the threshold. Petitions that are opened later run by them."""

    body_id: UUID
    percent: int = 20
    days: int = 28
    cool_down_weeks: int = 26
    first_weeks: int = 8
    last_weeks: int = 8
    threshold: str = Ballot.Threshold.MAJORITY
    quorum_percent: int = 0


@performs(
    SetRecallRules,
    policy=may_set_recall_rules,
    says="settled the rules of recall: {percent} in a hundred, {days} days",
    finds=find_body,
)
def set_recall_rules(_actor: Actor, command: SetRecallRules, body: Body) -> Done[RecallRules]:
    if recalls_in(body).filter(state=Recall.State.OPEN).exists():
        raise Conflict(_("A petition runs. Its rules do not change under it, and neither do the body’s."))
    fields = {name: value for name, value in vars(command).items() if name != "body_id"}
    rules = store(RecallRules(body_id=body.pk, **fields))
    named = {"percent": rules.percent, "days": rules.days}
    return Done(rules, scope=kind_of(body).trail(body), about=body.pk, named=named)  # type: ignore[arg-type]
