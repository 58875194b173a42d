"""Letters to electors, in the worker: begun when they are due, and sent in batches, outside any transaction."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.alliances.letters import addresses_of
from causeway.domains.alliances.standing import name_of_body
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.begin_vote_letter import BeginVoteLetter
from causeway.domains.assemblies.commands.take_vote_letters import TakeVoteLetters
from causeway.domains.assemblies.elector_letters import (
    PURPOSE,
    about,
    controller_of,
    due,
    recipients_of,
    unfinished_letters,
    words_of,
)
from causeway.domains.assemblies.models import VoteLetter
from causeway.domains.campaigns.letters import letter as a_letter
from causeway.domains.campaigns.links import site
from causeway.domains.people.letters import send_with_consent
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import contactable
from causeway.kernel.actors import System
from causeway.kernel.jobs import app
from causeway.kernel.perform import perform

JOB = System(reason="letters to electors")
AT_ONCE = 200


@app.periodic(cron="*/5 * * * *")
@app.task(name="assemblies.letters", queueing_lock="assemblies.letters")
def write_to_electors(timestamp: int) -> None:
    """Every five minutes: begin the letters that are due, then send on whatever is not finished."""
    for kind in VoteLetter.Kind.values:
        for about_id in sorted({about(process).pk for process in due(kind)}):
            perform(JOB, BeginVoteLetter(kind=kind, about_id=about_id))
    for letter in unfinished_letters():
        send_on(letter)


def send_on(letter: VoteLetter) -> None:
    """Send a letter to everybody whom it has not reached, a batch at a time."""
    waiting = recipients_of(letter)
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start : start + AT_ONCE]
        if not perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=batch[-1][0])):
            return  # another worker is at it
        _send(letter, addresses_of(person_id for _index, person_id in batch))
    perform(JOB, TakeVoteLetters(letter_id=letter.pk, upto=None))


def _send(letter: VoteLetter, emails: list[str]) -> None:
    controller = controller_of(body_of(letter.about))
    sender = name_of_body(controller) or body_of(letter.about).name
    subject, sentence = words_of(letter)
    for email in sorted(contactable(emails, controller, Channel.EMAIL, PURPOSE)):
        written = a_letter(
            email,
            subject,
            [sentence],
            link=site(letter.about.get_absolute_url()),
            link_says=_("Open it"),
            ending=_("You get this because you agreed to hear from %(sender)s about votes.") % {"sender": sender},
        )
        send_with_consent(written, controller_id=controller, purpose=PURPOSE)
