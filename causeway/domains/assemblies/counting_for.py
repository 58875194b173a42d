"""For which section a paper counts, on ballots that ask for it.

A paper counts for one of its voter's own sections, as they stood when the roll was settled, or for none. It is asked
only where each section has ten people or more on the roll. At the count, where any section, or those who count for
none, have fewer than ten papers, the section is taken off all papers before they are published.

What is stored is sealed, and always of one length: "101" for an elector in the first and the third section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Section
from causeway.domains.assemblies.bodies import body_of, members_by_section
from causeway.domains.assemblies.models import Ballot, Elector, Paper, Roll
from causeway.domains.assemblies.standing import SHOWN_FROM
from causeway.kernel.errors import Invalid

NONE = "none"
WIDTH = max(map(len, Section.values))


def asks_for_section(ballot: Ballot) -> bool:
    """Whether papers of this ballot say for which section they count."""
    return ballot.by_section and bool(ballot.process.roll.by_section)


def section_label(section: str) -> str:
    """A published section as people call it."""
    return _("none of them") if section == NONE else str(Section(section).label)


def tells_sections(ballot: Ballot) -> bool:
    """Whether the published papers tell their sections: only after the count, and where no group is small."""
    return bool((ballot.outcome or {}).get("by_section"))


def sections_to_keep(roll: Roll, people: Iterable[UUID]) -> Mapping[UUID, str]:
    """What is kept of the sections of each person on the roll; nothing unless papers count for sections."""
    if not asks_for_section(roll.process.ballot):
        return {}
    members = members_by_section(body_of(roll.process))
    return {
        person_id: "".join(str(int(person_id in members.get(section, ()))) for section in Section.values)
        for person_id in people
    }


def sections_of_elector(ballot: Ballot, elector: Elector | None) -> list[str]:
    """The sections for which this elector's paper may count."""
    return [] if elector is None or not asks_for_section(ballot) else sections_held(elector)


def sections_held(elector: Elector) -> list[str]:
    """The sections that are kept with a place on a roll."""
    return [section for section, held in zip(Section.values, elector.sections, strict=False) if held == "1"]


def checked_section(ballot: Ballot, elector: Elector, section: str) -> str:
    """The section as the paper keeps it; "" where the ballot does not ask. Raises Invalid where it is not their own."""
    if not asks_for_section(ballot):
        return ""
    if section and section not in sections_of_elector(ballot, elector):
        raise Invalid(section=_("Your paper can count only for a section in which you were on the roll."))
    return kept_section(ballot, section)


def kept_section(ballot: Ballot, section: str = "") -> str:
    """The section as a paper keeps it: all of one length, and "" where the ballot does not ask."""
    return (section or NONE).ljust(WIDTH) if asks_for_section(ballot) else ""


def published_section(section: str) -> str:
    """The section as it is published; a paper that came in without one counts for none."""
    return section.strip() or NONE


def told_sections(ballot: Ballot) -> dict[str, int]:
    """How many papers count for each section, at the count. Where one has too few, all papers lose their section."""
    if not asks_for_section(ballot):
        return {}
    papers = Paper.objects.filter(ballot=ballot)
    numbers = Counter(published_section(section) for section in papers.values_list("section", flat=True))
    asked = [section for section in Section.values if section in ballot.process.roll.by_section]
    if all(numbers[section] >= SHOWN_FROM for section in asked) and (not numbers[NONE] or numbers[NONE] >= SHOWN_FROM):
        return {section: numbers[section] for section in [*asked, NONE] if numbers[section]}
    papers.update(section="")
    return {}
