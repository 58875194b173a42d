"""Places at an event: who has one, who waits, and who moves up. Asked only while the event's row is locked."""

from __future__ import annotations

from causeway.domains.campaigns.models import Event, SignUp
from causeway.kernel.sealing import blind_index


def address_of(sign_up: SignUp) -> str:
    """Where a letter about it goes: the account's address, or the one that a visitor gave."""
    return sign_up.person.email if sign_up.person else sign_up.email


def same_person(event: Event, email: str) -> bytes:
    """The index under which one address signs up once for one event."""
    return blind_index(email.strip().lower(), f"event.{event.pk}")


def heads_coming(event: Event) -> int:
    """How many people have a place: those who are coming, with their guests."""
    counted = event.sign_ups.filter(confirmed_at__isnull=False, waiting=False, answer=SignUp.Answer.COMING)
    return sum(1 + guests for guests in counted.values_list("guests", flat=True))


def seat(event: Event, sign_up: SignUp) -> None:
    """Give a sign-up that counts its places, or a place in the queue. Whoever waits is not overtaken."""
    if event.capacity is None or not sign_up.heads:
        sign_up.waiting = False
        return
    queue = event.sign_ups.filter(waiting=True, confirmed_at__isnull=False).exclude(pk=sign_up.pk)
    others = heads_coming(event) - (_heads_held(sign_up))
    sign_up.waiting = others + sign_up.heads > event.capacity or queue.exists()


def _heads_held(sign_up: SignUp) -> int:
    stored = SignUp.objects.filter(
        pk=sign_up.pk, confirmed_at__isnull=False, waiting=False, answer=SignUp.Answer.COMING
    ).first()
    return stored.heads if stored else 0


def move_up(event: Event) -> list[SignUp]:
    """Give free places to those who wait, first come first served; returns who moved up.

    A group that does not fit holds up nobody behind it.
    """
    waiting = list(event.sign_ups.filter(waiting=True, confirmed_at__isnull=False).order_by("made_at"))
    if not waiting:
        return []
    free = None if event.capacity is None else event.capacity - heads_coming(event)
    moved = []
    for sign_up in waiting:
        if free is not None and sign_up.heads > free:
            continue
        sign_up.waiting = False
        sign_up.save(update_fields=["waiting"])
        free = None if free is None else free - sign_up.heads
        moved.append(sign_up)
    return moved
