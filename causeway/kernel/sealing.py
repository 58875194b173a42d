"""Sealed fields: what the database holds only encrypted, and what only named people can open.

Two kinds:

* ``seal`` / ``unseal``, ``SealedTextField``, ``SealedBytesField``: authenticated encryption (AES-256-GCM) with a key
  of the platform's. Whoever steals the database alone reads nothing. Each value names its key, so keys can be
  rotated: add a new key, make it current, run ``causeway rotate-keys``, remove the old one.
* ``seal_to`` / ``open_sealed``: public-key encryption (HPKE, RFC 9180: X25519, HKDF-SHA256,
  ChaCha20-Poly1305) to the keys of named people. The server that takes the text in cannot read it back.

``blind_index`` makes equal things findable without saying what they are (HMAC-SHA256 with its own key).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from django.conf import settings
from django.db import models
from django.db.models import Model

from causeway.kernel.errors import Refused

NONCE = 12
SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)


class Unsealable(Exception):
    """The key is missing, or the sealed value was changed."""


def seal(text: str, context: str) -> bytes:
    """Encrypt ``text`` with the current key. ``context`` binds it to its place: elsewhere it does not open."""
    return seal_bytes(text.encode(), context)


def unseal(sealed: bytes, context: str) -> str:
    """Decrypt what ``seal`` made. Raises Unsealable."""
    return unseal_bytes(sealed, context).decode()


def seal_bytes(content: bytes, context: str) -> bytes:
    """Encrypt bytes (a picture) as ``seal`` does a text."""
    key_id = settings.SEALING_KEY_CURRENT
    nonce = os.urandom(NONCE)
    body = AESGCM(_key(key_id)).encrypt(nonce, content, context.encode())
    name = key_id.encode()
    return bytes([len(name)]) + name + nonce + body


def unseal_bytes(sealed: bytes, context: str) -> bytes:
    """Decrypt what ``seal_bytes`` made. Raises Unsealable."""
    key_id, rest = _split(sealed)
    try:
        return AESGCM(_key(key_id)).decrypt(rest[:NONCE], rest[NONCE:], context.encode())
    except InvalidTag:
        raise Unsealable("A sealed value does not open: it was changed, moved, or sealed elsewhere.") from None


def key_id_of(sealed: bytes) -> str:
    """The name of the key that a value was sealed with."""
    return _split(sealed)[0]


def blind_index(value: str, context: str) -> bytes:
    """A keyed digest (32 bytes): equal values in one context give equal bytes, and nothing can be read from them."""
    key = base64.b64decode(settings.BLIND_INDEX_KEY)
    return hmac.digest(key, f"{context}\0{value}".encode(), hashlib.sha256)


def cache_key(key: str, prefix: str, version: int) -> str:
    """The name under which the cache keeps ``key``: a keyed digest, so that the table tells nothing."""
    return f"{prefix}:{version}:{blind_index(key, 'cache').hex()}"


def _split(sealed: bytes) -> tuple[str, bytes]:
    length = sealed[0]
    return sealed[1 : 1 + length].decode(), sealed[1 + length :]


def _key(key_id: str) -> bytes:
    try:
        return base64.b64decode(settings.SEALING_KEYS[key_id])
    except KeyError:
        raise Unsealable(f"The sealing key “{key_id}” is not in the settings.") from None


if TYPE_CHECKING:
    # For the types it is a text, though it is stored as bytes.
    from typing_extensions import TypeVar

    _Set = TypeVar("_Set", default=str)
    _Get = TypeVar("_Get", default=str)
    _SealedBase = models.TextField[_Set, _Get]
    _BytesBase = models.BinaryField[bytes, bytes]
else:
    _Set = _Get = None
    _SealedBase = _BytesBase = models.BinaryField


class SealedTextField(_SealedBase):
    """A text that the database holds only encrypted; "" is stored as nothing. It cannot be searched or ordered by:
    use ``blind_index``. It is never null."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def _check_str_default_value(self) -> list[Any]:
        return []  # unlike other binary fields, this one is given texts

    @property
    def context(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> str:
        return unseal(bytes(value), self.context) if value else ""

    def to_python(self, value: Any) -> Any:
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, str):
            value = seal(value, self.context) if value else b""
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: Model) -> str:
        return str(self.value_from_object(obj))


class SealedBytesField(_BytesBase):
    """Bytes, such as a picture, that the database holds only encrypted; none is stored as nothing."""

    @property
    def context(self) -> str:
        return f"{self.model._meta.label_lower}.{self.name}"

    def from_db_value(self, value: Any, _expression: Any, _connection: Any) -> bytes:
        return unseal_bytes(bytes(value), self.context) if value else b""

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if value:
            value = seal_bytes(bytes(value), self.context)
        return super().get_db_prep_value(value, connection, prepared)


def sealed_fields(models_: Iterable[type[Model]]) -> list[tuple[type[Model], SealedTextField | SealedBytesField]]:
    """Every sealed field of these models: what a rotation must go over."""
    return [
        (model, field)
        for model in models_
        for field in model._meta.local_concrete_fields
        if isinstance(field, SealedTextField | SealedBytesField)
    ]


# -- to named people ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class KeyPair:
    """A person's pair of keys: the private half only as locked with their passphrase."""

    public: bytes
    locked_private: bytes


def make_key_pair(passphrase: str) -> KeyPair:
    """A new X25519 pair, its private half locked with a passphrase (scrypt, AES-256-GCM)."""
    private = X25519PrivateKey.generate()
    salt, nonce = os.urandom(16), os.urandom(NONCE)
    locked = AESGCM(_from_passphrase(passphrase, salt)).encrypt(nonce, private.private_bytes_raw(), b"key")
    return KeyPair(private.public_key().public_bytes_raw(), salt + nonce + locked)


def seal_to(public: bytes, text: str, context: str) -> bytes:
    """Encrypt ``text`` so that only the holder of the matching private key can read it."""
    return SUITE.encrypt(text.encode(), X25519PublicKey.from_public_bytes(public), info=context.encode())


def open_sealed(sealed: bytes, locked_private: bytes, passphrase: str, context: str) -> str:
    """Decrypt what ``seal_to`` made, with the passphrase. Raises Refused where the passphrase is wrong."""
    return open_with(unlock_private(locked_private, passphrase), sealed, context)


def unlock_private(locked_private: bytes, passphrase: str) -> bytes:
    """The private half of a pair (32 bytes), for opening several texts at once. Never keep it.

    Raises Refused where the passphrase is wrong.
    """
    salt, nonce, locked = (
        locked_private[:16],
        locked_private[16 : 16 + NONCE],
        locked_private[16 + NONCE :],
    )
    try:
        return AESGCM(_from_passphrase(passphrase, salt)).decrypt(nonce, locked, b"key")
    except InvalidTag:
        raise Refused("That passphrase does not open your key. Check it and try again.") from None


def open_with(private: bytes, sealed: bytes, context: str) -> str:
    """Decrypt what ``seal_to`` made, with the private half itself. Raises Unsealable."""
    try:
        return SUITE.decrypt(sealed, X25519PrivateKey.from_private_bytes(private), info=context.encode()).decode()
    except InvalidTag:
        raise Unsealable("This was not sealed to your key.") from None


def public_of(private: bytes) -> bytes:
    """The public half that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def _from_passphrase(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
