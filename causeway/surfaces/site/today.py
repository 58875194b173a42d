"""What needs somebody today: one list out of every room, soonest first.

Each source is a function that takes the actor and yields needs; the rooms decide what the actor sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from causeway.domains.alliances.queries.affiliations import waiting_proposals
from causeway.domains.alliances.queries.meetings import next_meetings
from causeway.domains.alliances.queries.offices import waiting_offers
from causeway.domains.alliances.standing import alliances_of
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.committee_queries import seats_offered, vacancies_asking
from causeway.domains.assemblies.conversation_waiting import conversations_waiting_for
from causeway.domains.assemblies.mandate_queries import reports_due
from causeway.domains.assemblies.queries import votes_waiting_for
from causeway.domains.campaigns.rota_queries import Gap, gaps_in_rotas, my_shifts
from causeway.domains.campaigns.work_queries import tasks_of, waiting_invitations, waiting_requests
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.sheet_queries import sheets_waiting
from causeway.domains.services.queries import threats_with_clock
from causeway.domains.services.queries.tenders import waiting_notices
from causeway.domains.services.queries.tipoffs import (
    keys_to_make,
    unanswered_tip_offs,
    waiting_releases,
    waiting_statements,
)
from causeway.kernel import clock
from causeway.kernel.actors import Actor

DEADLINE_DAYS = 30
MEETING_DAYS = 14
SHIFT_DAYS = 7
GAP_DAYS = 14
MOST_OF_A_KIND = 5
GAPS_SHOWN = 3


@dataclass(frozen=True)
class Need:
    """One thing that waits: what, where to go, and by which day (None: now)."""

    kind: Promise
    words: str
    address: str
    day: date | None = None
    detail: str = ""


ADDRESSES = {
    "keys": "services:tip_off_inbox",
    "releases": "services:tip_off_inbox",
    "statements": "services:statements",
    "notices": "services:tender_inbox",
    "offers": "offices:mine",
    "seats": "committees:mine",
    "reports": "committees:mine",
    "vacancies": "committees:mine",
}
Source = Callable[[Actor], Iterator[Need]]


def needs_of(actor: Actor, address: str) -> list[Need]:
    """Everything that waits for the actor, whose e-mail address is given: what has no day first, then by day."""
    found = [need for source in SOURCES for need in source(actor)]
    found += questions(actor, address)
    return sorted(found, key=lambda need: need.day or date.min)


def deadlines(actor: Actor) -> Iterator[Need]:
    """Decision dates of the actor's alliances within a month."""
    alliances = alliances_of(actor)
    if not alliances:
        return
    last = clock.today() + timedelta(days=DEADLINE_DAYS)
    for threat in threats_with_clock(actor, alliances, MOST_OF_A_KIND):
        if threat.next_on and threat.next_on <= last:
            words = f"{threat.next_label}: {threat.title}"
            yield Need(gettext_lazy("Deadline"), words, threat.url, threat.next_on, threat.service_name)


def tip_offs(actor: Actor) -> Iterator[Need]:
    """Tip-offs whose source waits for an answer."""
    for waiting in unanswered_tip_offs(actor):
        if waiting.count is None:
            words = _("Tip-offs wait for an answer from the handlers")
        else:
            words = ngettext("%(n)s tip-off waits for an answer", "%(n)s tip-offs wait for an answer", waiting.count)
            words %= {"n": waiting.count}
        yield Need(gettext_lazy("Tip-off"), words, reverse("services:tip_off_inbox"), detail=waiting.alliance.name)


def meetings(actor: Actor) -> Iterator[Need]:
    """Meetings of the actor's bodies within a fortnight."""
    last = clock.today() + timedelta(days=MEETING_DAYS)
    for meeting in next_meetings(actor, MOST_OF_A_KIND):
        day = timezone.localdate(meeting.starts_at)
        if day <= last:
            hour = date_format(timezone.localtime(meeting.starts_at), "H:i")
            detail = f"{hour}, {meeting.alliance or meeting.organisation}"
            yield Need(gettext_lazy("Meeting"), meeting.title, meeting.get_absolute_url(), day, detail)


def votes(actor: Actor) -> Iterator[Need]:
    """The open votes in which the actor is on the roll and has not voted."""
    for waiting in votes_waiting_for(actor, MOST_OF_A_KIND):
        day = timezone.localdate(waiting.phase.closes_at)
        body = str(body_of(waiting.process))
        yield Need(gettext_lazy("Vote"), waiting.process.title, waiting.process.get_absolute_url(), day, body)


def conversations(actor: Actor) -> Iterator[Need]:
    """The open conversations of the actor's bodies with statements that wait for their vote."""
    for waiting in conversations_waiting_for(actor, MOST_OF_A_KIND):
        words = ngettext(
            "%(n)s statement waits for your vote: %(question)s",
            "%(n)s statements wait for your vote: %(question)s",
            waiting.left,
        ) % {"n": waiting.left, "question": waiting.conversation.question}
        address = reverse("assemblies:conversation", args=[waiting.conversation.process.slug])
        yield Need(gettext_lazy("Conversation"), words, address, timezone.localdate(waiting.closes_at), waiting.body)


def shifts(actor: Actor) -> Iterator[Need]:
    """The actor's own shifts within a week, and those that they are asked to take."""
    last = clock.today() + timedelta(days=SHIFT_DAYS)
    for turn in my_shifts(actor)[:MOST_OF_A_KIND]:
        day = timezone.localdate(turn.shift.starts_at)
        if day <= last:
            address = reverse("rotas:turn", args=[turn.pk])
            hour = date_format(timezone.localtime(turn.shift.starts_at), "H:i")
            detail = f"{hour}, {turn.shift.rota.campaign.name}"
            yield Need(gettext_lazy("Your shift"), turn.shift.rota.title, address, day, detail)


def gaps(actor: Actor) -> Iterator[Need]:
    """The rotas that the actor runs in which people are missing: one line for each, with the hours of its gaps."""
    rotas: dict[UUID, list[Gap]] = {}
    for gap in gaps_in_rotas(actor, days=GAP_DAYS):
        rotas.setdefault(gap.shift.rota_id, []).append(gap)
    for found in list(rotas.values())[:MOST_OF_A_KIND]:
        yield _gap(found)


def _gap(found: list[Gap]) -> Need:
    """What one rota lacks; the soonest gap gives the day."""
    rota, missing = found[0].shift.rota, sum(gap.missing for gap in found)
    words = ngettext("%(n)s more person needed: %(rota)s", "%(n)s more people needed: %(rota)s", missing)
    one = len(found) == 1
    address = reverse("rotas:shift", args=[found[0].shift.pk]) if one else reverse("rotas:rota", args=[rota.pk])
    hours = [_("%(when)s: %(n)s more") % {"when": _hours(gap), "n": gap.missing} for gap in found[:GAPS_SHOWN]]
    if len(found) > GAPS_SHOWN:
        more = len(found) - GAPS_SHOWN
        hours.append(ngettext("and %(n)s other shift", "and %(n)s other shifts", more) % {"n": more})
    day = timezone.localdate(found[0].shift.starts_at)
    words %= {"n": missing, "rota": rota.title}
    return Need(gettext_lazy("Gap in a rota"), words, address, day, ", ".join(hours))


def _hours(gap: Gap) -> str:
    """“Sat 28 Nov, 10:00 to 12:00”."""
    starts, ends = timezone.localtime(gap.shift.starts_at), timezone.localtime(gap.shift.ends_at)
    return _("%(day)s %(starts)s–%(ends)s") % {
        "day": date_format(starts, "D j M"),
        "starts": date_format(starts, "H:i"),
        "ends": date_format(ends, "H:i"),
    }


def sheets(actor: Actor) -> Iterator[Need]:
    """Petition sheets that are out and due, and those that are back and wait to be counted."""
    soon = clock.today() + timedelta(days=SHIFT_DAYS)
    for sheet in sheets_waiting(actor, due_by=soon)[:MOST_OF_A_KIND]:
        address = reverse("petitions:sheet", args=[sheet.pk])
        number = {"number": sheet.code}
        if sheet.state == Sheet.State.OUT:
            words = _("Sheet %(number)s should come back") % number
            yield Need(gettext_lazy("Sheet out"), words, address, sheet.due_on, sheet.petition.title)
        else:
            words = _("Sheet %(number)s is back and waits to be counted") % number
            yield Need(gettext_lazy("Sheet back"), words, address, detail=sheet.petition.title)


def questions(actor: Actor, address: str) -> Iterator[Need]:
    """What waits for a yes or no, as counts, all in one query."""
    counted = [
        rows.order_by().annotate(asked=Value(name)).values("asked").annotate(n=Count("pk")).values_list("asked", "n")
        for name, rows in (
            ("keys", keys_to_make(actor)),
            ("releases", waiting_releases(actor)),
            ("statements", waiting_statements(actor)),
            ("notices", waiting_notices(actor)),
            ("offers", waiting_offers(actor, address)),
            ("seats", seats_offered(actor)),
            ("reports", reports_due(actor)),
            ("vacancies", vacancies_asking(actor)),
            ("proposals", waiting_proposals(actor)),
            ("requests", waiting_requests(actor)),
            ("invitations", waiting_invitations(actor)),
        )
    ]
    for name, count in counted[0].union(*counted[1:], all=True):
        if not count:
            continue  # nothing can wait there for this actor, and Django says so with a nought
        words, address = in_words(name, count)
        yield Need(gettext_lazy("Your answer"), words % {"n": count}, reverse(address))


def in_words(name: str, count: int) -> tuple[str, str]:
    """What waits, in words, and the page that lists it."""
    words = {
        "keys": _("Make your key, so that tip-offs can be sealed to you"),
        "releases": ngettext(
            "%(n)s release waits for a second handler", "%(n)s releases wait for a second handler", count
        ),
        "statements": ngettext(
            "%(n)s statement from a tip-off: start a threat", "%(n)s statements from tip-offs: start a threat", count
        ),
        "notices": ngettext("%(n)s tender notice", "%(n)s tender notices", count),
        "offers": ngettext("%(n)s office is offered to you", "%(n)s offices are offered to you", count),
        "seats": ngettext("You are elected to %(n)s place", "You are elected to %(n)s places", count),
        "reports": ngettext("Your report is due", "%(n)s of your reports are due", count),
        "vacancies": ngettext(
            "Would you take %(n)s vacant place?", "Would you take one of %(n)s vacant places?", count
        ),
        "proposals": ngettext("%(n)s proposal to affiliate", "%(n)s proposals to affiliate", count),
        "requests": ngettext("%(n)s organisation asks to join", "%(n)s organisations ask to join", count),
        "invitations": ngettext("%(n)s invitation to a campaign", "%(n)s invitations to campaigns", count),
    }[name]
    return words, ADDRESSES.get(name, "waiting")


def tasks(actor: Actor) -> Iterator[Need]:
    """Tasks that the actor has taken."""
    for task in tasks_of(actor, MOST_OF_A_KIND):
        address = reverse("campaigns:members", args=[task.campaign.slug])
        yield Need(gettext_lazy("Your task"), task.text, address, task.due_on, task.campaign.name)


SOURCES: tuple[Source, ...] = (deadlines, tip_offs, meetings, votes, conversations, shifts, gaps, sheets, tasks)
