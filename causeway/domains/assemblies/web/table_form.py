"""The hands of a table as a form: a line for each statement, three numbers in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.asking import Asked
from causeway.domains.assemblies.table_queries import Hands

KINDS = ("agreed", "disagreed", "passed")
LABELS = {"agreed": _("agreed"), "disagreed": _("disagreed"), "passed": _("passed")}


@dataclass(frozen=True)
class Line:
    """A statement and its three boxes."""

    asked: Asked
    hands: Hands
    boxes: list[forms.BoundField]
    given: tuple[int | None, ...] = ()

    @property
    def names(self) -> list[str]:
        return [box.name for box in self.boxes]

    def numbers(self) -> dict[str, int]:
        """The numbers as the command takes them; an empty box beside a filled one is nobody."""
        return {kind: number or 0 for kind, number in zip(KINDS, self.given, strict=True)}


class TypedForm(forms.Form):
    """Type in how many agreed, disagreed and passed."""

    def __init__(self, *args: Any, rows: Sequence[Hands], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            for kind in KINDS:
                box = forms.IntegerField(
                    label=_("Statement %(number)s: %(kind)s") % {"number": row.asked.number, "kind": LABELS[kind]},
                    min_value=0,
                    max_value=300,
                    required=False,
                    initial=getattr(row.count, kind, None),
                )
                box.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
                self.fields[f"{kind}_{row.asked.number}"] = box

    def lines(self) -> Iterator[Line]:
        """The lines, for the page."""
        for row in self.rows:
            names = [f"{kind}_{row.asked.number}" for kind in KINDS]
            given = tuple(self.cleaned_data.get(name) for name in names) if self.is_bound and self.is_valid() else ()
            yield Line(row.asked, row, [self[name] for name in names], given)

    def changed(self) -> list[Line]:
        """The lines in which something stands that was not there before."""
        found = []
        for line in list(self.lines()):
            before = tuple(getattr(line.hands.count, kind, None) for kind in KINDS)
            if any(number is not None for number in line.given) and line.given != before:
                found.append(line)
        return found
