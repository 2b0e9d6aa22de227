"""The door of ``programme``: what other apps may use."""

from kulisy.programme import access, actions, filters, queries, rules, words
from kulisy.programme.models import (
    AccessibilityFeature,
    Activity,
    ActivityKind,
    Audience,
    Backing,
    Contributor,
    Credit,
    Group,
    K07Line,
    Occurrence,
    Organisation,
    Recurrence,
    SchoolBreak,
    Season,
    Section,
    Sign,
    SignSet,
)
from kulisy.programme.models.activity import Mode
from kulisy.programme.rules import Refusal

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
    "Mode",
    "Occurrence",
    "Organisation",
    "Recurrence",
    "Refusal",
    "SchoolBreak",
    "Season",
    "Section",
    "Sign",
    "SignSet",
    "access",
    "actions",
    "filters",
    "queries",
    "rules",
    "words",
]
