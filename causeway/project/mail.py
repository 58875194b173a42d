"""Where letters go: ``EMAIL_URL`` as Django's settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def settings_for(url: str) -> dict[str, Any]:
    """Django's e-mail settings for ``console:``, ``file:/folder`` or ``smtp://user:password@host:port?tls=1``."""
    parts = urlsplit(url)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme == "smtp":
        wanted = parse_qs(parts.query)
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname or "localhost",
            "EMAIL_PORT": parts.port or 25,
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_TLS": wanted.get("tls") == ["1"],
            "EMAIL_USE_SSL": wanted.get("ssl") == ["1"],
            "EMAIL_TIMEOUT": 30,
        }
    raise ValueError(f"EMAIL_URL must begin with console:, file: or smtp:, not “{parts.scheme}:”.")
