"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.campaigns.ladder_standing import index_of_asked
from causeway.domains.campaigns.leaving import sign_ups_of, steps_of_address
from causeway.domains.campaigns.models import (
    Asked,
    CalendarKey,
    CampaignRole,
    Contact,
    Note,
    ReminderChoice,
    Task,
    Turn,
)
from causeway.domains.people.sections import Held


def sign_ups(person_id: UUID, email: str) -> Held:
    """Events that the person signed up for, with or without the account."""
    return [
        {
            "event": row.event.title,
            "on": row.event.starts_at,
            "name": row.name,
            "answer": row.get_answer_display(),
            "guests": row.guests,
            "access needs": row.access_needs,
            "wants to hear of the next step": row.wants_to_hear,
            "on the waiting list": row.waiting,
            "signed up at": row.made_at,
            "confirmed at": row.confirmed_at,
            "came": row.get_came_display(),
        }
        for row in sign_ups_of(person_id, email)
    ]


def shifts(person_id: UUID, _email: str) -> Held:
    """Shifts taken or offered, and how the person is reminded."""
    turns = Turn.objects.filter(person_id=person_id).select_related("shift__rota").order_by("shift__starts_at")
    return [
        {
            "rota": turn.shift.rota.title,
            "from": turn.shift.starts_at,
            "to": turn.shift.ends_at,
            "state": turn.get_state_display(),
            "cover wanted": turn.cover_wanted,
        }
        for turn in turns
    ] + [
        {"reminded hours before a shift": choice.hours_before, "reminders stopped at": choice.stopped_at}
        for choice in ReminderChoice.objects.filter(person_id=person_id)
    ]


def ladder(_person_id: UUID, email: str) -> Held:
    """Steps in campaigns, the address kept by consent, and when it was last asked for the next step."""
    asked = index_of_asked(email)
    contacts = Contact.objects.filter(address_index=asked).select_related("campaign")
    return (
        [
            {"campaign": step.campaign.name, "step": step.get_rung_display(), "on": step.on}
            for step in steps_of_address(email)
        ]
        + [
            {
                "campaign": contact.campaign.name,
                "address kept": contact.email,
                "name": contact.name,
                "on": contact.since,
            }
            for contact in contacts
        ]
        + [{"asked for the next step at": row.at} for row in Asked.objects.filter(address_index=asked)]
    )


def organising(person_id: UUID, _email: str) -> Held:
    """Appointments, tasks, notes and the calendar address."""
    roles = CampaignRole.objects.filter(person_id=person_id).select_related("campaign")
    tasks = Task.objects.filter(taken_by_id=person_id).select_related("campaign")
    notes = Note.objects.filter(written_by_id=person_id).select_related("campaign")
    return (
        [
            {"campaign": role.campaign.name, "offered on": role.offered_on, "organiser since": role.since}
            for role in roles
        ]
        + [{"campaign": task.campaign.name, "task": task.text, "done on": task.done_on} for task in tasks]
        + [{"campaign": note.campaign.name, "note": note.text, "written at": note.written_at} for note in notes]
        + [{"calendar address made at": key.made_at} for key in CalendarKey.objects.filter(person_id=person_id)]
    )
