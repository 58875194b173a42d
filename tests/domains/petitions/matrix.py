"""Who may do what in petitions."""

from __future__ import annotations

from causeway.domains.petitions import links
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.confirm_signature import ConfirmSignature
from causeway.domains.petitions.commands.draft_petition import DraftPetition
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.kernel.actors import Actor, Bearer, System
from tests.domains.petitions import paper_matrix
from tests.domains.petitions.scene import campaign, draft, petition, sign
from tests.matrix import EVERYBODY, NOBODY, ApiCase, CommandCase, PageCase
from tests.scenes import Scene

COORDINATOR = frozenset({"coordinator"})


def waiting(scene: Scene) -> object:
    """The one signature of the scene that waits for its confirmation."""
    return scene.once("petitions.waiting", lambda: sign(scene)).pk


def its_bearer(scene: Scene) -> Actor:
    return links.bearer_of(links.token_for(waiting(scene)))  # type: ignore[arg-type]


def another_bearer(scene: Scene) -> Actor:
    return Bearer(purpose="signature", subject_id=scene.westbury.pk)


COMMANDS: dict[str, CommandCase] = {
    **paper_matrix.COMMANDS,
    "DraftPetition": CommandCase(
        lambda s, _a: DraftPetition(campaign_id=campaign(s).pk, title="Keep it", text="Keep it open."), COORDINATOR
    ),
    "OpenPetition": CommandCase(
        lambda s, _a: OpenPetition(petition_id=s.once("petitions.draft", lambda: draft(s)).pk), COORDINATOR
    ),
    "ClosePetition": CommandCase(
        lambda s, _a: ClosePetition(petition_id=petition(s).pk),
        COORDINATOR,
        also=((lambda _s: System(reason="its day is not over"), False),),
    ),
    "SignPetition": CommandCase(
        lambda s, _a: SignPetition(
            petition_slug=petition(s).slug, name="Sofia Signer", email="sofia@example.org", postcode="M6 5FS"
        ),
        EVERYBODY,
    ),
    "ConfirmSignature": CommandCase(
        lambda s, _a: ConfirmSignature(signature_id=waiting(s)),  # type: ignore[arg-type]
        NOBODY,
        also=((its_bearer, True), (another_bearer, False)),
    ),
}
PAGES: dict[str, PageCase] = {**paper_matrix.PAGES}
API: dict[str, ApiCase] = {}
