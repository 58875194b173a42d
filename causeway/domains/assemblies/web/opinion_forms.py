"""What the buttons of a statement send."""

from __future__ import annotations

from django import forms


class StatementIdForm(forms.Form):
    """Which statement, and whose voice. Whether it is theirs, the policy asks."""

    statement = forms.UUIDField()
    voice = forms.UUIDField()
    number = forms.IntegerField(min_value=1, max_value=99_999)


class OpinionForm(StatementIdForm):
    """Agree (1), pass (0) or disagree (−1)."""

    value = forms.TypedChoiceField(choices=[(1, ""), (0, ""), (-1, "")], coerce=int)
