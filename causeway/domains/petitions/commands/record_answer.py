"""Record what the decision-makers answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from causeway.domains.petitions.events import PetitionAnswered
from causeway.domains.petitions.models import Answer, HandIn
from causeway.domains.petitions.paper_policies import may_follow_hand_in
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid

LONGEST = 10_000
is_web_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, kw_only=True)
class RecordAnswer(Command[Answer]):
    """What was answered, by which office, when, and where it can be read again. A further answer stands beside it."""

    hand_in_id: UUID
    answered_on: date
    from_whom: str
    text: str
    source: str
    source_url: str = ""


@performs(
    RecordAnswer,
    policy=may_follow_hand_in,
    says="recorded the answer to “{petition}”",
    finds=found(HandIn, "hand_in_id", "petition__campaign"),
)
def record_answer(_actor: Actor, command: RecordAnswer, hand_in: HandIn) -> Done[Answer]:
    _check(command, hand_in)
    answer = Answer.objects.create(
        hand_in=hand_in,
        answered_on=command.answered_on,
        from_whom=command.from_whom.strip(),
        text=command.text.strip(),
        source=command.source.strip(),
        source_url=command.source_url.strip(),
        recorded_at=clock.now(),
    )
    petition = hand_in.petition
    return Done(
        answer,
        events=[PetitionAnswered(answer_id=answer.pk, hand_in_id=hand_in.pk, campaign_id=petition.campaign_id)],
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"petition": petition.title},
    )


def _check(command: RecordAnswer, hand_in: HandIn) -> None:
    wrong: dict[str, str] = {}
    if not hand_in.handed_in_on <= command.answered_on <= clock.today():
        wrong["answered_on"] = _("Choose a day from the hand-in to today.")
    rules = (
        ("from_whom", 160, _("Name the office that answered, in at most 160 characters.")),
        ("text", LONGEST, _("Write what they answered, in at most 10,000 characters.")),
        ("source", 300, _("Say where it stands: a letter and its date, minutes, a newspaper.")),
    )
    wrong |= {name: why for name, longest, why in rules if not 1 <= len(getattr(command, name).strip()) <= longest}
    if command.source_url.strip():
        try:
            is_web_address(command.source_url.strip())
        except ValidationError:
            wrong["source_url"] = _("Enter a whole web address, beginning with https://")
    if wrong:
        raise Invalid("", **wrong)
