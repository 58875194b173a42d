"""The forms of votes on proposals."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.assemblies.web.forms import DatesForm
from causeway.domains.budgets.comparing import Order
from causeway.domains.budgets.models import Proposal, Way


class SetUpVoteForm(DatesForm):
    """Put the proposals of a budget to the vote."""

    title = forms.CharField(label=_("What shall the vote be called?"), max_length=160)
    amount_pounds = forms.IntegerField(
        label=_("How much money is shared out, in pounds?"),
        min_value=1,
        help_text=_("Only what this body can really decide on. It cannot change once people look at the roll."),
    )
    account = forms.ChoiceField(
        label=_("Which proposals?"),
        required=False,
        choices=[("", _("All whose cost is agreed")), *Proposal.Account.choices],
        help_text=_("They stand on the paper as they are costed now. Later costings do not change the vote."),
    )
    way = forms.ChoiceField(
        label=_("Which way decides?"),
        choices=Way.choices,
        widget=forms.RadioSelect,
        initial=Way.EQUAL_SHARES,
        help_text=_("It is told before anybody votes. The other ways are worked out and shown beside it."),
    )
    by_section = forms.BooleanField(
        label=_("Papers say for which section they count: users, workers or community"),
        required=False,
        initial=True,
        help_text=_(
            "The third way needs it. Where fewer than ten papers count for a section, no paper tells its section, and "
            "equal shares decide in its place."
        ),
    )
    about = forms.CharField(
        label=_("What people should know before they vote"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why_here = forms.CharField(
        label=_("Why is this decided here?"),
        max_length=300,
        help_text=_("Whom it concerns, and who carries it out."),
    )
    quorum_percent = forms.IntegerField(
        label=_("Quorum: how many in a hundred of the roll must vote?"),
        min_value=0,
        max_value=100,
        initial=0,
        required=False,
        help_text=_("0 for none."),
    )

    field_order = [
        "title",
        "amount_pounds",
        "account",
        "way",
        "by_section",
        "about",
        "why_here",
        "opens_on",
        "opens_hour",
        "closes_on",
        "closes_hour",
        "quorum_percent",
    ]

    def __init__(self, *args: Any, has_sections: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_sections:
            del self.fields["by_section"]
            way = self.fields["way"]
            assert isinstance(way, forms.ChoiceField)  # noqa: S101
            way.choices = [choice for choice in Way.choices if choice[0] != Way.BALANCED]

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in DatesForm.base_fields}
        given["quorum_percent"] = given["quorum_percent"] or 0
        return given | self.dates()


class CodeForm(forms.Form):
    """What did my paper buy? Sent, not written into an address, so that the code stands in no history and no log."""

    receipt = forms.CharField(
        label=_("Code of your receipt"),
        max_length=40,
        help_text=_("Such as 7K3Q-X2MD-0PTA. Causeway does not know whose it is, and keeps nothing of this."),
    )


class CompareForm(forms.Form):
    """How the lines of both budgets are shown."""

    way = forms.ChoiceField(label=_("The people’s budget"), required=False)
    order = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[
            (Order.COUNCIL.value, _("the council’s own order")),
            (Order.NAME.value, _("name")),
            (Order.DIFFERENCE.value, _("greatest difference")),
        ],
    )
    only = forms.ChoiceField(
        label=_("Which lines"), required=False, choices=[("", _("all")), ("differing", _("only what differs"))]
    )

    def __init__(self, *args: Any, ways: list[Way], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not ways:
            del self.fields["way"]
            return
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)  # noqa: S101
        way.choices = [("", _("as it is adopted")), *((one.value, one.label) for one in ways)]
