"""Who may do what with tender notices."""

from __future__ import annotations

from typing import Any

from causeway.domains.services.commands.add_tender_feed import AddTenderFeed
from causeway.domains.services.commands.dismiss_notice import DismissNotice
from causeway.domains.services.commands.note_feed_run import NoteFeedRun
from causeway.domains.services.commands.read_tender_package import ReadTenderPackage
from causeway.domains.services.commands.receive_tender_package import ReceiveTenderPackage
from causeway.domains.services.commands.remind_of_contract_end import RemindOfContractEnd
from causeway.domains.services.commands.remove_tender_feed import RemoveTenderFeed
from causeway.domains.services.commands.reopen_notice import ReopenNotice
from causeway.domains.services.commands.take_up_notice import TakeUpNotice
from causeway.domains.services.commands.watch_notice import WatchNotice
from causeway.kernel.actors import System
from tests.domains.services.scene import centre
from tests.domains.services.tender_scene import body, feed, offer, package, release
from tests.matrix import NOBODY, SIGNED_IN, CommandCase, PageCase
from tests.scenes import Scene

COORDINATOR = frozenset({"coordinator"})
JOB = ((lambda _s: System("job"), True),)

COMMANDS: dict[str, CommandCase] = {
    "AddTenderFeed": CommandCase(
        lambda s, _a: AddTenderFeed(alliance_id=s.westbury.pk, name="Feed", url="https://example.org/ocds"),
        COORDINATOR,
        JOB,
    ),
    "RemoveTenderFeed": CommandCase(lambda s, _a: RemoveTenderFeed(feed_id=feed(s).pk), COORDINATOR),
    "NoteFeedRun": CommandCase(lambda s, _a: NoteFeedRun(feed_id=feed(s).pk), NOBODY, JOB),
    "ReceiveTenderPackage": CommandCase(
        lambda s, _a: ReceiveTenderPackage(alliance_id=s.westbury.pk, name="x.json", body=body(release())),
        COORDINATOR,
        JOB,
    ),
    "ReadTenderPackage": CommandCase(lambda s, _a: ReadTenderPackage(package_id=package(s).pk), NOBODY, JOB),
    "RemindOfContractEnd": CommandCase(lambda s, _a: RemindOfContractEnd(offer_id=offer(s).pk), NOBODY, JOB),
    "TakeUpNotice": CommandCase(
        lambda s, _a: TakeUpNotice(offer_id=offer(s).pk, service_id=centre(s).pk, title="Out to tender"), COORDINATOR
    ),
    "WatchNotice": CommandCase(lambda s, _a: WatchNotice(offer_id=offer(s).pk), COORDINATOR),
    "DismissNotice": CommandCase(lambda s, _a: DismissNotice(offer_id=offer(s).pk, why="Not ours"), COORDINATOR),
    "ReopenNotice": CommandCase(lambda s, _a: ReopenNotice(offer_id=offer(s).pk), COORDINATOR),
}


def _offer(scene: Scene) -> dict[str, Any]:
    return {"offer_id": offer(scene).pk}


def _post(data: dict[str, str]) -> PageCase:
    return PageCase(COORDINATOR, _offer, "post", lambda _s: data)


PAGES: dict[str, PageCase] = {
    "services:tender_inbox": PageCase(SIGNED_IN),
    "services:tender_feeds": PageCase(SIGNED_IN),
    "services:remove_tender_feed": PageCase(COORDINATOR, lambda s: {"feed_id": feed(s).pk}),
    "services:tender_packages": PageCase(SIGNED_IN),
    "services:tender_package": PageCase(COORDINATOR, lambda s: {"package_id": package(s).pk}),
    "services:tender_notice": PageCase(COORDINATOR, _offer),
    "services:take_up_notice": _post({"title": ""}),
    "services:watch_notice": _post({}),
    "services:dismiss_notice": _post({"why": "Not ours"}),
    "services:reopen_notice": _post({}),
}
