import signal
import warnings
from typing import Any

from celery import current_app, signals
from celery.exceptions import CPendingDeprecationWarning
from celery.platforms import SecurityWarning
from django.apps import AppConfig

from ceasefire.ops.kinship import die_with_parent
from ceasefire.ops.pulses import WorkerPulse


class OpsConfig(AppConfig):
    name = "ceasefire.ops"
    label = "ops"

    def ready(self) -> None:
        current_app.steps["consumer"].add(WorkerPulse)
        warnings.simplefilter("ignore", SecurityWarning)  # against pickle as root: our messages are JSON
        warnings.simplefilter("ignore", CPendingDeprecationWarning)  # about tasks that must not run twice: ours may
        signals.worker_process_init.connect(_die_with_the_worker)


def _die_with_the_worker(**_: Any) -> None:
    die_with_parent(signal.SIGKILL)  # an orphan would go on with a task that has been given to another
