"""The register: adding, correcting, closing, merging, finding."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from causeway.domains.services.commands.close_service import CloseService
from causeway.domains.services.commands.correct_service import CorrectService
from causeway.domains.services.commands.merge_public_bodies import MergePublicBodies
from causeway.domains.services.commands.register_public_body import RegisterPublicBody
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.commands.reopen_service import ReopenService
from causeway.domains.services.map import OUTLINE, outlines, projected
from causeway.domains.services.models import PublicBody, Service
from causeway.domains.services.queries.register import Wanted, cells, directory
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre, council, public_threat, threat
from tests.scenes import Scene


def names(scene: Scene, who: str = "visitor", **wanted: str) -> list[str]:
    return [service.name for service in directory(scene.actor(who), Wanted(**wanted), 1)]


def add(scene: Scene, name: str, **facts: object) -> Service:
    return perform(
        scene.actor("coordinator"),
        RegisterService(alliance_id=scene.westbury.pk, name=name, **facts),  # type: ignore[arg-type]
    )


def test_a_body_named_with_a_service_is_added_once(scene: Scene) -> None:
    first = add(scene, "Library", provider_name="Northmarsh  Council")
    second = add(scene, "Baths", provider_name="northmarsh council")
    assert first.provider == second.provider
    assert PublicBody.objects.filter(name="Northmarsh Council").count() == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"reach": "everyone"}, "reach"),
        ({"latitude": 51.0}, "latitude"),
        ({"latitude": 151.0, "longitude": 0.0}, "latitude"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"source_url": "ftp://example.org"}, "source_url"),
    ],
)
def test_wrong_facts_are_refused_with_a_sentence_and_add_nothing(
    scene: Scene, facts: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        add(scene, **{"name": "Library", **facts})  # type: ignore[arg-type]
    assert list(refused.value.fields) == [field]
    assert not Service.objects.exists()


def test_only_unions_can_be_said_to_organise_in_a_service(scene: Scene) -> None:
    with pytest.raises(Invalid):
        add(scene, "Library", union_ids=(scene.users_group.pk,))


def test_a_correction_keeps_the_address_and_stands_in_the_trail(scene: Scene) -> None:
    slug = centre(scene).slug
    perform(scene.actor("coordinator"), CorrectService(service_id=centre(scene).pk, name="The Rowan"))
    assert Service.objects.get(slug=slug).name == "The Rowan"
    assert AuditEntry.objects.filter(scope=scene.westbury.pk, command="CorrectService").count() == 1


def test_closing_can_be_undone_and_a_threat_that_goes_on_shows_again(scene: Scene) -> None:
    public_threat(scene)
    perform(scene.actor("coordinator"), CloseService(service_id=centre(scene).pk))
    reopened = perform(scene.actor("coordinator"), ReopenService(service_id=centre(scene).pk))
    assert reopened.status == Service.Status.THREATENED
    assert reopened.closed_on is None


def test_a_service_cannot_have_closed_in_the_future(scene: Scene) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Invalid, match="threat"):
        perform(scene.actor("coordinator"), CloseService(service_id=centre(scene).pk, closed_on=tomorrow))


def test_merging_moves_the_services_and_the_old_address_leads_to_the_entry_that_stays(scene: Scene) -> None:
    twin = perform(scene.actor("coordinator"), RegisterPublicBody(name="Westbury Borough Council", kind="council"))
    centre(scene)
    perform(scene.actor("outsider"), MergePublicBodies(duplicate_id=council(scene).pk, stays_id=twin.pk))
    assert Service.objects.get(pk=centre(scene).pk).provider == twin
    answer = Client().get(reverse("services:body", args=[council(scene).slug]))
    assert answer.status_code == 301
    assert answer.headers["Location"] == twin.get_absolute_url()


def test_a_body_cannot_be_merged_into_itself_or_into_one_that_is_gone(scene: Scene) -> None:
    twin = perform(scene.actor("coordinator"), RegisterPublicBody(name="Twin"))
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), MergePublicBodies(duplicate_id=twin.pk, stays_id=twin.pk))
    perform(scene.actor("coordinator"), MergePublicBodies(duplicate_id=council(scene).pk, stays_id=twin.pk))
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), MergePublicBodies(duplicate_id=twin.pk, stays_id=council(scene).pk))
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), MergePublicBodies(duplicate_id=council(scene).pk, stays_id=twin.pk))


def test_services_are_found_by_words_area_provider_reach_and_square_of_the_map(scene: Scene) -> None:
    centre(scene)
    add(scene, "Northmarsh Library", area="Northmarsh", about="Books and warmth")
    assert names(scene) == ["Northmarsh Library", "Rowan Day Centre"]
    assert names(scene, words="meal") == ["Rowan Day Centre"]  # stemmed: the entry says “Meals”
    assert names(scene, words="westbury council") == ["Rowan Day Centre"]  # by its provider
    assert names(scene, area="northm") == ["Northmarsh Library"]
    assert names(scene, provider=council(scene).slug) == ["Rowan Day Centre"]
    assert names(scene, reach="targeted") == ["Rowan Day Centre"]
    square = cells(scene.actor("visitor"), Wanted())[0]
    assert (square.count, names(scene, cell=square.key)) == (1, ["Rowan Day Centre"])
    assert names(scene, words="hospital") == []
    assert names(scene, words="'; drop -- \\ <") == []


def test_an_unpublished_threat_shows_to_nobody_outside_the_alliance(scene: Scene) -> None:
    threat(scene)
    for who in ("visitor", "outsider"):
        assert names(scene, who, status="threatened") == []
    assert names(scene, "rep", status="threatened") == ["Rowan Day Centre"]
    page = Client().get(reverse("services:service", args=[centre(scene).slug])).content.decode()
    assert threat(scene).title not in page
    assert "Under threat" not in page


@pytest.mark.parametrize("name", ["services:register", "services:map", "services:threats", "services:bodies"])
@pytest.mark.parametrize(
    "query", ["page=99999", "page=x", "cell=a_b", "cell=9_9e9", "words=%00", "area=%25", "kind=no"]
)
def test_nonsense_in_an_address_gives_a_page(scene: Scene, name: str, query: str) -> None:
    assert Client().get(f"{reverse(name)}?{query}").status_code == 200


def test_pages_ask_few_questions_of_the_database_however_many_services_there_are(scene: Scene) -> None:
    public_threat(scene)
    for number in range(30):
        add(scene, f"Service {number}", provider_name=f"Body {number}")
    client = Client()
    client.force_login(scene.people["coordinator"])
    for address in (
        reverse("services:register"),
        f"{reverse('services:register')}?words=service&area=w&status=open",
        reverse("services:map"),
        reverse("services:service", args=[centre(scene).slug]),
        reverse("services:threats"),
        reverse("services:threat", args=[public_threat(scene).slug]),
        reverse("services:bodies"),
        "/api/oruk/services",
        "/api/threats",
    ):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= 13, f"{address}: {len(asked)}"


def test_the_map_holds_the_four_nations_and_its_notice() -> None:
    assert {name for name, _path in outlines()} == {"England", "Northern Ireland", "Scotland", "Wales"}
    assert "Open Government Licence" in (OUTLINE.parent / "NOTICE.txt").read_text()
    (london_x, london_y), (shetland_x, shetland_y) = projected(51.5, -0.1), projected(60.3, -1.3)
    assert london_x > shetland_x
    assert london_y > shetland_y
