"""Who speaks on the pages of a conversation: whoever came with a code in this browser, or whoever is signed in.

The cookie names the voice and is signed, so that it can be neither guessed nor carried over to another conversation.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from causeway.domains.assemblies.conversation_standing import VOICE
from causeway.kernel.actors import Actor, Bearer
from causeway.kernel.web import actor_of

SALT = "assemblies.voice"
KEPT = timedelta(days=400)


def _name(slug: str) -> str:
    return f"voice-{slug}"


def speaker_of(request: HttpRequest, slug: str) -> Actor:
    """Who speaks in the conversation of that process."""
    kept = request.COOKIES.get(_name(slug))
    if kept:
        try:
            said, voice_id = signing.loads(kept, salt=SALT)
        except signing.BadSignature:
            return actor_of(request)
        if said == slug:
            return Bearer(VOICE, UUID(voice_id))
    return actor_of(request)


def keep_voice(response: HttpResponse, slug: str, voice_id: UUID) -> HttpResponse:
    """Let the browser speak with this voice from now on."""
    response.set_cookie(
        _name(slug),
        signing.dumps([slug, str(voice_id)], salt=SALT),
        max_age=int(KEPT.total_seconds()),
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
