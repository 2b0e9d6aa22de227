"""Copies the table of roles into Django's permission groups."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from kulisy.people import grants
from kulisy.people.rules import Role

__all__ = ["sync_roles"]


@transaction.atomic
def sync_roles() -> list[str]:
    """Give each role exactly what the apps ask for it; the names of unknown permissions come back.

    Exactly: what somebody added to the group of a role by hand goes, so that the documented table
    is the truth. People are left in their groups.
    """
    known = _known()
    unknown: set[str] = set()

    def ids(names: Iterable[str]) -> set[int]:
        unknown.update(name for name in names if name not in known)
        return {known[name] for name in names if name in known}

    for role in Role:
        group, _created = Group.objects.get_or_create(name=role.value)
        _set_permissions(group, ids(grants.granted(role)))
        _set_files(group, ids(grants.granted_files(role)))
        _set_pages(group, ids(grants.granted_pages(role)))
    return sorted(unknown)


def _known() -> dict[str, int]:
    permissions = Permission.objects.values_list("content_type__app_label", "codename", "pk")
    return {f"{app}.{codename}": pk for app, codename, pk in permissions}


def _set_permissions(group: Group, wanted: set[int]) -> None:
    if set(group.permissions.values_list("pk", flat=True)) != wanted:
        group.permissions.set(wanted)


def _set_files(group: Group, wanted: set[int]) -> None:
    # No root on a database whose rows were just flushed; it comes with Wagtail's first migration.
    if root := Collection.objects.filter(depth=1).first():
        held = GroupCollectionPermission.objects.filter(group=group)
        if set(held.values_list("collection_id", "permission_id")) != {
            (root.pk, pk) for pk in wanted
        }:
            held.delete()
            GroupCollectionPermission.objects.bulk_create(
                GroupCollectionPermission(group=group, collection=root, permission_id=pk)
                for pk in wanted
            )


def _set_pages(group: Group, wanted: set[int]) -> None:
    if root := Page.objects.filter(depth=1).first():
        held = GroupPagePermission.objects.filter(group=group)
        if set(held.values_list("page_id", "permission_id")) != {(root.pk, pk) for pk in wanted}:
            held.delete()
            GroupPagePermission.objects.bulk_create(
                GroupPagePermission(group=group, page=root, permission_id=pk) for pk in wanted
            )
