"""The pages of card votes: calling one, casting a card, and the cards as a file."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from causeway.domains.alliances.web.pages import form_page
from causeway.domains.assemblies import card_policies, card_queries, queries
from causeway.domains.assemblies.bodies import body_at
from causeway.domains.assemblies.card_publishing import cards_as_csv
from causeway.domains.assemblies.cards import checked_card
from causeway.domains.assemblies.commands.call_card_vote import CallCardVote
from causeway.domains.assemblies.commands.cast_card import CastCard
from causeway.domains.assemblies.web.bodies import crumbs_to
from causeway.domains.assemblies.web.card_forms import CardForm, CardVoteForm
from causeway.domains.assemblies.web.views import FORM, crumbs_of
from causeway.domains.assemblies.web.voting import as_file
from causeway.kernel.errors import Invalid, Missing
from causeway.kernel.web import actor_of, perform_form, tell


@require_http_methods(FORM)
def call(request: HttpRequest, room: str, slug: str) -> HttpResponse:
    """Call a card vote of an alliance."""
    actor, body = actor_of(request), body_at(room, slug)
    card_policies.may_call_card_vote.require(actor, body)
    form = CardVoteForm(request.POST or None)
    made = perform_form(actor, form, lambda: CallCardVote(body_id=body.pk, **form.as_fields()))
    if made:
        messages.success(request, _("The card vote is called. Settle the roll, so that everybody sees the cards."))
        return redirect(made)
    return form_page(
        request,
        form,
        heading=_("Call a card vote"),
        button=_("Call it"),
        lede=_("Each organisation has as many votes as it has declared members. Cards are public."),
        crumbs=crumbs_to(body),
        back=body.get_absolute_url(),
    )


@never_cache
@require_http_methods(FORM)
def cast(request: HttpRequest, card_id: UUID) -> HttpResponse:
    """Fill the card in, look at it, then cast it: nothing is cast before the second button."""
    actor = actor_of(request)
    card = card_queries.card_to_cast(actor, card_id)
    card_policies.may_cast_card.require(actor, card)
    process = card.vote.process
    form = CardForm(request.POST or None, card=card, names=card_queries.options_of(process.ballot))
    context = {"card": card, "process": process, "form": form, "crumbs": crumbs_of(process, within=True)}
    if request.method == "POST" and _holds(form):
        if request.POST.get("do") == "cast":
            if perform_form(
                actor,
                form,
                lambda: CastCard(card_id=card.pk, votes=form.votes(), mandate=form.cleaned_data["mandate"]),
            ):
                said = _("The card of %(organisation)s is cast.") % {"organisation": card.name}
                messages.success(request, said)
                return redirect(process)
        elif request.POST.get("do") != "edit":
            kept = [(name, value) for name in form.fields for value in request.POST.getlist(name)]
            return render(request, "assemblies/card_look.html", context | {"words": form.in_words(), "kept": kept})
    return render(request, "assemblies/card.html", context, status=422 if form.errors else 200)


def _holds(form: CardForm) -> bool:
    """Whether the card can be cast as it is filled in; otherwise the form says why not."""
    if not form.is_valid():
        return False
    try:
        checked_card(form.card, form.card.vote, form.votes(), options=len(form.names))
    except Invalid as invalid:
        tell(form, invalid)
        return False
    return True


@require_safe
def cards_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """All cards, once they are counted."""
    process = queries.process_at(actor_of(request), slug)
    if not card_queries.is_card_vote(process) or process.ballot.counted_at is None:
        raise Missing
    cards = card_queries.cards_of(card_queries.card_vote_of(process))
    content = cards_as_csv(card_queries.options_of(process.ballot), cards)
    return as_file(content, f"{process.slug}-cards.csv", "text/csv")
