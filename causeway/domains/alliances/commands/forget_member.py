"""Forget what stands here about somebody whose account was erased."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import (
    CalendarKey,
    MeetingAction,
    MeetingReply,
    Membership,
    MembershipRequest,
    OfficeOffer,
)
from causeway.domains.alliances.policies import only_the_system
from causeway.domains.alliances.standing import alliances_of, index_of_address, index_of_person, organisations_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ForgetMember(Command[None]):
    """Delete memberships and requests for them, replies to meetings, the calendar address and open offers of office,
    and take the name out of the agreed actions of the bodies that the person stood in.

    It runs while offices still stand, because they tell which bodies those are.
    """

    person_id: UUID
    email: str = field(repr=False)
    display_name: str = field(repr=False)


@performs(ForgetMember, policy=only_the_system, says="forgot what organisations held about an erased account")
def forget_member(_actor: Actor, command: ForgetMember, _subject: Any) -> Done[None]:
    _take_out_name(command)
    index = index_of_person(command.person_id)
    Membership.objects.filter(person_index=index).delete()
    MembershipRequest.objects.filter(person_index=index).delete()
    MeetingReply.objects.filter(person_index=index).delete()
    CalendarKey.objects.filter(person_id=command.person_id).delete()
    offers = OfficeOffer.objects.filter(email_index=index_of_address(command.email))
    offers.filter(status=OfficeOffer.Status.OFFERED).update(
        status=OfficeOffer.Status.WITHDRAWN, answered_on=clock.today(), email=""
    )
    offers.update(email_index=b"")
    return Done(None, scope=command.person_id)


def _take_out_name(command: ForgetMember) -> None:
    """Who agreed to do something stands there as a name that somebody typed: that name, in their bodies, goes."""
    if not command.display_name:
        return
    person = Member(command.person_id)
    theirs = Q(meeting__alliance__in=alliances_of(person)) | Q(meeting__organisation__in=organisations_of(person))
    name = re.compile(rf"(?<!\w){re.escape(command.display_name)}(?!\w)", re.IGNORECASE)
    longest = MeetingAction._meta.get_field("who").max_length
    for action in MeetingAction.objects.filter(theirs, who__icontains=command.display_name):
        action.who = name.sub(_("somebody who has left"), action.who)[:longest]
        action.save(update_fields=["who"])
