"""What happens after events and sign-ups changed: letters, consents and steps on the ladder."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.record_step import RecordStep
from causeway.domains.campaigns.facts import (
    EventCancelled,
    EventRescheduled,
    PlaceFreed,
    SignUpAwaitsConfirmation,
    SignUpCounted,
    TurnOutRecorded,
)
from causeway.domains.campaigns.ladder_queries import controller_of
from causeway.domains.campaigns.letters import letter, when_of
from causeway.domains.campaigns.links import sign_up_url, site
from causeway.domains.campaigns.models import Event, Rung, SignUp
from causeway.domains.campaigns.places import address_of
from causeway.domains.campaigns.staying_in_touch import stay_in_touch
from causeway.domains.campaigns.wording_of_consent import consent_wording
from causeway.kernel.actors import System
from causeway.kernel.mail import send
from causeway.kernel.perform import perform


def _sign_up(sign_up_id: UUID) -> SignUp | None:
    rows = SignUp.objects.select_related("event__campaign__alliance", "event__host", "person")
    return rows.filter(pk=sign_up_id).first()


def _link(sign_up: SignUp) -> str:
    if sign_up.person_id:
        return site(reverse("events:event", kwargs={"slug": sign_up.event.slug}))
    return sign_up_url(sign_up.pk)


def ask_to_confirm(fact: SignUpAwaitsConfirmation) -> None:
    """The letter with the link that makes a visitor's sign-up count."""
    sign_up = _sign_up(fact.sign_up_id)
    if sign_up is None:
        return
    event = sign_up.event
    if sign_up.confirmed_at:
        subject = _("Your sign-up for “%(event)s”") % {"event": event.title}
        first, says = _("You have signed up for this event already."), _("See or change your answer")
    else:
        subject = _("Confirm: “%(event)s”") % {"event": event.title}
        first = _("Open this page and press the button, so that we know that this address is yours.")
        says = _("Confirm that I am coming")
    send(
        letter(
            sign_up.email,
            subject,
            [first, f"{event.title}\n{when_of(event)}\n{event.place}"],
            link=sign_up_url(sign_up.pk),
            link_says=says,
            ending=_("If it was not you, do nothing. Nothing happens without the button."),
        )
    )


def welcome(fact: SignUpCounted) -> None:
    """A short word to whoever is counted now, with the way to change one's mind."""
    sign_up = _sign_up(fact.sign_up_id)
    if sign_up is None or sign_up.answer == SignUp.Answer.NOT_COMING:
        return
    event = sign_up.event
    first = (
        _("The event is full. You are on the waiting list, and we write as soon as a place is free.")
        if sign_up.waiting
        else _("Thank you. We look forward to seeing you.")
    )
    send(
        letter(
            address_of(sign_up),
            _("You signed up: “%(event)s”") % {"event": event.title},
            [first, f"{event.title}\n{when_of(event)}\n{event.place}"],
            link=_link(sign_up),
            link_says=_("See the event, or change your answer"),
        )
    )


def keep_consent(fact: SignUpCounted) -> None:
    """Whoever ticked the box agreed to be asked for the next step: the consent is stored, and the address kept."""
    sign_up = _sign_up(fact.sign_up_id)
    if sign_up is None or not sign_up.wants_to_hear:
        return
    controller_id, name = controller_of(sign_up.event)
    stay_in_touch(
        campaign_id=sign_up.event.campaign_id,
        controller_id=controller_id,
        controller_name=name,
        email=address_of(sign_up),
        name=sign_up.name,
        wording=consent_wording(name),
    )


def tell_of_place(fact: PlaceFreed) -> None:
    """Good news for whoever waited."""
    sign_up = _sign_up(fact.sign_up_id)
    if sign_up is None:
        return
    event = sign_up.event
    send(
        letter(
            address_of(sign_up),
            _("A place for you: “%(event)s”") % {"event": event.title},
            [_("A place is free, and it is yours."), f"{event.title}\n{when_of(event)}\n{event.place}"],
            link=_link(sign_up),
            link_says=_("If you cannot come any more, say so here"),
        )
    )


def tell_of_change(fact: EventRescheduled) -> None:
    """Tell everybody who signed up of the new time or place."""
    event = Event.objects.filter(pk=fact.event_id).first()
    if event is None or event.cancelled_at:
        return
    for sign_up in _who_to_tell(event):
        send(
            letter(
                address_of(sign_up),
                _("Changed: “%(event)s”") % {"event": event.title},
                [
                    _("The time or the place of this event has changed. It is now:"),
                    f"{event.title}\n{when_of(event)}\n{event.place}",
                ],
                link=_link(sign_up),
                link_says=_("See the event, or change your answer"),
            )
        )


def tell_of_cancellation(fact: EventCancelled) -> None:
    """Tell everybody who signed up that it will not take place."""
    event = Event.objects.filter(pk=fact.event_id).first()
    if event is None:
        return
    for sign_up in _who_to_tell(event):
        send(
            letter(
                address_of(sign_up),
                _("Cancelled: “%(event)s”") % {"event": event.title},
                [
                    _("This event will not take place."),
                    f"{event.title}\n{when_of(event)}\n{event.place}",
                    *([event.cancelled_because] if event.cancelled_because else []),
                ],
            )
        )


def _who_to_tell(event: Event) -> list[SignUp]:
    coming = event.sign_ups.filter(confirmed_at__isnull=False).exclude(answer=SignUp.Answer.NOT_COMING)
    return list(coming.select_related("person", "event"))


def note_who_came(fact: TurnOutRecorded) -> None:
    """Those of whom it was noted that they came stand a rung higher."""
    event = Event.objects.filter(pk=fact.event_id).first()
    if event is None:
        return
    system = System("a turn-out was recorded")
    came = event.sign_ups.filter(came__in=[SignUp.Came.CAME, SignUp.Came.HELPED]).select_related("person")
    for sign_up in came:
        rungs = [Rung.CAME, Rung.HELPED] if sign_up.came == SignUp.Came.HELPED else [Rung.CAME]
        for rung in rungs:
            perform(system, RecordStep(campaign_id=event.campaign_id, email=address_of(sign_up), rung=rung))
