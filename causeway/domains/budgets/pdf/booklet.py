"""The booklet of a people's budget: what is needed, what is proposed, the money, the vote, and the council's budget."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.budgets.comparing_queries import Beside
from causeway.domains.budgets.models import Budget, Proposal
from causeway.domains.budgets.money_queries import Accounts, Amount
from causeway.domains.budgets.pdf.vote_part import comparison_part, vote_part
from causeway.domains.budgets.proposal_queries import NeedShown
from causeway.domains.budgets.sentence import in_pounds
from causeway.domains.budgets.votes_shown import VoteShown
from causeway.kernel.pdf import compile_pdf

LAYOUT = Path(__file__).parent / "booklet.typ"


def budget_booklet(
    budget: Budget,
    *,
    accounts: Accounts,
    needs: Sequence[NeedShown],
    proposals: Sequence[Proposal],
    both: Beside,
    vote: VoteShown | None,
) -> bytes:
    """All of a budget: its vote too, where there is one that is worked out."""
    data = {
        **_head(budget, budget.title),
        "about": [part for part in budget.about.split("\n\n") if part.strip()],
        "sentence": accounts.sentence,
        "closed": _("Digest of the closed budget: %(digest)s") % {"digest": budget.digest} if budget.digest else "",
        "needs": [[one.need.text, _of_need(one)] for one in needs],
        "proposals": [_proposal(proposal) for proposal in proposals],
        "money": _money(accounts),
        "vote": vote_part(vote) if vote else None,
        "comparison": comparison_part(both),
    }
    return compile_pdf(LAYOUT, data)


def vote_booklet(it: VoteShown, both: Beside) -> bytes:
    """The vote alone, with both budgets beside each other."""
    budget = it.vote.budget
    data = {
        **_head(budget, it.vote.process.title),
        "about": [],
        "sentence": "",
        "closed": "",
        "needs": [],
        "proposals": [],
        "money": [],
        "vote": vote_part(it),
        "comparison": comparison_part(both),
    }
    return compile_pdf(LAYOUT, data)


def _head(budget: Budget, title: str) -> dict[str, Any]:
    named = {"council": budget.council_name, "years": budget.years}
    return {
        "language": (get_language() or "en").split("-")[0],
        "title": title,
        "author": body_of(budget).name,
        "kicker": _("People’s budget of %(council)s, %(years)s") % named,
        "words": _words(),
    }


def _of_need(one: NeedShown) -> str:
    """By how many, where that may be told; where, and by whom."""
    said = [_("said by %(n)s") % {"n": f"{one.said_by:,}"}] if one.said_by else []
    return ", ".join([*said, *filter(None, (one.need.place, one.need.group))])


def _proposal(proposal: Proposal) -> list[str]:
    kinds = [proposal.get_span_display(), proposal.get_account_display().split(":")[0]]
    state = proposal.adopted_ground if proposal.adopted_on else str(proposal.state.label)
    return [f"{proposal.number}. {proposal.title}", in_pounds(proposal.cost_pounds), ", ".join(kinds), state]


def _money(accounts: Accounts) -> list[dict[str, Any]]:
    balance = accounts.balance
    tables = [
        (_("Where it goes"), accounts.spent, balance.revenue_out_pounds),
        (_("Where it comes from"), accounts.raised, balance.revenue_in_pounds),
        (_("What is built or bought"), accounts.built, balance.capital_out_pounds),
        (_("What pays for it"), accounts.paid_for, balance.capital_in_pounds),
    ]
    return [
        {"title": title, "rows": [_amount(row) for row in rows], "total": in_pounds(total)}
        for title, rows, total in tables
        if rows
    ]


def _amount(row: Amount) -> list[str]:
    return [row.words, in_pounds(row.pounds), row.source]


def _words() -> dict[str, str]:
    return {
        "by": _("By"),
        "page": _("page"),
        "money": _("The money"),
        "amount": _("Amount"),
        "what": _("What"),
        "source": _("Source"),
        "total": _("Together"),
        "needs": _("What people need"),
        "proposals": _("What is proposed"),
        "kind": _("Kind"),
        "state": _("Where it stands"),
        "vote": _("The vote"),
        "on": _("Worked out on"),
        "ways": _("What each way pays for"),
        "decides": _("decides"),
        "compared": _("for comparison"),
        "proposal": _("Proposal"),
        "cost": _("Cost"),
        "votes": _("Votes"),
        "paid": _("paid for"),
        "why": _("Why not, and how far from it"),
        "got": _("What each person’s share bought"),
        "got_how": _(
            "The cost of each proposal that is paid for, divided equally among those who ticked it. An equal share is "
            "all the money divided by the number of papers."
        ),
        "got_what": _("What they got"),
        "papers": _("Papers"),
        "both": _("Beside the council’s own budget"),
        "line": _("Line"),
        "council": _("Council"),
        "people": _("People"),
        "difference": _("Difference"),
        "made_by": _("What makes it"),
        "all": _("All lines"),
        "nothing_differs": _("Nothing differs."),
        "capital": _("Things that last, paid for from capital"),
        "check": _("Check it yourself"),
        "check_how": _(
            "The page of this vote has all papers with their codes as a file. With it, Causeway’s command line gives "
            "each result again, with the same digest:"
        ),
        "digest": _("Digest:"),
        "statutory": _("This was not a statutory ballot."),
    }
