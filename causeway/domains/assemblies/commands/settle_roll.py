"""Settle the roll of a process."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.assemblies.commands.dealing_cards import deal_cards
from causeway.domains.assemblies.computing import drawn
from causeway.domains.assemblies.counting_for import sections_to_keep
from causeway.domains.assemblies.course import may_still_change
from causeway.domains.assemblies.models import Ballot, Elector, Option, Process, Roll
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.standing import index_of_elector, numbers_by_section, people_for
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

LEAST_ELECTORS = 5  # among fewer, a secret ballot is secret in name only
DRAWN_WITH_PAPER = {Process.Blueprint.ELECTION, Process.Blueprint.NAME}
AT_ONCE = 2_000


@dataclass(frozen=True, kw_only=True)
class SettleRoll(Command[Roll]):
    """Fix who may vote by the stated rule, and draw the order that breaks ties. From now on people may object.

    Settled again, the roll is taken afresh: so a just objection is met. Once the vote is open nothing moves it.
    """

    process_id: UUID


@performs(
    SettleRoll,
    policy=may_run_process,
    says="settled the roll of “{process}”: {electors} on it",
    finds=locked(Roll, "process_id"),
)
def settle_roll(_actor: Actor, _command: SettleRoll, roll: Roll) -> Done[Roll]:
    if not may_still_change(roll.process):
        raise Conflict(_("The vote has opened, or is over. Its roll cannot change any more."))
    settle(roll)
    return in_trail(roll.process, roll, electors=roll.electors)


def settle(roll: Roll) -> None:
    """The settling itself. Raises Conflict where the rule finds too few people to vote in secret, or too few cards."""
    if roll.rule == Roll.Rule.CARDS:
        deal_cards(roll)
        _draw_tie_order(roll.process.ballot)
        return
    people = people_for(roll)
    if len(people) < LEAST_ELECTORS:
        sentence = ngettext(
            "The rule finds %(n)s person. A secret ballot needs at least %(least)s, or the result tells how each "
            "voted. Ask people to say that they belong, or decide in a meeting.",
            "The rule finds %(n)s people. A secret ballot needs at least %(least)s, or the result tells how each "
            "voted. Ask people to say that they belong, or decide in a meeting.",
            len(people),
        )
        raise Conflict(sentence % {"n": len(people), "least": LEAST_ELECTORS})
    Elector.objects.filter(roll=roll).delete()
    roll.settled_at = clock.now()
    roll.electors = len(people)
    roll.by_section = numbers_by_section(roll, people)
    _write_down(roll, people)
    roll.save()
    _draw_tie_order(roll.process.ballot)


def _write_down(roll: Roll, people: Collection[UUID]) -> None:
    """One row for each, in an order that names nobody."""
    sections = sections_to_keep(roll, people)
    electors = [
        Elector(roll=roll, person_index=index_of_elector(person_id), sections=sections.get(person_id, ""))
        for person_id in people
    ]
    electors.sort(key=lambda elector: bytes(elector.person_index))
    Elector.objects.bulk_create(electors, batch_size=AT_ONCE)


def _draw_tie_order(ballot: Ballot) -> None:
    """Draw it once: to settle the roll again is no second draw. Where names come first, it is drawn with the paper."""
    if ballot.tie_seed or ballot.process.blueprint in DRAWN_WITH_PAPER:
        return
    ballot.tie_seed = secrets.token_hex(8)
    ballot.tie_order = list(drawn(ballot.tie_seed, Option.objects.filter(ballot=ballot).count()))
    ballot.save(update_fields=["tie_seed", "tie_order"])
