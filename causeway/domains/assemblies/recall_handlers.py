"""What follows when a recall is asked for, voted on and ends: letters to whoever holds the place."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import addresses_of, write
from causeway.domains.assemblies import recall_events as events
from causeway.domains.assemblies.models import Recall


def tell_of_petition(event: events.RecallOpened) -> None:
    """The holder learns of it at once, with what was said and the place for an answer."""
    _tell(
        Recall.objects.filter(pk=event.recall_id, state=Recall.State.OPEN),
        subject=_("Somebody asks for your recall"),
        sentence=_("Electors ask that you are recalled from “%(committee)s”. Your answer stands beside their reasons."),
        link_words=_("Read the reasons, and answer"),
    )


def tell_of_vote(event: events.RecallPutToVote) -> None:
    """The holder learns that it comes to a vote, and until when the answer can change."""
    _tell(
        Recall.objects.filter(pk=event.recall_id, state=Recall.State.BALLOT),
        subject=_("Your recall is put to the vote"),
        sentence=_(
            "Enough electors asked for your recall from “%(committee)s”. The vote opens in a week; until then you can "
            "answer, or change your answer."
        ),
        link_words=_("See the petition, and answer"),
    )


def tell_of_end(event: events.RecallEnded) -> None:
    """The holder learns how it ended."""
    _tell(
        Recall.objects.filter(pk=event.recall_id, ended_at__isnull=False),
        subject=_("The recall is over"),
        sentence=_("The recall from “%(committee)s” %(how)s."),
        link_words=_("See how it ended"),
    )


def _tell(rows: QuerySet[Recall], *, subject: str, sentence: str, link_words: str) -> None:
    recall = rows.select_related("seat__committee").first()
    if recall is None or recall.seat.person_id is None:
        return
    write(
        addresses_of([recall.seat.person_id]),
        subject=subject,
        sentence=sentence % {"committee": recall.seat.committee.name, "how": recall.get_state_display()},
        address=recall.get_absolute_url(),
        link_words=link_words,
        why=_("You get this letter because you hold, or held, this place."),
    )
