"""What those who run a petition see of it, and those who watch over what leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.alliances.models import Office, Organisation
from causeway.domains.alliances.standing import is_officer_of, terms_now
from causeway.domains.campaigns.models import Campaign, Target
from causeway.domains.petitions.models import STANDS, Endorsement, Export, Petition, Signature, Update
from causeway.domains.petitions.policies import may_decide_on_export, may_take_export, stands_apart
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class Choices:
    """What a draft may be addressed to, and who may ask its signers."""

    targets: Sequence[Target]
    organisations: Sequence[Organisation]


def choices_for(campaign: Campaign) -> Choices:
    """The campaign's targets, and the alliance's organisations."""
    organisations = Organisation.objects.filter(
        affiliations__alliance_id=campaign.alliance_id, affiliations__until=None
    ).distinct()
    targets = Target.objects.filter(campaign=campaign, dropped_on=None).select_related("body")
    return Choices(list(targets), list(organisations))


def as_filled_in(petition: Petition) -> dict[str, Any]:
    """A draft as the form's first values."""
    return {
        "kind": petition.kind,
        "title": petition.title,
        "text": petition.text,
        "goal": petition.goal,
        "closes_on": petition.closes_on,
        "share_text": petition.share_text,
        "targets": [row.pk for row in petition.targets.all()],
        "organisations": [str(row.pk) for row in petition.organisations.all()],
    }


@dataclass(frozen=True)
class Progress:
    """What waits: forms not confirmed yet, and how many signers may be written to."""

    waiting: int
    reachable: int


def progress(petition: Petition) -> Progress:
    """How many forms wait for their confirmation, and how many signers agreed to hear from somebody."""
    signatures = Signature.objects.filter(petition=petition)
    return Progress(
        waiting=signatures.filter(confirmed_at=None).count(),
        reachable=signatures.filter(STANDS, reachable=True).count(),
    )


def all_updates(actor: Actor, petition: Petition) -> list[Update]:
    """The letters to signers that the actor may know of: the campaign's, and those of one's own organisations."""
    updates = petition.updates.select_related("organisation")
    return [row for row in updates if row.organisation_id is None or is_officer_of(actor, row.organisation_id)]


def writer_for(petition: Petition, identifier: str) -> Organisation | None:
    """The organisation that writes, of those that the petition offers; none where nothing is given."""
    if not identifier:
        return None
    try:
        organisation = petition.organisations.filter(pk=UUID(identifier)).first()
    except ValueError:
        raise Missing from None
    if organisation is None:
        raise Missing
    return organisation


def may_sign_for(actor: Actor) -> list[Organisation]:
    """The organisations that the actor is an officer of."""
    if not isinstance(actor, Member):
        return []
    held = terms_now().filter(person_id=actor.person_id, office__role=Office.Role.OFFICER)
    return list(Organisation.objects.filter(pk__in=held.values("office__organisation_id")))


def endorsements_by(actor: Actor, petition: Petition) -> list[Endorsement]:
    """Where the actor's organisations stand under this open letter."""
    own = petition.endorsements.filter(withdrawn_on=None, organisation__in=may_sign_for(actor))
    return list(own.select_related("organisation"))


@dataclass(frozen=True)
class ExportRow:
    """An export, and what the actor may do with it."""

    export: Export
    may_decide: bool
    may_take: bool


def exports_of(actor: Actor, petition: Petition) -> list[ExportRow]:
    """The files that were asked for, newest first; for those who watch over them."""
    if not stands_apart(actor, petition.campaign.alliance_id):
        return []
    rows = petition.exports.select_related("asked_by", "decided_by", "organisation", "petition__campaign")[:50]
    return [
        ExportRow(
            row,
            may_decide=row.decided_at is None and bool(may_decide_on_export(actor, row)),
            may_take=bool(may_take_export(actor, row)),
        )
        for row in rows
    ]
