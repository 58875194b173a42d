"""What one voter paid for each project: from the figures of the rounds alone, so that everybody can check their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.result import Result, Round
from causeway.engines.exact import BadInput


@dataclass(frozen=True, kw_only=True)
class Payment:
    """What a voter paid in a round, and had left of that stage's money; all in pence, exactly."""

    project: str
    stage: str
    paid: Fraction
    left: Fraction


def paid_by(vote: Instance, result: Result, row: int) -> tuple[Payment, ...]:
    """What each voter of a ballot paid, round by round; under Phragmén, what they had earned since they last paid.

    Greedy rules spend the budget and no voter's money. Else the voters together pay each project's cost, to the last
    fraction of a penny. Takes the time of the rounds.
    """
    ballots = vote.ballots
    entries = slice(int(ballots.start[row]), int(ballots.start[row + 1]))
    ballot = zip(ballots.project[entries].tolist(), ballots.points[entries].tolist(), strict=True)
    points = {vote.projects[place].id: given for place, given in ballot if given > 0}
    purse = {stage: _own(result, held, vote, row) for stage, held in result.held_pence.items()}
    payments = []
    for record in result.rounds:
        if record.payment is None or record.project not in points:
            continue
        before = purse.get(record.stage, Fraction(0))
        paid, left = _paid(result, record, points[record.project], before)
        purse[record.stage] = record.payment if result.rule == "phragmen" else left
        payments.append(Payment(project=record.project, stage=record.stage, paid=paid, left=left))
    return tuple(payments)


def _own(result: Result, held: Mapping[str, Fraction], vote: Instance, row: int) -> Fraction:
    """The money that the voters of this ballot started with."""
    column = result.rules.voter_section
    return held[vote.ballots.details[column][row] if column else ""]


def _paid(result: Result, record: Round, points: int, before: Fraction) -> tuple[Fraction, Fraction]:
    """Paid, and left; ``before`` is the money before the round, or under Phragmén the moment of the last payment."""
    payment = record.payment or Fraction(0)
    if result.rule == "phragmen":
        return payment - before, Fraction(0)
    due = payment * points if result.rules.utility == "score" else payment
    return min(before, due), max(before - due, Fraction(0))


def row_of(vote: Instance, voter: str) -> int:
    """The ballot of a voter by the number in the file.

    Raises:
        BadInput: there is no such voter.
    """
    try:
        return vote.ballots.names.index(voter)
    except ValueError as missing:
        raise BadInput(f"No ballot in the file is of voter “{voter}”.") from missing
