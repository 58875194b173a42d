"""The count in plain sentences, among them why each candidate who was not elected was not."""

from __future__ import annotations

from fractions import Fraction

from causeway.engines.stv.election import Result, Stage
from causeway.engines.stv.report.document import places_shown, votes_shown
from causeway.engines.stv.rules import RULES

ACTIONS = {
    "first-preferences": "First preferences",
    "surplus": "Surplus of {}",
    "surpluses": "Surpluses of {}",
    "exclusion": "Exclusion of {}",
}


def heading(result: Result, stage: Stage) -> str:
    """What happened at a stage: “Exclusion of Ann Archer”."""
    action = "surplus" if stage.action == "surpluses" and len(stage.of) == 1 else stage.action
    return ACTIONS[action].format(names(result, stage.of))


def names(result: Result, places: tuple[int, ...]) -> str:
    """Names in a sentence."""
    shown = [result.labels[place] for place in places]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def grouped(result: Result, votes: Fraction) -> str:
    """Votes for reading: thousands apart, decimals only where there are any."""
    whole, _, part = votes_shown(result, votes).partition(".")
    part = part.rstrip("0") if places_shown(result) > 2 else part.replace("00", "")
    return f"{int(whole):,}{'.' + part if part else ''}"


def summary(result: Result) -> list[str]:
    """What was counted, how, and what came out."""
    rule = RULES[result.rule]
    standing = len(result.names) - len(result.withdrawn)
    lines = [
        *_of_vacancy(result),
        f"{_many(result.valid, 'valid paper')} for {_many(standing, 'candidate')} and {_many(result.seats, 'place')}, "
        f"counted by the rule “{rule.id}”: {rule.title} ({rule.source}).",
        f"The quota was {grouped(result, result.quota)} {'vote' if result.quota == 1 else 'votes'}"
        + (" at first; it falls as papers run out of preferences." if _quota_moves(result) else "."),
    ]
    if result.empty:
        lines.append(f"{result.empty:,} more had no preference for anybody who stood, and were not counted.")
    if result.withdrawn:
        said = "Passed" if result.vacancy else "Withdrawn, and passed"
        lines.append(f"{said} over on every paper: {names(result, result.withdrawn)}.")
    lines += [f"Condition: {condition}." for condition in result.conditions]
    if result.unfilled:
        lines.append(result.unfilled)
    return lines


def _of_vacancy(result: Result) -> list[str]:
    vacancy = result.vacancy
    if vacancy is None:
        return []
    stay = f"{names(result, vacancy.stay)} {'stays' if len(vacancy.stay) == 1 else 'stay'} in office; " * bool(
        vacancy.stay
    )
    filler = (
        "nobody is left to fill it" if vacancy.filled_by is None else f"{result.labels[vacancy.filled_by]} fills it"
    )
    return [
        f"A place fell vacant: {result.labels[vacancy.left]} left. {stay}{filler}.",
        f"All papers were counted again without {names(result, (vacancy.left, *vacancy.stood_down))}, and nobody who "
        "stays could be excluded.",
    ]


def role(result: Result, place: int) -> str:
    """After a vacancy, what the elected has to do with it."""
    if result.vacancy is None:
        return ""
    return ", fills the vacancy" if place == result.vacancy.filled_by else ", stays in office"


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def moves(result: Result, stage: Stage) -> list[tuple[str, str, str, str, str]]:
    """What moved at a stage: from, to, papers, the value of each, votes."""
    return [
        (
            result.labels[one.source],
            "Non-transferable" if one.receiver is None else result.labels[one.receiver],
            f"{one.papers:,}",
            "not worth the surplus" if one.value is None else votes_shown(result, one.value),
            votes_shown(result, one.votes),
        )
        for one in stage.transfers
    ]


def kept(result: Result, stage: Stage) -> str:
    """Under Meek's method, how much of each paper the elected keep."""
    shown = [
        f"{result.labels[place]} {votes_shown(result, value)}"
        for place, value in enumerate(stage.keep_values)
        if 0 < value < 1
    ]
    return f"Kept of each paper: {', '.join(shown)}." if shown else ""


def why_not(result: Result) -> list[tuple[str, str]]:
    """For each candidate who was not elected: the name, and the sentence why, with what they lacked."""
    return [
        (name, _why_not(result, place))
        for place, name in enumerate(result.labels)
        if place not in result.winners and place not in result.withdrawn
    ]


def _why_not(result: Result, place: int) -> str:
    for stage in result.stages:
        if place in stage.excluded:
            before = result.stages[stage.number - 2].totals
            return _why_excluded(result, stage, before, place)
    last = result.stages[-1]
    weakest = min(last.totals[winner] for winner in result.winners) if result.winners else Fraction(0)
    had = last.totals[place]
    short = f", {grouped(result, weakest - had)} fewer than the last of the elected" if weakest > had else ""
    return f"was still in the count when the last place was filled, with {grouped(result, had)} votes{short}."


def _why_excluded(result: Result, stage: Stage, before: tuple[Fraction, ...], place: int) -> str:
    gone = {one for earlier in result.stages[: stage.number] for one in (*earlier.excluded, *earlier.elected)}
    standing = [one for one in range(len(before)) if one not in gone and one not in result.withdrawn]
    standing += [one for one in stage.elected if one not in standing]
    had = before[place]
    next_above = min((before[one] for one in standing), default=None)
    sentence = f"was excluded at stage {stage.number} with {grouped(result, had)} votes"
    if next_above is None or next_above < had:
        return f"{sentence}; why stands there."
    if next_above == had:
        return f"{sentence}, as many as another; how the tie was broken stands there."
    return f"{sentence}, {grouped(result, next_above - had)} fewer than the next candidate who stayed."


def _quota_moves(result: Result) -> bool:
    return any(stage.quota != result.quota for stage in result.stages)
