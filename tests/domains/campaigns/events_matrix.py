"""Who may do what with events, rotas and the ladder."""

from __future__ import annotations

from causeway.domains.campaigns.commands.accept_shift import AcceptShift
from causeway.domains.campaigns.commands.cancel_event import CancelEvent
from causeway.domains.campaigns.commands.choose_reminders import ChooseReminders
from causeway.domains.campaigns.commands.confirm_sign_up import ConfirmSignUp
from causeway.domains.campaigns.commands.describe_event import DescribeEvent
from causeway.domains.campaigns.commands.draw_up_rota import DrawUpRota
from causeway.domains.campaigns.commands.drop_contact import DropContact
from causeway.domains.campaigns.commands.drop_contacts import DropContacts
from causeway.domains.campaigns.commands.drop_shift import DropShift
from causeway.domains.campaigns.commands.end_rota import EndRota
from causeway.domains.campaigns.commands.forget_after_events import ForgetAfterEvents
from causeway.domains.campaigns.commands.forget_campaigner import ForgetCampaigner
from causeway.domains.campaigns.commands.hand_over_shift import HandOverShift
from causeway.domains.campaigns.commands.hide_campaigner import HideCampaigner
from causeway.domains.campaigns.commands.keep_contact import KeepContact
from causeway.domains.campaigns.commands.offer_shift import OfferShift
from causeway.domains.campaigns.commands.record_step import RecordStep
from causeway.domains.campaigns.commands.record_turn_out import RecordTurnOut
from causeway.domains.campaigns.commands.remind_of_shift import RemindOfShift
from causeway.domains.campaigns.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.campaigns.commands.reschedule_event import RescheduleEvent
from causeway.domains.campaigns.commands.send_next_step import SendNextStep
from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.commands.take_shift import TakeShift
from causeway.domains.campaigns.commands.withdraw_sign_up import WithdrawSignUp
from causeway.domains.campaigns.event_policies import SIGN_UP_LINK
from causeway.domains.campaigns.links import sign_up_url, stop_reminders_url
from causeway.domains.campaigns.rota_policies import REMINDERS_LINK
from causeway.kernel.actors import Actor, Bearer, System
from causeway.kernel.perform import perform
from tests.domains.campaigns.events_scene import (
    EVENING,
    an_ask,
    announcement,
    ask_command,
    at,
    evening_rota,
    first_shift,
    members_event,
    past_event,
    public_event,
    users_turn,
    visitors_sign_up,
)
from tests.domains.campaigns.scene import open_campaign
from tests.matrix import EVERYBODY, NOBODY, SIGNED_IN, CommandCase, PageCase
from tests.scenes import Scene

RUNS = frozenset({"coordinator"})
TAKES_PART = frozenset({"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"})


def the_system(_scene: Scene) -> Actor:
    return System("a test")


def link(scene: Scene) -> Actor:
    return Bearer(SIGN_UP_LINK, visitors_sign_up(scene).pk)


def wrong_link(scene: Scene) -> Actor:
    return Bearer(SIGN_UP_LINK, public_event(scene).pk)


def reminders_link(scene: Scene) -> Actor:
    return Bearer(REMINDERS_LINK, scene.people["user"].pk)


BY_SYSTEM = ((the_system, True),)

COMMANDS: dict[str, CommandCase] = {
    "AnnounceEvent": CommandCase(lambda s, _a: announcement(s), RUNS),
    "RescheduleEvent": CommandCase(
        lambda s, _a: RescheduleEvent(
            event_id=public_event(s).pk, starts_at=at(12, 18), ends_at=at(12, 20), place="Town hall"
        ),
        RUNS,
    ),
    "DescribeEvent": CommandCase(
        lambda s, _a: DescribeEvent(event_id=public_event(s).pk, title="Public meeting", kind="public_meeting"), RUNS
    ),
    "CancelEvent": CommandCase(lambda s, _a: CancelEvent(event_id=public_event(s).pk), RUNS),
    "RecordTurnOut": CommandCase(lambda s, _a: RecordTurnOut(event_id=public_event(s).pk, turn_out=80), RUNS),
    "SignUpForEvent": CommandCase(
        lambda s, _a: SignUpForEvent(event_id=members_event(s).pk, name="Vera", email="vera@example.org"), TAKES_PART
    ),
    "ConfirmSignUp": CommandCase(
        lambda s, _a: ConfirmSignUp(sign_up_id=visitors_sign_up(s).pk), NOBODY, ((link, True), (wrong_link, False))
    ),
    "WithdrawSignUp": CommandCase(
        lambda s, _a: WithdrawSignUp(sign_up_id=visitors_sign_up(s).pk), NOBODY, ((link, True), (wrong_link, False))
    ),
    "ForgetAfterEvents": CommandCase(lambda _s, _a: ForgetAfterEvents(), NOBODY, BY_SYSTEM),
    "ForgetCampaigner": CommandCase(
        lambda s, _a: ForgetCampaigner(person_id=s.people["rep"].pk, email="ravi@example.org"),
        NOBODY,
        BY_SYSTEM,
    ),
    "HideCampaigner": CommandCase(
        lambda s, _a: HideCampaigner(person_id=s.people["rep"].pk, email="ravi@example.org"),
        NOBODY,
        BY_SYSTEM,
    ),
    "RenewCalendarKey": CommandCase(lambda _s, _a: RenewCalendarKey(), SIGNED_IN),
    "DrawUpRota": CommandCase(
        lambda s, _a: DrawUpRota(
            campaign_id=open_campaign(s).pk,
            title="Saturday stall",
            days=(5,),
            windows=(EVENING,),
            from_date=at(1).date(),
            to_date=at(30).date(),
        ),
        RUNS,
    ),
    "EndRota": CommandCase(lambda s, _a: EndRota(rota_id=evening_rota(s).pk), RUNS),
    "TakeShift": CommandCase(lambda s, _a: TakeShift(shift_id=first_shift(s).pk), TAKES_PART),
    "OfferShift": CommandCase(lambda s, _a: OfferShift(shift_id=first_shift(s).pk, person_id=s.people["rep"].pk), RUNS),
    "HandOverShift": CommandCase(lambda s, _a: HandOverShift(turn_id=users_turn(s).pk), frozenset({"user"})),
    "AcceptShift": CommandCase(lambda s, _a: AcceptShift(turn_id=users_turn(s).pk), frozenset({"user"})),
    "DropShift": CommandCase(lambda s, _a: DropShift(turn_id=users_turn(s).pk), frozenset({"user", "coordinator"})),
    "RemindOfShift": CommandCase(lambda s, _a: RemindOfShift(turn_id=users_turn(s).pk), NOBODY, BY_SYSTEM),
    "ChooseReminders": CommandCase(
        lambda _s, _a: ChooseReminders(hours_before=None), SIGNED_IN, ((reminders_link, True), (link, False))
    ),
    "RecordStep": CommandCase(
        lambda s, _a: RecordStep(campaign_id=open_campaign(s).pk, email="vera@example.org", rung="signed"),
        NOBODY,
        BY_SYSTEM,
    ),
    "KeepContact": CommandCase(
        lambda s, _a: KeepContact(
            campaign_id=open_campaign(s).pk, controller_id=s.westbury.pk, email="vera@example.org"
        ),
        NOBODY,
    ),
    "DropContact": CommandCase(
        lambda s, _a: DropContact(
            campaign_id=open_campaign(s).pk, controller_id=s.westbury.pk, email="vera@example.org"
        ),
        NOBODY,
        BY_SYSTEM,
    ),
    "DropContacts": CommandCase(lambda _s, _a: DropContacts(), NOBODY, BY_SYSTEM),
    "AskForNextStep": CommandCase(lambda s, _a: ask_command(s), RUNS),
    "SendNextStep": CommandCase(lambda s, _a: SendNextStep(ask_id=an_ask(s).pk), NOBODY, BY_SYSTEM),
}


def slug(scene: Scene) -> dict[str, object]:
    return {"slug": open_campaign(scene).slug}


def event(scene: Scene) -> dict[str, object]:
    return {"slug": public_event(scene).slug}


def hidden_event(scene: Scene) -> dict[str, object]:
    return {"slug": members_event(scene).slug}


def over(scene: Scene) -> dict[str, object]:
    return {"slug": past_event(scene).slug}


def signed_up(scene: Scene) -> dict[str, object]:
    command = SignUpForEvent(event_id=public_event(scene).pk)
    scene.once("rep comes", lambda: perform(scene.actor("rep"), command))
    return event(scene)


def calendar_key(scene: Scene) -> dict[str, object]:
    return {"key": scene.once("key", lambda: perform(scene.actor("rep"), RenewCalendarKey())).key}


def token(url: str) -> dict[str, object]:
    return {"token": url.rstrip("/").rsplit("/", 1)[1]}


def rota(scene: Scene) -> dict[str, object]:
    return {"rota_id": evening_rota(scene).pk}


def staffed_rota(scene: Scene) -> dict[str, object]:
    users_turn(scene)
    return rota(scene)


def shift(scene: Scene) -> dict[str, object]:
    return {"shift_id": first_shift(scene).pk}


PAGES: dict[str, PageCase] = {
    "events:list": PageCase(EVERYBODY),
    "events:mine": PageCase(SIGNED_IN),
    "events:my_calendar": PageCase(EVERYBODY, calendar_key),  # the key is the secret
    "events:sign_up": PageCase(EVERYBODY, lambda s: token(sign_up_url(visitors_sign_up(s).pk))),
    "events:of_campaign": PageCase(EVERYBODY, slug),
    "events:feed": PageCase(EVERYBODY, slug),
    "events:announce": PageCase(RUNS, slug),
    "events:event": PageCase(TAKES_PART, hidden_event),
    "events:ics": PageCase(TAKES_PART, hidden_event),
    "events:withdraw": PageCase(frozenset({"rep"}), signed_up, method="post"),
    "events:who": PageCase(RUNS, event),
    "events:describe": PageCase(RUNS, event),
    "events:reschedule": PageCase(RUNS, event),
    "events:cancel": PageCase(RUNS, event),
    "events:turn_out": PageCase(RUNS, over),
    "events:record_action": PageCase(RUNS, over, method="post"),
    "rotas:mine": PageCase(SIGNED_IN),
    "rotas:reminders": PageCase(SIGNED_IN, method="post", data=lambda _s: {"hours_before": "24"}),
    "rotas:stop_reminders": PageCase(EVERYBODY, lambda s: token(stop_reminders_url(s.people["user"].pk))),
    "rotas:of_campaign": PageCase(TAKES_PART, slug),
    "rotas:draw_up": PageCase(RUNS, slug),
    "rotas:shift": PageCase(TAKES_PART, shift),
    "rotas:offer": PageCase(RUNS, shift, method="post", data=lambda _s: {"person": "nobody"}),
    "rotas:turn": PageCase(frozenset({"user"}), lambda s: {"turn_id": users_turn(s).pk}),
    "rotas:rota": PageCase(TAKES_PART, rota),
    "rotas:roster": PageCase(frozenset({"user", "coordinator"}), staffed_rota),
    "rotas:end": PageCase(RUNS, rota),
    "ladder:ladder": PageCase(TAKES_PART, slug),
    "ladder:ask": PageCase(RUNS, slug),
    "ladder:asked": PageCase(RUNS, lambda s: {"ask_id": an_ask(s).pk}),
}
