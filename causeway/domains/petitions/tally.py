"""The totals by source and area, kept as rows so that a page reads a few hundred numbers and never counts a million.

Only commands call this. A signature carries whether the tally holds it (``tallied``), and both move in one statement:
a job that runs twice counts nothing twice.
"""

from __future__ import annotations

from uuid import UUID

from django.db import connection

BATCH = 5000

ADD = """
WITH due AS (
    SELECT id FROM petitions_signature
    WHERE confirmed_at IS NOT NULL AND duplicate_of_id IS NULL AND NOT tallied
    LIMIT %s FOR NO KEY UPDATE SKIP LOCKED
), moved AS (
    UPDATE petitions_signature AS signature SET tallied = true FROM due WHERE signature.id = due.id
    RETURNING signature.petition_id, signature.source, signature.area
), sums AS (
    SELECT petition_id, source, area, count(*) AS added FROM moved GROUP BY petition_id, source, area
), stored AS (
    INSERT INTO petitions_petitiontally AS tally (petition_id, source, area, signatures)
    SELECT petition_id, source, area, added FROM sums ORDER BY petition_id, source, area
    ON CONFLICT (petition_id, source, area) DO UPDATE SET signatures = tally.signatures + excluded.signatures
)
SELECT coalesce(sum(added), 0) FROM sums
"""
LOCK = "SELECT 1 FROM petitions_signature WHERE petition_id = %s AND confirmed_at IS NOT NULL FOR UPDATE"
MARK = """
UPDATE petitions_signature SET tallied = (confirmed_at IS NOT NULL AND duplicate_of_id IS NULL)
WHERE petition_id = %s AND tallied <> (confirmed_at IS NOT NULL AND duplicate_of_id IS NULL)
"""
WRONG = """
SELECT coalesce(rows.source, tally.source), coalesce(rows.area, tally.area),
       coalesce(tally.signatures, 0), coalesce(rows.counted, 0)
FROM (SELECT source, area, count(*) AS counted FROM petitions_signature
      WHERE petition_id = %s AND confirmed_at IS NOT NULL AND duplicate_of_id IS NULL
      GROUP BY source, area) AS rows
FULL JOIN (SELECT source, area, signatures FROM petitions_petitiontally WHERE petition_id = %s) AS tally
       ON rows.source = tally.source AND rows.area = tally.area
WHERE coalesce(tally.signatures, 0) <> coalesce(rows.counted, 0)
"""
SET = """
INSERT INTO petitions_petitiontally (petition_id, source, area, signatures) VALUES (%s, %s, %s, %s)
ON CONFLICT (petition_id, source, area) DO UPDATE SET signatures = excluded.signatures
"""


def add_waiting(batch: int = BATCH) -> int:
    """Add up to ``batch`` signatures that stand and are not in the tally yet; returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(ADD, [batch])
        return int(cursor.fetchone()[0])


def recount(petition_id: UUID) -> list[tuple[str, str, int, int]]:
    """Count one petition's rows and mend its tally; returns what was wrong: source, area, was, is.

    The petition's signatures are locked while it counts; what is confirmed meanwhile is added by the next job.
    """
    with connection.cursor() as cursor:
        cursor.execute(LOCK, [petition_id])
        cursor.execute(MARK, [petition_id])
        cursor.execute(WRONG, [petition_id, petition_id])
        wrong = list(cursor.fetchall())
        for source, area, _was, counted in wrong:
            cursor.execute(SET, [petition_id, source, area, counted])
    return wrong
