"""Sheets of paper for the scene, with the real commands."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image

from causeway.domains.petitions.commands.count_sheet import CountSheet
from causeway.domains.petitions.commands.hand_in_petition import HandInPetition
from causeway.domains.petitions.commands.hand_out_sheet import HandOutSheet
from causeway.domains.petitions.commands.print_sheets import PrintSheets
from causeway.domains.petitions.commands.take_back_sheet import TakeBackSheet
from causeway.domains.petitions.commands.type_sheet import TypeSheet
from causeway.domains.petitions.models import HandIn, Resemblance, Sheet, Signature
from causeway.domains.petitions.taking_in import TypedLine
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.petitions.scene import petition
from tests.scenes import Scene


def printed(scene: Scene, count: int = 1, **changes: Any) -> list[Sheet]:
    """Fresh sheets, printed by the coordinator."""
    command = PrintSheets(petition_id=petition(scene).pk, count=count, **changes)
    return perform(scene.actor("coordinator"), command)


def sheet_out(scene: Scene) -> Sheet:
    """The sheet that Ravi holds."""

    def make() -> Sheet:
        (sheet,) = printed(scene)
        return perform(scene.actor("coordinator"), HandOutSheet(sheet_id=sheet.pk, email="ravi@example.org"))

    made: Sheet = scene.once("petitions.sheet_out", make)
    return made


def sheet_back(scene: Scene, **changes: Any) -> Sheet:
    """A fresh sheet that is back."""
    (sheet,) = printed(scene, **changes)
    return perform(scene.actor("coordinator"), TakeBackSheet(sheet_id=sheet.pk))


def lines(*names: str, postcode: str = "M6 5FS", **changes: Any) -> tuple[TypedLine, ...]:
    """One line for each name, all at one postcode."""
    return tuple(
        TypedLine(number=number, name=name, postcode=postcode, **changes) for number, name in enumerate(names, 1)
    )


def typed(scene: Scene, *names: str, by: str = "rep", **changes: Any) -> Sheet:
    """A sheet that Ravi, who held it, typed in."""
    (sheet,) = printed(scene)
    perform(scene.actor("coordinator"), HandOutSheet(sheet_id=sheet.pk, email="ravi@example.org"))
    return perform(scene.actor(by), TypeSheet(sheet_id=sheet.pk, lines=lines(*names, **changes)))


def typed_once(scene: Scene) -> Sheet:
    """The typed sheet of the scene: two people, one of whom may be a third."""
    made: Sheet = scene.once("petitions.sheet_typed", lambda: typed(scene, "Margaret Holt", "Peggy Holt", "Bill Day"))
    return made


def paper_signature(scene: Scene) -> Signature:
    """A signature on paper."""
    return Signature.objects.filter(line__sheet=typed_once(scene)).order_by("line__number")[0]


def resemblance(scene: Scene) -> Resemblance:
    """The question whether Margaret and Peggy Holt are one person."""
    typed_once(scene)
    return Resemblance.objects.get()


def photograph(width: int = 640, height: int = 480) -> bytes:
    """A small photograph with the marks of a camera in it."""
    picture = Image.effect_noise((width, height), 40).convert("RGB")
    marks = picture.getexif()
    marks[0x010F] = "SecretCamera"
    marks[0x8825] = {1: "N", 2: (53.0, 28.0, 59.0)}
    out = BytesIO()
    picture.save(out, "JPEG", exif=marks)
    return out.getvalue()


def counted(scene: Scene, signatures: int = 12) -> Sheet:
    """A sheet that the coordinator counted."""
    sheet = sheet_back(scene)
    command = CountSheet(sheet_id=sheet.pk, counted=signatures, photograph=photograph())
    return perform(scene.actor("coordinator"), command)


def counted_once(scene: Scene) -> Sheet:
    """The counted sheet of the scene."""
    made: Sheet = scene.once("petitions.sheet_counted", lambda: counted(scene))
    return made


def hand_in(scene: Scene, **changes: Any) -> HandIn:
    """The petition handed in today, with the names of those who agreed."""
    fields: dict[str, Any] = {
        "handed_in_on": clock.today(),
        "to_whom": "The Leader of Westbury Council",
        "with_names": True,
        **changes,
    }

    def make() -> HandIn:
        typed_once(scene)
        return perform(scene.actor("coordinator"), HandInPetition(petition_id=petition(scene).pk, **fields))

    made: HandIn = scene.once("petitions.hand_in", make)
    return made
