"""The office of a body that a command names, made if it is new."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, owner, roles_in
from causeway.domains.alliances.models import Office
from causeway.kernel.errors import Invalid


def office_in(body: Body, *, title: str, role: str) -> Office:
    """The body's office of that title and role, made if it is new. Raises Invalid for a role that does not fit."""
    title = title.strip()
    if not title:
        raise Invalid(title=_("Enter the title of the office."))
    if role not in roles_in(body):
        raise Invalid(role=_("That role does not exist here. Choose one from the list."))
    if Office.objects.filter(title__iexact=title, elected=True, **owner(body)).exists():
        raise Invalid(title=_("This office is filled by an election. Choose another title."))
    office, _made = Office.objects.get_or_create(title=title, role=role, **owner(body))
    return office
