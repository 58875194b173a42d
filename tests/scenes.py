"""The cast: named people in named organisations, set up with the real commands.

=============  ==================================================================================================
name           who they are
=============  ==================================================================================================
visitor        not signed in
stranger       Sam, has an account and belongs to nothing here
coordinator    Cora, coordinates the Westbury alliance
rep            Ravi, officer of the Westbury Health union branch (affiliated)
user           Una, member of the Day Centre Users' Group (affiliated)
user_officer   Ugo, officer of the Day Centre Users' Group
handler_one    Hana, handles tip-offs for the Westbury alliance
handler_two    Hugh, handles tip-offs too
outsider       Oren, coordinates another alliance, Eastmoor, and is an officer of an organisation there
=============  ==================================================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from causeway.domains.alliances.commands.affiliate_organisation import AffiliateOrganisation
from causeway.domains.alliances.commands.appoint_to_office import AppointToOffice
from causeway.domains.alliances.commands.found_alliance import FoundAlliance
from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
from causeway.domains.alliances.models import Alliance, Office, Organisation, Section
from causeway.domains.people.models import Person
from causeway.kernel.actors import Actor, Member, Visitor
from causeway.kernel.perform import perform

CAST = (
    "visitor",
    "stranger",
    "coordinator",
    "rep",
    "user",
    "user_officer",
    "handler_one",
    "handler_two",
    "outsider",
)


@dataclass
class Scene:
    """The cast and the bodies that they stand in. ``make`` holds what a test added, by name."""

    people: dict[str, Person]
    westbury: Alliance
    eastmoor: Alliance
    branch: Organisation
    users_group: Organisation
    eastmoor_group: Organisation
    extra: dict[str, Any] = field(default_factory=dict)

    def actor(self, name: str) -> Actor:
        """The actor behind a name of the cast."""
        return Visitor() if name == "visitor" else Member(self.people[name].pk)

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What ``make`` makes, made once for this scene and remembered under ``name``."""
        if name not in self.extra:
            self.extra[name] = make()
        return self.extra[name]


def person(email: str, display_name: str) -> Person:
    """An account with a confirmed address; sign-up itself is tested in its room."""
    return Person.objects.create_user(email, "a long enough password", display_name=display_name)


def build_scene() -> Scene:
    """Set the scene up, with the commands that people use."""
    people = {
        "stranger": person("sam@example.org", "Sam Stranger"),
        "coordinator": person("cora@example.org", "Cora Coordinator"),
        "rep": person("ravi@example.org", "Ravi Rep"),
        "user": person("una@example.org", "Una User"),
        "user_officer": person("ugo@example.org", "Ugo Officer"),
        "handler_one": person("hana@example.org", "Hana Handler"),
        "handler_two": person("hugh@example.org", "Hugh Handler"),
        "outsider": person("oren@example.org", "Oren Outsider"),
    }
    cora, ravi = Member(people["coordinator"].pk), Member(people["rep"].pk)
    ugo, oren = Member(people["user_officer"].pk), Member(people["outsider"].pk)

    westbury = perform(cora, FoundAlliance(name="Westbury Public Services Alliance", area="Westbury"))
    eastmoor = perform(oren, FoundAlliance(name="Eastmoor Public Services Alliance", area="Eastmoor"))
    branch = perform(
        ravi,
        RegisterOrganisation(name="Westbury Health Branch", kind=Organisation.Kind.UNION_BRANCH),
    )
    users_group = perform(ugo, RegisterOrganisation(name="Day Centre Users’ Group", kind=Organisation.Kind.USER_GROUP))
    eastmoor_group = perform(oren, RegisterOrganisation(name="Eastmoor Carers", kind=Organisation.Kind.CARER_GROUP))
    for organisation, section in ((branch, Section.WORKERS), (users_group, Section.USERS)):
        perform(
            cora,
            AffiliateOrganisation(alliance_id=westbury.pk, organisation_id=organisation.pk, section=section),
        )
    perform(
        oren,
        AffiliateOrganisation(alliance_id=eastmoor.pk, organisation_id=eastmoor_group.pk, section=Section.USERS),
    )
    perform(Member(people["user"].pk), JoinOrganisation(organisation_id=users_group.pk))
    for name in ("handler_one", "handler_two"):
        perform(
            cora,
            AppointToOffice(
                body_id=westbury.pk,
                person_id=people[name].pk,
                title="Tip-off handler",
                role=Office.Role.HANDLER,
            ),
        )
    return Scene(people, westbury, eastmoor, branch, users_group, eastmoor_group)
