"""Note what is known on a point of the consultation checklist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.consultation import POINTS
from causeway.domains.services.filled_in import one_of, web_address
from causeway.domains.services.models import ChecklistNote, Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class NoteChecklistPoint(Command[ChecklistNote]):
    """Add a note to a point: what was found, with a link. Earlier notes stay, so that a chronology can be told."""

    threat_id: UUID
    point: str
    finding: str
    note: str = ""
    evidence_url: str = ""
    happened_on: date | None = None


@performs(
    NoteChecklistPoint,
    policy=may_tend_threat,
    says="noted on the threat “{threat}”: {point}, {finding}",
    finds=locked(Threat, "threat_id"),
)
def note_checklist_point(_actor: Actor, command: NoteChecklistPoint, threat: Threat) -> Done[ChecklistNote]:
    if command.point not in POINTS:
        raise Invalid(point=_("There is no such point on the checklist."))
    finding = one_of("finding", command.finding, ChecklistNote.Finding)
    if finding != ChecklistNote.Finding.UNKNOWN and not (command.note.strip() or command.evidence_url.strip()):
        raise Invalid(note=_("Say what this rests on, or link to the evidence."))
    note = ChecklistNote.objects.create(
        threat=threat,
        point=command.point,
        finding=finding,
        note=command.note.strip(),
        evidence_url=web_address("evidence_url", command.evidence_url),
        happened_on=command.happened_on,
        noted_on=clock.today(),
    )
    named = {
        "threat": threat.title,
        "point": str(POINTS[command.point].title),
        "finding": note.get_finding_display(),
    }
    return Done(note, scope=threat.alliance_id, about=threat.pk, named=named)
