"""How a recall ends: what several commands share."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.cancel_process import call_off
from causeway.domains.assemblies.models import Ballot, Recall, RecallSupport, Seat
from causeway.domains.assemblies.recall_standing import index_of_supporter
from causeway.kernel import clock


def end_recall(recall: Recall, state: Recall.State) -> None:
    """Keep how it ended. Who supported it is deleted; how many did stays."""
    take_supporters_off(recall)
    recall.state, recall.ended_at = state, clock.now()
    recall.save()


def take_supporters_off(recall: Recall) -> None:
    """Delete who supported the petition, and keep the number; the caller stores the recall."""
    mine = RecallSupport.objects.filter(recall=recall)
    if recall.supporters is None:
        recall.supporters = mine.count()
    mine.delete()


def forget_in_recalls(person_id: UUID) -> None:
    """Nothing leads to somebody who leaves: neither support nor opening, nor what was said about them and by them."""
    RecallSupport.objects.filter(person_index=index_of_supporter(person_id)).delete()
    Recall.objects.filter(opened_by_id=person_id).update(opened_by=None)
    about = Recall.objects.filter(seat__person_id=person_id)
    nobody = question_about(_("somebody who has left"), _("the committee"))
    Ballot.objects.filter(process__recall__in=about).update(question=nobody)
    about.update(grounds="", reply="")


def question_about(name: str, committee: str) -> str:
    """The question on the paper of a recall."""
    return _("Shall %(name)s be recalled from “%(committee)s”?") % {"name": name, "committee": committee}


def end_recalls_from(seat: Seat) -> None:
    """A place that falls vacant otherwise ends its recall, and calls the ballot off."""
    recall = Recall.objects.select_for_update(of=("self",)).filter(seat=seat, ended_at=None).first()
    if recall is None:
        return
    if recall.ballot and recall.ballot.ballot.counted_at is None:
        call_off(recall.ballot, _("The place was given up."))
    end_recall(recall, Recall.State.LEFT)
