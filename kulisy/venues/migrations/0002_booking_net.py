"""Two live bookings of a room never overlap, whoever writes them.

The actions lock the room and are the main promise; this is the net under them. PostgreSQL has an
exclusion constraint for it, when btree_gist can be installed; SQLite gets triggers.
"""

import logging

from django.db import migrations, transaction
from django.db.utils import DatabaseError

log = logging.getLogger(__name__)

LIVE = "IN ('confirmed', 'tentative')"

EXCLUSION = f"""
    ALTER TABLE venues_booking ADD CONSTRAINT one_live_booking_at_a_time
    EXCLUDE USING gist (room_id WITH =, tstzrange(holds_from, holds_until) WITH &&)
    WHERE (state {LIVE})
"""

TRIGGER = f"""
    CREATE TRIGGER one_live_booking_at_a_time_{{name}}
    BEFORE {{event}} ON venues_booking
    WHEN NEW.state {LIVE} AND EXISTS (
        SELECT 1 FROM venues_booking AS b
        WHERE b.room_id = NEW.room_id AND b.id IS NOT NEW.id AND b.state {LIVE}
          AND b.holds_until > NEW.holds_from AND b.holds_from < NEW.holds_until
    )
    BEGIN
        SELECT RAISE(ABORT, 'one_live_booking_at_a_time');
    END
"""


def hang(apps, schema_editor):
    connection = schema_editor.connection
    if connection.vendor == "postgresql":
        try:
            with transaction.atomic(using=connection.alias):
                schema_editor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
        except DatabaseError as problem:
            # The locks still keep the promise; `kulisy doctor` names the missing net.
            log.warning("venues.no_exclusion_constraint reason=%r", str(problem))
            return
        schema_editor.execute(EXCLUSION)
    elif connection.vendor == "sqlite":
        schema_editor.execute(TRIGGER.format(name="insert", event="INSERT"))
        schema_editor.execute(
            TRIGGER.format(name="update", event="UPDATE OF room_id, holds_from, holds_until, state")
        )


def take_down(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER TABLE venues_booking DROP CONSTRAINT IF EXISTS one_live_booking_at_a_time"
        )
    elif schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS one_live_booking_at_a_time_insert")
        schema_editor.execute("DROP TRIGGER IF EXISTS one_live_booking_at_a_time_update")


class Migration(migrations.Migration):
    dependencies = [("venues", "0001_initial")]
    operations = [migrations.RunPython(hang, take_down)]
