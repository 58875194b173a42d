"""Which service a threat is about, as a form asks it: one of the register, or a new one by its name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

NEW = "new"


class ThreatenedForm(forms.Form):
    """``services`` are those to choose from, by key and name; what is new is added to the register."""

    service = forms.ChoiceField(label=_("Which service does it threaten?"))
    new_service = forms.CharField(
        label=_("Its name, if it is not in the list"),
        help_text=_("It is added to your register, which everybody can read. You can say more about it there later."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: Any, services: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if services:
            not_there = (NEW, _("One that is not in the register yet"))
            self.fields["service"].choices = [not_there, *services]  # type: ignore[attr-defined]
        else:
            del self.fields["service"]
            self.fields["new_service"].label = _("Name of the service that it threatens")
            self.fields["new_service"].required = True

    def chosen(self) -> dict[str, Any]:
        """The service as the commands take it."""
        key = self.cleaned_data.get("service", NEW)
        return {"service_id": None if key == NEW else UUID(key), "new_service": self.cleaned_data["new_service"]}
