"""Reading Open Contracting Data Standard 1.1 release packages, however dirty: https://standard.open-contracting.org/1.1/.

``read_package`` takes the bytes apart release by release, so that one that is broken loses nothing but itself;
``read_release`` reduces a release to the few fields that we keep; ``merge`` lays the releases of one procurement
over one another in the order of their dates. Contact persons are never read.
"""

from causeway.domains.services.ocds.merging import merge
from causeway.domains.services.ocds.packages import Package, read_package
from causeway.domains.services.ocds.releases import Problem, Release, read_release

__all__ = ["Package", "Problem", "Release", "merge", "read_package", "read_release"]
