"""Events, rotas and the ladder of “Keep the day centre”, made with the real commands."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from causeway.domains.campaigns.commands.announce_event import AnnounceEvent
from causeway.domains.campaigns.commands.ask_for_next_step import AskForNextStep
from causeway.domains.campaigns.commands.confirm_sign_up import ConfirmSignUp
from causeway.domains.campaigns.commands.draw_up_rota import DrawUpRota
from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.commands.take_shift import TakeShift
from causeway.domains.campaigns.event_policies import SIGN_UP_LINK
from causeway.domains.campaigns.models import Ask, Event, Rota, Shift, SignUp, Turn
from causeway.domains.campaigns.rota_pattern import TimeWindow
from causeway.kernel import clock
from causeway.kernel.actors import Bearer, Visitor
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import open_campaign
from tests.scenes import Scene

EVENING = TimeWindow(starts=time(18), ends=time(22), needed=2)


def at(days: int, hour: int = 19) -> datetime:
    """So many days from today, at that hour of the local clock."""
    return timezone.make_aware(datetime.combine(clock.today() + timedelta(days=days), time(hour)))


def announcement(scene: Scene, **changes: object) -> AnnounceEvent:
    """A public meeting in ten days."""
    wanted: dict[str, object] = {
        "campaign_id": open_campaign(scene).pk,
        "title": "Public meeting at the library",
        "kind": Event.Kind.PUBLIC_MEETING,
        "starts_at": at(10, 19),
        "ends_at": at(10, 21),
        "place": "Westbury Library, High Street",
        "step_free": True,
        "hearing_loop": True,
        "travel": "Buses 4 and 11 stop outside.",
        "contact_office": "The alliance’s coordinator",
    }
    return AnnounceEvent(**(wanted | changes))  # type: ignore[arg-type]


def announce(scene: Scene, **changes: object) -> Event:
    """Announce an event as the coordinator."""
    event: Event = perform(scene.actor("coordinator"), announcement(scene, **changes))
    return event


def public_event(scene: Scene) -> Event:
    event: Event = scene.once("public event", lambda: announce(scene))
    return event


def members_event(scene: Scene) -> Event:
    changes = {"title": "Organisers’ evening", "is_public": False, "kind": Event.Kind.ORGANISING}
    event: Event = scene.once("members event", lambda: announce(scene, **changes))
    return event


def past_event(scene: Scene) -> Event:
    """A stall that began an hour ago."""
    times = {"starts_at": clock.now() - timedelta(hours=1), "ends_at": clock.now() + timedelta(hours=1)}
    changes = {"title": "Stall at the market", "kind": Event.Kind.STALL, **times}
    event: Event = scene.once("past event", lambda: announce(scene, **changes))
    return event


def sign_up_visitor(event: Event, email: str = "vera@example.org", *, confirm: bool = True, **fields: object) -> SignUp:
    """A visitor signs up and confirms from the letter."""
    command = SignUpForEvent(event_id=event.pk, name="Vera", email=email, **fields)  # type: ignore[arg-type]
    sign_up: SignUp = perform(Visitor(), command)
    if confirm:
        sign_up = perform(Bearer(SIGN_UP_LINK, sign_up.pk), ConfirmSignUp(sign_up_id=sign_up.pk))
    return sign_up


def visitors_sign_up(scene: Scene) -> SignUp:
    sign_up: SignUp = scene.once("sign-up", lambda: sign_up_visitor(public_event(scene)))
    return sign_up


def draw_up(scene: Scene, **changes: object) -> Rota:
    """“Keep the doors open”: every evening for four weeks, two people."""
    first: date = clock.today() + timedelta(days=3)
    wanted: dict[str, object] = {
        "campaign_id": open_campaign(scene).pk,
        "title": "Keep the doors open",
        "days": (0, 1, 2, 3, 4, 5, 6),
        "windows": (EVENING,),
        "from_date": first,
        "to_date": first + timedelta(days=27),
        "place": "Day centre, Mill Lane",
    }
    rota: Rota = perform(scene.actor("coordinator"), DrawUpRota(**(wanted | changes)))  # type: ignore[arg-type]
    return rota


def evening_rota(scene: Scene) -> Rota:
    rota: Rota = scene.once("rota", lambda: draw_up(scene))
    return rota


def first_shift(scene: Scene) -> Shift:
    shift = evening_rota(scene).shifts.order_by("starts_at").first()
    assert shift is not None
    return shift


def users_turn(scene: Scene) -> Turn:
    """Una takes the first shift."""
    command = TakeShift(shift_id=first_shift(scene).pk)
    turn: Turn = scene.once("turn", lambda: perform(scene.actor("user"), command).turns[0])
    return turn


def ask_command(scene: Scene, controller_id: UUID | None = None) -> AskForNextStep:
    return AskForNextStep(
        campaign_id=open_campaign(scene).pk,
        controller_id=controller_id or scene.westbury.pk,
        rung="signed",
        subject="Come to the meeting",
        message="You signed our petition. Will you come to the meeting next week, and bring a friend?",
    )


def an_ask(scene: Scene) -> Ask:
    ask: Ask = scene.once("ask", lambda: perform(scene.actor("coordinator"), ask_command(scene)))
    return ask
