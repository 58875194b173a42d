"""The forms of needs, proposals and costings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Meeting, Organisation
from causeway.domains.budgets.models import Line, Need, Proposal
from causeway.domains.budgets.web.choosing import choose, key_of, keys_of
from causeway.domains.budgets.web.money_fields import PoundsField


class NeedForm(forms.Form):
    """Add a need."""

    text = forms.CharField(
        label=_("What is needed?"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In the words of those who said it. Do not name anybody."),
    )
    place = forms.CharField(label=_("Where?"), max_length=120, required=False)
    group = forms.CharField(
        label=_("Who needs it?"), max_length=120, required=False, help_text=_("For example “carers”, “young people”.")
    )
    said_by = forms.IntegerField(
        label=_("How many said so?"),
        min_value=1,
        max_value=1_000_000,
        initial=1,
        help_text=_("Shown from ten up; fewer might say who it was."),
    )
    meeting_id = forms.ChoiceField(label=_("At which meeting?"), required=False)

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["meeting_id"], meetings, _("At none, or at one that is not here"))

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        return self.cleaned_data | {"meeting_id": key_of(self.cleaned_data["meeting_id"])}


class ProposalForm(forms.Form):
    """Make a proposal, or change one."""

    title = forms.CharField(label=_("What do you propose, in a few words?"), max_length=160)
    text = forms.CharField(label=_("What would it do?"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}))
    cost_pounds = PoundsField(
        label=_("What does it cost in the first year, in pounds?"),
        help_text=_("Your best guess. Somebody who knows costs can reckon it anew."),
    )
    account = forms.ChoiceField(
        label=_("What is the money for?"), choices=Proposal.Account.choices, widget=forms.RadioSelect
    )
    span = forms.ChoiceField(
        label=_("Does the cost come once, or every year?"), choices=Proposal.Span.choices, widget=forms.RadioSelect
    )
    years = forms.IntegerField(
        label=_("For how many years?"),
        required=False,
        min_value=2,
        max_value=50,
        help_text=_("If it comes every year and ends. Leave it empty if it goes on."),
    )
    line_id = forms.ChoiceField(label=_("Which service does it belong to?"), required=False)
    need_ids = forms.MultipleChoiceField(
        label=_("Which needs does it answer?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    evidence = forms.CharField(
        label=_("What shows that it is needed, and that it works?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    links = forms.CharField(
        label=_("Links to it, one on each line"),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    folded = ["line_id", "need_ids", "evidence", "links"]
    folded_words = _("Service, needs, evidence")
    folded_hint = _("All of it can be added later.")

    def __init__(self, *args: Any, lines: list[Line], needs: list[Need], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["line_id"], lines, _("Something new, or none of them"))
        choose(self.fields["need_ids"], needs)
        if not needs:
            del self.fields["need_ids"]
            self.folded = [name for name in self.folded if name != "need_ids"]

    @property
    def unfolds(self) -> bool:
        """Whether a folded field holds an error or an answer, and so must be seen."""
        filled = any(self.initial.get(name) for name in self.folded)
        return filled or any(name in self.errors for name in self.folded)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = self.cleaned_data
        return given | {
            "line_id": key_of(given["line_id"]),
            "need_ids": keys_of(given.get("need_ids", ())),
            "links": tuple(line for line in given["links"].splitlines() if line.strip()),
        }


def said(proposal: Proposal, needs: list[Need]) -> dict[str, Any]:
    """What a proposal says, as the form is filled with it."""
    return {
        "title": proposal.title,
        "text": proposal.text,
        "cost_pounds": proposal.estimate_pounds,
        "account": proposal.account,
        "span": proposal.span,
        "years": proposal.years,
        "line_id": str(proposal.line_id or ""),
        "need_ids": [str(need.pk) for need in needs],
        "evidence": proposal.evidence,
        "links": "\n".join(proposal.links),
    }


class MergeNeedsForm(forms.Form):
    """Merge needs."""

    into_id = forms.ChoiceField(label=_("Which one says it best?"))
    need_ids = forms.MultipleChoiceField(label=_("Which others say the same?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, needs: list[Need], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["into_id"], needs)
        choose(self.fields["need_ids"], needs)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = self.cleaned_data
        return {"into_id": key_of(given["into_id"]), "need_ids": keys_of(given["need_ids"])}


class MergeProposalsForm(forms.Form):
    """Merge proposals."""

    into_id = forms.ChoiceField(label=_("Which one shall stand for all?"))
    proposal_ids = forms.MultipleChoiceField(label=_("Which others go into it?"), widget=forms.CheckboxSelectMultiple)
    cost_pounds = PoundsField(label=_("What do they cost together in the first year, in pounds?"))
    reason = forms.CharField(label=_("Why are they merged?"), max_length=300)

    def __init__(self, *args: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("into_id", "proposal_ids"):
            choose(self.fields[name], proposals)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = self.cleaned_data
        keys = {"into_id": key_of(given["into_id"]), "proposal_ids": keys_of(given["proposal_ids"])}
        return given | keys


class CosterForm(forms.Form):
    """Offer to cost."""

    name = forms.CharField(
        label=_("Your name, as it is shown beside what you reckon"),
        max_length=100,
        help_text=_("All who see this budget see it."),
    )
    competence = forms.CharField(
        label=_("What do you know of costs?"),
        max_length=200,
        help_text=_("For example “I kept the accounts of a day centre for ten years”."),
    )


class CostingForm(forms.Form):
    """Cost a proposal."""

    cost_pounds = PoundsField(label=_("What does it cost in the first year, in pounds?"))
    reason = forms.CharField(
        label=_("How did you reckon?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Hours, grades, prices, and where they come from, so that others can follow."),
    )


class SponsorForm(forms.Form):
    """Sponsor a proposal oneself."""

    name = forms.CharField(
        label=_("Your name, as it is shown"), max_length=100, help_text=_("All who see this budget see it.")
    )


class SponsorForForm(forms.Form):
    """Sponsor a proposal for an organisation."""

    organisation_id = forms.ChoiceField(label=_("For which organisation?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self.fields["organisation_id"], organisations)


class GroundForm(forms.Form):
    """Say how a proposal was adopted."""

    ground = forms.CharField(
        label=_("Who adopted it, when and how?"),
        max_length=300,
        help_text=_("For example “Open meeting of 3 May, 41 to 6” or the name of the vote."),
    )
