"""The secrets of second factors (one-time codes, recovery codes), sealed at rest in allauth's rows."""

from __future__ import annotations

import base64
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection

from causeway.kernel.sealing import key_id_of, seal, unseal

CONTEXT = "mfa.authenticator"
SEALED_WITH_ANOTHER = """
    SELECT id FROM mfa_authenticator
    WHERE type = ANY(%(types)s) AND EXISTS (
        SELECT FROM (
            SELECT data->>'secret' AS sealed UNION ALL SELECT data->>'seed'
            UNION ALL SELECT jsonb_array_elements_text(data->'migrated_codes')
        ) AS secrets
        WHERE substring(decode(sealed, 'base64') FROM 1 FOR %(size)s) <> %(prefix)s
    )
    ORDER BY id LIMIT %(limit)s FOR UPDATE SKIP LOCKED
"""
WITH_SECRETS = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


def seal_secret(text: str) -> str:
    """A secret as allauth's JSON can hold it."""
    return base64.b64encode(seal(text, CONTEXT)).decode()


def unseal_secret(sealed: str) -> str:
    """Counterpart of ``seal_secret``. Raises Unsealable."""
    return unseal(base64.b64decode(sealed), CONTEXT)


def reseal_authenticators(limit: int) -> int:
    """Seal the secrets of up to ``limit`` authenticators with the current key; returns how many there were.

    The database finds them, as in ``kernel.rotation``: it reads the name of the key that each secret begins with.
    """
    name = settings.SEALING_KEY_CURRENT.encode()
    prefix = bytes([len(name)]) + name
    with connection.cursor() as cursor:
        cursor.execute(
            SEALED_WITH_ANOTHER, {"types": list(WITH_SECRETS), "size": len(prefix), "prefix": prefix, "limit": limit}
        )
        keys = [key for (key,) in cursor.fetchall()]
    old = list(Authenticator.objects.filter(pk__in=keys).order_by("pk"))
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
