"""Qualitative comparative analysis: which combinations of conditions go with an outcome, over a few dozen cases.

from causeway.engines.qca import Settings, compare, reading
compare(reading.cases(reading.read("campaigns.csv"), outcome="WON"), Settings(solution="parsimonious"))
"""

from causeway.engines.qca.cases import Cases
from causeway.engines.qca.comparing import compare
from causeway.engines.qca.result import Comparison, Settings
from causeway.engines.qca.solutions import SOLUTIONS
from causeway.engines.qca.terms import Condition
from causeway.engines.qca.truth_table import Cuts, truth_table

__all__ = ["SOLUTIONS", "Cases", "Comparison", "Condition", "Cuts", "Settings", "compare", "truth_table"]
