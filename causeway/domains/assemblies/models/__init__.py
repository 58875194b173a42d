"""The rows of this room."""

from causeway.domains.assemblies.models.ballots import Ballot, Option, Paper
from causeway.domains.assemblies.models.nominations import Nomination
from causeway.domains.assemblies.models.processes import Phase, Process
from causeway.domains.assemblies.models.rolls import Elector, Objection, Roll, Voted

__all__ = [
    "Ballot",
    "Elector",
    "Nomination",
    "Objection",
    "Option",
    "Paper",
    "Phase",
    "Process",
    "Roll",
    "Voted",
]
