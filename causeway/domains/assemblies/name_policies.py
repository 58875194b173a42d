"""Who may suggest a name, and take it back."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import is_open
from causeway.domains.assemblies.models import Phase, Process, Suggestion
from causeway.domains.assemblies.policies import may_see_process
from causeway.domains.assemblies.standing import belongs
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


@policy("Those who belong suggest names while names are suggested.")
def may_suggest_name(actor: Actor, process: Process) -> Verdict:
    if not may_see_process(actor, process):
        return HIDDEN
    if process.blueprint != Process.Blueprint.NAME or not is_open(process, Phase.Kind.PROPOSE):
        return no(_("No names are suggested now."))
    return YES if belongs(actor, process) else no(_("Only those who belong to this body can suggest a name."))


@policy("Whoever suggested a name takes it back while names are suggested.")
def may_take_back_name(actor: Actor, suggestion: Suggestion) -> Verdict:
    if suggestion.suggested_by_id is None or suggestion.suggested_by_id != person_of(actor):
        return HIDDEN
    return YES if is_open(suggestion.process, Phase.Kind.PROPOSE) else no(_("The paper is made."))
