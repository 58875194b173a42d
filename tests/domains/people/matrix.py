"""Who may do what with accounts, consents and requests."""

from __future__ import annotations

from causeway.domains.people.commands.allow_letters_again import AllowLettersAgain
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.links import unsubscribe_url
from causeway.kernel.actors import Actor, System
from tests.domains.people.scene import NEWS, agree, holder_of_another_link, holder_of_sams_link, sams_index
from tests.matrix import EVERYBODY, ApiCase, CommandCase, PageCase
from tests.scenes import Scene

SAM = frozenset({"stranger"})


def system(_scene: Scene) -> Actor:
    return System(reason="a test")


LINK = ((holder_of_sams_link, True), (holder_of_another_link, False), (system, True))

COMMANDS: dict[str, CommandCase] = {
    "GiveConsent": CommandCase(lambda s, _a: agree(s), SAM, ((holder_of_sams_link, False), (system, True))),
    "WithdrawConsent": CommandCase(
        lambda s, _a: WithdrawConsent(subject_index=sams_index(), controller_id=s.westbury.pk), SAM, LINK
    ),
    "StopEverything": CommandCase(lambda _s, _a: StopEverything(subject_index=sams_index()), SAM, LINK),
    "AllowLettersAgain": CommandCase(lambda _s, _a: AllowLettersAgain(subject_index=sams_index()), SAM, LINK),
}
PAGES: dict[str, PageCase] = {
    "people:unsubscribe": PageCase(
        EVERYBODY,
        lambda s: {"token": unsubscribe_url("sam@example.org", s.westbury.pk, "email", NEWS).split("/")[-2]},
    ),
}
API: dict[str, ApiCase] = {}
