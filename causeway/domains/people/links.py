"""Links in letters that change what we may send. They name an address only by its blind index, and they are signed."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from causeway.domains.people.addresses import index_of_address, subject_id
from causeway.domains.people.policies import FOLLOW_REQUEST, UNSUBSCRIBE
from causeway.kernel.actors import Bearer
from causeway.kernel.errors import Missing

SALT = "people.unsubscribe"
REQUEST_SALT = "people.request"


@dataclass(frozen=True)
class Subscription:
    """What an unsubscribe link is about."""

    subject_index: bytes
    controller_id: UUID
    channel: str
    purpose: str

    @property
    def bearer(self) -> Bearer:
        """Whoever holds the link."""
        return Bearer(UNSUBSCRIBE, subject_id(self.subject_index))


def unsubscribe_url(email: str, controller_id: UUID, channel: str, purpose: str) -> str:
    """The full address of the page that stops these letters; it never grows old."""
    index = urlsafe_b64encode(index_of_address(email)).decode()
    token = signing.dumps([index, str(controller_id), channel, purpose], salt=SALT)
    return settings.SITE_URL + reverse("people:unsubscribe", kwargs={"token": token})


def read_token(token: str) -> Subscription:
    """What the token of such a link says. Raises Missing where it was changed."""
    try:
        index, controller_id, channel, purpose = signing.loads(token, salt=SALT)
        return Subscription(urlsafe_b64decode(index), UUID(controller_id), channel, purpose)
    except (signing.BadSignature, ValueError, TypeError):
        raise Missing from None


def request_token(request_id: UUID) -> str:
    """What lets its holder follow one request about their data."""
    return signing.dumps(str(request_id), salt=REQUEST_SALT)


def request_url(request_id: UUID) -> str:
    """The full address of the page on which a request is confirmed, followed and taken back."""
    return settings.SITE_URL + reverse("people:request", kwargs={"token": request_token(request_id)})


def read_request_token(token: str) -> Bearer:
    """Whoever holds such a link. Raises Missing where it was changed."""
    try:
        return Bearer(FOLLOW_REQUEST, UUID(signing.loads(token, salt=REQUEST_SALT)))
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        raise Missing from None
