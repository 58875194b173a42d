"""The campaigns of the demo, in the order in which they are told."""

from __future__ import annotations

from causeway.project.demo.stories.health import BRISTOL, NUNEATON
from causeway.project.demo.stories.mental_health_east import CAMBRIDGE, NORFOLK_AND_SUFFOLK
from causeway.project.demo.stories.mental_health_north import LIVERPOOL, SALFORD
from causeway.project.demo.stories.northern import NORTHERN
from causeway.project.demo.stories.social_security import SOCIAL_SECURITY

STORIES = (NORTHERN, SALFORD, NORFOLK_AND_SUFFOLK, CAMBRIDGE, LIVERPOOL, NUNEATON, BRISTOL, SOCIAL_SECURITY)
