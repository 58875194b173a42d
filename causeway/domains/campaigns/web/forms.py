"""Forms about a campaign, who is in it, its demands, targets and work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from causeway.domains.campaigns.choices import bodies_to_choose, services_to_choose, threats_to_choose
from causeway.domains.campaigns.models import Campaign, Demand, Position
from causeway.domains.campaigns.work_queries import could_be_invited, could_join, in_through
from causeway.kernel import clock
from causeway.kernel.actors import Actor

NONE = ("", _("Choose one"))


class DayField(forms.DateField):
    """A date, typed or picked."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        super().__init__(**kwargs)


class LongField(forms.CharField):
    """A text of several lines."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class LinkField(forms.URLField):
    """A link to a source."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Link to the source"))
        kwargs.setdefault("help_text", _("Beginning with https://"))
        super().__init__(required=False, assume_scheme="https", max_length=200, **kwargs)


class CampaignForm(forms.Form):
    """A form on a campaign's page; ``prepare`` fills its choices."""

    def __init__(self, *args: Any, actor: Actor, campaign: Campaign, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepare(actor, campaign)

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        """Fill the choices that depend on who asks and on the campaign."""

    def choose(self, name: str, choices: Any, *, empty: bool = False) -> None:
        """Set the choices of a field, with an empty one first where it may stay open."""
        field = self.fields[name]
        field.choices = [NONE, *choices] if empty else list(choices)  # type: ignore[attr-defined]


class AboutForm(forms.Form):
    """What a campaign says about itself."""

    name = forms.CharField(
        label=_("What is the campaign called?"),
        max_length=160,
        help_text=_("Short, and about what you want. The people concerned should choose it."),
    )
    summary = LongField(
        label=_("The campaign in a few sentences"),
        max_length=2000,
        help_text=_("What is happening, to whom, and what you want instead. Everybody can read this."),
    )
    why = LongField(label=_("Why it matters"), required=False, max_length=10_000, rows=6)
    threats = forms.MultipleChoiceField(
        label=_("Which threats is it about?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    services = forms.MultipleChoiceField(
        label=_("Which services does it defend?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The services of the threats above are added by themselves."),
    )

    def offer(self, actor: Actor, alliance_id: Any, campaign: Campaign | None = None) -> None:
        """Fill in the threats and services to choose from; without any, the question is left out."""
        for name, choices in (
            ("threats", threats_to_choose(actor, alliance_id, campaign)),
            ("services", services_to_choose(actor, alliance_id, campaign)),
        ):
            if choices:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
            else:
                del self.fields[name]


class OpenForm(AboutForm):
    """Open a campaign."""

    publish = forms.ChoiceField(
        label=_("Who may see it now?"),
        choices=[
            ("", _("Only those who take part, while you prepare it")),
            ("yes", _("Everybody, from today")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )


class ReviseForm(AboutForm, CampaignForm):
    """Revise a campaign's description."""

    strategy = LongField(
        label=_("How do you mean to win?"),
        required=False,
        max_length=10_000,
        rows=6,
        help_text=_("Who decides, what moves them, who can move them. Only those who take part can read this."),
    )

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        self.offer(actor, campaign.alliance_id, campaign)


class CloseForm(CampaignForm):
    why = forms.CharField(
        label=_("Why is it closed?"),
        max_length=300,
        help_text=_("One sentence. Everybody can read it. You can open the campaign again at any time."),
    )


class JoinForm(CampaignForm):
    organisation = forms.ChoiceField(label=_("Which organisation do you speak for?"), widget=forms.RadioSelect)
    brings = LongField(
        label=_("What does it bring?"),
        required=False,
        max_length=2000,
        help_text=_(
            "Members to hand out leaflets, a meeting room, knowledge of the service, a printer, money. "
            "Only those who take part can read this."
        ),
    )
    is_named = forms.BooleanField(label=_("Name the organisation on the public page"), required=False, initial=True)

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        mine = [(str(body.pk), body.name) for body in could_join(actor, campaign)]
        self.choose("organisation", mine)
        if len(mine) == 1:
            self.initial.setdefault("organisation", mine[0][0])


class BringForm(CampaignForm):
    brings = LongField(label=_("What does your organisation bring?"), required=False, max_length=2000)
    is_named = forms.BooleanField(label=_("Name the organisation on the public page"), required=False)


class ReasonForm(CampaignForm):
    reason = forms.CharField(
        label=_("Why does it leave?"), max_length=300, help_text=_("Those who take part can read this.")
    )


class InviteForm(CampaignForm):
    organisation = forms.ChoiceField(
        label=_("Whom do you invite?"), help_text=_("One of its officers answers. Affiliated organisations come first.")
    )

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        self.choose("organisation", [(str(b.pk), b.name) for b in could_be_invited(campaign)], empty=True)


class DemandForm(CampaignForm):
    text = forms.CharField(
        label=_("What do you demand?"),
        max_length=400,
        help_text=_("One thing, so plain that everybody will see whether it was met."),
    )
    adopted_on = DayField(
        label=_("When was it adopted?"), required=False, help_text=_("Leave this empty while it is only proposed.")
    )
    adopted_how = forms.CharField(
        label=_("How was it adopted?"),
        required=False,
        max_length=200,
        help_text=_("For example: by a show of hands at the open meeting."),
    )


class AdoptForm(CampaignForm):
    on = DayField(label=_("When was it adopted?"), initial=clock.today)
    how = forms.CharField(label=_("How was it adopted?"), max_length=200)


class RewordForm(CampaignForm):
    text = forms.CharField(label=_("The new wording"), max_length=400)
    why = forms.CharField(
        label=_("Why is it changed?"),
        max_length=300,
        help_text=_("The old wording stays to be read, and this."),
    )


class SettleForm(CampaignForm):
    state = forms.ChoiceField(label=_("What became of it?"), choices=Demand.State.choices, widget=forms.RadioSelect)
    on = DayField(label=_("When?"), initial=clock.today)
    source = forms.CharField(label=_("How do you know?"), max_length=300, help_text=_("For example: council minutes."))
    source_url = LinkField()


class DissentForm(CampaignForm):
    organisation = forms.ChoiceField(label=_("Which organisation do you speak for?"), widget=forms.RadioSelect)
    reason = LongField(
        label=_("Why does it not share this demand?"),
        max_length=500,
        help_text=_("This is published beside the demand. Your organisation stays in the campaign."),
    )

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        mine = [(str(body.pk), body.name) for body in in_through(actor, campaign)]
        self.choose("organisation", mine)
        if len(mine) == 1:
            self.initial.setdefault("organisation", mine[0][0])


class TargetForm(CampaignForm):
    office = forms.CharField(
        label=_("Which office?"),
        required=False,
        max_length=160,
        help_text=_("For example: Leader of the council. No names of private people, no addresses."),
    )
    body = forms.ChoiceField(label=_("Which public body?"), required=False)
    can_decide = forms.CharField(
        label=_("What can they decide?"),
        required=False,
        max_length=300,
        help_text=_("For example: votes on the budget in cabinet."),
    )

    def prepare(self, actor: Actor, campaign: Campaign) -> None:
        self.choose("body", bodies_to_choose(actor), empty=True)


class PositionForm(CampaignForm):
    stance = forms.ChoiceField(
        label=pgettext_lazy("a target", "Where do they stand?"),
        choices=Position.Stance.choices,
        widget=forms.RadioSelect,
    )
    on = DayField(label=_("Since when?"), initial=clock.today)
    source = forms.CharField(label=_("How do you know?"), max_length=300, help_text=_("For example: a letter."))
    source_url = LinkField()
    reply = LongField(
        label=_("Their reply, in their own words"), required=False, max_length=5000, help_text=_("Shown to everybody.")
    )


class TaskForm(CampaignForm):
    text = forms.CharField(label=_("What is to be done?"), max_length=200)
    due_on = DayField(label=_("By when?"), required=False)


class NoteForm(CampaignForm):
    text = LongField(label=_("A note for those who take part"), max_length=5000)
