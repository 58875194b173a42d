"""Edit what an organisation says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.policies import may_keep_page
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.web_address import web_address


@dataclass(frozen=True, kw_only=True)
class EditOrganisation(Command[Organisation]):
    """Change an organisation's page and how people join it. Its address stays, so that links keep working."""

    body_id: UUID
    name: str
    kind: str
    about: str = ""
    area: str = ""
    website: str = ""
    joining: str = Organisation.Joining.OPEN


@performs(
    EditOrganisation,
    policy=may_keep_page,
    says="edited the page of “{organisation}”",
    finds=locked(Organisation, "body_id"),
)
def edit_organisation(_actor: Actor, command: EditOrganisation, organisation: Organisation) -> Done[Organisation]:
    organisation.name = command.name.strip()
    organisation.kind = command.kind
    organisation.about = command.about
    organisation.area = command.area
    organisation.website = web_address("website", command.website)
    organisation.joining = command.joining
    store(organisation)
    named = {"organisation": organisation.name}
    return Done(organisation, scope=organisation.pk, about=organisation.pk, named=named)
