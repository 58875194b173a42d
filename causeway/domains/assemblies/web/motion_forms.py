"""The forms of motions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.models import Meeting, Organisation
from causeway.domains.alliances.web.forms import DateInput
from causeway.domains.assemblies.models import Amendment, Motion, Phase, Position, Process, StandingOrders
from causeway.domains.assemblies.phases import BY_HAND, Stretch
from causeway.domains.assemblies.web.forms import SetUpForm
from causeway.domains.assemblies.wordings import BEGINNING, Paragraph, Paragraphs
from causeway.domains.campaigns.models import Campaign
from causeway.kernel import clock

LAST_MINUTE = time(23, 59)
SHOWN_OF_A_PARAGRAPH = 60


def end_of(day: Any) -> datetime:
    """The last minute of a day, by the clock on the wall."""
    return timezone.make_aware(datetime.combine(day, LAST_MINUTE))


class OrdersForm(forms.Form):
    """What is decided, and the standing orders: the half that all processes with motions share."""

    title = forms.CharField(label=_("What shall it be called?"), max_length=160)
    about = SetUpForm.base_fields["about"]
    why_here = SetUpForm.base_fields["why_here"]
    movers = forms.ChoiceField(
        label=_("Who moves, amends and seconds?"), choices=StandingOrders.Movers.choices, widget=forms.RadioSelect
    )
    seconders = forms.IntegerField(label=_("How many seconders are needed?"), min_value=0, max_value=50)
    becomes = forms.ChoiceField(
        label=_("What does a text become that is carried?"),
        choices=StandingOrders.Becomes.choices,
        widget=forms.RadioSelect,
    )
    addressed_to = forms.CharField(
        label=_("Whom is the letter addressed to?"),
        max_length=200,
        required=False,
        help_text=_("Only for an open letter. For example “Westbury Council”."),
    )
    campaign = forms.ChoiceField(
        label=_("Of which campaign does it become a demand?"),
        required=False,
        help_text=_("Only for a demand. A text of more than 400 letters is carried over by its title."),
    )
    result_for = forms.ChoiceField(
        label=_("Who may read the motions and what became of them?"),
        choices=Process.Audience.choices,
        widget=forms.RadioSelect,
        initial=Process.Audience.MEMBERS,
        help_text=_("An open letter is for everybody. Names of people who move and second are never shown outside."),
    )
    threshold = SetUpForm.base_fields["threshold"]
    quorum_percent = SetUpForm.base_fields["quorum_percent"]
    section = SetUpForm.base_fields["section"]

    folded = ["threshold", "quorum_percent", "section"]
    folded_words = _("Thresholds, quorum and sections")
    folded_hint = _("As it stands, everybody who belongs votes, and more yes than no carries it.")

    def __init__(
        self, *args: Any, has_sections: bool, why_here: str, campaigns: Sequence[Campaign], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_here"].help_text = why_here
        if not has_sections:
            del self.fields["section"]
        if not campaigns:
            del self.fields["campaign"]
            kinds = [choice for choice in StandingOrders.Becomes.choices if choice[0] != StandingOrders.Becomes.DEMAND]
            self.fields["becomes"].choices = kinds  # type: ignore[attr-defined]
        else:
            listed = [("", _("Choose one")), *((str(one.pk), one.name) for one in campaigns)]
            self.fields["campaign"].choices = listed  # type: ignore[attr-defined]

    @property
    def unfolds(self) -> bool:
        """Whether the folded fields hold an error, and so must be seen."""
        return any(name in self.errors for name in self.folded)

    def orders(self) -> dict[str, Any]:
        """What the command is given, but for the phases."""
        given = {name: value for name, value in self.cleaned_data.items() if name in OrdersForm.base_fields}
        given["campaign_id"] = given.pop("campaign", "") or None
        given["quorum_percent"] = given["quorum_percent"] or 0
        return given


class CallForm(OrdersForm):
    """Call for motions by a ready blueprint: two days say how long each step lasts."""

    propose_on = forms.DateField(label=_("Motions can be moved until the end of"), widget=DateInput)
    amend_on = forms.DateField(
        label=_("They can be amended and seconded until the end of"),
        widget=DateInput,
        help_text=_("Then the text lies still, and you put amendments and motions to the vote."),
    )

    field_order = [
        "title",
        "about",
        "why_here",
        "movers",
        "seconders",
        "becomes",
        "addressed_to",
        "campaign",
        "propose_on",
        "amend_on",
        "result_for",
    ]

    def add_error(self, field: Any, error: Any) -> None:
        """What is wrong with a phase stands at the day that ends it."""
        names = {"propose": "propose_on", "amend": "amend_on", "second": "amend_on"}
        super().add_error(names.get(field, field), error)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        now = clock.now()
        proposed, amended = end_of(self.cleaned_data["propose_on"]), end_of(self.cleaned_data["amend_on"])
        phases = (
            Stretch(Phase.Kind.PROPOSE, now, proposed),
            Stretch(Phase.Kind.AMEND, now, amended),
            Stretch(Phase.Kind.SECOND, now, amended),
        )
        return self.orders() | {"phases": phases}


class MomentInput(forms.DateTimeInput):
    """The browser's own field for a day and an hour."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class ByHandForm(OrdersForm):
    """Put a process together by hand: for each phase when it opens and closes, or nothing."""

    field_order = [
        "title",
        "about",
        "why_here",
        *(f"{side}_{kind}" for kind in BY_HAND for side in ("opens", "closes")),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in BY_HAND:
            opens, closes = (
                _("%(phase)s: opens") % {"phase": kind.label},
                _("%(phase)s: closes") % {"phase": kind.label},
            )
            self.fields[f"opens_{kind}"] = forms.DateTimeField(label=opens, required=False, widget=MomentInput())
            self.fields[f"closes_{kind}"] = forms.DateTimeField(
                label=closes, required=False, widget=MomentInput(), help_text=_("Leave both empty to leave it out.")
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """A phase has both ends or none."""
        given = super().clean() or {}
        for kind in BY_HAND:
            opens, closes = given.get(f"opens_{kind}"), given.get(f"closes_{kind}")
            if bool(opens) != bool(closes):
                self.add_error(f"{'closes' if opens else 'opens'}_{kind}", _("Give both times, or none."))
        return given

    def add_error(self, field: Any, error: Any) -> None:
        """What is wrong with a phase stands at its beginning."""
        super().add_error(f"opens_{field}" if field in BY_HAND else field, error)

    def as_fields(self) -> dict[str, Any]:
        """What the command is given."""
        given = self.cleaned_data
        phases = tuple(
            Stretch(kind, given[f"opens_{kind}"], given[f"closes_{kind}"]) for kind in BY_HAND if given[f"opens_{kind}"]
        )
        return self.orders() | {"phases": phases}


class ForOrganisationForm(forms.Form):
    """A form that an officer may fill in for one of several organisations; without a choice where people act."""

    organisation = forms.ChoiceField(label=_("For which organisation?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisations: Sequence[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not organisations:
            del self.fields["organisation"]
            return
        field = self.fields["organisation"]
        field.choices = [(str(one.pk), one.name) for one in organisations]  # type: ignore[attr-defined]
        field.initial = str(organisations[0].pk)

    def add_error(self, field: Any, error: Any) -> None:
        """What a command says of the organisation stands at the choice, where there is one."""
        names = {"organisation_id": "organisation"}
        super().add_error(names.get(field, field), error)

    def given(self) -> dict[str, Any]:
        """What the command is given."""
        fields = dict(self.cleaned_data)
        fields["organisation_id"] = fields.pop("organisation", None) or None
        return fields


class MotionForm(ForOrganisationForm):
    """Move a motion."""

    title = forms.CharField(label=_("Title"), max_length=160)
    text = forms.CharField(
        label=_("The text that is to be carried"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Write what the body decides. Leave an empty line between paragraphs: each can be amended by itself."
        ),
    )
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("This is not part of the text, and is not voted on."),
    )
    field_order = ["organisation"]


class AmendmentForm(ForOrganisationForm):
    """Move an amendment."""

    paragraph = forms.ChoiceField(label=_("Which paragraph does it touch?"))
    action = forms.ChoiceField(
        label=_("What does it do?"),
        choices=Amendment.Action.choices,
        widget=forms.RadioSelect,
        initial=Amendment.Action.REWORD,
    )
    text = forms.CharField(
        label=_("The new words of the paragraph"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("The whole paragraph as it shall read. Leave this empty to strike it out."),
    )
    reason = forms.CharField(label=_("Why?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    field_order = ["organisation"]

    def __init__(self, *args: Any, paragraphs: Paragraphs, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.number, f"{one.number}: {_shortened(one.words)}") for one in paragraphs if one.words]
        before = (BEGINNING, _("Before the first (only to add one)"))
        self.fields["paragraph"].choices = [*choices, before]  # type: ignore[attr-defined]


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= SHOWN_OF_A_PARAGRAPH else f"{line[: SHOWN_OF_A_PARAGRAPH - 1]}…"


class PositionForm(ForOrganisationForm):
    """Say where an organisation stands."""

    stance = forms.ChoiceField(
        label=_("Where does it stand?"), choices=Position.Stance.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Needed where it dissents. It stands beside the text, for whoever reads that."),
    )
    field_order = ["organisation"]


class FindTextForm(forms.Form):
    """Look for an adopted text."""

    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *StandingOrders.Becomes.choices])


class CompositeForm(MotionForm):
    """Write one text for several motions."""

    sources = forms.MultipleChoiceField(label=_("Which motions are merged?"), widget=forms.CheckboxSelectMultiple)
    field_order = ["organisation", "sources"]

    def __init__(self, *args: Any, motions: Sequence[Motion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sources"].choices = [(str(one.pk), one.title) for one in motions]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """What the command is given."""
        fields = super().given()
        fields["source_ids"] = tuple(UUID(one) for one in fields.pop("sources"))
        return fields


class DivideForm(forms.Form):
    """The part in which each paragraph is voted on."""

    def __init__(self, *args: Any, paragraphs: Sequence[Paragraph], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.numbers = [one.number for one in paragraphs]
        for place, one in enumerate(paragraphs, start=1):
            label = _("Paragraph %(n)s is voted on in part") % {"n": one.number}
            box = forms.IntegerField(label=label, min_value=1, max_value=len(paragraphs), initial=place)
            box.help_text = _shortened(one.words)
            self.fields[f"part_{one.number}"] = box

    def add_error(self, field: Any, error: Any) -> None:
        """What is wrong with the whole stands at the first box."""
        super().add_error(f"part_{self.numbers[0]}" if field == "parts" else field, error)

    def parts(self) -> tuple[tuple[str, ...], ...]:
        """What the command is given."""
        named: dict[int, list[str]] = {}
        for number in self.numbers:
            named.setdefault(self.cleaned_data[f"part_{number}"], []).append(number)
        return tuple(tuple(named[part]) for part in sorted(named))


class MeetingForm(forms.Form):
    """Which meeting is asked."""

    meeting = forms.ChoiceField(label=_("At which meeting?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [(str(one.pk), one.title) for one in meetings]  # type: ignore[attr-defined]
        if meetings:
            self.fields["meeting"].initial = str(meetings[0].pk)
