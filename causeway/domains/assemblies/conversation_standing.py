"""What an actor is within a conversation: a voice in it, one who may have one, or one who looks after it."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.alliances.models import Affiliation, Alliance, Office, Organisation, Section, Term
from causeway.domains.alliances.standing import joined_by, terms_now, terms_of
from causeway.domains.assemblies.bodies import Body, body_of, has_sections, organisations_in
from causeway.domains.assemblies.committee_members import sits_on
from causeway.domains.assemblies.models import Committee, Conversation, Look, Process, Voice
from causeway.domains.assemblies.standing import runs
from causeway.domains.campaigns.models import Campaign
from causeway.domains.services.models import Service
from causeway.kernel.actors import Actor, Bearer, Member
from causeway.kernel.reading import once_a_reading
from causeway.kernel.sealing import blind_index

VOICE = "voice"
"""The purpose of a bearer who came with a code; the subject is the voice that the code gave."""
SENT = (Office.Role.OFFICER, Office.Role.DELEGATE)
"""The offices whose holders members sent to speak for them."""


def index_of_voice(person_id: UUID, conversation_id: UUID) -> bytes:
    """The blind index of a person in one conversation: another in each, so that their voices cannot be joined."""
    return blind_index(f"{person_id} {conversation_id}", "assemblies.voice")


def index_of_code(code: str) -> bytes:
    """The blind index under which a code is kept, in its plain spelling."""
    return blind_index(code, "assemblies.code")


def holds(actor: Actor, voice_id: UUID, holder_index: bytes, conversation_id: UUID) -> bool:
    """Whether that voice is the actor's. Asks the database nothing."""
    if isinstance(actor, Bearer):
        return actor.purpose == VOICE and actor.subject_id == voice_id
    if not isinstance(actor, Member):
        return False
    return hmac.compare_digest(index_of_voice(actor.person_id, conversation_id), holder_index)


@once_a_reading
def voice_of(actor: Actor, conversation: Conversation) -> Voice | None:
    """The actor's voice in the conversation; None for whoever has none."""
    voices = Voice.objects.filter(conversation=conversation)
    if isinstance(actor, Bearer) and actor.purpose == VOICE:
        return voices.filter(pk=actor.subject_id, by_code=True).first()
    if isinstance(actor, Member):
        return voices.filter(holder_index=index_of_voice(actor.person_id, conversation.pk)).first()
    return None


def may_have_a_voice(actor: Actor, conversation: Conversation) -> bool:
    """Whether the conversation is for this actor: members only, for no office gives a voice; or any account."""
    if not isinstance(actor, Member):
        return False
    if conversation.audience == Conversation.Audience.EVERYBODY:
        return True
    return is_member_of(actor, body_of(conversation.process))


def is_member_of(actor: Actor, body: Body) -> bool:
    """Whether the actor joined an organisation behind the body, or sits on the committee. An office makes no member."""
    if isinstance(body, Committee):
        return sits_on(actor, body)
    joined = joined_by(actor)
    return bool(joined) and bool(joined & organisations_in(body))


def sections_to_declare(actor: Actor, process: Process) -> list[tuple[str, str]]:
    """The sections that the actor may say they speak from: those where they are a member. Whoever is a member in none,
    or came with a code, may name any. None in a body without sections."""
    body = body_of(process)
    if not has_sections(body):
        return []
    alliance_id = body.alliance_id if isinstance(body, Campaign) else body.pk
    through = joined_by(actor) & organisations_in(body)
    standing = Affiliation.objects.filter(alliance_id=alliance_id, organisation_id__in=through, until=None)
    mine = set(standing.values_list("section", flat=True)) if through else set()
    return [(section, str(label)) for section, label in Section.choices if not mine or section in mine]


@once_a_reading
def sides_of(actor: Actor, process: Process) -> frozenset[Look.Side]:
    """The sides for which the actor may look at statements: those who run the process, and those whom members sent."""
    sides = {Look.Side.RUNS} if runs(actor, process) else set()
    if isinstance(actor, Member) and _speaks_from_floor(terms_of(actor), electors_of(body_of(process))):
        sides.add(Look.Side.FLOOR)
    return frozenset(sides)


def electors_of(body: Body) -> Body:
    """The body itself; of a committee, which runs what it decides, the body that elected it."""
    return body_of(body.election) if isinstance(body, Committee) else body


def _speaks_from_floor(terms: Iterable[Term], body: Body) -> bool:
    sent = [term.office for term in terms if term.office.role in SENT]
    if not sent:
        return False
    if any(office.alliance_id == body.pk and office.role == Office.Role.DELEGATE for office in sent):
        return True
    behind, roles = organisations_in(body), _roles_on_floor(body)
    return any(office.organisation_id in behind and office.role in roles for office in sent)


def _roles_on_floor(body: Body) -> tuple[Office.Role, ...]:
    """Where one organisation stands behind a body, its officers run it, so that its delegates are the floor."""
    return (Office.Role.DELEGATE,) if isinstance(body, Organisation | Service) else SENT


def floor_of(body: Body) -> QuerySet[Term]:
    """The terms of those who can look at statements for the floor."""
    body = electors_of(body)
    by_alliance = Q(office__alliance_id=body.pk, office__role=Office.Role.DELEGATE)
    by_organisations = Q(office__organisation__in=organisations_in(body), office__role__in=_roles_on_floor(body))
    return terms_now().filter(by_alliance | by_organisations)


def runners_of(body: Body) -> QuerySet[Term]:
    """The terms of those who run the body by an office; of a committee, the body that elected it."""
    body = electors_of(body)
    if isinstance(body, Alliance | Campaign):
        alliance_id = body.alliance_id if isinstance(body, Campaign) else body.pk
        return terms_now().filter(office__alliance=alliance_id, office__role=Office.Role.COORDINATOR)
    return terms_now().filter(office__organisation__in=organisations_in(body), office__role=Office.Role.OFFICER)


def voices_by(person_id: UUID) -> QuerySet[Voice]:
    """All voices of a person that can still be found: for leaving, and for their own download."""
    known = Conversation.objects.filter(cleared_at=None).values_list("pk", flat=True)
    indexes = [index_of_voice(person_id, conversation_id) for conversation_id in known]
    return Voice.objects.filter(holder_index__in=indexes, conversation__cleared_at=None)
