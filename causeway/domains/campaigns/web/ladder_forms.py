"""Forms for the ladder."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.commands.ask_for_next_step import LONGEST, SHORTEST
from causeway.domains.campaigns.models import Rung


class AskForm(forms.Form):
    """One short message to those on a rung."""

    controller_id = forms.TypedChoiceField(
        label=_("In whose name do you ask?"),
        coerce=UUID,
        help_text=_("It goes only to people who agreed to hear from this body."),
    )
    rung = forms.ChoiceField(
        label=_("Whom do you ask?"),
        choices=[choice for choice in Rung.choices if choice[0] != Rung.SAID_YES],
        help_text=_("Those for whom this is the highest rung so far."),
    )
    subject = forms.CharField(label=_("Subject"), max_length=120)
    message = forms.CharField(
        label=_("Message"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Ask for one thing, and say when and where. At most 1,500 characters."),
    )

    def __init__(self, *args: Any, controllers: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["controller_id"]).choices = controllers
