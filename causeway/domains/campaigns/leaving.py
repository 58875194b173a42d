"""By what this room finds what it holds about an address: blind indexes, one for each event and each campaign."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from causeway.domains.campaigns.ladder_standing import index_on_ladder
from causeway.domains.campaigns.models import Campaign, Event, SignUp, Step
from causeway.domains.campaigns.places import same_person


def sign_ups_of(person_id: UUID, email: str) -> list[SignUp]:
    """The sign-ups of an account, and those that somebody made with its address before they had one."""
    signed_up_to = Event.objects.filter(Exists(SignUp.objects.filter(event=OuterRef("pk"))))
    indexes = [same_person(event, email) for event in signed_up_to.only("pk")]
    rows = SignUp.objects.filter(Q(person_id=person_id) | Q(same_person__in=indexes))
    return list(rows.select_related("event").order_by("event__starts_at"))


def steps_of_address(email: str) -> list[Step]:
    """The steps of an address on the ladders of all campaigns."""
    rows = Step.objects.filter(person_index__in=ladder_indexes(email))
    return list(rows.select_related("campaign").order_by("on"))


def ladder_indexes(email: str) -> list[bytes]:
    """The indexes under which an address stands on each campaign's ladder."""
    return [index_on_ladder(email, campaign_id) for campaign_id in Campaign.objects.values_list("pk", flat=True)]
