"""Attacks by several at once: each of these counts, begins or ends once, whoever comes first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from causeway.domains.alliances.models import Term
from causeway.domains.assemblies.commands.accept_seat import AcceptSeat
from causeway.domains.assemblies.commands.conclude_recall import ConcludeRecall
from causeway.domains.assemblies.commands.fill_vacancy import FillVacancy
from causeway.domains.assemblies.commands.open_recall import OpenRecall
from causeway.domains.assemblies.commands.step_down import StepDown
from causeway.domains.assemblies.commands.support_recall import SupportRecall
from causeway.domains.assemblies.models import Countback, Recall, RecallSupport, Seat
from causeway.kernel.actors import Actor, Member, System
from causeway.kernel.commands import Command
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import recall_scene as recalls
from tests.domains.assemblies import scene as room
from tests.scenes import Scene
from tests.snapshot import Snapshot

pytestmark = pytest.mark.django_db(transaction=True)
JOB = System(reason="a test")


def let_in(*builds: tuple[Actor, Command[Any]]) -> int:
    """How many of these, all started in one moment, were not told that somebody came first."""
    all_ready = Barrier(len(builds))

    def one(build: tuple[Actor, Command[Any]]) -> bool:
        try:
            all_ready.wait()
            perform(*build)
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(len(builds)) as pool:
        return list(pool.map(one, builds)).count(True)


def test_a_place_accepted_in_four_tabs_is_one_term(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    seat = committees.offered(scene)
    una = scene.actor("user")
    assert let_in(*[(una, AcceptSeat(seat_id=seat.pk))] * 4) == 1
    assert Term.objects.filter(person_id=seat.person_id, office__elected=True).count() == 1


def test_two_workers_and_a_coordinator_count_a_vacancy_once(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    seat = committees.fillable(scene)
    command = FillVacancy(seat_id=seat.pk)
    assert let_in((JOB, command), (JOB, command), (scene.actor("coordinator"), command)) == 1
    assert Countback.objects.count() == Seat.objects.filter(succeeds=seat).count() == 1


def test_support_given_in_four_tabs_counts_once(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    recall = recalls.running(scene)
    una = scene.actor("user")
    assert let_in(*[(una, SupportRecall(recall_id=recall.pk))] * 4) == 1
    assert RecallSupport.objects.filter(recall=recall).count() == 2, "hers, and that of whoever opened it"


def test_of_three_who_ask_for_one_recall_at_once_one_opens_it(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    seat = recalls.recallable(scene)
    askers = [Member(one.pk) for one in room.members(scene)[4:7]]
    assert let_in(*[(one, OpenRecall(seat_id=seat.pk, grounds="No reports.")) for one in askers]) == 1
    assert Recall.objects.filter(seat=seat).count() == 1


def test_stepping_down_while_the_recall_is_concluded_ends_both_once(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    recall = recalls.counted(scene)
    holder = recalls.holder_of(recall)
    assert let_in((JOB, ConcludeRecall(recall_id=recall.pk)), (holder, StepDown(seat_id=recall.seat_id))) == 1
    recall.refresh_from_db()
    seat = Seat.objects.get(pk=recall.seat_id)
    ends = {(Recall.State.CARRIED, Seat.State.RECALLED), (Recall.State.LEFT, Seat.State.RESIGNED)}
    assert (recall.state, seat.state) in ends
