"""What the ready blueprints for motions begin with, and how their pages speak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models import Process, StandingOrders

Movers, Becomes = StandingOrders.Movers, StandingOrders.Becomes


@dataclass(frozen=True, kw_only=True)
class Preset:
    """A blueprint: its page's heading and first words, and what its form is filled with."""

    heading: str | Promise
    lede: str | Promise
    initial: Mapping[str, object]


PRESETS: Mapping[str, Preset] = {
    Process.Blueprint.MOTION: Preset(
        heading=_("Call for motions"),
        lede=_("Members move motions, amend and second them. Then you put them to the vote, amendments first."),
        initial={"movers": Movers.MEMBERS, "seconders": 1, "becomes": Becomes.POLICY},
    ),
    Process.Blueprint.STATEMENT: Preset(
        heading=_("Write a joint statement"),
        lede=_("Organisations draft a text together. Each may support it, stay neutral, or dissent and stay in."),
        initial={"movers": Movers.ORGANISATIONS, "seconders": 1, "becomes": Becomes.LETTER},
    ),
    Process.Blueprint.CONFERENCE: Preset(
        heading=_("Call a policy conference"),
        lede=_("Organisations move several motions. You put them on an agenda, which can be printed."),
        initial={"movers": Movers.ORGANISATIONS, "seconders": 1, "becomes": Becomes.POLICY},
    ),
    Process.Blueprint.BY_HAND: Preset(
        heading=_("Put a process together by hand"),
        lede=_("Choose the phases and their times. Each opens the right that it names, and nothing else does."),
        initial={"movers": Movers.MEMBERS, "seconders": 0, "becomes": Becomes.POLICY},
    ),
}
