"""Seal values with the current key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.utils.translation import gettext as _

from causeway.domains.people.policies import only_the_system
from causeway.domains.people.second_factor import reseal_authenticators
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid
from causeway.kernel.rotation import reseal_batch
from causeway.kernel.sealing import Unsealable, sealed_fields

SECOND_FACTORS = Authenticator._meta.label_lower


@dataclass(frozen=True, kw_only=True)
class ResealValues(Command[int]):
    """Renew up to ``limit`` values at one ``place`` (see ``places``); returns how many there were."""

    place: str
    limit: int = 500


def places() -> list[str]:
    """Everywhere that the platform's sealing key is used: every sealed field, and the secrets of second factors."""
    return [field.context for _model, field in sealed_fields(apps.get_models())] + [SECOND_FACTORS]


@performs(ResealValues, policy=only_the_system, says="sealed {count} values of {place} with the current key")
def reseal_values(_actor: Actor, command: ResealValues, _subject: Any) -> Done[int]:
    try:
        count = _reseal(command.place, command.limit)
    except Unsealable as problem:
        raise Invalid(_("%(place)s: %(problem)s") % {"place": command.place, "problem": problem}) from None
    return Done(count, named={"count": str(count), "place": command.place})


def _reseal(place: str, limit: int) -> int:
    if place == SECOND_FACTORS:
        return reseal_authenticators(limit)
    for model, field in sealed_fields(apps.get_models()):
        if field.context == place:
            return reseal_batch(model, field, limit)
    raise Invalid(_("There is no sealed place “%(place)s”.") % {"place": place})
