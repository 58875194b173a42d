"""A vote on proposals, ready to be shown: before the vote what is decided and how, after it what each way gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from causeway.domains.alliances.bodies import Body, body_of
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.budgets.computing import Stood, Worked, command_for
from causeway.domains.budgets.models import BudgetVote, Way
from causeway.domains.budgets.sentence import in_pounds
from causeway.domains.budgets.standing import runs
from causeway.domains.budgets.votes_queries import deciding, gone_since, results_of, stood_in
from causeway.domains.budgets.ways_shown import HOW, Row, WayShown, note_on_distance, rows_shown, ways_shown
from causeway.kernel.actors import Actor


@dataclass(frozen=True)
class WayStated:
    """A way as it is told before the vote."""

    label: str
    how: str
    decides: bool


@dataclass(frozen=True, kw_only=True)
class VoteShown:
    """What the page of a vote on proposals shows to one actor."""

    vote: BudgetVote
    body: Body
    stage: str
    amount: str
    step: str
    stated: list[WayStated]
    stood: list[Stood]
    gone: frozenset[int]
    """The numbers of proposals that were withdrawn or merged since the vote was set up."""
    wanted: str
    ways: list[WayShown] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    decided_by: str = ""
    replaced: bool = False
    note_on_distance: str = ""
    runs: bool


def file_name(vote: BudgetVote, kind: str) -> str:
    """The name of a file to download."""
    return f"{vote.process.slug}.{kind}"


def commands_of(vote: BudgetVote, results: Mapping[Way, Worked]) -> dict[Way, str]:
    """What to type for each way, so that the published file gives the same result."""
    seed, file = vote.process.ballot.tie_seed, file_name(vote, "pb")
    return {
        way: command_for(worked, unit_pounds=vote.unit_pounds, seed=seed, file=file) for way, worked in results.items()
    }


def vote_shown(actor: Actor, vote: BudgetVote) -> VoteShown:
    """The page of a vote on proposals, from what is stored: no paper is read to show it."""
    results, stage = results_of(vote), stage_of(vote.process)
    stood = stood_in(vote)
    decides = deciding(vote, results)
    results = {way: results[way] for way in sorted(results, key=lambda way: way is not decides)}
    return VoteShown(
        vote=vote,
        body=body_of(vote.budget),
        stage=stage.name.lower() if stage is not Stage.COUNTED or results else Stage.TO_COUNT.name.lower(),
        amount=in_pounds(vote.amount_pounds),
        step=in_pounds(vote.unit_pounds),
        stated=[WayStated(str(way.label), str(HOW[way]), way == vote.way) for way in _offered(vote)],
        stood=stood,
        gone=gone_since(vote),
        wanted=in_pounds(sum(one.cost_pounds for one in stood)),
        ways=ways_shown(results, decides, commands_of(vote, results)),
        rows=rows_shown(stood, results, decides) if results else [],
        decided_by=str(decides.label) if decides else "",
        replaced=decides is not None and decides != vote.way,
        note_on_distance=note_on_distance(decides),
        runs=runs(actor, vote.budget),
    )


def _offered(vote: BudgetVote) -> list[Way]:
    """The deciding way first."""
    offered = [way for way in Way if way is not Way.BALANCED or vote.process.ballot.by_section]
    return sorted(offered, key=lambda way: way != vote.way)
