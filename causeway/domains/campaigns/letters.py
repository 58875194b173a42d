"""The letters of events, rotas and the ladder: short sentences, and at most one link to press."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import leaders_of
from causeway.domains.campaigns.models import Campaign, CampaignRole, Event, Shift
from causeway.domains.people.models import Person
from causeway.kernel.mail import Letter

TEMPLATE = "campaigns/letters/notice"


def letter(
    to: str,
    subject: str,
    paragraphs: Sequence[str],
    *,
    link: str = "",
    link_says: str = "",
    ending: str = "",
    unsubscribe_url: str = "",
) -> Letter:
    """A letter of a few paragraphs and one link."""
    context = {"paragraphs": paragraphs, "link": link, "link_says": link_says, "ending": ending}
    return Letter(to=to, subject=subject, template=TEMPLATE, context=context, unsubscribe_url=unsubscribe_url)


def organisers_of(campaign: Campaign) -> list[str]:
    """The addresses of those who run a campaign, for letters about their duty."""
    appointed = CampaignRole.objects.filter(campaign=campaign, since__isnull=False).values("person_id")
    people = Person.objects.filter(pk__in=appointed, is_active=True, erased_at=None)
    return sorted({*people.values_list("email", flat=True), *leaders_of(campaign.alliance)})


def when_of(row: Event | Shift) -> str:
    """When it is, in words: “Tuesday 3 March 2026, 18:00 to 22:00”."""
    start, end = timezone.localtime(row.starts_at), timezone.localtime(row.ends_at)
    day = date_format(start, "l j F Y")
    if start.date() == end.date() or (end - start).total_seconds() < 24 * 3600:
        return _("%(day)s, %(from)s to %(to)s") % {"day": day, "from": f"{start:%H:%M}", "to": f"{end:%H:%M}"}
    return _("%(day)s, %(from)s to %(end_day)s, %(to)s") % {
        "day": day,
        "from": f"{start:%H:%M}",
        "end_day": date_format(end, "l j F Y"),
        "to": f"{end:%H:%M}",
    }
