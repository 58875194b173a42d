"""The page on which somebody chooses whether to get letters about the votes of a body."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from causeway.domains.alliances.web.pages import question_page
from causeway.domains.assemblies import policies
from causeway.domains.assemblies.bodies import body_at
from causeway.domains.assemblies.commands.choose_vote_letters import ChooseVoteLetters
from causeway.domains.assemblies.elector_letters import wants_letters, wording_for
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.kernel.perform import perform
from causeway.kernel.web import actor_of


@require_http_methods(["GET", "HEAD", "POST"])
def letters(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    """One button: on, or off."""
    actor, body = actor_of(request), body_at(room, slug)
    policies.may_choose_letters.require(actor, body)
    has_them = wants_letters(actor, body)
    if request.method == "POST":
        perform(actor, ChooseVoteLetters(body_id=body.pk, wanted=not has_them))
        said = _("You get no more letters about votes.") if has_them else _("You get letters about votes from now on.")
        messages.success(request, said)
        return redirect("assemblies:list", room=room, slug=slug)
    lede = _("You get letters about votes. You agreed to this: “%(wording)s”") if has_them else "%(wording)s"
    return question_page(
        request,
        heading=_("Stop letters about votes?") if has_them else _("Letters about votes"),
        lede=lede % {"wording": wording_for(body)},
        button=_("Stop them") if has_them else _("I agree: write to me"),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )
