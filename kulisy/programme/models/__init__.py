"""Tables of the programme, one aggregate a file."""

from kulisy.programme.models.activity import Activity, Contributor, Credit
from kulisy.programme.models.backing import Backing, Organisation, Sign, SignSet
from kulisy.programme.models.group import Group
from kulisy.programme.models.lists import (
    AccessibilityFeature,
    ActivityKind,
    Audience,
    K07Line,
    SchoolBreak,
    Season,
    Section,
)
from kulisy.programme.models.occurrence import Occurrence, Recurrence

__all__ = [
    "AccessibilityFeature",
    "Activity",
    "ActivityKind",
    "Audience",
    "Backing",
    "Contributor",
    "Credit",
    "Group",
    "K07Line",
    "Occurrence",
    "Organisation",
    "Recurrence",
    "SchoolBreak",
    "Season",
    "Section",
    "Sign",
    "SignSet",
]
