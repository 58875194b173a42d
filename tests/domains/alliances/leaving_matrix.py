"""Who may have this room forget or hide somebody: only Causeway itself."""

from __future__ import annotations

from causeway.domains.alliances.commands.forget_member import ForgetMember
from causeway.domains.alliances.commands.hide_member import HideMember
from causeway.domains.alliances.commands.vacate_office import VacateOffice
from causeway.kernel.actors import Actor, System
from tests.domains.alliances.scene import handlers_term
from tests.matrix import NOBODY, CommandCase
from tests.scenes import Scene


def the_system(_scene: Scene) -> Actor:
    return System("a test")


ONLY_SYSTEM = ((the_system, True),)

COMMANDS: dict[str, CommandCase] = {
    "ForgetMember": CommandCase(
        lambda s, _a: ForgetMember(person_id=s.people["rep"].pk, email="ravi@example.org", display_name="Ravi Rep"),
        NOBODY,
        ONLY_SYSTEM,
    ),
    "HideMember": CommandCase(lambda s, _a: HideMember(person_id=s.people["rep"].pk), NOBODY, ONLY_SYSTEM),
    "VacateOffice": CommandCase(lambda s, _a: VacateOffice(term_id=handlers_term(s).pk), NOBODY, ONLY_SYSTEM),
}
