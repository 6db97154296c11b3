"""The Celery jobs: a name, a retry policy, one call."""

from celery import shared_task
from django.db import OperationalError

from proposals.services import snapshots


@shared_task(
    name="proposals.snapshot",
    ignore_result=True,
    autoretry_for=(OperationalError,),
    retry_backoff=True,
    max_retries=3,
)
def snapshot() -> None:
    """Write the timeline entries that are missing."""
    snapshots.catch_up()
