"""`manage.py import_chronicle FILE`: load a chronicle into the ledger, all of it or nothing."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from ceasefire.access.services import importer
from ceasefire.core.errors import DomainError
from proposals.exchange.importing import import_chronicle


class Command(BaseCommand):
    help = "Load a chronicle (docs/chronicle.md) into the ledger: all of it or nothing, and nothing twice."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            tally = import_chronicle(options["file"], by=importer(), at=timezone.now())
        except DomainError as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{tally.written} facts written, {tally.unchanged} there already")
