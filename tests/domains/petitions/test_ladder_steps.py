"""A confirmed signature is the first rung of the campaign's ladder."""

from __future__ import annotations

from causeway.domains.campaigns.models import Rung, Step
from causeway.domains.petitions import handlers
from causeway.domains.petitions.events import SignatureConfirmed
from tests.domains.petitions.scene import confirm, sign
from tests.scenes import Scene
from tests.work import work


def test_a_signature_is_a_step_once_it_is_confirmed_and_only_once(scene: Scene) -> None:
    signature = sign(scene)
    work()
    assert not Step.objects.exists()
    confirm(signature)
    work()
    handlers.settle(SignatureConfirmed(signature_id=signature.pk, petition_id=signature.petition_id))  # tried again
    assert [step.rung for step in Step.objects.filter(campaign_id=signature.petition.campaign_id)] == [Rung.SIGNED]
