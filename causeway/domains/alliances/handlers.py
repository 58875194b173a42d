"""What follows from this room's events: letters to those who are to answer, or who planned to come."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from causeway.domains.alliances import events
from causeway.domains.alliances.bodies import body_of, body_with
from causeway.domains.alliances.letters import addresses_of, leaders_of, write
from causeway.domains.alliances.models import (
    AffiliationProposal,
    Alliance,
    Meeting,
    MeetingReply,
    OfficeOffer,
    Organisation,
    Placement,
)
from causeway.domains.people.commands.watch_domains import WatchDomains
from causeway.domains.people.events import RequestReceived
from causeway.domains.people.queries import request_to_answer
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def ask_other_side(event: events.AffiliationProposed) -> None:
    """Tell those who are to answer a proposed affiliation."""
    rows = AffiliationProposal.objects.select_related("alliance", "organisation")
    proposal = rows.filter(pk=event.proposal_id, status=AffiliationProposal.Status.PROPOSED).first()
    if proposal is None:
        return
    named = {"organisation": proposal.organisation.name, "alliance": proposal.alliance.name}
    if proposal.side == AffiliationProposal.Side.ALLIANCE:
        to, sentence = leaders_of(proposal.organisation), _("“%(alliance)s” invites “%(organisation)s” to join it.")
    else:
        to, sentence = leaders_of(proposal.alliance), _("“%(organisation)s” applies to join “%(alliance)s”.")
    write(
        to,
        subject=_("An affiliation is proposed"),
        sentence=sentence % named,
        address=reverse("alliances:proposal", kwargs={"proposal_id": proposal.pk}),
        link_words=_("Read and answer it"),
        why=_("You get this letter because you hold an office there."),
    )


def watch_domains(event: events.EmployerDomainsListed) -> None:
    """Let the accounts' room warn whoever uses an address at one of the listed employers."""
    alliance = Alliance.objects.filter(pk=event.alliance_id).first()
    if alliance is not None:
        command = WatchDomains(scope=alliance.pk, domains=tuple(alliance.employer_domains))
        perform(System("an alliance listed employers’ e-mail domains"), command)


def ask_larger_alliance(event: events.PlacementAsked) -> None:
    """Tell the coordinators of the larger alliance that another asks to stand in it."""
    rows = Placement.objects.select_related("child", "parent")
    placement = rows.filter(pk=event.placement_id, status=Placement.Status.ASKED).first()
    if placement is None:
        return
    write(
        leaders_of(placement.parent),
        subject=_("An alliance asks for a place in yours"),
        sentence=_("“%(child)s” asks to stand in “%(parent)s”.")
        % {"child": placement.child.name, "parent": placement.parent.name},
        address=placement.parent.get_absolute_url(),
        link_words=_("Answer on your alliance’s page"),
        why=_("You get this letter because you coordinate this alliance."),
    )


def tell_officers_of_request(event: events.MembershipAsked) -> None:
    """Tell an organisation's officers that somebody asks to join; the letter does not say who."""
    organisation = Organisation.objects.filter(pk=event.organisation_id).first()
    if organisation is None:
        return
    write(
        leaders_of(organisation),
        subject=_("Somebody asks to join"),
        sentence=_("Somebody asks to join “%(organisation)s”.") % {"organisation": organisation.name},
        address=reverse("organisations:members", kwargs={"slug": organisation.slug}),
        link_words=_("See who, and confirm them"),
        why=_("You get this letter because you are an officer of this organisation."),
    )


def tell_of_rights_request(event: RequestReceived) -> None:
    """Tell those who run a body that somebody asks it about their data; the letter says neither who nor what."""
    request = request_to_answer(event.request_id)
    body = body_with(request.controller_id) if request and request.controller_id else None
    if request is None or request.answer_by is None or body is None:
        return
    write(
        leaders_of(body),
        subject=_("Somebody asks about their data"),
        sentence=_(
            "Somebody asks “%(body)s” about the data that it holds about them. Answer by %(day)s: the law says so."
        )
        % {"body": body.name, "day": date_format(request.answer_by, "j F Y")},
        address=reverse("people:desk_request", kwargs={"request_id": request.pk}),
        link_words=_("Read and answer it"),
        why=_("You get this letter because you run it."),
    )


def send_offer(event: events.OfficeOffered) -> None:
    """Write to the address to which an office was offered."""
    rows = OfficeOffer.objects.select_related("office", "office__alliance", "office__organisation")
    offer = rows.filter(pk=event.offer_id, status=OfficeOffer.Status.OFFERED).first()
    if offer is None:
        return
    write(
        [offer.email],
        subject=_("An office is offered to you"),
        sentence=_("You are asked to be %(title)s of “%(body)s”.")
        % {"title": offer.office.title, "body": body_of(offer.office).name},
        address=reverse("offices:answer", kwargs={"offer_id": offer.pk}),
        link_words=_("Read and answer it, signed in with this address; without an account, sign up with it first"),
        why=_("You get this letter because somebody there gave us your address. It is forgotten if you decline."),
    )


def tell_of_new_time(event: events.MeetingRearranged) -> None:
    """Tell those who said they come that a meeting moved."""
    _tell_those_coming(event.meeting_id, subject=_("A meeting has moved"), cancelled=False)


def tell_of_cancellation(event: events.MeetingCancelled) -> None:
    """Tell those who said they come that a meeting is cancelled."""
    _tell_those_coming(event.meeting_id, subject=_("A meeting is cancelled"), cancelled=True)


def _tell_those_coming(meeting_id: UUID, *, subject: str, cancelled: bool) -> None:
    meeting = Meeting.objects.filter(pk=meeting_id).first()
    if meeting is None:
        return
    coming = meeting.replies.filter(answer=MeetingReply.Answer.COMING).values_list("sealed_person", flat=True)
    if cancelled:
        sentence = _("“%(title)s” is cancelled: %(reason)s")
    else:
        sentence = _("“%(title)s” is now on %(when)s. Place: %(place)s")
    when = date_format(timezone.localtime(meeting.starts_at), "l j F Y, g:i a")
    named = {"title": meeting.title, "reason": meeting.cancel_reason, "when": when, "place": meeting.place or "–"}
    write(
        addresses_of(UUID(person_id) for person_id in coming),
        subject=subject,
        sentence=sentence % named,
        address=meeting.get_absolute_url(),
        link_words=_("See the meeting"),
        why=_("You get this letter because you said that you come."),
    )
