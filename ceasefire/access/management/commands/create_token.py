"""`manage.py create_token USERNAME --scopes write`: print a new API token, and nothing else."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ceasefire.access import services
from ceasefire.core.errors import DomainError


class Command(BaseCommand):
    help = "Make an API token for a user and print it. It is stored hashed and cannot be shown again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--scopes", default="write", help="comma-separated: write, review")
        parser.add_argument("--days", type=int, default=365, help="how long it is valid")

    def handle(self, *args: Any, **options: Any) -> None:
        scopes = [scope.strip() for scope in options["scopes"].split(",") if scope.strip()]
        if not 1 <= options["days"] <= 3650:
            raise CommandError("--days: give 1 to 3650.")
        try:
            token = services.create_token(
                username=options["username"], scopes=scopes, lifetime=timedelta(days=options["days"])
            )
        except DomainError as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(token)
