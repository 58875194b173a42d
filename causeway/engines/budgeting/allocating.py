"""Deciding which projects a budget pays for: the one way in for every rule."""

from __future__ import annotations

from causeway.engines.budgeting import equal_shares, greedy, phragmen, rejections, sections, ties
from causeway.engines.budgeting.electorate import digest, merge
from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.result import COMPLETIONS, RULES, UTILITIES, VERSION, Result, Rules
from causeway.engines.budgeting.stage import Outcome, Progress, Setting, Stage, still_open
from causeway.engines.exact import BadInput


def allocate(vote: Instance, rules: Rules | None = None, *, progress: Progress = lambda sentence: None) -> Result:
    """Decide, and record every round.

    Args:
        vote: projects, budget and ballots.
        rules: how to decide; equal shares with cost utilities and no completion where nothing is said.
        progress: told in words what is going on, now and then.

    Raises:
        BadInput: the rules make no sense, or not with this vote.
        Tied: a tie, and the tie order is to refuse.

    >>> from causeway.engines.budgeting import allocate, instance
    >>> vote = instance({"a": 600, "b": 400}, [["a"], ["a", "b"]], budget_pence=700)
    >>> allocate(vote, Rules(rule="greedy")).selected
    ('a',)
    """
    rules = rules or Rules()
    check_rules(vote, rules)
    setting = Setting(
        vote=vote, rules=rules, electorate=merge(vote, rules.voter_section if rules.shares else ""), progress=progress
    )
    open_ = frozenset(place for place, strength in enumerate(vote.strength) if strength >= rules.threshold)
    stages: list[tuple[Stage, Outcome]] = []
    left = vote.budget_pence
    for name, pence in [*rules.guarantees.items(), ("", 0)]:
        members = sections.in_section(vote, name) if name else open_
        stage = Stage(section=name, open=open_ & members, budget_pence=pence if name else left)
        for done in _decide(setting, stage):
            stages.append(done)
            left -= done[1].spent(setting)
            open_ = still_open(setting, open_, done[1].chosen)
    return _result(setting, stages, left)


def check_rules(vote: Instance, rules: Rules) -> None:
    """Refuse rules that are unknown or contradict each other."""
    for value, known, what in (
        (rules.rule, tuple(RULES), "rule"),
        (rules.utility, UTILITIES, "utility"),
        (rules.completion, COMPLETIONS, "completion"),
    ):
        if value not in known:
            raise BadInput(f"“{value}” is not a {what}; known are {', '.join(known)}.")
    ties.check_order(rules.ties)
    sections.check_guarantees(vote, rules.guarantees)
    if rules.completion.startswith("add1") and rules.rule != "equal-shares":
        raise BadInput(f"The completion {rules.completion} belongs to equal shares only.")
    if rules.completion == "greedy" and rules.rule.startswith("greedy"):
        raise BadInput("A greedy rule needs no completion.")
    if rules.unit_pence < 1:
        raise BadInput("The unit by which money is raised must be at least a penny.")
    if rules.shares and (rules.rule != "equal-shares" or rules.guarantees):
        raise BadInput("Shares of sections of voters belong to equal shares, without guarantees for projects.")
    if rules.shares and (sum(rules.shares.values()) != 1 or min(rules.shares.values()) < 0):
        raise BadInput("The shares of the sections must be 1 together, and none less than nothing.")
    if bool(rules.shares) != bool(rules.voter_section):
        raise BadInput("Shares of sections need the column that names each voter’s section, and it needs shares.")


def _decide(setting: Setting, stage: Stage) -> list[tuple[Stage, Outcome]]:
    """The rule's own stage and, where asked for, the greedy completion."""
    rules = setting.rules
    if rules.rule == "equal-shares":
        outcome = equal_shares.choose(setting, stage, raise_money=rules.completion.startswith("add1"))
    elif rules.rule == "phragmen":
        outcome = phragmen.choose(setting, stage)
    else:
        outcome = greedy.choose(setting, stage, per_cost=rules.rule == "greedy-per-cost")
    done = [(stage, outcome)]
    if rules.completion in {"greedy", "add1u"}:
        rest = Stage(
            section=stage.section,
            open=still_open(setting, stage.open, outcome.chosen),
            budget_pence=stage.budget_pence - outcome.spent(setting),
            completes=True,
        )
        done.append((rest, greedy.choose(setting, rest)))
    return done


def _result(setting: Setting, stages: list[tuple[Stage, Outcome]], left: int) -> Result:
    vote, rules = setting.vote, setting.rules
    rounds = tuple(record for _, outcome in stages for record in outcome.rounds)
    held = {
        stage.section: dict(zip(setting.electorate.sections, outcome.start, strict=True))
        for stage, outcome in stages
        if outcome.start
    }
    return Result(
        rule=rules.rule,
        version=VERSION,
        digest=digest(vote, rules, setting.electorate),
        rules=rules,
        selected=tuple(record.project for record in rounds),
        budget_pence=vote.budget_pence,
        spent_pence=vote.budget_pence - left,
        rounds=rounds,
        rejected=rejections.explain(setting, stages),
        held_pence=held,
        raised_units=max(outcome.raised for stage, outcome in stages if not stage.section),
    )
