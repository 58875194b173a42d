"""Which event wakes which handler: the one table.

A handler takes the event and does one thing: performs a command as ``System``, or sends a letter. It runs in
a job of its own after the change is stored, and is tried again where it fails.
"""

from __future__ import annotations

from causeway.kernel.outbox import Subscriptions

SUBSCRIPTIONS: Subscriptions = {}
