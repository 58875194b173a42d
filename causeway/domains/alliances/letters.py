"""The short letters of this room: one sentence, one link, and why it came."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from causeway.domains.alliances.bodies import Body, owner
from causeway.domains.alliances.models import Office
from causeway.domains.alliances.standing import terms_now
from causeway.domains.people.models import Person
from causeway.kernel import mail


def write(emails: Iterable[str], *, subject: str, sentence: str, address: str, link_words: str, why: str) -> None:
    """Send the same note to each address, one letter each, so that nobody sees another's."""
    context = {"sentence": sentence, "address": address, "link_words": link_words, "why": why}
    for email in sorted(set(emails)):
        mail.send(mail.Letter(to=email, subject=subject, template="alliances/letters/note", context=context))


def leaders_of(body: Body) -> list[str]:
    """The addresses of those who run a body, for letters about their duty."""
    where = {f"office__{name}": row for name, row in owner(body).items()}
    leading = (Office.Role.COORDINATOR, Office.Role.OFFICER)
    held = terms_now().filter(office__role__in=leading, **where).values("person_id")
    return list(Person.objects.filter(pk__in=held, is_active=True, erased_at=None).values_list("email", flat=True))


def addresses_of(person_ids: Iterable[UUID]) -> list[str]:
    """The addresses of these people, as far as they still have accounts."""
    people = Person.objects.filter(pk__in=set(person_ids), is_active=True, erased_at=None)
    return list(people.values_list("email", flat=True))
