"""Who may do what with impact checks, and why not."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.impact.models import ImpactCheck, Writer
from causeway.domains.impact.queries import visible_checks
from causeway.domains.impact.subjects import Subject, subject_at
from causeway.kernel.actors import Actor, System, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy, sees

may_see_check = sees(
    "Whoever sees a proposal or a threat sees its check once it is published; those who may write it, before that.",
    visible_checks,
)


def check_of(subject: Any) -> ImpactCheck:
    """The check that a row belongs to, or the check itself."""
    check: ImpactCheck = subject if isinstance(subject, ImpactCheck) else subject.check_of
    return check


def _subject(check: ImpactCheck) -> Subject:
    return subject_at(check.kind, check.subject_id)


@policy("Those who stand in the body that recorded a threat, or decides on a proposal, may write its impact check.")
def may_begin_check(actor: Actor, subject: Subject) -> Verdict:
    if subject.is_written_by(actor):
        return YES
    if not subject.is_seen_by(actor):
        return HIDDEN
    return no(_("Only those who belong to the body that this is about can write its impact check."))


@policy("Whoever may write a check may put their name to it; only they decide that it is shown.")
def may_put_name(actor: Actor, check: ImpactCheck) -> Verdict:
    return may_begin_check(actor, _subject(check))


@policy("Whoever may write a check may ask what is still open in it; questions carry no name.")
def may_ask(actor: Actor, check: ImpactCheck) -> Verdict:
    return may_begin_check(actor, _subject(check))


@policy("A check is written by named people: whoever put their name to it may change it.")
def may_write_check(actor: Actor, subject: Any) -> Verdict:
    check = check_of(subject)
    may_put = may_put_name(actor, check)
    if not may_put:
        return may_put if may_see_check(actor, check) else HIDDEN
    if is_writer(actor, check):
        return YES
    return no(_("Put your name to the check first, so that readers know who wrote it."))


def is_writer(actor: Actor, check: ImpactCheck) -> bool:
    """Whether the actor put their name to the check."""
    person_id = person_of(actor)
    return person_id is not None and Writer.objects.filter(check_of=check, person_id=person_id).exists()


@policy("Whoever put their name to a check may take it off at any time, everywhere it stands.")
def may_take_name_off(actor: Actor, check: ImpactCheck) -> Verdict:
    return YES if is_writer(actor, check) else HIDDEN


@policy("Those who tend the threat, or run what the proposal is decided by, publish and withdraw its check.")
def may_publish_check(actor: Actor, check: ImpactCheck) -> Verdict:
    if _subject(check).is_run_by(actor):
        return YES
    if not may_see_check(actor, check):
        return HIDDEN
    return no(_("Only those who run what this check is about can publish or withdraw it. Ask one of them."))


@policy("Only Causeway itself does this, in a job.")
def only_a_job(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else HIDDEN
