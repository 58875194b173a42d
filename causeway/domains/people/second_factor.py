"""The secrets of second factors (one-time codes, recovery codes), sealed at rest in allauth's rows."""

from __future__ import annotations

import base64
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings

from causeway.kernel.sealing import key_id_of, seal, unseal

CONTEXT = "mfa.authenticator"
WITH_SECRETS = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


def seal_secret(text: str) -> str:
    """A secret as allauth's JSON can hold it."""
    return base64.b64encode(seal(text, CONTEXT)).decode()


def unseal_secret(sealed: str) -> str:
    """Counterpart of ``seal_secret``. Raises Unsealable."""
    return unseal(base64.b64decode(sealed), CONTEXT)


def reseal_authenticators(limit: int) -> int:
    """Seal the secrets of up to ``limit`` authenticators with the current key; returns how many there were."""
    rows = Authenticator.objects.select_for_update().filter(type__in=WITH_SECRETS).order_by("pk")
    old = [row for row in rows.iterator() if _renewed(row.data) != row.data][:limit]
    for row in old:
        row.data = _renewed(row.data)
        row.save(update_fields=["data"])
    return len(old)


def _renewed(data: dict[str, Any]) -> dict[str, Any]:
    renewed = dict(data)
    for name in {"secret", "seed"} & data.keys():
        renewed[name] = _fresh(data[name])
    if "migrated_codes" in data:
        renewed["migrated_codes"] = [_fresh(code) for code in data["migrated_codes"]]
    return renewed


def _fresh(sealed: str) -> str:
    if key_id_of(base64.b64decode(sealed)) == settings.SEALING_KEY_CURRENT:
        return sealed
    return seal_secret(unseal_secret(sealed))
