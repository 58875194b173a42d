"""The rules for the words and choices of a draft, for the commands that make and revise one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.models import Campaign, Target
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.signing import is_written
from causeway.kernel import clock
from causeway.kernel.errors import Invalid

LONGEST_TITLE = 160
LONGEST_TEXT = 20_000
LONGEST_SHARE_TEXT = 280
LARGEST_GOAL = 10_000_000
MOST_ORGANISATIONS = 6
LONGEST_RUN_DAYS = 730


class DraftFields(Protocol):
    """What a draft consists of, whichever command brings it."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def goal(self) -> int: ...
    @property
    def closes_on(self) -> date | None: ...
    @property
    def share_text(self) -> str: ...


@dataclass(frozen=True)
class Draft:
    """A draft's words, tidied."""

    title: str
    text: str
    share_text: str


def checked_draft(fields: DraftFields) -> Draft:
    """Tidy and check a draft. Raises Invalid with a sentence for every field at fault."""
    wrong: dict[str, str] = {}
    draft = Draft(
        title=" ".join(fields.title.split()),
        text=fields.text.replace("\r\n", "\n").strip(),
        share_text=" ".join(fields.share_text.split()),
    )
    for name, value, longest in (
        ("title", draft.title, LONGEST_TITLE),
        ("text", draft.text, LONGEST_TEXT),
        ("share_text", draft.share_text, LONGEST_SHARE_TEXT),
    ):
        if len(value) > longest:
            wrong[name] = _("Use at most %(n)s characters.") % {"n": longest}
        elif not is_written(value.replace("\n", " ").replace("\t", " ")):
            wrong[name] = _("There are signs in it that cannot be printed. Type it again, or paste it as plain text.")
    if not draft.title:
        wrong["title"] = _("Give it a title: what should happen, in a few words.")
    if not draft.text:
        wrong["text"] = _("Write what people sign.")
    if fields.kind not in Petition.Kind.values:
        wrong["kind"] = _("Choose a petition or an open letter.")
    if not 1 <= fields.goal <= LARGEST_GOAL:
        wrong["goal"] = _("Enter a goal between 1 and 10 million.")
    if fields.closes_on and not clock.today() <= fields.closes_on <= clock.today() + timedelta(days=LONGEST_RUN_DAYS):
        wrong["closes_on"] = _("Choose a closing day from today to two years ahead.")
    if wrong:
        raise Invalid("", **wrong)
    return draft


def targets_to_address(campaign: Campaign, target_ids: Sequence[int]) -> list[Target]:
    """The campaign's targets that the text is addressed to. Raises Invalid for any other."""
    targets = list(Target.objects.filter(campaign=campaign, pk__in=target_ids))
    if len(targets) != len(set(target_ids)):
        raise Invalid(targets=_("Choose from the targets of this campaign."))
    return targets


def organisations_to_offer(campaign: Campaign, organisation_ids: Sequence[UUID]) -> list[Organisation]:
    """The organisations that signers may let write to them. Raises Invalid for one outside the alliance."""
    if len(set(organisation_ids)) > MOST_ORGANISATIONS:
        raise Invalid(
            organisations=_("Offer at most %(n)s organisations: more boxes than that are not read.")
            % {"n": MOST_ORGANISATIONS}
        )
    standing = Organisation.objects.filter(
        affiliations__alliance_id=campaign.alliance_id, affiliations__until=None, pk__in=organisation_ids
    ).distinct()
    organisations = list(standing)
    if len(organisations) != len(set(organisation_ids)):
        raise Invalid(organisations=_("Choose from the organisations of this alliance."))
    return organisations


def checked_words(*, longest: int, **fields: str) -> str:
    """The one text given by its field's name, tidied. Raises Invalid where it is empty, too long or unprintable."""
    ((name, value),) = fields.items()
    tidy = value.replace("\r\n", "\n").strip()
    if not tidy:
        raise Invalid(**{name: _("Write something here.")})
    if len(tidy) > longest:
        raise Invalid(**{name: _("Use at most %(n)s characters.") % {"n": longest}})
    if not is_written(tidy.replace("\n", " ").replace("\t", " ")):
        raise Invalid(**{name: _("There are signs in it that cannot be printed. Paste it as plain text.")})
    return tidy
