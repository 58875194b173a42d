"""What can be checked: threats, motions and proposals for budgets, each by the same rules."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from causeway.domains.impact import queries
from causeway.domains.impact.commands.begin_check import BeginCheck
from causeway.domains.impact.commands.publish_check import PublishCheck
from causeway.domains.impact.commands.sum_up_check import SumUpCheck
from causeway.domains.impact.subjects import Subject
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from causeway.project.impact_subjects import SUBJECTS
from tests.domains.assemblies import motions_scene
from tests.domains.budgets import scene as budgets
from tests.domains.impact import scene as room
from tests.domains.services import scene as services
from tests.scenes import CAST, Scene

MAKE = {"threat": services.public_threat, "motion": motions_scene.motion, "proposal": budgets.proposal}


@pytest.mark.parametrize("kind", SUBJECTS, ids=lambda kind: kind.name)
def test_the_summary_stands_on_the_page_of_whatever_was_checked(scene: Scene, client: Client, kind: Any) -> None:
    row, una = MAKE[kind.name](scene), scene.actor("user")
    client.force_login(scene.people["user"])
    assert "Begin an impact check" in client.get(row.get_absolute_url()).content.decode()
    check = perform(una, BeginCheck(kind=kind.name, subject_id=row.pk, name="Una User"))
    room.write(scene, check)
    perform(una, SumUpCheck(check_id=check.pk, gist=room.GIST))
    runner = next(name for name in CAST if kind.runs(scene.actor(name), row))
    perform(scene.actor(runner), PublishCheck(check_id=check.pk))
    page = client.get(row.get_absolute_url()).content.decode()
    assert room.GIST in page
    assert "People who come for lunch" in page
    assert AuditEntry.objects.filter(about=check.pk, scope=kind.trail(row)).count() == 4
    for name in CAST:
        sees_it = queries.visible_checks(scene.actor(name)).filter(pk=check.pk).exists()
        assert sees_it is Subject(kind, row).is_seen_by(scene.actor(name)), name


@pytest.mark.parametrize("kind", SUBJECTS, ids=lambda kind: kind.name)
def test_whoever_writes_or_runs_a_subject_sees_it(scene: Scene, kind: Any) -> None:
    row = MAKE[kind.name](scene)
    subject = Subject(kind, row)
    for name in CAST:
        actor = scene.actor(name)
        assert subject.is_seen_by(actor) or not (subject.is_written_by(actor) or subject.is_run_by(actor)), name
    assert {subject.is_written_by(scene.actor(name)) for name in CAST} == {True, False}


def test_whoever_votes_on_a_motion_reads_who_gains_and_who_loses_beside_the_paper(scene: Scene, client: Client) -> None:
    motion, una = motions_scene.to_be_put(scene), scene.actor("user")
    vote = motions_scene.put(scene, motion)
    client.force_login(scene.people["user"])
    check = perform(una, BeginCheck(kind="motion", subject_id=motion.pk, name="Una User"))
    room.write(scene, check)
    perform(una, SumUpCheck(check_id=check.pk, gist=room.GIST))
    assert room.GIST not in client.get(vote.process.get_absolute_url()).content.decode()
    perform(scene.actor("coordinator"), PublishCheck(check_id=check.pk))
    assert room.GIST in client.get(vote.process.get_absolute_url()).content.decode()
