"""The rules by name, each in a file of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from causeway.engines.exact import BadInput
from causeway.engines.stv.counting import Table
from causeway.engines.stv.rules.ers97 import count_ers97
from causeway.engines.stv.rules.irv import count_irv
from causeway.engines.stv.rules.meek import count_meek
from causeway.engines.stv.rules.scottish import count_scottish
from causeway.engines.stv.rules.wigm import count_wigm


@dataclass(frozen=True)
class Rule:
    """A rule of counting. ``version`` changes whenever any result could; ``places`` are its decimal places."""

    id: str
    version: str
    title: str
    source: str
    places: int
    count: Callable[[Table], None]


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.id: rule
        for rule in (
            Rule(
                "scottish",
                "1",
                "Scottish council elections",
                "Scottish Local Government Elections Order 2011, schedule 1, rules 46 to 53",
                5,
                count_scottish,
            ),
            Rule(
                "ers97",
                "1",
                "Electoral Reform Society, 1997",
                "Newland and Britton, How to conduct an election by the Single Transferable Vote, 3rd edition, 1997",
                2,
                count_ers97,
            ),
            Rule(
                "meek",
                "1",
                "Meek’s method",
                "Hill, Wichmann and Woodall, Computer Journal 30 (1987); New Zealand Local Electoral Regulations 2001",
                9,
                count_meek,
            ),
            Rule(
                "wigm",
                "1",
                "Weighted inclusive Gregory method, exact",
                "The Scottish procedure in exact fractions",
                0,
                count_wigm,
            ),
            Rule(
                "irv",
                "1",
                "Alternative vote",
                "Electoral Reform Society, rules for the alternative vote",
                0,
                count_irv,
            ),
        )
    }
)


def rule_named(name: str) -> Rule:
    """The rule of that name; raises ``BadInput`` with the names there are."""
    if name not in RULES:
        raise BadInput(f"There is no rule “{name[:40]}”; there are {', '.join(RULES)}.")
    return RULES[name]
