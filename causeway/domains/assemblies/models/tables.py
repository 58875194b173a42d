"""Shows of hands at the tables of a meeting, as somebody typed them in and somebody else confirmed them."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.models.conversations import Conversation, Statement


class Table(models.Model):
    """A table of a meeting, and how many people sit at it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="tables")
    name = models.CharField(_("table"), max_length=60)
    people = models.PositiveSmallIntegerField(_("people at the table"))

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["conversation", "name"], name="table_named_once")]

    def __str__(self) -> str:
        return self.name


class TableCount(models.Model):
    """How the hands of a table went up for a statement. It counts once a second person has confirmed it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    table = models.ForeignKey(Table, models.CASCADE, related_name="counts")
    statement = models.ForeignKey(Statement, models.CASCADE, related_name="table_counts")
    agreed = models.PositiveSmallIntegerField(_("agreed"))
    disagreed = models.PositiveSmallIntegerField(_("disagreed"))
    passed = models.PositiveSmallIntegerField(_("passed"))
    typed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    confirmed_by = models.ForeignKey("people.Person", models.SET_NULL, null=True, related_name="+")
    confirmed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "statement"], name="counted_once_at_a_table"),
            models.CheckConstraint(
                condition=models.Q(confirmed_by=None) | ~models.Q(confirmed_by=models.F("typed_by")),
                name="table_confirmed_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"Hands at {self.table_id} on {self.statement_id}"
