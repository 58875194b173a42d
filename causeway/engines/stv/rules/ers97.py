"""The rules of the Electoral Reform Society, third edition 1997 (ERS97), which most British unions count by.

R. A. Newland and F. S. Britton, “How to conduct an election by the Single Transferable Vote”, 3rd edition, 1997,
section 5. Paragraph numbers in this file are theirs. All votes have two decimal places.

Where a surplus arises because the quota fell and not because papers came (5.4.8), the last parcel that the candidate
received is the one examined: C. Rosenstiel, “The problem of surpluses when the quota is reduced”, Voting matters 11
(2000). With conditions on who may be elected, candidates are excluded singly and no surplus is deferred, since both
rest on votes alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from causeway.engines.stv.counting import Parcel, Table, Votes
from causeway.engines.stv.papers import Rows

POINT = "the earliest point at which they differed"


def count_ers97(table: Table) -> None:
    """Drive the table to the end."""
    table.first_preferences()
    _set_quota(table)
    table.mark_point()
    _deem_elected(table)
    table.fill_last_places()
    table.close_stage("first-preferences")
    while table.vacancies and table.hopeful:
        surpluses = {p: table.votes[p] - table.quota for p in table.winners if table.votes[p] > table.quota}
        together = sum(surpluses.values())
        if surpluses and not table.screen.doomed and not _deferred(table, together):
            _transfer_surplus(table, surpluses)
        else:
            _exclude(table, together)


def _set_quota(table: Table) -> None:
    """5.1.6 and 5.4.8: the vote that counts, divided by one more than the places, to two decimals, rounded up."""
    table.quota = -(-(table.valid - table.non_transferable) // (table.seats + 1))


def _deem_elected(table: Table) -> None:
    """5.1.7, 5.3.13, 5.4.9 and 5.6.2: by the quota, or by a share of the total active vote that is enough."""
    order, tied = _in_descending_order(table)
    kept = [place for place in order if place in tied]
    for place in order:
        if not table.vacancies or not _has_enough(table, place):
            return
        if place in table.screen.doomed:
            continue
        if place in kept[:1]:
            table.note(f"{table.list_names(tied)} were equal; {table.list_names(kept)} had more votes at {POINT}.")
        table.elect(place, _ground(table, place))
    if tied and not kept and table.vacancies and _has_enough(table, tied[0]):
        table.note(
            f"{table.list_names(tied)} have {table.show(table.votes[tied[0]])} votes each, which is enough, but there "
            f"are not places for all of them and they were always equal: none of them is elected yet."
        )


def _has_enough(table: Table, place: int) -> bool:
    votes = table.votes[place]
    return votes >= table.quota or votes * (table.vacancies + 1) >= _active_vote(table)


def _ground(table: Table, place: int) -> str:
    votes = table.votes[place]
    if votes >= table.quota:
        return f"has {table.show(votes)} votes, the quota or more, and is elected."
    return (
        f"has {table.show(votes)} votes, at least the active vote of {table.show(_active_vote(table))} divided by one "
        f"more than the {table.vacancies} {'place' if table.vacancies == 1 else 'places'} left, and is elected."
    )


def _in_descending_order(table: Table) -> tuple[list[int], list[int]]:
    """The hopeful by votes, and any who tie for too few places; of those, 5.6.2 leaves whom the earliest point favours.

    Who is equal at every point and cannot be placed with all of his equals is not in the order.
    """
    order = table.by_votes()
    room = table.vacancies
    if len(order) <= room or table.votes[order[room - 1]] != table.votes[order[room]]:
        return order, []
    edge = table.votes[order[room]]
    equal = [place for place in order if table.votes[place] == edge]
    above = order[: order.index(equal[0])]
    past = {place: tuple(point[place] for point in table.points) for place in equal}
    ranked = sorted(equal, key=lambda place: past[place], reverse=True)
    cut = past[ranked[room - len(above)]]
    return above + [place for place in ranked if past[place] > cut], equal


def _active_vote(table: Table) -> Votes:
    """5.6.1: the valid vote less the quotas (or votes, if less) of the elected and less the non-transferable vote."""
    held = sum(min(table.votes[place], table.quota) for place in table.winners)
    return table.valid - held - table.non_transferable


def _deferred(table: Table, together: Votes) -> bool:
    """5.2.2: whether the surpluses wait, since they cannot change who is excluded next."""
    if table.conditions:
        return False
    votes = sorted(table.votes[place] for place in table.hopeful)
    if together <= votes[1] - votes[0]:
        return True
    return any(sum(votes[:k]) + together <= votes[k] for k in range(2, len(votes) - table.vacancies + 1))


def _transfer_surplus(table: Table, surpluses: dict[int, Votes]) -> None:
    """5.2.3 and 5.3: the largest surplus, with the last batch of papers that its owner received."""
    largest = max(surpluses.values())
    tied = sorted(place for place, surplus in surpluses.items() if surplus == largest)
    place = table.choose(tied, table.points, most=True, what="the transfer of a surplus", point=POINT)
    batch = table.parcels[place][-1]
    dealt = table.deal(batch.rows)
    usable = [pile for pile in dealt if pile.receiver is not None]
    papers = sum(pile.papers for pile in usable)
    shared = papers * batch.value > largest
    value = largest // papers if shared else batch.value
    rest = largest - papers * value
    table.note(_said_of_surplus(table, place, papers=papers, value=value, rest=0 if shared else rest))
    table.credit(usable, source=place, value=value)
    if shared:
        table.lose(rest)
    else:
        table.non_transferable += rest
        if rest:
            table.record_transfer(place, None, sum(pile.papers for pile in dealt) - papers, None, rest)
    table.votes[place] = table.quota
    table.parcels[place] = []
    table.mark_point()
    _deem_elected(table)
    table.fill_last_places()
    table.close_stage("surplus", [place])


def _said_of_surplus(table: Table, place: int, *, papers: int, value: Votes, rest: Votes) -> str:
    """5.3.7: what the papers go at, and what of the surplus they are not worth (``rest``)."""
    start = f"{table.names[place]} has the largest surplus, {table.show(table.votes[place] - table.quota)};"
    if not papers:
        return f"{start} none of the papers last received is transferable."
    are = "is" if papers == 1 else "are"
    said = f"{start} {papers:,} of the papers last received {are} transferable, now at {table.show(value)} each."
    return f"{said} That is all they are worth; the other {table.show(rest)} is non-transferable." if rest else said


def _exclude(table: Table, deferred: Votes) -> None:
    """5.2.5, 5.4 and 5.5: as many together as is safe, in batches of descending value."""
    group = _excluded_together(table, deferred)
    last = len(table.hopeful) - len(group) <= table.vacancies
    for place in group:
        table.exclude(place)
    if not last:
        for value, rows in table.parcels_by_value(group):
            _transfer_batch(table, value, rows)
            if not table.vacancies:
                break
    unmoved = sum(table.votes[place] for place in group)
    if unmoved and not table.vacancies:
        table.note(f"All places are filled, so {table.show(unmoved)} votes of {table.list_names(group)} do not move.")
    table.fill_last_places()
    table.close_stage("exclusion", group)


def _excluded_together(table: Table, deferred: Votes) -> list[int]:
    if table.conditions:
        return [table.lowest(table.points, POINT)]
    order = table.by_votes()[::-1]
    votes = [table.votes[place] for place in order]
    safe = [k for k in range(1, len(order) - table.vacancies + 1) if sum(votes[:k]) + deferred <= votes[k]]
    number = max(safe)
    edge = votes[number - 1]
    below = [place for place in order if table.votes[place] < edge]
    tied = sorted(place for place in order if table.votes[place] == edge)
    while len(below) < number:
        sure = len(tied) <= number - len(below)
        chosen = tied[0] if sure else table.choose(tied, table.points, most=False, what="exclusion", point=POINT)
        below.append(chosen)
        tied.remove(chosen)
    fewest = " and ".join(table.show(table.votes[place]) for place in below)
    in_hand = f"the surplus in hand ({table.show(deferred)})"
    if number == 1:
        name = table.names[below[0]]
        table.note(f"{name} has the fewest votes ({fewest}) and is excluded.")
        if deferred:
            table.note(f"{in_hand.capitalize()} waits: all of it would not lift {name} above the candidate next above.")
    else:
        waiting = f"with {in_hand}, which waits, " if deferred else ""
        table.note(
            f"{table.list_names(below)} have the fewest votes ({fewest}) and are excluded together, since all their "
            f"votes {waiting}do not exceed the vote of the candidate next above."
        )
    return below


def _transfer_batch(table: Table, value: Votes, rows: Mapping[int, Rows]) -> None:
    """5.4.2 to 5.4.10: one batch, the papers of one value from all who are excluded together."""
    held = {place: len(table.parcels[place]) for place in table.hopeful}
    for source, papers in rows.items():
        table.votes[source] -= table.move(papers, source=source, value=value)
    for place, before in held.items():
        new = table.parcels[place][before:]
        if len(new) > 1:
            table.parcels[place][before:] = [Parcel(value, np.concatenate([parcel.rows for parcel in new]))]
    if not table.winners and table.non_transferable:
        before_quota = table.quota
        _set_quota(table)
        if table.quota != before_quota:
            table.note(f"Nobody is elected yet and papers have run out: the quota falls to {table.show(table.quota)}.")
    table.mark_point()
    _deem_elected(table)
