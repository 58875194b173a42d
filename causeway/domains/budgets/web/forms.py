"""The forms of budgets: beginning one, its figures, its balance."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.budgets.models import Budget, Item, Line
from causeway.domains.budgets.web.choosing import choose, key_of
from causeway.domains.budgets.web.money_fields import PenceField, PercentField, PoundsField, SignedPoundsField


class BudgetForm(forms.Form):
    """Begin a budget."""

    title = forms.CharField(label=_("What shall it be called?"), max_length=160)
    council_name = forms.CharField(
        label=_("Which council?"), max_length=120, help_text=_("As its figures name it, for example “Salford”.")
    )
    council_code = forms.CharField(
        label=_("Its code"),
        max_length=12,
        required=False,
        help_text=_("Such as E08000006 or E4206, if you know it. It finds the council in a file without doubt."),
    )
    nation = forms.ChoiceField(label=_("Where is it?"), choices=Budget.Nation.choices, widget=forms.RadioSelect)
    year = forms.IntegerField(
        label=_("For which year?"),
        help_text=_("The year in which the financial year begins: 2027 for 2027–28."),
        min_value=1993,
        max_value=2100,
    )
    about = forms.CharField(
        label=_("What it is for"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    proposals_until = forms.DateField(label=_("Needs and proposals are taken until the end of"), widget=DateInput)
    shown_to = forms.ChoiceField(
        label=_("Who may see it?"),
        choices=Budget.Audience.choices,
        widget=forms.RadioSelect,
        initial=Budget.Audience.MEMBERS,
        help_text=_("Who adds to it belongs to the body in either case."),
    )


class DayForm(forms.Form):
    """Move the last day for proposals."""

    proposals_until = forms.DateField(label=_("Needs and proposals are taken until the end of"), widget=DateInput)


class FiguresForm(forms.Form):
    """A file of the council's figures."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "CSV, XLSX or ODS, up to 20 MB: the revenue account (RA) or revenue outturn (RO, RS) as the government "
            "publishes it for all councils, or one council’s own table with its lines and net current expenditure."
        ),
    )
    vintage = forms.CharField(
        label=_("What are these figures?"),
        max_length=200,
        help_text=_("For example “Revenue outturn 2017–18, summary (RS), published in January 2019”."),
    )
    unit_pounds = forms.TypedChoiceField(
        label=_("What does the file count in?"),
        choices=[(1000, _("Thousands of pounds, as the government does")), (1, _("Pounds"))],
        coerce=int,
        initial=1000,
        widget=forms.RadioSelect,
    )


class MarkForm(forms.Form):
    """Say whether a line is a duty."""

    statutory = forms.ChoiceField(
        label=_("Does the law make this a duty?"), choices=Line.Statutory.choices, widget=forms.RadioSelect
    )
    statute = forms.CharField(
        label=_("Which law?"), max_length=300, required=False, help_text=_("The act and the section.")
    )
    why = forms.CharField(label=_("Why do you think so?"), max_length=300)


class FillForm(forms.Form):
    """Fill in a figure that is missing."""

    net_pounds = SignedPoundsField(label=_("Net current expenditure in pounds"))
    source = forms.CharField(label=_("Where did you find it?"), max_length=300)


def _kinds(*kinds: Item.Kind) -> list[tuple[str, Any]]:
    return [(kind.value, kind.label) for kind in kinds]


KINDS: list[tuple[Any, Any]] = [
    (
        _("Goes out"),
        _kinds(
            Item.Kind.CONTINGENCY,
            Item.Kind.RESERVES_RAISED,
            Item.Kind.FINANCING,
            Item.Kind.LEVY,
            Item.Kind.TO_CAPITAL,
            Item.Kind.OTHER_OUT,
        ),
    ),
    (_("Goes out no more"), _kinds(Item.Kind.SAVING)),
    (
        _("Comes in"),
        _kinds(Item.Kind.FEES, Item.Kind.GRANTS, Item.Kind.RATES, Item.Kind.RESERVES_USED, Item.Kind.OTHER_IN),
    ),
    (
        _("For what is built or bought"),
        _kinds(Item.Kind.CAPITAL_SPENDING, Item.Kind.BORROWING, Item.Kind.CAPITAL_GRANTS, Item.Kind.CAPITAL_RECEIPTS),
    ),
]


class ItemForm(forms.Form):
    """Enter an amount into the balance."""

    kind = forms.ChoiceField(label=_("What kind of amount?"), choices=KINDS)
    title = forms.CharField(label=_("What is it?"), max_length=160)
    amount_pounds = PoundsField(label=_("How many pounds?"))
    line_id = forms.ChoiceField(label=_("On which line is less spent?"), required=False)
    source = forms.CharField(
        label=_("Where does this figure come from?"),
        max_length=300,
        help_text=_("The document and the page. A figure without a source is not taken."),
    )
    link = forms.URLField(label=_("Link to it"), required=False, max_length=200, assume_scheme="https")

    field_order = ["kind", "title", "amount_pounds", "source", "link", "line_id"]
    folded = ["line_id"]
    folded_words = _("A saving: on which line")
    folded_hint = _("Only where less is spent on a line than the council does.")

    def __init__(self, *args: Any, lines: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["line_id"], lines, _("No line"))

    @property
    def unfolds(self) -> bool:
        """Whether the folded field holds an error, and so must be seen."""
        return "line_id" in self.errors

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        return self.cleaned_data | {"line_id": key_of(self.cleaned_data["line_id"])}


class ReservesForm(forms.Form):
    """State the reserves."""

    opening_pounds = PoundsField(
        label=_("How much is in reserve at the start of the year?"),
        help_text=_("What the council may use: unallocated and earmarked reserves, not those of schools or housing."),
    )
    floor_pounds = PoundsField(
        label=_("How much must stay?"), help_text=_("The floor: the budget cannot close with less left at the end.")
    )
    floor_why = forms.CharField(
        label=_("Why this floor?"),
        max_length=300,
        help_text=_("For example what the council’s finance officer advised under section 25."),
    )
    source = forms.CharField(label=_("Where do these figures come from?"), max_length=300)


class CouncilTaxForm(forms.Form):
    """Set the council tax."""

    tax_base = forms.DecimalField(
        label=_("Tax base"),
        max_digits=12,
        decimal_places=2,
        help_text=_("The number of Band D homes on which the tax is set, such as 58814.90."),
    )
    band_d_before_pence = PenceField(label=_("Band D last year, in pounds"), help_text=_("Without local precepts."))
    band_d_pence = PenceField(label=_("Band D in this budget, in pounds"), help_text=_("Without local precepts."))
    limit_hundredths = PercentField(
        label=_("From which increase on must a referendum be held, in per cent?"),
        help_text=_(
            "Councils with social care and districts have different limits, and each year has its own: "
            "correct it if it is not yours."
        ),
    )
    limit_source = forms.CharField(label=_("Who says so?"), max_length=300)
    source = forms.CharField(label=_("Where do tax base and Band D come from?"), max_length=300)
    precepts_pounds = PoundsField(
        label=_("Local precepts collected on top, in pounds"),
        required=False,
        help_text=_("For parishes. Enter the same amount as precepts passed on, unless it is a line already."),
    )
    folded = ["precepts_pounds"]
    folded_words = _("Local precepts")
    folded_hint = _("What is collected for parishes and passed on whole.")

    def __init__(self, *args: Any, has_referendums: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_referendums:
            del self.fields["limit_hundredths"], self.fields["limit_source"]

    @property
    def unfolds(self) -> bool:
        """Whether the folded field holds an error, and so must be seen."""
        return "precepts_pounds" in self.errors

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        return self.cleaned_data | {"precepts_pounds": self.cleaned_data["precepts_pounds"] or 0}
