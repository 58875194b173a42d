"""The rows of this room."""

from causeway.domains.assemblies.models.adopted import AdoptedText, Position, TextEndorsement
from causeway.domains.assemblies.models.amendments import Amendment, MotionVote, Part, Seconding
from causeway.domains.assemblies.models.ballots import Ballot, Option, Paper
from causeway.domains.assemblies.models.cards import LEAST_CARD, Card, CardCast, CardVote
from causeway.domains.assemblies.models.committees import Committee, Countback, Readiness, Seat
from causeway.domains.assemblies.models.conversations import LONGEST_STATEMENT, Conversation, Look, Statement
from causeway.domains.assemblies.models.floor import Floor, FloorVote, HandCount, Round
from causeway.domains.assemblies.models.hustings import HustingsAnswer, HustingsQuestion
from causeway.domains.assemblies.models.letters import Announced, VoteLetter
from causeway.domains.assemblies.models.mandates import Mandate, Report, ReportQuestion
from causeway.domains.assemblies.models.mediation import Mediation, MediationMessage, MediationParty
from causeway.domains.assemblies.models.motions import CompositeSource, Motion, MotionText, StandingOrders
from causeway.domains.assemblies.models.nominations import Nomination
from causeway.domains.assemblies.models.opinion_maps import OpinionMap
from causeway.domains.assemblies.models.polis_imports import PolisImport
from causeway.domains.assemblies.models.postal import Duty, PostalPaper, PostalVote, Stack, StackCount
from causeway.domains.assemblies.models.processes import Phase, Process
from causeway.domains.assemblies.models.recalls import Recall, RecallRules, RecallSupport
from causeway.domains.assemblies.models.rolls import Elector, Objection, Roll, Voted
from causeway.domains.assemblies.models.suggestions import Suggestion
from causeway.domains.assemblies.models.tables import Table, TableCount
from causeway.domains.assemblies.models.voices import Code, CodeSheet, StatementVote, Voice

__all__ = [
    "LEAST_CARD",
    "LONGEST_STATEMENT",
    "AdoptedText",
    "Amendment",
    "Announced",
    "Ballot",
    "Card",
    "CardCast",
    "CardVote",
    "Code",
    "CodeSheet",
    "Committee",
    "CompositeSource",
    "Conversation",
    "Countback",
    "Duty",
    "Elector",
    "Floor",
    "FloorVote",
    "HandCount",
    "HustingsAnswer",
    "HustingsQuestion",
    "Look",
    "Mandate",
    "Mediation",
    "MediationMessage",
    "MediationParty",
    "Motion",
    "MotionText",
    "MotionVote",
    "Nomination",
    "Objection",
    "OpinionMap",
    "Option",
    "Paper",
    "Part",
    "Phase",
    "PolisImport",
    "Position",
    "PostalPaper",
    "PostalVote",
    "Process",
    "Readiness",
    "Recall",
    "RecallRules",
    "RecallSupport",
    "Report",
    "ReportQuestion",
    "Roll",
    "Round",
    "Seat",
    "Seconding",
    "Stack",
    "StackCount",
    "StandingOrders",
    "Statement",
    "StatementVote",
    "Suggestion",
    "Table",
    "TableCount",
    "TextEndorsement",
    "Voice",
    "VoteLetter",
    "Voted",
]
