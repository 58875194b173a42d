"""Sheets of paper: who has them, what came back on them, and which lines may be one person's."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from causeway.domains.petitions.models.petitions import Petition
from causeway.domains.petitions.models.signatures import Signature
from causeway.domains.petitions.sheet_codes import code_of
from causeway.kernel.sealing import SealedBytesField, SealedTextField


class Sheet(models.Model):
    """One numbered sheet of paper. Its number is printed with a check letter (``sheet_codes``).

    A sheet is out with a person (``holder``) or at a ``place`` that names nobody. When it is back, its lines are
    either typed in (each becomes a ``Signature``) or only counted, with a photograph; then a second person checks
    it. ``draft`` holds the lines as far as they are typed (JSON), sealed.
    """

    class State(models.TextChoices):
        PRINTED = "printed", _("Printed")
        OUT = "out", _("Out")
        BACK = "back", _("Back, to be typed in")
        TYPED = "typed", _("Typed in, to be checked")
        COUNTED = "counted", _("Counted, to be checked")
        CHECKED = "checked", _("Checked")
        LOST = "lost", _("Lost")
        VOID = "void", _("Void")

    class Size(models.TextChoices):
        A4 = "a4", _("A4")
        LARGE = "large", _("Large print, A3")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="sheets", db_index=False)
    number = models.PositiveIntegerField(_("number"))
    size = models.CharField(_("size"), max_length=5, choices=Size.choices, default=Size.A4)
    line_count = models.PositiveSmallIntegerField(_("lines"))
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.PRINTED)
    printed_on = models.DateField(_("printed on"))
    holder = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    place = models.CharField(_("place"), max_length=120, blank=True)
    out_on = models.DateField(_("out since"), null=True, blank=True)
    due_on = models.DateField(_("due back"), null=True, blank=True)
    back_on = models.DateField(_("back on"), null=True, blank=True)
    return_to = models.CharField(_("bring it back to"), max_length=160, blank=True)
    imprint = models.CharField(_("imprint"), max_length=300, blank=True)
    draft = SealedTextField(default="")
    counted = models.PositiveSmallIntegerField(_("signatures counted"), null=True, blank=True)
    taken_in_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    taken_in_on = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, blank=True, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(_("what happened"), max_length=300, blank=True)
    was = models.CharField(max_length=8, choices=State.choices, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["petition", "number"], name="sheet_number_once"),
            models.CheckConstraint(
                condition=~Q(state="counted") | Q(counted__isnull=False), name="counted_sheet_has_its_count"
            ),
            models.CheckConstraint(condition=~Q(state="out") | Q(out_on__isnull=False), name="sheet_out_since"),
        ]
        indexes = [models.Index(fields=["due_on"], name="sheets_out_due", condition=Q(state="out"))]

    def __str__(self) -> str:
        return f"Sheet {self.number}"

    @property
    def code(self) -> str:
        """Its number with the check letter, as printed."""
        return code_of(self.number)


class SheetLine(models.Model):
    """That a signature stands on a line of a sheet. Withdrawn, the line stays and the signature goes."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="lines", db_index=False)
    number = models.PositiveSmallIntegerField(_("line"))
    signature = models.OneToOneField(Signature, models.SET_NULL, null=True, related_name="line")
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["sheet", "number"]
        constraints = [models.UniqueConstraint(fields=["sheet", "number"], name="line_once")]

    def __str__(self) -> str:
        return f"Line {self.number} of {self.sheet}"


class SheetPhoto(models.Model):
    """The photograph that a count rests on. It shows signatures, so it is sealed, and goes at the hand-in."""

    sheet = models.OneToOneField(Sheet, models.CASCADE, related_name="photo")
    picture = SealedBytesField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    taken_in_on = models.DateField()

    def __str__(self) -> str:
        return f"Photograph of {self.sheet}"


class Resemblance(models.Model):
    """Two signatures at one postcode whose names are alike: a question for a person. Until then, both count."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="resemblances")
    one = models.ForeignKey(Signature, models.CASCADE, related_name="+")
    other = models.ForeignKey(Signature, models.CASCADE, related_name="+")
    same = models.BooleanField(null=True)
    decided_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="resemblance_once")]

    def __str__(self) -> str:
        return f"Resemblance {self.pk}"
