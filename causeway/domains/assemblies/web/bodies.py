"""The way down to a body, whatever its kind."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance, Organisation
from causeway.domains.alliances.web import pages
from causeway.domains.assemblies.bodies import Body, body_of
from causeway.domains.assemblies.models import Committee
from causeway.domains.campaigns.models import Campaign


def crumbs_to(body: Body) -> pages.Crumbs:
    """The way down to the pages below a body."""
    if isinstance(body, Alliance | Organisation):
        return pages.crumbs_to(body)
    if isinstance(body, Committee):
        return [*crumbs_to(body_of(body.election)), (body.get_absolute_url(), body.name)]
    if isinstance(body, Campaign):
        above = (reverse("campaigns:directory"), _("Campaigns"))
    else:
        above = (reverse("services:register"), _("Services"))
    return [above, (body.get_absolute_url(), body.name)]
