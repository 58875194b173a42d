"""Forms for what was done and what came of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.choices import actions_to_choose, demands_to_choose
from causeway.domains.campaigns.models import Action, Campaign
from causeway.domains.campaigns.web.forms import NONE, CampaignForm, DayField, LinkField, LongField
from causeway.domains.campaigns.work_queries import could_host
from causeway.domains.services.web.where import PlacedForm
from causeway.kernel import clock
from causeway.kernel.actors import Actor


class ActionForm(PlacedForm, CampaignForm):
    field_order = (
        *("kind", "title", "starts_on", "ends_on", "place", "near", "latitude", "longitude", "hosts", "turnout"),
        *("turnout_how", "about", "gained", "links"),
    )
    kind = forms.ChoiceField(label=_("What kind of action was it?"), choices=[NONE, *Action.Kind.choices])
    title = forms.CharField(label=_("What shall it be called?"), max_length=160)
    starts_on = DayField(label=_("When was it?"), initial=clock.today)
    ends_on = DayField(label=_("Until when?"), required=False, help_text=_("Only if it lasted longer than a day."))
    place = forms.CharField(
        label=_("Where?"), required=False, max_length=160, help_text=_("As people call it, for example: the town hall.")
    )
    hosts = forms.MultipleChoiceField(
        label=_("Which organisations hosted it?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    turnout = forms.IntegerField(label=_("How many people came?"), required=False, min_value=0)
    turnout_how = forms.ChoiceField(
        label=_("How were they counted?"), required=False, choices=[NONE, *Action.Counted.choices]
    )
    about = LongField(label=_("What happened?"), required=False, max_length=5000)
    gained = LongField(label=_("What did it gain?"), required=False, max_length=2000, rows=3)
    links = LongField(
        label=_("Links"), required=False, rows=3, help_text=_("One in each line, beginning with https://. At most ten.")
    )

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        hosts = [(str(body.pk), body.name) for body in could_host(campaign)]
        if hosts:
            self.choose("hosts", hosts)
        else:
            del self.fields["hosts"]


class CorrectActionForm(ActionForm):
    why = forms.CharField(
        label=_("Why is it corrected?"), max_length=300, help_text=_("What stood there before stays to be read.")
    )


class WithdrawActionForm(CampaignForm):
    why = forms.CharField(
        label=_("Why is it taken away?"), max_length=300, help_text=_("You can put it back afterwards.")
    )


class GainForm(CampaignForm):
    text = LongField(label=_("What was gained?"), max_length=2000, rows=3)
    on = DayField(label=_("When?"), initial=clock.today)
    source = forms.CharField(label=_("How do you know?"), max_length=300, help_text=_("For example: council minutes."))
    source_url = LinkField()
    demand = forms.ChoiceField(label=_("Does it answer a demand?"), required=False)
    action = forms.ChoiceField(label=_("Did it come from an action?"), required=False)

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        for name, choices in (("demand", demands_to_choose(campaign)), ("action", actions_to_choose(campaign))):
            if choices:
                self.choose(name, choices, empty=True)
            else:
                del self.fields[name]


class _InternalForm(GainForm):
    demand = forms.ChoiceField(label=_("Which demand does it concern?"), required=False)
    is_internal = forms.BooleanField(label=_("Keep this on the members’ page"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].required = False
        self.fields["source"].help_text = _("Needed for what everybody can read.")


class ObstacleForm(_InternalForm):
    text = LongField(label=_("What stands in the way?"), max_length=2000, rows=3)


class UnintendedForm(_InternalForm):
    text = LongField(
        label=_("What came of it that nobody intended?"), max_length=2000, rows=3, help_text=_("Good or bad.")
    )


class OutcomeForm(CampaignForm):
    verdict = forms.ChoiceField(
        label=_("How does the campaign stand?"), choices=Campaign.Verdict.choices, widget=forms.RadioSelect
    )
    on = DayField(label=_("Since when?"), initial=clock.today)
    text = LongField(label=_("What was decided?"), max_length=2000, rows=3)
    source = forms.CharField(label=_("How do you know?"), max_length=300, help_text=_("For example: council minutes."))
    source_url = LinkField()
