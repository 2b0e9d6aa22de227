"""The task API, from Django where it has one (6.0) and from its backport where it has not."""

import django

if django.VERSION >= (6, 0):
    from django.tasks import task
else:
    from django_tasks import task  # type: ignore[no-redef,unused-ignore]  # the same API, backported

__all__ = ["task"]
