"""The pages and buttons that record what a campaign did and what came of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from causeway.domains.campaigns.campaign_queries import one_of
from causeway.domains.campaigns.commands.correct_action import CorrectAction
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.record_gain import RecordGain
from causeway.domains.campaigns.commands.record_obstacle import RecordObstacle
from causeway.domains.campaigns.commands.record_outcome import RecordOutcome
from causeway.domains.campaigns.commands.record_unintended_result import RecordUnintendedResult
from causeway.domains.campaigns.commands.restore_action import RestoreAction
from causeway.domains.campaigns.commands.restore_result import RestoreResult
from causeway.domains.campaigns.commands.withdraw_action import WithdrawAction
from causeway.domains.campaigns.commands.withdraw_result import WithdrawResult
from causeway.domains.campaigns.models import Action, Campaign, Result
from causeway.domains.campaigns.web import record_forms as forms
from causeway.domains.campaigns.web.changes import key, keys
from causeway.domains.campaigns.web.factories import button, form_page

ACTIONS, RESULTS = "campaigns:actions", "campaigns:results"
PLAIN = ("kind", "title", "starts_on", "ends_on", "place", "about", "gained", "latitude", "longitude", "turnout")


def find_action(campaign: Campaign, action_id: UUID) -> Action:
    return one_of(campaign.actions.all(), action_id)


def find_result(campaign: Campaign, result_id: UUID) -> Result:
    return one_of(campaign.results.all(), result_id)


def _written(given: dict[str, Any]) -> dict[str, Any]:
    """An action's fields as the commands take them."""
    return {
        **{name: given[name] for name in (*PLAIN, "turnout_how")},
        "host_ids": keys(given.get("hosts")),
        "links": tuple(given["links"].splitlines()),
    }


def _of_action(action: Action) -> dict[str, Any]:
    return {
        **{name: getattr(action, name) for name in (*PLAIN, "turnout_how")},
        "hosts": [str(host.pk) for host in action.hosts.all()],
        "links": "\n".join(action.links),
    }


def _told(given: dict[str, Any]) -> dict[str, Any]:
    """A result's fields as the commands take them."""
    kept: dict[str, Any] = {
        name: given[name] for name in ("text", "on", "source", "source_url", "is_internal") if name in given
    }
    return {**kept, "demand_id": key(given.get("demand")), "action_id": key(given.get("action"))}


record_action = form_page(
    form=forms.ActionForm,
    title=_("Record an action"),
    does=_("Record the action"),
    said=_("The action is recorded."),
    then=ACTIONS,
    build=lambda campaign, _row, given: RecordAction(campaign_id=campaign.pk, **_written(given)),
)
correct_action = form_page(
    form=forms.CorrectActionForm,
    find=find_action,
    title=_("Correct the record of an action"),
    does=_("Save the correction"),
    said=_("Corrected. What stood there before stays to be read."),
    then=ACTIONS,
    initial=_of_action,
    build=lambda _campaign, row, given: CorrectAction(action_id=row.pk, why=given["why"], **_written(given)),
)
withdraw_action = form_page(
    form=forms.WithdrawActionForm,
    find=find_action,
    title=_("Take an action off the record"),
    does=_("Take it away"),
    said=_("Taken away. You can put it back at the end of the page."),
    then=ACTIONS,
    build=lambda _campaign, row, given: WithdrawAction(action_id=row.pk, why=given["why"]),
)
restore_action = button(
    find=find_action,
    build=lambda _campaign, row: RestoreAction(action_id=row.pk),
    said=_("It is back."),
    then=ACTIONS,
)
record_gain = form_page(
    form=forms.GainForm,
    title=_("Record a gain"),
    does=_("Record the gain"),
    said=_("The gain is recorded."),
    then=RESULTS,
    build=lambda campaign, _row, given: RecordGain(campaign_id=campaign.pk, **_told(given)),
)
record_obstacle = form_page(
    form=forms.ObstacleForm,
    title=_("Record an obstacle"),
    does=_("Record the obstacle"),
    said=_("The obstacle is recorded."),
    then=RESULTS,
    build=lambda campaign, _row, given: RecordObstacle(campaign_id=campaign.pk, **_told(given)),
)
record_unintended = form_page(
    form=forms.UnintendedForm,
    title=_("Record an unintended result"),
    does=_("Record it"),
    said=_("The result is recorded."),
    then=RESULTS,
    build=lambda campaign, _row, given: RecordUnintendedResult(campaign_id=campaign.pk, **_told(given)),
)
withdraw_result = button(
    find=find_result,
    build=lambda _campaign, row: WithdrawResult(result_id=row.pk),
    said=_("Taken away. You can put it back at the end of the page."),
    then=RESULTS,
)
restore_result = button(
    find=find_result,
    build=lambda _campaign, row: RestoreResult(result_id=row.pk),
    said=_("It is back."),
    then=RESULTS,
)
record_outcome = form_page(
    form=forms.OutcomeForm,
    title=_("Record the outcome"),
    lead=_("A later outcome revises an earlier one; the earlier ones stay to be read."),
    does=_("Record the outcome"),
    said=_("The outcome is recorded."),
    then=RESULTS,
    build=lambda campaign, _row, given: RecordOutcome(campaign_id=campaign.pk, **given),
)
