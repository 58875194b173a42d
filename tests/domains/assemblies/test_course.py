"""Phases open rights by the clock, and nothing else does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from causeway.domains.assemblies import queries
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.drawing_up import draw_up
from causeway.domains.assemblies.course import Stage, is_open, stage_of
from causeway.domains.assemblies.models import Phase, Process
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

HOUR = timedelta(hours=1)
DELIBERATE, AMEND = Phase.Kind.DELIBERATE, Phase.Kind.AMEND


def two_phases(scene: Scene) -> Process:
    """People deliberate for an hour; an hour after that they amend for an hour."""
    process = draw_up(
        scene.westbury,
        blueprint=Process.Blueprint.BY_HAND,
        title="Two phases",
        about="",
        why_here="x",
        result_for="members",
    )
    start = clock.now()
    for kind, hours in ((DELIBERATE, 0), (AMEND, 2)):
        opens_at = start + hours * HOUR
        Phase.objects.create(process=process, kind=kind, opens_at=opens_at, closes_at=opens_at + HOUR)
    return process


@pytest.mark.parametrize(
    ("hours", "stage", "kinds"),
    [
        (0, Stage.RUNNING, {DELIBERATE}),
        (1, Stage.WAITING, set()),
        (2.5, Stage.RUNNING, {AMEND}),
        (3, Stage.FINISHED, set()),
    ],
)
def test_a_phase_is_open_from_its_first_moment_to_just_before_its_last(
    scene: Scene, hours: float, stage: Stage, kinds: set[Phase.Kind]
) -> None:
    process = two_phases(scene)
    start = process.phases.all()[0].opens_at
    with clock.stopped_at(start + hours * HOUR):
        assert stage_of(process) is stage
        assert {kind for kind in Phase.Kind if is_open(process, kind)} == kinds


def test_a_cancelled_process_has_no_open_phase(scene: Scene) -> None:
    process = two_phases(scene)
    perform(scene.actor("coordinator"), CancelProcess(process_id=process.pk, reason="Too soon"))
    process.refresh_from_db()
    assert stage_of(process) is Stage.CANCELLED
    assert not is_open(process, DELIBERATE)


def test_a_step_stands_on_the_page_of_its_whole_and_not_in_the_list(scene: Scene) -> None:
    cora, whole, step = scene.actor("coordinator"), two_phases(scene), room.voting(scene)
    step.part_of = whole
    step.save()
    assert [row.process for row in queries.steps_of(cora, whole)] == [step]
    listed = [row.process for row in queries.processes_page(cora, scene.westbury, "1")]
    assert whole in listed
    assert step not in listed


@pytest.mark.parametrize("page", ["vote", "settle", "object", "move", "papers", "stand"])
def test_a_process_without_a_ballot_has_no_pages_of_a_vote(scene: Scene, page: str) -> None:
    process = two_phases(scene)
    client = Client()
    client.force_login(scene.people["coordinator"])
    assert client.get(process.get_absolute_url()).status_code == 200
    assert client.get(f"{process.get_absolute_url()}{page}/").status_code == 404
