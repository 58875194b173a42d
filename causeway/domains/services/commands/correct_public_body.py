"""Correct what the register says about a public body."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.register_public_body import body_fields
from causeway.domains.services.models import PublicBody
from causeway.domains.services.policies.register import may_tend_bodies
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


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
    fields = body_fields(command)
    others = PublicBody.objects.filter(name__iexact=fields["name"], merged_into=None).exclude(pk=body.pk)
    if others.exists():
        raise Invalid(
            name=_("“%(name)s” is in the register already. Merge the two entries.") % {"name": fields["name"]}
        )
    for name, value in fields.items():
        setattr(body, name, value)
    body.save()
    return Done(body, about=body.pk, named={"body": body.name})
