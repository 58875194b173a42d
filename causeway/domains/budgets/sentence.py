"""The one sentence that says what a budget lacks."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from causeway.domains.budgets.balance import Balance, Fault, Problem


def sentence_of(balance: Balance) -> str:
    """What is missing, in one sentence; or that nothing is."""
    if balance.balances:
        said = _("It balances: %(money)s goes out, and just as much comes in.")
        return said % {"money": in_pounds(balance.revenue_out_pounds + balance.capital_out_pounds)}
    said = _("; and ").join(_clause(problem) for problem in balance.problems)
    return f"{said[0].upper()}{said[1:]}."


def in_pounds(amount: int) -> str:
    """£1,234, or −£1,234."""
    return f"{'−' if amount < 0 else ''}£{abs(amount):,}"


def in_pence(amount: int) -> str:
    """£12.34."""
    return f"£{amount // 100:,}.{amount % 100:02}"


def _clause(problem: Problem) -> str:
    if problem.fault is Fault.UNFILLED:
        said = ngettext(
            "%(n)s line of the council’s figures has no figure",
            "%(n)s lines of the council’s figures have no figure",
            problem.amount,
        )
        return said % {"n": problem.amount}
    clauses = {
        Fault.NO_LINES: _("no figures of the council are taken in yet"),
        Fault.SHORT: _("%(money)s of income is missing for what is to be spent"),
        Fault.OVER: _("%(money)s comes in that nobody has said what to do with"),
        Fault.CAPITAL_SHORT: _("%(money)s is missing to pay for what is to be built or bought"),
        Fault.CAPITAL_OVER: _("%(money)s of capital has nothing to pay for"),
        Fault.BORROWED_TOO_MUCH: _("%(money)s is borrowed that pays for no building or purchase"),
        Fault.NO_RESERVES: _("money is taken from reserves, and nobody has said what is in them"),
        Fault.BELOW_FLOOR: _("reserves would fall %(money)s below their floor"),
        Fault.REFERENDUM: _("Band D is %(money)s above the highest that needs no referendum"),
    }
    write = in_pence if problem.fault is Fault.REFERENDUM else in_pounds
    return clauses[problem.fault] % {"money": write(problem.amount)}
