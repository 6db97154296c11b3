from pathlib import Path

from django.db import migrations

FUNCTIONS = Path(__file__).with_suffix(".sql")


class Migration(migrations.Migration):
    """The functions that the proposals' own triggers call."""

    initial = True
    dependencies = [("ledger", "0001_functions")]
    operations = [
        migrations.RunSQL(
            FUNCTIONS.read_text(),
            """
            DROP FUNCTION status_change_follows_the_table, position_conditional_has_condition,
                          review_is_by_another_person
            """,
        ),
    ]
