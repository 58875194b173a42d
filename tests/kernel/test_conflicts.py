"""What two people store in one moment, past every check: one is told so in a sentence, and nothing else is hidden."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from causeway.domains.petitions.models import Signature
from causeway.kernel import clock
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import told_as_conflict
from tests.domains.petitions.scene import confirm, sign
from tests.scenes import Scene


def test_the_second_of_two_in_one_moment_is_told_and_changes_nothing(scene: Scene) -> None:
    first, second = sign(scene, "Sofia Signer"), sign(scene, "Sofia Signer")
    confirm(first)
    later = Signature.objects.filter(pk=second.pk)
    with pytest.raises(Conflict, match="a moment ago"), transaction.atomic(), told_as_conflict():
        later.update(confirmed_at=clock.now())
    assert later.get().confirmed_at is None


def test_a_fault_of_ours_is_not_told_as_a_conflict(scene: Scene) -> None:
    signature = Signature.objects.filter(pk=sign(scene, "Sofia Signer").pk)
    with pytest.raises(IntegrityError), transaction.atomic(), told_as_conflict():
        signature.update(signed_at=None)
