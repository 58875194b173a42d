"""What the engines share: exact numbers, declared tie orders, digests, files read part by part, one tree of errors."""

from causeway.engines.exact.decimals import decimal_string, fraction_string, to_units
from causeway.engines.exact.digest import canonical_json, digest_of
from causeway.engines.exact.errors import BadInput, EngineError, Impossible, Tied
from causeway.engines.exact.ties import TieOrder

__all__ = [
    "BadInput",
    "EngineError",
    "Impossible",
    "TieOrder",
    "Tied",
    "canonical_json",
    "decimal_string",
    "digest_of",
    "fraction_string",
    "to_units",
]
