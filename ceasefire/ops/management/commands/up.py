"""Everything on one machine with one command."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ceasefire.ops import running


class Command(BaseCommand):
    """Run the database, the broker, the web server, the worker and the schedule until Ctrl-C."""

    help = "Run everything: database, broker, web server, worker, schedule. Ctrl-C stops it all."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="port (default: 8000); 0 takes a free one")

    def handle(self, *args: Any, host: str, port: int, **options: Any) -> None:
        if not 0 <= port <= 65535:
            raise CommandError(f"--port {port}: ports go from 0 to 65535.")
        if not settings.ALLOWED_HOSTS:
            raise CommandError("ALLOWED_HOSTS is empty: name the host under which people will come.")
        name = settings.ALLOWED_HOSTS[0].lstrip(".")
        running.run(host=host, port=port, name="localhost" if name == "*" else name)
