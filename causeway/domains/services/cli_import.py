"""``causeway import-services``: read an Open Referral UK feed from a file or a web address into a register."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import click
from django.utils.translation import gettext as _

from causeway.domains.services.commands.put_feed_aside import PutFeedAside
from causeway.domains.services.commands.read_services_feed import ReadServicesFeed
from causeway.domains.services.fetching import Limits, fetch, is_public
from causeway.domains.services.in_parts import take_in_to_the_end
from causeway.domains.services.openreferral.parsing import LARGEST_BYTES, parse
from causeway.domains.services.queries.register import alliance_at
from causeway.kernel.actors import System
from causeway.kernel.errors import Unreadable
from causeway.kernel.perform import perform

SECONDS_A_PAGE = 60.0
SECONDS_IN_ALL = 600.0


@click.command("import-services")
@click.argument("source")
@click.option("--alliance", required=True, help="The alliance's short name, as in its address.")
@click.option("--look", is_flag=True, help="Only say what is good and what is wrong; change nothing.")
@click.option("--private", is_flag=True, help="The address may lie in a private network, such as your own.")
def import_services_command(source: str, alliance: str, look: bool, private: bool) -> None:
    """Read SOURCE, a JSON file or the https address of a /services list, into the register of an alliance."""
    home = alliance_at(alliance)
    allowed = (lambda _address: True) if private else is_public
    limits = Limits(seconds=SECONDS_A_PAGE, largest=LARGEST_BYTES, allows=allowed)
    raw = _fetched(source, limits) if "://" in source else _from_file(Path(source))
    actor = System(reason="an import from the command line")
    reading = perform(actor, ReadServicesFeed(alliance_id=home.pk, source=source, raw=raw))
    for line in reading.report:
        click.echo(f"{'refused' if line['fatal'] else 'warning'}  {line['item']}: {line['sentence']}")
    if look:
        perform(actor, PutFeedAside(reading_id=reading.pk))
        click.echo(f"{len(reading.items['services'])} good, {reading.refused} refused. Nothing was changed.")
        return
    done = take_in_to_the_end(actor, reading.pk)
    click.echo(f"{done.added} added, {done.changed} changed, {done.unchanged} as before, {done.refused} refused.")


def _from_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise Unreadable(_("The file cannot be read: %(why)s.") % {"why": error.strerror or error}) from None


def _fetched(address: str, limits: Limits) -> bytes:
    """All pages of a list, or the one document at the address, as one document."""
    started, size, number = time.monotonic(), 0, 1
    contents: list[Any] = []
    while True:
        raw = fetch(address if number == 1 else _page_address(address, number), limits=limits).body or b""
        size += len(raw)
        if size > limits.largest or time.monotonic() - started > SECONDS_IN_ALL:
            raise Unreadable(_("The feed is larger than 50 MB, or takes longer than ten minutes."))
        page = parse(raw)
        if not isinstance(page, dict) or not isinstance(page.get("contents"), list):
            return raw
        contents.extend(page["contents"])
        if page.get("last_page") is not False or not page["contents"]:
            return raw if number == 1 else json.dumps(contents).encode()
        number += 1


def _page_address(address: str, number: int) -> str:
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode({'page': number})}"
