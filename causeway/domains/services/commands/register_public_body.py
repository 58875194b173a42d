"""Add a public body that provides, commissions or decides on services."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.services.filled_in import line, one_of, short_text, web_address
from causeway.domains.services.models import PublicBody
from causeway.domains.services.policies.register import may_tend_bodies
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class RegisterPublicBody(Command[PublicBody]):
    """Add a body; the same name and kind is not taken twice."""

    name: str
    kind: str = PublicBody.Kind.OTHER
    about: str = ""
    website: str = ""
    identifier_scheme: str = ""
    identifier: str = ""


@performs(RegisterPublicBody, policy=may_tend_bodies, says="added the public body “{body}”")
def register_public_body(_actor: Actor, command: RegisterPublicBody, _subject: Any) -> Done[PublicBody]:
    fields = body_fields(command)
    name = fields["name"]
    if PublicBody.objects.filter(name__iexact=name, merged_into=None).exists():
        raise Conflict(_("“%(name)s” is in the register already.") % {"name": name})
    body = PublicBody.objects.create(slug=free_slug(PublicBody, name), **fields)
    return Done(body, about=body.pk, named={"body": body.name})


def body_fields(command: Any) -> dict[str, str]:
    """The checked fields of a body, from a command that adds or corrects one. Raises Invalid."""
    return {
        "name": short_text("name", command.name),
        "kind": one_of("kind", command.kind, PublicBody.Kind),
        "about": command.about.strip(),
        "website": web_address("website", command.website),
        "identifier_scheme": line("identifier_scheme", command.identifier_scheme, longest=20),
        "identifier": line("identifier", command.identifier, longest=60),
    }
