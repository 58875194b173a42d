"""Letters to electors: what is due, to whom it goes, and what it says.

The roll holds blind indexes, from which nobody can be found. So the rule of the roll is asked again who belongs today,
and who of them stands on the roll under their index gets the letter. Whoever has left the body since keeps the vote,
and gets none. Whether somebody has voted is not asked: every letter goes to all on the roll alike.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.alliances.standing import name_of_body
from causeway.domains.assemblies.bodies import Body, kind_of
from causeway.domains.assemblies.course import Stage, nominations_are_open, phase_of, stage_of
from causeway.domains.assemblies.models import Announced, Elector, Phase, Process, VoteLetter
from causeway.domains.assemblies.standing import index_of_elector, people_for
from causeway.domains.people.models import Channel, Person
from causeway.domains.people.queries import may_contact
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member

PURPOSE = "votes"
LAST_DAY = timedelta(hours=24)
LONG_ENOUGH = timedelta(hours=48)  # a shorter vote is not announced twice
RESULT_IS_NEWS = timedelta(days=2)


def controller_of(body: Body) -> UUID:
    """The alliance or organisation that writes: for a campaign, a committee or a service the one above it."""
    return kind_of(body).trail(body)


def wording_for(body: Body) -> str:
    """The sentence that somebody agrees to."""
    sentence = _(
        "%(name)s may e-mail me when it decides something: when names can be put forward, when a vote opens, a day "
        "before it closes, and when its result is published. I can stop this with one click."
    )
    return sentence % {"name": name_of_body(controller_of(body)) or body.name}


def wants_letters(actor: Actor, body: Body) -> bool:
    """Whether the actor agreed to such letters; for their own page only."""
    if not isinstance(actor, Member):
        return False
    email = Person.objects.filter(pk=actor.person_id).values_list("email", flat=True).first()
    return bool(email) and may_contact(str(email), controller_of(body), Channel.EMAIL, PURPOSE)


def due(kind: str) -> list[Process]:
    """The votes for which a letter of this kind is due, and none has begun."""
    known = Announced.objects.filter(kind=kind).values("process")
    rows = _candidates(kind).filter(cancelled_on=None, roll__settled_at__isnull=False).exclude(pk__in=known)
    rows = rows.select_related("roll", "ballot", "part_of").prefetch_related("phases", "roll__objections")
    return [process for process in rows if _is_due(kind, process)]


def _candidates(kind: str) -> QuerySet[Process]:
    now = clock.now()
    if kind == VoteLetter.Kind.COUNTED:
        return Process.objects.filter(ballot__counted_at__gt=now - RESULT_IS_NEWS)
    phase = Phase.Kind.NOMINATE if kind == VoteLetter.Kind.NOMINATIONS else Phase.Kind.VOTE
    running = Q(kind=phase, opens_at__lte=now, closes_at__gt=now)
    if kind == VoteLetter.Kind.LAST_DAY:
        running &= Q(closes_at__lte=now + LAST_DAY, closes_at__gt=F("opens_at") + LONG_ENOUGH)
    return Process.objects.filter(pk__in=Phase.objects.filter(running).values("process"), ballot__isnull=False)


def _is_due(kind: str, process: Process) -> bool:
    if kind == VoteLetter.Kind.COUNTED:
        return True
    if kind == VoteLetter.Kind.NOMINATIONS:
        return nominations_are_open(process)
    return stage_of(process) is Stage.VOTING


def about(process: Process) -> Process:
    """What the letter is about: the bigger process, for a vote that is a step of one."""
    return process.part_of or process


def unfinished_letters() -> list[VoteLetter]:
    """Those that are on their way, the oldest first."""
    return list(VoteLetter.objects.filter(finished_at=None).select_related("about"))


def recipients_of(letter: VoteLetter) -> list[tuple[bytes, UUID]]:
    """Who belongs today and is on one of the rolls, by blind index, after those whom it has reached. Never shown."""
    found: dict[bytes, UUID] = {}
    for one in letter.announced.select_related("process__roll"):
        rows = Elector.objects.filter(roll=one.process.roll).values_list("person_index", flat=True)
        on_roll = {bytes(index) for index in rows}
        indexes = ((index_of_elector(person_id), person_id) for person_id in people_for(one.process.roll))
        found |= {index: person_id for index, person_id in indexes if index in on_roll}
    reached = bytes(letter.reached) if letter.reached else b""
    return sorted((index, person_id) for index, person_id in found.items() if index > reached)


def words_of(letter: VoteLetter) -> tuple[str, str]:
    """The subject and the sentence. They are the same for everybody."""
    votes = [one.process for one in letter.announced.select_related("process")]
    alone = votes[0] if votes == [letter.about] else None
    subject, sentence = _words(letter.kind, several=len(votes) > 1)
    named = {"title": letter.about.title, "until": _until(letter, alone)}
    return subject % named, sentence % named


def _words(kind: str, *, several: bool) -> tuple[str, str]:
    if kind == VoteLetter.Kind.NOMINATIONS:
        return _("Names can be put forward: %(title)s"), _("You can stand in “%(title)s”%(until)s.")
    if kind == VoteLetter.Kind.OPENED and several:
        return _("Votes are open: %(title)s"), _("You can vote in “%(title)s” now.")
    if kind == VoteLetter.Kind.OPENED:
        return _("A vote is open: %(title)s"), _("You can vote in “%(title)s”%(until)s.")
    if kind == VoteLetter.Kind.LAST_DAY:
        return _("It closes soon: %(title)s"), _(
            "Voting in “%(title)s” ends soon%(until)s. Everybody on the roll gets this letter: if you have voted, "
            "there is nothing to do, and nobody sees whether you have."
        )
    return _("The result is published: %(title)s"), _(
        "The result of “%(title)s” is published, with all papers, so that anybody can count again."
    )


def _until(letter: VoteLetter, alone: Process | None) -> str:
    """“ until …”, where there is one moment to name."""
    if alone is None or letter.kind == VoteLetter.Kind.COUNTED:
        return ""
    kind = Phase.Kind.NOMINATE if letter.kind == VoteLetter.Kind.NOMINATIONS else Phase.Kind.VOTE
    moment = date_format(timezone.localtime(phase_of(alone, kind).closes_at), "l j F Y, H:i")
    if letter.kind == VoteLetter.Kind.LAST_DAY:
        return _(", on %(when)s") % {"when": moment}
    return _(" until %(when)s") % {"when": moment}
