"""News: how a lower app lets higher ones know what happened, without knowing them.

An event is a frozen dataclass of ids and plain values. It is delivered after the transaction has
committed, in the order published; one listener's failure is logged and never stops the others.
"""

import logging
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that has happened. Subclasses are named in the past tense."""


E = TypeVar("E", bound=Event)
Listener = Callable[[E], None]
_listeners: dict[type[Event], list[Callable[[Any], None]]] = defaultdict(list)


def on(*kinds: type[E]) -> Callable[[Listener[E]], Listener[E]]:
    """Call the decorated function with each event of these kinds."""

    def subscribe(listener: Listener[E]) -> Listener[E]:
        for kind in kinds:
            if listener not in _listeners[kind]:
                _listeners[kind].append(listener)
        return listener

    return subscribe


def publish(event: Event) -> None:
    """Deliver the event to its listeners once the running transaction has committed."""
    transaction.on_commit(lambda: _deliver(event))


def _deliver(event: Event) -> None:
    for listener in _listeners[type(event)]:
        try:
            listener(event)
        except Exception:
            log.exception(
                "news.listener_failed event=%s listener=%s",
                type(event).__name__,
                listener.__qualname__,
            )
