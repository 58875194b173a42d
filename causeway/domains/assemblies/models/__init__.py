"""The rows of this room."""

from causeway.domains.assemblies.models.ballots import Ballot, Option, Paper
from causeway.domains.assemblies.models.committees import Committee, Countback, Readiness, Seat
from causeway.domains.assemblies.models.conversations import LONGEST_STATEMENT, Conversation, Look, Statement
from causeway.domains.assemblies.models.floor import Floor, FloorVote, HandCount, Round
from causeway.domains.assemblies.models.nominations import Nomination
from causeway.domains.assemblies.models.processes import Phase, Process
from causeway.domains.assemblies.models.rolls import Elector, Objection, Roll, Voted
from causeway.domains.assemblies.models.tables import Table, TableCount
from causeway.domains.assemblies.models.voices import Code, CodeSheet, StatementVote, Voice

__all__ = [
    "LONGEST_STATEMENT",
    "Ballot",
    "Code",
    "CodeSheet",
    "Committee",
    "Conversation",
    "Countback",
    "Elector",
    "Floor",
    "FloorVote",
    "HandCount",
    "Look",
    "Nomination",
    "Objection",
    "Option",
    "Paper",
    "Phase",
    "Process",
    "Readiness",
    "Roll",
    "Round",
    "Seat",
    "Statement",
    "StatementVote",
    "Table",
    "TableCount",
    "Voice",
    "Voted",
]
