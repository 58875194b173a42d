"""How a sponsor is stored, whoever it is."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Proposal, Sponsor
from causeway.kernel import clock
from causeway.kernel.errors import Conflict


def add_sponsor(
    proposal: Proposal, *, name: str, person_id: UUID | None = None, organisation_id: UUID | None = None
) -> Sponsor:
    """Store who sponsors a proposal that stands; once. Raises Conflict."""
    if proposal.state not in {Proposal.State.OPEN, Proposal.State.ADOPTED}:
        raise Conflict(_("This proposal was merged or withdrawn."))
    mine = Q(person_id=person_id) if person_id else Q(organisation_id=organisation_id)
    if proposal.sponsors.filter(mine).exists():
        raise Conflict(_("This proposal is sponsored so already."))
    return Sponsor.objects.create(
        proposal=proposal, person_id=person_id, organisation_id=organisation_id, name=name, since=clock.today()
    )
