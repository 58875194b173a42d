"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.counting_for import sections_held
from causeway.domains.assemblies.models import CardCast, Duty, Elector, HandCount, Nomination, Objection, PostalPaper
from causeway.domains.assemblies.standing import has_voted, index_of_elector
from causeway.domains.people.sections import Held


def votes(person_id: UUID, _email: str) -> Held:
    """The rolls that the person stands on, their sections there, and whether they voted. What they voted nobody can
    find."""
    mine = Elector.objects.filter(person_index=index_of_elector(person_id)).select_related("roll__process", "voted")
    return [
        {
            "on the roll of": row.roll.process.title,
            "sections": sections_held(row),
            "voted": has_voted(row),
        }
        for row in mine
    ]


def nominations(person_id: UUID, _email: str) -> Held:
    """The elections in which the person stood."""
    mine = Nomination.objects.filter(person_id=person_id).select_related("process")
    return [
        {"election": row.process.title, "name on the paper": row.name, "statement": row.statement, "on": row.stood_on}
        for row in mine
    ]


def objections(person_id: UUID, _email: str) -> Held:
    """What the person objected to rolls."""
    mine = Objection.objects.filter(raised_by_id=person_id).select_related("roll__process")
    return [
        {"roll of": row.roll.process.title, "objection": row.text, "raised on": row.raised_on, "answer": row.answer}
        for row in mine
    ]


def counts(person_id: UUID, _email: str) -> Held:
    """The hands that the person counted as a teller."""
    mine = HandCount.objects.filter(teller_id=person_id).select_related("round__vote")
    return [{"question": row.round.vote.question, "numbers": row.numbers, "typed at": row.typed_at} for row in mine]


def cards(person_id: UUID, _email: str) -> Held:
    """The cards that the person cast for organisations."""
    mine = CardCast.objects.filter(cast_by_id=person_id).select_related("card__vote__process")
    return [
        {"vote": row.card.vote.process.title, "organisation": row.card.name, "votes": row.votes, "mandate": row.mandate}
        for row in mine
    ]


def by_post(person_id: UUID, _email: str) -> Held:
    """The papers that the person asked for by post, and the duties that they took up in votes."""
    asked = PostalPaper.objects.filter(elector__person_index=index_of_elector(person_id))
    duties = Duty.objects.filter(person_id=person_id).select_related("process")
    papers = [
        {"asked for a paper of": row.elector.roll.process.title, "address": row.address}
        for row in asked.select_related("elector__roll__process")
    ]
    return [*papers, *({"duty": row.get_kind_display(), "vote": row.process.title} for row in duties)]
