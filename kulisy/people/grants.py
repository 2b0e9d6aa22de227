"""Slot for permissions: each app says at start-up what its floor lets each role do.

A lower floor cannot name the permissions of a higher one, so nobody writes the whole table down;
it is the sum of what the apps ask for, and ``sync_roles`` copies it into the permission groups.
"""

from collections import defaultdict

from kulisy.people.rules import Role

_everywhere: dict[Role, set[str]] = defaultdict(set)
_files: dict[Role, set[str]] = defaultdict(set)
_pages: dict[Role, set[str]] = defaultdict(set)


def grant(role: Role, *permissions: str) -> None:
    """Let people with the role do this: names such as ``"programme.change_activity"``.

    Called in ``AppConfig.ready``; asking twice is the same as asking once.
    """
    _everywhere[role].update(permissions)


def grant_files(role: Role, *permissions: str) -> None:
    """Let the role do this with pictures and documents of every collection.

    Wagtail keeps these apart from other permissions: ``"wagtailimages.add_image"``.
    """
    _files[role].update(permissions)


def grant_pages(role: Role, *permissions: str) -> None:
    """Let the role do this with every page of the site: ``"wagtailcore.publish_page"``."""
    _pages[role].update(permissions)


def granted(role: Role) -> frozenset[str]:
    """What was asked for the role, everywhere."""
    return frozenset(_everywhere[role])


def granted_files(role: Role) -> frozenset[str]:
    """What was asked for the role with files."""
    return frozenset(_files[role])


def granted_pages(role: Role) -> frozenset[str]:
    """What was asked for the role with pages."""
    return frozenset(_pages[role])
