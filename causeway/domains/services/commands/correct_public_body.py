"""Correct what the register says about a public body."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.filled_in import short_text, web_address
from causeway.domains.services.models import PublicBody
from causeway.domains.services.policies.register import may_tend_bodies
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CorrectPublicBody(Command[PublicBody]):
    """Replace what is said about the body; its address stays."""

    body_id: UUID
    name: str
    kind: str
    about: str = ""
    website: str = ""
    identifier_scheme: str = ""
    identifier: str = ""


@performs(
    CorrectPublicBody,
    policy=may_tend_bodies,
    says="corrected the public body “{body}”",
    finds=locked(PublicBody, "body_id"),
)
def correct_public_body(_actor: Actor, command: CorrectPublicBody, body: PublicBody) -> Done[PublicBody]:
    if body.merged_into_id:
        raise Conflict(_("This body was merged into another: correct that one."))
    body.name = short_text("name", command.name)
    body.kind = command.kind
    body.about = command.about.strip()
    body.website = web_address("website", command.website)
    body.identifier_scheme = command.identifier_scheme.strip()
    body.identifier = command.identifier.strip()
    body.save()
    return Done(body, about=body.pk, named={"body": body.name})
