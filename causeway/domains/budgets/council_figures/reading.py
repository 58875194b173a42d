"""Read one council's figures from a file: lines and other amounts, with all that was not understood."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.budgets.council_figures.cells import THOUSAND, Amount, amount_of, words_of
from causeway.domains.budgets.council_figures.headers import MEASURES, MOST_ROWS_BEFORE, Headers, headers_in, letters
from causeway.domains.budgets.council_figures.known_lines import (
    LEFT_OUT,
    is_reserve_at_start,
    is_running_total,
    known_line,
)
from causeway.domains.budgets.council_figures.tables import Row, sheets_of
from causeway.domains.budgets.models import Line
from causeway.kernel.errors import Unreadable

MOST_LINES = 1_000
MOST_REPORTED = 200
LONGEST = {"name": 160, "group": 80, "code": 12}
NEAR = 3


@dataclass(frozen=True)
class Wanted:
    """Whose figures are looked for: by code where it is known, else by name; and the unit of the file's amounts."""

    name: str
    code: str = ""
    unit_pounds: int = THOUSAND


@dataclass
class Found:
    """What was read: ``lines`` and ``items`` as plain values, ``report`` with where and what was not understood."""

    council: str = ""
    councils: int = 0
    lines: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    report: list[dict[str, str]] = field(default_factory=list)
    reserves_pounds: int | None = None
    left_out: int = 0
    several: bool = False

    def tell(self, where: str, sentence: str) -> None:
        """Add to the report, up to its end."""
        if len(self.report) < MOST_REPORTED:
            self.report.append({"where": where, "sentence": sentence})


def read_figures(raw: bytes, wanted: Wanted) -> Found:
    """The figures of one council. Raises Unreadable where the file holds none that we can find."""
    names: dict[str, str] = {}
    saw_headers = False
    for sheet, rows in sheets_of(raw):
        headers, first_row, rest = _to_headers(rows)
        if headers is None:
            continue
        saw_headers = True
        found = _read_sheet(sheet, headers, first_row, rest, wanted, names)
        if found.lines:
            found.councils = len(names) or 1
            _finish(found)
            return found
    raise Unreadable(_why_not(wanted, names, saw_headers=saw_headers))


def _to_headers(rows: Iterator[Row]) -> tuple[Headers | None, int, Iterator[Row]]:
    """The headers, the number of the row after them, and the rows that follow."""
    above: Row = []
    for number, row in enumerate(rows, start=1):
        headers = headers_in(row, above)
        if headers is not None:
            return headers, number + 1, rows
        if number >= MOST_ROWS_BEFORE:
            break
        above = row
    return None, 0, iter(())


def _read_sheet(
    sheet: str, headers: Headers, first_row: int, rows: Iterable[Row], wanted: Wanted, names: dict[str, str]
) -> Found:
    found, newest = Found(), ""
    for number, row in enumerate(rows, start=first_row):
        name = _cell(row, headers.at.get("name"))
        if "name" in headers.at:
            if not name or not _codes(row, headers):
                continue
            names[_folded(name)] = name
            if not _is_wanted(row, headers, wanted):
                continue
        year = _cell(row, headers.at.get("year"))
        if year < newest:
            continue
        if year > newest or not headers.is_long:
            found = Found(several=found.several or bool(found.lines))
        newest, found.council = year, name or wanted.name
        take = _take_long if headers.is_long else _take_wide
        take(found, sheet, number, row, headers, wanted.unit_pounds)
        if len(found.lines) > MOST_LINES:
            raise Unreadable(_("The file has more than 1,000 lines for one council. Save only what you need."))
    return found


def _take_wide(found: Found, sheet: str, number: int, row: Row, headers: Headers, unit: int) -> None:
    for column in headers.columns:
        where = _where(sheet, number, column.place)
        amount = amount_of(row[column.place] if column.place < len(row) else "", unit_pounds=unit)
        if is_reserve_at_start(column.code, column.name):
            found.reserves_pounds = (found.reserves_pounds or 0) + (amount.pounds or 0)
            continue
        _take(found, where, column.code, column.name, "", {"net": amount})


def _take_long(found: Found, sheet: str, number: int, row: Row, headers: Headers, unit: int) -> None:
    name = _cell(row, headers.at["service"])
    if not name:
        return
    given = {
        measure: amount_of(row[at] if at < len(row) else "", unit_pounds=unit)
        for measure, at in headers.at.items()
        if measure in MEASURES
    }
    code, group = _cell(row, headers.at.get("line")), _cell(row, headers.at.get("group"))
    _take(found, _where(sheet, number, headers.at["net"]), code, name, group, given, every_row_counts=True)


def _take(
    found: Found,
    where: str,
    code: str,
    name: str,
    group: str,
    given: dict[str, Amount],
    *,
    every_row_counts: bool = False,
) -> None:
    known = known_line(code, name)
    net = given["net"]
    for amount in given.values():
        if not amount.understood:
            found.tell(where, _("“%(cell)s” is no amount (%(name)s).") % {"cell": amount.instead, "name": name[:80]})
    if known is LEFT_OUT:
        found.left_out += 1
    elif known is not None and (known.income or known.spending):
        _take_item(found, where, code, name, net, known.income, known.spending)
    elif known is not None or every_row_counts:
        role = known.role if known is not None else Line.Role.SERVICE
        found.lines.append(
            {
                "code": code[: LONGEST["code"]],
                "name": name[: LONGEST["name"]],
                "group": (group or (known.group if known is not None else ""))[: LONGEST["group"]],
                "role": role,
                "cell": where[:60],
                "missing": "" if net.pounds is not None else (net.instead or "–"),
                **{f"{measure}_pounds": amount.pounds for measure, amount in given.items()},
            }
        )
    else:
        found.tell(where, _("“%(name)s” is no line that we know. It is left out.") % {"name": name[:80]})


def _take_item(found: Found, where: str, code: str, name: str, net: Amount, income: str, spending: str) -> None:
    if net.pounds is None:
        found.tell(where, _("“%(name)s” has no figure. Enter it into the balance by hand.") % {"name": name[:80]})
    elif net.pounds:
        kind = income if net.pounds < 0 else spending
        amount = abs(net.pounds)
        found.items.append({"code": code, "kind": kind, "title": name[:160], "amount_pounds": amount, "cell": where})


def _finish(found: Found) -> None:
    """Say what was left out on purpose, and whether the totals of the file are the sums of its lines."""
    if found.several:
        found.tell(
            _("The file"), _("It holds this council more than once. The newest year, or the last row, is taken.")
        )
    if found.left_out:
        found.tell(
            _("The file"),
            _("Columns that are notes beside the accounts (reserves, depreciation, housing) are left out: %(n)s.")
            % {"n": found.left_out},
        )
    signed = [(line["code"], line["net_pounds"] or 0) for line in found.lines if line["role"] != Line.Role.TOTAL]
    signed += [(item["code"], _signed(item)) for item in found.items]
    for total in (line for line in found.lines if is_running_total(line["code"])):
        below = [pounds for code, pounds in signed if code.isdecimal() and int(code) < int(total["code"])]
        said = total["net_pounds"]
        if below and said is not None and abs(sum(below) - said) > THOUSAND + len(below):
            sentence = _("The lines up to “%(name)s” add up to £%(sum)s, and the file says £%(said)s.")
            given = {"name": total["name"][:80], "sum": f"{sum(below):,}", "said": f"{said:,}"}
            found.tell(total["cell"], sentence % given)


def _signed(item: dict[str, Any]) -> int:
    comes_in = item["kind"] in {"grants", "rates", "reserves_used", "other_in", "fees"}
    amount: int = item["amount_pounds"]
    return -amount if comes_in else amount


def _is_wanted(row: Row, headers: Headers, wanted: Wanted) -> bool:
    if wanted.code and {"code", "ons"} & headers.at.keys():
        return wanted.code.upper() in _codes(row, headers)
    return _folded(_cell(row, headers.at["name"])) == _folded(wanted.name)


def _codes(row: Row, headers: Headers) -> set[str]:
    """The codes of a row's council; its name where the sheet has no codes. Rows for all of England have none."""
    keys = {"code", "ons"} & headers.at.keys() or {"name"}
    return {_cell(row, headers.at[key]).upper() for key in keys} - {""}


def _folded(name: str) -> str:
    """A council's name as it is compared: without what kind of council it is."""
    plain = re.sub(r"[^a-z ]", "", name.lower().replace("&", "and"))
    kinds = {"ua", "council", "city", "borough", "county", "district", "metropolitan", "of", "the", "london", "royal"}
    return " ".join(word for word in plain.split() if word not in kinds) or plain


def _cell(row: Row, at: int | None) -> str:
    return words_of(row[at]) if at is not None and at < len(row) else ""


def _where(sheet: str, number: int, place: int) -> str:
    cell = f"{letters(place)}{number}"
    return f"{sheet[:40]}!{cell}" if sheet else cell


def _why_not(wanted: Wanted, names: dict[str, str], *, saw_headers: bool) -> str:
    if not saw_headers:
        return _(
            "No figures were found. The file needs a row of headings with “Local authority” and the lines as columns, "
            "or with “Service” and “Net current expenditure”."
        )
    near = difflib.get_close_matches(_folded(wanted.name), list(names), n=NEAR, cutoff=0.5)
    said = _("“%(name)s” is not in this file.") % {"name": wanted.name}
    if near:
        said += " " + _("Did you mean %(names)s?") % {"names": ", ".join(names[one] for one in near)}
    return said
