"""What must be done once before the programs of a new version start."""

import io
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from ceasefire.access.services import first_accounts
from ceasefire.ledger.models import Head
from ceasefire.ops import static
from ceasefire.ops.addresses import make_home, write_private

ONE_AT_A_TIME = 0x63656173  # any number that nothing else on this database uses as an advisory lock
PATIENCE = 600


class Command(BaseCommand):
    """Bring tables, first data, first accounts and static files to where this version needs them.

    Running it twice, or twice at once on one database, does no harm.
    """

    help = "Migrate, load the first data and accounts into an empty database, collect static files."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with self.alone():
                self.bring_tables_up_to_date()
                self.load_first_data()
                self.make_first_accounts()
        except DatabaseError as fault:
            raise CommandError(f"The database refused: {str(fault).splitlines()[0]}") from fault
        self.stdout.write(f"static files: {'collected' if static.collect() else 'up to date'}")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock of this work in the session that does it, so that it cannot outlive the work."""
        with connection.cursor() as cursor:
            cursor.execute("SET statement_timeout = 0")  # migrations may take long; waiting for locks still may not
            deadline = time.monotonic() + PATIENCE
            while not self.took_lock(cursor):
                if time.monotonic() > deadline:
                    raise CommandError("Another process has been preparing this database for ten minutes.")
                time.sleep(0.5)
            try:
                yield
            finally:
                connection.close()  # the server lets go of the lock, and of the session's settings

    def took_lock(self, cursor: Any) -> bool:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [ONE_AT_A_TIME])
        return bool(cursor.fetchone()[0])

    def bring_tables_up_to_date(self) -> None:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            self.stdout.write(f"tables: {len(plan)} migrations to apply")
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("tables: up to date")

    def load_first_data(self) -> None:
        if Head.objects.filter(seq__gt=0).exists():
            self.stdout.write("first data: not needed, the ledger has facts")
            return
        said = io.StringIO()
        call_command("import_chronicle", str(settings.FIRST_CHRONICLE), stdout=said)
        self.stdout.write(f"first data: {said.getvalue().strip()}")

    @transaction.atomic
    def make_first_accounts(self) -> None:
        made = first_accounts()
        if not made:
            self.stdout.write("accounts: there are some")
            return
        file = make_home() / "accounts.txt"
        write_private(file, "".join(f"{name} {password}\n" for name, password in made))
        self.stdout.write(f"accounts: made {', '.join(name for name, _ in made)}; their passwords are in {file}")
