"""Who may open which page, and press which button, of the campaigns themselves; and their API."""

from __future__ import annotations

from tests.domains.campaigns.campaign_matrix import RUNNERS, TAKING_PART
from tests.domains.campaigns.scene import (
    action,
    closed_campaign,
    demand,
    dissent,
    draft_campaign,
    gain,
    note,
    offer,
    open_campaign,
    participation,
    position,
    request_to_join,
    taken_task,
    target,
    task,
)
from tests.matrix import EVERYBODY, ApiCase, PageCase, fields

PAGES: dict[str, PageCase] = {
    "campaigns:directory": PageCase(EVERYBODY),
    "campaigns:open": PageCase(RUNNERS, lambda s: {"alliance": s.westbury.slug}),
    "campaigns:page": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:members": PageCase(TAKING_PART, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:demands": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:targets": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:actions": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:results": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:record": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:record_json": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:code": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:action": PageCase(EVERYBODY, lambda s: {"slug": open_campaign(s).slug, "action_id": action(s).pk}),
    "campaigns:revise": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:close": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:publish": PageCase(RUNNERS, lambda s: {"slug": draft_campaign(s).slug}, method="post"),
    "campaigns:reopen": PageCase(RUNNERS, lambda s: {"slug": closed_campaign(s).slug}, method="post"),
    "campaigns:offer": PageCase(TAKING_PART, lambda s: {"slug": open_campaign(s).slug}, method="post"),
    "campaigns:appoint": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "role_id": offer(s).pk}, method="post"
    ),
    "campaigns:stand_down": PageCase(
        frozenset({"coordinator", "user"}),
        lambda s: {"slug": open_campaign(s).slug, "role_id": offer(s).pk},
        method="post",
    ),
    "campaigns:join": PageCase(
        frozenset({"rep", "user_officer", "outsider"}), lambda s: {"slug": open_campaign(s).slug}
    ),
    "campaigns:invite": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:bring": PageCase(
        frozenset({"user_officer"}), lambda s: {"slug": open_campaign(s).slug, "participation_id": participation(s).pk}
    ),
    "campaigns:leave": PageCase(
        frozenset({"user_officer"}), lambda s: {"slug": open_campaign(s).slug, "participation_id": participation(s).pk}
    ),
    "campaigns:welcome": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "participation_id": request_to_join(s).pk}, method="post"
    ),
    "campaigns:decline": PageCase(
        frozenset({"coordinator", "outsider"}),
        lambda s: {"slug": open_campaign(s).slug, "participation_id": request_to_join(s).pk},
        method="post",
    ),
    "campaigns:raise_demand": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:adopt_demand": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug, "demand_id": demand(s).pk}),
    "campaigns:reword_demand": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug, "demand_id": demand(s).pk}),
    "campaigns:settle_demand": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug, "demand_id": demand(s).pk}),
    "campaigns:demand_up": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "demand_id": demand(s).pk}, method="post"
    ),
    "campaigns:demand_down": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "demand_id": demand(s).pk}, method="post"
    ),
    "campaigns:dissent": PageCase(
        frozenset({"user_officer"}), lambda s: {"slug": participation(s).campaign.slug, "demand_id": demand(s).pk}
    ),
    "campaigns:end_dissent": PageCase(
        frozenset({"user_officer"}),
        lambda s: {"slug": open_campaign(s).slug, "dissent_id": dissent(s).pk},
        method="post",
    ),
    "campaigns:name_target": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:correct_target": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug, "target_id": target(s).pk}),
    "campaigns:drop_target": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "target_id": target(s).pk}, method="post"
    ),
    "campaigns:restore_target": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "target_id": target(s).pk}, method="post"
    ),
    "campaigns:record_position": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "target_id": target(s).pk}
    ),
    "campaigns:withdraw_position": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "position_id": position(s).pk}, method="post"
    ),
    "campaigns:restore_position": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "position_id": position(s).pk}, method="post"
    ),
    "campaigns:add_task": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:take_task": PageCase(
        TAKING_PART, lambda s: {"slug": open_campaign(s).slug, "task_id": task(s).pk}, method="post"
    ),
    "campaigns:hand_back_task": PageCase(
        frozenset({"coordinator", "user"}),
        lambda s: {"slug": open_campaign(s).slug, "task_id": taken_task(s).pk},
        method="post",
    ),
    "campaigns:finish_task": PageCase(
        frozenset({"coordinator", "user"}),
        lambda s: {"slug": open_campaign(s).slug, "task_id": taken_task(s).pk},
        method="post",
    ),
    "campaigns:reopen_task": PageCase(
        frozenset({"coordinator", "user"}),
        lambda s: {"slug": open_campaign(s).slug, "task_id": taken_task(s).pk},
        method="post",
    ),
    "campaigns:drop_task": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "task_id": task(s).pk}, method="post"
    ),
    "campaigns:restore_task": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "task_id": task(s).pk}, method="post"
    ),
    "campaigns:write_note": PageCase(TAKING_PART, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:withdraw_note": PageCase(
        frozenset({"coordinator", "user"}),
        lambda s: {"slug": open_campaign(s).slug, "note_id": note(s).pk},
        method="post",
    ),
    "campaigns:restore_note": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "note_id": note(s).pk}, method="post"
    ),
    "campaigns:record_action": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:correct_action": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug, "action_id": action(s).pk}),
    "campaigns:withdraw_action": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "action_id": action(s).pk}
    ),
    "campaigns:restore_action": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "action_id": action(s).pk}, method="post"
    ),
    "campaigns:record_gain": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:record_obstacle": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:record_unintended": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
    "campaigns:withdraw_result": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "result_id": gain(s).pk}, method="post"
    ),
    "campaigns:restore_result": PageCase(
        RUNNERS, lambda s: {"slug": open_campaign(s).slug, "result_id": gain(s).pk}, method="post"
    ),
    "campaigns:record_outcome": PageCase(RUNNERS, lambda s: {"slug": open_campaign(s).slug}),
}
LISTED = frozenset({"total", "page", "pages", "campaigns"})
RECORD = frozenset(
    {
        "slug",
        "name",
        "url",
        "alliance",
        "summary",
        "stage",
        "outcome",
        "opened_on",
        "closed_on",
        "why",
        "closed_why",
        "services",
        "threats",
        "demands",
        "targets",
        "organisations",
        "organisations_not_named",
        "actions",
        "gains",
        "obstacles",
        "unintended_results",
        "outcomes",
    }
)
FACT = fields("kind on text source source_url")
API: dict[str, ApiCase] = {
    "list_campaigns": ApiCase(
        EVERYBODY,
        LISTED,
        within={"campaigns[]": fields("slug name url alliance summary stage outcome opened_on closed_on")},
    ),
    "get_campaign": ApiCase(
        EVERYBODY,
        RECORD,
        lambda s: {"slug": open_campaign(s).slug},
        {
            "services[]": fields("name url"),
            "threats[]": fields("title kind url clock"),
            "threats[].clock[]": fields("label on"),
            "demands[]": fields("text state adopted_on adopted_how earlier_wordings answers dissents"),
            "demands[].earlier_wordings[]": fields("text until why_changed"),
            "demands[].answers[]": fields("state on source source_url"),
            "demands[].dissents[]": fields("organisation reason since"),
            "targets[]": fields("target can_decide positions"),
            "targets[].positions[]": FACT,
            "actions[]": fields(
                "kind title starts_on ends_on place latitude longitude hosts turnout turnout_how about gained links"
            ),
            "gains[]": FACT,
            "obstacles[]": FACT,
            "unintended_results[]": FACT,
            "outcomes[]": FACT,
        },
    ),
}
