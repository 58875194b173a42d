"""Where something is: a postcode or a town is enough; whoever knows better gives degrees."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from causeway.domains.services.places import LONGEST, nearest_town, place_of


class PlacedForm(forms.Form):
    """A form with a place for the map. ``cleaned_data`` holds ``latitude`` and ``longitude``, both or neither."""

    near = forms.CharField(
        label=_("Postcode or nearest large town"),
        required=False,
        max_length=LONGEST,
        help_text=_("Puts it on the map near that town. For example: M6 5FS, M6 or Salford."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    latitude = forms.FloatField(
        label=_("Latitude"), required=False, help_text=_("In degrees, north of the equator. For example 53.4838.")
    )
    longitude = forms.FloatField(
        label=_("Longitude"), required=False, help_text=_("West of Greenwich is negative. For example -2.2931.")
    )
    folded = ("latitude", "longitude")
    folded_words = _("Give the exact point instead")
    folded_hint = _(
        "Most maps show a point’s latitude and longitude when you press on it for long, or click with the right "
        "button. Where you give them, they count rather than the postcode or the town."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = self.get_initial_for_field(self.fields["latitude"], "latitude")
        east = self.get_initial_for_field(self.fields["longitude"], "longitude")
        if known is not None and east is not None:
            words = _("It stands on the map near %(town)s. Fill this in only to move it.")
            self.fields["near"].help_text = words % {"town": nearest_town(known, east).name}

    @property
    def unfolds(self) -> bool:
        """Whether the exact point is shown at once: where it was typed, or something is wrong with it."""
        return self.is_bound and any(self.errors.get(name) or self.data.get(name) for name in self.folded)

    def clean(self) -> dict[str, Any]:
        """Find the place of the postcode or town, unless the exact point was changed by hand."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        near = given.pop("near", "")
        typed = [name for name in self.folded if name in self.changed_data and given.get(name) is not None]
        if not near or typed:
            return given
        place = place_of(near)
        if place is None:
            sentence = _("We do not know that place. Try the first half of a postcode, or a larger town nearby.")
            self.add_error("near", sentence)
            return given
        return {**given, "latitude": place.latitude, "longitude": place.longitude}
