"""Register an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Office, Organisation, Term
from causeway.domains.alliances.policies import may_register_organisation
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.slugs import free_slug
from causeway.kernel.web_address import web_address


@dataclass(frozen=True, kw_only=True)
class RegisterOrganisation(Command[Organisation]):
    """Register an organisation; whoever does becomes its first officer."""

    name: str
    kind: str
    about: str = ""
    area: str = ""
    website: str = ""
    joining: str = Organisation.Joining.OPEN


@performs(
    RegisterOrganisation,
    policy=may_register_organisation,
    says="registered the organisation “{organisation}”",
)
def register_organisation(actor: Actor, command: RegisterOrganisation, _subject: Any) -> Done[Organisation]:
    organisation = store(
        Organisation(
            name=command.name.strip(),
            slug=free_slug(Organisation, command.name),
            kind=command.kind,
            about=command.about,
            area=command.area,
            website=web_address("website", command.website),
            joining=command.joining,
        )
    )
    office = Office.objects.create(organisation=organisation, title=_("Secretary"), role=Office.Role.OFFICER)
    Term.objects.create(office=office, person_id=signed_in(actor), starts_on=clock.today())
    return Done(
        organisation,
        scope=organisation.pk,
        about=organisation.pk,
        named={"organisation": organisation.name},
    )
