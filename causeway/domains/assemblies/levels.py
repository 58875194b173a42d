"""At which level a body decides, and which levels lie above and below: decide at the lowest that can."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.alliances.models import Affiliation, Alliance, Organisation
from causeway.domains.assemblies.bodies import Body, body_of, kind_of
from causeway.domains.assemblies.models import Committee
from causeway.domains.campaigns.models import Campaign

HIGHEST = 6


@dataclass(frozen=True)
class Level:
    """One step of the way up from the body that decides."""

    body: Body
    is_here: bool


def levels_from(body: Body) -> list[Level]:
    """The body that decides, then each bigger one that it sits in, up to the highest."""
    levels, above = [Level(body, is_here=True)], _larger(body)
    while above and len(levels) < HIGHEST:
        levels.extend(Level(one, is_here=False) for one in above)
        above = _larger(above[0])
    return levels


def _larger(body: Body) -> list[Body]:
    if isinstance(body, Alliance):
        return [body.parent] if body.parent else []
    if isinstance(body, Organisation):
        standing = Affiliation.objects.filter(organisation=body, until=None).select_related("alliance__parent")
        return [one.alliance for one in standing.order_by("alliance__name")]
    return [body_of(body.election)] if isinstance(body, Committee) else [body.alliance]


def level_sentence(body: Body) -> str:
    """Who decides, in a sentence: “Decided by “…”, an organisation: …”."""
    return _("Decided by “%(name)s”, %(level)s.") % {"name": body.name, "level": kind_of(body).level}


def why_here_hint(body: Body) -> str:
    """What whoever sets up a decision is asked: why not lower, why not higher, with the names of both."""
    parts = [_("Decide at the lowest level that can. Say why it is this one: whom it concerns, who carries it out.")]
    below, above = _smaller(body), [level.body.name for level in levels_from(body)[1:]]
    if below:
        parts.append(_("Why not lower, by %(below)s alone?") % {"below": below})
    if above:
        parts.append(_("Why not higher, by %(above)s?") % {"above": above[0]})
    return " ".join(parts)


def _smaller(body: Body) -> str:
    found = [_("one of the organisations that take part")] if isinstance(body, Campaign) else []
    if isinstance(body, Alliance):
        n = Affiliation.objects.filter(alliance=body, until=None).count()
        found += [ngettext("its %(n)s organisation", "one of its %(n)s organisations", n) % {"n": n}] if n else []
        n = Campaign.objects.filter(alliance=body, stage=Campaign.Stage.OPEN).count()
        found += [ngettext("its %(n)s campaign", "one of its %(n)s campaigns", n) % {"n": n}] if n else []
    elected_here = {f"election__{kind_of(body).field}": body}
    n = Committee.objects.filter(**elected_here, formed_on__isnull=False).count()
    found += [ngettext("its %(n)s committee", "one of its %(n)s committees", n) % {"n": n}] if n else []
    return _(" or ").join(found)
