"""What an actor is, within organisations and alliances: the words that every room's policies are made of.

Each answers for today: an office counts within its term, an affiliation until it ends.
"""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.alliances.models import Affiliation, Alliance, Membership, Office, Organisation, Term
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Member
from causeway.kernel.reading import once_a_reading
from causeway.kernel.sealing import blind_index


def is_signed_in(actor: Actor) -> bool:
    """A person with an account."""
    return isinstance(actor, Member)


def terms_now() -> QuerySet[Term]:
    """Terms of office that run today: begun, not over, and not ended early."""
    today = clock.today()
    return Term.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), starts_on__lte=today, ended_on=None)


@once_a_reading
def terms_of(actor: Actor) -> list[Term]:
    """The actor's own terms that run today, with their offices and bodies; for staff and visitors none."""
    if not isinstance(actor, Member):
        return []
    held = terms_now().filter(person_id=actor.person_id)
    return list(held.select_related("office__alliance", "office__organisation"))


def holds(
    actor: Actor,
    *roles: Office.Role,
    alliance_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> bool:
    """Whether the actor holds an office with one of these roles in that body today."""
    body = ("alliance_id", alliance_id) if alliance_id else ("organisation_id", organisation_id)
    return any(term.office.role in roles and getattr(term.office, body[0]) == body[1] for term in terms_of(actor))


def coordinates(actor: Actor, alliance_id: UUID) -> bool:
    """Whether the actor is a coordinator of that alliance."""
    return holds(actor, Office.Role.COORDINATOR, alliance_id=alliance_id)


def is_officer_of(actor: Actor, organisation_id: UUID) -> bool:
    """Whether the actor may speak and act for that organisation."""
    return holds(actor, Office.Role.OFFICER, organisation_id=organisation_id)


def alliances_where(actor: Actor, role: Office.Role) -> list[UUID]:
    """The alliances in which the actor holds an office of this role today."""
    held = {term.office.alliance_id for term in terms_of(actor) if term.office.role == role}
    return [alliance_id for alliance_id in held if alliance_id]


def coordinated_by(actor: Actor) -> list[UUID]:
    """The alliances that the actor coordinates."""
    return alliances_where(actor, Office.Role.COORDINATOR)


def officer_of(actor: Actor) -> list[Organisation]:
    """The organisations that the actor may act for, by name."""
    mine = {
        term.office.organisation
        for term in terms_of(actor)
        if term.office.role == Office.Role.OFFICER and term.office.organisation
    }
    return sorted(mine, key=lambda organisation: organisation.name)


@once_a_reading
def run_by(actor: Actor) -> list[UUID]:
    """The alliances that the actor coordinates, and the organisations of which they are an officer."""
    if not isinstance(actor, Member):
        return []
    coordinates = Q(office__alliance__isnull=False, office__role=Office.Role.COORDINATOR)
    speaks_for = Q(office__organisation__isnull=False, office__role=Office.Role.OFFICER)
    held = terms_now().filter(coordinates | speaks_for, person_id=actor.person_id)
    rows = held.values_list("office__alliance_id", "office__organisation_id")
    return sorted({alliance or organisation for alliance, organisation in rows})


def name_of_body(body_id: UUID) -> str | None:
    """The name of an alliance or an organisation: that they exist is public."""
    for kind in (Alliance, Organisation):
        name: str | None = kind.objects.filter(pk=body_id).values_list("name", flat=True).first()
        if name is not None:
            return name
    return None


@once_a_reading
def organisations_of(actor: Actor) -> list[UUID]:
    """The organisations that the actor belongs to, as a member or by an office."""
    held = {term.office.organisation_id for term in terms_of(actor) if term.office.organisation_id}
    return list(held | joined_by(actor))


@once_a_reading
def affiliations_of(actor: Actor) -> list[Affiliation]:
    """The standing affiliations of the actor's organisations, with both sides."""
    mine = organisations_of(actor)
    if not mine:
        return []
    through = Affiliation.objects.filter(organisation_id__in=mine, until=None)
    return list(through.select_related("alliance", "organisation"))


@once_a_reading
def alliances_of(actor: Actor) -> list[UUID]:
    """The alliances that the actor stands in: through an organisation or an office."""
    held = {term.office.alliance_id for term in terms_of(actor) if term.office.alliance_id}
    return list(held | {affiliation.alliance_id for affiliation in affiliations_of(actor)})


@once_a_reading
def joined_by(actor: Actor) -> set[UUID]:
    """The organisations that the actor joined as a member."""
    if not isinstance(actor, Member):
        return set()
    mine = Membership.objects.filter(person_index=index_of_person(actor.person_id))
    sealed = mine.values_list("pair", flat=True)
    return {UUID(pair.split(" ")[1]) for pair in sealed}


def stands_in(actor: Actor, alliance_id: UUID) -> bool:
    """Whether the actor belongs to an affiliated organisation, or holds an office of that alliance."""
    return alliance_id in alliances_of(actor)


def stands_in_body(actor: Actor, body: Alliance | Organisation) -> bool:
    """Whether the actor belongs to the organisation, or stands in the alliance."""
    return body.pk in (alliances_of(actor) if isinstance(body, Alliance) else organisations_of(actor))


def index_of_person(person_id: UUID) -> bytes:
    """The blind index under which a person's memberships stand."""
    return blind_index(str(person_id), "membership.person")


def index_of_organisation(organisation_id: UUID) -> bytes:
    """The blind index under which an organisation's members stand."""
    return blind_index(str(organisation_id), "membership.organisation")


def index_of_address(email: str) -> bytes:
    """The blind index under which offers of office to an e-mail address stand."""
    return blind_index(email.strip().lower(), "office.offer")


def address_index_of(actor: Actor) -> bytes | None:
    """The blind index of the actor's own e-mail address; None for whoever is not signed in."""
    if not isinstance(actor, Member):
        return None
    email = Person.objects.filter(pk=actor.person_id, is_active=True).values_list("email", flat=True).first()
    return index_of_address(email) if email else None


def member_count(organisation_id: UUID) -> int:
    """How many accounts belong to an organisation. Shown to its officers; to others only from ten up."""
    return Membership.objects.filter(organisation_index=index_of_organisation(organisation_id)).count()


def all_alliances() -> QuerySet[Alliance]:
    """Every alliance: that it exists is public."""
    return Alliance.objects.all()


def index_of_calendar_token(token: str) -> bytes:
    """The blind index under which a private calendar address is found."""
    return blind_index(token, "calendar.token")
