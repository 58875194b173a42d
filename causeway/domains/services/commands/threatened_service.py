"""Which service a threat is about: one of the register, or one that is added to it now."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.commands.register_service import RegisterService, ServiceFacts
from causeway.domains.services.filled_in import short_text
from causeway.domains.services.models import Service
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform


def threatened_service(actor: Actor, alliance: Alliance, service_id: UUID | None, new: ServiceFacts) -> UUID:
    """The service chosen in the alliance's register; or the ``new`` one, added to it.

    A name that stands in the register already means the service that has it. Raises Invalid where neither is given,
    or both.
    """
    register = Service.objects.filter(alliance=alliance)
    if service_id and new.name.strip():
        raise Invalid(new_service=_("Choose a service from the list or name another one, not both."))
    if service_id:
        if not register.filter(pk=service_id).exists():
            raise Invalid(service=_("Choose a service in the register of this alliance."))
        return service_id
    if not new.name.strip():
        raise Invalid(new_service=_("Choose a service from the list, or name the one that is not in it."))
    name = short_text("new_service", new.name)
    same = register.exclude(status=Service.Status.CLOSED).filter(name__iexact=name).values_list("pk", flat=True).first()
    if same:
        return same
    facts = {**vars(new), "name": name, "area": alliance.area}
    return perform(actor, RegisterService(alliance_id=alliance.pk, **facts)).pk
