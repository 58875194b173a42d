"""How an address is let go of, whether an account stood behind it or not."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Consent, Leaver, Suppression
from causeway.kernel import clock


def let_go(leaver_id: UUID, email: str, display_name: str = "") -> None:
    """Forget consents, keep the wish to hear nothing, and note for the other rooms what they are to look for."""
    now, index = clock.now(), index_of_address(email)
    Leaver.objects.create(person_id=leaver_id, email=email, display_name=display_name, since=now)
    Consent.objects.filter(subject_index=index).delete()
    Suppression.objects.get_or_create(subject_index=index, defaults={"since": now})
