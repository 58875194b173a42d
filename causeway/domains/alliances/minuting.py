"""Minutes drafted from what happened: who came in numbers, what was decided, what was agreed to be done.

A draft is made afresh each time and stored nowhere: whoever keeps the meeting edits it, and a later meeting adopts it.
Rooms above say what was decided there through the table in ``project/minutes.py``, as they do with panels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.alliances.bodies import body_of, owner
from causeway.domains.alliances.models import Meeting, MeetingAction
from causeway.kernel.actors import Actor

NAMED_FROM = 10  # in minutes that everybody may read once they are adopted, fewer people are no number

Decided = Callable[[Actor, Meeting, datetime | None], Sequence[str]]
"""What a room knows to have been decided at a meeting, or since the moment at which the one before it ended."""

_decided: list[Decided] = []


def offer(table: Sequence[Decided]) -> None:
    """Called once at start, with the table of ``project/minutes.py``."""
    _decided[:] = table


def draft_of(actor: Actor, meeting: Meeting) -> str:
    """The minutes as far as Causeway knows what happened, with a line for each point that only people can write."""
    before = meeting_before(meeting)
    since = before.ends_at if before else None
    parts = [
        _heading(meeting),
        _attendance(meeting),
        *_earlier_minutes(meeting, before),
        *_agenda(meeting),
        *_under(_("Decided"), [line for decided in _decided for line in decided(actor, meeting, since)]),
        *_under(_("Actions agreed"), [_action(action) for action in meeting.actions.all()]),
        *_under(_("Actions of the last meeting"), [_outcome(one) for one in before.actions.all()] if before else []),
        *_next(meeting),
    ]
    return "\n\n".join(parts)


def meeting_before(meeting: Meeting) -> Meeting | None:
    """The meeting of the same body before this one."""
    rows = Meeting.objects.filter(starts_at__lt=meeting.starts_at, cancelled_at=None, **owner(body_of(meeting)))
    return rows.order_by("-starts_at").first()


def _day(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y")


def _heading(meeting: Meeting) -> str:
    start, end = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    named = {"title": meeting.title, "body": body_of(meeting).name, "day": date_format(start, "l j F Y")}
    first = _("Minutes of “%(title)s” of %(body)s, %(day)s") % named
    hours = f"{date_format(start, 'H:i')}–{date_format(end, 'H:i')}"
    return f"{first}, {hours}, {meeting.place}." if meeting.place else f"{first}, {hours}."


def _attendance(meeting: Meeting) -> str:
    """In numbers, never names: who came to a union’s meeting is nobody else’s business."""
    counted = list(meeting.attendance.select_related("organisation").order_by("organisation__name"))
    present = sum(row.present for row in counted)
    if not present:
        return _("Present: not counted yet.")
    told = []
    for row in counted:
        name = row.organisation.name if row.organisation else _("others")
        shown = not meeting.is_public or row.present >= NAMED_FROM
        told += [f"{name} {row.present}" if shown else name] if row.present else []
    words = ngettext("Present: %(n)s person", "Present: %(n)s people", present) % {"n": present}
    apologies = _(" Apologies: %(n)s.") % {"n": meeting.apologies} if meeting.apologies else ""
    return f"{words} ({'; '.join(told)}).{apologies}"


def _earlier_minutes(meeting: Meeting, before: Meeting | None) -> list[str]:
    adopted = Meeting.objects.filter(adopted_at=meeting).order_by("starts_at")
    lines = [_("The minutes of “%(title)s”, %(day)s, were adopted.") % _named(one) for one in adopted]
    if before and before.minutes and before.adopted_on is None:
        lines.append(_("The minutes of “%(title)s”, %(day)s, are not adopted yet.") % _named(before))
    return _under(_("Earlier minutes"), lines)


def _named(meeting: Meeting) -> dict[str, str]:
    return {"title": meeting.title, "day": _day(meeting.starts_at)}


def _agenda(meeting: Meeting) -> list[str]:
    return [f"{item.position + 1}. {item.title}\n…" for item in meeting.agenda.all()]


def _action(action: MeetingAction) -> str:
    by = _(", by %(day)s") % {"day": date_format(action.due_on, "j F Y")} if action.due_on else ""
    return f"{action.text}: {action.who}{by}"


def _outcome(action: MeetingAction) -> str:
    if action.done_on:
        return _("%(action)s: done") % {"action": action.text}
    return _("%(action)s: still open") % {"action": action.text}


def _next(meeting: Meeting) -> list[str]:
    if not meeting.next_on:
        return []
    return [_("Next meeting suggested for %(day)s.") % {"day": date_format(meeting.next_on, "l j F Y")}]


def _under(heading: str, lines: Sequence[str]) -> list[str]:
    return ["\n".join([heading, *(f"– {line}" for line in lines)])] if lines else []
