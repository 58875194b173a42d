"""Forget what stands here under the address of somebody whose account was erased."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions import digests, postcodes
from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.leaving import signatures_of_address
from causeway.domains.petitions.models import HandIn, Petition, ServiceLetter, Sheet, SheetLine, Signature
from causeway.domains.petitions.policies import only_a_job
from causeway.domains.petitions.taking_in import draft_of, lines_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.events import Event


@dataclass(frozen=True, kw_only=True)
class ForgetSigner(Command[None]):
    """Withdraw every signature of an address, and cut sheets of paper loose from the account that holds them.

    Where a petition was handed in already, the total that was told stays true: the signature still counts, but name,
    address, postcode and every index of them are deleted, and the name goes from our copy of the papers.
    """

    person_id: UUID
    email: str = field(repr=False)


@performs(ForgetSigner, policy=only_a_job, says="forgot what petitions held about an erased account")
def forget_signer(_actor: Actor, command: ForgetSigner, _subject: Any) -> Done[None]:
    signatures = signatures_of_address(command.email)
    petition_ids = {row.petition_id for row in signatures}
    petitions = Petition.objects.select_for_update(no_key=True).filter(pk__in=petition_ids).order_by("pk")
    counting_again: list[Event] = []
    for petition in petitions:
        mine = [row for row in signatures if row.petition_id == petition.pk]
        papers = list(petition.hand_ins.all())
        if papers:
            _empty(mine, papers)
        else:
            counting_again += _withdraw(mine)
    ServiceLetter.objects.filter(address=digests.of_letterbox(command.email)).delete()
    _take_out_of_drafts(command.email)
    Sheet.objects.filter(holder_id=command.person_id).update(holder=None, place=_("Somebody who has left"))
    return Done(None, events=counting_again, scope=command.person_id)


def _withdraw(signatures: Iterable[Signature]) -> list[Event]:
    going = {row.pk for row in signatures}
    heirs = []
    for signature in Signature.objects.filter(pk__in=going):
        heirs.append(twins.hand_on(signature))
        SheetLine.objects.filter(signature=signature).update(signature=None, withdrawn_on=clock.today())
        signature.delete()
    return list(twins.counting_again(*(heir for heir in heirs if heir and heir.pk not in going)))


def _empty(signatures: Iterable[Signature], papers: Iterable[HandIn]) -> None:
    for signature in signatures:
        if signature.confirmed_at is None:
            signature.delete()
            continue
        for paper in papers:
            _take_out_of_papers(signature, paper)
        nobody = digests.of_row(signature.pk)
        signature.name = signature.email = signature.postcode = ""
        signature.same_person = signature.same_line = nobody
        signature.same_postcode = b""
        signature.wishes, signature.reachable, signature.shows_name = [], False, False
        signature.save()


def _take_out_of_papers(signature: Signature, hand_in: HandIn) -> None:
    """The digest stays true: it is of the counts, and no name is in it."""
    papers = json.loads(hand_in.paper)
    entry = [signature.name, postcodes.name_of(signature.area) if signature.area else ""]
    if entry in papers["names"]:
        papers["names"].remove(entry)
        hand_in.paper = json.dumps(papers, ensure_ascii=False)
        hand_in.save(update_fields=["paper"])


def _take_out_of_drafts(email: str) -> None:
    """A line that is typed but not taken in yet."""
    tidy = email.strip().lower()
    for sheet in Sheet.objects.select_for_update(no_key=True).exclude(draft="").order_by("pk"):
        lines = lines_of(sheet.draft)
        kept = [line for line in lines if line.email.strip().lower() != tidy]
        if len(kept) < len(lines):
            sheet.draft = draft_of(kept)
            sheet.save(update_fields=["draft"])
