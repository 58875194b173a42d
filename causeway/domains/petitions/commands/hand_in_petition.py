"""Hand a petition in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.petitions.events import PetitionHandedIn
from causeway.domains.petitions.handing_in import papers_of
from causeway.domains.petitions.models import HandIn, Petition, Sheet, SheetPhoto
from causeway.domains.petitions.paper_policies import may_hand_in
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

AHEAD_DAYS = 60


@dataclass(frozen=True, kw_only=True)
class HandInPetition(Command[HandIn]):
    """Freeze the totals and make the papers for the day, which may lie up to 60 days ahead.

    The photographs of checked sheets have served their purpose and are deleted.
    """

    petition_id: UUID
    handed_in_on: date
    to_whom: str
    place: str = ""
    received_by: str = ""
    with_names: bool = False


@performs(
    HandInPetition,
    policy=may_hand_in,
    says="handed in “{petition}” with {total} signatures",
    finds=locked(Petition, "petition_id"),
)
def hand_in_petition(_actor: Actor, command: HandInPetition, petition: Petition) -> Done[HandIn]:
    _check(command, petition)
    papers = papers_of(petition, with_names=command.with_names)
    if not papers["total"]:
        raise Invalid(_("Nobody’s signature counts yet, so there is nothing to hand in."))
    highest = petition.hand_ins.aggregate(n=Max("number"))["n"] or 0
    hand_in = HandIn.objects.create(
        petition=petition,
        number=highest + 1,
        handed_in_on=command.handed_in_on,
        to_whom=command.to_whom.strip(),
        place=command.place.strip(),
        received_by=command.received_by.strip(),
        with_names=command.with_names,
        online=papers["online"],
        typed=papers["typed"],
        counted=papers["counted"],
        duplicates=papers["duplicates"],
        digest=papers["digest"],
        paper=json.dumps(papers, ensure_ascii=False),
        recorded_at=clock.now(),
    )
    petition.handed_in_on = petition.handed_in_on or command.handed_in_on
    petition.save(update_fields=["handed_in_on"])
    SheetPhoto.objects.filter(sheet__petition=petition, sheet__state=Sheet.State.CHECKED).delete()
    return Done(
        hand_in,
        events=[PetitionHandedIn(hand_in_id=hand_in.pk, petition_id=petition.pk, campaign_id=petition.campaign_id)],
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"petition": petition.title, "total": str(hand_in.total)},
    )


def _check(command: HandInPetition, petition: Petition) -> None:
    wrong: dict[str, str] = {}
    if petition.opened_at is None:
        raise Invalid(_("This petition was never opened, so nobody can have signed it."))
    opened_on = timezone.localdate(petition.opened_at)
    if not opened_on <= command.handed_in_on <= clock.today() + timedelta(days=AHEAD_DAYS):
        wrong["handed_in_on"] = _("Choose a day after the petition opened, and at most 60 days ahead.")
    if not command.to_whom.strip():
        wrong["to_whom"] = _("Say to whom, by their office: for example the Leader of the council.")
    for name, longest in (("to_whom", 200), ("place", 160), ("received_by", 160)):
        if len(getattr(command, name).strip()) > longest:
            wrong[name] = _("Use at most %(n)s characters.") % {"n": longest}
    if wrong:
        raise Invalid("", **wrong)
