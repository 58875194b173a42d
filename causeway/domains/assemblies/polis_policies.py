"""Who may bring conversations in from elsewhere."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import Body, runs_body, sees_body
from causeway.domains.assemblies.models import PolisImport
from causeway.domains.assemblies.polis_queries import body_for
from causeway.kernel.actors import Actor, System
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


@policy("Whoever sets up what a body decides brings in its conversations from elsewhere; so does the command line.")
def may_bring_polis_export(actor: Actor, body: Body) -> Verdict:
    if isinstance(actor, System) or runs_body(actor, body):
        return YES
    if not sees_body(actor, body):
        return HIDDEN
    return no(_("Only those who run this body bring in conversations from elsewhere. Ask one of them."))


@policy("Whoever runs the body looks at an export that was read, and takes it in or puts it aside.")
def may_decide_polis_import(actor: Actor, brought: PolisImport) -> Verdict:
    return YES if isinstance(actor, System) or runs_body(actor, body_for(brought)) else HIDDEN
