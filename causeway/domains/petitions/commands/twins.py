"""One person, one signature: which of several lines counts, and who steps in when it is withdrawn.

Signatures form groups: one counts, and the others refer to it (``duplicate_of``). An online signature counts before
one on paper, and the earlier before the later. Callers hold a lock on the petition, or on the signature.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from causeway.domains.petitions import digests
from causeway.domains.petitions.events import SignatureConfirmed
from causeway.domains.petitions.models import PetitionTally, Resemblance, Signature
from causeway.domains.petitions.names import alike

NEIGHBOURS = 400
ONLINE_FIRST = Case(When(source=Signature.Source.ONLINE, then=Value(0)), default=Value(1), output_field=IntegerField())


def counting(signature: Signature) -> QuerySet[Signature]:
    """The petition's signatures that count, without this one."""
    rows = Signature.objects.filter(
        petition_id=signature.petition_id, confirmed_at__isnull=False, duplicate_of=None
    ).exclude(pk=signature.pk)
    return in_order(rows)


def in_order(rows: QuerySet[Signature]) -> QuerySet[Signature]:
    """The first of a group is the one that counts."""
    return rows.order_by(ONLINE_FIRST, "confirmed_at", "pk")


def certain_twin(signature: Signature) -> Signature | None:
    """The signature that counts already for the same person: same name and postcode, or same e-mail address."""
    same = Q(same_line=signature.same_line)
    if signature.email:
        same |= Q(same_person=digests.of_address(signature.email, signature.petition_id))
    return counting(signature).filter(same).first()


def alike_twins(signature: Signature) -> list[Signature]:
    """Signatures that count, from the same postcode, with a name that is alike but not the same.

    Only the first ``NEIGHBOURS`` are looked at: a postcode has at most a hundred addresses, so where more sign from
    one, somebody makes signatures up, and they shall not hold up everybody else’s.
    """
    neighbours = counting(signature).filter(same_postcode=signature.same_postcode).exclude(same_postcode=b"")
    unequal = neighbours.exclude(same_line=signature.same_line).only("name", "petition")[:NEIGHBOURS]
    return [other for other in unequal if alike(other.name, signature.name)]


def match(signature: Signature) -> None:
    """Find the twins of a signature that has just begun to count: set the certain ones aside, ask about the others."""
    twin = certain_twin(signature)
    if twin is not None:
        first = in_order(Signature.objects.filter(pk__in=[twin.pk, signature.pk]))[0]
        set_aside(signature if first == twin else twin, for_the_sake_of=first)
        if first == twin:
            return
    ask(signature, alike_twins(signature))


def ask(signature: Signature, others: Iterable[Signature]) -> None:
    """Put the question whether these are the same person, unless it was put before."""
    asked = Resemblance.objects.filter(Q(one=signature) | Q(other=signature)).values_list("one_id", "other_id")
    known = {frozenset(pair) for pair in asked}
    Resemblance.objects.bulk_create(
        Resemblance(petition_id=signature.petition_id, one=other, other=signature)
        for other in others
        if frozenset((other.pk, signature.pk)) not in known
    )


def set_aside(signature: Signature, *, for_the_sake_of: Signature) -> None:
    """Let ``signature`` count no more, and refer it, and whatever referred to it, to the one that counts."""
    stop_counting(signature)
    Signature.objects.filter(Q(pk=signature.pk) | Q(duplicate_of=signature)).update(duplicate_of=for_the_sake_of)


def bring_back(signature: Signature) -> Signature:
    """Let a signature that was set aside count again."""
    Signature.objects.filter(pk=signature.pk).update(duplicate_of=None, tallied=False)
    return signature


def counting_again(*signatures: Signature | None) -> list[SignatureConfirmed]:
    """What announces that these count again, so that the totals are brought up to date."""
    return [SignatureConfirmed(signature_id=row.pk, petition_id=row.petition_id) for row in signatures if row]


def hand_on(signature: Signature) -> Signature | None:
    """Before a signature goes: let the next of its group count in its place. Returns that one, if there is one."""
    stop_counting(signature)
    heir = in_order(signature.duplicates.all()).first()
    if heir is not None:
        bring_back(heir)
        signature.duplicates.exclude(pk=heir.pk).update(duplicate_of=heir)
    return heir


def stop_counting(signature: Signature) -> None:
    """Take a signature out of the tally, if it stands in it."""
    taken_out = Signature.objects.filter(pk=signature.pk, tallied=True).update(tallied=False)
    if taken_out:
        PetitionTally.objects.filter(
            petition_id=signature.petition_id, source=signature.source, area=signature.area
        ).update(signatures=F("signatures") - 1)
