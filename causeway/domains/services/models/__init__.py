"""The rows of this room."""

from __future__ import annotations

from causeway.domains.services.models.register import (
    UNION_KINDS,
    PublicBody,
    Service,
    ServiceImport,
)
from causeway.domains.services.models.tenders import (
    NoticeRelease,
    OfferedNotice,
    PackageProblem,
    TenderFeed,
    TenderNotice,
    TenderPackage,
)
from causeway.domains.services.models.threats import (
    ChecklistNote,
    DateMove,
    Evidence,
    LawNote,
    Threat,
)
from causeway.domains.services.models.tipoffs import (
    HandlerKey,
    ReleasedStatement,
    ReleaseProposal,
    SealedCopy,
    TipOff,
    TipOffMessage,
)

__all__ = [
    "UNION_KINDS",
    "ChecklistNote",
    "DateMove",
    "Evidence",
    "HandlerKey",
    "LawNote",
    "NoticeRelease",
    "OfferedNotice",
    "PackageProblem",
    "PublicBody",
    "ReleaseProposal",
    "ReleasedStatement",
    "SealedCopy",
    "Service",
    "ServiceImport",
    "TenderFeed",
    "TenderNotice",
    "TenderPackage",
    "Threat",
    "TipOff",
    "TipOffMessage",
]
