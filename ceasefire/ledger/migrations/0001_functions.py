from pathlib import Path

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

FUNCTIONS = Path(__file__).with_suffix(".sql")


class Migration(migrations.Migration):
    """The functions that fact tables' triggers call, and the extensions we count on."""

    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(
            FUNCTIONS.read_text(),
            """
            DROP FUNCTION ledger_enter_new, ledger_enter_closed, ledger_number, ledger_guard_fact, ledger_guard_detail,
                          ledger_guard_own, ledger_guard_entry, ledger_refuse, ledger_forbid
            """,
        ),
    ]
