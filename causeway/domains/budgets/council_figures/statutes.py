"""Which services the law makes a duty of councils in England and in Wales: a first answer that people can correct.

“A duty” must be provided; “partly” names the duty among powers; “a choice” is a power that a council may use. After
the statutes as they stand in November 2026, from memory and not looked up section by section: each mark names its
law, and whoever belongs to the body can mark a line anew and say why. Scotland and Northern Ireland have laws of their
own, for which nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from causeway.domains.budgets.models import Budget, Line

DUTY, PARTLY, POWER = Line.Statutory.DUTY, Line.Statutory.PARTLY, Line.Statutory.POWER


@dataclass(frozen=True)
class Mark:
    """Whether a line is a duty, and by which law."""

    statutory: str
    statute: str = ""


UNKNOWN = Mark(Line.Statutory.UNKNOWN)
CARE_IN_WALES = "Social Services and Well-being (Wales) Act 2014, ss. 19, 35 and 37"

BY_CODE = {
    "190": Mark(PARTLY, "Education Act 1996, ss. 13 and 14 (enough schools); Children and Families Act 2014, s. 42"),
    "290": Mark(PARTLY, "Highways Act 1980, s. 41 (maintenance); Transport Act 2000, s. 145A (bus passes)"),
    "330": Mark(DUTY, "Children Act 1989, ss. 17, 20 and 47"),
    "360": Mark(DUTY, "Care Act 2014, ss. 9 and 18 (assessing and meeting needs)"),
    "390": Mark(DUTY, "National Health Service Act 2006, s. 2B"),
    "490": Mark(PARTLY, "Housing Act 1996, Part 7 (homelessness)"),
    "509": Mark(
        PARTLY, "Public Libraries and Museums Act 1964, s. 7 (libraries); parks, museums and sport are a choice"
    ),
    "590": Mark(PARTLY, "Environmental Protection Act 1990, ss. 45, 51 and 89 (waste and litter)"),
    "599": Mark(PARTLY, "Planning and Compulsory Purchase Act 2004, Part 2; Town and Country Planning Act 1990, s. 70"),
    "601": Mark(DUTY, "Police Reform and Social Responsibility Act 2011, s. 1"),
    "602": Mark(DUTY, "Fire and Rescue Services Act 2004, ss. 6 to 9"),
    "690": Mark(PARTLY, "Local Government Act 1972, s. 151; Representation of the People Act 1983, s. 9"),
    "711": Mark(DUTY, "Social Security Administration Act 1992, s. 134"),
    "712": Mark(DUTY, "Social Security Administration Act 1992, s. 134"),
    "713": Mark(DUTY, "Social Security Administration Act 1992, s. 134"),
    "721": Mark(DUTY, "Local Government Finance Act 1992, s. 41 (local precepts)"),
    **{code: Mark(DUTY, "Local Government Finance Act 1988, s. 74 (levies)") for code in ("722", "724", "727", "728")},
    "759": Mark(DUTY, "Local Government Finance Act 1988, s. 74 (levies)"),
    "773": Mark(DUTY, "Capital Finance and Accounting (England) Regulations 2003, reg. 27 (repaying debt)"),
    "781": Mark(DUTY, "Local Government Act 2003, s. 13 (loans are charged on all revenues)"),
}
BY_WORDS = (
    ("librar", Mark(DUTY, "Public Libraries and Museums Act 1964, s. 7")),
    ("waste collection|refuse|recycling", Mark(DUTY, "Environmental Protection Act 1990, ss. 45 and 45A")),
    ("waste disposal", Mark(DUTY, "Environmental Protection Act 1990, s. 51")),
    ("street cleans", Mark(DUTY, "Environmental Protection Act 1990, s. 89")),
    ("homeless", Mark(DUTY, "Housing Act 1996, Part 7")),
    ("food safety", Mark(DUTY, "Food Safety Act 1990, s. 6")),
    ("building control", Mark(DUTY, "Building Act 1984, s. 91")),
    ("development control", Mark(DUTY, "Town and Country Planning Act 1990, s. 70")),
    ("planning policy", Mark(DUTY, "Planning and Compulsory Purchase Act 2004, Part 2")),
    ("coroner", Mark(DUTY, "Coroners and Justice Act 2009, s. 24")),
    ("registration of elector|conducting election", Mark(DUTY, "Representation of the People Act 1983, ss. 9 and 36")),
    ("youth", Mark(PARTLY, "Education Act 1996, s. 507B")),
    ("children.s centre|sure start", Mark(PARTLY, "Childcare Act 2006, s. 5A")),
    ("concessionary fare", Mark(DUTY, "Transport Act 2000, s. 145A")),
    ("parks|open spaces", Mark(POWER, "Public Health Act 1875, s. 164; Open Spaces Act 1906, s. 10")),
    ("community cent|sports|recreation", Mark(POWER, "Local Government (Miscellaneous Provisions) Act 1976, s. 19")),
    ("public conveniences", Mark(POWER, "Public Health Act 1936, s. 87")),
    ("museum|galler", Mark(POWER, "Public Libraries and Museums Act 1964, s. 12")),
    ("theatre|arts|entertainment", Mark(POWER, "Local Government Act 1972, s. 145")),
    ("tourism", Mark(POWER, "Local Government Act 1972, s. 144")),
    ("cemeter|crematori", Mark(POWER, "Local Government Act 1972, s. 214")),
    ("allotment", Mark(PARTLY, "Small Holdings and Allotments Act 1908, s. 23 (where people ask)")),
)
IN_WALES = {"330": Mark(DUTY, CARE_IN_WALES), "360": Mark(DUTY, CARE_IN_WALES), "390": UNKNOWN, "773": UNKNOWN}


def mark_for(nation: str, code: str, name: str) -> Mark:
    """The first answer for a line of a council's figures."""
    if nation not in {Budget.Nation.ENGLAND, Budget.Nation.WALES}:
        return UNKNOWN
    if nation == Budget.Nation.WALES and code in IN_WALES:
        return IN_WALES[code]
    if code in BY_CODE:
        return BY_CODE[code]
    found = (mark for words, mark in BY_WORDS if re.search(words, name, re.IGNORECASE))
    return next(found, UNKNOWN)
