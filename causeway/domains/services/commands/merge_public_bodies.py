"""Merge a public body that was entered twice into the entry that stays."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import PublicBody, Service
from causeway.domains.services.policies.register import may_tend_bodies
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class MergePublicBodies(Command[PublicBody]):
    """Let ``stays_id`` take over everything of ``duplicate_id``. The duplicate's address leads to the one that stays.

    Rows of other rooms that name the duplicate keep doing so: its row stays, pointing onwards.
    """

    duplicate_id: UUID
    stays_id: UUID


@performs(
    MergePublicBodies,
    policy=may_tend_bodies,
    says="merged the public body “{duplicate}” into “{stays}”",
    finds=locked(PublicBody, "duplicate_id"),
)
def merge_public_bodies(_actor: Actor, command: MergePublicBodies, duplicate: PublicBody) -> Done[PublicBody]:
    stays = PublicBody.objects.select_for_update(no_key=True).filter(pk=command.stays_id, merged_into=None).first()
    if stays is None or stays.pk == duplicate.pk:
        raise Invalid(stays_id=_("Choose the entry that stays: another body that was not merged itself."))
    if duplicate.merged_into_id:
        raise Conflict(_("This body was merged already."))
    Service.objects.filter(provider=duplicate).update(provider=stays)
    Service.objects.filter(commissioner=duplicate).update(commissioner=stays)
    duplicate.merged_from.update(merged_into=stays)
    for field in ("about", "website", "identifier_scheme", "identifier", "external_id"):
        if not getattr(stays, field):
            setattr(stays, field, getattr(duplicate, field))
    stays.save()
    duplicate.merged_into = stays
    duplicate.save(update_fields=["merged_into"])
    return Done(stays, about=stays.pk, named={"duplicate": duplicate.name, "stays": stays.name})
