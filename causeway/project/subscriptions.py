"""Which event wakes which handler: the one table.

A handler takes the event and does one thing: performs a command as ``System``, or sends a letter. It runs in
a job of its own after the change is stored, and is tried again where it fails.
"""

from __future__ import annotations

from causeway.domains.alliances import events as alliances
from causeway.domains.alliances import handlers as alliances_handlers
from causeway.domains.alliances import leaving_handlers as alliances_leaving
from causeway.domains.assemblies import committee_events as committees
from causeway.domains.assemblies import (
    committee_handlers,
    letter_events,
    letter_handlers,
    mandate_handlers,
    mediation_handlers,
    motion_handlers,
    polis_events,
    polis_handlers,
    recall_handlers,
)
from causeway.domains.assemblies import events as assemblies
from causeway.domains.assemblies import leaving_handlers as assemblies_leaving
from causeway.domains.assemblies import mandate_events as mandates
from causeway.domains.assemblies import recall_events as recalls
from causeway.domains.budgets import leaving_handlers as budgets_leaving
from causeway.domains.campaigns import event_handlers, facts, ladder_handlers, participation_handlers, rota_handlers
from causeway.domains.campaigns import events as campaigns
from causeway.domains.campaigns import leaving_handlers as campaigns_leaving
from causeway.domains.impact import leaving_handlers as impact_leaving
from causeway.domains.people import events as people
from causeway.domains.people import handlers as people_handlers
from causeway.domains.petitions import events as petitions
from causeway.domains.petitions import handlers as petition_handlers
from causeway.domains.petitions import leaving_handlers as petitions_leaving
from causeway.domains.petitions import paper_handlers
from causeway.domains.services import events as services
from causeway.domains.services import handlers_register, handlers_tenders, handlers_threats
from causeway.domains.services import leaving_handlers as services_leaving
from causeway.kernel.outbox import Subscriptions, in_turn

SUBSCRIPTIONS: Subscriptions = {
    alliances.AffiliationProposed: (alliances_handlers.ask_other_side,),
    alliances.EmployerDomainsListed: (alliances_handlers.watch_domains,),
    alliances.PlacementAsked: (alliances_handlers.ask_larger_alliance,),
    alliances.MembershipAsked: (alliances_handlers.tell_officers_of_request,),
    alliances.OfficeOffered: (alliances_handlers.send_offer,),
    alliances.MeetingRearranged: (alliances_handlers.tell_of_new_time,),
    alliances.MeetingCancelled: (alliances_handlers.tell_of_cancellation,),
    letter_events.VoteLettersChosen: (letter_handlers.keep_wish,),
    polis_events.PolisExportBrought: (polis_handlers.read_export,),
    polis_events.PolisExportAccepted: (polis_handlers.take_in_export,),
    people.RequestLodged: (people_handlers.ask_to_confirm_request,),
    people.RequestReceived: (
        people_handlers.tell_that_request_runs,
        people_handlers.erase_address_that_asked,
        alliances_handlers.tell_of_rights_request,
    ),
    people.RequestAcknowledged: (people_handlers.tell_that_request_moved,),
    people.RequestAnswered: (people_handlers.tell_that_request_moved,),
    people.AccountClosing: (people_handlers.tell_that_account_closes,),
    campaigns.OrganisationInvited: (participation_handlers.ask_invited,),
    campaigns.OrganisationAskedToJoin: (participation_handlers.tell_organisers_of_request,),
    campaigns.RequestToJoinAnswered: (participation_handlers.tell_answer,),
    people.PersonErased: (
        in_turn(
            "forget_person_in_every_room",
            budgets_leaving.forget,
            committee_handlers.forget,
            assemblies_leaving.forget,
            motion_handlers.forget,
            petitions_leaving.forget,
            impact_leaving.forget,
            campaigns_leaving.forget,
            services_leaving.forget,
            alliances_leaving.forget,
            people_handlers.forget_address,
        ),
    ),
    people.PersonHidden: (
        budgets_leaving.hide,
        petitions_leaving.hide,
        impact_leaving.hide,
        campaigns_leaving.hide,
        alliances_leaving.hide,
    ),
    facts.SignUpAwaitsConfirmation: (event_handlers.ask_to_confirm,),
    facts.SignUpCounted: (event_handlers.welcome, event_handlers.keep_consent),
    facts.PlaceFreed: (event_handlers.tell_of_place,),
    facts.EventRescheduled: (event_handlers.tell_of_change,),
    facts.EventCancelled: (event_handlers.tell_of_cancellation,),
    facts.TurnOutRecorded: (event_handlers.note_who_came,),
    facts.ShiftOffered: (rota_handlers.ask_person,),
    facts.ShiftDroppedLate: (rota_handlers.tell_organisers_of_gap,),
    facts.ShiftsCalledOff: (rota_handlers.tell_of_shifts_called_off,),
    facts.ShiftComesNear: (rota_handlers.remind,),
    services.ThreatPublished: (handlers_threats.tell_coordinators,),
    services.ContractEndCameNear: (handlers_tenders.tell_of_contract_end,),
    services.ServicesFeedReceived: (handlers_register.read_received_feed,),
    services.ServicesAccepted: (handlers_register.take_in_accepted_feed,),
    services.TenderPackageReceived: (handlers_tenders.read_received_package,),
    facts.NextStepAsked: (ladder_handlers.send_ask,),
    committees.SeatOffered: (committee_handlers.tell_elected,),
    committees.SeatVacated: (committee_handlers.ask_candidates,),
    committees.VacancyFilled: (committee_handlers.tell_filler,),
    recalls.RecallOpened: (recall_handlers.tell_of_petition,),
    recalls.RecallPutToVote: (recall_handlers.tell_of_vote,),
    recalls.RecallEnded: (recall_handlers.tell_of_end,),
    mandates.ReportComesDue: (mandate_handlers.remind,),
    petitions.PetitionSigned: (petition_handlers.send_confirmation_letter,),
    petitions.SignatureConfirmed: (petition_handlers.settle, petition_handlers.tally_new_signatures),
    petitions.UpdatePosted: (petition_handlers.deliver_update,),
    petitions.PetitionHandedIn: (paper_handlers.note_action,),
    assemblies.BallotCounted: (motion_handlers.settle,),
    assemblies.MediationOpened: (mediation_handlers.tell_organisations,),
    assemblies.MediatorNamed: (mediation_handlers.ask_mediator,),
    petitions.SheetLost: (paper_handlers.tell_of_lost_sheet,),
}
