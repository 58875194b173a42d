"""Slow and obvious twins of the rules, in fractions throughout, and random votes with many ties to compare on."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from hypothesis import strategies as st

from causeway.engines.budgeting import Instance, Rules, instance
from causeway.engines.budgeting import ties as tie_orders


@st.composite
def votes(draw: st.DrawFn, *, kinds: tuple[str, ...] = ("approval", "scoring"), conflicts: bool = True) -> Instance:
    """Up to 6 projects and 9 ballots with round costs, so that ties and exact exhaustion happen often."""
    names = [f"p{number}" for number in range(draw(st.integers(1, 6)))]
    costs = {name: draw(st.sampled_from([100, 150, 200, 300, 400, 600, 700])) for name in names}
    kind = draw(st.sampled_from(kinds))
    one = st.dictionaries(st.sampled_from(names), st.integers(1, 3 if kind == "scoring" else 1))
    ballots = draw(st.lists(one, max_size=9))
    pairs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=2)) if conflicts else []
    return instance(
        costs,
        ballots,
        budget_pence=draw(st.sampled_from([300, 500, 600, 900, 1000, 1200, 1700])),
        vote_type=kind,
        weights=draw(st.lists(st.integers(1, 3), min_size=len(ballots), max_size=len(ballots))),
        conflicts=[pair for pair in pairs if pair[0] != pair[1]],
    )


@st.composite
def near_ties(draw: st.DrawFn) -> Instance:
    """Votes in pairs of projects with the same supporters, whose costs differ by a few parts in 10^14 or not at all.

    Ballots are copies of few, so that prices and what voters have left are equal, or nearly, again and again.
    """
    base = 10**14
    pairs = draw(st.integers(1, 3))
    costs: dict[str, int] = {}
    for pair in range(pairs):
        cost = base * draw(st.integers(1, 4))
        for one in "ab":
            costs[f"{one}{pair}"] = cost + draw(st.integers(-2, 2))
    kinds = draw(st.lists(st.sets(st.integers(0, pairs - 1), min_size=1), min_size=1, max_size=4))
    ballots = [[f"{one}{pair}" for pair in sorted(kind) for one in "ab"] for kind in kinds]
    return instance(
        costs,
        ballots,
        budget_pence=base * draw(st.integers(1, 9)) + draw(st.integers(-3, 3)),
        weights=draw(st.lists(st.integers(1, 4), min_size=len(ballots), max_size=len(ballots))),
    )


def rows(vote: Instance) -> list[tuple[dict[int, int], int]]:
    """Each ballot as a mapping of projects to points, with its weight."""
    ballots = vote.ballots
    return [
        (
            dict(
                zip(
                    ballots.project[ballots.start[row] : ballots.start[row + 1]].tolist(),
                    ballots.points[ballots.start[row] : ballots.start[row + 1]].tolist(),
                    strict=True,
                )
            ),
            int(ballots.weight[row]),
        )
        for row in range(len(ballots))
    ]


def voters(vote: Instance) -> list[dict[int, int]]:
    """Each single voter's ballot."""
    return [ballot for ballot, weight in rows(vote) for _ in range(weight)]


def equal_shares(
    vote: Instance, rules: Rules, start: list[Fraction], open_: set[int] | None = None
) -> tuple[list[int], list[Fraction]]:
    """What is bought when the voters have so many pence, and what each has left in the end."""
    people, money = voters(vote), list(start)
    open_ = set(range(len(vote.projects))) if open_ is None else set(open_)
    bought: list[int] = []
    while True:
        prices = {place: _price(vote, rules, people, money, place) for place in open_}
        offers = {place: price for place, price in prices.items() if price is not None}
        if not offers:
            return bought, money
        best = min(offers.values())
        place, _ = tie_orders.decide([place for place in offers if offers[place] == best], vote, rules.ties)
        for number, ballot in enumerate(people):
            money[number] -= min(money[number], best * _utility(vote, rules, ballot, place))
        bought.append(place)
        open_ -= {place, *vote.rivals.get(place, ())}


def _utility(vote: Instance, rules: Rules, ballot: dict[int, int], place: int) -> int:
    points = ballot.get(place, 0)
    if rules.utility == "score":
        return points
    return (vote.projects[place].cost_pence if rules.utility == "cost" else 1) if points else 0


def _price(
    vote: Instance, rules: Rules, people: list[dict[int, int]], money: list[Fraction], place: int
) -> Fraction | None:
    cost = vote.projects[place].cost_pence
    holders = [(held, _utility(vote, rules, ballot, place)) for held, ballot in zip(money, people, strict=True)]
    holders = sorted((held / gain, held, gain) for held, gain in holders if gain and held)
    missing, gains = Fraction(cost), sum(gain for _, _, gain in holders)
    for limit, held, gain in holders:
        if missing <= limit * gains:
            return missing / gains
        missing -= held
        gains -= gain
    return None


def starts(vote: Instance, rules: Rules, budget: int) -> list[Fraction]:
    """Pence that each single voter starts with."""
    homes = vote.ballots.details[rules.voter_section] if rules.shares else ("",) * len(vote.ballots)
    home = [name for name, weight in zip(homes, vote.ballots.weight.tolist(), strict=True) for _ in range(weight)]
    shares = rules.shares or {"": Fraction(1)}
    return [budget * shares[name] / home.count(name) for name in home]


def add1(
    vote: Instance,
    rules: Rules,
    budget: int | None = None,
    open_: set[int] | None = None,
    start: list[Fraction] | None = None,
) -> tuple[list[int], int]:
    """Equal shares raised unit by unit, and how often."""
    budget = vote.budget_pence if budget is None else budget
    open_ = set(range(len(vote.projects))) if open_ is None else open_
    start = starts(vote, rules, budget) if start is None else start
    unit, raised = rules.unit_pence, 0
    if not start:
        return [], 0
    bought = equal_shares(vote, rules, start, open_)[0]
    while True:
        gone = {other for place in bought for other in (place, *vote.rivals.get(place, ()))}
        if all(place in gone or not vote.votes[place] for place in open_):
            return bought, raised
        money = [Fraction(each // unit * unit + (raised + 1) * unit) for each in start]
        richer = equal_shares(vote, rules, money, open_)[0]
        if sum(vote.projects[place].cost_pence for place in richer) > budget:
            return bought, raised
        bought, raised = richer, raised + 1


def in_stages(vote: Instance, rules: Rules) -> list[int]:
    """Equal shares among the projects of each guaranteed section with its money, then among all that are left."""
    open_, left, bought = set(range(len(vote.projects))), vote.budget_pence, list[int]()
    for name, pence in [*rules.guarantees.items(), ("", 0)]:
        members = {place for place in open_ if not name or vote.projects[place].section == name}
        money = pence if name else left
        say = [not name or any(ballot.get(place, 0) > 0 for place in members) for ballot in voters(vote)]
        start = [Fraction(money, sum(say)) for _ in say] if any(say) else []
        if not start:
            chosen = []
        elif rules.completion == "none":
            chosen = equal_shares(vote, rules, start, members)[0]
        else:
            chosen = add1(vote, rules, money, members, start)[0]
        if rules.completion == "add1u":
            chosen += _filled(vote, rules, members, chosen, money)
        bought += chosen
        left -= sum(vote.projects[place].cost_pence for place in chosen)
        open_ -= {other for place in chosen for other in (place, *vote.rivals.get(place, ()))}
    return bought


def _filled(vote: Instance, rules: Rules, open_: set[int], chosen: list[int], budget: int) -> list[int]:
    """The greedy completion: the strongest that fits, again and again."""
    left, added = budget - sum(vote.projects[place].cost_pence for place in chosen), list[int]()
    while True:
        gone = {other for place in [*chosen, *added] for other in (place, *vote.rivals.get(place, ()))}
        fits = [p for p in open_ - gone if vote.strength[p] > 0 and vote.projects[p].cost_pence <= left]
        if not fits:
            return added
        best = max(vote.strength[place] for place in fits)
        place, _ = tie_orders.decide([place for place in fits if vote.strength[place] == best], vote, rules.ties)
        added.append(place)
        left -= vote.projects[place].cost_pence


def named(vote: Instance, found: tuple[list[int], int]) -> tuple[tuple[str, ...], int]:
    """The ids of what was bought, and how often money was raised."""
    return tuple(vote.projects[place].id for place in found[0]), found[1]


def phragmen(vote: Instance, rules: Rules) -> list[int]:
    """Phragmén’s rule, voter by voter."""
    people = voters(vote)
    paid = [Fraction(0)] * len(people)
    open_, left, bought = set(range(len(vote.projects))), vote.budget_pence, []
    while True:
        moments = {}
        for place in open_:
            supporters = [number for number, ballot in enumerate(people) if ballot.get(place, 0) > 0]
            if supporters:
                owed = sum((paid[number] for number in supporters), Fraction(0))
                moments[place] = (vote.projects[place].cost_pence + owed) / len(supporters)
        if rules.skip:
            moments = {place: moment for place, moment in moments.items() if vote.projects[place].cost_pence <= left}
        if not moments:
            return bought
        first = min(moments.values())
        tied = [place for place, moment in moments.items() if moment == first]
        if any(vote.projects[place].cost_pence > left for place in tied):
            return bought
        place, _ = tie_orders.decide(tied, vote, rules.ties)
        paid = [first if ballot.get(place, 0) > 0 else was for ballot, was in zip(people, paid, strict=True)]
        bought.append(place)
        left -= vote.projects[place].cost_pence
        open_ -= {place, *vote.rivals.get(place, ())}


def greedy(vote: Instance, merit: Callable[[int], Fraction], rules: Rules) -> list[int]:
    """Sort once, then walk down the list."""
    left, bought = vote.budget_pence, []
    ranked: list[int] = []
    places = set(range(len(vote.projects)))
    while places:
        best = max(map(merit, places))
        place, _ = tie_orders.decide([place for place in places if merit(place) == best], vote, rules.ties)
        ranked.append(place)
        places.remove(place)
    for place in ranked:
        if merit(place) <= 0 or any(other in bought for other in vote.rivals.get(place, ())):
            continue
        if vote.projects[place].cost_pence <= left:
            bought.append(place)
            left -= vote.projects[place].cost_pence
        elif not rules.skip:
            break
    return bought
