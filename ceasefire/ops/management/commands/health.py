"""`manage.py health [PART …]`: what `/readyz` says, for a shell or a container."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ceasefire.ops import health, pulses

PARTS = ("database", "broker", pulses.WORKER, pulses.BEAT)


class Command(BaseCommand):
    help = "Say whether everything, or the parts named, is alive; exit code 1 when not."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=", ".join(PARTS))

    def handle(self, *args: Any, parts: list[str], **options: Any) -> None:
        found = health.check()
        self.stdout.write(json.dumps(found.as_dict()))
        not_alive = {*found.missing, *found.unknown}
        if not_alive & set(parts) if parts else not found.ready:
            raise CommandError(f"Not alive: {', '.join(sorted(not_alive))}.")
