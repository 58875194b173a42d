"""Who may do what with petitions, online."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from causeway.domains.petitions import links
from causeway.domains.petitions.commands.admit_letter import AdmitLetter
from causeway.domains.petitions.commands.ask_for_export import AskForExport
from causeway.domains.petitions.commands.clear_signatures import ClearSignatures
from causeway.domains.petitions.commands.close_petition import ClosePetition
from causeway.domains.petitions.commands.confirm_signature import ConfirmSignature
from causeway.domains.petitions.commands.correct_petition import CorrectPetition
from causeway.domains.petitions.commands.correct_signature import CorrectSignature
from causeway.domains.petitions.commands.decide_on_export import DecideOnExport
from causeway.domains.petitions.commands.draft_petition import DraftPetition
from causeway.domains.petitions.commands.endorse_open_letter import EndorseOpenLetter
from causeway.domains.petitions.commands.finish_update import FinishUpdate
from causeway.domains.petitions.commands.forget_signer import ForgetSigner
from causeway.domains.petitions.commands.forget_unconfirmed import ForgetUnconfirmed
from causeway.domains.petitions.commands.hide_signer import HideSigner
from causeway.domains.petitions.commands.note_delivery import NoteDelivery
from causeway.domains.petitions.commands.open_petition import OpenPetition
from causeway.domains.petitions.commands.pass_on_address import PassOnAddress
from causeway.domains.petitions.commands.recount_signatures import RecountSignatures
from causeway.domains.petitions.commands.revise_petition import RevisePetition
from causeway.domains.petitions.commands.settle_signature import SettleSignature
from causeway.domains.petitions.commands.sign_petition import SignPetition
from causeway.domains.petitions.commands.stop_letters import StopLetters
from causeway.domains.petitions.commands.take_export import TakeExport
from causeway.domains.petitions.commands.tally_signatures import TallySignatures
from causeway.domains.petitions.commands.withdraw_endorsement import WithdrawEndorsement
from causeway.domains.petitions.commands.withdraw_signature import WithdrawSignature
from causeway.domains.petitions.commands.write_to_signers import WriteToSigners
from causeway.domains.petitions.models import Endorsement, Export, Petition, Update
from causeway.kernel.actors import Actor, Bearer, System
from causeway.kernel.perform import perform
from tests.domains.petitions.scene import campaign, draft, petition, sign
from tests.matrix import EVERYBODY, NOBODY, ApiCase, CommandCase, PageCase, fields
from tests.scenes import Scene

COORDINATOR = frozenset({"coordinator"})
OFFICERS = frozenset({"rep", "user_officer"})
WATCH = COORDINATOR | OFFICERS


def waiting(scene: Scene) -> UUID:
    """The one signature of the scene that waits for its confirmation."""
    pk: UUID = scene.once("petitions.waiting", lambda: sign(scene)).pk
    return pk


def token(scene: Scene) -> str:
    return links.token_for(waiting(scene))


def its_bearer(scene: Scene) -> Actor:
    return links.bearer_of(token(scene))


def another_bearer(scene: Scene) -> Actor:
    return Bearer(purpose="signature", subject_id=scene.westbury.pk)


def a_draft(scene: Scene) -> Petition:
    made: Petition = scene.once("petitions.draft", lambda: draft(scene))
    return made


def letter(scene: Scene) -> Petition:
    """An open letter that organisations may sign."""

    def make() -> Petition:
        made = draft(scene, kind=Petition.Kind.OPEN_LETTER, title="To the leader of the council")
        return perform(scene.actor("coordinator"), OpenPetition(petition_id=made.pk))

    made: Petition = scene.once("petitions.letter", make)
    return made


def endorsement(scene: Scene) -> Endorsement:
    def make() -> Endorsement:
        command = EndorseOpenLetter(petition_id=letter(scene).pk, organisation_id=scene.users_group.pk)
        return perform(scene.actor("user_officer"), command)

    made: Endorsement = scene.once("petitions.endorsement", make)
    return made


def export(scene: Scene) -> Export:
    """A file that the coordinator asked for."""
    command = AskForExport(petition_id=petition(scene).pk, reason="To print the names for the hand-in")
    made: Export = scene.once("petitions.export", lambda: perform(scene.actor("coordinator"), command))
    return made


def agreed_export(scene: Scene) -> Export:
    """One to which a second person agreed."""

    def make() -> Export:
        command = AskForExport(petition_id=petition(scene).pk, reason="To print the names for the hand-in")
        asked = perform(scene.actor("coordinator"), command)
        return perform(scene.actor("rep"), DecideOnExport(export_id=asked.pk, agreed=True))

    made: Export = scene.once("petitions.agreed", make)
    return made


def update(scene: Scene) -> Update:
    command = WriteToSigners(petition_id=petition(scene).pk, title="Thank you", text="We hand it in next week.")
    made: Update = scene.once("petitions.update", lambda: perform(scene.actor("coordinator"), command))
    return made


def a_job(_scene: Scene) -> Actor:
    return System(reason="a test")


ONLY_JOBS: Any = {"allowed": NOBODY, "also": ((a_job, True),)}
ONLY_ITS_BEARER: Any = {"allowed": NOBODY, "also": ((its_bearer, True), (another_bearer, False))}
WORDS = {"title": "Keep it", "text": "Keep it open."}

COMMANDS: dict[str, CommandCase] = {
    "DraftPetition": CommandCase(lambda s, _a: DraftPetition(campaign_id=campaign(s).pk, **WORDS), COORDINATOR),
    "RevisePetition": CommandCase(lambda s, _a: RevisePetition(petition_id=a_draft(s).pk, **WORDS), COORDINATOR),
    "OpenPetition": CommandCase(lambda s, _a: OpenPetition(petition_id=a_draft(s).pk), COORDINATOR),
    "CorrectPetition": CommandCase(
        lambda s, _a: CorrectPetition(petition_id=petition(s).pk, text="It is 41 places, not 40."), COORDINATOR
    ),
    "ClosePetition": CommandCase(
        lambda s, _a: ClosePetition(petition_id=petition(s).pk), COORDINATOR, also=((a_job, False),)
    ),
    "SignPetition": CommandCase(
        lambda s, _a: SignPetition(
            petition_slug=petition(s).slug, name="Sofia Signer", email="sofia@example.org", postcode="M6 5FS"
        ),
        EVERYBODY,
    ),
    "ConfirmSignature": CommandCase(lambda s, _a: ConfirmSignature(signature_id=waiting(s)), **ONLY_ITS_BEARER),
    "CorrectSignature": CommandCase(
        lambda s, _a: CorrectSignature(signature_id=waiting(s), shows_name=True), **ONLY_ITS_BEARER
    ),
    "PassOnAddress": CommandCase(
        lambda s, _a: PassOnAddress(signature_id=confirmed(s), organisation_id=s.branch.pk),
        NOBODY,
        also=((lambda s: Bearer("signature", confirmed(s)), True), (another_bearer, False)),
    ),
    "StopLetters": CommandCase(lambda s, _a: StopLetters(signature_id=waiting(s)), **ONLY_ITS_BEARER),
    "WithdrawSignature": CommandCase(lambda s, _a: WithdrawSignature(signature_id=waiting(s)), **ONLY_ITS_BEARER),
    "EndorseOpenLetter": CommandCase(
        lambda s, _a: EndorseOpenLetter(petition_id=letter(s).pk, organisation_id=s.branch.pk), frozenset({"rep"})
    ),
    "WithdrawEndorsement": CommandCase(
        lambda s, _a: WithdrawEndorsement(endorsement_id=endorsement(s).pk), frozenset({"user_officer"})
    ),
    "WriteToSigners": CommandCase(
        lambda s, _a: WriteToSigners(
            petition_id=petition(s).pk, organisation_id=s.branch.pk, title="Hello", text="Come and join us."
        ),
        frozenset({"rep"}),
    ),
    "AskForExport": CommandCase(
        lambda s, _a: AskForExport(petition_id=petition(s).pk, reason="To print the names for the hand-in"),
        COORDINATOR,
    ),
    "DecideOnExport": CommandCase(lambda s, _a: DecideOnExport(export_id=export(s).pk, agreed=True), OFFICERS),
    "TakeExport": CommandCase(lambda s, _a: TakeExport(export_id=agreed_export(s).pk), COORDINATOR),
    "AdmitLetter": CommandCase(lambda s, _a: AdmitLetter(signature_id=waiting(s)), **ONLY_JOBS),
    "SettleSignature": CommandCase(lambda s, _a: SettleSignature(signature_id=waiting(s)), **ONLY_JOBS),
    "TallySignatures": CommandCase(lambda _s, _a: TallySignatures(), **ONLY_JOBS),
    "RecountSignatures": CommandCase(lambda s, _a: RecountSignatures(petition_id=petition(s).pk), **ONLY_JOBS),
    "ForgetSigner": CommandCase(
        lambda s, _a: ForgetSigner(person_id=s.people["rep"].pk, email="ravi@example.org"), **ONLY_JOBS
    ),
    "HideSigner": CommandCase(
        lambda s, _a: HideSigner(person_id=s.people["rep"].pk, email="ravi@example.org"), **ONLY_JOBS
    ),
    "ForgetUnconfirmed": CommandCase(lambda _s, _a: ForgetUnconfirmed(), **ONLY_JOBS),
    "ClearSignatures": CommandCase(lambda s, _a: ClearSignatures(petition_id=petition(s).pk), **ONLY_JOBS),
    "NoteDelivery": CommandCase(
        lambda s, _a: NoteDelivery(update_id=update(s).pk, signature_id=waiting(s)), **ONLY_JOBS
    ),
    "FinishUpdate": CommandCase(lambda s, _a: FinishUpdate(update_id=update(s).pk), **ONLY_JOBS),
}


def confirmed(scene: Scene) -> UUID:
    """A signature that is confirmed, whose signer agreed to news."""

    def make() -> UUID:
        signature = sign(scene, email="rosa@example.org", name="Rosa Reader", updates=True)
        bearer = links.bearer_of(links.token_for(signature.pk))
        perform(bearer, ConfirmSignature(signature_id=signature.pk))
        perform(System(reason="a test"), SettleSignature(signature_id=signature.pk))
        return signature.pk

    made: UUID = scene.once("petitions.confirmed", make)
    return made


def at(scene: Scene) -> dict[str, Any]:
    return {"slug": petition(scene).slug}


def at_letter(scene: Scene) -> dict[str, Any]:
    return {"slug": letter(scene).slug}


def behind(scene: Scene) -> dict[str, Any]:
    return {"token": token(scene)}


def of_confirmed(scene: Scene) -> dict[str, Any]:
    return {"token": links.token_for(confirmed(scene))}


SIGNED = {"name": "Sofia Signer", "email": "sofia@example.org", "postcode": "M6 5FS"}

PAGES: dict[str, PageCase] = {
    "petitions:directory": PageCase(EVERYBODY),
    "petitions:petition": PageCase(EVERYBODY, at_letter),
    "petitions:sign": PageCase(EVERYBODY, at, "post", lambda _s: SIGNED),
    "petitions:check_your_email": PageCase(EVERYBODY, at),
    "petitions:names": PageCase(EVERYBODY, at),
    "petitions:qr": PageCase(EVERYBODY, at),
    "petitions:signature": PageCase(EVERYBODY, of_confirmed),
    "petitions:confirm": PageCase(EVERYBODY, behind, "post"),
    "petitions:correct_signature": PageCase(EVERYBODY, behind, "post", lambda _s: {"name": "Sofia S."}),
    "petitions:pass_on": PageCase(EVERYBODY, of_confirmed, "post", lambda s: {"organisation": str(s.branch.pk)}),
    "petitions:stop_letters": PageCase(EVERYBODY, behind),
    "petitions:withdraw": PageCase(EVERYBODY, behind),
    "petitions:draft": PageCase(COORDINATOR, lambda s: {"campaign": campaign(s).slug}),
    "petitions:run": PageCase(COORDINATOR, at),
    "petitions:revise": PageCase(COORDINATOR, lambda s: {"slug": a_draft(s).slug}),
    "petitions:open": PageCase(COORDINATOR, lambda s: {"slug": a_draft(s).slug}, "post"),
    "petitions:close": PageCase(COORDINATOR, at),
    "petitions:correct": PageCase(COORDINATOR, at, "post", lambda _s: {"text": "It is 41 places."}),
    "petitions:write": PageCase(COORDINATOR, at),
    "petitions:exports": PageCase(WATCH, at),
    "petitions:endorse": PageCase(EVERYBODY, at_letter),
    "petitions:withdraw_endorsement": PageCase(
        frozenset({"user_officer"}), lambda s: {"endorsement_id": endorsement(s).pk}, "post"
    ),
    "petitions:decide_on_export": PageCase(
        OFFICERS, lambda s: {"export_id": export(s).pk}, "post", lambda _s: {"decision": "agree"}
    ),
    "petitions:take_export": PageCase(COORDINATOR, lambda s: {"export_id": agreed_export(s).pk}, "post"),
}

PUBLIC = frozenset(
    {
        *("identifiers", "slug", "name", "title", "petition_text", "target", "browser_url", "status", "end_date"),
        *("total_signatures", "total_online", "total_paper", "goal", "areas"),
    }
)

API: dict[str, ApiCase] = {
    "list_petitions": ApiCase(
        EVERYBODY,
        fields("total_records total_pages page petitions"),
        within={"petitions[]": fields("slug title browser_url status total_signatures")},
    ),
    "get_petition": ApiCase(EVERYBODY, PUBLIC, at, {"areas[]": fields("area name signatures")}),
    "sign_petition": ApiCase(
        EVERYBODY,
        fields("detail"),
        at,
        body={"name": "Sofia Signer", "email": "sofia@example.org", "postcode": "M6 5FS"},
    ),
}
